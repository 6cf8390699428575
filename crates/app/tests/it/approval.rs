use app::campaign::{
    ApprovalStep, FindNumbered, PutApproval, PutOutline, SetUpView, ShowApproval, ShowCampaign,
    ShowSetUp, issue,
};
use app::verify::verify;
use app::work::{ListWork, ShowTaskList};
use app::{Ending, Token};
use domain::campaign::{Approval, NewSection};
use domain::id::CampaignId;
use jiff::civil::{Date, date};
use testkit::{World, on_both, refusal};

const DAY: Date = date(2031, 3, 4);
const AHEAD: Date = date(2042, 3, 4);

fn ask() -> ApprovalStep {
    ApprovalStep::Ask { words: "Kính trình.".into() }
}

fn give() -> ApprovalStep {
    ApprovalStep::Give { words: String::new() }
}

fn send_back(words: &str) -> ApprovalStep {
    ApprovalStep::SendBack { words: words.into() }
}

fn number(number: &str, day: Option<Date>) -> ApprovalStep {
    ApprovalStep::Number { number: number.into(), day }
}

fn waive(reason: &str) -> ApprovalStep {
    ApprovalStep::Waive { reason: reason.into() }
}

fn on_paper(signer: &str) -> ApprovalStep {
    ApprovalStep::SignedOnPaper { signer: signer.into(), number: "9/KH".into(), day: Some(DAY) }
}

async fn seen(world: &World, token: Token, campaign: CampaignId) -> SetUpView {
    world.app.read(token, ShowSetUp { campaign }).await.expect("shows").output
}

/// Does a step on what lies there now.
async fn put(
    world: &World,
    token: Token,
    campaign: CampaignId,
    step: ApprovalStep,
) -> Result<(), Ending> {
    let officer = world.sign_in("btc").await;
    let campaign = seen(world, officer, campaign).await.campaign;
    let (rev, acts) = (campaign.rev, campaign.approval_acts);
    let case = PutApproval { campaign: campaign.id, rev, acts, step };
    let key = format!("{rev}/{acts}/{:?}", case.step);
    world.app.act(token, &key, case).await.map(|_| ())
}

async fn try_issue(world: &World, officer: Token, campaign: CampaignId) -> Result<(), Ending> {
    let rev = seen(world, officer, campaign).await.campaign.rev;
    issue(&world.app, officer, &format!("issue-{rev}"), campaign, rev, None).await
}

#[test]
fn a_plan_is_asked_approved_numbered_and_issued() {
    on_both("approved", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let (officer, leader) = (world.sign_in("btc").await, world.sign_in("lanhdao").await);
        let waiting = async |token| {
            world.app.read(token, ListWork).await.expect("work").output.approvals.len()
        };
        assert_eq!(
            refusal(try_issue(&world, officer, campaign).await),
            "refusal-campaign-approval-missing"
        );
        put(&world, officer, campaign, ask()).await.expect("asks");
        assert_eq!((waiting(leader).await, waiting(officer).await), (1, 0));
        assert_eq!(refusal(put(&world, officer, campaign, give()).await), "forbidden");
        put(&world, leader, campaign, give()).await.expect("approves");
        assert_eq!(waiting(leader).await, 0);
        assert_eq!(
            refusal(try_issue(&world, officer, campaign).await),
            "refusal-campaign-number-missing"
        );
        put(&world, officer, campaign, number(" 9 / KH ", Some(DAY))).await.expect("numbers");
        let view = seen(&world, officer, campaign).await;
        assert_eq!((view.campaign.number.as_str(), view.campaign.plan_day), ("9/KH", Some(DAY)));
        assert_eq!(view.missing, []);
        try_issue(&world, officer, campaign).await.expect("issues");
        let view = world.app.read(leader, ShowApproval { campaign }).await.expect("shows").output;
        let who: Vec<&str> = view.history.iter().map(|row| row.person.as_str()).collect();
        assert_eq!(who, ["Trần Thu Hương", "Lò Minh Đức", "Trần Thu Hương"]);
        assert_eq!(verify(&world.app).await.expect("verifies").faults, []);
    });
}

