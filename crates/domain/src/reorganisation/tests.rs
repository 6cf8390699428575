use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A tree kept with all its history, the way the store keeps it.
#[derive(Clone, Default)]
struct Model {
    /// One row for each place a unit ever had: unit, from, to, parent, path, ordinal, short name.
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    unit: BodyId,
    from: u32,
    to: Option<u32>,
    parent: Option<BodyId>,
    path: Path,
    ordinal: u32,
    short: String,
}

fn id(n: u128) -> BodyId {
    BodyId(Uuid::from_u128(n))
}

fn naming(short: &str) -> Naming {
    Naming { name: Text::new(short), short: Text::new(short), level: "coso".into() }
}

fn new(n: u128, short: &str) -> NewUnit {
    NewUnit { id: id(n), code: format!("M{n}"), naming: naming(short) }
}

impl Model {
    /// A root (1) with two districts (2, 3) of two units each (21, 22, 31, 32).
    fn little() -> Model {
        let mut model = Model::default();
        let root = Path::below(None, 0).expect("a root");
        model.rows.push(Row {
            unit: id(1),
            from: 0,
            to: None,
            parent: None,
            path: root,
            ordinal: 0,
            short: "Tỉnh".into(),
        });
        for (under, unit, short) in [
            (1, 2, "Bắc"),
            (1, 3, "Nam"),
            (2, 21, "May"),
            (2, 22, "Gỗ"),
            (3, 31, "Chè"),
            (3, 32, "Giày"),
        ] {
            model.act(0, &Act::Found { under: id(under), new: new(unit, short) }).expect("founded");
        }
        model
    }

    fn on(&self, day: u32) -> Vec<&Row> {
        let lives = |row: &&Row| row.from <= day && row.to.is_none_or(|to| to > day);
        self.rows.iter().filter(lives).collect()
    }

    fn standings(&self, day: u32) -> Vec<Standing> {
        let next = |unit| {
            let below = self.rows.iter().filter(|row| row.parent == Some(unit));
            below.map(|row| row.ordinal + 1).max().unwrap_or(0)
        };
        let standing = |row: &&Row| Standing {
            unit: row.unit,
            parent: row.parent,
            path: row.path.clone(),
            ordinal: row.ordinal,
            naming: naming(&row.short),
            next: next(row.unit),
        };
        self.on(day).iter().map(standing).collect()
    }

    fn act(&mut self, day: u32, act: &Act) -> Result<Plan, Refusal> {
        let plan = plan(act, &self.standings(day))?;
        let before: Vec<Row> = self.on(day).into_iter().cloned().collect();
        for row in &before {
            let stand = plan.stands.iter().find(|s| s.unit == row.unit);
            let carried = plan.carried();
            let above = carried.iter().find_map(|(was, now)| row.path.carried(was, now));
            let ends = plan.ends.contains(&row.unit);
            let path = match (stand, above) {
                (Some(stand), _) => Some(stand.path.clone()),
                (None, Some(path)) if path != row.path => Some(path),
                _ => None,
            };
            if !ends && path.is_none() {
                continue;
            }
            let old = self.rows.iter_mut().find(|r| *r == row).expect("it is there");
            old.to = Some(day);
            if let Some(path) = path.filter(|_| !ends) {
                let (parent, ordinal, short) = match stand {
                    Some(s) => (s.parent, s.ordinal, s.naming.short.as_str().to_owned()),
                    None => (row.parent, row.ordinal, row.short.clone()),
                };
                let (unit, from) = (row.unit, day);
                self.rows.push(Row { unit, from, to: None, parent, path, ordinal, short });
            }
        }
        for stand in plan.stands.iter().filter(|stand| stand.was.is_none()) {
            self.rows.push(Row {
                unit: stand.unit,
                from: day,
                to: None,
                parent: stand.parent,
                path: stand.path.clone(),
                ordinal: stand.ordinal,
                short: stand.naming.short.as_str().to_owned(),
            });
        }
        Ok(plan)
    }

