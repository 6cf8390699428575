use super::set_up::open;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::campaign::{Forum, Refusal, StepTime, Turn, lay_path};
use domain::id::{BodyId, CampaignId};
use domain::text::Text;
use store::path::Step;
use store::scope::Scope;

/// Keeps the way of the own report through the unit (lập lộ trình thông qua).
#[derive(Clone, Debug)]
pub struct PutPath {
    pub campaign: CampaignId,
    pub rev: i64,
    pub steps: Vec<NewStep>,
}

/// A step as typed.
#[derive(Clone, Debug)]
pub struct NewStep {
    pub forum: Forum,
    pub body: Option<BodyId>,
    pub session: Option<u32>,
    pub words: String,
    pub turn: Turn,
    pub time: StepTime,
}

const STEPS_MAX: usize = 20;
const WORDS_LENGTH_MAX: usize = 300;

impl Case for PutPath {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let organs = store::body::list_organs(&mut ctx.tx, scope.unit()).await?;
        let known = |body: &BodyId| organs.iter().any(|organ| organ.id == *body);
        if !self.steps.iter().filter_map(|step| step.body.as_ref()).all(known) {
            return Err(Refusal::DeskMissing.into());
        }
        let steps: Vec<Step> = self.steps.iter().map(NewStep::read).collect::<Result<_, _>>()?;
        if steps.len() > STEPS_MAX {
            return Err(Refusal::PathTooLong.into());
        }
        lay_path(&times(&steps), set_up.campaign().up_day)?;
        store::path::put(&mut ctx.tx, &set_up, &steps).await?;
        if store::campaign::touch(&mut ctx.tx, &set_up).await? {
            Ok(())
        } else {
            Err(Ending::Stale)
        }
    }
}

/// The steps as far as time is concerned.
pub(super) fn times(steps: &[Step]) -> Vec<(Turn, StepTime)> {
    steps.iter().map(|step| (step.turn, step.time)).collect()
}

impl NewStep {
    pub(super) fn read(&self) -> Result<Step, Refusal> {
        let words = Text::new(&self.words).into_string();
        if self.forum == Forum::Other && words.is_empty() {
            return Err(Refusal::PathStepWordless);
        }
        if words.chars().count() > WORDS_LENGTH_MAX {
            return Err(Refusal::PathTooLong);
        }
        let NewStep { forum, body, session, turn, time, .. } = *self;
        Ok(Step { forum, body, organ: None, session, words, turn, time })
    }
}
