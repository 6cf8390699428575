campaign-name = Campaign
campaign-none = No campaign yet
campaign-none-help = Upload a plan to set up the first one, or wait until a superior union issues one.
campaign-plans-read = Plans read, not yet made into a campaign
campaign-setup = Set up a campaign
campaign-facts = In general
campaign-attention = Needs attention
campaign-no-units = No lower unit takes part in this campaign.
campaign-sent = sent

outline-number = Number
outline-title = Title
outline-guidance = Guidance for the units
outline-add = Add an item
outline-count = { $n ->
    [one] { $n } item
   *[other] { $n } items
 }
outline-confirm = Confirm the outline
move-up = Up
move-down = Down
remove = Remove

indicators-title = Table of figures
indicators-name = Name of the table
indicators-columns-stated = The periods are those of the plan; change them where needed.
indicators-columns = Periods
indicators-code = Code
indicators-unit = Unit of measure
indicators-decimals = Decimals
indicators-rule = Rule
indicators-acts = Acts
indicators-add = Add an indicator
indicators-count = { $n ->
    [one] { $n } indicator
   *[other] { $n } indicators
 }
indicators-save = Save the table

units-title = Units and destinations
units-count = { $n ->
    [one] { $n } unit
   *[other] { $n } units
 }
units-due = Due
units-destination = Goes to
units-total = { $n ->
    [one] { $n } unit reports
   *[other] { $n } units report
 }
units-save = Save

issue-title = Issue the campaign
issue-units = units get tasks
issue-sections = outline items
issue-indicators = indicators
issue-periods = periods
issue-who = Who, by when, to whom
issue-irreversible = It goes out to { $n ->
    [one] { $n } unit
   *[other] { $n } units
 }. This cannot be undone.
issue-irreversible-help = Outline, figures and units stay as they are from then on.
issue-do = { $n ->
    [one] Issue to { $n } unit
   *[other] Issue to { $n } units
 }
campaign-issued = Issued
campaign-plan-uploaded = { $name }, uploaded { $date }
campaign-see-plan = See the plan and its reading
campaign-up-to = Reports in turn to
campaign-up-day = Own report due
campaign-queue = Reports from below
campaign-overdue = { $n ->
    [one] { $n } report is overdue
   *[other] { $n } reports are overdue
 }
campaign-waiting = { $n ->
    [one] { $n } report waits to be checked
   *[other] { $n } reports wait to be checked
 }
setup-no-figures = No indicator yet; a campaign may ask for text alone
setup-not-yet = The steps above come first
setup-outline-proposed = { $items }, proposed from the plan: to be confirmed
setup-outline-taken = { $items }, from a template or an earlier campaign: to be confirmed
setup-outline-read = { $items }, read from the plan: to be confirmed
outline-title-missing = This item has no title. Write one, or remove the item.
indicators-columns-hint = Years or runs of years, such as 2011-2020; spans of days, such as 01/01/2024 - 30/06/2024; several on lines of their own or after commas.
indicators-columns-missing = There is no period yet. Write the years, such as 2011-2020.
indicators-columns-wrong = The period “{ $part }” cannot be read, or is there already. Write years like 2024 or 2011-2020.
indicators-of = Worked out from
indicators-of-hint = “Worked out from” is for ratios (two codes: numerator, denominator) and means (one code: the weight).
indicators-row = Row { $n }: { $words }
indicators-rule-wrong = The rule lacks something: a ratio takes two codes, a mean one, under “Worked out from”.
indicators-code-unknown = There is no indicator with the code { $code }. Mend it under “Worked out from”.
indicators-paste = Paste from Excel
indicators-paste-hint = An indicator a line: code, name, unit of measure, decimals, rule, worked out from (codes, for ratios and means), parted by tabs or |. Add an indicator or save to take them into the table.
indicators-paste-wrong = Line { $n } of what was pasted cannot be read: “{ $line }”. It takes code, name, unit of measure, decimals and rule; a ratio also two codes, a mean one.
rule-sum = Sum
rule-ratio = Ratio
rule-mean = Mean
rule-latest = Latest
rule-max = Greatest
rule-min = Least
rule-yes = Units that answer yes
rule-apart = Not added up
units-tier = { $level } under { $under }
units-stated = The plan says “{ $phrase }”: until the end of { $day }
units-via = Through
units-via-none = no organ
units-desk = Receiving desk
units-desk-none = not chosen
units-desk-hint = The department or office that follows the whole campaign.
units-list = See the units
units-to-parent = The union directly above
units-to-issuer = The unit that sets up the campaign
units-to-open = not chosen
issue-until = until the end of { $day }
issue-stale = Somebody has just changed the campaign. Look at the numbers below again, then issue it.
campaign-report = Consolidated report

