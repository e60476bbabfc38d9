//! The text of a mail as HTML, for readers that show it: the same words, set in paragraphs.

use kernel::Lang;

/// How a mail looks where its styles are read; everything stays readable where they are not.
const STYLE: &str = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1b1f24;max-width:38em;margin:0;padding:16px";

/// A text as an HTML document. A line left empty begins a paragraph; lines that all say what they are (`Quando: …`,
/// `Dove: …`) have their first words set bold; addresses of the web become links. Nothing of the text is taken as markup.
#[must_use]
pub fn html(subject: &str, text: &str, lang: Option<Lang>) -> String {
    let lang = lang.map_or_else(String::new, |lang| format!(" lang=\"{}\"", lang.code()));
    let mut body = String::new();
    for paragraph in text.replace("\r\n", "\n").split("\n\n") {
        let lines: Vec<&str> = paragraph.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            continue;
        }
        let labelled = lines.len() > 1 && lines.iter().all(|line| label(line).is_some());
        let lines: Vec<String> = lines.iter().map(|line| set(line, labelled)).collect();
        body.push_str(&format!("<p style=\"margin:0 0 16px\">{}</p>\r\n", lines.join("<br>\r\n")));
    }
    format!(
        "<!DOCTYPE html>\r\n<html{lang}>\r\n<head><meta charset=\"utf-8\"><title>{}</title></head>\r\n\
         <body style=\"{STYLE}\">\r\n{body}</body>\r\n</html>\r\n",
        escaped(subject)
    )
}

/// What a line says it is, and the rest: `Quando` and ` mercoledì`.
fn label(line: &str) -> Option<(&str, &str)> {
    let (label, rest) = line.split_once(": ")?;
    (!label.is_empty() && label.chars().count() <= 24).then_some((label, rest))
}

fn set(line: &str, labelled: bool) -> String {
    match label(line).filter(|_| labelled) {
        Some((label, rest)) => format!("<strong>{}:</strong> {}", escaped(label), linked(rest)),
        None => linked(line),
    }
}

/// The words of a line, addresses of the web as links.
fn linked(line: &str) -> String {
    let words = line.split(' ').map(|word| {
        let address = word.trim_end_matches(['.', ',', ';', ')']);
        if !address.starts_with("https://") && !address.starts_with("http://") {
            return escaped(word);
        }
        let rest = word.strip_prefix(address).unwrap_or_default();
        format!("<a href=\"{0}\">{0}</a>{1}", escaped(address), escaped(rest))
    });
    words.collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::html;

    #[test]
    fn a_text_is_set_in_paragraphs_and_nothing_of_it_is_markup() {
        let text = "Buongiorno <b>Irene</b>,\n\nQuando: mercoledì & giovedì\nDove: via \"Po\"\n\nDettagli: https://example.it/a?b=1&c=2.\n";
        let set = html("Visita <1>", text, Some(Lang::It));
        assert!(set.starts_with("<!DOCTYPE html>\r\n<html lang=\"it\">"), "{set}");
        assert!(set.contains("<title>Visita &lt;1&gt;</title>"), "{set}");
        assert!(set.contains("Buongiorno &lt;b&gt;Irene&lt;/b&gt;,</p>"), "{set}");
        assert!(
            set.contains("<strong>Quando:</strong> mercoledì &amp; giovedì<br>\r\n<strong>Dove:</strong> via &quot;Po&quot;</p>"),
            "{set}"
        );
        assert!(
            set.contains("Dettagli: <a href=\"https://example.it/a?b=1&amp;c=2\">https://example.it/a?b=1&amp;c=2</a>.</p>"),
            "{set}"
        );
        assert_eq!(set.matches("<p ").count(), 3);
    }
}
