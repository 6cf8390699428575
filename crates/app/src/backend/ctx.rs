use crate::ending::Ending;
use domain::id::{Chance, EventId};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use store::db::{Spent, Tx};
use store::event::Event;
use store::scope::Scope;

/// What a use case works with: its transaction, the time and chance drawn for it.
pub struct Ctx<'t> {
    pub tx: Tx<'t>,
    pub now: Timestamp,
    pub chance: Chance,
    /// The last event that was recorded.
    pub(crate) recorded: Option<EventId>,
}

/// Something the program does, as a value that can be queued and repeated.
///
/// Inside `run` nothing but the transaction is awaited.
pub trait UseCase: Clone + Send + Sync + 'static {
    type Output: Send + 'static;

    fn run(&self, ctx: &mut Ctx<'_>) -> impl Future<Output = Result<Self::Output, Ending>> + Send;
}

/// A use case of somebody who is signed in.
pub trait Case: Clone + Send + Sync + 'static {
    type Output: Send + 'static;

    fn run(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
    ) -> impl Future<Output = Result<Self::Output, Ending>> + Send;
}

/// The one clock. `Live` is the server's; PostgreSQL then judges receipt by the database's own.
#[derive(Clone)]
pub enum Clock {
    Live(fn() -> Timestamp),
    /// A rehearsal: the time is what the function says, on either database.
    Set(Arc<dyn Fn() -> Timestamp + Send + Sync>),
}

/// Where random bytes come from.
#[derive(Clone)]
pub struct Dice(Arc<dyn Fn() -> [u8; 32] + Send + Sync>);

/// Whoever wants to know what use cases ask of the database: told when one begins to run and when
/// it has, on the thread it runs on. One that is repeated after a conflict is told of each time.
#[derive(Clone, Default)]
pub struct Watch(Option<Arc<Tell>>);

type Tell = dyn Fn(&'static str, Moment) + Send + Sync;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Begins,
    Ends(Spent),
}

#[derive(Clone)]
pub(super) struct Drawn {
    pub now: Timestamp,
    pub chance: Chance,
    pub watch: Watch,
}

impl Ctx<'_> {
    /// Passes where whoever acts proved within `age` who they are.
    pub fn proved(&self, scope: &Scope, age: SignedDuration) -> Result<(), Ending> {
        if scope.stamps().fresh(age, self.now) { Ok(()) } else { Err(Ending::Unconfirmed) }
    }

    /// Records that something happened; gives the event and its leaf hash.
    pub async fn record(
        &mut self,
        kind: &'static str,
        scope: &Scope,
        about: (Option<domain::id::BodyId>, Option<domain::id::CampaignId>),
        facts: serde_json::Value,
    ) -> Result<(EventId, [u8; 32]), Ending> {
        let id: EventId = self.chance.id();
        let event = Event {
            id,
            at: self.now,
            kind,
            seat: Some(scope.seat()),
            body: about.0,
            campaign: about.1,
            facts: facts.to_string(),
        };
        let leaf = store::event::record(&mut self.tx, &event).await?;
        self.recorded = Some(id);
        Ok((id, leaf))
    }
}

impl Drawn {
    pub fn ctx<'t>(&self, tx: Tx<'t>) -> Ctx<'t> {
        Ctx { tx, now: self.now, chance: self.chance.clone(), recorded: None }
    }
}

impl Watch {
    pub fn new(tell: impl Fn(&'static str, Moment) + Send + Sync + 'static) -> Watch {
        Watch(Some(Arc::new(tell)))
    }

    pub(super) fn begins<C>(&self) {
        self.tell::<C>(Moment::Begins);
    }

    pub(super) fn ends<C>(&self, spent: Spent) {
        self.tell::<C>(Moment::Ends(spent));
    }

    fn tell<C>(&self, moment: Moment) {
        if let Some(tell) = &self.0 {
            tell(std::any::type_name::<C>(), moment);
        }
    }
}

impl Clock {
    pub fn now(&self) -> Timestamp {
        let now = match self {
            Clock::Live(read) => read(),
            Clock::Set(read) => read(),
        };
        // Stored times have milliseconds; one that was never finer compares equal after reading back.
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }
}

impl Dice {
    pub fn new(throw: impl Fn() -> [u8; 32] + Send + Sync + 'static) -> Dice {
        Dice(Arc::new(throw))
    }

    pub fn throw(&self) -> [u8; 32] {
        (self.0)()
    }
}
