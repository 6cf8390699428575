use app::campaign::{
    ChangeUnits, Create, DropException, ExceptionAnswer, ExceptionSaid, Origin, PutDates,
    PutException, PutVariants, SetUpView, ShowCampaign, ShowDates, ShowSetUp, TierDays, Together,
    UnitChange, Variant, copy_units,
};
use app::work::{ListWork, ShowTaskList};
use app::{Ending, Token};
use domain::campaign::{DateWarning, Destination};
use domain::id::{BodyId, CampaignId};
use jiff::civil::{Date, date};
use testkit::{World, on_both, refusal};

pub async fn seen(world: &World, campaign: CampaignId) -> SetUpView {
    let officer = world.sign_in("btc").await;
    world.app.read(officer, ShowSetUp { campaign }).await.expect("shows").output
}

/// The units that some lines mean, all of which mean one.
pub fn units(view: &SetUpView, lines: &str) -> Vec<BodyId> {
    let read = view.read_units(lines);
    assert_eq!(read.unread, [], "{lines}");
    read.units
}

pub fn said(name: &str, answer: ExceptionAnswer, units: Vec<BodyId>) -> ExceptionSaid {
    ExceptionSaid { name: name.into(), note: format!("Riêng {name}."), answer, units }
}

pub async fn put(
    world: &World,
    campaign: CampaignId,
    said: ExceptionSaid,
) -> Result<String, Ending> {
    let officer = world.sign_in("btc").await;
    let rev = seen(world, campaign).await.campaign.rev;
    let case = PutException { campaign, rev, key: None, said };
    world.app.save(officer, case).await.map(|saved| saved.output)
}

async fn set_day(world: &World, officer: Token, campaign: CampaignId, key: &str, day: Date) {
    let view = seen(world, campaign).await;
    let days = TierDays { key: key.to_owned(), due: Some(day.into()), hold: None, term: None };
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
            ("HV-VK-01\nhv vk 01\n", 1, &[2]),
            ("1. CĐCS May Bình An\n- cdcs go dai ngan\n+ CÔNG ĐOÀN CƠ SỞ THƯ VIỆN TỈNH", 3, &[]),
            ("CĐCS May Bình An\n\nCĐCS May Bình\nkhông có", 1, &[3, 4]),
            // The same letters as other systems write them: a letter, then its marks.
            ("CDCS May Bi\u{300}nh An\nCĐCS Go\u{302}\u{303} Đa\u{323}i Nga\u{300}n", 2, &[]),
        ];
        for (typed, found, unread) in table {
            let read = view.read_units(typed);
            let lines: Vec<usize> = read.unread.iter().map(|line| line.line).collect();
            assert_eq!((read.units.len(), lines.as_slice()), (*found, *unread), "{typed}");
        }
        let district = units(&view, "HV-VK")[0];
        let level = || Some("coso".to_owned());
        let table = [
            (None, Some(district), "", 5),
            (level(), Some(district), "", 4),
            (level(), None, "", 16),
            (level(), Some(district), "trường Tiểu học", 1),
            (None, None, "bệnh viện", 1),
            (None, None, "trườn", 0),
        ];
        for (level, top, words, expected) in table {
            let chosen = Together { level, top, words: words.into() };
            assert_eq!(view.together(&chosen).len(), expected, "{chosen:?}");
        }
        let many = "không có\n".repeat(2_000);
        assert_eq!(view.read_units(&many).unread.len(), 2_000, "line by line, and at once");
    });
}

/// A change for the units some lines mean.
fn change(view: &SetUpView, lines: &str, change: UnitChange, reason: &str) -> ChangeUnits {
    let (name, reason) = ("Gia hạn".to_owned(), reason.to_owned());
    ChangeUnits { campaign: view.campaign.id, units: units(view, lines), change, name, reason }
}

