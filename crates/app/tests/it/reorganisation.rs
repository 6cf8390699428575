use app::plan::{Matched, ShowPlan, Upload, Uploaded};
use app::reorganisation::{Asked, Decide, ShowReorganisation, Undo, plan};
use app::unit::ShowUnit;
use app::{Token, UseCase};
use domain::body::Path;
use domain::id::{BodyId, ReorganisationId};
use domain::reorganisation::{Act, Merged, Naming, NewUnit, Part, Rest};
use domain::source::Source;
use domain::text::Text;
use jiff::civil::{Date, date};
use std::collections::HashMap;
use testkit::{World, on_both, on_both_with, refusal};
use uuid::Uuid;

/// The whole tree on a day, as the store has it.
#[derive(Clone)]
struct Tree(Date);

impl UseCase for Tree {
    type Output = Vec<app::Placed>;

    async fn run(&self, ctx: &mut app::Ctx<'_>) -> Result<Vec<app::Placed>, app::Ending> {
        let root = Path::below(None, 0).expect("a root");
        Ok(store::body::list_subtree(&mut ctx.tx, &root, self.0).await?)
    }
}

/// The tree on a day as `short < short of the unit above`, after a look at whether it is one.
async fn tree(world: &World, day: Date) -> HashMap<String, String> {
    let units = world.app.backend.read(Tree(day)).await.expect("reads");
    let by_id: HashMap<BodyId, &app::Placed> = units.iter().map(|u| (u.body, u)).collect();
    assert_eq!(by_id.len(), units.len(), "one place each");
    let mut under = HashMap::new();
    for unit in &units {
        let parent = unit.parent.map(|parent| by_id[&parent]);
        let inside = parent.is_none_or(|p| p.path.covers(&unit.path) && p.path != unit.path);
        assert!(inside, "on {day}: {unit:?} under {parent:?}");
        let steps = parent.map_or(0, |p| p.path.depth() + 1);
        assert_eq!(unit.path.depth(), steps, "{}", unit.short);
        under.insert(unit.short.clone(), parent.map_or(String::new(), |p| p.short.clone()));
    }
    under
}

async fn unit(world: &World, code: &str) -> BodyId {
    let units = world.app.backend.read(Tree(TODAY)).await.expect("reads");
    units.iter().find(|unit| unit.code == code).unwrap_or_else(|| panic!("{code}")).body
}

const TODAY: Date = date(2031, 3, 5);
const LATER: Date = date(2031, 7, 1);

fn new(code: &str, short: &str) -> NewUnit {
    let naming = Naming { name: Text::new(short), short: Text::new(short), level: "huyen".into() };
    NewUnit { id: BodyId(Uuid::nil()), code: code.into(), naming }
}

fn asked(act: Act, day: Date) -> Asked {
    Asked { act, day, reason: "Sắp xếp lại".into(), document: "12/QĐ-LĐLĐ".into() }
}

async fn planned(world: &World, token: Token, act: Act, day: Date) -> ReorganisationId {
    // A key for each form: a form is known by what is in it.
    let key = app::hex(&world.app.backend.random());
    plan(&world.app, token, &key, asked(act, day)).await.expect("planned")
}

async fn decided(world: &World, token: Token, act: Act, day: Date) -> ReorganisationId {
    let id = planned(world, token, act, day).await;
    let case = Decide { id, heirs: Vec::new() };
    world.app.act(token, &format!("decide {id}"), case).await.expect("decided");
    id
}

#[test]
fn units_are_merged_from_a_day_on_and_it_is_taken_back() {
    on_both("merged", async |world: World| {
        let organiser = world.sign_in("tochuc").await;
        let before = tree(&world, LATER).await;
        let units = vec![unit(&world, "HV-VK").await, unit(&world, "HV-SN").await];
        let under = unit(&world, "HV").await;
        let into = Merged::Founded { under, new: new("HV-KN", "CĐ khu vực Khê Ngà") };
        let id = planned(&world, organiser, Act::Merge { units, into }, LATER).await;
        assert_eq!(tree(&world, LATER).await, before, "a plan changes nothing");
        let view = world.app.read(organiser, ShowReorganisation { id }).await.expect("shown");
        let seen = view.output.consequences;
        assert_eq!((seen.ending, seen.founded, seen.moved, seen.people), (2, 1, 7, 4));
        assert_eq!(view.output.moves.len(), 10);
        let case = Decide { id, heirs: Vec::new() };
        world.app.act(organiser, "decide", case).await.expect("decided");
        assert_eq!(tree(&world, TODAY).await, before, "the day has not come");
        let after = tree(&world, LATER).await;
        assert_eq!(after["CĐCS May Bình An"], "CĐ khu vực Khê Ngà");
        assert_eq!(after["CĐ khu vực Khê Ngà"], "LĐLĐ tỉnh Hà Vân");
        assert!(!after.contains_key("LĐLĐ huyện Vân Khê"));
        assert_eq!(after.len(), before.len() - 1);
        let undo = Undo { id, reason: "Cấp trên không đồng ý".into() };
        world.app.act(organiser, "undo", undo).await.expect("undone");
        assert_eq!(tree(&world, LATER).await, before);
        let findings = app::verify::verify(&world.app).await.expect("verifies");
        assert_eq!(findings.faults, []);
    });
}

