//! The real plans, where they lie beside the workspace. Nothing of their text is kept here: only
//! numbers, dates and names of bodies, which are facts about them.

use domain::plan::{Act, DateKind, Dated, Document, Form, OutlineItem, Reading, Review};
use domain::source::Source;
use jiff::civil::date;
use std::io::Write;
use std::path::PathBuf;

fn read(number: &str) -> Option<Reading> {
    Some(reader::read(&Source::plain(&text(number)?)))
}

/// The text of a plan, where the plans lie beside the workspace.
pub fn text(number: &str) -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/plans");
    let file = std::fs::read_dir(&folder).ok().and_then(|mut files| {
        files.find_map(|f| {
            let path = f.ok()?.path();
            path.file_name()?.to_str()?.starts_with(number).then_some(path)
        })
    });
    let Some(file) = file else {
        assert!(std::env::var_os("CI").is_none(), "plan {number} is not in {}", folder.display());
        writeln!(std::io::stderr(), "SKIPPED: plan {number} is not in {}", folder.display()).ok();
        return None;
    };
    Some(std::fs::read_to_string(file).expect("a plan is UTF-8"))
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.warnings.iter().map(|w| w.code.as_str()).collect()
}

fn has(reading: &Reading, expected: &[&str]) {
    for code in expected {
        assert!(codes(reading).contains(code), "{code} not in {:?}", codes(reading));
    }
}

fn basis(document: &Document) -> Vec<(&str, String)> {
    let shown = |b: &domain::plan::Cited| b.date.map_or(String::new(), |d| d.to_string());
    document.basis.iter().map(|b| (b.number.as_deref().unwrap_or("–"), shown(b))).collect()
}

fn numbers(items: &[OutlineItem]) -> Vec<&str> {
    items.iter().map(|item| item.number.as_str()).collect()
}

fn sections(document: &Document) -> String {
    let top = document.sections.iter().map(|s| {
        let inner: Vec<&str> = s.children.iter().map(|c| c.number.as_str()).collect();
        format!("{} ({})", s.number, inner.join(" "))
    });
    top.collect::<Vec<_>>().join(", ")
}

fn row(dated: &Dated) -> String {
    let show = |day: Option<jiff::civil::Date>| day.map_or("–".to_owned(), |d| d.to_string());
    let (start, end, stated) = (show(dated.start), show(dated.end), show(dated.stated));
    format!("{:?} {:?} {start} {end} {stated} {}", dated.act, dated.kind, dated.who.join(" + "))
}

fn rows(document: &Document) -> Vec<String> {
    document.dates.iter().map(row).collect()
}

#[test]
fn plan_001() {
    let Some(reading) = read("001") else { return };
    let plan = &reading.documents[0];
    assert_eq!((reading.documents.len(), reading.text_chars), (1, 4837));
    let head = &plan.letterhead;
    assert_eq!(head.parent.as_deref(), Some("Tổng Liên đoàn Lao động Việt Nam"));
    assert_eq!(head.issuer.as_deref(), Some("Liên đoàn Lao động tỉnh Điện Biên"));
    assert_eq!(head.number.as_deref(), Some("362/KH-LĐLĐ"));
    assert_eq!((head.place.as_deref(), head.date), (Some("Điện Biên"), Some(date(2020, 6, 2))));
    assert_eq!(plan.review, Some(Review::Final));
    assert_eq!(plan.subject.len(), 1);
    assert_eq!(plan.subject[0].number.as_deref(), Some("6a/NQ-TLĐ"));
    assert_eq!(plan.subject[0].date, Some(date(2011, 1, 6)));
    assert_eq!(basis(plan), [("46/KH-TLĐ", "2020-05-26".to_owned())]);
    assert_eq!(plan.cited, []);
    assert_eq!(sections(plan), "I (1 2), II (1 2 3), III (1 2), VI (1 2 3)");
    assert_eq!(
        rows(plan),
        [
            "Send Before – 2020-07-19 2020-07-20 CĐCS trực thuộc LĐLĐ tỉnh + \
             LĐLĐ huyện, thị xã, thành phố + công đoàn ngành + Công đoàn Viên chức tỉnh",
            "Send Before – 2020-08-14 2020-08-15 Liên đoàn Lao động tỉnh",
            "Send Reference – 2020-07-19 2020-07-20 Công đoàn cơ sở",
        ]
    );
    assert_eq!(plan.forms, [Form::InWriting]);
    let ways: Vec<(&str, Option<&str>)> =
        plan.report_to.iter().map(|d| (d.to.as_str(), d.via.as_deref())).collect();
    assert_eq!(ways[0], ("Liên đoàn Lao động tỉnh", Some("Ban Tổ chức")));
    assert_eq!(ways[1], ("Tổng Liên đoàn", None));
    assert!(ways[2].0.starts_with("LĐLĐ huyện, thị xã, thành phố"));
    assert_eq!(ways[3], ("LĐLĐ tỉnh", Some("Ban Tổ chức")));
    assert_eq!(numbers(&plan.proposed_outline), ["1", "2", "3"]);
    assert_eq!(plan.proposed_outline[0].children.len(), 3);
    let purposes: Vec<_> = plan.recipients.iter().map(|r| r.purpose.as_deref()).collect();
    assert_eq!(purposes, [Some("để báo cáo"), None, None, None, None, Some("lưu")]);
    assert_eq!(plan.signatory.post.as_deref(), Some("CHỦ TỊCH"));
    assert!(plan.signatory.signed && plan.signatory.name.is_some());
    has(&reading, &["SECTION_NUMBER_JUMP", "ATTACHMENT_NOT_IN_FILE", "TWO_DESTINATIONS"]);
    has(&reading, &["SAME_DEADLINE_FOR_TWO_TIERS", "SYMBOL_SPACING", "DEADLINE_ON_WEEKEND"]);
}

