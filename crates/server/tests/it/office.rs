//! LibreOffice, which makes Word and PDF files of texts.

use std::path::{Path, PathBuf};
use std::process::Command;

pub const TEXT: &str = "Text (encoded):UTF8,LF,,,";
pub const PAGE: &str = "HTML (StarWriter)";
pub const WORD: &str = "docx:MS Word 2007 XML";
pub const PDF: &str = "pdf:writer_pdf_Export";
pub const LOCKED_PDF: &str = "pdf:writer_pdf_Export:{\"EncryptFile\":{\"type\":\"boolean\",\
    \"value\":\"true\"},\"DocumentOpenPassword\":{\"type\":\"string\",\"value\":\"mat-khau\"}}";

pub fn is_there() -> bool {
    Command::new("soffice").arg("--version").output().is_ok()
}

/// Turns all `files` into `to` within `folder`, by one process; gives the new files in order.
pub fn convert(files: &[PathBuf], from: &str, to: &str, folder: &Path) -> Vec<PathBuf> {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(folder)
        .arg(format!("--infilter={from}"))
        .args(files)
        .output()
        .expect("soffice starts");
    let ending = to.split(':').next().expect("a format");
    let made = files.iter().map(|file| {
        let name = Path::new(file.file_name().expect("a file")).with_extension(ending);
        folder.join(name)
    });
    let made: Vec<PathBuf> = made.collect();
    assert!(made.iter().all(|file| file.exists()), "{output:?}");
    made
}
