use super::units_form::tier_name;
use crate::amendment::{Difference, VersionCard, difference, version_card};
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Entry, Link, Mistake, NavEntry, Tone, Ui};
use app::campaign::{
    AboveView, Decline, Duty, Effect, News, SetUpView, ShowAbove, TakeOver, TakenOver,
};
use app::{Refused, Scope, Seen};
use askama::Template;
use domain::amendment::Item;
use domain::campaign::{Refusal, Stage};
use domain::id::CampaignId;
use jiff::civil::Date;
use serde::Deserialize;
use words::time;

/// What changed in the plan above and what that means below. Posts `version` and `do`: `take`, or
/// `decline` with its `reason`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/above.html")]
pub struct AbovePage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    /// To what the plan above asks of the unit.
    #[serde(default)]
    pub duty: Option<Link>,
    pub state: AboveState,
    /// Why what changed last was not taken over.
    #[serde(default)]
    pub declined: String,
    /// Of the plan above, as it was seen.
    #[serde(default)]
    pub version: i64,
    #[serde(default)]
    pub amendments: Vec<VersionCard>,
    /// What else changed above for the unit's own report.
    #[serde(default)]
    pub own: Differences,
    /// What it means below: what must be taken over, and what may be.
    #[serde(default)]
    pub must: Differences,
    #[serde(default)]
    pub may: Differences,
    #[serde(default)]
    pub take: TakeButton,
    /// The amendment into which it was taken over already.
    #[serde(default)]
    pub drafted: Option<Link>,
    #[serde(default)]
    pub reason: Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum AboveState {
    Followed,
    Changed,
    AsksNoMore,
}

/// Changes under one heading.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Differences {
    pub differences: Vec<Difference>,
}

/// The button by which it is taken over, and what it does.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TakeButton {
    pub words: String,
    pub hint: String,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowAbove { campaign }).await?;
    visitor.show(&page(&visitor, &scope, &view))
}

pub(super) async fn post(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let ui = visitor.ui_of_nobody();
    let version: i64 = posted.parse("version").unwrap_or(0);
    let home = format!("/campaigns/{campaign}/above");
    let done = match posted.get("do") {
        "decline" => {
            let case = Decline { campaign, version, reason: posted.get("reason").to_owned() };
            visitor.act(&posted, case).await.map(|acted| (home, acted.event))
        }
        _ => {
            let reason = ui.say("above-reason").with("n", version - 1).to_string();
            let taken = visitor.act(&posted, TakeOver { campaign, version, reason }).await;
            taken.map(|acted| match acted.output {
                TakenOver::InForce => (home, acted.event),
                TakenOver::Drafted => (format!("/campaigns/{campaign}/amend"), acted.event),
            })
        }
    };
    let trouble = match done {
        Ok((to, event)) => return visitor.go_after(&to, event),
        Err(trouble) => trouble,
    };
    let wordless = Refused::Campaign(Refusal::DeclineReasonMissing);
    let wordless = trouble.refused() == Some(wordless);
    let (status, words) = trouble.above_form(&ui)?;
    let Seen { scope, output: view } = visitor.read(ShowAbove { campaign }).await?;
    let mut page = page(&visitor, &scope, &view);
    let error = if wordless { words.clone() } else { String::new() };
    page.reason = Entry { value: posted.get("reason").to_owned(), error };
    page.mistakes.push(Mistake::new(if wordless { "reason" } else { "" }, words));
    Ok(visitor.page(status, &page))
}

/// To what changed above and is not taken over, or only in the open amendment (`drafted`); `None` where
/// there is nothing.
pub(crate) fn link(
    ui: &Ui,
    campaign: CampaignId,
    news: Option<&News>,
    drafted: Option<i64>,
) -> Option<Link> {
    let newest = news?.amendments.last().map(|version| version.amendment.version);
    let words = match drafted.filter(|drafted| newest.is_none_or(|newest| newest <= *drafted)) {
        Some(version) => ui.say("above-in-draft").with("n", version - 1),
        None => ui.say("above-changed-line"),
    };
    Some(Link { href: format!("/campaigns/{campaign}/above"), words: words.to_string() })
}