    /// At every day: one place each, every parent there, paths under the parent's, no name twice.
    fn check(&self, last: u32) {
        for day in 0..=last {
            let rows = self.on(day);
            let by_unit: BTreeMap<BodyId, &Row> = rows.iter().map(|r| (r.unit, *r)).collect();
            assert_eq!(by_unit.len(), rows.len(), "one place each on day {day}");
            let mut paths: Vec<&Path> = rows.iter().map(|r| &r.path).collect();
            paths.sort();
            paths.dedup();
            assert_eq!(paths.len(), rows.len(), "no place is shared");
            for row in &rows {
                let expected = match row.parent {
                    None => Path::below(None, row.ordinal),
                    Some(parent) => {
                        let parent = by_unit.get(&parent).expect("the parent is there");
                        Path::below(Some(&parent.path), row.ordinal)
                    }
                };
                assert_eq!(Some(&row.path), expected.as_ref(), "the path follows the parent");
                let inside = rows.iter().filter(|r| row.path.covers(&r.path)).count();
                let (from, end) = (row.path.as_str().to_owned(), row.path.end());
                let range = from.as_str()..end.as_str();
                let ranged = rows.iter().filter(|r| range.contains(&r.path.as_str())).count();
                assert_eq!(inside, ranged, "a subtree is a range");
            }
        }
    }
}

#[test]
fn acts_do_what_they_say() {
    let part = |n, short: &str, takes: &[u128]| Part {
        new: new(n, short),
        takes: takes.iter().copied().map(id).collect(),
    };
    /// The act, what ends, what stands, who comes after whom.
    type Expected<'e> = (Act, &'e [u128], &'e [u128], &'e [(u128, u128)]);
    let table: Vec<Expected<'_>> = vec![
        (Act::Found { under: id(2), new: new(9, "Than") }, &[], &[9], &[]),
        (Act::Rename { unit: id(21), naming: naming("May 2") }, &[], &[21], &[]),
        (Act::Move { unit: id(2), under: id(3) }, &[], &[2], &[]),
        (
            Act::Transfer { units: vec![id(21), id(22)], from: id(2), to: id(3) },
            &[],
            &[21, 22],
            &[],
        ),
        (
            Act::Merge { units: vec![id(2)], into: Merged::Existing(id(3)) },
            &[2],
            &[21, 22],
            &[(2, 3)],
        ),
        (
            Act::Merge {
                units: vec![id(2), id(3)],
                into: Merged::Founded { under: id(1), new: new(9, "Bắc") },
            },
            &[2, 3],
            &[9, 21, 22, 31, 32],
            &[(2, 9), (3, 9)],
        ),
        (
            Act::Split {
                unit: id(2),
                parts: vec![part(8, "Tây", &[21]), part(9, "Bắc", &[22])],
                rest: Rest::Ends,
            },
            &[2],
            &[8, 21, 9, 22],
            &[(2, 8), (2, 9)],
        ),
        (
            Act::Split { unit: id(2), parts: vec![part(8, "Tây", &[21])], rest: Rest::Stays },
            &[],
            &[8, 21],
            &[(2, 8)],
        ),
        (Act::Dissolve { unit: id(21), below_to: None }, &[21], &[], &[]),
        (Act::Dissolve { unit: id(2), below_to: Some(id(1)) }, &[2], &[21, 22], &[(2, 1)]),
    ];
    for (act, ends, stands, successors) in table {
        let mut model = Model::little();
        let plan = model.act(5, &act).unwrap_or_else(|why| panic!("{why:?}: {act:?}"));
        let ids = |list: &[u128]| list.iter().copied().map(id).collect::<Vec<_>>();
        assert_eq!(plan.ends, ids(ends), "{act:?}");
        assert_eq!(plan.stands.iter().map(|s| s.unit).collect::<Vec<_>>(), ids(stands), "{act:?}");
        let pairs: Vec<_> = successors.iter().map(|(a, b)| (id(*a), id(*b))).collect();
        assert_eq!(plan.successors, pairs, "{act:?}");
        model.check(6);
        assert_eq!(model.on(4).len(), 7, "what was before stays as it was");
    }
}

