use crate::backend::{Case, Ctx};
use crate::campaign::reach;
use crate::ending::Ending;
use domain::file::File;
use domain::id::{CampaignId, ItemId, SectionId};
use domain::library::{Change, Held, ITEMS_MAX, Origin, Refusal, Role, TITLE_LENGTH_MAX};
use domain::text::Text;
use jiff::civil::Date;
use serde::Serialize;
use store::campaign::SetUp;
use store::library::{Item, ItemCount};
use store::scope::Scope;

/// Adds a document to the library, or corrects one, with its file (thêm, sửa tài liệu).
#[derive(Clone, Debug, Serialize)]
pub struct PutItem {
    pub campaign: CampaignId,
    /// The document and the `rev` its officer saw; none for a new one.
    pub item: Option<(ItemId, i64)>,
    pub role: Role,
    pub title: String,
    pub number: String,
    pub day: Option<Date>,
    pub issuer: String,
    /// The sections it is opened from; those that are none of the outline are let go.
    pub sections: Vec<SectionId>,
    /// Already kept among the blobs; none leaves what is there.
    pub file: Option<File>,
}

impl Case for PutItem {
    type Output = ItemId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<ItemId, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let before = match self.item {
            Some((id, _)) => {
                let found = store::library::find(&mut ctx.tx, self.campaign, id).await?;
                Some(found.ok_or(Ending::NotFound)?)
            }
            None => None,
        };
        let change = before.as_ref().map_or(Change::Complete, |before| before.held.change());
        change.allowed(set_up.campaign().stage)?;
        let item = self.item(ctx, before.as_ref())?;
        if before.is_some() {
            if !store::library::put(&mut ctx.tx, &set_up, &item).await? {
                return Err(Ending::Stale);
            }
        } else {
            let counts = store::library::count(&mut ctx.tx, self.campaign).await?;
            let count: ItemCount = counts.into_iter().map(|(_, count)| count).sum();
            if usize::try_from(count.items).is_ok_and(|items| items >= ITEMS_MAX) {
                return Err(Refusal::TooMany.into());
            }
            store::library::insert(&mut ctx.tx, &set_up, &item).await?;
        }
        self.put_links(ctx, &set_up, item.id).await?;
        let file = item.held.file().map(|file| store::blob::hex(&file.hash));
        let facts = serde_json::json!({ "item": item.id, "file": file });
        let about = (Some(scope.unit()), Some(self.campaign));
        ctx.record("library.kept", scope, about, facts).await?;
        Ok(item.id)
    }
}

impl PutItem {
    fn item(&self, ctx: &mut Ctx<'_>, before: Option<&Item>) -> Result<Item, Refusal> {
        let line = |raw: &str| -> String {
            Text::new(raw).as_str().chars().take(TITLE_LENGTH_MAX).collect()
        };
        let title = line(&self.title);
        if title.is_empty() {
            return Err(Refusal::TitleMissing);
        }
        let held = match (&self.file, before) {
            (Some(file), _) => Held::File(file.clone()),
            (None, Some(before)) => before.held.clone(),
            (None, None) => Held::Nothing,
        };
        Ok(Item {
            id: before.map_or_else(|| ctx.chance.id(), |before| before.id),
            role: self.role,
            origin: before.map_or(Origin::Added, |before| before.origin),
            title,
            number: line(&self.number),
            day: self.day,
            issuer: line(&self.issuer),
            held,
            rev: self.item.map_or(1, |(_, rev)| rev),
        })
    }

    async fn put_links(
        &self,
        ctx: &mut Ctx<'_>,
        set_up: &SetUp,
        item: ItemId,
    ) -> Result<(), Ending> {
        let outline = store::outline::list(&mut ctx.tx, self.campaign).await?;
        let sections: Vec<SectionId> = outline
            .iter()
            .map(|section| section.id)
            .filter(|section| self.sections.contains(section))
            .collect();
        store::library::put_links(&mut ctx.tx, set_up, item, &sections).await?;
        Ok(())
    }
}
