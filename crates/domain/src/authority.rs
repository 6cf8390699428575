//! Who may do what (thẩm quyền): one function, and its whole truth table as a test.

use crate::seat::Role;

/// What is asked for (hành vi).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// See what a unit is still writing (xem bản đang soạn). Never follows from the tree.
    ReadDraft,
    /// Write, fill, attach (soạn).
    Write,
    /// Send the report (gửi).
    Submit,
    /// See what was sent (xem bản đã gửi).
    ReadSubmitted,
    /// Receive or return (tiếp nhận, trả lại).
    Review,
    /// See the sums of a subtree (xem số tổng hợp).
    ReadTotals,
    /// Read a plan in, set up its campaign, issue it (lập và phát hành đợt).
    SetUp,
    /// Approve the plan of the own unit, or send it back (duyệt kế hoạch).
    Approve,
    /// Found, move, merge, split, end units (sắp xếp tổ chức).
    Organise,
    /// Name who holds which seat, invite, let in again (quản lý người).
    ManagePeople,
}

/// Where a seat stands towards the unit the action is about (quan hệ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The seat is in the unit itself or in an organ of it.
    Own,
    /// The unit reports to the seat's unit through the seat's own desk.
    Desk,
    /// The unit reports to the seat's unit, through another desk.
    Superior,
    /// The unit lies further below the seat's unit.
    Ancestor,
    /// None of these: another branch, or above.
    Elsewhere,
}

/// The answer no (không có quyền).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forbidden;

/// Whether a seat of `role`, standing in `relation` to a unit, may do `action` about it.
pub fn may(role: Role, action: Action, relation: Relation) -> Result<(), Forbidden> {
    let allowed = match relation {
        Relation::Own => may_at_home(role, action),
        Relation::Desk => {
            may_below(role, action) || (role == Role::Officer && action == Action::Review)
        }
        Relation::Superior | Relation::Ancestor => may_below(role, action),
        Relation::Elsewhere => false,
    };
    if allowed { Ok(()) } else { Err(Forbidden) }
}

fn may_at_home(role: Role, action: Action) -> bool {
    match role {
        Role::Chair => of_content(action) && !matches!(action, Action::Review | Action::SetUp),
        Role::Officer => of_content(action) && !matches!(action, Action::Review | Action::Approve),
        Role::Leader => of_content(action) && !matches!(action, Action::Review | Action::Write),
        Role::Drafter => {
            of_content(action)
                && !matches!(
                    action,
                    Action::Submit | Action::Review | Action::SetUp | Action::Approve
                )
        }
        Role::Reader => matches!(action, Action::ReadSubmitted | Action::ReadTotals),
        Role::Organiser => action == Action::Organise,
        Role::UnitAdmin | Role::SystemAdmin => action == Action::ManagePeople,
    }
}

/// Whether an action is about plans and reports, not about the tree and its people.
fn of_content(action: Action) -> bool {
    !matches!(action, Action::Organise | Action::ManagePeople)
}

fn may_below(role: Role, action: Action) -> bool {
    match action {
        Action::ReadSubmitted | Action::ReadTotals => {
            matches!(role, Role::Chair | Role::Leader | Role::Officer | Role::Reader)
        }
        Action::Organise => role == Role::Organiser,
        Action::ManagePeople => matches!(role, Role::UnitAdmin | Role::SystemAdmin),
        _ => false,
    }
}

impl Action {
    pub const ALL: [Action; 10] = [
        Action::ReadDraft,
        Action::Write,
        Action::Submit,
        Action::ReadSubmitted,
        Action::Review,
        Action::ReadTotals,
        Action::SetUp,
        Action::Approve,
        Action::Organise,
        Action::ManagePeople,
    ];
}

impl Relation {
    pub const ALL: [Relation; 5] = [
        Relation::Own,
        Relation::Desk,
        Relation::Superior,
        Relation::Ancestor,
        Relation::Elsewhere,
    ];
}

#[cfg(test)]
mod tests;
