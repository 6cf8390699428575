# Cảnh báo khi đọc kế hoạch. Tên đối số là tên dữ kiện trong cảnh báo.
warning-section-number-jump = Đánh số mục nhảy từ { $before } sang { $after }. Hãy xem có thiếu mục nào không.
warning-outline-number-jump = Đánh số đề cương nhảy từ { $before } sang { $after }. Hãy xem có thiếu mục nào không.
warning-section-number-repeated = Số mục { $after } được dùng hai lần liền nhau. Hãy xem lại cách đánh số.
warning-mixed-numbering = Cách đánh số hoặc gạch đầu dòng ở đây khác với các chỗ khác của văn bản.
warning-inconsistent-heading-dash = Dấu đứng sau số mục không thống nhất trong văn bản.
warning-bullet-level-inversion = Dấu “-” và dấu “+” đổi cấp cho nhau. Hãy xem ý này thuộc ý nào ở trên.
warning-count-differs-from-list = Văn bản ghi có { $stated }, nhưng danh sách ngay sau đó có { $listed }.
warning-justification-spaces = Có { $count } chỗ chèn nhiều khoảng trắng giữa câu. Đã được bỏ qua khi đọc.
warning-blurred-digits = Có { $count } số bị lẫn chữ l, O khi quét. Đã được đọc là 1, 0; hãy đối chiếu với bản giấy.
warning-unbalanced-bracket = Dấu ngoặc đơn thiếu một nửa.
warning-typo = “{ $written }” có thể gõ nhầm; đúng ra là “{ $right }”.
warning-missing-words = “{ $written }” có thể thiếu chữ; đúng ra là “{ $right }”.
warning-braced-recipient-note = Chữ “{ $purpose }” đứng cạnh dấu ngoặc gộp, được hiểu cho cả { $count } nơi nhận trong ngoặc.
warning-unit-name-variants = Một bộ phận được ghi bằng nhiều tên: { $names }. Nên thống nhất một tên.
warning-addressee-lists-differ = Hai danh sách đơn vị thực hiện không giống nhau: một nơi ghi { $one }; nơi khác ghi { $other }.
warning-congress-ordinal-conflict = Ở đây ghi “{ $one }”, các chỗ khác ghi “{ $other }”. Hãy xem lại lần đại hội.
warning-number-type-mismatch = Ký hiệu { $number } không khớp với loại văn bản { $type }.
warning-basis-later-than-plan = Căn cứ “{ $text }” có ngày sau ngày ban hành văn bản ({ $issued }).
warning-impossible-date = “{ $text }” không phải là ngày có trên lịch.
warning-date-precedes-plan = “{ $text }” có trước ngày ban hành kế hoạch ({ $issued }). Có thể ý là năm { $year }.
warning-impossible-lead-time = Từ ngày ban hành đến hạn “{ $text }” chỉ có { $days } ngày làm việc.
warning-weekday-mismatch = “{ $text }” ghi là { $written }, nhưng ngày đó là { $weekday ->
        [monday] thứ Hai
        [tuesday] thứ Ba
        [wednesday] thứ Tư
        [thursday] thứ Năm
        [friday] thứ Sáu
        [saturday] thứ Bảy
       *[sunday] Chủ nhật
    }.
warning-deadline-on-weekend = Hạn “{ $text }” rơi vào { $weekday ->
        [saturday] thứ Bảy
       *[sunday] Chủ nhật
    }. Hạn được giữ nguyên.
