//! What the real plans say of named units, where they lie beside the workspace. Nothing of their text
//! is kept here: only names of places and dates, which are facts about them.

use crate::cascade::seen;
use crate::cascade_plans::{text, upload};
use app::campaign::ShowFigures;
use app::plan::{Confirm, Correct, Correction, ShowPlan};
use domain::campaign::StatedDay;
use domain::figure::{Column, OwnTerm};
use domain::plan::{Change, Meaning};
use jiff::civil::date;
use testkit::{World, on_both};

#[test]
fn a_plan_that_names_nobody_by_itself_proposes_no_exception() {
    let table = [
        ("000", "2020-09-01"),
        ("001", "2020-06-03"),
        ("002", "2020-09-01"),
        ("004", "2023-05-02"),
    ];
    for (number, day) in table {
        on_both(&format!("plain{number}"), async |world: World| {
            let Some(text) = text(number) else { return };
            world.set_time(&format!("{day}T02:00:00Z"));
            let officer = world.sign_in("btc").await;
            let (plan, _, _) = upload(&world, officer, &text).await;
            let view = world.app.read(officer, ShowPlan { plan }).await.expect("own").output;
            assert_eq!(view.proposed().exceptions, [], "{number}");
        });
    }
}

#[test]
fn districts_that_were_late_with_their_congress_report_for_a_time_of_their_own() {
    on_both("plan003_own", async |world: World| {
        let Some(text) = text("003") else { return };
        world.set_time("2020-09-01T02:00:00Z");
        let officer = world.sign_in("btc").await;
        let (plan, _, _) = upload(&world, officer, &text).await;
        let show = async || world.app.read(officer, ShowPlan { plan }).await.expect("own").output;
        let view = show().await;
        assert_eq!(view.proposed().exceptions, [], "nobody here is called so");
        let districts: Vec<_> =
            view.ground.units.iter().filter(|unit| unit.level == "huyen").map(|u| u.body).collect();
        for (name, body) in ["Cẩm Mỹ", "Thống Nhất", "Trảng Bom"].into_iter().zip(&districts)
        {
            let view = show().await;
            let change = Change::Mean(name.into(), Some(Meaning::Body(*body)));
            let correction = Correction::of(&view, change).expect("fits");
            let case = Correct { plan, rev: view.rev, correction };
            world.app.save(officer, case).await.expect("says who is meant");
        }
        let view = show().await;
        let answers = Correction::of(&view, Change::StatedDay(StatedDay::Excluded)).expect("fits");
        let case = Confirm { plan, rev: view.rev, answers };
        let campaign = world.app.act(officer, "confirm", case).await.expect("confirms").output;
        let view = seen(&world, officer, campaign).await;
        let own: Vec<_> = view.exceptions().collect();
        assert_eq!(own.len(), 1, "the same is said of all");
        assert_eq!(own[0].units.len(), 3);
        assert_eq!(own[0].tier.portion.term, OwnTerm::new(None, Some(date(2020, 12, 31))));
        assert!(own[0].tier.asked && own[0].tier.note().contains("12/2020"));
        assert!(own[0].deadline.is_some(), "the day of their level");
        let shown = world.app.read(officer, ShowFigures { campaign }).await.expect("own").output;
        assert_eq!(shown.proposed, [2018, 2019, 2020].map(Column::Year));
    });
}
