use super::*;
use crate::id::{Chance, SegmentId};
use crate::number;
use proptest::prelude::*;

/// A segment of `count` cells, made in one step.
fn segment(count: usize) -> Segment {
    grown(Segment::new(SegmentId(uuid::Uuid::nil())), count)
}

fn grown(segment: Segment, more: usize) -> Segment {
    let mut chance = Chance::new([segment.cells().len() as u8; 32]);
    let cell = |_| NewCell {
        indicator: chance.id(),
        indicator_version: 1,
        column: Column::Year(2020),
        decimals: 0,
    };
    segment.append((0..more).map(cell).collect()).expect("new indicators")
}

fn any_figure() -> impl Strategy<Value = Figure> {
    prop_oneof![
        4 => any::<i64>().prop_map(Figure::Given),
        4 => (-200i64..40_000).prop_map(Figure::Given),
        1 => Just(Figure::NoneArisen),
        1 => Just(Figure::NotCollected),
        1 => Just(Figure::NotAsked),
        1 => Just(Figure::Blank),
    ]
}

#[test]
fn what_counts_and_how_it_shows() {
    let table = [
        (Figure::Given(1_234), Some(1_234), "1.234"),
        (Figure::Given(-7), Some(-7), "−7"),
        (Figure::NoneArisen, Some(0), "-"),
        (Figure::NotCollected, None, "…"),
        (Figure::NotAsked, None, ""),
        (Figure::Blank, None, ""),
    ];
    for (figure, counted, shown) in table {
        assert_eq!(figure.counted(), counted);
        assert_eq!(figure.show(0), shown);
        if figure != Figure::NotAsked {
            let typed = number::read(shown, 0).expect("own writing");
            assert_eq!(Figure::from(typed.reading), figure);
        }
    }
}

#[test]
fn a_segment_only_grows() {
    let first = segment(3);
    let asked = first.cells()[1].asks.clone();
    let second = first.clone().retire(1).unwrap();
    let third = second.clone().append(vec![asked.clone()]).unwrap();
    assert_eq!((first.version(), second.version(), third.version()), (1, 2, 3));
    assert_eq!(second.cells()[1].life, Life::Dead { since: 2 });
    assert_eq!(third.position(asked.indicator, asked.column), Some(3));
    assert_eq!(first.clone().append(vec![asked]), Err(SegmentError::AskedTwice { cell: 3 }));
    assert_eq!(second.clone().retire(1), Err(SegmentError::NotAsked { cell: 1 }));
    assert_eq!(second.clone().retire(3), Err(SegmentError::NotAsked { cell: 3 }));
    let versions = [&first, &second, &third];
    for (later, is) in versions.iter().enumerate() {
        for (earlier, was) in versions.iter().enumerate() {
            assert_eq!(is.grew_from(was), later >= earlier, "{later} from {earlier}");
        }
    }
}

#[test]
fn a_segment_is_kept_as_json() {
    let kept = serde_json::to_string(&segment(2).retire(0).unwrap()).unwrap();
    let back: Segment = serde_json::from_str(&kept).unwrap();
    assert_eq!(back, segment(2).retire(0).unwrap());
}

#[test]
fn bytes_of_small_packings() {
    use Figure::{Blank, Given, NoneArisen, NotAsked, NotCollected};
    let table: [(&[Figure], &[u8]); 6] = [
        (&[], &[1, 1, 0]),
        (&[Blank], &[1, 1, 1, 0x00]),
        (&[NotAsked; 3], &[1, 1, 3, 0x33, 0x03]),
        (&[Given(5), Given(-1), Given(0)], &[1, 1, 3, 0x55, 0x04, 5, 0xff]),
        (&[Given(128), Given(i64::MIN)], &[1, 1, 2, 0xc6, 128, 0, 0, 0, 0, 0, 0, 0, 0, 128]),
        (&[NoneArisen, NotCollected, NotAsked, Blank, Given(9)], &[1, 1, 5, 0x21, 0x03, 0x05, 9]),
    ];
    for (figures, expected) in table {
        let segment = segment(figures.len());
        let packed = PackedSegment::pack(&segment, figures).unwrap();
        assert_eq!(packed.as_bytes(), expected, "{figures:?}");
        assert_eq!(packed.figures(&segment).as_deref(), Ok(figures));
    }
}

