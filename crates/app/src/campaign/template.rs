use super::figures::NewIndicator;
use super::path::NewStep;
use super::set_up::reach;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::campaign::{Forum, NewSection, Refusal, StepTime, Turn, line};
use domain::document::{PlanPart, PlanTexts};
use domain::id::CampaignId;
use store::scope::Scope;

/// Saves a campaign of the own unit as a template (lưu làm mẫu). The set-up stays as it is.
#[derive(Clone, Debug)]
pub struct SaveTemplate {
    pub campaign: CampaignId,
    pub name: String,
}

/// A template that comes with the program (mẫu có sẵn).
#[derive(Clone, Debug, Default)]
pub struct Shipped {
    pub key: &'static str,
    pub name: String,
    pub title: String,
    pub sections: Vec<NewSection>,
    /// What the table is called; empty where there is none.
    pub table: String,
    /// For how many years before this one figures are asked.
    pub years: i16,
    pub indicators: Vec<NewIndicator>,
    pub steps: Vec<NewStep>,
    /// Parts of the plan's own text that such plans word in their own way.
    pub texts: PlanTexts,
}

const FILES: [(&str, &str); 3] = [
    ("resolution", include_str!("../../templates/nghi-quyet-10-nam.txt")),
    ("mid-term", include_str!("../../templates/so-ket-giua-nhiem-ky.txt")),
    ("year", include_str!("../../templates/bao-cao-nam.txt")),
];

impl Case for SaveTemplate {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let name = line(&self.name)?;
        if name.is_empty() {
            return Err(Refusal::TemplateNameMissing.into());
        }
        Ok(store::campaign::put_template(&mut ctx.tx, &set_up, &name).await?)
    }
}

impl Shipped {
    /// The templates that come with the program.
    pub fn all() -> Vec<Shipped> {
        FILES.iter().map(|(key, text)| Shipped::read(key, text).expect("they are tested")).collect()
    }

    pub(super) fn find(key: &str) -> Option<Shipped> {
        Shipped::all().into_iter().find(|shipped| shipped.key == key)
    }

    /// Reads a template, a line each; `None` where a line has not its shape.
    fn read(key: &'static str, text: &str) -> Option<Shipped> {
        let mut shipped = Shipped { key, ..Shipped::default() };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            shipped.line(line)?;
        }
        Some(shipped)
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let (kind, rest) = line.split_once(' ')?;
        let fields: Vec<&str> = rest.split('|').map(str::trim).collect();
        match (kind, fields.as_slice()) {
            ("name", [name]) => self.name = (*name).to_owned(),
            ("title", [title]) => self.title = (*title).to_owned(),
            ("table", [title]) => self.table = (*title).to_owned(),
            ("years", [years]) => self.years = years.parse().ok()?,
            ("section", [depth, number, title, guidance]) => self.sections.push(NewSection {
                number: (*number).to_owned(),
                title: (*title).to_owned(),
                guidance: (*guidance).to_owned(),
                depth: depth.parse().ok()?,
                ..NewSection::default()
            }),
            ("indicator", _) => self.indicators.push(NewIndicator::parse_line(rest, '|')?),
            ("step", [forum, turn, words]) => self.steps.push(NewStep {
                forum: Forum::parse(forum)?,
                body: None,
                session: None,
                words: (*words).to_owned(),
                turn: Turn::parse(turn)?,
                time: StepTime::Open,
            }),
            ("text", [part, words]) => {
                self.texts.insert(PlanPart::parse(part)?, (*words).to_owned());
            }
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_along_reads() {
        let all = Shipped::all();
        assert_eq!(all.len(), 3);
        for shipped in all {
            let whole = !shipped.name.is_empty() && !shipped.title.is_empty();
            assert!(whole && shipped.sections.len() > 4, "{}", shipped.key);
            assert!(shipped.years > 0 && !shipped.indicators.is_empty(), "{}", shipped.key);
            assert!(!shipped.steps.is_empty() && !shipped.texts.is_empty(), "{}", shipped.key);
        }
    }

    #[test]
    fn a_line_without_its_shape_is_no_template() {
        for line in [
            "",
            "name",
            "years x",
            "section 0 | I | Một",
            "step nowhere | before | x",
            "text x | y",
        ] {
            assert!(Shipped::read("x", &format!("name X\n{line}\n")).is_none(), "{line:?}");
        }
    }
}
