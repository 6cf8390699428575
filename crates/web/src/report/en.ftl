report-title = Report of the unit
report-covers = Figures and texts of { $n } of { $of } units received.
report-as-sent = As it was when sent; the table of totals goes on being updated.
report-missing = { $n ->
    [one] { $n } unit is not in the report
   *[other] { $n } units are not in the report
 }
report-parts = Contents
report-heading = Form of the document
report-number = Number
report-place = Place
report-date = Date of issue
report-post = Post of the signatory
report-signatory = Name of the signatory
report-recipients = Recipients
report-recipients-hint = One a line
report-files = Files
report-files-help = A4, in official form, with the annex of figures.
report-docx = Download Word (DOCX)
report-pdf = Download PDF
report-send = Send it up
report-send-help = Check it once more, then send.
report-authority = Signed in the name of
report-date-unreadable = This is not a day. Write it as 05/08/2024.
