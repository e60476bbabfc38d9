# The technicians' schedule.
agenda-title = Schedule
agenda-summary = { $count ->
    [one] 1 appointment
   *[other] { $count } appointments
}, { $open } to be assigned
agenda-day = Day
agenda-go = Go
agenda-before = Day before
agenda-after = Day after
agenda-today = Today
agenda-technicians = Technicians
agenda-by-time = By time
agenda-caption = Appointments of the day with time, place and technician
agenda-col-time = Time
agenda-col-subject = Job
agenda-col-place = Place
agenda-col-who = Who goes
agenda-col-state = State
agenda-deadline = deadline
agenda-nobody = nobody yet
agenda-assign = Assign
agenda-unassigned = To be assigned
agenda-unassigned-none = Every job of the day has somebody.
agenda-state-agreed = agreed
agenda-state-now = in progress
agenda-state-kept = done
agenda-state-missed = missed
agenda-state-unrecorded = no outcome
agenda-jobs = { $count ->
    [one] 1 job
   *[other] { $count } jobs
}
agenda-none = No appointment
agenda-none-text = Site surveys and works of cases appear here as soon as they have a date.
agenda-missed = { $count ->
    [one] 1 appointment without an outcome.
   *[other] { $count } appointments without an outcome.
}
agenda-missed-text = The band has passed: record the outcome in the case or move the appointment.
agenda-when = Day
agenda-from = From
agenda-to = To
agenda-who = Who goes
agenda-when-bad = Write a day like 18/3, tomorrow or 18/03/2026
agenda-time-bad = Write a time like 9:00
agenda-time-gap = This hour does not exist: that night the clock goes forward by an hour
agenda-end-before-start = The end must come after the beginning
agenda-told = Who goes and who no longer goes get the changed invitation; of an agreed visit the customer is told too.
agenda-save = Save
agenda-cancel = Call off
agenda-moved = Appointment changed
agenda-cancelled = Appointment called off
agenda-untold = No e-mail to { $name }, who has no address: please tell them.
agenda-over = It can no longer be moved.
agenda-over-text = The appointment was kept, missed or called off.
agenda-changed = Somebody has just changed it.
agenda-changed-text = Below are the present data: check and save again.
agenda-read-only = Your role sees appointments but does not move them.
agenda-file = Calendar file
agenda-key-day = day
agenda-key-today = today
agenda-key-assign = assign
agenda-key-rows = rows
agenda-zone = { $street }, { $jobs }
agenda-band = punctuality band
agenda-near = jobs nearby
agenda-by = Who wants it
agenda-by-utility = we do
agenda-by-customer = the customer
agenda-reason = Reason
