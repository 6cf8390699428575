use crate::id::{CampaignId, SectionId, SegmentId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What a version says (nội dung bản nộp): the text of each section and the packed figures of each
/// segment, in the order of the outline. Its canonical bytes are what is hashed and kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    pub sections: Vec<SectionText>,
    /// Packed figures; see `figure::PackedSegment`.
    pub segments: Vec<(SegmentId, Vec<u8>)>,
    /// What its sums were made of, where its figures are those of the units below.
    pub sums: Option<PinnedSums>,
}

/// The sums a report was sent with (số tổng hợp lúc gửi), by what they were made of: every version
/// received up to a position in the order of events. They can be worked out again at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PinnedSums {
    /// The campaign they were added up in: the report's own, or the one its unit made under it.
    pub campaign: CampaignId,
    pub position: i64,
    /// How many units were heard from, of how many.
    pub heard: u32,
    pub of: u32,
    /// SHA-256 of the sums themselves, so that working them out again proves them.
    pub digest: [u8; 32],
}

/// The words under one section (nội dung một mục).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionText {
    pub section: SectionId,
    pub text: String,
}

/// Bytes that are no content (nội dung hỏng).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentError;

const FORMAT: u8 = 1;
const ID_BYTES: usize = 16;

impl Content {
    /// Length-prefixed bytes, the same for the same content on every machine.
    pub fn canonical(&self) -> Vec<u8> {
        let mut bytes = vec![FORMAT];
        put_count(&mut bytes, self.sections.len());
        for part in &self.sections {
            bytes.extend_from_slice(part.section.0.as_bytes());
            put(&mut bytes, part.text.as_bytes());
        }
        put_count(&mut bytes, self.segments.len());
        for (segment, packed) in &self.segments {
            bytes.extend_from_slice(segment.0.as_bytes());
            put(&mut bytes, packed);
        }
        put_count(&mut bytes, usize::from(self.sums.is_some()));
        if let Some(sums) = self.sums {
            bytes.extend_from_slice(sums.campaign.0.as_bytes());
            bytes.extend_from_slice(&sums.position.to_be_bytes());
            bytes.extend_from_slice(&sums.heard.to_be_bytes());
            bytes.extend_from_slice(&sums.of.to_be_bytes());
            bytes.extend_from_slice(&sums.digest);
        }
        bytes
    }

    /// Reads what [`Content::canonical`] wrote.
    pub fn parse(bytes: &[u8]) -> Result<Content, ContentError> {
        let mut rest = bytes;
        if take(&mut rest, 1)? != [FORMAT] {
            return Err(ContentError);
        }
        let mut content = Content::default();
        for _ in 0..take_count(&mut rest)? {
            let section = SectionId(take_id(&mut rest)?);
            let text =
                String::from_utf8(take_bytes(&mut rest)?.to_vec()).map_err(|_| ContentError)?;
            content.sections.push(SectionText { section, text });
        }
        for _ in 0..take_count(&mut rest)? {
            let segment = SegmentId(take_id(&mut rest)?);
            content.segments.push((segment, take_bytes(&mut rest)?.to_vec()));
        }
        content.sums = match take_count(&mut rest)? {
            0 => None,
            1 => Some(PinnedSums {
                campaign: CampaignId(take_id(&mut rest)?),
                position: i64::from_be_bytes(take_array(&mut rest)?),
                heard: u32::from_be_bytes(take_array(&mut rest)?),
                of: u32::from_be_bytes(take_array(&mut rest)?),
                digest: take_array(&mut rest)?,
            }),
            _ => return Err(ContentError),
        };
        if rest.is_empty() { Ok(content) } else { Err(ContentError) }
    }

    /// SHA-256 of the canonical bytes.
    pub fn hash(bytes: &[u8]) -> [u8; 32] {
        Sha256::digest(bytes).into()
    }

    pub fn section(&self, id: SectionId) -> Option<&str> {
        self.sections.iter().find(|part| part.section == id).map(|part| part.text.as_str())
    }
}

fn put_count(bytes: &mut Vec<u8>, count: usize) {
    bytes.extend_from_slice(&(count as u64).to_be_bytes());
}

fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    put_count(bytes, part.len());
    bytes.extend_from_slice(part);
}

fn take<'b>(rest: &mut &'b [u8], count: usize) -> Result<&'b [u8], ContentError> {
    let (head, tail) = rest.split_at_checked(count).ok_or(ContentError)?;
    *rest = tail;
    Ok(head)
}

fn take_array<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], ContentError> {
    take(rest, N)?.try_into().map_err(|_| ContentError)
}

fn take_count(rest: &mut &[u8]) -> Result<usize, ContentError> {
    usize::try_from(u64::from_be_bytes(take_array(rest)?)).map_err(|_| ContentError)
}

fn take_bytes<'b>(rest: &mut &'b [u8]) -> Result<&'b [u8], ContentError> {
    let count = take_count(rest)?;
    take(rest, count)
}

fn take_id(rest: &mut &[u8]) -> Result<uuid::Uuid, ContentError> {
    uuid::Uuid::from_slice(take(rest, ID_BYTES)?).map_err(|_| ContentError)
}
