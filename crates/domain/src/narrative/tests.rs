use super::*;
use proptest::prelude::*;

/// Every passage as `P` or `-`, every piece as plain `words`, `<words>` for bold, `{7:words}`.
fn show(text: &str) -> String {
    let passage = |p: &Passage| {
        let mark = if p.kind == PassageKind::Item { "-" } else { "P" };
        let pieces = p.pieces.iter().map(|piece| {
            let words = match piece.token {
                Some(row) => format!("{{{row}:{}}}", piece.words),
                None => piece.words.replace('\n', "⏎"),
            };
            if piece.weight == Weight::Bold { format!("<{words}>") } else { words }
        });
        format!("{mark} {}", pieces.collect::<Vec<_>>().join("|"))
    };
    Narrative::parse(text).passages.iter().map(passage).collect::<Vec<_>>().join(" / ")
}

#[test]
fn text_becomes_passages() {
    let rows = [
        ("", ""),
        (" \n\n ", ""),
        ("Một đoạn.", "P Một đoạn."),
        ("Một.\n\nHai.\n\n\nBa.", "P Một. / P Hai. / P Ba."),
        ("Dòng một\ndòng hai", "P Dòng một⏎dòng hai"),
        ("Gồm:\n- tổ một\n- tổ hai", "P Gồm: / - tổ một / - tổ hai"),
        ("- mục\n  nối tiếp\n\nĐoạn", "- mục⏎nối tiếp / P Đoạn"),
        ("-không cách", "P -không cách"),
        ("  - thụt vào", "- thụt vào"),
        ("- ", "P -"),
    ];
    for (text, expected) in rows {
        assert_eq!(show(text), expected, "{text:?}");
    }
}

#[test]
fn stars_in_pairs_are_bold() {
    let rows = [
        ("có **đậm** nhé", "P có |<đậm>| nhé"),
        ("**cả đoạn**", "P <cả đoạn>"),
        ("**a** **b**", "P <a>| |<b>"),
        ("2 ** 3 ** 4", "P 2 ** 3 ** 4"),
        ("lẻ **một", "P lẻ **một"),
        ("****", "P ****"),
        ("***ba***", "P ***ba***"),
        ("**qua\ndòng**", "P <qua⏎dòng>"),
        ("**mở\n\nđóng**", "P **mở / P đóng**"),
    ];
    for (text, expected) in rows {
        assert_eq!(show(text), expected, "{text:?}");
    }
}

#[test]
fn tokens_stand_for_rows() {
    let rows = [
        ("Trao [#7 1.240 suất quà].", "P Trao |{7:1.240 suất quà}|."),
        ("**tăng [#12 3,5 %]**", "P <tăng >|<{12:3,5 %}>"),
        ("[#7 a][#8 b]", "P {7:a}|{8:b}"),
        ("[#7]", "P [#7]"),
        ("[#x a]", "P [#x a]"),
        ("[#7 mở", "P [#7 mở"),
        ("[#99999999999 to]", "P [#99999999999 to]"),
        ("[#1 [#2 trong]", "P [#1 |{2:trong}"),
    ];
    for (text, expected) in rows {
        assert_eq!(show(text), expected, "{text:?}");
    }
}

#[test]
fn words_of_tokens_are_regenerated() {
    let narrative = Narrative::parse("Có [#1 cũ] và [#2 giữ].");
    assert_eq!(narrative.tokens(), [1, 2]);
    let fresh = narrative.with_words(|row| (row == 1).then(|| "mới".to_owned()));
    assert_eq!(fresh.to_string(), "Có [#1 mới] và [#2 giữ].");
}

#[test]
fn marks_are_written_in_one_form() {
    let rows = [
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\n- b\n- c\nd", "a\n\n- b\n- c\nd"),
        ("  **x**  ", "**x**"),
        ("[#7   rộng ]", "[#7 rộng]"),
    ];
    for (text, expected) in rows {
        assert_eq!(Narrative::parse(text).to_string(), expected, "{text:?}");
    }
}

proptest! {
    #[test]
    fn writing_and_parsing_again_changes_nothing(text in "[ab*\\[\\]#7 \n-]{0,60}") {
        let once = Narrative::parse(&text);
        prop_assert_eq!(Narrative::parse(&once.to_string()), once);
    }

    #[test]
    fn no_word_is_lost(text in "[aăâ*\\[\\] \n.-]{0,60}") {
        let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        prop_assert_eq!(letters(&Narrative::parse(&text).to_string()), letters(&text));
    }
}
