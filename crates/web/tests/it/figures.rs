use crate::visit::Visit;
use app::figures::{View, show_figures};
use testkit::{World, on_both};

#[test]
fn totals_say_how_many_units_they_cover() {
    on_both("totals", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let mut officer = Visit::signed_in(&world, "btc").await;
        let list = officer.get("/figures").await;
        assert_eq!((list.status, list.location), (303, format!("/figures/{campaign}")));
        let received = officer.get(&format!("/figures/{campaign}")).await;
        let both = officer.get(&format!("/figures/{campaign}?basis=submitted")).await;
        let table =
            [(&received, "1.436", "2/16"), (&received, "98,2", "2/16"), (&both, "2.194", "4/16")];
        for (page, total, coverage) in table {
            assert_eq!(page.status, 200);
            assert!(page.body.contains(&format!(">{total}</a>")), "{total}");
            assert!(page.body.contains(coverage), "{coverage}");
        }
        assert!(received.body.contains("LĐLĐ huyện Vân Khê"), "the way to the units below");
    });
}

#[test]
fn a_total_is_traced_to_units_and_versions() {
    on_both("traced", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let token = world.sign_in("btc").await;
        let view = show_figures(&world.app, token, campaign, None, View::Received).await;
        let view = view.expect("sums").output;
        let node = view.node.body;
        let cell = |row: usize| view.rows[row][0].cell;
        let mut officer = Visit::signed_in(&world, "btc").await;
        let sum = officer.get(&format!("/figures/{campaign}/{node}/{}", cell(0))).await;
        assert_eq!(sum.status, 200);
        let order = ["1.250", "CĐCS Gỗ Đại Ngàn", "186"];
        let at: Vec<usize> = order.iter().filter_map(|words| sum.body.find(words)).collect();
        assert!(at.len() == 3 && at.is_sorted(), "the largest figure first: {at:?}");
        let version = sum.body.split("<a href=\"/campaigns/").nth(1).expect("a version");
        let version = format!("/campaigns/{}", version.split('"').next().unwrap_or_default());
        assert!(version.ends_with("?version=1"));
        assert_eq!(officer.get(&version).await.status, 200);
        let taken = "Lường Văn Lực, LĐLĐ huyện Vân Khê, 05/03/2031";
        assert!(sum.body.contains(taken), "by whom and when it was received");
        for missing in ["CĐCS May Bình An", "CĐCS Trường THCS Lê Lai", "Trả lại"] {
            assert!(sum.body.contains(missing), "{missing}");
        }
        let ratio = officer.get(&format!("/figures/{campaign}/{node}/{}", cell(3))).await;
        let numerator = format!("/figures/{campaign}/{node}/{}?basis=received", cell(2));
        assert!(ratio.body.contains(&numerator), "a ratio leads to its two sums");
        let nowhere = officer.get(&format!("/figures/{campaign}/{node}/9999")).await;
        assert_eq!(nowhere.status, 404);
    });
}

#[test]
fn nobody_sees_the_totals_of_another_branch() {
    on_both("branch", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let token = world.sign_in("huyen").await;
        let view = show_figures(&world.app, token, campaign, None, View::Received).await;
        let node = view.expect("sums").output.node.body;
        for (name, status) in [("btc", 200), ("huyenvk", 200), ("huyen2", 404), ("coso", 404)] {
            let mut visit = Visit::signed_in(&world, name).await;
            for path in [format!("?node={node}"), format!("/{node}/0")] {
                let page = visit.get(&format!("/figures/{campaign}{path}")).await;
                assert_eq!(page.status, status, "{name}: {path}");
            }
        }
    });
}
