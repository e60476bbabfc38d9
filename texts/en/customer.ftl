# The customer: all about them.
customer-list = Customers
customer-list-meta = By name, tax code, VAT number, customer number, telephone, e-mail or address
customer-list-search = Search a customer
customer-list-caption = Customers with number, code and address
customer-list-shown = { $count ->
    [one] 1 customer
   *[other] { $count } customers
}
customer-list-more = Show the next ones
customer-list-none = No customer for “{ $text }”
customer-list-none-text = Try a part of the name, the tax code or the number of the supply.
customer-list-start = No customers on file
customer-list-start-text = Customers come from the billing system through an import.
customer-list-import = Go to the imports
customer-list-all = Drop the search
customer-company = Company
customer-col-name = Customer
customer-col-number = Number
customer-col-code = Tax code or VAT number
customer-col-address = Address
customer-col-since = Customer since

customer-page-title = { $name }, customer { $number }
customer-active-since = Active customer since { $year }
customer-former = Former customer
customer-without-contract = Without contracts
customer-copy-tax-code = Copy the tax code
customer-copy-vat = Copy the VAT number
customer-born-f = born in { $place } on { $date }
customer-born-m = born in { $place } on { $date }
customer-born = date of birth { $date }
customer-verified = identity verified on { $date }
customer-vat = VAT number { $number }
customer-to-pay = To pay
customer-nothing-to-pay = nothing outstanding
customer-cash-in = Cash in
customer-bills-open = { $count ->
    [one] 1 open bill
   *[other] { $count } open bills
}
customer-first-due = first due { $date }
customer-overdue = { $amount } overdue

customer-acts = Quick acts
customer-acts-on = On the supply
customer-act-reading = Reading
customer-act-payment = Payment
customer-act-reprint = Reprint
customer-act-others = Others

customer-tabs = Sections of the customer
customer-tab-overview = Overview
customer-tab-supplies = Supplies
customer-tab-contracts = Contracts
customer-tab-bills = Bills and payments
customer-tab-cases = Cases
customer-tab-papers = Documents
customer-tab-readings = Readings and consumption

customer-note = Good to know.
customer-registry = Registry entry
customer-edit = Change
customer-residence = Residence
customer-seat = Seat
customer-mailing = Mailing
customer-mailing-same = as residence
customer-mailing-seat = as seat
customer-mobile = Mobile
customer-phone = Telephone
customer-email = E-mail
customer-pec = PEC
customer-delivery = Bills
customer-payment = Payment
customer-delivery-email = by e-mail
customer-delivery-link = notice by e-mail
customer-delivery-post = by post
customer-delivery-pec = by PEC
customer-pay-sdd = SEPA direct debit
customer-pay-slip = payment slip
customer-pay-transfer = bank transfer
customer-pay-counter = at the counter
customer-pay-pagopa = pagoPA
customer-pay-on = { $method }: { $services }

customer-supplies = Supplies and contracts
customer-supplies-active = { $count ->
    [one] 1 active
   *[other] { $count } active
}
customer-supplies-ended = { $count ->
    [one] Show 1 ended
   *[other] Show { $count } ended
}
customer-supplies-caption = Supplies with point, contract, last reading and balance
customer-supplies-none = No active supply
customer-supplies-none-text = After a change of holder or a connection the supply appears here.
customer-no-meter = no meter
customer-serial = serial { $number }
customer-due-from = from { $date }
customer-due-since = overdue since { $date }
customer-col-supply = Supply
customer-col-point = Point and meter
customer-col-contract = Contract
customer-col-reading = Last reading
customer-col-balance = Balance
customer-contract-draft = draft
customer-contract-active = active
customer-contract-suspended = suspended
customer-contract-ended = ended

customer-cases-open = Open cases
customer-case-new = New
customer-cases-caption = Cases of the customer with the regulated clock
customer-cases-none = No open case
customer-cases-none-text = Requests of the customer appear here with their deadline.
customer-cases-start = New request
customer-col-case = Case
customer-col-step = Current step
customer-col-clock = Regulated clock
customer-col-risk = Risk
customer-col-opened = Opened on
customer-clock-of = { $elapsed } of { $limit }
customer-clock-none = no regulated standard
customer-clock-due = due { $date }
customer-clock-held = suspended { $days }
customer-clock-was-due = was due { $date }
customer-assigned-nobody = to be assigned
customer-case-draft = draft
customer-case-started = started
customer-case-admissible = admissible
customer-case-inadmissible = not admissible
customer-case-fulfilled = fulfilled
customer-case-cancelled = cancelled

