//! Named statements: the SQL of the program, written once, checked on both engines by a test.

use crate::url::Engine;

/// One SQL statement with `$1`, `$2`, … as placeholders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Module path and constant, for example `store::party::INSERT`; shown in errors and metrics.
    pub name: &'static str,
    /// The text for SQLite.
    pub sqlite: &'static str,
    /// The text for PostgreSQL; the same as for SQLite unless the statement is split.
    pub postgres: &'static str,
}

impl Statement {
    /// The text for one engine.
    #[must_use]
    pub const fn sql(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }

    /// Whether the two engines need different texts.
    #[must_use]
    pub fn is_split(&self) -> bool {
        self.sqlite != self.postgres
    }
}

/// Declares statements, and `ALL` with every statement of the block; one block a module.
///
/// ```
/// db::statements! {
///     /// One party.
///     pub const FIND: Statement = "SELECT id, name FROM party WHERE id = $1";
///     /// A text in pieces.
///     const COUNT: Statement = concat!("SELECT COUNT(*) AS n ", "FROM party");
///     /// Any other constant expression stands in parentheses.
///     const AGAIN: Statement = (COUNT.sqlite);
///     /// Two texts where one cannot do.
///     const CLAIM: Statement = @split {
///         sqlite: "SELECT id FROM job LIMIT 1",
///         postgres: "SELECT id FROM job LIMIT 1 FOR UPDATE SKIP LOCKED",
///     };
/// }
/// assert_eq!(ALL.len(), 4);
/// ```
#[macro_export]
macro_rules! statements {
    (@one $name:ident @split $sqlite:expr, $postgres:expr) => {
        $crate::Statement {
            name: concat!(module_path!(), "::", stringify!($name)),
            sqlite: $sqlite,
            postgres: $postgres,
        }
    };
    (@one $name:ident $sql:expr) => {
        $crate::statements!(@one $name @split $sql, $sql)
    };
    ($(
        $(#[$meta:meta])*
        $vis:vis const $name:ident: Statement =
            $($text:literal)?
            $(concat!($($piece:expr),+ $(,)?))?
            $(($made:expr))?
            $(@split { sqlite: $sqlite:expr, postgres: $postgres:expr $(,)? })?;
    )*) => {
        $(
            $(#[$meta])*
            $vis const $name: $crate::Statement = $crate::statements!(
                @one $name
                $($text)?
                $(concat!($($piece),+))?
                $($made)?
                $(@split $sqlite, $postgres)?
            );
        )*

        /// Every statement of this module, so that a test can prepare them all.
        pub const ALL: &[$crate::Statement] = &[$($name),*];
    };
}
