//! Seats (chức danh): a person in a body with a role, from–to.

use serde::{Deserialize, Serialize};

/// What a person does in a body (vai trò).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Writes and fills for the own body (người soạn).
    Drafter,
    /// Heads a grassroots or similar unit and answers for it (chủ tịch).
    Chair,
    /// Leads a unit with an office of its own; reads and decides (lãnh đạo).
    Leader,
    /// Checks, returns, receives, consolidates (cán bộ).
    Officer,
    /// Reads the sections and figures of a field (ban chuyên đề).
    Reader,
    /// Founds, moves, merges units at and below the own one, no content (cán bộ tổ chức).
    Organiser,
    /// Sets up bodies and people of the own unit, no content (quản trị đơn vị).
    UnitAdmin,
    /// Runs the installation, no content (quản trị hệ thống).
    SystemAdmin,
}

impl Role {
    pub const ALL: [Role; 8] = [
        Role::Drafter,
        Role::Chair,
        Role::Leader,
        Role::Officer,
        Role::Reader,
        Role::Organiser,
        Role::UnitAdmin,
        Role::SystemAdmin,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Role::Drafter => "drafter",
            Role::Chair => "chair",
            Role::Leader => "leader",
            Role::Officer => "officer",
            Role::Reader => "reader",
            Role::Organiser => "organiser",
            Role::UnitAdmin => "unit_admin",
            Role::SystemAdmin => "system_admin",
        }
    }

    pub fn parse(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Why nobody was let in (lý do không đăng nhập được).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInRefusal {
    /// The name is not known or the password is not its own; which of the two is not said.
    Unknown,
    /// Too many failures in a row.
    TooManyTries,
    /// The person holds no seat today.
    NoSeat,
}

/// Failures in a row after which signing in has to wait.
pub const TRIES: i64 = 5;
/// How long it has to wait.
pub const WAIT_MINUTES: i64 = 5;

impl SignInRefusal {
    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            SignInRefusal::Unknown => "refusal-sign-in-unknown",
            SignInRefusal::TooManyTries => "refusal-sign-in-too-many-tries",
            SignInRefusal::NoSeat => "refusal-sign-in-no-seat",
        }
    }
}
