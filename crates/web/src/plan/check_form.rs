use super::check_change::{Adding, Opened, Unwanted, edit_form, opened, wanted};
use super::check_facts::Facts;
use super::check_spans::Spans;
use super::{PlanCheckPage, check_look, check_names, check_questions, check_text};
use crate::site::{Answer, Path, Posted, Query, Trouble, Visitor};
use crate::ui::{Link, Mistake, NavEntry, Ui};
use app::plan::{CarryOut, Confirm, Correct, Correction, Discard, PlanView, ShowPlan};
use app::{Ending, PlanRow, Scope, Seen};
use axum::http::StatusCode;
use domain::calendar;
use domain::id::PlanId;
use domain::plan::{Change, DocumentKind, List};
use domain::source::Span;
use serde::Deserialize;
use std::collections::HashSet;
use words::time;

/// What of the page is looked at.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Looking {
    row: String,
    add: String,
    before: String,
    depth: String,
    from: String,
    to: String,
    /// A name of the plan, to say what it stands for.
    meant: String,
    /// A long list that is shown whole.
    all: String,
    /// Set where the same file was uploaded before.
    again: String,
}

/// What was sent and is wrong, to be shown with what was typed.
struct Wrong<'p> {
    posted: &'p Posted,
    mistakes: Vec<Mistake>,
}

pub(super) async fn show(
    visitor: Visitor,
    Path(plan): Path<PlanId>,
    Query(looking): Query<Looking>,
) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPlan { plan }).await?;
    let mut page = page(&visitor, &scope, &view, &looking, None);
    if !looking.again.is_empty() {
        let at = time::date(visitor.lang, calendar::day(view.uploaded));
        page.notice = page.ui.say("plan-again").with("date", at).to_string();
    }
    visitor.show(&page)
}

pub(super) async fn correct(visitor: Visitor, Path(plan): Path<PlanId>, posted: Posted) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPlan { plan }).await?;
    let ui = visitor.ui_of_nobody();
    let wanted = match check_names::posted(&visitor, &view, &posted).await? {
        Some(wanted) => wanted,
        None => wanted(&ui, &view, &posted),
    };
    let (status, mistakes) = match wanted {
        Err(Unwanted::Nothing) => return Err(visitor.trouble(Ending::NotFound)),
        Err(Unwanted::Mistakes(mistakes)) => (StatusCode::UNPROCESSABLE_ENTITY, mistakes),
        Ok(wanted) => {
            let rev = posted.parse("rev").unwrap_or(0);
            let correction = correction(&visitor, &view, wanted.change)?;
            match visitor.save(Correct { plan, rev, correction }).await {
                Ok(_) => return visitor.go(&format!("/plans/{plan}{}", wanted.back)),
                Err(trouble) => refused(&visitor, trouble, "edit")?,
            }
        }
    };
    // Somebody else may have been faster; what is shown is how it stands now.
    let Seen { output: view, .. } = visitor.read(ShowPlan { plan }).await?;
    let wrong = Wrong { posted: &posted, mistakes };
    let page = page(&visitor, &scope, &view, &Looking::default(), Some(wrong));
    Ok(visitor.page(status, &page))
}

pub(super) async fn confirm(visitor: Visitor, Path(plan): Path<PlanId>, posted: Posted) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPlan { plan }).await?;
    let ui = visitor.ui_of_nobody();
    let rev = posted.parse("rev").unwrap_or(0);
    let answers = check_questions::answers(&view, &posted);
    if posted.get("do") == "keep" {
        let correction = correction(&visitor, &view, answers)?;
        let keep = Correct { plan, rev, correction };
        return match visitor.save(keep).await {
            Ok(_) => visitor.go(&format!("/plans/{plan}#questions")),
            Err(trouble) => {
                let (status, mistakes) = refused(&visitor, trouble, "questions")?;
                redraw(&visitor, &scope, plan, (status, Wrong { posted: &posted, mistakes })).await
            }
        };
    }
    // A double click finds the campaign made already, and is answered like the first.
    let open = match view.campaign {
        None => check_questions::unanswered(&ui, &view, &answers),
        Some(_) => Vec::new(),
    };
    let (status, mistakes) = if open.is_empty() {
        let answers = correction(&visitor, &view, answers)?;
        let made = match posted.get("do") {
            "carry-out" => visitor.act(&posted, CarryOut { plan, rev, answers }).await,
            _ => visitor.act(&posted, Confirm { plan, rev, answers }).await,
        };
        match made {
            Ok(seen) => return visitor.go(&format!("/campaigns/{}/setup", seen.output)),
            Err(trouble) => refused(&visitor, trouble, "confirm")?,
        }
    } else {
        (StatusCode::UNPROCESSABLE_ENTITY, open)
    };
    redraw(&visitor, &scope, plan, (status, Wrong { posted: &posted, mistakes })).await
}

