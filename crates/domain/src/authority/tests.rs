use super::*;
use expect_test::expect;
use std::fmt::Write;

#[test]
fn the_whole_truth_table() {
    let mut table = String::from(
        "                          Draft Write Send Sent Review Totals SetUp Approve Organise People\n",
    );
    for relation in Relation::ALL {
        for role in Role::ALL {
            let marks = Action::ALL.map(|a| if may(role, a, relation).is_ok() { "x" } else { "." });
            let name = format!("{relation:?} {}", role.name());
            let [draft, write, send, sent, review, totals, set_up, approve, organise, people] =
                marks;
            writeln!(
                table,
                "{name:<25} {draft:^6}{write:^6}{send:^5}{sent:^5}{review:^7}{totals:^7}{set_up:^6}\
                 {approve:^8}{organise:^9}{people:^6}"
            )
            .expect("a string takes it");
        }
    }
    let trimmed: String = table.lines().map(|l| format!("{}\n", l.trim_end())).collect();
    expect![[r#"
                                  Draft Write Send Sent Review Totals SetUp Approve Organise People
        Own drafter                 x     x     .    x     .      x     .      .        .      .
        Own chair                   x     x     x    x     .      x     .      x        .      .
        Own leader                  x     .     x    x     .      x     x      x        .      .
        Own officer                 x     x     x    x     .      x     x      .        .      .
        Own reader                  .     .     .    x     .      x     .      .        .      .
        Own organiser               .     .     .    .     .      .     .      .        x      .
        Own unit_admin              .     .     .    .     .      .     .      .        .      x
        Own system_admin            .     .     .    .     .      .     .      .        .      x
        Desk drafter                .     .     .    .     .      .     .      .        .      .
        Desk chair                  .     .     .    x     .      x     .      .        .      .
        Desk leader                 .     .     .    x     .      x     .      .        .      .
        Desk officer                .     .     .    x     x      x     .      .        .      .
        Desk reader                 .     .     .    x     .      x     .      .        .      .
        Desk organiser              .     .     .    .     .      .     .      .        x      .
        Desk unit_admin             .     .     .    .     .      .     .      .        .      x
        Desk system_admin           .     .     .    .     .      .     .      .        .      x
        Superior drafter            .     .     .    .     .      .     .      .        .      .
        Superior chair              .     .     .    x     .      x     .      .        .      .
        Superior leader             .     .     .    x     .      x     .      .        .      .
        Superior officer            .     .     .    x     .      x     .      .        .      .
        Superior reader             .     .     .    x     .      x     .      .        .      .
        Superior organiser          .     .     .    .     .      .     .      .        x      .
        Superior unit_admin         .     .     .    .     .      .     .      .        .      x
        Superior system_admin       .     .     .    .     .      .     .      .        .      x
        Ancestor drafter            .     .     .    .     .      .     .      .        .      .
        Ancestor chair              .     .     .    x     .      x     .      .        .      .
        Ancestor leader             .     .     .    x     .      x     .      .        .      .
        Ancestor officer            .     .     .    x     .      x     .      .        .      .
        Ancestor reader             .     .     .    x     .      x     .      .        .      .
        Ancestor organiser          .     .     .    .     .      .     .      .        x      .
        Ancestor unit_admin         .     .     .    .     .      .     .      .        .      x
        Ancestor system_admin       .     .     .    .     .      .     .      .        .      x
        Elsewhere drafter           .     .     .    .     .      .     .      .        .      .
        Elsewhere chair             .     .     .    .     .      .     .      .        .      .
        Elsewhere leader            .     .     .    .     .      .     .      .        .      .
        Elsewhere officer           .     .     .    .     .      .     .      .        .      .
        Elsewhere reader            .     .     .    .     .      .     .      .        .      .
        Elsewhere organiser         .     .     .    .     .      .     .      .        .      .
        Elsewhere unit_admin        .     .     .    .     .      .     .      .        .      .
        Elsewhere system_admin      .     .     .    .     .      .     .      .        .      .
    "#]]
    .assert_eq(&trimmed);
}

#[test]
fn a_draft_is_seen_only_at_home() {
    for role in Role::ALL {
        for relation in Relation::ALL.into_iter().filter(|r| *r != Relation::Own) {
            assert_eq!(
                may(role, Action::ReadDraft, relation),
                Err(Forbidden),
                "{role:?} {relation:?}"
            );
        }
    }
}
