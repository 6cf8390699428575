use domain::campaign::NewSection;
use domain::campaign::outline::settle;
use domain::plan::{Document, DocumentKind, OutlineItem};
use domain::source::Source;
use serde::{Deserialize, Serialize};

/// An outline found in a file, to be taken over or not (đề cương tìm thấy).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundOutline {
    /// The document it stands in; empty where that has no name.
    pub document: String,
    pub sections: Vec<NewSection>,
}

/// The outlines in a file's documents; those made from a contents section where there are no others.
pub fn found_in(documents: &[Document]) -> Vec<FoundOutline> {
    let held = outlines(documents, |document| &document.outline);
    if held.is_empty() { outlines(documents, |document| &document.proposed_outline) } else { held }
}

/// The outlines in a text; its numbered lines where no document of it has one.
pub fn read_outlines(source: &Source) -> Vec<FoundOutline> {
    let mut documents = reader::read(source).documents;
    // What a plain list asks for stands in it, not in a contents section of it.
    documents.retain(|document| document.kind != DocumentKind::Other);
    let found = found_in(&documents);
    if !found.is_empty() {
        return found;
    }
    let sections = rows(&reader::outline(source));
    let found = FoundOutline { document: String::new(), sections };
    if found.sections.is_empty() { Vec::new() } else { vec![found] }
}

fn outlines(
    documents: &[Document],
    items: impl Fn(&Document) -> &[OutlineItem],
) -> Vec<FoundOutline> {
    let mut found: Vec<FoundOutline> = Vec::new();
    // A plan shares the outline of its file; the document that is the outline names it better.
    let outlines_first = |document: &&Document| document.kind != DocumentKind::Outline;
    let mut documents: Vec<&Document> = documents.iter().collect();
    documents.sort_by_key(outlines_first);
    for document in documents {
        let sections = rows(items(document));
        if sections.is_empty() || found.iter().any(|known| known.sections == sections) {
            continue;
        }
        let document = format!("{} {}", document.type_line, document.title).trim().to_owned();
        found.push(FoundOutline { document, sections });
    }
    found
}

/// The items of an outline as rows, depth first.
pub(super) fn rows(items: &[OutlineItem]) -> Vec<NewSection> {
    let mut rows = Vec::new();
    lay(items, 0, &mut rows);
    settle(&mut rows);
    rows
}

fn lay(items: &[OutlineItem], depth: u8, rows: &mut Vec<NewSection>) {
    for item in items {
        rows.push(NewSection {
            number: item.number.clone(),
            title: item.title.clone(),
            guidance: item.guidance.join("\n"),
            depth,
            ..NewSection::default()
        });
        lay(&item.children, depth.saturating_add(1), rows);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_numbered_lines_is_an_outline() {
        let text = "I. Tình hình chung\nNêu ngắn gọn.\nII. Kết quả\n1. Chăm lo\n2. Thi đua\nIII. Kiến nghị\n";
        let table = [
            (text.to_owned(), 5),
            (format!("ĐỀ CƯƠNG BÁO CÁO\nTổng kết phong trào xanh\n\n{text}"), 5),
            ("Không có gì ở đây.\n".to_owned(), 0),
            (String::new(), 0),
        ];
        for (text, expected) in table {
            let found = read_outlines(&Source::plain(&text));
            let count: usize = found.iter().map(|outline| outline.sections.len()).sum();
            assert_eq!(count, expected, "{text}: {found:?}");
            for outline in found {
                let depths: Vec<u8> = outline.sections.iter().map(|row| row.depth).collect();
                assert_eq!(depths, [0, 0, 1, 1, 0]);
                assert_eq!(outline.sections[0].guidance, "Nêu ngắn gọn.");
            }
        }
    }
}
