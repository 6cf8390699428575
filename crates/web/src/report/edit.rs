use crate::campaign::Approved;
use crate::ui::{Entry, ItemState, Link, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// The report of a unit as a whole: its sections, its heading, and its files. Posts the heading
/// fields (`number`, `place`, `date`, `authority`, `post`, `signatory`, `recipients`) and `rev` to its own
/// address; sections are written on the section page.
#[derive(Template, Deserialize)]
#[template(path = "report/edit.html")]
pub struct ReportPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: String,
    pub body: String,
    /// Whether the plan it answers was approved.
    #[serde(default)]
    pub approved: Approved,
    /// The way the report takes through the unit, step by step.
    #[serde(default)]
    pub path: Vec<String>,
    pub heading: Heading,
    pub form: HeadingForm,
    pub parts: Vec<ReportPart>,
    /// Units whose figures are in it, of those asked; none where it has no units below.
    #[serde(default)]
    pub covers: Option<(u32, u32)>,
    #[serde(default)]
    pub sums_as: SumsAs,
    /// Units that are not in it, by name.
    pub missing: Vec<String>,
    pub docx: String,
    pub pdf: String,
    /// Where it is sent up; none at the top or after sending.
    #[serde(default)]
    pub send: Option<Link>,
    pub rev: i64,
    #[serde(default)]
    pub saved: String,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// Which sums stand in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum SumsAs {
    /// While it is being written: those of now.
    #[default]
    Now,
    /// Once sent: those it was sent with.
    Sent,
}

/// What stands around the text on paper, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Heading {
    /// `115/BC-LĐLĐ`; blank leaves room to write it by hand.
    #[serde(default)]
    pub number: Entry,
    #[serde(default)]
    pub place: Entry,
    #[serde(default)]
    pub date: Entry,
    /// `TM. BAN THƯỜNG VỤ`.
    #[serde(default)]
    pub authority: Entry,
    /// `PHÓ CHỦ TỊCH`.
    #[serde(default)]
    pub post: Entry,
    #[serde(default)]
    pub signatory: Entry,
    /// One a line.
    #[serde(default)]
    pub recipients: Entry,
}

/// Whether the heading can be written from this seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum HeadingForm {
    Open,
    Closed,
}

/// A section or table of the report.
#[derive(Clone, Debug, Deserialize)]
pub struct ReportPart {
    pub title: String,
    pub href: String,
    pub state: ItemState,
    /// `612 từ · dùng nội dung của 14 đơn vị`.
    #[serde(default)]
    pub note: String,
    /// `Ban Tài chính phụ trách`.
    #[serde(default)]
    pub owner: String,
    /// The first words, to recognise it by.
    #[serde(default)]
    pub start: String,
}
