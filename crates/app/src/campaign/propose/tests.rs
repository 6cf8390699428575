use super::*;
use domain::body::Path;
use domain::figure::Column;
use domain::id::Chance;
use domain::plan::{self, DataPeriod, DataScope};
use jiff::civil::date;

fn level(code: &str, order: i64, aliases: &[&str]) -> Level {
    Level {
        code: code.into(),
        order,
        name_vi: code.into(),
        name_en: code.into(),
        aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
    }
}

/// Province → one district with a grassroots union, one sector union, one direct grassroots union.
pub(crate) fn ground() -> Ground {
    let mut chance = Chance::new([3; 32]);
    let mut units: Vec<Placed> = Vec::new();
    let root = Path::below(None, 0).expect("root");
    let mut put = |level: &str, parent: Option<usize>, ordinal: u32| {
        let path = match parent {
            None => root.clone(),
            Some(at) => Path::below(Some(&units[at].path), ordinal).expect("path"),
        };
        let parent = parent.map(|at| units[at].body);
        let name = format!("{level} {ordinal}");
        units.push(Placed {
            body: chance.id(),
            code: name.clone(),
            name: name.clone(),
            short: name,
            level: level.into(),
            parent,
            path,
        });
    };
    put("province", None, 0);
    put("district", Some(0), 1);
    put("grassroots", Some(1), 1);
    put("sector", Some(0), 2);
    put("grassroots", Some(0), 3);
    let desk = OrganRow {
        id: chance.id(),
        name: "Ban Tổ chức Liên đoàn Lao động tỉnh".into(),
        short: "Ban Tổ chức".into(),
        organ: "department".into(),
    };
    Ground {
        unit: units[0].body,
        levels: vec![
            level("province", 1, &["ldld tinh", "lien doan lao dong tinh"]),
            level("district", 2, &["ldld huyen", "ldld cac huyen"]),
            level("sector", 3, &["cong doan nganh"]),
            level("grassroots", 4, &["cdcs", "cong doan co so"]),
        ],
        units,
        organs: vec![desk],
        groups: Vec::new(),
    }
}

fn send(who: &[&str], stated: Date) -> Dated {
    Dated {
        who: who.iter().map(|w| (*w).to_owned()).collect(),
        what: "gửi báo cáo".into(),
        act: Act::Send,
        text: "trước ngày".into(),
        kind: DateKind::Before,
        start: None,
        end: stated.yesterday().ok(),
        stated: Some(stated),
        inferred: false,
        span: Default::default(),
    }
}

fn to(from: &[&str], to: &str, via: Option<&str>) -> plan::Destination {
    plan::Destination {
        from: from.iter().map(|f| (*f).to_owned()).collect(),
        to: to.into(),
        via: via.map(str::to_owned),
        span: Default::default(),
    }
}

#[test]
fn each_tier_gets_the_date_that_names_it() {
    let document = Document {
        dates: vec![
            send(&["CĐCS trực thuộc LĐLĐ tỉnh", "LĐLĐ huyện, thị xã"], date(2031, 7, 20)),
            send(&["Công đoàn cơ sở"], date(2031, 7, 5)),
            send(&["LĐLĐ tỉnh"], date(2031, 8, 15)),
        ],
        report_to: vec![to(
            &["CĐCS trực thuộc LĐLĐ tỉnh", "LĐLĐ huyện"],
            "LĐLĐ tỉnh",
            Some("Ban Tổ chức"),
        )],
        ..Document::default()
    };
    let ground = ground();
    let (tiers, deadlines) = tiers(&document, &ground, Some(StatedDay::Excluded));
    let days: Vec<String> =
        deadlines.iter().map(|row| format!("{} {}", row.tier, row.deadline.last_day)).collect();
    assert_eq!(
        days,
        [
            "district/province 2031-07-19",
            "grassroots/province 2031-07-19",
            "grassroots/district 2031-07-04",
        ]
    );
    let shown: Vec<String> =
        tiers.iter().map(|t| format!("{} {} {}", t.key, t.asked, t.via.is_some())).collect();
    assert_eq!(
        shown,
        [
            "district/province true true",
            "sector/province false true",
            "grassroots/province true true",
            "grassroots/district true false",
        ]
    );
    assert_eq!(upward(&document, &ground, Some(StatedDay::Counts)).1, Some(date(2031, 8, 15)));
}

#[test]
fn the_author_reports_to_whoever_stands_above_else_where_the_plan_says() {
    let ground = ground();
    let to_whom = |parent: Option<&str>, report_to| {
        let mut document = Document { report_to, ..Document::default() };
        document.letterhead.parent = parent.map(str::to_owned);
        upward(&document, &ground, None).0
    };
    let named = || vec![to(&["LĐLĐ tỉnh"], "Tổng Liên đoàn", Some("Ban Tổ chức"))];
    let table = [
        (Some("TỔNG LIÊN ĐOÀN LAO ĐỘNG"), named(), "TỔNG LIÊN ĐOÀN LAO ĐỘNG"),
        (None, named(), "Tổng Liên đoàn"),
        (None, vec![to(&["LĐLĐ huyện"], "LĐLĐ tỉnh", None)], ""),
        (None, vec![], ""),
    ];
    for (parent, report_to, expected) in table {
        assert_eq!(to_whom(parent, report_to), expected);
    }
}

