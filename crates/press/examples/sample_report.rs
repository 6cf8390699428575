//! Writes a document as `report.docx` and `report.pdf`: `sample_report FOLDER [DOCUMENT.json]`,
//! without a document the sample of the tests.

use domain::document::Document;
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("say into which folder to write")?);
    let json = match arguments.next() {
        Some(path) => std::fs::read_to_string(path)?,
        None => include_str!("../../paper/tests/report.json").to_owned(),
    };
    let document: Document = serde_json::from_str(&json)?;
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("report.docx"), paper::docx::write(&document))?;
    std::fs::write(folder.join("report.pdf"), press::pdf(&document)?)?;
    Ok(())
}
