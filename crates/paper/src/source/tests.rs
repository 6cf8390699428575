use super::*;
use domain::document::Document;
use domain::source::{Block, BlockKind, SourceNote};
use proptest::prelude::*;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// One line a block: kind, look as letters (centred, bold, italic, capitals), words.
fn show(source: &Source) -> String {
    let block = |block: &Block| {
        let kind = match &block.kind {
            BlockKind::Paragraph => "P".to_owned(),
            BlockKind::Heading { level } => format!("H{level}"),
            BlockKind::Item { label, level } => format!("I{level}<{label}>"),
            BlockKind::Cell { table, row, column } => format!("C{table}.{row}.{column}"),
            BlockKind::Page { number } => format!("page {number}"),
        };
        let look = block.look;
        let flags =
            [(look.centred, 'c'), (look.bold, 'b'), (look.italic, 'i'), (look.capitals, 'C')];
        let flags: String =
            flags.iter().filter(|(set, _)| *set).map(|(_, letter)| letter).collect();
        format!("{kind}{} {}", flags, source.words(block.span).replace('\n', "⏎"))
    };
    source.blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn check(name: &str, bytes: &[u8], expected: &str) {
    assert_eq!(show(&source(name, bytes).unwrap()), expected, "{name}");
}

/// A Word file with this body and these further parts.
fn word(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    let relationships = "<Relationships><Relationship Id=\"a\" Target=\"word/document.xml\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
         officeDocument\"/></Relationships>";
    archive(&[&[("_rels/.rels", relationships), ("word/document.xml", &document)], parts].concat())
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A letterhead set as the header of the first page is read; a running header is not.
#[test]
fn a_letterhead_may_stand_in_the_page_header() {
    let header = |paragraphs: &[&str]| {
        let all: String =
            paragraphs.iter().map(|p| format!("<w:p><w:r><w:t>{p}</w:t></w:r></w:p>")).collect();
        format!("<w:hdr xmlns:w=\"w\">{all}</w:hdr>")
    };
    let relationships = "<R><r Id=\"a\" Type=\"x/header\" Target=\"header1.xml\"/>\
         <r Id=\"b\" Type=\"x/header\" Target=\"header2.xml\"/></R>";
    let (running, letterhead) = (
        header(&["Kế hoạch tổng kết"]),
        header(&["CÔNG ĐOÀN NGÀNH Y TẾ", "Số: 5/KH-CĐN", "Pa Lao, ngày 3/4/2022"]),
    );
    let parts = [
        ("word/_rels/document.xml.rels", relationships),
        ("word/header1.xml", &running),
        ("word/header2.xml", &letterhead),
    ];
    let file = word("<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>", &parts);
    check(
        "a.docx",
        &file,
        "PC CÔNG ĐOÀN NGÀNH Y TẾ\nP Số: 5/KH-CĐN\nP Pa Lao, ngày 3/4/2022\nPC KẾ HOẠCH",
    );
}

#[test]
fn plain_text_is_read_in_each_encoding() {
    let text = "Số: 12/KH-LĐLĐ\r\n\r\n  Dòng hai ";
    let expected = "P Số: 12/KH-LĐLĐ\nP Dòng hai";
    check("a.txt", text.as_bytes(), expected);
    check("a.txt", &[b"\xef\xbb\xbf", text.as_bytes()].concat(), expected);
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    check("a.txt", &[b"\xff\xfe", &little[..]].concat(), expected);
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    check("khong-duoi", &[b"\xfe\xff", &big[..]].concat(), expected);
    let source = source("a.txt", text.as_bytes()).unwrap();
    assert_eq!(source.text, "Số: 12/KH-LĐLĐ\n\n  Dòng hai ");
}

#[test]
fn what_cannot_be_read_says_why() {
    let old = |name: &str| {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(name).collect::<Vec<u8>>()
    };
    let office = |kind: &str| archive(&[("mimetype", kind), ("content.xml", "<a/>")]);
    let odt = office("application/vnd.oasis.opendocument.text");
    let ods = office("application/vnd.oasis.opendocument.spreadsheet");
    let body = "<w:document xmlns:w=\"w\"><w:body><w:p></w:body></w:document>";
    let rels = "<R><r Type=\"x/officeDocument\" Target=\"d.xml\"/></R>";
    let typed = format!("<!DOCTYPE d [<!ENTITY a \"b\">]>{body}");
    let deep = format!("<document>{}{}</document>", "<a>".repeat(300), "</a>".repeat(300));
    let rows: [(&str, Vec<u8>, Unreadable); 29] = [
        ("a.txt", vec![], Unreadable::Empty),
        ("a.txt", b" \n\n ".to_vec(), Unreadable::Empty),
        ("a.txt", vec![b'a'; BYTES_MOST + 1], Unreadable::TooLarge),
        ("a.txt", vec![b'a'; LETTERS_MOST + 1], Unreadable::TooLong),
        ("a.doc", old("WordDocument"), Unreadable::OldDoc),
        ("a.docx", old("WordDocument"), Unreadable::OldDoc),
        ("a.docx", old("EncryptedPackage"), Unreadable::Locked),
        ("a.xls", old("Workbook"), Unreadable::Workbook),
        ("a.ppt", old("PowerPoint Document"), Unreadable::NotADocument),
        ("a.rtf", b"{\\rtf1 x}".to_vec(), Unreadable::RichText),
        ("a.odt", odt, Unreadable::OpenDocument),
        ("a.docx", ods, Unreadable::Workbook),
        ("a.txt", b"a\x00b".to_vec(), Unreadable::NotText),
        ("a.txt", vec![0xff; 5000], Unreadable::Encoding),
        ("a.docx", b"\x89PNG\r\n\x1a\n\x00\x00".to_vec(), Unreadable::Picture),
        ("a.pdf", b"\xff\xd8\xff\xe0 JFIF".to_vec(), Unreadable::Picture),
        ("a.rar", b"Rar!\x1a\x07\x00".to_vec(), Unreadable::Packed),
        ("a.txt", b"caf\xe9 \xe0 la cr\xe8me".to_vec(), Unreadable::Encoding),
        ("a.txt", b"\xff\xfea".to_vec(), Unreadable::Encoding),
        ("a.docx", b"PK\x03\x04 cut".to_vec(), Unreadable::Damaged),
        ("a.zip", archive(&[("a.txt", "a")]), Unreadable::Packed),
        ("a.docx", archive(&[("_rels/.rels", rels), ("d.xml", body)]), Unreadable::Damaged),
        ("a.docx", archive(&[("_rels/.rels", rels), ("d.xml", &typed)]), Unreadable::Damaged),
        ("a.docx", archive(&[("_rels/.rels", rels), ("d.xml", &deep)]), Unreadable::Damaged),
        ("a.docx", archive(&[("_rels/.rels", rels), ("e.xml", body)]), Unreadable::NotADocument),
        ("a.pdf", b"%PDF-1.7 ...".to_vec(), Unreadable::DamagedPdf),
        ("a.docx", b"\n%PDF-1.7\nxref".to_vec(), Unreadable::DamagedPdf),
        ("a.pdf", b"%PDF-1.4\ntrailer<</Root 1 0 R>>".to_vec(), Unreadable::DamagedPdf),
        ("a.docx", archive(&[("../a", "x"), ("_rels/.rels", rels)]), Unreadable::Damaged),
    ];
    for (name, bytes, expected) in rows {
        let found = source(name, &bytes).expect_err(name);
        assert_eq!(found, expected, "{name}");
        assert!(found.key().starts_with("unreadable-"));
    }
}

#[test]
fn an_archive_that_swells_is_refused() {
    let bytes = word(&"<w:p></w:p>".repeat(7_000_000), &[]);
    assert!(bytes.len() < 1024 * 1024);
    assert_eq!(source("a.docx", &bytes), Err(Unreadable::UnpacksTooLarge));
    let workbook = archive(&[
        ("_rels/.rels", "<R><r Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></R>"),
        ("xl/workbook.xml", "<workbook><a/></workbook>"),
    ]);
    assert_eq!(source("a.xlsx", &workbook), Err(Unreadable::Workbook));
}

#[test]
fn markdown_loses_its_marks() {
    let rows = [
        ("# Kế hoạch", "H1 Kế hoạch"),
        ("### **I. MỤC ĐÍCH**", "H3bC I. MỤC ĐÍCH"),
        ("**Đậm cả dòng**", "Pb Đậm cả dòng"),
        ("một **đậm** hai", "P một đậm hai"),
        ("dòng một\ndòng hai\n\nđoạn", "P dòng một⏎dòng hai\nP đoạn"),
        ("- một\n  - hai\n* ba", "I0<-> một\nI1<-> hai\nI0<*> ba"),
        ("1. một\n2) hai", "I0<1.> một\nI0<2)> hai"),
        ("1.một", "P 1.một"),
        ("số \\*1 và 2 * 3", "P số *1 và 2 * 3"),
        ("**lẻ", "P **lẻ"),
        ("xem [ở đây](http://vi.du/a) nhé", "P xem ở đây nhé"),
        (
            "| A | B |\n|---|:-:|\n| c | d |\n\n| e |",
            "C0.0.0 A\nC0.0.1 B\nC0.1.0 c\nC0.1.1 d\nC1.0.0 e",
        ),
        ("*nghiêng* thôi", "P nghiêng thôi"),
        ("#không phải", "P #không phải"),
    ];
    for (text, expected) in rows {
        check("a.md", text.as_bytes(), expected);
    }
}

#[test]
fn html_is_read_as_it_is_seen() {
    let rows = [
        ("<p>Một</p><p>Hai", "P Một\nP Hai"),
        ("<p align=\"center\"><b>KẾ HOẠCH</b></p>", "PcbC KẾ HOẠCH"),
        ("<div style=\"x; text-align : center\">giữa</div>sau", "Pc giữa\nP sau"),
        ("<h2>Mục</h2>chữ", "H2 Mục\nP chữ"),
        ("a&nbsp;&amp;&ndash;&agrave;&#7879;&#x1EC7;&khong;&", "P a\u{a0}&–àệệ&khong;&"),
        ("<ol><li>một<li>hai<ul><li>trong</ul></ol>", "I0<1.> một\nI0<2.> hai\nI1<-> trong"),
        ("<table><tr><td>a<td>b<tr><th>c</table>d", "C0.0.0 a\nC0.0.1 b\nC0.1.0 c\nP d"),
        ("<table><tr><td colspan=\"2\">a<td>b</table>", "C0.0.0 a\nC0.0.2 b"),
        ("một<br>hai", "P một⏎hai"),
        ("a\n   b\t c", "P a b c"),
        ("<head><title>không</title></head><style>p{}</style>có<script>1<2</script>", "P có"),
        ("trước<!-- <p>không</p> -->sau", "P trướcsau"),
        ("2 < 3 > 1", "P 2 < 3 > 1"),
        ("<p title=\"a>b\">chữ</p>", "P chữ"),
        ("chữ <b", "P chữ"),
        ("<em>nghiêng</em>", "Pi nghiêng"),
    ];
    for (html, expected) in rows {
        check("a.html", html.as_bytes(), expected);
    }
    check("a.txt", b"<!DOCTYPE html><p>x", "P x");
}

#[test]
fn word_text_is_read_as_it_is_seen() {
    // The prefix of the namespace is left out: only local names count.
    let rows = [
        ("<p><r><t>a &amp; b&#7879;</t></r></p>", "P a & bệ"),
        ("<p><r><t>a</t><tab/><t>b</t><br/><t>c</t></r></p>", "P a\tb⏎c"),
        ("<p><ins><r><t>mới</t></r></ins><del><r><delText>cũ</delText></r></del></p>", "P mới"),
        (
            "<p><pPr><jc val=\"center\"/></pPr><r><rPr><b/></rPr><t>KẾ HOẠCH</t></r></p>",
            "PcbC KẾ HOẠCH",
        ),
        ("<p><r><rPr><b val=\"0\"/><i/></rPr><t>x</t></r></p>", "Pi x"),
        ("<p><pPr><rPr><b/></rPr></pPr><r><t>x</t></r></p>", "P x"),
        ("<p><r><rPr><vanish/></rPr><t>ẩn</t></r><r><t>hiện</t></r></p>", "P hiện"),
        ("<p><r><rPr><caps/></rPr><t>hoa</t></r></p>", "PC hoa"),
        ("<p><pPr><outlineLvl val=\"1\"/></pPr><r><t>mục</t></r></p>", "H2 mục"),
        ("<p><r><t>362/KH</t><noBreakHyphen/><t>x</t></r></p>", "P 362/KH-x"),
        ("<p><r><instrText>PAGE</instrText><t>2</t></r></p>", "P 2"),
        (
            "<tbl><tr><tc><p><r><t>a</t></r></p><p><r><t>b</t></r></p></tc></tr>\
             <tr><tc><tcPr><gridSpan val=\"2\"/></tcPr><p/></tc><tc>\
          <p><r><t>c</t></r></p></tc></tr></tbl>",
            "C0.0.0 a\nC0.0.0 b\nC0.1.2 c",
        ),
        (
            "<p><commentRangeStart id=\"1\"/><r><t>chữ</t></r><commentRangeEnd id=\"1\"/>\
             <r><commentReference id=\"1\"/></r></p>",
            "P chữ",
        ),
        ("<p><r><sym font=\"Wingdings\" char=\"F0D8\"/><t> mục</t></r></p>", "P • mục"),
        ("<p><r><t>e\u{301}\u{302} hoa\u{323}ch</t></r></p>", "P e\u{301}\u{302} hoa\u{323}ch"),
        ("<p><moveFrom><r><t>đi</t></r></moveFrom><moveTo><r><t>đến</t></r></moveTo></p>", "P đến"),
        (
            "<p><r><rPr><rFonts ascii=\".VnTimeH\"/></rPr><t>KÕ ho¹ch</t></r><r><t> số 5</t></r>\
             </p><p><r><rPr><rFonts ascii=\"VNI-Times\"/></rPr><t>Coâng ñoaøn</t></r></p>",
            "P KẾ HOẠCH số 5\nP Công đoàn",
        ),
        (
            "<p><r><t>ngoài</t><txbxContent><p><r><t>hộp</t></r></p></txbxContent></r></p>",
            "P hộp\nP ngoài",
        ),
    ];
    for (body, expected) in rows {
        check("a.docx", &word(body, &[]), expected);
    }
}

#[test]
fn word_notes_follow_at_the_end() {
    let body =
        "<p><r><t>chữ</t></r><r><footnoteReference id=\"1\"/></r></p><p><r><t>sau</t></r></p>";
    let notes = "<footnotes><footnote type=\"separator\" id=\"0\"><p><r><separator/></r></p></footnote>\
        <footnote id=\"1\"><p><r><footnoteRef/></r><r><t>Chú thích</t></r></p></footnote></footnotes>";
    let bytes = word(body, &[("word/footnotes.xml", notes)]);
    check("a.docx", &bytes, "P chữ\nP sau\nP Chú thích");
}

#[test]
fn word_fonts_of_old_encodings_are_noted() {
    let styles = "<styles><docDefaults><rPrDefault><rPr><rFonts ascii=\".VnTime\"/></rPr></rPrDefault>\
        </docDefaults></styles>";
    let body = "<p><r><t>KÕ ho¹ch</t></r></p><p><r><t>hai ho¹ch</t></r></p>";
    let read = source("a.docx", &word(body, &[("word/styles.xml", styles)])).unwrap();
    assert_eq!(show(&read), "P Kế hoạch\nP hai hoạch");
    assert_eq!(read.notes, [SourceNote::Converted { encoding: "TCVN3".to_owned() }]);
    let unicode = "<p><r><t>Plain words</t></r></p>";
    let read = source("a.docx", &word(unicode, &[("word/styles.xml", styles)])).unwrap();
    assert_eq!(read.notes, []);
}

/// Files that once were read wrongly, or too slowly: found by chance, and kept.
#[test]
fn what_was_found_once_is_read_again() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut count = 0;
    for kind in std::fs::read_dir(folder).unwrap() {
        for file in std::fs::read_dir(kind.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if let Ok(source) = source(path.to_str().unwrap(), &std::fs::read(&path).unwrap()) {
                spans_hold(&source);
            }
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn word_styles_are_heard() {
    let styles = "<styles><style type=\"paragraph\" styleId=\"A\">\
        <name val=\"Base\"/><pPr><jc val=\"center\"/></pPr><rPr><b/></rPr></style>\
        <style type=\"paragraph\" styleId=\"B\"><name val=\"heading 2\"/>\
        <basedOn val=\"A\"/></style><style type=\"paragraph\" styleId=\"C\">\
        <basedOn val=\"C\"/></style></styles>";
    let body = |style: &str| format!("<p><pPr><pStyle val=\"{style}\"/></pPr><r><t>x</t></r></p>");
    for (style, expected) in [("A", "Pcb x"), ("B", "H2cb x"), ("C", "P x"), ("none", "P x")] {
        check("a.docx", &word(&body(style), &[("word/styles.xml", styles)]), expected);
    }
}

#[test]
fn word_numbers_are_counted() {
    let level = |at: u32, format: &str, text: &str| {
        format!(
            "<lvl ilvl=\"{at}\"><start val=\"1\"/><numFmt val=\"{format}\"/>\
             <lvlText val=\"{text}\"/></lvl>"
        )
    };
    let numbering = format!(
        "<numbering><abstractNum abstractNumId=\"7\">{}{}{}</abstractNum>\
         <abstractNum abstractNumId=\"8\">{}</abstractNum>\
         <num numId=\"1\"><abstractNumId val=\"7\"/></num>\
         <num numId=\"2\"><abstractNumId val=\"7\"/><lvlOverride ilvl=\"0\">\
         <startOverride val=\"5\"/></lvlOverride></num>\
         <num numId=\"3\"><abstractNumId val=\"8\"/></num></numbering>",
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "lowerLetter", "%2.%3)"),
        level(0, "bullet", "\u{f0b7}"),
    );
    let rows = [
        ("1.0 1.0 1.1 1.1 1.0 1.1", "I. II. 1. 2. III. 1."),
        ("1.0 1.2 1.2", "I. 1.a) 1.b)"),
        ("1.0 2.0 2.0 1.0", "I. V. VI. VII."),
        ("3.0 3.0", "• •"),
        ("9.0 0.0", "- -"),
    ];
    for (items, expected) in rows {
        let item = |item: &str| {
            let (list, level) = item.split_once('.').unwrap();
            format!(
                "<p><pPr><numPr><ilvl val=\"{level}\"/><numId val=\"{list}\"/>\
                 </numPr></pPr><r><t>x</t></r></p>"
            )
        };
        let body: String = items.split(' ').map(item).collect();
        let read = source("a.docx", &word(&body, &[("word/numbering.xml", &numbering)])).unwrap();
        let label = |block: &Block| match &block.kind {
            BlockKind::Item { label, .. } => label.clone(),
            _ => "-".to_owned(),
        };
        let labels: Vec<String> = read.blocks.iter().map(label).collect();
        assert_eq!(labels.join(" "), expected, "{items}");
    }
}

#[test]
fn a_document_written_is_read_back_word_by_word() {
    let document: Document = serde_json::from_str(include_str!("../../tests/report.json")).unwrap();
    let read = source("report.docx", &crate::docx::write(&document)).unwrap();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&read.text), words(&document.plain_lines().join("\n")));
    let headings = read.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Heading { .. }));
    assert_eq!(headings.count(), 16);
}

