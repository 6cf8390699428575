use super::set_up::{SetUpView, load};
use super::whole::{Beside, beside};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::plan::document;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::{ApprovalAct, PlanNumber, Refusal, Stage, plan_day};
use domain::id::CampaignId;
use domain::session::FRESH;
use domain::text::Text;
use jiff::civil::Date;
use serde::Serialize;
use store::approval::{ActRow, Matter, NewAct};
use store::campaign::Campaign;
use store::scope::Scope;

/// A plan on its way to being issued: what is set up, and what was said of it (duyệt kế hoạch).
#[derive(Clone, Debug)]
pub struct ShowApproval {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct ApprovalView {
    pub set_up: SetUpView,
    pub beside: Beside,
    /// Everything asked and said, oldest first.
    pub history: Vec<ActRow>,
    /// What the uploaded plan says of its own signing; `None` where there is no file.
    pub paper: Option<PaperSigned>,
    /// Proposed as the day of a plan that comes from no file.
    pub today: Date,
}

/// What an uploaded plan says of its own signing (phần ký của tệp kế hoạch).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSigned {
    /// `Chủ tịch Nguyễn Văn A`, as far as it can be read.
    pub signer: String,
    pub number: String,
    pub day: Option<Date>,
    /// Whether the text says that it was signed.
    pub signed: bool,
}

/// Does something about the approval of a plan (trình, duyệt, cấp số).
#[derive(Clone, Debug, Serialize)]
pub struct PutApproval {
    pub campaign: CampaignId,
    /// What was seen: a change of the set-up, or another act, must be seen first.
    pub rev: i64,
    pub acts: i64,
    pub step: ApprovalStep,
}

/// What is done, with what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum ApprovalStep {
    Ask { words: String },
    Give { words: String },
    SendBack { words: String },
    Withdraw,
    SignedOnPaper { signer: String, number: String, day: Option<Date> },
    Waive { reason: String },
    Number { number: String, day: Option<Date> },
}

/// The title of the plan of the own unit that has a number in a year.
#[derive(Clone, Debug)]
pub struct FindNumbered {
    pub number: String,
    pub day: Date,
}

impl Case for ShowApproval {
    type Output = ApprovalView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<ApprovalView, Ending> {
        let campaign = reach(ctx, scope, self.campaign).await?;
        let paper = paper(ctx, scope, &campaign).await?;
        Ok(ApprovalView {
            set_up: load(ctx, scope, &campaign).await?,
            beside: beside(ctx, campaign.id).await?,
            history: store::approval::list(&mut ctx.tx, &Matter::plan(&campaign)).await?,
            paper,
            today: calendar::day(ctx.now),
        })
    }
}

impl Case for PutApproval {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let campaign = reach(ctx, scope, self.campaign).await?;
        scope.may(self.step.action(), Relation::Own)?;
        if self.step.binds() {
            ctx.proved(scope, FRESH)?;
        }
        if (campaign.rev, campaign.approval_acts) != (self.rev, self.acts) {
            return Err(Ending::Stale);
        }
        let act = self.step.act();
        campaign.approval.allow(act, campaign.stage)?;
        self.complete(ctx, scope, &campaign).await?;
        let facts = serde_json::json!({ "rev": campaign.rev, "plan": campaign.plan });
        self.step.keep(ctx, scope, (&campaign, &Matter::plan(&campaign)), facts).await
    }
}

impl PutApproval {
    /// What is asked about must be whole, and a signed paper must be there.
    async fn complete(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        campaign: &Campaign,
    ) -> Result<(), Ending> {
        let act = self.step.act();
        if let Some(day) = self.step.day() {
            plan_day(day, calendar::day(ctx.now))?;
        }
        if act == ApprovalAct::OnPaper && campaign.plan.is_none() {
            return Err(Refusal::PaperMissing.into());
        }
        if act == ApprovalAct::Numbered && campaign.stage != Stage::Preparing {
            // Units have seen the number by now; only one that is missing is made good.
            return match store::approval::has_number(&mut ctx.tx, campaign.id).await? {
                true => Err(Refusal::AlreadyIssued.into()),
                false => Ok(()),
            };
        }
        let lays = matches!(act, ApprovalAct::Asked | ApprovalAct::OnPaper | ApprovalAct::Waived);
        if !lays || campaign.stage != Stage::Preparing {
            return Ok(());
        }
        match load(ctx, scope, campaign).await?.unset() {
            Some(refusal) => Err(refusal.into()),
            None => Ok(()),
        }
    }
}

