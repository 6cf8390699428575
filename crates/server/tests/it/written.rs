//! A plan that the program wrote, read by its own reader, says the same again.

use domain::body::Organ;
use domain::calendar;
use domain::campaign::{Need, Section};
use domain::document::{
    PlanBasis, PlanDuty, PlanException, PlanPaper, PlanPart, PlanSender, PlanSending, PlanTable,
    PlanTexts, letter, roman,
};
use domain::figure::Column;
use domain::id::{IndicatorId, SectionId};
use domain::indicator::{Code, Group, Indicator, Rule};
use domain::plan::{Act, Cited, DateKind, Dated, Document, DocumentKind, OutlineItem, Reading};
use domain::text::Text;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use web::plan_text::{Edition, compose, text};

fn plan() -> PlanPaper {
    PlanPaper {
        parent: "Tổng Liên đoàn Lao động Việt Nam".to_owned(),
        issuer: "Liên đoàn Lao động tỉnh Bạch Giang".to_owned(),
        short: "LĐLĐ tỉnh Bạch Giang".to_owned(),
        committee: Organ::StandingCommittee,
        head: Some(("Hà Văn Thụ".to_owned(), "Chủ tịch".to_owned())),
        number: "48/KH-LĐLĐ".to_owned(),
        day: Some(date(2024, 5, 6)),
        today: date(2024, 5, 2),
        subject: "Tổng kết 5 năm thực hiện Chương trình số 12/CTr-LĐLĐ ngày 05/3/2019 về chăm lo \
                  đoàn viên"
            .to_owned(),
        texts: PlanTexts::from([(PlanPart::Place, "Bạch Giang".to_owned())]),
        bases: vec![PlanBasis {
            title: "Kế hoạch".to_owned(),
            number: "21/KH-TLĐ".to_owned(),
            day: Some(date(2024, 3, 15)),
            issuer: "Tổng Liên đoàn Lao động Việt Nam".to_owned(),
        }],
        forms: vec!["Danh sách đề nghị khen thưởng".to_owned()],
        senders: usual_senders(),
        upward: Some(("Tổng Liên đoàn Lao động Việt Nam".to_owned(), date(2024, 8, 15))),
        exceptions: vec![not_asked(&["LĐLĐ huyện Khe Rộng", "LĐLĐ huyện Bản Thín"])],
        duties: usual_duties(),
        outline: usual_outline(),
        organs: vec![("Ban Tổ chức".to_owned(), usual_outline()[..2].to_vec())],
        table: Some(PlanTable {
            title: "Phụ lục. Số liệu 5 năm".to_owned(),
            columns: (2019..2024).map(Column::Year).collect(),
            indicators: vec![
                indicator("Số đoàn viên", "người"),
                indicator("Số tiền", "triệu đồng"),
            ],
        }),
    }
}

fn usual_senders() -> Vec<PlanSender> {
    let sender = |who: &str, to: &str, via: &str, hold, last_day| PlanSender {
        who: who.to_owned(),
        under: String::new(),
        sent: PlanSending {
            hold,
            to: to.to_owned(),
            via: via.to_owned(),
            last_day: Some(last_day),
        },
    };
    vec![
        sender(
            "Công đoàn cơ sở trực thuộc LĐLĐ huyện, thị xã, thành phố",
            DISTRICTS,
            "",
            Some((date(2024, 6, 3), date(2024, 6, 14))),
            date(2024, 6, 21),
        ),
        sender(
            DISTRICTS,
            "LĐLĐ tỉnh Bạch Giang",
            "Ban Tổ chức",
            Some((date(2024, 6, 24), date(2024, 7, 5))),
            date(2024, 7, 12),
        ),
        sender("Công đoàn ngành", "LĐLĐ tỉnh Bạch Giang", "Ban Tổ chức", None, date(2024, 7, 12)),
    ]
}