#[test]
fn steps_out_of_order_are_refused() {
    on_both("order", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let (officer, leader) = (world.sign_in("btc").await, world.sign_in("lanhdao").await);
        let table = [
            (leader, give(), "refusal-campaign-not-awaiting-approval"),
            (leader, send_back("Sửa."), "refusal-campaign-not-awaiting-approval"),
            (officer, ApprovalStep::Withdraw, "refusal-campaign-nothing-to-withdraw"),
            (officer, number("9/KH", Some(DAY)), "refusal-campaign-number-before-approval"),
            (officer, waive(" "), "refusal-campaign-approval-words-missing"),
            (officer, waive(&"ă".repeat(2_001)), "refusal-campaign-approval-words-too-long"),
            (officer, on_paper(""), "refusal-campaign-signer-missing"),
            (officer, ask(), ""),
            (officer, ask(), "refusal-campaign-already-asked"),
            (leader, send_back(""), "refusal-campaign-approval-words-missing"),
            (leader, send_back("Lùi hạn một tuần."), ""),
            (leader, give(), "refusal-campaign-not-awaiting-approval"),
            (officer, ask(), ""),
            (leader, give(), ""),
            (leader, give(), "refusal-campaign-not-awaiting-approval"),
            (officer, ask(), "refusal-campaign-already-approved"),
            (officer, waive("Gấp."), "refusal-campaign-already-approved"),
            (officer, number("số chín", Some(DAY)), "refusal-campaign-number-unreadable"),
            (officer, number("9/KH", None), "refusal-campaign-number-day-missing"),
            (officer, number("9/KH", Some(AHEAD)), "refusal-campaign-number-day-ahead"),
            (officer, ApprovalStep::Withdraw, ""),
            (officer, on_paper("Chủ tịch Lò Minh Đức"), ""),
        ];
        for (token, step, expected) in table {
            let what = format!("{step:?}");
            let answer = put(&world, token, campaign, step).await;
            let said = if answer.is_ok() { "" } else { refusal(answer) };
            assert_eq!(said, expected, "{what}");
        }
        let view = seen(&world, officer, campaign).await;
        assert_eq!(view.campaign.approval, Approval::OnPaper);
        assert_eq!(view.missing, []);
    });
}

#[test]
fn a_change_of_the_set_up_drops_the_approval() {
    on_both("lapsed", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let (officer, leader) = (world.sign_in("btc").await, world.sign_in("lanhdao").await);
        put(&world, officer, campaign, ask()).await.expect("asks");
        let asked = seen(&world, officer, campaign).await.campaign;
        let sections = vec![NewSection { title: "Khác".into(), ..NewSection::default() }];
        let change = PutOutline { campaign, rev: asked.rev, sections };
        world.app.save(officer, change).await.expect("changes");
        let (rev, acts) = (asked.rev, asked.approval_acts);
        let late = PutApproval { campaign, rev, acts, step: give() };
        assert_eq!(refusal(world.app.act(leader, "late", late).await), "stale");
        assert_eq!(
            refusal(put(&world, leader, campaign, give()).await),
            "refusal-campaign-not-awaiting-approval"
        );
        assert_eq!(
            refusal(try_issue(&world, officer, campaign).await),
            "refusal-campaign-approval-lapsed"
        );
    });
}

#[test]
fn deciding_and_taking_back_at_once_leaves_one() {
    on_both("atonce", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let (officer, leader) = (world.sign_in("btc").await, world.sign_in("lanhdao").await);
        put(&world, officer, campaign, ask()).await.expect("asks");
        let asked = seen(&world, officer, campaign).await.campaign;
        let (rev, acts) = (asked.rev, asked.approval_acts);
        let case = |step| PutApproval { campaign, rev, acts, step };
        let (given, back) = tokio::join!(
            world.app.act(leader, "k", case(give())),
            world.app.act(officer, "k", case(ApprovalStep::Withdraw)),
        );
        assert!(given.is_ok() != back.is_ok());
        let lost = if given.is_ok() { refusal(back) } else { refusal(given) };
        assert_eq!(lost, "stale");
        let after = seen(&world, officer, campaign).await.campaign;
        assert_eq!(after.approval_acts, acts + 1);
    });
}

#[test]
fn approval_is_the_own_units_affair() {
    on_both("ownapproval", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        put(&world, officer, campaign, ask()).await.expect("asks");
        for (name, expected) in [
            ("huyenvk", "not found"),
            ("huyen", "not found"),
            ("coso", "not found"),
            ("nhanhkhac", "not found"),
            ("vanphong", "forbidden"),
        ] {
            let token = world.sign_in(name).await;
            assert_eq!(refusal(put(&world, token, campaign, give()).await), expected, "{name}");
        }
    });
}

