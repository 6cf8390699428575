use crate::plan::{PLAN, first_choice, hidden, upload};
use crate::visit::Visit;
use app::campaign::{
    ApprovalStep, PutApproval, PutOff, PutUnits, SetUpView, ShowSetUp, TierChoice, TierOf, issue,
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
        let check = district.get(&format!("/work/{parent}/check")).await.body;
        assert!(check.contains("Số liệu cộng từ 0/4 đơn vị đã tiếp nhận"), "{check}");
        assert!(!check.contains("Đủ nội dung, gửi được."), "{check}");
        let typed = [("cell-0", "999")];
        for answer in [
            district.get(&format!("/work/{parent}/figures")).await,
            district.post(&format!("/work/{parent}/figures"), &typed).await,
        ] {
            let words = "không nhập tay nữa";
            assert!(answer.status == 422 && answer.body.contains(words), "{}", answer.body);
        }
        let report = district.get(&format!("/report/{parent}")).await;
        assert_eq!(report.status, 200, "{}", report.body);
        let mut branch = Visit::signed_in(&world, "huyen2").await;
        assert_eq!(branch.get(&href).await.status, 404, "another branch");
    });
}

/// The plan above has its districts report some days later, or earlier.
async fn put_off(world: &World, parent: CampaignId, version: i64, days: i64) {
    let token = world.sign_in("btc").await;
    let view = seen(world, "btc", parent).await;
    let row = view.tiers.iter().find_map(|shown| shown.deadline.as_ref()).expect("a deadline");
    let last_day = row.deadline.last_day.saturating_add(jiff::Span::new().days(days));
    let tier = row.tier.clone();
    let (due, reason) = (Some(last_day.into()), "Tổng Liên đoàn đổi lịch".to_owned());
    let put = PutOff { campaign: parent, tier, version, due, reason };
    world.app.act(token, &format!("off {version}"), put).await.expect("changes");
}

#[test]
fn what_changes_above_is_seen_and_answered_below() {
    on_both("above", async |world: World| {
        let parent = to_districts(&world).await;
        let mut district = Visit::signed_in(&world, "huyen").await;
        district.get(&format!("/work/{parent}")).await;
        let made = district.post(&format!("/campaigns/{parent}/cascade"), &[]).await;
        let campaign = made.location.split('/').nth(2).expect("an id").to_owned();
        let id: CampaignId = campaign.parse().expect("an id");
        let above = format!("/campaigns/{campaign}/above");
        let page = district.get(&above).await.body;
        assert!(page.contains("theo bản mới nhất"), "{page}");

        put_off(&world, parent, 1, 14).await;
        let line = "Kế hoạch cấp trên đã thay đổi. Xem và đưa vào kế hoạch này.";
        for page in ["setup", "dates", "outline"] {
            let page = district.get(&format!("/campaigns/{campaign}/{page}")).await.body;
            assert!(page.contains(line) && page.contains(&above), "{page}");
        }
        let page = district.get(&above).await.body;
        for words in
            ["Cấp trên đã thay đổi", "Tổng Liên đoàn đổi lịch", "có thể được thêm thời gian"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        let taken = district.post(&above, &[("version", "2"), ("do", "take")]).await;
        assert_eq!(taken.status, 303, "{}", taken.body);
        assert!(seen(&world, "huyen", id).await.news.is_none());

        waive_and_issue(&world, "huyen", id).await;
        put_off(&world, parent, 2, 7).await;
        let mut officer = Visit::signed_in(&world, "btc").await;
        let hub = officer.get(&format!("/campaigns/{parent}")).await.body;
        assert!(hub.contains("Chưa theo điều chỉnh lần 2"), "{hub}");
        for page in ["", "/dates", "/amend"] {
            let page = district.get(&format!("/campaigns/{campaign}{page}")).await.body;
            assert!(page.contains(line), "{page}");
        }
        district.get(&above).await;
        let decline = [("version", "3"), ("do", "decline"), ("reason", "")];
        let wordless = district.post(&above, &decline).await;
        assert_eq!(wordless.status, 422);
        assert!(wordless.body.contains("Chưa ghi lý do không đưa thay đổi vào"));
        let decline = [("version", "3"), ("do", "decline"), ("reason", "Cơ sở đã xong.")];
        assert_eq!(district.post(&above, &decline).await.status, 303);
        let hub = officer.get(&format!("/campaigns/{parent}")).await.body;
        assert!(hub.contains("Giữ nguyên kế hoạch. Lý do: Cơ sở đã xong."), "{hub}");

        put_off(&world, parent, 3, -25).await;
        district.get(&above).await;
        let taken = district.post(&above, &[("version", "4"), ("do", "take")]).await;
        assert!(taken.location.starts_with(&format!("/campaigns/{campaign}/amend")));
        let amend = district.get(&format!("/campaigns/{campaign}/amend")).await.body;
        assert!(amend.contains("Theo điều chỉnh lần 3 của kế hoạch cấp trên."), "{amend}");
        assert!(amend.contains("Bản điều chỉnh này đưa vào điều chỉnh lần 3"), "{amend}");
        assert_eq!(officer.get(&above).await.status, 404, "its own officers alone");
    });
}

#[test]
fn a_plan_from_outside_is_carried_out_by_its_pages() {
    on_both("outside", async |world: World| {
        let mut district = Visit::signed_in(&world, "huyen").await;
        let plan = upload(&mut district, PLAN).await;
        let page = district.get(&plan).await;
        assert!(page.body.contains("value=\"carry-out\""), "{}", page.body);
        let rev = hidden(&page, "rev");
        let (question, choice) = first_choice(&page);
        let answers = [
            ("rev", rev.as_str()),
            ("stated-day", "excluded"),
            (question.as_str(), choice.as_str()),
            ("do", "carry-out"),
        ];
        let made = district.post(&format!("{plan}/confirm"), &answers).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let campaign = made.location.trim_end_matches("/setup").to_owned();
        let id: CampaignId = campaign.split('/').nth(2).expect("an id").parse().expect("an id");
        for (page, words) in [
            ("setup", "Triển khai kế hoạch"),
            ("setup", &plan),
            ("dates", "04/04/2031"),
            ("duties", "gửi báo cáo về Liên đoàn Lao động tỉnh"),
        ] {
            let page = district.get(&format!("{campaign}/{page}")).await;
            assert_eq!(page.status, 200);
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let above = district.get(&format!("{campaign}/above")).await;
        assert_eq!(above.status, 404, "nothing changes in a paper");
        let again = district.post(&format!("{plan}/confirm"), &answers).await;
        assert_ne!(again.status, 500);

        let outline = district.get(&format!("{campaign}/outline")).await;
        let mut fields = crate::campaign::fields(&outline);
        fields.push(("do".to_owned(), "confirm".to_owned()));
        let pairs: Vec<(&str, &str)> =
            fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let kept = district.post(&format!("{campaign}/outline"), &pairs).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        waive_and_issue(&world, "huyen", id).await;
        let mut unit = Visit::signed_in(&world, "coso").await;
        let text = unit.get(&format!("/work/{id}/plan")).await.body;
        assert!(text.contains("Kế hoạch của cấp trên mà đơn vị triển khai"), "{text}");
        assert!(text.contains("31/KH-LĐLĐ"), "{text}");
    });
}
