use super::super::{Row, check_rows};
use super::complaints;

const UI: (&str, &str) = ("crates/web/src/ui/card/card.css", ".card { a: b; } .card > .body {}");

#[test]
fn a_class_is_one_folders() {
    let rows: &[Row] = &[
        (
            &[UI, ("crates/web/src/plan/plan.css", ".plan li { a: b } .plan, .fold-plan:hover {}")],
            &[],
        ),
        (
            &[
                ("crates/web/src/plan/plan.css", ".history { a: b }"),
                (
                    "crates/web/src/unit/unit.css",
                    "@media (max-width: 40rem) { .history li { a: b } }",
                ),
                ("crates/web/src/unit/more.css", ".history b { a: b }"),
            ],
            &["crates/web/src/: .history is styled by plan and by unit"],
        ),
        // Under a class of its own, a folder may style what it likes.
        (
            &[
                UI,
                ("crates/web/src/plan/plan.css", ".plan .off {} .plan .card {} .card .plan {}"),
                ("crates/web/src/unit/unit.css", ".unit .off { width: 0.5rem; }"),
            ],
            &[],
        ),
        (
            &[UI, ("crates/web/src/plan/plan.css", "h2, .card li {} .card #quick {} .body {}")],
            &[
                "crates/web/src/plan: “.card li” restyles what is ui's",
                "crates/web/src/plan: “.body” restyles what is ui's",
            ],
        ),
        (
            &[
                ("crates/web/src/plan/plan.css", ":is(.a, .b) .off {}"),
                ("crates/web/src/unit/unit.css", "/* .a */ .b:is(.a) {}"),
            ],
            &[],
        ),
        (&[("crates/web/src/plan/vi.ftl", ".x { a"), ("docs/x.css", ".x { a }")], &[]),
    ];
    check_rows(complaints, rows);
}
