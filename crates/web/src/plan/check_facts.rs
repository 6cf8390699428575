use super::check_line::{Line, act_words, items};
use super::check_text::Mark;
use super::{DateRow, FactGroup, FactRow, FactState, MarkKind, OutlineRow, PlanWarning, Severity};
use crate::ui::{Link, Ui};
use app::campaign::propose::is_before;
use app::plan::PlanView;
use domain::plan::{self, Cited, DateKind, Dated, Document, Form, Warning};
use words::time;

/// What was understood of a plan, ready to be shown: the document as corrected beside the document
/// as read, and the warnings that still hold.
pub(super) struct Facts<'a> {
    ui: &'a Ui,
    view: &'a PlanView,
    pub document: &'a Document,
    read: &'a Document,
    pub warnings: Vec<&'a Warning>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(
        ui: &'a Ui,
        view: &'a PlanView,
        document: &'a Document,
        read: &'a Document,
    ) -> Facts<'a> {
        let mut facts = Facts { ui, view, document, read, warnings: Vec::new() };
        let found = &view.corrected.warnings;
        facts.warnings = found.iter().filter(|warning| !facts.is_settled(warning)).collect();
        facts
    }

    /// Whether a correction has answered the warning: the date it was about is no longer so, one of
    /// two destinations was chosen, what the letterhead lacked was filled in.
    fn is_settled(&self, warning: &Warning) -> bool {
        match warning.code.as_str() {
            "TWO_DESTINATIONS" => self.view.rivals().is_none(),
            "MISSING_LETTERHEAD" => {
                let head = &self.document.letterhead;
                head.number.is_some() && head.place.is_some() && head.date.is_some()
            }
            _ => self
                .read
                .dates
                .iter()
                .any(|date| overlaps(date, warning) && !self.document.dates.contains(date)),
        }
    }

    /// What in the text leads to which line; what matters most first.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (at, date) in self.document.dates.iter().enumerate() {
            let kind = match self
                .warnings
                .iter()
                .filter(|w| overlaps(date, w))
                .map(|w| w.severity)
                .max()
            {
                Some(plan::Severity::Error) => MarkKind::Wrong,
                Some(plan::Severity::Warning) => MarkKind::Look,
                _ => MarkKind::Date,
            };
            marks.push(Mark { span: date.span, kind, line: Line::Date(at).to_string() });
        }
        for (at, to) in self.document.report_to.iter().enumerate() {
            marks.push(Mark { span: to.span, kind: MarkKind::Who, line: format!("to-{at}") });
        }
        for (name, cited) in [("subject", &self.document.subject), ("basis", &self.document.basis)]
        {
            for (at, cited) in cited.iter().enumerate() {
                let line = format!("{name}-{at}");
                marks.push(Mark { span: cited.span, kind: MarkKind::Document, line });
            }
        }
        for (at, warning) in self.warnings.iter().enumerate() {
            let kind = match warning.severity {
                plan::Severity::Error => MarkKind::Wrong,
                plan::Severity::Warning | plan::Severity::Info => MarkKind::Look,
            };
            marks.push(Mark { span: warning.span, kind, line: format!("warning-{at}") });
        }
        marks
    }

    /// The warnings; `shown` are the lines that have a mark in the text.
    pub(super) fn warning_rows(&self, shown: &[String]) -> Vec<PlanWarning> {
        let rows = self.warnings.iter().enumerate().map(|(at, warning)| {
            let id = format!("warning-{at}");
            let dates = self.document.dates.iter();
            let date = dates.enumerate().find(|(_, date)| overlaps(date, warning));
            let places = self.document.report_to.iter();
            let place = places.enumerate().find(|(_, to)| to.span.overlaps(warning.span));
            let line = match (date, place) {
                (Some((at, _)), _) => Line::Date(at).to_string(),
                (None, Some((at, _))) => format!("to-{at}"),
                (None, None) => id.clone(),
            };
            PlanWarning {
                severity: match warning.severity {
                    plan::Severity::Info => Severity::Note,
                    plan::Severity::Warning => Severity::Look,
                    plan::Severity::Error => Severity::Wrong,
                },
                words: self.sentence(warning),
                edit: date.map(|(at, _)| self.edit(Line::Date(at))).unwrap_or_default(),
                line: if shown.contains(&line) { line } else { String::new() },
                id,
            }
        });
        rows.collect()
    }

    fn sentence(&self, warning: &Warning) -> String {
        let key = format!("warning-{}", warning.code.to_lowercase().replace('_', "-"));
        let mut phrase = self.ui.say(&key);
        for (name, value) in &warning.facts {
            phrase = phrase.with(name.clone(), value);
        }
        phrase.to_string()
    }

    pub(super) fn date_rows(&self) -> Vec<DateRow> {
        let rows = self.document.dates.iter().enumerate().map(|(at, date)| {
            let looked = |w: &&&Warning| w.severity > plan::Severity::Info && overlaps(date, w);
            let state = if !self.read.dates.contains(date) {
                FactState::Corrected
            } else if date.inferred
                || date.who.is_empty()
                || self.warnings.iter().any(|w| looked(&w))
            {
                FactState::Look
            } else {
                FactState::Read
            };
            DateRow {
                id: Line::Date(at).to_string(),
                who: if date.who.is_empty() {
                    self.words("plan-who-missing")
                } else {
                    date.who.join("; ")
                },
                what: if date.what.is_empty() {
                    act_words(self.ui, date.act)
                } else {
                    date.what.clone()
                },
                when: when(self.ui, date),
                stated: date.text.clone(),
                state,
                edit: self.edit(Line::Date(at)),
            }
        });
        rows.collect()
    }

    pub(super) fn groups(&self) -> Vec<FactGroup> {
        let mut groups = vec![self.letterhead()];
        let push = |groups: &mut Vec<FactGroup>, key: &str, rows: Vec<FactRow>| {
            if !rows.is_empty() {
                groups.push(FactGroup { title: self.words(key), rows, add: None });
            }
        };
        push(&mut groups, "plan-subject", self.cited("subject", &self.document.subject));
        push(&mut groups, "plan-basis", self.cited("basis", &self.document.basis));
        push(&mut groups, "plan-destinations", self.destinations());
        push(&mut groups, "plan-duties", self.duties());
        push(&mut groups, "plan-further", self.further());
        groups.push(self.recipients());
        groups
    }

    pub(super) fn outline(&self) -> Vec<OutlineRow> {
        let depth_of = depths(self.document);
        let rows = items(self.document).into_iter().zip(depth_of).enumerate();
        rows.map(|(at, (item, depth))| OutlineRow {
            id: Line::Outline(at).to_string(),
            number: item.number.clone(),
            title: item.title.clone(),
            depth,
            edit: self.edit(Line::Outline(at)),
        })
        .collect()
    }

    /// How many things were read.
    pub(super) fn count(&self, groups: &[FactGroup]) -> usize {
        let facts = groups.iter().flat_map(|group| &group.rows);
        let found = facts.filter(|row| row.state != FactState::Missing).count();
        found + self.document.dates.len() + items(self.document).len()
    }

    fn letterhead(&self) -> FactGroup {
        let (now, then) = (&self.document.letterhead, &self.read.letterhead);
        let day = |day| time::long_date(self.ui.lang, day);
        let title = |document: &Document| Some(document.title.clone()).filter(|t| !t.is_empty());
        let mut rows = vec![
            self.fact(Line::Title, "plan-title", title(self.document), title(self.read)),
            self.fact(Line::Issuer, "plan-issuer", now.issuer.clone(), then.issuer.clone()),
            self.fact(Line::Number, "plan-number", now.number.clone(), then.number.clone()),
            self.fact(Line::Place, "plan-place", now.place.clone(), then.place.clone()),
            self.fact(Line::Day, "plan-issued", now.date.map(day), then.date.map(day)),
        ];
        let signatory = &self.document.signatory;
        let signed = [&signatory.authority, &signatory.post, &signatory.name];
        let signed: Vec<&str> = signed.into_iter().flatten().map(String::as_str).collect();
        rows.push(self.told("signatory", "plan-signatory", &signed.join(", ")));
        FactGroup { title: self.words("plan-paper"), rows, add: None }
    }

    fn fact(&self, line: Line, label: &str, now: Option<String>, then: Option<String>) -> FactRow {
        let state = match (&now, now == then) {
            (None, _) => FactState::Missing,
            (Some(_), true) => FactState::Read,
            (Some(_), false) => FactState::Corrected,
        };
        FactRow {
            id: line.to_string(),
            label: self.words(label),
            value: now.unwrap_or_default(),
            state,
            edit: self.edit(line),
        }
    }

    /// A line that is told and cannot be corrected here.
    fn told(&self, id: &str, label: &str, value: &str) -> FactRow {
        let state = if value.is_empty() { FactState::Missing } else { FactState::Read };
        FactRow {
            id: id.to_owned(),
            label: self.words(label),
            value: value.to_owned(),
            state,
            edit: String::new(),
        }
    }

    fn cited(&self, name: &str, cited: &[Cited]) -> Vec<FactRow> {
        let rows = cited.iter().enumerate().map(|(at, cited)| {
            let day = cited.date.map(|day| time::date(self.ui.lang, day));
            let value = [cited.number.clone(), day, cited.issuer.clone()];
            let value: Vec<String> = value.into_iter().flatten().collect();
            FactRow {
                label: cited.type_name.clone(),
                ..self.told(&format!("{name}-{at}"), "plan-paper", &value.join(", "))
            }
        });
        rows.collect()
    }

    fn destinations(&self) -> Vec<FactRow> {
        let rows = self.document.report_to.iter().enumerate().map(|(at, to)| FactRow {
            label: to.from.join("; "),
            ..self.told(&format!("to-{at}"), "plan-who", &place(self.ui, to))
        });
        rows.collect()
    }

    fn duties(&self) -> Vec<FactRow> {
        let rows = self.document.duties.iter().enumerate().map(|(at, duty)| {
            let what = if duty.with.is_empty() {
                duty.what.clone()
            } else {
                let with = self.ui.say("plan-duty-with").with("who", duty.with.join("; "));
                format!("{} ({with})", duty.what)
            };
            FactRow {
                label: duty.who.clone(),
                ..self.told(&format!("duty-{at}"), "plan-who", &what)
            }
        });
        rows.collect()
    }

    /// Form of review, periods of data, papers to come along, exceptions.
    fn further(&self) -> Vec<FactRow> {
        let mut rows = Vec::new();
        let forms: Vec<String> =
            self.document.forms.iter().map(|form| self.words(form_key(*form))).collect();
        if !forms.is_empty() {
            rows.push(self.told("forms", "plan-form", &forms.join("; ")));
        }
        for (at, period) in self.document.data_periods.iter().enumerate() {
            rows.push(self.told(&format!("period-{at}"), "plan-period", &period.text));
        }
        for (at, paper) in self.document.attachments.iter().enumerate() {
            rows.push(self.told(&format!("paper-{at}"), "plan-attachment", &paper.name));
        }
        for (at, exception) in self.document.exceptions.iter().enumerate() {
            let units = exception.units.join("; ");
            let words = format!("{units}: {}", exception.rule);
            rows.push(self.told(&format!("exception-{at}"), "plan-exception", &words));
        }
        rows
    }

    fn recipients(&self) -> FactGroup {
        let rows = self.document.recipients.iter().enumerate().map(|(at, recipient)| FactRow {
            id: Line::Recipient(at).to_string(),
            label: recipient.name.clone(),
            value: recipient.purpose.clone().unwrap_or_default(),
            state: if self.read.recipients.contains(recipient) {
                FactState::Read
            } else {
                FactState::Corrected
            },
            edit: self.edit(Line::Recipient(at)),
        });
        let next = Line::Recipient(self.document.recipients.len());
        let words = self.words("plan-add-recipient");
        let add = Some(Link { href: self.edit(next), words });
        FactGroup {
            title: self.words("plan-recipients"),
            rows: rows.collect(),
            add: add.filter(|add| !add.href.is_empty()),
        }
    }

    /// Where a line is corrected; nowhere once a campaign was made of the plan.
    fn edit(&self, line: Line) -> String {
        match self.view.campaign {
            None => format!("?line={line}#edit"),
            Some(_) => String::new(),
        }
    }

    fn words(&self, key: &str) -> String {
        self.ui.say(key).to_string()
    }
}

