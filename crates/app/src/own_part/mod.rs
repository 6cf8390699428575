//! Units that had done their own part before they were asked: they declare it with its report, the
//! desk says what that covers, and the rest is asked.

mod declare;
mod decide;
mod show;

pub use decide::{Decide, Decision};
pub use declare::{Declare, Withdraw};
pub use show::{DeclaredView, FindReport, OwnPartView, Right, ShowDeclared, ShowOwnPart};

use domain::own_part::{Refusal, Stage};
use store::assignment::Assignment;

/// Passes where taking a declaration back leaves the unit able to write what is asked again.
fn reopens(assignment: &Assignment, part: Stage) -> Result<(), Refusal> {
    if part.holds() && assignment.stage.writable().is_err() {
        return Err(Refusal::ReportSent);
    }
    Ok(())
}
