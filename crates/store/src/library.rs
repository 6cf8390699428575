//! The library of a campaign: its documents, and the sections they are opened from.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::file::{File, FileName};
use domain::id::{CampaignId, ItemId, SectionId};
use domain::library::{Held, Origin, Reason, Role};
use jiff::civil::Date;

/// A document of a campaign's library (tài liệu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: ItemId,
    pub role: Role,
    pub origin: Origin,
    pub title: String,
    pub number: String,
    pub day: Option<Date>,
    pub issuer: String,
    pub held: Held,
    pub rev: i64,
}

/// How much there is in a library, and how much of it is still to be settled (số tài liệu).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemCount {
    pub items: i64,
    /// Only named: neither uploaded nor made here nor let go.
    pub named: i64,
    /// Announced by the plan, and neither uploaded nor made here nor let go.
    pub open: i64,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select i.id, i.role, i.origin, i.title, i.number, i.day, i.issuer, i.rev, i.held,
                    i.words, i.file_hash, i.file_name, i.file_size ",
            $rest
        )
    };
}

/// Every document, those to be read first. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Item>> {
    tx.list(
        select!(
            "from library_item i where i.campaign_id = $1
             order by case i.role when 'subject' then 1 when 'guidance' then 2 when 'outline' then 3
                when 'form' then 4 when 'basis' then 5 else 6 end, i.ord, i.id"
        ),
        values![campaign],
    )
    .await
}

/// What stands beside a section that is being written: how many of those who report to the seat's unit
/// are asked it, and how many not; the campaign it issued under this one; and the documents opened
/// from there, in their order. The caller has reached the campaign.
pub async fn list_beside(
    tx: &mut Tx<'_>,
    scope: &Scope,
    campaign: CampaignId,
    section: SectionId,
) -> Result<((i64, i64), Option<CampaignId>, Vec<Item>)> {
    let rows: Vec<Beside> = tx
        .list(
            "select (select cast(count(*) as bigint) from assignment a
                       where (a.campaign_id = $1 or a.campaign_id = k.id)
                         and a.receiver_id = $3 and a.asked),
                    (select cast(count(*) as bigint) from assignment a join tier_section x
                       on x.campaign_id = a.campaign_id and x.tier_key = a.tier_key
                       where (a.campaign_id = $1 or a.campaign_id = k.id)
                         and a.receiver_id = $3 and a.asked and x.section_id = $2),
                    k.id, i.id, i.id, i.role, i.origin, i.title, i.number, i.day, i.issuer, i.rev, i.held,
                    i.words, i.file_hash, i.file_name, i.file_size
             from campaign c
             left join campaign k on k.parent_id = c.id and k.unit_id = $3
               and k.issued is not null
             left join library_section s on s.campaign_id = c.id and s.section_id = $2
             left join library_item i on i.campaign_id = c.id and i.id = s.item_id
             where c.id = $1 order by i.ord, i.id",
            values![campaign, section, scope.unit()],
        )
        .await?;
    let first = rows.first().map(|row| (row.reporting, row.not_asked, row.child));
    let (all, not, child) = first.unwrap_or_default();
    Ok(((all - not, not), child, rows.into_iter().filter_map(|row| row.item).collect()))
}

struct Beside {
    reporting: i64,
    not_asked: i64,
    child: Option<CampaignId>,
    item: Option<Item>,
}

