# Each sentence says what cannot be done and what to do next.
refusal-campaign-already-issued = This campaign has been issued; what was assigned can no longer change.
refusal-campaign-already-created = This plan has a campaign already. Open it in the list of campaigns.
refusal-campaign-outline-empty = The outline has no item. Add at least one before issuing.
refusal-campaign-outline-unconfirmed = The outline is not confirmed yet. Look at its items, then confirm it.
refusal-campaign-outline-number-twice = Two outline items have the same number. Renumber them.
refusal-campaign-figures-wrong = Something in the table of figures is not right. Mend the marked rows.
refusal-campaign-indicator-twice = Two indicators have the same code. Change one of them.
refusal-campaign-no-units = No unit is chosen. Choose the units that report.
refusal-campaign-deadline-missing = A level has no due date. Write it like 05/07/2024.
refusal-campaign-deadline-unreadable = This date cannot be read. Write it like 05/07/2024.
refusal-campaign-plan-open = This file holds more than one plan. Choose the plan to set the campaign up from.
refusal-campaign-stated-day-open = Choose how “before the day” counts: whether the day named is still in time.
refusal-campaign-destination-open = The plan names two destinations. Choose one.
refusal-campaign-desk-missing = There is no receiving desk. Choose the board or office that receives reports.
refusal-campaign-title-missing = The campaign has no name. Write it as in the plan.
refusal-campaign-already-asked = The plan has been laid before the leader and waits for approval.
refusal-campaign-already-approved = The plan is approved. Take the approval back before asking again.
refusal-campaign-not-awaiting-approval = This plan does not wait for approval: it was decided, taken back or changed. Look at this page again.
refusal-campaign-nothing-to-withdraw = There is nothing to take back.
refusal-campaign-approval-missing = The plan is not approved. Ask the leader, state that it was signed on paper, or give the reason for issuing without approval.
refusal-campaign-approval-lapsed = The campaign was changed after it was asked or approved. Ask again.
refusal-campaign-approval-words-missing = Write the reason, or what has to be changed.
refusal-campaign-approval-words-too-long = The words are longer than 2,000 characters. Write less.
refusal-campaign-paper-missing = This campaign has no file of a plan. Upload the signed plan under Campaigns, or ask the leader.
refusal-campaign-signer-missing = The signer is missing. Write title and name as on the paper.
refusal-campaign-number-before-approval = The plan is not approved, so it gets no number yet. Ask for approval first.
refusal-campaign-number-missing = The plan has no number. Enter number and day before issuing.
refusal-campaign-number-unreadable = A number begins with a digit and has at most 60 characters, such as 48/KH.
refusal-campaign-number-day-missing = The day of issue is missing or cannot be read. Write it as 05/07/2024.
refusal-campaign-number-taken = Another plan of the unit has this number in the same year. Write another.

refusal-submission-already-submitted = The report was sent and waits to be checked. To change it, ask the receiver to return it.
refusal-submission-already-received = The report was received. To change it, ask the receiver to open it again.
refusal-submission-not-submitted = The unit has not sent its report; it cannot be received or returned yet.
refusal-submission-version-passed = The unit has just sent a newer version. Open that one.
refusal-submission-incomplete = It cannot be sent yet: something is still to be done. See the list below.
refusal-submission-reason-missing = Write what is to be added or mended.
refusal-submission-reason-too-long = The reason has more than 2,000 characters. Shorten it.
refusal-submission-text-too-long = This section has more than 200,000 characters. Shorten it or attach the details.
refusal-submission-not-asked = The unit does not report in this campaign.
refusal-submission-not-issued = This campaign has not been issued.

refusal-number-not-a-number = This cell needs a number. Write a number, “-” if none arose, or “…” if it is not collected.
refusal-number-separators-unclear = It is not clear which sign parts thousands and which begins the decimals. Write it like 1.234,5.
refusal-number-not-whole = This cell needs a whole number. Write it without decimals.
refusal-number-too-many-decimals = There are more decimals than this indicator takes. Round it and write it again.
refusal-number-too-large = This number is larger than can be kept. Check the unit of measure.
refusal-number-too-long = This is too long for a cell of figures. Write the number only.

