use super::Answer;
use super::people::Person;
use super::subject::Subject;

/// A line of the table: an address in some states, and who opens it there.
pub struct Row {
    pub address: &'static str,
    /// What the address is about, and in which states the row speaks of it.
    pub about: &'static str,
    pub states: Vec<&'static str>,
    /// Who opens it, and who sends its form.
    get: Who,
    post: Who,
}

enum Who {
    /// There is no such way to the address.
    Nobody,
    /// Strangers too.
    Everybody,
    /// Relations, each with the letters of the roles.
    Seats(Vec<(&'static str, &'static str)>),
}

const TABLE: &str = include_str!("table.txt");

pub fn rows() -> Vec<Row> {
    TABLE.lines().filter(|line| line.starts_with('/')).map(row).collect()
}

fn row(line: &'static str) -> Row {
    let mut columns = line.split('|').map(str::trim);
    let mut column = || columns.next().unwrap_or_else(|| panic!("too short: {line}"));
    let (address, about, states) = (column(), column(), column());
    let get = Who::read(column());
    let post = match column() {
        "as before" => Who::read(line.split('|').nth(3).unwrap_or_default()),
        post => Who::read(post),
    };
    Row { address, about, states: states.split_whitespace().collect(), get, post }
}

impl Who {
    fn read(text: &'static str) -> Who {
        let pair = |word: &'static str| word.split_once(':').unwrap_or_else(|| panic!("{word}"));
        match text.trim() {
            "-" => Who::Nobody,
            "everybody" => Who::Everybody,
            seats => Who::Seats(seats.split_whitespace().map(pair).collect()),
        }
    }

    fn answer(&self, person: &Person, subject: &Subject) -> Answer {
        let seats = match self {
            Who::Everybody => return Answer::Opens,
            Who::Nobody => return Answer::OtherWay,
            _ if person.is_stranger() => return Answer::Door,
            Who::Seats(seats) => seats,
        };
        match seats.iter().find(|(relation, _)| *relation == subject.relation(person)) {
            None => Answer::Nothing,
            Some((_, letters)) if letters.contains(letter(person.role)) => Answer::Opens,
            Some(_) => Answer::Closed,
        }
    }
}

impl Row {
    pub fn gets(&self, person: &Person, subject: &Subject) -> Answer {
        self.get.answer(person, subject)
    }

    pub fn posts(&self, person: &Person, subject: &Subject) -> Answer {
        self.post.answer(person, subject)
    }
}

fn letter(role: &str) -> char {
    match role {
        "chair" => 'C',
        "drafter" => 'D',
        "leader" => 'L',
        "officer" => 'O',
        "reader" => 'R',
        "organiser" => 'G',
        "unit_admin" => 'U',
        "system_admin" => 'S',
        other => panic!("no letter for {other}"),
    }
}
