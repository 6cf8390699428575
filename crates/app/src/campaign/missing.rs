use super::cascade::check_dates;
use super::set_up::{SetUpView, TierOf, TierView};
use domain::campaign::Refusal;

/// A step that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Outline(Refusal),
    Dates(Refusal),
    Units(Refusal),
    Destinations(Refusal),
    /// The plan above is not what it was.
    Above(Refusal),
    /// Approval, or the number after it.
    Approval(Refusal),
}

impl Missing {
    /// The rule that says what to do.
    pub fn refusal(self) -> Refusal {
        match self {
            Missing::Outline(refusal)
            | Missing::Dates(refusal)
            | Missing::Units(refusal)
            | Missing::Destinations(refusal)
            | Missing::Above(refusal)
            | Missing::Approval(refusal) => refusal,
        }
    }
}

impl SetUpView {
    /// The first thing to be set before it can be laid before anybody.
    pub fn unset(&self) -> Option<Refusal> {
        let set = |missing: &&Missing| !matches!(missing, Missing::Approval(_));
        self.missing.iter().find(set).map(|missing| missing.refusal())
    }
}

/// What keeps a campaign from being issued, in the order in which it is set up.
pub(super) fn missing(view: &SetUpView) -> Vec<Missing> {
    let mut missing = Vec::new();
    if view.outline.is_empty() {
        missing.push(Missing::Outline(Refusal::OutlineEmpty));
    } else if !view.campaign.outline_confirmed {
        missing.push(Missing::Outline(Refusal::OutlineUnconfirmed));
    }
    if view.campaign.title.is_empty() {
        missing.push(Missing::Outline(Refusal::TitleMissing));
    }
    if view.asked().next().is_none() {
        missing.push(Missing::Units(Refusal::NoUnits));
    }
    let organ = |view: &TierView| matches!(view.of, TierOf::Organ(_));
    let asks = |view: &&TierView| view.tier.asked && (organ(view) || !view.units.is_empty());
    for tier in view.tiers.iter().filter(asks) {
        if tier.deadline.is_none() {
            missing.push(Missing::Dates(Refusal::DeadlineMissing));
        }
        if tier.tier.destination.is_none() {
            missing.push(Missing::Destinations(Refusal::DestinationOpen));
        }
    }
    if let Err(refusal) = view.follows_above() {
        missing.push(Missing::Above(refusal));
    }
    if let Err(refusal) = check_dates(view) {
        missing.push(Missing::Dates(refusal));
    }
    let desk = view.campaign.desk;
    if view.organs_asked().any(|(organ, tier)| [desk, tier.via].contains(&Some(organ.id))) {
        missing.push(Missing::Destinations(Refusal::DeskReports));
    }
    if let Err(refusal) = view.campaign.approval.release(view.numbering) {
        missing.push(Missing::Approval(refusal));
    }
    missing
}
