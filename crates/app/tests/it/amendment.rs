use crate::cascade::{DUTY, cascade, province, waive_and_issue};
use app::amendment::{
    AmendingView, IssueAmendment, PutAmending, ShowAmending, ShowVersions, TypedNew, TypedSection,
    UnitStep, Written,
};
use app::figures::{View, show_figures};
use app::section::{Completion, SaveSection};
use app::submission::{Gaps, ShowSubmission, Submit, submit};
use app::verify::verify;
use app::work::{ShowTaskList, TaskList};
use app::{Ending, Token};
use domain::amendment::{Item, Spot};
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
    world.app.read(token, ShowAmending { campaign }).await.expect("shows").output
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
        number: "112/LĐLĐ".into(),
        day: "4/3/2031".into(),
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

async fn try_issue(world: &World, token: Token, campaign: CampaignId) -> Result<(), Ending> {
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
        let of = view.bodies.iter().filter(|row| row.asked && row.figures).count();
        assert_eq!(view.concerned().count(), of);
        assert_eq!(tasks(&world, late, campaign).await.changed.len(), 0, "nobody sees a draft");
        try_issue(&world, officer, campaign).await.expect("issues");

        let now = tasks(&world, late, campaign).await;
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
        assert_eq!(versions.versions[0].amendment.number, "112/LĐLĐ");
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
            let who: Vec<_> = view.concerned().map(|row| row.body).collect();
            assert_eq!(who, [body], "{word}");
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
        let early = world.app.read(officer, ShowAmending { campaign }).await;
        assert_eq!(refusal(early), "refusal-amendment-not-issued");
        sample::issue_campaign(&world.app, campaign).await.expect("issues");
        assert_eq!(
            refusal(try_issue(&world, officer, campaign).await),
            "refusal-amendment-nothing-changed"
        );
        type Spoil = fn(&mut PutAmending, &AmendingView);
        let table: [(Spoil, &str); 9] = [
            (|put, _| put.new = None, "refusal-amendment-nothing-changed"),
            (|put, _| put.reason = " ".into(), "refusal-amendment-reason-missing"),
            (|put, _| put.reason = "ă".repeat(2_001), "refusal-amendment-reason-too-long"),
            (|put, _| put.number.clear(), "refusal-amendment-number-missing"),
            (|put, _| put.day = "31/02/2031".into(), "refusal-amendment-day-missing"),
            (|put, _| put.day = "6/3/2031".into(), "refusal-amendment-day-ahead"),
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
        assert_eq!(refusal(world.app.read(unit, ShowAmending { campaign }).await), "not found");
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
