section-back = The unit's tasks
section-at = section { $n } of { $of }
section-outline = Outline
section-guidance = What the plan asks for
section-text = The unit's text
section-marks = Leave a line blank for a new paragraph. A line that begins with “- ” becomes a list item. **words** become bold.
section-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
 }
section-done = Mark this section as done
section-previous = Previous section
section-next = Next section
section-save-back = Save, back to the tasks
section-lower = What lower units wrote here
section-not-asked = { $n ->
    [one] { $n } unit below is not asked this section.
   *[other] { $n } units below are not asked this section.
 }
section-lower-count = { $n } of { $of } units received
section-insert = Insert with source
section-inserted = Inserted

section-saved = Saved { $clock }
section-not-saved = Not written yet
section-reason-by = Returned by { $who }
section-stale = Someone else has changed this section. Their text stands below; what you wrote is kept after the rule, to be joined.
section-locked = The report was sent; this section can only be read.
section-from = (Source: { $unit })
section-owner = { $who } in charge
