use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;
use std::borrow::Cow;
use std::cmp::Ordering;

/// A step on the way to a goal.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
    pub name: String,
    pub state: StepState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum StepState {
    Done,
    Current,
    ToCome,
}

/// How far one is.
#[derive(Template)]
#[template(path = "ui/stepper/stepper.html")]
pub struct Stepper<'a> {
    steps: Cow<'a, [Step]>,
}

impl HtmlSafe for Stepper<'_> {}

impl Ui {
    pub fn stepper<'a>(&self, steps: impl Into<Cow<'a, [Step]>>) -> Stepper<'a> {
        Stepper { steps: steps.into() }
    }

    /// The steps from a plan to its campaign, with the one that is current.
    pub fn plan_steps(&self, current: usize) -> Vec<Step> {
        ["plan-step-upload", "plan-step-check", "plan-step-set-up", "plan-step-issue"]
            .iter()
            .enumerate()
            .map(|(at, key)| Step {
                name: self.say(key).to_string(),
                state: match at.cmp(&current) {
                    Ordering::Less => StepState::Done,
                    Ordering::Equal => StepState::Current,
                    Ordering::Greater => StepState::ToCome,
                },
            })
            .collect()
    }
}
