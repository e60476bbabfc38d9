//! An expression of a model, parsed once. One that cannot be parsed fails when it is reached, as an incident.

use crate::Env;

/// A parsed expression.
#[derive(Clone, Debug)]
pub struct Formula {
    /// The text.
    pub text: Box<str>,
    parsed: Result<feel::Expr, Box<str>>,
}

impl Formula {
    /// Names of variables it reads.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.parsed.as_ref().map(feel::Expr::names).unwrap_or_default()
    }

    /// Parses; never fails. A leading `=`, by which some editors mark expressions, is not part of it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = text.trim();
        let text = text.strip_prefix('=').unwrap_or(text);
        Self { text: text.into(), parsed: feel::parse_condition(text).map_err(|e| e.to_string().into()) }
    }

    /// The value.
    ///
    /// # Errors
    /// A sentence for an incident.
    pub fn value(&self, scope: &dyn feel::Scope, env: &Env) -> Result<feel::Value, String> {
        let parsed = self
            .parsed
            .as_ref()
            .map_err(|e| format!("the expression `{}` cannot be read: {e}", self.text))?;
        parsed
            .eval(scope, &feel::Env::at(env.now))
            .map_err(|e| format!("the expression `{}` failed: {e}", self.text))
    }

    /// The truth value; null is false.
    ///
    /// # Errors
    /// A sentence for an incident.
    pub fn holds(&self, scope: &dyn feel::Scope, env: &Env) -> Result<bool, String> {
        let parsed =
            self.parsed.as_ref().map_err(|e| format!("the condition `{}` cannot be read: {e}", self.text))?;
        parsed
            .eval_condition(scope, &feel::Env::at(env.now))
            .map_err(|e| format!("the condition `{}` failed: {e}", self.text))
    }
}
