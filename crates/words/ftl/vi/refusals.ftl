# Mỗi câu nói điều gì chưa được và làm gì tiếp theo.
refusal-campaign-already-issued = Đợt này đã phát hành, nội dung đã giao không sửa được nữa.
refusal-campaign-already-created = Kế hoạch này đã được lập thành đợt. Mở đợt đó trong danh sách Đợt.
refusal-campaign-outline-empty = Đề cương chưa có mục nào. Thêm ít nhất một mục trước khi phát hành.
refusal-campaign-outline-number-twice = Có hai mục đề cương cùng số. Đánh số lại.
refusal-campaign-figures-wrong = Bảng số liệu còn chỗ chưa đúng. Xem các dòng được đánh dấu và sửa.
refusal-campaign-indicator-twice = Có hai chỉ tiêu cùng mã. Đổi mã của một trong hai.
refusal-campaign-no-units = Chưa chọn đơn vị nào. Chọn các đơn vị phải báo cáo.
refusal-campaign-deadline-missing = Chưa có hạn gửi của một cấp. Ghi ngày theo dạng 05/07/2024.
refusal-campaign-deadline-unreadable = Không đọc được ngày này. Ghi ngày theo dạng 05/07/2024.
refusal-campaign-stated-day-open = Chọn cách tính “trước ngày”: ngày nêu trong kế hoạch có còn trong hạn không.
refusal-campaign-destination-open = Kế hoạch nêu hai nơi nhận. Chọn một nơi.
refusal-campaign-desk-missing = Chưa có đầu mối tiếp nhận. Chọn ban hoặc văn phòng nhận báo cáo.
refusal-campaign-title-missing = Chưa có tên đợt. Ghi tên như trong kế hoạch.

refusal-submission-already-submitted = Báo cáo đã gửi, đang chờ kiểm tra. Muốn sửa, đề nghị nơi nhận trả lại.
refusal-submission-already-received = Báo cáo đã được tiếp nhận. Muốn sửa, đề nghị nơi nhận mở lại.
refusal-submission-not-submitted = Đơn vị chưa gửi báo cáo, chưa tiếp nhận hay trả lại được.
refusal-submission-version-passed = Đơn vị vừa gửi một bản mới hơn. Mở bản mới để xem.
refusal-submission-incomplete = Chưa gửi được: còn nội dung phải hoàn thành. Xem danh sách dưới đây.
refusal-submission-reason-missing = Ghi rõ nội dung cần bổ sung, sửa chữa.
refusal-submission-reason-too-long = Lý do dài quá 2.000 ký tự. Viết gọn lại.
refusal-submission-text-too-long = Mục này dài quá 200.000 ký tự. Viết gọn lại hoặc chuyển phần chi tiết thành văn bản kèm theo.
refusal-submission-not-asked = Đơn vị không phải báo cáo trong đợt này.
refusal-submission-not-issued = Đợt này chưa phát hành.

refusal-forbidden = Chức danh đang dùng không được làm việc này. Đổi chức danh, hoặc liên hệ người phụ trách.
refusal-not-found = Không tìm thấy nội dung này.
refusal-stale = Nội dung vừa được người khác sửa. Xem bản mới rồi làm lại.
refusal-broken = Hệ thống gặp sự cố, việc chưa được ghi lại. Mã sự cố: { $code }.
refusal-signed-out = Phiên làm việc đã hết. Đăng nhập để tiếp tục.
