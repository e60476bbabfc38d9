//! What only an import does: writing in bulk by natural key, and the record of its runs.

use db::statements;

statements! {
    const PLACEHOLDER: Statement = "SELECT 1";
}
