//! Tables of duties as a file of Word gives them: a block for every paragraph of a cell.

use domain::plan::{Document, Reading};
use domain::source::{Block, BlockKind, Look, Source, Span};
use expect_test::expect;

const HEAD: &str = "LIÊN ĐOÀN LAO ĐỘNG TỈNH PA LAO\nSố: 12/KH-LĐLĐ\nPa Lao, ngày 10 tháng 3 năm 2022\n\
    KẾ HOẠCH\nTổng kết phong trào Giờ thứ tám\nI. PHÂN CÔNG NHIỆM VỤ";

/// A plan with a table: cells between `|`, paragraphs of a cell between `¶`, items of a list
/// behind `*`; `<` stands where a cell is covered by the one before it.
fn plan(rows: &[&str]) -> Document {
    let mut text = format!("{HEAD}\n");
    let mut blocks = Source::plain(&text).blocks;
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells.split('|')) {
            for words in cell.split('¶').map(str::trim).filter(|words| !words.is_empty()) {
                if words == "<" {
                    continue;
                }
                let kind = match words.strip_prefix('*') {
                    Some(_) => BlockKind::Item { label: "-".to_owned(), level: 0 },
                    None => BlockKind::Cell { table: 0, row, column },
                };
                let words = words.trim_start_matches('*');
                let from = text.chars().count();
                text.push_str(words);
                let span = Span::new(from, text.chars().count());
                text.push('\n');
                blocks.push(Block { span, kind, look: Look::default() });
            }
        }
    }
    let Reading { mut documents, ignored_dates, .. } =
        reader::read(&Source { text, blocks, notes: Vec::new() });
    assert_eq!(ignored_dates.len(), 1, "{ignored_dates:?}");
    documents.remove(0)
}

fn shown(rows: &[&str]) -> String {
    let plan = plan(rows);
    let day = |day: Option<jiff::civil::Date>| day.map_or("–".to_owned(), |day| day.to_string());
    let duties =
        plan.duties.iter().map(|d| format!("{} [{}]: {}", d.who, d.with.join("; "), d.what));
    let dates = plan.dates.iter().map(|d| {
        let (start, end) = (day(d.start), day(d.end));
        format!("{:?} {:?} {start}..{end} {}: {}", d.act, d.kind, d.who.join("; "), d.what)
    });
    let ways = plan.report_to.iter().map(|w| format!("{} → {}", w.from.join("; "), w.to));
    let sections = plan.sections.iter().map(|s| format!("{} {}", s.number, s.title));
    let all: Vec<String> = duties.chain(dates).chain(ways).chain(sections).collect();
    all.join("\n")
}

#[test]
fn a_row_says_who_does_what_with_whom_by_when() {
    let rows = [
        "STT|Nội dung|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành",
        "1.|Xây dựng đề cương báo cáo|Văn phòng|Ban Tổ chức, Ban Tài chính|20/3/2022",
        "2.|Gửi báo cáo tổng kết về LĐLĐ tỉnh|LĐLĐ các huyện, thành phố;¶Công đoàn ngành||Trước 15/4/2022",
        "3.|Tổ chức hội nghị tổng kết|Ban Nữ công|Các ban|Tháng 5/2022",
    ];
    expect![[r#"
        Văn phòng [Ban Tổ chức; Ban Tài chính]: Xây dựng đề cương báo cáo
        LĐLĐ các huyện, thành phố; Công đoàn ngành []: Gửi báo cáo tổng kết về LĐLĐ tỉnh
        Ban Nữ công [Các ban]: Tổ chức hội nghị tổng kết
        Other By –..2022-03-20 Văn phòng: Xây dựng đề cương báo cáo
        Send Before –..2022-04-14 LĐLĐ các huyện, thành phố; Công đoàn ngành: Gửi báo cáo tổng kết về LĐLĐ tỉnh
        Hold Within 2022-05-01..2022-05-31 Ban Nữ công: Tổ chức hội nghị tổng kết
        LĐLĐ các huyện, thành phố; Công đoàn ngành → LĐLĐ tỉnh
        I PHÂN CÔNG NHIỆM VỤ"#]]
    .assert_eq(&shown(&rows));
}

#[test]
fn cells_that_cover_others_and_rows_that_head_them() {
    let rows = [
        "TT|Nhiệm vụ|Phân công|<|Thời hạn|Ghi chú",
        "||Chủ trì|Phối hợp||",
        "I|CÔNG TÁC CHUẨN BỊ||||",
        "1|Khảo sát tại cơ sở¶Báo cáo kết quả khảo sát|Ban Chính sách pháp luật chủ trì, phối hợp với Văn phòng||31/3/2022|4 huyện",
        "2|Dự thảo báo cáo|<||10/4/2022|",
        "II|TỔ CHỨC TỔNG KẾT||||",
        "3|* Gửi giấy mời¶* Chuẩn bị hội trường|Văn phòng||Chậm nhất 05/5/2022|",
    ];
    expect![[r#"
        Ban Chính sách pháp luật [Văn phòng]: Khảo sát tại cơ sở Báo cáo kết quả khảo sát
        Ban Chính sách pháp luật [Văn phòng]: Dự thảo báo cáo
        Văn phòng []: Gửi giấy mời Chuẩn bị hội trường
        Survey By –..2022-03-31 Ban Chính sách pháp luật: Khảo sát tại cơ sở Báo cáo kết quả khảo sát
        Other By –..2022-04-10 Ban Chính sách pháp luật: Dự thảo báo cáo
        Other By –..2022-05-05 Văn phòng: Gửi giấy mời Chuẩn bị hội trường
        I PHÂN CÔNG NHIỆM VỤ"#]]
    .assert_eq(&shown(&rows));
}

#[test]
fn a_table_of_visits_says_above_it_what_it_is_about() {
    let rows = [
        "STT|Đơn vị|Thời gian|Địa điểm",
        "1|LĐLĐ huyện Mường Nhé|21/3/2022|Trụ sở",
        "2|Công đoàn ngành Y tế|Chiều 22/3/2022|",
    ];
    expect![[r#"
        Other On 2022-03-21..2022-03-21 LĐLĐ huyện Mường Nhé: PHÂN CÔNG NHIỆM VỤ
        Other On 2022-03-22..2022-03-22 Công đoàn ngành Y tế: PHÂN CÔNG NHIỆM VỤ
        I PHÂN CÔNG NHIỆM VỤ"#]]
    .assert_eq(&shown(&rows));
}

#[test]
fn a_form_of_figures_lays_no_duty() {
    let rows = [
        "STT|Nội dung|Đơn vị tính|2020|2021",
        "1|Đoàn viên|Người|120|130",
        "2|Công đoàn cơ sở|Đơn vị|4|5",
    ];
    expect!["I PHÂN CÔNG NHIỆM VỤ"].assert_eq(&shown(&rows));
}
