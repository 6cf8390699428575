use super::*;
use proptest::prelude::*;

/// A tree written as its nodes in depth-first order, indented by two blanks a level; `*` after the
/// name marks a node that stands apart.
fn tree(drawn: &str) -> Tree {
    let mut path: Vec<u32> = Vec::new();
    let mut places = Vec::new();
    for (line, node) in drawn.lines().filter(|line| !line.trim().is_empty()).zip(0..) {
        path.truncate((line.len() - line.trim_start().len()) / 2);
        let part = if line.ends_with('*') { Part::Apart } else { Part::Counted };
        places.push(Place { parent: path.last().copied(), part });
        path.push(node);
    }
    Tree::new(&places).expect("drawn in order")
}

/// Nodes 0 province, 1 its department, 2 first district, 3–5 its units, 6 second district, 7–8 its
/// units, 9 a unit directly under the province.
const PROVINCE: &str = "
province
  department*
  first
    a
    b
    c
  second
    d
    e
  direct";

/// `5` given, `-` none arisen, `?` not collected, `x` not asked, `_` blank.
fn cells(row: &str) -> Vec<Cell> {
    row.split_whitespace()
        .map(|cell| match cell {
            "-" => Cell::NoneArisen,
            "?" => Cell::NotCollected,
            "x" => Cell::NotAsked,
            "_" => Cell::Blank,
            value => Cell::Given(value.parse().expect("a number")),
        })
        .collect()
}

fn engine(drawn: &str, classes: &[Class]) -> Engine {
    Filling::new(tree(drawn), classes.to_vec()).expect("sound classes").roll_up()
}

fn set(engine: &mut Engine, node: u32, layer: Layer, row: &str) {
    engine.set(node, layer, node.into(), &cells(row)).expect("a row that fits");
    assert!(engine.holds());
}

/// Amounts and "n of N" in a few letters.
fn said(engine: &Engine, node: u32, view: View) -> String {
    let row = engine.row(node, view);
    let mut said: Vec<String> = row
        .totals()
        .map(|total| match total.amount {
            Amount::Sum(sum) => sum.to_string(),
            Amount::Quotient(Quotient { top, bottom, .. }) => format!("{top}/{bottom}"),
            Amount::Picked(Some(Picked { value, unit, .. })) => format!("{value}@{unit}"),
            Amount::Picked(None) | Amount::Nothing => "none".to_owned(),
        })
        .collect();
    let Coverage { heard, of } = row.coverage();
    said.push(format!("({heard} of {of})"));
    said.join(" ")
}

#[test]
fn ranges_parents_and_roles() {
    let tree = tree(PROVINCE);
    assert_eq!(tree.len(), 10);
    let table =
        [(0, 0..10, 6), (1, 1..2, 0), (2, 2..6, 3), (4, 4..5, 1), (6, 6..9, 2), (9, 9..10, 1)];
    for (node, subtree, units) in table {
        assert_eq!((tree.subtree(node), tree.units(node)), (subtree, units), "node {node}");
    }
    assert_eq!(tree.children(0).collect::<Vec<_>>(), [1, 2, 6, 9]);
    assert_eq!(tree.children(9).count(), 0);
    assert_eq!(tree.ancestors(4).collect::<Vec<_>>(), [2, 0]);
    let adding: Vec<u32> = (0..10).filter(|node| tree.adds(*node)).collect();
    assert_eq!(adding, [3, 4, 5, 7, 8, 9]);
}

#[test]
fn what_is_no_tree() {
    let place = |parent| Place { parent, part: Part::Counted };
    let table: [(&[Option<u32>], Option<usize>); 6] = [
        (&[], None),
        (&[None, None], None),
        (&[None, Some(0), Some(1), Some(0)], None),
        (&[Some(0)], Some(0)),
        (&[None, Some(0), Some(0), Some(1)], Some(3)),
        (&[None, Some(2), Some(0)], Some(1)),
    ];
    for (parents, wrong) in table {
        let places: Vec<Place> = parents.iter().copied().map(place).collect();
        let expected = wrong.map(|node| TreeError::NotDepthFirst { node });
        assert_eq!(Tree::new(&places).err(), expected, "{parents:?}");
    }
}

