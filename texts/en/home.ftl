# The role centre.
home-title = My role
home-heading = Counter work
home-greeting = Good morning, { $name }.
home-at-risk = { $count ->
    [0] No case risks its deadline today.
    [one] 1 case risks its deadline today.
   *[other] { $count } cases risk their deadline today.
}
home-accrued = { $count ->
    [one] One has already accrued compensation.
   *[other] { $count } have already accrued compensation.
}
home-customise = Customise
home-all = All
home-all-contracts = All
home-cues-cases = Requests
home-cues-offers = Offers
home-cues-contracts = Contracts
home-cue-started = Started
home-cue-admissible = Admissible
home-cue-from-contacts = By contact
home-cue-internal = Internal
home-cue-fulfilled = Fulfilled
home-cue-entered = Entered
home-cue-sent = Sent
home-cue-held = On hold
home-cue-active = Active
home-cue-suspended = Suspended
home-cue-requested = Requested
home-why-none = none
home-why-no-contract = none
home-why-at-risk = { $count } at risk
home-why-to-start = to start
home-why-last-days = last { $days } days
home-why-to-send = to send
home-why-today = { $count } today
home-why-arrears = { $count } in arrears
home-why-to-activate = to activate
home-work = My work
home-work-order = by risk on the regulated deadline
home-work-list = Open as a list
home-work-caption = Cases assigned to me, most urgent first
home-work-empty = No case is assigned to you
home-work-empty-text = You can take charge of a free request.
home-work-take = Requests to take charge of
home-col-risk = Risk
home-col-due = Deadline
home-col-case = Case
home-col-customer = Customer and supply
home-col-step = Next step
home-new = New request
home-new-for = For whom
home-new-placeholder = Name, tax code, POD, PDR, serial no.
home-new-procedure = Procedure
home-new-others = Other procedures
home-queue = Queue at the counter
home-queue-call = Call { $ticket }
home-queue-none = Nobody is waiting
home-queue-wait = Average wait today
home-queue-minutes = { $minutes } min
home-queue-standard = standard { $minutes } min
home-appointments = Today’s appointments
home-appointments-all = Schedule
home-appointments-none = No appointments today
home-appointments-none-text = Those made by you or for you appear here.
home-appointment-without-outcome = no outcome
home-appointment-done = done
home-appointment-in = in { $minutes } min
home-key-scroll = scroll
home-key-open = open
home-key-new = new request
home-key-call = call the next
home-clock-why = How this deadline is counted
home-cues-field = Field work
home-cue-to-do = To carry out
home-why-to-do = waiting for your role
home-cue-late = At risk
home-why-late = late or due today
home-cue-visits = Visits today
home-why-visits = { $count } to do
