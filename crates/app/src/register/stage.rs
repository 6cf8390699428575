use super::Compared;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::{App, Token};
use domain::authority::{Action, Relation};
use domain::body::{Body, BodyKind};
use domain::file::File;
use domain::id::ReorganisationId;
use domain::register::{Column, Fault, Line};
use domain::reorganisation::{Kind, Refusal, Stage, Stand};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::reorganisation::Reorganisation;
use store::scope::Scope;

/// On what ground a register is taken in (căn cứ).
#[derive(Clone, Debug, Serialize)]
pub struct Ground {
    pub reason: String,
    pub document: String,
}

/// What came of a sheet (kết quả nhận danh sách).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub wrong: usize,
    /// The first of the rows that are wrong.
    pub lines: Vec<ReceiptLine>,
    /// The file with all of them; none where there is none.
    pub file: Option<File>,
}

/// A row that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLine {
    pub row: usize,
    pub column: Column,
    pub code: String,
    pub fault: Fault,
}

/// How many units one transaction stages; each is up to three rows.
const CHUNK: usize = 250;
/// More are in the file.
const LINES_SHOWN: usize = 100;

/// Stages what a comparison found, chunk by chunk, as a reorganisation that is yet to be decided.
pub async fn stage(
    app: &App,
    token: Token,
    key: &str,
    (lines, compared): (&[Line], Compared),
    ground: Ground,
    file: Option<File>,
) -> Result<ReorganisationId, Ending> {
    let receipt = receipt(lines, &compared, file);
    let Compared { comparison, day, tree_rev } = compared;
    let id = app.act(token, key, Begin { day, tree_rev, ground, receipt }).await?.output;
    let stands = Arc::new(comparison.stands);
    for from in (0..stands.len()).step_by(CHUNK) {
        app.save(token, Lay { id, stands: Arc::clone(&stands), from }).await?;
    }
    app.save(token, Finish { id }).await?;
    Ok(id)
}

fn receipt(lines: &[Line], compared: &Compared, file: Option<File>) -> Receipt {
    let comparison = &compared.comparison;
    let wrong = comparison.wrong.iter().take(LINES_SHOWN).map(|wrong| ReceiptLine {
        row: lines[wrong.line].row,
        column: wrong.column,
        code: lines[wrong.line].code.clone(),
        fault: wrong.fault,
    });
    Receipt {
        new: comparison.new,
        changed: comparison.changed,
        same: comparison.same,
        wrong: comparison.wrong.len(),
        lines: wrong.collect(),
        file,
    }
}

#[derive(Clone, Debug, Serialize)]
struct Begin {
    day: Date,
    tree_rev: i64,
    ground: Ground,
    receipt: Receipt,
}

/// Lays the units from a position on; laid twice, they are laid once.
#[derive(Clone, Debug)]
struct Lay {
    id: ReorganisationId,
    stands: Arc<Vec<(Stand, String)>>,
    from: usize,
}

#[derive(Clone, Debug)]
struct Finish {
    id: ReorganisationId,
}

impl Case for Begin {
    type Output = ReorganisationId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<ReorganisationId, Ending> {
        scope.may(Action::Organise, Relation::Own)?;
        let Ground { reason, document } = &self.ground;
        if reason.trim().is_empty() || document.trim().is_empty() {
            return Err(Refusal::GroundMissing.into());
        }
        if store::reorganisation::get_tree_rev(&mut ctx.tx).await? != self.tree_rev {
            return Err(Refusal::TreeMoved.into());
        }
        let row = Reorganisation {
            id: ctx.chance.id(),
            kind: Kind::Register,
            day: self.day,
            reason: reason.trim().to_owned(),
            document: document.trim().to_owned(),
            act: serde_json::to_string(&self.receipt)?,
            unit: Some(scope.unit()),
            seat: Some(scope.seat()),
            planned: ctx.now,
            tree_rev: self.tree_rev,
            touched: None,
            stage: Stage::Planned,
            undo_reason: String::new(),
        };
        store::reorganisation::insert(&mut ctx.tx, &row).await?;
        Ok(row.id)
    }
}

impl Case for Lay {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let row = crate::reorganisation::open(ctx, scope, self.id).await?;
        let tx = &mut ctx.tx;
        if store::reorganisation::get_tree_rev(tx).await? != row.tree_rev {
            return Err(Refusal::TreeMoved.into());
        }
        let Some((first, _)) = self.stands.get(self.from) else { return Ok(()) };
        if store::register::is_laid(tx, row.id, first.unit).await? {
            return Ok(());
        }
        for (stand, code) in self.stands.iter().skip(self.from).take(CHUNK) {
            if stand.was.is_none() {
                store::register::insert_unheard(tx, &body(stand, code)).await?;
            }
            store::reorganisation::stage_stand(tx, row.id, row.day, stand, code).await?;
        }
        Ok(())
    }
}

impl Case for Finish {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let row = crate::reorganisation::open(ctx, scope, self.id).await?;
        crate::reorganisation::finish(ctx, &row).await
    }
}

fn body(stand: &Stand, code: &str) -> Body {
    let naming = stand.naming.clone();
    Body {
        id: stand.unit,
        kind: BodyKind::Unit { level: naming.level },
        code: code.to_owned(),
        name: naming.name,
        short: naming.short,
    }
}