impl ApprovalStep {
    /// Keeps what is done about a plan, or about an amendment, and its number where one is given. The
    /// caller has seen that the act may follow.
    pub(crate) async fn keep(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        (campaign, matter): (&Campaign, &Matter<'_>),
        about: serde_json::Value,
    ) -> Result<(), Ending> {
        let words = self.words()?;
        let number = self.number()?;
        if let Some((number, day)) = &number
            && !store::approval::put_number(&mut ctx.tx, matter, number, *day).await?
        {
            return Err(Refusal::NumberTaken.into());
        }
        let number = number.as_ref().map(|(number, day)| (number, *day));
        let new = NewAct { act: self.act(), words: words.as_str(), number };
        if !store::approval::insert(&mut ctx.tx, scope, matter, &new, ctx.now).await? {
            return Err(Ending::Stale);
        }
        let facts = serde_json::json!({
            "about": about,
            "words": words.as_str(),
            "number": number.map(|(number, _)| number.as_str()),
            "day": number.map(|(_, day)| day),
        });
        let about = (Some(scope.unit()), Some(campaign.id));
        ctx.record(kind(self.act()), scope, about, facts).await?;
        Ok(())
    }

    pub(crate) fn act(&self) -> ApprovalAct {
        match self {
            ApprovalStep::Ask { .. } => ApprovalAct::Asked,
            ApprovalStep::Give { .. } => ApprovalAct::Given,
            ApprovalStep::SendBack { .. } => ApprovalAct::SentBack,
            ApprovalStep::Withdraw => ApprovalAct::Withdrawn,
            ApprovalStep::SignedOnPaper { .. } => ApprovalAct::OnPaper,
            ApprovalStep::Waive { .. } => ApprovalAct::Waived,
            ApprovalStep::Number { .. } => ApprovalAct::Numbered,
        }
    }

    /// The day of issue it gives.
    fn day(&self) -> Option<Date> {
        match self {
            ApprovalStep::SignedOnPaper { day, .. } | ApprovalStep::Number { day, .. } => *day,
            _ => None,
        }
    }

    /// Only the leader decides; everything else is the office's.
    pub(crate) fn action(&self) -> Action {
        match self {
            ApprovalStep::Give { .. } | ApprovalStep::SendBack { .. } => Action::Approve,
            _ => Action::SetUp,
        }
    }

    /// Whether the plan may be issued after it.
    fn binds(&self) -> bool {
        use ApprovalStep::{Give, SignedOnPaper, Waive};
        matches!(self, Give { .. } | SignedOnPaper { .. } | Waive { .. })
    }

    /// The words that are kept; some acts must have them.
    fn words(&self) -> Result<Text, Refusal> {
        let (typed, missing) = match self {
            ApprovalStep::Ask { words } | ApprovalStep::Give { words } => (words.as_str(), None),
            ApprovalStep::SendBack { words } | ApprovalStep::Waive { reason: words } => {
                (words.as_str(), Some(Refusal::ApprovalWordsMissing))
            }
            ApprovalStep::SignedOnPaper { signer, .. } => {
                (signer.as_str(), Some(Refusal::SignerMissing))
            }
            ApprovalStep::Withdraw | ApprovalStep::Number { .. } => ("", None),
        };
        let words = Text::new(typed);
        match missing {
            Some(refusal) if words.is_empty() => Err(refusal),
            _ if words.as_str().chars().count() > WORDS_LENGTH_MAX => {
                Err(Refusal::ApprovalWordsTooLong)
            }
            _ => Ok(words),
        }
    }

    fn number(&self) -> Result<Option<(PlanNumber, Date)>, Refusal> {
        match self {
            ApprovalStep::SignedOnPaper { number, day, .. }
            | ApprovalStep::Number { number, day } => {
                let number = PlanNumber::parse(number)?;
                Ok(Some((number, day.ok_or(Refusal::NumberDayMissing)?)))
            }
            _ => Ok(None),
        }
    }
}

impl Case for FindNumbered {
    type Output = Option<String>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Option<String>, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let number = PlanNumber::parse(&self.number)?;
        let year = i64::from(self.day.year());
        Ok(store::approval::find_numbered(&mut ctx.tx, scope, &number, year).await?)
    }
}

const WORDS_LENGTH_MAX: usize = 2_000;

fn kind(act: ApprovalAct) -> &'static str {
    match act {
        ApprovalAct::Asked => "approval.asked",
        ApprovalAct::Given => "approval.given",
        ApprovalAct::SentBack => "approval.sent_back",
        ApprovalAct::OnPaper => "approval.on_paper",
        ApprovalAct::Waived => "approval.waived",
        ApprovalAct::Withdrawn => "approval.withdrawn",
        ApprovalAct::Numbered => "approval.numbered",
    }
}

/// The campaign for whoever sets it up or approves it, or "not found".
pub(crate) async fn reach(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    id: CampaignId,
) -> Result<Campaign, Ending> {
    store::campaign::find_own(&mut ctx.tx, scope, id).await?.ok_or(Ending::NotFound)
}

async fn paper(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: &Campaign,
) -> Result<Option<PaperSigned>, Ending> {
    let Some(plan) = campaign.plan else { return Ok(None) };
    let Some(plan) = store::plan::find(&mut ctx.tx, scope, plan).await? else { return Ok(None) };
    let document = document(&plan)?;
    let signatory = &document.signatory;
    let words = [&signatory.post, &signatory.name].into_iter().flatten();
    Ok(Some(PaperSigned {
        signer: words.map(String::as_str).collect::<Vec<_>>().join(" "),
        number: document.letterhead.number.clone().unwrap_or_default(),
        day: document.letterhead.date,
        signed: signatory.signed,
    }))
}
