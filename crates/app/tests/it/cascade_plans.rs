//! The real plans carried down, where they lie beside the workspace. Nothing of their text is kept
//! here: only dates, which are facts about them.

use crate::cascade::{ask, cascade, seen, set_dates, waive_and_issue};
use app::campaign::SetUpView;
use app::own_part::{Decide, Decision, Declare};
use app::plan::{CarryOut, Confirm, Correction, ShowPlan, Upload, Uploaded};
use app::work::{SectionState, SectionTask};
use app::{Parent, Token};
use domain::campaign::{Refusal, StatedDay};
use domain::file::File;
use domain::id::{CampaignId, PlanId};
use domain::plan::Change;
use domain::source::Source;
use jiff::civil::{Date, date};
use std::io::Write;
use std::path::PathBuf;
use testkit::{World, on_both, refusal};

/// The text of a plan; `None` where the plans do not lie beside the workspace.
pub fn text(number: &str) -> Option<String> {
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
pub async fn upload(world: &World, token: Token, text: &str) -> (PlanId, i64, Correction) {
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
        assert_eq!(days(&view, "coso/huyen").2, Some(date(2023, 5, 12)));
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
        assert_eq!(days(&view, "coso/huyen").2, Some(date(2021, 1, 22)));
        set_dates(&world, token, campaign, date(2021, 2, 5)).await;
        let view = seen(&world, token, campaign).await;
        let (day, duty) = (date(2021, 2, 5), date(2021, 1, 31));
        assert_eq!(view.in_time(), Err(Refusal::AfterDuty { day, duty }), "it is flagged");
        waive_and_issue(&world, token, campaign).await.expect("but does not bind");
    });
}

#[test]
fn units_below_declare_their_own_part_done_with_its_report() {
    on_both("plan002", async |world: World| {
        let Some(text) = text("002") else { return };
        let officer = world.sign_in("btc").await;
        let parent = confirm(&world, officer, &text).await;
        // Who reports is not said beside the day, so its officer says it. The day is of years ago:
        // nobody is in time any more, which keeps nobody from reporting.
        ask(&world, officer, parent, &["huyen/"]).await;
        set_dates(&world, officer, parent, date(2011, 5, 29)).await;
        run(&world, officer, parent).await;
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        set_dates(&world, token, campaign, date(2011, 5, 20)).await;
        waive_and_issue(&world, token, campaign).await.expect("issues");

        for (unit, desk, campaign) in [("coso", "huyen", campaign), ("huyen", "btc", parent)] {
            let own = world.sign_in(unit).await;
            let tasks = async || {
                let show = app::work::ShowTaskList { campaign };
                world.app.read(own, show).await.expect("is asked").output
            };
            let before = tasks().await;
            assert!(!before.sections.is_empty());
            let declare = Declare {
                campaign,
                rev: before.assignment.rev,
                held: Some(date(2031, 2, 20)),
                number: "12/BC".into(),
                day: Some(date(2031, 2, 24)),
                words: String::new(),
                file: Some(File::new("bao-cao.pdf", [9; 32], 4).expect("a file")),
            };
            world.app.act(own, "declares", declare).await.expect("declares");
            let above = world.sign_in(desk).await;
            let body = before.assignment.body;
            let decision = Decision::Accept { asked: Vec::new() };
            let accept = Decide { campaign, body, version: 1, decision };
            world.app.act(above, "accepts", accept).await.expect("accepts");
            let after = tasks().await;
            let covered = |task: &SectionTask| task.state == SectionState::Covered;
            assert!(after.sections.iter().all(covered), "nothing is asked twice of {unit}");
        }
    });
}

/// A superior's plan from outside, in words of its own.
const OUTSIDE: &str = "\
TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN

Số: 77/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Vân, ngày 03 tháng 3 năm 2031

KẾ HOẠCH
Tổng kết 05 năm thực hiện Nghị quyết số 05/NQ-BCH về nhà trọ công nhân

I. THỜI GIAN
1. LĐLĐ các huyện tổ chức hội nghị tổng kết từ ngày 12/5/2031 đến ngày 16/5/2031.
2. LĐLĐ các huyện gửi báo cáo về Liên đoàn Lao động tỉnh chậm nhất ngày 22/5/2031.

II. TỔ CHỨC THỰC HIỆN
1. Ban Tổ chức Liên đoàn Lao động tỉnh theo dõi, tổng hợp báo cáo của các đơn vị.
2. LĐLĐ các huyện khảo sát nhà trọ trên địa bàn, lập danh sách gửi kèm báo cáo.
3. Công đoàn cơ sở tổng hợp nhu cầu nhà ở của đoàn viên.
4. LĐLĐ huyện Suối Ngà tổng hợp kinh nghiệm làm điểm.

ĐỀ CƯƠNG BÁO CÁO
I. KẾT QUẢ THỰC HIỆN
1. Nhà trọ đã khảo sát
II. ĐỀ XUẤT

Nơi nhận:
- LĐLĐ các huyện;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH
(Đã ký)
Lò Minh Đức
";

#[test]
fn what_a_plan_from_outside_lays_upon_the_unit_is_taken_over() {
    on_both("outside", async |world: World| {
        let token = world.sign_in("huyen").await;
        let (plan, rev, answers) = upload(&world, token, OUTSIDE).await;
        let carry = CarryOut { plan, rev, answers };
        let campaign = world.app.act(token, "carry", carry).await.expect("made").output;
        let view = seen(&world, token, campaign).await;
        assert_eq!(view.campaign.up_day, Some(date(2031, 5, 22)));
        assert_eq!(view.own_hold, Some((date(2031, 5, 12), date(2031, 5, 16))));

        let show = app::task::ShowDuties { campaign };
        let duties = world.app.read(token, show).await.expect("shows").output.duties;
        let own = app::Whom::Body(view.campaign.unit);
        let laid: Vec<(&str, Vec<&app::Whom>)> = duties
            .iter()
            .map(|duty| {
                let parties = duty.parties.iter().map(|party| &party.whom);
                (duty.task.what.as_str(), parties.collect())
            })
            .collect();
        let below = app::Whom::Tier("coso/huyen".into());
        assert_eq!(laid.len(), 2, "neither its departments nor another district: {laid:?}");
        assert!(laid[0].0.contains("khảo sát nhà trọ") && laid[0].1 == [&own], "{laid:?}");
        assert!(laid[1].0.contains("nhu cầu nhà ở") && laid[1].1 == [&below], "{laid:?}");

        let late = date(2031, 5, 23);
        set_dates(&world, token, campaign, late).await;
        let view = seen(&world, token, campaign).await;
        let duty = date(2031, 5, 22);
        assert_eq!(view.in_time(), Err(Refusal::AfterDuty { day: late, duty }), "it is flagged");
        waive_and_issue(&world, token, campaign).await.expect("but does not bind");
        let coso = world.sign_in("coso").await;
        let text = app::work::ShowPlanText { campaign };
        let text = world.app.read(coso, text).await.expect("is asked").output;
        assert!(text.above.contains("77/KH-LĐLĐ"), "units below open the superior's text");
    });
}
