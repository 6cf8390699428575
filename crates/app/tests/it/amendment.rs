use crate::cascade::{DUTY, cascade, province, waive_and_issue};
use app::amendment::{
    AmendingView, IssueAmendment, PutAmending, PutAmendingApproval, ShowAmending, ShowVersions,
    TypedNew, TypedSection, UnitStep, Written,
};
use app::campaign::{ApprovalStep, PutOff, TypedDay};
use app::figures::{View, show_figures};
use app::section::{Completion, SaveSection};
use app::submission::{Gaps, ShowSubmission, Submit, submit};
use app::verify::verify;
use app::work::{ListWork, ShowTaskList, TaskList};
use app::{Ending, Token};
use domain::amendment::{Item, Spot};
use domain::campaign::{Approval, ApprovalAct};
use domain::id::CampaignId;
use testkit::{World, on_both, refusal};

async fn issued(world: &World) -> CampaignId {
    let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
    sample::issue_campaign(&world.app, campaign).await.expect("issues");
    campaign
}

async fn tasks(world: &World, token: Token, campaign: CampaignId) -> TaskList {
    world.app.read(token, ShowTaskList { campaign }).await.expect("own").output
}

async fn seen(world: &World, token: Token, campaign: CampaignId) -> AmendingView {
    world
        .app
        .read(token, ShowAmending { campaign, query: String::new() })
        .await
        .expect("shows")
        .output
}

/// The open amendment as it would be saved without a change.
fn unchanged(view: &AmendingView) -> PutAmending {
    let sections = view.outline.iter().map(|section| TypedSection {
        id: section.id,
        number: section.number.clone(),
        title: section.title.clone(),
        guidance: section.guidance.clone(),
        written: Written::Asked,
    });
    PutAmending {
        campaign: view.campaign.id,
        rev: view.open.rev,
        reason: "Cấp trên yêu cầu bổ sung.".into(),
        sections: sections.collect(),
        new: None,
        unit: None,
        deadlines: Vec::new(),
    }
}

fn added(view: &AmendingView, title: &str) -> Option<TypedNew> {
    let last = view.outline.iter().rfind(|section| section.depth == 0).expect("an outline");
    let (number, guidance) = ("9".into(), "Nêu rõ.".into());
    Some(TypedNew { spot: Spot::After(last.id), number, title: title.into(), guidance })
}

/// Does a step about the approval of what is open now.
async fn put(
    world: &World,
    (officer, token): (Token, Token),
    campaign: CampaignId,
    step: ApprovalStep,
) -> Result<(), Ending> {
    let open = seen(world, officer, campaign).await.open;
    let case = PutAmendingApproval { campaign, rev: open.rev, acts: open.acts, step };
    let key = format!("approval-{}-{}-{:?}", open.rev, open.acts, case.step);
    world.app.act(token, &key, case).await.map(|_| ())
}

/// Issues what is open without approval, for a reason.
async fn try_issue(world: &World, token: Token, campaign: CampaignId) -> Result<(), Ending> {
    let waive = ApprovalStep::Waive { reason: "Gấp.".into() };
    put(world, (token, token), campaign, waive).await?;
    issue(world, token, campaign).await
}

async fn issue(world: &World, token: Token, campaign: CampaignId) -> Result<(), Ending> {
    let view = seen(world, token, campaign).await;
    let (rev, plan_version) = (view.open.rev, view.campaign.plan_version);
    let case = IssueAmendment { campaign, rev, plan_version };
    world.app.act(token, &format!("amend-{plan_version}-{rev}"), case).await.map(|_| ())
}

async fn write_and_send(world: &World, token: Token, campaign: CampaignId) {
    for task in tasks(world, token, campaign).await.sections {
        let case = SaveSection {
            campaign,
            section: task.section.id,
            words: "Đã thực hiện.".into(),
            completion: Completion::Complete,
            rev: 0,
        };
        world.app.save(token, case).await.expect("saves");
    }
    let rev = tasks(world, token, campaign).await.assignment.rev;
    let asked = Submit { campaign, gaps: Gaps::Meant, rev };
    submit(&world.app, token, "send", asked).await.expect("sends");
}

