//! Use cases of somebody who is signed in.

use crate::backend::{Case, Ctx, UseCase};
use crate::ending::Ending;
use domain::id::EventId;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use store::done;
use store::scope::Scope;

/// The hash of a session's token; the token itself is only in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token([u8; 32]);

/// What a use case gave, with who asked.
#[derive(Clone, Debug)]
pub struct Seen<T> {
    pub scope: Scope,
    pub output: T,
}

/// What an act gave.
#[derive(Clone, Debug)]
pub struct Acted<T> {
    pub output: T,
    /// The last event of the act, by which a page can wait for it; none where it was done before.
    pub event: Option<EventId>,
}

/// A case that is done at most once per key: what it asks and answers can be written down.
pub trait Actable: Case<Output: Serialize + DeserializeOwned> + Serialize {}

impl<C: Case<Output: Serialize + DeserializeOwned> + Serialize> Actable for C {}

#[derive(Clone)]
pub(crate) struct Signed<C> {
    pub token: Token,
    pub case: C,
}

#[derive(Clone)]
pub(crate) struct Once<C> {
    pub token: Token,
    pub key: String,
    pub case: C,
}

/// The longest key of an act that is taken.
const KEY_LENGTH_MAX: usize = 64;

impl Token {
    /// The token as it comes from the browser.
    pub fn new(secret: &[u8]) -> Token {
        Token(Sha256::digest(secret).into())
    }

    pub(crate) fn hash(&self) -> &[u8; 32] {
        &self.0
    }
}

impl<C: Case> UseCase for Signed<C> {
    type Output = Seen<C::Output>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Seen<C::Output>, Ending> {
        let scope = open(ctx, &self.token).await?;
        let output = self.case.run(ctx, &scope).await?;
        Ok(Seen { scope, output })
    }
}

impl<C: Actable> UseCase for Once<C> {
    type Output = Acted<C::Output>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Acted<C::Output>, Ending> {
        let scope = open(ctx, &self.token).await?;
        let key: String = self.key.chars().take(KEY_LENGTH_MAX).collect();
        let request: [u8; 32] = Sha256::digest(serde_json::to_vec(&self.case)?).into();
        if let Some(before) = done::find(&mut ctx.tx, scope.person(), &key).await? {
            if before.request != request {
                return Err(Ending::Stale);
            }
            let output = serde_json::from_str(&before.outcome)?;
            return Ok(Acted { output, event: None });
        }
        let output = self.case.run(ctx, &scope).await?;
        let outcome = serde_json::to_string(&output)?;
        done::insert(&mut ctx.tx, (scope.person(), &key), request, &outcome, ctx.now).await?;
        Ok(Acted { output, event: ctx.recorded })
    }
}

async fn open(ctx: &mut Ctx<'_>, token: &Token) -> Result<Scope, Ending> {
    Scope::open(&mut ctx.tx, token.hash(), ctx.now).await?.ok_or(Ending::SignedOut)
}
