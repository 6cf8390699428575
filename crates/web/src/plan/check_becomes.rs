//! What the facts about named units become: an exception, or nothing.

use super::check_facts::Facts;
use app::campaign::propose::{Differs, columns};
use app::plan::Matched;
use app::task::holds_alone;
use domain::plan::{Act, DataPeriod, Dated, Fact};

impl Facts<'_> {
    /// Where a fact goes, where that is another place than that of its list.
    pub(super) fn becomes(&self, fact: &Fact) -> String {
        match fact {
            Fact::Exception(exception) => match self.own(&exception.units, |_| true) {
                Own::None => self.words("plan-goes-unknown"),
                own => self.said(own),
            },
            Fact::Period(period) => self.period(period),
            Fact::Date(date) if self.is_held_alone(date) => self.words("plan-goes-task"),
            Fact::Date(date) if matches!(date.act, Act::Hold | Act::Send) => {
                let differs = |d: &Differs| d.due.is_some() || d.hold.is_some();
                self.said(self.own(&date.who, differs))
            }
            Fact::Destination(to) => self.said(self.own(&to.from, |d| d.to.is_some())),
            _ => String::new(),
        }
    }

    fn is_held_alone(&self, date: &Dated) -> bool {
        let ground = (&self.view.ground, &self.register);
        !holds_alone(date, ground, &self.proposed.deadlines).is_empty()
    }

    fn period(&self, period: &DataPeriod) -> String {
        if !period.units.is_empty() {
            return match self.own(&period.units, |d| d.term.is_some()) {
                Own::None => self.words("plan-goes-nowhere"),
                own => self.said(own),
            };
        }
        let plan = self.view.document();
        let used = columns(plan);
        let own = app::campaign::propose::columns_of(period);
        match !own.is_empty() && own.iter().all(|column| used.contains(column)) {
            true => self.words("plan-goes-columns"),
            false => self.words("plan-goes-nowhere"),
        }
    }

    fn said(&self, own: Own) -> String {
        match own {
            Own::None => String::new(),
            Own::AsTheirLevel => self.words("plan-goes-level"),
            Own::Exception(units) => {
                self.ui.say("plan-goes-exception").with("units", units.join(", ")).to_string()
            }
        }
    }

    /// What becomes of what is said of named units.
    fn own(&self, names: &[String], differs: impl Fn(&Differs) -> bool) -> Own {
        let mut units = Vec::new();
        let mut single = false;
        for name in names {
            let Matched::Unit(unit) = self.register.find(name) else { continue };
            if unit.body == self.view.ground.unit {
                continue;
            }
            single = true;
            let mut proposed = self.proposed.exceptions.iter();
            if proposed.any(|own| own.units.contains(&unit.body) && differs(&own.differs)) {
                units.push(unit.short.clone());
            }
        }
        match (units.is_empty(), single) {
            (false, _) => Own::Exception(units),
            (true, true) => Own::AsTheirLevel,
            (true, false) => Own::None,
        }
    }
}

enum Own {
    /// No unit is named by itself.
    None,
    AsTheirLevel,
    /// The short names of those that become an exception.
    Exception(Vec<String>),
}
