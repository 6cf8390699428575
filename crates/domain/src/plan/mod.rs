//! What a plan says (kế hoạch): the shape of a reading, and the sheet on which it is put right.

pub mod fact;
pub mod number;
pub mod reading;
pub mod sheet;

pub use fact::{Fact, Heading, List};
pub use number::next_number;
pub use reading::{
    Act, Attachment, Cited, DataPeriod, DataScope, DateKind, Dated, Destination, Document,
    DocumentKind, Duty, Exception, Form, IgnoreReason, IgnoredDate, Letterhead, OutlineItem,
    PlanSection, Reading, Recipient, Review, Severity, Signatory, Warning,
};
pub use sheet::{Aside, Change, Meaning, Row, RowId, Sheet, Standing, Warned};
