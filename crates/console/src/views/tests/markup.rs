//! Reads the markup of the samples with a small strict reader: what is opened is closed, in order.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Lang;
use texts::Texts;

use crate::views::samples::{Sample, all};

/// Elements without an end (HTML standard, 13.1.2).
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

#[derive(Debug)]
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    /// Names of the open elements around it, outermost first.
    around: Vec<String>,
    /// The text directly after it, up to the next tag.
    text: String,
}

impl Tag {
    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// Every tag of the markup, or what is wrong with it.
fn read(html: &str) -> Result<Vec<Tag>, String> {
    let mut open: Vec<String> = Vec::new();
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let after = &rest[at + 1..];
        if after.starts_with('!') {
            rest = &after[after.find('>').ok_or("an unfinished declaration")?..];
            continue;
        }
        let end = end_of(after)
            .ok_or_else(|| format!("an unfinished tag: <{}", after.chars().take(40).collect::<String>()))?;
        let inside = after[..end].trim_end_matches('/');
        rest = &after[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            let last = open.pop().unwrap_or_default();
            if last != name.trim() {
                return Err(format!("</{name}> closes <{last}>"));
            }
            continue;
        }
        let (name, attributes) = attributes(inside)?;
        let text = rest[..rest.find('<').unwrap_or(rest.len())].to_owned();
        tags.push(Tag { name: name.clone(), attributes, around: open.clone(), text });
        if !VOID.contains(&name.as_str()) && !after[..end].ends_with('/') {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(tags) } else { Err(format!("never closed: {open:?}")) }
}

fn end_of(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn attributes(inside: &str) -> Result<(String, BTreeMap<String, String>), String> {
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut found = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok((name.to_owned(), found));
        }
        let stop = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let key = rest[..stop].to_owned();
        let mut value = String::new();
        rest = &rest[stop..];
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').ok_or_else(|| format!("{key}: a value without its end"))?;
            value = quoted[..end].to_owned();
            rest = &quoted[end + 1..];
            if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
                return Err(format!("{key}: no space after its value in <{inside}>"));
            }
        } else if rest.starts_with('=') {
            return Err(format!("{key}: a value without quotes in <{inside}>"));
        }
        if found.insert(key.clone(), value).is_some() {
            return Err(format!("{key} twice in <{inside}>"));
        }
    }
}

