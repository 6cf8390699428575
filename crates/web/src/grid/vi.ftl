grid-filled = Đã nhập { $n }/{ $of } ô
