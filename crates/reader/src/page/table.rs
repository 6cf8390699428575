//! Tables of duties (bảng phân công): a row says who does what with whom by when.

use super::{Line, Page, Token, TokenKind};
use crate::lexicon::COLUMNS;
use domain::source::Span;
use std::ops::Range;

/// Where a line stands in a table of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub table: u32,
    pub row: u32,
    pub column: u32,
}

/// A row of a table of duties, each cell as its tokens; one that is not there is empty, and so are
/// all in the head of the table and in a row that heads others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub lines: Range<usize>,
    pub what: Range<usize>,
    /// In a cell that covers several rows it is that of the first.
    pub who: Range<usize>,
    pub with: Range<usize>,
    pub when: Range<usize>,
    /// The day that stands alone in `when` is the last.
    pub due: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    What,
    Who,
    With,
    Due,
    When,
    Other,
}

/// One piece of a row: its last line, its column and its words.
struct Piece {
    line: usize,
    column: u32,
    tokens: Range<usize>,
}

/// A row as it stands in the text.
type Pieces = Vec<Piece>;

/// The rows of all tables of duties, in the order of the text.
///
/// A table is one of duties where its first rows name a column for what is done and one for who does
/// it or by when, or one each for those two.
pub fn rows(page: &Page) -> Vec<Row> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < page.lines.len() {
        let table = table_at(page, at);
        let end = table.last().and_then(|row| row.last()).map_or(at + 1, |piece| piece.line + 1);
        duties(page, &table, &mut found);
        at = end.max(at + 1);
    }
    found
}

/// The table that begins with a line: rows of cells, or lines in three columns or more.
fn table_at(page: &Page, first: usize) -> Vec<Pieces> {
    match page.lines[first].cell {
        Some(cell) => table_of_cells(page, first, cell.table),
        None => table_of_lines(page, first),
    }
}

fn table_of_cells(page: &Page, first: usize, table: u32) -> Vec<Pieces> {
    let mut rows: Vec<Pieces> = Vec::new();
    let mut last = None;
    for at in first..page.lines.len() {
        let line = &page.lines[at];
        let cell = match line.cell {
            Some(cell) if cell.table == table => cell,
            // A list within a cell.
            None if line.label.is_some() && goes_on(page, at, table) => {
                let Some(cell) = within(page, at, table).or(last) else { break };
                cell
            }
            _ => break,
        };
        if last.is_none_or(|last: Cell| last.row != cell.row) {
            rows.push(Vec::new());
        }
        last = Some(cell);
        let Some(row) = rows.last_mut() else { break };
        match row.last_mut().filter(|piece| piece.column == cell.column) {
            Some(piece) => (piece.line, piece.tokens.end) = (at, line.tokens.end),
            None => row.push(Piece { line: at, column: cell.column, tokens: line.tokens.clone() }),
        }
    }
    rows
}

/// True where cells of the table follow behind the items of a list.
fn goes_on(page: &Page, at: usize, table: u32) -> bool {
    let behind = page.lines[at..].iter().find(|line| line.label.is_none());
    behind.and_then(|line| line.cell).is_some_and(|cell| cell.table == table)
}

/// The cell that a list stands in: the one that is left out between two others.
fn within(page: &Page, at: usize, table: u32) -> Option<Cell> {
    let before = page.lines[..at].iter().rev().find(|line| line.label.is_none())?.cell?;
    let next = page.lines[at..].iter().find(|line| line.label.is_none())?.cell?;
    let open = before.table == table && next.row == before.row && next.column > before.column + 1;
    open.then_some(Cell { column: before.column + 1, ..before })
}

fn table_of_lines(page: &Page, first: usize) -> Vec<Pieces> {
    let mut rows = Vec::new();
    let wide = |line: &Line| page.cells(line).len() > 2 || page.walls(line) > 2;
    let columned = |line: &Line| line.cell.is_none() && wide(line);
    for at in first..page.lines.len() {
        let line = &page.lines[at];
        if line.is_rule(page) && !rows.is_empty() {
            continue;
        }
        if !columned(line) {
            break;
        }
        let mut column = 0;
        let cells = page.cells(line).into_iter().map(|tokens| {
            column += walls(page, line, tokens.start);
            Piece { line: at, column, tokens }
        });
        rows.push(cells.collect());
    }
    rows
}