fn usual_duties() -> Vec<PlanDuty> {
    vec![
        PlanDuty {
            leads: vec!["Ban Tổ chức".to_owned()],
            shares: vec!["Văn phòng".to_owned()],
            what: "Tổng hợp báo cáo của các đơn vị".to_owned(),
            result: String::new(),
            due: Some(date(2024, 7, 26)),
        },
        PlanDuty {
            leads: vec!["Ban Tổ chức".to_owned()],
            what: "Đôn đốc các đơn vị gửi báo cáo".to_owned(),
            ..PlanDuty::default()
        },
        PlanDuty {
            leads: vec!["Ban Tuyên giáo".to_owned()],
            what: "Tuyên truyền kết quả trên báo và trang tin".to_owned(),
            result: "Bài viết".to_owned(),
            ..PlanDuty::default()
        },
    ]
}

fn usual_outline() -> Vec<Section> {
    let section = |number: &str, title: &str, guidance: &str, depth| Section {
        id: SectionId(Default::default()),
        number: number.to_owned(),
        title: title.to_owned(),
        guidance: guidance.to_owned(),
        depth,
        owner: None,
        need: Need::default(),
    };
    vec![
        section("I", "Đặc điểm tình hình", "Nêu ngắn gọn số liệu chung.", 0),
        section("II", "Kết quả thực hiện", "", 0),
        section("1", "Chăm lo đoàn viên", "Số lượt, số tiền.\nSo với năm đầu.", 1),
        section("2", "Tuyên truyền", "", 1),
        section("a", "Hình thức", "", 2),
        section("III", "Kiến nghị", "", 0),
    ]
}

fn not_asked(units: &[&str]) -> PlanException {
    PlanException { units: units.iter().map(|&unit| unit.to_owned()).collect(), sent: None }
}

fn indicator(name: &str, unit: &str) -> Indicator {
    Indicator {
        id: IndicatorId(Default::default()),
        version: 1,
        code: Code::parse("A01").expect("a code"),
        name: Text::new(name),
        unit: Text::new(unit),
        decimals: 0,
        group: Group::Main,
        rule: Rule::Sum,
    }
}

/// Reads the paper as each file that is made of it.
fn read(paper: &PlanPaper, ending: &str) -> Reading {
    let document = compose(paper, Edition::Final);
    let bytes = match ending {
        "docx" => paper::docx::write(&document),
        _ => press::pdf(&document).expect("our own paper is set"),
    };
    let source = paper::source(&format!("ke-hoach.{ending}"), &bytes).expect("our own file reads");
    reader::read(&source)
}

/// What is wrong about the reading of a paper of ours; nothing where it says the same again.
fn check(paper: &PlanPaper, reading: &Reading) {
    let plan = reading.documents.first().expect("the plan");
    let head = &plan.letterhead;
    assert_eq!(head.parent.as_deref(), Some(paper.parent.as_str()));
    assert_eq!(head.issuer.as_deref(), Some(paper.issuer.as_str()));
    assert_eq!(head.number.as_deref(), Some(paper.number.as_str()));
    assert_eq!(head.place.as_ref(), paper.texts.get(&PlanPart::Place));
    assert_eq!((head.date, plan.title.as_str()), (paper.day, paper.subject.as_str()));
    let bases: Vec<PlanBasis> = plan.basis.iter().map(basis).collect();
    assert_eq!(bases, paper.bases.iter().map(cited).collect::<Vec<_>>());
    assert_eq!(dates(plan), dates_of(paper));
    assert_eq!(destinations(plan), destinations_of(paper));
    assert_eq!(duties(plan), duties_of(paper));
    let own: Vec<_> = plan.data_periods.iter().map(|p| (p.start, p.end)).collect();
    assert_eq!(own, periods_of(paper));
    let names: Vec<&str> = plan.attachments.iter().map(|paper| paper.name.as_str()).collect();
    assert_eq!(names, paper.forms);
    let apart: Vec<&str> =
        plan.exceptions.iter().flat_map(|e| &e.units).map(|n| n.as_str()).collect();
    assert_eq!(apart, paper.exceptions.iter().flat_map(|e| &e.units).collect::<Vec<_>>());
    assert_eq!(flat(&plan.outline, 0), outline_of(&paper.outline));
    let recipients = plan.recipients.iter().map(|r| match &r.purpose {
        Some(purpose) if purpose == "lưu" => format!("Lưu: {}", r.name),
        Some(purpose) => format!("{} ({purpose})", r.name),
        None => r.name.clone(),
    });
    let recipients: Vec<String> = recipients.collect();
    assert_eq!(recipients.join("\n"), text(paper, PlanPart::Recipients));
    let signed = &plan.signatory;
    assert_eq!(signed.authority.clone(), Some(text(paper, PlanPart::Authority)));
    assert_eq!(signed.post.clone(), Some(text(paper, PlanPart::Post)));
    assert_eq!(signed.name.clone(), Some(text(paper, PlanPart::Signatory)));
    // What is true of it: several papers in one file, and a level below that is not asked.
    const TRUE: [&str; 2] = ["MULTI_DOCUMENT_FILE", "TIER_OMITTED"];
    let accused = reading.warnings.iter().filter(|warning| !TRUE.contains(&&*warning.code));
    assert_eq!(accused.map(|w| (&w.code, &w.facts)).collect::<Vec<_>>(), []);
}

