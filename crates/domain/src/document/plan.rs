//! What an official plan says, as facts. The sentences are made of it where the words are.

use crate::body::Organ;
use crate::campaign::Section;
use crate::figure::Column;
use crate::indicator::Indicator;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A plan as it goes to paper (văn bản kế hoạch).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanPaper {
    /// Full name of the body above; empty where there is none.
    pub parent: String,
    /// Full and short name of the body that issues it.
    pub issuer: String,
    pub short: String,
    /// The committee in whose name it is signed.
    pub committee: Organ,
    /// Post and name of the one who leads the body, where somebody does.
    pub head: Option<(String, String)>,
    /// As the register has it; empty until there is one.
    pub number: String,
    pub day: Option<Date>,
    /// The day on which the paper is set, for the month and year of a draft.
    pub today: Date,
    pub subject: String,
    /// What somebody wrote; the rest is as such plans usually have it.
    pub texts: PlanTexts,
    pub bases: Vec<PlanBasis>,
    /// What a report comes with, beside outline and figures.
    pub forms: Vec<String>,
    pub senders: Vec<PlanSender>,
    /// To whom the body itself reports, and by when.
    pub upward: Option<(String, Date)>,
    pub exceptions: Vec<PlanException>,
    pub duties: Vec<PlanDuty>,
    pub outline: Vec<Section>,
    /// The outlines of organs that have one of their own, by their names.
    pub organs: Vec<(String, Vec<Section>)>,
    pub table: Option<PlanTable>,
}

/// Words of a plan by part (lời văn của kế hoạch).
pub type PlanTexts = BTreeMap<PlanPart, String>;

/// A part of a plan that is written by hand (phần lời văn).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanPart {
    /// The sentence that leads from the bases to the plan (lời dẫn).
    Opening,
    Purpose,
    Demands,
    Content,
    /// For when figures and text are asked (thời kỳ số liệu).
    Period,
    Form,
    /// What is said of carrying it out beside the tasks (tổ chức thực hiện).
    Organisation,
    Place,
    /// In whose name it is signed, a line each.
    Authority,
    Post,
    Signatory,
    /// One a line, the purpose of a copy in brackets.
    Recipients,
}

/// A document the plan rests on (căn cứ).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanBasis {
    /// Its type, or its type with what it is about; empty for the plan above.
    pub title: String,
    pub number: String,
    pub day: Option<Date>,
    pub issuer: String,
}

/// Units asked alike, or an organ (đơn vị gửi báo cáo).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSender {
    pub who: String,
    /// Under whom they stand, where that must be said; empty elsewhere.
    pub under: String,
    pub sent: PlanSending,
}

/// When a review is held, to whom and by when its report goes (việc tổ chức, gửi báo cáo).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSending {
    pub hold: Option<(Date, Date)>,
    pub to: String,
    /// The department through which reports go; empty where they go straight.
    pub via: String,
    /// The last day that is in time; none while it is not set.
    pub last_day: Option<Date>,
}

/// Units asked otherwise than those of their level (trường hợp riêng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanException {
    pub units: Vec<String>,
    /// How they report; none where they do not.
    pub sent: Option<PlanSending>,
}

/// A task of a body (nhiệm vụ): who leads, who shares, what, and by when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanDuty {
    pub leads: Vec<String>,
    pub shares: Vec<String>,
    pub what: String,
    /// The document that is to come of it; empty where none is named.
    pub result: String,
    /// The last day; none where there is none, or where the words say it themselves.
    pub due: Option<Date>,
}

/// The table of figures that comes along as a blank form (biểu số liệu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanTable {
    pub title: String,
    pub columns: Vec<Column>,
    pub indicators: Vec<Indicator>,
}

impl PlanPart {
    pub const ALL: [PlanPart; 12] = [
        PlanPart::Opening,
        PlanPart::Purpose,
        PlanPart::Demands,
        PlanPart::Content,
        PlanPart::Period,
        PlanPart::Form,
        PlanPart::Organisation,
        PlanPart::Place,
        PlanPart::Authority,
        PlanPart::Post,
        PlanPart::Signatory,
        PlanPart::Recipients,
    ];

    /// How it is stored, and how its field is called.
    pub fn name(self) -> &'static str {
        match self {
            PlanPart::Opening => "opening",
            PlanPart::Purpose => "purpose",
            PlanPart::Demands => "demands",
            PlanPart::Content => "content",
            PlanPart::Period => "period",
            PlanPart::Form => "form",
            PlanPart::Organisation => "organisation",
            PlanPart::Place => "place",
            PlanPart::Authority => "authority",
            PlanPart::Post => "post",
            PlanPart::Signatory => "signatory",
            PlanPart::Recipients => "recipients",
        }
    }

    pub fn parse(name: &str) -> Option<PlanPart> {
        PlanPart::ALL.into_iter().find(|part| part.name() == name)
    }
}
