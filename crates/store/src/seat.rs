//! Seats: who sits in which body, from when to when.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::body::Path;
use domain::group::Term;
use domain::id::{BodyId, PersonId, SeatId};
use domain::person::Account;
use domain::seat::Role;
use domain::text::{Text, fold};
use jiff::Timestamp;
use jiff::civil::Date;

/// A seat of a person (chức danh).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub id: SeatId,
    pub person: PersonId,
    pub body: BodyId,
    pub role: Role,
    pub title: Text,
    pub term: Term,
    /// The seat this one stands in for, for a time.
    pub stands_for: Option<SeatId>,
}

/// A seat as listed for choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    pub id: SeatId,
    pub unit: String,
    pub body: String,
    pub title: String,
    pub role: Role,
    /// Whom it stands in for; empty where for nobody.
    pub instead_of: String,
}

/// A seat with who holds it and where, as those see it who manage people (chức danh đang giữ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub seat: Seat,
    pub name: String,
    pub phone: String,
    pub account: Account,
    pub unit: BodyId,
    pub unit_short: String,
    /// The organ sat in; empty where it is the unit itself.
    pub organ: String,
    pub instead_of: String,
}

pub async fn insert(tx: &mut Tx<'_>, seat: &Seat) -> Result<()> {
    tx.execute(
        "insert into seat (id, person_id, body_id, role, title, folded, from_day, to_day, stands_for_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            seat.id,
            seat.person,
            seat.body,
            seat.role.name(),
            seat.title.as_str(),
            seat.title.folded(),
            seat.term.from,
            seat.term.to,
            seat.stands_for
        ],
    )
    .await?;
    Ok(())
}

/// Ends a seat on `to` and, no later, those that stand in for it. One that would begin later never
/// begins.
pub async fn end(tx: &mut Tx<'_>, seat: SeatId, to: Date) -> Result<()> {
    tx.execute(
        "update seat set to_day = case when from_day > $2 then from_day else $2 end
         where (id = $1 or stands_for_id = $1) and (to_day is null or to_day > $2)",
        values![seat, to],
    )
    .await?;
    Ok(())
}

/// The seats a person holds on `day`, in the order of unit and body; those of their own first.
pub async fn list_of(tx: &mut Tx<'_>, person: PersonId, day: Date) -> Result<Vec<SeatRow>> {
    tx.list(
        "select s.id, u.short, case when b.id = u.id then '' else b.short end, s.title, s.role,
                coalesce(h.name, '')
         from seat s join body b on b.id = s.body_id
         join body u on u.id = coalesce(b.unit_id, b.id)
         left join seat f on f.id = s.stands_for_id left join person h on h.id = f.person_id
         where s.person_id = $1 and s.from_day <= $2 and (s.to_day is null or s.to_day > $2)
         order by case when s.stands_for_id is null then 0 else 1 end, u.folded, b.folded, s.id",
        values![person, day],
    )
    .await
}

macro_rules! held {
    ($rest:literal) => {
        concat!(
            "select s.id, s.person_id, s.body_id, s.role, s.title, s.from_day, s.to_day, s.stands_for_id,
                    p.name, p.phone, case when p.password is not null then 'active'
                      when exists (select 1 from invitation i where i.person_id = p.id and i.expires > $1)
                      then 'invited' else 'none' end,
                    u.id, u.short, case when b.id = u.id then '' else b.short end, coalesce(h.name, '')
             from seat s join person p on p.id = s.person_id join body b on b.id = s.body_id
             join body u on u.id = coalesce(b.unit_id, b.id)
             left join seat f on f.id = s.stands_for_id left join person h on h.id = f.person_id ",
            $rest
        )
    };
}

/// Every seat of a unit and its organs that is held on `day` or later, and those that ended in the
/// year before; those of the unit itself first.
pub async fn list_of_unit(
    tx: &mut Tx<'_>,
    unit: BodyId,
    (day, now): (Date, Timestamp),
) -> Result<Vec<Held>> {
    let since = day.saturating_sub(jiff::Span::new().years(1));
    tx.list(
        held!(
            "where (b.id = $2 or (b.unit_id = $2 and b.kind = 'organ'))
               and (s.to_day is null or s.to_day > $3)
             order by case when b.id = $2 then 0 else 1 end, b.code, s.from_day, p.folded, s.id
             limit 500"
        ),
        values![now, unit, since],
    )
    .await
}

