# Warnings of the plan reader. Arguments have the names of a warning's facts.
warning-section-number-jump = Section numbers jump from { $before } to { $after }. Check whether a section is missing.
    .help = A section may have been lost in copying. Compare with the paper; if nothing is missing, renumber as proposed or let it be.
warning-outline-number-jump = Outline numbers jump from { $before } to { $after }. Check whether an item is missing.
    .help = With a number missing reports are hard to put together by section. Compare with the paper, then renumber as proposed.
warning-section-number-repeated = The number { $after } is used twice in a row. Check the numbering.
    .help = Two sections with one number cannot be cited. Correct the number of the second.
warning-mixed-numbering = Numbers or bullets are set here in another way than elsewhere in the text.
    .help = Numbering changes on the way, so sections may be hung in the wrong place. See the sections around it.
warning-inconsistent-heading-dash = The mark behind the section numbers is not the same throughout the text.
    .help = A matter of form that changes nothing. It may be let be.
warning-bullet-level-inversion = “-” and “+” change levels here. Check under which point this one belongs.
    .help = Bullets change levels, so points may be hung in the wrong place, duties above all. See the duty at this place.
warning-count-differs-from-list = The text says { $stated }, but the list right behind it has { $listed }.
    .help = The number stated and the lines listed differ; one may be missing. Compare with the paper; let it be if the list is right.
warning-justification-spaces = Several blanks in a row stand within a sentence { $count } times. They were passed over.
    .help = Traces of justified lines. They were passed over; nothing is to be done.
warning-blurred-digits = In { $count } numbers the scan shows l or O. They were read as 1 and 0; compare them with the paper.
    .help = Digits were blurred in the scan, so days and numbers may be wrong. Compare each with the paper.
warning-unbalanced-bracket = A bracket lacks its other half.
    .help = A bracket lacks its half and what is inside may be misread. See the name or purpose at this place.
warning-typo = “{ $written }” may be a slip for “{ $right }”.
    .help = Probably a slip. Where it stands in a name, a date or a body, correct that line; elsewhere let it be.
warning-missing-words = “{ $written }” may lack a word; “{ $right }” may be meant.
    .help = The sentence may lack a word and mean something else. See the text and correct the line, if there is one.
warning-braced-recipient-note = “{ $purpose }” stands beside a brace and was taken for all { $count } recipients within it.
    .help = The purpose at the brace was taken for every line inside. See the recipients; take it as right, or correct single lines.
warning-unit-name-variants = One department goes by several names: { $names }. Choose one.
    .help = Several names look like several departments. Correct them to the name in the register.
warning-addressee-lists-differ = Two lists of those who act differ: { $one } in one place, { $other } in another.
    .help = Where lists differ some unit cannot know whether it must report. Compare both places and correct who acts.
warning-congress-ordinal-conflict = Here the text says “{ $one }”, elsewhere “{ $other }”. Check the number of the congress.
    .help = One congress is given two numbers. See the resolution itself; correct the title or let it be with a reason.
warning-number-type-mismatch = The number { $number } does not fit the type of document, { $type }.
    .help = The letters in the number do not stand for this type of document; it may be copied from another. Correct the number or the type.
warning-basis-later-than-plan = The basis “{ $text }” is dated after the document itself ({ $issued }).
    .help = Nothing can rest on a document that did not yet exist. Mostly the year is a slip: correct the day of the basis or of the plan.
warning-impossible-date = “{ $text }” is no day of the calendar.
    .help = There is no such day, so it cannot be a deadline. Take the day proposed or type the right one.
warning-date-precedes-plan = “{ $text }” lies before the date of the plan ({ $issued }). The year may be meant to be { $year }.
    .help = The work is due on a day already past when the plan came out. Mostly the year of an older plan was kept: take what is proposed, or correct the day.
warning-impossible-lead-time = Only { $days } working days lie between the date of the plan and “{ $text }”.
    .help = Units have no time to write and send. Move the deadline if you may; else give the reason and tell the units early.
warning-weekday-mismatch = “{ $text }” is written as { $written }, but that day is a { $weekday ->
        [monday] Monday
        [tuesday] Tuesday
        [wednesday] Wednesday
        [thursday] Thursday
        [friday] Friday
        [saturday] Saturday
       *[sunday] Sunday
    }.
    .help = Day of the week and date disagree, so one is wrong, and units may read two deadlines. Ask the author and correct the date.
warning-deadline-on-weekend = The deadline “{ $text }” falls on a { $weekday ->
        [saturday] Saturday
       *[sunday] Sunday
    }. It is kept as it is.
    .help = The last day is a day off and nobody receives. Keep it if sending here is enough, or take the working day before.
warning-same-deadline-for-two-tiers = Two levels must send their reports “{ $text }”: the upper one has no day left to consolidate.
    .help = The upper level must consolidate what arrives on its own last day. Set the lower level's deadline some working days earlier.
warning-lower-tier-after-upper = The deadline “{ $text }” of a lower level comes after “{ $above }” of the level above it.
    .help = The upper level must send before it has heard from the lower. See both deadlines; mostly one has a wrong month.
warning-conference-after-report = The conference ({ $text }) takes place after the report is finished.
    .help = What the conference says can no longer enter the report. See the day of the meeting or of sending.
warning-form-conflict = The plan says “in writing” and names a conference as well. Choose the form.
    .help = A review in writing has no conference. Drop one of the two forms under Form.
warning-two-destinations = { $who } are told to report to two places: { $one } and { $other }. Choose one.
    .help = Units get two instructions and may send to the wrong place. Choose one among the questions on the page.
