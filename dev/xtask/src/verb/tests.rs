use super::*;

#[test]
fn the_names_are_put_in() {
    let rows = [
        ("crates/app/src/NOUN/VERB.rs", "crates/app/src/submission/send_back.rs"),
        ("struct Verb;", "struct SendBack;"),
        ("say(\"KEY-title\")", "say(\"submission-send-back-title\")"),
    ];
    for (text, expected) in rows {
        assert_eq!(put_in(text, "submission", "send_back"), expected);
    }
}
