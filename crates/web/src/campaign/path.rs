use super::rows::{RowAct, move_row, row_act};
use super::setup::back;
use super::units_form::{choice_of, organs};
use crate::plan::typed_day;
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use app::campaign::{NewStep, PutPath, SetUpView, ShowSetUp};
use app::{PathStep, Scope, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::campaign::{Forum, Refusal, Stage, StepTime, Turn, lay_path};
use domain::id::{BodyId, CampaignId};
use jiff::civil::Date;
use serde::Deserialize;
use words::time;

/// The way of the own report through the unit. Posts `forum-N`, `body-N`, `session-N`, `words-N`,
/// `turn-N`, `time-N` for every step, `rev`, and `do`: `save`, `add`, or `up-N`, `down-N`, `remove-N`.
#[derive(Template, Deserialize)]
#[template(path = "campaign/path.html")]
pub struct PathPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub steps: Vec<StepRow>,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A step as it stands in its fields.
#[derive(Clone, Debug, Deserialize)]
pub struct StepRow {
    pub forums: Vec<Choice>,
    pub bodies: Vec<Choice>,
    #[serde(default)]
    pub session: String,
    #[serde(default)]
    pub words: String,
    pub turns: Vec<Choice>,
    /// A day, or a number of working days.
    #[serde(default)]
    pub time: Entry,
}

/// A step as typed.
#[derive(Clone)]
struct Typed {
    forum: Forum,
    body: Option<BodyId>,
    session: String,
    words: String,
    turn: Turn,
    time: String,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    let steps: Vec<Typed> = view.path.iter().map(kept).collect();
    visitor.show(&page(&visitor, &scope, &view, &steps, Vec::new()))
}

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let mut steps = typed(&posted);
    let act = row_act(posted.get("do"));
    let (status, mistakes) = match act {
        RowAct::Save => {
            let rev = posted.parse("rev").unwrap_or(0);
            match keep(&visitor, (campaign, rev), &steps).await? {
                None => return visitor.go(&format!("/campaigns/{campaign}/setup")),
                Some(wrong) => wrong,
            }
        }
        RowAct::Add => {
            steps.push(Typed {
                forum: Forum::StandingCommittee,
                body: None,
                session: String::new(),
                words: String::new(),
                turn: Turn::Before,
                time: String::new(),
            });
            (StatusCode::OK, Vec::new())
        }
        RowAct::Up(_) | RowAct::Down(_) | RowAct::Remove(_) => {
            move_row(&mut steps, act);
            (StatusCode::OK, Vec::new())
        }
    };
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    Ok(visitor.page(status, &page(&visitor, &scope, &view, &steps, mistakes)))
}

/// Saves the steps; what is wrong with them where that cannot be.
async fn keep(
    visitor: &Visitor,
    (campaign, rev): (CampaignId, i64),
    typed: &[Typed],
) -> Result<Option<(StatusCode, Vec<Mistake>)>, Trouble> {
    let ui = visitor.ui_of_nobody();
    let (mut steps, mut mistakes) = (Vec::new(), Vec::new());
    for (at, step) in typed.iter().enumerate() {
        let Some(time) = StepTime::parse(&step.time) else {
            let words = ui.say("path-time-unread").with("n", at + 1);
            mistakes.push(Mistake::new(format!("time-{at}"), words));
            continue;
        };
        steps.push(NewStep {
            forum: step.forum,
            body: step.body,
            session: step.session.trim().parse().ok(),
            words: step.words.clone(),
            turn: step.turn,
            time,
        });
    }
    if !mistakes.is_empty() {
        return Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, mistakes)));
    }
    let Err(trouble) = visitor.save(PutPath { campaign, rev, steps }).await else {
        return Ok(None);
    };
    let at = trouble.refused().and_then(step_of);
    let (status, words) = trouble.above_form(&ui)?;
    let mistake = match at {
        Some(at) => {
            let words = ui.say("path-step-wrong").with("n", at + 1).with("words", words);
            Mistake::new(format!("time-{at}"), words)
        }
        None => Mistake::new("path", words),
    };
    Ok(Some((status, vec![mistake])))
}

/// The step a refusal is about, where it is about one.
fn step_of(refused: app::Refused) -> Option<usize> {
    match refused {
        app::Refused::Campaign(
            Refusal::PathAfterSending { step }
            | Refusal::PathBeforeSending { step }
            | Refusal::PathBackwards { step },
        ) => Some(step),
        _ => None,
    }
}