approval-title = Approval of the plan
approval-is-open = The plan has not been laid before anybody. Ask the leader, or state that it was signed on paper.
approval-is-asked = Asked, waiting for the leader. If the campaign is changed meanwhile, ask again.
approval-is-sent-back = Sent back by the leader. Change what was asked, then ask again.
approval-is-lapsed = The campaign was changed after it was asked or approved. Ask again.
approval-is-waived = The campaign will go out while its plan is not approved. Wherever it is shown it says so, until it is approved.
approval-is-missing = The campaign went out while its plan was not approved. Ask for approval to remove the mark.
approval-is-without-number = The plan is approved. Next: its number and day.
approval-is-ready = The plan is approved and numbered. It can be issued.
approval-is-done = The plan is approved and numbered.
approval-decide = The leader's decision
approval-decide-help = Look at everything on this page before approving. The office then numbers and issues it.
approval-decision = Words
approval-decision-hint = May stay empty when approving; when sending back, say what has to be changed.
approval-give = Approve
approval-back = Send back
approval-ask = Ask the leader
approval-ask-help = The leader finds it under My work, sees all of it, and approves it or sends it back.
approval-words = Words to the leader (optional)
approval-ask-do = Ask for approval
approval-number = Number and day
approval-number-do = Enter number and day
approval-number-taken = The plan “{ $title }” has this number in the same year. Write another.
approval-day = Day of issue
approval-paper = Signed on paper
approval-paper-found = The uploaded file is signed. Compare it with the paper, then state so; the statement is kept with the file.
approval-paper-not-found = No signature was found in the uploaded file. State it only where there is a signed paper.
approval-signer = Signed by
approval-paper-do = State that it is signed
approval-waive = Issue without approval
approval-waive-help = Only where it cannot wait. The reason is kept, and it is marked as not approved wherever it is shown.
approval-reason = Reason
approval-waive-do = Keep the reason
approval-withdraw-asked = Take the request back
approval-withdraw = Take back, to change it
approval-history = What happened
approval-history-none = Nobody has asked yet.
approval-stale = Something just changed here: the set-up, or somebody asked or decided. Look again, then go on.
approval-did-ask = Asked
approval-did-give = Approved
approval-did-send-back = Sent back
approval-did-state = Stated as signed on paper, number { $number }, { $day }
approval-did-waive = Let it go out unapproved
approval-did-withdraw = Taken back
approval-did-number = Given number { $number }, { $day }
whole-tasks = Tasks laid upon bodies ({ $n })
whole-unmatched = { $n } name(s) stand for nobody: what is laid upon them reaches nobody. Choose on the page of tasks before issuing.
whole-proposed = proposed, not confirmed
whole-with = { $lead }; with { $share }
whole-library = Documents of the campaign ({ $n })
whole-title = The whole campaign
whole-outline = See the outline
whole-table = See the indicators
issue-unapproved = The plan is not approved. The campaign says so everywhere until it is.
setup-number = Number and day of the plan
setup-number-after = Given after approval
setup-no-groups = No committee, team or mission serves this campaign
setup-groups = { $n ->
    [one] { $n } group serves this campaign
   *[other] { $n } groups serve this campaign
 }
setup-groups-open = Named by the plan, not set up: { $names }
setup-no-duties = The plan lays no task upon anybody yet
setup-duties = { $n ->
    [one] { $n } task
   *[other] { $n } tasks
}

setup-plan-open = When it was confirmed, the plan as read had { $n } place(s) still to look at. Look again before laying it before the leader; a wrong title is changed below.
setup-rename = Change the title
setup-rename-title = Title of the campaign
setup-rename-hint = Units see the campaign under this title, and a plan set here has it as its subject. After it was laid before the leader, a change must be laid before them again.
setup-rename-do = Save the title
setup-units = Units that report
setup-destinations = Destinations and desk
setup-desk = Desk: { $desk }
setup-last-day = Last day: { $day }

dates-title = Dates
dates-list = All dates in order
dates-day = Day
dates-who = Who
dates-what = What
dates-up = The issuer's own report
dates-own = Own unit
dates-send = Send the report
dates-hold-from = First day of holding the review
dates-hold-to = Last day of holding the review
dates-left = { $n ->
    [one] { $n } working day left
   *[other] { $n } working days left
 }