#[test]
fn what_is_not_packed_and_not_read() {
    let one = segment(1);
    let count = PackError::WrongCount { cells: 1, figures: 0 };
    assert_eq!(PackedSegment::pack(&one, &[]), Err(count));
    let dead = one.clone().retire(0).unwrap();
    let filled = PackedSegment::pack(&dead, &[Figure::Blank]);
    assert_eq!(filled, Err(PackError::DeadCell { cell: 0 }));
    assert!(PackedSegment::pack(&dead, &[Figure::NotAsked]).is_ok());
    let table: [(&[u8], PackError); 12] = [
        (&[], PackError::Damaged),
        (&[2, 1, 0], PackError::UnknownFormat { format: 2 }),
        (&[1, 2, 0], PackError::LaterSegment { version: 2 }),
        (&[1, 1, 2, 0, 0], PackError::TooManyFigures { figures: 2 }),
        (&[1, 1, 1], PackError::Damaged),
        (&[1, 1, 1, 0x00, 0], PackError::Damaged),
        (&[1, 1, 1, 0x05], PackError::Damaged),
        (&[1, 1, 1, 0x07, 0, 0], PackError::Damaged),
        (&[1, 1, 1, 0x06, 9, 0], PackError::Damaged),
        (&[1, 1, 1, 0x10], PackError::Damaged),
        (&[1, 1, 1, 0x0d], PackError::Damaged),
        (&[1, 0xff, 0xff, 0xff, 0xff, 0xff, 0], PackError::Damaged),
    ];
    for (bytes, expected) in table {
        let packed = PackedSegment::from_bytes(bytes.to_vec());
        assert_eq!(packed.figures(&one), Err(expected), "{bytes:?}");
    }
}

proptest! {
    #[test]
    fn an_old_packing_reads_under_every_later_version(
        figures in prop::collection::vec(any_figure(), 0..80),
        steps in prop::collection::vec(0usize..40, 0..6),
    ) {
        let mut at = segment(figures.len());
        let packed = PackedSegment::pack(&at, &figures).unwrap();
        for step in steps {
            at = match step {
                0..20 => grown(at, step),
                _ => at.clone().retire(step - 20).unwrap_or(at),
            };
            let read = packed.figures(&at).unwrap();
            prop_assert_eq!(&read[..figures.len()], &figures[..]);
            prop_assert!(read[figures.len()..].iter().all(|tail| *tail == Figure::NotAsked));
            prop_assert_eq!(read.len(), at.cells().len());
        }
    }

    #[test]
    fn damaged_bytes_are_answered(
        figures in prop::collection::vec(any_figure(), 0..40),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        keep: prop::sample::Index,
    ) {
        let segment = segment(figures.len());
        let mut bytes = PackedSegment::pack(&segment, &figures).unwrap().into_bytes();
        let cut = bytes[..keep.index(bytes.len())].to_vec();
        let cut = PackedSegment::from_bytes(cut).figures(&segment);
        prop_assert_eq!(cut, Err(PackError::Damaged));
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(read) = PackedSegment::from_bytes(bytes).figures(&segment) {
            prop_assert_eq!(read.len(), figures.len());
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes: Vec<u8>) {
        let _ = PackedSegment::from_bytes(bytes).figures(&segment(20));
    }
}

#[test]
fn a_time_of_its_own_narrows_the_columns_it_meets() {
    let day = |text: &str| text.parse::<jiff::civil::Date>().ok();
    let span = |from: &str, to: &str| Column::Span {
        from: from.parse().expect("a day"),
        to: to.parse().expect("a day"),
    };
    let years = || vec![Column::Year(2020), Column::Year(2021), Column::Year(2022)];
    let spans = || vec![span("2018-01-01", "2020-06-30"), Column::TermStart];
    type Row = (Vec<Column>, &'static str, &'static str, Vec<Option<Column>>);
    let table: Vec<Row> = vec![
        (
            years(),
            "2021-10-01",
            "",
            vec![None, Some(span("2021-10-01", "2021-12-31")), Some(Column::Year(2022))],
        ),
        (years(), "2021-01-01", "", vec![None, Some(Column::Year(2021)), Some(Column::Year(2022))]),
        (years(), "", "2020-05-31", vec![Some(span("2020-01-01", "2020-05-31")), None, None]),
        (years(), "2017-01-01", "2030-12-31", years().into_iter().map(Some).collect()),
        (years(), "2023-01-01", "", vec![None; 3]),
        (
            spans(),
            "2017-05-01",
            "2020-12-31",
            vec![Some(span("2017-05-01", "2020-12-31")), Some(Column::TermStart)],
        ),
        (spans(), "2021-01-01", "", vec![None, Some(Column::TermStart)]),
    ];
    for (columns, from, to, expected) in table {
        let term = OwnTerm::new(day(from), day(to)).expect("a term");
        assert_eq!(term.of(&columns), expected, "{from} {to}");
    }
    assert_eq!(OwnTerm::new(None, None), None);
    assert_eq!(OwnTerm::new(day("2021-01-02"), day("2021-01-01")), None, "backwards");
}
