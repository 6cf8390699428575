//! The facts of a document one by one, and a document of its facts.

use super::reading::{
    Attachment, Cited, DataPeriod, Dated, Destination, Document, DocumentKind, Duty, Exception,
    Form, OutlineItem, PlanSection, Recipient, Review, Signatory,
};
use crate::source::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One thing understood of a document (điều đã hiểu). An empty text is one the document lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    Kind(DocumentKind),
    Review(Option<Review>),
    Title(String),
    Parent(String),
    Issuer(String),
    Number(String),
    Place(String),
    Issued(Option<Date>),
    Signatory(Signatory),
    Subject(Cited),
    Basis(Cited),
    Cited(Cited),
    Section(Heading),
    Date(Dated),
    Duty(Duty),
    Period(DataPeriod),
    Form(Form),
    Destination(Destination),
    Attachment(Attachment),
    Exception(Exception),
    Outline(Heading),
    Recipient(Recipient),
}

/// Which facts stand together (loại điều đã hiểu), in the order of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    Kind,
    Review,
    Title,
    Parent,
    Issuer,
    Number,
    Place,
    Issued,
    Signatory,
    Subject,
    Basis,
    Cited,
    Section,
    Date,
    Duty,
    Period,
    Form,
    Destination,
    Attachment,
    Exception,
    Outline,
    Recipient,
}

/// A heading with its place in a tree (đề mục): of the plan itself, or of the report's outline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    pub number: String,
    pub title: String,
    #[serde(default)]
    pub guidance: Vec<String>,
    /// Steps below the top, from 0.
    #[serde(default)]
    pub depth: u8,
    #[serde(default)]
    pub span: Span,
}

/// The facts of a document, list by list. Where the outline was proposed its items are the
/// outline's facts.
pub fn facts(document: &Document) -> Vec<Fact> {
    let head = &document.letterhead;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut facts = vec![
        Fact::Kind(document.kind),
        Fact::Review(document.review),
        Fact::Title(document.title.clone()),
        Fact::Parent(text(&head.parent)),
        Fact::Issuer(text(&head.issuer)),
        Fact::Number(text(&head.number)),
        Fact::Place(text(&head.place)),
        Fact::Issued(head.date),
        Fact::Signatory(document.signatory.clone()),
    ];
    facts.extend(document.subject.iter().cloned().map(Fact::Subject));
    facts.extend(document.basis.iter().cloned().map(Fact::Basis));
    facts.extend(document.cited.iter().cloned().map(Fact::Cited));
    sections(&document.sections, 0, &mut facts);
    facts.extend(document.dates.iter().cloned().map(Fact::Date));
    facts.extend(document.duties.iter().cloned().map(Fact::Duty));
    facts.extend(document.data_periods.iter().cloned().map(Fact::Period));
    facts.extend(document.forms.iter().copied().map(Fact::Form));
    facts.extend(document.report_to.iter().cloned().map(Fact::Destination));
    facts.extend(document.attachments.iter().cloned().map(Fact::Attachment));
    facts.extend(document.exceptions.iter().cloned().map(Fact::Exception));
    items(document.outline_in_use(), 0, &mut facts);
    facts.extend(document.recipients.iter().cloned().map(Fact::Recipient));
    facts
}

/// The same document with its sections as the items of an outline, where it has any: what stands
/// in its place is given up.
pub(super) fn outline_of_sections(document: &Document) -> Document {
    fn item(section: &PlanSection) -> OutlineItem {
        OutlineItem {
            number: section.number.clone(),
            title: section.title.clone(),
            guidance: Vec::new(),
            span: section.span,
            children: section.children.iter().map(item).collect(),
        }
    }
    if document.sections.is_empty() {
        return document.clone();
    }
    Document { outline: document.sections.iter().map(item).collect(), ..document.clone() }
}

/// The document these facts make. `read` gives what is no fact: span and type line. Headings that
/// stand deeper than one step below the heading before them are drawn up to it.
pub fn document<'f>(read: &Document, facts: impl IntoIterator<Item = &'f Fact>) -> Document {
    let mut document =
        Document { span: read.span, type_line: read.type_line.clone(), ..Document::default() };
    for fact in facts {
        put(&mut document, fact.clone());
    }
    document
}

