use crate::exception::{put, said, seen, units};
use app::campaign::{
    Create, ExceptionAnswer, Origin, PutDates, PutFigures, PutVariants, ShowPreview, TierDays,
    Variant,
};
use app::figures::{View, show_figures, show_trace};
use app::grid::{CellChange, SaveGrid, ShowGrid};
use app::report::{ReportFigures, show_report};
use app::review::Receive;
use app::submission::{Gaps, ShowCheck, ShowSubmission, Submit, submit};
use app::verify::verify;
use app::work::ShowTaskList;
use domain::campaign::Destination;
use domain::figure::{Column, Figure, OwnTerm};
use domain::id::{BodyId, CampaignId, IndicatorId};
use domain::submission::Gap;
use jiff::civil::{Date, date};
use testkit::{World, on_both, refusal};

const TO_PARENT: ExceptionAnswer = ExceptionAnswer::Report { to: Destination::Parent, via: None };

async fn set_term(
    world: &World,
    campaign: CampaignId,
    key: &str,
    term: Option<OwnTerm>,
) -> Result<(), app::Ending> {
    let officer = world.sign_in("btc").await;
    let view = seen(world, campaign).await;
    let case = PutDates {
        campaign,
        rev: view.campaign.rev,
        up_to: view.campaign.up_to,
        up_day: view.campaign.up_day,
        stated_day: None,
        tiers: vec![TierDays { key: key.to_owned(), due: None, hold: None, term }],
    };
    world.app.save(officer, case).await.map(|_| ())
}

async fn take_out(world: &World, campaign: CampaignId, key: &str, figures_out: Vec<IndicatorId>) {
    let officer = world.sign_in("btc").await;
    let rev = seen(world, campaign).await.campaign.rev;
    let variant = Variant { tier: key.to_owned(), out: Vec::new(), figures_out };
    let case = PutVariants { campaign, rev, variants: vec![variant] };
    world.app.save(officer, case).await.expect("keeps");
}

/// A campaign in which one unit reports from 1 July of the third year on, and is not asked how many
/// are fed; gives the unit, its key and the periods.
async fn prepared(world: &World) -> (CampaignId, BodyId, String, Vec<i16>) {
    let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
    let view = seen(world, campaign).await;
    let unit = units(&view, "HV-VK-01")[0];
    let key = put(world, campaign, said("Mới thành lập", TO_PARENT, vec![unit])).await;
    let key = key.expect("keeps it");
    let table = view.table.expect("asks for figures");
    let years: Vec<i16> = table
        .columns
        .iter()
        .map(|column| match column {
            Column::Year(year) => *year,
            other => panic!("{other:?}"),
        })
        .collect();
    let term = OwnTerm::new(Some(date(years[2], 7, 1)), None);
    set_term(world, campaign, &key, term).await.expect("keeps the time");
    take_out(world, campaign, &key, vec![table.indicators[2].id]).await;
    (campaign, unit, key, years)
}

#[test]
fn a_time_of_its_own_in_which_nothing_is_asked_is_refused() {
    on_both("term_outside", async |world: World| {
        let (campaign, _, key, years) = prepared(&world).await;
        let day = |year: i16| Some(date(year, 1, 1));
        let table: [(Option<Date>, Option<Date>, &str); 3] = [
            (day(years[4] + 1), None, "refusal-campaign-own-term-outside"),
            (None, day(years[0] - 1), "refusal-campaign-own-term-outside"),
            (None, None, "done"),
        ];
        for (from, to, expected) in table {
            let answer = set_term(&world, campaign, &key, OwnTerm::new(from, to)).await;
            let said = if answer.is_ok() { "done" } else { refusal(answer) };
            assert_eq!(said, expected, "{from:?} {to:?}");
        }
    });
}

