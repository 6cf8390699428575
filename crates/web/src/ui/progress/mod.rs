use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;

/// So many units of one kind. A link, where given, leads to their list.
#[derive(Clone, Debug, Deserialize)]
pub struct Part {
    pub kind: PartKind,
    pub n: usize,
    #[serde(default)]
    pub href: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum PartKind {
    Received,
    Submitted,
    Returned,
    Drafting,
    NotSent,
    Overdue,
}

/// A bar of parts with its legend: the numbers come first, the colours second.
#[derive(Template)]
#[template(path = "ui/progress/progress.html")]
pub struct Progress<'a> {
    ui: &'a Ui,
    parts: &'a [Part],
}

struct Slice {
    class: &'static str,
    x: usize,
    width: usize,
}

impl HtmlSafe for Progress<'_> {}

impl Ui {
    pub fn progress<'a>(&'a self, parts: &'a [Part]) -> Progress<'a> {
        Progress { ui: self, parts }
    }
}

impl Progress<'_> {
    /// The parts of the bar in thousandths of its width.
    fn slices(&self) -> Vec<Slice> {
        let of = self.parts.iter().map(|part| part.n).sum::<usize>().max(1);
        let mut before = 0;
        let mut slices = Vec::new();
        for part in self.parts.iter().filter(|part| part.n > 0) {
            let x = before * 1000 / of;
            before += part.n;
            slices.push(Slice { class: part.kind.class(), x, width: before * 1000 / of - x });
        }
        slices
    }
}

impl PartKind {
    fn class(self) -> &'static str {
        match self {
            PartKind::Received => "part-green",
            PartKind::Submitted => "part-purple",
            PartKind::Returned => "part-orange",
            PartKind::Drafting => "part-blue",
            PartKind::NotSent => "part-grey",
            PartKind::Overdue => "part-red",
        }
    }

    fn key(self) -> &'static str {
        match self {
            PartKind::Received => "part-received",
            PartKind::Submitted => "part-submitted",
            PartKind::Returned => "part-returned",
            PartKind::Drafting => "part-drafting",
            PartKind::NotSent => "part-not-sent",
            PartKind::Overdue => "part-overdue",
        }
    }
}