dates-lead = The receiver then has { $n ->
    [one] { $n } working day
   *[other] { $n } working days
 } to put reports together
dates-month = { $month }/{ $year }
dates-weekdays = Mo Tu We Th Fr Sa Su
dates-save = Save the dates
dates-warn-only = Warnings do not keep anything from being saved.
dates-no-tier = No unit is asked yet. Choose them under Units that report first.
dates-stated-counts = “Before day D” in the plan: D itself is still in time.
dates-stated-excluded = “Before day D” in the plan: the day before D is the last.
dates-before = Last time: until the end of { $day }. The day in the field is a proposal; save it to confirm.
dates-put-off = Put off or change the deadline
dates-put-off-do = Change the deadline
dates-new-day = New deadline: until the end of
dates-changed = Changed to the end of { $day } by { $who }, { $at }: { $reason }
dates-own-report = the issuer's own report
dates-warn-past = This day is over.
dates-warn-before-plan = This day is before the plan itself.
dates-up-day-off = A day off. The last working day before it is { $day }.
dates-due-emptied = A due date cannot be emptied. Write another day, or take this group out on the page of units.
dates-warn-day-off = A day off. The next working day is { $day }.
dates-warn-hold = Due before the reviews are over ({ $day }).
dates-warn-after = Due after { $who }, which is due by the end of { $day }.
dates-warn-short = Only { $n ->
    [one] { $n } working day
   *[other] { $n } working days
 } from here until { $who } is due.
dates-warn-data = The table asks for figures until { $day }, after this deadline.

path-title = Way of the report
path-lead = Who looks at the issuer's own report, before and after it goes up.
path-none = No step yet.
path-count = { $n ->
    [one] { $n } step
   *[other] { $n } steps
 }
path-step = Step { $n }
path-forum = Looked at by
path-body = Organ
path-no-body = no organ of the unit
path-session = Session number
path-turn = When
path-before = Before it goes up
path-after = After it went up
path-words = Note
path-add = Add a step
path-save = Save the way
path-department = Department or office
path-permanent-leaders = Permanent leaders
path-standing-committee = Standing committee
path-executive-committee = Executive committee
path-conference = Conference
path-other = Other
path-session-of = { $who }, session { $n }
path-after-of = { $who } (after it went up)

preview-title = As a unit sees it
preview-lead = Choose a unit to see the very page it will see.
preview-pages = Other pages of the unit ({ $n })
preview-band = Preview: this is what { $unit } will see. Nothing has been sent.
preview-other = Another unit

create-page = New campaign
create-plan = From a plan that is there
create-plan-hint = Upload the plan; its dates, destinations and outline are read, for you to check.
create-other = From a template, an earlier campaign, or by hand
create-origin = Begin with
create-nothing = Nothing
create-nothing-hint = Everything is written while setting up.
create-shipped = Template: { $name }
create-shipped-hint = { $sections } outline items, { $indicators } indicators
create-template = Own template: { $name }
create-earlier = Copy of: { $title }
create-earlier-hint = Of { $date }. Takes outline, table, units, destinations and the way of the report; no dates.
create-do = Set it up
template-save = Save as a template
template-name = Name of the template
template-hint = It is shown under New campaign.
organs-title = Departments that must report
organs-lead = Departments, the office and affiliated units report their own part on an outline of their own. Their texts stand beside the consolidated report; they have no table and never join the sums of the units.
organs-none = The unit has no organ yet.
organ-reports = Must report
organ-ask = Ask for a report
organ-edit = Edit
organ-asked = Must send a report of its own
organ-asked-hint = Whoever sits in the department writes and sends it; the desk chosen receives it.
organ-outline = Outline of the department
organ-outline-hint = Copied from the common outline. Remove what does not concern it, and change titles and guidance as needed.
organ-beside = Stands beside this section of the consolidated report
organ-beside-none = beside none
setup-no-organs = No department is asked for a report of its own
setup-organs = { $n ->
    [one] { $n } department must report
   *[other] { $n } departments must report
}
outline-number-short = No.
outline-move = Move section
outline-in = Indent one step
outline-out = Outdent one step
outline-more = Guidance, department, add, remove
outline-owner = Department in charge

variants-title = What each group is asked
variants-lead = Untick the sections and indicators a group is not asked. What is shared stays one, and still adds up.
variants-none = There is no outline yet, or no unit that reports.
variants-bar = A heading that is unticked takes the sections below with it; an indicator, the ratios and means worked out from it.
variants-same = Every group is asked the same
variants-differ = { $n ->
    [one] { $n } group is asked only a part
   *[other] { $n } groups are asked only a part
 }

