use super::*;

fn catalogue(vi: &'static str, en: &'static str) -> Result<Catalogue, BadWords> {
    Catalogue::new(&[
        WordFile { lang: Lang::Vi, path: "a.ftl", text: vi },
        WordFile { lang: Lang::En, path: "a.ftl", text: en },
    ])
}

#[test]
fn own_words_stand_in_both_languages() {
    Catalogue::new(FILES).map(|_| ()).expect("every key once in each language");
}

#[test]
fn phrases() {
    let words = catalogue(
        "n-units = { $n } đơn vị\nto = Gửi { $who }",
        "n-units = { $n ->\n    [one] { $n } unit\n   *[other] { $n } units\n }\nto = To { $who }",
    )
    .unwrap();
    let check = |phrase: Phrase, expected: &str| assert_eq!(phrase.to_string(), expected);
    check(words.say(Lang::Vi, "n-units").with("n", 1204_usize), "1.204 đơn vị");
    check(words.say(Lang::Vi, "n-units").with("n", 999_i64), "999 đơn vị");
    check(words.say(Lang::En, "n-units").with("n", 1_u32), "1 unit");
    let borrowed: &i64 = &1_234_567;
    check(words.say(Lang::En, "n-units").with("n", borrowed), "1,234,567 units");
    check(words.say(Lang::Vi, "n-units").with("n", "2020"), "2020 đơn vị");
    check(words.say(Lang::Vi, "to").with("who", String::from("đ/c Hà")), "Gửi đ/c Hà");
    check(words.say(Lang::En, "to").with("who", words.say(Lang::En, "none")), "To ⟦none⟧");
    check(words.say(Lang::Vi, "no-such-key").with("n", 1_i64), "⟦no-such-key⟧");
    check(words.say(Lang::Vi, "to"), "Gửi {$who}");
}

#[test]
fn what_is_wrong_is_named() {
    let rows = [
        ("a = một\n= hai", "a = one", "vi/a.ftl: cannot read \"= hai\""),
        ("a = một\na = hai", "a = one", "vi/a.ftl: the key a exists already"),
        ("a = một\nb = hai", "a = one", "the key b has no words in en"),
        ("a = một", "a = one\nc = three", "the key c has no words in vi"),
    ];
    for (vi, en, expected) in rows {
        let found = catalogue(vi, en).map(|_| ()).unwrap_err().to_string();
        assert_eq!(found, expected);
    }
}

#[test]
fn vietnamese_is_in_composed_letters_and_english_has_none() {
    let vietnamese = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";
    for file in FILES {
        let at = format!("{}/{}", file.lang.code(), file.path);
        assert!(!file.text.contains('\u{d0}'), "{at}: Icelandic Ð for Đ");
        let marks = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
        assert!(!file.text.contains(marks), "{at}: a mark apart from its letter");
        let official = file.path == "documents.ftl";
        if file.lang == Lang::En && !official {
            assert!(!file.text.to_lowercase().contains(|c| vietnamese.contains(c)), "{at}");
        }
    }
}

#[test]
fn a_phrase_in_general_has_dots_for_what_is_filled_in() {
    let words = catalogue(
        "a = Từ { $n } đến { $m ->\n    [one] một\n   *[other] nhiều\n }.\n    .help = Xem lại.",
        "a = From { $n } on\n    .help = Look.",
    )
    .expect("reads");
    assert_eq!(words.in_general(Lang::Vi, "a"), "Từ … đến ….");
    assert_eq!(words.help(Lang::En, "a"), "Look.");
    assert_eq!((words.in_general(Lang::En, "b"), words.help(Lang::En, "b")), Default::default());
}

#[test]
fn every_warning_is_explained_in_both_languages_and_has_its_row_in_the_guide() {
    let guide = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = std::fs::read_to_string(guide.join("../../docs/guide/doc-ke-hoach.md"));
    let guide = guide.expect("the guide to reading");
    let rows: Vec<&str> = guide.lines().filter(|line| line.starts_with("| `")).collect();
    let words = Catalogue::new(FILES).expect("reads");
    let keys: Vec<&str> = words.keys().filter(|key| key.starts_with("warning-")).collect();
    for key in &keys {
        let code = key.trim_start_matches("warning-").to_uppercase().replace('-', "_");
        let (said, help) = (words.in_general(Lang::Vi, key), words.help(Lang::Vi, key));
        let row = format!("| `{code}` | {said} | {help} |");
        assert!(rows.contains(&row.as_str()), "the guide lacks: {row}");
        assert!(!help.is_empty() && !words.help(Lang::En, key).is_empty(), "{key}");
    }
    assert_eq!(rows.len(), keys.len(), "the guide has rows of no warning");
}
