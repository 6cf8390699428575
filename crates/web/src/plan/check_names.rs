//! The names of a plan and the bodies they stand for.

use super::check_change::{Unwanted, Wanted};
use super::check_facts::Facts;
use super::{EditField, EditForm, FieldLook, Named, PlanWarning, Proposal, Severity};
use crate::site::{Posted, Trouble, Visitor};
use crate::ui::{Entry, Link, Mistake};
use app::plan::{Matched, PlanView, TierCount};
use app::unit::{Match, Resolve};
use domain::id::BodyId;
use domain::plan::{Change, Fact, Meaning};
use domain::text::{Text, fold};
use std::collections::HashSet;
use words::Lang;

/// Where a name is said to stand for somebody.
const FIELD: &str = "unit";

impl Facts<'_> {
    /// A name with what it stands for.
    pub(super) fn named(&self, name: &str) -> Named {
        let (stands_for, unsure) = self.stands_for(name);
        let open = self.view.campaign.is_none();
        let href = if open { address(name) } else { String::new() };
        Named { name: name.to_owned(), stands_for, unsure, href }
    }

    fn stands_for(&self, name: &str) -> (String, bool) {
        let ui = self.ui;
        match self.register.find(name) {
            Matched::Nothing => (self.words("plan-stands-for-nothing"), true),
            Matched::Several(units) => {
                (ui.say("plan-stands-for-several").with("n", units.len()).to_string(), true)
            }
            Matched::Gone(unit) => {
                (ui.say("plan-stands-for-gone").with("unit", &unit.name).to_string(), true)
            }
            Matched::Nobody => (self.words("plan-stands-for-nobody"), false),
            Matched::Organ(organ) => (organ.name.clone(), false),
            Matched::Group(_, name) => (name.to_owned(), false),
            Matched::Unit(unit) => (unit.name.clone(), false),
            Matched::Tiers(tiers) => (self.levels(&tiers), false),
        }
    }

    /// So many units of each level.
    fn levels(&self, tiers: &[TierCount<'_>]) -> String {
        let mut levels: Vec<(&str, usize)> = Vec::new();
        for tier in tiers {
            let name = match self.ui.lang {
                Lang::Vi => tier.level.name_vi.as_str(),
                Lang::En => tier.level.name_en.as_str(),
            };
            match levels.iter_mut().find(|(known, _)| *known == name) {
                Some((_, units)) => *units += tier.units,
                None => levels.push((name, tier.units)),
            }
        }
        let level = |(name, units): &(&str, usize)| {
            self.ui.say("plan-stands-for").with("level", *name).with("n", *units).to_string()
        };
        levels.iter().map(level).collect::<Vec<_>>().join("; ")
    }
}

/// What is to be said of names before tasks can go to them: which of several units, which unit in
/// place of one that is gone, and those that fit nobody.
pub(super) fn warnings(facts: &Facts<'_>) -> Vec<PlanWarning> {
    let mut rows = Vec::new();
    let mut nothing: Vec<&str> = Vec::new();
    for name in asked(facts.view) {
        match facts.register.find(name) {
            Matched::Nothing => nothing.push(name),
            Matched::Several(units) => {
                let said = facts.ui.say("plan-name-several").with("name", name).to_string();
                let units = units.iter().map(|unit| (unit.body, unit.name.as_str()));
                rows.push(row(facts, name, said, units.collect()));
            }
            Matched::Gone(unit) => {
                let said = facts.ui.say("plan-name-gone").with("name", name);
                let said = said.with("unit", &unit.name).to_string();
                rows.push(row(facts, name, said, Vec::new()));
            }
            _ => {}
        }
    }
    if !nothing.is_empty() {
        let link = |name: &&str| Link { href: address(name), words: (*name).to_owned() };
        let said = facts.ui.say("plan-name-nothing").with("n", nothing.len()).to_string();
        let outside = Proposal {
            words: facts.words("plan-name-outside"),
            field: "outside".to_owned(),
            value: "names".to_owned(),
        };
        let open = facts.view.campaign.is_none();
        rows.push(PlanWarning {
            id: "names".to_owned(),
            severity: Severity::Look,
            words: said,
            links: nothing.iter().filter(|_| open).map(link).collect(),
            proposals: [outside].into_iter().filter(|_| open).collect(),
            ..PlanWarning::default()
        });
    }
    rows
}

