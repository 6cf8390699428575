use crate::visit::Visit;
use app::campaign::{
    ApprovalStep, PutApproval, PutUnits, SetUpView, ShowSetUp, TierChoice, TierOf, issue,
};
use domain::id::CampaignId;
use testkit::{World, on_both};

async fn seen(world: &World, name: &str, campaign: CampaignId) -> SetUpView {
    let token = world.sign_in(name).await;
    world.app.read(token, ShowSetUp { campaign }).await.expect("shows").output
}

async fn waive_and_issue(world: &World, name: &str, campaign: CampaignId) {
    let token = world.sign_in(name).await;
    let view = seen(world, name, campaign).await;
    let (rev, acts) = (view.campaign.rev, view.campaign.approval_acts);
    let step = ApprovalStep::Waive { reason: "Làm ngay.".into() };
    let waive = PutApproval { campaign, rev, acts, step };
    world.app.act(token, "waive", waive).await.expect("waives");
    issue(&world.app, token, "issue", campaign, rev, None).await.expect("issues");
}

/// The sample campaign, issued to the districts alone.
async fn to_districts(world: &World) -> CampaignId {
    let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
    let token = world.sign_in("btc").await;
    let view = seen(world, "btc", campaign).await;
    let levels = view.tiers.iter().filter(|shown| matches!(shown.of, TierOf::Level { .. }));
    let tiers = levels.map(|shown| TierChoice {
        key: shown.tier.key.clone(),
        asked: shown.tier.key == "huyen/tinh",
        destination: shown.tier.destination,
        via: shown.tier.via,
    });
    let (tiers, rev) = (tiers.collect(), view.campaign.rev);
    let desk = view.campaign.desk;
    let units = PutUnits { campaign, rev, desk, tiers };
    world.app.save(token, units).await.expect("keeps");
    waive_and_issue(world, "btc", campaign).await;
    campaign
}

#[test]
fn a_plan_is_carried_down_by_its_pages() {
    on_both("cascade", async |world: World| {
        let parent = to_districts(&world).await;
        let mut officer = Visit::signed_in(&world, "btc").await;
        let above = officer.get(&format!("/campaigns/{parent}")).await.body;
        assert!(above.contains("0/3 đơn vị đã phát hành kế hoạch của mình"), "{above}");

        let mut district = Visit::signed_in(&world, "huyen").await;
        let page = district.get(&format!("/work/{parent}")).await.body;
        assert!(page.contains("Lập kế hoạch triển khai"), "{page}");
        let made = district.post(&format!("/campaigns/{parent}/cascade"), &[]).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let set_up = made.location.split('?').next().expect("a path").to_owned();
        let campaign: CampaignId = set_up.split('/').nth(2).expect("an id").parse().expect("an id");
        for (page, words) in [
            ("setup", "Triển khai kế hoạch"),
            ("outline", "Theo kế hoạch cấp trên"),
            ("figures", "Chỉ tiêu đơn vị thêm"),
            ("dates", "Đơn vị gửi báo cáo cho LĐLĐ tỉnh Hà Vân theo kế hoạch cấp trên"),
            ("units", "4 đơn vị phải báo cáo"),
            ("issue", "Phát hành"),
        ] {
            let answer = district.get(&format!("/campaigns/{campaign}/{page}")).await;
            assert_eq!(answer.status, 200, "{page}");
            assert!(answer.body.contains(words), "{page}: {}", answer.body);
        }
        let again = district.get(&format!("/work/{parent}")).await.body;
        assert!(again.contains("Lập tiếp"), "{again}");

        // What is taken over comes back as it was, beside an item of the unit's own.
        let view = seen(&world, "huyen", campaign).await;
        let mut fields = vec![("rev".to_owned(), view.campaign.rev.to_string())];
        for (at, section) in view.outline.iter().enumerate() {
            for (name, value) in [
                ("id", section.id.to_string()),
                ("number", section.number.clone()),
                ("title", section.title.clone()),
                ("guidance", section.guidance.clone()),
                ("depth", section.depth.to_string()),
            ] {
                fields.push((format!("{name}-{at}"), value));
            }
        }
        let last = view.outline.len();
        fields.push((format!("title-{last}"), "Điều riêng của huyện".to_owned()));
        fields.push((format!("depth-{last}"), "0".to_owned()));
        fields.push(("do".to_owned(), "confirm".to_owned()));
        let pairs: Vec<(&str, &str)> =
            fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let kept = district.post(&format!("/campaigns/{campaign}/outline"), &pairs).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let dropped: Vec<(&str, &str)> =
            pairs.iter().copied().filter(|(key, _)| !key.ends_with("-0")).collect();
        let refused = district.post(&format!("/campaigns/{campaign}/outline"), &dropped).await;
        assert_ne!(refused.status, 303, "{}", refused.location);

        let above = officer.get(&format!("/campaigns/{parent}")).await.body;
        assert!(above.contains("Đang lập") && !above.contains(&campaign.to_string()));
        let other = officer.post(&format!("/campaigns/{parent}/cascade"), &[]).await;
        assert_eq!(other.status, 404, "the issuer itself is asked by nobody");
    });
}

#[test]
fn those_above_open_the_plan_below_once_it_is_issued() {
    on_both("above", async |world: World| {
        let parent = to_districts(&world).await;
        let mut district = Visit::signed_in(&world, "huyen").await;
        district.get(&format!("/work/{parent}")).await;
        let made = district.post(&format!("/campaigns/{parent}/cascade"), &[]).await;
        let campaign: CampaignId =
            made.location.split('/').nth(2).expect("an id").parse().expect("an id");
        waive_and_issue(&world, "huyen", campaign).await;
        let body = seen(&world, "huyen", campaign).await.campaign.unit;
        let mut officer = Visit::signed_in(&world, "btc").await;
        let href = format!("/campaigns/{campaign}?node={body}");
        let above = officer.get(&format!("/campaigns/{parent}")).await.body;
        assert!(above.contains(&href) && above.contains("1/3 đơn vị"), "{above}");
        let below = officer.get(&href).await;
        assert_eq!(below.status, 200, "{}", below.body);
        assert!(below.body.contains("CĐCS May Bình An") && !below.body.contains("/queue/"));
        let figures = officer.get(&format!("/figures/{campaign}?node={body}")).await;
        assert_eq!(figures.status, 200, "{}", figures.body);
        let tasks = district.get(&format!("/work/{parent}")).await.body;
        assert!(tasks.contains("Cộng từ báo cáo đã tiếp nhận theo kế hoạch của đơn vị"));
        let report = district.get(&format!("/report/{parent}")).await;
        assert_eq!(report.status, 200, "{}", report.body);
        let mut branch = Visit::signed_in(&world, "huyen2").await;
        assert_eq!(branch.get(&href).await.status, 404, "another branch");
    });
}
