use super::HistoryRow;
use crate::ui::{Link, Ui};
use app::{Kin, Level, Side, Stay};
use domain::reorganisation::Kind;
use words::time;

/// What happened to a unit in words, the oldest first.
pub(super) fn history(ui: &Ui, levels: &[Level], stays: &[Stay], kin: &[Kin]) -> Vec<HistoryRow> {
    let mut rows: Vec<(jiff::civil::Date, HistoryRow)> = Vec::new();
    let mut before: Option<&Stay> = None;
    for stay in stays {
        let day = time::date(ui.lang, stay.from);
        let document = stay.opened_by.clone();
        let told = told(ui, levels, before, stay);
        rows.extend(told.into_iter().map(|words| {
            let (day, document) = (day.clone(), document.clone());
            (stay.from, HistoryRow { day, words, document, link: None })
        }));
        before = Some(stay);
    }
    if let Some((day, stay)) = stays.last().and_then(|stay| Some((stay.to?, stay))) {
        let kind = stay.closed.map_or(String::new(), |kind| ui.say(kind_key(kind)).to_string());
        let words = ui.say("unit-event-ended").with("kind", kind.to_lowercase()).to_string();
        let document = stay.closed_by.clone();
        rows.push((day, HistoryRow { day: time::date(ui.lang, day), words, document, link: None }));
    }
    rows.extend(kin.iter().map(|kin| (kin.day, relation(ui, kin))));
    rows.sort_by_key(|(day, _)| *day);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The key of the words for a kind of act.
pub(crate) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Found => "reorganisation-found",
        Kind::Rename => "reorganisation-rename",
        Kind::Move => "reorganisation-move",
        Kind::Transfer => "reorganisation-transfer",
        Kind::Merge => "reorganisation-merge",
        Kind::Split => "reorganisation-split",
        Kind::Dissolve => "reorganisation-dissolve",
        Kind::Register => "reorganisation-register",
    }
}

/// What is new with a stay; nothing where the unit was merely carried along with the one above it.
fn told(ui: &Ui, levels: &[Level], before: Option<&Stay>, stay: &Stay) -> Vec<String> {
    let Some(before) = before.filter(|before| before.to == Some(stay.from)) else {
        let words = match stay.opened {
            Kind::Register if stay.under.is_empty() => ui.say("unit-event-top"),
            Kind::Register => ui.say("unit-event-listed"),
            _ => ui.say("unit-event-founded"),
        };
        return vec![words.with("under", &stay.under).to_string()];
    };
    let mut told = Vec::new();
    if before.short != stay.short || before.name != stay.name {
        let words = ui.say("unit-event-renamed").with("from", &before.short);
        told.push(words.with("to", &stay.short).to_string());
    }
    if before.level != stay.level {
        let level = super::level_name(ui, levels, &stay.level);
        told.push(ui.say("unit-event-level").with("level", level).to_string());
    }
    if before.parent != stay.parent {
        let words = ui.say("unit-event-moved").with("from", &before.under);
        told.push(words.with("to", &stay.under).to_string());
    }
    told
}

fn relation(ui: &Ui, kin: &Kin) -> HistoryRow {
    let words = match kin.side {
        Side::Before => ui.say("unit-event-after"),
        Side::After => ui.say("unit-event-before"),
    };
    HistoryRow {
        day: time::date(ui.lang, kin.day),
        words: words.to_string(),
        document: String::new(),
        link: Some(Link { href: format!("/units/{}", kin.unit), words: kin.short.clone() }),
    }
}
