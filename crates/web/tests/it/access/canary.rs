use super::people::Person;
use super::subject::REPORTS;

/// Words that stand in one report and nowhere else: who may meet them, and how often they were met.
pub struct Canaries(Vec<(Canary, usize)>);

struct Canary {
    unit: &'static str,
    state: &'static str,
    words: &'static str,
}

/// A line of each report of the demo, by its unit.
const WORDS: [(&str, &str); 4] = [
    ("HV-VK-01", "đã đưa nội dung bữa ăn ca vào thỏa ước"),
    ("HV-VK-03", "Đoàn viên trực bán trú được hỗ trợ bữa trưa 25.000 đồng"),
    ("HV-SN-02", "Công đoàn trường đưa Chương trình vào nghị quyết năm học"),
    ("HV-SN-01", "cao nhất trong các doanh nghiệp của huyện"),
];

impl Canaries {
    pub fn new() -> Canaries {
        let canary = |(unit, words)| {
            let state = REPORTS.iter().find(|(of, _)| *of == unit).map_or("blank", |(_, s)| *s);
            (Canary { unit, state, words }, 0)
        };
        Canaries(WORDS.into_iter().map(canary).collect())
    }

    /// The report whose words stand where this person must not meet them.
    pub fn leak(&mut self, person: &Person, body: &str) -> Option<&'static str> {
        let mut leak = None;
        for (canary, met) in &mut self.0 {
            if body.contains(canary.words) {
                *met += 1;
                leak = leak.or((!canary.may_be_met(person)).then_some(canary.unit));
            }
        }
        leak
    }

    /// A search that finds nothing anywhere proves nothing.
    pub fn assert_met(&self) {
        for (canary, met) in &self.0 {
            assert!(*met > 0, "nobody was shown the report of {}", canary.unit);
        }
    }
}

impl Canary {
    /// At home by those who read content; above only once it was sent.
    fn may_be_met(&self, person: &Person) -> bool {
        let reads = ["chair", "leader", "officer", "reader"].contains(&person.role);
        let at_home = person.unit() == self.unit && (reads || person.role == "drafter");
        let above = self.unit.strip_prefix(person.unit()).is_some_and(|rest| rest.starts_with('-'));
        at_home && !(self.state == "draft" && person.role == "reader")
            || above && reads && self.state != "draft"
    }
}
