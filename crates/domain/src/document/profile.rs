//! Measures of the page as data, so that a house rule is a value and no code.

use serde::{Deserialize, Serialize};

/// How papers of one rule are laid out (thể thức trình bày).
///
/// Type sizes are in half points, as word processors count them; the rest says its unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub paper: Paper,
    pub margins: Margins,
    /// The face the paper asks for; a renderer that embeds its own takes one of the same widths.
    pub font: String,
    pub sizes: Sizes,
    pub first_line_tenths_mm: u16,
    /// Space between two paragraphs.
    pub gap_points: u16,
    /// Distance of lines in hundredths of the face's own.
    pub line_percent: u16,
    /// The left column of the letterhead; the right one takes the rest.
    pub letterhead_left_tenths_mm: u16,
    /// Room for the hand between the post and the name.
    pub signature_mm: u16,
    /// A table of more columns than this is set in the small size.
    pub columns_at_full_size: u16,
}

/// A sheet standing upright (khổ giấy).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub width_mm: u16,
    pub height_mm: u16,
}

/// The white around the text of an upright sheet (lề); a turned sheet keeps the four names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margins {
    pub top_mm: u16,
    pub bottom_mm: u16,
    pub left_mm: u16,
    pub right_mm: u16,
    /// From the top of the sheet to the page number.
    pub header_mm: u16,
}

/// Type sizes of the parts of a paper (cỡ chữ), in half points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sizes {
    pub nation: u16,
    pub motto: u16,
    pub parent: u16,
    pub issuer: u16,
    pub number: u16,
    pub place_and_date: u16,
    pub title: u16,
    pub body: u16,
    pub table: u16,
    pub small_table: u16,
    pub signature: u16,
    pub recipients_label: u16,
    pub recipients: u16,
    pub page_number: u16,
}

/// Which way a sheet lies (hướng giấy).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    #[default]
    Upright,
    Sideways,
}

impl Profile {
    /// The measures of Decree 30/2020/NĐ-CP, Annex I: A4, margins 20, 20, 30, 15 mm, body 14 pt
    /// with a first line 12.7 mm in and 6 pt between paragraphs.
    ///
    /// Where the decree leaves a range, the value is the one at which the national name (12 pt) and
    /// the body's name stand side by side in the 165 mm that the margins leave.
    pub fn decree_30() -> Profile {
        Profile {
            paper: Paper { width_mm: 210, height_mm: 297 },
            margins: Margins {
                top_mm: 20,
                bottom_mm: 20,
                left_mm: 30,
                right_mm: 15,
                header_mm: 10,
            },
            font: "Times New Roman".to_owned(),
            sizes: Sizes {
                nation: 24,
                motto: 26,
                parent: 24,
                issuer: 24,
                number: 26,
                place_and_date: 26,
                title: 28,
                body: 28,
                table: 24,
                small_table: 20,
                signature: 28,
                recipients_label: 24,
                recipients: 22,
                page_number: 26,
            },
            first_line_tenths_mm: 127,
            gap_points: 6,
            line_percent: 110,
            letterhead_left_tenths_mm: 720,
            signature_mm: 25,
            columns_at_full_size: 7,
        }
    }

    /// Width between the margins of a sheet lying so.
    pub fn text_width_tenths_mm(&self, turn: Turn) -> u16 {
        let sheet = match turn {
            Turn::Upright => self.paper.width_mm,
            Turn::Sideways => self.paper.height_mm,
        };
        sheet.saturating_sub(self.margins.left_mm + self.margins.right_mm) * 10
    }
}
