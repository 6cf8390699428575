session-sign-in = Sign in
session-name = Sign-in name
session-name-hint = The name given by the union above yours, such as huong.songmay
session-password = Password
session-forgot = Forgotten password, or no account yet
session-forgot-help = Ask the union directly above yours for a new one. No letter is needed.
session-about-title = From the plan to the consolidated report in one line of work
session-about-plan = The plan is read and tasks go to every unit with due date and destination.
session-about-report = Units write, fill in figures, check and send; what they type is saved all along.
session-about-total = Every total opens down to the unit and the version it came from.

session-seats = Choose a seat
session-seats-lead = { $person } holds { $n } seats. What you do and enter is recorded under the seat you choose.
session-seat-acting = In use
session-seat-choose = Choose

error-prefix = Error:{" "}
