//! Demo data: a province of invented places and people, acting only through `app`.

mod answers;
mod campaign;
mod duties;
mod figures;
mod tree;

pub use campaign::{ask_for_approval, issue_campaign, prepare_campaign, run_campaign};
pub use tree::{TreeError, parse};

/// The demo's province: its levels, units, organs and people.
pub const PROVINCE: &str = include_str!("../data/province.txt");

/// The password of everybody in the demo.
pub const PASSWORD: &str = "hoaban-2026";

/// A way to sign in to the demo, for the one who starts it.
#[derive(Clone, Copy, Debug)]
pub struct SignIn {
    pub name: &'static str,
    /// The key of the words that say whose it is.
    pub place: &'static str,
}

/// Places from which the demo looks different.
pub const SIGN_INS: [SignIn; 8] = [
    SignIn { name: "btc", place: "demo-place-department" },
    SignIn { name: "lanhdao", place: "demo-place-leader" },
    SignIn { name: "vanphong", place: "demo-place-office" },
    SignIn { name: "huyen", place: "demo-place-district" },
    SignIn { name: "coso", place: "demo-place-grassroots" },
    SignIn { name: "tructhuoc", place: "demo-place-direct" },
    SignIn { name: "nhanhkhac", place: "demo-place-other-branch" },
    SignIn { name: "quantri", place: "demo-place-people" },
];
