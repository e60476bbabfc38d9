//! Why a paper could not be made, said so that the person who edits templates can act on it.

use crate::codes::CodeError;

/// A paper could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// No template of this name is shipped, and the folder of edited templates has none either.
    #[error(
        "there is no template {name:?}; the templates are: {known}. Correct the name in the procedure, or add the file {name}.typ to the folder of templates"
    )]
    UnknownTemplate {
        /// The name that was asked for.
        name: String,
        /// The names there are, separated by commas.
        known: String,
    },
    /// The folder of edited templates could not be read.
    #[error(
        "the templates in {folder} could not be read: {reason}. Check that the folder exists and that the program may read it"
    )]
    Folder {
        /// The folder.
        folder: String,
        /// What the file system said.
        reason: String,
    },
    /// The template is wrong.
    #[error("template {template}, line {line}: {message}. {advice}")]
    Template {
        /// The template the fault lies in: the one asked for, or the shared layout it uses.
        template: String,
        /// The line of that template, from 1; 0 when the fault has no place in it.
        line: usize,
        /// What is wrong.
        message: String,
        /// What to do.
        advice: String,
    },
    /// The page was laid out but breaks the rules of the archive or accessibility standard.
    #[error("template {template}, line {line}: the page breaks the rules of {standard}: {message}. {advice}")]
    Standard {
        /// The template.
        template: String,
        /// The line of that template, from 1; 0 when the fault has no place in it.
        line: usize,
        /// The standard asked for.
        standard: String,
        /// The broken rule.
        message: String,
        /// What to do.
        advice: String,
    },
    /// A barcode of the paper cannot be drawn.
    #[error("template {template}: the code {name:?} cannot be drawn: {source}")]
    Code {
        /// The template.
        template: String,
        /// The name of the code in the data.
        name: String,
        /// Why.
        source: CodeError,
    },
}
