# Fields of forms made from definitions.
fields-or = Or
fields-read-card = Read card
fields-date-form = dd/mm/yyyy
fields-same-code = Same tax code
fields-same-vat = Same VAT number
fields-only-name = Name only
fields-reading-register = Band
fields-reading-last = Last
fields-reading-last-on = Last, { $date }
fields-reading-new = New
fields-reading-consumption = Consumption
fields-reading-expected = Expected
fields-reading-check = Check
fields-reading-new-of = New reading { $register }
fields-reading-open = To enter
fields-reading-good = In line
fields-reading-high = Higher
fields-reading-low = Lower
fields-reading-bad = To correct
fields-street = Street or square
fields-house-number = Number
fields-unit = Unit
fields-postcode = Postcode
fields-municipality = Town
fields-province = Province
fields-country = Country
fields-found-points = { $count ->
    [0] No supply found
    [one] 1 supply
   *[other] { $count } supplies
}
fields-found-parties = { $count ->
    [0] No registry entry found
    [one] 1 registry entry is alike
   *[other] { $count } registry entries are alike
}
fields-found-same = { $same ->
    [one] 1 registry entry matches
   *[other] { $same } registry entries match
}{ $alike ->
    [0] {""}
    [one] , 1 is alike
   *[other] , { $alike } are alike
}
fields-point-checks = Checks at the point
fields-point-clear = Contract active, no other case open, no unpaid bill
fields-point-holder = Account holder { $name }, customer { $number } · contract { $contract } since { $date }
fields-point-active = active
fields-point-suspended = suspended
fields-point-inactive = not active
fields-phase-single = single phase
fields-phase-three = three phases
fields-born = born { $date } { $place }
fields-supplies = { $count ->
    [0] no supply
    [one] 1 supply
   *[other] { $count } supplies
}
fields-reading-alone = Nothing to compare
fields-reading-unusual = { $registers }: unusual consumption.
fields-reading-unusual-text = Correct the value, or confirm that you read it again with the customer.
fields-reading-confirm = I confirm the values
fields-band-1 = Mon–Fri 8–19
fields-band-2 = evenings and Saturdays
fields-band-3 = nights and holidays
fields-offer-present = the same as today
fields-offer-code = Code of the offer on the contract
fields-if-any = if any
fields-if-abroad = if abroad
fields-row = Row { $number }
fields-row-add = Add a row
fields-row-remove = Remove
fields-line-what = Item
fields-line-quantity = Quantity
fields-line-price = Unit price
fields-line-vat = VAT
fields-line-amount = Amount
fields-line-acts = Remove the item
fields-line-net = Total without VAT
fields-line-total = Total with VAT
fields-line-add = Add an item
fields-bills-none = There are no bills to choose from: check the customer.
fields-bill-choose = Choose
fields-bill = Bill
fields-bill-point = Supply
fields-bill-due = Due
fields-bill-due-on = due on { $date }
fields-bill-amount = Amount
fields-bill-open = To pay
fields-bill-open-of = to pay { $amount }
fields-contract-since = since { $date }
fields-contract-between = from { $from } to { $until }
fields-offered-none = There is nothing to choose from: check the customer.
fields-offered-not = None of these
fields-reading-below = Too low