change-title = Another deadline or destination for some units
change-lead = Units see the new deadline or destination, and the reason, on their task list. What was sent is judged by what held when it was sent.
change-what = Change
change-day = The deadline
change-to = The destination
change-new-day = New deadline
change-new-to = New destination
change-via = Through (department of the receiver, by name)
change-reason-hint = The units read this reason.
change-bar = These units become an exception.
change-do = Make the change
change-name-day = Put off to { $day }
change-name-to = Another destination

exceptions = Exceptions
exceptions-hint = Units asked otherwise than those of their level: not at all, with another destination or date, or for a part only.
exception-title = Exception
exception-lead = These units are asked otherwise than those of their level.
exception-add = Add an exception
exception-goes = goes to: { $to }
exception-units = Units
exception-no-units = No units yet. Paste a list, or choose by level or branch.
exception-lines = Add from a list
exception-lines-hint = One name or code of a unit a line.
exception-line-nothing = Line { $line } “{ $typed }”: no unit has this name or code. Write its exact name or code.
exception-line-several = Line { $line } “{ $typed }”: { $n } units have this name: { $names }. Write the code of the unit.
exception-line-twice = Line { $line }, “{ $typed }”: line { $first } names this unit already. Remove one of the two.
exception-lines-more = { $n } more lines were not understood; they stay in the field below.
exception-kind = Add by type
exception-kind-hint = Words in the names, for example: primary school, hospital. With a level or branch chosen too, only units that fit all are taken.
exception-kind-nothing = No unit fits the level, branch and type chosen. Choose again.
exception-level = Add by level
exception-branch = Add by branch
exception-branch-hint = The name of the unit on top of the branch; it and all units below are taken, of the chosen level if one is chosen.
exception-add-units = Add to the list
exception-unit-twice = { $unit } is already in the exception “{ $other }”. Take it out of “{ $other }” first, or off the list here.
exception-how = How they are asked
exception-name = Name
exception-name-hint = For example: units of the industrial zone, units in the flood area.
exception-answer = Reporting
exception-reports = Must report
exception-does-not = Need not report
exception-to-unit = Another unit above (name it)
exception-receiver = Receiving unit, if another
exception-receiver-missing = No receiving unit is named. Write the name or code of the unit above.
exception-note = A word to these units
exception-note-hint = The units read it on top of their task list. For example: report only the part within the city.
exception-drop = Remove this exception; its units are asked like those of their level again
exception-dates = The dates of an exception are set on the page Dates.
units-not-asked = Not required
dates-due-hint = A day, or in the words of a plan: before 20 July 2027; by the end of June 2027.
dates-hold = Review held
dates-hold-hint = For example: from 1 October 2027 to 31 October 2027.
dates-term = Figures of their own time: { $term }
dates-term-own = Figures of a time of their own
dates-term-from = Figures from
dates-term-hint = For example: October 2021, for a unit founded then.
dates-term-to = Figures until
dates-term-to-hint = Left blank: as for the whole campaign.
dates-over = over
dates-stated-ask = A date that says “before day D”
dates-stated-missing = A date says “before”. Choose whether the day named still counts, then save again.
dates-stated-open = not chosen
dates-stated-is-in = D itself is in time
dates-stated-is-out = the day before D is the last
above-title = Changes in the plan above
above-followed = This plan follows the newest version of the plan above.
above-declined-because = The latest change was not taken over. Reason: { $reason }
above-drafted = The changes are in the amendment being drafted, which is not issued yet.
above-there = What changed above
above-here = What it means for your plan
above-nothing = Nothing in your plan has to change.
above-must = Must be taken over
above-must-help = This binds your unit.
above-may = For your unit to decide
above-own-day = Your own report is due on another day
above-own-to = Your own report goes to another unit
above-late = { $units }: their deadline is now after your own
above-room = { $units } can be given more time
above-no-day = No day is left in time; ask the unit above for an extension
above-take = Take over into the plan
above-take-help = Outline and deadlines of the plan being set up are changed at once as shown; they can still be edited on its pages. A plan already submitted for approval must be submitted again.
above-draft = Take over into an amendment
above-draft-help = The changes are filled into an amendment of your plan, to be looked at, altered and issued. Units below see nothing until then.
above-note = Note it
above-note-help = The unit above will see that you follow the newest version.
above-reason = Following amendment { $n } of the plan above.
above-decline = Do not take it over
above-decline-reason = Reason
above-decline-hint = The unit above sees this reason.
above-decline-do = Keep the plan as it is
above-in-draft = This amendment takes over amendment { $n } of the plan above.
above-changed-line = The plan above has changed. Look at it and take it over into this plan.
cascade-follows = Newest version
cascade-is-newest = Followed
cascade-is-behind = Amendment { $n } not followed yet
cascade-declined = Plan kept as it is. Reason: { $reason }
cascade-behind-count = { $n } plans do not follow the newest version yet
cascade-title = Carried further down
cascade-count = { $n } of { $of } units have issued their own plan
cascade-plan = The unit's plan
cascade-day = Issued on
cascade-not-yet = Not begun
cascade-preparing = Being prepared
cascade-issued = Issued
cascade-above = The campaign above
cascade-held = From the plan above
cascade-carries-out = Carries out
cascade-see-duty = See what is asked
cascade-outline-help = Items from the plan above keep their words and order. Your unit adds its own before, after or below the headings, but not below an item that is written.
cascade-figures-help = These indicators stay as they are; the figures of the units below go straight into your unit's report to the level above. Those you add below use the same periods.
cascade-own-figures = Indicators your unit adds
cascade-asked = Asked by the level above directly
cascade-duty = Your unit reports to { $to } by the plan above; no lower deadline may be after this day.
cascade-hold = Your unit holds its review from { $from } to { $to }.
outline-owner-none = No department yet
outline-optional = optional
outline-may-skip = Optional: nobody is reminded of it when blank
outline-before = Add a section before
outline-after = Add a section after
outline-below = Add a section below
outline-remove = Remove this section
outline-keys = Keyboard, within a section: Alt + ↑ ↓ moves it up and down; Alt + → ← indents and outdents; Alt + Enter adds one after it, with Shift below it; Alt + Delete removes it. What stands below moves along.
outline-nothing = The outline has no sections yet.
outline-place = { $name }: section { $n } of { $of }, level { $depth }
outline-gone = Removed “{ $name }”{ $n ->
    [0] .
    [one] {" "}and the section below it.
   *[other] {" "}and the { $n } sections below it.
  }
