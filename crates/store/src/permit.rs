//! The right to one action about one assignment. Only a scope that reached the assignment gives it,
//! and what touches drafts, submissions and verdicts takes one.

use crate::assignment::Assignment;
use crate::scope::Scope;
use domain::authority::{Action, Forbidden, Relation};
use std::marker::PhantomData;

/// An assignment a scope has reached, with where the seat stands towards it.
#[derive(Clone, Debug)]
pub struct Reached {
    assignment: Assignment,
    relation: Relation,
    scope: Scope,
}

/// The right to do `A` about an assignment.
#[derive(Clone, Debug)]
pub struct Permit<A> {
    assignment: Assignment,
    scope: Scope,
    action: PhantomData<A>,
}

/// The actions a permit can be for.
pub trait Permitted {
    const ACTION: Action;
}

macro_rules! actions {
    ($($name:ident)*) => {$(
        #[derive(Clone, Copy, Debug)]
        pub enum $name {}

        impl Permitted for $name {
            const ACTION: Action = Action::$name;
        }
    )*};
}

actions!(ReadDraft Write Submit ReadSubmitted Review ReadTotals);

impl Reached {
    pub(crate) fn new(scope: &Scope, assignment: Assignment, relation: Relation) -> Reached {
        Reached { assignment, relation, scope: scope.clone() }
    }

    /// The right to `A`, or the answer no.
    pub fn permit<A: Permitted>(&self) -> Result<Permit<A>, Forbidden> {
        self.scope.may(A::ACTION, self.relation)?;
        Ok(Permit {
            assignment: self.assignment.clone(),
            scope: self.scope.clone(),
            action: PhantomData,
        })
    }

    pub fn assignment(&self) -> &Assignment {
        &self.assignment
    }

    pub fn relation(&self) -> Relation {
        self.relation
    }
}

impl<A> Permit<A> {
    pub fn assignment(&self) -> &Assignment {
        &self.assignment
    }

    pub fn scope(&self) -> &Scope {
        &self.scope
    }
}
