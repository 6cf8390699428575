//! What changes in a plan above, in the plans that carry it out.

use crate::cascade::{DUTY, cascade, prepared, province, seen, set_dates, waive_and_issue};
use app::amendment::{
    IssueAmendment, PutAmending, PutAmendingApproval, ShowAmending, TypedNew, TypedSection,
    UnitStep, Written,
};
use app::campaign::{
    ApprovalStep, Decline, Effect, Missing, PutOff, PutVariants, SetUpView, ShowAbove,
    ShowCampaign, TakeOver, TakenOver, Variant,
};
use app::{Ending, Token};
use domain::amendment::{Item, Spot};
use domain::campaign::{Refusal, Section};
use domain::id::{BodyId, CampaignId};
use jiff::civil::{Date, date};
use testkit::{World, on_both, refusal};

/// The last day that is proposed for the units of a district.
const LOWER: Date = date(2031, 5, 15);

/// What becomes of the plan above.
#[derive(Default)]
struct Change<'c> {
    add: Option<(&'c str, &'c str)>,
    reword: Option<(&'c str, &'c str)>,
    withdraw: Option<&'c str>,
    excuse: Option<BodyId>,
}

fn titled<'s>(sections: &'s [Section], title: &str) -> &'s Section {
    sections.iter().find(|section| section.title == title).expect("a section of this title")
}

/// An amendment of a campaign, saved and issued.
async fn amend(world: &World, name: &str, campaign: CampaignId, change: Change<'_>) {
    let token = world.sign_in(name).await;
    let view = world
        .app
        .read(token, ShowAmending { campaign, query: String::new() })
        .await
        .expect("shows")
        .output;
    let typed = view.open.draft.sections.iter().map(|section| TypedSection {
        id: section.id,
        number: section.number.clone(),
        title: match change.reword {
            Some((from, to)) if section.title == from => to.into(),
            _ => section.title.clone(),
        },
        guidance: section.guidance.clone(),
        written: match change.withdraw == Some(section.title.as_str()) {
            true => Written::Withdrawn,
            false => Written::Asked,
        },
    });
    let put = PutAmending {
        campaign,
        rev: view.open.rev,
        reason: "Theo yêu cầu mới.".into(),
        sections: typed.collect(),
        new: change.add.map(|(after, title)| TypedNew {
            spot: Spot::After(titled(&view.outline, after).id),
            number: String::new(),
            title: title.into(),
            guidance: String::new(),
        }),
        unit: change.excuse.map(|unit| (unit, UnitStep::Excuse)),
        deadlines: Vec::new(),
    };
    world.app.save(token, put).await.expect("saves");
    issue_open(world, name, campaign).await.expect("issues");
}

async fn issue_open(world: &World, name: &str, campaign: CampaignId) -> Result<(), Ending> {
    let token = world.sign_in(name).await;
    let view = world
        .app
        .read(token, ShowAmending { campaign, query: String::new() })
        .await
        .expect("shows")
        .output;
    let (rev, plan_version) = (view.open.rev, view.campaign.plan_version);
    let step = ApprovalStep::Waive { reason: "Gấp.".into() };
    let waive = PutAmendingApproval { campaign, rev, acts: view.open.acts, step };
    let key = format!("amend {campaign} {rev} {plan_version}");
    world.app.act(token, &format!("waive {key}"), waive).await?;
    let issue = IssueAmendment { campaign, rev, plan_version };
    world.app.act(token, &key, issue).await.map(|_| ())
}

async fn put_off(world: &World, parent: CampaignId, version: i64, last_day: Date) {
    let token = world.sign_in("btc").await;
    let other = PutOff {
        campaign: parent,
        tier: "huyen/tinh".into(),
        version,
        due: Some(last_day.into()),
        reason: "Tổng Liên đoàn đổi lịch".into(),
    };
    world.app.act(token, &format!("off {version}"), other).await.expect("changes");
}

