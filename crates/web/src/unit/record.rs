use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Link, Mistake, NavEntry, Ui};
use app::unit::{PutRecord, RecordView, ShowRecord};
use app::{Ending, Scope, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::document::roman;
use domain::id::BodyId;
use domain::unit_record::{Side, TypedCounterpart, TypedTerm, UnitRecord, Wrong};
use jiff::civil::Date;
use serde::Deserialize;
use words::{Lang, time};

/// The terms and counterparts of a unit as rows to fill in. Posts to its own address: of each row
/// `ordinal`, `from`, `to`, `resolution`, or `side`, `name`, `contact`, `phone`; what was `seen`.
#[derive(Template, Deserialize)]
#[template(path = "unit/record.html")]
pub struct RecordPage {
    pub ui: Ui,
    pub unit: String,
    pub back: Link,
    /// The record its writer saw.
    #[serde(default)]
    pub seen: String,
    pub terms: Vec<TermForm>,
    pub counterparts: Vec<CounterpartForm>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A term as typed, and what is wrong with it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TermForm {
    pub ordinal: String,
    pub from: String,
    pub to: String,
    pub resolution: String,
    pub error: String,
}

/// A counterpart as typed, and what is wrong with it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CounterpartForm {
    /// The name of a side.
    pub side: String,
    pub name: String,
    pub contact: String,
    pub phone: String,
    pub error: String,
}

/// Blank rows below those that are filled in; whoever needs more saves and goes on.
const BLANK_ROWS: usize = 2;

pub(super) async fn show(visitor: Visitor, Path(unit): Path<BodyId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowRecord { unit }).await?;
    let seen = seen(&view.record);
    let seen = seen.map_err(|ending| visitor.trouble(ending))?;
    let rows = (term_rows(&view.record), counterpart_rows(&view.record));
    visitor.show(&page(&visitor, &scope, &view, (seen, rows), Vec::new()))
}

pub(super) async fn put(visitor: Visitor, Path(unit): Path<BodyId>, posted: Posted) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowRecord { unit }).await?;
    let ui = visitor.ui_of_nobody();
    let (mut terms, mut counterparts) = typed(&posted);
    let (mut status, mut mistakes) = (StatusCode::UNPROCESSABLE_ENTITY, Vec::new());
    match UnitRecord::read(&read_terms(&terms), &read_counterparts(&counterparts)) {
        Ok(record) => {
            let seen = serde_json::from_str(posted.get("seen"));
            let seen = seen.map_err(|_| visitor.trouble(Ending::Stale))?;
            let Err(trouble) = visitor.act(&posted, PutRecord { unit, seen, record }).await else {
                return visitor.go(&format!("/units/{unit}"));
            };
            let words;
            (status, words) = trouble.above_form(&ui)?;
            mistakes.push(Mistake::new("", words));
        }
        Err(wrong) => {
            for wrong in wrong {
                let (field, error, fault) = match wrong {
                    Wrong::Term(at, fault) => (format!("term-{at}"), &mut terms[at].error, fault),
                    Wrong::Counterpart(at, fault) => {
                        (format!("counterpart-{at}"), &mut counterparts[at].error, fault)
                    }
                };
                *error = ui.say(fault.key()).to_string();
                mistakes.push(Mistake::new(&field, error.clone()));
            }
        }
    }
    let seen = posted.get("seen").to_owned();
    Ok(visitor
        .page(status, &page(&visitor, &scope, &view, (seen, (terms, counterparts)), mistakes)))
}

/// `Đại hội lần thứ XII`.
pub(super) fn ordinal(ui: &Ui, ordinal: u32) -> String {
    ui.say("unit-term").with("ordinal", roman(ordinal)).to_string()
}

impl RecordPage {
    /// The sides a counterpart may belong to, each with the key of its words.
    fn sides(&self) -> [(&'static str, &'static str); 4] {
        Side::ALL.map(|side| (side.name(), side_key(side)))
    }
}

/// The key of the words for a side.
pub(super) fn side_key(side: Side) -> &'static str {
    match side {
        Side::Party => "unit-side-party",
        Side::State => "unit-side-state",
        Side::Front => "unit-side-front",
        Side::Other => "unit-side-other",
    }
}

type Rows = (Vec<TermForm>, Vec<CounterpartForm>);

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &RecordView,
    (seen, (terms, counterparts)): (String, Rows),
    mistakes: Vec<Mistake>,
) -> RecordPage {
    RecordPage {
        ui: visitor.ui(scope, NavEntry::Units),
        unit: view.unit.short.clone(),
        back: Link { href: format!("/units/{}", view.unit.body), words: view.unit.short.clone() },
        seen,
        terms,
        counterparts,
        mistakes,
    }
}

fn seen(record: &UnitRecord) -> Result<String, Ending> {
    Ok(serde_json::to_string(record)?)
}

fn term_rows(record: &UnitRecord) -> Vec<TermForm> {
    let day = |day: Date| time::date(Lang::Vi, day);
    let rows = record.terms().iter().map(|term| TermForm {
        ordinal: roman(term.ordinal),
        from: day(term.from),
        to: term.to.map_or(String::new(), day),
        resolution: term.resolution.to_string(),
        error: String::new(),
    });
    rows.chain(std::iter::repeat_n(TermForm::default(), BLANK_ROWS)).collect()
}

fn counterpart_rows(record: &UnitRecord) -> Vec<CounterpartForm> {
    let rows = record.counterparts().iter().map(|counterpart| CounterpartForm {
        side: counterpart.side.name().to_owned(),
        name: counterpart.name.to_string(),
        contact: counterpart.contact.to_string(),
        phone: counterpart.phone.to_string(),
        error: String::new(),
    });
    rows.chain(std::iter::repeat_n(CounterpartForm::default(), BLANK_ROWS)).collect()
}

fn typed(posted: &Posted) -> Rows {
    let column = |name: &'static str| posted.all(name).map(str::to_owned);
    let terms = column("ordinal").zip(column("from")).zip(column("to")).zip(column("resolution"));
    let terms = terms.map(|(((ordinal, from), to), resolution)| TermForm {
        ordinal,
        from,
        to,
        resolution,
        error: String::new(),
    });
    let counterparts =
        column("side").zip(column("name")).zip(column("contact")).zip(column("phone"));
    let counterparts = counterparts.map(|(((side, name), contact), phone)| CounterpartForm {
        side,
        name,
        contact,
        phone,
        error: String::new(),
    });
    (terms.collect(), counterparts.collect())
}

fn read_terms(rows: &[TermForm]) -> Vec<TypedTerm> {
    let typed = |row: &TermForm| TypedTerm {
        ordinal: row.ordinal.clone(),
        from: row.from.clone(),
        to: row.to.clone(),
        resolution: row.resolution.clone(),
    };
    rows.iter().map(typed).collect()
}

fn read_counterparts(rows: &[CounterpartForm]) -> Vec<TypedCounterpart> {
    let typed = |row: &CounterpartForm| TypedCounterpart {
        side: Side::parse(&row.side).unwrap_or_default(),
        name: row.name.clone(),
        contact: row.contact.clone(),
        phone: row.phone.clone(),
    };
    rows.iter().map(typed).collect()
}
