//! The report of a unit as an official paper. Papers are in Vietnamese, whoever looks at the page.

use super::annex::annex;
use app::HeadingWords;
use app::report::{ReportFigures, ReportView};
use domain::body::Organ;
use domain::calendar;
use domain::campaign::Section;
use domain::document::{
    Addressee, Block, Document, Heading, HeadingNumber, Letterhead, Level, Profile, Properties,
    Recipient, Recipients, Signature, Title, blocks_of, date_words, number_words,
};
use domain::narrative::Narrative;
use jiff::civil::Date;
use words::{Lang, Phrase, time};

/// The paper as it would be printed now.
pub fn compose(view: &ReportView) -> Document {
    let heading = heading_words(view);
    let today = calendar::day(view.now);
    let day = calendar::read_day(&heading.day);
    let number = number(view, &heading);
    let subject = view.campaign.title.clone();
    Document {
        profile: Profile::decree_30(),
        properties: Properties {
            title: say("document-report-on").with("subject", subject.as_str()).to_string(),
            author: view.names.name.clone(),
            language: "vi-VN".to_owned(),
            dated: day.unwrap_or(today),
        },
        letterhead: Letterhead {
            parent: Some(view.parent.to_uppercase()).filter(|parent| !parent.is_empty()),
            issuer: view.names.name.to_uppercase(),
            nation: say("document-nation").to_string(),
            motto: say("document-motto").to_string(),
            number: say("document-number").with("number", number.as_str()).to_string(),
            place_and_date: place_and_date(&heading.place, day, today),
        },
        title: Title { kind: say("document-report").to_string(), subject },
        addressee: addressee(&view.to),
        body: body(view),
        recipients: recipients(&heading),
        signature: signature_of(&heading.authority, &heading.post, &heading.signatory),
        annexes: match &view.figures {
            ReportFigures::None => Vec::new(),
            figures => annex(figures, &number).into_iter().collect(),
        },
    }
}

/// What stands around the report: as somebody wrote it, or as such papers usually have it.
pub fn heading_words(view: &ReportView) -> HeadingWords {
    if let Some(heading) = &view.heading {
        return heading.words.clone();
    }
    let committee = match view.committee {
        Organ::StandingCommittee => "document-standing-committee",
        _ => "document-executive-committee",
    };
    let (signatory, post) = view.signer.clone().unwrap_or_default();
    let as_above = (!view.to.is_empty()).then(|| say("document-recipient-as-above").to_string());
    let file = say("document-recipient-file").with("where", say("document-archive")).to_string();
    HeadingWords {
        authority: say("document-for-committee").with("body", say(committee)).to_string(),
        post: post.to_uppercase(),
        signatory,
        recipients: as_above.into_iter().chain([file]).collect::<Vec<_>>().join("\n"),
        ..HeadingWords::default()
    }
}

pub(crate) fn say(key: &str) -> Phrase<'static> {
    words::say(Lang::Vi, key)
}

/// As written, or room for the pen before the symbol that such units use.
fn number(view: &ReportView, heading: &HeadingWords) -> String {
    if !heading.number.is_empty() {
        return heading.number.clone();
    }
    let unit = symbol_unit(&view.names.short);
    let symbol = say("document-report-symbol").with("unit", unit).to_string();
    number_words("", None, symbol.trim_end_matches('-')).trim_start_matches(' ').to_owned()
}

/// The letters by which a symbol names a unit; nothing where its short name does not begin so.
pub(crate) fn symbol_unit(short: &str) -> &str {
    let first = short.split(' ').next().unwrap_or_default();
    let abbreviated = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
    if abbreviated { first } else { "" }
}

pub(crate) fn place_and_date(place: &str, day: Option<Date>, today: Date) -> String {
    let words = date_words(day, today);
    let place = if place.is_empty() { ROOM_FOR_PLACE } else { place };
    say("document-place-date")
        .with("place", place)
        .with("day", words.day)
        .with("month", words.month)
        .with("year", words.year)
        .to_string()
}

const ROOM_FOR_PLACE: &str = "……………";

fn addressee(to: &str) -> Option<Addressee> {
    let label = say("document-to").with("who", "").to_string().trim().to_owned();
    (!to.is_empty()).then(|| Addressee { label, names: vec![to.to_owned()] })
}

fn body(view: &ReportView) -> Vec<Block> {
    let mut blocks: Vec<Block> = opening(view).into_iter().collect();
    let leaves: Vec<&Section> = app::submission::leaves(&view.outline).collect();
    for section in &view.outline {
        blocks.push(Block::Heading(Heading {
            level: Level::at_depth(usize::from(section.depth)),
            number: heading_number(&section.number),
            words: section.title.clone(),
        }));
        let draft = view.drafts.iter().find(|draft| draft.section == section.id);
        let written = draft.map(|draft| draft.words.trim()).unwrap_or_default();
        blocks.extend(blocks_of(&Narrative::parse(written)));
        if written.is_empty() && leaves.iter().any(|leaf| leaf.id == section.id) {
            blocks.push(Block::paragraph(&say("document-section-empty").to_string()));
        }
    }
    blocks
}

/// By which plan the unit reports; nothing where the plan has no number.
fn opening(view: &ReportView) -> Option<Block> {
    let number = view.campaign.number.as_str();
    if number.is_empty() {
        return None;
    }
    let plan = match view.campaign.plan_day {
        Some(day) => say("document-plan-dated")
            .with("number", number)
            .with("date", time::date(Lang::Vi, day))
            .to_string(),
        None => number.to_owned(),
    };
    let own_plan = view.campaign.unit == view.assignment.body;
    let key = if own_plan { "document-opening-own" } else { "document-opening" };
    let words = say(key)
        .with("plan", plan)
        .with("issuer", view.issuer.as_str())
        .with("unit", view.names.name.as_str());
    Some(Block::paragraph(&words.to_string()))
}

/// The number of the outline as papers write it: `I.`, `2.`, `a)`.
pub(crate) fn heading_number(number: &str) -> HeadingNumber {
    let mut letters = number.chars();
    match (letters.next(), letters.next()) {
        (None, _) => HeadingNumber::Unnumbered,
        _ if number.ends_with(')') => HeadingNumber::Given(number.to_owned()),
        (Some(letter), None) if letter.is_lowercase() => HeadingNumber::Given(format!("{number})")),
        _ => HeadingNumber::Given(format!("{number}.")),
    }
}

fn recipients(heading: &HeadingWords) -> Option<Recipients> {
    let list: Vec<Recipient> = lines(&heading.recipients)
        .map(|name| Recipient { name: name.trim_start_matches("- ").to_owned(), purpose: None })
        .collect();
    let label = say("document-recipients").to_string();
    (!list.is_empty()).then_some(Recipients { label, list })
}

/// The block of a signer; nothing where nothing of it is written.
pub(crate) fn signature_of(authority: &str, post: &str, name: &str) -> Option<Signature> {
    let signature = Signature {
        authority: lines(authority).map(str::to_owned).collect(),
        post: post.to_owned(),
        mark: None,
        name: name.to_owned(),
    };
    let signed = !signature.authority.is_empty() || !signature.post.is_empty();
    (signed || !signature.name.is_empty()).then_some(signature)
}

pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}
