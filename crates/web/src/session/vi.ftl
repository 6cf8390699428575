session-sign-in = Đăng nhập
session-name = Tên đăng nhập
session-name-hint = Tên do công đoàn cấp trên cấp, ví dụ huong.songmay
session-password = Mật khẩu
session-forgot = Quên mật khẩu hoặc chưa có tài khoản
session-forgot-help = Liên hệ công đoàn cấp trên trực tiếp để được cấp lại. Không cần lập đơn.
session-about-title = Từ kế hoạch đến báo cáo tổng hợp, trên một mạch việc
session-about-plan = Đọc kế hoạch, giao việc đến từng đơn vị kèm hạn gửi và nơi nhận.
session-about-report = Đơn vị viết báo cáo, nhập số liệu, kiểm tra và gửi; nội dung được lưu liên tục.
session-about-total = Mỗi con số tổng hợp đều mở ra được đến đơn vị và lần gửi.

session-seats = Chọn chức danh
session-seats-lead = Đồng chí { $person } giữ { $n } chức danh. Việc làm và số liệu được ghi theo chức danh đang chọn.
session-seat-acting = Đang dùng
session-seat-choose = Chọn

error-prefix = Lỗi:{" "}
