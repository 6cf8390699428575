//! The exceptions a plan makes of units it names (trường hợp riêng theo kế hoạch).

use super::{Ground, is_asked_for, last_day, organ};
use crate::plan::{Matched, Register};
use domain::campaign::{Deadline, Destination, EXCEPTION_UNITS_MAX, StatedDay};
use domain::figure::OwnTerm;
use domain::id::BodyId;
use domain::plan::{self, Act, DataPeriod, Dated, Document, Exception};
use domain::text::fold;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::body::Placed;
use store::tier::{DeadlineRow, Group, Tier, level_key};

/// Units a plan asks otherwise than those of their level, and what it says of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedException {
    pub units: Vec<BodyId>,
    /// Their short names, as many as a name holds.
    pub name: String,
    /// The words of the plan, told to the units.
    pub words: String,
    pub differs: Differs,
}

/// In what some units differ from those of their level (khác với đơn vị cùng cấp); what is `None` is
/// as for those.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differs {
    /// They do not report.
    pub silent: Option<Silent>,
    /// The last day in time, the words for it, the day stated.
    pub due: Option<(Date, String, Date)>,
    pub hold: Option<(Date, Date)>,
    pub to: Option<(Destination, Option<BodyId>)>,
    pub term: Option<OwnTerm>,
}

/// Said of units that do not report (không phải báo cáo).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent;

/// The folded words of a rule by which units do not report.
const NOT_ASKED: [&str; 6] = [
    "khong phai bao cao",
    "khong phai gui",
    "khong gui bao cao",
    "khong bao cao",
    "chua phai bao cao",
    "chua phai gui",
];
/// The folded words of a rule by which units report to the issuer itself.
const STRAIGHT: [&str; 5] =
    ["gui thang", "bao cao thang", "gui truc tiep", "bao cao truc tiep", "truc tiep gui"];

/// So many names make the name of an exception.
const NAMES_MAX: usize = 3;

/// The exceptions of a plan beside its tiers, those alike together, in the order of the tree.
pub fn exceptions(
    document: &Document,
    (ground, register): (&Ground, &Register<'_>),
    (tiers, deadlines): (&[Tier], &[DeadlineRow]),
    stated_day: Option<StatedDay>,
) -> Vec<ProposedException> {
    let looked = Looked { ground, register, tiers, deadlines, stated_day };
    let mut said: BTreeMap<BodyId, Said> = BTreeMap::new();
    for exception in &document.exceptions {
        looked.exception(exception, &mut said);
    }
    for period in &document.data_periods {
        looked.period(period, &mut said);
    }
    for date in &document.dates {
        looked.date(date, &mut said);
    }
    for to in &document.report_to {
        looked.sent_to(to, &mut said);
    }
    looked.together(said)
}

impl ProposedException {
    /// The key of the tier of its units' level.
    pub fn level(&self, ground: &Ground) -> String {
        let unit = ground.units.iter().find(|unit| self.units.contains(&unit.body));
        unit.and_then(|unit| key_of(ground, unit)).unwrap_or_default()
    }

    /// The exception to be kept, and its deadline; `tier` and `row` are those of its units' level.
    pub fn tier(
        &self,
        key: String,
        (tier, row): (Option<&Tier>, Option<&DeadlineRow>),
    ) -> (Tier, Option<DeadlineRow>) {
        let Differs { silent, due, hold, to, term } = &self.differs;
        let group = Group::Exception { name: self.name.clone(), note: self.words.clone() };
        let mut own = Tier::idle(key, group);
        if silent.is_some() {
            return (own, None);
        }
        own.asked = due.is_some() || tier.is_some_and(|tier| tier.asked);
        own.hold = hold.or(tier.and_then(|tier| tier.hold));
        own.portion.term = *term;
        (own.destination, own.via) = match (to, tier) {
            (Some((to, via)), _) => (Some(*to), *via),
            (None, Some(tier)) => (tier.destination, tier.via),
            (None, None) => (Some(Destination::Parent), None),
        };
        let deadline = |last_day| Deadline { version: 1, last_day };
        let row = match (due, row) {
            (Some((last_day, phrase, stated)), _) => Some(DeadlineRow {
                tier: own.key.clone(),
                deadline: deadline(*last_day),
                phrase: phrase.clone(),
                stated: *stated,
            }),
            (None, Some(row)) => Some(DeadlineRow { tier: own.key.clone(), ..row.clone() }),
            (None, None) => None,
        };
        (own, row)
    }
}

/// What is said of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Said {
    differs: Differs,
    words: Vec<String>,
}

struct Looked<'l> {
    ground: &'l Ground,
    register: &'l Register<'l>,
    tiers: &'l [Tier],
    deadlines: &'l [DeadlineRow],
    stated_day: Option<StatedDay>,
}

