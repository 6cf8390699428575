//! The styles of a paper: one per part, so that whoever edits it in Word changes all of a kind.

use super::package::{NAMESPACES, PROLOGUE};
use super::paragraph::{escaped, twips};
use domain::document::{Document, Profile};
use std::fmt::Write as _;

/// A paragraph style: children of `w:pPr` and of `w:rPr`, each in schema order.
struct Style {
    id: &'static str,
    name: &'static str,
    paragraph: String,
    run: String,
}

/// The styles part.
pub fn styles(document: &Document) -> String {
    let profile = &document.profile;
    let font = escaped(&profile.font);
    let language = escaped(&document.properties.language);
    let mut out = format!(
        "{PROLOGUE}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:eastAsia=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\"/>\
         {size}<w:lang w:val=\"{language}\" w:eastAsia=\"en-US\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
         <w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>\
         <w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
         <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr></w:style>",
        size = size(profile.sizes.body),
    );
    let parts = [running(profile), framing(profile), tabular(profile)];
    for Style { id, name, paragraph, run } in parts.into_iter().flatten() {
        let next = if id.starts_with("Heading") { "<w:next w:val=\"BodyText\"/>" } else { "" };
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/>{next}<w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        );
    }
    out.push_str("</w:styles>");
    out
}

/// Body, items, headings.
fn running(profile: &Profile) -> Vec<Style> {
    let line = 240 * u32::from(profile.line_percent) / 100;
    let gap = u32::from(profile.gap_points) * 20;
    let first = twips(u32::from(profile.first_line_tenths_mm));
    let text = format!(
        "<w:spacing w:before=\"0\" w:after=\"{gap}\" w:line=\"{line}\" w:lineRule=\"auto\"/>\
         <w:ind w:firstLine=\"{first}\"/><w:jc w:val=\"both\"/>"
    );
    let heading = |level: usize| {
        format!(
            "<w:keepNext/><w:keepLines/>\
             <w:spacing w:before=\"0\" w:after=\"{gap}\" w:line=\"{line}\" w:lineRule=\"auto\"/>\
             <w:ind w:firstLine=\"{first}\"/><w:jc w:val=\"both\"/>\
             <w:outlineLvl w:val=\"{level}\"/>"
        )
    };
    let bold = || BOLD.to_owned();
    vec![
        style("BodyText", "Body Text", text.clone(), String::new()),
        style("List", "List", text, String::new()),
        style("Heading1", "heading 1", heading(0), bold()),
        style("Heading2", "heading 2", heading(1), bold()),
        style("Heading3", "heading 3", heading(2), "<w:b/><w:bCs/><w:i/><w:iCs/>".to_owned()),
    ]
}

/// Letterhead, title, signature, annexes, page number.
fn framing(profile: &Profile) -> Vec<Style> {
    let sizes = &profile.sizes;
    let bold = |half_points| format!("{BOLD}{}", size(half_points));
    let italic = |half_points| format!("<w:i/><w:iCs/>{}", size(half_points));
    let kept = |before, after| format!("<w:keepNext/>{}", centred(before, after));
    let left = |before| format!("<w:spacing w:before=\"{before}\" w:after=\"0\"/>");
    let label = format!("<w:b/><w:bCs/><w:i/><w:iCs/>{}", size(sizes.recipients_label));
    let rule = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"60\" w:lineRule=\"exact\"/>";
    vec![
        style("Parent", "Parent Body", centred(0, 0), size(sizes.parent)),
        style("Issuer", "Issuing Body", centred(0, 0), bold(sizes.issuer)),
        style("Nation", "National Name", centred(0, 0), bold(sizes.nation)),
        style("Motto", "Motto", centred(0, 0), bold(sizes.motto)),
        style("Number", "Document Number", centred(120, 0), size(sizes.number)),
        style("PlaceDate", "Place and Date", centred(120, 0), italic(sizes.place_and_date)),
        style("Rule", "Rule", rule.to_owned(), size(4)),
        style("Title", "Title", kept(360, 0), bold(sizes.title)),
        style("Subtitle", "Subtitle", kept(0, 40), bold(sizes.title)),
        style("Addressee", "Addressee", centred(0, 240), size(sizes.body)),
        style("RecipientsLabel", "Recipients Label", left(120), label),
        style("Recipient", "Recipient", left(0), size(sizes.recipients)),
        style("Authority", "Authority", kept(0, 0), bold(sizes.signature)),
        style("Mark", "Mark of Signature", centred(0, 0), italic(sizes.body)),
        style("Signer", "Signer", centred(0, 0), bold(sizes.signature)),
        style("AnnexLabel", "Annex Label", kept(0, 0), bold(sizes.title)),
        style("AnnexTitle", "Annex Title", kept(0, 0), bold(sizes.title)),
        style("AnnexNote", "Annex Note", centred(0, 240), italic(sizes.body)),
        style("Header", "header", centred(0, 0), size(sizes.page_number)),
    ]
}

/// Captions, cells, notes.
fn tabular(profile: &Profile) -> Vec<Style> {
    let note = "<w:spacing w:before=\"60\" w:after=\"0\"/><w:jc w:val=\"both\"/>".to_owned();
    let small = |after| {
        format!(
            "<w:spacing w:before=\"0\" w:after=\"{after}\" w:line=\"20\" w:lineRule=\"exact\"/>"
        )
    };
    let italic = format!("<w:i/><w:iCs/>{}", size(profile.sizes.small_table + 2));
    let caption = format!("<w:keepNext/>{}", centred(120, 120));
    vec![
        style("Caption", "caption", caption, format!("{BOLD}{}", size(profile.sizes.body))),
        style(
            "Cell",
            "Cell",
            "<w:spacing w:before=\"30\" w:after=\"30\"/>".to_owned(),
            String::new(),
        ),
        style("TableNote", "Table Note", note, italic),
        style("AfterTable", "After Table", small(160), size(2)),
        style("SectionEnd", "Section End", small(0), size(2)),
    ]
}

const BOLD: &str = "<w:b/><w:bCs/>";

fn style(id: &'static str, name: &'static str, paragraph: String, run: String) -> Style {
    Style { id, name, paragraph, run }
}

fn size(half_points: u16) -> String {
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

/// Centred, with space above and below in twips.
fn centred(before: u16, after: u16) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/><w:jc w:val=\"center\"/>")
}
