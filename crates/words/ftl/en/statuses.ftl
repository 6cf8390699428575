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
item-doing = In progress
item-to-mend = To mend
item-done = Done
item-not-yet = Not yet possible

# A campaign
campaign-preparing = In preparation
campaign-running = Running
