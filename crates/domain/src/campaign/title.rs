//! How long what stands in a line may be.

use super::Refusal;
use crate::text::Text;

/// The longest title or name that is kept, in characters: more than any office writes in a line.
pub const TITLE_LENGTH_MAX: usize = 600;

/// A title or name (tên) as it is kept.
///
/// # Errors
/// [`Refusal::TitleMissing`] without words, [`Refusal::TitleTooLong`] beyond [`TITLE_LENGTH_MAX`].
pub fn title(typed: &str) -> Result<String, Refusal> {
    let title = line(typed)?;
    if title.is_empty() { Err(Refusal::TitleMissing) } else { Ok(title) }
}

/// The same of a line that may be left empty.
///
/// # Errors
/// [`Refusal::TitleTooLong`] beyond [`TITLE_LENGTH_MAX`].
pub fn line(typed: &str) -> Result<String, Refusal> {
    let line = Text::new(typed).into_string();
    if line.chars().count() > TITLE_LENGTH_MAX { Err(Refusal::TitleTooLong) } else { Ok(line) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_words_and_an_end() {
        let long = "Đ".repeat(TITLE_LENGTH_MAX);
        let table = [
            ("  Tổng kết  ", Ok("Tổng kết".to_owned())),
            (" ", Err(Refusal::TitleMissing)),
            (&long, Ok(long.clone())),
            (&format!("{long}Đ"), Err(Refusal::TitleTooLong)),
        ];
        for (typed, expected) in table {
            assert_eq!(title(typed), expected, "{}", typed.len());
        }
        assert_eq!(line(" "), Ok(String::new()));
    }
}