#[test]
fn of_two_places_a_sender_is_told_the_chosen_one_is_followed() {
    let two = [
        to(&["LĐLĐ huyện", "Công đoàn cơ sở"], "LĐLĐ huyện", None),
        to(&["công đoàn cơ sở"], "LĐLĐ tỉnh", Some("Ban Tổ chức")),
    ];
    let ground = ground();
    let table = [(0, Destination::Parent), (1, Destination::Issuer)];
    for (kept, expected) in table {
        let chosen = Document { report_to: vec![two[kept].clone()], ..Document::default() };
        let (tiers, _) = tiers(&chosen, &ground, None);
        let under_district = tiers.iter().find(|t| t.key == "grassroots/district").expect("tier");
        assert_eq!(under_district.destination, Some(expected), "{kept}");
    }
}

/// A plan in which the district, or a union directly under the province, is named by itself.
fn named(change: impl FnOnce(&mut Document)) -> (Ground, Document) {
    let mut document = Document {
        dates: vec![send(&["LĐLĐ huyện"], date(2031, 5, 5))],
        ..Document::default()
    };
    change(&mut document);
    (ground(), document)
}

fn period(units: &[&str], start: Option<Date>, end: Option<Date>) -> DataPeriod {
    DataPeriod {
        applies_to: DataScope::Report,
        units: units.iter().map(|unit| (*unit).to_owned()).collect(),
        start,
        end,
        text: "từ tháng 10/2028".into(),
        span: Default::default(),
    }
}

fn exception(units: &[&str], rule: &str) -> plan::Exception {
    let units = units.iter().map(|unit| (*unit).to_owned()).collect();
    plan::Exception { units, rule: rule.into(), span: Default::default() }
}

/// Name, words and what differs, exception by exception.
fn proposed((ground, document): &(Ground, Document)) -> Vec<String> {
    let register = Register::new(ground);
    let proposed = Proposed::of(document, (ground, &register), Some(StatedDay::Excluded));
    let one = |own: &ProposedException| {
        let Differs { silent, due, hold, to, term } = &own.differs;
        let due = due.as_ref().map(|(day, ..)| day.to_string());
        let mut said = vec![own.name.clone(), own.words.clone()];
        said.extend(silent.map(|_| "silent".to_owned()));
        said.extend(due);
        said.extend(hold.map(|(from, to)| format!("{from} - {to}")));
        said.extend(to.map(|(to, _)| to.name()));
        said.extend(term.and_then(OwnTerm::from).map(|from| format!("from {from}")));
        said.join("|")
    };
    proposed.exceptions.iter().map(one).collect()
}

#[test]
fn what_is_said_of_named_units_becomes_exceptions() {
    type Change = fn(&mut Document);
    let table: [(&str, Change, &[&str]); 9] = [
        ("nothing", |_| {}, &[]),
        (
            "another date",
            |d| d.dates.push(send(&["district 1"], date(2031, 4, 20))),
            &["district 1||2031-04-19"],
        ),
        ("the same date", |d| d.dates.push(send(&["district 1"], date(2031, 5, 5))), &[]),
        (
            "a time of its own",
            |d| d.data_periods.push(period(&["district 1"], Some(date(2028, 10, 1)), None)),
            &["district 1|từ tháng 10/2028|from 2028-10-01"],
        ),
        (
            "not asked",
            |d| d.exceptions.push(exception(&["district 1"], "không phải báo cáo")),
            &["district 1|không phải báo cáo|silent"],
        ),
        (
            "a part only",
            |d| d.exceptions.push(exception(&["district 1"], "chỉ báo cáo phần của thành phố")),
            &["district 1|chỉ báo cáo phần của thành phố"],
        ),
        (
            "straight to the issuer",
            |d| d.exceptions.push(exception(&["grassroots 1"], "gửi thẳng về LĐLĐ tỉnh")),
            &["grassroots 1|gửi thẳng về LĐLĐ tỉnh|issuer"],
        ),
        (
            "two alike of two levels",
            |d| d.exceptions.push(exception(&["district 1", "sector 2"], "không gửi báo cáo")),
            &["district 1|không gửi báo cáo|silent", "sector 2|không gửi báo cáo|silent"],
        ),
        (
            "nobody known",
            |d| d.exceptions.push(exception(&["Những đơn vị đã xong"], "không báo cáo")),
            &[],
        ),
    ];
    for (name, change, expected) in table {
        assert_eq!(proposed(&named(change)), expected, "{name}");
    }
}

#[test]
fn periods_of_everybody_are_columns() {
    let day = |year, month, day| Some(date(year, month, day));
    let whole = || period(&[], day(2026, 1, 1), day(2028, 12, 31));
    let half = || period(&[], day(2026, 1, 1), day(2028, 6, 30));
    let annex = |period: DataPeriod| DataPeriod { applies_to: DataScope::Annex, ..period };
    let years: Vec<Column> = (2026..=2028).map(Column::Year).collect();
    let span = vec![Column::Span { from: date(2026, 1, 1), to: date(2028, 6, 30) }];
    let table = [
        (vec![], vec![]),
        (vec![whole(), whole()], years.clone()),
        (vec![half()], span),
        (vec![half(), annex(whole())], years),
        (vec![period(&["district 1"], day(2026, 1, 1), day(2026, 12, 31))], vec![]),
        (vec![period(&[], None, day(2026, 12, 31))], vec![]),
    ];
    for (periods, expected) in table {
        let document = Document { data_periods: periods, ..Document::default() };
        assert_eq!(columns(&document), expected);
    }
}
