use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::id::CampaignId;
use domain::submission::{Refusal, SECTION_LENGTH_MAX};
use domain::text::Text;
use jiff::Timestamp;
use store::heading::{Heading, HeadingWords};
use store::permit::{ReadDraft, Write};
use store::scope::Scope;

/// Saves what stands around the report on paper (lưu thể thức văn bản). The same words again are
/// success. It may be written at any time: number and date are given after the report was sent.
#[derive(Clone, Debug)]
pub struct SaveHeading {
    pub campaign: CampaignId,
    pub words: HeadingWords,
    /// The `rev` the writer saw; 0 for one never saved.
    pub rev: i64,
}

/// When it was saved, and the `rev` to save on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavedHeading {
    pub at: Timestamp,
    pub rev: i64,
}

impl Case for SaveHeading {
    type Output = SavedHeading;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<SavedHeading, Ending> {
        let words = clean(&self.words)?;
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<Write>()?;
        let before = store::heading::find(&mut ctx.tx, &reached.permit::<ReadDraft>()?).await?;
        if let Some(same) = before.filter(|before| before.words == words) {
            return Ok(SavedHeading { at: same.at, rev: same.rev });
        }
        let heading = Heading { words, at: ctx.now, rev: self.rev };
        if !store::heading::put(&mut ctx.tx, &permit, &heading).await? {
            return Err(Ending::Stale);
        }
        Ok(SavedHeading { at: ctx.now, rev: self.rev + 1 })
    }
}

fn clean(words: &HeadingWords) -> Result<HeadingWords, Refusal> {
    let text = |typed: &str| {
        let text = Text::new(typed).into_string();
        if text.chars().count() > SECTION_LENGTH_MAX {
            return Err(Refusal::TextTooLong);
        }
        Ok(text)
    };
    Ok(HeadingWords {
        number: text(&words.number)?,
        place: text(&words.place)?,
        day: text(&words.day)?,
        authority: text(&words.authority)?,
        post: text(&words.post)?,
        signatory: text(&words.signatory)?,
        recipients: text(&words.recipients)?,
    })
}
