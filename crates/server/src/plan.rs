use crate::cli::Form;
use crate::complaint::{complain, tell};
use domain::plan::{Document, Reading};
use domain::source::Source;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use words::{Lang, say, time};

/// Reads each file and prints what it says. Ends with 2 where one could not be read.
pub fn read(files: &[PathBuf], form: Form, lang: Lang) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for file in files {
        match source(file) {
            Ok(source) => print(file, &source, form, lang),
            Err(why) => {
                let name = file.display().to_string();
                let why = why.words(lang);
                let line = say(lang, "cli-file-unreadable").with("file", name).with("why", why);
                complain(&line.to_string());
                code = ExitCode::from(2);
            }
        }
    }
    code
}

/// Why a file gave no text.
enum Why {
    /// The system would not open it.
    System(std::io::Error),
    /// It was opened and is nothing that can be read.
    Unreadable(&'static str),
}

impl Why {
    fn words(&self, lang: Lang) -> String {
        match self {
            Why::System(error) => error.to_string(),
            Why::Unreadable(key) => say(lang, key).to_string(),
        }
    }
}

fn source(file: &Path) -> Result<Source, Why> {
    let bytes = std::fs::read(file).map_err(Why::System)?;
    crate::file::read(&name(file), &bytes).map_err(Why::Unreadable)
}

fn name(file: &Path) -> String {
    file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn print(file: &Path, source: &Source, form: Form, lang: Lang) {
    if form == Form::Text {
        return tell(&source.text);
    }
    let mut reading = reader::read(source);
    reading.file = name(file);
    for warning in &mut reading.warnings {
        warning.message = words::warning(lang, warning).to_string();
    }
    match form {
        Form::Json => match serde_json::to_string(&reading) {
            Ok(json) => tell(&json),
            Err(error) => complain(&error.to_string()),
        },
        Form::Summary | Form::Text => summarise(&reading, lang),
    }
}

fn summarise(reading: &Reading, lang: Lang) {
    tell(&reading.file);
    for document in &reading.documents {
        document_lines(document, lang).iter().for_each(|line| tell(&format!("  {line}")));
    }
    for warning in &reading.warnings {
        tell(&format!("  ! {}", warning.message));
    }
}

fn document_lines(document: &Document, lang: Lang) -> Vec<String> {
    let row = |key: &str, value: String| format!("{}: {value}", say(lang, key));
    let head = &document.letterhead;
    let day = head.date.map(|day| time::date(lang, day));
    let mut lines =
        vec![format!("{} {}", document.type_line, head.number.clone().unwrap_or_default())];
    lines.push(document.title.clone());
    lines.extend(head.issuer.clone().map(|issuer| row("cli-plan-issuer", issuer)));
    lines.extend(day.map(|day| row("cli-plan-day", day)));
    for cited in &document.subject {
        lines.push(row("cli-plan-subject", cited_words(cited)));
    }
    for cited in &document.basis {
        lines.push(row("cli-plan-basis", cited_words(cited)));
    }
    for date in &document.dates {
        let end = date.end.map(|end| time::date(lang, end)).unwrap_or_default();
        let words = format!("{} | {} | {} → {end}", date.who.join("; "), date.what, date.text);
        lines.push(row("cli-plan-date", words));
    }
    for to in &document.report_to {
        let via = to.via.as_ref().map(|via| format!(" ({via})")).unwrap_or_default();
        lines.push(row("cli-plan-destination", format!("{} → {}{via}", to.from.join("; "), to.to)));
    }
    let outline =
        if document.outline.is_empty() { &document.proposed_outline } else { &document.outline };
    for item in outline {
        lines.push(row("cli-plan-outline", format!("{} {}", item.number, item.title)));
    }
    lines
}

fn cited_words(cited: &domain::plan::Cited) -> String {
    let parts = [Some(cited.type_name.clone()), cited.number.clone(), cited.issuer.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
