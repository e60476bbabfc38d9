//! A small strict tree over the XML reader: every element knows its place. No document type, no entities of its own,
//! bounded in depth and number, so that a file from outside can cost no more than it weighs.

use domain::distributor::{Problem, ReadProblem};
use encoding_rs::{Encoding, UTF_8};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

/// The most elements within elements.
pub(super) const DEPTH: usize = 16;
/// The most elements of a message.
pub(super) const ELEMENTS: usize = 10_000;

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// Its name without a prefix.
    pub name: String,
    /// Path from the root, itself included.
    pub path: String,
    /// Attributes, names without a prefix.
    pub attributes: Vec<(String, String)>,
    /// Its own text, trimmed.
    pub text: String,
    /// What stands in it.
    pub children: Vec<Element>,
    /// Line and character, from 1.
    pub place: (usize, usize),
}

impl Element {
    /// A problem of this element.
    pub fn problem(&self, file: &str, problem: Problem) -> ReadProblem {
        at(file, self.place, &self.path, problem)
    }

    /// A problem of something within this element.
    pub fn problem_of(&self, file: &str, name: &str, problem: Problem) -> ReadProblem {
        at(file, self.place, &format!("{}/{name}", self.path), problem)
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn at(file: &str, place: (usize, usize), element: &str, problem: Problem) -> ReadProblem {
    ReadProblem {
        file: file.to_owned(),
        line: place.0,
        column: place.1,
        element: element.to_owned(),
        problem,
    }
}

/// Reads a document.
pub(super) fn parse(file: &str, bytes: &[u8]) -> Result<Element, ReadProblem> {
    let text = decode(file, bytes)?;
    if !text.trim_start().starts_with('<') {
        return Err(at(file, (1, 1), "", Problem::NotXml));
    }
    Tree { file, text: &text, places: Places::of(&text), open: Vec::new(), root: None, count: 0 }.read()
}

/// The letters of a file: by its byte order mark, else as its first line says, else UTF-8.
fn decode(file: &str, bytes: &[u8]) -> Result<String, ReadProblem> {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None => {
            (declared(bytes).map_err(|name| at(file, (1, 1), "", Problem::Encoding { encoding: name }))?, 0)
        }
    };
    let rest = bytes.get(mark..).unwrap_or_default();
    match encoding.decode_without_bom_handling_and_without_replacement(rest) {
        Some(text) => Ok(text.into_owned()),
        None => {
            let good = std::str::from_utf8(rest).err().map_or(0, |error| error.valid_up_to());
            let read = String::from_utf8_lossy(rest.get(..good).unwrap_or_default());
            Err(at(
                file,
                Places::of(&read).of_byte(good),
                "",
                Problem::Encoding { encoding: encoding.name().to_owned() },
            ))
        }
    }
}

/// The encoding of the XML declaration; its name when nobody knows it.
fn declared(bytes: &[u8]) -> Result<&'static Encoding, String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(200)).unwrap_or_default());
    let Some(declaration) = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"))
    else {
        return Ok(UTF_8);
    };
    let Some((_, after)) = declaration.0.split_once("encoding") else { return Ok(UTF_8) };
    let name = after.trim_start().trim_start_matches('=').trim_start();
    let name: String = name
        .chars()
        .skip(1)
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        .collect();
    Encoding::for_label(name.as_bytes()).ok_or(name)
}

/// Where lines begin, to turn a byte into a line and a character.
struct Places<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Places<'a> {
    fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    fn of_byte(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..byte.min(self.text.len())).unwrap_or_default();
        (line, before.chars().count() + 1)
    }
}

struct Tree<'a> {
    file: &'a str,
    text: &'a str,
    places: Places<'a>,
    open: Vec<Element>,
    root: Option<Element>,
    count: usize,
}

impl Tree<'_> {
    fn read(mut self) -> Result<Element, ReadProblem> {
        let mut reader = Reader::from_str(self.text);
        reader.config_mut().check_comments = true;
        loop {
            let before = usize::try_from(reader.buffer_position()).unwrap_or(0);
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let byte = usize::try_from(reader.error_position()).unwrap_or(before);
                    return Err(self.malformed(byte, error.to_string()));
                }
            };
            match event {
                Event::Start(tag) => self.start(before, &tag)?,
                Event::Empty(tag) => {
                    self.start(before, &tag)?;
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(text) => self.words(before, &text.xml10_content())?,
                Event::CData(text) => self.words(before, &text.xml10_content())?,
                Event::GeneralRef(name) => {
                    let character =
                        character(&name).ok_or_else(|| self.wrong(before, Problem::Declaration))?;
                    self.words(before, character.encode_utf8(&mut [0; 4]))?;
                }
                Event::DocType(_) => return Err(self.wrong(before, Problem::Declaration)),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
                Event::Eof => break,
            }
        }
        if let Some(open) = self.open.last() {
            return Err(open.problem(
                self.file,
                Problem::Malformed { words: "the file ends before it is closed".into() },
            ));
        }
        let end = self.text.len();
        self.root.take().ok_or_else(|| self.malformed(end, "there is no element".to_owned()))
    }

    fn wrong(&self, byte: usize, problem: Problem) -> ReadProblem {
        let path = self.open.last().map_or("", |element| element.path.as_str());
        at(self.file, self.places.of_byte(byte), path, problem)
    }

    fn malformed(&self, byte: usize, words: String) -> ReadProblem {
        self.wrong(byte, Problem::Malformed { words })
    }

    fn start(&mut self, byte: usize, tag: &BytesStart<'_>) -> Result<(), ReadProblem> {
        if self.open.is_empty() && self.root.is_some() {
            return Err(self.malformed(byte, "a second root element".to_owned()));
        }
        if self.open.len() >= DEPTH {
            return Err(self.wrong(byte, Problem::TooDeep { most: DEPTH }));
        }
        self.count += 1;
        if self.count > ELEMENTS {
            return Err(self.wrong(byte, Problem::TooManyElements { most: ELEMENTS }));
        }
        let name = local(tag.name().as_ref());
        let path = self.open.last().map_or_else(|| name.clone(), |parent| format!("{}/{name}", parent.path));
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| self.malformed(byte, error.to_string()))?;
            let value = attribute
                .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                .map_err(|_| self.wrong(byte, Problem::Declaration))?;
            attributes.push((local(attribute.key.as_ref()), value.trim().to_owned()));
        }
        let place = self.places.of_byte(byte);
        self.open.push(Element { name, path, attributes, text: String::new(), children: Vec::new(), place });
        Ok(())
    }

    fn end(&mut self) {
        let Some(mut element) = self.open.pop() else { return };
        element.text = element.text.trim().to_owned();
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    fn words(&mut self, byte: usize, text: &str) -> Result<(), ReadProblem> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(self.malformed(byte, "text outside the root element".to_owned())),
        }
        Ok(())
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}

/// The character of a reference: by number, or one of the five of XML itself. Others would need a document type.
fn character(name: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match name.as_ref() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => name.resolve_char_ref().ok().flatten(),
    }
}