fn each(check: impl Fn(&Sample, &[Tag]) -> Vec<String>) {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for sample in all(Texts::of(lang)).unwrap() {
            match read(&sample.html) {
                Ok(tags) => wrong.extend(
                    check(&sample, &tags)
                        .into_iter()
                        .map(|what| format!("{} {}: {what}", lang.code(), sample.name)),
                ),
                Err(what) => wrong.push(format!("{} {}: {what}", lang.code(), sample.name)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sample_is_well_formed_and_names_each_id_once() {
    each(|_, tags| {
        let mut seen = BTreeSet::new();
        tags.iter()
            .map(|tag| tag.get("id"))
            .filter(|id| !id.is_empty() && !seen.insert(id.to_owned()))
            .map(|id| format!("the id {id} is there twice"))
            .collect()
    });
}

#[test]
fn a_page_has_one_heading_of_the_first_level_one_main_and_its_language() {
    each(|sample, tags| {
        if !sample.page {
            return Vec::new();
        }
        let mut wrong = Vec::new();
        for name in ["h1", "main", "title"] {
            // Drawings have titles of their own; the page's is in its head.
            let end = if name == "title" { "body" } else { "" };
            let count = tags.iter().take_while(|tag| tag.name != end).filter(|tag| tag.name == name).count();
            if count != 1 {
                wrong.push(format!("{count} <{name}>"));
            }
        }
        if tags.first().is_none_or(|tag| tag.name != "html" || tag.get("lang").is_empty()) {
            wrong.push("no language".to_owned());
        }
        wrong
    });
}

#[test]
fn every_control_has_a_name_for_those_who_do_not_see() {
    each(|_, tags| {
        let labelled: BTreeSet<&str> =
            tags.iter().filter(|tag| tag.name == "label").map(|tag| tag.get("for")).collect();
        tags.iter()
            .filter(|tag| ["input", "select", "textarea"].contains(&tag.name.as_str()))
            .filter(|tag| !["hidden", "submit", "button"].contains(&tag.get("type")))
            .filter(|tag| {
                tag.get("aria-label").is_empty()
                    && tag.get("aria-labelledby").is_empty()
                    && !labelled.contains(tag.get("id"))
                    && !tag.around.iter().any(|name| name == "label")
            })
            .map(|tag| format!("<{} name={:?}> has no label", tag.name, tag.get("name")))
            .collect()
    });
}

#[test]
fn every_address_is_a_known_route_and_answers_that_method() {
    each(|sample, tags| {
        let mut wrong = Vec::new();
        let ids: BTreeSet<&str> = tags.iter().map(|tag| tag.get("id")).collect();
        for tag in tags {
            let form = if tag.get("method") == "post" { "POST" } else { "GET" };
            for (attribute, method) in [
                ("href", "GET"),
                ("data-href", "GET"),
                ("data-url", "GET"),
                ("hx-get", "GET"),
                ("hx-push-url", "GET"),
                ("hx-post", "POST"),
                ("action", form),
            ] {
                let Some(url) = tag.attributes.get(attribute) else {
                    continue;
                };
                if url.starts_with("tel:") || url.starts_with("mailto:") || tag.name == "use" {
                    continue;
                }
                if let Some(place) = url.strip_prefix('#') {
                    // A partial may point at a part of the page around it.
                    if sample.page && !ids.contains(place) {
                        wrong.push(format!("{url} points nowhere"));
                    }
                    continue;
                }
                match routes::find(url) {
                    None => wrong.push(format!("{attribute}={url:?} of <{}> is not a route", tag.name)),
                    Some(route) if !route.methods.iter().any(|one| one.as_str() == method) => {
                        wrong.push(format!("{url} does not answer {method}"));
                    }
                    Some(_) => {}
                }
            }
        }
        wrong
    });
}

#[test]
fn what_is_described_or_controlled_exists() {
    each(|sample, tags| {
        let ids: BTreeSet<&str> = tags.iter().map(|tag| tag.get("id")).collect();
        let mut wrong = Vec::new();
        for tag in tags.iter().filter(|_| sample.page) {
            for attribute in
                ["aria-labelledby", "aria-describedby", "aria-controls", "data-open", "popovertarget"]
            {
                for id in tag.get(attribute).split_whitespace().filter(|id| !ids.contains(id)) {
                    wrong.push(format!("{attribute}={id:?} of <{}> points nowhere", tag.name));
                }
            }
        }
        wrong
    });
}

#[test]
fn no_style_element_no_inline_script_and_no_asset_without_an_address() {
    each(|_, tags| {
        tags.iter()
            .filter_map(|tag| match tag.name.as_str() {
                "style" => Some("a style element".to_owned()),
                "script" if tag.get("src").is_empty() || !tag.text.trim().is_empty() => {
                    Some("an inline script".to_owned())
                }
                "use" if !tag.get("href").starts_with(web::assets::PREFIX) => {
                    Some(format!("an icon without its file: {:?}", tag.get("href")))
                }
                _ => tag
                    .attributes
                    .keys()
                    .find(|name| name.starts_with("on"))
                    .map(|name| format!("a handler: {name}")),
            })
            .collect()
    });
}

#[test]
fn every_icon_is_in_the_set() {
    let (_, set) =
        web::assets::files().find(|(name, _)| name.starts_with("icons-") && name.ends_with(".svg")).unwrap();
    let set = String::from_utf8(set).unwrap();
    each(|_, tags| {
        tags.iter()
            .filter(|tag| tag.name == "use")
            .filter_map(|tag| tag.get("href").split_once('#'))
            .filter(|(_, icon)| !set.contains(&format!("id=\"{icon}\"")))
            .map(|(_, icon)| format!("no icon {icon}"))
            .collect()
    });
}

#[test]
fn the_reader_itself_sees_what_is_wrong() {
    for (html, wrong) in [
        ("<p><b></p></b>", "closes"),
        ("<p", "unfinished"),
        ("<p class=a></p>", "without quotes"),
        ("<p class=\"a\"id=\"b\"></p>", "no space"),
        ("<p id=\"a\" id=\"b\"></p>", "twice"),
        ("<div><p></p>", "never closed"),
    ] {
        let said = read(html).unwrap_err();
        assert!(said.contains(wrong), "{html}: {said}");
    }
    assert_eq!(read("<!doctype html><p><br>a &lt; b<path d=\"M0 0\"/></p>").unwrap().len(), 3);
}
