use super::*;
use domain::document::{Block, Cell, Column, Emphasis, Row, Run, Table};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::Read as _;

fn report() -> Document {
    serde_json::from_str(include_str!("../../tests/report.json")).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.into_iter().map(|name| (name.clone(), part(bytes, &name))).collect()
}

/// Every element with its children's names, in order of the text.
fn families(xml: &str) -> Vec<(String, Vec<String>)> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, Vec<String>)> = vec![(String::new(), Vec::new())];
    let mut families = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                open.last_mut().unwrap().1.push(name.clone());
                open.push((name, Vec::new()));
            }
            Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                open.last_mut().unwrap().1.push(name);
            }
            Event::End(_) => families.push(open.pop().unwrap()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    families
}

/// The order in which the schema lists the children that the writer uses.
const ORDERS: [(&str, &str); 10] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore pBdr tabs spacing ind jc outlineLvl rPr sectPr",
    ),
    ("w:rPr", "rFonts b bCs i iCs sz szCs lang"),
    ("w:tblPr", "tblW jc tblInd tblBorders tblLayout tblCellMar"),
    ("w:tblBorders", "top left bottom right insideH insideV"),
    ("w:tcPr", "tcW gridSpan vMerge tcBorders vAlign"),
    ("w:tbl", "tblPr tblGrid tr"),
    ("w:sectPr", "headerReference type pgSz pgMar pgNumType titlePg"),
    ("w:style", "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr"),
    ("w:styles", "docDefaults style"),
    (
        "w:settings",
        "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol \
         listSeparator",
    ),
];

#[test]
fn children_stand_in_the_order_of_the_schema() {
    for (name, xml) in parts(&write(&report())) {
        for (parent, children) in families(&xml) {
            let Some((_, order)) = ORDERS.iter().find(|(element, _)| *element == parent) else {
                continue;
            };
            let places: Vec<usize> = children
                .iter()
                .map(|child| {
                    let place = order.split(' ').position(|one| child == &format!("w:{one}"));
                    place.unwrap_or_else(|| panic!("{name}: {child} in {parent}"))
                })
                .collect();
            assert!(places.is_sorted(), "{name}: {parent} holds {children:?}");
        }
    }
}

#[test]
fn every_style_used_is_there() {
    let bytes = write(&report());
    let styles = part(&bytes, "word/styles.xml");
    let texts = part(&bytes, "word/document.xml") + &part(&bytes, "word/header1.xml");
    for used in texts.split("<w:pStyle w:val=\"").skip(1) {
        let id = used.split('"').next().unwrap();
        assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
    }
    for name in ["heading 1", "heading 2", "heading 3", "Title"] {
        assert!(styles.contains(&format!("<w:name w:val=\"{name}\"/>")), "{name}");
    }
}

#[test]
fn every_row_fills_the_grid() {
    let row = |cells: Vec<Cell>| Row::new(cells);
    let cell = Cell::new;
    let table = Table {
        columns: vec![Column { share: 1, align: Default::default() }; 3],
        header: vec![
            row(vec![cell("a").down(2), cell("b").across(2)]),
            row(vec![cell("c"), cell("d")]),
        ],
        rows: vec![row(vec![cell("e")]), row(vec![cell("f").across(9)])],
        ..Table::default()
    };
    let mut out = String::new();
    table::table(&mut out, &table, &report(), domain::document::Turn::Upright);
    let rows: Vec<usize> = out
        .split("<w:tr>")
        .skip(1)
        .map(|row| {
            let spans = row.split("<w:gridSpan w:val=\"").skip(1);
            let more: usize =
                spans.map(|s| s.split('"').next().unwrap().parse::<usize>().unwrap() - 1).sum();
            row.matches("<w:tc>").count() + more
        })
        .collect();
    assert_eq!(rows, [3, 3, 3, 3]);
    assert_eq!(out.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(out.matches("<w:vMerge/>").count(), 1);
}

#[test]
fn signs_of_xml_are_words() {
    let mut document = report();
    let words = "a < b & \"c\" > d\u{1}\u{b}\te\nf";
    document.body = vec![Block::Paragraph(vec![Run::new(words, Emphasis::Bold)])];
    document.properties.title = words.to_owned();
    for (_, xml) in parts(&write(&document)) {
        families(&xml);
    }
    let text = part(&write(&document), "word/document.xml");
    assert!(text.contains("a &lt; b &amp; &quot;c&quot; &gt; d</w:t><w:tab/>"));
    assert!(text.contains("e</w:t><w:br/><w:t xml:space=\"preserve\">f"));
}

#[test]
fn the_file_says_what_it_is() {
    let bytes = write(&report());
    let core = part(&bytes, "docProps/core.xml");
    for expected in [
        "<dc:title>Báo cáo tổng kết chương trình",
        "<dc:creator>Liên đoàn Lao động tỉnh Bình Thanh</dc:creator>",
        "<dc:language>vi-VN</dc:language>",
        "2023-10-12T00:00:00Z",
    ] {
        assert!(core.contains(expected), "{expected}");
    }
    assert!(part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"vi-VN\""));
    assert!(part(&bytes, "word/header1.xml").contains(" PAGE "));
}

#[test]
fn one_paper_makes_one_file() {
    assert_eq!(write(&report()), write(&report()));
    assert!(write(&report()).len() < 20_000, "deflated");
}
