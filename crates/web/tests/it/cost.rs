use crate::plan::{PLAN, upload};
use crate::visit::Visit;
use app::work::ShowTaskList;
use testkit::{World, on_both_with};

/// The most statements a page that everyone opens may need.
const STATEMENTS_MAX: u64 = 6;

/// Statements of the pages that everyone opens, as a returned unit, a district
/// and the desk see them.
async fn statements(world: &World) -> Vec<(String, u64)> {
    let campaign = sample::run_campaign(&world.app).await.expect("runs");
    let unit = world.sign_in("sn02").await;
    let tasks = world.app.read(unit, ShowTaskList { campaign }).await.expect("own").output;
    let section = tasks.sections[1].section.id;
    let table = [
        ("sn02", "/work".to_owned()),
        ("sn02", format!("/work/{campaign}")),
        ("sn02", format!("/work/{campaign}/sections/{section}")),
        ("sn02", format!("/work/{campaign}/figures")),
        ("huyen", "/work".to_owned()),
        ("huyen", format!("/work/{campaign}")),
        ("huyen", format!("/work/{campaign}/sections/{section}")),
        ("huyen", format!("/queue/{campaign}")),
        ("btc", format!("/queue/{campaign}")),
        ("btc", format!("/figures/{campaign}")),
        ("btc", format!("/campaigns/{campaign}")),
        ("sn02", format!("/library/{campaign}")),
        ("sn02", format!("/tasks/{campaign}")),
        ("btc", format!("/tasks/{campaign}")),
        ("btc", "/groups".to_owned()),
    ];
    // The first look at a campaign's sums fills them, once for everybody.
    let mut first = Visit::signed_in(world, "btc").await;
    assert_eq!(first.get(&format!("/figures/{campaign}")).await.status, 200);
    let mut counted = Vec::new();
    for (name, page) in table {
        let mut visit = Visit::signed_in(world, name).await;
        world.ledger.take();
        let answer = visit.get(&page).await;
        assert_eq!(answer.status, 200, "{name} {page}");
        let statements = world.ledger.take().iter().map(|entry| entry.spent.statements).sum();
        let place = page.replace(&campaign.to_string(), "*").replace(&section.to_string(), "*");
        counted.push((format!("{name} {place}"), statements));
    }
    counted
}

#[test]
fn pages_everyone_opens_need_few_statements_however_many_units() {
    let counted = std::sync::Mutex::new(Vec::new());
    for (name, tree) in [("few", sample::PROVINCE.to_owned()), ("many", with_more_units(150))] {
        on_both_with(&tree, name, async |world: World| {
            let statements = statements(&world).await;
            counted.lock().expect("alone").push(statements);
        });
    }
    let counted = counted.into_inner().expect("alone");
    let beyond = counted[0].iter().filter(|(_, statements)| *statements > STATEMENTS_MAX);
    assert_eq!(beyond.count(), 0, "{:#?}", counted[0]);
    for other in &counted[1..] {
        assert_eq!(*other, counted[0]);
    }
}

/// Statements of the page on which a plan is checked, before and after a correction.
async fn checking(world: &World) -> Vec<u64> {
    let mut visit = Visit::signed_in(world, "btc").await;
    let plan = upload(&mut visit, PLAN).await;
    let mut counted = Vec::new();
    for corrected in [false, true] {
        if corrected {
            let fields =
                [("rev", "1"), ("add", "recipient"), ("name", "Báo Hà Vân"), ("do", "save")];
            assert_eq!(visit.post(&plan, &fields).await.status, 303);
        }
        world.ledger.take();
        assert_eq!(visit.get(&plan).await.status, 200);
        counted.push(world.ledger.take().iter().map(|entry| entry.spent.statements).sum());
    }
    counted
}

#[test]
fn a_plan_is_checked_with_few_statements_however_many_units() {
    let counted = std::sync::Mutex::new(Vec::new());
    for (name, tree) in [("fewc", sample::PROVINCE.to_owned()), ("manyc", with_more_units(150))] {
        on_both_with(&tree, name, async |world: World| {
            let statements = checking(&world).await;
            counted.lock().expect("alone").push(statements);
        });
    }
    let counted = counted.into_inner().expect("alone");
    assert!(counted[0].iter().all(|statements| *statements <= 10), "{counted:?}");
    for other in &counted[1..] {
        assert_eq!(*other, counted[0]);
    }
}

/// Statements of the page on which an amendment is made, and how long it is.
async fn amending(world: &World) -> (u64, usize) {
    let campaign = sample::run_campaign(&world.app).await.expect("runs");
    let mut visit = Visit::signed_in(world, "btc").await;
    world.ledger.take();
    let page = visit.get(&format!("/campaigns/{campaign}/amend")).await;
    assert_eq!(page.status, 200);
    (world.ledger.take().iter().map(|entry| entry.spent.statements).sum(), page.body.len())
}

#[test]
fn an_amendment_loads_no_list_of_units() {
    let counted = std::sync::Mutex::new(Vec::new());
    for (name, tree) in [("fewa", sample::PROVINCE.to_owned()), ("manya", with_more_units(150))] {
        on_both_with(&tree, name, async |world: World| {
            let spent = amending(&world).await;
            counted.lock().expect("alone").push(spent);
        });
    }
    let counted = counted.into_inner().expect("alone");
    assert!(counted[0].0 <= 12, "{counted:?}");
    for other in &counted[1..] {
        assert_eq!(*other, counted[0]);
    }
}

/// The demo's province with so many units more, half of them under the district that is looked at.
fn with_more_units(more: usize) -> String {
    let mut tree = sample::PROVINCE.to_owned();
    for at in 0..more {
        let under = ["HV-VK", "HV-TP"][at % 2];
        let unit = format!("unit ZZ-{at} | {under} | coso | CĐCS Xưởng số {at} | CĐCS số {at}\n");
        tree.push_str(&unit);
    }
    tree
}
