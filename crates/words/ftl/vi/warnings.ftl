# Cảnh báo khi đọc kế hoạch. Tên đối số là tên dữ kiện trong cảnh báo.
warning-section-number-jump = Đánh số mục nhảy từ { $before } sang { $after }. Hãy xem có thiếu mục nào không.
    .help = Có thể mất một mục khi chép hoặc quét. So với bản giấy; đủ mục thì đánh số lại như đề xuất hoặc để nguyên.
warning-outline-number-jump = Đánh số đề cương nhảy từ { $before } sang { $after }. Hãy xem có thiếu mục nào không.
    .help = Đề cương thiếu số thì báo cáo các cấp khó ghép theo mục. So với bản giấy, rồi đánh số lại như đề xuất.
warning-section-number-repeated = Số mục { $after } được dùng hai lần liền nhau. Hãy xem lại cách đánh số.
    .help = Hai mục cùng số thì dẫn chiếu đến mục đó không rõ. Sửa số của mục sau.
warning-mixed-numbering = Cách đánh số hoặc gạch đầu dòng ở đây khác với các chỗ khác của văn bản.
    .help = Cách đánh số đổi giữa chừng nên có thể hiểu sai mục nào thuộc mục nào. Xem lại các mục ở gần chỗ này.
warning-inconsistent-heading-dash = Dấu đứng sau số mục không thống nhất trong văn bản.
    .help = Chỉ là trình bày, không đổi nội dung. Có thể để nguyên.
warning-bullet-level-inversion = Dấu “-” và dấu “+” đổi cấp cho nhau. Hãy xem ý này thuộc ý nào ở trên.
    .help = Dấu đầu dòng đổi cấp nên có thể hiểu sai ý nào thuộc ý nào, nhất là ở phần phân công. Xem lại nhiệm vụ ở chỗ này.
warning-count-differs-from-list = Văn bản ghi có { $stated }, nhưng danh sách ngay sau đó có { $listed }.
    .help = Con số nêu ra và số dòng liệt kê lệch nhau, có thể thiếu một dòng. So với bản giấy; đúng thì để nguyên.
warning-justification-spaces = Có { $count } chỗ chèn nhiều khoảng trắng giữa câu. Đã được bỏ qua khi đọc.
    .help = Chỉ là dấu vết của căn lề. Đã được bỏ qua, không phải làm gì.
warning-blurred-digits = Có { $count } số bị lẫn chữ l, O khi quét. Đã được đọc là 1, 0; hãy đối chiếu với bản giấy.
    .help = Chữ số bị lẫn khi quét nên ngày, số có thể sai. Đối chiếu từng ngày và số với bản giấy.
warning-unbalanced-bracket = Dấu ngoặc đơn thiếu một nửa.
    .help = Dấu ngoặc thiếu một nửa, phần trong ngoặc có thể hiểu sai. Xem lại mục đích, tên đơn vị ở chỗ này.
warning-typo = “{ $written }” có thể gõ nhầm; đúng ra là “{ $right }”.
    .help = Có thể là lỗi gõ. Lỗi nằm trong tên, ngày, đơn vị thì sửa ở dòng tương ứng; ở chỗ khác thì để nguyên.
warning-missing-words = “{ $written }” có thể thiếu chữ; đúng ra là “{ $right }”.
    .help = Câu có thể thiếu chữ và đổi nghĩa. Xem trong văn bản, sửa ở dòng tương ứng nếu có.
warning-braced-recipient-note = Chữ “{ $purpose }” đứng cạnh dấu ngoặc gộp, được hiểu cho cả { $count } nơi nhận trong ngoặc.
    .help = Mục đích ở dấu ngoặc gộp được hiểu cho mọi dòng trong ngoặc. Xem phần Nơi nhận văn bản, chọn “Đúng như vậy” hoặc sửa từng dòng.
warning-unit-name-variants = Một bộ phận được ghi bằng nhiều tên: { $names }. Nên thống nhất một tên.
    .help = Nhiều cách gọi làm hệ thống và người đọc tưởng là nhiều bộ phận. Sửa về một tên như trong danh mục bộ phận.
warning-addressee-lists-differ = Hai danh sách đơn vị thực hiện không giống nhau: một nơi ghi { $one }; nơi khác ghi { $other }.
    .help = Hai danh sách lệch nhau thì có đơn vị không rõ mình có phải báo cáo không. So hai chỗ, sửa ô Ai của mốc cho đúng.
