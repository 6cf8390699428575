//! The record of a unit: the terms between its congresses, and whom it works with outside.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::id::BodyId;
use domain::text::Text;
use domain::unit_record::{CongressTerm, Counterpart, Side, UnitRecord};

/// A term of a unit that was merged into another (nhiệm kỳ của đơn vị trước sáp nhập).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierTerm {
    pub unit: BodyId,
    pub short: String,
    pub term: CongressTerm,
}

pub async fn get(tx: &mut Tx<'_>, unit: BodyId) -> Result<UnitRecord> {
    let terms = tx
        .list(
            "select ordinal, from_day, to_day, resolution from congress_term
             where unit_id = $1 order by from_day, ordinal",
            values![unit],
        )
        .await?;
    let counterparts = tx
        .list(
            "select side, name, contact, phone from counterpart where unit_id = $1 order by ord",
            values![unit],
        )
        .await?;
    Ok(UnitRecord::kept(terms, counterparts))
}

/// The terms of all units that were merged into one, also of those merged into these before, by
/// beginning.
pub async fn list_earlier(tx: &mut Tx<'_>, unit: BodyId) -> Result<Vec<EarlierTerm>> {
    tx.list(
        "with recursive earlier (id) as (
           select s.before_id from successor s join reorganisation o on o.id = s.reorganisation_id
             and o.kind = 'merge' and o.in_force is not null and o.undone is null
             where s.after_id = $1
           union
           select s.before_id from earlier e join successor s on s.after_id = e.id
             join reorganisation o on o.id = s.reorganisation_id
             and o.kind = 'merge' and o.in_force is not null and o.undone is null)
         select b.id, b.short, t.ordinal, t.from_day, t.to_day, t.resolution
         from earlier e join congress_term t on t.unit_id = e.id join body b on b.id = e.id
         where e.id <> $1 order by t.from_day, b.short, b.id, t.ordinal limit 200",
        values![unit],
    )
    .await
}

/// Puts a record in place of the one there was.
pub async fn put(tx: &mut Tx<'_>, unit: BodyId, record: &UnitRecord) -> Result<()> {
    tx.execute("delete from congress_term where unit_id = $1", values![unit]).await?;
    tx.execute("delete from counterpart where unit_id = $1", values![unit]).await?;
    for term in record.terms() {
        tx.execute(
            "insert into congress_term (unit_id, ordinal, from_day, to_day, resolution)
             values ($1, $2, $3, $4, $5)",
            values![unit, term.ordinal, term.from, term.to, term.resolution.as_str()],
        )
        .await?;
    }
    for (at, counterpart) in (0_i64..).zip(record.counterparts()) {
        tx.execute(
            "insert into counterpart (unit_id, ord, side, name, contact, phone)
             values ($1, $2, $3, $4, $5, $6)",
            values![
                unit,
                at,
                counterpart.side.name(),
                counterpart.name.as_str(),
                counterpart.contact.as_str(),
                counterpart.phone.as_str()
            ],
        )
        .await?;
    }
    Ok(())
}

impl FromRow for CongressTerm {
    fn from_row(mut row: Row) -> Result<CongressTerm> {
        let (ordinal, from, to) = (row.take()?, row.take()?, row.take()?);
        let resolution: String = row.take()?;
        Ok(CongressTerm { ordinal, from, to, resolution: Text::new(&resolution) })
    }
}

impl FromRow for EarlierTerm {
    fn from_row(mut row: Row) -> Result<EarlierTerm> {
        let (unit, short) = (row.take()?, row.take()?);
        Ok(EarlierTerm { unit, short, term: CongressTerm::from_row(row)? })
    }
}

impl FromRow for Counterpart {
    fn from_row(mut row: Row) -> Result<Counterpart> {
        let side: String = row.take()?;
        let side = Side::parse(&side)
            .ok_or_else(|| StoreError::Corrupt(format!("{side:?} is no side")))?;
        let (name, contact, phone): (String, String, String) =
            (row.take()?, row.take()?, row.take()?);
        let text = |text: String| Text::new(&text);
        Ok(Counterpart { side, name: text(name), contact: text(contact), phone: text(phone) })
    }
}