async fn take(world: &World, token: Token, campaign: CampaignId) -> Result<TakenOver, Ending> {
    let version = seen(world, token, campaign).await.duty.expect("a duty").version;
    let reason = format!("Theo điều chỉnh lần {} của cấp trên", version - 1);
    let take = TakeOver { campaign, version, reason };
    Ok(world.app.act(token, &format!("take {campaign} {version}"), take).await?.output)
}

fn titles(view: &SetUpView) -> Vec<&str> {
    view.outline.iter().map(|section| section.title.as_str()).collect()
}

/// What the news mean, in a word each.
fn effects(view: &SetUpView) -> Vec<String> {
    let section = |item: &Item| match item {
        Item::SectionAdded { section, .. } => format!("+{}", section.title),
        Item::SectionWithdrawn { section } => format!("-{}", section.title),
        Item::SectionReworded { after, .. } => format!("={}", after.title),
        other => panic!("no section: {other:?}"),
    };
    let word = |effect: &Effect| match effect {
        Effect::Section(item) => section(item),
        Effect::Late { tier, proposed, .. } => format!("{tier} late {proposed:?}"),
        Effect::Room { tier, proposed, .. } => format!("{tier} room {proposed}"),
    };
    view.effects.iter().map(word).collect()
}

#[test]
fn what_changes_above_is_taken_over_by_a_plan_being_set_up_with_one_act() {
    on_both("followprep", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        let view = seen(&world, token, campaign).await;
        assert!(view.news.is_none() && view.effects.is_empty(), "nothing has changed yet");
        assert_eq!(refusal(take(&world, token, campaign).await), "refusal-campaign-above-followed");

        let change = Change {
            add: Some(("Bếp ăn", "Ca đêm")),
            reword: Some(("Kết quả", "Kết quả đạt được")),
            withdraw: Some("Đề xuất"),
            ..Change::default()
        };
        amend(&world, "btc", parent, change).await;
        let view = seen(&world, token, campaign).await;
        let news = view.news.as_ref().expect("news");
        assert_eq!((news.amendments.len(), news.followed.version), (1, 1));
        assert_eq!(effects(&view), ["=Kết quả đạt được", "-Đề xuất", "+Ca đêm"]);
        assert!(view.missing.contains(&Missing::Above(Refusal::AboveChanged)), "it binds");
        let stale = TakeOver { campaign, version: 1, reason: String::new() };
        assert_eq!(refusal(world.app.act(token, "old", stale).await), "stale");
        let no = Decline { campaign, version: 2, reason: "Không cần.".into() };
        let declined = world.app.act(token, "no", no).await;
        assert_eq!(refusal(declined), "refusal-campaign-above-binds");

        let taken = take(&world, token, campaign).await.expect("takes over");
        assert_eq!(taken, TakenOver::InForce);
        let view = seen(&world, token, campaign).await;
        assert_eq!(titles(&view), ["Kết quả đạt được", "Bếp ăn", "Ca đêm"]);
        assert!(view.news.is_none() && view.inherited.len() == 3, "all of it is locked");
        waive_and_issue(&world, token, campaign).await.expect("issues");
    });
}

