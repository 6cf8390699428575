//! The list of a group's members as an official paper. Papers are in Vietnamese.

use super::show::who_words;
use super::{asked_day, part_words};
use crate::site::{Answer, Path, Query, Render, Visitor, paper};
use crate::ui::Ui;
use app::Member;
use app::group::{GroupView, ShowGroup};
use domain::document::{
    Align, Block, Cell, Column, Document, Letterhead, Profile, Properties, Row, Signature, Table,
    Title,
};
use domain::group::Standing;
use domain::id::BodyId;
use serde::Deserialize;
use words::{Lang, Phrase, time};

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    on: String,
}

pub(super) async fn docx(
    visitor: Visitor,
    Path(group): Path<BodyId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    file(&visitor, group, &wanted, Render::Docx).await
}

pub(super) async fn pdf(
    visitor: Visitor,
    Path(group): Path<BodyId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    file(&visitor, group, &wanted, Render::Pdf).await
}

async fn file(visitor: &Visitor, group: BodyId, wanted: &Wanted, render: Render) -> Answer {
    let (on, _) = asked_day(&visitor.ui_of_nobody(), &wanted.on);
    let view = visitor.read(ShowGroup { group, on }).await?.output;
    paper(visitor, compose(&view), render).await
}

/// The members as of the day, tied to the decision that set the group up.
fn compose(view: &GroupView) -> Document {
    let ui = Ui { lang: Lang::Vi, ..Ui::default() };
    let subject = say("document-members-of").with("group", view.group.name.as_str()).to_string();
    let present = |member: &&Member| member.term.standing(view.day) == Standing::InForce;
    let rows = view.members.iter().filter(present).enumerate();
    let rows = rows.map(|(at, member)| row(&ui, view, at, member)).collect();
    let signature = view.signer.clone().map(|(name, post)| Signature {
        authority: Vec::new(),
        post: post.to_uppercase(),
        mark: None,
        name,
    });
    Document {
        profile: Profile::decree_30(),
        properties: Properties {
            title: subject.clone(),
            author: view.unit.name.clone(),
            language: "vi-VN".to_owned(),
            dated: view.day,
        },
        letterhead: Letterhead {
            parent: Some(view.unit.parent.to_uppercase()).filter(|parent| !parent.is_empty()),
            issuer: view.unit.name.to_uppercase(),
            nation: say("document-nation").to_string(),
            motto: say("document-motto").to_string(),
            number: String::new(),
            place_and_date: String::new(),
        },
        title: Title { kind: say("document-list").to_string(), subject },
        addressee: None,
        body: tied(view).into_iter().chain([Block::Table(table(rows))]).collect(),
        recipients: None,
        signature,
        annexes: Vec::new(),
    }
}

fn say(key: &str) -> Phrase<'static> {
    words::say(Lang::Vi, key)
}

/// `Kèm theo Quyết định số … ngày …`.
fn tied(view: &GroupView) -> Option<Block> {
    let first = view.decisions.first()?;
    let words = say("document-with-decision").with("number", first.paper.number.as_str());
    let words = words.with("day", time::date(Lang::Vi, first.paper.day));
    Some(Block::paragraph(&words.with("issuer", view.unit.name.as_str()).to_string()))
}

fn table(rows: Vec<Row>) -> Table {
    let heads = [
        "document-column-order",
        "document-column-member",
        "document-column-about",
        "document-column-part",
        "document-column-task",
    ];
    let column = |(share, align)| Column { share, align };
    let columns = [
        (5, Align::Centre),
        (24, Align::Left),
        (28, Align::Left),
        (15, Align::Left),
        (28, Align::Left),
    ];
    Table {
        caption: None,
        columns: columns.map(column).into(),
        header: vec![Row::new(heads.map(|key| Cell::from(say(key).to_string())))],
        rows,
        notes: Vec::new(),
    }
}

fn row(ui: &Ui, view: &GroupView, at: usize, member: &Member) -> Row {
    let (mut name, mut about) = who_words(ui, &member.who);
    // On paper the person stands first, and the post beside.
    if let app::Who::Post { .. } = member.who {
        std::mem::swap(&mut name, &mut about);
        if name.is_empty() {
            name = say("document-vacant").to_string();
        }
    }
    let part = part_words(ui, view.group.kind, member.part);
    let cells = [(at + 1).to_string(), name, about, part, member.task.clone()];
    Row::new(cells.map(Cell::from))
}
