use super::*;
use crate::plan::fact::Heading;
use crate::plan::reading::{OutlineItem, PlanSection, Recipient, Severity};
use crate::source::Span;

fn recipient(name: &str) -> Fact {
    Fact::Recipient(Recipient { name: name.to_owned(), ..Recipient::default() })
}

fn item(number: &str, depth: u8) -> Fact {
    Fact::Outline(Heading { number: number.to_owned(), depth, ..Heading::default() })
}

/// A plan with two recipients and a proposed outline of five items, and a slip.
fn reading() -> Reading {
    let top = |number: &str, below: &[&str]| OutlineItem {
        number: number.to_owned(),
        children: below
            .iter()
            .map(|number| OutlineItem { number: (*number).to_owned(), ..OutlineItem::default() })
            .collect(),
        ..OutlineItem::default()
    };
    let named = |name: &str| Recipient { name: name.to_owned(), ..Recipient::default() };
    let plan = Document {
        kind: DocumentKind::Plan,
        title: "Tổng kết".to_owned(),
        proposed_outline: vec![top("I", &["1", "2"]), top("II", &["3"])],
        recipients: vec![named("A"), named("B")],
        ..Document::default()
    };
    let slip = Document { kind: DocumentKind::OpinionRequest, ..Document::default() };
    Reading { documents: vec![plan, slip], ..Reading::default() }
}

/// The kept rows of a list: `I>1`, indented by their depth.
fn shown(sheet: &Sheet, list: List) -> String {
    let words = |row: &Row| match &row.fact {
        Fact::Recipient(recipient) => recipient.name.clone(),
        Fact::Outline(heading) => {
            format!("{}{}", ">".repeat(usize::from(heading.depth)), heading.number)
        }
        Fact::Title(title) => title.clone(),
        other => format!("{other:?}"),
    };
    sheet.list(0, list).map(words).collect::<Vec<_>>().join(" ")
}

fn id(sheet: &Sheet, fact: &Fact) -> RowId {
    let row = sheet.rows(0).find(|row| row.fact == *fact);
    row.unwrap_or_else(|| panic!("no {fact:?}")).id
}

#[test]
fn each_correction_does_what_it_says_and_the_same_again_nothing() {
    let sheet = Sheet::of(&reading());
    let of = |fact: &Fact| id(&sheet, fact);
    let (a, b) = (of(&recipient("A")), of(&recipient("B")));
    let (one, two, three) = (of(&item("1", 1)), of(&item("2", 1)), of(&item("3", 1)));
    let (first, second) = (of(&item("I", 0)), of(&item("II", 0)));
    let title = of(&Fact::Title("Tổng kết".to_owned()));
    let add = |before, fact| Change::Add { paper: 0, before, fact };
    let put = |row, before, depth| Change::Move { row, before, depth };
    let table = [
        (Change::Put(title, Fact::Title("Sơ kết".to_owned())), List::Title, "Sơ kết"),
        (Change::Put(a, recipient("C")), List::Recipient, "C B"),
        (add(None, recipient("C")), List::Recipient, "A B C"),
        (add(Some(b), recipient("C")), List::Recipient, "A C B"),
        (add(None, recipient("B")), List::Recipient, "A B"),
        (Change::Drop(a), List::Recipient, "B"),
        (Change::Restore(a), List::Recipient, "A B"),
        (add(Some(two), item("4", 1)), List::Outline, "I >1 >4 >2 II >3"),
        (Change::Drop(first), List::Outline, "II >3"),
        (put(second, Some(first), 0), List::Outline, "II >3 I >1 >2"),
        (put(two, Some(one), 1), List::Outline, "I >2 >1 II >3"),
        (put(three, None, 0), List::Outline, "I >1 >2 II 3"),
        (put(second, None, 1), List::Outline, "I >1 >2 >II >>3"),
        (
            Change::All(vec![Change::Drop(a), add(None, recipient("C")), Change::Restore(a)]),
            List::Recipient,
            "A B C",
        ),
    ];
    for (change, list, expected) in table {
        let once = sheet.with(&change).unwrap_or_else(|| panic!("{change:?}"));
        assert_eq!(shown(&once, list), expected, "{change:?}");
        let twice = once.with(&change).unwrap_or_else(|| panic!("{change:?} twice"));
        assert_eq!(twice, once, "{change:?} twice");
    }
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let sheet = Sheet::of(&reading());
    let title = id(&sheet, &Fact::Title("Tổng kết".to_owned()));
    let first = id(&sheet, &item("I", 0));
    let one = id(&sheet, &item("1", 1));
    let a = id(&sheet, &recipient("A"));
    let nobody = RowId(999);
    let table = [
        Change::Put(nobody, recipient("C")),
        Change::Put(title, recipient("C")),
        Change::Drop(title),
        Change::Drop(nobody),
        Change::Restore(nobody),
        Change::Add { paper: 0, before: None, fact: Fact::Title("Hai tên".to_owned()) },
        Change::Add { paper: 2, before: None, fact: recipient("C") },
        Change::Add { paper: 0, before: Some(title), fact: recipient("C") },
        Change::Move { row: a, before: None, depth: 0 },
        Change::Move { row: first, before: Some(one), depth: 2 },
        Change::All(vec![Change::Drop(a), Change::Drop(nobody)]),
    ];
    for change in table {
        assert_eq!(sheet.with(&change), None, "{change:?}");
    }
}

