use crate::backend::Tamper;
use app::campaign::ShowCampaign;
use app::figures::{View, show_figures, show_trace};
use app::grid::{CellChange, SaveGrid, ShowGrid};
use app::report::{ReportFigures, show_report};
use app::review::{Arrival, Receive, Return, ShowQueue};
use app::section::{Completion, SaveSection, ShowSection};
use app::submission::{Gaps, Receipt, ShowSubmission, Submit, submit};
use app::verify::{Fault, verify};
use app::work::{ListWork, ShowTaskList};
use app::{Ending, Token};
use domain::id::CampaignId;
use domain::submission::{Place, ReturnReason, Stage};
use testkit::{World, on_both, refusal};

#[test]
fn the_sample_campaign_runs_from_the_plan_to_the_sums() {
    on_both("sums", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let officer = world.sign_in("btc").await;
        let view = show_figures(&world.app, officer, campaign, None, View::Received).await;
        let view = view.expect("sums").output;
        assert_eq!((view.coverage.heard, view.coverage.of, view.waiting), (2, 16, 2));
        let workers = view.rows[0][0];
        assert_eq!(workers.value, Some(186 + 1250));
        let share = view.rows[3][0];
        assert_eq!(share.value, Some(982), "160 + 1250 of 1436 in tenths of a per cent");
        let highest = view.rows[4][0];
        assert_eq!(highest.value, Some(22_000 + 25 * 500));
        let node = view.node.body;
        let cell = workers.cell;
        let trace = show_trace(&world.app, officer, campaign, (node, cell), View::Received).await;
        let trace = trace.expect("trace").output;
        let behind: Vec<(&str, i64)> =
            trace.contributions.iter().map(|c| (c.unit.short.as_str(), c.version)).collect();
        assert_eq!(behind, [("CĐCS Gỗ Đại Ngàn", 1), ("CĐCS Giày Thiên Nga", 1)]);
        assert_eq!(trace.missing.len(), 14);
        let provisional = show_figures(&world.app, officer, campaign, None, View::Provisional);
        let provisional = provisional.await.expect("sums").output;
        assert_eq!(provisional.rows[0][0].value, Some(186 + 1250 + 38 + 720));
        let findings = verify(&world.app).await.expect("verifies");
        assert_eq!((findings.faults.as_slice(), findings.submissions), (&[][..], 5));
        assert!(findings.events > 10);
    });
}

#[test]
fn a_received_report_joins_the_sums_at_once() {
    on_both("joins", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let officer = world.sign_in("btc").await;
        let sums = async || {
            let view = show_figures(&world.app, officer, campaign, None, View::Received).await;
            view.expect("sums").output
        };
        let before = sums().await;
        let direct = before.children.iter().find(|c| c.assignment.short.contains("Bệnh viện"));
        let body = direct.expect("the hospital").assignment.body;
        let receive = Receive { campaign, body, version: 1 };
        world.app.act(officer, "k1", receive.clone()).await.expect("receives");
        world
            .app
            .act(officer, "k1", receive.clone())
            .await
            .expect("the same act again is the same");
        assert_eq!(
            refusal(world.app.act(officer, "k2", receive).await),
            "refusal-submission-already-received"
        );
        let after = sums().await;
        assert_eq!(after.rows[0][0].value, before.rows[0][0].value.map(|v| v + 720));
        assert_eq!(after.coverage.heard, before.coverage.heard + 1);
    });
}

#[test]
fn nobody_sees_another_branch_or_an_unsent_draft() {
    on_both("branches", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let own = world.sign_in("coso").await;
        let body = world.app.read(own, ShowTaskList { campaign }).await.expect("own").output;
        let draft_of = body.assignment.body;
        for name in ["btc", "lanhdao", "vanphong", "huyen", "nhanhkhac", "tructhuoc"] {
            let token = world.sign_in(name).await;
            let show = ShowSubmission { campaign, body: draft_of, version: None };
            assert_eq!(refusal(world.app.read(token, show).await), "not found", "{name}");
        }
        let sent = world.sign_in("vk02").await;
        let sent = world.app.read(sent, ShowTaskList { campaign }).await.expect("own").output;
        let sent = sent.assignment.body;
        let table = [
            ("huyen", "seen"),
            ("huyenvk", "seen"),
            ("btc", "seen"),
            ("lanhdao", "seen"),
            ("huyen2", "not found"),
            ("nhanhkhac", "not found"),
            ("coso", "not found"),
        ];
        for (name, expected) in table {
            let token = world.sign_in(name).await;
            let show = ShowSubmission { campaign, body: sent, version: None };
            let answer = world.app.read(token, show).await;
            let seen = if answer.is_ok() { "seen" } else { refusal(answer) };
            assert_eq!(seen, expected, "{name}");
            let node = Some(sent);
            let figures = show_figures(&world.app, token, campaign, node, View::Received).await;
            assert_eq!(figures.is_ok(), expected == "seen", "{name}");
            let dashboard = world.app.read(token, ShowCampaign { campaign, node }).await;
            assert_eq!(dashboard.is_ok(), expected == "seen", "{name}");
        }
    });
}

