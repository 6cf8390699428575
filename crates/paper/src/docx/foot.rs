//! Recipients at the left, signature at the right, never parted by a page.

use super::paragraph::{line, paragraph, twips};
use super::table::layout_table;
use domain::document::{Document, Emphasis, Recipients, Run, Signature, Turn};

/// Appends the end of the paper proper.
pub fn foot(out: &mut String, document: &Document) {
    if document.recipients.is_none() && document.signature.is_none() {
        return;
    }
    let whole = twips(u32::from(document.profile.text_width_tenths_mm(Turn::Upright)));
    let left = whole / 2;
    let recipients = document.recipients.as_ref().map_or_else(empty, recipients);
    let room = twips(u32::from(document.profile.signature_mm) * 10);
    let signature = document.signature.as_ref().map_or_else(empty, |s| signature(s, room));
    layout_table(out, &[left, whole - left], &[[recipients, signature]]);
}

fn recipients(recipients: &Recipients) -> String {
    let mut out = String::new();
    line(&mut out, "RecipientsLabel", &recipients.label);
    for words in recipients.lines() {
        line(&mut out, "Recipient", &words);
    }
    out
}

fn signature(signature: &Signature, room: u32) -> String {
    let mut out = String::new();
    // One paragraph, so that it stands off the text as the recipients beside it do.
    let lines: Vec<&str> =
        signature.authority.iter().chain([&signature.post]).map(|l| l.as_str()).collect();
    spaced(&mut out, "Authority", 120, &lines.join("\n"));
    match &signature.mark {
        Some(mark) => {
            // The mark stands in the middle of the room for the hand.
            spaced(&mut out, "Mark", room / 3, mark);
            spaced(&mut out, "Signer", room / 6, &signature.name);
        }
        None => spaced(&mut out, "Signer", room, &signature.name),
    }
    out
}

fn spaced(out: &mut String, style: &str, before_twips: u32, words: &str) {
    let direct = format!("<w:spacing w:before=\"{before_twips}\"/>");
    paragraph(out, style, &direct, &[Run::new(words, Emphasis::Plain)]);
}

fn empty() -> String {
    "<w:p/>".to_owned()
}
