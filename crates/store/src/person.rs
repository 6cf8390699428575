//! People and the names by which they sign in.

use crate::db::{FromRow, Result, Row, Tx};
use crate::scope::Scope;
use crate::values;
use domain::body::Path;
use domain::id::PersonId;
use domain::text::Text;
use jiff::Timestamp;
use jiff::civil::Date;

/// A human being (cá nhân).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: Text,
    /// As it was typed; empty where none is known.
    pub phone: String,
    pub email: String,
    /// The password's hash in PHC form; none until one was set.
    pub password: Option<String>,
}

/// A person with a seat at or below the seat's own unit; only a scope reaches one.
#[derive(Clone, Debug)]
pub struct Reached {
    person: Person,
    hold: Hold,
}

/// How much of what a person does lies within reach (mức độ quản lý).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Every seat held today or later.
    Whole,
    /// Some are elsewhere.
    Part,
}

pub async fn insert(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    tx.execute(
        "insert into person (id, name, folded, phone, email, password) values ($1, $2, $3, $4, $5, $6)",
        values![
            person.id,
            person.name.as_str(),
            person.name.folded(),
            &person.phone,
            &person.email,
            person.password.as_deref()
        ],
    )
    .await?;
    Ok(())
}

pub async fn get(tx: &mut Tx<'_>, person: PersonId) -> Result<Person> {
    tx.get("select id, name, phone, email, password from person where id = $1", values![person])
        .await
}

/// The person, if one of their seats ever was at or below the seat's own unit.
pub async fn reach(
    tx: &mut Tx<'_>,
    scope: &Scope,
    person: PersonId,
    day: Date,
) -> Result<Option<Reached>> {
    let (path, end) = (scope.path().as_str(), scope.path().end());
    let (all, within, now): (i64, i64, i64) = tx
        .get(
            "select cast(count(*) as bigint),
                    coalesce(sum(case when t.lies = 1 then 1 else 0 end), 0),
                    coalesce(sum(case when t.lies = 0 and t.holds = 1 then 1 else 0 end), 0)
             from (select case when exists (select 1 from place pl
                                 where pl.unit_id = coalesce(b.unit_id, b.id)
                                   and pl.path >= $2 and pl.path < $3 and pl.from_day <= $4
                                   and (pl.to_day is null or pl.to_day > $4)) then 1 else 0 end as lies,
                          case when s.to_day is null or s.to_day > $4 then 1 else 0 end as holds
                   from seat s join body b on b.id = s.body_id where s.person_id = $1) t",
            values![person, path, end, day],
        )
        .await?;
    if all == 0 || within == 0 {
        return Ok(None);
    }
    let hold = if now == 0 { Hold::Whole } else { Hold::Part };
    Ok(Some(Reached { person: get(tx, person).await?, hold }))
}

/// Says better how somebody is called and reached.
pub async fn put_contact(
    tx: &mut Tx<'_>,
    person: PersonId,
    name: &Text,
    (phone, email): (&str, &str),
) -> Result<()> {
    tx.execute(
        "update person set name = $2, folded = $3, phone = $4, email = $5 where id = $1",
        values![person, name.as_str(), name.folded(), phone, email],
    )
    .await?;
    Ok(())
}

pub async fn put_password(tx: &mut Tx<'_>, person: PersonId, password: Option<&str>) -> Result<()> {
    tx.execute("update person set password = $2 where id = $1", values![person, password]).await?;
    Ok(())
}

/// Takes a name to sign in by for a person; says whether it was free.
pub async fn take_name(tx: &mut Tx<'_>, person: PersonId, name: &str) -> Result<bool> {
    let taken = tx
        .execute(
            "insert into sign_in_name (name, person_id) values ($1, $2)
             on conflict (name) do nothing",
            values![name, person],
        )
        .await?;
    Ok(taken > 0)
}

/// Gives a name up.
pub async fn drop_name(tx: &mut Tx<'_>, person: PersonId, name: &str) -> Result<()> {
    tx.execute(
        "delete from sign_in_name where name = $1 and person_id = $2",
        values![name, person],
    )
    .await?;
    Ok(())
}

/// The names by which a person signs in.
pub async fn list_names(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<String>> {
    let names: Vec<(String,)> = tx
        .list("select name from sign_in_name where person_id = $1 order by name", values![person])
        .await?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}

/// The person behind a sign-in name, or behind the code of a unit, in small letters or in capitals,
/// where exactly one person sits on `day`; with the hash of the password.
pub async fn find_sign_in(
    tx: &mut Tx<'_>,
    name: &str,
    day: Date,
) -> Result<Option<(PersonId, String)>> {
    tx.find(
        "select p.id, p.password from person p
         where p.password is not null and (
           p.id = (select n.person_id from sign_in_name n where n.name = $1)
           or p.id = (select s.person_id from seat s join body b on b.id = s.body_id
                      where b.code in ($1, $3) and b.kind = 'unit' and s.from_day <= $2
                        and (s.to_day is null or s.to_day > $2)
                      group by s.person_id
                      having (select cast(count(distinct o.person_id) as bigint) from seat o
                              join body c on c.id = o.body_id
                              where c.code in ($1, $3) and c.kind = 'unit' and o.from_day <= $2
                                and (o.to_day is null or o.to_day > $2)) = 1))
         order by p.id limit 1",
        values![name, day, name.to_uppercase()],
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

/// The units at or below `path` on `day` in which nobody holds a seat, nor in an organ of theirs,
/// with the one above each, from the `skip`-th on.
pub async fn list_empty_units(
    tx: &mut Tx<'_>,
    path: &Path,
    day: Date,
    (skip, limit): (i64, i64),
) -> Result<Vec<crate::body::Found>> {
    tx.list(
        "select coalesce(up.short, ''), b.id, b.code, pl.name, pl.short, pl.level, pl.parent_id, pl.path
         from place pl join body b on b.id = pl.unit_id left join body up on up.id = pl.parent_id
         where pl.path >= $1 and pl.path < $2
           and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)
           and not exists (select 1 from seat s join body o on o.id = s.body_id
             where (o.id = pl.unit_id or o.unit_id = pl.unit_id)
               and s.from_day <= $3 and (s.to_day is null or s.to_day > $3))
         order by pl.path, b.id limit $5 offset $4",
        values![path.as_str(), path.end(), day, skip, limit],
    )
    .await
}

/// How many units at or below `path` on `day` have nobody.
pub async fn count_empty_units(tx: &mut Tx<'_>, path: &Path, day: Date) -> Result<i64> {
    let (count,) = tx
        .get(
            "select cast(count(*) as bigint) from place pl
             where pl.path >= $1 and pl.path < $2
               and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)
               and not exists (select 1 from seat s join body o on o.id = s.body_id
                 where (o.id = pl.unit_id or o.unit_id = pl.unit_id)
                   and s.from_day <= $3 and (s.to_day is null or s.to_day > $3))",
            values![path.as_str(), path.end(), day],
        )
        .await?;
    Ok(count)
}

impl Reached {
    pub fn person(&self) -> &Person {
        &self.person
    }

    pub fn hold(&self) -> Hold {
        self.hold
    }
}

impl FromRow for Person {
    fn from_row(mut row: Row) -> Result<Person> {
        let (id, name): (_, String) = (row.take()?, row.take()?);
        Ok(Person {
            id,
            name: Text::new(&name),
            phone: row.take()?,
            email: row.take()?,
            password: row.take()?,
        })
    }
}
