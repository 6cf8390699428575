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
    #[serde(default)]
    pub follows: Follows,
    /// Why it kept its plan as it is, or which amendment it does not follow yet.
    #[serde(default)]
    pub about: String,
}

/// Whether the campaign of a unit follows the plan as it is now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Follows {
    /// It has none yet.
    #[default]
    Nothing,
    Newest,
    Behind,
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
        let (follows, about) = follows(ui, row);
        match (row.child, row.issued) {
            (Some(child), Some(at)) => CascadeLine {
                unit,
                state: CascadeStage::Issued,
                day: time::date(ui.lang, calendar::day(at)),
                href: format!("/campaigns/{child}?node={}", row.body),
                follows,
                about,
            },
            (child, _) => CascadeLine {
                unit,
                state: match child {
                    Some(_) => CascadeStage::Preparing,
                    None => CascadeStage::NotYet,
                },
                day: String::new(),
                href: String::new(),
                follows,
                about,
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

fn follows(ui: &Ui, row: &CascadeRow) -> (Follows, String) {
    match row.follows {
        0 => (Follows::Nothing, String::new()),
        version if version < row.newest => {
            let words = ui.say("cascade-is-behind").with("n", row.newest - 1);
            (Follows::Behind, words.to_string())
        }
        _ if row.declined.is_empty() => (Follows::Newest, String::new()),
        _ => {
            let words = ui.say("cascade-declined").with("reason", row.declined.as_str());
            (Follows::Newest, words.to_string())
        }
    }
}
