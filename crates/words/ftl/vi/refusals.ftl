# Mỗi câu nói điều gì chưa được và làm gì tiếp theo.
refusal-campaign-already-issued = Đợt này đã phát hành, nội dung đã giao không sửa được nữa.
refusal-campaign-already-created = Kế hoạch này đã được lập thành đợt. Mở đợt đó trong danh sách Đợt.
refusal-campaign-outline-empty = Đề cương chưa có mục nào. Thêm ít nhất một mục trước khi phát hành.
refusal-campaign-outline-unconfirmed = Đề cương chưa được xác nhận. Xem lại các mục rồi xác nhận đề cương.
refusal-campaign-outline-number-twice = Có hai mục đề cương cùng số. Đánh số lại.
refusal-campaign-figures-wrong = Bảng số liệu còn chỗ chưa đúng. Xem các dòng được đánh dấu và sửa.
refusal-campaign-indicator-twice = Có hai chỉ tiêu cùng mã. Đổi mã của một trong hai.
refusal-campaign-no-units = Chưa chọn đơn vị nào. Chọn các đơn vị phải báo cáo.
refusal-campaign-deadline-missing = Chưa có hạn gửi của một cấp. Ghi ngày theo dạng 05/07/2024.
refusal-campaign-deadline-unreadable = Không đọc được ngày này. Ghi ngày theo dạng 05/07/2024.
refusal-campaign-plan-open = Tệp này có hơn một kế hoạch. Chọn kế hoạch dùng để lập đợt.
refusal-campaign-stated-day-open = Chọn cách tính “trước ngày”: ngày nêu trong kế hoạch có còn trong hạn không.
refusal-campaign-destination-open = Kế hoạch nêu hai nơi nhận. Chọn một nơi.
refusal-campaign-desk-missing = Chưa có đầu mối tiếp nhận. Chọn ban hoặc văn phòng nhận báo cáo.
refusal-campaign-title-missing = Chưa có tên đợt. Ghi tên như trong kế hoạch.
refusal-campaign-already-asked = Kế hoạch đã trình, đang chờ lãnh đạo duyệt.
refusal-campaign-already-approved = Kế hoạch đã được duyệt. Muốn trình lại thì rút việc duyệt trước.
refusal-campaign-not-awaiting-approval = Kế hoạch này không chờ duyệt: đã có kết luận, đã rút lại hoặc đã được sửa. Xem lại trang này.
refusal-campaign-nothing-to-withdraw = Không có gì để rút lại.
refusal-campaign-approval-missing = Kế hoạch chưa được duyệt. Trình lãnh đạo duyệt, ghi nhận bản đã ký trên giấy, hoặc nêu lý do phát hành khi chưa duyệt.
refusal-campaign-approval-lapsed = Đợt đã được sửa sau khi trình hoặc duyệt. Trình duyệt lại.
refusal-campaign-approval-words-missing = Ghi rõ lý do hoặc nội dung cần sửa.
refusal-campaign-approval-words-too-long = Lời ghi dài quá 2.000 ký tự. Viết gọn lại.
refusal-campaign-paper-missing = Đợt này không có tệp kế hoạch. Tải bản đã ký lên ở mục Đợt, hoặc trình lãnh đạo duyệt.
refusal-campaign-signer-missing = Chưa ghi người ký. Ghi chức vụ và họ tên như trên bản giấy.
refusal-campaign-number-before-approval = Kế hoạch chưa được duyệt nên chưa cấp số. Trình duyệt trước.
refusal-campaign-number-missing = Kế hoạch chưa có số. Cấp số và ngày trước khi phát hành.
refusal-campaign-number-unreadable = Số, ký hiệu bắt đầu bằng chữ số và dài không quá 60 ký tự, ví dụ 48/KH-LĐLĐ.
refusal-campaign-number-day-missing = Chưa có ngày ban hành, hoặc không đọc được ngày. Ghi theo dạng 05/07/2024.
refusal-campaign-number-taken = Số này đã cấp cho một kế hoạch khác của đơn vị trong cùng năm. Ghi số khác.

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

refusal-number-not-a-number = Ô này cần một số. Ghi số, “-” nếu không phát sinh, hoặc “…” nếu chưa thu thập được.
refusal-number-separators-unclear = Chưa rõ dấu nào ngăn hàng nghìn, dấu nào ngăn phần thập phân. Ghi theo mẫu 1.234,5.
refusal-number-not-whole = Ô này cần số nguyên. Ghi lại không có phần thập phân.
refusal-number-too-many-decimals = Phần thập phân dài hơn mức của chỉ tiêu. Làm tròn rồi ghi lại.
refusal-number-too-large = Số này lớn hơn mức ghi được. Xem lại đơn vị tính.
refusal-number-too-long = Nội dung quá dài cho một ô số liệu. Chỉ ghi số.

refusal-indicator-code-unreadable = Mã chỉ tiêu gồm tối đa 16 chữ không dấu, chữ số, dấu chấm hoặc gạch nối. Sửa lại mã.
refusal-indicator-name-missing = Chỉ tiêu chưa có tên. Ghi tên chỉ tiêu.
refusal-indicator-too-many-decimals = Chỉ tiêu có tối đa 6 chữ số thập phân. Chọn số nhỏ hơn.
refusal-indicator-yes-with-decimals = Chỉ tiêu “có / không” không có phần thập phân. Đặt số chữ số thập phân là 0.
refusal-indicator-made-from-itself = Chỉ tiêu không thể tính từ chính nó. Chọn chỉ tiêu khác làm gốc.
refusal-indicator-times-zero = Tỷ lệ cần hệ số khác 0. Ghi 100 nếu tính theo phần trăm.