#[test]
fn a_department_below_leaves_a_unit_its_own_row() {
    let mut engine = engine("unit\n  department*", &[Class::Sum]);
    set(&mut engine, 1, Layer::Received, "100");
    set(&mut engine, 0, Layer::Received, "7");
    assert_eq!(said(&engine, 0, View::Received), "7 (1 of 1)");
}

#[test]
fn sums_with_coverage() {
    let mut engine = engine(PROVINCE, &[Class::Sum, Class::Sum]);
    assert_eq!(said(&engine, 0, View::Received), "0 0 (0 of 6)");
    set(&mut engine, 3, Layer::Received, "10 1");
    set(&mut engine, 4, Layer::Received, "- ?");
    set(&mut engine, 7, Layer::Received, "5 _");
    set(&mut engine, 9, Layer::Received, "-2");
    set(&mut engine, 1, Layer::Received, "1000 1000");
    set(&mut engine, 2, Layer::Received, "999 999");
    let table = [
        (0, "13 1 (4 of 6)"),
        (2, "10 1 (2 of 3)"),
        (6, "5 0 (1 of 2)"),
        (9, "-2 0 (1 of 1)"),
        (5, "0 0 (0 of 1)"),
        (1, "1000 1000 (0 of 0)"),
    ];
    for (node, expected) in table {
        assert_eq!(said(&engine, node, View::Received), expected, "node {node}");
    }
    let counts = engine.total(0, 1, View::Received).counts;
    let expected = Counts { given: 1, none_arisen: 0, not_collected: 1, not_asked: 1, blank: 1 };
    assert_eq!(counts, expected);
    assert_eq!(engine.total(0, 0, View::Received).counts.answered(), 4);
    assert_eq!(engine.own(2, Layer::Received, 0), Some(Cell::Given(999)));
    assert_eq!(engine.own(6, Layer::Received, 0), None);
}

#[test]
fn a_submitted_row_lies_over_the_received_one() {
    let mut engine = engine(PROVINCE, &[Class::Sum, Class::Max]);
    let mut check = |step: &dyn Fn(&mut Engine), received: &str, provisional: &str| {
        step(&mut engine);
        assert!(engine.holds());
        assert_eq!(said(&engine, 0, View::Received), received);
        assert_eq!(said(&engine, 0, View::Provisional), provisional);
    };
    use Layer::{Received, Submitted};
    check(&|e| set(e, 3, Submitted, "5 5"), "0 none (0 of 6)", "5 5@3 (1 of 6)");
    check(&|e| set(e, 3, Received, "4 4"), "4 4@3 (1 of 6)", "5 5@3 (1 of 6)");
    check(&|e| set(e, 8, Received, "1 1"), "5 4@3 (2 of 6)", "6 5@3 (2 of 6)");
    check(&|e| set(e, 3, Submitted, "0 0"), "5 4@3 (2 of 6)", "1 1@8 (2 of 6)");
    check(&|e| e.clear(3, Received).unwrap(), "1 1@8 (1 of 6)", "1 1@8 (2 of 6)");
    check(&|e| e.clear(3, Received).unwrap(), "1 1@8 (1 of 6)", "1 1@8 (2 of 6)");
    check(&|e| e.clear(8, Submitted).unwrap(), "1 1@8 (1 of 6)", "1 1@8 (2 of 6)");
    check(&|e| e.clear(3, Submitted).unwrap(), "1 1@8 (1 of 6)", "1 1@8 (1 of 6)");
    check(&|e| e.clear(8, Received).unwrap(), "0 none (0 of 6)", "0 none (0 of 6)");
}

