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
session-device = Thiết bị
session-device-own = Máy này chỉ mình tôi dùng
session-device-own-hint = Người soạn và chủ tịch công đoàn cơ sở được giữ đăng nhập 30 ngày.
session-password-hint = Từ 10 ký tự trở lên; ghép vài từ dễ nhớ thành một câu là đủ
session-browser-unknown = Trình duyệt không rõ
session-since-own = Từ { $since } · mở gần nhất { $seen } · máy riêng
session-since-shared = Từ { $since } · mở gần nhất { $seen } · máy dùng chung

seat-instead = { $post } (thay { $name })

confirm-title = Xác nhận lại
confirm-lead = Việc này ràng buộc người khác, mà lần nhập mật khẩu trước đã lâu, nên cần nhập lại. Nội dung vừa nhập vẫn được giữ.
confirm-do = Xác nhận
confirm-leave = Thôi, không làm việc này
confirm-done = Đã xác nhận
confirm-done-lead = Bấm nút để làm tiếp việc vừa rồi. Tệp đã chọn, nếu có, cần chọn lại.
confirm-go-on = Làm tiếp

invitation-title = Bắt đầu sử dụng
invitation-reset = Đặt lại mật khẩu
invitation-who = Liên kết này dành cho đồng chí:
invitation-not-you = Không đúng tên mình thì đóng trang này và báo lại công đoàn cấp trên. Đúng thì đặt mật khẩu:
invitation-password = Mật khẩu mới
invitation-do = Đúng là tôi, đặt mật khẩu và đăng nhập
invitation-names = Lần sau đăng nhập bằng:
invitation-until = Liên kết dùng một lần, đến { $until }.

account-title = Tài khoản của tôi
account-contact = Liên hệ
account-phone = Điện thoại
account-email = Thư điện tử
account-sign-in = Đăng nhập
account-names = Đăng nhập được bằng:
account-password = Đổi mật khẩu
account-password-lead = Đổi xong, các thiết bị khác bị đăng xuất.
account-password-present = Mật khẩu đang dùng
account-password-new = Mật khẩu mới
account-seats = Chức danh
account-seat-change = Đổi chức danh
account-devices = Thiết bị đang đăng nhập
account-here = Thiết bị này
account-elsewhere = Đăng xuất mọi thiết bị khác
