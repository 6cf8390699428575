use super::*;
use crate::fences::check_rows;

const VI: &str = "crates/words/ftl/vi/time.ftl";
const EN: &str = "crates/words/ftl/en/time.ftl";
const USE: (&str, &str) = ("crates/web/src/a.rs", "say(\"time-late\")");

#[test]
fn both_languages_have_every_key() {
    let late = "time-late = trễ\n";
    let both = "time-late = late\n";
    check_rows(
        complaints,
        &[
            (&[(VI, late), (EN, both), USE], &[]),
            (&[(VI, late), USE], &["crates/words/ftl/vi/time.ftl: time-late is not there in en"]),
            (
                &[(VI, late), (EN, "time-late = late\ntime-soon = soon"), USE],
                &["crates/words/ftl/en/time.ftl: time-soon is not there in vi"],
            ),
            (
                &[(VI, late), (EN, "time-late = trễ"), USE],
                &["crates/words/ftl/en/time.ftl:1: Vietnamese in English"],
            ),
            (&[(VI, late), (EN, "time-late = Tổng Kết is late"), USE], &[]),
            (
                &[(VI, "time-late = a\ntime-late = b"), (EN, both), USE],
                &["crates/words/ftl/vi/time.ftl: time-late stands there twice or in two files"],
            ),
        ],
    );
}

#[test]
fn every_key_is_used_and_every_used_key_known() {
    let words: &[(&str, &str)] = &[(VI, "time-late = trễ\n"), (EN, "time-late = late\n")];
    let unused: &[&str] = &["crates/words/ftl/vi/time.ftl: time-late is not used"];
    let rows: &[(&str, &str, &[&str])] = &[
        ("a.rs", "match a { Late => \"time-late\" }", &[]),
        ("a.rs", "// \"time-late\"", unused),
        ("a.rs", "format!(\"time-{name}\")", unused),
        ("tests/it/a.rs", "say(\"time-late\")", unused),
        ("a.html", "<p>{{ say(\"time-late\") }}</p>", &[]),
        ("a.html", "<p>{% let a = page.say('time-late') %}</p>", &[]),
        ("a.html", "<p class=time-late>", unused),
    ];
    for (path, text, expected) in rows {
        let tree = [words, &[(*path, *text)]].concat();
        check_rows(complaints, &[(&tree, expected)]);
    }
    let odd = "warning-odd-date = lạ\n";
    let warned: &[(&str, &str)] = &[(VI, odd), (EN, "warning-odd-date = odd\n")];
    check_rows(complaints, &[(&[warned, &[("a.rs", "warn(\"ODD_DATE\")")]].concat(), &[])]);
    let idle = "crates/words/ftl/vi/time.ftl: warning-odd-date is not used";
    check_rows(complaints, &[(&[warned, &[("a.rs", "warn(\"ODD\")")]].concat(), &[idle])]);
    let tree = [words, &[USE, ("b.html", "{{ words.say_with(\"time-odd\", [1]) }}")]].concat();
    check_rows(complaints, &[(&tree, &["b.html: time-odd is in no file of words"])]);
    let domain =
        ("crates/domain/src/a.rs", "match a { Odd => \"time-odd\", Other => \"own-word\" }");
    let unknown = "crates/domain/src/a.rs: time-odd is in no file of words";
    check_rows(complaints, &[(&[words, &[USE, domain]].concat(), &[unknown])]);
    let tree = [words, &[USE, ("b.rs", "/// `say(\"time-odd\")`\nfn a() {}")]].concat();
    check_rows(complaints, &[(&tree, &[])]);
}

#[test]
fn literals_are_told_from_lifetimes_and_comments() {
    let rows: &[(&str, &[&str])] = &[
        ("\"a\" 'b' r\"c\" r#\"d\"e\"#", &["a", "b", "c", "d\"e"]),
        ("&'a str, 'b: loop", &[]),
        ("'\\'' \"\\\"x\" '\"'", &["\\'", "\\\"x", "\""]),
        ("// \"a\"\n\"b\" /* \"c\" /* */ \"d\" */ \"e\"", &["b", "e"]),
        ("for_str\"a\" br\"b\" b'c'", &["a", "b", "c"]),
        ("\"không đóng", &["không đóng"]),
    ];
    for (source, expected) in rows {
        let found: Vec<String> = literals(source).into_iter().map(|one| one.text).collect();
        assert_eq!(found, *expected, "{source}");
    }
    assert_eq!(literals("\n\n \"a\"")[0].line, 3);
}