#[test]
fn every_kind_of_act_leaves_a_tree() {
    on_both("kinds", async |world: World| {
        let token = world.sign_in("tochuc").await;
        let u = async |code: &str| unit(&world, code).await;
        let naming = Naming {
            name: Text::new("Liên đoàn Lao động khu vực Vân Khê"),
            short: Text::new("LĐLĐ khu vực Vân Khê"),
            level: "huyen".into(),
        };
        let takes = vec![u("HV-VK-01").await, u("HV-VK-02").await];
        let part = Part { new: new("HV-VKB", "LĐLĐ Bắc Vân Khê"), takes };
        let days = |n: i8| date(2031, 3, n);
        let (vk, sn, tp, root) =
            (u("HV-VK").await, u("HV-SN").await, u("HV-TP").await, u("HV").await);
        let acts = [
            Act::Found { under: root, new: new("HV-MOI", "LĐLĐ huyện Mới") },
            Act::Rename { unit: vk, naming },
            Act::Move { unit: tp, under: sn },
            Act::Transfer { units: vec![u("HV-SN-01").await, tp], from: sn, to: root },
            Act::Split { unit: vk, parts: vec![part], rest: Rest::Stays },
            Act::Dissolve { unit: sn, below_to: Some(root) },
        ];
        let mut ids = Vec::new();
        for (at, act) in acts.into_iter().enumerate() {
            let day = days(1 + i8::try_from(at / 2).expect("small"));
            ids.push(decided(&world, token, act, day).await);
            for day in 1..7 {
                tree(&world, days(day)).await;
            }
        }
        let after = tree(&world, TODAY).await;
        assert_eq!(after["CĐCS May Bình An"], "LĐLĐ Bắc Vân Khê");
        assert_eq!(after["CĐCS HTX Chè Mây Trắng"], "LĐLĐ khu vực Vân Khê");
        assert_eq!(after["LĐLĐ thành phố Hà Vân"], "LĐLĐ tỉnh Hà Vân");
        assert_eq!(after["CĐCS Thủy điện Thác Bạc"], "LĐLĐ tỉnh Hà Vân");
        let undo = Undo { id: ids[2], reason: "Có việc khác dựa vào".into() };
        let answer = world.app.act(token, "too early", undo).await;
        assert_eq!(refusal(answer), "refusal-reorganisation-later-change");
        for id in ids.into_iter().rev() {
            let undo = Undo { id, reason: "Làm lại".into() };
            world.app.act(token, &format!("undo {id}"), undo).await.expect("undone in turn");
            tree(&world, TODAY).await;
        }
        assert_eq!(tree(&world, TODAY).await["CĐCS May Bình An"], "LĐLĐ huyện Vân Khê");
    });
}

#[test]
fn what_cannot_be_is_refused_and_leaves_nothing() {
    on_both("refused", async |world: World| {
        let organiser = world.sign_in("tochuc").await;
        let (vk, sn, root) =
            (unit(&world, "HV-VK").await, unit(&world, "HV-SN").await, unit(&world, "HV").await);
        let move_ = Act::Move { unit: vk, under: sn };
        let other = world.sign_in("btc").await;
        let answer = plan(&world.app, other, "k", asked(move_.clone(), TODAY)).await;
        assert_eq!(refusal(answer), "forbidden", "no officer without the seat");
        decided(&world, organiser, Act::Move { unit: sn, under: vk }, LATER).await;
        let found = |new: NewUnit| Act::Found { under: root, new };
        let mut nameless = new("HV-X", "X");
        nameless.naming.level = "vua".into();
        let table = [
            (move_.clone(), TODAY, "refusal-reorganisation-later-change"),
            (move_, LATER, "refusal-reorganisation-under-itself"),
            (found(new("HV-SN", "Khác")), TODAY, "refusal-reorganisation-code-taken"),
            (found(new("HV-X", "LĐLĐ HUYỆN VÂN KHÊ")), TODAY, "refusal-reorganisation-name-taken"),
            (found(nameless), TODAY, "refusal-reorganisation-level-unknown"),
        ];
        for (at, (act, day, expected)) in table.into_iter().enumerate() {
            let answer = plan(&world.app, organiser, &format!("k{at}"), asked(act, day)).await;
            assert_eq!(refusal(answer), expected);
        }
        let one = planned(&world, organiser, found(new("HV-A", "Đơn vị A")), TODAY).await;
        let two = planned(&world, organiser, found(new("HV-B", "Đơn vị B")), TODAY).await;
        let decide = |id| Decide { id, heirs: Vec::new() };
        world.app.act(organiser, "one", decide(one)).await.expect("the first");
        let answer = world.app.act(organiser, "two", decide(two)).await;
        assert_eq!(refusal(answer), "refusal-reorganisation-tree-moved");
        let again = decided(&world, organiser, found(new("HV-B", "Đơn vị B")), TODAY).await;
        assert_ne!(again, two, "planned again under the same code");
    });
}

