//! Every warning of a read plan: what it means and what is to be done.

use super::handle::seats_ui;
use crate::catalogue::CATALOGUE;
use crate::site::{Answer, Visitor};
use crate::ui::Ui;
use askama::Template;
use serde::Deserialize;

/// The warnings a plan can give, group by group. The id of each is what [`address`] points at.
#[derive(Template, Deserialize)]
#[template(path = "help/warnings.html")]
pub struct WarningsPage {
    pub ui: Ui,
    pub groups: Vec<WarningGroup>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct WarningGroup {
    pub title: String,
    pub rows: Vec<WarningHelp>,
}

/// A warning with dots for the words of the plan, and what to do.
#[derive(Clone, Debug, Deserialize)]
pub struct WarningHelp {
    pub id: String,
    pub words: String,
    pub help: String,
}

/// Where a warning is explained.
pub(crate) fn address(code: &str) -> String {
    format!("/help/warnings#{}", words::warning_key(code))
}

pub(super) async fn show(visitor: Visitor) -> Answer {
    let ui = seats_ui(&visitor).await?;
    let row = |code: &&str| {
        let id = words::warning_key(code);
        WarningHelp {
            words: CATALOGUE.in_general(ui.lang, &id),
            help: CATALOGUE.help(ui.lang, &id),
            id,
        }
    };
    let group = |(title, codes): &(&str, &[&str])| WarningGroup {
        title: ui.say(title).to_string(),
        rows: codes.iter().map(row).collect(),
    };
    let groups = GROUPS.iter().map(group).collect();
    visitor.show(&WarningsPage { groups, ui })
}

/// The key of each group's title, and the codes of its warnings.
const GROUPS: &[(&str, &[&str])] = &[
    (
        "help-warnings-letterhead",
        &[
            "MISSING_LETTERHEAD",
            "PARTIAL_LETTERHEAD",
            "MISSING_SIGNATURE",
            "SYMBOL_SPACING",
            "NUMBER_TYPE_MISMATCH",
            "BASIS_LATER_THAN_PLAN",
            "TITLE_BODY_CONTRADICTION",
            "CONGRESS_ORDINAL_CONFLICT",
            "MULTI_DOCUMENT_FILE",
            "SIGNED_DRAFT",
            "TACIT_CONSENT",
        ],
    ),
    (
        "help-warnings-dates",
        &[
            "IMPOSSIBLE_DATE",
            "RANGE_REVERSED",
            "ALTERNATIVE_DATES",
            "LUNAR_DATE",
            "DATE_PRECEDES_PLAN",
            "IMPOSSIBLE_LEAD_TIME",
            "WEEKDAY_MISMATCH",
            "WEEKDAY_NOTE",
            "DEADLINE_ON_WEEKEND",
            "DEADLINE_ON_HOLIDAY",
            "SAME_DEADLINE_FOR_TWO_TIERS",
            "SHORT_TIME_BETWEEN_TIERS",
            "LOWER_TIER_AFTER_UPPER",
            "NO_DEADLINE_FOR_TIER",
            "DEADLINE_INSIDE_RANGE",
            "DATA_CUTOFF_AFTER_EVENT",
            "CONFERENCE_AFTER_REPORT",
            "FORM_CONFLICT",
        ],
    ),
    (
        "help-warnings-bodies",
        &[
            "NOBODY_NAMED",
            "BODY_WORKED_OUT",
            "TIER_OMITTED",
            "TWO_DESTINATIONS",
            "DUTY_WITHOUT_RECIPIENT",
            "ADDRESSEE_LISTS_DIFFER",
            "UNIT_NAME_VARIANTS",
            "BRACED_RECIPIENT_NOTE",
        ],
    ),
    (
        "help-warnings-contents",
        &["ATTACHMENT_NOT_IN_FILE", "CONTENT_WITHOUT_SECTION", "COUNT_DIFFERS_FROM_LIST"],
    ),
    (
        "help-warnings-numbering",
        &[
            "SECTION_NUMBER_JUMP",
            "SECTION_NUMBER_REPEATED",
            "OUTLINE_NUMBER_JUMP",
            "MIXED_NUMBERING",
            "INCONSISTENT_HEADING_DASH",
            "BULLET_LEVEL_INVERSION",
        ],
    ),
    (
        "help-warnings-letters",
        &[
            "TYPO",
            "MISSING_WORDS",
            "UNBALANCED_PUNCTUATION",
            "UNBALANCED_BRACKET",
            "WRONG_CODEPOINT",
            "BLURRED_DIGITS",
            "JUSTIFICATION_SPACES",
            "MARKDOWN_MARKUP",
            "WORD_ARTEFACT",
            "CONVERTED_ENCODING",
            "UNKNOWN_SIGNS",
            "PAGES_WITHOUT_TEXT",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_warning_is_explained_once() {
        let listed: Vec<String> = GROUPS
            .iter()
            .flat_map(|(_, codes)| *codes)
            .map(|code| words::warning_key(code))
            .collect();
        let known: BTreeSet<&str> =
            CATALOGUE.keys().filter(|key| key.starts_with("warning-")).collect();
        assert_eq!(listed.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
        assert_eq!(listed.len(), known.len());
    }
}
