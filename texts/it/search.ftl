# Search and commands: the popup and the page for those without script.
search-title = Cerca
search-heading = Cerca
search-lead = Nome, codice fiscale, POD, PDR, numero di pratica, matricola
search-submit = Cerca
search-group-customers = Clienti
search-group-cases = Pratiche
search-group-bills = Fatture
search-group-meters = Matricole
search-group-supplies = Forniture
search-group-commands = Comandi
search-supplies = { $count ->
    [0] nessuna fornitura
    [one] 1 fornitura
   *[other] { $count } forniture
}
search-command-new = Nuova richiesta per
search-command-payment = Incasso da sportello per
search-nothing = Niente corrisponde a “{ $text }”
search-nothing-text = Controlla come è scritto. Bastano due parole del nome, o la fine di un codice.
search-nothing-new = Crea una nuova anagrafica
search-more = Mostra altri { $count }
search-found = { $count ->
    [0] Nessun risultato
    [one] 1 risultato
   *[other] { $count } risultati
}
search-start = Scrivi almeno due lettere
search-nothing-request = Apri una nuova richiesta
search-nothing-customers = Scorri i clienti
