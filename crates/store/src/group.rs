//! Groups set up by decision, and the papers they rest on.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::library::read_file;
use crate::scope::Scope;
use crate::values;
use domain::body::{Body, BodyKind};
use domain::file::File;
use domain::group::{Kind, MemberPart, Paper, Term};
use domain::id::{BodyId, CampaignId, TaskId};
use domain::text::Text;
use jiff::Timestamp;
use jiff::civil::Date;

/// A group of a unit (ban chỉ đạo, tổ, đoàn).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub id: BodyId,
    /// The unit whose group it is.
    pub unit: BodyId,
    pub name: String,
    pub kind: Kind,
    /// What it is for.
    pub purpose: String,
    /// The campaign it serves, where it serves one, and how that is called.
    pub campaign: Option<(CampaignId, String)>,
    pub term: Term,
    /// Why it ended; empty while it has not.
    pub why: String,
    pub rev: i64,
    /// How many are in it on the day asked for.
    pub members: i64,
}

/// A group of the seat's own unit; only a scope reaches it.
#[derive(Clone, Debug)]
pub struct OwnGroup {
    group: Group,
    scope: Scope,
}

/// A paper a group or a change of it rests on (quyết định).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub ord: i64,
    pub paper: Paper,
    pub file: Option<File>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select b.id, b.unit_id, b.name, g.kind, g.purpose, g.campaign_id, coalesce(c.title, ''), g.from_day,
                    g.to_day, g.why, g.rev,
                    (select cast(count(*) as bigint) from group_member m where m.group_id = b.id
                       and m.from_day <= $2 and (m.to_day is null or m.to_day > $2))
             from named_group g join body b on b.id = g.body_id
             left join campaign c on c.id = g.campaign_id ",
            $rest
        )
    };
}

/// The groups of the seat's unit and those it sits in, as of `day`: those in force first.
pub async fn list(tx: &mut Tx<'_>, scope: &Scope, day: Date) -> Result<Vec<Group>> {
    tx.list(
        select!(
            "where b.unit_id = $1
               or b.id in (select h.group_id from group_seat h where h.seat_id = $3)
             order by case when g.to_day is null or g.to_day > $2 then 0 else 1 end,
               g.from_day desc, b.folded, b.id limit 200"
        ),
        values![scope.unit(), day, scope.seat()],
    )
    .await
}

/// A group of the seat's unit, or one it sits or sat in, as of `day`.
pub async fn find(
    tx: &mut Tx<'_>,
    scope: &Scope,
    group: BodyId,
    day: Date,
) -> Result<Option<Group>> {
    tx.find(
        select!(
            "where b.id = $4 and (b.unit_id = $1
               or b.id in (select h.group_id from group_seat h where h.seat_id = $3))"
        ),
        values![scope.unit(), day, scope.seat(), group],
    )
    .await
}

/// A group of the seat's own unit, to be changed.
pub async fn reach(
    tx: &mut Tx<'_>,
    scope: &Scope,
    group: BodyId,
    day: Date,
) -> Result<Option<OwnGroup>> {
    let found: Option<Group> = tx
        .find(select!("where b.id = $3 and b.unit_id = $1"), values![scope.unit(), day, group])
        .await?;
    Ok(found.map(|group| OwnGroup { group, scope: scope.clone() }))
}

/// The groups of the seat's unit that have not ended on `day`, by name.
pub async fn list_standing(
    tx: &mut Tx<'_>,
    scope: &Scope,
    day: Date,
) -> Result<Vec<(BodyId, String)>> {
    tx.list(
        "select b.id, b.name from named_group g join body b on b.id = g.body_id
         where b.unit_id = $1 and (g.to_day is null or g.to_day > $2) order by b.folded, b.id",
        values![scope.unit(), day],
    )
    .await
}

/// How many groups serve a campaign on `day`. The caller has reached the campaign.
pub async fn count_serving(tx: &mut Tx<'_>, campaign: CampaignId, day: Date) -> Result<i64> {
    let (count,) = tx
        .get(
            "select cast(count(*) as bigint) from named_group
             where campaign_id = $1 and (to_day is null or to_day > $2)",
            values![campaign, day],
        )
        .await?;
    Ok(count)
}

/// The groups the seat sits in on `day`, with its part in each, the weightiest first.
pub async fn list_seats(
    tx: &mut Tx<'_>,
    scope: &Scope,
    day: Date,
) -> Result<Vec<(BodyId, MemberPart)>> {
    let rows: Vec<SeatRow> = tx
        .list(
            "select h.group_id, h.part from group_seat h
             where h.seat_id = $1 and h.from_day <= $2 and (h.to_day is null or h.to_day > $2)
             order by case h.part when 'chair' then 1 when 'secretary' then 2 when 'deputy' then 3
               else 4 end, h.group_id",
            values![scope.seat(), day],
        )
        .await?;
    Ok(rows.into_iter().map(|SeatRow(group, part)| (group, part)).collect())
}

/// The papers of a group, oldest first. The caller has reached it.
pub async fn list_decisions(tx: &mut Tx<'_>, group: BodyId) -> Result<Vec<Decision>> {
    tx.list(
        "select ord, number, day, file_hash, file_name, file_size from group_decision
         where group_id = $1 order by ord",
        values![group],
    )
    .await
}

/// Sets a group up in the seat's unit.
pub async fn insert(tx: &mut Tx<'_>, scope: &Scope, group: &Group) -> Result<OwnGroup> {
    let name = Text::new(&group.name);
    let body = Body {
        id: group.id,
        kind: BodyKind::Group { of: group.unit },
        code: group.id.to_string(),
        name: name.clone(),
        short: name,
    };
    crate::body::insert(tx, &body).await?;
    tx.execute(
        "insert into named_group (body_id, kind, purpose, campaign_id, from_day, to_day, why, rev)
         values ($1, $2, $3, $4, $5, $6, '', 1)",
        values![
            group.id,
            group.kind.name(),
            &group.purpose,
            group.campaign.as_ref().map(|(campaign, _)| *campaign),
            group.term.from,
            group.term.to
        ],
    )
    .await?;
    Ok(OwnGroup { group: group.clone(), scope: scope.clone() })
}