/// What was posted of names, if anything was.
pub(super) async fn posted(
    visitor: &Visitor,
    view: &PlanView,
    posted: &Posted,
) -> Result<Option<Result<Wanted, Unwanted>>, Trouble> {
    let mean = |name: &str, meaning| Wanted {
        change: Change::Mean(name.to_owned(), meaning),
        back: "#look".to_owned(),
    };
    if posted.has("outside") {
        let register = view.register();
        let nothing = asked(view).into_iter().filter(|n| register.find(n) == Matched::Nothing);
        let outside = |name: &str| Change::Mean(name.to_owned(), Some(Meaning::Nobody));
        let change = Change::All(nothing.map(outside).collect());
        return Ok(Some(Ok(Wanted { change, back: "#look".to_owned() })));
    }
    if let Some((body, name)) = posted.get("mean").split_once(' ') {
        if !asked(view).contains(&name) {
            return Ok(Some(Err(Unwanted::Nothing)));
        }
        let body: Option<BodyId> = body.parse().ok();
        let body = body.filter(|body| view.ground.units.iter().any(|unit| unit.body == *body));
        let body = body.ok_or(Unwanted::Nothing);
        return Ok(Some(body.map(|body| mean(name, Some(Meaning::Body(body))))));
    }
    if !posted.has("meant") {
        return Ok(None);
    }
    if !asked(view).contains(&posted.get("meant")) {
        return Ok(Some(Err(Unwanted::Nothing)));
    }
    let (name, typed) = (posted.get("meant"), Text::new(posted.get(FIELD)).into_string());
    if posted.get("do") == "nobody" {
        return Ok(Some(Ok(mean(name, Some(Meaning::Nobody)))));
    }
    if typed.is_empty() {
        return Ok(Some(Ok(mean(name, None))));
    }
    let said = resolve(visitor, view, typed).await?;
    Ok(Some(match said {
        Ok(body) => Ok(mean(name, Some(Meaning::Body(body)))),
        Err(mistake) => Err(Unwanted::Mistakes(vec![mistake])),
    }))
}

/// The form in which it is said what a name stands for.
pub(super) fn form(facts: &Facts<'_>, name: &str) -> EditForm {
    let ui = facts.ui;
    let now = match facts.register.find(name) {
        Matched::Unit(unit) => unit.name.clone(),
        Matched::Organ(organ) => organ.name.clone(),
        Matched::Group(_, name) => name.to_owned(),
        _ => String::new(),
    };
    let (stands_for, _) = facts.stands_for(name);
    EditForm {
        id: "names".to_owned(),
        title: ui.say("plan-name-who").with("name", name).to_string(),
        fields: vec![EditField {
            name: FIELD.to_owned(),
            label: ui.say("plan-name-unit").to_string(),
            hint: ui.say("plan-name-unit-hint").to_string(),
            entry: Entry { value: now, ..Entry::default() },
            options: Vec::new(),
            look: FieldLook::Unit,
        }],
        hidden: vec![("meant".to_owned(), name.to_owned())],
        understood: stands_for,
        nobody: ui.say("plan-name-outside").to_string(),
        ..EditForm::default()
    }
}

/// The names whose bodies matter for the campaign, each once, in the order of the plan.
fn asked(view: &PlanView) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let rows = view.sheet.rows(view.sheet.plan()).filter(|row| row.is_kept());
    for row in rows {
        match &row.fact {
            Fact::Date(date) => names.extend(date.who.iter().map(String::as_str)),
            Fact::Duty(duty) => {
                names.extend(duty.who.split(';').map(str::trim));
                names.extend(duty.with.iter().map(String::as_str));
            }
            Fact::Destination(to) => names.extend(to.from.iter().map(String::as_str)),
            Fact::Exception(exception) => names.extend(exception.units.iter().map(String::as_str)),
            Fact::Period(period) => names.extend(period.units.iter().map(String::as_str)),
            _ => {}
        }
    }
    let mut seen = HashSet::new();
    names.retain(|name| !name.is_empty() && seen.insert(fold(name)));
    names
}

fn row(facts: &Facts<'_>, name: &str, words: String, units: Vec<(BodyId, &str)>) -> PlanWarning {
    let open = facts.view.campaign.is_none();
    let proposal = |(body, unit): (BodyId, &str)| Proposal {
        words: unit.to_owned(),
        field: "mean".to_owned(),
        value: format!("{body} {name}"),
    };
    PlanWarning {
        id: format!("n-{}", fold(name).replace(' ', "-")),
        severity: Severity::Look,
        words,
        edit: if open { address(name) } else { String::new() },
        proposals: units.into_iter().filter(|_| open).map(proposal).collect(),
        ..PlanWarning::default()
    }
}

/// The body a typed name or code means: a unit at or below the seat's own, or one of its organs.
async fn resolve(
    visitor: &Visitor,
    view: &PlanView,
    typed: String,
) -> Result<Result<BodyId, Mistake>, Trouble> {
    let wanted = fold(&typed);
    let mut organs = view.ground.organs.iter();
    let organ = organs.find(|organ| fold(&organ.name) == wanted || fold(&organ.short) == wanted);
    if let Some(organ) = organ {
        return Ok(Ok(organ.id));
    }
    let ui = visitor.ui_of_nobody();
    let case = Resolve { typed: vec![typed.clone()], on: view.today };
    let found = visitor.read(case).await?.output.into_iter().next();
    Ok(match found {
        Some(Match::One(unit)) => Ok(unit.body),
        Some(Match::Several(units)) => {
            let names: Vec<&str> = units.iter().take(5).map(|unit| unit.name.as_str()).collect();
            let said = ui.say("plan-name-ambiguous").with("units", names.join("; "));
            Err(Mistake::new(FIELD, said.to_string()))
        }
        _ => {
            let said = ui.say("plan-name-unknown").with("typed", &typed);
            Err(Mistake::new(FIELD, said.to_string()))
        }
    })
}

fn address(name: &str) -> String {
    let mut escaped = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("?meant={escaped}#edit")
}