refusal-sign-in-unknown = Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.
refusal-sign-in-too-many-tries = Đã nhập sai nhiều lần liên tiếp. Chờ 5 phút rồi đăng nhập lại, hoặc liên hệ công đoàn cấp trên để được cấp lại mật khẩu.
refusal-sign-in-no-seat = Tài khoản này hiện không giữ chức danh nào. Liên hệ công đoàn cấp trên trực tiếp.

refusal-file-empty = Tệp không có nội dung. Chọn tệp khác.

refusal-library-title-missing = Tài liệu chưa có tên. Ghi tên tài liệu.
refusal-library-reason-missing = Chưa ghi lý do. Ghi rõ vì sao không dùng tài liệu mà kế hoạch đã nhắc đến.
refusal-library-reason-too-long = Lý do dài quá 1.000 ký tự. Viết gọn lại.
refusal-library-not-built = Trong đợt chưa có đề cương đã xác nhận hoặc bảng số liệu tương ứng. Lập xong rồi đánh dấu.
refusal-library-announced = Kế hoạch đã nhắc đến tài liệu này nên không bỏ đi được. Ghi lý do không dùng.
refusal-library-issued = Đợt đã phát hành, tài liệu đơn vị đã nhận được giữ nguyên. Thêm tài liệu mới nếu cần thay.
refusal-library-too-many = Đợt đã có 200 tài liệu. Gộp bớt tài liệu rồi thêm.

refusal-task-what-missing = Chưa ghi nội dung công việc. Ghi việc phải làm.
refusal-task-text-too-long = Nội dung dài quá 2.000 ký tự. Viết gọn lại.
refusal-task-lead-missing = Chưa có cơ quan, đơn vị chủ trì. Chọn nơi chủ trì.
refusal-task-body-twice = Một cơ quan, đơn vị đứng hai lần trong cùng một việc. Bỏ bớt một dòng.
refusal-task-not-your-part = Nơi chủ trì báo hoàn thành; nơi phối hợp xác nhận phần việc của mình. Chọn lại cho đúng vai trò.
refusal-task-result-missing = Chưa có kết quả. Ghi số văn bản, tải tệp lên, hoặc ghi kết quả bằng lời.
refusal-task-reason-missing = Ghi lý do không thực hiện phần phối hợp.
refusal-task-too-many = Đợt đã có 100 việc. Gộp bớt các việc giống nhau rồi thêm.

unreadable-empty = Tệp không có nội dung. Chọn tệp khác.
unreadable-too-large = Tệp lớn hơn 50 MB. Nén ảnh trong tệp hoặc chia thành nhiều tệp.
unreadable-too-long = Văn bản quá dài so với một kế hoạch. Tách riêng phần kế hoạch rồi tải lên.
unreadable-unpacks-too-large = Tệp giải nén ra quá lớn nên không đọc. Mở bằng Word, lưu lại rồi tải lên.
unreadable-old-doc = Tệp .doc đời cũ chưa đọc được. Trong Word chọn Lưu thành .docx rồi tải lên.
unreadable-locked = Tệp có mật khẩu. Bỏ mật khẩu rồi tải lên.
unreadable-scan = Tệp PDF này là bản quét hoặc bản chụp, không có chữ để đọc. Xin bản Word (.docx) từ nơi ban hành, hoặc nhận dạng chữ rồi tải lên.
unreadable-rich-text = Tệp .rtf chưa đọc được. Trong Word chọn Lưu thành .docx rồi tải lên.
unreadable-open-document = Tệp .odt chưa đọc được. Trong chương trình soạn thảo chọn Lưu thành .docx rồi tải lên.
unreadable-workbook = Đây là bảng tính, không phải kế hoạch. Tải lên tệp Word (.docx) hoặc PDF của kế hoạch.
unreadable-picture = Đây là ảnh, không có chữ để đọc. Xin bản Word (.docx) từ nơi ban hành, hoặc nhận dạng chữ rồi tải lên.
unreadable-packed = Đây là tệp nén. Giải nén rồi tải lên riêng tệp kế hoạch.
unreadable-not-a-document = Tệp này không phải văn bản. Tải lên tệp Word (.docx), PDF, .txt, .md hoặc .html.
unreadable-not-text = Tệp này không phải văn bản. Tải lên tệp Word (.docx), PDF, .txt, .md hoặc .html.
unreadable-encoding = Không nhận ra bảng mã chữ Việt của tệp. Mở bằng Word, lưu thành .docx rồi tải lên.
unreadable-damaged = Tệp bị hỏng hoặc tải thiếu. Mở lại bằng Word, lưu lại rồi tải lên.
unreadable-damaged-pdf = Tệp PDF bị hỏng hoặc tải thiếu. Tải lại tệp từ nơi gửi, hoặc tải lên bản Word (.docx).
unreadable-stopped = Tệp lỗi: việc đọc tệp này không kết thúc được nên đã dừng. Mở tệp, lưu lại dưới dạng .docx rồi tải lên.
