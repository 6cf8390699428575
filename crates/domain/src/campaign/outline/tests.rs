use super::*;
use proptest::prelude::*;

/// `I Một / .1 Hai`: a row each, depth by dots.
fn rows(text: &str) -> Vec<NewSection> {
    let row = |line: &str| {
        let deep = line.trim_start_matches('.');
        let (number, title) = deep.split_once(' ').unwrap_or((deep, ""));
        NewSection {
            number: number.replace('_', ""),
            title: title.to_owned(),
            depth: u8::try_from(line.len() - deep.len()).unwrap(),
            ..NewSection::default()
        }
    };
    text.split('/').map(str::trim).filter(|line| !line.is_empty()).map(row).collect()
}

fn text(rows: &[NewSection]) -> String {
    let line = |row: &NewSection| {
        let number = if row.number.is_empty() { "_" } else { &row.number };
        format!("{}{number} {}", ".".repeat(usize::from(row.depth)), row.title)
    };
    rows.iter().map(line).collect::<Vec<_>>().join(" / ").trim_end().to_owned()
}

#[test]
fn a_section_moves_with_everything_below_it() {
    let outline = "1 a / .2 b / ..3 c / .4 d / 5 e";
    let table = [
        (Way::Up, 0, outline, 0),
        (Way::Up, 4, "5 e / 1 a / .2 b / ..3 c / .4 d", 0),
        (Way::Up, 3, "1 a / .4 d / .2 b / ..3 c / 5 e", 1),
        (Way::Up, 1, outline, 1),
        (Way::Down, 0, "5 e / 1 a / .2 b / ..3 c / .4 d", 1),
        (Way::Down, 1, "1 a / .4 d / .2 b / ..3 c / 5 e", 2),
        (Way::Down, 3, outline, 3),
        (Way::Down, 4, outline, 4),
        (Way::In, 0, outline, 0),
        (Way::In, 1, outline, 1),
        (Way::In, 3, "1 a / .2 b / ..3 c / ..4 d / 5 e", 3),
        (Way::In, 4, "1 a / .2 b / ..3 c / .4 d / .5 e", 4),
        (Way::Out, 0, outline, 0),
        (Way::Out, 1, "1 a / 2 b / .3 c / .4 d / 5 e", 1),
        (Way::Out, 9, outline, 9),
    ];
    for (way, at, expected, place) in table {
        let mut moved = rows(outline);
        assert_eq!(shift(&mut moved, at, way), place, "{way:?} {at}");
        assert_eq!(text(&moved), expected, "{way:?} {at}");
    }
}

#[test]
fn a_section_is_added_where_it_is_wanted() {
    let outline = "1 a / .2 b / 3 c";
    let table = [
        (0, Spot::Before, "_  / 1 a / .2 b / 3 c", 0),
        (0, Spot::After, "1 a / .2 b / _  / 3 c", 2),
        (0, Spot::Below, "1 a / .2 b / ._  / 3 c", 2),
        (1, Spot::Below, "1 a / .2 b / .._  / 3 c", 2),
        (9, Spot::After, "1 a / .2 b / 3 c / _", 3),
    ];
    for (at, spot, expected, place) in table {
        let mut more = rows(outline);
        assert_eq!(add(&mut more, at, spot), place, "{spot:?} {at}");
        assert_eq!(text(&more), expected, "{spot:?} {at}");
    }
}

#[test]
fn numbers_follow_the_style_that_is_there() {
    let table = [
        ("II b / I a / III c", "I b / II a / III c"),
        ("I a / _ b / II c", "I a / II b / III c"),
        ("1. a / 3. b / _ c", "1. a / 2. b / 3. c"),
        ("I a / .1 b / .3 c / II d / .2 e", "I a / .1 b / .2 c / II d / .1 e"),
        ("I a / .1 b / .2 c / II d / .3 e / .5 f", "I a / .1 b / .2 c / II d / .3 e / .4 f"),
        ("2 a / .2.1 b / .2.3 c / 1 d", "1 a / .1.1 b / .1.2 c / 2 d"),
        ("a) x / c) y / d) z / đ) w / h) v", "a) x / b) y / c) z / d) w / đ) v"),
        ("a x / b y / c z / d w / e v / g u", "a x / b y / c z / d w / e v / f u"),
        ("A x / C y", "A x / B y"),
        ("C x / D y", "I x / II y"),
        ("_ x / _ y", "_ x / _ y"),
        ("I a / ._ x / II b / .1 y", "I a / .1 x / II b / .1 y"),
        ("Phần-1 x / Phần-3 y", "Phần-1 x / Phần-3 y"),
        ("", ""),
    ];
    for (before, expected) in table {
        let mut numbered = rows(before);
        renumber(&mut numbered);
        assert_eq!(text(&numbered), expected, "{before}");
    }
}

