//! The checksums of an archive hide what is inside from chance, so the parts are put in here: the
//! main part, then styles, numbers and footnotes, parted by a zero byte. Bytes that begin
//! as an archive are taken as one.

#![no_main]

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATIONSHIPS: &[u8] =
    b"<R><r Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>";
const PARTS: [&str; 4] =
    ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return tongket_fuzz::read("a.docx", bytes);
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let parts = PARTS.into_iter().zip(bytes.split(|byte| *byte == 0));
    for (name, content) in [("_rels/.rels", RELATIONSHIPS)].into_iter().chain(parts) {
        archive.start_file(name, stored).expect("names are distinct");
        archive.write_all(content).expect("memory takes every write");
    }
    let archive = archive.finish().expect("memory takes every write");
    tongket_fuzz::read("a.docx", archive.get_ref());
});
