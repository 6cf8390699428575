//! People and the seats they hold.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::id::{BodyId, PersonId, SeatId};
use domain::seat::Role;
use domain::text::Text;
use jiff::Timestamp;
use jiff::civil::Date;

/// A human being with a way to sign in (cá nhân).
#[derive(Clone, Debug)]
pub struct Person {
    pub id: PersonId,
    pub name: Text,
    /// What is typed to sign in: a telephone number, an e-mail address or a unit's code.
    pub sign_in: String,
    /// The password's hash in PHC form.
    pub password: String,
    pub phone: String,
}

/// A seat of a person (chức danh).
#[derive(Clone, Debug)]
pub struct Seat {
    pub id: SeatId,
    pub person: PersonId,
    pub body: BodyId,
    pub role: Role,
    pub title: Text,
    pub from: Date,
}

/// A seat as listed for choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    pub id: SeatId,
    pub unit: String,
    pub body: String,
    pub title: String,
    pub role: Role,
}

pub async fn insert(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    tx.execute(
        "insert into person (id, name, folded, sign_in, password, phone) values ($1, $2, $3, $4, $5, $6)",
        values![
            person.id, person.name.as_str(), person.name.folded(),
            &person.sign_in, &person.password, &person.phone
        ],
    )
    .await?;
    Ok(())
}

pub async fn insert_seat(tx: &mut Tx<'_>, seat: &Seat) -> Result<()> {
    tx.execute(
        "insert into seat (id, person_id, body_id, role, title, folded, from_day, to_day)
         values ($1, $2, $3, $4, $5, $6, $7, null)",
        values![
            seat.id,
            seat.person,
            seat.body,
            seat.role.name(),
            seat.title.as_str(),
            seat.title.folded(),
            seat.from
        ],
    )
    .await?;
    Ok(())
}

/// The person behind a sign-in name and the hash of the password.
pub async fn find_sign_in(tx: &mut Tx<'_>, sign_in: &str) -> Result<Option<(PersonId, String)>> {
    tx.find("select id, password from person where sign_in = $1", values![sign_in]).await
}

/// The seats a person holds on `day`, in the order of unit and body.
pub async fn list_seats(tx: &mut Tx<'_>, person: PersonId, day: Date) -> Result<Vec<SeatRow>> {
    tx.list(
        "select s.id, u.short, b.short, s.title, s.role
         from seat s join body b on b.id = s.body_id
         join body u on u.id = coalesce(b.unit_id, b.id)
         where s.person_id = $1 and s.from_day <= $2 and (s.to_day is null or s.to_day > $2)
         order by u.folded, b.folded, s.id",
        values![person, day],
    )
    .await
}

/// How often signing in as `sign_in` failed in a row, and when last.
pub async fn find_failures(tx: &mut Tx<'_>, sign_in: &str) -> Result<Option<(i64, Timestamp)>> {
    tx.find("select failures, last from sign_in_failure where sign_in = $1", values![sign_in]).await
}

pub async fn put_failures(
    tx: &mut Tx<'_>,
    sign_in: &str,
    failures: i64,
    last: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into sign_in_failure (sign_in, failures, last) values ($1, $2, $3)
         on conflict (sign_in) do update set failures = excluded.failures, last = excluded.last",
        values![sign_in, failures, last],
    )
    .await?;
    Ok(())
}

impl FromRow for SeatRow {
    fn from_row(mut row: Row) -> Result<SeatRow> {
        let (id, unit, body, title) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let role: String = row.take()?;
        let role = Role::parse(&role)
            .ok_or_else(|| StoreError::Corrupt(format!("{role:?} is no role")))?;
        Ok(SeatRow { id, unit, body, title, role })
    }
}
