work-overdue = Overdue
work-returned = Returned, to be mended
work-soon = To do now
work-later = Coming
work-done = Done
work-no-date = Waiting
work-to = To: { $who }
work-empty = Nothing is waiting
work-empty-help = When a superior union issues a campaign, its tasks appear here.

work-tasks = The unit's tasks
work-due = Due
work-end-of = end of { $day }
work-stated = the plan says “{ $words }”
work-destination = Goes to
work-through = through { $desk }
work-report = Report
work-finished = Finished
work-finished-count = { $n } of { $of } tasks
work-returned-by = { $who } returned it on { $date }: { $n ->
    [one] { $n } place to mend.
   *[other] { $n } places to mend.
 }
work-see-and-mend = See and mend
work-overdue-still = It is { $distance }. It can still be sent and will be marked as sent late.
work-sent = The report was sent and waits to be checked. It can only be read.
work-how = How to work
work-how-saved = Everything is saved all along; stop at any time and go on at another computer.
work-how-nothing = Where there is nothing to say, write so; for figures that did not arise, write “-”.
