//! What styles say about paragraphs and runs.

use super::super::Unreadable;
use super::xml::{Step, attribute, local, on, value, walk};
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// What a paragraph, a run or a style says; `None` where it leaves the matter to the next above.
#[derive(Clone, Debug, Default)]
pub struct Says {
    pub style: Option<String>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub capitals: Option<bool>,
    pub hidden: Option<bool>,
    pub centred: Option<bool>,
    /// Counts from 0; 9 is body text.
    pub outline: Option<u8>,
    pub list: Option<u32>,
    pub list_level: Option<u8>,
    pub font: Option<String>,
}

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Says>,
    default: Says,
    default_paragraph: Option<String>,
}

/// Styles based on one another further than this go in a circle.
const BASED_ON_MOST: usize = 16;

/// The styles part.
pub fn read(xml: &str) -> Result<Styles, Unreadable> {
    let mut styles = Styles::default();
    let mut open: Option<(String, Says)> = None;
    walk(xml, |step| match step {
        Step::Open(tag) => match (local(&tag).as_str(), &mut open) {
            ("style", _) => {
                let id = attribute(&tag, "styleId").unwrap_or_default();
                let is_default =
                    attribute(&tag, "default").is_some_and(|v| v == "1" || v == "true");
                if is_default && attribute(&tag, "type").as_deref() == Some("paragraph") {
                    styles.default_paragraph = Some(id.clone());
                }
                open = Some((id, Says::default()));
            }
            ("basedOn", Some((_, says))) => says.style = value(&tag),
            ("name", Some((_, says))) => says.name(&value(&tag).unwrap_or_default()),
            (_, Some((_, says))) => says.hear(&tag),
            (_, None) => styles.default.hear(&tag),
        },
        Step::Close(name) if name == "style" => {
            if let Some((id, says)) = open.take() {
                styles.by_id.insert(id, says);
            }
        }
        _ => {}
    })?;
    Ok(styles)
}

impl Styles {
    /// `own`, and where it says nothing its style, and so on down to the defaults of the document.
    pub fn whole(&self, own: &Says) -> Says {
        let mut whole = own.clone();
        whole.style = own.style.clone().or_else(|| self.default_paragraph.clone());
        let mut next = whole.style.as_ref();
        for _ in 0..BASED_ON_MOST {
            let Some(says) = next.and_then(|id| self.by_id.get(id)) else {
                break;
            };
            whole.fill(says);
            next = says.style.as_ref();
        }
        whole.fill(&self.default);
        whole
    }

    /// What the style `id` of a run says, with those it is based on.
    pub fn of_run(&self, id: &str) -> Says {
        let mut whole = Says::default();
        let mut next = Some(id);
        for _ in 0..BASED_ON_MOST {
            let Some(says) = next.and_then(|id| self.by_id.get(id)) else {
                break;
            };
            whole.fill(says);
            next = says.style.as_deref();
        }
        whole
    }
}

impl Says {
    /// Takes in one property element.
    pub fn hear(&mut self, tag: &BytesStart<'_>) {
        let number = || value(tag).and_then(|v| v.parse::<u32>().ok());
        match local(tag).as_str() {
            "b" => self.bold = Some(on(tag)),
            "i" => self.italic = Some(on(tag)),
            "caps" => self.capitals = Some(on(tag)),
            "vanish" => self.hidden = Some(on(tag)),
            "jc" => self.centred = Some(value(tag).as_deref() == Some("center")),
            "outlineLvl" => self.outline = number().and_then(|n| u8::try_from(n).ok()),
            "numId" => self.list = number(),
            "ilvl" => self.list_level = number().and_then(|n| u8::try_from(n.min(8)).ok()),
            "rFonts" => {
                // Old Vietnamese letters are Western ones to Word.
                self.font = attribute(tag, "ascii").or_else(|| attribute(tag, "hAnsi"));
            }
            "pStyle" | "rStyle" => self.style = value(tag),
            _ => {}
        }
    }

    /// Takes from `below` what this leaves open; the style stays its own.
    pub fn fill(&mut self, below: &Says) {
        self.bold = self.bold.or(below.bold);
        self.italic = self.italic.or(below.italic);
        self.capitals = self.capitals.or(below.capitals);
        self.hidden = self.hidden.or(below.hidden);
        self.centred = self.centred.or(below.centred);
        self.outline = self.outline.or(below.outline);
        self.list = self.list.or(below.list);
        self.list_level = self.list_level.or(below.list_level);
        self.font = self.font.take().or_else(|| below.font.clone());
    }

    /// A style by the name of a heading is one, even where it gives no outline level.
    fn name(&mut self, name: &str) {
        let name = name.to_lowercase();
        let level = name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
        self.outline = self.outline.or(level.and_then(|level| level.checked_sub(1)));
    }
}