#[test]
fn after_issue_what_changes_above_becomes_an_amendment_of_the_unit() {
    on_both("followissued", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        waive_and_issue(&world, token, campaign).await.expect("issues");
        let change = Change { add: Some(("Bếp ăn", "Ca đêm")), ..Change::default() };
        amend(&world, "btc", parent, change).await;

        let taken = take(&world, token, campaign).await.expect("takes over");
        assert_eq!(taken, TakenOver::Drafted);
        let above = world.app.read(token, ShowAbove { campaign }).await.expect("shows").output;
        assert_eq!(above.drafted, Some(2));
        let show = ShowAmending { campaign, query: String::new() };
        let open = world.app.read(token, show.clone()).await.expect("shows").output;
        assert_eq!(open.open.reason, "Theo điều chỉnh lần 1 của cấp trên");
        assert_eq!(open.items.len(), 1);
        let coso = world.sign_in("coso").await;
        let tasks = app::work::ShowTaskList { campaign };
        let asked = world.app.read(coso, tasks.clone()).await.expect("asked").output;
        assert_eq!(asked.sections.len(), 2, "nothing below before it is issued");

        // What is taken over is not altered on the way.
        let put = |reason: &str, new: &str| PutAmending {
            campaign,
            rev: 0,
            reason: reason.into(),
            sections: Vec::new(),
            new: (!new.is_empty()).then(|| TypedNew {
                spot: Spot::After(titled(&open.outline, "Đề xuất").id),
                number: String::new(),
                title: new.into(),
                guidance: String::new(),
            }),
            unit: None,
            deadlines: Vec::new(),
        };
        let altered = TypedSection {
            id: titled(&open.open.draft.sections, "Ca đêm").id,
            number: String::new(),
            title: "Ca khác".into(),
            guidance: String::new(),
            written: Written::Asked,
        };
        let wrong = PutAmending {
            rev: open.open.rev,
            sections: vec![altered.clone()],
            ..put("Theo cấp trên", "")
        };
        world.app.save(token, wrong).await.expect("saves");
        assert_eq!(
            refusal(issue_open(&world, "huyen", campaign).await),
            "refusal-campaign-inherited-changed"
        );
        let right = PutAmending {
            rev: open.open.rev + 1,
            sections: vec![TypedSection { title: "Ca đêm".into(), ..altered }],
            ..put("Theo cấp trên và yêu cầu của huyện", "Điều riêng")
        };
        world.app.save(token, right).await.expect("saves");
        issue_open(&world, "huyen", campaign).await.expect("issues");

        let view = seen(&world, token, campaign).await;
        assert_eq!(titles(&view), ["Kết quả", "Bếp ăn", "Ca đêm", "Đề xuất", "Điều riêng"]);
        assert!(view.news.is_none() && view.inherited.len() == 4);
        let asked = world.app.read(coso, tasks).await.expect("asked").output;
        assert_eq!(asked.sections.len(), 4);
    });
}

#[test]
fn a_duty_that_moves_is_answered_as_it_binds_or_not() {
    on_both("followdays", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        waive_and_issue(&world, token, campaign).await.expect("issues");

        // Later: the unit may keep its days, and says why.
        put_off(&world, parent, 1, date(2031, 5, 29)).await;
        let view = seen(&world, token, campaign).await;
        assert_eq!(effects(&view), ["coso/huyen room 2031-05-22"]);
        let decline = |reason: &str| Decline { campaign, version: 2, reason: reason.into() };
        let wordless = world.app.act(token, "no words", decline(" ")).await;
        assert_eq!(refusal(wordless), "refusal-campaign-decline-reason-missing");
        let kept = decline("Cần thời gian tổng hợp.");
        world.app.act(token, "keeps", kept.clone()).await.expect("declines");
        assert!(seen(&world, token, campaign).await.news.is_none());
        assert_eq!(
            refusal(world.app.act(token, "again", kept).await),
            "refusal-campaign-above-followed"
        );

        // Earlier, and units are still in time: nothing is to be changed, and that is said.
        put_off(&world, parent, 2, DUTY).await;
        let view = seen(&world, token, campaign).await;
        assert!(view.news.is_some() && view.effects.is_empty());
        assert_eq!(take(&world, token, campaign).await.expect("noted"), TakenOver::InForce);

        // Earlier than the units report: it binds.
        put_off(&world, parent, 3, date(2031, 5, 13)).await;
        let view = seen(&world, token, campaign).await;
        assert_eq!(effects(&view), ["coso/huyen late Some(2031-05-06)"]);
        let no = Decline { campaign, version: 4, reason: "Không.".into() };
        assert_eq!(
            refusal(world.app.act(token, "binds", no).await),
            "refusal-campaign-above-binds"
        );
        take(&world, token, campaign).await.expect("drafts");
        let show = ShowAmending { campaign, query: String::new() };
        let open = world.app.read(token, show).await.expect("shows").output.open;
        assert_eq!(open.draft.deadlines, [("coso/huyen".to_owned(), date(2031, 5, 6))]);
        let dated = PutAmending {
            campaign,
            rev: open.rev,
            reason: open.reason,
            sections: Vec::new(),
            new: None,
            unit: None,
            deadlines: vec![("coso/huyen".into(), LOWER)],
        };
        let in_time = PutAmending {
            rev: open.rev + 1,
            deadlines: vec![("coso/huyen".into(), date(2031, 5, 12))],
            ..dated.clone()
        };
        world.app.save(token, dated).await.expect("saves");
        assert!(issue_open(&world, "huyen", campaign).await.is_err(), "still too late");
        world.app.save(token, in_time).await.expect("saves");
        issue_open(&world, "huyen", campaign).await.expect("issues");
        let view = seen(&world, token, campaign).await;
        assert!(view.news.is_none() && view.in_time().is_ok());
    });
}

