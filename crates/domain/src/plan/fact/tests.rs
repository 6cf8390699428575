use super::*;
use crate::plan::reading::Letterhead;

fn item(number: &str, children: Vec<OutlineItem>) -> OutlineItem {
    OutlineItem { number: number.to_owned(), children, ..OutlineItem::default() }
}

fn shape(items: &[OutlineItem]) -> String {
    let shown = |item: &OutlineItem| match item.children.as_slice() {
        [] => item.number.clone(),
        below => format!("{}({})", item.number, shape(below)),
    };
    items.iter().map(shown).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_document_is_its_facts() {
    let document = Document {
        kind: DocumentKind::Plan,
        span: Span::new(0, 90),
        letterhead: Letterhead {
            issuer: Some("LĐLĐ tỉnh".to_owned()), ..Letterhead::default()
        },
        type_line: "KẾ HOẠCH".to_owned(),
        title: "Tổng kết".to_owned(),
        forms: vec![Form::InWriting, Form::Survey],
        outline: vec![
            item("I", vec![item("1", vec![item("a", vec![])]), item("2", vec![])]),
            item("II", vec![]),
        ],
        recipients: vec![Recipient { name: "Lưu: VT".to_owned(), ..Recipient::default() }],
        ..Document::default()
    };
    let facts = facts(&document);
    assert_eq!(super::document(&document, &facts), document);
    let lists: Vec<List> = facts.iter().map(Fact::list).collect();
    assert!(lists.is_sorted(), "list by list: {lists:?}");
}

#[test]
fn headings_hang_where_there_is_something_to_hang_on() {
    let table: [(&[u8], &str); 5] = [
        (&[0, 1, 1, 0, 1], "0(1 2) 3(4)"),
        (&[1, 1], "0(1)"),
        (&[0, 3, 3], "0(1(2))"),
        (&[0, 1, 3, 1], "0(1(2) 3)"),
        (&[], ""),
    ];
    for (depths, expected) in table {
        let heading = |(at, depth): (usize, &u8)| {
            let number = at.to_string();
            Fact::Outline(Heading { number, depth: *depth, ..Heading::default() })
        };
        let facts: Vec<Fact> = depths.iter().enumerate().map(heading).collect();
        let document = document(&Document::default(), &facts);
        assert_eq!(shape(&document.outline), expected, "{depths:?}");
    }
}

#[test]
fn a_list_is_its_name() {
    for list in List::ALL {
        assert_eq!(List::parse(list.name()), Some(list));
    }
    assert_eq!(List::parse("king"), None);
    assert!(List::ALL.is_sorted());
}
