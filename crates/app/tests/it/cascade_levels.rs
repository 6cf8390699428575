//! A plan carried down twice, and one carried down by a unit of an exception.

use crate::cascade::{
    DUTY, answer, ask, cascade, prepared, province, receive, seen, send, set_dates, waive_and_issue,
};
use app::campaign::{ExceptionAnswer, ExceptionSaid, PutException};
use app::figures::{View, show_figures, show_trace};
use app::section::{Completion, SaveSection, ShowSection};
use app::submission::ShowSubmission;
use app::verify::verify;
use app::work::ShowTaskList;
use domain::campaign::Destination;
use domain::id::{BodyId, CampaignId, SectionId};
use jiff::civil::date;
use testkit::{World, on_both, on_both_with, refusal};

/// A union of four levels, all of it invented.
const TREE: &str = "\
level tld   | Tổng Liên đoàn | Confederation | tong lien doan
level tinh  | LĐLĐ tỉnh | Provincial federation | ldld tinh
level huyen | LĐLĐ huyện | District federation | ldld huyen
level coso  | Công đoàn cơ sở | Grassroots union | cong doan co so
unit T      |     | tld   | Tổng Liên đoàn | TLĐ
unit A      | T   | tinh  | Liên đoàn Lao động tỉnh An Sơn | LĐLĐ tỉnh An Sơn
unit A-1    | A   | huyen | Liên đoàn Lao động huyện Đồng Trà | LĐLĐ huyện Đồng Trà
unit A-1-1  | A-1 | coso  | Công đoàn cơ sở Xưởng mộc Bến Lội | CĐCS Bến Lội
unit A-1-2  | A-1 | coso  | Công đoàn cơ sở Trường Tiểu học Lá Cọ | CĐCS Lá Cọ
unit B      | T   | tinh  | Liên đoàn Lao động tỉnh Bãi Dâu | LĐLĐ tỉnh Bãi Dâu
person Lê Thảo An   | btc    | 0900 000 201 | T:officer:Chuyên viên
person Hà Văn Bảo   | tinh   | 0900 000 202 | A:officer:Chuyên viên
person Đinh Thị Cúc | huyen  | 0900 000 203 | A-1:officer:Chuyên viên
person Mạc Văn Dần  | coso   | 0900 000 204 | A-1-1:chair:Chủ tịch
person Tạ Thị Én    | khac   | 0900 000 205 | B:officer:Chuyên viên
";

/// Words in the first section of the own report.
async fn write(world: &World, name: &str, campaign: CampaignId) -> SectionId {
    let token = world.sign_in(name).await;
    let tasks = world.app.read(token, ShowTaskList { campaign }).await.expect("own").output;
    let section = tasks.sections[0].section.id;
    let words = format!("Bếp ăn của {name}.");
    let save = SaveSection { campaign, section, words, completion: Completion::Complete, rev: 0 };
    world.app.save(token, save).await.expect("saves");
    section
}

/// What those below wrote, as it lies beside the own section.
async fn beside(
    world: &World,
    name: &str,
    campaign: CampaignId,
    section: SectionId,
) -> Vec<String> {
    let token = world.sign_in(name).await;
    let show = ShowSection { campaign, section };
    let shown = world.app.read(token, show).await.expect("shows").output;
    shown.lower.into_iter().map(|text| text.words).collect()
}

/// The one unit behind the first figure of a node, and where its sums are traced on.
async fn behind(
    world: &World,
    campaign: CampaignId,
    node: Option<BodyId>,
) -> (Option<i64>, Vec<(BodyId, Option<CampaignId>)>) {
    let token = world.sign_in("btc").await;
    let sums = show_figures(&world.app, token, campaign, node, View::Received).await;
    let sums = sums.expect("those above may look").output;
    let on = (sums.node.body, sums.rows[0][0].cell);
    let trace = show_trace(&world.app, token, campaign, on, View::Received).await;
    let units = trace.expect("trace").output.contributions.into_iter();
    let units = units.map(|unit| (unit.unit.body, unit.behind.map(|behind| behind.campaign)));
    (sums.rows[0][0].value, units.collect())
}