#[test]
fn only_the_named_desk_reviews() {
    on_both("desk", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let direct = world.sign_in("tructhuoc").await;
        let tasks = world.app.read(direct, ShowTaskList { campaign }).await.expect("own").output;
        assert_eq!(tasks.via.as_deref(), Some("Ban Tổ chức"));
        let receive = Receive { campaign, body: tasks.assignment.body, version: 1 };
        for (name, expected) in [
            ("vanphong", "forbidden"),
            ("lanhdao", "forbidden"),
            ("tructhuoc", "forbidden"),
            ("huyen", "not found"),
        ] {
            let token = world.sign_in(name).await;
            assert_eq!(
                refusal(world.app.act(token, "k", receive.clone()).await),
                expected,
                "{name}"
            );
        }
        let desk = world.sign_in("btc").await;
        let queue = world.app.read(desk, ShowQueue { campaign }).await.expect("queue").output;
        assert!(queue.arriving.iter().any(|a| a.assignment.body == tasks.assignment.body));
        world.app.act(desk, "k", receive).await.expect("the desk receives");
    });
}

#[test]
fn late_is_recorded_and_stays() {
    on_both("late", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let chair = world.sign_in("coso").await;
        let tasks = world.app.read(chair, ShowTaskList { campaign }).await.expect("own").output;
        let last_day = tasks.assignment.deadline.expect("a deadline").last_day;
        let late = last_day.tomorrow().expect("a day");
        world.set_time(&format!("{late}T02:00:00Z"));
        let chair = world.sign_in("coso").await;
        let asked = Submit { campaign, gaps: Gaps::Meant, rev: tasks.assignment.rev };
        let send = async |key: &str| submit(&world.app, chair, key, asked).await;
        let receipt = send("k").await.expect("late, but sent").output;
        assert_eq!((receipt.version, receipt.days_late), (1, 1));
        let again = send("k").await.expect("the same act").output;
        assert_eq!(again, receipt, "a double click sends once");
        assert_eq!(refusal(send("other").await), "refusal-submission-already-submitted");
    });
}

#[test]
fn a_report_is_sent_by_whoever_proved_who_they_are_that_day() {
    on_both("daily", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let chair = world.sign_in("coso").await;
        let tasks = world.app.read(chair, ShowTaskList { campaign }).await.expect("own").output;
        world.set_time("2031-03-06T01:00:00Z");
        let asked = Submit { campaign, gaps: Gaps::Meant, rev: tasks.assignment.rev };
        let stale = submit(&world.app, chair, "k", asked).await.map(|_| ());
        assert!(matches!(stale, Err(Ending::Unconfirmed)), "{stale:?}");
        let confirmed = app::session::confirm(&world.app, chair, b"next", sample::PASSWORD).await;
        confirmed.expect("the password is right");
        submit(&world.app, Token::new(b"next"), "k", asked).await.expect("sent");
    });
}

/// The officer of a district sends its report with whatever is in it.
async fn send_district(world: &World, campaign: CampaignId, key: &str) -> Receipt {
    let chair = world.sign_in("huyen").await;
    let tasks = world.app.read(chair, ShowTaskList { campaign }).await.expect("own").output;
    let asked = Submit { campaign, gaps: Gaps::Meant, rev: tasks.assignment.rev };
    submit(&world.app, chair, key, asked).await.expect("sent").output
}

#[test]
fn a_report_keeps_the_sums_it_was_sent_with() {
    on_both("pinned", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let officer = world.sign_in("huyen").await;
        let sums = async || {
            let report = show_report(&world.app, officer, campaign).await.expect("own").output;
            let (ReportFigures::Sums(sums) | ReportFigures::SentSums(sums)) = report.figures else {
                panic!("sums are its figures")
            };
            (sums.rows[0][0].value, sums.coverage.heard, sums.coverage.of, sums.missing.len())
        };
        let live = async || {
            let view = show_figures(&world.app, officer, campaign, None, View::Received).await;
            view.expect("sums").output.rows[0][0].value
        };
        let before = (Some(186), 1, 4, 3);
        assert_eq!(sums().await, before);
        let receipt = send_district(&world, campaign, "first").await;
        let queue = world.app.read(officer, ShowQueue { campaign }).await.expect("queue").output;
        let waits = |a: &&Arrival| matches!(a.assignment.stage, Stage::Submitted { .. });
        let body = queue.arriving.iter().find(waits).expect("a report waits").assignment.body;
        world
            .app
            .act(officer, "late", Receive { campaign, body, version: 1 })
            .await
            .expect("taken");
        assert_eq!(live().await, Some(186 + 38), "the live table goes on");
        assert_eq!(sums().await, before, "the report stays as it was sent");
        let findings = verify(&world.app).await.expect("verifies");
        assert_eq!((findings.faults.as_slice(), findings.sums), (&[][..], 1));
        let province = world.sign_in("btc").await;
        let own = world.app.read(officer, ShowTaskList { campaign }).await.expect("own").output;
        let district = own.assignment.body;
        let reasons = vec![ReturnReason::parse(Place::Whole, "Cộng thêm đơn vị gửi sau.").unwrap()];
        let version = receipt.version;
        let back = Return { campaign, body: district, version, reasons };
        world.app.act(province, "back", back).await.expect("returned");
        assert_eq!(sums().await, (Some(186 + 38), 2, 4, 2), "being written again, it is live");
        send_district(&world, campaign, "second").await;
        assert_eq!(sums().await, (Some(186 + 38), 2, 4, 2));
        assert_eq!(verify(&world.app).await.expect("verifies").sums, 2);
    });
}

