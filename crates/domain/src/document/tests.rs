use super::*;
use crate::narrative::Narrative;
use jiff::civil::date;
use proptest::prelude::*;

fn numbers(body: &[Block]) -> Vec<String> {
    numbered(body).into_iter().map(|entry| entry.number).filter(|n| !n.is_empty()).collect()
}

fn heading(level: Level, number: HeadingNumber) -> Block {
    Block::Heading(Heading { level, number, words: "x".to_owned() })
}

#[test]
fn headings_count_by_level() {
    use HeadingNumber::{Given, Next, Unnumbered};
    use Level::{One, Three, Two};
    let given = |number: &str| Given(number.to_owned());
    let rows = [
        (vec![(One, Next), (Two, Next), (Two, Next), (One, Next), (Two, Next)], "I. 1. 2. II. 1."),
        (
            vec![
                (One, Next),
                (Two, Next),
                (Three, Next),
                (Three, Next),
                (Two, Next),
                (Three, Next),
            ],
            "I. 1. a) b) 2. a)",
        ),
        (vec![(One, Next), (One, given("III.")), (One, Next)], "I. III. III."),
        (
            vec![(One, Next), (Two, Next), (One, Unnumbered), (Two, Next), (One, Next)],
            "I. 1. 1. II.",
        ),
    ];
    for (headings, expected) in rows {
        let body: Vec<_> = headings.into_iter().map(|(l, n)| heading(l, n)).collect();
        assert_eq!(numbers(&body).join(" "), expected);
    }
}

