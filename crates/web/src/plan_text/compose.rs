//! A plan as an official paper. Papers are in Vietnamese, whoever looks at the page.

use super::texts::{review, text, who};
use crate::report::{
    heading_number, lines, place_and_date, say, signature_of, symbol_unit, table_annex,
};
use domain::campaign::Section;
use domain::document::{
    Annex, Block, Document, Emphasis, Heading, HeadingNumber, Letterhead, Level, PlanBasis,
    PlanDuty, PlanException, PlanPaper, PlanPart, PlanSender, PlanSending, Profile, Properties,
    Recipient, Recipients, Run, Title, Turn, blocks_of, number_words,
};
use domain::narrative::Narrative;
use jiff::civil::Date;
use words::{Lang, time};

/// Whether the paper stands, or may still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    Draft,
    Final,
}

/// The paper as it would be printed.
pub fn compose(paper: &PlanPaper, edition: Edition) -> Document {
    let author = paper.issuer.clone();
    Document {
        profile: Profile::decree_30(),
        properties: Properties {
            title: say("document-plan-on").with("subject", paper.subject.as_str()).to_string(),
            author,
            language: "vi-VN".to_owned(),
            dated: paper.day.unwrap_or(paper.today),
        },
        letterhead: Letterhead {
            parent: Some(paper.parent.to_uppercase()).filter(|parent| !parent.is_empty()),
            issuer: paper.issuer.to_uppercase(),
            nation: say("document-nation").to_string(),
            motto: say("document-motto").to_string(),
            number: number_line(paper, edition),
            place_and_date: place_and_date(&text(paper, PlanPart::Place), paper.day, paper.today),
        },
        title: Title { kind: say("document-plan").to_string(), subject: paper.subject.clone() },
        addressee: None,
        body: body(paper),
        recipients: recipients(&text(paper, PlanPart::Recipients)),
        signature: signature_of(
            &text(paper, PlanPart::Authority),
            &text(paper, PlanPart::Post),
            &text(paper, PlanPart::Signatory),
        ),
        annexes: outlines(paper).chain(table(paper)).collect(),
    }
}

fn number_line(paper: &PlanPaper, edition: Edition) -> String {
    let line = say("document-number").with("number", number(paper)).to_string();
    match edition {
        Edition::Draft => format!("{line}\n{}", say("document-plan-draft")),
        Edition::Final => line,
    }
}

/// As the register has it, or room for the pen before the symbol.
fn number(paper: &PlanPaper) -> String {
    if !paper.number.is_empty() {
        return paper.number.clone();
    }
    let symbol = say("document-plan-symbol").with("unit", symbol_unit(&paper.short)).to_string();
    number_words("", None, symbol.trim_end_matches('-')).trim_start_matches(' ').to_owned()
}

fn body(paper: &PlanPaper) -> Vec<Block> {
    let mut blocks: Vec<Block> = paper.bases.iter().map(basis).collect();
    blocks.extend(written(paper, PlanPart::Opening));
    blocks.push(heading(Level::One, "document-plan-purpose-demands"));
    titled(&mut blocks, "document-plan-purpose", written(paper, PlanPart::Purpose));
    titled(&mut blocks, "document-plan-demands", written(paper, PlanPart::Demands));
    blocks.push(heading(Level::One, "document-plan-content-form"));
    let mut content = written(paper, PlanPart::Content);
    content.extend(forms(paper));
    titled(&mut blocks, "document-plan-content", content);
    titled(&mut blocks, "document-plan-period", written(paper, PlanPart::Period));
    titled(&mut blocks, "document-plan-form", written(paper, PlanPart::Form));
    blocks.push(heading(Level::One, "document-plan-time"));
    blocks.extend(paper.senders.iter().map(|sender| item(&sentence(paper, sender))));
    blocks.extend(upward(paper));
    blocks.extend(paper.exceptions.iter().map(|apart| exception(paper, apart)));
    blocks.push(heading(Level::One, "document-plan-organisation"));
    for group in paper.duties.chunk_by(|one, next| one.leads == next.leads) {
        blocks.push(Block::heading(Level::Two, &group[0].leads.join(", ")));
        blocks.extend(group.iter().map(|duty| item(&duty_words(duty))));
    }
    blocks.extend(written(paper, PlanPart::Organisation));
    blocks
}

