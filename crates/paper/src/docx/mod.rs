//! The document model as a DOCX file: parts of XML in an archive, one paper always the same bytes.
//!
//! The children of every element stand in the order of the OOXML schema, for Word refuses a file in
//! which they do not, where LibreOffice shows it all the same.

mod body;
mod foot;
mod head;
mod package;
mod paragraph;
mod styles;
mod table;

use domain::document::Document;

/// The bytes of `document` as a `.docx` file: deflated, without the time or place of its making.
pub fn write(document: &Document) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", package::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", package::RELATIONSHIPS.to_owned()),
        ("word/_rels/document.xml.rels", package::DOCUMENT_RELATIONSHIPS.to_owned()),
        ("word/document.xml", body::document(document)),
        ("word/styles.xml", styles::styles(document)),
        ("word/settings.xml", package::SETTINGS.to_owned()),
        ("word/header1.xml", package::header()),
        ("docProps/core.xml", package::core_properties(&document.properties)),
        ("docProps/app.xml", package::APP_PROPERTIES.to_owned()),
    ];
    package::archive(&parts)
}

#[cfg(test)]
mod tests;
