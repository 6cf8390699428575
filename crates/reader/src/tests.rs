//! One construct of a plan at a time, in sentences of our own.

use super::*;
use domain::plan::{Destination, Warning};
use domain::source::SourceNote;

/// A plan of the body below, dated 10/3/2022.
fn plan(body: &str) -> Reading {
    read(&Source::plain(&format!(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH PA LAO\nSố: 9/KH-LĐLĐ\nPa Lao, ngày 10 tháng 3 năm 2022\n\n\
         KẾ HOẠCH\nTổng kết công tác nữ công\n\n{body}"
    )))
}

fn check(read: impl Fn(&Document) -> String, table: &[(&str, &str)]) {
    for (body, expected) in table {
        assert_eq!(read(&plan(body).documents[0]), *expected, "{body}");
    }
}

#[test]
fn letterhead() {
    let table = [
        (
            "Số: 07/KH-CĐN\nPa Lao, ngày 9 tháng 8 năm 2022\nKẾ HOẠCH\nTổng kết",
            "07/KH-CĐN Pa Lao 2022-08-09",
        ),
        ("Số:    /KH-LĐLĐ\tPa Lao, ngày 09 tháng 8 năm 2022\nKẾ HOẠCH", "– Pa Lao 2022-08-09"),
        ("KẾ HOẠCH\nTổng kết", "– – –"),
    ];
    for (text, expected) in table {
        let head = read(&Source::plain(text)).documents.remove(0).letterhead;
        let dash = || "–".to_owned();
        let date = head.date.map_or_else(dash, |d| d.to_string());
        let (number, place) = (head.number.unwrap_or_else(dash), head.place.unwrap_or_else(dash));
        assert_eq!(format!("{number} {place} {date}"), expected, "{text}");
    }
}

#[test]
fn who_does_what() {
    let row = |d: &Document| {
        let rows = d.dates.iter().map(|d| format!("{:?} {}: {}", d.act, d.who.join(" + "), d.what));
        rows.collect::<Vec<_>>().join(" | ")
    };
    check(
        row,
        &[
            (
                "I. THỜI GIAN\n- Công đoàn cơ sở họp bàn và nộp báo cáo về LĐLĐ huyện trước ngày 2/5/2022.",
                "Send Công đoàn cơ sở: nộp báo cáo về LĐLĐ huyện",
            ),
            (
                "I. THỜI GIAN TỔNG KẾT\n1. LĐLĐ huyện: Xong trước ngày 2/5/2022.",
                "Hold LĐLĐ huyện: tổng kết xong",
            ),
            (
                "I. PHÂN CÔNG\n1. Văn phòng\n- Lấy ý kiến các ban trong tháng 5/2022.",
                "Opinion Văn phòng: Lấy ý kiến các ban",
            ),
            (
                "I. TIẾN ĐỘ\n- Tháng 4/2022: LĐLĐ tỉnh khảo sát tại cơ sở.",
                "Survey LĐLĐ tỉnh: khảo sát tại cơ sở",
            ),
            (
                "I. TIẾN ĐỘ\n- LĐLĐ tỉnh tổ chức hội nghị tổng kết tại kỳ họp tháng 7/2022.",
                "Meeting LĐLĐ tỉnh: tổ chức hội nghị tổng kết tại kỳ họp",
            ),
        ],
    );
}

#[test]
fn destinations() {
    let row = |d: &Document| {
        let one = |d: &Destination| {
            let via = d.via.as_deref().unwrap_or("–");
            format!("{} → {} qua {via}", d.from.join(" + "), d.to)
        };
        d.report_to.iter().map(one).collect::<Vec<_>>().join(" | ")
    };
    check(
        row,
        &[
            (
                "1. LĐLĐ huyện gửi báo cáo về LĐLĐ tỉnh (qua Ban Nữ công) trước ngày 2/5/2022.",
                "LĐLĐ huyện → LĐLĐ tỉnh qua Ban Nữ công",
            ),
            (
                "1. LĐLĐ huyện\nBáo cáo gửi về Văn phòng trước ngày 2/5/2022.",
                "LĐLĐ huyện → Liên đoàn Lao động tỉnh Pa Lao qua Văn phòng",
            ),
            (
                "1. LĐLĐ huyện gửi báo cáo về LĐLĐ tỉnh để tổng hợp gửi Tổng Liên đoàn.",
                "LĐLĐ huyện → LĐLĐ tỉnh qua – | LĐLĐ tỉnh → Tổng Liên đoàn qua –",
            ),
            ("1. Văn phòng gửi giấy mời đại biểu.", ""),
        ],
    );
}