#[test]
fn some_units_get_another_deadline_or_destination_after_issue() {
    on_both("changed", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        let early = seen(&world, campaign).await;
        let due = |day: Date| UnitChange::Deadline(Some(day.into()));
        let later = due(date(2031, 6, 2));
        let case = change(&early, "HV-VK-01", later.clone(), "Ngập.");
        let answer = world.app.act(officer, "early", case).await;
        assert_eq!(refusal(answer), "refusal-campaign-not-issued");
        sample::issue_campaign(&world.app, campaign).await.expect("issues");
        let view = seen(&world, campaign).await;
        let to_issuer =
            |via: &str| UnitChange::Destination { to: Destination::Issuer, via: via.into() };
        let table = [
            ("HV-VK-01", later.clone(), " ", "refusal-campaign-put-off-reason-missing"),
            ("HV-VK-01", due(date(2031, 3, 1)), "Ngập.", "refusal-campaign-deadline-passed"),
            ("HV-VK-01", UnitChange::Deadline(None), "x", "refusal-campaign-deadline-unreadable"),
            ("", later.clone(), "Ngập.", "refusal-campaign-exception-empty"),
            ("HV-VK-01", to_issuer("Ban Không Có"), "x", "refusal-campaign-desk-missing"),
        ];
        for (lines, what, reason, expected) in table {
            let case = change(&view, lines, what, reason);
            assert_eq!(refusal(world.app.act(officer, expected, case).await), expected);
        }
        let case = change(&view, "HV-VK-01\nHV-01", later, "Ngập.");
        world.app.act(officer, "later", case).await.expect("puts off");
        let chair = world.sign_in("coso").await;
        let list = world.app.read(chair, ShowTaskList { campaign }).await.expect("own").output;
        let last_day = list.assignment.deadline.map(|deadline| deadline.last_day);
        assert_eq!((last_day, list.note.as_str()), (Some(date(2031, 6, 2)), "Ngập."));
        let names: Vec<String> = seen(&world, campaign)
            .await
            .exceptions()
            .map(|shown| format!("{} {}", shown.name(), shown.units.len()))
            .collect();
        assert_eq!(names, ["Gia hạn 1", "Gia hạn (2) 1"], "of two levels, two exceptions");
        let other = world.sign_in("vk02").await;
        let others = world.app.read(other, ShowTaskList { campaign }).await.expect("own").output;
        let others = others.assignment.deadline.map(|deadline| deadline.last_day);
        assert_ne!(others, last_day, "the others keep theirs");
        let now = seen(&world, campaign).await;
        let case = change(&now, "HV-VK-01", to_issuer("ban to chuc"), "Huyện giải thể.");
        world.app.act(officer, "goes", case).await.expect("goes elsewhere");
        let list = world.app.read(chair, ShowTaskList { campaign }).await.expect("own").output;
        assert_eq!(list.assignment.receiver, Some(view.campaign.unit));
        assert_eq!(list.via.as_deref(), Some("Ban Tổ chức"));
        assert_eq!(list.note, "Ngập. Huyện giải thể.");
        assert_eq!(list.assignment.deadline.map(|deadline| deadline.last_day), last_day);
    });
}

#[test]
fn a_group_is_asked_only_its_sections() {
    on_both("variants", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        let view = seen(&world, campaign).await;
        let at = view.tier_of(units(&view, "HV-VK-01")[0]).expect("a tier").tier.key.clone();
        let put = |out: Vec<_>| PutVariants {
            campaign,
            rev: view.campaign.rev,
            variants: vec![Variant { tier: at.clone(), out, figures_out: Vec::new() }],
        };
        let all = view.outline.iter().map(|section| section.id).collect();
        let answer = world.app.save(officer, put(all)).await;
        assert_eq!(refusal(answer), "refusal-campaign-variant-empty");
        let first = view.outline[0].id;
        world.app.save(officer, put(vec![first])).await.expect("takes it out");
        sample::issue_campaign(&world.app, campaign).await.expect("issues");
        let sections = async |name: &str| {
            let token = world.sign_in(name).await;
            let list = world.app.read(token, ShowTaskList { campaign }).await.expect("own").output;
            list.sections.iter().map(|task| task.section.id).collect::<Vec<_>>()
        };
        let (below, above) = (sections("coso").await, sections("huyen").await);
        assert!(!below.contains(&first) && above.contains(&first));
        assert_eq!(below.len() + 1, above.len(), "the others are the same sections");
        let district = world.sign_in("huyen").await;
        for (section, asked) in [(first, (0, 4)), (view.outline[1].id, (4, 0))] {
            let shown = app::section::ShowSection { campaign, section };
            let shown = world.app.read(district, shown).await.expect("shows").output;
            assert_eq!((shown.reporting, shown.not_asked), asked);
        }
        let chair = world.sign_in("coso").await;
        let shown = app::section::ShowSection { campaign, section: first };
        assert_eq!(refusal(world.app.read(chair, shown).await), "not found");
    });
}

