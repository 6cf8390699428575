plan-upload = Upload a plan
plan-upload-lead = The plan is read and what was understood is shown for you to check, before a campaign is set up.
plan-file = File of the plan
plan-file-hint = Word (.docx), PDF or text (.txt), up to 20 MB
plan-paste = Or paste the text of the plan
plan-text = Text of the plan
plan-read = Read the plan
plan-nothing-yet = Nothing is assigned before you confirm.

plan-check = Check what was read
plan-look = Needs a look
plan-see-text = See it in the text
plan-questions = For you to decide
plan-dates = Dates
plan-dates-count = { $n ->
    [one] { $n } date
   *[other] { $n } dates
 }
plan-who = Who
plan-what = What
plan-when = By when
plan-to-look = needs a look
plan-corrected = corrected
plan-missing = Not found in the text
plan-outline = Outline of the report
plan-proposed = Proposed
plan-proposed-help = The plan brings no outline. This one is proposed from its contents; it can be changed while setting up.
plan-read-count = { $n ->
    [one] { $n } thing read
   *[other] { $n } things read
 }
plan-look-count = { $n ->
    [one] { $n } needs a look
   *[other] { $n } need a look
 }
plan-discard = Discard this file
plan-confirm = Confirm and set up
