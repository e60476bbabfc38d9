//! Ids: which elements need one, that each is unique and well-formed; text formats and URIs (8.2.1, 8.3).

use std::collections::HashSet;

use super::elements::{is_flow_node, label, tag};
use super::{Found, Model};

const NEED_ID: [&str; 12] = [
    "process",
    "sequenceFlow",
    "messageFlow",
    "participant",
    "message",
    "signal",
    "error",
    "escalation",
    "itemDefinition",
    "operation",
    "dataObject",
    "dataObjectReference",
];

/// Script languages that engines know by a bare name; `host` is a script that names an operation.
const LANGUAGES: [&str; 12] = [
    "host",
    "feel",
    "juel",
    "groovy",
    "javascript",
    "ecmascript",
    "java",
    "python",
    "jython",
    "ruby",
    "jruby",
    "mvel",
];

pub(super) fn check(model: &Model, found: &mut Found) {
    let mut seen = HashSet::new();
    for el in &model.all {
        match el.attribute("id") {
            None | Some("") if is_flow_node(*el) || NEED_ID.contains(&tag(*el)) => {
                found.add(
                    *el,
                    "id.missing",
                    format!("this {} has no id", tag(*el)),
                    "Give it an id that nothing else has",
                );
            }
            Some(id) if !seen.insert(id) => {
                found.add(
                    *el,
                    "id.repeated",
                    format!("the id `{id}` is used more than once"),
                    "Give each element its own id",
                );
            }
            Some(id) if !id.is_empty() && !is_ncname(id) => {
                let remedy = "Use letters, digits, points, - and _, and start with a letter or _";
                found.add(*el, "id.form", format!("`{id}` cannot be an id"), remedy);
            }
            _ => {}
        }
        formats(*el, found);
    }
    for import in model.named("import") {
        for name in ["namespace", "location", "importType"] {
            if import.attribute(name).is_none_or(|value| value.trim().is_empty()) {
                found.add(
                    import,
                    "import.incomplete",
                    format!("the import has no {name}"),
                    "Complete or remove it",
                );
            }
        }
    }
}

fn is_ncname(id: &str) -> bool {
    id.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '\u{b7}') || c > '\u{2ff}')
}

fn formats(el: super::El, found: &mut Found) {
    for name in ["textFormat", "scriptFormat"] {
        if let Some(format) = el.attribute(name)
            && !is_mime_type(format)
            && !(name == "scriptFormat" && LANGUAGES.contains(&format.to_ascii_lowercase().as_str()))
        {
            let message = format!("{name} `{format}` is not a MIME type");
            found.add(
                el,
                "format.mime",
                message,
                "Write a type and a subtype, as text/plain or text/javascript",
            );
        }
    }
    for name in ["language", "expressionLanguage", "typeLanguage", "namespace", "targetNamespace"] {
        if let Some(uri) = el.attribute(name)
            && !is_uri(uri)
        {
            found.add(
                el,
                "format.uri",
                format!("{name} `{uri}` of {} is not a URI", label(el)),
                "Write a URI, as https://www.omg.org/spec/DMN/20230324/FEEL/",
            );
        }
    }
}

/// `type/subtype`, with parameters if any (RFC 2045).
fn is_mime_type(text: &str) -> bool {
    let essence = text.split(';').next().unwrap_or_default().trim();
    let token = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "!#$&-^_.+".contains(c))
    };
    essence.split_once('/').is_some_and(|(main, sub)| token(main) && token(sub))
}

/// A URI or relative reference, as far as its characters and percent signs tell (RFC 3986).
fn is_uri(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'%' => bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
        b' ' | b'<' | b'>' | b'"' | b'{' | b'}' | b'|' | b'\\' | b'^' | b'`' => false,
        byte => !byte.is_ascii_control(),
    })
}