#[test]
fn a_number_is_given_once_in_a_year() {
    on_both("numbers", async |world: World| {
        let first = sample::run_campaign(&world.app).await.expect("runs");
        world.set_time("2031-03-06T01:00:00Z");
        let (officer, leader) = (world.sign_in("btc").await, world.sign_in("lanhdao").await);
        let taken = seen(&world, officer, first).await.campaign;
        let day = taken.plan_day.expect("a day");
        let other = sample::prepare_campaign(&world.app).await.expect("prepares");
        put(&world, officer, other, ask()).await.expect("asks");
        put(&world, leader, other, give()).await.expect("approves");
        let typed = taken.number.replace('/', " / ");
        assert_eq!(
            refusal(put(&world, officer, other, number(&typed, Some(day))).await),
            "refusal-campaign-number-taken"
        );
        let find = FindNumbered { number: typed.clone(), day };
        let found = world.app.read(officer, find).await.expect("finds").output;
        assert_eq!(found.as_deref(), Some(taken.title.as_str()));
        let year_before = date(day.year() - 1, 12, 31);
        put(&world, officer, other, number(&typed, Some(year_before))).await.expect("another year");
        put(&world, officer, other, number("58/KH", Some(day))).await.expect("mends it");
        assert_eq!(
            refusal(put(&world, officer, first, number("59/KH", Some(day))).await),
            "refusal-campaign-already-issued"
        );
    });
}

#[test]
fn what_goes_out_unapproved_says_so_until_it_is_approved() {
    on_both("waived", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let (officer, leader) = (world.sign_in("btc").await, world.sign_in("lanhdao").await);
        let chair = world.sign_in("coso").await;
        put(&world, officer, campaign, waive("Lãnh đạo đi vắng.")).await.expect("says why");
        try_issue(&world, officer, campaign).await.expect("issues");
        let approved = async |token| {
            let list = world.app.read(token, ShowTaskList { campaign }).await.expect("own").output;
            list.campaign.approval.is_given()
        };
        assert!(!approved(chair).await);
        assert_eq!(
            refusal(put(&world, officer, campaign, waive("Nữa.")).await),
            "refusal-campaign-already-issued"
        );
        put(&world, officer, campaign, ask()).await.expect("asks afterwards");
        assert!(!approved(chair).await);
        put(&world, leader, campaign, give()).await.expect("approves afterwards");
        put(&world, officer, campaign, number("9/KH", Some(DAY))).await.expect("numbers");
        assert!(approved(chair).await);
        let case = ShowCampaign { campaign, node: None };
        let board = world.app.read(officer, case).await.expect("shows").output;
        assert_eq!(board.campaign.number, "9/KH");
        for step in [ApprovalStep::Withdraw, number("10/KH", Some(DAY))] {
            assert_eq!(
                refusal(put(&world, officer, campaign, step).await),
                "refusal-campaign-already-issued"
            );
        }
    });
}

#[test]
fn a_plan_refused_after_issue_is_approved_later() {
    on_both("approved_later", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let (officer, leader) = (world.sign_in("btc").await, world.sign_in("lanhdao").await);
        put(&world, officer, campaign, waive("Gấp.")).await.expect("waives");
        try_issue(&world, officer, campaign).await.expect("issues");
        let table = [
            (officer, ask(), false),
            (leader, send_back("Chưa nêu kinh phí."), false),
            (officer, ask(), false),
            (leader, give(), true),
        ];
        for (token, step, given) in table {
            let what = format!("{step:?}");
            put(&world, token, campaign, step).await.expect(&what);
            let view = seen(&world, officer, campaign).await;
            assert_eq!(view.campaign.approval.is_given(), given, "{what}");
        }
    });
}

#[test]
fn approving_and_issuing_need_a_proof_made_lately() {
    on_both("fresh", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let (officer, leader) = (world.sign_in("btc").await, world.sign_in("lanhdao").await);
        put(&world, officer, campaign, ask()).await.expect("asks");
        world.set_time("2031-03-05T01:15:00Z");
        for (token, step) in [(leader, give()), (officer, waive("Gấp")), (officer, on_paper("An"))]
        {
            let answer = put(&world, token, campaign, step).await;
            assert!(matches!(answer, Err(Ending::Unconfirmed)), "{answer:?}");
        }
        let leader = world.sign_in("lanhdao").await;
        put(&world, leader, campaign, give()).await.expect("approves");
        put(&world, officer, campaign, number("9/KH", Some(DAY))).await.expect("binds nobody");
        let answer = try_issue(&world, officer, campaign).await;
        assert!(matches!(answer, Err(Ending::Unconfirmed)), "{answer:?}");
        let officer = world.sign_in("btc").await;
        try_issue(&world, officer, campaign).await.expect("issues");
    });
}