/// `Căn cứ Nghị quyết số 02/NQ-BCH ngày 05/3/2019 của Ban Chấp hành … về …;`, no word of it twice.
fn basis(basis: &PlanBasis) -> Block {
    let about = say("document-plan-basis-about").with("what", "").to_string();
    let parts = basis.title.split_once(&format!(" {} ", about.trim()));
    // What is longer than the name of a kind of document is a title of its own.
    let parts = parts.filter(|(kind, _)| kind.split(' ').count() <= KIND_WORDS_MAX);
    let (kind, topic) = parts.unwrap_or((&basis.title, ""));
    let mut what = match kind {
        "" => say("document-plan-basis-above").to_string(),
        kind => kind.to_owned(),
    };
    if !basis.number.is_empty() && !what.contains(&basis.number) {
        what = say("document-plan-basis-number")
            .with("title", what)
            .with("number", basis.number.as_str())
            .to_string();
    }
    if let Some(day) = basis.day {
        what = say("document-plan-basis-day")
            .with("what", what)
            .with("day", written_day(day))
            .to_string();
    }
    if !basis.issuer.is_empty() && !what.contains(&basis.issuer) {
        what = say("document-plan-basis-issuer")
            .with("what", what)
            .with("issuer", basis.issuer.as_str())
            .to_string();
    }
    if !topic.is_empty() {
        what = format!("{what} {}", say("document-plan-basis-about").with("what", topic));
    }
    let words = say("document-plan-basis").with("what", what).to_string();
    Block::Paragraph(vec![Run::new(&words, Emphasis::Italic)])
}

/// `Nghị quyết liên tịch`.
const KIND_WORDS_MAX: usize = 3;

fn sentence(paper: &PlanPaper, sender: &PlanSender) -> String {
    say("document-plan-sender")
        .with("who", who(sender))
        .with("acts", acts(paper, &sender.sent))
        .to_string()
}

/// `tổ chức tổng kết từ ngày …, gửi báo cáo về … chậm nhất ngày …`.
fn acts(paper: &PlanPaper, sending: &PlanSending) -> String {
    let held = sending.hold.map(|(from, to)| held(paper, from, to));
    let sent = match sending.via.as_str() {
        "" => say("document-plan-sent").with("to", sending.to.as_str()).to_string(),
        desk => say("document-plan-sent-through")
            .with("to", sending.to.as_str())
            .with("desk", desk)
            .to_string(),
    };
    let sent = match sending.last_day {
        Some(day) => {
            say("document-plan-by").with("acts", sent).with("day", written_day(day)).to_string()
        }
        None => sent,
    };
    held.into_iter().chain([sent]).collect::<Vec<_>>().join(", ")
}

fn held(paper: &PlanPaper, from: Date, to: Date) -> String {
    let phrase = match from == to {
        true => say("document-plan-held-day").with("day", written_day(to)),
        false => {
            say("document-plan-held").with("from", written_day(from)).with("to", written_day(to))
        }
    };
    phrase.with("review", review(paper)).to_string()
}

fn upward(paper: &PlanPaper) -> Option<Block> {
    let (to, day) = paper.upward.as_ref().filter(|(to, _)| !to.is_empty())?;
    let words = say("document-plan-upward")
        .with("who", paper.issuer.as_str())
        .with("to", to.as_str())
        .with("day", written_day(*day));
    Some(item(&words.to_string()))
}

fn exception(paper: &PlanPaper, exception: &PlanException) -> Block {
    let acts = match &exception.sent {
        Some(sending) => acts(paper, sending),
        None => say("document-plan-not-asked").to_string(),
    };
    let words = say("document-plan-exception").with("units", exception.units.join(", "));
    Block::paragraph(&words.with("acts", acts).to_string())
}

