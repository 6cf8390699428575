queue-title = Reports from below
queue-received = { $n } of { $of } units received
queue-filters = Filter by state
queue-empty = All done
queue-sent = Sent
queue-contact = Contact
unit = Unit
