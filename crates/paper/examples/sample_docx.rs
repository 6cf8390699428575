//! Writes a document as a file: `sample_docx FILE [DOCUMENT.json]`, without a document the sample
//! report of the tests.

use domain::document::Document;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("say into which file to write")?;
    let json = match arguments.next() {
        Some(path) => std::fs::read_to_string(path)?,
        None => include_str!("../tests/report.json").to_owned(),
    };
    let document: Document = serde_json::from_str(&json)?;
    std::fs::write(file, paper::docx::write(&document))?;
    Ok(())
}
