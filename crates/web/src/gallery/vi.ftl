gallery-title = Mẫu các trang và bộ phận
