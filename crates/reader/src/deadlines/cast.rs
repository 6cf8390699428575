//! Who must be meant by a date whose sentence names nobody.

use super::acting::What;
use crate::body::{self, Tier, tier};
use crate::clause;
use crate::destinations::same;
use crate::lexicon::{PLACES, SENDING};
use crate::page::Page;
use domain::plan::{Act, Dated};
use std::ops::Range;

/// The bodies a plan speaks to in its headings, and whose plan it is.
pub struct Cast {
    heads: Vec<String>,
    issuer: Option<String>,
}

impl Cast {
    pub fn of(page: &Page, lines: Range<usize>, issuer: Option<&str>) -> Cast {
        let mut heads: Vec<String> = Vec::new();
        for line in lines {
            let numbered = page.lines[line].marker.as_ref().is_some_and(|m| !m.is_bullet());
            let names = if numbered { clause::bodies_of_heading(page, line) } else { Vec::new() };
            heads.extend(names.into_iter().filter(|name| !name.is_empty()));
        }
        // As the headings call it, which is shorter.
        let own = heads.iter().find(|head| issuer.is_some_and(|issuer| same(head, issuer)));
        let issuer = own.cloned().or_else(|| issuer.map(str::to_owned));
        Cast { heads, issuer }
    }

    /// Who does `what`: the bodies of the level it speaks of, those that report to whom it is sent,
    /// who acts in the same paragraph, or, for opinions, surveys and sessions, the issuer.
    pub fn play(&self, page: &Page, what: &What, act: Act, beside: &[Dated]) -> Vec<String> {
        let tokens = what.tokens.clone();
        if act == Act::Send {
            let to = destination(page, tokens);
            let same_breath = beside.last().map(|before| before.who.clone());
            let below = || to.and_then(|to| self.below(to)).unwrap_or_default();
            return same_breath.filter(|who| !who.is_empty()).unwrap_or_else(below);
        }
        if let Some(level) = level(page, tokens.clone()) {
            return self.at(level);
        }
        match beside.last() {
            Some(before) if !before.who.is_empty() => before.who.clone(),
            _ if act == Act::Hold || act == Act::Other => Vec::new(),
            _ => self.issuer.clone().into_iter().collect(),
        }
    }

    fn at(&self, level: Tier) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for head in self.heads.iter().filter(|head| tier(head) == Some(level)) {
            if !found.iter().any(|known| same(known, head)) {
                found.push(head.clone());
            }
        }
        found
    }

    fn below(&self, to: Tier) -> Option<Vec<String>> {
        let level = match to {
            Tier::National => Tier::Province,
            Tier::Province => Tier::Upper,
            Tier::Upper => Tier::Grassroots,
            Tier::Grassroots => return None,
        };
        Some(self.at(level))
    }
}

/// The level of the body to which something is sent.
fn destination(page: &Page, what: Range<usize>) -> Option<Tier> {
    let sent = SENDING.all_within(&page.tokens[what.clone()]).last()?;
    let from = what.start + sent.0 + sent.1.len;
    let named = (from..what.end).take(6).find_map(|at| body::named(page, at..what.end))?;
    tier(&body::name(page, &named))
}

/// The level at which something takes place: `ở cấp trên cơ sở`.
fn level(page: &Page, what: Range<usize>) -> Option<Tier> {
    let tokens = &page.tokens[what];
    let (at, place) = PLACES.all_within(tokens).last()?;
    body::level_at(&tokens[at + place.len..])
}
