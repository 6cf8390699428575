use app::plan::{
    Confirm, Correct, Correction, Open, PlanView, ShowPlan, Upload, Uploaded, choose_destination,
    proposal,
};
use app::{Ending, Token};
use domain::campaign::StatedDay;
use domain::id::PlanId;
use domain::plan::{Change, Dated, Duty, Exception, Fact, Heading, List, Recipient, RowId, Warned};
use domain::source::Source;
use testkit::{World, on_both, refusal};

const PLAN: &str = "\
LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN
Số: 31/KH-LĐLĐ

Hà Vân, ngày 20 tháng 02 năm 2031

KẾ HOẠCH
Tổng kết 10 năm phát triển đoàn viên

I. NỘI DUNG
Báo cáo tập trung vào các nội dung sau:
1. Công tác lãnh đạo, chỉ đạo.
2. Kết quả phát triển đoàn viên.

II. THỜI GIAN
- Công đoàn cơ sở gửi báo cáo về công đoàn cấp trên trực tiếp trước ngày 20/3/2031.
- LĐLĐ huyện gửi báo cáo về Liên đoàn Lao động tỉnh (qua Ban Tổ chức) chậm nhất ngày 06/4/2030.
- Công đoàn cơ sở gửi báo cáo về Liên đoàn Lao động tỉnh (qua Văn phòng) theo tiến độ trên.

Nơi nhận:
- Tổng LĐLĐ Việt Nam (để báo cáo);
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lò Minh Đức
";

async fn upload(world: &World, token: Token) -> PlanId {
    let upload = Upload::new("ke-hoach.txt", [7; 32], &Source::plain(PLAN)).expect("reads");
    match world.app.act(token, "upload", upload).await.expect("uploads").output {
        Uploaded::New(plan) | Uploaded::Before(plan) => plan,
    }
}

async fn show(world: &World, token: Token, plan: PlanId) -> PlanView {
    world.app.read(token, ShowPlan { plan }).await.expect("own").output
}

async fn correct(
    world: &World,
    token: Token,
    (plan, rev): (PlanId, i64),
    change: Change,
) -> Result<(), Ending> {
    let correction = Correction::of(&show(world, token, plan).await, change)?;
    world.app.save(token, Correct { plan, rev, correction }).await.map(|_| ())
}

fn first(view: &PlanView, list: List) -> RowId {
    view.sheet.list(0, list).next().unwrap_or_else(|| panic!("no {list:?}")).id
}

fn add(fact: Fact) -> Change {
    Change::Add { paper: 0, before: None, fact }
}

fn heading(number: &str, depth: u8) -> Fact {
    let number = number.to_owned();
    Fact::Outline(Heading { number, title: "Mục".to_owned(), depth, ..Heading::default() })
}

fn recipient(name: &str) -> Fact {
    Fact::Recipient(Recipient { name: name.to_owned(), ..Recipient::default() })
}

#[test]
fn what_is_corrected_is_in_the_document_and_is_checked_again() {
    on_both("corrected", async |world: World| {
        let token = world.sign_in("btc").await;
        let plan = upload(&world, token).await;
        let view = show(&world, token, plan).await;
        type Seen = fn(&PlanView) -> String;
        let table: [(Change, Seen, &str); 8] = [
            (
                Change::Put(first(&view, List::Title), Fact::Title("Sơ kết".to_owned())),
                |view| view.document().title.clone(),
                "Sơ kết",
            ),
            (
                Change::Put(first(&view, List::Number), Fact::Number(String::new())),
                |view| format!("{:?}", view.document().letterhead.number),
                "None",
            ),
            (
                add(recipient("Báo Hà Vân")),
                |view| {
                    view.document().recipients.last().map(|r| r.name.clone()).unwrap_or_default()
                },
                "Báo Hà Vân",
            ),
            (
                Change::Drop(first(&view, List::Recipient)),
                |view| {
                    let mut names = view.document().recipients.iter();
                    names.any(|recipient| recipient.name.starts_with("Tổng LĐLĐ")).to_string()
                },
                "false",
            ),
            (
                add(Fact::Duty(Duty { who: "Văn phòng".to_owned(), ..Duty::default() })),
                |view| view.document().duties.last().map(|d| d.who.clone()).unwrap_or_default(),
                "Văn phòng",
            ),
            (
                add(Fact::Exception(Exception {
                    rule: "Riêng".to_owned(),
                    ..Exception::default()
                })),
                |view| view.document().exceptions[0].rule.clone(),
                "Riêng",
            ),
            (
                Change::All(vec![add(heading("3", 0)), add(heading("3.1", 1))]),
                |view| {
                    let last = view.document().proposed_outline.last();
                    last.map(|item| item.children[0].number.clone()).unwrap_or_default()
                },
                "3.1",
            ),
            (Change::TakeOutline, |view| view.document().outline.len().to_string(), "3"),
        ];
        for (change, seen, expected) in table {
            let rev = show(&world, token, plan).await.rev;
            correct(&world, token, (plan, rev), change.clone()).await.expect("corrects");
            let view = show(&world, token, plan).await;
            assert_eq!((seen(&view).as_str(), view.rev), (expected, rev + 1), "{change:?}");
            correct(&world, token, (plan, rev), change.clone()).await.expect("the same again");
            assert_eq!(show(&world, token, plan).await.rev, rev + 1, "{change:?} twice");
        }
    });
}