/// How many columns on the cell stands that begins with a token: an empty one has its walls, too.
fn walls(page: &Page, line: &Line, at: usize) -> u32 {
    if at == line.tokens.start {
        return 0;
    }
    let gap = Span::new(page.tokens[at - 1].span.to, page.tokens[at].span.from);
    let walls = page.raw(gap).iter().filter(|c| matches!(c, '|' | '\t'));
    walls.map(|_| 1).sum::<u32>().max(1)
}

/// Adds the rows of a table below its head.
fn duties(page: &Page, table: &[Pieces], found: &mut Vec<Row>) {
    let Some((columns, head)) = head(page, table) else { return };
    found.extend(
        table[..head]
            .iter()
            .filter_map(|pieces| Some(Row { lines: lines(page, pieces)?, ..Row::default() })),
    );
    let mut who = 0..0;
    for pieces in &table[head..] {
        let Some(lines) = lines(page, pieces) else { continue };
        let mut row = Row { lines, ..Row::default() };
        for piece in pieces {
            match columns.iter().rfind(|(column, _)| *column <= piece.column) {
                Some((_, Column::What)) => row.what = piece.tokens.clone(),
                Some((_, Column::Who)) => row.who = piece.tokens.clone(),
                Some((_, Column::With)) => row.with = piece.tokens.clone(),
                Some((_, Column::When)) => row.when = piece.tokens.clone(),
                Some((_, Column::Due)) => {
                    row.when = piece.tokens.clone();
                    row.due = true;
                }
                _ => {}
            }
        }
        let bare = row.who.is_empty() && row.with.is_empty() && row.when.is_empty();
        // `I. CÔNG TÁC CHUẨN BỊ` across the table heads the rows below it.
        let heads = bare && (pieces.len() == 1 || page.tokens[row.what.clone()].iter().all(loud));
        if heads {
            who = 0..0;
            row = Row { lines: row.lines, ..Row::default() };
        } else if row.who.is_empty() {
            row.who = who.clone();
        } else {
            who = row.who.clone();
        }
        found.push(row);
    }
}

fn loud(token: &Token) -> bool {
    !token.is_word() || token.upper()
}

fn lines(page: &Page, pieces: &[Piece]) -> Option<Range<usize>> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    Some(page.line_of(first.tokens.start)..last.line + 1)
}

/// What the columns hold, by the column at which each begins, and how many rows say so.
fn head(page: &Page, table: &[Pieces]) -> Option<(Vec<(u32, Column)>, usize)> {
    let mut columns: Vec<(u32, Column)> = Vec::new();
    let mut rows = 0;
    for pieces in table.iter().take(2) {
        let named: Vec<_> =
            pieces.iter().map(|p| (p.column, column(&page.tokens[p.tokens.clone()]))).collect();
        let known = named.iter().filter(|(_, column)| column.is_some()).count();
        if known * 2 <= named.len() || rows > 0 && known < named.len() {
            break;
        }
        for (at, column) in named {
            columns.retain(|(known, _)| *known != at);
            columns.push((at, column.unwrap_or(Column::Other)));
        }
        rows += 1;
    }
    columns.sort_by_key(|(at, _)| *at);
    let has = |wanted: Column| columns.iter().any(|(_, column)| *column == wanted);
    let when = has(Column::When) || has(Column::Due);
    let duties = has(Column::What) && (has(Column::Who) || when) || has(Column::Who) && when;
    (rows > 0 && duties).then_some((columns, rows))
}

fn column(head: &[Token]) -> Option<Column> {
    let mark = |t: &&Token| matches!(t.kind, TokenKind::Mark(c) if c != ',' && c != '/');
    let from = head.iter().take_while(mark).count();
    let tokens = &head[from..head.len() - head[from..].iter().rev().take_while(mark).count()];
    // `Thời gian (dự kiến)`
    let bracket = tokens.iter().position(|t| t.is('(')).unwrap_or(tokens.len());
    Some(match COLUMNS.whole(&tokens[..bracket])?.value {
        "number" => Column::Number,
        "what" => Column::What,
        "who" => Column::Who,
        "with" => Column::With,
        "due" => Column::Due,
        "when" => Column::When,
        _ => Column::Other,
    })
}