#[test]
fn days_of_a_plan_being_set_up_follow_the_duty() {
    on_both("followprepdays", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        set_dates(&world, token, campaign, date(2031, 5, 21)).await;
        put_off(&world, parent, 1, date(2031, 5, 20)).await;
        take(&world, token, campaign).await.expect("takes over");
        let view = seen(&world, token, campaign).await;
        let day = view.tiers.iter().find_map(|shown| shown.deadline.clone());
        assert_eq!(day.map(|row| row.deadline.last_day), Some(date(2031, 5, 13)));
    });
}

#[test]
fn those_above_see_who_follows_the_newest_version() {
    on_both("followers", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let officer = world.sign_in("btc").await;
        let mut made = Vec::new();
        for name in ["huyen", "huyen2"] {
            let token = world.sign_in(name).await;
            let campaign = cascade(&world, token, parent, "one").await;
            waive_and_issue(&world, token, campaign).await.expect("issues");
            made.push((token, campaign));
        }
        let follow = async || {
            let case = ShowCampaign { campaign: parent, node: None };
            let view = world.app.read(officer, case).await.expect("shows").output;
            let rows = view.cascading.into_iter();
            rows.map(|row| (row.follows, row.newest, row.declined)).collect::<Vec<_>>()
        };
        let row = |follows, newest, why: &str| (follows, newest, why.to_owned());
        assert_eq!(follow().await, [row(1, 1, ""), row(1, 1, ""), row(0, 1, "")]);
        put_off(&world, parent, 1, date(2031, 5, 29)).await;
        assert_eq!(follow().await, [row(1, 2, ""), row(1, 2, ""), row(0, 2, "")]);
        let (token, campaign) = made[0];
        let decline = Decline { campaign, version: 2, reason: "Giữ hạn cũ.".into() };
        world.app.act(token, "keeps", decline).await.expect("declines");
        assert_eq!(follow().await, [row(2, 2, "Giữ hạn cũ."), row(1, 2, ""), row(0, 2, "")]);
    });
}

#[test]
fn a_unit_that_is_asked_no_more_is_told_so_in_its_own_plan() {
    on_both("askednomore", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        let unit = seen(&world, token, campaign).await.campaign.unit;
        amend(&world, "btc", parent, Change { excuse: Some(unit), ..Change::default() }).await;
        let view = seen(&world, token, campaign).await;
        assert!(view.duty.is_none());
        assert_eq!(
            refusal(waive_and_issue(&world, token, campaign).await),
            "refusal-campaign-not-asked-above"
        );
        let take = TakeOver { campaign, version: 2, reason: String::new() };
        assert_eq!(
            refusal(world.app.act(token, "take", take).await),
            "refusal-campaign-not-asked-above"
        );
        let other = world.sign_in("huyen2").await;
        let stranger = world.app.read(other, ShowAbove { campaign }).await;
        assert_eq!(refusal(stranger), "not found");
    });
}

/// What a tier is not asked, by title.
fn out_of(view: &SetUpView, tier: &str) -> Vec<String> {
    let shown = view.tiers.iter().find(|shown| shown.tier.key == tier).expect("a tier");
    let out = |section: &&Section| shown.out.contains(&section.id);
    view.outline.iter().filter(out).map(|section| section.title.clone()).collect()
}

