use crate::backend::Tamper;
use app::campaign::{
    ApprovalStep, Cascade, Create, NewIndicator, Origin, PutApproval, PutDates, PutFigures, PutOff,
    PutOutline, PutUnits, SetUpView, ShowCampaign, ShowSetUp, Standing, TierChoice, TierDays,
    TierOf, issue,
};
use app::figures::{View, show_figures, show_trace};
use app::grid::{CellChange, SaveGrid};
use app::report::{ReportFigures, show_report};
use app::review::Receive;
use app::section::{Completion, SaveSection, ShowSection};
use app::submission::{Gaps, ShowSubmission, Submit, submit};
use app::verify::{Fault, verify};
use app::work::{CascadeState, ShowTaskList};
use app::{Ending, Parent, Token};
use domain::campaign::{NewSection, Refusal};
use domain::figure::Column;
use domain::id::{BodyId, CampaignId};
use domain::submission::{Place, ReturnReason};
use jiff::civil::{Date, date};
use testkit::{World, on_both, refusal};

/// When the districts report to the province, and what is proposed for their units.
pub const DUTY: Date = date(2031, 5, 22);
const PROPOSED: Date = date(2031, 5, 15);

pub async fn seen(world: &World, token: Token, campaign: CampaignId) -> SetUpView {
    world.app.read(token, ShowSetUp { campaign }).await.expect("shows").output
}

fn section(number: &str, title: &str, depth: u8) -> NewSection {
    NewSection { number: number.into(), title: title.into(), depth, ..NewSection::default() }
}

fn indicator(line: &str) -> NewIndicator {
    NewIndicator::parse_line(line, '|').expect("a line of the form")
}

/// The tiers whose keys begin so are asked, nobody else.
pub async fn ask(world: &World, token: Token, campaign: CampaignId, wanted: &[&str]) {
    let view = seen(world, token, campaign).await;
    let levels = view.tiers.iter().filter(|shown| matches!(shown.of, TierOf::Level { .. }));
    let tiers = levels.map(|shown| TierChoice {
        key: shown.tier.key.clone(),
        asked: wanted.iter().any(|key| shown.tier.key.starts_with(key)),
        destination: Some(domain::campaign::Destination::Parent),
        via: None,
    });
    let (tiers, rev) = (tiers.collect(), view.campaign.rev);
    let units = PutUnits { campaign, rev, desk: None, tiers };
    world.app.save(token, units).await.expect("keeps");
}

pub async fn set_dates(world: &World, token: Token, campaign: CampaignId, last_day: Date) {
    let view = seen(world, token, campaign).await;
    let asked = view.tiers.iter().filter(|shown| shown.tier.asked);
    let tiers = asked.map(|shown| TierDays {
        key: shown.tier.key.clone(),
        due: Some(last_day.into()),
        hold: None,
        term: None,
    });
    let (up_to, rev) = (view.campaign.up_to.clone(), view.campaign.rev);
    let up_day = view.campaign.up_day;
    let tiers = tiers.collect();
    let dates = PutDates { campaign, rev, up_to, up_day, stated_day: None, tiers };
    world.app.save(token, dates).await.expect("keeps");
}

pub async fn waive_and_issue(
    world: &World,
    token: Token,
    campaign: CampaignId,
) -> Result<(), Ending> {
    let view = seen(world, token, campaign).await;
    let (rev, acts) = (view.campaign.rev, view.campaign.approval_acts);
    let step = ApprovalStep::Waive { reason: "Làm ngay, trình sau.".into() };
    let waive = PutApproval { campaign, rev, acts, step };
    world.app.act(token, &format!("waive {campaign}"), waive).await?;
    issue(&world.app, token, &format!("issue {campaign}"), campaign, rev, None).await
}

/// A campaign of the province, issued to these tiers: two sections, one of them under a heading, and a
/// table of two indicators.
pub async fn province(world: &World, wanted: &[&str]) -> CampaignId {
    let campaign = prepared(world, wanted).await;
    let token = world.sign_in("btc").await;
    waive_and_issue(world, token, campaign).await.expect("issues");
    campaign
}