#[test]
fn a_row_comes_back_as_it_was_read() {
    let sheet = Sheet::of(&reading());
    let a = id(&sheet, &recipient("A"));
    let two = id(&sheet, &item("2", 1));
    let changed = sheet.with(&Change::Put(a, recipient("C"))).expect("there");
    assert!(changed.row(a).expect("there").is_corrected());
    let back = changed.with(&Change::Restore(a)).expect("there");
    assert_eq!(back, sheet);
    let moved = Change::Move { row: two, before: None, depth: 0 };
    let moved = sheet.with(&moved).expect("there");
    let renamed = moved.with(&Change::Put(two, item("zwei", 0))).expect("there");
    let back = renamed.with(&Change::Restore(two)).expect("there");
    assert_eq!(back, moved, "its words come back, its place stays");
    let added = Change::Add { paper: 0, before: None, fact: recipient("C") };
    let added = sheet.with(&added).expect("fits");
    let c = id(&added, &recipient("C"));
    let dropped = added.with(&Change::Drop(c)).expect("there");
    assert_eq!(shown(&dropped, List::Recipient), "A B");
    assert_eq!(dropped.with(&Change::Restore(c)), Some(added));
}

#[test]
fn a_sheet_nobody_touched_gives_the_documents_as_read() {
    let reading = reading();
    let sheet = Sheet::of(&reading);
    assert_eq!(sheet.documents(&reading), reading.documents);
    let unknown = reading_with_unknown_paper();
    assert_eq!(Sheet::of(&unknown).documents(&unknown), unknown.documents);
    let taken = sheet.with(&Change::TakeOutline).expect("always");
    let plan = &taken.documents(&reading)[0];
    assert_eq!(plan.outline, reading.documents[0].proposed_outline);
    assert!(plan.proposed_outline.is_empty());
}

#[test]
fn where_nothing_was_read_everything_can_be_typed() {
    let reading = Reading::default();
    let sheet = Sheet::of(&reading);
    assert_eq!((sheet.papers(), sheet.plan()), (1, 0));
    let title = id(&sheet, &Fact::Title(String::new()));
    let typed = Change::All(vec![
        Change::Put(title, Fact::Title("Tổng kết".to_owned())),
        Change::Add { paper: 0, before: None, fact: item("1", 0) },
    ]);
    let document = sheet.with(&typed).expect("fits").documents(&reading).remove(0);
    assert_eq!((document.title.as_str(), document.outline.len()), ("Tổng kết", 1));
}

#[test]
fn the_plan_is_the_first_that_is_one() {
    let sheet = Sheet::of(&reading());
    assert_eq!((sheet.plan(), sheet.plans(), sheet.papers()), (0, vec![0], 2));
    let kind = |paper| sheet.list(paper, List::Kind).next().expect("one each").id;
    let swapped = Change::All(vec![
        Change::Put(kind(0), Fact::Kind(DocumentKind::Outline)),
        Change::Put(kind(1), Fact::Kind(DocumentKind::Plan)),
    ]);
    assert_eq!(sheet.with(&swapped).expect("fits").plan(), 1);
    let both = Change::Put(kind(1), Fact::Kind(DocumentKind::Plan));
    assert_eq!(sheet.with(&both).expect("fits").plans(), [0, 1]);
}