impl Fact {
    pub fn list(&self) -> List {
        match self {
            Fact::Kind(_) => List::Kind,
            Fact::Review(_) => List::Review,
            Fact::Title(_) => List::Title,
            Fact::Parent(_) => List::Parent,
            Fact::Issuer(_) => List::Issuer,
            Fact::Number(_) => List::Number,
            Fact::Place(_) => List::Place,
            Fact::Issued(_) => List::Issued,
            Fact::Signatory(_) => List::Signatory,
            Fact::Subject(_) => List::Subject,
            Fact::Basis(_) => List::Basis,
            Fact::Cited(_) => List::Cited,
            Fact::Section(_) => List::Section,
            Fact::Date(_) => List::Date,
            Fact::Duty(_) => List::Duty,
            Fact::Period(_) => List::Period,
            Fact::Form(_) => List::Form,
            Fact::Destination(_) => List::Destination,
            Fact::Attachment(_) => List::Attachment,
            Fact::Exception(_) => List::Exception,
            Fact::Outline(_) => List::Outline,
            Fact::Recipient(_) => List::Recipient,
        }
    }

    /// Where it stands in the text; none where that is not known.
    pub fn span(&self) -> Option<Span> {
        let span = match self {
            Fact::Subject(cited) | Fact::Basis(cited) | Fact::Cited(cited) => cited.span,
            Fact::Section(heading) | Fact::Outline(heading) => heading.span,
            Fact::Date(date) => date.span,
            Fact::Duty(duty) => duty.span,
            Fact::Period(period) => period.span,
            Fact::Destination(to) => to.span,
            Fact::Attachment(paper) => paper.span,
            Fact::Exception(exception) => exception.span,
            _ => Span::default(),
        };
        Some(span).filter(|span| !span.is_empty())
    }

    /// The same, tied to words of the text. What has no place of its own stays as it is.
    pub fn standing_at(mut self, place: Span) -> Fact {
        let span = match &mut self {
            Fact::Subject(cited) | Fact::Basis(cited) | Fact::Cited(cited) => &mut cited.span,
            Fact::Section(heading) | Fact::Outline(heading) => &mut heading.span,
            Fact::Date(date) => &mut date.span,
            Fact::Duty(duty) => &mut duty.span,
            Fact::Period(period) => &mut period.span,
            Fact::Destination(to) => &mut to.span,
            Fact::Attachment(paper) => &mut paper.span,
            Fact::Exception(exception) => &mut exception.span,
            _ => return self,
        };
        *span = place;
        self
    }

    /// Whether it was worked out and does not stand there (suy ra).
    pub fn is_inferred(&self) -> bool {
        match self {
            Fact::Date(date) => date.inferred,
            Fact::Recipient(recipient) => recipient.inferred,
            _ => false,
        }
    }

    /// The same, taken as right by whoever checks.
    pub fn confirmed(mut self) -> Fact {
        match &mut self {
            Fact::Date(date) => date.inferred = false,
            Fact::Recipient(recipient) => recipient.inferred = false,
            _ => {}
        }
        self
    }

