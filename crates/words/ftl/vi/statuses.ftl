# Báo cáo của một đơn vị
status-not-started = Chưa báo cáo
status-drafting = Đang soạn
status-signing = Chờ ký
status-submitted = Đã gửi
status-submitted-again = Đã gửi lại
status-returned = Trả lại
status-received = Đã tiếp nhận
status-exempt = Không phải báo cáo

# Thời hạn
status-overdue = Quá hạn { $n } ngày
status-sent-late = Gửi muộn { $n } ngày

# Một việc
item-to-do = Chưa làm
item-to-look = Cần xem
item-optional = Không bắt buộc
item-doing = Đang làm
item-to-mend = Cần sửa
item-done = Hoàn thành
item-not-yet = Chưa làm được

# Đợt
campaign-preparing = Đang chuẩn bị
campaign-running = Đang thực hiện
approval-open = Chưa trình duyệt
approval-asked = Chờ duyệt
approval-given = Đã duyệt
approval-on-paper = Đã ký trên giấy
approval-sent-back = Trả lại
approval-waived = Phát hành khi chưa duyệt
approval-lapsed = Đã sửa, cần trình lại
approval-missing = Chưa duyệt