/// The same before it is issued.
pub async fn prepared(world: &World, wanted: &[&str]) -> CampaignId {
    let token = world.sign_in("btc").await;
    let create = Create { title: "Tổng kết bữa ăn ca".into(), origin: Origin::Nothing };
    let campaign = world.app.act(token, "create", create).await.expect("creates").output;
    let sections =
        vec![section("I", "Kết quả", 0), section("1", "Bếp ăn", 1), section("II", "Đề xuất", 0)];
    let outline = PutOutline { campaign, rev: 1, sections };
    world.app.save(token, outline).await.expect("keeps");
    let figures = PutFigures {
        campaign,
        rev: 2,
        title: "Phụ lục".into(),
        columns: vec![Column::Year(2030)],
        indicators: vec![
            indicator("LD|Lao động|người"),
            indicator("AN|Được ăn ca|người"),
            indicator("TL|Tỷ lệ|%|1|ratio AN LD"),
        ],
    };
    world.app.save(token, figures).await.expect("keeps");
    ask(world, token, campaign, wanted).await;
    set_dates(world, token, campaign, DUTY).await;
    campaign
}

fn carry(parent: CampaignId) -> Cascade {
    Cascade { parent, asked_above: "Cấp trên đã giao".into() }
}

pub async fn cascade(world: &World, token: Token, parent: CampaignId, key: &str) -> CampaignId {
    world.app.act(token, key, carry(parent)).await.expect("made").output
}

/// The own unit's report, filled with two numbers and words in its first section, sent.
pub async fn answer(world: &World, name: &str, campaign: CampaignId, numbers: [&str; 2]) -> BodyId {
    let token = world.sign_in(name).await;
    let tasks = world.app.read(token, ShowTaskList { campaign }).await.expect("own").output;
    let save = SaveSection {
        campaign,
        section: tasks.sections[0].section.id,
        words: format!("Bếp ăn của {name}."),
        completion: Completion::Complete,
        rev: 0,
    };
    world.app.save(token, save).await.expect("saves");
    let cells = (0..).zip(numbers).map(|(cell, typed)| CellChange {
        cell,
        was: String::new(),
        typed: typed.into(),
    });
    let grid = SaveGrid { campaign, cells: cells.collect() };
    world.app.save(token, grid).await.expect("saves");
    send(world, name, campaign).await
}

pub async fn send(world: &World, name: &str, campaign: CampaignId) -> BodyId {
    let token = world.sign_in(name).await;
    let tasks = world.app.read(token, ShowTaskList { campaign }).await.expect("own").output;
    let asked = Submit { campaign, gaps: Gaps::Meant, rev: tasks.assignment.rev };
    let key = format!("send {name} {}", tasks.assignment.rev);
    submit(&world.app, token, &key, asked).await.expect("sends");
    tasks.assignment.body
}

pub async fn receive(world: &World, name: &str, campaign: CampaignId, body: BodyId, version: i64) {
    let token = world.sign_in(name).await;
    let receive = Receive { campaign, body, version };
    world.app.act(token, &format!("{body} {version}"), receive).await.expect("receives");
}

