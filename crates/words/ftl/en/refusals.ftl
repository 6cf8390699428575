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
refusal-campaign-stated-day-open = Choose how “before the day” counts: whether the day named is still in time.
refusal-campaign-destination-open = The plan names two destinations. Choose one.
refusal-campaign-desk-missing = There is no receiving desk. Choose the board or office that receives reports.
refusal-campaign-title-missing = The campaign has no name. Write it as in the plan.

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

unreadable-empty = The file is empty. Choose another.
unreadable-too-large = The file is larger than 20 MB. Compress its pictures or split it.
unreadable-unpacks-too-large = The file unpacks to too much and was not read. Save it again from Word.
unreadable-old-doc = Old .doc files cannot be read yet. Save it as .docx in Word and upload that.
unreadable-locked = The file has a password. Remove it and upload again.
unreadable-pdf-not-yet = PDF files cannot be read yet. Upload the Word file (.docx) or plain text (.txt).
unreadable-rich-text = .rtf files cannot be read yet. Save it as .docx in Word and upload that.
unreadable-not-a-document = This file is no document. Upload a Word file (.docx), .txt, .md or .html.
unreadable-not-text = This file is no text. Upload a Word file (.docx), .txt, .md or .html.
unreadable-encoding = The file is not in Unicode. Open it in Word, save it as .docx and upload that.
unreadable-damaged = The file is damaged or incomplete. Open it in Word, save it again and upload that.
