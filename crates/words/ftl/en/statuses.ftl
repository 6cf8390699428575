# The report of a unit
status-not-started = Not started
status-drafting = Drafting
status-signing = To be signed
status-submitted = Sent
status-submitted-again = Sent again
status-returned = Returned
status-received = Received
status-exempt = Not required

# Time
status-overdue = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
 }
status-sent-late = { $n ->
    [one] Sent { $n } day late
   *[other] Sent { $n } days late
 }

# One task
item-to-do = To do
item-to-look = To look at
item-optional = Optional
item-doing = In progress
item-to-mend = To mend
item-done = Done
item-not-yet = Not yet possible

# A campaign
campaign-preparing = In preparation
campaign-running = Running
approval-open = Not yet asked
approval-asked = Waiting for approval
approval-given = Approved
approval-on-paper = Signed on paper
approval-sent-back = Sent back
approval-waived = To go out unapproved
approval-lapsed = Changed, ask again
approval-missing = Not approved
