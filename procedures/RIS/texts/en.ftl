procedure = Reprint of a bill and its payment slip
element-record = Record the reprint
element-fulfil = Close the request
element-start = Request
element-end = Printed again
paper-copy = Copy of the bill
paper-slip = Payment slip
fact-request-received = Request received
field-bills = Bills
field-what = What
field-channel = How
mail-reprint-subject = Bill { $number }
mail-reprint = Dear { $name },
    here is the bill { $number } you asked for.
    If something is still to be paid, the payment slip is attached too.
