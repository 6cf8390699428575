grid-filled = Đã nhập { $n }/{ $of } ô

grid-understood = Hiểu là { $number }
grid-saved = Đã lưu { $clock }
grid-nothing-saved = Chưa nhập ô nào
grid-left = Còn { $n } ô chưa nhập
grid-conflict = Người khác vừa ghi ở ô này “{ $now }”. Giữ số nào thì nhập lại số đó.
grid-too-many-decimals = Chỉ tiêu này nhận tối đa { $n } chữ số thập phân.
grid-worked-out = Hệ thống tự tính từ các chỉ tiêu khác.
