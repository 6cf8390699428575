//! What can be typed of each list of facts.

use domain::plan::{
    Act, Attachment, Cited, DataPeriod, DataScope, DateKind, Dated, Destination, DocumentKind,
    Duty, Exception, Fact, Form, Heading, List, Recipient, Signatory,
};
use domain::source::Span;

pub(super) struct Field {
    /// Its place in the fact; empty for the fact itself.
    pub key: &'static str,
    pub label: &'static str,
    pub shape: Shape,
}

#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// Words that must be there.
    Needed,
    Words,
    /// Words, or nothing at all.
    Maybe,
    /// Words that may be long.
    Long,
    /// A list, one item a line.
    Lines,
    /// Names, parted by semicolons.
    Names,
    Day,
    /// One of several answers, each with the key of its words.
    Pick(Answers),
    /// A dated phrase, for [`when`] to read.
    When,
}

/// The fields of a list's form.
pub(super) fn fields(list: List) -> &'static [Field] {
    match list {
        List::Kind => KIND,
        List::Review => REVIEW,
        List::Title => TITLE,
        List::Parent => PARENT,
        List::Issuer => ISSUER,
        List::Number => NUMBER,
        List::Place => PLACE,
        List::Issued => ISSUED,
        List::Signatory => SIGNATORY,
        List::Subject | List::Basis | List::Cited => CITED,
        List::Section => SECTION,
        List::Date => DATE,
        List::Duty => DUTY,
        List::Period => PERIOD,
        List::Form => FORM,
        List::Destination => DESTINATION,
        List::Attachment => ATTACHMENT,
        List::Exception => EXCEPTION,
        List::Outline => OUTLINE,
        List::Recipient => RECIPIENT,
    }
}

/// A fact of the list of which nothing is known yet.
pub(super) fn blank(list: List) -> Fact {
    match list {
        List::Kind => Fact::Kind(DocumentKind::Other),
        List::Review => Fact::Review(None),
        List::Title => Fact::Title(String::new()),
        List::Parent => Fact::Parent(String::new()),
        List::Issuer => Fact::Issuer(String::new()),
        List::Number => Fact::Number(String::new()),
        List::Place => Fact::Place(String::new()),
        List::Issued => Fact::Issued(None),
        List::Signatory => Fact::Signatory(Signatory::default()),
        List::Subject => Fact::Subject(Cited::default()),
        List::Basis => Fact::Basis(Cited::default()),
        List::Cited => Fact::Cited(Cited::default()),
        List::Section => Fact::Section(Heading::default()),
        List::Date => Fact::Date(Dated {
            who: Vec::new(),
            what: String::new(),
            act: Act::Send,
            text: String::new(),
            kind: DateKind::By,
            start: None,
            end: None,
            stated: None,
            inferred: false,
            span: Span::default(),
        }),
        List::Duty => Fact::Duty(Duty::default()),
        List::Period => Fact::Period(DataPeriod {
            applies_to: DataScope::Report,
            units: Vec::new(),
            start: None,
            end: None,
            text: String::new(),
            span: Span::default(),
        }),
        List::Form => Fact::Form(Form::InWriting),
        List::Destination => Fact::Destination(Destination::default()),
        List::Attachment => Fact::Attachment(Attachment::default()),
        List::Exception => Fact::Exception(Exception::default()),
        List::Outline => Fact::Outline(Heading::default()),
        List::Recipient => Fact::Recipient(Recipient::default()),
    }
}

const fn field(key: &'static str, label: &'static str, shape: Shape) -> Field {
    Field { key, label, shape }
}

