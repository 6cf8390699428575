use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::{App, Token};
use domain::authority::{Action, Relation};
use domain::body::{Body, BodyKind, Path};
use domain::id::{BodyId, ReorganisationId};
use domain::reorganisation::{Act, NewUnit, Plan, Refusal, Stage, Standing};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use store::reorganisation::{Carried, Reorganisation};
use store::scope::Scope;

/// What an organiser asks for (đề nghị sắp xếp). The units it founds come without identities.
#[derive(Clone, Debug, Serialize)]
pub struct Asked {
    pub act: Act,
    pub day: Date,
    pub reason: String,
    pub document: String,
}

/// How many units one transaction stages; each is two rows.
const CHUNK: usize = 400;

/// Works a reorganisation out and lays its rows down, chunk by chunk. Nobody sees them in the tree
/// before it is decided; a chunk laid twice is laid once.
pub async fn plan(
    app: &App,
    token: Token,
    key: &str,
    asked: Asked,
) -> Result<ReorganisationId, Ending> {
    let id = app.act(token, key, Begin { asked }).await?.output;
    while !app.save(token, StageHeads { id }).await?.output {}
    let mut at = Some(Cursor::default());
    while let Some(cursor) = at {
        at = app.save(token, StageBelow { id, at: cursor }).await?.output;
    }
    app.save(token, Finish { id }).await?;
    Ok(id)
}

/// Looks whether it can be done at all, and writes down what was asked for.
#[derive(Clone, Debug, Serialize)]
struct Begin {
    asked: Asked,
}

/// Stages the next of the units the act itself is about; true once they are all there.
#[derive(Clone, Debug)]
struct StageHeads {
    id: ReorganisationId,
}

/// Stages the next of the units that are carried along.
#[derive(Clone, Debug)]
struct StageBelow {
    id: ReorganisationId,
    at: Cursor,
}

/// Looks whether anything later would be cut off, and says that the plan is whole.
#[derive(Clone, Debug)]
struct Finish {
    id: ReorganisationId,
}

/// Which carried subtree comes next, and after which path of it.
#[derive(Clone, Debug, Default)]
struct Cursor {
    subtree: usize,
    after: Option<String>,
}

impl Case for Begin {
    type Output = ReorganisationId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<ReorganisationId, Ending> {
        scope.may(Action::Organise, Relation::Own)?;
        let Asked { mut act, day, reason, document } = self.asked.clone();
        if reason.trim().is_empty() || document.trim().is_empty() {
            return Err(Refusal::GroundMissing.into());
        }
        let founded = name_founded(ctx, &mut act).await?;
        let by = (ctx.chance.id(), day);
        let known = load(ctx, &act, by).await?;
        reaches(ctx, scope, &act, &known, by).await?;
        let plan = domain::reorganisation::plan(&act, &known)?;
        check_levels(ctx, &plan).await?;
        for new in founded {
            insert_body(ctx, &new).await?;
        }
        let row = Reorganisation {
            id: by.0,
            kind: act.kind(),
            day,
            reason: reason.trim().to_owned(),
            document: document.trim().to_owned(),
            act: serde_json::to_string(&act)?,
            unit: Some(scope.unit()),
            seat: Some(scope.seat()),
            planned: ctx.now,
            tree_rev: store::reorganisation::get_tree_rev(&mut ctx.tx).await?,
            touched: None,
            stage: Stage::Planned,
            undo_reason: String::new(),
        };
        store::reorganisation::insert(&mut ctx.tx, &row).await?;
        Ok(row.id)
    }
}

impl Case for StageHeads {
    type Output = bool;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<bool, Ending> {
        let Some((row, plan)) = again(ctx, scope, self.id).await? else { return Ok(true) };
        let tx = &mut ctx.tx;
        let laid = store::reorganisation::list_opened(tx, row.id).await?;
        let laid: HashSet<BodyId> = laid.into_iter().map(|(unit,)| unit).collect();
        if laid.is_empty() {
            store::reorganisation::insert_successors(tx, row.id, &plan).await?;
            for unit in &plan.ends {
                store::reorganisation::stage_end(tx, row.id, row.day, *unit).await?;
            }
        }
        let mut left = plan.stands.iter().filter(|stand| !laid.contains(&stand.unit));
        for stand in left.by_ref().take(CHUNK) {
            let code = store::body::get_code(tx, stand.unit).await?;
            store::reorganisation::stage_stand(tx, row.id, row.day, stand, &code).await?;
        }
        Ok(left.next().is_none())
    }
}

impl Case for StageBelow {
    type Output = Option<Cursor>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Option<Cursor>, Ending> {
        let Some((row, plan)) = again(ctx, scope, self.id).await? else { return Ok(None) };
        let carried = plan.carried();
        let mut room = i64::try_from(CHUNK).unwrap_or(i64::MAX);
        let mut at = self.at.clone();
        while let Some((from, to)) = carried.get(at.subtree) {
            let after = at.after.as_deref().unwrap_or(from.as_str());
            let by = (row.id, row.day);
            let pair: (&Path, &Path) = (from, to);
            let Carried { count, last } =
                store::reorganisation::stage_carried(&mut ctx.tx, by, pair, after, room).await?;
            room -= count;
            if last.is_some() {
                return Ok(Some(Cursor { subtree: at.subtree, after: last }));
            }
            at = Cursor { subtree: at.subtree + 1, after: None };
        }
        Ok(None)
    }
}

