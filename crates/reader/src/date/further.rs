//! Further dates under the lead of the one before them.

use super::atom::{Led, Unit, atom, role, word};
use super::lead::Lead;
use super::lunar::calendar;
use super::phrase::{Phrase, kind};
use super::run::{self, Run};
use crate::page::Token;
use domain::plan::DateKind;

/// The date that stands behind `before` and shares its lead.
pub(super) fn further(tokens: &[Token], before: &Phrase, lead: Lead) -> Option<Phrase> {
    listed(tokens, before, lead).or_else(|| instead(tokens, before, lead))
}

/// `, 20/9 và 20/12/2021` behind a day: a further deadline under the same lead.
fn listed(tokens: &[Token], before: &Phrase, lead: Lead) -> Option<Phrase> {
    let day = before.first.filter(|_| before.last.is_none())?;
    let Unit::Day { month: Some(_), .. } = day.unit else { return None };
    let at = before.to;
    let comma = tokens.get(at).is_some_and(|t| t.is(',')).then_some(1);
    let joint =
        comma.or_else(|| word(&tokens[at..], "and")).or_else(|| word(&tokens[at..], "or"))?;
    let from = at + joint;
    let named = word(tokens.get(from..)?, "day").is_some();
    if named && comma.is_some() || role(&tokens[from..]).is_some() && !named {
        return None;
    }
    let next = atom(&tokens[from..], Led::Yes)?;
    let Unit::Day { month: Some(_), .. } = next.unit else { return None };
    let to = from + next.len;
    let again = word(&tokens[to..], "recurring");
    let alone = Run::new(0);
    let kind = if again.is_some() { DateKind::Recurring } else { kind(lead, next, &alone) };
    let (calendar, to) = calendar(tokens, from, to + again.unwrap_or(0));
    Some(Phrase {
        from,
        to,
        kind,
        first: Some(next),
        last: None,
        shares: true,
        calendar,
        ..*before
    })
}

/// `hoặc tháng 8` behind a month: a further window under the same lead, one of which is chosen.
fn instead(tokens: &[Token], before: &Phrase, lead: Lead) -> Option<Phrase> {
    let last = before.last.or(before.first).filter(|_| before.kind != DateKind::Range)?;
    let (joint, next) = run::instead(&tokens[before.to..], last)?;
    let from = before.to + joint;
    let to = from + next.len;
    let kind = kind(lead, next, &Run::new(0));
    let (calendar, to) = calendar(tokens, from, to);
    Some(Phrase {
        from,
        to,
        kind,
        first: Some(next),
        last: None,
        shares: true,
        calendar,
        ..*before
    })
}

/// Deadlines under one lead share the year of the last, or come again together.
pub(super) fn share(group: &mut [Phrase]) {
    let [before @ .., last] = group else { return };
    let year = last.first.and_then(|atom| atom.unit.year());
    for phrase in before {
        if last.kind == DateKind::Recurring {
            phrase.kind = DateKind::Recurring;
        }
        if let Some(atom) = &mut phrase.first {
            atom.unit = atom.unit.in_year(year);
        }
    }
}