#[test]
fn counts_are_written_in_letters() {
    let romans =
        [(0, ""), (1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")];
    for (count, expected) in romans {
        assert_eq!(roman(count), expected);
    }
    let letters =
        [(0, ""), (1, "a"), (4, "d"), (5, "đ"), (6, "e"), (7, "g"), (23, "y"), (24, "aa")];
    for (count, expected) in letters {
        assert_eq!(letter(count), expected);
    }
}

#[test]
fn names_break_where_a_typist_would() {
    let rows = [
        ("CÔNG ĐOÀN XÃ MAI HẠ", "CÔNG ĐOÀN XÃ MAI HẠ"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY HỒ", "LIÊN ĐOÀN LAO ĐỘNG / TỈNH TÂY HỒ"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH THANH", "LIÊN ĐOÀN LAO ĐỘNG / TỈNH BÌNH THANH"),
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "TỔNG LIÊN ĐOÀN / LAO ĐỘNG VIỆT NAM"),
        (
            "CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP VÀ KHU CHẾ XUẤT TỈNH BÌNH THANH",
            "CÔNG ĐOÀN / CÁC KHU CÔNG NGHIỆP / VÀ KHU CHẾ XUẤT / TỈNH BÌNH THANH",
        ),
        ("HAI\nDÒNG", "HAI / DÒNG"),
        ("", ""),
    ];
    for (issuer, expected) in rows {
        let head = Letterhead {
            parent: None,
            issuer: issuer.to_owned(),
            nation: String::new(),
            motto: String::new(),
            number: String::new(),
            place_and_date: String::new(),
        };
        assert_eq!(head.lines(&Profile::decree_30()).issuer.join(" / "), expected, "{issuer}");
    }
}

#[test]
fn the_national_name_fits_beside_the_left_column() {
    let profile = Profile::decree_30();
    let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    let room = profile.text_width_tenths_mm(Turn::Upright) - profile.letterhead_left_tenths_mm;
    assert_eq!(width_tenths_mm(nation, Emphasis::Bold, profile.sizes.nation), 884);
    assert!(u32::from(room) > 884);
}

#[test]
fn numbers_and_dates_stand_as_the_decree_asks() {
    let rows = [
        (Some(7), "BC-LĐLĐ", "Số: 07/BC-LĐLĐ"),
        (Some(112), "KH-LĐLĐ", "Số: 112/KH-LĐLĐ"),
        (None, "BC-CĐ", "Số:\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/BC-CĐ"),
    ];
    for (number, symbol, expected) in rows {
        assert_eq!(number_words("Số:", number, symbol), expected);
    }
    let parts = |given, draft| {
        let words = date_words(given, draft);
        format!("{}|{}|{}", words.day.trim_matches('\u{a0}'), words.month, words.year)
    };
    let draft = date(2026, 2, 20);
    assert_eq!(parts(Some(date(2020, 6, 2)), draft), "02|6|2020");
    assert_eq!(parts(Some(date(2020, 1, 12)), draft), "12|01|2020");
    assert_eq!(parts(None, draft), "|02|2026");
}

#[test]
fn recipients_end_with_their_stops() {
    let list = [("Như trên", None), ("Tổng Liên đoàn;", Some("để báo cáo")), ("Lưu: VT.", None)];
    let recipient = |(name, purpose): (&str, Option<&str>)| Recipient {
        name: name.to_owned(),
        purpose: purpose.map(str::to_owned),
    };
    let recipients = Recipients { label: String::new(), list: list.map(recipient).to_vec() };
    assert_eq!(recipients.lines(), ["- Như trên;", "- Tổng Liên đoàn (để báo cáo);", "- Lưu: VT."]);
}

#[test]
fn a_narrative_becomes_blocks() {
    let blocks = blocks_of(&Narrative::parse("Đã **trao [#3 12 nhà]**.\nDòng sau.\n- một\nnối"));
    let run = |words: &str, emphasis| Run::new(words, emphasis);
    assert_eq!(
        blocks,
        [
            Block::Paragraph(vec![
                run("Đã ", Emphasis::Plain),
                run("trao 12 nhà", Emphasis::Bold),
                run(".", Emphasis::Plain)
            ]),
            Block::paragraph("Dòng sau."),
            Block::Item(vec![run("một\nnối", Emphasis::Plain)]),
        ]
    );
}

#[test]
fn rows_are_squared() {
    let cell = Cell::new;
    let show = |rows: &[Row]| {
        let cell = |c: &Cell| format!("{}{}x{}", c.words, c.across, c.down);
        let row = |row: &Row| row.cells.iter().map(cell).collect::<Vec<_>>().join(" ");
        rows.iter().map(row).collect::<Vec<_>>().join(" / ")
    };
    let rows = [
        (vec![vec![cell("a")]], "a1x1 1x1 1x1"),
        (vec![vec![cell("a").across(9), cell("b")]], "a3x1"),
        (vec![vec![cell("a").down(9)], vec![cell("b")]], "a1x2 1x1 1x1 / b1x1 1x1"),
        (
            vec![vec![cell("a"), cell("b").down(2)], vec![cell("c").across(2), cell("d")]],
            "a1x1 b1x2 1x1 / c1x1 d1x1",
        ),
        (vec![vec![]], "1x1 1x1 1x1"),
    ];
    for (cells, expected) in rows {
        let columns = vec![Column { share: 1, align: Align::Left }; 3];
        let rows = cells.into_iter().map(Row::new).collect();
        let table = Table { columns, rows, ..Table::default() };
        assert_eq!(show(&table.squared().rows), expected);
    }
}

#[test]
fn no_column_is_narrower_than_its_longest_word() {
    let widths = |shares: &[u16], header: Vec<Cell>, row: &[&str]| {
        let columns = shares.iter().map(|&share| Column { share, align: Align::Left }).collect();
        let rows = vec![Row::new(row.iter().copied())];
        let table = Table { columns, header: vec![Row::new(header)], rows, ..Table::default() };
        table.widths(&Profile::decree_30(), Turn::Upright)
    };
    assert_eq!(widths(&[1, 1], vec![], &["a", "b"]), [825, 825]);
    // "TT" in bold 12 pt is 57 tenths wide, and has 28 of white and 3 to spare.
    assert_eq!(widths(&[1, 99], vec![Cell::new("TT")], &[]), [88, 1562]);
    let over_both = vec![Cell::new("một-tiêu-đề-rất-dài-không-ngắt").across(2)];
    assert_eq!(widths(&[1, 1], over_both, &[]), [825, 825]);
    let long = "dàiquádàiquádàiquádàiquádàiquádàiquádàiquádài";
    assert_eq!(widths(&[1, 9], vec![], &[long, long]), [825, 825]);
}

proptest! {
    #[test]
    fn widths_use_the_whole_room(
        shares in prop::collection::vec(0_u16..90, 1..20),
        words in prop::collection::vec("[a-z]{0,12}", 0..30),
    ) {
        let columns: Vec<_> =
            shares.iter().map(|&share| Column { share, align: Align::Left }).collect();
        let rows = words.chunks(columns.len()).map(|row| Row::new(row.to_vec())).collect();
        let table = Table { columns, rows, ..Table::default() };
        let widths = table.widths(&Profile::decree_30(), Turn::Upright);
        prop_assert_eq!(widths.iter().sum::<u32>(), 1650);
    }

    #[test]
    fn breaking_loses_no_word(words in "[A-ZĐƯ]{1,9}( [A-ZĐƯ]{1,9}){0,11}", room in 1_u32..900) {
        let lines = break_evenly(&words, Emphasis::Bold, 24, room);
        prop_assert_eq!(lines.join(" "), words);
    }
}
