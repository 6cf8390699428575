use app::acknowledgement::{Acknowledge, Acknowledgements, ShowAcknowledgements};
use app::campaign::{PutOff, ShowDates};
use app::section::{Completion, SaveSection};
use app::work::{ShowTaskList, TaskList};
use app::{Ending, Token, Which};
use domain::amendment::Item;
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

async fn acknowledge(
    world: &World,
    token: Token,
    campaign: CampaignId,
    version: i64,
) -> Result<(), Ending> {
    let case = Acknowledge { campaign, version };
    world.app.act(token, &app::hex(&world.app.backend.random()[..8]), case).await.map(|_| ())
}

async fn seen(
    world: &World,
    token: Token,
    campaign: CampaignId,
    which: Which,
) -> Result<Acknowledgements, Ending> {
    let case = ShowAcknowledgements { campaign, node: None, which, page: 0 };
    world.app.read(token, case).await.map(|seen| seen.output)
}

async fn put_off(world: &World, officer: Token, campaign: CampaignId) -> String {
    let dates = world.app.read(officer, ShowDates { campaign }).await.expect("dates").output;
    let shown = dates.set_up.tiers.into_iter().find(|tier| tier.tier.key == "coso/huyen");
    let row = shown.and_then(|tier| tier.deadline).expect("the tier has one");
    let due = Some(row.deadline.last_day.tomorrow().expect("in range").into());
    let (tier, version) = (row.tier.clone(), row.deadline.version);
    let reason = "Trùng ngày hội nghị.".into();
    let case = PutOff { campaign, tier, version, due, reason };
    world.app.act(officer, "put-off", case).await.expect("puts off");
    row.tier
}

#[test]
fn a_unit_says_once_that_it_has_the_plan() {
    on_both("acknowledged", async |world: World| {
        let campaign = issued(&world).await;
        let (unit, officer) = (world.sign_in("vk02").await, world.sign_in("btc").await);
        let all = seen(&world, officer, campaign, Which::All).await.expect("sees");
        let of = all.count.of;
        assert_eq!((all.count.read, all.bodies.len() as i64), (0, of));
        assert_eq!(all.missing.len() as i64, of);
        let list = tasks(&world, unit, campaign).await;
        assert_eq!((list.read, list.due), (0, 1));
        assert_eq!(refusal(acknowledge(&world, unit, campaign, 2).await), "stale");
        acknowledge(&world, unit, campaign, 1).await.expect("says so");
        world.set_time("2031-03-05T01:50:00Z");
        let again = Acknowledge { campaign, version: 1 };
        world.app.act(unit, "another key", again).await.expect("says so again");
        let missing = seen(&world, officer, campaign, Which::Missing).await.expect("sees");
        assert_eq!((missing.count.read, missing.bodies.len() as i64), (1, of - 1));
        let all = seen(&world, officer, campaign, Which::All).await.expect("sees");
        let own = tasks(&world, unit, campaign).await.assignment.body;
        let row = all.bodies.iter().find(|row| row.body == own).expect("is listed");
        let read = row.read.as_ref().expect("has read");
        assert_eq!(read.at.to_string(), "2031-03-05T01:00:00Z", "the first time stays");
    });
}

#[test]
fn whoever_writes_has_the_plan() {
    on_both("by_writing", async |world: World| {
        let campaign = issued(&world).await;
        let unit = world.sign_in("vk02").await;
        let section = tasks(&world, unit, campaign).await.sections[0].section.id;
        let mut rev = 0;
        for words in ["Một.", "Hai."] {
            let completion = Completion::AsBefore;
            let case = SaveSection { campaign, section, words: words.into(), completion, rev };
            rev = world.app.save(unit, case).await.expect("saves").output.rev;
        }
        let list = tasks(&world, unit, campaign).await;
        assert_eq!((list.read, list.due), (1, 1));
    });
}

#[test]
fn a_deadline_put_off_is_to_be_read_by_those_it_concerns() {
    on_both("put_off", async |world: World| {
        let campaign = issued(&world).await;
        let (officer, unit) = (world.sign_in("btc").await, world.sign_in("vk02").await);
        let district = world.sign_in("huyen").await;
        for token in [unit, district] {
            acknowledge(&world, token, campaign, 1).await.expect("says so");
        }
        let tier = put_off(&world, officer, campaign).await;
        let (mine, other) =
            (tasks(&world, unit, campaign).await, tasks(&world, district, campaign).await);
        assert_eq!((&mine.assignment.tier, mine.read, mine.due), (&tier, 1, 2));
        assert_eq!((other.read, other.due, other.changed.len()), (1, 1, 0));
        let [version] = mine.changed.as_slice() else { panic!("one version: {mine:?}") };
        assert_eq!(version.amendment.reason, "Trùng ngày hội nghị.");
        assert!(matches!(version.items[0].item, Item::DeadlineMoved { .. }));
        assert_eq!(refusal(acknowledge(&world, unit, campaign, 1).await), "stale");
        acknowledge(&world, unit, campaign, 2).await.expect("says so");
        let mine = tasks(&world, unit, campaign).await;
        assert_eq!((mine.read, mine.changed.len()), (2, 0));
    });
}

#[test]
fn each_unit_looks_over_those_below_it_and_nobody_else() {
    on_both("readers", async |world: World| {
        let campaign = issued(&world).await;
        let (district, unit) = (world.sign_in("huyen").await, world.sign_in("vk02").await);
        acknowledge(&world, unit, campaign, 1).await.expect("says so");
        let below = seen(&world, district, campaign, Which::All).await.expect("sees");
        assert_eq!(below.count.read, 1);
        let whole = seen(&world, world.sign_in("btc").await, campaign, Which::All).await;
        assert!(below.count.of < whole.expect("sees").count.of);
        let elsewhere = below.bodies.iter().find(|row| row.read.is_none()).map(|row| row.body);
        let case = ShowAcknowledgements { campaign, node: elsewhere, which: Which::All, page: 0 };
        assert_eq!(refusal(world.app.read(unit, case).await), "not found");
    });
}