#[test]
fn a_district_makes_its_own_plan_of_what_is_asked_of_it() {
    on_both("cascade", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let token = world.sign_in("huyen").await;
        let tasks = world.app.read(token, ShowTaskList { campaign: parent }).await.expect("own");
        assert_eq!(tasks.output.cascade, Some(CascadeState::Open { units: 4 }));
        let campaign = cascade(&world, token, parent, "one").await;
        assert_eq!(cascade(&world, token, parent, "two").await, campaign, "twice is once");
        let tasks = world.app.read(token, ShowTaskList { campaign: parent }).await.expect("own");
        assert_eq!(tasks.output.cascade, Some(CascadeState::Preparing(campaign)));

        let above = seen(&world, world.sign_in("btc").await, parent).await;
        let view = seen(&world, token, campaign).await;
        assert_eq!(view.campaign.parent, Some(Parent::Campaign(parent)));
        assert_eq!(view.outline, above.outline, "the very same sections");
        assert_eq!(view.inherited.len(), 3);
        let indicators = |view: &SetUpView| view.table.clone().expect("a table").indicators;
        assert_eq!(indicators(&view), indicators(&above), "the very same indicators");
        assert_eq!(
            (view.campaign.up_day, view.campaign.up_to.as_str()),
            (Some(DUTY), "LĐLĐ tỉnh Hà Vân")
        );
        assert_eq!(view.asked().count(), 4);
        let last_days: Vec<Date> = view
            .tiers
            .iter()
            .filter_map(|shown| Some(shown.deadline.as_ref()?.deadline.last_day))
            .collect();
        assert_eq!(last_days, [PROPOSED]);

        let mut sections: Vec<NewSection> = view
            .outline
            .iter()
            .map(|s| NewSection { id: Some(s.id), ..section(&s.number, &s.title, s.depth) })
            .collect();
        let put = |sections: Vec<NewSection>| PutOutline { campaign, rev: 1, sections };
        sections[1].title = "Bếp ăn tập thể".into();
        assert_eq!(
            refusal(world.app.save(token, put(sections.clone())).await),
            "refusal-campaign-inherited-changed"
        );
        sections[1].title = "Bếp ăn".into();
        sections.insert(2, section("2", "Điều riêng của huyện", 1));
        world.app.save(token, put(sections)).await.expect("own ones may be added");
        let figures = PutFigures {
            campaign,
            rev: 2,
            title: "Khác".into(),
            columns: Vec::new(),
            indicators: vec![
                indicator("BE|Số bếp|bếp"),
                indicator("BL|Bếp trên lao động|%|1|ratio BE LD"),
            ],
        };
        world.app.save(token, figures).await.expect("keeps");
        let view = seen(&world, token, campaign).await;
        let table = view.table.expect("a table");
        assert_eq!((table.title.as_str(), table.indicators.len()), ("Phụ lục", 5));
        assert_eq!(table.indicators[..3], indicators(&above)[..]);

        set_dates(&world, token, campaign, DUTY.tomorrow().expect("a day")).await;
        assert_eq!(
            refusal(waive_and_issue(&world, token, campaign).await),
            "refusal-campaign-after-duty"
        );
        set_dates(&world, token, campaign, DUTY).await;
        waive_and_issue(&world, token, campaign).await.expect("its own duty's day is in time");
        let coso = world.sign_in("coso").await;
        world.app.read(coso, ShowTaskList { campaign }).await.expect("the unit is asked");
        let own = world.app.read(coso, ShowTaskList { campaign: parent }).await;
        assert_eq!(refusal(own), "not found", "by the district alone");
    });
}

#[test]
fn only_a_unit_that_is_asked_and_has_units_below_carries_it_down() {
    on_both("nocascade", async |world: World| {
        let preparing = sample::prepare_campaign(&world.app).await.expect("prepares");
        let parent = province(&world, &["huyen/", "coso/tinh"]).await;
        let table = [
            ("huyen", preparing, "not found"),
            ("btc", parent, "not found"),
            ("coso", parent, "forbidden"),
            ("tructhuoc", parent, "forbidden"),
        ];
        for (name, parent, expected) in table {
            let token = world.sign_in(name).await;
            let made = world.app.act(token, name, carry(parent)).await;
            assert_eq!(refusal(made), expected, "{name}");
        }
        let other = province_again(&world).await;
        let token = world.sign_in("huyen").await;
        let made = world.app.act(token, "not asked", carry(other)).await;
        assert_eq!(refusal(made), "not found", "another campaign does not ask the district");
    });
}

/// A further campaign that asks the units right below the province alone.
async fn province_again(world: &World) -> CampaignId {
    let token = world.sign_in("btc").await;
    let create = Create { title: "Khác".into(), origin: Origin::Nothing };
    let campaign = world.app.act(token, "create other", create).await.expect("creates").output;
    let sections = vec![section("I", "Kết quả", 0)];
    world.app.save(token, PutOutline { campaign, rev: 1, sections }).await.expect("keeps");
    ask(world, token, campaign, &["coso/tinh"]).await;
    set_dates(world, token, campaign, DUTY).await;
    waive_and_issue(world, token, campaign).await.expect("issues");
    campaign
}

