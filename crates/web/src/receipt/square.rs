use qrcode::{Color, EcLevel, QrCode};
use serde::Deserialize;
use std::fmt::Write;

/// A square code (mã QR) as a drawing: one path in a field of `size` by `size` modules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Square {
    pub size: usize,
    pub path: String,
}

impl Square {
    /// The square that holds `text`; `None` where it is longer than any square holds.
    pub fn new(text: &str) -> Option<Square> {
        let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::L).ok()?;
        let size = code.width();
        let mut path = String::new();
        for (y, row) in code.to_colors().chunks(size).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|left, right| left == right) {
                if run[0] == Color::Dark {
                    // Writing to a string cannot fail.
                    let _ = write!(path, "M{x} {y}h{length}v1h-{length}z", length = run.len());
                }
                x += run.len();
            }
        }
        Some(Square { size, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_holds_a_receipt_and_no_book() {
        let square = Square::new(&"9f".repeat(400)).expect("fits");
        assert_eq!(square.path.matches('M').count(), square.path.matches('z').count());
        assert!((21..=177).contains(&square.size));
        assert!(square.path.starts_with("M0 0h7v1h-7z"), "the corner that scanners look for");
        assert_eq!(Square::new(&"9f".repeat(4000)), None);
    }
}
