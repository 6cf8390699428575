use super::facts::facts;
use crate::site::{Answer, Path, Visitor};
use crate::ui::{Entry, ItemState, Link, Mistake, NavEntry, Step, SummaryRow, TaskRow, Ui};
use app::campaign::{Effect, Missing, SetUpView, ShowSetUp, Wording};
use app::plan::CountOpen;
use app::{ItemCount, Parent, Scope, Seen};
use askama::Template;
use domain::campaign::{Approval, Numbering, Refusal, Stage};
use domain::id::CampaignId;
use domain::library::Role;
use serde::Deserialize;
use words::time;

/// A campaign being prepared: what is still to be set, in any order. Posts `rev` and `title` to its
/// own address.
#[derive(Template, Deserialize)]
#[template(path = "campaign/setup.html")]
pub struct SetupPage {
    pub ui: Ui,
    pub campaign: String,
    /// Number, date, desk, destination of the own report.
    pub facts: Vec<SummaryRow>,
    /// Outline, figures, units and dates, issue.
    pub tasks: Vec<TaskRow>,
    /// Where the plan's text and its reading are.
    #[serde(default)]
    pub plan: Option<Link>,
    /// That its reading was confirmed with something still to be looked at.
    #[serde(default)]
    pub plan_open: String,
    /// Where it is saved as a template.
    pub template: String,
    /// The title, to be changed.
    pub title: Entry,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

impl SetupPage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(2)
    }
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    let mut page = page(&visitor, &scope, &view);
    if let Some(plan) = view.campaign.plan {
        let open = visitor.read(CountOpen { plan }).await?.output;
        page.plan_open = match open {
            0 => String::new(),
            n => page.ui.say("setup-plan-open").with("n", n).to_string(),
        };
    }
    visitor.show(&page)
}

/// The way back to the page of the campaign being prepared.
pub(crate) fn back(ui: &Ui, campaign: CampaignId) -> Link {
    Link {
        href: format!("/campaigns/{campaign}/setup"),
        words: ui.say("campaign-setup").to_string(),
    }
}

pub(super) fn page(visitor: &Visitor, scope: &Scope, view: &SetUpView) -> SetupPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    SetupPage {
        campaign: view.campaign.title.clone(),
        facts: facts(&ui, view),
        tasks: tasks(&ui, view),
        plan: view.campaign.plan.map(|plan| Link {
            href: format!("/plans/{plan}"),
            words: ui.say("campaign-see-plan").to_string(),
        }),
        plan_open: String::new(),
        template: format!("/campaigns/{}/template", view.campaign.id),
        title: Entry { value: view.campaign.title.clone(), error: String::new() },
        rev: view.campaign.rev,
        mistakes: Vec::new(),
        ui,
    }
}

fn tasks(ui: &Ui, view: &SetUpView) -> Vec<TaskRow> {
    let own = vec![
        subject_task(ui, view),
        basis_task(ui, view),
        library_task(ui, view),
        outline_task(ui, view),
        variants_task(ui, view),
        figures_task(ui, view),
        units_task(ui, view),
        destinations_task(ui, view),
        dates_task(ui, view),
        organs_task(ui, view),
        duties_task(ui, view),
        groups_task(ui, view),
        path_task(ui, view),
        plan_text_task(ui, view),
        preview_task(ui, view),
        approval_task(ui, view),
        number_task(ui, view),
        issue_task(ui, view),
    ];
    above_task(ui, view).into_iter().chain(own).collect()
}

/// What changed in the plan above; none where there is none in the system.
fn above_task(ui: &Ui, view: &SetUpView) -> Option<TaskRow> {
    let Some(Parent::Campaign(_)) = view.campaign.parent else { return None };
    let (state, hint) = match (&view.duty, &view.news) {
        (None, _) => (ItemState::ToMend, Refusal::NotAskedAbove.key()),
        (Some(_), None) => (ItemState::Done, "above-followed"),
        (Some(_), Some(_)) if view.effects.iter().any(Effect::binds) => {
            (ItemState::ToMend, "above-changed-line")
        }
        (Some(_), Some(_)) => (ItemState::ToLook, "above-changed-line"),
    };
    let row = task(ui, view, "above-title", "above");
    Some(TaskRow { hint: ui.say(hint).to_string(), state, ..row })
}

/// A line of the list: the page it leads to, and how it stands.
fn task(ui: &Ui, view: &SetUpView, name: &str, page: &str) -> TaskRow {
    TaskRow {
        name: ui.say(name).to_string(),
        href: format!("/campaigns/{}/{page}", view.campaign.id),
        hint: String::new(),
        state: ItemState::Done,
    }
}

/// Organs may be asked or not; either is done.
fn organs_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let hint = match view.organs_asked().count() {
        0 => ui.say("setup-no-organs"),
        n => ui.say("setup-organs").with("n", n),
    };
    TaskRow { hint: hint.to_string(), ..task(ui, view, "organs-title", "organs") }
}

