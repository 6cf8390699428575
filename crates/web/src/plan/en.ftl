plan-upload = Upload a plan
plan-upload-lead = The plan is read and what was understood is shown for you to check, before a campaign is set up.
plan-file = File of the plan
plan-file-hint = Word (.docx), PDF with text, plain text (.txt), Markdown or HTML, up to 50 MB
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
plan-confirm = Confirm and set up
plan-file-missing = There is no plan yet. Choose a file, or paste the text of the plan.
plan-pasted = Pasted text
plan-again = This very file was uploaded on { $date }. Below is what was read, with what was corrected since.
plan-campaign = Open its campaign
plan-choose = Choose this destination
plan-drop = Remove this line
plan-add-date = Add a date
plan-add-recipient = Add a recipient
plan-value-missing = This must not be left empty.
plan-paper = Document
plan-title = Title
plan-issuer = Issued by
plan-number = Number and symbol
plan-place = Place
plan-issued = Issued on
plan-signatory = Signed by
plan-subject = Documents reviewed
plan-basis = Based on
plan-destinations = Where reports go
plan-duties = Duties
plan-duty-with = with { $who }
plan-further = Further requirements
plan-form = Form
plan-form-in-writing = in writing
plan-form-conference = conference
plan-form-within-meeting = within another meeting
plan-form-survey = survey
plan-period = Period of the figures
plan-attachment = To come with the report
plan-exception = Exception
plan-recipients = Recipients of the document
plan-recipient = Recipient
plan-purpose = For what
plan-outline-title = Title of the item
plan-to-through = { $to }, through { $via }
plan-when-before = before { $day }
plan-when-by = by { $day }
plan-who-hint = Several are parted by semicolons.
plan-act = Kind of act
plan-act-hold = Hold the review
plan-act-send = Send the report
plan-act-opinion = Give an opinion
plan-act-survey = Survey
plan-act-meeting = Meeting
plan-act-other = Other
plan-kind = How it is put
plan-kind-before = before this day
plan-kind-by = by this day
plan-kind-on = on this day
plan-day = Day
plan-day-hint = Write the day like 05/07/2024, day first.
plan-until = Until the end of { $day }
plan-stated-day = Until the end of which day is “{ $phrase }”?
plan-stated-day-hint = It holds for every “before” of the campaign; units see the day that was chosen.
plan-stated-day-excluded = The day the plan names is too late
plan-stated-day-counts = The day the plan names is still in time
plan-destination = { $who }: where do they send the report?
plan-destination-hint = The plan names two destinations. Choose one.
plan-quoted = The plan says: “{ $words }”
plan-who-missing = not clear who
