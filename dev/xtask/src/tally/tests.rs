use super::*;

#[test]
fn only_the_last_line_of_a_test_program_counts() {
    let table = [
        ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out", (12, 0, 1)),
        (
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; finished in 0.5s",
            (1, 2, 0),
        ),
        ("test a_result ... ok", (0, 0, 0)),
        ("running 3 tests", (0, 0, 0)),
    ];
    for (line, (passed, failed, skipped)) in table {
        let mut tally = Tally::default();
        tally.hear(line);
        assert_eq!(tally, Tally { passed, failed, skipped }, "{line}");
    }
}

#[test]
fn a_step_that_breaks_is_never_hidden() {
    let step = |failure: Option<&str>, tally| Step {
        name: "unit",
        took: Duration::from_millis(1_250),
        failure: failure.map(str::to_owned),
        tally,
    };
    let tally = |passed, failed| Some(Tally { passed, failed, skipped: 0 });
    let rows = [
        (vec![step(None, tally(3, 0)), step(None, None)], "3 passed, 0 failed, 0 skipped"),
        (vec![step(Some("broken"), tally(3, 2))], "3 passed, 2 failed, 0 skipped"),
        (vec![step(Some("does not compile"), tally(0, 0))], "0 passed, 1 failed, 0 skipped"),
        (vec![step(Some("not formatted"), None)], "0 passed, 1 failed, 0 skipped"),
    ];
    for (steps, expected) in rows {
        assert_eq!(table(&steps).lines().last(), Some(expected));
    }
    let shown = table(&[step(None, tally(3, 0))]);
    assert!(shown.contains("unit              1.2       3       0        0\n"), "{shown}");
}
