//! What a plan says (kế hoạch): the shape of a reading.

pub mod reading;

pub use reading::{
    Act, Attachment, Cited, DataPeriod, DataScope, DateKind, Dated, Destination, Document,
    DocumentKind, Duty, Exception, Form, IgnoreReason, IgnoredDate, Letterhead, OutlineItem,
    PlanSection, Reading, Recipient, Review, Severity, Signatory, Warning,
};
