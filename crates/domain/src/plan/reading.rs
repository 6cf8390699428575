//! The reading of one file (kết quả đọc kế hoạch): what was understood, where it stands, what looks
//! wrong, and what was left aside. The shape is the contract of `tongket plan read FILE --json`.

use crate::source::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Everything read from one file (kết quả đọc một tệp).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    #[serde(default)]
    pub file: String,
    /// Unicode scalar values of the extracted text.
    pub text_chars: usize,
    /// One file may hold a plan, its outline and a slip asking for opinions.
    pub documents: Vec<Document>,
    pub warnings: Vec<Warning>,
    /// Every dated phrase that is not in a document's `dates`.
    pub ignored_dates: Vec<IgnoredDate>,
}

/// One document of a file (văn bản).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub kind: DocumentKind,
    pub span: Span,
    pub letterhead: Letterhead,
    /// The type line as written (`KẾ HOẠCH`).
    #[serde(rename = "type")]
    pub type_line: String,
    pub title: String,
    pub review: Option<Review>,
    /// The documents reviewed.
    pub subject: Vec<Cited>,
    pub basis: Vec<Cited>,
    /// Every other document named.
    pub cited: Vec<Cited>,
    pub sections: Vec<PlanSection>,
    pub dates: Vec<Dated>,
    pub duties: Vec<Duty>,
    pub data_periods: Vec<DataPeriod>,
    pub forms: Vec<Form>,
    pub report_to: Vec<Destination>,
    pub attachments: Vec<Attachment>,
    pub exceptions: Vec<Exception>,
    /// The outline the file holds.
    pub outline: Vec<OutlineItem>,
    /// The outline made from the contents section where the file holds none.
    pub proposed_outline: Vec<OutlineItem>,
    pub recipients: Vec<Recipient>,
    pub signatory: Signatory,
}

impl Document {
    /// The outline reports follow: the one the file holds, else the one proposed.
    pub fn outline_in_use(&self) -> &[OutlineItem] {
        if self.outline.is_empty() { &self.proposed_outline } else { &self.outline }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    Plan,
    Outline,
    OpinionRequest,
    Programme,
    Guidance,
    Letter,
    Resolution,
    Decision,
    Report,
    #[default]
    Other,
}

impl DocumentKind {
    /// Whether it goes round in the issuer's own house only, and is not given to those it asks.
    pub fn is_internal(self) -> bool {
        self == DocumentKind::OpinionRequest
    }
}

/// Letterhead (tiêu đề văn bản). `None` where the document has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    pub parent: Option<String>,
    pub issuer: Option<String>,
    /// Normalised: no spaces, plain hyphen, Đ (U+0110).
    pub number: Option<String>,
    pub place: Option<String>,
    pub date: Option<Date>,
}

/// Interim review (sơ kết) or final review (tổng kết).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    Interim,
    Final,
}

/// A document named in the text (văn bản viện dẫn).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    #[serde(rename = "type")]
    pub type_name: String,
    pub number: Option<String>,
    pub date: Option<Date>,
    pub issuer: Option<String>,
    pub span: Span,
}

/// A numbered section of the plan (mục của kế hoạch).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSection {
    /// As written, without the closing point (`I`, `1`, `1.2`, `a`).
    pub number: String,
    pub title: String,
    pub span: Span,
    pub children: Vec<PlanSection>,
}

/// A dated act (mốc thời gian): who does what, by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    pub who: Vec<String>,
    pub what: String,
    pub act: Act,
    /// The dated phrase as written.
    pub text: String,
    pub kind: DateKind,
    pub start: Option<Date>,
    /// The last day of the strict reading.
    pub end: Option<Date>,
    /// The date as written, where there is one.
    pub stated: Option<Date>,
    /// True where year or month was worked out from elsewhere.
    pub inferred: bool,
    pub span: Span,
}

/// What takes place on a date: the review is held, a report goes, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    Hold,
    Send,
    Opinion,
    Survey,
    Meeting,
    Other,
}

/// How a date is put (cách nêu thời hạn).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    /// `trước ngày D`: whether D itself still counts is asked once per campaign.
    Before,
    By,
    Within,
    Range,
    AboutStart,
    AboutMiddle,
    AboutEnd,
    Quarter,
    On,
    Recurring,
    /// `theo tiến độ trên`: points at another date of the plan.
    Reference,
}

/// What a body must do (nhiệm vụ), and who coordinates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    pub who: String,
    pub with: Vec<String>,
    pub what: String,
    pub span: Span,
}

/// From when to when figures and text are asked (thời kỳ số liệu).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataPeriod {
    pub applies_to: DataScope,
    /// The units it is for; empty means all.
    pub units: Vec<String>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub text: String,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataScope {
    Report,
    Annex,
    Comparison,
    NextTasks,
    Section,
}

/// Form of review (hình thức tổng kết).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    InWriting,
    Conference,
    WithinMeeting,
    Survey,
}

/// To whom a sender reports, and through which desk (nơi nhận báo cáo).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    pub from: Vec<String>,
    pub to: String,
    pub via: Option<String>,
    #[serde(default)]
    pub span: Span,
}

/// What a report must come with (tài liệu kèm theo).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub name: String,
    pub span: Span,
}

/// A rule of its own for named units (trường hợp riêng).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    pub units: Vec<String>,
    pub rule: String,
    pub span: Span,
}

/// An item of a report outline (mục đề cương).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineItem {
    pub number: String,
    pub title: String,
    pub guidance: Vec<String>,
    #[serde(default)]
    pub span: Span,
    pub children: Vec<OutlineItem>,
}

/// A line of the recipients' list (nơi nhận).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    pub name: String,
    pub purpose: Option<String>,
    /// True where the purpose is that of a brace covering several lines.
    pub inferred: bool,
}

/// Signature block (khối chữ ký).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    pub authority: Option<String>,
    pub post: Option<String>,
    pub name: Option<String>,
    pub signed: bool,
}

/// Something that looks wrong (cảnh báo). It never changes the reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Stable code, `SECTION_NUMBER_JUMP`; its sentence is in the word catalogue under
    /// `warning-section-number-jump`, with `facts` as its arguments.
    pub code: String,
    pub severity: Severity,
    /// Named values for the sentence, in the order the words use them.
    #[serde(default)]
    pub facts: Vec<(String, String)>,
    /// The sentence; empty until someone with words fills it in.
    #[serde(default)]
    pub message: String,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Info,
    Warning,
    Error,
}

/// A dated phrase that asks nothing of anyone (ngày không phải mốc).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IgnoredDate {
    pub text: String,
    pub why: IgnoreReason,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IgnoreReason {
    CitedDocument,
    OwnDate,
    DataPeriod,
    Background,
    Repeated,
}
