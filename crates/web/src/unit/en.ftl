unit-total = { $n ->
    [one] { $n } unit
   *[other] { $n } units
 } as of { $on }
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
