use super::{Answer, Visitor};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use domain::file::File;
use domain::text::fold;

/// The longest name of a file, in characters.
const FILE_NAME_CHARS: usize = 80;

/// A file that somebody handed in, as bytes to be saved: never shown, whatever its name says it is.
pub async fn download(visitor: &Visitor, file: File) -> Answer {
    let blobs = visitor.site.app.blobs.clone();
    let name = file.name.as_str().to_owned();
    let read = tokio::task::spawn_blocking(move || app::library::read_file(&blobs, &file)).await;
    let read = read.unwrap_or_else(|error| Err(app::Ending::Broken(error.to_string())));
    let bytes = read.map_err(|ending| visitor.trouble(ending))?;
    let (stem, ending) =
        name.rsplit_once('.').filter(|(_, e)| is_ending(e)).unwrap_or((&name, "bin"));
    let kind = "application/octet-stream".to_owned();
    let head = [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition(stem, ending))];
    Ok((head, bytes).into_response())
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