fn page(visitor: &Visitor, scope: &Scope, view: &AboveView) -> AbovePage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let set_up = &view.set_up;
    let (must, may): (Vec<&Effect>, Vec<&Effect>) =
        set_up.effects.iter().partition(|effect| effect.binds());
    let differences = |effects: Vec<&Effect>| Differences {
        differences: effects.iter().map(|effect| told(&ui, set_up, effect)).collect(),
    };
    let news = set_up.news.iter().flat_map(|news| &news.amendments);
    let version = set_up.duty.as_ref().map_or(0, |duty| duty.version);
    AbovePage {
        campaign: set_up.campaign.title.clone(),
        back: back(&ui, set_up),
        duty: set_up
            .duty
            .as_ref()
            .map(|duty| Link { href: format!("/work/{}", duty.parent), words: duty.title.clone() }),
        state: match (&set_up.duty, &set_up.news) {
            (None, _) => AboveState::AsksNoMore,
            (Some(_), None) => AboveState::Followed,
            (Some(_), Some(_)) => AboveState::Changed,
        },
        declined: view.declined.clone(),
        version,
        amendments: news.map(|version| version_card(&ui, version)).collect(),
        own: match (&set_up.duty, &set_up.news) {
            (Some(duty), Some(news)) => Differences { differences: own(&ui, duty, news) },
            _ => Differences::default(),
        },
        must: differences(must),
        may: differences(may),
        take: take(&ui, set_up),
        drafted: view.drafted.filter(|drafted| *drafted == version).map(|_| Link {
            href: format!("/campaigns/{}/amend", set_up.campaign.id),
            words: ui.say("amendment-title").to_string(),
        }),
        reason: Entry::default(),
        mistakes: Vec::new(),
        ui,
    }
}

fn back(ui: &Ui, view: &SetUpView) -> Link {
    let campaign = &view.campaign;
    match campaign.stage {
        Stage::Preparing => super::setup::back(ui, campaign.id),
        Stage::Issued { .. } => {
            Link { href: format!("/campaigns/{}", campaign.id), words: campaign.title.clone() }
        }
    }
}

/// Day and destination of the own report, as far as no amendment says so already.
fn own(ui: &Ui, duty: &Duty, news: &News) -> Vec<Difference> {
    let changed = |key: &str, before: String, after: String| Difference {
        what: ui.say(key).to_string(),
        before,
        after,
        whom: String::new(),
    };
    let day = |day: Option<Date>| day.map(|day| time::long_date(ui.lang, day)).unwrap_or_default();
    let mut items = news.amendments.iter().flat_map(|version| &version.items);
    let said = items.any(|row| matches!(row.item, Item::DeadlineMoved { .. }));
    let followed = &news.followed;
    let mut own = Vec::new();
    if followed.last_day != duty.last_day && !said {
        own.push(changed("above-own-day", day(followed.last_day), day(duty.last_day)));
    }
    if followed.up_to != duty.to {
        own.push(changed("above-own-to", followed.up_to.clone(), duty.to.clone()));
    }
    own
}

/// What a change means, with the day that is proposed where there is one.
fn told(ui: &Ui, view: &SetUpView, effect: &Effect) -> Difference {
    let (key, tier, last_day, proposed) = match effect {
        Effect::Section(item) => return difference(ui, item),
        Effect::Late { tier, last_day, proposed } => ("above-late", tier, last_day, *proposed),
        Effect::Room { tier, last_day, proposed } => {
            ("above-room", tier, last_day, Some(*proposed))
        }
    };
    let shown = view.tiers.iter().find(|shown| shown.tier.key == *tier);
    let name = shown.map(|shown| tier_name(ui, shown)).unwrap_or_default();
    let day = |day: Date| time::long_date(ui.lang, day);
    let none = || ui.say("above-no-day").to_string();
    Difference {
        what: ui.say(key).with("units", name).to_string(),
        before: day(*last_day),
        after: proposed.map_or_else(none, day),
        whom: String::new(),
    }
}

fn take(ui: &Ui, view: &SetUpView) -> TakeButton {
    let (words, hint) = match view.campaign.stage {
        _ if view.effects.is_empty() => ("above-note", "above-note-help"),
        Stage::Preparing => ("above-take", "above-take-help"),
        Stage::Issued { .. } => ("above-draft", "above-draft-help"),
    };
    TakeButton { words: ui.say(words).to_string(), hint: ui.say(hint).to_string() }
}
