# How a case stands, beside its deadline.
standing-since = { $days ->
    [one] da 1 g
   *[other] da { $days } gg
}
standing-waits-customer = attesa cliente
standing-waits-third-party = attesa terzi
standing-waits-permits = attesa permessi
standing-waits-force-majeure = forza maggiore
standing-waits-date = data concordata
standing-kept = rispettato
standing-colleague = un collega
standing-taken = { $count ->
    [one] 1 richiesta presa in carico
   *[other] { $count } richieste prese in carico
}