/// Tasks are done when every name means somebody and every date is chosen.
fn duties_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let tasks = view.tasks;
    let open = tasks.unmatched + tasks.proposed;
    let (state, hint) = match (tasks.tasks, open) {
        (0, _) => (ItemState::ToDo, ui.say("setup-no-duties")),
        (n, 0) => (ItemState::Done, ui.say("setup-duties").with("n", n)),
        (n, _) => (ItemState::Doing, ui.say("setup-duties").with("n", n)),
    };
    let open = [("setup-unmatched", tasks.unmatched), ("setup-proposed", tasks.proposed)];
    let open = open.into_iter().filter(|(_, n)| *n > 0);
    let open = open.map(|(key, n)| ui.say(key).with("n", n).to_string());
    let hint = std::iter::once(hint.to_string()).chain(open).collect::<Vec<_>>().join("; ");
    TaskRow { hint, state, ..task(ui, view, "task-duties", "duties") }
}

/// The documents reviewed are wanted with their text, to be read while reporting.
fn subject_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let row = task(ui, view, "library-subject", "library#subject");
    let count = view.documents(|role| role == Role::Subject);
    let (state, hint) = match (count.items, count.named) {
        (0, _) => (ItemState::ToDo, ui.say("setup-no-subject").to_string()),
        (_, 0) => (ItemState::Done, counted(ui, count)),
        _ => (ItemState::Doing, counted(ui, count)),
    };
    TaskRow { hint, state, ..row }
}

/// Bases are named; their text is welcome.
fn basis_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let row = task(ui, view, "library-basis", "library#basis");
    let count = view.documents(|role| role == Role::Basis);
    let (state, hint) = match count.items {
        0 => (ItemState::Optional, ui.say("setup-no-basis").to_string()),
        _ if count.named > 0 => (ItemState::Optional, counted(ui, count)),
        _ => (ItemState::Done, counted(ui, count)),
    };
    TaskRow { hint, state, ..row }
}

/// `3 văn bản, 2 chưa có tệp`.
fn counted(ui: &Ui, count: ItemCount) -> String {
    let words = ui.say("setup-documents").with("n", count.items).to_string();
    match count.named {
        0 => words,
        named => format!("{words}; {}", ui.say("setup-without-file").with("n", named)),
    }
}

/// Groups are done when every one the plan names is set up.
fn groups_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let groups = &view.groups;
    let (state, hint) = match (groups.announced.as_slice(), groups.serving) {
        ([], 0) => (ItemState::Optional, ui.say("setup-no-groups")),
        ([], n) => (ItemState::Done, ui.say("setup-groups").with("n", n)),
        (names, _) => {
            let words = ui.say("setup-groups-open").with("names", names.join("; "));
            (ItemState::ToDo, words)
        }
    };
    TaskRow {
        name: ui.say("groups-title").to_string(),
        href: format!("/groups?campaign={}", view.campaign.id),
        hint: hint.to_string(),
        state,
    }
}

/// The library is done when nothing the plan announced is missing.
fn library_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let library = view.documents(|role| !matches!(role, Role::Subject | Role::Basis));
    let (state, hint) = match (library.items, library.open) {
        (0, _) => (ItemState::Optional, ui.say("setup-no-library")),
        (n, 0) => (ItemState::Done, ui.say("library-count").with("n", n)),
        (_, open) => (ItemState::ToMend, ui.say("setup-library-open").with("n", open)),
    };
    TaskRow { hint: hint.to_string(), state, ..task(ui, view, "setup-library", "library") }
}

/// The outline is done when somebody has confirmed it.
fn outline_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let items = ui.say("outline-count").with("n", view.outline.len()).to_string();
    let (state, hint) = match (view.campaign.outline_confirmed, view.outline.len()) {
        (_, 0) => (ItemState::ToDo, ui.refusal(Refusal::OutlineEmpty)),
        (true, _) => (ItemState::Done, items),
        (false, _) if view.campaign.outline_proposed => {
            (ItemState::ToLook, ui.say("setup-outline-proposed").with("items", items).to_string())
        }
        (false, _) if view.campaign.plan.is_none() && view.campaign.parent.is_none() => {
            (ItemState::ToLook, ui.say("setup-outline-taken").with("items", items).to_string())
        }
        (false, _) => {
            (ItemState::ToLook, ui.say("setup-outline-read").with("items", items).to_string())
        }
    };
    TaskRow { hint, state, ..task(ui, view, "plan-outline", "outline") }
}

/// Everybody may be asked the whole outline, or some only a part of it.
fn variants_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let row = task(ui, view, "variants-title", "variants");
    let hint = match view.varying().filter(|shown| shown.is_part()).count() {
        0 => ui.say("variants-same"),
        n => ui.say("variants-differ").with("n", n),
    };
    TaskRow { hint: hint.to_string(), ..row }
}

fn figures_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let row = task(ui, view, "indicators-title", "figures");
    match view.table.as_ref().map_or(0, |table| table.indicators.len()) {
        0 => TaskRow {
            hint: ui.say("setup-no-figures").to_string(),
            state: ItemState::Optional,
            ..row
        },
        n => TaskRow { hint: ui.say("indicators-count").with("n", n).to_string(), ..row },
    }
}

