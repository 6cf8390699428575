time-monday = Monday
time-tuesday = Tuesday
time-wednesday = Wednesday
time-thursday = Thursday
time-friday = Friday
time-saturday = Saturday
time-sunday = Sunday

time-moment = { $clock } on { $date }
time-due-today = due today
time-days-left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
 }
time-days-over = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
 }