#[test]
fn ratios_and_means_come_from_sums() {
    let ratio = Class::Ratio { numerator: 0, denominator: 1 };
    let classes = [Class::Sum, Class::Sum, ratio, Class::Mean { weight: 1 }];
    let mut engine = engine(PROVINCE, &classes);
    set(&mut engine, 3, Layer::Received, "1 2 x 10");
    set(&mut engine, 4, Layer::Received, "3 10 x 40");
    set(&mut engine, 5, Layer::Received, "- 8 x ?");
    set(&mut engine, 7, Layer::Received, "100 ? x 7");
    assert_eq!(said(&engine, 2, View::Received), "4 20 4/20 420/12 (3 of 3)");
    assert_eq!(said(&engine, 0, View::Received), "104 20 4/20 420/12 (4 of 6)");
    assert_eq!(said(&engine, 3, View::Received), "1 2 1/2 20/2 (1 of 1)");
    let Amount::Quotient(quotient) = engine.total(0, 2, View::Received).amount else {
        panic!("a ratio");
    };
    assert_eq!((quotient.units, quotient.rounded(1_000)), (3, Some(200)));
}

#[test]
fn choices_say_whose_they_are() {
    let mut engine = engine(PROVINCE, &[Class::Max, Class::Min, Class::Latest, Class::None]);
    let mut put = |node, stamp, row: &str| {
        engine.set(node, Layer::Received, stamp, &cells(row)).unwrap();
        assert!(engine.holds());
        said(&engine, 0, View::Received)
    };
    assert_eq!(put(8, 30, "5 5 5 5"), "5@8 5@8 5@8 none (1 of 6)");
    assert_eq!(put(3, 20, "5 5 5 5"), "5@3 5@3 5@8 none (2 of 6)");
    assert_eq!(put(4, 40, "- - - -"), "5@3 0@4 0@4 none (3 of 6)");
    assert_eq!(put(9, 50, "? ? ? ?"), "5@3 0@4 0@4 none (4 of 6)");
    assert_eq!(put(4, 10, "7 7 7 7"), "7@4 5@3 5@8 none (4 of 6)");
    assert_eq!(put(4, 11, "_ _ _ _"), "5@3 5@3 5@8 none (4 of 6)");
}

#[test]
fn the_way_down() {
    let mut engine = engine(PROVINCE, &[Class::Sum]);
    set(&mut engine, 3, Layer::Received, "1");
    set(&mut engine, 8, Layer::Received, "2");
    set(&mut engine, 8, Layer::Submitted, "?");
    let behind = |node, view| -> Vec<(u32, Layer, Cell)> {
        engine.contributors(node, 0, view).map(|unit| (unit.unit, unit.layer, unit.cell)).collect()
    };
    let (a, e) = ((3, Layer::Received, Cell::Given(1)), (8, Layer::Received, Cell::Given(2)));
    assert_eq!(behind(0, View::Received), [a, e]);
    let e = (8, Layer::Submitted, Cell::NotCollected);
    assert_eq!(behind(0, View::Provisional), [a, e]);
    assert_eq!(behind(6, View::Provisional), [e]);
    assert_eq!(engine.missing(0, View::Provisional).collect::<Vec<_>>(), [4, 5, 7, 9]);
}

