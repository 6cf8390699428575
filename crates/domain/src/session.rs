//! Sessions (phiên làm việc): how long one lasts, and what needs a proof made a moment ago.

use crate::seat::Role;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Whose machine somebody signs in on (thiết bị).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Device {
    /// Their own, as they say.
    Own,
    /// One that others use too.
    Shared,
}

/// When a session ends (thời hạn phiên): so long after the person last proved who they are, and
/// after so long without a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    pub whole: SignedDuration,
    pub idle: Option<SignedDuration>,
}

/// When somebody proved who they are, and when they last opened a page (mốc của phiên).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamps {
    pub confirmed: Timestamp,
    pub seen: Timestamp,
}

/// How long ago the proof may be for what binds others (việc cần xác nhận lại).
pub const FRESH: SignedDuration = SignedDuration::from_mins(15);
/// How long ago it may be for sending the report of a unit.
pub const FRESH_TO_SUBMIT: SignedDuration = SignedDuration::from_hours(24);
/// Opening a page is noted so often at most.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// No session lasts longer than this.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(30 * 24);

const DAY_OF_WORK: SignedDuration = SignedDuration::from_hours(12);
const IDLE: SignedDuration = SignedDuration::from_mins(60);

/// How long a session of `role` lasts on a device: thirty days for whoever writes or answers for a
/// grassroots unit on a machine of their own, a day of work for everybody else.
pub fn lifetime(role: Role, device: Device) -> Lifetime {
    match (role, device) {
        (Role::Drafter | Role::Chair, Device::Own) => Lifetime { whole: LONGEST, idle: None },
        _ => Lifetime { whole: DAY_OF_WORK, idle: Some(IDLE) },
    }
}

impl Lifetime {
    /// Whether a session with these stamps still is one at `now`.
    pub fn holds(self, stamps: Stamps, now: Timestamp) -> bool {
        let awake = self.idle.is_none_or(|idle| now < stamps.seen + idle);
        awake && now < stamps.confirmed + self.whole
    }
}

impl Stamps {
    /// Whether the page opened now is to be noted.
    pub fn unnoted(self, now: Timestamp) -> bool {
        now >= self.seen + NOTED_EVERY
    }

    /// Whether the proof was made within `age` before `now`.
    pub fn fresh(self, age: SignedDuration, now: Timestamp) -> bool {
        now < self.confirmed + age
    }
}

impl Device {
    pub fn name(self) -> &'static str {
        match self {
            Device::Own => "own",
            Device::Shared => "shared",
        }
    }

    pub fn parse(name: &str) -> Option<Device> {
        [Device::Own, Device::Shared].into_iter().find(|device| device.name() == name)
    }
}

#[cfg(test)]
mod tests;
