use super::Refusal;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Where a unit's report stands (trạng thái báo cáo). Each stage carries its facts; a step consumes
/// the stage it leaves. "Not started", "late" and "exempt" are worked out, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being written (đang soạn).
    Drafting,
    /// Sent, waiting at the desk (đã gửi).
    Submitted { version: i64, at: Timestamp },
    /// Sent back with reasons, being mended (trả lại).
    Returned { version: i64, at: Timestamp },
    /// Taken in by the desk; counts in the sums (đã tiếp nhận).
    Received { version: i64, at: Timestamp },
}

/// A stage without its facts, for storing and for words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageName {
    Drafting,
    Submitted,
    Returned,
    Received,
}

impl Stage {
    /// Passes while the unit may write.
    pub fn writable(self) -> Result<(), Refusal> {
        match self {
            Stage::Drafting | Stage::Returned { .. } => Ok(()),
            Stage::Submitted { .. } => Err(Refusal::AlreadySubmitted),
            Stage::Received { .. } => Err(Refusal::AlreadyReceived),
        }
    }

    /// The unit sends its next version (gửi).
    pub fn submit(self, at: Timestamp) -> Result<Stage, Refusal> {
        self.writable()?;
        Ok(Stage::Submitted { version: self.version().unwrap_or(0) + 1, at })
    }

    /// The desk sends `version` back (trả lại).
    pub fn return_(self, version: i64, at: Timestamp) -> Result<Stage, Refusal> {
        self.lying(version).map(|()| Stage::Returned { version, at })
    }

    /// The desk takes `version` in (tiếp nhận).
    pub fn receive(self, version: i64, at: Timestamp) -> Result<Stage, Refusal> {
        self.lying(version).map(|()| Stage::Received { version, at })
    }

    /// The newest version sent, if any was.
    pub fn version(self) -> Option<i64> {
        match self {
            Stage::Drafting => None,
            Stage::Submitted { version, .. }
            | Stage::Returned { version, .. }
            | Stage::Received { version, .. } => Some(version),
        }
    }

    pub fn name(self) -> StageName {
        match self {
            Stage::Drafting => StageName::Drafting,
            Stage::Submitted { .. } => StageName::Submitted,
            Stage::Returned { .. } => StageName::Returned,
            Stage::Received { .. } => StageName::Received,
        }
    }

    /// The stage as stored; `None` where a sent stage lacks its facts.
    pub fn restore(name: StageName, facts: Option<(i64, Timestamp)>) -> Option<Stage> {
        let sent = |stage: fn(i64, Timestamp) -> Stage| facts.map(|(v, at)| stage(v, at));
        match name {
            StageName::Drafting => Some(Stage::Drafting),
            StageName::Submitted => sent(|version, at| Stage::Submitted { version, at }),
            StageName::Returned => sent(|version, at| Stage::Returned { version, at }),
            StageName::Received => sent(|version, at| Stage::Received { version, at }),
        }
    }

    fn lying(self, wanted: i64) -> Result<(), Refusal> {
        match self {
            Stage::Submitted { version, .. } if version == wanted => Ok(()),
            Stage::Submitted { .. } => Err(Refusal::VersionPassed),
            Stage::Received { .. } => Err(Refusal::AlreadyReceived),
            Stage::Drafting | Stage::Returned { .. } => Err(Refusal::NotSubmitted),
        }
    }
}

impl StageName {
    pub fn name(self) -> &'static str {
        match self {
            StageName::Drafting => "drafting",
            StageName::Submitted => "submitted",
            StageName::Returned => "returned",
            StageName::Received => "received",
        }
    }

    pub fn parse(name: &str) -> Option<StageName> {
        [StageName::Drafting, StageName::Submitted, StageName::Returned, StageName::Received]
            .into_iter()
            .find(|stage| stage.name() == name)
    }
}