#[test]
fn sums_made_of_what_was_not_received_are_found_out() {
    on_both("forged", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        send_district(&world, campaign, "sent").await;
        assert!(verify(&world.app).await.expect("verifies").faults.is_empty());
        // A verdict nobody gave, under the event of the sending.
        let sql = "insert into verdict (campaign_id, body_id, version, kind, seat_id, at, event_id)
             select n.campaign_id, n.body_id, n.version, 'received', n.seat_id, n.received_at, n.event_id
             from submission n where not exists (select 1 from verdict v
               where v.campaign_id = n.campaign_id and v.body_id = n.body_id)";
        assert!(world.app.backend.write(Tamper { sql }).await.expect("forged") > 0);
        let faults = verify(&world.app).await.expect("verifies").faults;
        assert!(matches!(faults.as_slice(), [Fault::SumsDiffer { .. }]), "{faults:?}");
    });
}

#[test]
fn a_draft_is_guarded_and_the_same_again_is_success() {
    on_both("draft", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let chair = world.sign_in("coso").await;
        let tasks = world.app.read(chair, ShowTaskList { campaign }).await.expect("own").output;
        let section = tasks.sections[1].section.id;
        let save = |words: &str, rev| SaveSection {
            campaign,
            section,
            words: words.into(),
            completion: Completion::AsBefore,
            rev,
        };
        let first = world.app.save(chair, save("một", 0)).await.expect("saves").output;
        assert_eq!(first.rev, 1);
        let same = world.app.save(chair, save(" mô\u{323}t ", 0)).await.expect("NFD is the same");
        assert_eq!(same.output.rev, 1);
        assert_eq!(refusal(world.app.save(chair, save("hai", 0)).await), "stale");
        let second = world.app.save(chair, save("hai", 1)).await.expect("saves").output;
        assert_eq!(second.rev, 2);
        let kept = world.app.read(chair, ShowSection { campaign, section }).await.expect("shows");
        assert_eq!(
            kept.output.drafts.iter().find(|d| d.section == section).expect("kept").words,
            "hai"
        );
        let long = "ă".repeat(200_001);
        assert_eq!(
            refusal(world.app.save(chair, save(&long, 2)).await),
            "refusal-submission-text-too-long"
        );
    });
}

#[test]
fn work_is_seen_only_after_issue_and_sign_in() {
    on_both("work", async |world: World| {
        let chair = world.sign_in("coso").await;
        assert!(world.app.read(chair, ListWork).await.expect("work").output.reports.is_empty());
        sample::run_campaign(&world.app).await.expect("runs");
        let work = world.app.read(chair, ListWork).await.expect("work").output;
        assert_eq!(work.reports.len(), 1);
        let nobody = app::Token::new(b"nobody");
        assert!(matches!(world.app.read(nobody, ListWork).await, Err(Ending::SignedOut)));
    });
}

#[test]
fn a_cell_is_guarded_by_what_its_writer_saw() {
    on_both("cells", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let chair = world.sign_in("coso").await;
        let save = async |was: &str, typed: &str| {
            let change = CellChange { cell: 30, was: was.into(), typed: typed.into() };
            let case = SaveGrid { campaign, cells: vec![change] };
            world.app.save(chair, case).await.expect("saves").output.conflicts
        };
        assert!(save("", "12").await.is_empty());
        assert!(save("", "12").await.is_empty(), "the same again is success");
        let conflicts = save("", "13").await;
        assert_eq!((conflicts[0].was.as_str(), conflicts[0].typed.as_str()), ("12", "13"));
        let kept = world.app.read(chair, ShowGrid { campaign }).await.expect("shows").output;
        assert_eq!(kept.typed[30], "12", "another's change is not written over");
        assert!(
            save("12", "khoảng mười").await.is_empty(),
            "what is no number is kept all the same"
        );
    });
}
