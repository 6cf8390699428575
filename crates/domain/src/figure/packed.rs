//! One submission's figures in one segment as bytes.
//!
//! ```text
//! 1  version  count  codes  values    version and count in base 128, low bits first
//! code  = 0 blank, 1 none arisen, 2 not collected, 3 not asked, 4 to 12 given
//! value = code − 4 bytes of a given number, little-endian, signed
//! ```
//!
//! A code is half a byte, the first in the low half; the values follow in the order of the cells.
//! Every number takes the fewest bytes that hold it, so equal figures are equal bytes.

use super::{Figure, Life, Segment};

/// The packed figures of one version of one report (số liệu đã đóng gói). Never rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedSegment(Vec<u8>);

/// Why figures cannot be packed, or bytes not be read (lỗi đóng gói).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Not one figure for each cell.
    WrongCount { cells: usize, figures: usize },
    /// A dead cell takes nothing but "not asked".
    DeadCell { cell: usize },
    /// Written by a later release.
    UnknownFormat { format: u8 },
    /// Packed under a later version of the segment than the one at hand.
    LaterSegment { version: u32 },
    /// More figures than the segment has cells.
    TooManyFigures { figures: u32 },
    /// The bytes are cut short, run on, or say what no packing says.
    Damaged,
}

impl PackedSegment {
    /// Packs one figure for each cell of `segment`, in its order.
    pub fn pack(segment: &Segment, figures: &[Figure]) -> Result<PackedSegment, PackError> {
        let cells = segment.cells();
        if cells.len() != figures.len() {
            return Err(PackError::WrongCount { cells: cells.len(), figures: figures.len() });
        }
        let filled = |figure: &Figure| *figure != Figure::NotAsked;
        let dead_but_filled = cells
            .iter()
            .zip(figures)
            .position(|(cell, figure)| cell.life != Life::Asked && filled(figure));
        if let Some(cell) = dead_but_filled {
            return Err(PackError::DeadCell { cell });
        }
        let count = u32::try_from(figures.len()).expect("a segment is bounded");
        let mut bytes = vec![FORMAT];
        put_number(&mut bytes, segment.version());
        put_number(&mut bytes, count);
        for pair in figures.chunks(2) {
            bytes.push(code(pair[0]) | pair.get(1).map_or(0, |second| code(*second) << 4));
        }
        for figure in figures {
            if let Figure::Given(value) = figure {
                bytes.extend_from_slice(&value.to_le_bytes()[..width(*value)]);
            }
        }
        Ok(PackedSegment(bytes))
    }

    /// Takes bytes from the store as they are; [`PackedSegment::figures`] proves them.
    pub fn from_bytes(bytes: Vec<u8>) -> PackedSegment {
        PackedSegment(bytes)
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// One figure for each cell of `segment`, which may be the version packed under or any later
    /// one: cells that did not exist then are "not asked".
    pub fn figures(&self, segment: &Segment) -> Result<Vec<Figure>, PackError> {
        let mut bytes = Bytes(&self.0);
        let format = bytes.byte()?;
        if format != FORMAT {
            return Err(PackError::UnknownFormat { format });
        }
        let version = bytes.number()?;
        if version > segment.version() {
            return Err(PackError::LaterSegment { version });
        }
        let count = bytes.number()?;
        let cells = segment.cells().len();
        let packed = count as usize;
        if packed > cells {
            return Err(PackError::TooManyFigures { figures: count });
        }
        let codes = bytes.take(packed.div_ceil(2))?;
        if packed % 2 == 1 && codes[packed / 2] >> 4 != 0 {
            return Err(PackError::Damaged);
        }
        let mut figures = Vec::with_capacity(cells);
        for place in 0..packed {
            let code = codes[place / 2] >> (place % 2 * 4) & 15;
            figures.push(bytes.figure(code)?);
        }
        if !bytes.0.is_empty() {
            return Err(PackError::Damaged);
        }
        figures.resize(cells, Figure::NotAsked);
        Ok(figures)
    }
}

const FORMAT: u8 = 1;

const BLANK: u8 = 0;
const NONE_ARISEN: u8 = 1;
const NOT_COLLECTED: u8 = 2;
const NOT_ASKED: u8 = 3;
/// The code of a given 0; each byte a number needs is one more.
const GIVEN: u8 = 4;
const GIVEN_LAST: u8 = GIVEN + 8;

fn put_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn code(figure: Figure) -> u8 {
    match figure {
        Figure::Blank => BLANK,
        Figure::NoneArisen => NONE_ARISEN,
        Figure::NotCollected => NOT_COLLECTED,
        Figure::NotAsked => NOT_ASKED,
        Figure::Given(value) => GIVEN + width(value) as u8,
    }
}

/// The fewest bytes that hold `value` and its sign; none for 0.
fn width(value: i64) -> usize {
    let magnitude = if value < 0 { !value } else { value };
    let bits = (i64::BITS - magnitude.leading_zeros()) as usize;
    if value == 0 { 0 } else { bits / 8 + 1 }
}

/// What is left to read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], PackError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(PackError::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, PackError> {
        Ok(self.take(1)?[0])
    }

    fn number(&mut self) -> Result<u32, PackError> {
        let mut number: u64 = 0;
        for place in 0..5 {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                return u32::try_from(number).map_err(|_| PackError::Damaged);
            }
        }
        Err(PackError::Damaged)
    }

    fn figure(&mut self, code: u8) -> Result<Figure, PackError> {
        match code {
            BLANK => Ok(Figure::Blank),
            NONE_ARISEN => Ok(Figure::NoneArisen),
            NOT_COLLECTED => Ok(Figure::NotCollected),
            NOT_ASKED => Ok(Figure::NotAsked),
            GIVEN..=GIVEN_LAST => self.value(usize::from(code - GIVEN)).map(Figure::Given),
            _ => Err(PackError::Damaged),
        }
    }

    /// A number of so many bytes. Eight are read at once where so many are left, and those that
    /// belong to the next are shifted out.
    fn value(&mut self, bytes: usize) -> Result<i64, PackError> {
        let taken = self.0;
        self.take(bytes)?;
        let eight = taken.first_chunk().copied().unwrap_or_else(|| {
            let mut eight = [0; 8];
            eight[..bytes].copy_from_slice(&taken[..bytes]);
            eight
        });
        let unused = 64 - 8 * bytes as u32;
        let value = i64::from_le_bytes(eight).checked_shl(unused).unwrap_or(0) >> (unused % 64);
        if width(value) == bytes { Ok(value) } else { Err(PackError::Damaged) }
    }
}