#[test]
fn a_number_is_kept_without_the_full_stop_behind_it() {
    let table =
        [("I.", "I"), (" 1.2. ", "1.2"), ("a)", "a)"), ("3", "3"), ("II..", "II"), (" . ", "")];
    for (typed, expected) in table {
        assert_eq!(plain_number(typed), expected, "{typed}");
    }
    assert_eq!(text(&titled(&rows("I. Một / .1. Hai"))), "I Một / .1 Hai");
    assert_eq!(check(&titled(&rows("I. Một / I Hai"))), Err(Refusal::OutlineNumberTwice));
}

#[test]
fn a_number_stands_once_among_sisters() {
    let table = [
        ("I a / .1 b / II c / .1 d", None),
        ("I a / .1 b / .1 c", Some((1, 2))),
        ("I a / .1 b / I c", Some((0, 2))),
        ("_ a / _ b", None),
    ];
    for (outline, expected) in table {
        assert_eq!(number_twice(&rows(outline)), expected, "{outline}");
    }
    assert_eq!(check(&[]), Err(Refusal::OutlineEmpty));
    assert_eq!(check(&rows("1 a / 1 b")), Err(Refusal::OutlineNumberTwice));
    assert_eq!(check(&rows("1 a / 2 b")), Ok(()));
}

#[test]
fn a_section_of_the_same_title_stays_the_same() {
    let mut old = rows("I a / II b / III a");
    old[0].need = Need::Optional;
    old[2].id = Some(crate::id::Chance::new([3; 32]).id());
    let new = take_over(&old, rows("1 c / 2 a / 3 a / 4 a"));
    assert_eq!(text(&new), "1 c / 2 a / 3 a / 4 a");
    let needs: Vec<Need> = new.iter().map(|row| row.need).collect();
    assert_eq!(needs[..2], [Need::Required, Need::Optional]);
    assert_eq!([new[2].id, new[3].id], [old[2].id, None]);
}

#[test]
fn only_titled_sections_are_kept_and_none_stands_in_the_air() {
    let mut typed = rows("...1 a / ..2 / ..3 c");
    assert_eq!(text(&titled(&typed)), "1 a / .3 c");
    settle(&mut typed);
    assert_eq!(text(&typed), "1 a / .2  / ..3 c");
}

proptest! {
    /// Whatever is done, no section is lost, none stands in the air, and a removal can be taken back.
    #[test]
    fn arranging_loses_nothing(
        depths in prop::collection::vec(0u8..5, 1..20),
        acts in prop::collection::vec((0usize..22, 0usize..4), 0..20),
    ) {
        let mut outline: Vec<NewSection> = depths
            .iter()
            .enumerate()
            .map(|(at, depth)| NewSection {
                title: at.to_string(),
                depth: *depth,
                ..NewSection::default()
            })
            .collect();
        settle(&mut outline);
        for (at, way) in acts {
            let way = [Way::Up, Way::Down, Way::In, Way::Out][way];
            let name = outline.get(at).map(|row| row.title.clone());
            let place = shift(&mut outline, at, way);
            prop_assert_eq!(outline.get(place).map(|row| row.title.clone()), name);
            let mut settled = outline.clone();
            settle(&mut settled);
            prop_assert_eq!(&settled, &outline);
            let mut without = outline.clone();
            let taken = remove(&mut without, at);
            put_back(&mut without, at, taken);
            prop_assert_eq!(&without, &outline);
        }
        let mut titles: Vec<usize> =
            outline.iter().map(|row| row.title.parse().unwrap()).collect();
        titles.sort_unstable();
        prop_assert_eq!(titles, (0..depths.len()).collect::<Vec<_>>());
    }
}