fn spans_hold(source: &Source) {
    let length = source.length();
    let mut end = 0;
    for block in &source.blocks {
        assert!(block.span.from >= end && block.span.to <= length && !block.span.is_empty());
        end = block.span.to;
        assert_eq!(source.words(block.span), source.words(block.span).trim());
    }
}

proptest! {
    #[test]
    fn no_text_breaks_a_reader(text in "[a-cĐệ<>/&;#*|\\[\\]() \n=\"'1.-]{0,80}") {
        for name in ["a.txt", "a.md", "a.html"] {
            if let Ok(source) = source(name, text.as_bytes()) {
                spans_hold(&source);
            }
        }
    }

    #[test]
    fn no_tags_break_the_reader_of_html(
        tags in prop::collection::vec("</?(p|b|td|tr|table|li|ol|h1|br|center|script)>|chữ ", 0..40)
    ) {
        if let Ok(source) = source("a.html", tags.concat().as_bytes()) {
            spans_hold(&source);
        }
    }

    #[test]
    fn no_cut_or_change_breaks_the_reader_of_word(at in 0_usize..9000, with in any::<u8>()) {
        let document: Document =
            serde_json::from_str(include_str!("../../tests/report.json")).unwrap();
        let mut bytes = crate::docx::write(&document);
        let at = at % bytes.len();
        bytes[at] = with;
        let _ = source("a.docx", &bytes);
        let _ = source("a.docx", &bytes[..at]);
    }
}
