//! Where everything goes that was confirmed of a plan.

use app::campaign::{SetUpView, ShowSetUp};
use app::library::{LibraryView, ShowLibrary};
use app::plan::{Confirm, Correction, ShowPlan, Upload, Uploaded};
use app::task::{DutiesView, ShowDuties};
use domain::campaign::StatedDay;
use domain::figure::OwnTerm;
use domain::plan::{Change, List};
use domain::source::Source;
use testkit::{World, on_both};

/// A plan with at least one fact of most lists, and a date of one unit, which is not its level's.
const PLAN: &str = "\
TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN
Số: 61/KH-LĐLĐ

Hà Vân, ngày 20 tháng 02 năm 2031

KẾ HOẠCH
Tổng kết 10 năm thực hiện Nghị quyết số 09/NQ-BCH ngày 12/5/2021 của Ban Chấp hành Liên đoàn Lao động tỉnh

Thực hiện Kế hoạch số 15/KH-TLĐ ngày 10/02/2031 của Tổng Liên đoàn Lao động Việt Nam; Ban Thường vụ Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:

I. NỘI DUNG
Báo cáo tập trung vào các nội dung sau:
1. Công tác lãnh đạo, chỉ đạo.
2. Kết quả phát triển đoàn viên.

II. HÌNH THỨC VÀ THỜI GIAN
1. Hình thức: Tổng kết bằng văn bản.
2. Thời gian:
- LĐLĐ huyện tổ chức tổng kết từ ngày 01/4/2031 đến ngày 15/4/2031.
- LĐLĐ huyện Vân Khê gửi báo cáo về Liên đoàn Lao động tỉnh (qua Ban Tổ chức) trước ngày 20/4/2031.
- LĐLĐ huyện gửi báo cáo về Liên đoàn Lao động tỉnh (qua Ban Tổ chức) trước ngày 05/5/2031.
- LĐLĐ tỉnh gửi báo cáo về Tổng Liên đoàn trước ngày 01/6/2031.
3. Số liệu trong phụ lục tính từ năm 2026 đến năm 2030.
Riêng LĐLĐ huyện Suối Ngà mới thành lập thì số liệu báo cáo tính từ tháng 10/2028 đến tháng 12/2030.

III. TỔ CHỨC THỰC HIỆN
1. Văn phòng: chuẩn bị tài liệu.

Nơi nhận:
- Tổng LĐLĐ Việt Nam (để báo cáo);
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lò Minh Đức
";

/// The campaign as it was made.
struct Made {
    set_up: SetUpView,
    shelf: LibraryView,
    duties: DutiesView,
}

/// The exceptions: their units, their words, when they report, for what time.
fn own(made: &Made) -> String {
    let own = made.set_up.exceptions().map(|shown| {
        let due = shown.deadline.as_ref().map(|row| row.deadline.last_day.to_string());
        let from = shown.tier.portion.term.and_then(OwnTerm::from);
        let (name, note) = (shown.name(), shown.tier.note());
        format!("{name}: {note} {} {from:?}", due.unwrap_or_default())
    });
    own.collect::<Vec<_>>().join("; ")
}

/// What of a list is in the campaign, in words; `None` for what the page calls for reading only.
fn shows(list: List, made: &Made) -> Option<String> {
    let campaign = &made.set_up.campaign;
    let district = made.set_up.tiers.iter().find(|view| view.tier.key == "huyen/tinh");
    let district = district.expect("districts");
    let titles = || {
        let items = made.shelf.items.iter().map(|item| item.title.clone());
        items.collect::<Vec<_>>().join("; ")
    };
    match list {
        List::Title => Some(campaign.title.clone()),
        List::Parent => Some(campaign.up_to.clone()),
        List::Number => Some(campaign.number.clone()),
        List::Issued => campaign.plan_day.map(|day| day.to_string()),
        List::Subject | List::Basis => Some(titles()),
        List::Date => Some(format!(
            "{:?} {:?} {:?}",
            district.tier.hold,
            district.deadline.as_ref().map(|row| row.deadline.last_day),
            campaign.up_day
        )),
        List::Destination => Some(format!(
            "{:?} {}",
            district.tier.destination,
            made.set_up.organs.iter().any(|organ| Some(organ.id) == district.tier.via)
        )),
        List::Duty => {
            let duty = made.duties.duties.first().expect("a duty");
            Some(format!("{}: {}", duty.parties[0].short, duty.task.what))
        }
        List::Outline => made.set_up.outline.last().map(|section| section.title.clone()),
        List::Kind
        | List::Review
        | List::Issuer
        | List::Place
        | List::Signatory
        | List::Cited
        | List::Section
        | List::Form
        | List::Attachment
        | List::Recipient => None,
        List::Exception | List::Period => Some(own(made)),
    }
}

#[test]
fn every_fact_of_a_plan_is_in_its_campaign_or_for_reading_only() {
    on_both("goes", async |world: World| {
        let token = world.sign_in("btc").await;
        let upload = Upload::new("ke-hoach.txt", [61; 32], &Source::plain(PLAN)).expect("reads");
        let (Uploaded::New(plan) | Uploaded::Before(plan)) =
            world.app.act(token, "upload", upload).await.expect("uploads").output;
        let view = world.app.read(token, ShowPlan { plan }).await.expect("own").output;
        let answers = Correction::of(&view, Change::StatedDay(StatedDay::Counts)).expect("fits");
        let confirm = Confirm { plan, rev: view.rev, answers };
        let campaign = world.app.act(token, "confirm", confirm).await.expect("makes").output;
        let made = Made {
            set_up: world.app.read(token, ShowSetUp { campaign }).await.expect("own").output,
            shelf: world.app.read(token, ShowLibrary { campaign }).await.expect("own").output,
            duties: world.app.read(token, ShowDuties { campaign }).await.expect("own").output,
        };
        let table = [
            (List::Title, "Tổng kết 10 năm thực hiện Nghị quyết số 09/NQ-BCH"),
            (List::Parent, "Tổng Liên đoàn Lao động Việt Nam"),
            (List::Number, "61/KH-LĐLĐ"),
            (List::Issued, "2031-02-20"),
            (List::Subject, "Nghị quyết"),
            (List::Basis, "Kế hoạch"),
            (List::Date, "Some((2031-04-01, 2031-04-15)) Some(2031-05-05) Some(2031-06-01)"),
            (List::Destination, "Some(Parent) true"),
            (List::Duty, "Văn phòng: chuẩn bị tài liệu"),
            (List::Exception, "LĐLĐ huyện Suối Ngà: mới thành lập thì"),
            (List::Period, "2031-05-05 Some(2028-10-01)"),
            (List::Outline, "Kết quả phát triển đoàn viên"),
        ];
        for list in List::ALL {
            let expected = table.iter().find(|(known, _)| *known == list).map(|(_, words)| *words);
            match (shows(list, &made), expected) {
                (Some(shown), Some(words)) => {
                    let shown = shown.to_lowercase();
                    assert!(shown.contains(&words.to_lowercase()), "{list:?}: {shown}");
                }
                (None, None) => {}
                (shown, expected) => panic!("{list:?}: {shown:?}, {expected:?}"),
            }
        }
        assert!(own(&made).contains("LĐLĐ huyện Vân Khê:  2031-04-20 None"), "{}", own(&made));
        assert_eq!(made.set_up.exceptions().count(), 2, "each is proposed as an exception");
    });
}
