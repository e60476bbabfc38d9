//! Literal text in page templates: every word a person reads comes from the catalogues.

use std::path::Path;

use crate::source;

/// Attributes whose value is read by people.
const SPOKEN: [&str; 6] = ["title", "aria-label", "placeholder", "alt", "aria-description", "aria-valuetext"];

/// Attributes without a value, which macros write outside a tag.
const BARE: [&str; 9] =
    ["autofocus", "checked", "disabled", "hidden", "multiple", "novalidate", "open", "readonly", "selected"];

/// Looks through the templates of the edges; words of the allow-list are passed over.
pub fn check(root: &Path, problems: &mut Vec<String>) -> Result<(), String> {
    let allowed = source::allow_list(&root.join("xtask/texts-allow.txt"));
    for edge in ["console", "portal", "web"] {
        for path in source::files(&root.join("crates").join(edge).join("templates"), "html") {
            for (line, text) in literals(&source::read(&path)?, &allowed) {
                problems.push(format!("{}:{line}: untranslated text: {text}", source::shown(&path)));
            }
        }
    }
    Ok(())
}

/// Pieces of text with letters outside expressions and markup: line and text.
pub fn literals(template: &str, allowed: &[String]) -> Vec<(usize, String)> {
    let blanked = without_expressions(template);
    let mut found = Vec::new();
    let mut line = 1;
    let mut rest = blanked.as_str();
    let mut silent: Option<&str> = None;
    while !rest.is_empty() {
        let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        if silent.is_none() {
            let (text, values) = without_attributes(text);
            for value in values {
                collect(value, line, allowed, &mut found);
            }
            collect(&text, line, allowed, &mut found);
        }
        line += text.matches('\n').count();
        let markup = markup(after);
        if let Some(closing) = silent {
            if markup.strip_prefix("</").is_some_and(|m| m.starts_with(closing)) {
                silent = None;
            }
        } else {
            for value in spoken_values(markup) {
                collect(value, line, allowed, &mut found);
            }
            silent = ["script", "style", "code", "kbd"].into_iter().find(|name| {
                markup
                    .strip_prefix('<')
                    .and_then(|m| m.strip_prefix(name))
                    .is_some_and(|m| m.starts_with(|c: char| c.is_whitespace() || c == '>'))
            });
        }
        line += markup.matches('\n').count();
        rest = after.get(markup.len()..).unwrap_or_default();
    }
    found
}

/// The comment or tag a text starts with, up to its end outside quotes.
fn markup(text: &str) -> &str {
    if text.starts_with("<!--") {
        let end = text.find("-->").map_or(text.len(), |at| at + 3);
        return text.get(..end).unwrap_or(text);
    }
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return text.get(..=at).unwrap_or(text),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    text
}

/// The values of a tag's attributes that people read.
fn spoken_values(tag: &str) -> Vec<&str> {
    let mut values = Vec::new();
    for name in SPOKEN {
        for quote in ['"', '\''] {
            let opening = format!(" {name}={quote}");
            let mut rest = tag;
            while let Some((_, after)) = rest.split_once(&opening) {
                let (value, after) = after.split_once(quote).unwrap_or((after, ""));
                values.push(value);
                rest = after;
            }
        }
    }
    values
}

/// A text without the attributes that a macro writes outside a tag (`{% if bad %} aria-invalid="true"{% endif %}`), and the
/// values of those among them that people read.
fn without_attributes(text: &str) -> (String, Vec<&str>) {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("=\"") {
        let name = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let (value, tail) = after.split_once('"').unwrap_or((after, ""));
        out.push_str(before.get(..name).unwrap_or_default());
        out.extend(value.chars().filter(|c| *c == '\n'));
        rest = tail;
    }
    out.push_str(rest);
    (out, spoken_values(text))
}

fn collect(text: &str, line: usize, allowed: &[String], found: &mut Vec<(usize, String)>) {
    for (offset, piece) in text.lines().enumerate() {
        let words: Vec<&str> = piece
            .split_whitespace()
            .filter(|word| !(word.starts_with('&') && word.ends_with(';')))
            .filter(|word| !BARE.contains(word))
            .filter(|word| without_entities(word).chars().any(char::is_alphabetic))
            .filter(|word| {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                !allowed.iter().any(|allowed| allowed == bare || allowed == word)
            })
            .collect();
        if !words.is_empty() {
            found.push((line + offset, piece.trim().to_owned()));
        }
    }
}

/// A word without its character references (`&nbsp;`).
fn without_entities(word: &str) -> String {
    let mut out = String::new();
    let mut rest = word;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        rest = after.split_once(';').map_or(after, |(_, tail)| tail);
    }
    out.push_str(rest);
    out
}

/// The template with `{{ … }}`, `{% … %}` and `{# … #}` replaced by blanks, line breaks kept.
fn without_expressions(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let closing = match after.as_bytes().get(1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                out.push('{');
                rest = after.get(1..).unwrap_or_default();
                continue;
            }
        };
        let end = after.find(closing).map_or(after.len(), |end| end + closing.len());
        let (expression, tail) = after.split_at(end);
        out.extend(expression.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = tail;
    }
    out.push_str(rest);
    out
}
