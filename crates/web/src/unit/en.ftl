unit-total = { $n ->
    [one] { $n } unit
   *[other] { $n } units
 } as of { $on }
unit-search = Find a unit
unit-search-hint = Diacritics may be left out
unit-not-found = “{ $words }” was not found
unit-not-found-help = Check the spelling or search by the unit's code.
search = Search