#[test]
fn what_is_not_taken_changes_nothing() {
    let mut engine = engine(PROVINCE, &[Class::Sum, Class::Sum]);
    let limit = i64::MAX / 6;
    let given = |value| [Cell::Blank, Cell::Given(value)];
    for node in [3, 4, 5, 7, 8, 9] {
        engine.set(node, Layer::Received, 0, &given(limit)).unwrap();
        engine.set(node, Layer::Submitted, 0, &given(-limit)).unwrap();
    }
    assert!(engine.holds());
    assert_eq!(engine.total(0, 1, View::Received).amount, Amount::Sum(limit * 6));
    assert_eq!(engine.total(0, 1, View::Provisional).amount, Amount::Sum(-limit * 6));
    for value in [limit + 1, -limit - 1, i64::MIN, i64::MAX] {
        let error = Error::TooLarge { node: 5, cell: 1, value, limit };
        assert_eq!(engine.set(5, Layer::Received, 0, &given(value)), Err(error));
    }
    let long = [Cell::Blank; 3];
    let error = Error::TooManyCells { node: 5, cells: 3, width: 2 };
    assert_eq!(engine.set(5, Layer::Received, 0, &long), Err(error));
    assert_eq!(engine.clear(10, Layer::Received), Err(Error::NoSuchNode { node: 10 }));
    assert_eq!(engine.total(0, 1, View::Received).amount, Amount::Sum(limit * 6));
    let named = Filling::new(tree(PROVINCE), vec![Class::Mean { weight: 1 }]).err();
    assert_eq!(named, Some(ClassError { cell: 0, named: 1 }));
}

#[test]
fn quotients_round_half_away_from_zero() {
    let table = [
        (1, 2, 1, Some(1)),
        (-1, 2, 1, Some(-1)),
        (1, -2, 1, Some(-1)),
        (1, 3, 100, Some(33)),
        (2, 3, 100, Some(67)),
        (-2, 3, 100, Some(-67)),
        (1, 4, 1, Some(0)),
        (-1, 4, 1, Some(0)),
        (0, 5, 100, Some(0)),
        (6, 3, 1, Some(2)),
        (1, 0, 1, None),
        (i128::MAX, 1, 1, None),
        (i128::MAX, 1, 2, None),
    ];
    for (top, bottom, times, expected) in table {
        let quotient = Quotient { top, bottom, units: 1 };
        assert_eq!(quotient.rounded(times), expected, "{top} × {times} / {bottom}");
    }
}

/// What the engine should say, worked out unit by unit from the definitions.
fn by_definition(engine: &Engine, classes: &[Class], node: u32, cell: usize, view: View) -> Total {
    let said =
        |cell: usize| -> Vec<Contributor> { engine.contributors(node, cell, view).collect() };
    let units = said(cell);
    let numbers = units.iter().filter_map(|unit| {
        Some(Picked { value: unit.cell.counted()?, unit: unit.unit, stamp: unit.stamp })
    });
    let quotient = |top: usize, bottom: usize, term: fn(i128, i128) -> (i128, i128)| {
        let mut sum = Quotient::default();
        for (a, b) in said(top).iter().zip(said(bottom)) {
            if let (Some(a), Some(b)) = (a.cell.counted(), b.cell.counted()) {
                let (top, bottom) = term(a.into(), b.into());
                sum.top += top;
                sum.bottom += bottom;
                sum.units += 1;
            }
        }
        Amount::Quotient(sum)
    };
    let first = std::cmp::Reverse::<u32>;
    let amount = match classes[cell] {
        Class::Sum => Amount::Sum(numbers.map(|number| number.value).sum()),
        Class::Ratio { numerator, denominator } => quotient(numerator, denominator, |a, b| (a, b)),
        Class::Mean { weight } => quotient(cell, weight, |value, weight| (value * weight, weight)),
        Class::Max => Amount::Picked(numbers.max_by_key(|n| (n.value, first(n.unit)))),
        Class::Min => Amount::Picked(numbers.min_by_key(|n| (n.value, n.unit))),
        Class::Latest => Amount::Picked(numbers.max_by_key(|n| (n.stamp, first(n.unit)))),
        Class::None => Amount::Nothing,
    };
    let count = |is: fn(&Cell) -> bool| units.iter().filter(|unit| is(&unit.cell)).count() as u32;
    let counts = Counts {
        given: count(|cell| matches!(cell, Cell::Given(_))),
        none_arisen: count(|cell| *cell == Cell::NoneArisen),
        not_collected: count(|cell| *cell == Cell::NotCollected),
        not_asked: count(|cell| *cell == Cell::NotAsked),
        blank: count(|cell| *cell == Cell::Blank),
    };
    Total { amount, counts }
}

