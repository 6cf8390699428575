//! The sample answers, written as text so that they can be read and changed.

const ANSWERS: &str = include_str!("../data/answers.txt");

/// What one unit answers in the demo.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    pub sign_in: String,
    /// Position in the outline, and the words.
    pub sections: Vec<(usize, String)>,
    /// Workers, women, workers fed, kitchens at the start.
    pub start: [i64; 4],
    pub fate: Fate,
    /// Whoever reviews it.
    pub desk: Option<String>,
}

/// How far the answer comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Fate {
    #[default]
    Draft,
    Submitted,
    Received,
    Returned,
}

pub(crate) fn parse() -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    for line in ANSWERS.lines() {
        let (mark, rest) = line.split_at_checked(2).unwrap_or((line, ""));
        let rest = rest.trim();
        match (mark, answers.last_mut()) {
            ("==", _) => answers.push(Answer { sign_in: rest.to_owned(), ..Answer::default() }),
            ("--", Some(answer)) => {
                let number = rest.parse().unwrap_or(1usize);
                answer.sections.push((number.saturating_sub(1), String::new()));
            }
            ("##", Some(answer)) => {
                let mut numbers = rest.split('|').map(|n| n.trim().parse().unwrap_or(0));
                answer.start = std::array::from_fn(|_| numbers.next().unwrap_or(0));
            }
            ("!!", Some(answer)) => settle(answer, rest),
            ("# ", _) => {}
            (_, Some(answer)) => {
                if let Some((_, words)) = answer.sections.last_mut() {
                    words.push_str(line);
                    words.push('\n');
                }
            }
            (_, None) => {}
        }
    }
    answers
}

fn settle(answer: &mut Answer, fate: &str) {
    let (fate, desk) = fate.split_once(' ').unwrap_or((fate, ""));
    answer.desk = Some(desk.trim().to_owned()).filter(|desk| !desk.is_empty());
    answer.fate = match fate {
        "submitted" => Fate::Submitted,
        "received" => Fate::Received,
        "returned" => Fate::Returned,
        _ => Fate::Draft,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_is_somebodys_and_has_figures() {
        let answers = parse();
        assert!(answers.len() >= 5);
        for answer in &answers {
            assert!(crate::PROVINCE.contains(&format!("| {}", answer.sign_in)), "{answer:?}");
            assert!(!answer.sections.is_empty() && answer.start[0] > 0, "{answer:?}");
            let reviewed = matches!(answer.fate, Fate::Received | Fate::Returned);
            assert_eq!(reviewed, answer.desk.is_some(), "{answer:?}");
        }
    }
}
