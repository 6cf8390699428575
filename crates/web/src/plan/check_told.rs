//! A fact in words.

use super::check_fields::answer;
use crate::ui::Ui;
use crate::work::numbered;
use domain::plan::{Destination, Fact, List};
use jiff::civil::Date;
use serde_json::json;
use words::time;

/// A fact in words: what it is, and what is said of it.
pub(super) struct Told {
    pub label: String,
    pub value: String,
}

pub(super) fn told(ui: &Ui, fact: &Fact) -> Told {
    let words = |key: &str| ui.say(key).to_string();
    let one = |key: &str, value: &str| Told { label: words(key), value: value.to_owned() };
    let several = |label: String, values: &[Option<String>]| {
        let values: Vec<&str> = values.iter().flatten().map(String::as_str).collect();
        Told { label, value: values.join(", ") }
    };
    let day = |day: Option<Date>| day.map(|day| time::date(ui.lang, day));
    match fact {
        Fact::Kind(kind) => one("plan-kind-of-paper", &answer(ui, List::Kind, "", &json!(kind))),
        Fact::Review(review) => {
            let said = review.map(|review| answer(ui, List::Review, "", &json!(review)));
            one("plan-review", &said.unwrap_or_default())
        }
        Fact::Title(title) => one("plan-title", title),
        Fact::Parent(parent) => one("plan-parent", parent),
        Fact::Issuer(issuer) => one("plan-issuer", issuer),
        Fact::Number(number) => one("plan-number", number),
        Fact::Place(place) => one("plan-place", place),
        Fact::Issued(day) => {
            let day = day.map(|day| time::long_date(ui.lang, day));
            one("plan-issued", &day.unwrap_or_default())
        }
        Fact::Signatory(by) => several(
            words("plan-signatory"),
            &[by.authority.clone(), by.post.clone(), by.name.clone()],
        ),
        Fact::Subject(cited) | Fact::Basis(cited) | Fact::Cited(cited) => several(
            cited.type_name.clone(),
            &[cited.number.clone(), day(cited.date), cited.issuer.clone()],
        ),
        Fact::Section(heading) | Fact::Outline(heading) => Told {
            label: words("plan-heading-title"),
            value: numbered(&heading.number, &heading.title),
        },
        Fact::Date(date) => Told { label: date.who.join("; "), value: date.what.clone() },
        Fact::Duty(duty) => {
            let with = ui.say("plan-duty-with").with("who", duty.with.join("; "));
            let what = match duty.with.is_empty() {
                true => duty.what.clone(),
                false => format!("{} ({with})", duty.what),
            };
            Told { label: duty.who.clone(), value: what }
        }
        Fact::Period(period) => {
            let scope = answer(ui, List::Period, "applies_to", &json!(period.applies_to));
            let units = Some(period.units.join("; ")).filter(|units| !units.is_empty());
            several(words("plan-period"), &[Some(scope), Some(period.text.clone()), units])
        }
        Fact::Form(form) => one("plan-form", &answer(ui, List::Form, "", &json!(form))),
        Fact::Destination(to) => Told { label: to.from.join("; "), value: place(ui, to) },
        Fact::Attachment(paper) => one("plan-attachment", &paper.name),
        Fact::Exception(exception) => {
            Told { label: exception.units.join("; "), value: exception.rule.clone() }
        }
        Fact::Recipient(recipient) => Told {
            label: recipient.name.clone(),
            value: recipient.purpose.clone().unwrap_or_default(),
        },
    }
}

/// Both as one line.
pub(super) fn whole(told: &Told) -> String {
    match (told.label.is_empty(), told.value.is_empty()) {
        (false, false) => format!("{}: {}", told.label, told.value),
        _ => format!("{}{}", told.label, told.value),
    }
}

/// `LĐLĐ tỉnh, qua Ban Tổ chức`.
pub(super) fn place(ui: &Ui, to: &Destination) -> String {
    match &to.via {
        Some(via) => ui.say("plan-to-through").with("to", &to.to).with("via", via).to_string(),
        None => to.to.clone(),
    }
}
