product = Tổng Kết
product-long = Tổng Kết: lập kế hoạch, báo cáo và tổng hợp sơ kết, tổng kết trong tổ chức Công đoàn
skip-to-main = Đến nội dung chính
help-contact = Cần hỏi:
sign-out = Đăng xuất
seat-signed-in = Đồng chí
seat-change = Đổi chức danh ({ $n } chức danh)
language-other = EN
language-other-name = EN: chuyển sang tiếng Anh (English)

nav-label = Các phần chính
nav-work = Việc của tôi
nav-campaigns = Đợt
nav-figures = Tổng hợp
nav-units = Đơn vị
nav-help = Trợ giúp

errors-title = Có { $n } chỗ cần sửa

part-received = đã tiếp nhận
part-submitted = đã gửi, chờ kiểm tra
part-returned = trả lại
part-drafting = đang soạn
part-not-sent = chưa gửi
part-overdue = quá hạn

pages-label = Các trang của danh sách
pages-at = Trang { $page }/{ $pages } · { $rows } dòng
pages-previous = Trước
pages-next = Sau

plan-step-upload = Tải kế hoạch
plan-step-check = Kiểm tra điều đã đọc
plan-step-set-up = Lập đợt
plan-step-issue = Phát hành

tree-open = Xem đơn vị này

grid-indicator = Chỉ tiêu
grid-definition = Cách tính: { $name }
grid-keys-blank = để trống: chưa nhập
grid-keys-none = không phát sinh
grid-keys-unknown = chưa thu thập được
grid-keys-decimal = dấu phẩy ngăn phần thập phân

saving = Đang lưu…
save = Lưu
save-failed = Chưa lưu được, đang thử lại. Chưa nên đóng trang.
stale-above-form = Nội dung này vừa được người khác sửa. Điều vừa nhập vẫn còn dưới đây; lưu lại sẽ thay bản của người đó.
save-conflict = Nội dung vừa được sửa ở nơi khác. Tải lại trang để xem bản mới.
pasted = Đã dán { $n } ô

column-year = Năm { $year }
own-term-is = Thời kỳ số liệu của đơn vị: { $term }
own-term-span = từ { $from } đến hết { $to }
own-term-from = từ { $from }
own-term-to = đến hết { $to }
column-term-start = Đầu nhiệm kỳ
column-previous-term = Cùng kỳ nhiệm kỳ trước
figure-not-asked = không yêu cầu

version-sent = lần { $version }, { $at }
version-short = lần { $version }

live-changed = Có thay đổi mới.
live-see = Xem
live-behind = Trang này tính đến { $at }; việc đồng chí vừa làm sẽ hiện ra sau giây lát.
live-again = Xem lại
