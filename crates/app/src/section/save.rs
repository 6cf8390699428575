use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::id::{CampaignId, SectionId};
use domain::submission::{Refusal, SECTION_LENGTH_MAX};
use domain::text::Text;
use jiff::Timestamp;
use store::draft::{DraftSection, Written};
use store::permit::{ReadDraft, Write};
use store::scope::Scope;

/// Saves the draft of a section (lưu bản soạn). The same text again is success.
#[derive(Clone, Debug)]
pub struct SaveSection {
    pub campaign: CampaignId,
    pub section: SectionId,
    pub words: String,
    pub completion: Completion,
    /// The `rev` the writer saw; 0 for a section never saved.
    pub rev: i64,
}

/// What the writer says of the section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completion {
    /// Still at it; whatever was said before stays.
    AsBefore,
    Complete,
    Open,
}

/// When it was saved, and the `rev` to save on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    pub at: Timestamp,
    pub rev: i64,
}

impl Case for SaveSection {
    type Output = Saved;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Saved, Ending> {
        let words = Text::new(&self.words).into_string();
        if words.chars().count() > SECTION_LENGTH_MAX {
            return Err(Refusal::TextTooLong.into());
        }
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<Write>()?;
        permit.assignment().stage.writable()?;
        let read = reached.permit::<ReadDraft>()?;
        let version = reached.campaign().plan_version;
        let Written { outline, drafts, .. } =
            store::draft::list_outline(&mut ctx.tx, &read, version).await?;
        if !outline.iter().any(|section| section.id == self.section) {
            return Err(Ending::NotFound);
        }
        let before = drafts.into_iter().find(|draft| draft.section == self.section);
        let complete = match self.completion {
            Completion::AsBefore => before.as_ref().is_some_and(|before| before.complete),
            Completion::Complete => true,
            Completion::Open => false,
        };
        if let Some(same) = before.filter(|b| b.words == words && b.complete == complete) {
            return Ok(Saved { at: same.at, rev: same.rev });
        }
        crate::acknowledgement::by_writing(ctx, scope, &read).await?;
        let draft =
            DraftSection { section: self.section, words, complete, at: ctx.now, rev: self.rev };
        if !store::draft::put_section(&mut ctx.tx, &permit, &draft).await? {
            return Err(Ending::Stale);
        }
        Ok(Saved { at: ctx.now, rev: self.rev + 1 })
    }
}