/// The plan above is called a plan; of others the type is read back, without what they are about.
fn cited(basis: &PlanBasis) -> PlanBasis {
    let kind = basis.title.split(" về ").next().unwrap_or_default();
    let title = if kind.is_empty() { "Kế hoạch" } else { kind };
    PlanBasis { title: title.to_owned(), ..basis.clone() }
}

fn basis(cited: &Cited) -> PlanBasis {
    PlanBasis {
        title: cited.type_name.clone(),
        number: cited.number.clone().unwrap_or_default(),
        day: cited.date,
        issuer: cited.issuer.clone().unwrap_or_default(),
    }
}

/// Who, what act, on what kind of date, from when to when.
type Date4 = (Vec<String>, Act, DateKind, Option<Date>, Option<Date>);

fn dates(plan: &Document) -> Vec<Date4> {
    let of = |d: &Dated| (d.who.clone(), d.act, d.kind, d.start, d.end);
    plan.dates.iter().map(of).collect()
}

fn dates_of(paper: &PlanPaper) -> Vec<Date4> {
    let mut dates: Vec<Date4> = Vec::new();
    for sender in &paper.senders {
        let who = vec![called(sender)];
        if let Some((from, to)) = sender.sent.hold {
            let (kind, start) = match from == to {
                true => (DateKind::On, None),
                false => (DateKind::Range, Some(from)),
            };
            dates.push((who.clone(), Act::Hold, kind, start.or(Some(from)), Some(to)));
        }
        dates.extend(sender.sent.last_day.map(|d| (who, Act::Send, DateKind::By, None, Some(d))));
    }
    let own = vec![paper.issuer.clone()];
    dates.extend(
        paper.upward.iter().map(|(_, d)| (own.clone(), Act::Send, DateKind::By, None, Some(*d))),
    );
    for duty in &paper.duties {
        let who = duty.leads.clone();
        dates.extend(duty.due.map(|d| (who, Act::Other, DateKind::By, None, Some(d))));
    }
    dates
}

fn called(sender: &PlanSender) -> String {
    match sender.under.as_str() {
        "" => sender.who.clone(),
        under => format!("{} trực thuộc {under}", sender.who),
    }
}

type Way = (Vec<String>, String, Option<String>);

fn destinations(plan: &Document) -> Vec<Way> {
    plan.report_to.iter().map(|to| (to.from.clone(), to.to.clone(), to.via.clone())).collect()
}

fn destinations_of(paper: &PlanPaper) -> Vec<Way> {
    let way = |sender: &PlanSender| {
        // A level of several names is read by its first.
        let to = sender.sent.to.split(',').next().expect("a name").to_owned();
        (vec![called(sender)], to, Some(sender.sent.via.clone()).filter(|via| !via.is_empty()))
    };
    let up = paper.upward.iter().map(|(to, _)| (vec![paper.issuer.clone()], to.clone(), None));
    paper.senders.iter().map(way).chain(up).collect()
}

fn duties(plan: &Document) -> Vec<(String, Vec<String>, bool)> {
    plan.duties.iter().map(|d| (d.who.clone(), d.with.clone(), !d.what.is_empty())).collect()
}

fn duties_of(paper: &PlanPaper) -> Vec<(String, Vec<String>, bool)> {
    paper.duties.iter().map(|d| (d.leads.join("; "), d.shares.clone(), true)).collect()
}