#[test]
fn what_was_sent_stays_and_the_others_write_what_was_added() {
    on_both("amended", async |world: World| {
        let campaign = issued(&world).await;
        let (officer, early) = (world.sign_in("btc").await, world.sign_in("vk02").await);
        let late = world.sign_in("vk03").await;
        write_and_send(&world, early, campaign).await;
        let before = tasks(&world, late, campaign).await;
        let view = seen(&world, officer, campaign).await;
        let mut put = unchanged(&view);
        put.new = added(&view, "Bữa ăn ca đêm");
        put.sections[0].title = "Công tác chỉ đạo, điều hành".into();
        let withdrawn = before.sections.last().expect("sections").section.clone();
        let row = put.sections.iter_mut().find(|row| row.id == withdrawn.id).expect("there");
        row.written = Written::Withdrawn;
        world.app.save(officer, put.clone()).await.expect("saves");
        assert_eq!(refusal(world.app.save(officer, put).await), "stale", "another was faster");
        let view = seen(&world, officer, campaign).await;
        assert_eq!((view.items.len(), view.problems.as_slice()), (3, [].as_slice()));
        let asked = view.counts.iter().filter(|count| count.asked && count.figures);
        assert_eq!(view.concerned().count(), asked.map(|count| count.bodies).sum::<i64>());
        assert_eq!(tasks(&world, late, campaign).await.changed.len(), 0, "nobody sees a draft");
        try_issue(&world, officer, campaign).await.expect("issues");

        let lacking = tasks(&world, early, campaign).await.lacking;
        let lacking: Vec<&str> = lacking.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(lacking, ["Bữa ăn ca đêm"], "what was sent does not answer it");
        let now = tasks(&world, late, campaign).await;
        assert_eq!(now.lacking, []);
        assert_eq!((now.due, now.changed[0].items.len()), (2, 3));
        let titles: Vec<&str> = now.sections.iter().map(|t| t.section.title.as_str()).collect();
        assert!(titles.contains(&"Bữa ăn ca đêm"), "{titles:?}");
        assert!(now.sections.iter().all(|task| task.section.id != withdrawn.id));
        write_and_send(&world, late, campaign).await;

        let body = tasks(&world, early, campaign).await.assignment.body;
        let show = ShowSubmission { campaign, body, version: None };
        let sent = world.app.read(early, show).await.expect("shows").output;
        assert_eq!(sent.shown.plan_version, 1);
        assert_eq!(sent.outline, view.outline, "under the outline it was written for");
        let versions = world.app.read(late, ShowVersions { campaign }).await.expect("shows").output;
        assert_eq!(versions.versions.len(), 1);
        let approved = versions.versions[0].amendment.approved.as_ref().expect("said");
        assert_eq!((approved.act, approved.words.as_str()), (ApprovalAct::Waived, "Gấp."));
        assert_eq!(verify(&world.app).await.expect("verifies").faults, []);
    });
}

#[test]
fn a_unit_is_excused_and_asked_again() {
    on_both("excused", async |world: World| {
        let campaign = issued(&world).await;
        let (officer, unit) = (world.sign_in("btc").await, world.sign_in("vk02").await);
        let body = tasks(&world, unit, campaign).await.assignment.body;
        let coverage = async || {
            let shown = show_figures(&world.app, officer, campaign, None, View::Received).await;
            shown.expect("sums").output.coverage.of
        };
        let of = coverage().await;
        for (step, counted, word) in
            [(UnitStep::Excuse, of - 1, "thôi"), (UnitStep::Ask, of, "giao lại")]
        {
            let view = seen(&world, officer, campaign).await;
            let put = PutAmending { unit: Some((body, step)), ..unchanged(&view) };
            world.app.save(officer, put).await.expect("saves");
            let view = seen(&world, officer, campaign).await;
            let concerned = view.concerned();
            assert_eq!((concerned.tiers.as_slice(), concerned.bodies), ([].as_slice(), vec![body]));
            try_issue(&world, officer, campaign).await.expect("issues");
            assert_eq!(coverage().await, counted, "{word}");
            let own = world.app.read(unit, ShowTaskList { campaign }).await;
            match step {
                UnitStep::Excuse => assert_eq!(refusal(own), "not found"),
                _ => {
                    let list = own.expect("own").output;
                    let last = list.changed.last().expect("is told");
                    assert!(matches!(last.items[0].item, Item::UnitAsked { .. }));
                }
            }
        }
        write_and_send(&world, unit, campaign).await;
        let view = seen(&world, officer, campaign).await;
        let put = PutAmending { unit: Some((body, UnitStep::Excuse)), ..unchanged(&view) };
        world.app.save(officer, put).await.expect("saves");
        let refused = refusal(try_issue(&world, officer, campaign).await);
        assert_eq!(refused, "refusal-amendment-unit-has-sent");
    });
}