refusal-indicator-code-unreadable = A code has up to 16 plain letters, digits, full stops or hyphens. Change the code.
refusal-indicator-name-missing = The indicator has no name. Write one.
refusal-indicator-too-many-decimals = An indicator has at most 6 decimals. Choose fewer.
refusal-indicator-yes-with-decimals = A yes-or-no indicator has no decimals. Set the decimals to 0.
refusal-indicator-made-from-itself = An indicator cannot be worked out from itself. Choose another one.
refusal-indicator-times-zero = A ratio needs a factor other than 0. Write 100 for a percentage.

refusal-sign-in-unknown = Name or password is not right. Check Caps Lock and the input method, then type them again.
refusal-sign-in-too-many-tries = Too many wrong tries in a row. Wait 5 minutes and sign in again, or ask the union above you for a new password.
refusal-sign-in-no-seat = This account holds no seat today. Ask the union directly above you.

refusal-file-empty = The file is empty. Choose another one.

refusal-library-title-missing = The document has no name. Enter its name.
refusal-library-reason-missing = There is no reason yet. Say why a document announced by the plan is not used.
refusal-library-reason-too-long = The reason is longer than 1,000 characters. Shorten it.
refusal-library-not-built = The campaign has no confirmed outline or table of figures for it yet. Make it first.
refusal-library-announced = The plan announces this document, so it cannot simply be removed. Say why it is not used.
refusal-library-issued = The campaign is issued, and what its units were given stays. Add a new document where one is to be replaced.
refusal-library-too-many = The campaign has 200 documents already. Merge some before adding another.

refusal-task-what-missing = There are no words for the task. Say what is to be done.
refusal-task-text-too-long = The text is longer than 2,000 characters. Shorten it.
refusal-task-lead-missing = Nobody leads the task. Choose who does.
refusal-task-body-twice = A body stands in the task twice. Remove one of the rows.
refusal-task-not-your-part = Whoever leads reports that it is done; whoever coordinates confirms a share. Choose what fits the part.
refusal-task-result-missing = There is no result. Enter the number of a document, upload a file, or say in words what was done.
refusal-task-reason-missing = Say why the share is not done.
refusal-task-too-many = The campaign has 100 tasks already. Merge some before adding another.

unreadable-empty = The file is empty. Choose another.
unreadable-too-large = The file is larger than 50 MB. Compress its pictures or split it.
unreadable-too-long = The text is longer than a plan. Upload the plan alone.
unreadable-unpacks-too-large = The file unpacks to too much and was not read. Open it in Word, save it again and upload that.
unreadable-old-doc = Old .doc files cannot be read yet. Save it as .docx in Word and upload that.
unreadable-locked = The file has a password. Remove it and upload again.
unreadable-scan = This PDF was scanned or photographed and has no text to read. Ask the issuing office for the Word file (.docx), or have its letters recognised and upload that.
unreadable-rich-text = .rtf files cannot be read yet. Save it as .docx in Word and upload that.
unreadable-open-document = .odt files cannot be read yet. Save it as .docx and upload that.
unreadable-workbook = This is a workbook, not a plan. Upload the plan as a Word file (.docx) or PDF.
unreadable-picture = This is a picture and has no text to read. Ask the issuing office for the Word file (.docx), or have its letters recognised and upload that.
unreadable-packed = This is an archive. Unpack it and upload the file of the plan alone.
unreadable-not-a-document = This file is no document. Upload a Word file (.docx), PDF, .txt, .md or .html.
unreadable-not-text = This file is no document. Upload a Word file (.docx), PDF, .txt, .md or .html.
unreadable-encoding = The Vietnamese encoding of the file is not known. Open it in Word, save it as .docx and upload that.
unreadable-damaged = The file is damaged or incomplete. Open it in Word, save it again and upload that.
unreadable-damaged-pdf = The PDF is damaged or incomplete. Fetch it again from where it came, or upload the Word file (.docx).
unreadable-stopped = Faulty file: reading it came to no end and was stopped. Open it, save it as .docx and upload that.
