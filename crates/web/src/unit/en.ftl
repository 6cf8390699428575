unit-total = { $n ->
    [one] { $n } unit
   *[other] { $n } units
 } directly below as of { $on }
unit-search = Find a unit
unit-search-hint = Diacritics may be left out
unit-not-found = “{ $words }” was not found
unit-not-found-help = Check the spelling or search by the unit's code.
search = Search
unit-below = { $n ->
    [one] { $n } unit below
   *[other] { $n } units below
 }
unit-all = All units
unit-above = Levels above
unit-on = As of
unit-look = Show
unit-open = Show
unit-acts = Reorganise this unit
unit-gone = On { $on } this unit is not in the tree. Below is where it last stood.
unit-facts = Unit
unit-name = Full name
unit-code = Code
unit-level = Level
unit-under = Stands under
unit-lower = Units below
unit-history = History
unit-organs = Inner bodies
unit-organs-none = No inner body is recorded.
unit-people = People in charge
unit-people-none = Nobody has been assigned to this unit.
unit-campaigns = Campaigns it takes part in
unit-campaigns-none = No campaign asks this unit.
unit-event-top = In the register
unit-event-listed = In the register, under { $under }
unit-event-founded = Founded under { $under }
unit-event-renamed = Renamed from { $from } to { $to }
unit-event-level = Level changed: { $level }
unit-event-moved = Moved from { $from } to { $to }
unit-event-ended = Ended ({ $kind })
unit-event-after = Successor of
unit-event-before = Succeeded by
unit-record = Terms and counterparts
unit-record-help = Empty all cells of a row to leave it out. For further rows, save and open again.
unit-record-change = Change
unit-terms = Congress terms
unit-terms-hint = Begin with any congress. Leave the end blank for the term that lasts.
unit-terms-none = No term is recorded.
unit-term = Congress { $ordinal }
unit-term-since = since { $day }
unit-term-of = Term of a unit merged into this one:
unit-term-ordinal = Number
unit-term-from = From
unit-term-to = To
unit-term-resolution = Resolution of the congress
unit-counterparts = Counterparts
unit-counterparts-hint = Party committees, authorities, the Front and other organisations the unit works with.
unit-counterparts-none = None is recorded.
unit-counterpart-name = Organisation
unit-counterpart-contact = Contact
unit-counterpart-phone = Telephone
unit-side = Kind
unit-side-party = Party committee
unit-side-state = Authority
unit-side-front = Fatherland Front
unit-side-other = Other