#[test]
fn what_is_not_whole_is_not_issued() {
    on_both("not_whole", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        let early = world.app.read(officer, ShowAmending { campaign, query: String::new() }).await;
        assert_eq!(refusal(early), "refusal-amendment-not-issued");
        sample::issue_campaign(&world.app, campaign).await.expect("issues");
        assert_eq!(
            refusal(try_issue(&world, officer, campaign).await),
            "refusal-amendment-nothing-changed"
        );
        type Spoil = fn(&mut PutAmending, &AmendingView);
        let table: [(Spoil, &str); 6] = [
            (|put, _| put.new = None, "refusal-amendment-nothing-changed"),
            (|put, _| put.reason = " ".into(), "refusal-amendment-reason-missing"),
            (|put, _| put.reason = "ă".repeat(2_001), "refusal-amendment-reason-too-long"),
            (|put, _| put.sections[0].title.clear(), "refusal-amendment-title-missing"),
            (
                |put, _| {
                    put.sections.iter_mut().for_each(|row| row.written = Written::Withdrawn);
                    put.new = None;
                },
                "refusal-campaign-outline-empty",
            ),
            (
                |put, view| {
                    let (tier, _) = view.deadlines[0].clone();
                    put.deadlines = vec![(tier, jiff::civil::date(2031, 3, 1))];
                    put.new = None;
                },
                "refusal-amendment-deadline-passed",
            ),
        ];
        let mut fresh = None;
        for (spoil, expected) in table {
            let view = seen(&world, officer, campaign).await;
            let fresh = fresh.get_or_insert_with(|| view.clone());
            let mut put = PutAmending { rev: view.open.rev, ..unchanged(fresh) };
            // What earlier rows of the table added goes again.
            let extra = view
                .open
                .draft
                .sections
                .iter()
                .filter(|section| fresh.outline.iter().all(|old| old.id != section.id));
            put.sections.extend(extra.map(|section| TypedSection {
                id: section.id,
                number: String::new(),
                title: section.title.clone(),
                guidance: String::new(),
                written: Written::Withdrawn,
            }));
            put.new = added(fresh, "Mục mới");
            spoil(&mut put, fresh);
            world.app.save(officer, put).await.expect("saves");
            assert_eq!(refusal(try_issue(&world, officer, campaign).await), expected);
        }
        let unit = world.sign_in("vk02").await;
        assert_eq!(
            refusal(world.app.read(unit, ShowAmending { campaign, query: String::new() }).await),
            "not found"
        );
    });
}

