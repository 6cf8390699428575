//! The little of XML that all parts need.

use super::super::Unreadable;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements nested deeper than this are an attack, not a document.
const DEPTH_MOST: usize = 256;

/// An opening or closing of an element, or words between them.
pub enum Step<'a> {
    Open(BytesStart<'a>),
    /// The local name of what closes; an element without content opens and closes.
    Close(String),
    Words(String),
}

/// Walks through `xml` and hands each step to `act`; a document type, a depth beyond the limit or
/// broken markup is damage.
pub fn walk(xml: &str, mut act: impl FnMut(Step<'_>)) -> Result<(), Unreadable> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Unreadable::Damaged)? {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEPTH_MOST {
                    return Err(Unreadable::Damaged);
                }
                act(Step::Open(tag));
            }
            Event::Empty(tag) => {
                let name = local(&tag);
                act(Step::Open(tag));
                act(Step::Close(name));
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                act(Step::Close(tag.local_name().as_ref().to_owned()));
            }
            Event::Text(words) => act(Step::Words(words.xml10_content().into_owned())),
            Event::CData(words) => act(Step::Words(words.xml10_content().into_owned())),
            Event::GeneralRef(name) => {
                let c = match name.resolve_char_ref().map_err(|_| Unreadable::Damaged)? {
                    Some(c) => c.to_string(),
                    None => quick_xml::escape::resolve_xml_entity(&name.xml10_content())
                        .ok_or(Unreadable::Damaged)?
                        .to_owned(),
                };
                act(Step::Words(c));
            }
            Event::DocType(_) => return Err(Unreadable::Damaged),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if depth == 0 { Ok(()) } else { Err(Unreadable::Damaged) }
}

/// The name of an element without its prefix.
pub fn local(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

/// The value of the attribute with this local name.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The attribute `val`.
pub fn value(tag: &BytesStart<'_>) -> Option<String> {
    attribute(tag, "val")
}

/// What a switch such as `w:b` says: on, unless its value says otherwise.
pub fn on(tag: &BytesStart<'_>) -> bool {
    !matches!(value(tag).as_deref(), Some("0" | "false" | "off" | "none"))
}

/// Where the package says its main part lies.
pub fn main_part(relationships: &str) -> Result<Option<String>, Unreadable> {
    let mut main = None;
    walk(relationships, |step| {
        if let Step::Open(tag) = step
            && attribute(&tag, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            main = attribute(&tag, "Target");
        }
    })?;
    Ok(main.map(|target| target.trim_start_matches('/').to_owned()))
}

/// Where the main part says that its page headers lie.
pub fn headers(relationships: &str) -> Result<Vec<String>, Unreadable> {
    let mut found = Vec::new();
    walk(relationships, |step| {
        if let Step::Open(tag) = step
            && attribute(&tag, "Type").is_some_and(|kind| kind.ends_with("/header"))
        {
            found.extend(attribute(&tag, "Target"));
        }
    })?;
    Ok(found)
}

/// How many paragraphs of a part have words.
pub fn paragraphs(xml: &str) -> Result<usize, Unreadable> {
    let (mut found, mut words, mut text) = (0, false, false);
    walk(xml, |step| match step {
        Step::Open(tag) => text = local(&tag) == "t",
        Step::Words(said) => words |= text && !said.trim().is_empty(),
        Step::Close(name) => {
            text = false;
            if name == "p" {
                found += usize::from(std::mem::take(&mut words));
            }
        }
    })?;
    Ok(found)
}

/// The name of the outermost element: a text document, a workbook, a set of slides.
pub fn root(xml: &str) -> Result<String, Unreadable> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|_| Unreadable::Damaged)? {
            Event::Start(tag) | Event::Empty(tag) => return Ok(local(&tag)),
            Event::Eof => return Ok(String::new()),
            _ => {}
        }
    }
}