/// The steps in words, one a line: `Ban Chấp hành, kỳ họp thứ 9 (sau khi gửi): …`.
pub(crate) fn path_lines(ui: &Ui, steps: &[PathStep]) -> Vec<String> {
    let line = |step: &PathStep| {
        let mut words = match &step.organ {
            Some(organ) => organ.clone(),
            None => ui.say(forum_key(step.forum)).to_string(),
        };
        if let Some(session) = step.session {
            words = ui.say("path-session-of").with("who", words).with("n", session).to_string();
        }
        if step.turn == Turn::After {
            words = ui.say("path-after-of").with("who", words).to_string();
        }
        words = match step.time {
            StepTime::Open => words,
            StepTime::On(day) => {
                let day = time::date(ui.lang, day);
                ui.say("path-on-of").with("who", words).with("day", day).to_string()
            }
            StepTime::Within(days) => {
                ui.say("path-within-of").with("who", words).with("n", i64::from(days)).to_string()
            }
        };
        if step.words.is_empty() { words } else { format!("{words}: {}", step.words) }
    };
    steps.iter().map(line).collect()
}

/// The day of each step that has one, with the step in words.
pub(super) fn path_days(ui: &Ui, steps: &[PathStep], sending: Option<Date>) -> Vec<(Date, String)> {
    let times: Vec<(Turn, StepTime)> = steps.iter().map(|step| (step.turn, step.time)).collect();
    // Where the day of sending came to lie elsewhere, the page of the way says so.
    let days = lay_path(&times, sending).unwrap_or_default();
    days.into_iter()
        .zip(path_lines(ui, steps))
        .filter_map(|(day, words)| Some((day?, words)))
        .collect()
}

fn forum_key(forum: Forum) -> &'static str {
    match forum {
        Forum::Department => "path-department",
        Forum::PermanentLeaders => "path-permanent-leaders",
        Forum::StandingCommittee => "path-standing-committee",
        Forum::ExecutiveCommittee => "path-executive-committee",
        Forum::Conference => "path-conference",
        Forum::Other => "path-other",
    }
}

fn kept(step: &PathStep) -> Typed {
    Typed {
        forum: step.forum,
        body: step.body,
        session: step.session.map(|session| session.to_string()).unwrap_or_default(),
        words: step.words.clone(),
        turn: step.turn,
        time: match step.time {
            StepTime::Open => String::new(),
            StepTime::On(day) => typed_day(day),
            StepTime::Within(days) => days.to_string(),
        },
    }
}

fn typed(posted: &Posted) -> Vec<Typed> {
    (0..)
        .map_while(|at| {
            let field = |name: &str| posted.get(&format!("{name}-{at}"));
            posted.has(&format!("forum-{at}")).then(|| Typed {
                forum: Forum::parse(field("forum")).unwrap_or(Forum::Other),
                body: field("body").parse().ok(),
                session: field("session").to_owned(),
                words: field("words").to_owned(),
                turn: Turn::parse(field("turn")).unwrap_or_default(),
                time: field("time").to_owned(),
            })
        })
        .collect()
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &SetUpView,
    steps: &[Typed],
    mistakes: Vec<Mistake>,
) -> PathPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let turn = |turn: Turn, chosen: Turn| {
        let key = match turn {
            Turn::Before => "path-before",
            Turn::After => "path-after",
        };
        choice_of(turn.name().to_owned(), ui.say(key).to_string(), turn == chosen)
    };
    let rows = steps.iter().enumerate().map(|(at, step)| StepRow {
        forums: Forum::ALL
            .iter()
            .map(|forum| {
                let label = ui.say(forum_key(*forum)).to_string();
                choice_of(forum.name().to_owned(), label, *forum == step.forum)
            })
            .collect(),
        bodies: organs(&ui, "path-no-body", &view.organs, step.body),
        session: step.session.clone(),
        words: step.words.clone(),
        turns: vec![turn(Turn::Before, step.turn), turn(Turn::After, step.turn)],
        time: Entry {
            value: step.time.clone(),
            error: mistakes
                .iter()
                .find(|mistake| mistake.field == format!("time-{at}"))
                .map(|mistake| mistake.words.clone())
                .unwrap_or_default(),
        },
    });
    PathPage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, view.campaign.id),
        steps: rows.collect(),
        rev: view.campaign.rev,
        mistakes,
        ui,
    }
}
