use super::*;
use domain::document::{Align, Block, Column, Emphasis, Row, Run, Table};
use domain::text::Text;
use std::io::Write as _;
use std::process::{Command, Stdio};

fn report() -> Document {
    serde_json::from_str(include_str!("../../paper/tests/report.json")).unwrap()
}

/// The sample with only these paragraphs for a body.
fn paper(body: Vec<Block>) -> Document {
    Document { body, annexes: Vec::new(), ..report() }
}

/// What poppler reads in `pdf`; `None`, said loudly, where it is not installed and this is no CI.
fn text_of(pdf: &[u8]) -> Option<String> {
    let spawned = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = spawned else {
        assert!(std::env::var_os("CI").is_none(), "pdftotext is missing: install poppler-utils");
        let mut said = std::io::stderr();
        let _ = writeln!(said, "NOT TESTED: pdftotext is missing, install poppler-utils");
        return None;
    };
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The words of `text`, sorted, for columns may be read in either order; a form feed is a blank.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    words
}

#[test]
fn every_word_of_the_report_is_on_paper() {
    let document = report();
    let Some(text) = text_of(&pdf(&document).unwrap()) else {
        return;
    };
    let mut found = words(&text);
    for expected in words(&document.plain_lines().join("\n")) {
        let at = found.binary_search(&expected).unwrap_or_else(|_| panic!("{expected} is missing"));
        found.remove(at);
    }
    // Only the numbers of the second and third page are left; the annex counts anew from a bare 1.
    assert_eq!(found, ["2", "3"]);
}

#[test]
fn every_vietnamese_letter_has_a_glyph_in_each_face() {
    const VOWELS: &str = "aăâeêioôơuưy";
    const MARKS: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let marked = VOWELS.chars().flat_map(|vowel| MARKS.map(|mark| format!("{vowel}{mark}")));
    let letters = Text::new(&(marked.collect::<String>() + "bcdđghklmnpqrstvx")).into_string();
    assert_eq!(letters.chars().count(), 12 * 6 + 17, "each is one character in NFC");
    let signs = "0123456789.,;:!?/%()[]{}“”‘’–—-…+×=<>≤≥°§&*\"'@#";
    let alphabet = letters.clone() + &letters.to_uppercase() + signs;
    let all = alphabet.chars().map(|c| format!("{c} ")).collect::<String>();
    let run = |emphasis| Block::Paragraph(vec![Run::new(&all, emphasis)]);
    let body = vec![run(Emphasis::Plain), run(Emphasis::Bold), run(Emphasis::Italic)];
    let Some(text) = text_of(&pdf(&paper(body)).unwrap()) else {
        return;
    };
    let blank = text_of(&pdf(&paper(Vec::new())).unwrap()).unwrap();
    for letter in alphabet.chars() {
        let more = text.matches(letter).count() - blank.matches(letter).count();
        assert_eq!(more, 3, "{letter}");
    }
}

#[test]
fn a_letter_that_no_face_has_is_an_error() {
    let refused = pdf(&paper(vec![Block::paragraph("chữ 漢")]));
    assert!(matches!(refused, Err(PressError::Archiving(_))), "{refused:?}");
}

#[test]
fn no_sign_of_the_words_is_markup() {
    let signs = "#let x = 1 $a$ *b* _c_ - d = e @f <g> \\h `i` // j [k] ~ \"l\" https://m.vn";
    let bullets = "- đầu dòng\n= tiêu đề\n+ số";
    let body = vec![Block::paragraph(signs), Block::paragraph(bullets)];
    let Some(text) = text_of(&pdf(&paper(body)).unwrap()) else {
        return;
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(signs) && text.contains("- đầu dòng = tiêu đề + số"), "{text}");
}

#[test]
fn a_paper_without_its_parts_is_set() {
    let bare = Document {
        addressee: None,
        recipients: None,
        signature: None,
        annexes: Vec::new(),
        body: Vec::new(),
        ..report()
    };
    assert!(pdf(&bare).is_ok());
    let mut whole = report();
    whole.body.push(Block::PageBreak);
    whole.body.push(Block::Table(Table::default()));
    let columns = vec![Column { share: 1, align: Align::Left }; 3];
    let rows = vec![Row::new(["one cell"]), Row::new(["1", "2", "3", "4"])];
    whole.body.push(Block::Table(Table { columns, rows, ..Table::default() }));
    whole.letterhead.parent = None;
    whole.addressee.as_mut().unwrap().names.push("Ban Nữ công".to_owned());
    whole.signature.as_mut().unwrap().mark = Some("(Đã ký)".to_owned());
    whole.annexes.push(whole.annexes[0].clone());
    assert!(pdf(&whole).is_ok());
}

#[test]
fn one_paper_makes_one_file() {
    let first = pdf(&report()).unwrap();
    assert!(first.starts_with(b"%PDF-1.7"));
    assert_eq!(first, pdf(&report()).unwrap());
}
