//! Identities (định danh): 128 random bits each, one type per kind of thing.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Chance as an argument (nguồn ngẫu nhiên): a seed drawn once at the edge, from which a use case
/// takes what it needs. Repeating the use case from a clone draws the same again.
#[derive(Clone)]
pub struct Chance {
    seed: [u8; 32],
    drawn: u64,
}

impl Chance {
    pub fn new(seed: [u8; 32]) -> Chance {
        Chance { seed, drawn: 0 }
    }

    /// The next 32 random bytes.
    pub fn bytes(&mut self) -> [u8; 32] {
        self.drawn += 1;
        Sha256::new()
            .chain_update(self.seed)
            .chain_update(self.drawn.to_be_bytes())
            .finalize()
            .into()
    }

    /// The next identity, of whatever kind is asked.
    pub fn id<T: From<Uuid>>(&mut self) -> T {
        let mut bits = [0; 16];
        bits.copy_from_slice(&self.bytes()[..16]);
        T::from(Uuid::from_bytes(bits))
    }
}

macro_rules! ids {
    ($($(#[$about:meta])* $name:ident)*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(bits: Uuid) -> $name {
                $name(bits)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0.simple())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0.simple())
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<$name, uuid::Error> {
                Uuid::try_parse(text).map($name)
            }
        }
    )*};
}

ids! {
    /// A unit, organ, group or counterpart (tổ chức).
    BodyId
    /// A change of the tree (sắp xếp tổ chức).
    ReorganisationId
    /// A human being (cá nhân).
    PersonId
    /// A person in a body with a role (chức danh).
    SeatId
    /// Somebody signed in on a device (phiên làm việc).
    SessionId
    /// An uploaded plan and its reading (kế hoạch tải lên).
    PlanId
    /// One issued plan at work (đợt).
    CampaignId
    /// A section of an outline (mục đề cương).
    SectionId
    /// A table of figures of a campaign (bảng số liệu).
    SegmentId
    /// What is measured (chỉ tiêu).
    IndicatorId
    /// A document of a library (tài liệu).
    ItemId
    /// What a plan lays upon bodies (việc được giao).
    TaskId
    /// Something that happened (sự kiện).
    EventId
    /// Work to be done later (việc nền).
    JobId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_draws_the_same_and_no_draw_repeats() {
        let mut chance = Chance::new([7; 32]);
        let mut again = chance.clone();
        let first: BodyId = chance.id();
        assert_eq!(first, again.id());
        assert_ne!(first, chance.id());
        assert_eq!(first.to_string().parse::<BodyId>().expect("own writing"), first);
    }
}