pub(super) async fn discard(visitor: Visitor, Path(plan): Path<PlanId>, posted: Posted) -> Answer {
    visitor.act(&posted, Discard { plan }).await?;
    visitor.go("/campaigns")
}

/// The other files with the number of a plan, and when they came.
fn same_number(ui: &Ui, view: &PlanView) -> Vec<Link> {
    let link = |plan: &PlanRow| {
        let at = time::date(ui.lang, calendar::day(plan.at));
        let said = match plan.campaign {
            None => ui.say("plan-same-number-file"),
            Some(_) => ui.say("plan-same-number-campaign"),
        };
        let words = said.with("name", &plan.file_name).with("date", at).to_string();
        Link { href: format!("/plans/{}", plan.id), words }
    };
    view.same_number.iter().map(link).collect()
}

/// Whether nothing in the file speaks of a plan: neither its kind nor anything asked of anybody.
fn is_no_plan(view: &PlanView) -> bool {
    let plan = view.document();
    plan.kind == DocumentKind::Other && plan.dates.is_empty() && plan.duties.is_empty()
}

/// What a change makes of the plan as it is seen.
fn correction(visitor: &Visitor, view: &PlanView, change: Change) -> Result<Correction, Trouble> {
    Correction::of(view, change).map_err(|ending| visitor.trouble(ending))
}

fn refused(
    visitor: &Visitor,
    trouble: Trouble,
    field: &str,
) -> Result<(StatusCode, Vec<Mistake>), Trouble> {
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    Ok((status, vec![Mistake::new(field, words)]))
}

async fn redraw(
    visitor: &Visitor,
    scope: &Scope,
    plan: PlanId,
    (status, wrong): (StatusCode, Wrong<'_>),
) -> Answer {
    let Seen { output: view, .. } = visitor.read(ShowPlan { plan }).await?;
    let page = page(visitor, scope, &view, &Looking::default(), Some(wrong));
    Ok(visitor.page(status, &page))
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &PlanView,
    looking: &Looking,
    wrong: Option<Wrong<'_>>,
) -> PlanCheckPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let warnings = check_look::open(view);
    let graves = warnings.iter().map(|(_, warning)| (warning.span, warning.severity));
    let mut facts = Facts {
        ui: &ui,
        view,
        register: view.register(),
        proposed: view.proposed(),
        graves: Spans::new(graves),
        warnings,
        marked: HashSet::new(),
        whole: List::parse(&looking.all),
    };
    let (posted, mistakes) = match wrong {
        Some(wrong) => (Some(wrong.posted), wrong.mistakes),
        None => (None, Vec::new()),
    };
    let text = check_text::blocks(&view.source, view.document(), facts.marks());
    let begun = text.iter().flat_map(|block| &block.pieces).flat_map(|piece| &piece.begins);
    facts.marked = begun.cloned().collect();
    let opened = match posted {
        Some(posted) => opened(posted),
        None => looking.opened(view),
    };
    let form = opened.filter(|_| view.campaign.is_none());
    let form = form.and_then(|opened| edit_form(&facts, &opened));
    let title = &view.document().title;
    let (warnings, notes) = (check_look::warnings(&facts), check_look::notes(&facts));
    let (bodies, more_dates) = facts.bodies();
    PlanCheckPage {
        name: if title.is_empty() { view.file_name.clone() } else { title.clone() },
        address: format!("/plans/{}", view.id),
        rev: view.rev,
        campaign: view.campaign.map(|campaign| Link {
            href: format!("/campaigns/{campaign}/setup"),
            words: ui.say("plan-campaign").to_string(),
        }),
        notice: String::new(),
        same: same_number(&ui, view),
        no_plan: is_no_plan(view),
        text,
        questions: check_questions::questions(&ui, view, posted, &mistakes),
        more_warnings: warnings.more,
        warnings: warnings.rows,
        more_notes: notes.more,
        notes: notes.rows,
        aside: check_look::aside(&ui, view),
        bodies,
        more_dates,
        months: facts.months(),
        dates: facts.dates(),
        groups: facts.groups(),
        outline: facts.outline(),
        outline_origin: facts.origin(),
        read: facts.count(),
        editing: match posted {
            Some(posted) => form.map(|form| form.typed(posted, &mistakes)),
            None => form,
        },
        mistakes,
        ui,
    }
}

impl Looking {
    fn opened(&self, view: &PlanView) -> Option<Opened> {
        if let Ok(row) = self.row.parse() {
            return Some(Opened::Row(row));
        }
        if !self.meant.is_empty() {
            return Some(Opened::Name(self.meant.clone()));
        }
        let words = Option::zip(self.from.parse().ok(), self.to.parse().ok());
        let words = words.map(|(from, to)| Span::new(from, to));
        Some(Opened::Add(Adding {
            list: List::parse(&self.add)?,
            before: self.before.parse().ok(),
            depth: self.depth.parse().unwrap_or(0),
            words: words.filter(|span| !span.is_empty() && span.to <= view.reading.text_chars),
        }))
    }
}
