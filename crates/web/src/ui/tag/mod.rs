use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use domain::campaign::Approval;
use serde::Deserialize;

/// A word with a colour behind it. Never looks like a button.
#[derive(Clone, Debug, Template)]
#[template(source = r#"<span class="tag {{ tone.class() }}">{{ words }}</span>"#, ext = "html")]
pub struct Tag {
    tone: Tone,
    words: String,
}

impl HtmlSafe for Tag {}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Tone {
    Plain,
    Grey,
    Blue,
    Purple,
    Green,
    Yellow,
    Orange,
    Red,
}

/// Where the report of a unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ReportStatus {
    NotStarted,
    Drafting,
    Signing,
    Submitted,
    SubmittedAgain,
    Returned,
    Received,
    Exempt,
    /// Not sent, and so many days over.
    Overdue(i64),
}

/// Where one task of a unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ItemState {
    ToDo,
    Doing,
    ToMend,
    Done,
    NotYet,
    /// Read or proposed; somebody has to look at it.
    ToLook,
    /// May be left as it is.
    Optional,
}

impl Ui {
    /// The tag of a report.
    pub fn status(&self, status: &ReportStatus) -> Tag {
        use ReportStatus as R;
        let (tone, key) = match status {
            R::NotStarted => (Tone::Grey, "status-not-started"),
            R::Drafting => (Tone::Blue, "status-drafting"),
            R::Signing => (Tone::Blue, "status-signing"),
            R::Submitted => (Tone::Purple, "status-submitted"),
            R::SubmittedAgain => (Tone::Purple, "status-submitted-again"),
            R::Returned => (Tone::Orange, "status-returned"),
            R::Received => (Tone::Green, "status-received"),
            R::Exempt => (Tone::Plain, "status-exempt"),
            R::Overdue(days) => {
                return self.tag(Tone::Red, self.say("status-overdue").with("n", *days));
            }
        };
        self.tag(tone, self.say(key))
    }

    /// The tag of a task: plain when done, coloured where somebody has to act.
    pub fn item(&self, state: &ItemState) -> Tag {
        let (tone, key) = match state {
            ItemState::ToDo => (Tone::Grey, "item-to-do"),
            ItemState::Doing => (Tone::Blue, "item-doing"),
            ItemState::ToMend => (Tone::Orange, "item-to-mend"),
            ItemState::Done => (Tone::Plain, "item-done"),
            ItemState::NotYet => (Tone::Plain, "item-not-yet"),
            ItemState::ToLook => (Tone::Yellow, "item-to-look"),
            ItemState::Optional => (Tone::Plain, "item-optional"),
        };
        self.tag(tone, self.say(key))
    }

    /// The tag of a plan's approval.
    pub fn approval(&self, approval: &Approval) -> Tag {
        let (tone, key) = match approval {
            Approval::Open => (Tone::Grey, "approval-open"),
            Approval::Asked => (Tone::Purple, "approval-asked"),
            Approval::Given => (Tone::Green, "approval-given"),
            Approval::OnPaper => (Tone::Green, "approval-on-paper"),
            Approval::SentBack => (Tone::Orange, "approval-sent-back"),
            Approval::Waived => (Tone::Red, "approval-waived"),
            Approval::Lapsed => (Tone::Orange, "approval-lapsed"),
        };
        self.tag(tone, self.say(key))
    }

    pub fn tag(&self, tone: Tone, words: impl ToString) -> Tag {
        Tag { tone, words: words.to_string() }
    }

    pub fn yellow(&self, words: impl ToString) -> Tag {
        self.tag(Tone::Yellow, words)
    }

    pub fn red(&self, words: impl ToString) -> Tag {
        self.tag(Tone::Red, words)
    }

    pub fn blue(&self, words: impl ToString) -> Tag {
        self.tag(Tone::Blue, words)
    }

    pub fn green(&self, words: impl ToString) -> Tag {
        self.tag(Tone::Green, words)
    }
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Tone::Plain => "tag-plain",
            Tone::Grey => "tag-grey",
            Tone::Blue => "tag-blue",
            Tone::Purple => "tag-purple",
            Tone::Green => "tag-green",
            Tone::Yellow => "tag-yellow",
            Tone::Orange => "tag-orange",
            Tone::Red => "tag-red",
        }
    }
}
