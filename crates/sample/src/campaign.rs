use crate::PASSWORD;
use crate::answers::{self, Answer, Fate};
use crate::duties;
use crate::figures;
use app::campaign::{
    ApprovalStep, Create, ListOrigins, Origin, PutApproval, PutDates, PutFigures, PutOutline,
    PutUnits, ShowSetUp, TierChoice, TierDays, TierOf, issue,
};
use app::grid::{CellChange, SaveGrid, ShowGrid};
use app::plan::{Confirm, Correction, ShowPlan, Upload, Uploaded};
use app::review::{Receive, Return};
use app::section::{Completion, SaveSection};
use app::session::Machine;
use app::submission::{Gaps, ShowSubmission, Submit};
use app::work::{ShowTaskList, TaskList};
use app::{App, Ending, Token};
use domain::calendar;
use domain::campaign::{Destination, NewSection, StatedDay};
use domain::id::CampaignId;
use domain::plan::Change;
use domain::session::Device;
use domain::source::Source;
use domain::submission::{Place, ReturnReason};
use jiff::ToSpan;
use jiff::civil::Date;

const PLAN: &str = include_str!("../data/plan.txt");
const REASON: &str = include_str!("../data/reason.txt");

/// Runs a campaign of the demo's province as its people would: the department uploads the plan,
/// sets it up and issues it; some units write, some send, some reports are received, one returned.
pub async fn run_campaign(app: &App) -> Result<CampaignId, Ending> {
    let today = calendar::day(app.backend.now());
    let campaign = prepare_campaign(app).await?;
    duties::found_group(app, sign_in(app, "btc").await?, campaign).await?;
    issue_campaign(app, campaign).await?;
    duties::answer(app, campaign).await?;
    for answer in answers::parse() {
        let token = sign_in(app, &answer.sign_in).await?;
        write(app, token, campaign, &answer, today).await?;
        if answer.fate != Fate::Draft {
            send(app, token, campaign).await?;
        }
        review(app, token, campaign, &answer).await?;
    }
    Ok(campaign)
}

/// Has a campaign approved and issues it.
pub async fn issue_campaign(app: &App, campaign: CampaignId) -> Result<(), Ending> {
    let department = sign_in(app, "btc").await?;
    approve(app, department, campaign).await?;
    let rev = app.read(department, ShowSetUp { campaign }).await?.output.campaign.rev;
    issue(app, department, "sample-issue", campaign, rev, None).await
}

/// Sets the campaign of the sample plan up, as far as its being approved.
pub async fn prepare_campaign(app: &App) -> Result<CampaignId, Ending> {
    let today = calendar::day(app.backend.now());
    let department = sign_in(app, "btc").await?;
    set_up(app, department, today).await
}

pub(crate) async fn sign_in(app: &App, name: &str) -> Result<Token, Ending> {
    let secret = app.backend.random();
    let machine = Machine { device: Device::Shared, browser: String::new() };
    app::session::sign_in(app, (name, PASSWORD), machine, &secret).await?;
    Ok(Token::new(&secret))
}

async fn set_up(app: &App, token: Token, today: Date) -> Result<CampaignId, Ending> {
    let text = dated(PLAN, today);
    let hash =
        app.blobs.put(text.as_bytes()).map_err(|error| Ending::broken(&error.to_string()))?;
    let upload = Upload::new("ke-hoach-bua-an-ca.txt", hash, &Source::plain(&text))?;
    let (Uploaded::New(plan) | Uploaded::Before(plan)) =
        app.act(token, &format!("sample-upload-{today}"), upload).await?.output;
    let view = app.read(token, ShowPlan { plan }).await?.output;
    let answers = Correction::of(&view, Change::StatedDay(StatedDay::Excluded))?;
    let confirm = Confirm { plan, rev: view.rev, answers };
    let campaign = app.act(token, &format!("sample-confirm-{today}"), confirm).await?.output;
    let view = app.read(token, ShowSetUp { campaign }).await?.output;
    let sections = view.outline.iter().map(NewSection::from);
    let outline = PutOutline { campaign, rev: view.campaign.rev, sections: sections.collect() };
    app.save(token, outline).await?;
    let rev = app.read(token, ShowSetUp { campaign }).await?.output.campaign.rev;
    let (title, columns, indicators) = figures::table(today);
    app.save(token, PutFigures { campaign, rev, title, columns, indicators }).await?;
    duties::furnish(app, token, campaign).await?;
    Ok(campaign)
}

