//! What a seat may reach. A scope is read from the seat's own rows and cannot be made elsewhere.

use crate::body::read_path;
use crate::db::{FromRow, Result, Row, Tx};
use crate::seat::read_role;
use crate::session::read_device;
use crate::values;
use domain::authority::{Action, Forbidden, Relation, may};
use domain::body::Path;
use domain::calendar;
use domain::id::{BodyId, PersonId, SeatId, SessionId};
use domain::seat::Role;
use domain::session::{Device, Stamps, lifetime};
use jiff::Timestamp;

/// A seat that acts (phạm vi): who, in which body of which unit, in what role.
#[derive(Clone, Debug)]
pub struct Scope {
    person: PersonId,
    seat: SeatId,
    body: BodyId,
    unit: BodyId,
    role: Role,
    path: Path,
    session: SessionId,
    stamps: Stamps,
    device: Device,
    shown: Shown,
    position: i64,
}

/// The words by which a page names the seat.
#[derive(Clone, Debug)]
pub struct Shown {
    pub person: String,
    pub unit: String,
    pub body: String,
    pub title: String,
    /// Whom the seat stands in for; empty where for nobody.
    pub instead_of: String,
    /// How many seats the person holds.
    pub seats: i64,
}

impl Scope {
    /// The scope of a live session; `None` where there is none, it has ended, or the seat has.
    pub async fn open(tx: &mut Tx<'_>, token: &[u8; 32], now: Timestamp) -> Result<Option<Scope>> {
        let today = calendar::day(now);
        let found: Option<Scope> = tx.find(
            "select s.person_id, s.id, b.id, u.id, s.role, pl.path, p.name, u.short, b.short, s.title,
                    coalesce(h.name, ''),
                    (select cast(count(*) as bigint) from seat o where o.person_id = s.person_id
                       and o.from_day <= $2 and (o.to_day is null or o.to_day > $2)),
                    (select c.position from chain c), n.id, n.confirmed, n.seen, n.device
             from session n
             join seat s on s.id = n.seat_id
             join person p on p.id = s.person_id
             join body b on b.id = s.body_id
             join body u on u.id = coalesce(b.unit_id, b.id)
             join place pl on pl.unit_id = u.id
             left join seat f on f.id = s.stands_for_id left join person h on h.id = f.person_id
             where n.token_hash = $1
               and s.from_day <= $2 and (s.to_day is null or s.to_day > $2)
               and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)",
            values![*token, today],
        )
        .await?;
        let live = |scope: &Scope| lifetime(scope.role, scope.device).holds(scope.stamps, now);
        Ok(found.filter(live))
    }

    /// Whether this seat may do `action` to a unit standing in `relation`.
    pub fn may(&self, action: Action, relation: Relation) -> std::result::Result<(), Forbidden> {
        may(self.role, action, relation)
    }

    pub fn person(&self) -> PersonId {
        self.person
    }

    pub fn seat(&self) -> SeatId {
        self.seat
    }

    /// The body sat in: the unit itself or an organ of it.
    pub fn body(&self) -> BodyId {
        self.body
    }

    pub fn unit(&self) -> BodyId {
        self.unit
    }

    pub fn role(&self) -> Role {
        self.role
    }

    /// The unit's place in the tree today.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How far events were in order when the seat was looked up: what is read beside it holds all
    /// of them.
    pub fn position(&self) -> i64 {
        self.position
    }

    pub fn shown(&self) -> &Shown {
        &self.shown
    }

    /// The session in which the seat acts.
    pub fn session(&self) -> SessionId {
        self.session
    }

    /// Whose machine it is, as the person said.
    pub fn device(&self) -> Device {
        self.device
    }

    /// When the person proved who they are, and when they last opened a page.
    pub fn stamps(&self) -> Stamps {
        self.stamps
    }
}

impl FromRow for Scope {
    fn from_row(mut row: Row) -> Result<Scope> {
        let (person, seat, body, unit) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let role: String = row.take()?;
        let path: String = row.take()?;
        let shown = Shown {
            person: row.take()?,
            unit: row.take()?,
            body: row.take()?,
            title: row.take()?,
            instead_of: row.take()?,
            seats: row.take()?,
        };
        let (position, session) = (row.take()?, row.take()?);
        let stamps = Stamps { confirmed: row.take()?, seen: row.take()? };
        let device = read_device(&row.take::<String>()?)?;
        Ok(Scope {
            person,
            seat,
            body,
            unit,
            role: read_role(&role)?,
            path: read_path(&path)?,
            session,
            stamps,
            device,
            shown,
            position,
        })
    }
}
