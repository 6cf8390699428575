submission-check = Check and send the report
submission-blocked = It cannot be sent yet: { $n ->
    [one] { $n } thing has to be finished
   *[other] { $n } things have to be finished
 }
submission-ready = Everything is there; it can be sent.
submission-parts = What the report holds
submission-part = Part
submission-holds = Holds
submission-state = State
submission-late = Sent now, the report is marked { $n ->
    [one] { $n } day
   *[other] { $n } days
 } late.
submission-effect = The report goes to { $who }. Once sent it can only be read; to change it, ask the receiver to return it.
submission-send = Send the report
submission-goes = Sending

submission-sent = The report was sent
submission-code = Receipt
submission-at = Sent at
submission-on-time = On time
submission-from = From
submission-version = Version
submission-hash = Checksum
submission-next = What happens next
submission-next-help = { $who } checks it and receives it, or returns it with reasons. The result appears in My work.
submission-read = Read what was sent

submission-sent-line = Version { $version }, { $at }, { $who }
submission-versions = Versions:
submission-returned-by = Returned at { $at } ({ $who })
submission-figures = Figures
submission-empty-section = Nothing to report.

edit = Change
go-back = Back

submission-empty = { $n } places are empty
submission-empty-meant = Seen; these places are meant to be empty
submission-section-empty = { $title }: nothing written
submission-cells-blank = Figures: { $n } cells still empty
submission-cell-unreadable = { $row }, { $column }: “{ $typed }” cannot be read as a number
submission-words-count = { $n } words
submission-words-none = empty
submission-sums = Figures added up from { $n } of { $of } units whose reports are received
submission-sums-partial = It can still be sent; whoever receives it sees this number. Units received after sending are not in the report as sent.
submission-cells-count = { $n } of { $of } cells
submission-to = Goes to
submission-due = Due
submission-which = Version