fn forms(paper: &PlanPaper) -> Option<Block> {
    let words = say("document-plan-forms").with("forms", paper.forms.join("; ")).to_string();
    (!paper.forms.is_empty()).then(|| Block::paragraph(&words))
}

/// What is done, with whom, what comes of it, and by when; nothing twice that its words say.
fn duty_words(duty: &PlanDuty) -> String {
    let mut what = duty.what.trim_end_matches(['.', ';', ' ']).to_owned();
    let shares: Vec<&str> =
        duty.shares.iter().map(String::as_str).filter(|name| !what.contains(name)).collect();
    if !shares.is_empty() {
        what = say("document-plan-duty-with")
            .with("what", what)
            .with("shares", shares.join(", "))
            .to_string();
    }
    if !duty.result.is_empty() {
        what = say("document-plan-duty-result")
            .with("what", what)
            .with("result", duty.result.as_str())
            .to_string();
    }
    if let Some(day) = duty.due {
        what = say("document-plan-duty-due")
            .with("what", what)
            .with("day", written_day(day))
            .to_string();
    }
    format!("{what}.")
}

/// The common outline, then those of organs.
fn outlines(paper: &PlanPaper) -> impl Iterator<Item = Annex> {
    let common = outline(paper, (paper.subject.clone(), &paper.outline));
    let organs = paper.organs.iter().filter_map(|(organ, sections)| {
        let title = say("document-plan-outline-of").with("organ", organ.as_str()).to_string();
        outline(paper, (title, sections))
    });
    common.into_iter().chain(organs)
}

fn outline(paper: &PlanPaper, (title, sections): (String, &[Section])) -> Option<Annex> {
    let mut body = Vec::new();
    for section in sections {
        body.push(Block::Heading(Heading {
            level: Level::at_depth(usize::from(section.depth)),
            number: heading_number(&section.number),
            words: section.title.clone(),
        }));
        body.extend(blocks_of(&Narrative::parse(section.guidance.trim())));
    }
    (!body.is_empty()).then(|| Annex {
        label: say("document-plan-outline").to_string(),
        title,
        note: Some(say("document-plan-with").with("number", number(paper)).to_string()),
        turn: Turn::Upright,
        body,
    })
}

fn table(paper: &PlanPaper) -> Option<Annex> {
    let table = paper.table.as_ref()?;
    let note = say("document-plan-with").with("number", number(paper)).to_string();
    Some(table_annex(table, note))
}

/// The lines with their purposes: `Tổng Liên đoàn (để báo cáo)`.
fn recipients(words: &str) -> Option<Recipients> {
    let list: Vec<Recipient> = lines(words).map(recipient).collect();
    let label = say("document-recipients").to_string();
    (!list.is_empty()).then_some(Recipients { label, list })
}

fn recipient(line: &str) -> Recipient {
    let line = line.trim_start_matches("- ").trim_end_matches([';', '.', ' ']);
    let purpose = line.strip_suffix(')').and_then(|line| line.rsplit_once(" ("));
    match purpose {
        Some((name, purpose)) => {
            Recipient { name: name.to_owned(), purpose: Some(purpose.to_owned()) }
        }
        None => Recipient { name: line.to_owned(), purpose: None },
    }
}

fn written(paper: &PlanPaper, part: PlanPart) -> Vec<Block> {
    blocks_of(&Narrative::parse(text(paper, part).trim()))
}

fn titled(blocks: &mut Vec<Block>, key: &str, words: Vec<Block>) {
    if !words.is_empty() {
        blocks.push(heading(Level::Two, key));
        blocks.extend(words);
    }
}

fn heading(level: Level, key: &str) -> Block {
    Block::Heading(Heading { level, number: HeadingNumber::Next, words: say(key).to_string() })
}

fn item(words: &str) -> Block {
    Block::Item(vec![Run::new(words, Emphasis::Plain)])
}

fn written_day(day: Date) -> String {
    time::date(Lang::Vi, day)
}
