use super::*;

fn file() -> Held {
    Held::File(File::new("bieu.xlsx", [1; 32], 9).expect("has bytes"))
}

fn dropped() -> Held {
    Held::Dropped(Reason::parse("Dùng biểu của năm trước").expect("words"))
}

#[test]
fn only_what_was_announced_and_is_not_there_is_open() {
    for origin in [Origin::Added, Origin::Cited, Origin::Announced] {
        for (held, settled) in
            [(Held::Nothing, false), (file(), true), (Held::Built, true), (dropped(), true)]
        {
            let expected = origin == Origin::Announced && !settled;
            assert_eq!(origin.is_open(&held), expected, "{origin:?} {held:?}");
        }
        assert_eq!(Origin::parse(origin.name()), Some(origin));
    }
}

#[test]
fn once_issued_the_library_only_grows() {
    let issued = Stage::Issued { at: jiff::Timestamp::UNIX_EPOCH };
    let table = [
        (Held::Nothing, Ok(())),
        (file(), Err(Refusal::Issued)),
        (dropped(), Err(Refusal::Issued)),
    ];
    for (held, expected) in table {
        assert_eq!(held.change().allowed(Stage::Preparing), Ok(()), "{held:?}");
        assert_eq!(held.change().allowed(issued), expected, "{held:?}");
    }
}

#[test]
fn a_reason_has_words() {
    let long = "x".repeat(REASON_LENGTH_MAX + 1);
    let table = [
        ("", Err(Refusal::ReasonMissing)),
        (" \u{200b}\n", Err(Refusal::ReasonMissing)),
        (&long, Err(Refusal::ReasonTooLong)),
        (" Đã có ", Ok("Đã có")),
    ];
    for (raw, expected) in table {
        let read = Reason::parse(raw);
        assert_eq!(read.as_ref().map(Reason::as_str).map_err(|r| *r), expected, "{raw:?}");
    }
}

#[test]
fn roles_are_read_by_their_names() {
    for role in Role::ALL {
        assert_eq!(Role::parse(role.name()), Some(role));
    }
    assert_eq!(Role::parse("king"), None);
}
