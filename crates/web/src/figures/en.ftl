figures-title = Figures
figures-of = Figures: { $unit }
figures-received-only = Only received reports are counted.
figures-also-submitted = Reports still to be checked are counted too.
figures-count-submitted = Count reports still to be checked
figures-count-received = Count received reports only
figures-units = Units
figures-none = no figure yet
figures-lower = Units below
figures-asked = asked
figures-counted = Units counted
figures-n-of = { $n } of { $of } units
figures-basis = Basis
figures-made-of-sum = Sum { $total }: { $given } units gave a figure, { $none } say that none arose, { $missing } are not in the total yet.
figures-made-of-yes = { $total } of { $units } units that answered said yes; { $missing } are not in the total yet.
figures-made-of-ratio = { $total } is worked out from the two totals below, over the { $units } units that gave both.
figures-made-of-mean = { $total } is the mean of the { $units } units below, each weighed by the total named.
figures-made-of-greatest = { $total } is the greatest figure among the { $units } units below.
figures-made-of-least = { $total } is the least figure among the { $units } units below.
figures-made-of-latest = { $total } is the figure sent last among the { $units } units below.
figures-made-of-nothing = There is no total of this indicator yet.
figures-blank = left blank
figures-no-campaign = No campaign has figures yet
figures-no-campaign-help = Totals appear here once a campaign with a table of figures is issued.
figures-version = Version
figures-received-by = Received
figures-total = Total
figures-missing = Not in the total
figures-nothing-missing = No unit is missing.
figures-behind = See the units behind it
figures-own-terms = { $n ->
    [one] One unit reports
   *[other] { $n } units report
} for a time of their own: { $names }{ $more ->
    [0] .
   *[other] ; and { $more } more.
}
figures-not-asked = { $n ->
    [one] One unit is not asked this.
   *[other] { $n } units are not asked this.
}
