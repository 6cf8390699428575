use super::export::{ExportRegister, Register};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::{App, Seen, Token};
use domain::authority::{Action, Relation};
use domain::id::{BodyId, Chance};
use domain::register::{Comparison, Line, Whose};
use domain::text::look;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Arc;
use store::scope::Scope;

/// A sheet compared with the tree on a day; nothing is changed by it (kết quả đối chiếu).
#[derive(Clone, Debug)]
pub struct Compared {
    pub comparison: Comparison,
    pub day: Date,
    pub(super) tree_rev: i64,
}

/// Compares a sheet with the tree as it stands on `day`. The same `key` gives new units the same
/// identities again.
pub async fn compare(
    app: &App,
    token: Token,
    key: &str,
    lines: Arc<Vec<Line>>,
    day: Date,
) -> Result<Compared, Ending> {
    let Seen { output: register, .. } = app.read(token, ExportRegister { on: Some(day) }).await?;
    let codes = app.read(token, ListCodes).await?.output;
    let mut chance = Chance::new(Sha256::digest(key).into());
    let tree_rev = register.tree_rev;
    // A country's register takes a while: away from the threads that answer.
    let work = tokio::task::spawn_blocking(move || {
        let codes: HashMap<String, (BodyId, bool)> =
            codes.into_iter().map(|(code, id, placed)| (look(&code), (id, placed))).collect();
        let whose = |code: &str| match codes.get(&look(code)) {
            None => Whose::Nobodys,
            Some((unit, false)) => Whose::Waiting(*unit),
            Some((_, true)) => Whose::Anothers,
        };
        let Register { known, levels, .. } = register;
        domain::register::compare(&lines, &known, &levels, whose, &mut chance)
    });
    let comparison = work.await.map_err(|error| Ending::Broken(error.to_string()))?;
    Ok(Compared { comparison, day, tree_rev })
}

/// Every code in use, with its body and whether that ever stood in the tree.
#[derive(Clone, Debug)]
struct ListCodes;

impl Case for ListCodes {
    type Output = Vec<(String, BodyId, bool)>;

    async fn run(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
    ) -> Result<Vec<(String, BodyId, bool)>, Ending> {
        scope.may(Action::Organise, Relation::Own)?;
        Ok(store::register::list_codes(&mut ctx.tx).await?)
    }
}