const CLASSES: [Class; 8] = [
    Class::Sum,
    Class::Sum,
    Class::Ratio { numerator: 0, denominator: 1 },
    Class::Mean { weight: 1 },
    Class::Max,
    Class::Min,
    Class::Latest,
    Class::None,
];

fn any_tree() -> impl Strategy<Value = Tree> {
    prop::collection::vec((0usize..4, prop::bool::weighted(0.15)), 1..40).prop_map(|steps| {
        let mut path: Vec<u32> = Vec::new();
        let mut places = Vec::new();
        for ((up, apart), node) in steps.into_iter().zip(0..) {
            path.truncate(path.len().saturating_sub(up));
            let part = if apart { Part::Apart } else { Part::Counted };
            places.push(Place { parent: path.last().copied(), part });
            path.push(node);
        }
        Tree::new(&places).expect("a path is depth first")
    })
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let far = i64::MAX / 40;
    prop_oneof![
        3 => (-5i64..5).prop_map(Cell::Given),
        2 => (-far..=far).prop_map(Cell::Given),
        1 => Just(Cell::NoneArisen),
        1 => Just(Cell::NotCollected),
        1 => Just(Cell::NotAsked),
        1 => Just(Cell::Blank),
    ]
}

type Step = (prop::sample::Index, Layer, u64, Option<Vec<Cell>>);

fn any_step() -> impl Strategy<Value = Step> {
    let layer = prop_oneof![Just(Layer::Received), Just(Layer::Submitted)];
    let cells = prop::collection::vec(any_cell(), 0..=CLASSES.len());
    (any::<prop::sample::Index>(), layer, 0u64..4, prop::option::weighted(0.75, cells))
}

proptest! {
    #[test]
    fn every_update_leaves_what_a_whole_roll_up_gives(
        tree in any_tree(),
        filled in prop::collection::vec(any_step(), 0..60),
        steps in prop::collection::vec(any_step(), 0..30),
    ) {
        let nodes = tree.len();
        let mut filling = Filling::new(tree, CLASSES.to_vec()).unwrap();
        for (node, layer, stamp, cells) in filled {
            let cells = cells.unwrap_or_default();
            filling.put(node.index(nodes) as u32, layer, stamp, &cells).unwrap();
        }
        let mut engine = filling.roll_up();
        for (node, layer, stamp, cells) in steps {
            let node = node.index(nodes) as u32;
            match cells {
                Some(cells) => engine.set(node, layer, stamp, &cells).unwrap(),
                None => engine.clear(node, layer).unwrap(),
            }
            prop_assert!(engine.holds());
        }
        for node in (0..nodes as u32).filter(|node| engine.tree().units(*node) > 0) {
            for view in [View::Received, View::Provisional] {
                let row = engine.row(node, view);
                let missing = engine.missing(node, view).count() as u32;
                prop_assert_eq!(row.coverage().heard + missing, row.coverage().of);
                for (cell, total) in row.totals().enumerate() {
                    let expected = by_definition(&engine, &CLASSES, node, cell, view);
                    prop_assert_eq!(total, expected, "node {} cell {}", node, cell);
                }
            }
        }
    }
}

#[test]
fn many_rows_in_one_run_are_counted() {
    let places: Vec<Place> = (0..1_001)
        .map(|node| Place { parent: (node > 0).then_some(0), part: Part::Counted })
        .collect();
    let tree = Tree::new(&places).unwrap();
    let mut filling = Filling::new(tree, vec![Class::Sum, Class::Mean { weight: 0 }]).unwrap();
    for node in 1..=1_000 {
        let cells = [Cell::Given(node.into()), Cell::Given(2)];
        filling.put(node, Layer::Received, 0, &cells).unwrap();
    }
    let engine = filling.roll_up();
    assert_eq!(said(&engine, 0, View::Received), "500500 1001000/500500 (1000 of 1000)");
    assert_eq!(engine.total(0, 0, View::Received).counts.given, 1_000);
}