#[test]
fn plan_004() {
    let Some(reading) = read("004") else { return };
    let plan = &reading.documents[0];
    let head = &plan.letterhead;
    assert_eq!((head.parent.as_deref(), head.number.as_deref()), (None, Some("447/KH-LĐLĐ")));
    assert_eq!((head.place.as_deref(), head.date), (Some("Lai Châu"), Some(date(2023, 5, 17))));
    assert_eq!(head.issuer.as_deref(), Some("LĐLĐ tỉnh Lai Châu"));
    let reviewed: Vec<_> = plan.subject.iter().map(|s| s.number.as_deref()).collect();
    assert_eq!(reviewed, [Some("1563/CTr-TLĐ"), Some("133/KH-LĐLĐ")]);
    assert_eq!(basis(plan), [("324/KH-TLĐ", "2023-05-12".to_owned())]);
    assert_eq!(sections(plan), "I (1 2 3), II (1 2 3 4 5 6 7 8 9 10), III (1 2), IV (1 2)");
    assert_eq!(
        rows(plan),
        [
            "Hold Before – 2023-05-19 2023-05-20 \
             LĐLĐ các huyện, Thành phố + Công đoàn ngành + Công đoàn viên chức",
            "Hold Before – 2023-05-24 2023-05-25 LĐLĐ tỉnh",
            "Meeting Within 2023-07-01 2023-07-31 – Liên đoàn Lao động tỉnh",
            "Send Before – 2023-05-21 2023-05-22 \
             Liên đoàn Lao động các huyện, thành phố + công đoàn ngành + công đoàn viên chức",
        ]
    );
    assert_eq!(plan.proposed_outline.len(), 10);
    assert_eq!(plan.report_to[0].via.as_deref(), Some("Ban Tổ chức - Kiểm tra"));
    assert_eq!(plan.report_to.len(), 2);
    let with: Vec<_> = plan.duties.iter().flat_map(|d| &d.with).collect();
    assert_eq!(with.len(), 2);
    assert_eq!(plan.recipients.len(), 4);
    assert_eq!(plan.signatory.authority.as_deref(), Some("TM. BAN THƯỜNG VỤ"));
    has(&reading, &["IMPOSSIBLE_LEAD_TIME", "CONFERENCE_AFTER_REPORT", "FORM_CONFLICT"]);
    has(&reading, &["WRONG_CODEPOINT", "PARTIAL_LETTERHEAD", "ATTACHMENT_NOT_IN_FILE"]);
}

#[test]
fn plan_000() {
    let Some(reading) = read("000") else { return };
    let plan = &reading.documents[0];
    assert_eq!(plan.review, Some(Review::Interim));
    let expected =
        [("56/KH-TLĐ", "2020-07-23".to_owned()), ("92/CTr-BCH", "2018-08-13".to_owned())];
    assert_eq!(basis(plan), expected);
    let kinds: Vec<Act> = plan.dates.iter().map(|d| d.act).collect();
    assert_eq!(kinds, [Act::Hold, Act::Hold, Act::Hold, Act::Send, Act::Send]);
    assert_eq!(plan.report_to[1].via.as_deref(), Some("Văn phòng"));
    assert_eq!(plan.recipients.iter().filter(|r| r.inferred).count(), 2);
    has(&reading, &["MISSING_LETTERHEAD", "WORD_ARTEFACT", "DEADLINE_ON_WEEKEND"]);
}

#[test]
fn plan_002() {
    let Some(reading) = read("002") else { return };
    let plan = &reading.documents[0];
    assert_eq!(plan.letterhead.number.as_deref(), Some("62/KH-LĐLĐ"));
    assert_eq!(basis(plan), [("1870/KH-TLĐ", "2010-11-03".to_owned())]);
    let ends: Vec<_> = plan.dates.iter().filter_map(|d| d.end).collect();
    let june = (date(2011, 6, 15), date(2011, 6, 30));
    let spring = [date(2011, 2, 28), date(2011, 5, 31), date(2011, 5, 29)];
    assert_eq!(ends[..3], spring);
    assert_eq!((ends[3], ends[4], ends[5]), (june.0, june.1, date(2011, 7, 29)));
    assert_eq!(plan.data_periods[0].end, Some(date(2011, 4, 30)));
    assert_eq!(plan.recipients.len(), 7);
}

#[test]
fn plan_003() {
    let Some(reading) = read("003") else { return };
    assert_eq!(reading.documents.len(), 3);
    let plan = &reading.documents[0];
    assert_eq!(plan.outline.len(), 2);
    assert_eq!(plan.outline[0].children.len(), 6);
    assert_eq!(plan.exceptions[0].units.len(), 4);
    assert_eq!(plan.attachments.len(), 3);
    assert_eq!(plan.recipients.iter().filter(|r| r.inferred).count(), 3);
    let about = plan.dates.iter().find(|d| d.kind == DateKind::AboutStart);
    assert_eq!(about.and_then(|d| d.start), Some(date(2020, 2, 1)));
    assert_eq!(reading.documents[2].dates[0].act, Act::Opinion);
    has(&reading, &["DATE_PRECEDES_PLAN", "OUTLINE_NUMBER_JUMP", "TITLE_BODY_CONTRADICTION"]);
    has(&reading, &["MULTI_DOCUMENT_FILE", "UNBALANCED_PUNCTUATION"]);
}