customer-timeline = Timeline
customer-timeline-filter = Filter the timeline
customer-timeline-all = All
customer-timeline-contacts = Contacts
customer-timeline-cases = Cases
customer-timeline-papers = Documents
customer-timeline-payments = Payments
customer-timeline-none = Nothing to tell yet
customer-timeline-none-text = Contacts, readings, bills and cases appear here day by day.
customer-event-case-opened = Case started
customer-event-case-draft = Draft request
customer-event-case-fulfilled = Case fulfilled
customer-event-case-inadmissible = Case not admissible
customer-event-case-cancelled = Case cancelled
customer-event-paper = Document
customer-event-bill = Bill { $amount }
customer-event-bill-number = bill { $number }
customer-event-payment = Payment { $amount }
customer-event-reading = Reading { $service } { $value }
customer-event-paid-by = { $channel }, bill { $number }

customer-contact = Contact
customer-contact-title = Record a contact
customer-contact-kind = How
customer-contact-call-in = Incoming call
customer-contact-call-out = Outgoing call
customer-contact-visit = At the counter
customer-contact-email = E-mail
customer-contact-letter = Letter
customer-contact-pec = PEC
customer-contact-portal = From the portal
customer-contact-note = Note
customer-contact-subject = What it was about
customer-contact-subject-hint = One line: it is what the timeline shows
customer-contact-subject-missing = Write in one line what it was about
customer-contact-kind-missing = Choose how the contact took place
customer-contact-body = What was said
customer-contact-save = Record
customer-contact-note-text = Date, time and your name are added by themselves.
customer-contact-saved = Contact recorded

customer-contracts-caption = Contracts with supply, duration, payment and deposit
customer-contracts-none = No contract
customer-contracts-none-text = Contracts come from the billing system or from a change of holder.
customer-col-period = Duration
customer-col-payment = Payment
customer-col-delivery = Bills
customer-col-deposit = Deposit
customer-period-from = from { $from }
customer-period-to = { $from } – { $to }
customer-end-transfer = change of holder
customer-end-termination = termination
customer-end-switch = switch

customer-bills-caption = Bills with period, amount and state of payment
customer-bills-none = No bill
customer-bills-none-text = Bills come from the billing system through the import.
customer-total-open = To pay
customer-total-overdue = Overdue
customer-total-overdue-none = nothing overdue
customer-total-overdue-since = since { $date }
customer-total-last = Last bill
customer-col-bill = Bill
customer-col-billed = Period
customer-col-usage = Consumption
customer-col-issued = Issued
customer-col-due = Due date
customer-col-amount = Amount
customer-col-state = State
customer-bill-paid = paid
customer-bill-open = to pay
customer-bill-overdue = overdue
customer-bill-credit = in credit
customer-bill-rest = { $amount } left
customer-bill-ordinary = ordinary
customer-bill-closing = final
customer-bill-credit-note = credit note

customer-papers-caption = Documents sent and received
customer-papers-none = No document
customer-papers-none-text = Receipts, contracts and letters appear here as soon as they are ready.
customer-col-paper = Document
customer-col-way = Direction
customer-col-when = When
customer-col-who = Who
customer-paper-sent = sent
customer-paper-received = received
customer-paper-ready = ready
customer-paper-queued = being made
customer-paper-failed = failed

customer-readings = Readings
customer-readings-of = Supply
customer-readings-caption = Readings with consumption since the one before
customer-readings-none = No reading
customer-readings-none-text = Readings come from the distributor, the customer or a site visit.
customer-readings-meter = serial { $serial }, in place since { $date }
customer-usage-title = Consumption between readings, { $unit }
customer-usage-bar = { $value } up to { $date }
customer-usage-read = read
customer-usage-estimated = estimated
customer-usage-days = { $days } days, { $daily } a day
customer-col-day = Date
customer-col-register = Register
customer-col-value = Reading
customer-col-kind = Kind
customer-col-usage-note = In the period
customer-reading-actual = actual
customer-reading-self = self reading
customer-reading-estimated = estimated
customer-reading-opening = opening
customer-reading-closing = closing
customer-reading-agreed = agreed

customer-key-acts = acts
customer-key-tabs = sections
customer-key-contact = record a contact
customer-key-back = back
customer-key-search = search
customer-channel-direct-debit = SEPA debit
customer-channel-post-office = Post office
customer-channel-counter = Counter
customer-channel-bank = Bank
customer-channel-web = Website
customer-timeline-more = Show more
customer-contract-from = active from { $day }
customer-active-from = Customer from { $day }
customer-offer = Offer { $code }
customer-contracts-in-force = active
customer-contracts-suspended = suspended
customer-contracts-requested = requested
customer-bill-adjustment = adjustment