fn periods_of(paper: &PlanPaper) -> Vec<(Option<Date>, Option<Date>)> {
    let columns = paper.table.iter().flat_map(|table| &table.columns);
    let years: Vec<i16> = columns
        .filter_map(|column| match column {
            Column::Year(year) => Some(*year),
            _ => None,
        })
        .collect();
    let (first, last) = (years.first(), years.last());
    let days = first.zip(last).map(|(a, b)| (Some(date(*a, 1, 1)), Some(date(*b, 12, 31))));
    days.into_iter().collect()
}

type Line = (usize, String, String, Vec<String>);

fn flat(items: &[OutlineItem], depth: usize) -> Vec<Line> {
    let own = |item: &OutlineItem| {
        let line = (depth, item.number.clone(), item.title.clone(), item.guidance.clone());
        std::iter::once(line).chain(flat(&item.children, depth + 1)).collect::<Vec<_>>()
    };
    items.iter().flat_map(own).collect()
}

fn outline_of(sections: &[Section]) -> Vec<Line> {
    let line = |s: &Section| {
        let guidance = s.guidance.lines().map(str::to_owned).collect();
        (usize::from(s.depth), s.number.clone(), s.title.clone(), guidance)
    };
    sections.iter().map(line).collect()
}

#[test]
fn a_plan_of_ours_reads_as_it_was_written() {
    for ending in ["docx", "pdf"] {
        let reading = read(&plan(), ending);
        check(&plan(), &reading);
        let annexed: Vec<Vec<Line>> = reading
            .documents
            .iter()
            .filter(|annex| annex.kind == DocumentKind::Outline)
            .map(|annex| flat(&annex.outline, 0))
            .collect();
        let (_, of_the_organ) = &plan().organs[0];
        assert_eq!(annexed, [outline_of(&plan().outline), outline_of(of_the_organ)], "{ending}");
    }
}

/// A working day so many days after `from`.
fn working(from: Date, days: i32) -> Date {
    let mut day = from.saturating_add(days.days());
    while !calendar::is_working_day(day) {
        day = day.tomorrow().expect("the calendar goes on");
    }
    day
}

const DISTRICTS: &str = "LĐLĐ huyện, thị xã, thành phố";
const DESKS: [&str; 4] = ["Ban Tổ chức", "Văn phòng", "Ban Tuyên giáo", "Ủy ban Kiểm tra"];
const DONE: [&str; 5] = [
    "Tổng hợp báo cáo của các đơn vị",
    "Đôn đốc các đơn vị gửi báo cáo",
    "Tham mưu biểu dương điển hình",
    "Theo dõi, hướng dẫn các đơn vị",
    "Rà soát số liệu của các biểu",
];
const TITLES: [&str; 5] = [
    "Đặc điểm tình hình",
    "Kết quả thực hiện",
    "Hạn chế, nguyên nhân",
    "Công tác tuyên truyền",
    "Đề xuất, kiến nghị",
];
const GUIDANCE: [&str; 4] =
    ["", "Nêu ngắn gọn.", "Số lượt, số tiền.\nSo với năm đầu.", "Đạt hay chưa đạt, vì sao?"];

/// Who is asked: how many tiers, when they hold the review, and how far their dates lie apart.
fn senders() -> impl Strategy<Value = (usize, [bool; 3], [i32; 3], usize)> {
    (1..=3_usize, any::<[bool; 3]>(), [9..20_i32, 9..20, 9..20], 0..DESKS.len())
}

fn written() -> impl Strategy<Value = PlanPaper> {
    let duty = (0..DESKS.len(), 0..DESKS.len(), 0..DONE.len(), proptest::option::of(40..90_i32));
    let section = (0..TITLES.len(), 0..GUIDANCE.len(), 0..3_u8);
    (
        (2021..2025_i16, 1..=12_i8, 1..=28_i8, 1..400_u32),
        senders(),
        proptest::collection::vec(duty, 0..5),
        proptest::collection::vec(section, 1..25),
        (0..4_usize, 0..3_usize, 0..4_i16, any::<bool>()),
    )
        .prop_map(|(head, senders, duties, sections, rest)| {
            generated(head, senders, duties, sections, rest)
        })
}

