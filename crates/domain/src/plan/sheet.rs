//! The sheet on which an officer checks a reading: every fact in a row, with what became of it.

use super::fact::{Fact, List, document, facts, outline_of_sections};
use super::reading::{Document, DocumentKind, Reading, Warning};
use crate::campaign::StatedDay;
use crate::id::BodyId;
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What an officer makes of a reading (phiếu kiểm tra). Every document of the file has its rows;
/// a row is never taken away, so that everything dropped can come back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    rows: Vec<Row>,
    aside: Vec<Aside>,
    next: u32,
    /// The proposed outline was taken as the plan's own.
    outline_taken: bool,
    /// What names stand for, where its officer said so.
    #[serde(default)]
    meant: Vec<(String, Meaning)>,
    /// The answer to whether the day in `trước ngày D` counts, once there is one.
    pub stated_day: Option<StatedDay>,
}

/// The number of a row (số dòng), which it keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowId(pub u32);

/// A fact on the sheet (dòng của phiếu).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub id: RowId,
    /// Which document of the file it belongs to, from 0.
    pub paper: usize,
    pub fact: Fact,
    /// As the program read it; none where an officer added it.
    pub read: Option<Fact>,
    pub standing: Standing,
}

/// Whether a row counts (còn hay đã bỏ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    Kept,
    Dropped,
}

/// A warning looked at and let be (cảnh báo đã xem, để nguyên), with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    pub warning: Warned,
    pub reason: String,
}

/// What an officer says a name of the plan stands for (tên trong kế hoạch chỉ đơn vị nào).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    Body(BodyId),
    /// Nobody of the organisation.
    Nobody,
}

/// Which warning is meant: its code, place and facts as one text. It stays the same while the
/// warning does.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Warned(pub String);

/// A correction (sửa điều đã đọc). Saying the same twice changes nothing the second time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Puts a fact of the same list in place of a row's.
    Put(RowId, Fact),
    /// Adds a fact to a document, before a row of its list or behind the last.
    Add {
        paper: usize,
        before: Option<RowId>,
        fact: Fact,
    },
    /// Drops a row, with the headings below it.
    Drop(RowId),
    /// Gives a row back as it was read; one that was added comes back as it was.
    Restore(RowId),
    /// Moves a heading with those below it before another of its list, or behind the last, and
    /// puts it so many steps below the top.
    Move {
        row: RowId,
        before: Option<RowId>,
        depth: u8,
    },
    SetAside(Warned, String),
    /// Takes a warning up again.
    Raise(Warned),
    TakeOutline,
    StatedDay(StatedDay),
    /// Says what a name stands for wherever the plan has it; nothing takes back what was said.
    Mean(String, Option<Meaning>),
    All(Vec<Change>),
}

/// How deep headings go.
const DEEPEST: u8 = 5;

impl Sheet {
    /// The sheet of a reading nobody has touched. A file in which nothing was understood has one
    /// document, of which everything can be typed by hand.
    pub fn of(reading: &Reading) -> Sheet {
        let mut sheet = Sheet::default();
        let nothing = [Document::default()];
        let documents: &[Document] =
            if reading.documents.is_empty() { &nothing } else { &reading.documents };
        let first_plan = documents.iter().position(|d| d.kind == DocumentKind::Plan);
        for (paper, document) in documents.iter().enumerate() {
            let facts = match document.kind {
                // What may turn out to be the outline has its headings as items.
                DocumentKind::Other | DocumentKind::Report if paper != first_plan.unwrap_or(0) => {
                    facts(&outline_of_sections(document))
                }
                _ => facts(document),
            };
            for fact in facts {
                let read = Some(fact.clone());
                sheet.push(sheet.rows.len(), paper, fact, read);
            }
        }
        sheet
    }

    /// Which document of the file a campaign is made of: the first that is a plan, or else the
    /// first there is.
    pub fn plan(&self) -> usize {
        self.plans().first().copied().unwrap_or(0)
    }

    /// The documents of the file that are plans.
    pub fn plans(&self) -> Vec<usize> {
        let kinds = self.rows.iter().filter(|row| row.fact == Fact::Kind(DocumentKind::Plan));
        kinds.map(|row| row.paper).collect()
    }

    /// How many documents the file has.
    pub fn papers(&self) -> usize {
        self.rows.last().map_or(1, |row| row.paper + 1)
    }

