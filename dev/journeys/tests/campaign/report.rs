//! The report as files: what they hold, read as anybody would who opens them.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use journeys::{Page, target_folder};

/// Opens the report of a campaign from the own task list and fetches both files.
pub fn downloads(author: &Page) -> (Vec<u8>, Vec<u8>) {
    let (docx_name, docx) = author.download(|page| page.click("Tải bản Word (DOCX)"));
    let (pdf_name, pdf) = author.download(|page| page.click("Tải bản PDF"));
    assert!(docx_name.ends_with(".docx") && pdf_name.ends_with(".pdf"), "{docx_name} {pdf_name}");
    (docx, pdf)
}

/// The Word file opens as what it is, and in another office suite; so does the PDF.
pub fn hold(docx: &[u8], pdf: &[u8], words: &[&str]) {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip");
    let mut document = String::new();
    let mut part = archive.by_name("word/document.xml").expect("a Word document");
    part.read_to_string(&mut document).expect("text");
    for word in words {
        assert!(document.contains(word), "{word} is not in document.xml");
    }
    let folder = target_folder().join("journeys").join(std::process::id().to_string());
    fs::create_dir_all(&folder).expect("a writable folder");
    let file = |name: &str, bytes: &[u8]| {
        let file = folder.join(name);
        fs::write(&file, bytes).expect("a writable folder");
        file
    };
    let texts = [
        text_of(&file("own.pdf", pdf)),
        converted(&file("report.docx", docx)).and_then(|converted| text_of(&converted)),
    ];
    for text in texts.into_iter().flatten() {
        for word in words {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
    }
    fs::remove_dir_all(&folder).expect("our own folder");
}

/// As LibreOffice lays it out; nothing where there is none.
fn converted(docx: &Path) -> Option<PathBuf> {
    let folder = docx.parent().expect("a file lies in a folder");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]);
    said_by(office.arg(folder).arg(docx))?;
    Some(docx.with_extension("pdf"))
}

/// The words of a PDF on one line; nothing where there is no poppler.
fn text_of(pdf: &Path) -> Option<String> {
    let text = said_by(Command::new("pdftotext").arg("-layout").arg(pdf).arg("-"))?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[expect(clippy::print_stderr, reason = "what is skipped must be seen")]
fn said_by(command: &mut Command) -> Option<String> {
    match command.output() {
        Ok(output) if output.status.success() => {
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Ok(output) => panic!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "{command:?}: {error}");
            eprintln!("SKIPPED: {command:?}: {error}");
            None
        }
    }
}
