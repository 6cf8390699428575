use super::*;
use crate::campaign::Need;
use crate::id::Chance;
use proptest::prelude::*;

fn outline(lines: &[(u8, &str)]) -> Vec<Section> {
    let mut chance = Chance::new([7; 32]);
    lines.iter().map(|(depth, title)| section(chance.id(), *depth, title)).collect()
}

fn section(id: SectionId, depth: u8, title: &str) -> Section {
    let (number, guidance) = (String::new(), String::new());
    let (owner, need) = (None, Need::Required);
    Section { id, number, title: title.to_owned(), guidance, depth, owner, need }
}

fn fresh(title: &str) -> Section {
    section(Chance::new([9; 32]).id(), 0, title)
}

fn sketch(sections: &[Section]) -> String {
    let line = |s: &Section| format!("{}{}", ">".repeat(usize::from(s.depth)), s.title);
    sections.iter().map(line).collect::<Vec<_>>().join(" ")
}

const LINES: [(u8, &str); 6] = [(0, "A"), (1, "B"), (1, "C"), (2, "D"), (0, "E"), (0, "F")];

#[test]
fn a_section_stands_where_it_was_wanted() {
    let table = [
        (Spot::After as fn(SectionId) -> Spot, 0, Ok("A >B >C >>D X E F")),
        (Spot::After, 1, Ok("A >B >X >C >>D E F")),
        (Spot::After, 2, Ok("A >B >C >>D >X E F")),
        (Spot::After, 5, Ok("A >B >C >>D E F X")),
        (Spot::Under, 0, Ok("A >B >C >>D >X E F")),
        (Spot::Under, 2, Ok("A >B >C >>D >>X E F")),
        (Spot::Under, 1, Err(Refusal::SpotWritten)),
        (Spot::Under, 5, Err(Refusal::SpotWritten)),
    ];
    for (spot, at, expected) in table {
        let mut sections = outline(&LINES);
        let done = insert(&mut sections, spot(id_at(at)), fresh("X"));
        let sketched = done.map(|()| sketch(&sections));
        assert_eq!(sketched, expected.map(str::to_owned), "{at}");
    }
    let nowhere = Spot::After(Chance::new([3; 32]).id());
    assert_eq!(insert(&mut outline(&LINES), nowhere, fresh("X")), Err(Refusal::SpotMissing));
}

fn id_at(at: usize) -> SectionId {
    outline(&LINES)[at].id
}

#[test]
fn a_heading_goes_with_all_that_is_under_it() {
    for (at, expected) in
        [(0, "E F"), (1, "A >C >>D E F"), (2, "A >B E F"), (3, "A >B >C E F"), (5, "A >B >C >>D E")]
    {
        let mut sections = outline(&LINES);
        withdraw(&mut sections, id_at(at));
        assert_eq!(sketch(&sections), expected, "{at}");
    }
}

#[test]
fn what_changed_is_said_in_the_order_of_reading() {
    let before = outline(&LINES);
    let mut after = before.clone();
    withdraw(&mut after, before[1].id);
    insert(&mut after, Spot::After(before[4].id), fresh("X")).expect("the spot is there");
    after[2].guidance = "Nêu rõ.".into();
    let said: Vec<String> = differences(&before, &after)
        .iter()
        .map(|item| match item {
            Item::SectionAdded { section, after } => {
                let of = before.iter().find(|old| Some(old.id) == *after);
                format!("+{} after {}", section.title, of.expect("stood there").title)
            }
            Item::SectionReworded { before, after } => {
                format!("{} {:?}→{:?}", before.title, before.guidance, after.guidance)
            }
            Item::SectionWithdrawn { section } => format!("-{}", section.title),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(said, ["-B", "D \"\"→\"Nêu rõ.\"", "+X after E"]);
    assert_eq!(differences(&before, &before), []);
}

#[test]
fn an_item_reads_back() {
    let item = Item::SectionReworded { before: fresh("X"), after: fresh("Y") };
    let json = serde_json::to_string(&item).expect("writes");
    assert_eq!(serde_json::from_str::<Item>(&json).expect("reads"), item);
}

proptest! {
    /// Whatever is withdrawn and added, both outlines can be read out of what is laid over.
    #[test]
    fn nothing_is_lost_between_two_versions(
        depths in prop::collection::vec(0u8..3, 1..12),
        acts in prop::collection::vec((any::<bool>(), 0usize..12), 0..6),
    ) {
        let lines: Vec<(u8, &str)> = depths.iter().map(|depth| (*depth, "x")).collect();
        let before = outline(&lines);
        let mut after = before.clone();
        let mut chance = Chance::new([5; 32]);
        for (adds, at) in acts {
            let Some(id) = after.get(at).map(|section| section.id) else { continue };
            if adds {
                insert(&mut after, Spot::After(id), section(chance.id(), 0, "new")).expect("there");
            } else {
                withdraw(&mut after, id);
            }
        }
        let all = laid_over(&before, &after);
        let kept = |not: Standing| all.iter().filter(move |(_, s)| *s != not);
        let read: Vec<Section> = kept(Standing::Withdrawn).map(|(s, _)| s.clone()).collect();
        prop_assert_eq!(&read, &after);
        let read: Vec<Section> = kept(Standing::Added).map(|(s, _)| s.clone()).collect();
        prop_assert_eq!(&read, &before);
    }
}
