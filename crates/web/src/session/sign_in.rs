use crate::ui::{Choice, Entry, Mistake, Ui};
use askama::Template;
use serde::Deserialize;

/// The door. Posts `name`, `password` and `device` to `/sign-in`.
#[derive(Template, Deserialize)]
#[template(path = "session/sign_in.html")]
pub struct SignInPage {
    pub ui: Ui,
    /// What was typed as name, kept after a refusal.
    #[serde(default)]
    pub name: Entry,
    pub device: Vec<Choice>,
    /// Where to go afterwards; an address of ours, or empty.
    #[serde(default)]
    pub next: String,
    /// Why it was refused; one text for an unknown name and a wrong password.
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

impl SignInPage {
    /// A password is never sent back.
    fn password(&self) -> &'static Entry {
        static NOTHING: Entry = Entry { value: String::new(), error: String::new() };
        &NOTHING
    }
}
