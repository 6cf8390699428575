use domain::source::Source;

fn head(text: &str) -> String {
    let head = crate::read(&Source::plain(text)).documents.remove(0).letterhead;
    let dash = || "–".to_owned();
    let date = head.date.map_or_else(dash, |date| date.to_string());
    let parts = [head.parent, head.issuer, head.number, head.place];
    let parts: Vec<String> = parts.into_iter().map(|part| part.unwrap_or_else(dash)).collect();
    format!("{} | {date}", parts.join(" | "))
}

#[test]
fn letterheads_of_many_offices() {
    let table = [
        // A federation and the confederation above it, in two columns.
        (
            "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
             LIÊN ĐOÀN LAO ĐỘNG TỈNH PA LAO\tĐộc lập - Tự do - Hạnh phúc\n\
             Số: 8/KH-LĐLĐ\tPa Lao, ngày 03 tháng 4 năm 2021\nKẾ HOẠCH\nTổng kết",
            "Tổng Liên đoàn Lao động Việt Nam | Liên đoàn Lao động tỉnh Pa Lao | 8/KH-LĐLĐ | Pa Lao | 2021-04-03",
        ),
        // The Party: a star, no motto, a hyphen in the number.
        (
            "ĐẢNG BỘ TỈNH PA LAO\tĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY MƯỜNG TÔ\n*\n\
             Số 12-KH/HU\tMường Tô, ngày 9 tháng 2 năm 2022\nKẾ HOẠCH\nTổng kết",
            "Đảng bộ tỉnh Pa Lao | Huyện ủy Mường Tô | 12-KH/HU | Mường Tô | 2022-02-09",
        ),
        (
            "TỈNH ỦY PA LAO\n*\nSố 41-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nPa Lao, ngày 21/7/2020\nKẾ HOẠCH\nSơ kết",
            "– | Tỉnh ủy Pa Lao | 41-KH/TU | Pa Lao | 2020-07-21",
        ),
        // The youth union, whose name stands where others have the motto.
        (
            "BAN CHẤP HÀNH TỈNH PA LAO\tĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 225-KH/TĐTN-BTC\t\
             Pa Lao, ngày 05 tháng 8 năm 2019\nKẾ HOẠCH\nTổng kết",
            "– | Ban Chấp hành tỉnh Pa Lao | 225-KH/TĐTN-BTC | Pa Lao | 2019-08-05",
        ),
        (
            "TRUNG ƯƠNG HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nHỘI LIÊN HIỆP PHỤ NỮ TỈNH PA LAO\n\
             Số: 31/KH-BTV\nPa Lao, ngày 8 tháng 3 năm 2023\nKẾ HOẠCH\nTổng kết",
            "Trung ương Hội Liên hiệp Phụ nữ Việt Nam | Hội Liên hiệp Phụ nữ tỉnh Pa Lao | 31/KH-BTV | \
             Pa Lao | 2023-03-08",
        ),
        // A ministry and a people's committee have nobody above them.
        (
            "BỘ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1204/KH-BNV\tĐộc lập - Tự do - Hạnh phúc\n\
             \tHà Nội, ngày 17 tháng 6 năm 2022\nKẾ HOẠCH\nTổng kết",
            "– | Bộ Nội vụ | 1204/KH-BNV | Hà Nội | 2022-06-17",
        ),
        (
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ SÔNG LĂNG\nSố: 77/KH-UBND\nSông Lăng, ngày 2 tháng 12 năm 2020\n\
             KẾ HOẠCH\nTổng kết",
            "– | Ủy ban nhân dân thành phố Sông Lăng | 77/KH-UBND | Sông Lăng | 2020-12-02",
        ),
        (
            "UBND TỈNH PA LAO\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 9/KH-SGDĐT\nPa Lao, ngày 2 tháng 12 năm 2020\n\
             KẾ HOẠCH\nTổng kết",
            "UBND tỉnh Pa Lao | Sở Giáo dục và Đào tạo | 9/KH-SGDĐT | Pa Lao | 2020-12-02",
        ),
        // A grassroots union with a number in its name.
        (
            "CÔNG ĐOÀN NGÀNH DỆT MAY\nCĐCS CÔNG TY CỔ PHẦN MAY 19\nSố: 03/KH-CĐCS\nKẾ HOẠCH\nTổng kết",
            "Công đoàn ngành Dệt May | CĐCS Công ty Cổ phần May 19 | 03/KH-CĐCS | – | –",
        ),
        // A letter: its title stands under the number.
        (
            "LĐLĐ TỈNH PA LAO\nBAN TỔ CHỨC\nSố: 15/BTC\nV/v góp ý dự thảo\nbáo cáo tổng kết\n\
             Pa Lao, ngày 4 tháng 4 năm 2024\n\nKính gửi: Các ban",
            "LĐLĐ tỉnh Pa Lao | Ban Tổ chức | 15/BTC | Pa Lao | 2024-04-04",
        ),
        // A draft without number and day.
        (
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH PA LAO\nSố:      /KH-LĐLĐ\nPa Lao, ngày     tháng 4 năm 2024\nKẾ HOẠCH\nSơ kết",
            "– | Liên đoàn Lao động tỉnh Pa Lao | – | Pa Lao | –",
        ),
        // Nothing at all: the body that speaks in the text.
        (
            "KẾ HOẠCH\nSơ kết\n\nThực hiện Kế hoạch số 3/KH-TLĐ, Ban Thường vụ LĐLĐ tỉnh Pa Lao lập kế hoạch:",
            "– | LĐLĐ tỉnh Pa Lao | – | – | –",
        ),
        // English.
        (
            "VIETNAM GENERAL CONFEDERATION OF LABOUR\nPROVINCIAL FEDERATION OF LABOUR\nNo.: 12/KH-LDLD\n\
             SOCIALIST REPUBLIC OF VIETNAM\nIndependence - Freedom - Happiness\nPLAN\nFinal review",
            "Vietnam General Confederation of Labour | Provincial Federation of Labour | 12/KH-LDLD | – | –",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(head(text), expected, "{text}");
    }
}