warning-congress-ordinal-conflict = Ở đây ghi “{ $one }”, các chỗ khác ghi “{ $other }”. Hãy xem lại lần đại hội.
    .help = Cùng một đại hội mà ghi hai lần thứ khác nhau. Xem nghị quyết gốc; sửa tên kế hoạch hoặc để nguyên kèm lý do.
warning-number-type-mismatch = Ký hiệu { $number } không khớp với loại văn bản { $type }.
    .help = Chữ viết tắt trong ký hiệu (KH, HD, CV) không đúng loại văn bản, có thể chép từ văn bản khác. Sửa số, hoặc sửa loại văn bản.
warning-basis-later-than-plan = Căn cứ “{ $text }” có ngày sau ngày ban hành văn bản ({ $issued }).
    .help = Không thể căn cứ vào văn bản chưa có vào ngày ban hành. Thường do ghi nhầm năm: sửa ngày của căn cứ hoặc ngày ban hành.
warning-impossible-date = “{ $text }” không phải là ngày có trên lịch.
    .help = Ngày này không có trên lịch, chẳng hạn 31/6, nên không thể làm hạn. Chọn ngày đề xuất hoặc nhập ngày đúng.
warning-date-precedes-plan = “{ $text }” có trước ngày ban hành kế hoạch ({ $issued }). Có thể ý là năm { $year }.
    .help = Việc được giao cho một ngày đã qua khi kế hoạch ra. Thường do giữ nguyên năm của bản cũ: chọn đề xuất, hoặc sửa ngày.
warning-impossible-lead-time = Từ ngày ban hành đến hạn “{ $text }” chỉ có { $days } ngày làm việc.
    .help = Đơn vị không đủ thời gian làm và gửi báo cáo. Lùi hạn nếu được; giữ nguyên thì ghi lý do và báo sớm cho đơn vị.
warning-weekday-mismatch = “{ $text }” ghi là { $written }, nhưng ngày đó là { $weekday ->
        [monday] thứ Hai
        [tuesday] thứ Ba
        [wednesday] thứ Tư
        [thursday] thứ Năm
        [friday] thứ Sáu
        [saturday] thứ Bảy
       *[sunday] Chủ nhật
    }.
    .help = Thứ và ngày không khớp nên một trong hai sai; đơn vị có thể hiểu thành hai hạn. Hỏi người soạn rồi sửa ngày.
warning-deadline-on-weekend = Hạn “{ $text }” rơi vào { $weekday ->
        [saturday] thứ Bảy
       *[sunday] Chủ nhật
    }. Hạn được giữ nguyên.
    .help = Ngày cuối là ngày nghỉ, nơi nhận không làm việc. Giữ nguyên nếu nộp qua mạng là đủ, hoặc chọn ngày làm việc liền trước.
warning-same-deadline-for-two-tiers = Hai cấp cùng phải gửi báo cáo “{ $text }”: cấp trên không còn ngày nào để tổng hợp báo cáo của cấp dưới.
    .help = Cấp trên phải tổng hợp báo cáo đến cùng ngày với hạn của mình. Đặt hạn của cấp dưới sớm hơn vài ngày làm việc.
warning-lower-tier-after-upper = Hạn “{ $text }” của cấp dưới đến sau hạn “{ $above }” của cấp trên.
    .help = Cấp trên phải gửi trước khi nhận đủ của cấp dưới. Xem lại hai hạn, thường một hạn ghi nhầm tháng.
warning-conference-after-report = Hội nghị ({ $text }) họp sau khi báo cáo đã xong.
    .help = Hội nghị diễn ra khi báo cáo đã gửi, nên ý kiến tại hội nghị không vào báo cáo được. Xem lại ngày họp hoặc hạn gửi.
warning-form-conflict = Kế hoạch ghi tổng kết bằng văn bản nhưng cũng nêu hội nghị. Hãy chọn hình thức.
    .help = Chỉ tổng kết bằng văn bản thì không có hội nghị. Bỏ một trong hai hình thức ở nhóm Hình thức.
warning-two-destinations = { $who } được hướng dẫn gửi báo cáo về hai nơi: { $one } và { $other }. Hãy chọn một nơi.
    .help = Đơn vị nhận hai chỉ dẫn trái nhau và có thể gửi nhầm nơi. Chọn một nơi ở phần Cần đồng chí quyết định.
