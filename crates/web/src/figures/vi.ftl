figures-title = Số liệu
figures-of = Số liệu: { $unit }
figures-received-only = Chỉ tính báo cáo đã tiếp nhận.
figures-also-submitted = Tính cả báo cáo chờ kiểm tra.
figures-count-submitted = Tính cả báo cáo chờ kiểm tra
figures-count-received = Chỉ tính báo cáo đã tiếp nhận
figures-units = Số đơn vị
figures-none = chưa có số liệu
figures-lower = Đơn vị cấp dưới
figures-asked = phải báo cáo
figures-counted = Đơn vị được cộng
figures-n-of = { $n }/{ $of } đơn vị
figures-basis = Cách tính
figures-made-of-sum = Tổng { $total }: { $given } đơn vị có số, { $none } đơn vị không phát sinh, { $missing } đơn vị chưa có trong tổng.
figures-made-of-yes = { $total } đơn vị trả lời “có” trong { $units } đơn vị đã trả lời; { $missing } đơn vị chưa có trong tổng.
figures-made-of-ratio = { $total } được tính từ hai số tổng dưới đây, ở { $units } đơn vị có đủ cả hai.
figures-made-of-mean = { $total } là bình quân của { $units } đơn vị dưới đây, mỗi đơn vị tính theo số tổng kèm theo.
figures-made-of-greatest = { $total } là số lớn nhất trong { $units } đơn vị dưới đây.
figures-made-of-least = { $total } là số nhỏ nhất trong { $units } đơn vị dưới đây.
figures-made-of-latest = { $total } là số gửi sau cùng trong { $units } đơn vị dưới đây.
figures-made-of-nothing = Chưa có số tổng cho chỉ tiêu này.
figures-blank = để trống
figures-no-campaign = Chưa có đợt nào có số liệu
figures-no-campaign-help = Số tổng hợp hiện ở đây khi một đợt có bảng số liệu được phát hành.
figures-version = Bản báo cáo
figures-received-by = Tiếp nhận
figures-total = Cộng
figures-missing = Chưa có trong tổng
figures-nothing-missing = Không thiếu đơn vị nào.
figures-behind = Xem các đơn vị phía sau
figures-own-terms = { $n } đơn vị báo cáo theo kỳ riêng: { $names }{ $more ->
    [0] .
   *[other] ; và { $more } đơn vị khác.
}
figures-not-asked = { $n } đơn vị không phải báo cáo chỉ tiêu này.
