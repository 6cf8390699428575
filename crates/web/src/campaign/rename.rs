use super::setup::page;
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Entry, Mistake};
use app::Seen;
use app::campaign::{Rename, ShowSetUp};
use domain::id::CampaignId;

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let title = posted.get("title").to_owned();
    let case = Rename { campaign, rev: posted.parse("rev").unwrap_or(0), title: title.clone() };
    let Err(trouble) = visitor.save(case).await else {
        return visitor.go(&format!("/campaigns/{campaign}/setup"));
    };
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    let mut page = page(&visitor, &scope, &view);
    page.title = Entry { value: title, error: words.clone() };
    page.mistakes = vec![Mistake::new("title", words)];
    Ok(visitor.page(status, &page))
}