warning-same-deadline-for-two-tiers = Hai cấp cùng phải gửi báo cáo “{ $text }”: cấp trên không còn ngày nào để tổng hợp báo cáo của cấp dưới.
warning-lower-tier-after-upper = Hạn “{ $text }” của cấp dưới đến sau hạn “{ $above }” của cấp trên.
warning-conference-after-report = Hội nghị ({ $text }) họp sau khi báo cáo đã xong.
warning-form-conflict = Kế hoạch ghi tổng kết bằng văn bản nhưng cũng nêu hội nghị. Hãy chọn hình thức.
warning-two-destinations = { $who } được hướng dẫn gửi báo cáo về hai nơi: { $one } và { $other }. Hãy chọn một nơi.
warning-duty-without-recipient = { $who } được giao việc nhưng không có trong phần nơi nhận.
warning-attachment-not-in-file = Kế hoạch nói có { $paper } kèm theo nhưng tệp này không có.
warning-multi-document-file = Tệp này gồm { $count } văn bản. Mỗi văn bản được đọc riêng.
warning-missing-letterhead = Văn bản không có số, địa danh và ngày ban hành.
warning-partial-letterhead = Phần đầu văn bản còn thiếu: cơ quan chủ quản, số, địa danh hoặc ngày ban hành.
warning-missing-signature = Văn bản không có tên người ký.
warning-title-body-contradiction = Tiêu đề ghi “{ $one }” còn nội dung ghi “{ $other }”. Hãy chọn cách ghi đúng.
warning-wrong-codepoint = Có { $count } chữ Đ gõ bằng ký tự của ngôn ngữ khác. Đã được đọc là Đ.
warning-markdown-markup = Văn bản còn { $count } dấu định dạng do chuyển đổi. Đã được bỏ qua khi đọc.
warning-word-artefact = Văn bản còn { $count } dấu vết của tệp Word. Đã được bỏ qua khi đọc.
warning-unbalanced-punctuation = Có { $open } dấu mở ngoặc kép và { $close } dấu đóng ngoặc kép.
warning-symbol-spacing = Số, ký hiệu “{ $text }” có khoảng trắng ở giữa. Đã được đọc liền.
warning-weekday-note = “{ $text }” ghi kèm { $written }: đúng với lịch, nhưng thiếu dấu mở ngoặc.
warning-deadline-on-holiday = Hạn “{ $text }” rơi vào ngày nghỉ lễ. Hạn được giữ nguyên.
warning-nobody-named = “{ $text }” không ghi đơn vị nào thực hiện. Hãy điền đơn vị.
warning-body-worked-out = “{ $text }” không ghi đơn vị nào thực hiện. Hệ thống hiểu là { $who }; hãy kiểm tra.
warning-short-time-between-tiers = Từ hạn “{ $text }” của cấp dưới đến hạn “{ $above }” của cấp trên chỉ có { $days } ngày làm việc.
warning-no-deadline-for-tier = { $who } phải tổ chức nhưng kế hoạch không ghi hạn gửi báo cáo.
warning-tier-omitted = Kế hoạch không giao việc cho công đoàn cơ sở. Hãy xem có phải bỏ sót không.
warning-deadline-inside-range = Hạn gửi “{ $text }” nằm trong khoảng “{ $range }” còn đang tổ chức.
warning-data-cutoff-after-event = Số liệu lấy “{ $text }”, sau mốc “{ $event }”: lúc đó chưa có đủ số liệu.
warning-tacit-consent = “{ $text }”: không trả lời được tính là đồng ý. Hãy ghi lại ai đã không trả lời.
warning-signed-draft = Tệp này lấy ý kiến vào dự thảo nhưng kế hoạch đã ký. Hãy xem đây có phải bản chính thức không.
warning-content-without-section = Kế hoạch yêu cầu “{ $content }” nhưng đề cương không có mục nào cho nội dung này. Có thể đưa vào mục “{ $place }”.
warning-range-reversed = “{ $text }”: ngày cuối đến trước ngày đầu. Hãy xem lại ngày, tháng, năm.
warning-converted-encoding = Tệp dùng bảng mã cũ { $encoding }. Chữ đã được chuyển sang Unicode; hãy đối chiếu với bản gốc.
warning-unknown-signs = Có { $count } ký tự trong tệp không rõ là chữ gì, ghi là “�”. Hãy xem lại những chỗ ấy.
warning-pages-without-text = Không đọc được các trang { $pages } vì là ảnh quét. Hãy xem những trang ấy trong tệp gốc.
