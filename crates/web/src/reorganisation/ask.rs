use super::form::{PartForm, Typed, page};
use crate::site::{Answer, Posted, Visitor};
use crate::ui::{Mistake, Ui};
use app::reorganisation::{Asked, Ground, ShowGround};
use app::unit::{Match, Resolve};
use app::{Ending, Placed, Seen};
use axum::http::StatusCode;
use domain::calendar;
use domain::id::BodyId;
use domain::reorganisation::{Act, Kind, Merged, Naming, NewUnit, Part, Refusal, Rest};
use domain::text::Text;
use jiff::civil::Date;

/// Plans what a form asks for and shows it; nothing in the tree changes by it.
pub(super) async fn ask(visitor: Visitor, posted: Posted) -> Answer {
    let typed = typed(&posted);
    let (Some(kind), Some(unit)) = (typed.kind, typed.unit) else {
        return Err(visitor.trouble(Ending::NotFound));
    };
    let Seen { scope, output: ground } = visitor.read(ShowGround { unit }).await?;
    let ui = visitor.ui_of_nobody();
    let (mut mistakes, mut status) = (Vec::new(), StatusCode::UNPROCESSABLE_ENTITY);
    let day = calendar::read_day(&typed.day);
    if day.is_none() {
        mistakes.push(Mistake::new("day", ui.refusal(Refusal::DayUnreadable)));
    }
    let on = day.unwrap_or(ground.today);
    if let Some(act) = act(&visitor, &ui, kind, &ground, &typed, on, &mut mistakes).await?
        && mistakes.is_empty()
    {
        let (reason, document) = (typed.reason.clone(), typed.document.clone());
        let asked = Asked { act, day: on, reason, document };
        let app = &visitor.site.app;
        let planned = app::reorganisation::plan(app, visitor.token(), &posted.key(), asked).await;
        match planned {
            Ok(id) => return visitor.go(&format!("/reorganisations/{id}")),
            Err(ending) => {
                let trouble = visitor.trouble(ending);
                let field = trouble.refused().map_or("", field_of);
                let words;
                (status, words) = trouble.above_form(&ui)?;
                mistakes.push(Mistake::new(field, words));
            }
        }
    }
    Ok(visitor.page(status, &page(&visitor, &scope, &ground, kind, &typed, mistakes)))
}

fn typed(posted: &Posted) -> Typed {
    let own = |name: &str| posted.get(name).trim().to_owned();
    let parts = posted.all("part-name").zip(posted.all("part-short")).zip(posted.all("part-code"));
    let parts = parts.map(|((name, short), code)| PartForm {
        name: name.trim().to_owned(),
        short: short.trim().to_owned(),
        code: code.trim().to_owned(),
    });
    let children = posted.fields().filter_map(|(name, value)| {
        Some((name.strip_prefix("child-")?.to_owned(), value.to_owned()))
    });
    Typed {
        kind: Kind::parse(posted.get("kind")).filter(|kind| *kind != Kind::Register),
        unit: posted.parse("unit"),
        code: own("code"),
        name: own("name"),
        short: own("short"),
        level: own("level"),
        target: own("target"),
        units: own("units"),
        into: own("into"),
        rest: own("rest"),
        parts: parts.collect(),
        children: children.collect(),
        day: own("day"),
        document: own("document"),
        reason: own("reason"),
    }
}

