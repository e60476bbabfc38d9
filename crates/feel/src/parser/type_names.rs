//! Types as written after `instance of` and after parameters.

use std::sync::Arc;

use super::{Parsed, Parser};
use crate::ast::TypeName;
use crate::lexer::Tok;

impl Parser<'_> {
    pub(super) fn type_name(&mut self) -> Parsed<TypeName> {
        self.nested(Self::type_form)
    }

    fn type_form(&mut self) -> Parsed<TypeName> {
        let followed = matches!(self.ahead(1), Tok::Sign("<"));
        if followed && self.take_word("list") {
            return Ok(TypeName::List(Box::new(self.single_parameter()?)));
        }
        if followed && self.take_word("range") {
            return Ok(TypeName::Range(Box::new(self.single_parameter()?)));
        }
        if followed && self.take_word("context") {
            return self.context_type();
        }
        if followed && self.take_word("function") {
            return self.function_type();
        }
        if self.is_word("null") || self.is_word("function") {
            return Ok(TypeName::Named(self.spelling(1)));
        }
        let Some(mut name) = self.name_in_use() else {
            let found = self.found();
            return self.fail(
                format!("a type was expected, {found} was found"),
                "Write one, as `number` or `list<string>`",
            );
        };
        while self.take_sign(".") {
            let next = self.name_in_use().unwrap_or_default();
            name = Arc::from(format!("{name}.{next}"));
        }
        Ok(TypeName::Named(name))
    }

    fn single_parameter(&mut self) -> Parsed<TypeName> {
        self.expect_sign("<")?;
        let of = self.type_name()?;
        self.expect_sign(">")?;
        Ok(of)
    }

    fn context_type(&mut self) -> Parsed<TypeName> {
        self.expect_sign("<")?;
        let mut entries = Vec::new();
        while !self.is_sign(">") {
            let name = self.name_given(&[":"])?;
            self.expect_sign(":")?;
            entries.push((name, self.type_name()?));
            if !self.take_sign(",") {
                break;
            }
        }
        self.expect_sign(">")?;
        Ok(TypeName::Context(entries))
    }

    fn function_type(&mut self) -> Parsed<TypeName> {
        self.expect_sign("<")?;
        let mut params = Vec::new();
        while !self.is_sign(">") {
            params.push(self.type_name()?);
            if !self.take_sign(",") {
                break;
            }
        }
        self.expect_sign(">")?;
        self.expect_sign("->")?;
        Ok(TypeName::Function(params, Box::new(self.type_name()?)))
    }
}
