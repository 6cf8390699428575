//! One construct of a plan at a time: sentences of our own, and what is read of them. A row is a line
//! of a plan of 10/3/2022 (`|` parts its lines), then what is read behind `=>`.

use domain::plan::{Dated, Document, Reading};
use domain::source::Source;
use expect_test::expect_file;
use jiff::civil::Date;
use std::fmt::Write;

#[test]
fn who_does_what() {
    check("acts", 30, |reading| each(&of(reading).dates, acts));
}

#[test]
fn data_periods() {
    check("periods", 20, |reading| {
        each(&of(reading).data_periods, |p| {
            let units = if p.units.is_empty() { String::new() } else { p.units.join(" + ") + ": " };
            format!("{:?} {units}{}..{} “{}”", p.applies_to, show(p.start), show(p.end), p.text)
        })
    });
}

#[test]
fn exceptions() {
    check("exceptions", 15, |reading| {
        each(&of(reading).exceptions, |e| format!("{}: {}", e.units.join(" + "), e.rule))
    });
}

#[test]
fn destinations() {
    check("destinations", 20, |reading| {
        each(&of(reading).report_to, |d| {
            let via = d.via.as_deref().map_or(String::new(), |via| format!(" qua {via}"));
            format!("{} → {}{via}", d.from.join(" + "), d.to)
        })
    });
}

#[test]
fn forms_and_attachments() {
    check("forms", 20, |reading| {
        let attached = each(&of(reading).attachments, |a| a.name.clone());
        format!("{:?} {attached}", of(reading).forms)
    });
}

#[test]
fn warnings() {
    check("warnings", 30, |reading| {
        let told = reading.warnings.iter().filter(|w| w.code != "PARTIAL_LETTERHEAD");
        let told: Vec<_> = told.filter(|w| w.code != "MISSING_SIGNATURE").cloned().collect();
        each(&told, |w| {
            let facts: Vec<&str> = w.facts.iter().map(|(_, value)| value.as_str()).collect();
            format!("{} ({})", w.code, facts.join(", "))
        })
    });
}

/// Reads the lines of a table and compares it with what it was.
fn check(table: &str, least: usize, read: impl Fn(&Reading) -> String) {
    let file = format!("{}/tests/tables/{table}.txt", env!("CARGO_MANIFEST_DIR"));
    let rows = std::fs::read_to_string(&file).expect("the table of a construct");
    let mut now = String::new();
    let mut count = 0;
    for row in rows.lines() {
        let Some((text, _)) = row.split_once("=>").filter(|_| !row.starts_with('#')) else {
            writeln!(now, "{row}").expect("a string takes every write");
            continue;
        };
        let said = read(&plan(&text.trim().replace(" | ", "\n")));
        writeln!(now, "{}", format!("{} => {said}", text.trim()).trim_end())
            .expect("a string takes every write");
        count += 1;
    }
    assert!(count >= least, "{count} rows");
    expect_file![file].assert_eq(&now);
}

fn plan(body: &str) -> Reading {
    reader::read(&Source::plain(&format!(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH PA LAO\nSố: 9/KH-LĐLĐ\nPa Lao, ngày 10 tháng 3 năm 2022\n\n\
         KẾ HOẠCH\nTổng kết công tác nữ công\n\n{body}"
    )))
}

fn of(reading: &Reading) -> &Document {
    &reading.documents[0]
}

fn acts(dated: &Dated) -> String {
    let days = format!("{}..{}", show(dated.start), show(dated.end));
    format!("{:?} {}: {} [{days}]", dated.act, dated.who.join(" + "), dated.what)
}

fn each<T>(items: &[T], row: impl Fn(&T) -> String) -> String {
    items.iter().map(row).collect::<Vec<_>>().join(" · ")
}

fn show(day: Option<Date>) -> String {
    day.map_or("–".to_owned(), |day| day.to_string())
}