#[test]
fn what_the_units_of_a_district_give_goes_up_and_can_be_walked_back() {
    on_both("flow", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        waive_and_issue(&world, token, campaign).await.expect("issues");
        let one = answer(&world, "coso", campaign, ["100", "40"]).await;
        let two = answer(&world, "vk02", campaign, ["50", "50"]).await;
        receive(&world, "huyen", campaign, one, 1).await;

        let section = world.app.read(token, ShowTaskList { campaign: parent }).await.expect("own");
        assert_eq!(section.output.cascade, Some(CascadeState::Issued(campaign)));
        let section = section.output.sections[0].section.id;
        let shown = world.app.read(token, ShowSection { campaign: parent, section }).await;
        let shown = shown.expect("shows").output;
        let lower: Vec<&str> = shown.lower.iter().map(|text| text.words.as_str()).collect();
        assert_eq!((lower.as_slice(), shown.reporting), (&["Bếp ăn của coso."][..], 4));
        let report = async || {
            let report = show_report(&world.app, token, parent).await.expect("own").output;
            let (ReportFigures::Sums(sums) | ReportFigures::SentSums(sums)) = report.figures else {
                panic!("sums are its figures")
            };
            let values: Vec<Option<i64>> = sums.rows.iter().map(|row| row[0].value).collect();
            (values, sums.coverage.heard, sums.coverage.of)
        };
        let first = (vec![Some(100), Some(40), Some(400)], 1, 4);
        assert_eq!(report().await, first);

        let district = send(&world, "huyen", parent).await;
        receive(&world, "huyen", campaign, two, 1).await;
        assert_eq!(report().await, first, "the report stays as it was sent");
        receive(&world, "btc", parent, district, 1).await;
        let findings = verify(&world.app).await.expect("verifies");
        assert_eq!((findings.faults.as_slice(), findings.sums), (&[][..], 1));

        let officer = world.sign_in("btc").await;
        let sums = show_figures(&world.app, officer, parent, None, View::Received).await;
        let sums = sums.expect("sums").output;
        assert_eq!(sums.rows[0][0].value, Some(100));
        assert_eq!(sums.rows[2][0].value, Some(400), "40 per cent");
        let (node, cell) = (sums.node.body, sums.rows[0][0].cell);
        let trace = show_trace(&world.app, officer, parent, (node, cell), View::Received).await;
        let behind = &trace.expect("trace").output.contributions;
        assert_eq!(behind.len(), 1);
        let child = behind[0].behind.expect("sums of its own");
        assert_eq!((behind[0].unit.body, child.campaign), (district, campaign));
        let node = Some(district);
        let below = show_figures(&world.app, officer, campaign, node, View::Received).await;
        let below = below.expect("those above may follow").output;
        assert_eq!((below.rows[0][0].value, below.coverage.heard), (Some(150), 2));
        assert_eq!(below.rows[0][0].cell, child.cell, "the very same figure");
        let on = (district, child.cell);
        let trace = show_trace(&world.app, officer, campaign, on, View::Received).await;
        let units = &trace.expect("trace").output.contributions;
        assert_eq!(units.iter().map(|unit| unit.unit.body).collect::<Vec<_>>(), [one, two]);
        let version = ShowSubmission { campaign, body: one, version: None };
        world.app.read(officer, version.clone()).await.expect("down to the unit that gave it");
        let view = world.app.read(officer, ShowCampaign { campaign, node }).await.expect("shows");
        assert_eq!(view.output.standing, Standing::Above);
        let silent = world.sign_in("vk03").await;
        let draft = world.app.read(silent, ShowTaskList { campaign }).await.expect("own").output;
        let draft = ShowSubmission { campaign, body: draft.assignment.body, version: None };
        assert_eq!(refusal(world.app.read(officer, draft).await), "not found", "no draft");
        for name in ["huyen2", "nhanhkhac", "tructhuoc"] {
            let token = world.sign_in(name).await;
            let answer = world.app.read(token, version.clone()).await;
            assert_eq!(refusal(answer), "not found", "{name}");
        }

        let reasons = vec![ReturnReason::parse(Place::Whole, "Cộng thêm.").unwrap()];
        let back = app::review::Return { campaign: parent, body: district, version: 1, reasons };
        let again = world.app.act(officer, "back", back).await;
        assert_eq!(refusal(again), "refusal-submission-already-received");
    });
}

