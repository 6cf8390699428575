use super::check_spans::Spans;
use super::check_text::{Mark, find, find_last};
use super::check_told::{Told, told, whole};
use super::{DroppedRow, FactGroup, FactRow, FactState, Folded, MarkKind, Origin};
use crate::ui::{Link, Ui};
use app::campaign::propose::Proposed;
use app::plan::{PlanView, Register};
use domain::plan::{Fact, IgnoreReason, List, Row, Severity, Warning};
use domain::source::Span;
use std::collections::HashSet;

/// What was understood of a plan, ready to be shown.
pub(super) struct Facts<'a> {
    pub ui: &'a Ui,
    pub view: &'a PlanView,
    pub register: Register<'a>,
    /// What it proposes of who is asked.
    pub proposed: Proposed,
    /// Warnings nobody has let be, with their ids.
    pub warnings: Vec<(String, &'a Warning)>,
    /// How grave they are, by where they stand.
    pub graves: Spans<Severity>,
    /// The lines that have a mark in the text.
    pub marked: HashSet<String>,
    /// The list to be shown whole.
    pub whole: Option<List>,
}

/// A longer list is cut off here.
pub(super) const LONGEST: usize = 100;

const GROUPS: [Group; 10] = [
    group("plan-paper", HEAD, "plan-goes-head", Folded::No),
    group("plan-subject", &[List::Subject], "plan-goes-library", Folded::No),
    group("plan-basis", &[List::Basis], "plan-goes-library", Folded::No),
    group("plan-destinations", &[List::Destination], "plan-goes-destinations", Folded::No),
    group("plan-duties", &[List::Duty], "plan-goes-tasks", Folded::No),
    group("plan-own", OWN, "plan-goes-own", Folded::No),
    group("plan-further", FURTHER, "plan-goes-nowhere", Folded::No),
    group("plan-recipients", &[List::Recipient], "plan-goes-nowhere", Folded::Yes),
    group("plan-cited", &[List::Cited], "plan-goes-nowhere", Folded::Yes),
    group("plan-sections", &[List::Section], "plan-goes-nowhere", Folded::Yes),
];
const HEAD: &[List] = &[
    List::Kind,
    List::Review,
    List::Title,
    List::Parent,
    List::Issuer,
    List::Number,
    List::Place,
    List::Issued,
    List::Signatory,
];
const OWN: &[List] = &[List::Exception, List::Period];
const FURTHER: &[List] = &[List::Form, List::Attachment];

/// A group of the page: its own list first, then those shown with it.
struct Group {
    title: &'static str,
    lists: &'static [List],
    /// The key of where its rows go.
    goes: &'static str,
    folded: Folded,
}

const fn group(
    title: &'static str,
    lists: &'static [List],
    goes: &'static str,
    folded: Folded,
) -> Group {
    Group { title, lists, goes, folded }
}

impl<'a> Facts<'a> {
    pub(super) fn groups(&self) -> Vec<FactGroup> {
        GROUPS.iter().map(|group| self.group(group)).collect()
    }

    pub(super) fn outline(&self) -> FactGroup {
        self.group(&group("plan-outline", &[List::Outline], "plan-goes-outline", Folded::No))
    }

    /// The dates' own group: what was dropped, and where one is added.
    pub(super) fn dates(&self) -> FactGroup {
        let dates = group("plan-dates", &[List::Date], "plan-goes-dates", Folded::No);
        FactGroup { rows: Vec::new(), ..self.group(&dates) }
    }

    pub(super) fn origin(&self) -> Origin {
        let document = self.view.document();
        match document.outline.is_empty() && !document.proposed_outline.is_empty() {
            true => Origin::Proposed,
            false => Origin::Read,
        }
    }

    /// How many things are understood.
    pub(super) fn count(&self) -> usize {
        let kept = self.rows().filter(|row| row.is_kept());
        kept.filter(|row| !told(self.ui, &row.fact).value.is_empty()).count()
    }