/// The act a form describes; nothing where a unit that is named cannot be made out, which is then
/// among the mistakes.
async fn act(
    visitor: &Visitor,
    ui: &Ui,
    kind: Kind,
    ground: &Ground,
    typed: &Typed,
    on: Date,
    mistakes: &mut Vec<Mistake>,
) -> Result<Option<Act>, crate::site::Trouble> {
    let unit = ground.unit.body;
    let naming = || naming(&typed.name, &typed.short, &typed.level);
    let new = || NewUnit::asked(&typed.code, naming());
    let mut named: Vec<BodyId> = Vec::new();
    let (field, lines) = match kind {
        Kind::Move | Kind::Transfer | Kind::Dissolve => ("target", &typed.target),
        _ => ("units", &typed.units),
    };
    let lines: Vec<String> =
        lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if !lines.is_empty() {
        let case = Resolve { typed: lines.clone(), on };
        let matches = visitor.read(case).await?.output;
        for (line, found) in lines.iter().zip(matches) {
            match found {
                Match::One(found) => named.push(found.body),
                Match::Nothing => {
                    let words = ui.say("reorganisation-unit-not-found").with("words", line);
                    mistakes.push(Mistake::new(field, words));
                }
                Match::Several(found) => {
                    let words = ui.say("reorganisation-unit-several").with("words", line);
                    mistakes.push(Mistake::new(field, words.with("units", several(&found))));
                }
            }
        }
    }
    let target = named.first().copied();
    let missing = Mistake::new("target", ui.say("reorganisation-target-missing"));
    Ok(match (kind, target) {
        (Kind::Found, _) => Some(Act::Found { under: unit, new: new() }),
        (Kind::Rename | Kind::Register, _) => Some(Act::Rename { unit, naming: naming() }),
        (Kind::Move, Some(under)) => Some(Act::Move { unit, under }),
        (Kind::Transfer, Some(to)) => {
            let chosen = typed.children.iter().filter(|(_, chosen)| chosen == "yes");
            let units = chosen.filter_map(|(id, _)| id.parse().ok()).collect();
            Some(Act::Transfer { units, from: unit, to })
        }
        (Kind::Move | Kind::Transfer, None) => {
            if mistakes.is_empty() {
                mistakes.push(missing);
            }
            None
        }
        (Kind::Merge, _) => {
            named.push(unit);
            let into = match (typed.into.as_str(), &ground.above) {
                ("this", _) | (_, None) => Merged::Existing(unit),
                (_, Some(above)) => Merged::Founded { under: above.body, new: new() },
            };
            Some(Act::Merge { units: named, into })
        }
        (Kind::Split, _) => Some(split(unit, typed)),
        (Kind::Dissolve, below_to) => Some(Act::Dissolve { unit, below_to }),
    })
}

fn split(unit: BodyId, typed: &Typed) -> Act {
    let takes = |number: usize| {
        let number = (number + 1).to_string();
        let taken = typed.children.iter().filter(|(_, chosen)| *chosen == number);
        taken.filter_map(|(id, _)| id.parse().ok()).collect()
    };
    let filled =
        |part: &PartForm| !(part.name.is_empty() && part.short.is_empty() && part.code.is_empty());
    let parts = typed.parts.iter().enumerate().filter(|(_, part)| filled(part));
    let parts = parts.map(|(at, part)| Part {
        new: NewUnit::asked(&part.code, naming(&part.name, &part.short, &typed.level)),
        takes: takes(at),
    });
    let rest = if typed.rest == "stays" { Rest::Stays } else { Rest::Ends };
    Act::Split { unit, parts: parts.collect(), rest }
}

/// The short name is the full one where none was typed.
fn naming(name: &str, short: &str, level: &str) -> Naming {
    let short = if short.is_empty() { name } else { short };
    Naming { name: Text::new(name), short: Text::new(short), level: level.to_owned() }
}

fn several(found: &[Placed]) -> String {
    let some = found.iter().take(5).map(|unit| format!("{} ({})", unit.short, unit.code));
    some.collect::<Vec<_>>().join("; ")
}

/// The field a refusal is about.
fn field_of(refused: app::Refused) -> &'static str {
    let app::Refused::Reorganisation(refusal) = refused else { return "" };
    match refusal {
        Refusal::NameMissing | Refusal::NothingNew => "name",
        Refusal::NameTaken => "short",
        Refusal::CodeMissing | Refusal::CodeTaken => "code",
        Refusal::LevelUnknown => "level",
        Refusal::UnderItself | Refusal::AlreadyThere | Refusal::BelowNowhere => "target",
        Refusal::NothingChosen | Refusal::PartsUnclear | Refusal::NotDirectlyBelow => "children",
        Refusal::MergeNeedsTwo => "units",
        Refusal::DayUnreadable | Refusal::LaterChange => "day",
        Refusal::GroundMissing => "document",
        _ => "",
    }
}