warning-duty-without-recipient = { $who } được giao việc nhưng không có trong phần nơi nhận.
    .help = Bộ phận được giao việc nhưng không được gửi văn bản nên có thể không biết. Thêm vào nơi nhận.
warning-attachment-not-in-file = Kế hoạch nói có { $paper } kèm theo nhưng tệp này không có.
    .help = Đơn vị sẽ tìm tài liệu này mà không thấy. Tải lên ở thư viện sau khi lập đợt; việc này còn để ngỏ trong danh sách lập đợt đến khi có.
warning-multi-document-file = Tệp này gồm { $count } văn bản. Mỗi văn bản được đọc riêng.
    .help = Chỉ văn bản là kế hoạch được dùng để lập đợt; đề cương trong tệp được lấy làm đề cương. Xem loại của từng văn bản ở nhóm Văn bản.
warning-missing-letterhead = Văn bản không có số, địa danh và ngày ban hành.
    .help = Đợt lập từ kế hoạch này sẽ không có số và ngày để dẫn. Điền số, địa danh, ngày ở nhóm Văn bản; tệp là bản nháp thì tải bản đã ký.
warning-partial-letterhead = Phần đầu văn bản còn thiếu: cơ quan chủ quản, số, địa danh hoặc ngày ban hành.
    .help = Một phần đầu văn bản không có hoặc không đọc ra. So với bản giấy, điền phần còn thiếu ở nhóm Văn bản.
warning-missing-signature = Văn bản không có tên người ký.
    .help = Không có tên người ký thì chưa rõ văn bản đã ban hành. Điền người ký, hoặc xem lại đây có phải bản chính thức không.
warning-title-body-contradiction = Tiêu đề ghi “{ $one }” còn nội dung ghi “{ $other }”. Hãy chọn cách ghi đúng.
    .help = Tên kế hoạch và nội dung nói về hai việc khác nhau; đơn vị sẽ không biết theo bên nào. Hỏi người soạn, sửa tên kế hoạch nếu tên sai.
warning-wrong-codepoint = Có { $count } chữ Đ gõ bằng ký tự của ngôn ngữ khác. Đã được đọc là Đ.
    .help = Chữ Đ gõ bằng ký tự khác làm tìm kiếm không ra. Hệ thống đã đọc là Đ, không phải làm gì.
warning-markdown-markup = Văn bản còn { $count } dấu định dạng do chuyển đổi. Đã được bỏ qua khi đọc.
    .help = Chỉ là dấu vết của chuyển đổi tệp. Đã được bỏ qua, không phải làm gì.
warning-word-artefact = Văn bản còn { $count } dấu vết của tệp Word. Đã được bỏ qua khi đọc.
    .help = Chỉ là dấu vết của tệp Word. Đã được bỏ qua, không phải làm gì.
warning-unbalanced-punctuation = Có { $open } dấu mở ngoặc kép và { $close } dấu đóng ngoặc kép.
    .help = Dấu ngoặc kép không đủ cặp, có thể chép thiếu một đoạn. Xem lại; đủ chữ thì để nguyên.
warning-symbol-spacing = Số, ký hiệu “{ $text }” có khoảng trắng ở giữa. Đã được đọc liền.
    .help = Số, ký hiệu viết rời thì tìm kiếm không ra. Số đã được ghép liền; so với bản giấy rồi để nguyên.
warning-weekday-note = “{ $text }” ghi kèm { $written }: đúng với lịch, nhưng thiếu dấu mở ngoặc.
    .help = Chỉ là lỗi trình bày, hạn không đổi. Có thể để nguyên.
warning-deadline-on-holiday = Hạn “{ $text }” rơi vào ngày nghỉ lễ. Hạn được giữ nguyên.
    .help = Ngày cuối là ngày nghỉ lễ. Giữ nguyên nếu nộp qua mạng là đủ, hoặc chọn ngày làm việc liền trước.
warning-nobody-named = “{ $text }” không ghi đơn vị nào thực hiện. Hãy điền đơn vị.
    .help = Mốc không có người thực hiện thì không giao được cho ai. Điền đơn vị vào ô Ai của mốc này.
warning-body-worked-out = “{ $text }” không ghi đơn vị nào thực hiện. Hệ thống hiểu là { $who }; hãy kiểm tra.
    .help = Hệ thống suy ra đơn vị từ câu đứng trước. Xem trong văn bản; sai thì sửa ô Ai.
