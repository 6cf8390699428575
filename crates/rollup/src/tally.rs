use crate::cell::COUNTED;

/// Counts, for each cell, how many of many rows say what.
///
/// A state is one byte with one bit set, so three rows are counted by adding their bytes: four
/// fields of two bits. Those are spread to fields of four bits, which hold fifteen rows, and these
/// to bytes. Counting then costs less than reading the numbers beside the states.
#[derive(Debug)]
pub(crate) struct Tally {
    low: Vec<u8>,
    high: Vec<u8>,
    /// One plane per counted state.
    bytes: Vec<u8>,
}

/// How many rows fields of four bits hold, and bytes.
const FIELD_ROWS: usize = 15;
const BYTE_ROWS: usize = 255;
const FIELDS: u8 = 0b0011_0011;

impl Tally {
    pub fn new(width: usize) -> Tally {
        Tally { low: vec![0; width], high: vec![0; width], bytes: vec![0; width * COUNTED.len()] }
    }

    /// Counts the rows in `states`, one after the other, into one plane of `counts` per state.
    pub fn count(&mut self, states: &[u8], counts: &mut [u32]) {
        let width = self.low.len();
        for rows in states.chunks(BYTE_ROWS * width) {
            for rows in rows.chunks(FIELD_ROWS * width) {
                let threes = rows.chunks_exact(3 * width);
                for row in threes.remainder().chunks_exact(width) {
                    for ((low, high), a) in self.low.iter_mut().zip(&mut self.high).zip(row) {
                        *low += a & FIELDS;
                        *high += (a >> 2) & FIELDS;
                    }
                }
                for three in threes {
                    self.add_three(three);
                }
                self.spread();
            }
            for (count, byte) in counts.iter_mut().zip(&mut self.bytes) {
                *count = count.wrapping_add(u32::from(*byte));
                *byte = 0;
            }
        }
    }

    fn add_three(&mut self, three: &[u8]) {
        let width = self.low.len();
        let (a, bc) = three.split_at(width);
        let (b, c) = bc.split_at(width);
        let fields = self.low.iter_mut().zip(&mut self.high);
        for ((((low, high), a), b), c) in fields.zip(a).zip(b).zip(c) {
            let sum = a + b + c;
            *low += sum & FIELDS;
            *high += (sum >> 2) & FIELDS;
        }
    }

    fn spread(&mut self) {
        let width = self.low.len();
        let planes = self.bytes.chunks_exact_mut(width);
        for (plane, (fields, shift)) in
            planes.zip([(&self.low, 0), (&self.high, 0), (&self.low, 4), (&self.high, 4)])
        {
            for (byte, field) in plane.iter_mut().zip(fields) {
                *byte += (field >> shift) & 15;
            }
        }
        self.low.fill(0);
        self.high.fill(0);
    }
}
