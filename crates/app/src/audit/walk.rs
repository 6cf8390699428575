use crate::App;
use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use store::event::{Head, Link};
use uuid::Uuid;

/// How many links are read at a time.
const CHUNK: i64 = 500;

/// Shows every link of the chain up to `end`, in order.
pub(crate) async fn walk<E: From<Ending>>(
    app: &App,
    end: i64,
    mut see: impl FnMut(&Link) -> Result<(), E>,
) -> Result<(), E> {
    let mut after = 0;
    while after < end {
        let links = app.backend.read(Links { after }).await?;
        links.iter().take_while(|link| link.position <= end).try_for_each(&mut see)?;
        after = links.last().map_or(end, |link| link.position);
    }
    Ok(())
}

/// Where the chain begins and ends.
#[derive(Clone)]
pub(crate) struct Ends;

#[derive(Clone)]
struct Links {
    after: i64,
}

impl UseCase for Ends {
    type Output = (Uuid, Head);

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(Uuid, Head), Ending> {
        let installation = store::event::installation(&mut ctx.tx).await?;
        Ok((installation, store::event::head(&mut ctx.tx).await?))
    }
}

impl UseCase for Links {
    type Output = Vec<Link>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Vec<Link>, Ending> {
        Ok(store::event::list_links(&mut ctx.tx, self.after, CHUNK).await?)
    }
}
