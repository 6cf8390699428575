//! Dates, data periods, destinations, forms and warnings of the real plans, field by field. Kept are
//! days, kinds, places and numbers; of words only a hash, so that nothing of the plans stands here.

use crate::plans::text;
use domain::plan::{Document, Reading};
use domain::source::Source;
use expect_test::expect_file;
use std::fmt::Write;

#[test]
fn every_field_of_the_plans() {
    for number in ["000", "001", "002", "003", "004"] {
        let Some(text) = text(number) else { return };
        let reading = reader::read(&Source::plain(&text));
        let file = format!("{}/tests/plans/{number}.txt", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&fields(&reading));
    }
}

#[test]
fn a_hash_tells_words_apart() {
    assert_ne!(hash("trước ngày 20/7"), hash("trước ngày 21/7"));
    assert_eq!(hash("LĐLĐ tỉnh"), hash("LĐLĐ tỉnh"));
}

fn fields(reading: &Reading) -> String {
    let mut rows = String::new();
    let mut row = |line: String| writeln!(rows, "{line}").expect("a string takes every write");
    for document in &reading.documents {
        row(format!("{:?} {:?}", document.kind, document.span));
        of_dates(document).for_each(&mut row);
        of_reports(document).for_each(&mut row);
    }
    for date in &reading.ignored_dates {
        row(format!("ignored {:?} {:?} {}", date.why, date.span, hash(&date.text)));
    }
    for warning in &reading.warnings {
        let facts: Vec<&str> = warning.facts.iter().map(|(_, value)| value.as_str()).collect();
        let (code, severity) = (&warning.code, warning.severity);
        row(format!("{code} {severity:?} {:?} {}", warning.span, hash(&facts.join("|"))));
    }
    rows
}

fn of_dates(document: &Document) -> impl Iterator<Item = String> {
    let show = |day: Option<jiff::civil::Date>| day.map_or("–".to_owned(), |d| d.to_string());
    let dates = document.dates.iter().map(move |d| {
        let days = format!("{}..{} {}", show(d.start), show(d.end), show(d.stated));
        let mark = if d.inferred { " inferred" } else { "" };
        let who: Vec<String> = d.who.iter().map(|who| hash(who)).collect();
        let words = format!("who {} what {} text {}", who.join("+"), hash(&d.what), hash(&d.text));
        format!("date {:?} {:?} {days}{mark} {:?} {words}", d.act, d.kind, d.span)
    });
    let periods = document.data_periods.iter().map(move |p| {
        let days = format!("{}..{}", show(p.start), show(p.end));
        let units = hash(&p.units.join("+"));
        format!("data {:?} {days} {:?} units {} {units}", p.applies_to, p.span, p.units.len())
    });
    dates.chain(periods)
}

fn of_reports(document: &Document) -> impl Iterator<Item = String> {
    let forms = [format!("forms {:?}", document.forms)];
    let ways = document.report_to.iter().map(|to| {
        let (from, via) = (hash(&to.from.join("+")), to.via.as_deref().map(hash));
        let via = via.unwrap_or("–".to_owned());
        format!("to {} {:?} from {} {from} via {via}", hash(&to.to), to.span, to.from.len())
    });
    let attached = document.attachments.iter();
    let attached = attached.map(|a| format!("attachment {:?} {}", a.span, hash(&a.name)));
    let exceptions = document.exceptions.iter().map(|e| {
        let (units, rule) = (hash(&e.units.join("+")), hash(&e.rule));
        format!("exception {:?} units {} {units} {rule}", e.span, e.units.len())
    });
    forms.into_iter().chain(ways).chain(attached).chain(exceptions)
}

/// FNV-1a of the words.
pub fn hash(words: &str) -> String {
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    format!("{:08x}", words.bytes().fold(2_166_136_261, mix))
}
