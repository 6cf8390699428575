use crate::site::{Answer, Path, Posted, Visitor};
use app::acknowledgement::Acknowledge;
use domain::id::CampaignId;

/// Back to the task list; where the plan was amended meanwhile, that shows there.
pub(super) async fn acknowledge(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let to = format!("/work/{campaign}");
    let case = Acknowledge { campaign, version: posted.parse("version").unwrap_or(0) };
    match visitor.act(&posted, case).await {
        Ok(acted) => visitor.go_after(&to, acted.event),
        Err(trouble) if trouble.is_stale() => visitor.go(&to),
        Err(trouble) => Err(trouble),
    }
}