#[test]
fn somebody_answers_for_what_an_ended_unit_left_open() {
    on_both("heirs", async |world: World| {
        sample::run_campaign(&world.app).await.expect("runs");
        let organiser = world.sign_in("tochuc").await;
        let (ending, above) = (unit(&world, "HV-VK-03").await, unit(&world, "HV-VK").await);
        let into = Merged::Existing(unit(&world, "HV-VK-01").await);
        let act = Act::Merge { units: vec![ending], into };
        let id = planned(&world, organiser, act, TODAY).await;
        let view = world.app.read(organiser, ShowReorganisation { id }).await.expect("shown");
        let heirs = &view.output.heirs[0];
        let offered: Vec<&str> = heirs.candidates.iter().map(|(_, s)| s.as_str()).collect();
        assert_eq!((heirs.open, offered), (1, vec!["CĐCS May Bình An", "LĐLĐ huyện Vân Khê"]));
        let decide = |heirs| Decide { id, heirs };
        let answer = world.app.act(organiser, "none", decide(Vec::new())).await;
        assert_eq!(refusal(answer), "refusal-reorganisation-heir-missing");
        let case = decide(vec![(ending, Some(above))]);
        world.app.act(organiser, "heir", case).await.expect("decided");
        let view = world.app.read(organiser, ShowReorganisation { id }).await.expect("shown");
        assert_eq!(view.output.inherited[0].heir.as_deref(), Some("LĐLĐ huyện Vân Khê"));
    });
}

/// What a name of a plan of such a day stands for.
async fn stands_for(world: &World, token: Token, day: &str, names: &[&str]) -> Vec<String> {
    let text = format!("LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN\nSố: 1/KH\nHà Vân, ngày {day}\nKẾ HOẠCH\nA");
    let mut hash = [0; 32];
    hash[..day.len().min(32)].copy_from_slice(&day.as_bytes()[..day.len().min(32)]);
    let upload = Upload::new("a.txt", hash, &Source::plain(&text)).expect("reads");
    let plan = match world.app.act(token, day, upload).await.expect("uploads").output {
        Uploaded::New(plan) | Uploaded::Before(plan) => plan,
    };
    let view = world.app.read(token, ShowPlan { plan }).await.expect("own").output;
    let register = view.register();
    let said = |name: &&str| match register.find(name) {
        Matched::Unit(unit) => unit.short.clone(),
        Matched::Gone(unit) => format!("{}, gone", unit.short),
        Matched::Several(units) => format!("{} units", units.len()),
        Matched::Tiers(tiers) => format!("{} tiers", tiers.len()),
        _ => "-".to_owned(),
    };
    names.iter().map(said).collect()
}

#[test]
fn a_place_in_a_plan_is_its_upper_level_union_on_the_plans_day() {
    on_both("places", async |world: World| {
        let token = world.sign_in("tochuc").await;
        let officer = world.sign_in("btc").await;
        let names = [
            "Vân Khê",
            "LĐLĐ van khê",
            "huyện Suối Ngà",
            "Hà Vân",
            "CĐCS Vân Khê",
            "Huyện ủy Vân Khê",
            "LĐLĐ các huyện",
            "Cẩm Mỹ",
        ];
        let day = "20 tháng 02 năm 2031";
        assert_eq!(
            stands_for(&world, officer, day, &names).await,
            [
                "LĐLĐ huyện Vân Khê",
                "LĐLĐ huyện Vân Khê",
                "LĐLĐ huyện Suối Ngà",
                "LĐLĐ thành phố Hà Vân",
                "4 tiers",
                "-",
                "1 tiers",
                "-",
            ]
        );
        let (vk, root) = (unit(&world, "HV-VK").await, unit(&world, "HV").await);
        let into = Merged::Founded { under: root, new: new("HV-KV", "CĐ khu vực Vân Khê") };
        let units = vec![vk, unit(&world, "HV-SN").await];
        decided(&world, token, Act::Merge { units, into }, TODAY).await;
        let after = stands_for(&world, officer, day, &["Vân Khê", "Suối Ngà"]).await;
        assert_eq!(after, ["CĐ khu vực Vân Khê", "LĐLĐ huyện Suối Ngà, gone"]);
    });
}

