procedure = Single reading
act = Reading

step-reading = Reading

element-reading = Give the reading
element-review = Review the reading
element-technician = Read the meter
element-fix-billing = Mend billing’s rejection
element-billing-answer = Wait for billing’s answer
element-start = A reading is given
element-request = Record the request
element-judge = Compare with history
element-verdict = Plausible?
element-decided = What is decided?
element-visit = Visit in the schedule
element-record = Record the reading
element-reading-taken = Another one came meanwhile
element-to-billing = Tell billing
element-applied = Applied?
element-tell-accepted = Confirm to the customer
element-informed = Record what was told
element-fulfil = Fulfil the case
element-end = Reading taken
element-tell-refused = Tell the refusal
element-informed-refused = Record what was told
element-refuse = Refuse the reading
element-refused = Reading refused
element-admit = Admissible

paper-refusal = Reading not accepted

section-reading-point = Which meter?
section-reading-values = What does it show?
section-reading-how = How was it taken?
section-review-decision = Is the reading right?
section-review-decision-hint = Compare the photo, the history and the consumption of the same season.
section-technician-values = What does the meter show?
section-fix-billing-billing = What was put right?

field-supply-point = Point code, serial number, address or holder
field-read-on = Date of the reading
field-read-on-check = The date is in the future.
field-readings = Readings
field-readings-hint = Beside each register stand the serial number, the last reading and the value expected.
field-readings-confirmed = Values read again with whoever gives them
field-readings-confirmed-hint = Needed when a value is far from the one expected: the reading goes to review.
field-reading-kind = Kind of reading
choice-reading-kind-self = Self reading
choice-reading-kind-actual = Read by our staff
choice-reading-kind-opening = Opening
choice-reading-kind-closing = Closing
field-photo = Photo of the meter
field-photo-hint = Serial number and every digit must be readable.
field-decision = Decision
choice-decision-accept = Accept the reading
choice-decision-visit = Send a technician to read
choice-decision-refuse = Refuse the reading
field-visit-on = Day of the visit
field-visit-on-check = Choose a day from today on.
field-review-note = Reason
field-review-note-hint = If the reading is refused, the customer reads it in the answer.
field-visit-note = Note
field-billing-note = What was put right

mail-accepted-subject = Reading recorded: { $number }
mail-accepted = { $name },
    the reading you gave us is recorded and counts for your next bill. The request is { $number }.

mail-refusal-subject = Reading not accepted: { $number }
mail-refusal = { $name },
    we cannot use the reading you gave us. The letter attached says why and what to do. The request is { $number }.

fact-self-reading-received = Reading received
fact-request-received = Reading received
fact-customer-informed = Customer told the outcome
fact-answer-sent = Refusal told

reason-reading-below-last = The reading is below the last one
reason-reading-not-after-last = The date is not after the last reading
reason-reading-digits = The value has more digits than the dial
reason-reading-above-expected = The value is far above the one expected
reason-reading-negative = The value is negative
reason-date-in-future = The date is in the future
reason-reading-roll-over = The dial would have started again from zero
reason-reading-taken = There is another reading, of that day or later, that does not agree with this one
reason-register-missing = The value of a register is missing
reason-register-unknown = A register is named that the meter does not have
reason-meter-missing = There is no meter at this point

comment-to-post = To be sent by post: { $title }
comment-not-sent = The customer has no e-mail address: nothing was sent ({ $title })