#[test]
fn a_unit_is_asked_its_part_of_the_table_and_the_sums_say_so() {
    on_both("portion", async |world: World| {
        let (campaign, unit, _, years) = prepared(&world).await;
        let officer = world.sign_in("btc").await;
        let preview = ShowPreview { campaign, unit };
        let preview = world.app.read(officer, preview).await.expect("shows").output;
        sample::issue_campaign(&world.app, campaign).await.expect("issues");

        let chair = world.sign_in("coso").await;
        let grid = world.app.read(chair, ShowGrid { campaign }).await.expect("own").output;
        assert_eq!(preview.table.as_ref(), Some(&grid.table), "as it was shown before");
        assert_eq!(
            grid.table.told,
            [
                Column::Span { from: date(years[2], 7, 1), to: date(years[2], 12, 31) },
                Column::Year(years[3]),
                Column::Year(years[4]),
            ]
        );
        assert_eq!(grid.table.columns[0], Column::Year(years[2]), "the same cell as everybody's");
        let asked: Vec<usize> = grid.table.asked().collect();
        let list = world.app.read(chair, ShowTaskList { campaign }).await.expect("own").output;
        assert_eq!(list.cells.expect("figures").asked, asked.len());
        assert_eq!(list.term.and_then(OwnTerm::from), Some(date(years[2], 7, 1)));
        let cell = |cell: usize| CellChange {
            cell: u32::try_from(cell).expect("small"),
            was: String::new(),
            typed: "7".into(),
        };
        let outside = (0..).find(|cell| !asked.contains(cell)).expect("some");
        let case = SaveGrid { campaign, cells: vec![cell(outside)] };
        assert_eq!(refusal(world.app.save(chair, case).await), "not found");
        let cells = asked.iter().skip(1).copied().map(cell).collect();
        world.app.save(chair, SaveGrid { campaign, cells }).await.expect("saves");
        let check = world.app.read(chair, ShowCheck { campaign }).await.expect("own").output;
        let blank = check.gaps.iter().find_map(|gap| match gap {
            Gap::CellsBlank { count, .. } => Some(*count),
            _ => None,
        });
        assert_eq!(blank, Some(1), "what is not asked is not missing");
        let (gaps, rev) = (Gaps::Meant, list.assignment.rev);
        submit(&world.app, chair, "send", Submit { campaign, rev, gaps }).await.expect("sends");

        let district = world.sign_in("huyen").await;
        let shown = ShowSubmission { campaign, body: unit, version: None };
        let shown = world.app.read(district, shown).await.expect("shows").output;
        assert_eq!(shown.figures[outside], Figure::NotAsked);
        let receive = Receive { campaign, body: unit, version: 1 };
        world.app.act(district, "take", receive).await.expect("receives");

        let sums = show_figures(&world.app, officer, campaign, None, View::Received).await;
        let sums = sums.expect("sums").output;
        let of = |row: usize| sums.rows[row].iter().map(|shown| shown.of).collect::<Vec<_>>();
        assert_eq!(sums.coverage.of, 16);
        assert_eq!(of(0), [15, 15, 16, 16, 16]);
        assert_eq!(of(2), [15; 5], "not asked");
        assert_eq!(of(3), [15; 5], "worked out from what is not asked");
        assert_eq!(sums.rows[0][3].value, Some(7));
        let names: Vec<&str> = sums.terms.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [grid.assignment.short.as_str()]);
        let (node, at) = (sums.node.body, sums.rows[2][4].cell);
        let trace = show_trace(&world.app, officer, campaign, (node, at), View::Received).await;
        let trace = trace.expect("trace").output;
        assert_eq!((trace.not_asked, trace.missing.len(), trace.terms.len()), (1, 15, 1));
        assert!(trace.contributions.is_empty());
        let own = show_report(&world.app, chair, campaign).await.expect("own").output;
        let ReportFigures::Own { table, .. } = own.figures else { panic!("its own figures") };
        assert_eq!(table.told, grid.table.told);
        let findings = verify(&world.app).await.expect("verifies");
        assert_eq!(findings.faults, []);
    });
}

#[test]
fn a_unit_of_which_no_figure_is_asked_is_not_waited_for() {
    on_both("no_figures", async |world: World| {
        let (campaign, unit, key, _) = prepared(&world).await;
        let table = seen(&world, campaign).await.table.expect("asks for figures");
        let all = table.indicators.iter().map(|row| row.id).collect();
        take_out(&world, campaign, &key, all).await;
        sample::issue_campaign(&world.app, campaign).await.expect("issues");
        let chair = world.sign_in("coso").await;
        let list = world.app.read(chair, ShowTaskList { campaign }).await.expect("own").output;
        assert_eq!((list.assignment.body, list.cells), (unit, None));
        let none = world.app.read(chair, ShowGrid { campaign }).await;
        assert_eq!(refusal(none), "not found");
        let officer = world.sign_in("btc").await;
        let sums = show_figures(&world.app, officer, campaign, None, View::Received).await;
        let sums = sums.expect("sums").output;
        assert_eq!((sums.coverage.of, sums.missing.len()), (15, 15));
    });
}

#[test]
fn what_is_not_asked_outlasts_a_change_of_the_table_and_is_copied() {
    on_both("portion_kept", async |world: World| {
        let (campaign, _, key, _) = prepared(&world).await;
        let officer = world.sign_in("btc").await;
        let out = async |campaign: CampaignId, key: &str| {
            let view = seen(&world, campaign).await;
            let shown = view.tiers.iter().find(|shown| shown.tier.key == key).expect("a tier");
            let table = view.table.as_ref().expect("asks for figures");
            let out = &shown.tier.portion.out;
            let rows = table.indicators.iter().filter(|row| out.contains(&row.id));
            rows.map(|row| row.code.as_str().to_owned()).collect::<Vec<_>>()
        };
        let before = out(campaign, &key).await;
        assert_eq!(before.len(), 2, "the figure and the ratio worked out from it");
        let view = seen(&world, campaign).await;
        let table = view.table.expect("asks for figures");
        let case = PutFigures {
            campaign,
            rev: view.campaign.rev,
            title: "Phụ lục 2".into(),
            columns: table.columns.clone(),
            indicators: app::campaign::NewIndicator::all_of(&table.indicators),
        };
        world.app.save(officer, case).await.expect("keeps");
        assert_eq!(out(campaign, &key).await, before);
        let case = Create { title: "Lần sau".into(), origin: Origin::Earlier(campaign) };
        let made = world.app.act(officer, "copy", case).await.expect("copies").output;
        app::campaign::copy_units(&world.app, officer, made).await.expect("copies the units");
        assert_eq!(out(made, &key).await, before);
    });
}
