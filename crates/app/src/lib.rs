//! Use cases: one file per verb. Load, ask, decide, store, record.

pub mod backend;
pub mod ending;
mod signed;

pub mod install;
pub mod session;
pub mod people;
pub mod plan;
pub mod campaign;
pub mod library;
pub mod task;
pub mod group;
pub mod work;
pub mod amendment;
pub mod acknowledgement;
pub mod section;
pub mod grid;
pub mod submission;
pub mod receipt;
pub mod review;
pub mod own_part;
pub mod figures;
pub mod report;
pub mod unit;
pub mod live;
pub mod reorganisation;
pub mod register;
pub mod verify;
pub mod audit;
pub mod jobs;

pub use backend::{Backend, Case, Clock, Ctx, Dice, Moment, Spent, UseCase, Watch};
pub use ending::{Ending, Refused, StartError};
pub use signed::{Actable, Acted, Seen, Token};

/// The newest step of the schema this program knows.
pub const SCHEMA: i64 = store::migrate::NEWEST;

pub use store::acknowledgement::{Read, ReadCount, ReadRow, Which};
pub use store::amendment::{Amending, Amendment, Approved, AskedRow, ItemRow};
pub use store::answer::{AnswerRow, Answered, BodyRow, Kind as AnswerKind, OwnTask};
pub use store::approval::{ActRow, Awaiting, AwaitingRow};
pub use store::assignment::Assignment;
pub use store::blob::{Blobs, hex};
pub use store::body::{Found, Level, Names, OrganRow, Placed};
pub use store::campaign::{Campaign, CampaignRow, OriginRow, Parent};
pub use store::cascade::{CascadeRow, Following};
pub use store::draft::DraftSection;
pub use store::group::{Decision, Group};
pub use store::heading::{Heading, HeadingWords};
pub use store::issued_plan::IssuedPlan;
pub use store::library::{Item, ItemCount};
pub use store::member::{Candidate, Member, Who};
pub use store::next_step::NextRow;
pub use store::outline::OwnSection;
pub use store::own_part::OwnPart;
pub use store::path::Step as PathStep;
pub use store::person::{Hold, Person};
pub use store::plan::PlanRow;
pub use store::queue::QueueRow;
pub use store::reached::PartCount;
pub use store::reorganisation::{Consequences, HeirRow, Move, Reorganisation};
pub use store::scope::{Scope, Shown as SeatShown};
pub use store::seat::{Held, Seat, SeatRow};
pub use store::segment::Table;
pub use store::session::Session;
pub use store::submission::Submission;
pub use store::task::{Party, Task, TaskCount, Whom};
pub use store::tier::{DeadlineRow, DeadlineVersion, Group as TierGroup, Tier};
pub use store::unit::{AskedBy, Child, Kin, Side, Stay};
pub use store::unit_record::EarlierTerm;
pub use store::verdict::{Kind as VerdictKind, ReasonRow, Taken, Verdict};
pub use store::work::WorkRow;

/// The running product: its database, its files, its sums in memory.
#[derive(Clone)]
pub struct App {
    pub backend: Backend,
    pub blobs: Blobs,
    pub(crate) sums: figures::Sums,
    pub(crate) slow: session::Slow,
}

impl App {
    pub fn new(backend: Backend, blobs: Blobs) -> App {
        App { backend, blobs, sums: figures::Sums::default(), slow: session::Slow::default() }
    }

    /// Reads something for whoever holds `token`.
    pub async fn read<C: Case>(&self, token: Token, case: C) -> Result<Seen<C::Output>, Ending> {
        let seen = self.backend.read(signed::Signed { token, case }).await?;
        if seen.scope.stamps().unnoted(self.backend.now()) {
            self.backend.write(session::Note { token }).await?;
        }
        Ok(seen)
    }

    /// Reads something that nobody asked for but a page that stays open: nobody is at work by it.
    pub async fn watch<C: Case>(&self, token: Token, case: C) -> Result<Seen<C::Output>, Ending> {
        self.backend.read(signed::Signed { token, case }).await
    }

    /// Saves a draft for whoever holds `token`; the same save again is success.
    pub async fn save<C: Case>(&self, token: Token, case: C) -> Result<Seen<C::Output>, Ending> {
        self.backend.write(signed::Signed { token, case }).await
    }

    /// Does something once: the same `key` again answers what it answered then.
    pub async fn act<C: Actable>(
        &self,
        token: Token,
        key: &str,
        case: C,
    ) -> Result<Acted<C::Output>, Ending> {
        self.backend.write(signed::Once { token, key: key.to_owned(), case }).await
    }
}