/// Keeps what a group is and until when it stands, where nobody changed it since its `rev`; false
/// where somebody did.
pub async fn put(tx: &mut Tx<'_>, own: &OwnGroup, changed: &Group) -> Result<bool> {
    let touched = tx
        .execute(
            "update named_group set kind = $3, purpose = $4, campaign_id = $5, to_day = $6, why = $7,
                    rev = rev + 1
             where body_id = $1 and rev = $2",
            values![
                own.group.id,
                changed.rev,
                changed.kind.name(),
                &changed.purpose,
                changed.campaign.as_ref().map(|(campaign, _)| *campaign),
                changed.term.to,
                &changed.why
            ],
        )
        .await?;
    if touched == 1 && changed.name != own.group.name {
        let name = Text::new(&changed.name);
        let folded = crate::body::folded(&name, &name, &own.group.id.to_string());
        tx.execute(
            "update body set name = $2, short = $2, folded = $3 where id = $1",
            values![own.group.id, name.as_str(), folded],
        )
        .await?;
    }
    Ok(touched == 1)
}

/// Adds a paper behind those that are there; gives its place.
pub async fn insert_decision(
    tx: &mut Tx<'_>,
    own: &OwnGroup,
    (paper, file): (&Paper, Option<&File>),
    at: Timestamp,
) -> Result<i64> {
    let (ord,) = tx
        .get(
            "select coalesce(max(ord), 0) + 1 from group_decision where group_id = $1",
            values![own.group.id],
        )
        .await?;
    tx.execute(
        "insert into group_decision (group_id, ord, number, day, file_hash, file_name, file_size,
                                     seat_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            own.group.id,
            ord,
            &paper.number,
            paper.day,
            file.map(|file| file.hash),
            file.map(|file| file.name.as_str()),
            file.map(|file| file.bytes),
            own.scope.seat(),
            at
        ],
    )
    .await?;
    Ok(ord)
}

/// The parties of a campaign of the seat's unit of which nobody has said whom they mean, with task
/// and place in it.
pub async fn list_open_parties(
    tx: &mut Tx<'_>,
    scope: &Scope,
    campaign: CampaignId,
) -> Result<Vec<(TaskId, i64, String)>> {
    tx.list(
        "select p.task_id, p.ord, p.name from task_party p join campaign c on c.id = p.campaign_id
         where p.campaign_id = $1 and c.unit_id = $2 and p.body_id is null and p.tier_key is null
         order by p.task_id, p.ord",
        values![campaign, scope.unit()],
    )
    .await
}

/// Says that an open party of a task is this group.
pub async fn settle_party(
    tx: &mut Tx<'_>,
    own: &OwnGroup,
    (campaign, task, ord): (CampaignId, TaskId, i64),
) -> Result<()> {
    tx.execute(
        "update task_party set body_id = $4
         where campaign_id = $1 and task_id = $2 and ord = $3 and body_id is null
           and tier_key is null and not exists (select 1 from task_party o
             where o.campaign_id = $1 and o.task_id = $2 and o.body_id = $4)",
        values![campaign, task, ord, own.group.id],
    )
    .await?;
    Ok(())
}

/// Papers with a file after `after` in key order, for `verify`.
pub async fn list_files_for_verify(
    tx: &mut Tx<'_>,
    after: Option<(BodyId, i64)>,
    limit: i64,
) -> Result<Vec<(BodyId, i64, [u8; 32], i64)>> {
    let (group, ord) = after.unwrap_or((BodyId(Default::default()), 0));
    tx.list(
        "select group_id, ord, file_hash, file_size from group_decision
         where (group_id, ord) > ($1, $2) and file_hash is not null
         order by group_id, ord limit $3",
        values![group, ord, limit],
    )
    .await
}

impl OwnGroup {
    pub fn group(&self) -> &Group {
        &self.group
    }
}

struct SeatRow(BodyId, MemberPart);

impl FromRow for SeatRow {
    fn from_row(mut row: Row) -> Result<SeatRow> {
        Ok(SeatRow(row.take()?, read_part(&mut row)?))
    }
}

pub(crate) fn read_part(row: &mut Row) -> Result<MemberPart> {
    let part: String = row.take()?;
    MemberPart::parse(&part).ok_or_else(|| StoreError::Corrupt(format!("{part:?} in a group")))
}

impl FromRow for Group {
    fn from_row(mut row: Row) -> Result<Group> {
        let (id, unit, name) = (row.take()?, row.take()?, row.take()?);
        let kind: String = row.take()?;
        let kind = Kind::parse(&kind)
            .ok_or_else(|| StoreError::Corrupt(format!("{kind:?} is no kind of group")))?;
        let purpose = row.take()?;
        let (campaign, title): (Option<CampaignId>, String) = (row.take()?, row.take()?);
        Ok(Group {
            id,
            unit,
            name,
            kind,
            purpose,
            campaign: campaign.map(|campaign| (campaign, title)),
            term: Term { from: row.take()?, to: row.take()? },
            why: row.take()?,
            rev: row.take()?,
            members: row.take()?,
        })
    }
}

impl FromRow for Decision {
    fn from_row(mut row: Row) -> Result<Decision> {
        let ord = row.take()?;
        let paper = Paper { number: row.take()?, day: row.take()? };
        Ok(Decision { ord, paper, file: read_file(row)? })
    }
}
