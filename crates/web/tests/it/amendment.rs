use crate::plan::hidden;
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

async fn issued(world: &World) -> String {
    let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
    sample::issue_campaign(&world.app, campaign).await.expect("issues");
    campaign.to_string()
}

/// The fields of the form in which an amendment is made, as they stand.
fn fields(page: &Page) -> Vec<(String, String)> {
    let mut fields = vec![("rev".to_owned(), hidden(page, "rev"))];
    for at in 0.. {
        let id = format!("name=\"id-{at}\" value=\"");
        let Some((_, rest)) = page.body.split_once(&id) else { break };
        let value = |of: &str| {
            let mark = format!("name=\"{of}-{at}\" value=\"");
            let (_, rest) = rest.split_once(&mark).expect("a field");
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        let own = rest.split('"').next().unwrap_or_default().to_owned();
        fields.push((format!("id-{at}"), own));
        for name in ["number", "title"] {
            fields.push((format!("{name}-{at}"), value(name)));
        }
        let mark = format!("name=\"guidance-{at}\" rows=\"3\">");
        let (_, text) = rest.split_once(&mark).expect("guidance");
        let text = text.split('<').next().unwrap_or_default();
        fields.push((format!("guidance-{at}"), text.to_owned()));
    }
    fields
}

/// Posts a step of the approval beside what its page shows.
async fn act(visit: &mut Visit, path: &str, step: &[(&str, &str)]) {
    let page = visit.get(path).await;
    let mut kept = vec![("rev", hidden(&page, "rev")), ("acts", hidden(&page, "acts"))];
    if step.contains(&("do", "issue")) {
        kept.push(("plan-version", hidden(&page, "plan-version")));
    }
    let mut all: Vec<(&str, &str)> =
        kept.iter().map(|(key, value)| (*key, value.as_str())).collect();
    all.extend(step);
    let done = visit.post(path, &all).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

async fn post(visit: &mut Visit, path: &str, changes: &[(&str, &str)]) -> Page {
    let page = visit.get(path).await;
    let kept = fields(&page);
    let mut all: Vec<(&str, &str)> = kept
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .filter(|(key, _)| changes.iter().all(|(changed, _)| changed != key))
        .collect();
    all.extend(changes);
    visit.post(path, &all).await
}

/// Has an amendment approved by the leader, numbers it and issues it.
async fn approved_and_issued(world: &World, officer: &mut Visit, amend: &str) {
    let approval = format!("{amend}/approval");
    assert!(officer.get(amend).await.body.contains(&approval));
    let mut leader = Visit::signed_in(world, "lanhdao").await;
    act(officer, &approval, &[("words", "Kính trình."), ("do", "ask")]).await;
    let work = leader.get("/work").await;
    assert!(work.body.contains("Duyệt điều chỉnh") && work.body.contains(&approval));
    act(&mut leader, &approval, &[("decision", ""), ("do", "give")]).await;
    let proposed = officer.get(&approval).await;
    assert!(proposed.body.contains("value=\"05/03/2031\""), "today: {}", proposed.body);
    let number = [("number", "112/LĐLĐ"), ("day", "4/3/2031"), ("do", "number")];
    act(officer, &approval, &number).await;
    act(officer, &approval, &[("do", "issue")]).await;
}

#[test]
fn a_unit_acknowledges_the_plan_then_its_amendment_and_writes_what_was_added() {
    on_both("amend_web", async |world: World| {
        let id = issued(&world).await;
        let (task_list, amend) = (format!("/work/{id}"), format!("/campaigns/{id}/amend"));
        let mut officer = Visit::signed_in(&world, "btc").await;
        let mut unit = Visit::signed_in(&world, "vk02").await;

        let page = unit.get(&task_list).await;
        assert!(page.body.contains("Xác nhận đã nhận kế hoạch"), "{}", page.body);
        let said = unit.post(&format!("{task_list}/received"), &[("version", "1")]).await;
        assert_eq!(said.status, 303, "{}", said.body);
        assert!(!unit.get(&task_list).await.body.contains("Xác nhận đã nhận kế hoạch"));
        let list = officer.get(&format!("/campaigns/{id}/received?show=missing")).await;
        assert!(list.body.contains("Đã nhận 1/"), "{}", list.body);
        assert!(!list.body.contains("Gỗ Đại Ngàn") && list.body.contains("Kính gửi các đơn vị"));
        let all = officer.get(&format!("/campaigns/{id}/received")).await;
        assert!(all.body.contains("Hoàng Thị Nhàn"), "{}", all.body);
        let shown = officer.get(&format!("/campaigns/{id}")).await;
        assert!(shown.body.contains("Đã nhận kế hoạch: 1/"), "{}", shown.body);

        let page = officer.get(&amend).await;
        let spot = page.body.split("value=\"after-").last().expect("a place");
        let spot = format!("after-{}", spot.split('"').next().unwrap_or_default());
        let new = [
            ("new-spot", spot.as_str()),
            ("new-title", "Bữa ăn ca đêm"),
            ("new-guidance", "Nêu số doanh nghiệp."),
            ("due-0", "31/02/2031"),
            ("tier-0", "coso/huyen"),
            ("do", "save"),
        ];
        let wrong = post(&mut officer, &amend, &new).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("value=\"Bữa ăn ca đêm\""), "what was typed stays");
        let new: Vec<(&str, &str)> = new.into_iter().filter(|(key, _)| *key != "due-0").collect();
        let kept = post(&mut officer, &amend, &new).await;
        assert_eq!((kept.status, kept.location.as_str()), (303, amend.as_str()), "{}", kept.body);
        let page = officer.get(&amend).await;
        assert!(page.body.contains("Thêm mục “Bữa ăn ca đêm”"), "{}", page.body);
        assert!(page.body.contains("Chưa ghi lý do điều chỉnh"), "{}", page.body);
        let why = [("reason", "Bổ sung."), ("do", "save")];
        assert_eq!(post(&mut officer, &amend, &why).await.status, 303);
        approved_and_issued(&world, &mut officer, &amend).await;
        let approval = format!("{amend}/approval");
        let versions = officer.get(&format!("/campaigns/{id}/versions")).await;
        assert!(versions.body.contains("Theo văn bản số 112/LĐLĐ ngày 04/03/2031"));
        assert!(versions.body.contains("Người duyệt: Lò Minh Đức"), "{}", versions.body);
        let again = [("rev", "7"), ("plan-version", "1"), ("do", "issue")];
        assert_eq!(officer.post(&approval, &again).await.status, 409);

        let work = unit.get("/work").await;
        assert!(work.body.contains("Kế hoạch đã điều chỉnh: xem và xác nhận"), "{}", work.body);
        let page = unit.get(&task_list).await;
        for words in ["Kế hoạch đã điều chỉnh", "Thêm mục “Bữa ăn ca đêm”", "Bổ sung."]
        {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        unit.post(&format!("{task_list}/received"), &[("version", "2")]).await;
        let page = unit.get(&task_list).await;
        assert!(
            !page.body.contains("Kế hoạch đã điều chỉnh") && page.body.contains("Bữa ăn ca đêm")
        );
        assert!(page.body.contains("Các lần điều chỉnh kế hoạch (1)"), "{}", page.body);
        let plan = unit.get(&format!("{task_list}/plan")).await;
        assert!(plan.body.contains("sau đó kế hoạch đã được điều chỉnh"), "{}", plan.body);
        let sent = crate::organ::write_and_send(&mut unit, &id, "Đã thực hiện.").await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert_eq!(unit.get(&amend).await.status, 404, "only its own officers amend a plan");
    });
}