outline-undo = Put back
outline-miscounted = The numbers no longer follow one another.
outline-renumber = Number anew
outline-renumbered = Numbered anew in the style in use. Not saved yet.
outline-number-twice = Number “{ $number }” stands at both “{ $first }” and “{ $second }”. Change one of them, or number anew.
outline-import = Take the outline from elsewhere
outline-import-hint = You see it first, then replace or append; nothing is saved yet.
outline-from-plan = Take the plan’s outline again
outline-file = File with an outline
outline-file-hint = Word (.docx), PDF with text, .txt, .md or HTML, up to 50 MB. Sections have a number at the beginning of the line (I, 1, a).
outline-read = Read the outline in the file
outline-file-missing = No file was chosen. Choose the file with the outline, then read it.
outline-none-found = No outline was found in “{ $file }”. Sections need a number at the beginning of the line, such as I, 1 or a.
outline-found-too-long = The outline in “{ $file }” has more than 300 sections. Put the outline into a file of its own and read that.
outline-found-in = Outline found in “{ $file }”
outline-replace = Replace the outline
outline-append = Append
outline-leave = Leave it
outline-taken = { $n } sections were taken over. Look them through, then confirm the outline.
outline-guidance-of = Guidance for section { $title }
setup-unmatched = { $n ->
    [one] one name is not yet known
   *[other] { $n } names are not yet known
  }
setup-proposed = { $n ->
    [one] one proposed day to confirm
   *[other] { $n } proposed days to confirm
  }
setup-library = Guidance, forms, other documents
setup-no-library = No documents go with the campaign yet
setup-library-open = The plan names { $n } documents that are missing: upload them, make them here, or say why they are not used
setup-no-subject = No document under review is entered yet
setup-no-basis = No basis is entered yet
setup-documents = { $n ->
    [one] one document
   *[other] { $n } documents
  }
setup-without-file = { $n } without a file
setup-text-uploaded = The uploaded file is the plan
setup-text-usual = In the usual words; look at them first
setup-text-written = Written
approval-read-paper = Read the text of the plan
path-time = Day, or number of working days
path-time-unread = Step { $n }: the time cannot be read. Write a day as 14/7/2031, or a number of working days from 1 to 250.
path-step-wrong = Step { $n }: { $words }
path-on-of = { $who }, on { $day }
path-within-of = { $who }, within { $n } working days
dates-step = the report is looked at
