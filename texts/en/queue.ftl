# The work queue: requests with saved views and filters.
queue-title = Requests
queue-heading = Requests
queue-order = By risk on the regulated deadline, then by start date
queue-order-other = By { $column }
queue-export = Export
queue-views = Saved views
queue-view-mine = Mine
queue-view-free = To take charge of
queue-view-held = Suspended
queue-view-complaints = Complaints and corrections
queue-view-portal = From the portal
queue-view-readings = Readings to review
queue-view-all = All
queue-save-view = Save view
queue-view-name = Name of the view
queue-view-shared = Visible to colleagues of the office
queue-view-save = Save the view
queue-filters = Active filters
queue-filter = Filter
queue-filter-title = Filter requests
queue-filter-apply = Filter
queue-clear = Clear
queue-changed = Differs from the saved view.
queue-update-view = Update the view
queue-by-sector = Service
queue-by-risk = Deadline
queue-by-state = State
queue-by-procedure = Procedure
queue-by-assignee = Assigned to
queue-by-from = Started from
queue-by-to = Started until
queue-by-closed = Closed
queue-by-text = Contains
queue-any = any
queue-list = List of requests
queue-caption = Requests of the view { $view }
queue-select-all = Select all rows
queue-select = Select { $number }
queue-col-risk = Risk
queue-col-clock = Clock
queue-col-due = Deadline
queue-col-procedure = Procedure
queue-col-number = Number
queue-col-customer = Customer
queue-col-step = Next step
queue-col-assignee = Assigned to
queue-unassigned = to assign
queue-rows-shown = Rows { $from }–{ $to } of { $total }
queue-more = { $count ->
    [one] Show the last
   *[other] Show the other { $count }
}
queue-rows = { $count ->
    [0] no rows
    [one] 1 row
   *[other] { $count } rows
}
queue-selected-one = 1 selected
queue-selected-many = # selected
queue-selected-none = On ticked rows
queue-acts = Acts on the selected rows
queue-act-assign = Assign
queue-act-suspend = Suspend
queue-act-appointment = Appointment
queue-act-write = Write
queue-act-export = Export
queue-act-unselect = Clear the selection
queue-empty-filters = { $count ->
    [one] No request with this filter
   *[other] No request with these { $count } filters
}
queue-empty-without = Without the filter { $field }: { $value } there { $count ->
    [one] is 1
   *[other] are { $count }
}.
queue-empty-drop = Drop the filter { $value }
queue-empty-done = No case at risk
queue-empty-done-text = The next is due { $date }. You can take a free request.
queue-empty-take = Take the next
queue-key-scroll = scroll
queue-key-select = select
queue-key-until = up to here
queue-key-filter = filter
queue-key-assign = assign
queue-key-preview = preview
queue-act-take = Take charge
queue-act-comment = Comment
queue-choose = Choose…
queue-nothing-ticked = No row is ticked: tick those you need first.
queue-ticked = { $count ->
    [one] 1 case
   *[other] { $count } cases
}
queue-view-many = { $view } (over 999)
queue-view-saved = View { $name } saved.
queue-view-not-saved = View not saved. { $why }
queue-view-updated = View brought up to date.
queue-view-removed = View removed.
queue-view-remove = Remove this view
queue-bulk-title = Act on the chosen cases
queue-bulk-assigned = { $count ->
    [one] 1 case given to { $name }.
   *[other] { $count } cases given to { $name }.
}
queue-bulk-suspended = { $count ->
    [one] 1 case suspended.
   *[other] { $count } cases suspended.
}
queue-bulk-commented = { $count ->
    [one] Comment written on 1 case.
   *[other] Comment written on { $count } cases.
}
queue-bulk-left = Left as they were
queue-bulk-why = Why
queue-bulk-back = Back to the list
queue-bulk-denied = Your role may not do this to this case.
queue-bulk-conflict = Somebody else changed it this very moment: try again.
queue-bulk-gone = The case is gone, or you may not see it.
queue-bulk-unknown = unknown
queue-by-from-day = From
queue-by-to-day = To
queue-next = Take the next one
queue-key-next = take the next one
queue-next-taken = Taken in charge: it was the most urgent one nobody had
queue-by-role = Waits for
queue-by-point = Supply
queue-this-point = only this one
queue-risk-week = within 5 working days
queue-columns = Columns
queue-columns-title = Columns of the list
queue-columns-text = Risk and procedure are always there. To find your choice again, save the view.
queue-columns-show = Show
queue-col-opened = Opened on
queue-col-origin = Origin
queue-origin-counter = counter
queue-origin-contact = contact
queue-origin-internal = internal
queue-origin-portal = portal
queue-origin-call-centre = telephone
queue-origin-sales-network = sales network
queue-origin-letter = letter
queue-origin-email = e-mail
queue-origin-pec = certified mail
queue-origin-distributor = distributor
queue-origin-billing = billing
queue-by-office = Office
queue-by-standard = Standard
