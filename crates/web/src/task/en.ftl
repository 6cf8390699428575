task-duties = Tasks of bodies
task-duties-lead = What the plan lays upon each body beside the report. Once issued, each sees its own tasks.
task-unmatched = { $n ->
    [one] { $n } name of the plan is not matched to a body.
   *[other] { $n } names of the plan are not matched to bodies.
} Open each task and choose; a name that is not matched reaches nobody.
task-proposed = { $n ->
    [one] { $n } task has no date in the plan; the date below is proposed.
   *[other] { $n } tasks have no date in the plan; the dates below are proposed.
}
task-choose-dates = Confirm the proposed dates
task-none = No task yet
task-none-help = The plan gives nobody a task of its own, or its lines could not be read. Add tasks where there are any.
task-add = Add a task
task-edit = Edit the task
task-remove = Remove this task
task-save = Save the task
task-no-day = No date yet
task-day-proposed = proposed
task-stated = The plan says “{ $words }”
task-proposed-from = After “{ $words }” in the plan
task-proposed-from-report = After the day by which whoever leads sends its report
task-lead = Leads
task-share = Coordinates
task-open = not matched
task-nobody = nobody leads
task-result = Result
task-result-hint = The document there must be when it is done, such as a survey report.
task-what = What is to be done
task-due = Done by the end of
task-who = Bodies
task-who-hint = Choose from the list, or enter a name to search by name. A row with neither is let go.
task-part = Part
task-name = Name in the plan
task-whom = Means
task-by-name = search by name
task-title = Tasks given
task-to-do = Not done
task-done = Done
task-done-late = { $n ->
    [one] Done { $n } day late
   *[other] Done { $n } days late
}
task-confirmed = Confirmed
task-confirmed-late = { $n ->
    [one] Confirmed { $n } day late
   *[other] Confirmed { $n } days late
}
task-declined = Not taken part
task-count-lead = { $n }/{ $of } leading bodies done
task-count-share = { $n }/{ $of } coordinating bodies confirmed
task-own = Own part
task-tell-done = Report the result
task-tell-share = Confirm the share
task-number = Number of the resulting document
task-number-hint = Leave it empty where no document comes of the task.
task-day = Date of the document
task-words = Words
task-words-hint = The result in words, where there is no document.
task-words-share = What was done; where nothing was, the reason.
task-do-done = Report as done
task-do-confirm = Confirm the share
task-do-decline = Not taking part
task-said = Reported
task-said-by = { $who }, { $at }
task-document = { $number } of { $day }
task-bodies = Body by body
task-none-given = No task of its own
task-none-given-help = In this campaign the unit has only its report.
