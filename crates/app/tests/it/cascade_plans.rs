//! The real plans carried down, where they lie beside the workspace. Nothing of their text is kept
//! here: only dates, which are facts about them.

use crate::cascade::{cascade, seen, set_dates, waive_and_issue};
use app::campaign::SetUpView;
use app::plan::{CarryOut, Confirm, Correction, ShowPlan, Upload, Uploaded};
use app::{Parent, Token};
use domain::campaign::{Refusal, StatedDay};
use domain::id::{CampaignId, PlanId};
use domain::plan::Change;
use domain::source::Source;
use jiff::civil::{Date, date};
use std::io::Write;
use std::path::PathBuf;
use testkit::{World, on_both, refusal};

/// The text of a plan; `None` where the plans do not lie beside the workspace.
fn text(number: &str) -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/plans");
    let file = std::fs::read_dir(&folder).ok().and_then(|mut files| {
        files.find_map(|file| {
            let path = file.ok()?.path();
            path.file_name()?.to_str()?.starts_with(number).then_some(path)
        })
    });
    let Some(file) = file else {
        assert!(std::env::var_os("CI").is_none(), "plan {number} is not in {}", folder.display());
        writeln!(std::io::stderr(), "SKIPPED: plan {number} is not in {}", folder.display()).ok();
        return None;
    };
    Some(std::fs::read_to_string(file).expect("a plan is UTF-8"))
}

/// The plan with its revision, and the answer that the stated day is excluded.
async fn upload(world: &World, token: Token, text: &str) -> (PlanId, i64, Correction) {
    let upload = Upload::new("ke-hoach.txt", [4; 32], &Source::plain(text)).expect("reads");
    let (Uploaded::New(plan) | Uploaded::Before(plan)) =
        world.app.act(token, "upload", upload).await.expect("uploads").output;
    let view = world.app.read(token, ShowPlan { plan }).await.expect("own").output;
    let answers = Correction::of(&view, Change::StatedDay(StatedDay::Excluded)).expect("fits");
    (plan, view.rev, answers)
}

/// The plan as the province's own, confirmed.
async fn confirm(world: &World, token: Token, text: &str) -> CampaignId {
    let (plan, rev, answers) = upload(world, token, text).await;
    let confirm = Confirm { plan, rev, answers };
    world.app.act(token, "confirm", confirm).await.expect("confirms").output
}

type Days = (bool, Option<(Date, Date)>, Option<Date>);

/// Whether a tier is asked, when it holds its review, its last day.
fn days(view: &SetUpView, key: &str) -> Days {
    let shown = view.tiers.iter().find(|shown| shown.tier.key == key).expect("a tier");
    let last_day = shown.deadline.as_ref().map(|row| row.deadline.last_day);
    (shown.tier.asked, shown.tier.hold, last_day)
}

/// Confirms the outline where the plan only proposed one, and issues.
async fn run(world: &World, token: Token, campaign: CampaignId) {
    let view = seen(world, token, campaign).await;
    let sections = view.outline.iter().map(|section| domain::campaign::NewSection {
        id: Some(section.id),
        number: String::new(),
        title: section.title.clone(),
        guidance: section.guidance.clone(),
        depth: section.depth,
        owner: None,
        need: section.need,
    });
    let rev = view.campaign.rev;
    let outline = app::campaign::PutOutline { campaign, rev, sections: sections.collect() };
    world.app.save(token, outline).await.expect("confirms the outline");
    waive_and_issue(world, token, campaign).await.expect("issues");
}

#[test]
fn districts_that_hold_and_send_before_the_province_ask_their_own_units() {
    on_both("plan004", async |world: World| {
        let Some(text) = text("004") else { return };
        world.set_time("2023-05-02T02:00:00Z");
        let officer = world.sign_in("btc").await;
        let parent = confirm(&world, officer, &text).await;
        let view = seen(&world, officer, parent).await;
        let (asked, hold, last_day) = days(&view, "huyen/tinh");
        assert!(asked);
        assert_eq!(hold.map(|(_, to)| to), Some(date(2023, 5, 19)));
        assert_eq!(last_day, Some(date(2023, 5, 21)));
        assert!(!days(&view, "coso/huyen").0, "no task for the grassroots");
        run(&world, officer, parent).await;

        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        let view = seen(&world, token, campaign).await;
        assert_eq!(view.campaign.up_day, Some(date(2023, 5, 21)));
        let duty = view.duty.as_ref().expect("a duty");
        assert_eq!(duty.hold.map(|(_, to)| to), Some(date(2023, 5, 19)));
        assert_eq!(view.inherited.len(), view.outline.len());
        assert!(view.asked().count() == 4 && duty.asked.is_empty());
        assert_eq!(days(&view, "coso/huyen").2, Some(date(2023, 5, 15)));
        set_dates(&world, token, campaign, date(2023, 5, 22)).await;
        let late = waive_and_issue(&world, token, campaign).await;
        assert_eq!(refusal(late), "refusal-campaign-after-duty");
        set_dates(&world, token, campaign, date(2023, 5, 18)).await;
        waive_and_issue(&world, token, campaign).await.expect("issues");
    });
}

#[test]
fn a_window_set_above_for_the_grassroots_is_theirs_in_the_plan_of_their_district() {
    on_both("plan000", async |world: World| {
        let Some(text) = text("000") else { return };
        world.set_time("2020-09-01T02:00:00Z");
        let officer = world.sign_in("btc").await;
        let parent = confirm(&world, officer, &text).await;
        let october = Some((date(2020, 10, 1), date(2020, 10, 31)));
        let november = Some((date(2020, 11, 1), date(2020, 11, 30)));
        let view = seen(&world, officer, parent).await;
        assert_eq!(days(&view, "coso/huyen"), (false, october, None));
        assert_eq!(days(&view, "huyen/tinh"), (true, november, Some(date(2020, 12, 4))));
        run(&world, officer, parent).await;

        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        let view = seen(&world, token, campaign).await;
        assert_eq!(days(&view, "coso/huyen"), (true, october, Some(date(2020, 11, 27))));
        assert_eq!(view.duty.expect("a duty").hold, november);
    });
}

#[test]
fn a_plan_of_two_levels_that_came_as_a_file_is_carried_out() {
    on_both("plan003", async |world: World| {
        let Some(text) = text("003") else { return };
        world.set_time("2020-09-01T02:00:00Z");
        let token = world.sign_in("huyen").await;
        let (plan, rev, answers) = upload(&world, token, &text).await;
        let carry = CarryOut { plan, rev, answers };
        let campaign = world.app.act(token, "carry", carry.clone()).await.expect("made").output;
        let again = world.app.act(token, "again", carry).await;
        assert_eq!(refusal(again), "refusal-campaign-already-created");
        let view = seen(&world, token, campaign).await;
        assert_eq!(view.campaign.parent, Some(Parent::Plan(plan)));
        assert_eq!(view.campaign.up_day, Some(date(2021, 1, 31)));
        assert_eq!(view.inherited.len(), view.outline.len());
        assert!(!view.outline.is_empty() && view.campaign.number.is_empty());
        assert_eq!(days(&view, "coso/huyen").2, Some(date(2021, 1, 25)));
        set_dates(&world, token, campaign, date(2021, 2, 5)).await;
        let view = seen(&world, token, campaign).await;
        let (day, duty) = (date(2021, 2, 5), date(2021, 1, 31));
        assert_eq!(view.in_time(), Err(Refusal::AfterDuty { day, duty }), "it is flagged");
        waive_and_issue(&world, token, campaign).await.expect("but does not bind");
    });
}
