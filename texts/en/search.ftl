# Search and commands: the popup and the page for those without script.
search-title = Search
search-heading = Search
search-lead = Name, tax code, POD, PDR, case number, serial number
search-submit = Search
search-group-customers = Customers
search-group-cases = Cases
search-group-bills = Bills
search-group-meters = Meters
search-group-supplies = Supplies
search-group-commands = Commands
search-supplies = { $count ->
    [0] no supply
    [one] 1 supply
   *[other] { $count } supplies
}
search-command-new = New request for
search-command-payment = Counter payment for
search-nothing = Nothing matches “{ $text }”
search-nothing-text = Check the spelling. Two words of the name are enough, or the end of a code.
search-nothing-new = Create a new registry entry
search-more = Show { $count } more
search-found = { $count ->
    [0] No result
    [one] 1 result
   *[other] { $count } results
}
search-start = Type at least two letters
search-nothing-request = Open a new request
search-nothing-customers = Look through the customers
