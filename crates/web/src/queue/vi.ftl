queue-title = Báo cáo cấp dưới
queue-received = Đã tiếp nhận { $n }/{ $of } đơn vị
queue-filters = Lọc theo trạng thái
queue-empty = Đã xử lý hết
queue-sent = Lần gửi
queue-contact = Liên hệ
unit = Đơn vị