/// Which document is opened from which section. The caller has reached the campaign.
pub async fn list_links(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<(ItemId, SectionId)>> {
    tx.list(
        "select item_id, section_id from library_section where campaign_id = $1
         order by item_id, section_id",
        values![campaign],
    )
    .await
}

/// One document. The caller has reached the campaign.
pub async fn find(tx: &mut Tx<'_>, campaign: CampaignId, item: ItemId) -> Result<Option<Item>> {
    tx.find(
        select!("from library_item i where i.campaign_id = $1 and i.id = $2"),
        values![campaign, item],
    )
    .await
}

/// How many documents of each kind there are. The caller has reached the campaign.
pub async fn count(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<(Role, ItemCount)>> {
    tx.list(
        "select role, cast(count(*) as bigint),
                cast(sum(case when held = 'nothing' then 1 else 0 end) as bigint),
                cast(sum(case when origin = 'announced' and held = 'nothing'
                  then 1 else 0 end) as bigint)
         from library_item where campaign_id = $1 group by role order by role",
        values![campaign],
    )
    .await
}

/// Adds a document behind those that are there.
pub async fn insert(tx: &mut Tx<'_>, set_up: &SetUp, item: &Item) -> Result<()> {
    let (words, file) = parts(&item.held);
    tx.execute(
        "insert into library_item (campaign_id, id, ord, role, origin, title, number, day, issuer,
                                   held, words, file_hash, file_name, file_size, rev)
         values ($1, $2, (select coalesce(max(ord), 0) + 1 from library_item where campaign_id = $1),
                 $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)",
        values![
            set_up.campaign().id,
            item.id,
            item.role.name(),
            item.origin.name(),
            &item.title,
            &item.number,
            item.day,
            &item.issuer,
            item.held.name(),
            words,
            file.map(|file| file.hash),
            file.map(|file| file.name.as_str()),
            file.map(|file| file.bytes)
        ],
    )
    .await?;
    Ok(())
}

/// Keeps a document where nobody changed it since its `rev`; false where somebody did.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, item: &Item) -> Result<bool> {
    let (words, file) = parts(&item.held);
    let touched = tx
        .execute(
            "update library_item set role = $4, title = $5, number = $6, day = $7, issuer = $8,
                    held = $9, words = $10, file_hash = $11, file_name = $12, file_size = $13,
                    rev = rev + 1
             where campaign_id = $1 and id = $2 and rev = $3",
            values![
                set_up.campaign().id,
                item.id,
                item.rev,
                item.role.name(),
                &item.title,
                &item.number,
                item.day,
                &item.issuer,
                item.held.name(),
                words,
                file.map(|file| file.hash),
                file.map(|file| file.name.as_str()),
                file.map(|file| file.bytes)
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// Replaces the sections a document is opened from.
pub async fn put_links(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    item: ItemId,
    sections: &[SectionId],
) -> Result<()> {
    let campaign = set_up.campaign().id;
    tx.execute(
        "delete from library_section where campaign_id = $1 and item_id = $2",
        values![campaign, item],
    )
    .await?;
    for section in sections {
        tx.execute(
            "insert into library_section (campaign_id, item_id, section_id) values ($1, $2, $3)",
            values![campaign, item, *section],
        )
        .await?;
    }
    Ok(())
}

/// Removes a document where nobody changed it since `rev`; false where somebody did.
pub async fn remove(tx: &mut Tx<'_>, set_up: &SetUp, item: ItemId, rev: i64) -> Result<bool> {
    put_links(tx, set_up, item, &[]).await?;
    let touched = tx
        .execute(
            "delete from library_item where campaign_id = $1 and id = $2 and rev = $3",
            values![set_up.campaign().id, item, rev],
        )
        .await?;
    Ok(touched == 1)
}

/// Says of every outline still missing that it was made here.
pub async fn settle_outline(tx: &mut Tx<'_>, set_up: &SetUp) -> Result<()> {
    tx.execute(
        "update library_item set held = 'built', rev = rev + 1
         where campaign_id = $1 and role = 'outline' and origin = 'announced' and held = 'nothing'",
        values![set_up.campaign().id],
    )
    .await?;
    Ok(())
}

/// Documents with a file after `after` in key order, for `verify`.
pub async fn list_files_for_verify(
    tx: &mut Tx<'_>,
    after: Option<(CampaignId, ItemId)>,
    limit: i64,
) -> Result<Vec<(CampaignId, ItemId, [u8; 32], i64)>> {
    let (campaign, item) =
        after.unwrap_or((CampaignId(Default::default()), ItemId(Default::default())));
    tx.list(
        "select campaign_id, id, file_hash, file_size from library_item
         where (campaign_id, id) > ($1, $2) and file_hash is not null
         order by campaign_id, id limit $3",
        values![campaign, item, limit],
    )
    .await
}

fn parts(held: &Held) -> (&str, Option<&File>) {
    match held {
        Held::Dropped(reason) => (reason.as_str(), None),
        Held::File(file) => ("", Some(file)),
        Held::Nothing | Held::Built => ("", None),
    }
}

impl FromRow for Beside {
    fn from_row(mut row: Row) -> Result<Beside> {
        let (reporting, not_asked, child) = (row.take()?, row.take()?, row.take()?);
        let id: Option<ItemId> = row.take()?;
        let item = id.map(|_| Item::from_row(row)).transpose()?;
        Ok(Beside { reporting, not_asked, child, item })
    }
}

impl FromRow for (Role, ItemCount) {
    fn from_row(mut row: Row) -> Result<(Role, ItemCount)> {
        let role: String = row.take()?;
        let role = Role::parse(&role)
            .ok_or_else(|| StoreError::Corrupt(format!("{role:?} is no role of a document")))?;
        let count = ItemCount { items: row.take()?, named: row.take()?, open: row.take()? };
        Ok((role, count))
    }
}

impl std::iter::Sum for ItemCount {
    fn sum<I: Iterator<Item = ItemCount>>(counts: I) -> ItemCount {
        counts.fold(ItemCount::default(), |sum, count| ItemCount {
            items: sum.items + count.items,
            named: sum.named + count.named,
            open: sum.open + count.open,
        })
    }
}

impl FromRow for Item {
    fn from_row(mut row: Row) -> Result<Item> {
        let (id, role, origin) = (row.take()?, row.take::<String>()?, row.take::<String>()?);
        let unknown = |what: &str| StoreError::Corrupt(format!("{what:?} in a library"));
        Ok(Item {
            id,
            role: Role::parse(&role).ok_or_else(|| unknown(&role))?,
            origin: Origin::parse(&origin).ok_or_else(|| unknown(&origin))?,
            title: row.take()?,
            number: row.take()?,
            day: row.take()?,
            issuer: row.take()?,
            rev: row.take()?,
            held: read_held(row)?,
        })
    }
}

fn read_held(mut row: Row) -> Result<Held> {
    let (held, words): (String, String) = (row.take()?, row.take()?);
    let file = read_file(row)?;
    match (held.as_str(), file) {
        ("nothing", None) => Ok(Held::Nothing),
        ("built", None) => Ok(Held::Built),
        ("file", Some(file)) => Ok(Held::File(file)),
        ("dropped", None) => Reason::parse(&words)
            .map(Held::Dropped)
            .map_err(|_| StoreError::Corrupt("a document dropped without a reason".into())),
        _ => Err(StoreError::Corrupt(format!("a document that holds {held:?}"))),
    }
}

/// The last three columns of a row as a file: hash, name and bytes, or nothing in any of them.
pub(crate) fn read_file(mut row: Row) -> Result<Option<File>> {
    let hash: Option<[u8; 32]> = row.take()?;
    let (name, bytes): (Option<String>, Option<i64>) = (row.take()?, row.take()?);
    let whole = hash.zip(name).zip(bytes);
    Ok(whole.map(|((hash, name), bytes)| File { hash, name: FileName::new(&name), bytes }))
}
