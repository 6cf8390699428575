use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Tone, Ui};
use app::CascadeRow;
use app::campaign::Cascade;
use domain::calendar;
use domain::id::CampaignId;
use serde::Deserialize;
use words::time;

/// How a unit carries the campaign further down, as those above see it.
#[derive(Clone, Debug, Deserialize)]
pub struct CascadeLine {
    pub unit: String,
    pub state: CascadeStage,
    /// `14/07/2024`; empty before it is issued.
    #[serde(default)]
    pub day: String,
    /// To the unit's campaign, once it is issued.
    #[serde(default)]
    pub href: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum CascadeStage {
    NotYet,
    Preparing,
    Issued,
}

impl CascadeStage {
    pub fn tone(self) -> Tone {
        match self {
            CascadeStage::NotYet => Tone::Grey,
            CascadeStage::Preparing => Tone::Yellow,
            CascadeStage::Issued => Tone::Green,
        }
    }

    pub fn key(self) -> &'static str {
        match self {
            CascadeStage::NotYet => "cascade-not-yet",
            CascadeStage::Preparing => "cascade-preparing",
            CascadeStage::Issued => "cascade-issued",
        }
    }
}

/// Begins the unit's own campaign under this one, or opens the one that was begun.
pub(super) async fn begin(
    visitor: Visitor,
    Path(parent): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let asked_above = visitor.ui_of_nobody().say("cascade-asked").to_string();
    let made = visitor.act(&posted, Cascade { parent, asked_above }).await?.output;
    visitor.go(&format!("/campaigns/{made}/setup"))
}

/// Those not issued first, each group in the order of the tree.
pub(super) fn lines(ui: &Ui, rows: &[CascadeRow]) -> Vec<CascadeLine> {
    let line = |row: &CascadeRow| {
        let unit = row.short.clone();
        match (row.child, row.issued) {
            (Some(child), Some(at)) => CascadeLine {
                unit,
                state: CascadeStage::Issued,
                day: time::date(ui.lang, calendar::day(at)),
                href: format!("/campaigns/{child}?node={}", row.body),
            },
            (child, _) => CascadeLine {
                unit,
                state: match child {
                    Some(_) => CascadeStage::Preparing,
                    None => CascadeStage::NotYet,
                },
                day: String::new(),
                href: String::new(),
            },
        }
    };
    let mut lines: Vec<CascadeLine> = rows.iter().map(line).collect();
    lines.sort_by_key(|line| match line.state {
        CascadeStage::NotYet => 0,
        CascadeStage::Preparing => 1,
        CascadeStage::Issued => 2,
    });
    lines
}
