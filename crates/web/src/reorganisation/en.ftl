reorganisations-title = Reorganisation
reorganisations-help = Each has a day from which it holds and a deciding document. The tree of every day before can still be looked at.
reorganisations-none = Nothing has been reorganised yet
reorganisations-none-help = Open a unit in the tree and choose what to do: found, rename, move, merge, split, dissolve.
reorganisation-kind = What is done
reorganisation-found = Found a unit below
reorganisation-rename = Rename
reorganisation-move = Move
reorganisation-transfer = Hand over units below
reorganisation-merge = Merge
reorganisation-split = Split
reorganisation-dissolve = Dissolve
reorganisation-register = Register update
reorganisation-found-help = Founds a new unit directly below this one.
reorganisation-rename-help = The unit keeps its place and figures; only its name or level changes.
reorganisation-move-help = The unit goes under another, with everything below it.
reorganisation-transfer-help = Choose the units below that are handed to another; this unit stays.
reorganisation-merge-help = Several units become one, which takes over everything below them.
reorganisation-split-help = One unit becomes several; those below are shared out.
reorganisation-dissolve-help = The unit ends; those below it, if any, go where is said here.
reorganisation-names = Name and level
reorganisation-new-if = The new unit (where they become a new one)
reorganisation-short = Name in lists
reorganisation-short-hint = Leave empty if it is the full name
reorganisation-target = Goes under
reorganisation-below-to = Units below go to
reorganisation-target-hint = Code or name of a unit
reorganisation-target-missing = Say which unit takes over.
reorganisation-units = Units merged with this one
reorganisation-units-hint = One a line, by code or name
reorganisation-unit-not-found = No unit “{ $words }” was found. Write its code or full name.
reorganisation-unit-several = “{ $words }” may be: { $units }. Write the code of one of them.
reorganisation-into = After the merger
reorganisation-into-new = A new unit
reorganisation-into-this = Merged into { $unit }
reorganisation-rest = This unit
reorganisation-rest-ends = Is divided up and ends
reorganisation-rest-stays = Gives a part away and goes on
reorganisation-part = New unit { $n }
reorganisation-shares = Units below go to
reorganisation-share-none = Stay
reorganisation-which = Units handed over
reorganisation-none-below = There is no unit below this one.
reorganisation-ground = Ground
reorganisation-day = Holds from
reorganisation-day-hint = The first day on which the tree is so, such as 01/07/2025
reorganisation-document = Deciding document
reorganisation-document-hint = Number, symbol, date
reorganisation-reason = Reason
reorganisation-preview = Show what it does
reorganisation-planned = Planned
reorganisation-stale = Plan again
reorganisation-in-force = In force
reorganisation-undone = Undone
reorganisation-stale-help = The tree has changed since this was planned. Open the unit and plan it again.
reorganisation-ending = Units that end
reorganisation-founded = Units founded
reorganisation-moved = Units with another place or name
reorganisation-facts = Decision
reorganisation-consequences = What the ending units leave open
reorganisation-campaigns = { $n ->
    [one] { $n } open campaign waits
   *[other] { $n } open campaigns wait
 } for a report
reorganisation-reports = { $n ->
    [one] { $n } report stays
   *[other] { $n } reports stay
 } with the unit that sent it
reorganisation-people = { $n ->
    [one] { $n } person needs
   *[other] { $n } people need
 } another assignment
reorganisation-moves = Unit by unit
reorganisation-before = Before
reorganisation-after = After
reorganisation-ends = Ends
reorganisation-heirs = Who inherits reports
reorganisation-heir = Who reports for { $unit } ({ $n ->
    [one] { $n } campaign
   *[other] { $n } campaigns
 })?
reorganisation-heir-hint = The choice is recorded with the decision.
reorganisation-heir-nobody = No longer asked
reorganisation-decide = Record the decision
reorganisation-leave = Later
reorganisation-decided-at = Recorded
reorganisation-undone-at = Undone
reorganisation-undo = Undo this decision
reorganisation-undo-help = The tree stands as if it had not been decided. That it was, and was undone, is kept.
reorganisation-undo-reason = Why it is undone
reorganisation-undo-do = Undo
