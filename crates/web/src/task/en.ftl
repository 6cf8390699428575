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