#[test]
fn recipients_and_purposes() {
    let row = |d: &Document| {
        let one = |r: &domain::plan::Recipient| {
            let mark = if r.inferred { "?" } else { "" };
            format!("{} [{}{mark}]", r.name, r.purpose.as_deref().unwrap_or("–"))
        };
        d.recipients.iter().map(one).collect::<Vec<_>>().join(" | ")
    };
    check(
        row,
        &[
            (
                "I. VIỆC\nNơi nhận:\n- LĐLĐ huyện (t/h);\n- Các ban;\n- Lưu: VT.",
                "LĐLĐ huyện [để thực hiện] | Các ban [–] | VT [lưu]",
            ),
            (
                "I. VIỆC\nNơi nhận:\n- Tổng LĐLĐ;\n- Tỉnh ủy;      b/c\n\n- LĐLĐ huyện;",
                "Tổng LĐLĐ [để báo cáo?] | Tỉnh ủy [để báo cáo?] | LĐLĐ huyện [–]",
            ),
        ],
    );
}

#[test]
fn every_dated_phrase_is_somewhere() {
    let reading = plan(
        "Căn cứ Kế hoạch số 1/KH-TLĐ ngày 02/01/2022 của Tổng Liên đoàn;\nI. VIỆC\n\
         - Số liệu tính đến hết tháng 12/2021, giai đoạn 2018 - 2021.\n\
         - LĐLĐ huyện gửi báo cáo trước ngày 05/5/2022.",
    );
    let ignored: Vec<String> =
        reading.ignored_dates.iter().map(|date| format!("{:?} {}", date.why, date.text)).collect();
    let expected = [
        "OwnDate ngày 10 tháng 3 năm 2022",
        "CitedDocument ngày 02/01/2022",
        "DataPeriod đến hết tháng 12/2021",
        "DataPeriod 2018 - 2021",
    ];
    assert_eq!(ignored, expected);
    assert_eq!(reading.documents[0].dates.len(), 1);
}

#[test]
fn warnings_name_what_looks_wrong() {
    let table = [
        ("I. MỘT\nIII. BA", "SECTION_NUMBER_JUMP"),
        ("I. VIỆC\n- LĐLĐ huyện gửi báo cáo trước ngày 31/4/2022.", "IMPOSSIBLE_DATE"),
        ("I. VIỆC\n- LĐLĐ huyện gửi báo cáo trước ngày 05/5/2021.", "DATE_PRECEDES_PLAN"),
        ("I. VIỆC\n- LĐLĐ huyện gửi báo cáo trước ngày 14/3/2022.", "IMPOSSIBLE_LEAD_TIME"),
        ("I. VIỆC\n- LĐLĐ huyện gửi báo cáo trước ngày 7/5/2022.", "DEADLINE_ON_WEEKEND"),
        ("I. VIỆC\n- LĐLĐ huyện gửi báo cáo trước ngày 6/5/2022 (thứ Năm).", "WEEKDAY_MISMATCH"),
        (
            "I. VIỆC\n- LĐLĐ huyện và CĐCS gửi báo cáo về LĐLĐ tỉnh trước ngày 6/5/2022.",
            "SAME_DEADLINE_FOR_TWO_TIERS",
        ),
        (
            "I. VIỆC\n- CĐCS gửi báo cáo về LĐLĐ huyện trước ngày 20/5/2022.\n\
             - LĐLĐ huyện gửi báo cáo về LĐLĐ tỉnh trước ngày 6/5/2022.",
            "LOWER_TIER_AFTER_UPPER",
        ),
        (
            "I. VIỆC\n- CĐCS gửi báo cáo về LĐLĐ huyện.\n- CĐCS nộp báo cáo về LĐLĐ tỉnh.",
            "TWO_DESTINATIONS",
        ),
        ("I. VIỆC\n(Có đề cương kèm theo)", "ATTACHMENT_NOT_IN_FILE"),
        ("I. VIỆC\n1. Tổng kết bằng văn bản.\n2. Mở hội nghị tổng kết.", "FORM_CONFLICT"),
    ];
    for (body, code) in table {
        let reading = plan(body);
        let codes: Vec<&str> = reading.warnings.iter().map(|w| w.code.as_str()).collect();
        assert!(codes.contains(&code), "{body}: {code} not in {codes:?}");
    }
}

#[test]
fn nothing_is_read_into_nothing() {
    for text in ["", "\n\n", "- - -", "xin chào"] {
        let reading = read(&Source::plain(text));
        assert!(reading.documents.iter().all(|d| d.dates.is_empty() && d.basis.is_empty()));
        assert_eq!(reading.ignored_dates, []);
    }
}

#[test]
fn what_was_put_right_on_the_way_in_is_said() {
    let table = [
        (SourceNote::Converted { encoding: "VNI".to_owned() }, "CONVERTED_ENCODING VNI"),
        (SourceNote::Replaced { count: 3 }, "UNKNOWN_SIGNS 3"),
        (SourceNote::PagesWithoutText { pages: vec![2, 5] }, "PAGES_WITHOUT_TEXT 2, 5"),
    ];
    for (note, expected) in table {
        let mut source = Source::plain("KẾ HOẠCH");
        source.notes.push(note);
        let reading = read(&source);
        let said = |w: &Warning| format!("{} {}", w.code, w.facts.first().map_or("", |f| &f.1));
        assert!(reading.warnings.iter().any(|w| said(w) == expected), "{expected}");
    }
}
