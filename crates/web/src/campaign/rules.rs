use crate::ui::{Choice, Ui};
use app::campaign::TypedRule;
use domain::indicator::Rule;
use domain::text::fold;

/// The codes of the rules with the keys of their words, in the order of the list.
const RULES: [(&str, &str); 8] = [
    ("sum", "rule-sum"),
    ("ratio", "rule-ratio"),
    ("mean", "rule-mean"),
    ("latest", "rule-latest"),
    ("max", "rule-max"),
    ("min", "rule-min"),
    ("yes", "rule-yes"),
    ("apart", "rule-apart"),
];

/// The rules to choose from.
pub(super) fn choices(ui: &Ui) -> Vec<Choice> {
    let choice = |(code, key): (&str, &str)| Choice {
        value: code.to_owned(),
        label: ui.say(key).to_string(),
        hint: String::new(),
        chosen: false,
    };
    RULES.into_iter().map(choice).collect()
}

/// The rule chosen with the codes it is worked out from; `None` where those do not fit it. An
/// empty choice adds up.
pub(super) fn typed(code: &str, of: &str) -> Option<TypedRule> {
    match code {
        "ratio" | "mean" => TypedRule::parse(&format!("{code} {}", of.replace([',', '/'], " "))),
        "" => Some(TypedRule::Sum),
        code => TypedRule::parse(code),
    }
}

/// A pasted line whose rule is in the reader's words (`Tỷ lệ AC03 AC01`, or the codes in a column of
/// their own, as the table on the page has them) with the rule in its short form
/// (`ratio AC03 AC01`); other lines as they are.
pub(super) fn in_short(ui: &Ui, line: &str, between: char) -> String {
    let mut fields: Vec<String> = line.split(between).map(str::to_owned).collect();
    let of = fields.drain(fields.len().min(5)..).next().unwrap_or_default();
    if let Some(rule) = fields.get_mut(4) {
        let parted = |words: &str| words.replace([',', ';', '/'], " ");
        let (whole, of) = (parted(rule), parted(&of));
        let words: Vec<&str> = whole.split_whitespace().collect();
        let found = RULES.iter().find_map(|(code, key)| {
            let label = folded(ui, key);
            let named =
                |n: usize| [label.as_str(), code].contains(&fold(&words[..n].join(" ")).as_str());
            (1..=words.len()).find(|n| named(*n)).map(|n| (*code, n))
        });
        if let Some((code, n)) = found {
            let of = of.split_whitespace().filter(|_| matches!(code, "ratio" | "mean"));
            *rule =
                [&[code], &words[n..]].concat().into_iter().chain(of).collect::<Vec<_>>().join(" ");
        }
    }
    fields.join(&between.to_string())
}

/// The words of a key as they are compared: without tones and marks.
pub(super) fn folded(ui: &Ui, key: &str) -> String {
    fold(&ui.say(key).to_string())
}

/// The codes a rule names.
pub(super) fn sources(rule: &TypedRule) -> Vec<&str> {
    match rule {
        TypedRule::Ratio { numerator, denominator, .. } => vec![numerator, denominator],
        TypedRule::WeightedMean { weight } => vec![weight],
        _ => Vec::new(),
    }
}

pub(super) fn code_of_typed(rule: &TypedRule) -> &'static str {
    match rule {
        TypedRule::Sum => "sum",
        TypedRule::Ratio { .. } => "ratio",
        TypedRule::WeightedMean { .. } => "mean",
        TypedRule::Latest => "latest",
        TypedRule::Maximum => "max",
        TypedRule::Minimum => "min",
        TypedRule::CountOfYes => "yes",
        TypedRule::Apart => "apart",
    }
}

pub(super) fn code_of(rule: Rule) -> &'static str {
    match rule {
        Rule::Sum => "sum",
        Rule::Ratio { .. } => "ratio",
        Rule::WeightedMean { .. } => "mean",
        Rule::Latest => "latest",
        Rule::Maximum => "max",
        Rule::Minimum => "min",
        Rule::CountOfYes => "yes",
        Rule::Apart => "apart",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_rules_are_taken_in_words_and_in_short() {
        let ui = Ui::default();
        let table = [
            ("A|Tên|người|0|Cộng dồn", "A|Tên|người|0|sum"),
            ("A|Tên|%|1|tỷ lệ  A03 A01", "A|Tên|%|1|ratio A03 A01"),
            ("A|Tên|%|1|ratio A03 A01", "A|Tên|%|1|ratio A03 A01"),
            ("A|Tên|%|1|gì đó", "A|Tên|%|1|gì đó"),
            ("A|Tên", "A|Tên"),
            ("A|Tên|%|1|Tỷ lệ|A03, A01", "A|Tên|%|1|ratio A03 A01"),
            ("A|Tên|%|1|Tỷ lệ A03/A01|", "A|Tên|%|1|ratio A03 A01"),
            ("A|Tên|%|1|ratio|A03 A01", "A|Tên|%|1|ratio A03 A01"),
            ("A|Tên|người|0|Cộng dồn|ghi chú|", "A|Tên|người|0|sum"),
        ];
        for (line, expected) in table {
            assert_eq!(in_short(&ui, line, '|'), expected, "{line}");
        }
    }

    #[test]
    fn a_rule_takes_what_it_needs() {
        let table = [
            ("ratio", "B A", Some("ratio")),
            ("ratio", "B/A", Some("ratio")),
            ("ratio", "B", None),
            ("mean", "", None),
            ("sum", "B", Some("sum")),
            ("", "", Some("sum")),
            ("king", "", None),
        ];
        for (code, of, expected) in table {
            assert_eq!(typed(code, of).as_ref().map(code_of_typed), expected, "{code} {of}");
        }
    }
}
