use crate::ui::Ui;
use jiff::civil::Date;
use words::time;

/// Between which days a review is held: `từ Thứ Hai 10/06/2024 đến hết Thứ Năm 20/06/2024`.
pub(crate) fn window_words(ui: &Ui, (from, to): (Date, Date)) -> String {
    let day = |day| time::long_date(ui.lang, day);
    match from == to {
        true => ui.say("work-hold-day").with("day", day(to)).to_string(),
        false => ui.say("work-hold-window").with("from", day(from)).with("to", day(to)).to_string(),
    }
}

/// The same as a line of its own: `Tổ chức từ … đến hết …`.
pub(crate) fn held_words(ui: &Ui, hold: (Date, Date)) -> String {
    ui.say("work-held").with("window", window_words(ui, hold)).to_string()
}
