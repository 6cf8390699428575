submission-check = Kiểm tra và gửi báo cáo
submission-blocked = Chưa gửi được: còn { $n } chỗ phải hoàn thành
submission-ready = Đủ nội dung, gửi được.
submission-parts = Nội dung báo cáo
submission-part = Phần
submission-holds = Đã có
submission-state = Trạng thái
submission-late = Nếu gửi bây giờ, báo cáo được ghi “gửi muộn { $n } ngày”.
submission-effect = Báo cáo sẽ đến { $who }. Sau khi gửi, nội dung chỉ xem được; muốn sửa, đề nghị nơi nhận trả lại.
submission-send = Gửi báo cáo
submission-goes = Gửi đi

submission-sent = Đã gửi báo cáo
submission-code = Mã tiếp nhận
submission-at = Thời gian gửi
submission-on-time = Đúng hạn
submission-from = Đơn vị gửi
submission-version = Lần gửi
submission-hash = Mã kiểm chứng
submission-next = Bước tiếp theo
submission-next-help = { $who } kiểm tra rồi tiếp nhận, hoặc trả lại kèm lý do. Kết quả hiện ở Việc của tôi.
submission-read = Xem báo cáo đã gửi

submission-sent-line = Lần gửi { $version }, { $at }, { $who }
submission-versions = Các lần gửi:
submission-returned-by = Trả lại lúc { $at } ({ $who })
submission-figures = Số liệu
submission-empty-section = Không có nội dung.

edit = Sửa
go-back = Quay lại

submission-empty = Còn { $n } chỗ để trống
submission-empty-meant = Đã xem; những chỗ trên để trống là đúng
submission-section-empty = { $title }: chưa có nội dung
submission-cells-blank = Bảng số liệu: còn { $n } ô chưa nhập
submission-cell-unreadable = { $row }, { $column }: không đọc được số “{ $typed }”
submission-words-count = { $n } từ
submission-words-none = để trống
submission-sums = Số liệu cộng từ { $n }/{ $of } đơn vị đã tiếp nhận báo cáo
submission-sums-partial = Vẫn gửi được; nơi nhận sẽ thấy số đơn vị này. Đơn vị được tiếp nhận sau khi gửi thì không có trong báo cáo đã gửi.
submission-cells-count = { $n }/{ $of } ô
submission-to = Nơi nhận
submission-due = Hạn gửi
submission-which = Lần gửi
