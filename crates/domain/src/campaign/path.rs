//! The way of the report through the own unit before and after it goes up (lộ trình thông qua).

use serde::{Deserialize, Serialize};

/// Who looks at the report at a step (cấp thông qua).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forum {
    /// Ban chuyên đề, văn phòng.
    Department,
    /// Thường trực.
    PermanentLeaders,
    /// Ban Thường vụ.
    StandingCommittee,
    /// Ban Chấp hành.
    ExecutiveCommittee,
    /// Hội nghị.
    Conference,
    /// Another; its words say which.
    Other,
}

/// Whether a step comes before or after the report was sent up (trước hay sau khi gửi lên).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    #[default]
    Before,
    After,
}

impl Forum {
    pub const ALL: [Forum; 6] = [
        Forum::Department,
        Forum::PermanentLeaders,
        Forum::StandingCommittee,
        Forum::ExecutiveCommittee,
        Forum::Conference,
        Forum::Other,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Forum::Department => "department",
            Forum::PermanentLeaders => "permanent_leaders",
            Forum::StandingCommittee => "standing_committee",
            Forum::ExecutiveCommittee => "executive_committee",
            Forum::Conference => "conference",
            Forum::Other => "other",
        }
    }

    pub fn parse(name: &str) -> Option<Forum> {
        Forum::ALL.into_iter().find(|forum| forum.name() == name)
    }
}

impl Turn {
    pub fn name(self) -> &'static str {
        match self {
            Turn::Before => "before",
            Turn::After => "after",
        }
    }

    pub fn parse(name: &str) -> Option<Turn> {
        [Turn::Before, Turn::After].into_iter().find(|turn| turn.name() == name)
    }
}
