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

work-plan-dated = Plan no. { $number } of { $date }
work-plan-undated = Plan no. { $number }
work-plan-typed = This campaign was not made from a plan file.
work-report-of = Report: { $campaign }
work-queue-of = Receive reports: { $campaign }
work-queue-counts = { $waiting } waiting to be checked · { $n } of { $of } units received
work-to-through = { $who }, through { $desk }
work-receipt = Receipt of version { $version }
work-whole = Your own report
work-whole-report = Put words and figures together; Word and PDF files
work-sums = Figures summed from below
work-sums-hint = Added up from the received reports of { $n } units
work-cells-full = All { $of } cells filled
work-cells-left = { $n } of { $of } cells still empty
work-plan-unnumbered = Plan without a number
work-approve = Approve the plan: { $campaign }
work-approve-asked = Asked on { $date }, waiting for approval
work-task-of = { $part } · { $campaign }
work-given = Tasks given in the campaign
work-beside = In this campaign
work-note = For your unit:
work-sums-child = Added up from reports received under your unit's own plan
work-cascade-open = This plan does not ask { $n } of the units below yours. Make your own plan to ask them: outline and table are taken over, dates proposed.
work-cascade-preparing = Your unit's plan is being prepared.
work-cascade-issued = Your unit's plan is issued. Figures and texts received under it go into this report.
work-cascade-do = Make the plan for the units below
work-cascade-go-on = Go on
work-cascade-follow = Follow the units