fn generated(
    (year, month, day, number): (i16, i8, i8, u32),
    (tiers, holds, apart, desk): (usize, [bool; 3], [i32; 3], usize),
    duties: Vec<(usize, usize, usize, Option<i32>)>,
    sections: Vec<(usize, usize, u8)>,
    (bases, left_out, years, up): (usize, usize, i16, bool),
) -> PlanPaper {
    let whole = plan();
    let issued = date(year, month, day);
    let mut last = working(issued, 25);
    let mut senders = Vec::new();
    for (at, sender) in whole.senders.iter().skip(3 - tiers).enumerate() {
        let from = working(last, 3);
        let to = working(from, apart[at] / 2);
        let same = at > 0 && sender.who == "Công đoàn ngành";
        last = if same { last } else { working(to, apart[at]) };
        senders.push(PlanSender {
            sent: PlanSending {
                hold: holds[at].then_some((from, to)).filter(|_| !same),
                to: sender.sent.to.clone(),
                via: match sender.sent.via.as_str() {
                    "" => String::new(),
                    _ => DESKS[desk].to_owned(),
                },
                last_day: Some(last),
            },
            ..sender.clone()
        });
    }
    let duties = duties.into_iter().map(|(lead, share, what, due)| PlanDuty {
        leads: vec![DESKS[lead].to_owned()],
        shares: Some(DESKS[share].to_owned()).filter(|_| share != lead).into_iter().collect(),
        what: DONE[what].to_owned(),
        result: String::new(),
        due: due.map(|days| working(last, days)),
    });
    PlanPaper {
        number: format!("{number:02}/KH-LĐLĐ"),
        day: Some(issued),
        bases: bases_before(issued).into_iter().take(bases).collect(),
        upward: up.then(|| (whole.parent.clone(), working(last, 20))),
        exceptions: match left_out {
            0 => Vec::new(),
            1 => vec![not_asked(&["LĐLĐ huyện Khe Rộng"])],
            _ => whole.exceptions.clone(),
        },
        duties: duties.collect(),
        outline: outline(&sections),
        organs: Vec::new(),
        table: whole.table.filter(|_| years > 0).map(|table| PlanTable {
            columns: (year - years..year).map(Column::Year).collect(),
            ..table
        }),
        senders,
        ..plan()
    }
}

/// What a plan of that day can rest on.
fn bases_before(issued: Date) -> Vec<PlanBasis> {
    let basis = |title: &str, number: &str, issuer: &str, days: i32| PlanBasis {
        title: title.to_owned(),
        number: number.to_owned(),
        day: Some(issued.saturating_sub(days.days())),
        issuer: issuer.to_owned(),
    };
    let own = "Ban Chấp hành Liên đoàn Lao động tỉnh Bạch Giang";
    vec![
        basis("", "21/KH-TLĐ", "Tổng Liên đoàn Lao động Việt Nam", 50),
        basis("Nghị quyết về công tác nữ công", "05/NQ-BCH", own, 300),
        basis("Chương trình", "16/CTr-LĐLĐ", own, 900),
    ]
}

/// Sections numbered as papers number them, none deeper than one step below the one before.
fn outline(sections: &[(usize, usize, u8)]) -> Vec<Section> {
    let mut counts = [0_u32; 3];
    let mut outline: Vec<Section> = Vec::new();
    for (title, guidance, depth) in sections {
        let deepest = outline.last().map_or(0, |before| before.depth + 1);
        let depth = (*depth).min(deepest);
        let at = usize::from(depth);
        counts[at] += 1;
        counts[at + 1..].fill(0);
        let number = match at {
            0 => roman(counts[0]),
            1 => counts[1].to_string(),
            _ => letter(counts[2]),
        };
        outline.push(Section {
            id: SectionId(Default::default()),
            number,
            title: TITLES[*title].to_owned(),
            guidance: GUIDANCE[*guidance].to_owned(),
            depth,
            owner: None,
            need: Need::default(),
        });
    }
    outline
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_of_ours_reads_as_it_was_written(paper in written()) {
        check(&paper, &read(&paper, "docx"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn a_printed_plan_of_ours_reads_as_it_was_written(paper in written()) {
        check(&paper, &read(&paper, "pdf"));
    }
}
