use super::{Answer, Trouble, Visitor};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use domain::document::Document;
use domain::file::{File, FileName};
use domain::text::fold;

/// As what a paper is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Render {
    Docx,
    Pdf,
}

/// The longest name of a file, in characters.
const FILE_NAME_CHARS: usize = 80;

/// A file that somebody handed in, as bytes to be saved: never shown, whatever its name says it is.
pub async fn download(visitor: &Visitor, file: File) -> Answer {
    download_as(visitor, &file.name, file.hash).await
}

/// The same, of a file of which only name and content are known.
pub async fn download_as(visitor: &Visitor, name: &FileName, hash: [u8; 32]) -> Answer {
    let blobs = visitor.site.app.blobs.clone();
    let name = name.as_str().to_owned();
    let read = tokio::task::spawn_blocking(move || app::library::read_file(&blobs, &hash)).await;
    let read = read.unwrap_or_else(|error| Err(app::Ending::Broken(error.to_string())));
    let bytes = read.map_err(|ending| visitor.trouble(ending))?;
    let (stem, ending) =
        name.rsplit_once('.').filter(|(_, e)| is_ending(e)).unwrap_or((&name, "bin"));
    let kind = "application/octet-stream".to_owned();
    let head = [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition(stem, ending))];
    Ok((head, bytes).into_response())
}

/// A paper of the product, set as a file to be saved under its title.
pub async fn paper(visitor: &Visitor, paper: Document, as_what: Render) -> Answer {
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let kind = match as_what {
        Render::Docx => WORD,
        Render::Pdf => "application/pdf",
    };
    let name = disposition(&paper.properties.title, as_what.ending());
    let bytes = set(visitor, paper, as_what).await?;
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// The bytes of a paper. Setting a long one takes a second or two of one core.
pub async fn set(visitor: &Visitor, paper: Document, as_what: Render) -> Result<Vec<u8>, Trouble> {
    let render = match as_what {
        Render::Docx => visitor.site.docx,
        Render::Pdf => visitor.site.pdf,
    };
    let rendered = tokio::task::spawn_blocking(move || render(&paper)).await;
    let rendered = rendered.map_err(|error| error.to_string()).and_then(|rendered| rendered);
    rendered.map_err(|error| visitor.trouble(app::Ending::Broken(error)))
}

impl Render {
    pub fn ending(self) -> &'static str {
        match self {
            Render::Docx => "docx",
            Render::Pdf => "pdf",
        }
    }
}

/// The name twice: in plain letters, and as it is, for browsers that can.
pub fn disposition(name: &str, ending: &str) -> String {
    let name: String = name.chars().take(FILE_NAME_CHARS).collect();
    let plain: String = fold(&name).chars().filter(char::is_ascii).collect();
    let encoded: String = name.trim().bytes().map(encode).collect();
    format!(
        "attachment; filename=\"{}.{ending}\"; filename*=UTF-8''{encoded}.{ending}",
        plain.replace(' ', "-")
    )
}

fn is_ending(text: &str) -> bool {
    (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn encode(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    }
}