    /// The heading, where it is one of a tree.
    pub fn heading(&self) -> Option<&Heading> {
        match self {
            Fact::Section(heading) | Fact::Outline(heading) => Some(heading),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn heading_mut(&mut self) -> Option<&mut Heading> {
        match self {
            Fact::Section(heading) | Fact::Outline(heading) => Some(heading),
            _ => None,
        }
    }

    /// Steps below the top; 0 for what is in no tree.
    pub fn depth(&self) -> u8 {
        self.heading().map_or(0, |heading| heading.depth)
    }
}

impl List {
    pub const ALL: [List; 22] = [
        List::Kind,
        List::Review,
        List::Title,
        List::Parent,
        List::Issuer,
        List::Number,
        List::Place,
        List::Issued,
        List::Signatory,
        List::Subject,
        List::Basis,
        List::Cited,
        List::Section,
        List::Date,
        List::Duty,
        List::Period,
        List::Form,
        List::Destination,
        List::Attachment,
        List::Exception,
        List::Outline,
        List::Recipient,
    ];

    /// The name in addresses and forms.
    pub fn name(self) -> &'static str {
        match self {
            List::Kind => "kind",
            List::Review => "review",
            List::Title => "title",
            List::Parent => "parent",
            List::Issuer => "issuer",
            List::Number => "number",
            List::Place => "place",
            List::Issued => "issued",
            List::Signatory => "signatory",
            List::Subject => "subject",
            List::Basis => "basis",
            List::Cited => "cited",
            List::Section => "section",
            List::Date => "date",
            List::Duty => "duty",
            List::Period => "period",
            List::Form => "form",
            List::Destination => "destination",
            List::Attachment => "attachment",
            List::Exception => "exception",
            List::Outline => "outline",
            List::Recipient => "recipient",
        }
    }

    pub fn parse(name: &str) -> Option<List> {
        List::ALL.into_iter().find(|list| list.name() == name)
    }

    /// Whether a document has exactly one such fact.
    pub fn is_single(self) -> bool {
        self <= List::Signatory
    }
}

fn sections(from: &[PlanSection], depth: u8, facts: &mut Vec<Fact>) {
    for section in from {
        facts.push(Fact::Section(Heading {
            number: section.number.clone(),
            title: section.title.clone(),
            guidance: Vec::new(),
            depth,
            span: section.span,
        }));
        sections(&section.children, depth.saturating_add(1), facts);
    }
}

fn items(from: &[OutlineItem], depth: u8, facts: &mut Vec<Fact>) {
    for item in from {
        facts.push(Fact::Outline(Heading {
            number: item.number.clone(),
            title: item.title.clone(),
            guidance: item.guidance.clone(),
            depth,
            span: item.span,
        }));
        items(&item.children, depth.saturating_add(1), facts);
    }
}

fn put(document: &mut Document, fact: Fact) {
    let text = |text: String| Some(text).filter(|text| !text.is_empty());
    match fact {
        Fact::Kind(kind) => document.kind = kind,
        Fact::Review(review) => document.review = review,
        Fact::Title(title) => document.title = title,
        Fact::Parent(parent) => document.letterhead.parent = text(parent),
        Fact::Issuer(issuer) => document.letterhead.issuer = text(issuer),
        Fact::Number(number) => document.letterhead.number = text(number),
        Fact::Place(place) => document.letterhead.place = text(place),
        Fact::Issued(day) => document.letterhead.date = day,
        Fact::Signatory(signatory) => document.signatory = signatory,
        Fact::Subject(cited) => document.subject.push(cited),
        Fact::Basis(cited) => document.basis.push(cited),
        Fact::Cited(cited) => document.cited.push(cited),
        Fact::Section(Heading { number, title, span, depth, .. }) => {
            let section = PlanSection { number, title, span, children: Vec::new() };
            hang(&mut document.sections, depth, section, |section| &mut section.children);
        }
        Fact::Date(date) => document.dates.push(date),
        Fact::Duty(duty) => document.duties.push(duty),
        Fact::Period(period) => document.data_periods.push(period),
        Fact::Form(form) => document.forms.push(form),
        Fact::Destination(to) => document.report_to.push(to),
        Fact::Attachment(paper) => document.attachments.push(paper),
        Fact::Exception(exception) => document.exceptions.push(exception),
        Fact::Outline(Heading { number, title, guidance, depth, span }) => {
            let item = OutlineItem { number, title, guidance, span, children: Vec::new() };
            hang(&mut document.outline, depth, item, |item| &mut item.children);
        }
        Fact::Recipient(recipient) => document.recipients.push(recipient),
    }
}

/// Puts a node so many steps below the top of a tree, behind what is there.
fn hang<T>(top: &mut Vec<T>, depth: u8, node: T, children: fn(&mut T) -> &mut Vec<T>) {
    match (depth, top.last_mut()) {
        (1.., Some(last)) => hang(children(last), depth - 1, node, children),
        _ => top.push(node),
    }
}

#[cfg(test)]
mod tests;