    /// The rows of a document, kept and dropped, list by list. The outline of the plan is that of
    /// the document an officer said to be its outline.
    pub fn rows(&self, paper: usize) -> impl Iterator<Item = &Row> {
        let outline = self.home(paper, List::Outline);
        self.rows.iter().filter(move |row| {
            row.paper == if row.fact.list() == List::Outline { outline } else { paper }
        })
    }

    /// The kept rows of one list of a document, in order.
    pub fn list(&self, paper: usize, list: List) -> impl Iterator<Item = &Row> {
        self.rows(paper).filter(move |row| row.is_kept() && row.fact.list() == list)
    }

    pub fn row(&self, id: RowId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    pub fn asides(&self) -> &[Aside] {
        &self.aside
    }

    /// What was said of names.
    pub fn meant(&self) -> &[(String, Meaning)] {
        &self.meant
    }

    /// Why a warning was let be; none while it is open.
    pub fn aside(&self, warning: &Warning) -> Option<&Aside> {
        let warned = Warned::of(warning);
        self.aside.iter().find(|aside| aside.warning == warned)
    }

    /// The documents as the sheet has them. `reading` is the one the sheet was made of.
    pub fn documents(&self, reading: &Reading) -> Vec<Document> {
        let nothing = Document::default();
        let paper = |paper: usize| {
            let read = reading.documents.get(paper).unwrap_or(&nothing);
            let kept = self.rows(paper).filter(|row| row.is_kept());
            let mut document = document(read, kept.map(|row| &row.fact));
            let own = self.home(paper, List::Outline) == paper;
            if paper != self.plan() {
                document.outline.clone_from(&read.outline);
                document.proposed_outline.clone_from(&read.proposed_outline);
            } else if own && is_proposed(read) && !self.outline_taken {
                document.proposed_outline = std::mem::take(&mut document.outline);
            }
            document
        };
        (0..self.papers()).map(paper).collect()
    }

    /// Makes a correction. `None`, and nothing has changed, where it names a row that is not there
    /// or that it does not fit.
    pub fn with(&self, change: &Change) -> Option<Sheet> {
        let mut sheet = self.clone();
        sheet.make(change)?;
        Some(sheet)
    }

    /// The document in which the rows of a list of another stand: for the outline of the plan that
    /// which an officer said to be its outline, where it has any items.
    fn home(&self, paper: usize, list: List) -> usize {
        if list != List::Outline || paper != self.plan() {
            return paper;
        }
        let said = self
            .rows
            .iter()
            .filter(|row| row.fact == Fact::Kind(DocumentKind::Outline) && row.is_corrected());
        let has_items = |paper: &usize| {
            self.rows.iter().any(|row| row.paper == *paper && row.fact.list() == List::Outline)
        };
        said.map(|row| row.paper).find(has_items).unwrap_or(paper)
    }

    fn make(&mut self, change: &Change) -> Option<()> {
        match change {
            Change::Put(id, fact) => {
                let row = self.row_mut(*id)?;
                (row.fact.list() == fact.list()).then_some(())?;
                row.fact = fact.clone();
                row.standing = Standing::Kept;
            }
            Change::Add { paper, before, fact } => self.add(*paper, *before, fact)?,
            Change::Drop(id) => self.drop(*id)?,
            Change::Restore(id) => self.restore(*id)?,
            Change::Move { row, before, depth } => self.move_row(*row, *before, *depth)?,
            Change::SetAside(warned, reason) => {
                self.aside.retain(|aside| aside.warning != *warned);
                self.aside.push(Aside { warning: warned.clone(), reason: reason.clone() });
            }
            Change::Raise(warned) => self.aside.retain(|aside| aside.warning != *warned),
            Change::TakeOutline => self.outline_taken = true,
            Change::Mean(name, meaning) => {
                let wanted = fold(name);
                self.meant.retain(|(known, _)| fold(known) != wanted);
                self.meant.extend(meaning.map(|meaning| (name.clone(), meaning)));
            }
            Change::StatedDay(choice) => self.stated_day = Some(*choice),
            Change::All(changes) => changes.iter().try_for_each(|change| self.make(change))?,
        }
        Some(())
    }

    /// The very same fact a second time adds nothing.
    fn add(&mut self, paper: usize, before: Option<RowId>, fact: &Fact) -> Option<()> {
        let list = fact.list();
        (!list.is_single() && paper < self.papers()).then_some(())?;
        if self.list(paper, list).any(|row| row.fact == *fact) {
            return Some(());
        }
        let home = self.home(paper, list);
        let at = self.place(home, list, before)?;
        self.push(at, home, fact.clone(), None);
        Some(())
    }

    fn drop(&mut self, id: RowId) -> Option<()> {
        let at = self.rows.iter().position(|row| row.id == id)?;
        (!self.rows[at].fact.list().is_single()).then_some(())?;
        let end = self.end(at);
        for row in &mut self.rows[at..end] {
            row.standing = Standing::Dropped;
        }
        Some(())
    }

    /// A heading stays where it was moved to; its words are what comes back.
    fn restore(&mut self, id: RowId) -> Option<()> {
        let at = self.rows.iter().position(|row| row.id == id)?;
        let end = self.end(at);
        for row in &mut self.rows[at..end] {
            row.standing = Standing::Kept;
        }
        let row = &mut self.rows[at];
        let depth = row.fact.depth();
        row.fact = row.read.clone().unwrap_or_else(|| row.fact.clone());
        if let Some(heading) = row.fact.heading_mut() {
            heading.depth = depth;
        }
        Some(())
    }

    fn move_row(&mut self, id: RowId, before: Option<RowId>, depth: u8) -> Option<()> {
        let at = self.rows.iter().position(|row| row.id == id)?;
        let (paper, list) = (self.rows[at].paper, self.rows[at].fact.list());
        let steps = i16::from(depth.min(DEEPEST)) - i16::from(self.rows[at].fact.depth());
        let end = self.end(at);
        if self.rows[at..end].iter().any(|row| Some(row.id) == before) {
            return None;
        }
        let mut moved: Vec<Row> = self.rows.drain(at..end).collect();
        for row in &mut moved {
            let depth = (i16::from(row.fact.depth()) + steps).clamp(0, i16::from(DEEPEST));
            row.fact.heading_mut()?.depth = u8::try_from(depth).unwrap_or(0);
        }
        let to = self.place(paper, list, before)?;
        self.rows.splice(to..to, moved);
        Some(())
    }

    /// One past the last of the rows that stand below the heading at a place.
    fn end(&self, at: usize) -> usize {
        let top = &self.rows[at];
        let below = self.rows[at + 1..].iter().take_while(|row| {
            row.paper == top.paper
                && row.fact.list() == top.fact.list()
                && row.fact.depth() > top.fact.depth()
        });
        at + 1 + below.count()
    }

    /// Where a row of a list goes in: before another of the same, or behind the last.
    fn place(&self, paper: usize, list: List, before: Option<RowId>) -> Option<usize> {
        let same = |row: &Row| row.paper == paper && row.fact.list() == list;
        if let Some(before) = before {
            return self.rows.iter().position(|row| row.id == before && same(row));
        }
        let behind = |row: &Row| (row.paper, row.fact.list()) > (paper, list);
        Some(self.rows.iter().position(behind).unwrap_or(self.rows.len()))
    }

    fn push(&mut self, at: usize, paper: usize, fact: Fact, read: Option<Fact>) {
        let row = Row { id: RowId(self.next), paper, fact, read, standing: Standing::Kept };
        self.rows.insert(at, row);
        self.next += 1;
    }

    fn row_mut(&mut self, id: RowId) -> Option<&mut Row> {
        self.rows.iter_mut().find(|row| row.id == id)
    }
}

/// Whether a document has its outline only by proposal.
fn is_proposed(read: &Document) -> bool {
    read.outline.is_empty() && !read.proposed_outline.is_empty()
}

impl Row {
    pub fn is_kept(&self) -> bool {
        self.standing == Standing::Kept
    }

    /// Whether somebody changed or added it.
    pub fn is_corrected(&self) -> bool {
        self.read.as_ref() != Some(&self.fact)
    }
}

impl Warned {
    pub fn of(warning: &Warning) -> Warned {
        let mut text = format!("{} {:?}", warning.code, warning.span);
        for (_, value) in &warning.facts {
            text.push_str(" | ");
            text.push_str(value);
        }
        Warned(text)
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "f{}", self.0)
    }
}

impl FromStr for RowId {
    type Err = ();

    fn from_str(text: &str) -> Result<RowId, ()> {
        let digits = text.strip_prefix('f').ok_or(())?;
        digits.parse().map(RowId).map_err(|_| ())
    }
}

#[cfg(test)]
mod tests;