warning-short-time-between-tiers = Từ hạn “{ $text }” của cấp dưới đến hạn “{ $above }” của cấp trên chỉ có { $days } ngày làm việc.
    .help = Cấp trên có quá ít ngày để đọc, trả lại, tổng hợp. Đặt hạn của cấp dưới sớm hơn, hoặc chấp nhận và nhắc sớm.
warning-no-deadline-for-tier = { $who } phải tổ chức nhưng kế hoạch không ghi hạn gửi báo cáo.
    .help = Cấp này được giao tổ chức nhưng không biết gửi báo cáo ngày nào, nên sẽ không bị tính quá hạn. Thêm một mốc gửi báo cáo.
warning-tier-omitted = Kế hoạch không giao việc cho công đoàn cơ sở. Hãy xem có phải bỏ sót không.
    .help = Công đoàn cơ sở không có việc gì nên đợt sẽ không hỏi cấp này. Đúng ý thì để nguyên, không thì thêm mốc cho công đoàn cơ sở.
warning-deadline-inside-range = Hạn gửi “{ $text }” nằm trong khoảng “{ $range }” còn đang tổ chức.
    .help = Báo cáo phải gửi khi việc còn đang làm. Sửa hạn gửi về sau khoảng tổ chức, hoặc để nguyên nếu chỉ là báo cáo bước đầu.
warning-data-cutoff-after-event = Số liệu lấy “{ $text }”, sau mốc “{ $event }”: lúc đó chưa có đủ số liệu.
    .help = Số liệu tính đến một ngày sau khi đã phải báo cáo. Sửa thời kỳ số liệu, hoặc ghi rõ phần ước tính.
warning-tacit-consent = “{ $text }”: không trả lời được tính là đồng ý. Hãy ghi lại ai đã không trả lời.
    .help = Im lặng được tính là đồng ý, nên phải biết ai đã im lặng. Ghi ngày hết hạn góp ý thành một mốc và lưu danh sách chưa trả lời.
warning-signed-draft = Tệp này lấy ý kiến vào dự thảo nhưng kế hoạch đã ký. Hãy xem đây có phải bản chính thức không.
    .help = Phiếu lấy ý kiến và chữ ký không đi cùng nhau. Chờ bản chính thức, hoặc để nguyên nếu kế hoạch đã có hiệu lực.
warning-content-without-section = Kế hoạch yêu cầu “{ $content }” nhưng đề cương không có mục nào cho nội dung này. Có thể đưa vào mục “{ $place }”.
    .help = Nội dung được yêu cầu nhưng không có chỗ viết trong đề cương, nên báo cáo dễ thiếu. Thêm một mục như đề xuất, hoặc để nguyên nếu đã nằm trong mục khác.
warning-range-reversed = “{ $text }”: ngày cuối đến trước ngày đầu. Hãy xem lại ngày, tháng, năm.
    .help = Khoảng thời gian kết thúc trước khi bắt đầu, thường do nhầm tháng hoặc năm. Sửa ngày đầu hoặc ngày cuối.
warning-alternative-dates = Kế hoạch để hai lựa chọn: “{ $text }” hoặc “{ $other }”. Hãy chọn một.
    .help = Đơn vị không biết theo mốc nào nên mỗi nơi hiểu một cách. Giữ mốc đúng, bỏ mốc kia.
warning-lunar-date = “{ $text }” ghi theo âm lịch. Hãy điền ngày dương lịch.
    .help = Ngày âm lịch mỗi năm rơi vào một ngày khác nên chương trình không tự đổi. Sửa mốc thành ngày dương lịch.
warning-converted-encoding = Tệp dùng bảng mã cũ { $encoding }. Chữ đã được chuyển sang Unicode; hãy đối chiếu với bản gốc.
    .help = Chữ đã được chuyển mã; vài chữ có thể sai dấu. Đối chiếu tên, ngày, số với bản gốc.
warning-unknown-signs = Có { $count } ký tự trong tệp không rõ là chữ gì, ghi là “�”. Hãy xem lại những chỗ ấy.
    .help = Có ký tự không đọc được, có thể mất chữ. Xem từng chỗ trong văn bản; nhiều quá thì tải tệp gốc.
warning-pages-without-text = Không đọc được các trang { $pages } vì là ảnh quét. Hãy xem những trang ấy trong tệp gốc.
    .help = Trang quét là ảnh nên không có chữ để đọc. Nhập tay phần trên các trang ấy, hoặc tải tệp có chữ.