warning-duty-without-recipient = { $who } have a duty but are not among the recipients.
    .help = Whoever has the duty is not sent the plan and may not know. Add it to the recipients.
warning-attachment-not-in-file = The plan announces { $paper }, but it is not in this file.
    .help = Units will look for this paper. Upload it to the library once the campaign is made; until then it stays open in the list of what is to be set up.
warning-multi-document-file = This file holds { $count } documents. Each was read for itself.
    .help = Only the plan makes the campaign; an outline in the file becomes its outline. See the type of each document under Document.
warning-missing-letterhead = The document has no number, place or date.
    .help = A campaign made of it has no number and day to be cited by. Fill them in under Document; if this is a draft, upload the signed paper.
warning-partial-letterhead = The letterhead lacks a parent body, number, place or date.
    .help = A part of the letterhead is not there or was not made out. Compare with the paper and fill in what is missing under Document.
warning-missing-signature = The document has no signatory’s name.
    .help = Without a signatory it is not clear that the document was issued. Fill in who signed, or check that this is the final paper.
warning-title-body-contradiction = The title says “{ $one }”, the text “{ $other }”. Choose which is right.
    .help = The title and the text speak of two different things, and units cannot know which holds. Ask the author; correct the title if it is the title that is wrong.
warning-wrong-codepoint = The Vietnamese letter D with a stroke is typed { $count } times with a character of another language. It was read as the right one.
    .help = A letter of another language keeps searches from finding. It was read as the right one; nothing is to be done.
warning-markdown-markup = The text has { $count } marks left by a conversion. They were passed over.
    .help = Traces of a conversion. They were passed over; nothing is to be done.
warning-word-artefact = The text has { $count } traces of a Word file. They were passed over.
    .help = Traces of a Word file. They were passed over; nothing is to be done.
warning-unbalanced-punctuation = There are { $open } opening and { $close } closing quotation marks.
    .help = Quotation marks are not in pairs; words may be missing. Look; let it be if nothing is.
warning-symbol-spacing = The number “{ $text }” has blanks inside. It was read without them.
    .help = A number with blanks is not found by a search. It was joined; compare with the paper and let it be.
warning-weekday-note = “{ $text }” is written with { $written }: right by the calendar, but a bracket is not opened.
    .help = A slip of form only; the deadline is the same. It may be let be.
warning-deadline-on-holiday = The deadline “{ $text }” falls on a public holiday. It is kept as it is.
    .help = The last day is a public holiday. Keep it if sending here is enough, or take the working day before.
warning-nobody-named = “{ $text }” names nobody. Say who acts.
    .help = A date without anybody cannot be asked of anybody. Fill in who acts.
warning-body-worked-out = “{ $text }” names nobody. It was read as meant for { $who }; please check.
    .help = Who acts was worked out from the words before. See the text; if wrong, correct who acts.
warning-short-time-between-tiers = Only { $days } working days lie between “{ $text }” of the lower level and “{ $above }” of the one above.
    .help = The upper level has few days to read, return and consolidate. Set the lower deadline earlier, or accept it and remind early.
warning-no-deadline-for-tier = { $who } must hold the review, but no date is given for their report.
    .help = This level must hold a review but has no day for its report, so it can never be late. Add a date for sending.
warning-tier-omitted = The plan gives grassroots unions nothing to do. Check whether they were forgotten.
    .help = Grassroots unions are asked nothing, so the campaign will leave them out. Let it be if that is meant, else add a date for them.
warning-deadline-inside-range = The report is due “{ $text }”, while the review may still be held “{ $range }”.
    .help = The report is due while the work still goes on. Move it behind the range, or let it be if a first report is meant.
warning-data-cutoff-after-event = Figures are asked “{ $text }”, after “{ $event }”: they are not complete by then.
    .help = Figures run to a day after they are due. Correct the data period, or say that they are estimates.
warning-tacit-consent = “{ $text }”: silence counts as agreement. Keep a record of who did not answer.
    .help = Silence counts, so it must be known who was silent. Keep the last day for opinions as a date and a list of those who did not answer.
warning-signed-draft = This file asks for opinions on a draft, yet the plan is signed. Check whether it is the final one.
    .help = A slip asking for opinions and a signature do not go together. Wait for the final paper, or let it be if the plan is in force.
warning-content-without-section = The plan asks for “{ $content }”, but its outline has no section for it. A place for it may be “{ $place }”.
    .help = What is asked has no place in the outline and will be left out. Add the item proposed, or let it be if another section covers it.
warning-range-reversed = “{ $text }” ends before it begins. Check day, month and year.
    .help = The range ends before it begins; mostly month or year is a slip. Correct its first or its last day.
warning-alternative-dates = The plan leaves a choice: “{ $text }” or “{ $other }”. Choose one.
    .help = Units cannot know which of the two holds, and each will take its own. Keep the right one and remove the other.
warning-lunar-date = “{ $text }” is of the lunar calendar. Fill in the day of the common one.
    .help = A lunar day falls on another day each year, so it is not converted here. Correct the date to a day of the common calendar.
warning-converted-encoding = The file is in the old encoding { $encoding }. Its letters were converted to Unicode; compare them with the original.
    .help = Letters were converted, and some may have wrong marks. Compare names, days and numbers with the original.
warning-unknown-signs = { $count } signs of the file stand for no known letter and are shown as “�”. Look at these places.
    .help = Some signs could not be read and words may be lost. See each place; if there are many, upload the original file.
warning-pages-without-text = Pages { $pages } are scanned pictures and were not read. Look at them in the original.
    .help = Scanned pages hold no text. Type in by hand what stands on them, or upload a file with text.
