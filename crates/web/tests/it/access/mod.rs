//! Who is shown what: every address of the program, asked for and posted to from every kind of seat
//! in every kind of place, against one table that is written by hand (`table.txt`). Every answer is
//! searched for the words of the reports as well.

mod canary;
mod people;
mod subject;
mod table;

use crate::visit::{Page, Visit};
use app::Ending;
use canary::Canaries;
use people::{Person, everybody};
use subject::{Subject, lay};
use table::{Row, rows};
use testkit::{World, on_both_with};
use web::site::routes;

/// What an answer amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Opens,
    /// Not with this role, said to somebody who knows of the thing.
    Closed,
    /// As if there were nothing there.
    Nothing,
    /// To where one signs in.
    Door,
    /// There is no such form, or nothing but a form.
    OtherWay,
    Other(u16),
}

/// Every address in every state for every seat: it opens for whom the table names, and for everybody
/// elsewhere it answers as it does where there is nothing.
#[test]
fn every_address_opens_for_whom_the_table_names() {
    let rows = rows();
    on_both_with(&people::tree(), "access", async |world: World| {
        let ground = lay(&world).await;
        let mut tried = Tried::new(Canaries::new());
        let mut visits = Vec::new();
        for person in everybody() {
            visits.push((person.visit(&world).await, person));
        }
        let before = events(&world).await;
        for (visit, person) in &mut visits {
            for row in &rows {
                for subject in ground.subjects(row) {
                    tried.get(visit, person, row, &subject).await;
                    tried.post(visit, person, row, &subject).await;
                }
            }
        }
        assert_eq!(events(&world).await, before, "what is refused leaves nothing behind");
        assert!(tried.asked > 25_000, "{} is not everything", tried.asked);
        tried.canaries.assert_met();
        assert!(tried.wrong.is_empty(), "of {}:\n{}", tried.asked, summed(tried.wrong));
    });
}

/// No route is outside the table, and no row of it leads nowhere.
#[test]
fn every_route_has_its_row() {
    let rows = rows();
    for route in routes() {
        assert!(rows.iter().any(|row| row.address == route.path), "no row: {}", route.path);
    }
    for row in &rows {
        assert!(routes().iter().any(|route| route.path == row.address), "{}", row.address);
    }
}

/// What was asked so far, and where an answer was not as the table says.
struct Tried {
    asked: usize,
    wrong: Vec<String>,
    canaries: Canaries,
}

impl Tried {
    fn new(canaries: Canaries) -> Tried {
        Tried { asked: 0, wrong: Vec::new(), canaries }
    }

    async fn get(&mut self, visit: &mut Visit, person: &Person, row: &Row, subject: &Subject) {
        let path = subject.fill(row.address);
        let page = visit.get(&path).await;
        let expected = row.gets(person, subject);
        let at = (person, row, subject);
        match (expected, page.status) {
            (Answer::Nothing, 403 | 404) => {
                let nowhere = subject.fill_with_nothing(row.address);
                let nothing = visit.get(&nowhere).await;
                if page.body.replace(&path, &nowhere) != nothing.body {
                    self.say("GET", at, "tells more than nothing does");
                }
                self.asked += 1;
            }
            _ => self.judge("GET", at, &page, expected),
        }
        if let Some(leak) = self.canaries.leak(person, &page.body) {
            self.say("GET", at, &format!("shows {leak}"));
        }
    }

    /// Forms are tried where they have to be refused; where they are taken, the tests of the features
    /// fill them.
    async fn post(&mut self, visit: &mut Visit, person: &Person, row: &Row, subject: &Subject) {
        let expected = row.posts(person, subject);
        if expected == Answer::Opens {
            return;
        }
        let page = visit.post(&subject.fill(row.address), &[]).await;
        self.judge("POST", (person, row, subject), &page, expected);
    }

    fn judge(&mut self, way: &str, at: At<'_>, page: &Page, expected: Answer) {
        self.asked += 1;
        let got = match page.status {
            303 if page.location.starts_with("/sign-in") => Answer::Door,
            200 | 303 | 304 | 422 => Answer::Opens,
            403 => Answer::Closed,
            404 => Answer::Nothing,
            405 => Answer::OtherWay,
            other => Answer::Other(other),
        };
        // Whoever knows of the thing may be told so or not; a role that never may, anywhere, is told.
        let closed = |answer| [Answer::Nothing, Answer::Closed].contains(&answer);
        let at_the_door = expected == Answer::OtherWay && got == Answer::Door;
        let meant = got == expected || closed(got) && closed(expected) || at_the_door;
        if !meant {
            self.say(way, at, &format!("{got:?}, not {expected:?}"));
        }
        let policy = page.headers.get("content-security-policy");
        if !policy.is_some_and(|policy| policy.as_bytes().starts_with(b"default-src 'none'")) {
            self.say(way, at, "no policy of contents");
        }
    }

    fn say(&mut self, way: &str, (person, row, subject): At<'_>, what: &str) {
        let relation = subject.relation(person);
        let (address, state, role) = (row.address, subject.state, person.role);
        self.wrong.push(format!("{way} {address} [{state}] {relation} {role}: {what}"));
    }
}

type At<'a> = (&'a Person, &'a Row, &'a Subject);

/// How many events there are.
async fn events(world: &World) -> usize {
    let mut lines = 0;
    let count = |_| {
        lines += 1;
        Ok::<(), Ending>(())
    };
    app::audit::export(&world.app, count).await.expect("exports");
    lines
}

/// The same difference said once, with how often it was met.
fn summed(mut wrong: Vec<String>) -> String {
    wrong.sort();
    let mut lines: Vec<(String, usize)> = Vec::new();
    for line in wrong {
        match lines.last_mut() {
            Some((last, times)) if *last == line => *times += 1,
            _ => lines.push((line, 1)),
        }
    }
    lines.iter().map(|(line, times)| format!("{line} ({times})\n")).collect()
}
