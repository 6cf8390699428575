use super::*;
use domain::source::BlockKind;

/// Words at a place of the page, in points from its left and upper edge.
type Piece<'a> = (u32, u32, &'a str);

/// A file whose pages say these words, in the order given, at 10 points.
fn pdf(pages: &[&[Piece<'_>]]) -> Vec<u8> {
    let text = |page: &&[Piece<'_>]| {
        let piece =
            |(x, y, words): &Piece<'_>| format!("BT /F 10 Tf {x} {} Td ({words}) Tj ET\n", 842 - y);
        page.iter().map(piece).collect::<String>()
    };
    of_streams(&pages.iter().map(text).collect::<Vec<_>>())
}

/// A file with these drawings as its pages.
fn of_streams(streams: &[String]) -> Vec<u8> {
    let count = streams.len();
    let kids: String = (0..count).map(|page| format!("{} 0 R ", 4 + page * 2)).collect();
    let font = "/Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding";
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {count}/Kids[{kids}]>>"),
        format!("<<{font}>>"),
    ];
    for (page, stream) in streams.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>\
             /Contents {} 0 R>>",
            5 + page * 2
        ));
        objects.push(format!("<</Length {}>>stream\n{stream}\nendstream", stream.len()));
    }
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let (at, size) = (file.len(), objects.len() + 1);
    file += &format!("xref\n0 {size}\n0000000000 65535 f \n{places}");
    file += &format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF");
    file.into_bytes()
}

