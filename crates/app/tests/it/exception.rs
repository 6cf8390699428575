use app::campaign::{
    DropException, ExceptionAnswer, ExceptionSaid, PutDates, PutException, SetUpView, ShowCampaign,
    ShowSetUp, TierDays,
};
use app::work::{ListWork, ShowTaskList};
use app::{Ending, Token};
use domain::campaign::Destination;
use domain::id::{BodyId, CampaignId};
use jiff::civil::{Date, date};
use testkit::{World, on_both, refusal};

async fn seen(world: &World, campaign: CampaignId) -> SetUpView {
    let officer = world.sign_in("btc").await;
    world.app.read(officer, ShowSetUp { campaign }).await.expect("shows").output
}

/// The units that some lines mean, all of which mean one.
fn units(view: &SetUpView, lines: &str) -> Vec<BodyId> {
    let read = view.read_units(lines);
    assert_eq!(read.unread, [], "{lines}");
    read.units
}

fn said(name: &str, answer: ExceptionAnswer, units: Vec<BodyId>) -> ExceptionSaid {
    ExceptionSaid { name: name.into(), note: format!("Riêng {name}."), answer, units }
}

async fn put(world: &World, campaign: CampaignId, said: ExceptionSaid) -> Result<String, Ending> {
    let officer = world.sign_in("btc").await;
    let rev = seen(world, campaign).await.campaign.rev;
    let case = PutException { campaign, rev, key: None, said };
    world.app.save(officer, case).await.map(|saved| saved.output)
}

async fn set_day(world: &World, officer: Token, campaign: CampaignId, key: &str, day: Date) {
    let view = seen(world, campaign).await;
    let days = TierDays { key: key.to_owned(), due: Some(day.into()), hold: None };
    let case = PutDates {
        campaign,
        rev: view.campaign.rev,
        up_to: view.campaign.up_to,
        up_day: view.campaign.up_day,
        stated_day: None,
        tiers: vec![days],
    };
    world.app.save(officer, case).await.expect("keeps the day");
}

const REPORT_TO_ISSUER: ExceptionAnswer =
    ExceptionAnswer::Report { to: Destination::Issuer, via: None };

#[test]
fn a_unit_of_an_exception_is_asked_as_the_exception_says() {
    on_both("exceptions", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let view = seen(&world, campaign).await;
        let direct = units(&view, "HV-VK-01");
        let desk = view.campaign.desk;
        let answer = ExceptionAnswer::Report { to: Destination::Issuer, via: desk };
        let key = put(&world, campaign, said("Gửi thẳng", answer, direct.clone())).await;
        let key = key.expect("keeps the exception");
        let silent = units(&view, "  2. CĐCS Gỗ Đại Ngàn\n\nhv-vk-03");
        assert_eq!(silent.len(), 2);
        let quiet = said("Chưa báo cáo", ExceptionAnswer::None, silent);
        put(&world, campaign, quiet).await.expect("keeps it");
        let after = seen(&world, campaign).await;
        assert_eq!(after.asked().count(), view.asked().count() - 2);
        let shown = after.tier_of(direct[0]).expect("a tier");
        assert_eq!(shown.tier.key, key);
        assert!(shown.deadline.is_some(), "it begins with the date of its level");
        let officer = world.sign_in("btc").await;
        set_day(&world, officer, campaign, &key, date(2031, 4, 1)).await;
        sample::issue_campaign(&world.app, campaign).await.expect("issues");

        let chair = world.sign_in("coso").await;
        let list = world.app.read(chair, ShowTaskList { campaign }).await.expect("own").output;
        assert_eq!(list.assignment.body, direct[0]);
        assert_eq!(list.assignment.deadline.map(|d| d.last_day), Some(date(2031, 4, 1)));
        assert_eq!(
            (list.assignment.receiver, list.assignment.via),
            (Some(after.campaign.unit), desk)
        );
        assert_eq!(list.note, "Riêng Gửi thẳng.");
        let work = world.app.read(chair, ListWork).await.expect("own").output;
        assert!(!work.tasks.is_empty(), "what its level is to do is still its own");
        let other = world.sign_in("vk02").await;
        let none = world.app.read(other, ShowTaskList { campaign }).await;
        assert_eq!(refusal(none), "not found", "not asked");
        let board = world.app.read(officer, ShowCampaign { campaign, node: None }).await;
        let board = board.expect("shows").output;
        let asked = board.below.iter().filter(|unit| unit.asked).count();
        assert_eq!(asked, after.asked().count());
    });
}

#[test]
fn an_exception_that_cannot_be_is_refused() {
    on_both("exceptions_refused", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let view = seen(&world, campaign).await;
        let one = units(&view, "HV-VK-01");
        let first = said("Nhóm một", ExceptionAnswer::None, one.clone());
        let key = put(&world, campaign, first).await.expect("keeps it");
        let other = units(&view, "HV-SN-01");
        let district = units(&view, "HV-VK");
        let via = |via| ExceptionAnswer::Report { to: Destination::Issuer, via };
        let table = [
            ("", REPORT_TO_ISSUER, other.clone(), "refusal-campaign-exception-nameless"),
            ("nhom MOT", REPORT_TO_ISSUER, other.clone(), "refusal-campaign-exception-name-taken"),
            ("Hai", REPORT_TO_ISSUER, Vec::new(), "refusal-campaign-exception-empty"),
            ("Hai", REPORT_TO_ISSUER, one.clone(), "refusal-campaign-unit-twice"),
            ("Hai", via(Some(district[0])), other.clone(), "refusal-campaign-desk-missing"),
            (
                "Hai",
                ExceptionAnswer::Report { to: Destination::Unit(district[0]), via: None },
                other.clone(),
                "refusal-campaign-receiver-not-above",
            ),
        ];
        for (name, answer, units, expected) in table {
            let answer = put(&world, campaign, said(name, answer, units)).await;
            assert_eq!(refusal(answer), expected, "{name}");
        }
        let officer = world.sign_in("btc").await;
        let rev = seen(&world, campaign).await.campaign.rev;
        let drop = DropException { campaign, rev, key };
        world.app.save(officer, drop.clone()).await.expect("drops it");
        assert_eq!(seen(&world, campaign).await.exceptions().count(), 0);
        assert_eq!(refusal(world.app.save(officer, drop).await), "stale");
        let again = said("Nhóm một", ExceptionAnswer::None, one);
        put(&world, campaign, again).await.expect("the name is free again");
    });
}

#[test]
fn lines_mean_units_by_code_or_name_and_nothing_is_lost() {
    on_both("lines", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let view = seen(&world, campaign).await;
        let table: &[(&str, usize, &[usize])] = &[
            ("", 0, &[]),
            ("HV-VK-01\nhv vk 01\n", 1, &[]),
            ("1. CĐCS May Bình An\n- cdcs go dai ngan\n+ CÔNG ĐOÀN CƠ SỞ THƯ VIỆN TỈNH", 3, &[]),
            ("CĐCS May Bình An\n\nCĐCS May Bình\nkhông có", 1, &[3, 4]),
        ];
        for (typed, found, unread) in table {
            let read = view.read_units(typed);
            let lines: Vec<usize> = read.unread.iter().map(|line| line.line).collect();
            assert_eq!((read.units.len(), lines.as_slice()), (*found, *unread), "{typed}");
        }
        let district = units(&view, "HV-VK")[0];
        assert_eq!(view.branch(None, Some(district)).len(), 5);
        assert_eq!(view.branch(Some("coso"), Some(district)).len(), 4);
        assert_eq!(view.branch(Some("coso"), None).len(), 16);
    });
}
