//! What a seat may reach. A scope is read from the seat's own rows and cannot be made elsewhere.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::authority::{Action, Forbidden, Relation, may};
use domain::body::Path;
use domain::calendar;
use domain::id::{BodyId, PersonId, SeatId};
use domain::seat::Role;
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
    /// How many seats the person holds.
    pub seats: i64,
}

impl Scope {
    /// The scope of a live session; `None` where there is none, it has ended, or the seat has.
    pub async fn open(tx: &mut Tx<'_>, token: &[u8; 32], now: Timestamp) -> Result<Option<Scope>> {
        let today = calendar::day(now);
        tx.find(
            "select s.person_id, s.id, b.id, u.id, s.role, pl.path, p.name, u.short, b.short, s.title,
                    (select cast(count(*) as bigint) from seat o where o.person_id = s.person_id
                       and o.from_day <= $3 and (o.to_day is null or o.to_day > $3)),
                    (select c.position from chain c)
             from session n
             join seat s on s.id = n.seat_id
             join person p on p.id = s.person_id
             join body b on b.id = s.body_id
             join body u on u.id = coalesce(b.unit_id, b.id)
             join place pl on pl.unit_id = u.id
             where n.token_hash = $1 and n.expires > $2
               and s.from_day <= $3 and (s.to_day is null or s.to_day > $3)
               and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)",
            values![*token, now, today],
        )
        .await
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
}

impl FromRow for Scope {
    fn from_row(mut row: Row) -> Result<Scope> {
        let (person, seat, body, unit) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let role: String = row.take()?;
        let path: String = row.take()?;
        Ok(Scope {
            person,
            seat,
            body,
            unit,
            role: Role::parse(&role).ok_or_else(|| corrupt("role", &role))?,
            path: Path::parse(&path).ok_or_else(|| corrupt("path", &path))?,
            shown: Shown {
                person: row.take()?,
                unit: row.take()?,
                body: row.take()?,
                title: row.take()?,
                seats: row.take()?,
            },
            position: row.take()?,
        })
    }
}

fn corrupt(what: &str, found: &str) -> StoreError {
    StoreError::Corrupt(format!("{found:?} is no {what}"))
}