#[test]
fn carried_figures_that_nobody_below_gave_are_found_out() {
    on_both("carried", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        waive_and_issue(&world, token, campaign).await.expect("issues");
        let one = answer(&world, "coso", campaign, ["100", "40"]).await;
        send(&world, "huyen", parent).await;
        assert!(verify(&world.app).await.expect("verifies").faults.is_empty());
        // A verdict nobody gave, under the event of the sending.
        let sql = "insert into verdict (campaign_id, body_id, version, kind, seat_id, at, event_id)
             select n.campaign_id, n.body_id, n.version, 'received', n.seat_id, n.received_at, n.event_id
             from submission n join campaign c on c.id = n.campaign_id and c.parent_id is not null";
        assert_eq!(world.app.backend.write(Tamper { sql }).await.expect("forged"), 1);
        let faults = verify(&world.app).await.expect("verifies").faults;
        let [Fault::SumsDiffer { campaign: of, body, .. }] = faults.as_slice() else {
            panic!("{faults:?}")
        };
        assert!(*of == parent && *body != one);
    });
}

#[test]
fn those_above_see_who_has_carried_it_down() {
    on_both("visible", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let officer = world.sign_in("btc").await;
        let stages = async || {
            let case = ShowCampaign { campaign: parent, node: None };
            let view = world.app.read(officer, case).await.expect("shows").output;
            let rows = view.cascading.iter();
            rows.map(|row| (row.child.is_some(), row.issued.is_some())).collect::<Vec<_>>()
        };
        assert_eq!(stages().await, [(false, false); 3]);
        let first = world.sign_in("huyen").await;
        let campaign = cascade(&world, first, parent, "one").await;
        let second = world.sign_in("huyen2").await;
        let other = cascade(&world, second, parent, "one").await;
        assert_ne!(campaign, other, "each district has its own");
        waive_and_issue(&world, first, campaign).await.expect("issues");
        assert_eq!(stages().await, [(true, true), (true, false), (false, false)]);
        for (token, campaign) in [(second, campaign), (officer, other), (officer, campaign)] {
            assert_eq!(
                refusal(world.app.read(token, ShowSetUp { campaign }).await),
                "not found",
                "its setting up is its own"
            );
        }
    });
}

#[test]
fn a_unit_that_is_asked_above_is_left_out_and_counts_once() {
    on_both("asked", async |world: World| {
        let parent = province(&world, &["huyen/", "coso/huyen"]).await;
        let token = world.sign_in("huyen").await;
        let tasks = world.app.read(token, ShowTaskList { campaign: parent }).await.expect("own");
        assert_eq!(tasks.output.cascade, None, "nobody is left to ask");
        let campaign = cascade(&world, token, parent, "all the same").await;
        let view = seen(&world, token, campaign).await;
        assert_eq!((view.asked().count(), view.not_asked()), (0, 4));
    });
}

#[test]
fn a_duty_that_moves_is_looked_at_again() {
    on_both("moved", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        assert_eq!(seen(&world, token, campaign).await.campaign.up_day, Some(DUTY));
        let other = world.sign_in("huyen2").await;
        let issued = cascade(&world, other, parent, "one").await;
        waive_and_issue(&world, other, issued).await.expect("issues");
        let later = PutOff {
            campaign: issued,
            tier: "coso/huyen".into(),
            version: 1,
            due: Some(DUTY.tomorrow().expect("a day").into()),
            reason: "Cơ sở xin thêm".into(),
        };
        let refused = world.app.act(other, "later", later).await;
        assert_eq!(refusal(refused), "refusal-campaign-after-duty");
        let officer = world.sign_in("btc").await;
        let last_day = date(2031, 5, 12);
        let sooner = PutOff {
            campaign: parent,
            tier: "huyen/tinh".into(),
            version: 1,
            due: Some(last_day.into()),
            reason: "Tổng Liên đoàn cần sớm".into(),
        };
        world.app.act(officer, "sooner", sooner).await.expect("changes");
        let view = seen(&world, token, campaign).await;
        assert_eq!(view.campaign.up_day, Some(last_day));
        let other = world.sign_in("huyen2").await;
        let show = ShowCampaign { campaign: issued, node: None };
        let late = world.app.read(other, show).await.expect("shows").output.late;
        let (day, duty) = (PROPOSED, last_day);
        assert_eq!(late, Some(Refusal::AfterDuty { day, duty }), "it is said where it runs");
        assert_eq!(
            view.missing.iter().map(|missing| missing.refusal().key()).next(),
            Some("refusal-campaign-after-duty")
        );
    });
}
