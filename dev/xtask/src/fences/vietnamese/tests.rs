use super::*;
use crate::fences::check_rows;

const FOUND: &str = concat!("a.rs:1: “", "\u{111}\u{1ee3}t”");

#[test]
fn a_vietnamese_literal_is_found_and_nothing_else() {
    let words = "\u{111}\u{1ee3}t";
    let rows = [
        (format!("let a = \"{words}\";"), true),
        (format!("let a = r#\"{words}\"#;"), true),
        (format!("// \"{words}\""), false),
        (format!("/// Campaign ({words}).\nstruct A;"), false),
        (format!("/* \" /* {words} */ {words} */"), false),
        (format!("fn a() {{}}\n\n#[cfg(test)]\nmod tests {{ \"{words}\" }}"), false),
        ("let a: &'static str = \"plain\"; let b = '\\''; // \"\u{1ee3}\"".to_owned(), false),
    ];
    for (text, is_found) in rows {
        let expected: &[&str] = if is_found { &[FOUND] } else { &[] };
        check_rows(complaints, &[(&[("a.rs", &text)], expected)]);
        check_rows(complaints, &[(&[("src/a/tests.rs", &text)], &[])]);
        check_rows(complaints, &[(&[("dev/journeys/src/a.rs", &text)], &[])]);
    }
}

#[test]
fn a_marked_vowel_makes_a_word_vietnamese() {
    let rows = [
        ("L\u{1ecb}ch", true),
        ("Ph\u{f2}ng", true),
        ("TH\u{1af}", true),
        ("abcd\u{111}e", false),
        ("plain, 3 \u{d7} 4 \u{2026}", false),
    ];
    for (text, expected) in rows {
        assert_eq!(has_vietnamese(text), expected, "{text}");
    }
}
