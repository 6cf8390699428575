//! One submission's figures in one segment as bytes.
//!
//! ```text
//! 1  version  count  block …          version and count in base 128, low bits first
//! block = head  [states]  values      16 cells, the last block perhaps fewer
//! head  = state × 16 + width          state 15: the states differ and follow, two to a byte
//! ```
//!
//! `width` is the bytes of each value of the block (0, 1, 2, 4 or 8), little-endian, signed; a cell
//! without a number holds 0. Fixed widths are decoded without a branch per value, and a block of
//! blanks is one byte.

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
        for block in figures.chunks(BLOCK) {
            put_block(&mut bytes, block);
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
        let mut figures = Vec::with_capacity(cells);
        while figures.len() < packed {
            let length = BLOCK.min(packed - figures.len());
            bytes.block(length, &mut figures)?;
        }
        if !bytes.0.is_empty() {
            return Err(PackError::Damaged);
        }
        figures.resize(cells, Figure::NotAsked);
        Ok(figures)
    }
}

const FORMAT: u8 = 1;
const BLOCK: usize = 16;

const BLANK: u8 = 0;
const GIVEN: u8 = 1;
const NONE_ARISEN: u8 = 2;
const NOT_COLLECTED: u8 = 3;
const NOT_ASKED: u8 = 4;
/// In a block's head: the states differ and follow.
const MIXED: u8 = 15;

fn put_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn put_block(bytes: &mut Vec<u8>, figures: &[Figure]) {
    let states = figures.iter().map(|figure| state(*figure));
    let values = figures.iter().map(|figure| figure.counted().unwrap_or(0));
    let width = values.clone().map(width).max().unwrap_or(0);
    let first = state(figures[0]);
    let uniform = states.clone().all(|state| state == first);
    let head = if uniform { first } else { MIXED };
    bytes.push(head << 4 | width);
    if !uniform {
        let states: Vec<u8> = states.collect();
        bytes.extend(states.chunks(2).map(|pair| pair[0] | pair.get(1).map_or(0, |s| s << 4)));
    }
    for value in values {
        bytes.extend_from_slice(&value.to_le_bytes()[..usize::from(width)]);
    }
}

fn state(figure: Figure) -> u8 {
    match figure {
        Figure::Blank => BLANK,
        Figure::Given(_) => GIVEN,
        Figure::NoneArisen => NONE_ARISEN,
        Figure::NotCollected => NOT_COLLECTED,
        Figure::NotAsked => NOT_ASKED,
    }
}

fn width(value: i64) -> u8 {
    match value {
        0 => 0,
        _ if i8::try_from(value).is_ok() => 1,
        _ if i16::try_from(value).is_ok() => 2,
        _ if i32::try_from(value).is_ok() => 4,
        _ => 8,
    }
}

fn figure(state: u8, value: i64) -> Result<Figure, PackError> {
    match (state, value) {
        (GIVEN, value) => Ok(Figure::Given(value)),
        (BLANK, 0) => Ok(Figure::Blank),
        (NONE_ARISEN, 0) => Ok(Figure::NoneArisen),
        (NOT_COLLECTED, 0) => Ok(Figure::NotCollected),
        (NOT_ASKED, 0) => Ok(Figure::NotAsked),
        _ => Err(PackError::Damaged),
    }
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

    fn block(&mut self, length: usize, figures: &mut Vec<Figure>) -> Result<(), PackError> {
        let head = self.byte()?;
        let mut states = [head >> 4; BLOCK];
        if head >> 4 == MIXED {
            for (pair, byte) in states.chunks_mut(2).zip(self.take(length.div_ceil(2))?) {
                pair.copy_from_slice(&[byte & 15, byte >> 4]);
            }
        }
        let width = usize::from(head & 15);
        let bytes = self.take(width * length)?;
        let mut values = [0; BLOCK];
        match width {
            0 => {}
            1 => fill(&mut values, bytes, |[byte]: [u8; 1]| i64::from(byte as i8)),
            2 => fill(&mut values, bytes, |bytes| i64::from(i16::from_le_bytes(bytes))),
            4 => fill(&mut values, bytes, |bytes| i64::from(i32::from_le_bytes(bytes))),
            8 => fill(&mut values, bytes, i64::from_le_bytes),
            _ => return Err(PackError::Damaged),
        }
        for (state, value) in states.into_iter().zip(values).take(length) {
            figures.push(figure(state, value)?);
        }
        Ok(())
    }
}

fn fill<const W: usize>(values: &mut [i64], bytes: &[u8], value: impl Fn([u8; W]) -> i64) {
    let (whole, _) = bytes.as_chunks::<W>();
    for (slot, bytes) in values.iter_mut().zip(whole) {
        *slot = value(*bytes);
    }
}
