unit-total = { $n } đơn vị, tính đến ngày { $on }
unit-search = Tìm đơn vị
unit-search-hint = Viết không dấu cũng được
unit-not-found = Không tìm thấy “{ $words }”
unit-not-found-help = Kiểm tra chính tả hoặc tìm theo mã đơn vị.
search = Tìm
unit-below = { $n } đơn vị trực thuộc
unit-all = Tất cả đơn vị
