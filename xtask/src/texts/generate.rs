//! Writes the Rust files of `crates/texts/src/generated`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use super::LANGUAGES;
use super::catalogue::{Catalogue, Said};
use super::compare::{function_name, is_keyword};
use crate::source;

/// Every file to write, by name, formatted.
pub fn files(reference: &Catalogue, messages: &[Said]) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    files.insert("mod.rs".to_owned(), formatted(&index(reference))?);
    for area in &reference.areas {
        let said: Vec<&Said> = messages.iter().filter(|said| &said.area == area).collect();
        files.insert(format!("{}.rs", module(area)), formatted(&functions(area, &said))?);
    }
    Ok(files)
}

fn module(area: &str) -> String {
    area.replace('-', "_")
}

fn index(reference: &Catalogue) -> String {
    let mut out = String::from(
        "//! The catalogues and the functions of their messages. Written by `cargo xtask texts`; do not edit.\n\n",
    );
    for area in &reference.areas {
        let _ = writeln!(out, "mod {};", module(area));
    }
    out.push_str("\nuse kernel::Lang;\n\n");
    out.push_str("/// The Fluent sources of a language: area and text.\n#[must_use]\n");
    out.push_str(
        "pub const fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {\n    match lang {\n",
    );
    for lang in LANGUAGES {
        let variant: String =
            lang.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(lang.chars().skip(1)).collect();
        let _ = writeln!(out, "        Lang::{variant} => &[");
        for area in &reference.areas {
            // A language that lacks the file speaks Italian until it has one; the check reports it.
            let own = source::root().join("texts").join(lang).join(format!("{area}.ftl"));
            if own.exists() {
                let _ = writeln!(
                    out,
                    "            (\"{area}\", include_str!(\"../../../../texts/{lang}/{area}.ftl\")),"
                );
            }
        }
        out.push_str("        ],\n");
    }
    out.push_str("    }\n}\n");
    out
}

fn functions(area: &str, messages: &[&Said]) -> String {
    let mut out = format!(
        "//! Messages of `texts/*/{area}.ftl`. Written by `cargo xtask texts`; do not edit.\n\nimpl crate::Texts {{\n"
    );
    for (index, said) in messages.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        function(&mut out, said);
    }
    out.push_str("}\n");
    out
}

fn function(out: &mut String, said: &Said) {
    let mut parameters = String::new();
    let mut values = String::new();
    for arg in &said.args {
        let name = parameter(&arg.name);
        let (kind, made) = if arg.counted {
            ("impl crate::Count", format!("crate::number({name})"))
        } else {
            ("impl std::fmt::Display", format!("self.text({name})"))
        };
        let _ = write!(parameters, ", {name}: {kind}");
        let _ = write!(values, "(\"{}\", {made}),", arg.name);
    }
    let _ = write!(
        out,
        "    /// `{}`\n    #[must_use]\n    pub fn {}(&self{parameters}) -> String {{ self.say(\"{}\", &[{}]) }}\n",
        documentation(&said.text),
        function_name(&said.key),
        said.key,
        values.trim_end_matches(','),
    );
}

fn parameter(name: &str) -> String {
    let name = name.replace('-', "_");
    if is_keyword(&name) { format!("{name}_") } else { name }
}

/// A text on one line, safe inside a code span of a doc comment.
fn documentation(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    if line.is_empty() { "–".to_owned() } else { line }
}

/// The source as `rustfmt` leaves it with the house's settings.
fn formatted(code: &str) -> Result<String, String> {
    let failed =
        |error: &dyn std::fmt::Display| format!("rustfmt could not format the generated texts: {error}");
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(source::root().join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(code.as_bytes()).map_err(|error| failed(&error))?;
    }
    let output = child.wait_with_output().map_err(|error| failed(&error))?;
    if !output.status.success() {
        return Err(failed(&output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| failed(&error))
}
