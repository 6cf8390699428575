use super::{facts, field_of};
use crate::library::kept;
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Entry, Mistake, NavEntry, SummaryRow, Ui};
use crate::work::numbered;
use app::own_part::{Declare, OwnPartView, Right, ShowOwnPart, Withdraw};
use app::{Ending, Scope, Seen};
use askama::Template;
use domain::calendar;
use domain::campaign::Section;
use domain::id::CampaignId;
use domain::own_part::{Refusal, Stage};
use jiff::civil::Date;
use serde::Deserialize;

/// That the own unit had done its part already. Posts as multipart `do` (`declare`, `withdraw`),
/// `held`, `number`, `day`, `words`, `file`, `why`, `rev`.
#[derive(Template, Deserialize)]
#[template(path = "own_part/declare.html")]
pub struct OwnPartPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: String,
    #[serde(default)]
    pub stage: Option<Stage>,
    #[serde(default)]
    pub facts: Vec<SummaryRow>,
    /// The sections the report stands for, and what is still asked; empty while it does not hold.
    #[serde(default)]
    pub covered: Vec<String>,
    #[serde(default)]
    pub asked: Vec<String>,
    #[serde(default)]
    pub form: Option<DeclareForm>,
    /// Why it is taken back; nothing where there is nothing to take back.
    #[serde(default)]
    pub withdraw: Option<Entry>,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// What is declared.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct DeclareForm {
    #[serde(default)]
    pub held: Entry,
    #[serde(default)]
    pub number: Entry,
    #[serde(default)]
    pub day: Entry,
    #[serde(default)]
    pub words: Entry,
    #[serde(default)]
    pub file: Entry,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowOwnPart { campaign }).await?;
    visitor.show(&page(&visitor, &scope, &view))
}

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let Err(trouble) = act(&visitor, campaign, &posted).await else {
        return visitor.go(&format!("/work/{campaign}/own-part"));
    };
    let days = ["held", "day"].map(|name| (name, posted.get(name)));
    let field = trouble.refused().map_or("", |refused| field_of(refused.key(), days));
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: view } = visitor.read(ShowOwnPart { campaign }).await?;
    let mut page = page(&visitor, &scope, &view);
    page.put_typed(&posted, field, &words);
    page.mistakes.push(Mistake::new(field, words));
    Ok(visitor.page(status, &page))
}

async fn act(visitor: &Visitor, campaign: CampaignId, posted: &Posted) -> Result<(), Trouble> {
    let rev = posted.parse("rev").unwrap_or(0);
    if posted.get("do") == "withdraw" {
        let why = posted.get("why").to_owned();
        visitor.act(posted, Withdraw { campaign, rev, why }).await?;
        return Ok(());
    }
    // Only whoever may declare leaves a file behind.
    let view = visitor.read(ShowOwnPart { campaign }).await?.output;
    if view.declares == Right::Reads {
        return Err(visitor.trouble(Ending::Forbidden));
    }
    let case = Declare {
        campaign,
        rev,
        held: day(visitor, posted.get("held"))?,
        number: posted.get("number").to_owned(),
        day: day(visitor, posted.get("day"))?,
        words: posted.get("words").to_owned(),
        file: kept(visitor, posted).await?,
    };
    visitor.act(posted, case).await?;
    Ok(())
}

fn day(visitor: &Visitor, typed: &str) -> Result<Option<Date>, Trouble> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let day = calendar::read_day(typed);
    day.map(Some).ok_or_else(|| visitor.trouble(Refusal::DayUnreadable.into()))
}

fn page(visitor: &Visitor, scope: &Scope, view: &OwnPartView) -> OwnPartPage {
    let ui = visitor.ui(scope, NavEntry::Work);
    let declared = &view.declared;
    let stage = declared.assignment.own_part;
    let holds = stage.is_some_and(Stage::holds);
    let acts = view.declares == Right::Acts;
    let writable = declared.assignment.stage.writable().is_ok();
    let (covered, asked): (Vec<&Section>, Vec<&Section>) =
        declared.sections.iter().partition(|section| declared.covered.contains(&section.id));
    OwnPartPage {
        campaign: declared.campaign.title.clone(),
        back: format!("/work/{}", declared.campaign.id),
        stage,
        facts: facts(&ui, declared),
        covered: if holds { titles_of(&covered) } else { Vec::new() },
        asked: match holds {
            true => declared.table.iter().cloned().chain(titles_of(&asked)).collect(),
            false => Vec::new(),
        },
        form: (acts && writable && Stage::declare(stage).is_ok()).then(DeclareForm::default),
        withdraw: (acts && stage.is_some_and(|stage| stage.withdraw().is_ok()))
            .then(Entry::default),
        rev: declared.assignment.rev,
        mistakes: Vec::new(),
        ui,
    }
}

fn titles_of(sections: &[&Section]) -> Vec<String> {
    sections.iter().map(|section| numbered(&section.number, &section.title)).collect()
}

impl OwnPartPage {
    fn put_typed(&mut self, posted: &Posted, field: &str, words: &str) {
        if let Some(form) = &mut self.form {
            let entries = [
                ("held", &mut form.held),
                ("number", &mut form.number),
                ("day", &mut form.day),
                ("words", &mut form.words),
                ("file", &mut form.file),
            ];
            for (name, entry) in entries {
                posted.get(name).clone_into(&mut entry.value);
                if name == field {
                    words.clone_into(&mut entry.error);
                }
            }
        }
        if let Some(why) = &mut self.withdraw {
            posted.get("why").clone_into(&mut why.value);
            if field == "why" {
                words.clone_into(&mut why.error);
            }
        }
    }
}
