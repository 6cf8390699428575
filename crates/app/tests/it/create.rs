use app::campaign::{Create, Origin, SetUpView, ShowDates, ShowSetUp};
use domain::id::CampaignId;
use testkit::{World, on_both, refusal};

async fn seen(world: &World, campaign: CampaignId) -> SetUpView {
    let officer = world.sign_in("btc").await;
    world.app.read(officer, ShowSetUp { campaign }).await.expect("shows").output
}

#[test]
fn a_copy_has_everything_but_the_dates_under_ids_of_its_own() {
    on_both("copy", async |world: World| {
        let earlier = sample::run_campaign(&world.app).await.expect("runs");
        let officer = world.sign_in("btc").await;
        let case = Create { title: "Lần sau".into(), origin: Origin::Earlier(earlier) };
        let made = world.app.act(officer, "copy", case).await.expect("copies").output;
        let (before, after) = (seen(&world, earlier).await, seen(&world, made).await);
        let outline = |view: &SetUpView| -> Vec<(String, String, u8)> {
            let sections = view.outline.iter();
            sections.map(|s| (s.number.clone(), s.title.clone(), s.depth)).collect()
        };
        assert_eq!(outline(&after), outline(&before));
        assert!(after.outline.iter().all(|s| before.outline.iter().all(|b| b.id != s.id)));
        let (table, old) =
            (after.table.as_ref().expect("a table"), before.table.as_ref().expect("a table"));
        let codes = |table: &app::Table| -> Vec<String> {
            table.indicators.iter().map(|i| i.code.as_str().to_owned()).collect()
        };
        assert_eq!(codes(table), codes(old));
        assert_eq!(table.segment.cells().len(), old.segment.cells().len());
        assert!(table.indicators.iter().all(|i| old.indicators.iter().all(|o| o.id != i.id)));
        for (new, was) in after.tiers.iter().zip(&before.tiers) {
            assert_eq!((new.tier.asked, new.tier.via), (was.tier.asked, was.tier.via));
            assert!(new.deadline.is_none() && new.tier.hold.is_none(), "{}", new.tier.key);
        }
        assert_eq!(after.campaign.desk, before.campaign.desk);
        assert_eq!(
            (after.documents(|_| true).items, after.tasks.tasks),
            (before.documents(|_| true).items, before.tasks.tasks)
        );
        let dates = world.app.read(officer, ShowDates { campaign: made }).await.expect("shows");
        let proposed: Vec<bool> = dates.output.before.iter().map(Option::is_some).collect();
        let had: Vec<bool> = before.tiers.iter().map(|view| view.deadline.is_some()).collect();
        assert_eq!(proposed, had);
    });
}

#[test]
fn what_is_not_there_or_not_ones_own_is_no_origin() {
    on_both("origins", async |world: World| {
        let earlier = sample::prepare_campaign(&world.app).await.expect("prepares");
        let table = [
            ("btc", " ", Origin::Nothing, "refusal-campaign-title-missing"),
            ("btc", "Một", Origin::Shipped("x".into()), "refusal-campaign-template-unknown"),
            ("huyen", "Một", Origin::Earlier(earlier), "refusal-campaign-template-unknown"),
            ("coso", "Một", Origin::Nothing, "forbidden"),
        ];
        for (name, title, origin, expected) in table {
            let token = world.sign_in(name).await;
            let case = Create { title: title.into(), origin };
            assert_eq!(refusal(world.app.act(token, expected, case).await), expected, "{name}");
        }
        let token = world.sign_in("huyen").await;
        let case = Create { title: "Của huyện".into(), origin: Origin::Shipped("year".into()) };
        world.app.act(token, "own", case).await.expect("a district makes its own");
    });
}
