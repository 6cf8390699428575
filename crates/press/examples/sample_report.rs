//! Writes the sample report as DOCX and as PDF: `sample_report FOLDER`.

use domain::document::Document;
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("say into which folder to write")?;
    let folder = PathBuf::from(folder);
    let document: Document = serde_json::from_str(include_str!("../../paper/tests/report.json"))?;
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("report.docx"), paper::docx::write(&document))?;
    std::fs::write(folder.join("report.pdf"), press::pdf(&document)?)?;
    Ok(())
}
