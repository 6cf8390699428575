use super::form::page;
use super::table::{heading, words, wrong_rows};
use crate::site::{Answer, Path, Posted, Upload, Visitor, download};
use crate::ui::{Mistake, Ui};
use app::library::keep_file;
use app::register::{Compared, Ground, compare, stage};
use app::reorganisation::{ListReorganisations, ShowReorganisation};
use app::{Ending, Seen};
use axum::http::StatusCode;
use domain::calendar;
use domain::file::File;
use domain::id::ReorganisationId;
use domain::register::Line;
use domain::reorganisation::Refusal;
use jiff::civil::Date;
use std::sync::Arc;

/// Compares an uploaded table with the tree and stages what is right of it.
pub(super) async fn take_in(visitor: Visitor, posted: Posted) -> Answer {
    // Only who may reorganise gets a file read.
    let Seen { scope, .. } = visitor.read(ListReorganisations).await?;
    let ui = visitor.ui_of_nobody();
    let mut mistakes = Vec::new();
    let day = calendar::read_day(posted.get("day"));
    if day.is_none() {
        mistakes.push(Mistake::new("day", ui.refusal(Refusal::DayUnreadable)));
    }
    for field in ["document", "reason"] {
        if posted.get(field).trim().is_empty() {
            mistakes.push(Mistake::new(field, ui.refusal(Refusal::GroundMissing)));
        }
    }
    let lines = read(&visitor, &ui, posted.upload.as_ref()).await?;
    let lines = lines.map_err(|words| mistakes.push(Mistake::new("file", words))).ok();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let (Some(day), Some(lines), true) = (day, lines, mistakes.is_empty()) {
        match take(&visitor, &ui, &posted, Arc::new(lines), day).await {
            Ok(id) => return visitor.go(&format!("/reorganisations/{id}")),
            Err(ending) => {
                let words;
                (status, words) = visitor.trouble(ending).above_form(&ui)?;
                mistakes.push(Mistake::new("", words));
            }
        }
    }
    let mut page = page(&visitor, &scope);
    for (name, entry) in [
        ("file", &mut page.file),
        ("day", &mut page.day),
        ("document", &mut page.document),
        ("reason", &mut page.reason),
    ] {
        let mistake = mistakes.iter().find(|mistake| mistake.field == name);
        entry.error = mistake.map_or(String::new(), |mistake| mistake.words.clone());
        posted.get(name).clone_into(&mut entry.value);
    }
    page.mistakes = mistakes;
    Ok(visitor.page(status, &page))
}

/// The rows of a sheet that were wrong, as they came, each with its reason.
pub(super) async fn wrong(visitor: Visitor, Path(id): Path<ReorganisationId>) -> Answer {
    let view = visitor.read(ShowReorganisation { id }).await?.output;
    let file = view.receipt.and_then(|receipt| receipt.file);
    download(&visitor, file.ok_or_else(|| visitor.trouble(Ending::NotFound))?).await
}

/// The lines of the table, away from the threads that answer; else what is wrong with the file.
async fn read(
    visitor: &Visitor,
    ui: &Ui,
    upload: Option<&Upload>,
) -> Result<Result<Vec<Line>, String>, crate::site::Trouble> {
    let Some(bytes) = upload.map(|upload| upload.bytes.clone()) else {
        return Ok(Err(ui.say("register-file-missing").to_string()));
    };
    let read_sheet = visitor.site.read_sheet;
    let rows = tokio::task::spawn_blocking(move || read_sheet(&bytes)).await;
    let rows = rows.map_err(|error| visitor.trouble(Ending::Broken(error.to_string())))?;
    let lines = match rows {
        Ok(rows) => domain::register::lines(&rows, &words()),
        Err(key) => return Ok(Err(ui.say(key).to_string())),
    };
    Ok(match lines {
        Ok(lines) if lines.is_empty() => Err(ui.say("no-table-empty").to_string()),
        Ok(lines) => Ok(lines),
        Err(missing) => {
            let missing: Vec<String> =
                missing.into_iter().map(|column| format!("“{}”", heading(ui, column))).collect();
            let words = ui.say("register-columns-missing");
            Err(words.with("columns", missing.join(", ")).to_string())
        }
    })
}

async fn take(
    visitor: &Visitor,
    ui: &Ui,
    posted: &Posted,
    lines: Arc<Vec<Line>>,
    day: Date,
) -> Result<ReorganisationId, Ending> {
    let app = &visitor.site.app;
    let key = posted.key();
    let compared = compare(app, visitor.token(), &key, Arc::clone(&lines), day).await?;
    let file = keep_wrong(visitor, ui, &lines, &compared).await?;
    let own = |name: &str| posted.get(name).to_owned();
    let ground = Ground { reason: own("reason"), document: own("document") };
    stage(app, visitor.token(), &key, (&lines, compared), ground, file).await
}

/// The file of the wrong rows; none where all are right.
async fn keep_wrong(
    visitor: &Visitor,
    ui: &Ui,
    lines: &[Line],
    compared: &Compared,
) -> Result<Option<File>, Ending> {
    if compared.comparison.wrong.is_empty() {
        return Ok(None);
    }
    let rows = wrong_rows(ui, lines, &compared.comparison);
    let (title, name) = (ui.say("register-sheet").to_string(), ui.say("register-wrong"));
    let name = format!("{name}.xlsx");
    let (blobs, write) = (visitor.site.app.blobs.clone(), visitor.site.write_xlsx);
    let work = tokio::task::spawn_blocking(move || {
        let book = write(&title, &rows).map_err(Ending::Broken)?;
        keep_file(&blobs, &name, &book)
    });
    work.await.map_err(|error| Ending::Broken(error.to_string()))?.map(Some)
}
