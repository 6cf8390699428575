use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;
use std::fmt::Display;

/// What was typed into a field, kept as it was typed, and what is wrong with it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Entry {
    #[serde(default)]
    pub value: String,
    #[serde(default)]
    pub error: String,
}

/// A field with its label. Made by [`Ui::field`], then told what it is like.
#[derive(Template)]
#[template(path = "ui/form/field.html")]
pub struct Field<'a> {
    name: &'a str,
    entry: &'a Entry,
    label: String,
    hint: String,
    control: Control,
    size: &'static str,
    autocomplete: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Control {
    Text,
    Secret,
    File,
    Area,
}

/// One of several answers.
#[derive(Clone, Debug, Deserialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    #[serde(default)]
    pub hint: String,
    #[serde(default)]
    pub chosen: bool,
}

/// A question with its answers: radios, checkboxes or a list.
#[derive(Template)]
#[template(path = "ui/form/choices.html")]
pub struct Choices<'a> {
    name: &'a str,
    options: &'a [Choice],
    legend: String,
    hint: String,
    error: String,
    look: Look,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Radios,
    Cards,
    Checkboxes,
    List,
}

impl HtmlSafe for Field<'_> {}
impl HtmlSafe for Choices<'_> {}

impl Ui {
    /// A text field. Its id is its name.
    pub fn field<'a>(&self, name: &'a str, entry: &'a Entry, label: impl Display) -> Field<'a> {
        Field {
            name,
            entry,
            label: label.to_string(),
            hint: String::new(),
            control: Control::Text,
            size: "",
            autocomplete: "",
        }
    }

    /// Radio buttons.
    pub fn radios<'a>(
        &self,
        name: &'a str,
        options: &'a [Choice],
        legend: impl Display,
    ) -> Choices<'a> {
        Choices {
            name,
            options,
            legend: legend.to_string(),
            hint: String::new(),
            error: String::new(),
            look: Look::Radios,
        }
    }
}

impl Field<'_> {
    pub fn hint(mut self, words: impl Display) -> Self {
        self.hint = words.to_string();
        self
    }

    /// Wide enough for a date, written as text: `05/07/2024`.
    pub fn date(mut self) -> Self {
        self.size = "input-date";
        self
    }

    pub fn short(mut self) -> Self {
        self.size = "input-short";
        self
    }

    pub fn middle(mut self) -> Self {
        self.size = "input-middle";
        self
    }

    pub fn area(mut self) -> Self {
        self.control = Control::Area;
        self
    }

    pub fn file(mut self) -> Self {
        self.control = Control::File;
        self
    }

    pub fn secret(mut self) -> Self {
        self.control = Control::Secret;
        self.autocomplete = "current-password";
        self
    }

    /// A password that is being chosen.
    pub fn new_secret(mut self) -> Self {
        self.control = Control::Secret;
        self.autocomplete = "new-password";
        self
    }

    /// The name or number by which a person signs in.
    pub fn username(mut self) -> Self {
        self.autocomplete = "username";
        self
    }

    /// The ids of what describes the field.
    fn described(&self) -> String {
        let ids = [(&self.hint, "hint"), (&self.entry.error, "error")];
        let ids = ids.iter().filter(|(words, _)| !words.is_empty());
        ids.map(|(_, end)| format!("{}-{end}", self.name)).collect::<Vec<_>>().join(" ")
    }
}

impl Choices<'_> {
    pub fn hint(mut self, words: impl Display) -> Self {
        self.hint = words.to_string();
        self
    }

    pub fn error(mut self, words: impl Display) -> Self {
        self.error = words.to_string();
        self
    }

    /// Radio buttons as cards, for a choice that matters.
    pub fn cards(mut self) -> Self {
        self.look = Look::Cards;
        self
    }

    pub fn checkboxes(mut self) -> Self {
        self.look = Look::Checkboxes;
        self
    }

    /// A list to pull down, for many answers.
    pub fn list(mut self) -> Self {
        self.look = Look::List;
        self
    }
}
