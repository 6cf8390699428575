//! Who is in a group, and who may be.

use crate::db::{FromRow, Result, Row, Tx};
use crate::group::{OwnGroup, read_part};
use crate::values;
use domain::group::{MemberPart, Term};
use domain::id::{BodyId, PersonId};
use domain::text::fold;
use jiff::civil::Date;

/// A member of a group, from when to when (thành viên).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub ord: i64,
    pub part: MemberPart,
    /// What this member does in the group.
    pub task: String,
    pub who: Who,
    pub term: Term,
    /// Why it is over; empty while it is not.
    pub why: String,
    /// The papers by which it began and ended.
    pub opened_by: i64,
    pub closed_by: Option<i64>,
}

/// Who a member is (thành viên theo chức danh hoặc theo tên).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Whoever holds a post of a body; `holders` on the day asked for, nobody where it is vacant.
    Post { body: BodyId, of: String, post: String, holders: Vec<String> },
    /// Somebody by name, who may be a person here.
    Named { person: Option<PersonId>, name: String, title: String, of: String },
}

/// A seat that may be taken into a group (người có thể tham gia).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub person: PersonId,
    pub name: String,
    pub title: String,
    pub body: BodyId,
    pub of: String,
}

/// Everybody who is or was in a group with the holders of posts on `day`: by part, then as they
/// came. The caller has reached the group.
pub async fn list(tx: &mut Tx<'_>, group: BodyId, day: Date) -> Result<Vec<Member>> {
    let rows: Vec<HeldMember> = tx
        .list(
            "select m.ord, m.part, m.task, m.post_body_id, coalesce(b.short, ''), m.post,
                    m.person_id, m.name, m.title, m.of_body, m.from_day, m.to_day, m.why,
                    m.opened_by, m.closed_by, h.name
             from group_member m left join body b on b.id = m.post_body_id
             left join (select s.body_id, s.folded, s.id, p.name
                        from seat s join person p on p.id = s.person_id
                        where s.from_day <= $2 and (s.to_day is null or s.to_day > $2)) h
               on h.body_id = m.post_body_id and h.folded = m.post_folded
             where m.group_id = $1
             order by case m.part when 'chair' then 1 when 'deputy' then 2 when 'secretary' then 3
               else 4 end, m.ord, h.name, h.id",
            values![group, day],
        )
        .await?;
    let mut members: Vec<Member> = Vec::new();
    for HeldMember(member, holder) in rows {
        if members.last().is_none_or(|last| last.ord != member.ord) {
            members.push(member);
        }
        let last = members.last_mut().map(|member| &mut member.who);
        if let (Some(Who::Post { holders, .. }), Some(holder)) = (last, holder) {
            holders.push(holder);
        }
    }
    Ok(members)
}

/// The seats held on `day` in a unit, its organs and the units right below, unit by unit.
pub async fn list_candidates(tx: &mut Tx<'_>, unit: BodyId, day: Date) -> Result<Vec<Candidate>> {
    tx.list(
        "select p.id, p.name, s.title, b.id, b.short
         from body b join seat s on s.body_id = b.id join person p on p.id = s.person_id
         left join place pl on pl.unit_id = b.id and pl.from_day <= $2
           and (pl.to_day is null or pl.to_day > $2)
         where (b.id = $1 or (b.unit_id = $1 and b.kind = 'organ') or pl.parent_id = $1)
           and s.from_day <= $2 and (s.to_day is null or s.to_day > $2)
         order by case when b.id = $1 then 0 when b.kind = 'organ' then 1 else 2 end, pl.path,
           b.folded, b.id, p.name, s.id limit 500",
        values![unit, day],
    )
    .await
}

/// Adds a member behind those that are there.
pub async fn insert(tx: &mut Tx<'_>, own: &OwnGroup, member: &Member) -> Result<()> {
    let (body, post) = match &member.who {
        Who::Post { body, post, .. } => (Some(*body), post.as_str()),
        Who::Named { .. } => (None, ""),
    };
    let (person, name, title, of) = match &member.who {
        Who::Post { .. } => (None, "", "", ""),
        Who::Named { person, name, title, of } => {
            (*person, name.as_str(), title.as_str(), of.as_str())
        }
    };
    tx.execute(
        "insert into group_member (group_id, ord, part, task, post_body_id, post, post_folded,
                                   person_id, name, title, of_body, from_day, to_day, why, opened_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', $14)",
        values![
            own.group().id,
            member.ord,
            member.part.name(),
            &member.task,
            body,
            post,
            fold(post),
            person,
            name,
            title,
            of,
            member.term.from,
            member.term.to,
            member.opened_by
        ],
    )
    .await?;
    Ok(())
}

/// Ends a member's term.
pub async fn end(
    tx: &mut Tx<'_>,
    own: &OwnGroup,
    ord: i64,
    (to, why, closed_by): (Date, &str, i64),
) -> Result<()> {
    tx.execute(
        "update group_member set to_day = $3, why = $4, closed_by = $5
         where group_id = $1 and ord = $2",
        values![own.group().id, ord, to, why, closed_by],
    )
    .await?;
    Ok(())
}

/// Ends the term of everybody who would be in the group on `to` or later: what begins later never
/// begins.
pub async fn end_all(
    tx: &mut Tx<'_>,
    own: &OwnGroup,
    (to, why, closed_by): (Date, &str, i64),
) -> Result<()> {
    tx.execute(
        "update group_member set to_day = case when from_day > $2 then from_day else $2 end,
                why = $3, closed_by = $4
         where group_id = $1 and (to_day is null or to_day > $2)",
        values![own.group().id, to, why, closed_by],
    )
    .await?;
    Ok(())
}

struct HeldMember(Member, Option<String>);

impl FromRow for HeldMember {
    fn from_row(mut row: Row) -> Result<HeldMember> {
        let (ord, part, task) = (row.take()?, read_part(&mut row)?, row.take()?);
        let (body, of, post): (Option<BodyId>, String, String) =
            (row.take()?, row.take()?, row.take()?);
        let (person, name) = (row.take()?, row.take()?);
        let (title, of_body) = (row.take()?, row.take()?);
        let who = match body {
            Some(body) => Who::Post { body, of, post, holders: Vec::new() },
            None => Who::Named { person, name, title, of: of_body },
        };
        let term = Term { from: row.take()?, to: row.take()? };
        let (why, opened_by, closed_by) = (row.take()?, row.take()?, row.take()?);
        let member = Member { ord, part, task, who, term, why, opened_by, closed_by };
        Ok(HeldMember(member, row.take()?))
    }
}

impl FromRow for Candidate {
    fn from_row(mut row: Row) -> Result<Candidate> {
        Ok(Candidate {
            person: row.take()?,
            name: row.take()?,
            title: row.take()?,
            body: row.take()?,
            of: row.take()?,
        })
    }
}
