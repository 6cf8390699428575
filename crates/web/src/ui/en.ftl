product = Tong Ket
product-long = Tong Ket: plans, reports and consolidation of trade-union reviews
skip-to-main = To the main content
help-contact = Ask:
sign-out = Sign out
seat-signed-in = Signed in
seat-change = Change seat ({ $n } seats)
language-other = VI
language-other-name = VI: switch to Vietnamese

nav-label = Main parts
nav-work = My work
nav-campaigns = Campaigns
nav-figures = Figures
nav-units = Units
nav-help = Help

errors-title = { $n ->
    [one] { $n } thing to mend
   *[other] { $n } things to mend
 }

part-received = received
part-submitted = sent, to be checked
part-returned = returned
part-drafting = drafting
part-not-sent = not sent
part-overdue = overdue

pages-label = Pages of the list
pages-at = Page { $page } of { $pages } · { $rows } rows
pages-previous = Previous
pages-next = Next

plan-step-upload = Upload the plan
plan-step-check = Check what was read
plan-step-set-up = Set up the campaign
plan-step-issue = Issue

tree-open = See this unit

grid-indicator = Indicator
grid-definition = How it is counted: { $name }
grid-keys-blank = left blank: not entered
grid-keys-none = none arisen
grid-keys-unknown = not collected
grid-keys-decimal = a comma marks decimals

saving = Saving…
save = Save
save-failed = Not saved yet, trying again. Keep this page open.
stale-above-form = Somebody else has just changed this. What you typed is still below; saving again replaces theirs.
save-conflict = This was changed elsewhere. Load the page again to see it.
pasted = { $n ->
    [one] Pasted { $n } cell
   *[other] Pasted { $n } cells
 }

column-year = { $year }
own-term-is = The unit reports for its own time: { $term }
own-term-span = from { $from } to the end of { $to }
own-term-from = from { $from }
own-term-to = to the end of { $to }
column-term-start = Start of term
column-previous-term = Same time, previous term
figure-not-asked = not asked

version-sent = version { $version }, { $at }
version-short = version { $version }

live-changed = Something has changed since.
live-see = See it
live-behind = This page is as of { $at }; what you have just done will appear in a moment.
live-again = Look again
