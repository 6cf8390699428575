//! Files people hand in (tệp): content by its hash, the name as data.

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A file that was handed in (tệp): which content, under which name, how many bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    pub hash: [u8; 32],
    pub name: FileName,
    pub bytes: i64,
}

/// The name of a file (tên tệp), never a path: what stands before the last slash is let go, and so
/// is every character that means something to a shell, a disk or a browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileName(String);

/// The longest name that is kept, in characters.
pub const FILE_NAME_LENGTH_MAX: usize = 120;
/// What a file is called of whose name nothing is left.
const NAMELESS: &str = "tep";

/// Why a file is not taken (lý do không nhận tệp).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// No file came, or one without a byte.
    Empty,
}

impl File {
    /// The file as it came; refused where it has no byte.
    pub fn new(raw: &str, hash: [u8; 32], bytes: usize) -> Result<File, Refusal> {
        match i64::try_from(bytes) {
            Ok(bytes) if bytes > 0 => Ok(File { hash, name: FileName::new(raw), bytes }),
            _ => Err(Refusal::Empty),
        }
    }
}

impl FileName {
    /// Brings `raw` to a name that is safe to show and to save under. Never fails: a name of which
    /// nothing is left becomes a plain one, and the end with its ending is kept where it is long.
    pub fn new(raw: &str) -> FileName {
        let text = Text::new(raw).into_string();
        let last = text.rsplit(['/', '\\']).next().unwrap_or_default();
        let kept: String = last.chars().filter(|c| is_plain(*c)).collect();
        let kept = kept.trim().trim_matches('.').trim();
        let skipped = kept.chars().count().saturating_sub(FILE_NAME_LENGTH_MAX);
        let kept: String = kept.chars().skip(skipped).collect();
        let kept = kept.trim().trim_matches('.').trim();
        FileName(if kept.is_empty() { NAMELESS.to_owned() } else { kept.to_owned() })
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::Empty => "refusal-file-empty",
        }
    }
}

fn is_plain(c: char) -> bool {
    // Marks that turn the reading direction would show one ending and hide another.
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !turns && !c.is_control() && !matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | ';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_data_and_never_a_path() {
        let long = format!("{}.docx", "x".repeat(300));
        let table = [
            ("huong-dan.docx", "huong-dan.docx"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Tài liệu\\Biểu 1.xlsx", "Biểu 1.xlsx"),
            ("Hu\u{031b}o\u{031b}\u{301}ng da\u{302}\u{303}n.pdf", "H\u{1b0}\u{1edb}ng dẫn.pdf"),
            ("a\r\nb\".html", "ab.html"),
            ("bao\u{202e}fdp.exe", "baofdp.exe"),
            ("..", "tep"),
            ("  ", "tep"),
            ("/", "tep"),
            ("a/", "tep"),
        ];
        for (raw, expected) in table {
            assert_eq!(FileName::new(raw).as_str(), expected, "{raw:?}");
        }
        let name = FileName::new(&long);
        assert!(name.as_str().ends_with(".docx"));
        assert_eq!(name.as_str().chars().count(), FILE_NAME_LENGTH_MAX);
    }

    #[test]
    fn a_file_without_a_byte_is_none() {
        assert_eq!(File::new("a.txt", [0; 32], 0), Err(Refusal::Empty));
        assert_eq!(File::new("a.txt", [0; 32], 3).map(|file| file.bytes), Ok(3));
    }
}