#[test]
fn an_amendment_goes_the_way_of_the_plan() {
    on_both("amend_approved", async |world: World| {
        let campaign = issued(&world).await;
        let (officer, leader) = (world.sign_in("btc").await, world.sign_in("lanhdao").await);
        let waiting =
            async || world.app.read(leader, ListWork).await.expect("work").output.approvals.len();
        let number = |number: &str| ApprovalStep::Number {
            number: number.into(),
            day: Some(jiff::civil::date(2031, 3, 4)),
        };
        let ask = ApprovalStep::Ask { words: String::new() };
        let give = ApprovalStep::Give { words: String::new() };
        let plan = seen(&world, officer, campaign).await.campaign.number;
        let stands = async || seen(&world, officer, campaign).await.open.approval;
        let table: [(Option<(Token, ApprovalStep)>, &str); 10] = [
            (Some((officer, ask.clone())), "refusal-amendment-nothing-changed"),
            (None, ""),
            (Some((officer, number("112/LĐLĐ"))), "refusal-campaign-number-before-approval"),
            (Some((officer, give.clone())), "forbidden"),
            (Some((leader, give.clone())), "refusal-campaign-not-awaiting-approval"),
            (Some((officer, ask.clone())), ""),
            (Some((leader, give.clone())), ""),
            (Some((officer, ask.clone())), "refusal-campaign-already-approved"),
            (Some((officer, number(&plan))), "refusal-campaign-number-taken"),
            (Some((officer, number("112/LĐLĐ"))), ""),
        ];
        for (step, expected) in table {
            let named = format!("{step:?}");
            assert_ne!(refusal(issue(&world, officer, campaign).await), "", "{named}");
            let done = match step {
                Some((who, step)) => put(&world, (officer, who), campaign, step).await,
                None => {
                    let view = seen(&world, officer, campaign).await;
                    let changed =
                        PutAmending { new: added(&view, "Mục mới"), ..unchanged(&view) };
                    world.app.save(officer, changed).await.map(|_| ())
                }
            };
            assert_eq!(done.err().map_or("", |e| refusal(Err::<(), _>(e))), expected, "{named}");
        }
        assert_eq!((stands().await, waiting().await), (Approval::Given, 0));
        // A deadline put off meanwhile is another version of the plan: what was approved is no more.
        let (tier, last_day) = seen(&world, officer, campaign).await.deadlines[0].clone();
        let last_day = last_day.tomorrow().expect("a day");
        let due = TypedDay { last_day, stated: last_day, phrase: String::new() };
        let off = PutOff { campaign, tier, version: 1, due: Some(due), reason: "Bão.".into() };
        world.app.act(officer, "off", off).await.expect("puts off");
        assert_eq!(stands().await, Approval::Lapsed);
        assert_eq!(
            refusal(issue(&world, officer, campaign).await),
            "refusal-campaign-approval-lapsed"
        );
        put(&world, (officer, officer), campaign, ask).await.expect("asks again");
        assert_eq!(waiting().await, 1);
        put(&world, (officer, leader), campaign, give).await.expect("gives again");
        issue(&world, officer, campaign).await.expect("issues");
        let shown = world.app.read(officer, ShowVersions { campaign }).await.expect("shows").output;
        let of = |at: usize| &shown.versions[at].amendment;
        let approved = of(0).approved.as_ref().map(|said| (said.act, said.person.as_str()));
        assert_eq!(approved, Some((ApprovalAct::Given, "Lò Minh Đức")));
        assert_eq!((of(0).number.as_str(), of(1).approved.as_ref()), ("112/LĐLĐ", None));
        assert_eq!(verify(&world.app).await.expect("verifies").faults, []);
    });
}

#[test]
fn an_amendment_keeps_to_the_plan_above() {
    on_both("amend_below", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let district = world.sign_in("huyen2").await;
        let campaign = cascade(&world, district, parent, "one").await;
        waive_and_issue(&world, district, campaign).await.expect("issues");
        type Change = fn(&AmendingView, &mut PutAmending);
        let table: [(Change, Option<&str>); 3] = [
            (
                |_, put| put.sections[0].title = "Khác".into(),
                Some("refusal-campaign-inherited-changed"),
            ),
            (
                |view, put| {
                    let (tier, _) = view.deadlines[0].clone();
                    put.deadlines = vec![(tier, DUTY.tomorrow().expect("a day"))];
                },
                Some("refusal-campaign-after-duty"),
            ),
            (|view, put| put.new = added(view, "Bữa ăn ca đêm"), None),
        ];
        for (change, expected) in table {
            let view = seen(&world, district, campaign).await;
            let mut put = unchanged(&view);
            change(&view, &mut put);
            // What an earlier row changed stays as it is above.
            put.sections.iter_mut().zip(&view.outline).skip(1).for_each(|(row, section)| {
                row.title.clone_from(&section.title);
            });
            world.app.save(district, put).await.expect("saves");
            let issued = try_issue(&world, district, campaign).await;
            assert_eq!(issued.err().map(|ending| refusal(Err::<(), _>(ending))), expected);
        }
    });
}
