//! Content lines: escaping, parameters, folding at 75 octets (RFC 5545, 3.1 and 3.3.11), and reading them back.

/// The longest line, in octets, without its end.
const LONGEST: usize = 75;

/// A calendar being written.
#[derive(Debug, Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// A line written as it is.
    pub(crate) fn raw(&mut self, line: &str) {
        let mut room = LONGEST;
        for c in line.chars().filter(|c| !c.is_control() || *c == '\t') {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is a text.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.raw(&format!("{name}:{}", escape(value)));
    }

    /// A property whose value is a text, left out when empty.
    pub(crate) fn some_text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.text(name, value);
        }
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// A text value: backslash, semicolon, comma and line end escaped.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The reverse of [`escape`].
pub(crate) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

/// A parameter value: in quotes when it holds a sign that would end it; quotes themselves have no place in one.
pub(crate) fn parameter(text: &str) -> String {
    let clean: String =
        text.chars().map(|c| if c == '"' { '\'' } else { c }).filter(|c| !c.is_control()).collect();
    if clean.contains([':', ';', ',']) { format!("\"{clean}\"") } else { clean }
}

/// A line read: name, parameters, raw value. Names are in upper case.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) value: String,
}

impl Line {
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The lines of a calendar, unfolded; lines that are none are skipped.
pub(crate) fn read(text: &str) -> Vec<Line> {
    let mut whole: Vec<String> = Vec::new();
    for line in text.trim_start_matches('\u{feff}').split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), whole.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => whole.push(line.to_owned()),
        }
    }
    whole.iter().filter_map(|line| split(line)).collect()
}

fn split(line: &str) -> Option<Line> {
    let mut parts = Vec::new();
    let mut quoted = false;
    let mut from = 0;
    let mut end = None;
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' | ':' if !quoted => {
                parts.push(line.get(from..at)?);
                from = at + 1;
                if c == ':' {
                    end = Some(from);
                    break;
                }
            }
            _ => {}
        }
    }
    let value = line.get(end?..)?.to_owned();
    let (name, parameters) = parts.split_first()?;
    let parameters = parameters
        .iter()
        .filter_map(|part| part.split_once('='))
        .map(|(key, value)| (key.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_owned()))
        .collect();
    Some(Line { name: name.trim().to_ascii_uppercase(), parameters, value })
}
