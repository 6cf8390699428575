time-monday = Thứ Hai
time-tuesday = Thứ Ba
time-wednesday = Thứ Tư
time-thursday = Thứ Năm
time-friday = Thứ Sáu
time-saturday = Thứ Bảy
time-sunday = Chủ nhật

time-moment = { $clock } ngày { $date }
time-due-today = hạn hôm nay
time-days-left = còn { $n } ngày
time-days-over = quá hạn { $n } ngày