impl Case for Finish {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let row = super::open(ctx, scope, self.id).await?;
        finish(ctx, &row).await
    }
}

/// Says that a plan is whole, unless it would cut off what was decided for a later day.
pub(crate) async fn finish(ctx: &mut Ctx<'_>, row: &Reorganisation) -> Result<(), Ending> {
    if row.touched.is_some() {
        return Ok(());
    }
    if store::reorganisation::count_later(&mut ctx.tx, row.id, row.day).await? > 0 {
        return Err(Refusal::LaterChange.into());
    }
    let touched = store::reorganisation::count_touched(&mut ctx.tx, row.id).await?;
    Ok(store::reorganisation::put_touched(&mut ctx.tx, row.id, touched).await?)
}

/// The plan of what was begun, worked out again; nothing once it is whole.
async fn again(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    id: ReorganisationId,
) -> Result<Option<(Reorganisation, Plan)>, Ending> {
    let row = super::open(ctx, scope, id).await?;
    if row.touched.is_some() {
        return Ok(None);
    }
    if store::reorganisation::get_tree_rev(&mut ctx.tx).await? != row.tree_rev {
        return Err(Refusal::TreeMoved.into());
    }
    let act: Act = serde_json::from_str(&row.act)?;
    let known = load(ctx, &act, (row.id, row.day)).await?;
    let plan = domain::reorganisation::plan(&act, &known)?;
    Ok(Some((row, plan)))
}

/// For which plan the tree is read, and on which day.
type By = (ReorganisationId, Date);

/// The units an act is around, with those directly below, above and beside each.
async fn load(ctx: &mut Ctx<'_>, act: &Act, by: By) -> Result<Vec<Standing>, Ending> {
    let mut known: HashMap<BodyId, Standing> = HashMap::new();
    let mut opened: HashSet<BodyId> = HashSet::new();
    for unit in act.around() {
        let Some(standing) = add(ctx, &mut known, unit, by).await? else { continue };
        for opens in [Some(unit), standing.parent].into_iter().flatten() {
            add(ctx, &mut known, opens, by).await?;
            if opened.insert(opens) {
                let below =
                    store::reorganisation::list_standing_below(&mut ctx.tx, opens, by).await?;
                known.extend(below.into_iter().map(|standing| (standing.unit, standing)));
            }
        }
    }
    Ok(known.into_values().collect())
}

async fn add(
    ctx: &mut Ctx<'_>,
    known: &mut HashMap<BodyId, Standing>,
    unit: BodyId,
    by: By,
) -> Result<Option<Standing>, Ending> {
    if !known.contains_key(&unit) {
        let found = store::reorganisation::find_standing(&mut ctx.tx, unit, by).await?;
        known.extend(found.map(|standing| (unit, standing)));
    }
    Ok(known.get(&unit).cloned())
}

/// Every unit the act is around lies at or below the seat's own.
async fn reaches(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    act: &Act,
    known: &[Standing],
    by: By,
) -> Result<(), Ending> {
    let own = store::reorganisation::find_standing(&mut ctx.tx, scope.unit(), by).await?;
    let own = own.ok_or(Refusal::UnitUnknown)?;
    for unit in act.around() {
        let standing = known.iter().find(|standing| standing.unit == unit);
        let standing = standing.ok_or(Refusal::UnitUnknown)?;
        if !own.path.covers(&standing.path) {
            return Err(Refusal::UnitUnknown.into());
        }
    }
    Ok(())
}

/// Gives the units to be founded their identities; one that was planned before under its code and
/// never stood in the tree is the same. Gives those that are new altogether.
async fn name_founded(ctx: &mut Ctx<'_>, act: &mut Act) -> Result<Vec<NewUnit>, Ending> {
    let mut unheard = Vec::new();
    for new in act.founded_mut() {
        new.code = new.code.trim().to_owned();
        match store::body::find_by_code(&mut ctx.tx, &new.code).await? {
            Some((_, true)) => return Err(Refusal::CodeTaken.into()),
            Some((id, false)) => new.id = id,
            None => {
                new.id = ctx.chance.id();
                unheard.push(new.clone());
            }
        }
    }
    let codes: HashSet<&str> = unheard.iter().map(|new| new.code.as_str()).collect();
    if codes.len() == unheard.len() { Ok(unheard) } else { Err(Refusal::CodeTaken.into()) }
}

async fn check_levels(ctx: &mut Ctx<'_>, plan: &Plan) -> Result<(), Ending> {
    let levels = store::body::list_levels(&mut ctx.tx).await?;
    let known = |level: &str| levels.iter().any(|known| known.code == level);
    if plan.stands.iter().all(|stand| known(&stand.naming.level)) {
        return Ok(());
    }
    Err(Refusal::LevelUnknown.into())
}

async fn insert_body(ctx: &mut Ctx<'_>, new: &NewUnit) -> Result<(), Ending> {
    let naming = new.naming.clone();
    let body = Body {
        id: new.id,
        kind: BodyKind::Unit { level: naming.level },
        code: new.code.clone(),
        name: naming.name,
        short: naming.short,
    };
    Ok(store::body::insert(&mut ctx.tx, &body).await?)
}