/// The department makes a further campaign of a template and lays it before the leader.
pub async fn ask_for_approval(app: &App) -> Result<CampaignId, Ending> {
    let token = sign_in(app, "btc").await?;
    let today = calendar::day(app.backend.now());
    let origins = app.read(token, ListOrigins).await?.output;
    let shipped = origins.shipped.last().ok_or(Ending::NotFound)?;
    let create = Create {
        title: shipped.title.replace('…', &today.year().to_string()),
        origin: Origin::Shipped(shipped.key.to_owned()),
    };
    let campaign = app.act(token, "sample-template", create).await?.output;
    let view = app.read(token, ShowSetUp { campaign }).await?.output;
    let sections = view.outline.iter().map(NewSection::from);
    let outline = PutOutline { campaign, rev: view.campaign.rev, sections: sections.collect() };
    app.save(token, outline).await?;
    let rev = view.campaign.rev + 1;
    let upper = || {
        view.tiers.iter().filter(|shown| match &shown.of {
            TierOf::Level { level, under } => under.order + 1 == level.order,
            TierOf::Exception { .. } | TierOf::Organ(_) => false,
        })
    };
    let desk = view.organs.first().map(|organ| organ.id);
    let tiers = upper().map(|shown| TierChoice {
        key: shown.tier.key.clone(),
        asked: true,
        destination: Some(Destination::Parent),
        via: desk,
    });
    let units = PutUnits { campaign, rev, desk, tiers: tiers.collect() };
    app.save(token, units).await?;
    let tiers = upper().map(|shown| TierDays {
        key: shown.tier.key.clone(),
        due: Some(today.saturating_add(60.days()).into()),
        hold: None,
        term: None,
    });
    let dates = PutDates {
        campaign,
        rev: rev + 1,
        up_to: view.campaign.up_to.clone(),
        up_day: Some(today.saturating_add(80.days())),
        stated_day: None,
        tiers: tiers.collect(),
    };
    app.save(token, dates).await?;
    let step = ApprovalStep::Ask { words: String::new() };
    let ask = PutApproval { campaign, rev: rev + 2, acts: 0, step };
    app.act(token, "sample-ask", ask).await?;
    Ok(campaign)
}

/// The department asks, the leader approves, the department enters number and day.
async fn approve(app: &App, department: Token, campaign: CampaignId) -> Result<(), Ending> {
    let leader = sign_in(app, "lanhdao").await?;
    let view = app.read(department, ShowSetUp { campaign }).await?.output;
    let (number, day) = (view.campaign.number.clone(), view.campaign.plan_day);
    let words = String::new();
    let steps = [
        (department, ApprovalStep::Ask { words: words.clone() }),
        (leader, ApprovalStep::Give { words }),
        (department, ApprovalStep::Number { number, day }),
    ];
    for (acts, (token, step)) in (0..).zip(steps) {
        let put = PutApproval { campaign, rev: view.campaign.rev, acts, step };
        app.act(token, &format!("sample-approval-{acts}"), put).await?;
    }
    Ok(())
}

async fn write(
    app: &App,
    token: Token,
    campaign: CampaignId,
    answer: &Answer,
    today: Date,
) -> Result<(), Ending> {
    let tasks = app.read(token, ShowTaskList { campaign }).await?.output;
    for (at, words) in &answer.sections {
        let Some(task) = tasks.sections.get(*at) else { continue };
        let save = SaveSection {
            campaign,
            section: task.section.id,
            words: words.clone(),
            completion: Completion::Complete,
            rev: 0,
        };
        app.save(token, save).await?;
    }
    let grid = app.read(token, ShowGrid { campaign }).await?.output;
    let typed = figures::typed(&grid.table, answer.start, today);
    let cells =
        (0u32..).zip(typed).map(|(cell, typed)| CellChange { cell, was: String::new(), typed });
    // A draft is left half filled, so that something is still to do.
    let cells: Vec<CellChange> = match answer.fate {
        Fate::Draft => cells.take(20).collect(),
        _ => cells.collect(),
    };
    app.save(token, SaveGrid { campaign, cells }).await?;
    Ok(())
}

async fn send(app: &App, token: Token, campaign: CampaignId) -> Result<(), Ending> {
    let TaskList { assignment, .. } = app.read(token, ShowTaskList { campaign }).await?.output;
    let submit = Submit { campaign, gaps: Gaps::Meant, rev: assignment.rev };
    app::submission::submit(app, token, "sample-submit", submit).await?;
    Ok(())
}

async fn review(
    app: &App,
    token: Token,
    campaign: CampaignId,
    answer: &Answer,
) -> Result<(), Ending> {
    let Some(desk) = &answer.desk else { return Ok(()) };
    let own = app.read(token, ShowTaskList { campaign }).await?;
    let body = own.output.assignment.body;
    let officer = sign_in(app, desk).await?;
    let view = app.read(officer, ShowSubmission { campaign, body, version: None }).await?.output;
    let version = view.shown.version;
    let key = format!("sample-{body}");
    match answer.fate {
        Fate::Received => {
            app.act(officer, &key, Receive { campaign, body, version }).await?;
        }
        Fate::Returned => {
            let place = view.outline.get(1).map_or(Place::Whole, |s| Place::Section(s.id));
            let reasons = vec![ReturnReason::parse(place, REASON)?];
            app.act(officer, &key, Return { campaign, body, version, reasons }).await?;
        }
        Fate::Draft | Fate::Submitted => {}
    }
    Ok(())
}

/// The plan with its dates written for a demo that begins today: `{{day 10}}` is ten days from
/// now, `{{long -3}}` three days ago at full length, `{{year -5}}` a year.
fn dated(template: &str, today: Date) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((mark, after)) = after.split_once("}}") else { break };
        text.push_str(before);
        text.push_str(&date_words(mark, today));
        rest = after;
    }
    text.push_str(rest);
    text
}

fn date_words(mark: &str, today: Date) -> String {
    let (form, shift) = mark.split_once(' ').unwrap_or((mark, "0"));
    let shift: i32 = shift.trim().parse().unwrap_or(0);
    let day = today.saturating_add(shift.days());
    match form {
        "year" => (i32::from(today.year()) + shift).to_string(),
        "long" => figures::long_date(day),
        _ => day.strftime("%d/%m/%Y").to_string(),
    }
}