#[test]
fn a_copy_has_the_exceptions_with_their_units() {
    on_both("copied", async |world: World| {
        let earlier = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        let view = seen(&world, earlier).await;
        let some = units(&view, "HV-VK-01\nHV-SN-02");
        let key = put(&world, earlier, said("Nhóm", REPORT_TO_ISSUER, some.clone())).await;
        let key = key.expect("keeps it");
        let out = vec![view.outline[0].id];
        let out = vec![Variant { tier: key.clone(), out, figures_out: Vec::new() }];
        let rev = seen(&world, earlier).await.campaign.rev;
        let variants = PutVariants { campaign: earlier, rev, variants: out };
        world.app.save(officer, variants).await.expect("takes a section out");
        let case = Create { title: "Lần sau".into(), origin: Origin::Earlier(earlier) };
        let made = world.app.act(officer, "copy", case).await.expect("copies").output;
        for _ in 0..2 {
            copy_units(&world.app, officer, made).await.expect("copies the units");
        }
        let copy = seen(&world, made).await;
        let shown = copy.tier_of(some[0]).expect("a tier");
        assert_eq!((shown.tier.key.as_str(), shown.units.len()), (key.as_str(), 2));
        assert_eq!(shown.out, [copy.outline[0].id], "the section of the copy");
        assert_eq!(
            (shown.tier.destination, shown.tier.note()),
            (Some(Destination::Issuer), "Riêng Nhóm.")
        );
        assert!(shown.deadline.is_none());
    });
}

#[test]
fn days_of_an_exception_are_looked_at_beside_those_of_what_it_goes_into() {
    on_both("late_exception", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        let view = seen(&world, campaign).await;
        let one = units(&view, "HV-VK-01");
        let above = view.tier_of(units(&view, "HV-VK")[0]).expect("a tier");
        let above = above.deadline.as_ref().expect("a day").deadline.last_day;
        let to_parent = ExceptionAnswer::Report { to: Destination::Parent, via: None };
        let key = put(&world, campaign, said("Nhóm", to_parent, one)).await.expect("keeps it");
        let late = above.tomorrow().expect("a day");
        let view = seen(&world, campaign).await;
        let days = TierDays {
            key: key.clone(),
            due: Some(late.into()),
            hold: Some((above, late.tomorrow().expect("a day"))),
            term: None,
        };
        let case = PutDates {
            campaign,
            rev: view.campaign.rev,
            up_to: view.campaign.up_to,
            up_day: view.campaign.up_day,
            stated_day: None,
            tiers: vec![days],
        };
        world.app.save(officer, case).await.expect("keeps the days");
        let dates = world.app.read(officer, ShowDates { campaign }).await.expect("shows").output;
        let at = dates.set_up.tiers.iter().position(|shown| shown.tier.key == key);
        let at = at.expect("the exception");
        let after = |warning: &DateWarning| match warning {
            DateWarning::AfterSuperior { tier, day, .. } => *tier == at && *day == above,
            _ => false,
        };
        let held = |warning: &DateWarning| match warning {
            DateWarning::BeforeHoldEnds { tier, .. } => *tier == at,
            _ => false,
        };
        assert!(dates.warnings.iter().any(after), "{:?}", dates.warnings);
        assert!(dates.warnings.iter().any(held), "{:?}", dates.warnings);
    });
}
