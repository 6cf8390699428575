campaign-name = Campaign
campaign-due = Nearest date
campaign-none = No campaign yet
campaign-none-help = Upload a plan to set up the first one, or wait until a superior union issues one.
campaign-plans-read = Plans read, not yet made into a campaign
campaign-setup = Set up a campaign
campaign-facts = In general
campaign-attention = Needs attention
campaign-no-units = No lower unit takes part in this campaign.
campaign-sent = sent
as-of = as of { $when }

outline-number = Number
outline-title = Title
outline-depth = Level
outline-guidance = Guidance for the units
outline-guidance-of = Guidance for { $title }
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
indicators-columns = Periods
indicators-columns-hint = One a line, such as Year 2024
indicators-code = Code
indicators-unit = Unit of measure
indicators-decimals = Decimals
indicators-rule = Rule
indicators-group = Group
indicators-acts = Acts
indicators-add = Add an indicator
indicators-count = { $n ->
    [one] { $n } indicator
   *[other] { $n } indicators
 }
indicators-save = Save the table

units-title = Units, dates, destinations
units-count = { $n ->
    [one] { $n } unit
   *[other] { $n } units
 }
units-due = Due by the end of
units-destination = Goes to
units-desk = Receiving desk
units-exempt = Not required
units-exempt-none = No unit is exempted.
units-exempt-add = Exempt a unit
units-exempt-why = Reason
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
issue-irreversible-help = Outline, figures and units stay as they are from then on. Dates can be extended, which is recorded.
issue-do = { $n ->
    [one] Issue to { $n } unit
   *[other] Issue to { $n } units
 }
