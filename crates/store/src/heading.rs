//! What stands around the words of a report on paper, kept as it was typed.

use crate::db::{FromRow, Result, Row, Tx};
use crate::permit::{Permit, ReadDraft, Write};
use crate::values;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Number, date, signature and recipients of a report (thể thức văn bản), each as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadingWords {
    pub number: String,
    pub place: String,
    pub day: String,
    /// In whose name it is signed, a line each.
    pub authority: String,
    pub post: String,
    pub signatory: String,
    /// One a line.
    pub recipients: String,
}

/// The words with when they were kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub words: HeadingWords,
    pub at: Timestamp,
    pub rev: i64,
}

pub async fn find(tx: &mut Tx<'_>, permit: &Permit<ReadDraft>) -> Result<Option<Heading>> {
    let own = permit.assignment();
    tx.find(
        "select number, place, day, authority, post, signatory, recipients, at, rev
         from report_heading where campaign_id = $1 and body_id = $2",
        values![own.campaign, own.body],
    )
    .await
}

/// Keeps the words where `rev` is still the one read (0 for none yet); false where it is not.
pub async fn put(tx: &mut Tx<'_>, permit: &Permit<Write>, heading: &Heading) -> Result<bool> {
    let own = permit.assignment();
    let words = &heading.words;
    let sql = if heading.rev == 0 {
        "insert into report_heading (campaign_id, body_id, number, place, day, authority, post,
                                     signatory, recipients, seat_id, at, rev)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, cast($12 as bigint) + 1)
         on conflict (campaign_id, body_id) do nothing"
    } else {
        "update report_heading set number = $3, place = $4, day = $5, authority = $6, post = $7,
                signatory = $8, recipients = $9, seat_id = $10, at = $11, rev = rev + 1
         where campaign_id = $1 and body_id = $2 and rev = $12"
    };
    let touched = tx
        .execute(
            sql,
            values![
                own.campaign,
                own.body,
                &words.number,
                &words.place,
                &words.day,
                &words.authority,
                &words.post,
                &words.signatory,
                &words.recipients,
                permit.scope().seat(),
                heading.at,
                heading.rev
            ],
        )
        .await?;
    Ok(touched == 1)
}

impl FromRow for Heading {
    fn from_row(mut row: Row) -> Result<Heading> {
        let words = HeadingWords {
            number: row.take()?,
            place: row.take()?,
            day: row.take()?,
            authority: row.take()?,
            post: row.take()?,
            signatory: row.take()?,
            recipients: row.take()?,
        };
        Ok(Heading { words, at: row.take()?, rev: row.take()? })
    }
}