    /// What in the text leads to which row, and to which warning where no row does.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let text: Vec<char> = self.view.source.text.chars().collect();
        let mut marks: Vec<Mark> = self
            .rows()
            .filter(|row| row.is_kept())
            .filter_map(|row| {
                let span = row.fact.span().or_else(|| self.head_span(&text, &row.fact))?;
                Some(Mark { span, kind: self.kind(&row.fact, span), line: row.id.to_string() })
            })
            .collect();
        let covered = Spans::new(marks.iter().map(|mark| (mark.span, ())));
        for (id, warning) in &self.warnings {
            if covered.over(warning.span).next().is_none() {
                let kind = match warning.severity {
                    Severity::Error => MarkKind::Wrong,
                    Severity::Warning => MarkKind::Look,
                    Severity::Info => MarkKind::Plain,
                };
                marks.push(Mark { span: warning.span, kind, line: id.clone() });
            }
        }
        marks
    }

    /// Where rows are corrected and added; nowhere once a campaign was made of the plan.
    pub(super) fn edit(&self, row: &Row) -> String {
        match self.view.campaign {
            None => format!("?row={}#edit", row.id),
            Some(_) => String::new(),
        }
    }

    /// How a row stands.
    pub(super) fn state(&self, row: &Row) -> FactState {
        let looked = |span| self.graves.over(span).any(|grave| *grave > Severity::Info);
        if told(self.ui, &row.fact).value.is_empty() {
            FactState::Missing
        } else if row.read.is_none() {
            FactState::Added
        } else if row.fact.is_inferred() {
            FactState::Inferred
        } else if row.fact.span().is_some_and(looked) {
            FactState::Look
        } else if row.is_corrected() {
            FactState::Corrected
        } else {
            FactState::Read
        }
    }

    fn rows(&self) -> impl Iterator<Item = &'a Row> {
        self.view.sheet.rows(self.view.sheet.plan())
    }

    fn group(&self, group: &Group) -> FactGroup {
        let Group { title, lists, goes, folded } = *group;
        let own = |row: &&Row| lists.contains(&row.fact.list());
        let dropped = self.rows().filter(own).filter(|row| !row.is_kept());
        let mut rows: Vec<&Row> = self.rows().filter(own).filter(|row| row.is_kept()).collect();
        if lists.contains(&List::Kind) {
            // Which document of the file is what can be said in one place.
            let others = (0..self.view.sheet.papers()).filter(|at| *at != self.view.sheet.plan());
            rows.extend(others.flat_map(|at| self.view.sheet.list(at, List::Kind)));
            rows.sort_by_key(|row| row.fact.list());
        }
        let cut = rows.len() > LONGEST && !self.whole.is_some_and(|list| lists.contains(&list));
        let more = cut.then(|| Link {
            href: format!("?all={0}#list-{0}", lists[0].name()),
            words: self.ui.say("plan-all").with("n", rows.len()).to_string(),
        });
        if cut {
            rows.truncate(LONGEST);
        }
        FactGroup {
            list: lists[0].name().to_owned(),
            title: self.words(title),
            rows: rows.into_iter().map(|row| self.fact(row)).collect(),
            dropped: dropped
                .map(|row| DroppedRow {
                    id: row.id.to_string(),
                    words: whole(&told(self.ui, &row.fact)),
                })
                .collect(),
            add: lists.iter().filter_map(|list| self.add(*list)).collect(),
            goes: self.words(goes),
            folded: if more.is_none() && self.whole.is_some() { Folded::No } else { folded },
            more,
        }
    }

    fn fact(&self, row: &Row) -> FactRow {
        let told = self.told_apart(row);
        let names: &[String] = match &row.fact {
            Fact::Duty(duty) => std::slice::from_ref(&duty.who),
            Fact::Destination(to) => &to.from,
            Fact::Exception(exception) => &exception.units,
            _ => &[],
        };
        FactRow {
            id: row.id.to_string(),
            names: names.iter().map(|name| self.named(name)).collect(),
            label: told.label,
            value: told.value,
            goes: self.becomes(&row.fact),
            depth: row.fact.depth(),
            state: self.state(row),
            marked: self.marked.contains(&row.id.to_string()),
            edit: self.edit(row),
        }
    }

    /// Where the file has several documents, the kind of each is called by its place.
    fn told_apart(&self, row: &Row) -> Told {
        let told = told(self.ui, &row.fact);
        if row.fact.list() != List::Kind || self.view.sheet.papers() < 2 {
            return told;
        }
        let label = self.ui.say("plan-document-at").with("n", row.paper + 1).to_string();
        let title = self.view.documents.get(row.paper).map(|document| document.title.as_str());
        let value = match title.filter(|title| !title.is_empty()) {
            Some(title) => format!("{}: {title}", told.value),
            None => told.value,
        };
        Told { label, value }
    }

    fn add(&self, list: List) -> Option<Link> {
        let open = self.view.campaign.is_none() && !list.is_single();
        open.then(|| Link {
            href: format!("?add={}#edit", list.name()),
            words: self.ui.say(add_key(list)).to_string(),
        })
    }

    fn kind(&self, fact: &Fact, span: Span) -> MarkKind {
        let worst = self.graves.over(span).max().copied();
        let plain = match fact {
            Fact::Date(date) if date.inferred => MarkKind::Look,
            Fact::Date(_) | Fact::Period(_) => MarkKind::Date,
            Fact::Destination(_) => MarkKind::Who,
            Fact::Duty(_) | Fact::Section(_) | Fact::Outline(_) | Fact::Exception(_) => {
                MarkKind::Plain
            }
            _ => MarkKind::Document,
        };
        match (worst, fact) {
            (Some(Severity::Error), Fact::Date(_)) => MarkKind::Wrong,
            (Some(Severity::Warning), Fact::Date(_) | Fact::Destination(_)) => MarkKind::Look,
            _ => plain,
        }
    }

    /// Where a letterhead's words stand; they have no span of their own.
    fn head_span(&self, text: &[char], fact: &Fact) -> Option<Span> {
        let within = self.view.document().span;
        let words = match fact {
            Fact::Title(words)
            | Fact::Parent(words)
            | Fact::Issuer(words)
            | Fact::Number(words)
            | Fact::Place(words) => words.as_str(),
            Fact::Recipient(recipient) => recipient.name.as_str(),
            Fact::Signatory(signatory) => signatory.name.as_deref()?,
            Fact::Issued(Some(_)) => {
                let dates = self.view.reading.ignored_dates.iter();
                let mut own = dates.filter(|date| date.why == IgnoreReason::OwnDate);
                return own.find(|date| within.contains(date.span)).map(|date| date.span);
            }
            _ => return None,
        };
        // Recipients and signature stand at the end, the rest at the beginning.
        match fact {
            Fact::Recipient(_) | Fact::Signatory(_) => find_last(text, words, within),
            _ => find(text, words, within),
        }
    }

    pub(super) fn words(&self, key: &str) -> String {
        self.ui.say(key).to_string()
    }
}

pub(super) fn add_key(list: List) -> &'static str {
    match list {
        List::Subject => "plan-add-subject",
        List::Basis => "plan-add-basis",
        List::Cited => "plan-add-cited",
        List::Section => "plan-add-section",
        List::Date => "plan-add-date",
        List::Duty => "plan-add-duty",
        List::Period => "plan-add-period",
        List::Form => "plan-add-form",
        List::Destination => "plan-add-destination",
        List::Attachment => "plan-add-attachment",
        List::Exception => "plan-add-exception",
        List::Outline => "plan-add-outline",
        List::Recipient => "plan-add-recipient",
        // A document has one of these, so that none is ever added.
        List::Kind
        | List::Review
        | List::Title
        | List::Parent
        | List::Issuer
        | List::Number
        | List::Place
        | List::Issued
        | List::Signatory => "save",
    }
}