#[test]
fn what_makes_no_tree_is_refused() {
    let part = |n, takes: &[u128]| Part {
        new: new(n, &format!("P{n}")),
        takes: takes.iter().copied().map(id).collect(),
    };
    let merge =
        |units: &[u128], into| Act::Merge { units: units.iter().copied().map(id).collect(), into };
    let split = |parts: Vec<Part>, rest| Act::Split { unit: id(2), parts, rest };
    let unnamed = NewUnit { naming: naming(" "), ..new(9, "x") };
    let table = [
        (Act::Move { unit: id(7), under: id(1) }, Refusal::UnitUnknown),
        (Act::Move { unit: id(2), under: id(21) }, Refusal::UnderItself),
        (Act::Move { unit: id(2), under: id(2) }, Refusal::UnderItself),
        (Act::Move { unit: id(21), under: id(2) }, Refusal::AlreadyThere),
        (Act::Move { unit: id(1), under: id(2) }, Refusal::Top),
        (Act::Transfer { units: vec![], from: id(2), to: id(3) }, Refusal::NothingChosen),
        (Act::Transfer { units: vec![id(31)], from: id(2), to: id(1) }, Refusal::NotDirectlyBelow),
        (Act::Found { under: id(2), new: new(9, "may") }, Refusal::NameTaken),
        (Act::Found { under: id(2), new: unnamed }, Refusal::NameMissing),
        (
            Act::Found { under: id(2), new: NewUnit { code: " ".into(), ..new(9, "x") } },
            Refusal::CodeMissing,
        ),
        (Act::Rename { unit: id(21), naming: naming("May") }, Refusal::NothingNew),
        (Act::Rename { unit: id(21), naming: naming("Go\u{302}\u{303}") }, Refusal::NameTaken),
        (merge(&[2], Merged::Existing(id(2))), Refusal::MergeNeedsTwo),
        (merge(&[2], Merged::Founded { under: id(1), new: new(9, "x") }), Refusal::MergeNeedsTwo),
        (merge(&[2], Merged::Existing(id(21))), Refusal::UnderItself),
        (merge(&[1], Merged::Existing(id(2))), Refusal::UnderItself),
        (split(vec![part(8, &[21, 22])], Rest::Ends), Refusal::SplitNeedsParts),
        (split(vec![part(8, &[21]), part(9, &[])], Rest::Ends), Refusal::PartsUnclear),
        (split(vec![part(8, &[21]), part(9, &[21])], Rest::Stays), Refusal::PartsUnclear),
        (split(vec![part(8, &[31])], Rest::Stays), Refusal::PartsUnclear),
        (Act::Dissolve { unit: id(2), below_to: None }, Refusal::BelowNowhere),
        (Act::Dissolve { unit: id(2), below_to: Some(id(22)) }, Refusal::UnderItself),
        (Act::Dissolve { unit: id(1), below_to: None }, Refusal::Top),
    ];
    for (act, expected) in table {
        assert_eq!(Model::little().act(5, &act).err(), Some(expected), "{act:?}");
    }
}

/// An act among the units 1..=40, right or wrong; the number founds units, from so many that none
/// comes twice.
fn acts() -> impl Strategy<Value = Act> {
    let any = || (1u128..40).prop_map(id);
    let some = || prop::collection::vec((1u128..40).prop_map(id), 1..4);
    prop_oneof![
        (any(), 40u128..1 << 60)
            .prop_map(|(under, n)| Act::Found { under, new: new(n, &format!("Đ{n}")) }),
        (any(), 0..9u32)
            .prop_map(|(unit, n)| Act::Rename { unit, naming: naming(&format!("T{n}")) }),
        (any(), any()).prop_map(|(unit, under)| Act::Move { unit, under }),
        (some(), any(), any()).prop_map(|(units, from, to)| Act::Transfer { units, from, to }),
        (some(), any()).prop_map(|(units, to)| Act::Merge { units, into: Merged::Existing(to) }),
        (some(), any(), 40u128..1 << 60).prop_map(|(units, under, n)| Act::Merge {
            units,
            into: Merged::Founded { under, new: new(n, &format!("Đ{n}")) }
        }),
        (any(), some(), 1u128 << 61..1 << 62).prop_map(|(unit, takes, n)| Act::Split {
            unit,
            parts: vec![Part { new: new(n, &format!("Đ{n}")), takes }],
            rest: Rest::Stays
        }),
        (any(), prop::option::of(any()))
            .prop_map(|(unit, below_to)| Act::Dissolve { unit, below_to }),
    ]
}

proptest! {
    #[test]
    fn every_row_of_acts_leaves_a_tree_on_every_day(acts in prop::collection::vec(acts(), 1..40)) {
        let mut model = Model::little();
        for under in 0..12u128 {
            let act = Act::Found { under: id([2, 3, 21][under as usize % 3]), new: new(4 + under, &format!("S{under}")) };
            model.act(0, &act).expect("founded");
        }
        let mut day = 0;
        for act in &acts {
            let mut after = model.clone();
            if after.act(day + 1, act).is_ok() {
                day += 1;
                model = after;
            }
        }
        model.check(day);
    }
}

#[test]
fn a_plan_is_decided_once_and_undone_once() {
    let at = Timestamp::UNIX_EPOCH;
    let (planned, in_force, undone) = (Stage::Planned, Stage::InForce { at }, Stage::Undone { at });
    assert_eq!(planned.decide(at), Ok(in_force));
    assert_eq!(in_force.undo(at), Ok(undone));
    for stage in [in_force, undone] {
        assert_eq!(stage.decide(at), Err(Refusal::AlreadyDecided));
    }
    for stage in [planned, undone] {
        assert_eq!(stage.undo(at), Err(Refusal::AlreadyDecided));
    }
}