#[test]
fn a_warning_is_set_aside_until_it_says_something_else() {
    let warning = |text: &str| Warning {
        code: "DEADLINE_ON_WEEKEND".to_owned(),
        severity: Severity::Info,
        facts: vec![("text".to_owned(), text.to_owned())],
        message: String::new(),
        span: Span::new(3, 9),
    };
    let warned = Warned::of(&warning("trước ngày 5/7"));
    let aside = Change::SetAside(warned.clone(), "Đã hỏi Văn phòng".to_owned());
    let sheet = Sheet::default().with(&aside).expect("always");
    assert_eq!(sheet.with(&aside).as_ref(), Some(&sheet));
    let reason = |sheet: &Sheet, text| sheet.aside(&warning(text)).map(|a| a.reason.clone());
    assert_eq!(reason(&sheet, "trước ngày 5/7").as_deref(), Some("Đã hỏi Văn phòng"));
    assert_eq!(reason(&sheet, "trước ngày 6/7"), None);
    let raised = sheet.with(&Change::Raise(warned)).expect("always");
    assert_eq!(reason(&raised, "trước ngày 5/7"), None);
}

#[test]
fn a_row_is_its_id() {
    for (text, expected) in
        [("f12", Ok(RowId(12))), ("f", Err(())), ("12", Err(())), ("fx", Err(()))]
    {
        assert_eq!(text.parse::<RowId>(), expected, "{text}");
    }
    assert_eq!(RowId(12).to_string(), "f12");
}

/// A plan with an outline of its own making, and a paper of no known kind with headings.
fn reading_with_unknown_paper() -> Reading {
    let mut reading = reading();
    let section = |number: &str, children| PlanSection {
        number: number.to_owned(),
        children,
        ..PlanSection::default()
    };
    reading.documents[1] = Document {
        kind: DocumentKind::Other,
        sections: vec![section("A", vec![section("a", Vec::new())]), section("B", Vec::new())],
        ..Document::default()
    };
    reading
}

#[test]
fn another_document_said_to_be_the_outline_gives_its_items_and_takes_them_back() {
    let reading = reading_with_unknown_paper();
    let sheet = Sheet::of(&reading);
    let kind = sheet.list(1, List::Kind).next().expect("a kind").id;
    let put = |kind_of| Change::Put(kind, Fact::Kind(kind_of));
    let said = sheet.with(&put(DocumentKind::Outline)).expect("there");
    assert_eq!(shown(&said, List::Outline), "A >a B");
    let plan = said.documents(&reading).swap_remove(0);
    assert_eq!(plan.outline.len(), 2);
    assert!(plan.proposed_outline.is_empty(), "what was proposed is not mixed in");
    let b = said.list(0, List::Outline).last().expect("B").id;
    let added = Change::Add { paper: 0, before: Some(b), fact: item("C", 0) };
    let more = said.with(&added).expect("goes with the others");
    assert_eq!(shown(&more, List::Outline), "A >a C B");
    for undo in [Change::Restore(kind), put(DocumentKind::Letter)] {
        let back = more.with(&undo).expect("there");
        assert_eq!(shown(&back, List::Outline), "I >1 >2 II >3", "{undo:?}");
        let again = back.with(&put(DocumentKind::Outline)).expect("there");
        assert_eq!(shown(&again, List::Outline), "A >a C B", "what was added is there again");
    }
    assert_eq!(
        sheet.with(&put(DocumentKind::Outline)).and_then(|s| s.with(&Change::Restore(kind))),
        Some(sheet)
    );
}

#[test]
fn what_a_name_means_is_said_once_however_it_is_written() {
    let sheet = Sheet::of(&reading());
    let body = Meaning::Body(BodyId::from(uuid::Uuid::from_u128(7)));
    let mean = |name: &str, meaning| Change::Mean(name.to_owned(), meaning);
    let said = sheet.with(&mean("Vân Khê", Some(body))).expect("always");
    assert_eq!(said.meant(), [("Vân Khê".to_owned(), body)]);
    assert_eq!(said.with(&mean("Vân Khê", Some(body))), Some(said.clone()), "twice");
    let nobody = said.with(&mean("VÂN KHÊ", Some(Meaning::Nobody))).expect("always");
    assert_eq!(nobody.meant(), [("VÂN KHÊ".to_owned(), Meaning::Nobody)]);
    assert_eq!(nobody.with(&mean("vân khê", None)), Some(sheet));
}