/// A confederation with three provinces, two of them with districts.
const BEFORE_THE_CHANGE: &str = "
level tld | Tổng Liên đoàn | Confederation | tong lien doan
level tinh | LĐLĐ tỉnh | Province | ldld tinh
level huyen | LĐLĐ huyện | District | ldld huyen
level coso | Công đoàn cơ sở | Grassroots union | cdcs
unit T | | tld | Tổng Liên đoàn | Tổng LĐ
unit A | T | tinh | LĐLĐ tỉnh An Hà | LĐLĐ tỉnh An Hà
unit A1 | A | huyen | LĐLĐ huyện Thượng An | LĐLĐ huyện Thượng An
unit A11 | A1 | coso | CĐCS Giấy Thượng An | CĐCS Giấy Thượng An
unit A12 | A1 | coso | CĐCS Đường Thượng An | CĐCS Đường Thượng An
unit B | T | tinh | LĐLĐ tỉnh Bình Hà | LĐLĐ tỉnh Bình Hà
unit B1 | B | huyen | LĐLĐ huyện Hạ Bình | LĐLĐ huyện Hạ Bình
unit B11 | B1 | coso | CĐCS Gốm Hạ Bình | CĐCS Gốm Hạ Bình
unit C | T | tinh | LĐLĐ tỉnh Châu Hà | LĐLĐ tỉnh Châu Hà
unit C01 | C | coso | CĐCS Cảng Châu Hà | CĐCS Cảng Châu Hà
person An | tochuc | 1 | T:organiser:Chuyên viên
";

#[test]
fn districts_end_communes_come_and_three_provinces_become_one() {
    on_both_with(BEFORE_THE_CHANGE, "change", async |world: World| {
        let token = world.sign_in("tochuc").await;
        let before = tree(&world, TODAY).await;
        let u = async |code: &str| unit(&world, code).await;
        let (a, b, c, top) = (u("A").await, u("B").await, u("C").await, u("T").await);
        for (district, province) in [(u("A1").await, a), (u("B1").await, b)] {
            let act = Act::Dissolve { unit: district, below_to: Some(province) };
            decided(&world, token, act, LATER).await;
        }
        let into = Merged::Founded { under: top, new: new("H", "LĐLĐ tỉnh Hà Mới") };
        let act = Act::Merge { units: vec![a, b, c], into };
        decided(&world, token, act, LATER).await;
        let merged = world.app.backend.read(Tree(LATER)).await.expect("reads");
        let province = merged.iter().find(|unit| unit.code == "H").expect("founded").body;
        let commune = new("X", "CĐ xã Thượng An");
        decided(&world, token, Act::Found { under: province, new: commune }, LATER).await;
        let now = world.app.backend.read(Tree(LATER)).await.expect("reads");
        let to = now.iter().find(|unit| unit.code == "X").expect("founded").body;
        let units = vec![u("A11").await, u("A12").await];
        decided(&world, token, Act::Transfer { units, from: province, to }, LATER).await;
        assert_eq!(tree(&world, TODAY).await, before, "what was before stays as it was");
        let after = tree(&world, LATER).await;
        let under = |short: &str| after.get(short).map(String::as_str);
        assert_eq!(under("CĐCS Giấy Thượng An"), Some("CĐ xã Thượng An"));
        assert_eq!(under("CĐCS Gốm Hạ Bình"), Some("LĐLĐ tỉnh Hà Mới"));
        assert_eq!(under("CĐCS Cảng Châu Hà"), Some("LĐLĐ tỉnh Hà Mới"));
        assert_eq!(under("CĐ xã Thượng An"), Some("LĐLĐ tỉnh Hà Mới"));
        assert_eq!((under("LĐLĐ huyện Hạ Bình"), after.len()), (None, 7));
        let kin = world.app.read(token, ShowUnit { unit: province, on: Some(LATER) }).await;
        let kin: Vec<String> =
            kin.expect("shown").output.kin.into_iter().map(|kin| kin.short).collect();
        assert_eq!(kin, ["LĐLĐ tỉnh An Hà", "LĐLĐ tỉnh Bình Hà", "LĐLĐ tỉnh Châu Hà"]);
    });
}