#[test]
fn a_plan_is_carried_down_twice_and_walked_back_twice() {
    on_both_with(TREE, "three", async |world: World| {
        let first = province(&world, &["tinh/"]).await;
        let tinh = world.sign_in("tinh").await;
        let second = cascade(&world, tinh, first, "one").await;
        ask(&world, tinh, second, &["huyen/"]).await;
        set_dates(&world, tinh, second, date(2031, 5, 15)).await;
        waive_and_issue(&world, tinh, second).await.expect("issues");
        let huyen = world.sign_in("huyen").await;
        let third = cascade(&world, huyen, second, "one").await;
        let view = seen(&world, huyen, third).await;
        assert_eq!(view.campaign.up_day, Some(date(2031, 5, 15)), "no later than what it owes");
        assert_eq!(view.inherited.len(), 3, "the outline of the top");
        waive_and_issue(&world, huyen, third).await.expect("issues");

        let coso = answer(&world, "coso", third, ["100", "40"]).await;
        receive(&world, "huyen", third, coso, 1).await;
        let section = write(&world, "huyen", second).await;
        assert_eq!(beside(&world, "huyen", second, section).await, ["Bếp ăn của coso."]);
        let district = send(&world, "huyen", second).await;
        receive(&world, "tinh", second, district, 1).await;
        write(&world, "tinh", first).await;
        assert_eq!(beside(&world, "tinh", first, section).await, ["Bếp ăn của huyen."]);
        let province = send(&world, "tinh", first).await;
        receive(&world, "btc", first, province, 1).await;

        assert_eq!(behind(&world, first, None).await, (Some(100), vec![(province, Some(second))]));
        let node = Some(province);
        let lower = (Some(100), vec![(district, Some(third))]);
        assert_eq!(behind(&world, second, node).await, lower);
        let node = Some(district);
        assert_eq!(behind(&world, third, node).await, (Some(100), vec![(coso, None)]));
        let version = ShowSubmission { campaign: third, body: coso, version: None };
        let top = world.sign_in("btc").await;
        world.app.read(top, version.clone()).await.expect("down to the unit that gave it");
        let other = world.sign_in("khac").await;
        assert_eq!(refusal(world.app.read(other, version).await), "not found");
        let findings = verify(&world.app).await.expect("verifies");
        assert_eq!((findings.faults.as_slice(), findings.sums), (&[][..], 2));
    });
}

#[test]
fn a_unit_of_a_mixed_exception_carries_the_plan_down() {
    on_both("mixed", async |world: World| {
        let parent = prepared(&world, &["huyen/"]).await;
        let officer = world.sign_in("btc").await;
        let view = seen(&world, officer, parent).await;
        let unit = |short: &str| {
            let mut all = view.tiers.iter().flat_map(|shown| &shown.units);
            all.find(|unit| unit.short == short).expect("a unit").body
        };
        let units = vec![unit("LĐLĐ huyện Vân Khê"), unit("CĐCS Bệnh viện Đa khoa tỉnh")];
        let said = ExceptionSaid {
            name: "Làm trước".into(),
            note: String::new(),
            answer: ExceptionAnswer::Report { to: Destination::Issuer, via: None },
            units: units.clone(),
        };
        let rev = view.campaign.rev;
        let put = PutException { campaign: parent, rev, key: None, said };
        world.app.save(officer, put).await.expect("keeps");
        // Every tier that is asked, the exception among them, gets its day.
        set_dates(&world, officer, parent, DUTY).await;
        waive_and_issue(&world, officer, parent).await.expect("issues");

        let token = world.sign_in("huyen").await;
        let campaign = cascade(&world, token, parent, "one").await;
        let view = seen(&world, token, campaign).await;
        assert_eq!((view.campaign.up_day, view.asked().count()), (Some(DUTY), 4));
        waive_and_issue(&world, token, campaign).await.expect("issues");
        let below = answer(&world, "coso", campaign, ["100", "40"]).await;
        receive(&world, "huyen", campaign, below, 1).await;
        let district = send(&world, "huyen", parent).await;
        receive(&world, "btc", parent, district, 1).await;
        let hospital = answer(&world, "tructhuoc", parent, ["7", "5"]).await;
        receive(&world, "btc", parent, hospital, 1).await;
        assert_eq!([district, hospital], units[..], "both of the one exception");
        let (sum, mut from) = behind(&world, parent, None).await;
        from.sort();
        let mut expected = vec![(district, Some(campaign)), (hospital, None)];
        expected.sort();
        assert_eq!((sum, from), (Some(107), expected));
        assert!(verify(&world.app).await.expect("verifies").faults.is_empty());
    });
}
