//! Sums over units of which some report for a time of their own.

use crate::ui::Ui;
use domain::figure::OwnTerm;
use std::collections::BTreeMap;

/// More names than this are counted.
const NAMES_MAX: usize = 12;

/// `2 đơn vị báo cáo theo kỳ riêng: CĐCS A, CĐCS B (từ 01/10/2021).`; empty where there are none.
pub(crate) fn own_terms(ui: &Ui, terms: &[(String, OwnTerm)]) -> String {
    if terms.is_empty() {
        return String::new();
    }
    let mut alike: BTreeMap<OwnTerm, Vec<&str>> = BTreeMap::new();
    for (name, term) in terms.iter().take(NAMES_MAX) {
        alike.entry(*term).or_default().push(name);
    }
    let named = |(term, names): (&OwnTerm, &Vec<&str>)| {
        format!("{} ({})", names.join(", "), ui.own_term(*term))
    };
    let names: Vec<String> = alike.iter().map(named).collect();
    let words = ui.say("figures-own-terms").with("n", terms.len());
    let words = words.with("names", names.join("; "));
    words.with("more", terms.len().saturating_sub(NAMES_MAX)).to_string()
}