#[test]
fn a_proposal_answers_its_warning_and_one_set_aside_stays_aside() {
    on_both("proposed", async |world: World| {
        let token = world.sign_in("btc").await;
        let plan = upload(&world, token).await;
        let view = show(&world, token, plan).await;
        let early = |view: &PlanView| {
            view.warnings.iter().find(|w| w.code == "DATE_PRECEDES_PLAN").cloned()
        };
        let warning = early(&view).expect("6 April 2030 lies before the plan");
        let aside = Change::SetAside(Warned::of(&warning), "Đã hỏi".to_owned());
        correct(&world, token, (plan, view.rev), aside).await.expect("sets aside");
        let view = show(&world, token, plan).await;
        assert_eq!(view.sheet.aside(&warning).map(|a| a.reason.as_str()), Some("Đã hỏi"));
        let change = proposal(&view, &warning).expect("the year after");
        correct(&world, token, (plan, view.rev), change).await.expect("takes it");
        let view = show(&world, token, plan).await;
        assert_eq!(early(&view), None);
        let weekend = view.warnings.iter().find(|w| w.code == "DEADLINE_ON_WEEKEND");
        let weekend = weekend.expect("6 April 2031 is a Sunday, and is looked at again");
        let Some(Change::Put(_, Fact::Date(Dated { end: Some(end), .. }))) =
            proposal(&view, weekend)
        else {
            panic!("the working day before")
        };
        assert_eq!(end.to_string(), "2031-04-04");
    });
}

#[test]
fn two_officers_do_not_write_over_each_other_and_a_made_campaign_ends_it() {
    on_both("officers", async |world: World| {
        let one = world.sign_in("btc").await;
        let other = world.sign_in("vanphong").await;
        let plan = upload(&world, one).await;
        let view = show(&world, one, plan).await;
        let title = first(&view, List::Title);
        let put = |words: &str| Change::Put(title, Fact::Title(words.to_owned()));
        let at = (plan, view.rev);
        correct(&world, one, at, put("Một")).await.expect("is first");
        assert_eq!(refusal(correct(&world, other, at, put("Hai")).await), "stale");
        correct(&world, other, at, put("Một")).await.expect("means the same");
        assert_eq!(show(&world, other, plan).await.document().title, "Một");
        let nobody = correct(&world, one, (plan, 2), Change::Drop(RowId(9999))).await;
        assert_eq!(refusal(nobody), "not found");

        let view = show(&world, one, plan).await;
        let [Open::StatedDay, Open::Destination(keep, lose)] = view.open()[..] else {
            panic!("{:?}", view.open())
        };
        let confirm = |answers: Vec<Change>| {
            let answers = Correction::of(&view, Change::All(answers)).expect("fits");
            Confirm { plan, rev: view.rev, answers }
        };
        let day = Change::StatedDay(StatedDay::Excluded);
        let place = choose_destination(&view.sheet, keep, lose).expect("two of them");
        let table = [
            (vec![], "refusal-campaign-stated-day-open"),
            (vec![day.clone()], "refusal-campaign-destination-open"),
            (vec![day.clone(), place.clone(), put("")], "refusal-campaign-title-missing"),
        ];
        for (answers, expected) in table {
            let refused = world.app.act(one, expected, confirm(answers)).await;
            assert_eq!(refusal(refused), expected);
        }
        world.app.act(one, "made", confirm(vec![day, place])).await.expect("makes it");
        let view = show(&world, one, plan).await;
        assert_eq!(view.sheet.stated_day, Some(StatedDay::Excluded), "kept with the sheet");
        let late = correct(&world, one, (plan, view.rev), put("Ba")).await;
        assert_eq!(refusal(late), "refusal-campaign-already-created");
    });
}
