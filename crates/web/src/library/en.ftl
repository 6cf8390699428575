library-title = Documents of the campaign
library-lead = Documents reviewed, legal bases, guidance, forms. The bodies of the campaign open them from their task list and from the section they concern.
library-open = { $n ->
    [one] The plan announces { $n } document that the uploaded file does not hold.
   *[other] The plan announces { $n } documents that the uploaded file does not hold.
} Upload the file, make it in the campaign, or say why it is not used.
library-count = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
library-empty = No document yet
library-empty-help = Add guidance and forms, so that units can open them where they work.
library-none-help = The issuer has put up no document yet.
library-add = Add a document
library-edit = Edit
library-settle = Settle
library-missing = Missing
library-built = Made in the campaign
library-dropped = Not used
library-dropped-why = Not used: { $why }
library-opened-from = Opened from:
library-subject = Documents reviewed
library-basis = Legal bases
library-guidance = Guidance
library-form = Forms
library-outline = Outline
library-other = Other documents
library-numbered = { $title } no. { $number }
library-of-day = of { $day }
library-by = by { $who }
library-megabytes = { $n } MB
library-kilobytes = { $n } KB
library-held = The file that is there:
library-file = File
library-file-hint = At most 50 MB, of any kind. A new file replaces the one that is there.
library-role = Kind of document
library-name = Name of the document
library-number = Number and symbol
library-day = Date of issue
library-issuer = Issued by
library-sections = Opened from these sections
library-sections-hint = The document stands beside the text of the sections chosen.
library-save = Save the document
library-do-built = Made in the campaign
library-do-remove = Remove this document
library-drop = This document is not used
library-why = Reason
library-why-hint = Units can read this reason, for example: the form issued with another document is used.
library-do-drop = Note that it is not used
library-here = Documents for this section
library-see = { $n ->
    [one] See { $n } document
   *[other] See { $n } documents
}
library-plan = The plan
