//! What looks wrong (cảnh báo). A warning names the words it is about; it changes nothing.

use crate::page::Page;
use crate::parts::Part;
use domain::plan::{Document, Warning};

/// The warnings of a file, in the order of the text.
pub fn warnings(_page: &Page, _parts: &[Part], _documents: &[Document]) -> Vec<Warning> {
    Vec::new()
}