/// Every seat a person ever held, the newest first.
pub async fn list_ever(tx: &mut Tx<'_>, person: PersonId, now: Timestamp) -> Result<Vec<Held>> {
    tx.list(
        held!(
            "where s.person_id = $2 order by s.from_day desc, u.folded, b.folded, s.id limit 200"
        ),
        values![now, person],
    )
    .await
}

/// A seat by its identity.
pub async fn find(tx: &mut Tx<'_>, seat: SeatId, now: Timestamp) -> Result<Option<Held>> {
    tx.find(held!("where s.id = $2"), values![now, seat]).await
}

/// Which people of a branch are listed (lọc danh sách người).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted<'w> {
    /// Everybody whose name or title holds these words; everybody where there are none.
    Named(&'w str),
    /// Those who cannot sign in.
    WithoutAccount,
}

/// The seats held on `day` at or below `path`, by place, from the `skip`-th on.
pub async fn list_branch(
    tx: &mut Tx<'_>,
    path: &Path,
    (day, now): (Date, Timestamp),
    wanted: Wanted<'_>,
    (skip, limit): (i64, i64),
) -> Result<Vec<Held>> {
    let (pattern, without) = pattern(wanted);
    tx.list(
        held!(
            "join place pl on pl.unit_id = u.id and pl.from_day <= $4
               and (pl.to_day is null or pl.to_day > $4)
             where pl.path >= $2 and pl.path < $3
               and s.from_day <= $4 and (s.to_day is null or s.to_day > $4)
               and ' ' || p.folded || ' ' || s.folded like $5
               and ($6 = '' or p.password is null)
             order by pl.path, case when b.id = u.id then 0 else 1 end, b.code, p.folded, s.id
             limit $8 offset $7"
        ),
        values![now, path.as_str(), path.end(), day, pattern, without, skip, limit],
    )
    .await
}

/// How many such seats there are.
pub async fn count_branch(
    tx: &mut Tx<'_>,
    path: &Path,
    day: Date,
    wanted: Wanted<'_>,
) -> Result<i64> {
    let (pattern, without) = pattern(wanted);
    let (count,) = tx
        .get(
            "select cast(count(*) as bigint)
             from seat s join person p on p.id = s.person_id join body b on b.id = s.body_id
             join place pl on pl.unit_id = coalesce(b.unit_id, b.id) and pl.from_day <= $3
               and (pl.to_day is null or pl.to_day > $3)
             where pl.path >= $1 and pl.path < $2
               and s.from_day <= $3 and (s.to_day is null or s.to_day > $3)
               and ' ' || p.folded || ' ' || s.folded like $4
               and ($5 = '' or p.password is null)",
            values![path.as_str(), path.end(), day, pattern, without],
        )
        .await?;
    Ok(count)
}

/// What name and title look like, and whether only those without an account are meant.
fn pattern(wanted: Wanted<'_>) -> (String, &'static str) {
    match wanted {
        // A key is letters, digits and blanks, so nothing in it is a mark of the pattern.
        Wanted::Named(words) => (format!("% {}%", fold(words).replace(' ', "% ")), ""),
        Wanted::WithoutAccount => ("%".to_owned(), "without"),
    }
}

impl FromRow for SeatRow {
    fn from_row(mut row: Row) -> Result<SeatRow> {
        let (id, unit, body, title) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let role = read_role(&row.take::<String>()?)?;
        Ok(SeatRow { id, unit, body, title, role, instead_of: row.take()? })
    }
}

impl FromRow for Held {
    fn from_row(mut row: Row) -> Result<Held> {
        let (id, person, body) = (row.take()?, row.take()?, row.take()?);
        let role = read_role(&row.take::<String>()?)?;
        let title: String = row.take()?;
        let term = Term { from: row.take()?, to: row.take()? };
        let stands_for = row.take()?;
        let title = Text::new(&title);
        let seat = Seat { id, person, body, role, title, term, stands_for };
        let (name, phone) = (row.take()?, row.take()?);
        let account: String = row.take()?;
        let account = match account.as_str() {
            "active" => Account::Active,
            "invited" => Account::Invited,
            _ => Account::None,
        };
        let (unit, unit_short, organ) = (row.take()?, row.take()?, row.take()?);
        Ok(Held { seat, name, phone, account, unit, unit_short, organ, instead_of: row.take()? })
    }
}

pub(crate) fn read_role(name: &str) -> Result<Role> {
    Role::parse(name).ok_or_else(|| StoreError::Corrupt(format!("{name:?} is no role")))
}