impl<'l> Looked<'l> {
    /// The units below the issuer that names mean each by itself.
    fn units(&self, names: &[String]) -> Vec<&'l Placed> {
        let named = names.iter().filter_map(|name| match self.register.find(name) {
            Matched::Unit(unit) if unit.body != self.ground.unit => {
                self.ground.units.iter().find(|own| own.body == unit.body)
            }
            _ => None,
        });
        named.collect()
    }

    fn tier_of(&self, unit: &Placed) -> Option<&'l Tier> {
        let key = key_of(self.ground, unit)?;
        self.tiers.iter().find(|tier| tier.key == key)
    }

    fn exception(&self, exception: &Exception, said: &mut BTreeMap<BodyId, Said>) {
        let rule = format!(" {} ", fold(&exception.rule));
        let says = |words: &[&str]| words.iter().any(|words| rule.contains(words));
        for unit in self.units(&exception.units) {
            let own = said.entry(unit.body).or_default();
            own.words.push(exception.rule.clone());
            if says(&NOT_ASKED) {
                own.differs.silent = Some(Silent);
            }
            let at_issuer = unit.parent == Some(self.ground.unit);
            if says(&STRAIGHT) && !at_issuer {
                own.differs.to = Some((Destination::Issuer, None));
            }
        }
    }

    fn period(&self, period: &DataPeriod, said: &mut BTreeMap<BodyId, Said>) {
        let term = OwnTerm::new(period.start, period.end);
        let Some(term) = term.filter(|_| is_asked_for(period)) else { return };
        for unit in self.units(&period.units) {
            let own = said.entry(unit.body).or_default();
            own.differs.term = Some(term);
            if own.words.is_empty() {
                own.words.push(period.text.clone());
            }
        }
    }

    /// A date that is another than that of its level.
    fn date(&self, date: &Dated, said: &mut BTreeMap<BodyId, Said>) {
        let Some(day) = last_day(date, self.stated_day) else { return };
        for unit in self.units(&date.who) {
            let tier = self.tier_of(unit);
            match date.act {
                Act::Send => {
                    let row =
                        self.deadlines.iter().find(|row| Some(&row.tier) == tier.map(|t| &t.key));
                    if row.map(|row| row.deadline.last_day) == Some(day) {
                        continue;
                    }
                    let stated = date.stated.unwrap_or(day);
                    let due = Some((day, date.text.clone(), stated));
                    said.entry(unit.body).or_default().differs.due = due;
                }
                Act::Hold => {
                    let hold = (date.start.unwrap_or(day).min(day), day);
                    let same = tier.and_then(|tier| tier.hold).is_some_and(|(_, end)| end == day);
                    if !same {
                        said.entry(unit.body).or_default().differs.hold = Some(hold);
                    }
                }
                _ => {}
            }
        }
    }

    /// A destination that is another than that of its level.
    fn sent_to(&self, named: &plan::Destination, said: &mut BTreeMap<BodyId, Said>) {
        let via = named.via.as_deref().and_then(|via| organ(via, self.ground));
        for unit in self.units(&named.from) {
            let Some((to, via)) = self.goes(unit, &named.to, via) else { continue };
            let as_its_level = |tier: &Tier| tier.destination == Some(to) && tier.via == via;
            if !self.tier_of(unit).is_some_and(as_its_level) {
                said.entry(unit.body).or_default().differs.to = Some((to, via));
            }
        }
    }

    /// Where a unit's report goes by the words for it.
    fn goes(
        &self,
        unit: &Placed,
        to: &str,
        via: Option<BodyId>,
    ) -> Option<(Destination, Option<BodyId>)> {
        let Matched::Unit(receiver) = self.register.find(to) else { return None };
        let to = match receiver.body {
            body if Some(body) == unit.parent => Destination::Parent,
            body if body == self.ground.unit => Destination::Issuer,
            body if receiver.path.covers(&unit.path) => Destination::Unit(body),
            _ => return None,
        };
        let at_issuer = receiver.body == self.ground.unit;
        Some((to, via.filter(|_| at_issuer)))
    }

    /// Those of whom the same is said, as one exception each.
    fn together(&self, said: BTreeMap<BodyId, Said>) -> Vec<ProposedException> {
        let mut alike: Vec<(Said, Option<&str>, Vec<&Placed>)> = Vec::new();
        let of = |unit: &'l Placed| said.get(&unit.body).map(|said| (unit, said));
        for (unit, said) in self.ground.units.iter().filter_map(of).take(EXCEPTION_UNITS_MAX) {
            let tier = self.tier_of(unit).map(|tier| tier.key.as_str());
            match alike.iter_mut().find(|(other, at, _)| other == said && *at == tier) {
                Some((.., units)) => units.push(unit),
                None => alike.push((said.clone(), tier, vec![unit])),
            }
        }
        let one = |(said, _, units): (Said, Option<&str>, Vec<&Placed>)| ProposedException {
            name: called(&units),
            units: units.iter().map(|unit| unit.body).collect(),
            words: said.words.join(" "),
            differs: said.differs,
        };
        alike.into_iter().map(one).collect()
    }
}

fn key_of(ground: &Ground, unit: &Placed) -> Option<String> {
    let above = ground.units.iter().find(|other| Some(other.body) == unit.parent)?;
    Some(level_key(&unit.level, &above.level))
}

fn called(units: &[&Placed]) -> String {
    let names: Vec<&str> = units.iter().take(NAMES_MAX).map(|unit| unit.short.as_str()).collect();
    let more = units.len().saturating_sub(NAMES_MAX);
    let names = names.join(", ");
    if more > 0 { format!("{names}… (+{more})") } else { names }
}