const KIND: &[Field] = &[field("", "plan-kind-of-paper", Shape::Pick(KINDS))];
const REVIEW: &[Field] = &[field("", "plan-review", Shape::Pick(REVIEWS))];
const TITLE: &[Field] = &[field("", "plan-title", Shape::Long)];
const PARENT: &[Field] = &[field("", "plan-parent", Shape::Words)];
const ISSUER: &[Field] = &[field("", "plan-issuer", Shape::Words)];
const NUMBER: &[Field] = &[field("", "plan-number", Shape::Words)];
const PLACE: &[Field] = &[field("", "plan-place", Shape::Words)];
const ISSUED: &[Field] = &[field("", "plan-issued", Shape::Day)];
const SIGNATORY: &[Field] = &[
    field("authority", "plan-authority", Shape::Maybe),
    field("post", "plan-post", Shape::Maybe),
    field("name", "plan-signer", Shape::Maybe),
    field("signed", "plan-signed", Shape::Pick(SIGNED)),
];
const CITED: &[Field] = &[
    field("type", "plan-cited-type", Shape::Needed),
    field("number", "plan-number", Shape::Maybe),
    field("date", "plan-cited-date", Shape::Day),
    field("issuer", "plan-issuer", Shape::Maybe),
];
const SECTION: &[Field] = &[
    field("number", "plan-heading-number", Shape::Words),
    field("title", "plan-heading-title", Shape::Needed),
];
const DATE: &[Field] = &[
    field("who", "plan-who", Shape::Names),
    field("act", "plan-act", Shape::Pick(ACTS)),
    field("what", "plan-what", Shape::Long),
    field("text", "plan-phrase", Shape::When),
    field("start", "plan-start", Shape::When),
    field("end", "plan-end", Shape::When),
];
const DUTY: &[Field] = &[
    field("who", "plan-who", Shape::Needed),
    field("with", "plan-with", Shape::Names),
    field("what", "plan-what", Shape::Long),
];
const PERIOD: &[Field] = &[
    field("applies_to", "plan-scope", Shape::Pick(SCOPES)),
    field("units", "plan-units", Shape::Names),
    field("text", "plan-period-words", Shape::Words),
    field("start", "plan-start", Shape::Day),
    field("end", "plan-end", Shape::Day),
];
const FORM: &[Field] = &[field("", "plan-form", Shape::Pick(FORMS))];
const DESTINATION: &[Field] = &[
    field("from", "plan-from", Shape::Names),
    field("to", "plan-to", Shape::Needed),
    field("via", "plan-via", Shape::Maybe),
];
const ATTACHMENT: &[Field] = &[field("name", "plan-attachment", Shape::Needed)];
const EXCEPTION: &[Field] =
    &[field("units", "plan-units", Shape::Names), field("rule", "plan-rule", Shape::Needed)];
const OUTLINE: &[Field] = &[
    field("number", "plan-heading-number", Shape::Words),
    field("title", "plan-outline-title", Shape::Needed),
    field("guidance", "plan-guidance", Shape::Lines),
];
const RECIPIENT: &[Field] = &[
    field("name", "plan-recipient", Shape::Needed),
    field("purpose", "plan-purpose", Shape::Maybe),
];

/// Answers, each with the key of its words.
pub(super) type Answers = &'static [(&'static str, &'static str)];

const KINDS: Answers = &[
    ("plan", "plan-kind-plan"),
    ("outline", "plan-kind-outline"),
    ("opinion_request", "plan-kind-opinion-request"),
    ("programme", "plan-kind-programme"),
    ("guidance", "plan-kind-guidance"),
    ("letter", "plan-kind-letter"),
    ("resolution", "plan-kind-resolution"),
    ("decision", "plan-kind-decision"),
    ("report", "plan-kind-report"),
    ("other", "plan-kind-other"),
];
const REVIEWS: Answers = &[
    ("", "plan-review-unknown"),
    ("interim", "plan-review-interim"),
    ("final", "plan-review-final"),
];
const SIGNED: Answers = &[("true", "plan-signed-yes"), ("false", "plan-signed-no")];
const ACTS: Answers = &[
    ("send", "plan-act-send"),
    ("hold", "plan-act-hold"),
    ("opinion", "plan-act-opinion"),
    ("survey", "plan-act-survey"),
    ("meeting", "plan-act-meeting"),
    ("other", "plan-act-other"),
];
const SCOPES: Answers = &[
    ("report", "plan-scope-report"),
    ("annex", "plan-scope-annex"),
    ("comparison", "plan-scope-comparison"),
    ("next_tasks", "plan-scope-next-tasks"),
    ("section", "plan-scope-section"),
];
const FORMS: Answers = &[
    ("in_writing", "plan-form-in-writing"),
    ("conference", "plan-form-conference"),
    ("within_meeting", "plan-form-within-meeting"),
    ("survey", "plan-form-survey"),
];