/// One line a block; cells show their column.
fn show(bytes: &[u8]) -> String {
    let source = read(bytes).unwrap();
    let block = |block: &domain::source::Block| {
        let words = source.words(block.span);
        match block.kind {
            BlockKind::Cell { table, column, .. } => format!("{table}.{column} {words}"),
            _ => words.to_owned(),
        }
    };
    source.blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn check(page: &[Piece<'_>], expected: &str) {
    assert_eq!(show(&pdf(&[page])), expected);
}

// Courier is 6 points wide at 10: 80 letters make a line of 480 points.
const LONG: &str =
    "mot hai ba bon nam sau bay tam chin muoi mot hai ba bon nam sau bay tam chin dem";

#[test]
fn lines_become_paragraphs() {
    let table: [(&[Piece<'_>], &str); 7] = [
        // A line that is full goes on, one that had room has ended.
        (&[(60, 100, LONG), (60, 112, "them chu.")], &format!("{LONG} them chu.")),
        (&[(60, 100, LONG), (60, 112, "them"), (60, 124, "sau")], &format!("{LONG} them\nsau")),
        (&[(60, 100, LONG), (60, 112, "- muc moi")], &format!("{LONG}\n- muc moi")),
        (&[(60, 100, LONG), (60, 112, "2. Muc moi")], &format!("{LONG}\n2. Muc moi")),
        (&[(60, 100, LONG), (60, 112, "- 2020 la")], &format!("{LONG} - 2020 la")),
        (&[(60, 100, LONG), (60, 160, "xa hon")], &format!("{LONG}\nxa hon")),
        // A first line set in begins a paragraph, though the one before is full.
        (
            &[(90, 100, &LONG[..75]), (60, 112, LONG), (90, 124, "Doan hai")],
            &format!("{} {LONG}\nDoan hai", &LONG[..75]),
        ),
    ];
    for (page, expected) in table {
        check(page, expected);
    }
    // A number is broken behind its stroke.
    let broken = format!("{} 362/KH-", &LONG[..72]);
    check(&[(60, 100, &broken), (60, 112, "LD va chu")], &format!("{broken}LD va chu"));
}

#[test]
fn columns_are_read_one_after_the_other() {
    let left = ["LIEN DOAN LAO DONG", "TINH BINH MINH", "So: 12/KH"];
    let right = ["CONG HOA XA HOI", "Doc lap - Tu do", "ngay 5 thang 7"];
    let at = |x: u32, lines: &[&'static str; 3]| -> Vec<Piece<'static>> {
        (0..).zip(lines).map(|(row, line)| (x, 100 + row * 14, *line)).collect()
    };
    let (left, right) = (at(60, &left), at(330, &right));
    let expected = "0.0 LIEN DOAN LAO DONG\n0.0 TINH BINH MINH\n0.0 So: 12/KH\n\
                    0.1 CONG HOA XA HOI\n0.1 Doc lap - Tu do\n0.1 ngay 5 thang 7\nKE HOACH";
    let title: Piece<'_> = (260, 180, "KE HOACH");
    // Drawn cell by cell, and drawn line by line across.
    let cells: Vec<Piece<'_>> = [&left[..], &right[..], &[title]].concat();
    let rows = left.iter().zip(&right).flat_map(|(l, r)| [*l, *r]).chain([title]);
    check(&cells, expected);
    check(&rows.collect::<Vec<_>>(), expected);
    // The foot: the signature leaves room for the hand.
    let foot: [Piece<'_>; 8] = [
        (60, 600, "Noi nhan:"),
        (60, 612, "- Nhu tren;"),
        (60, 624, "- Cac don vi truc"),
        (60, 636, "thuoc;"),
        (60, 648, "- Luu."),
        (350, 600, "TM. BAN THUONG VU"),
        (350, 612, "CHU TICH"),
        (350, 690, "Nguyen Van An"),
    ];
    let expected = "0.0 Noi nhan:\n0.0 - Nhu tren;\n0.0 - Cac don vi truc thuoc;\n\
                    0.0 - Luu.\n\
                    0.1 TM. BAN THUONG VU\n0.1 CHU TICH\nNguyen Van An";
    check(&foot, expected);
}

#[test]
fn tables_are_read_cell_by_cell() {
    let words = [
        (60, 100, "TT"),
        (120, 100, "Don vi"),
        (480, 100, "So"),
        (60, 120, "1"),
        (120, 120, "Lien doan Lao dong cac huyen va thanh pho trong"),
        (120, 132, "tinh"),
        (480, 120, "0"),
        (60, 152, "2"),
        (120, 152, "Cong doan nganh"),
        (480, 152, "3"),
        (60, 180, "sau bang"),
    ];
    let text =
        words.map(|(x, y, words)| format!("BT /F 10 Tf {x} {} Td ({words}) Tj ET\n", 842 - y));
    let strokes = "100 750 m 100 685 l S 470 750 m 470 685 l S 50 750 m 50 685 l S\n";
    let source = read(&of_streams(&[strokes.to_owned() + &text.concat()])).unwrap();
    let cell = |block: &domain::source::Block| match block.kind {
        BlockKind::Cell { row, column, .. } => {
            format!("{row}.{column} {}", source.words(block.span))
        }
        _ => source.words(block.span).to_owned(),
    };
    let cells: Vec<String> = source.blocks.iter().map(cell).collect();
    assert_eq!(
        cells,
        [
            "0.0 TT",
            "0.1 Don vi",
            "0.2 So",
            "1.0 1",
            "1.1 Lien doan Lao dong cac huyen va thanh pho trong tinh",
            "1.2 0",
            "2.0 2",
            "2.1 Cong doan nganh",
            "2.2 3",
            "sau bang",
        ]
    );
}

#[test]
fn what_stands_on_pages_and_not_in_the_text_is_left_out() {
    let page = |number: &'static str| -> Vec<Piece<'static>> {
        vec![(290, 40, number), (60, 300, "chu"), (60, 800, "Cong doan Binh Minh")]
    };
    let pages = [page("Bia"), page("- 2 -"), page("3")];
    let pages: Vec<&[Piece<'_>]> = pages.iter().map(Vec::as_slice).collect();
    assert_eq!(show(&pdf(&pages)), "Bia\nchu\n\nchu\n\nchu".replace("\n\n", "\n"));
    // A number in the text, and one that counts nothing, stay.
    assert_eq!(show(&pdf(&[&[(60, 300, "chu"), (290, 500, "7")], &[(60, 300, "2")]])), "chu\n7\n2");
    // A paragraph goes on over the page, and over its number.
    let pages: [&[Piece<'_>]; 2] = [&[(60, 700, LONG)], &[(290, 40, "2"), (60, 80, "them chu")]];
    assert_eq!(show(&pdf(&pages)), format!("{LONG} them chu"));
}

/// Words at a place in points, in this size.
fn sized(x: u32, y: u32, size: u32, words: &str) -> String {
    format!("BT /F {size} Tf {x} {} Td ({words}) Tj ET\n", 842 - y)
}

#[test]
fn notes_at_the_foot_follow_the_text() {
    // Words, the raised number of a note, further words: Courier is six tenths of its size wide.
    let body = |mark: &str| {
        sized(60, 300, 10, "Theo Nghi quyet so 20")
            + &sized(186, 297, 6, mark)
            + &sized(194, 300, 10, "va")
    };
    let note = |y, mark: &str, words: &str| sized(60, y - 3, 5, mark) + &sized(64, y, 8, words);
    let page = |parts: &[String]| show(&of_streams(&[parts.concat()]));
    let one = [
        body("1"),
        sized(60, 320, 10, "chu"),
        note(760, "1", "Ngay 5/7"),
        sized(60, 770, 8, "them"),
    ];
    assert_eq!(page(&one), "Theo Nghi quyet so 20 va\nchu\nNgay 5/7\nthem");
    let two = [
        body("1"),
        sized(60, 320, 10, "chu") + &sized(80, 317, 6, "2"),
        note(760, "1", "Mot"),
        note(770, "2", "Hai"),
    ];
    assert_eq!(page(&two), "Theo Nghi quyet so 20 va\nchu\nMot\nHai");
    // A number that is not raised, where the text points at it.
    assert_eq!(page(&[body("1"), sized(60, 760, 8, "1. Mot")]), "Theo Nghi quyet so 20 va\nMot");
    // Small print at which nothing points stays where it is, and so does a power.
    assert_eq!(
        page(&[body("2"), sized(60, 760, 8, "1. Mot")]),
        "Theo Nghi quyet so 202 va\n1. Mot"
    );
    assert_eq!(
        page(&[body("2"), sized(60, 760, 8, "- Nhu tren")]),
        "Theo Nghi quyet so 202 va\n- Nhu tren"
    );
}

#[test]
fn a_file_without_text_says_so() {
    let image = "q 500 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
    assert_eq!(read(&of_streams(&[image.to_owned()])), Err(Unreadable::Scan));
    assert_eq!(read(&of_streams(&[String::new()])), Err(Unreadable::Empty));
    let words = "BT /F 10 Tf 60 700 Td (chu) Tj ET".to_owned();
    let mixed = read(&of_streams(&[words, image.to_owned(), String::new()])).unwrap();
    assert_eq!(mixed.notes, [SourceNote::PagesWithoutText { pages: vec![2] }]);
}

#[test]
fn letters_drawn_twice_are_one() {
    let again = "BT /F 10 Tf 60 700 Td (ab) Tj ET BT /F 10 Tf 60.3 700 Td (ab) Tj ET";
    let thick = "BT /F 10 Tf 2 Tr 60 700 Td (aab) Tj ET";
    let upward = "BT /F 10 Tf 0 1 -1 0 60 100 Tm (MARK) Tj ET BT /F 10 Tf 60 700 Td (x) Tj ET";
    for (stream, expected) in [(thick, "aab"), (upward, "x"), (again, "ab")] {
        assert_eq!(show(&of_streams(&[stream.to_owned()])), expected, "{stream}");
    }
}

#[test]
fn old_letters_are_converted() {
    // The octal signs are TCVN3.
    let words = "K\\325 ho\\271ch t\\346ng k\\325t c\\253ng t\\270c c\\361a c\\253ng \\256oµn";
    let source = read(&pdf(&[&[(60, 100, &words.replace('µ', "\\265"))]])).unwrap();
    assert_eq!(source.text.trim(), "Kế hoạch tổng kết công tác của công đoàn");
    let note = SourceNote::Converted { encoding: "TCVN3".to_owned() };
    assert_eq!(source.notes, [note]);
}

#[test]
fn damaged_files_are_refused_or_read() {
    let whole = pdf(&[&[(60, 100, "chu")]]);
    for cut in 0..whole.len() {
        let _ = read(&whole[..cut]);
    }
    let cut = whole.len() - 100;
    assert_eq!(show(&whole[..cut]), "chu");
    assert_eq!(read(&whole[..40]), Err(Unreadable::DamagedPdf));
    let locked = String::from_utf8(whole).unwrap();
    let locked = locked.replace("/Root 1 0 R", "/Root 1 0 R/Encrypt<</Filter/Standard/V 9/R 9>>");
    assert_eq!(read(locked.as_bytes()), Err(Unreadable::Locked));
}