fn units_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let asked = ui.say("units-total").with("n", view.asked().count()).to_string();
    let open = view.missing.iter().find(|missing| matches!(missing, Missing::Units(_)));
    open_or(ui, open, asked, task(ui, view, "setup-units", "units"))
}

fn destinations_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let desk = view.organs.iter().find(|organ| Some(organ.id) == view.campaign.desk);
    let desk = desk.map(|organ| ui.say("setup-desk").with("desk", &organ.short).to_string());
    let open = view.missing.iter().find(|missing| matches!(missing, Missing::Destinations(_)));
    let row = task(ui, view, "setup-destinations", "units");
    open_or(ui, open, desk.unwrap_or_default(), row)
}

fn dates_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let last = view.tiers.iter().filter(|shown| shown.tier.asked);
    let last = last.filter_map(|shown| shown.deadline.as_ref()).map(|row| row.deadline.last_day);
    let last = last
        .max()
        .map(|day| ui.say("setup-last-day").with("day", time::long_date(ui.lang, day)).to_string());
    let open = view.missing.iter().find(|missing| matches!(missing, Missing::Dates(_)));
    let row = task(ui, view, "dates-title", "dates");
    match (open, view.in_time()) {
        // A plan from outside binds nobody here; what it says is held against it all the same.
        (None, Err(late)) => TaskRow { hint: ui.refusal(late), state: ItemState::ToLook, ..row },
        (open, _) => open_or(ui, open, last.unwrap_or_default(), row),
    }
}

/// A line that is open while a rule says something is missing.
fn open_or(ui: &Ui, open: Option<&Missing>, done: String, row: TaskRow) -> TaskRow {
    match open {
        Some(missing) => {
            TaskRow { hint: ui.refusal(missing.refusal()), state: ItemState::ToDo, ..row }
        }
        None => TaskRow { hint: done, ..row },
    }
}

fn path_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let row = task(ui, view, "path-title", "path");
    match view.path.len() {
        0 => TaskRow { hint: ui.say("path-none").to_string(), state: ItemState::Optional, ..row },
        n => TaskRow { hint: ui.say("path-count").with("n", n).to_string(), ..row },
    }
}

/// The text of the plan is done when somebody wrote parts of it, or when its file is the plan.
fn plan_text_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let (state, hint) = match view.wording() {
        Wording::Uploaded => (ItemState::Optional, "setup-text-uploaded"),
        Wording::Usual => (ItemState::ToLook, "setup-text-usual"),
        Wording::Written => (ItemState::Done, "setup-text-written"),
    };
    let row = task(ui, view, "plan-text-title", "plan-text");
    TaskRow { hint: ui.say(hint).to_string(), state, ..row }
}

fn preview_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let row = task(ui, view, "preview-title", "preview");
    let hint = ui.say("preview-lead").to_string();
    let state = match view.asked().next() {
        Some(_) => ItemState::Optional,
        None => ItemState::NotYet,
    };
    TaskRow { hint, state, ..row }
}

fn approval_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let (state, hint) = match view.campaign.approval {
        _ if view.unset().is_some() => (ItemState::NotYet, "setup-not-yet"),
        Approval::Open => (ItemState::ToDo, "approval-is-open"),
        Approval::Asked => (ItemState::Doing, "approval-is-asked"),
        Approval::SentBack => (ItemState::ToMend, "approval-is-sent-back"),
        Approval::Lapsed => (ItemState::ToMend, "approval-is-lapsed"),
        Approval::Waived => (ItemState::ToLook, "approval-is-waived"),
        Approval::Given => (ItemState::Done, "approval-given"),
        Approval::OnPaper => (ItemState::Done, "approval-on-paper"),
    };
    TaskRow {
        hint: ui.say(hint).to_string(),
        state,
        ..task(ui, view, "approval-title", "approval")
    }
}

fn number_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let row = task(ui, view, "setup-number", "approval");
    match (view.numbering, view.campaign.approval) {
        (Numbering::Registered, _) => {
            TaskRow { hint: crate::work::plan_words(ui, &view.campaign), ..row }
        }
        (Numbering::Open, Approval::Given | Approval::OnPaper) => {
            TaskRow { hint: ui.refusal(Refusal::NumberMissing), state: ItemState::ToDo, ..row }
        }
        (Numbering::Open, _) => TaskRow {
            hint: ui.say("setup-number-after").to_string(),
            state: ItemState::NotYet,
            ..row
        },
    }
}

fn issue_task(ui: &Ui, view: &SetUpView) -> TaskRow {
    let row = task(ui, view, "issue-title", "issue");
    if view.missing.is_empty() {
        return TaskRow { state: ItemState::ToDo, ..row };
    }
    let hint = ui.say("setup-not-yet").to_string();
    TaskRow { href: String::new(), hint, state: ItemState::NotYet, ..row }
}
