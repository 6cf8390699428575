//! What a unit keeps in hand once its report has been sent (biên nhận): plain text that proves itself,
//! wherever it is shown, without the program that wrote it.

mod key;

pub use key::{PublicKey, PublicKeyError, ReceiptKey};

use crate::id::{BodyId, CampaignId};
use jiff::Timestamp;
use std::fmt::Write;
use std::str::FromStr;
use uuid::Uuid;

/// What a receipt states (nội dung biên nhận).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub installation: Uuid,
    pub campaign: CampaignId,
    /// The campaign by its title, for whoever reads the paper.
    pub title: String,
    pub unit: BodyId,
    pub name: String,
    pub version: i64,
    /// The code by which the report is asked for.
    pub code: String,
    /// SHA-256 of what was sent.
    pub content: [u8; 32],
    /// When it was received, to the millisecond.
    pub received_at: Timestamp,
    /// Days late, 0 when in time.
    pub days_late: i64,
    /// The leaf of its event in the chain.
    pub leaf: [u8; 32],
    pub anchor: Anchor,
}

/// The end of the chain of events as it was at that time (điểm neo): a log cut before it, or written
/// anew, no longer fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    pub position: i64,
    pub head: [u8; 32],
}

/// A statement with the signature under it (biên nhận đã ký).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedReceipt {
    pub statement: Statement,
    pub signature: [u8; 64],
}

/// A statement that was proved (biên nhận đã kiểm chứng); only [`PublicKey::prove`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven(Statement);

/// Why a receipt proves nothing (lý do biên nhận không có giá trị).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The text is no receipt, or lines of it are missing.
    NoReceipt,
    /// Something in it is not what was signed.
    Changed,
}

const FORMAT: &str = "tongket-receipt/1";
const SIGNATURE: &str = "signature ";

impl Statement {
    /// The lines that are signed, each ended. The same statement always gives the same text.
    pub fn text(&self) -> String {
        let mut text = format!("{FORMAT}\n");
        for (key, value) in self.lines() {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}", format!("{key} {value}").trim_end());
        }
        text
    }

    fn lines(&self) -> [(&'static str, String); 12] {
        [
            ("installation", self.installation.simple().to_string()),
            ("campaign", self.campaign.to_string()),
            ("title", one_line(&self.title)),
            ("unit", self.unit.to_string()),
            ("name", one_line(&self.name)),
            ("version", self.version.to_string()),
            ("code", one_line(&self.code)),
            ("content", hex(&self.content)),
            ("received", self.received_at.as_millisecond().to_string()),
            ("days-late", self.days_late.to_string()),
            ("leaf", hex(&self.leaf)),
            ("anchor", format!("{}:{}", self.anchor.position, hex(&self.anchor.head))),
        ]
    }

    fn parse(text: &str) -> Option<Statement> {
        let mut lines = text.lines();
        let mut take = |key: &str| {
            let (found, value) =
                lines.next().map(|line| line.split_once(' ').unwrap_or((line, "")))?;
            (found == key).then_some(value)
        };
        let (installation, campaign) = (take("installation")?, take("campaign")?);
        let (title, unit, name) = (take("title")?, take("unit")?, take("name")?);
        let (version, code, content) = (take("version")?, take("code")?, take("content")?);
        let (received, days_late) = (take("received")?, take("days-late")?);
        let (leaf, anchor) = (take("leaf")?, take("anchor")?);
        let (position, head) = anchor.split_once(':')?;
        Some(Statement {
            installation: Uuid::try_parse(installation).ok()?,
            campaign: campaign.parse().ok()?,
            title: title.to_owned(),
            unit: unit.parse().ok()?,
            name: name.to_owned(),
            version: version.parse().ok()?,
            code: code.to_owned(),
            content: bytes(content)?,
            received_at: Timestamp::from_millisecond(received.parse().ok()?).ok()?,
            days_late: days_late.parse().ok()?,
            leaf: bytes(leaf)?,
            anchor: Anchor { position: position.parse().ok()?, head: bytes(head)? },
        })
    }
}

impl SignedReceipt {
    /// Statement and signature, as kept on file and in the square code.
    pub fn text(&self) -> String {
        format!("{}{SIGNATURE}{}\n", self.statement.text(), hex(&self.signature))
    }
}

impl FromStr for SignedReceipt {
    type Err = Refusal;

    /// Reads what [`SignedReceipt::text`] wrote, whatever ended its lines and stood around it on the
    /// way. It does not look at the signature: [`PublicKey::prove`] does.
    fn from_str(text: &str) -> Result<SignedReceipt, Refusal> {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        let [FORMAT, stated @ .., signature] = lines.as_slice() else {
            return Err(Refusal::NoReceipt);
        };
        let signature = signature.strip_prefix(SIGNATURE).ok_or(Refusal::NoReceipt)?;
        let receipt = SignedReceipt {
            statement: Statement::parse(&stated.join("\n")).ok_or(Refusal::NoReceipt)?,
            signature: bytes(signature).ok_or(Refusal::NoReceipt)?,
        };
        // Another spelling of the same facts was not signed.
        match receipt.text().lines().eq(lines) {
            true => Ok(receipt),
            false => Err(Refusal::Changed),
        }
    }
}

impl Proven {
    pub fn statement(&self) -> &Statement {
        &self.0
    }
}

impl Refusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::NoReceipt => "refusal-receipt-none",
            Refusal::Changed => "refusal-receipt-changed",
        }
    }
}

/// Words on one line with single spaces, so that a name cannot look like a further line.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes<const N: usize>(hex: &str) -> Option<[u8; N]> {
    let digits = hex.as_bytes();
    if digits.len() != 2 * N || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests;
