//! Letterhead, documents named, sections, duties, outlines, recipients and signature of the real
//! plans, field by field. Kept are numbers, days, places and names of bodies, which are facts about
//! the plans; of titles, duties and guidance only a hash.

use crate::plan_fields::hash;
use crate::plans::text;
use domain::plan::{Cited, Document, Letterhead, OutlineItem, PlanSection, Reading};
use domain::source::Source;
use expect_test::expect_file;

#[test]
fn the_structure_of_the_plans() {
    for number in ["000", "001", "002", "003", "004"] {
        let Some(text) = text(number) else { return };
        let reading = reader::read(&Source::plain(&text));
        let file = format!("{}/tests/plans/{number}-structure.txt", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&structure(&reading));
    }
}

fn structure(reading: &Reading) -> String {
    let mut rows = vec![format!("{} characters", reading.text_chars)];
    for document in &reading.documents {
        head(document, &mut rows);
        named(document, &mut rows);
        rows.push("sections".to_owned());
        sections(&document.sections, 1, &mut rows);
        for duty in &document.duties {
            let with = duty.with.join("; ");
            let (what, span) = (hash(&duty.what), duty.span);
            rows.push(format!("duty {} | with {with} | {what} {span:?}", duty.who));
        }
        rows.push("outline".to_owned());
        outline(&document.outline, 1, &mut rows);
        rows.push("proposed".to_owned());
        outline(&document.proposed_outline, 1, &mut rows);
        for recipient in &document.recipients {
            let mark = if recipient.inferred { " inferred" } else { "" };
            let purpose = recipient.purpose.as_deref().unwrap_or("–");
            rows.push(format!("to {} | {purpose}{mark}", recipient.name));
        }
    }
    rows.join("\n") + "\n"
}

fn head(document: &Document, rows: &mut Vec<String>) {
    let Letterhead { parent, issuer, number, place, date } = &document.letterhead;
    let dash = |text: &Option<String>| text.clone().unwrap_or("–".to_owned());
    let date = date.map_or("–".to_owned(), |date| date.to_string());
    rows.push(format!("== {:?} {:?} {}", document.kind, document.span, document.type_line));
    let title = &document.title;
    rows.push(format!("title {} of {}", hash(title), title.chars().count()));
    rows.push(format!("review {:?}", document.review));
    rows.push(format!("parent {} | issuer {}", dash(parent), dash(issuer)));
    rows.push(format!("number {} | place {} | date {date}", dash(number), dash(place)));
    let by = &document.signatory;
    let name = by.name.as_deref().map_or("–".to_owned(), hash);
    let (authority, post) = (dash(&by.authority), dash(&by.post));
    rows.push(format!("signed {} | {authority} | {post} | {name}", by.signed));
}

fn named(document: &Document, rows: &mut Vec<String>) {
    let lists: [(&str, &[Cited]); 3] =
        [("subject", &document.subject), ("basis", &document.basis), ("cited", &document.cited)];
    for (list, all) in lists {
        for cited in all {
            let number = cited.number.as_deref().unwrap_or("–");
            let issuer = cited.issuer.as_deref().unwrap_or("–");
            let date = cited.date.map_or("–".to_owned(), |date| date.to_string());
            let (kind, span) = (&cited.type_name, cited.span);
            rows.push(format!("{list} {kind} | {number} | {date} | {issuer} | {span:?}"));
        }
    }
}

fn sections(all: &[PlanSection], depth: usize, rows: &mut Vec<String>) {
    for section in all {
        let (title, letters) = (hash(&section.title), section.title.chars().count());
        let indent = "  ".repeat(depth);
        rows.push(format!("{indent}{} {title} of {letters} {:?}", section.number, section.span));
        sections(&section.children, depth + 1, rows);
    }
}

fn outline(all: &[OutlineItem], depth: usize, rows: &mut Vec<String>) {
    for item in all {
        let (title, letters) = (hash(&item.title), item.title.chars().count());
        let guidance: Vec<String> = item.guidance.iter().map(|text| hash(text)).collect();
        let number = if item.number.is_empty() { "·" } else { &item.number };
        let indent = "  ".repeat(depth);
        rows.push(format!("{indent}{number} {title} of {letters} [{}]", guidance.join(" ")));
        outline(&item.children, depth + 1, rows);
    }
}