/// `LĐLĐ tỉnh, qua Ban Tổ chức`.
pub(super) fn place(ui: &Ui, to: &plan::Destination) -> String {
    match &to.via {
        Some(via) => ui.say("plan-to-through").with("to", &to.to).with("via", via).to_string(),
        None => to.to.clone(),
    }
}

fn overlaps(date: &Dated, warning: &Warning) -> bool {
    date.span.overlaps(warning.span)
}

/// When a date is, in the days it was understood as; empty where no day was.
fn when(ui: &Ui, date: &Dated) -> String {
    let day = |day| time::long_date(ui.lang, day);
    match (date.kind, date.stated, date.start, date.end) {
        (_, Some(stated), ..) if is_before(date) => {
            ui.say("plan-when-before").with("day", day(stated)).to_string()
        }
        (DateKind::By, _, _, Some(end)) => ui.say("plan-when-by").with("day", day(end)).to_string(),
        (_, _, Some(start), Some(end)) if start != end => {
            format!("{} – {}", time::date(ui.lang, start), time::date(ui.lang, end))
        }
        (_, _, _, Some(only)) | (_, _, Some(only), None) => day(only),
        _ => String::new(),
    }
}

fn form_key(form: Form) -> &'static str {
    match form {
        Form::InWriting => "plan-form-in-writing",
        Form::Conference => "plan-form-conference",
        Form::WithinMeeting => "plan-form-within-meeting",
        Form::Survey => "plan-form-survey",
    }
}

/// The depth of each item of the outline, in the order of [`items`].
fn depths(document: &Document) -> Vec<usize> {
    fn walk(items: &[plan::OutlineItem], depth: usize, all: &mut Vec<usize>) {
        for item in items {
            all.push(depth);
            walk(&item.children, depth + 1, all);
        }
    }
    let mut all = Vec::new();
    walk(&document.outline, 0, &mut all);
    if document.outline.is_empty() {
        walk(&document.proposed_outline, 0, &mut all);
    }
    all
}
