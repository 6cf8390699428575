use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Link, Mistake, NavEntry, Ui};
use app::task::{ChooseDates, DutiesView, DutyView, ShowDuties, TierName};
use app::{Party, Scope, Seen, Whom};
use askama::Template;
use axum::http::StatusCode;
use domain::campaign::Stage;
use domain::id::CampaignId;
use domain::task::{Due, Part};
use serde::Deserialize;
use words::{Lang, time};

/// The tasks of a campaign being set up. Posts `rev` to make a choice of every proposed date.
#[derive(Template, Deserialize)]
#[template(path = "task/duties.html")]
pub struct DutiesPage {
    pub ui: Ui,
    pub campaign: String,
    /// The setting page it belongs to.
    pub back: Link,
    pub duties: Vec<DutyRow>,
    /// Names of which nobody has said whom they mean.
    pub unmatched: usize,
    /// Dates that are a proposal.
    pub proposed: usize,
    /// Where a task is added.
    pub add: String,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A task as it stands in the list.
#[derive(Clone, Debug, Deserialize)]
pub struct DutyRow {
    pub what: String,
    pub edit: String,
    pub when: DutyWhen,
    /// `hết Thứ Sáu 04/04/2031`; empty where no day is set.
    #[serde(default)]
    pub day: String,
    /// Where a day that is not chosen comes from.
    #[serde(default)]
    pub from: String,
    pub lead: Vec<PartyRow>,
    #[serde(default)]
    pub share: Vec<PartyRow>,
    /// The document that is to come of it.
    #[serde(default)]
    pub result: String,
}

/// How the day of a task is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum DutyWhen {
    None,
    Stated,
    Proposed,
    Chosen,
}

/// Who is in a task, as matched.
#[derive(Clone, Debug, Deserialize)]
pub struct PartyRow {
    pub name: String,
    pub state: PartyState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum PartyState {
    Matched,
    /// Nobody has said whom it means.
    Open,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowDuties { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    visitor.show(&page(&visitor, &scope, &view))
}

pub(super) async fn choose(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let rev = posted.parse("rev").unwrap_or(0);
    let Err(trouble) = visitor.act(&posted, ChooseDates { campaign, rev }).await else {
        return visitor.go(&format!("/campaigns/{campaign}/duties"));
    };
    let (status, words): (StatusCode, String) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: view } = visitor.read(ShowDuties { campaign }).await?;
    let mut page = page(&visitor, &scope, &view);
    page.mistakes.push(Mistake::new("", words));
    Ok(visitor.page(status, &page))
}

/// `Công đoàn cơ sở thuộc LĐLĐ huyện`.
pub(crate) fn tier_words(ui: &Ui, tier: &TierName) -> String {
    let name = |level: &app::Level| match ui.lang {
        Lang::Vi => level.name_vi.clone(),
        Lang::En => level.name_en.clone(),
    };
    let words = ui.say("units-tier").with("level", name(&tier.level));
    words.with("under", name(&tier.under)).to_string()
}

fn page(visitor: &Visitor, scope: &Scope, view: &DutiesView) -> DutiesPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let campaign = view.campaign.id;
    let duties: Vec<DutyRow> = view.duties.iter().map(|duty| row(&ui, view, duty)).collect();
    let open = |row: &&PartyRow| row.state == PartyState::Open;
    let parties = duties.iter().flat_map(|duty| duty.lead.iter().chain(&duty.share));
    DutiesPage {
        campaign: view.campaign.title.clone(),
        back: crate::campaign::set_up_link(&ui, campaign),
        unmatched: parties.filter(open).count(),
        proposed: duties.iter().filter(|duty| duty.when == DutyWhen::Proposed).count(),
        add: format!("/campaigns/{campaign}/duties/new"),
        duties,
        rev: view.campaign.rev,
        mistakes: Vec::new(),
        ui,
    }
}

fn row(ui: &Ui, view: &DutiesView, duty: &DutyView) -> DutyRow {
    let parties = |part: Part| {
        let of = duty.parties.iter().filter(move |party| party.part == part);
        of.map(|party| party_row(ui, view, party)).collect()
    };
    let task = &duty.task;
    let day = task.due.day().map(|day| time::long_date(ui.lang, day));
    DutyRow {
        what: task.what.clone(),
        edit: format!("/campaigns/{}/duties/{}", view.campaign.id, task.id),
        when: match task.due {
            Due::None => DutyWhen::None,
            Due::Stated { .. } => DutyWhen::Stated,
            Due::Proposed { .. } => DutyWhen::Proposed,
            Due::Chosen { .. } => DutyWhen::Chosen,
        },
        day: day.map(|day| ui.say("work-end-of").with("day", day).to_string()).unwrap_or_default(),
        from: from(ui, &task.due),
        lead: parties(Part::Lead),
        share: parties(Part::Share),
        result: task.result.clone(),
    }
}

/// Where a day comes from, in the words of the plan.
pub(super) fn from(ui: &Ui, due: &Due) -> String {
    match due {
        Due::Stated { words, .. } if !words.is_empty() => {
            ui.say("task-stated").with("words", words.as_str()).to_string()
        }
        Due::Proposed { words, .. } if !words.is_empty() => {
            ui.say("task-proposed-from").with("words", words.as_str()).to_string()
        }
        Due::Proposed { .. } => ui.say("task-proposed-from-report").to_string(),
        Due::None | Due::Stated { .. } | Due::Chosen { .. } => String::new(),
    }
}

fn party_row(ui: &Ui, view: &DutiesView, party: &Party) -> PartyRow {
    let (name, state) = match &party.whom {
        Whom::Open => (party.name.clone(), PartyState::Open),
        Whom::Body(_) => (party.short.clone(), PartyState::Matched),
        Whom::Tier(key) => {
            let tier = view.tiers.iter().find(|tier| tier.key == *key);
            let name = tier.map_or_else(|| party.name.clone(), |tier| tier_words(ui, tier));
            (name, PartyState::Matched)
        }
    };
    PartyRow { name, state }
}
