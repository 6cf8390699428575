//! The right to one action about one assignment. Only a scope that reached the assignment gives it,
//! and what touches drafts, submissions and verdicts takes one.

use crate::assignment::Assignment;
use crate::campaign::Campaign;
use crate::scope::Scope;
use domain::authority::{Action, Forbidden, Relation};
use domain::figure::Portion;
use jiff::civil::Date;
use std::marker::PhantomData;

/// An assignment a scope has reached, with where the seat stands towards it.
#[derive(Clone, Debug)]
pub struct Reached {
    assignment: Assignment,
    relation: Relation,
    scope: Scope,
    campaign: Campaign,
    around: Around,
}

/// What a page says of an assignment beside its own facts: short names of receiver, desk and the
/// unit above, the deadline as the plan puts it (empty where it was typed), what those asked like it
/// are told (empty where nothing), and between which days they hold their own review.
#[derive(Clone, Debug)]
pub struct Around {
    pub receiver: Option<String>,
    pub via: Option<String>,
    pub above: Option<String>,
    pub phrase: String,
    pub note: String,
    /// What of the table of figures it is asked.
    pub portion: Portion,
    pub hold: Option<(Date, Date)>,
    /// Whether the seat's own unit stands in the pinned tree.
    pub inside: bool,
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
    pub(crate) fn new(
        scope: &Scope,
        relation: Relation,
        assignment: Assignment,
        campaign: Campaign,
        around: Around,
    ) -> Reached {
        Reached { assignment, relation, scope: scope.clone(), campaign, around }
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

    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    pub fn around(&self) -> &Around {
        &self.around
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
