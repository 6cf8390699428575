use crate::ui::{Pages, Part, ReportStatus, Ui};
use askama::Template;
use domain::own_part::Stage;
use serde::Deserialize;

/// The reports a desk waits for in one campaign, by what has to be done.
#[derive(Template, Deserialize)]
#[template(path = "queue/list.html")]
pub struct QueuePage {
    pub ui: Ui,
    pub campaign: String,
    pub back: String,
    /// The desk: `LĐLĐ tỉnh Sông Mây, Ban Tổ chức`.
    pub desk: String,
    /// `Đã tiếp nhận báo cáo của …`; empty where nothing was just done.
    #[serde(default)]
    pub done: String,
    /// How many of all are received.
    pub received: usize,
    pub of: usize,
    /// The last day in time and how far it is: `hết Thứ Năm 04/07/2024, còn 3 ngày`.
    pub due: String,
    pub parts: Vec<Part>,
    pub filters: Vec<QueueFilter>,
    pub rows: Vec<QueueRow>,
    /// What is said where there are no rows.
    #[serde(default)]
    pub empty: String,
    #[serde(default)]
    pub pages: Option<Pages>,
}

/// A part of the queue with its count.
#[derive(Clone, Debug, Deserialize)]
pub struct QueueFilter {
    pub words: String,
    pub n: usize,
    /// Empty for the one that is shown.
    #[serde(default)]
    pub href: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct QueueRow {
    pub unit: String,
    /// Empty while nothing was sent.
    #[serde(default)]
    pub href: String,
    pub status: ReportStatus,
    /// Where what the unit declared of its own part is looked at; empty where it declared nothing.
    #[serde(default)]
    pub own_part: String,
    #[serde(default)]
    pub own_part_stage: Option<Stage>,
    /// `lần 2, 09:12 ngày 03/07/2024`; empty while nothing was sent.
    #[serde(default)]
    pub sent: String,
    /// `Gửi muộn 2 ngày`; empty when in time.
    #[serde(default)]
    pub late: String,
    /// Whom to call: `Nguyễn Văn Thành, 0912 000 111`.
    #[serde(default)]
    pub contact: String,
}
