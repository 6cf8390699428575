# Warnings of the plan reader. Arguments have the names of a warning's facts.
warning-section-number-jump = Section numbers jump from { $before } to { $after }. Check whether a section is missing.
warning-outline-number-jump = Outline numbers jump from { $before } to { $after }. Check whether an item is missing.
warning-section-number-repeated = The number { $after } is used twice in a row. Check the numbering.
warning-mixed-numbering = Numbers or bullets are set here in another way than elsewhere in the text.
warning-inconsistent-heading-dash = The mark behind the section numbers is not the same throughout the text.
warning-bullet-level-inversion = “-” and “+” change levels here. Check under which point this one belongs.
warning-count-differs-from-list = The text says { $stated }, but the list right behind it has { $listed }.
warning-justification-spaces = Several blanks in a row stand within a sentence { $count } times. They were passed over.
warning-blurred-digits = In { $count } numbers the scan shows l or O. They were read as 1 and 0; compare them with the paper.
warning-unbalanced-bracket = A bracket lacks its other half.
warning-typo = “{ $written }” may be a slip for “{ $right }”.
warning-missing-words = “{ $written }” may lack a word; “{ $right }” may be meant.
warning-braced-recipient-note = “{ $purpose }” stands beside a brace and was taken for all { $count } recipients within it.
warning-unit-name-variants = One department goes by several names: { $names }. Choose one.
warning-addressee-lists-differ = Two lists of those who act differ: { $one } in one place, { $other } in another.
warning-congress-ordinal-conflict = Here the text says “{ $one }”, elsewhere “{ $other }”. Check the number of the congress.
warning-number-type-mismatch = The number { $number } does not fit the type of document, { $type }.
warning-basis-later-than-plan = The basis “{ $text }” is dated after the document itself ({ $issued }).
warning-impossible-date = “{ $text }” is no day of the calendar.
warning-date-precedes-plan = “{ $text }” lies before the date of the plan ({ $issued }). The year may be meant to be { $year }.
warning-impossible-lead-time = Only { $days } working days lie between the date of the plan and “{ $text }”.
warning-weekday-mismatch = “{ $text }” is written as { $written }, but that day is a { $weekday ->
        [monday] Monday
        [tuesday] Tuesday
        [wednesday] Wednesday
        [thursday] Thursday
        [friday] Friday
        [saturday] Saturday
       *[sunday] Sunday
    }.
warning-deadline-on-weekend = The deadline “{ $text }” falls on a { $weekday ->
        [saturday] Saturday
       *[sunday] Sunday
    }. It is kept as it is.
warning-same-deadline-for-two-tiers = Two levels must send their reports “{ $text }”: the upper one has no day left to consolidate.
warning-lower-tier-after-upper = The deadline “{ $text }” of a lower level comes after “{ $above }” of the level above it.
warning-conference-after-report = The conference ({ $text }) takes place after the report is finished.
warning-form-conflict = The plan says “in writing” and names a conference as well. Choose the form.
warning-two-destinations = { $who } are told to report to two places: { $one } and { $other }. Choose one.
warning-duty-without-recipient = { $who } have a duty but are not among the recipients.
warning-attachment-not-in-file = The plan announces { $paper }, but it is not in this file.
warning-multi-document-file = This file holds { $count } documents. Each was read for itself.
warning-missing-letterhead = The document has no number, place or date.
warning-partial-letterhead = The letterhead lacks a parent body, number, place or date.
warning-missing-signature = The document has no signatory’s name.
warning-title-body-contradiction = The title says “{ $one }”, the text “{ $other }”. Choose which is right.
warning-wrong-codepoint = The Vietnamese letter D with a stroke is typed { $count } times with a character of another language. It was read as the right one.
warning-markdown-markup = The text has { $count } marks left by a conversion. They were passed over.
warning-word-artefact = The text has { $count } traces of a Word file. They were passed over.
warning-unbalanced-punctuation = There are { $open } opening and { $close } closing quotation marks.
warning-symbol-spacing = The number “{ $text }” has blanks inside. It was read without them.
warning-weekday-note = “{ $text }” is written with { $written }: right by the calendar, but a bracket is not opened.
warning-deadline-on-holiday = The deadline “{ $text }” falls on a public holiday. It is kept as it is.
warning-nobody-named = “{ $text }” names nobody. Say who acts.
warning-body-worked-out = “{ $text }” names nobody. It was read as meant for { $who }; please check.
warning-short-time-between-tiers = Only { $days } working days lie between “{ $text }” of the lower level and “{ $above }” of the one above.
warning-no-deadline-for-tier = { $who } must hold the review, but no date is given for their report.
warning-tier-omitted = The plan gives grassroots unions nothing to do. Check whether they were forgotten.
warning-deadline-inside-range = The report is due “{ $text }”, while the review may still be held “{ $range }”.
warning-data-cutoff-after-event = Figures are asked “{ $text }”, after “{ $event }”: they are not complete by then.
warning-tacit-consent = “{ $text }”: silence counts as agreement. Keep a record of who did not answer.
warning-signed-draft = This file asks for opinions on a draft, yet the plan is signed. Check whether it is the final one.
warning-content-without-section = The plan asks for “{ $content }”, but its outline has no section for it. A place for it may be “{ $place }”.
warning-range-reversed = “{ $text }” ends before it begins. Check day, month and year.
warning-converted-encoding = The file is in the old encoding { $encoding }. Its letters were converted to Unicode; compare them with the original.
warning-unknown-signs = { $count } signs of the file stand for no known letter and are shown as “�”. Look at these places.
warning-pages-without-text = Pages { $pages } are scanned pictures and were not read. Look at them in the original.
