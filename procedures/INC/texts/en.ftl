procedure = Payment at the counter
element-record = Record the payment
element-fulfil = Close the request
element-start = Payment
element-end = Cashed in
paper-receipt = Receipt
fact-request-received = Payment received
field-receipt = Receipt
field-amount = Amount
field-bills = Bills
mail-receipt-subject = Receipt of payment { $number }
mail-receipt = Dear { $name },
    here is the receipt { $number } of the payment made at our counter.
    Keep it: it proves that you have paid.
