# How a case stands, beside its deadline.
standing-since = { $days ->
    [one] for 1 d
   *[other] for { $days } d
}
standing-waits-customer = awaits customer
standing-waits-third-party = awaits others
standing-waits-permits = awaits permits
standing-waits-force-majeure = force majeure
standing-waits-date = agreed date
standing-kept = kept
standing-colleague = a colleague
standing-taken = { $count ->
    [one] 1 request taken in charge
   *[other] { $count } requests taken in charge
}