#[test]
fn a_unit_takes_over_what_its_own_report_and_its_units_are_asked() {
    on_both("variants", async |world: World| {
        let parent = prepared(&world, &["huyen/", "coso/tinh"]).await;
        let officer = world.sign_in("btc").await;
        let view = seen(&world, officer, parent).await;
        let variant = |tier: &str, title: &str| Variant {
            tier: tier.into(),
            out: vec![titled(&view.outline, title).id],
            figures_out: Vec::new(),
        };
        let variants = vec![variant("huyen/tinh", "Bếp ăn"), variant("coso/tinh", "Đề xuất")];
        let rev = view.campaign.rev;
        let put = PutVariants { campaign: parent, rev, variants };
        world.app.save(officer, put).await.expect("keeps");
        waive_and_issue(&world, officer, parent).await.expect("issues");

        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        let view = seen(&world, token, campaign).await;
        assert_eq!(titles(&view), ["Kết quả", "Bếp ăn", "Đề xuất"], "its units are asked more");
        assert_eq!(out_of(&view, "coso/huyen"), ["Đề xuất"], "as units of their level are");
        waive_and_issue(&world, token, campaign).await.expect("issues");
        let sections = async |name: &str, campaign: CampaignId| {
            let token = world.sign_in(name).await;
            let show = app::work::ShowTaskList { campaign };
            let tasks = world.app.read(token, show).await.expect("asked").output;
            let titles = tasks.sections.into_iter().map(|task| task.section.title);
            titles.collect::<Vec<String>>()
        };
        assert_eq!(sections("coso", campaign).await, ["Bếp ăn"]);
        assert_eq!(sections("huyen", parent).await, ["Đề xuất"]);
        assert_eq!(sections("huyen", campaign).await, ["Bếp ăn", "Đề xuất"], "put together here");
    });
}

#[test]
fn what_nobody_below_is_asked_is_not_taken_over() {
    on_both("novariants", async |world: World| {
        let parent = prepared(&world, &["huyen/"]).await;
        let officer = world.sign_in("btc").await;
        let view = seen(&world, officer, parent).await;
        let out = vec![titled(&view.outline, "Đề xuất").id];
        let variants = vec![Variant { tier: "huyen/tinh".into(), out, figures_out: Vec::new() }];
        let put = PutVariants { campaign: parent, rev: view.campaign.rev, variants };
        world.app.save(officer, put).await.expect("keeps");
        waive_and_issue(&world, officer, parent).await.expect("issues");
        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        let view = seen(&world, token, campaign).await;
        assert_eq!(titles(&view), ["Kết quả", "Bếp ăn"]);
        // A change of what the unit is not asked is none of its own.
        let change = Change { withdraw: Some("Đề xuất"), ..Change::default() };
        amend(&world, "btc", parent, change).await;
        let view = seen(&world, token, campaign).await;
        assert!(view.news.is_some() && view.effects.is_empty());
    });
}

#[test]
fn two_officers_at_once_do_it_once() {
    on_both("atonce", async |world: World| {
        let parent = province(&world, &["huyen/"]).await;
        let (one, other) = (world.sign_in("huyen").await, world.sign_in("huyen").await);
        let (first, second) = tokio::join!(
            cascade(&world, one, parent, "one"),
            cascade(&world, other, parent, "other"),
        );
        assert_eq!(first, second, "one plan of the unit");
        put_off(&world, parent, 1, date(2031, 5, 29)).await;
        let take = |token: Token, key: &'static str| {
            let take = TakeOver { campaign: first, version: 2, reason: String::new() };
            world.app.act(token, key, take)
        };
        let (left, right) = tokio::join!(take(one, "left"), take(other, "right"));
        let (done, refused) = if left.is_ok() { (left, right) } else { (right, left) };
        assert_eq!(done.expect("one takes it over").output, TakenOver::InForce);
        assert_eq!(refusal(refused), "refusal-campaign-above-followed");
    });
}
