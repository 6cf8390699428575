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
session-device = Device
session-device-own = Only I use this machine
session-device-own-hint = Drafters and chairs of grassroots unions stay signed in for 30 days.
session-password-hint = 10 characters or more; a few words that make a sentence will do
session-browser-unknown = Unknown browser
session-since-own = Since { $since } · last used { $seen } · own machine
session-since-shared = Since { $since } · last used { $seen } · shared machine

seat-instead = { $post } (for { $name })

confirm-title = Confirm that it is you
confirm-lead = This binds others, and the password was typed some time ago, so it is asked again. What you typed is kept.
confirm-do = Confirm
confirm-leave = Leave it
confirm-done = Confirmed
confirm-done-lead = Press the button to go on with what you were doing. A file, if you had chosen one, has to be chosen again.
confirm-go-on = Go on

invitation-title = Begin
invitation-reset = Set a new password
invitation-who = This link is for:
invitation-not-you = If this is not you, close the page and tell the union above. If it is, set a password:
invitation-password = New password
invitation-do = It is me: set the password and sign in
invitation-names = Later you sign in by:
invitation-until = The link is good once, until { $until }.

account-title = My account
account-contact = Contact
account-phone = Telephone
account-email = E-mail
account-sign-in = Signing in
account-names = You can sign in by:
account-password = Change the password
account-password-lead = Other devices are signed out by it.
account-password-present = Present password
account-password-new = New password
account-seats = Seats
account-seat-change = Change seat
account-devices = Devices signed in
account-here = This device
account-elsewhere = Sign out everywhere else
