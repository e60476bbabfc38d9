# Fields of forms made from definitions.
fields-or = Oppure
fields-read-card = Leggi tessera
fields-date-form = gg/mm/aaaa
fields-same-code = Stesso codice fiscale
fields-same-vat = Stessa partita IVA
fields-only-name = Solo il nome
fields-reading-register = Fascia
fields-reading-last = Ultima
fields-reading-last-on = Ultima, { $date }
fields-reading-new = Nuova
fields-reading-consumption = Consumo
fields-reading-expected = Atteso
fields-reading-check = Controllo
fields-reading-new-of = Nuova lettura { $register }
fields-reading-open = Da inserire
fields-reading-good = In linea
fields-reading-high = Più alto
fields-reading-low = Più basso
fields-reading-bad = Da correggere
fields-street = Via o piazza
fields-house-number = Numero
fields-unit = Interno
fields-postcode = CAP
fields-municipality = Comune
fields-province = Provincia
fields-country = Paese
fields-found-points = { $count ->
    [0] Nessuna fornitura trovata
    [one] 1 fornitura
   *[other] { $count } forniture
}
fields-found-parties = { $count ->
    [0] Nessuna anagrafica trovata
    [one] 1 anagrafica somiglia
   *[other] { $count } anagrafiche somigliano
}
fields-found-same = { $same ->
    [one] 1 anagrafica corrisponde
   *[other] { $same } anagrafiche corrispondono
}{ $alike ->
    [0] {""}
    [one] , 1 somiglia
   *[other] , { $alike } somigliano
}
fields-point-checks = Controlli sul punto
fields-point-clear = Contratto attivo, nessun’altra pratica aperta, nessuna bolletta insoluta
fields-point-holder = Intestatario { $name }, cliente { $number } · contratto { $contract } dal { $date }
fields-point-active = attivo
fields-point-suspended = sospeso
fields-point-inactive = non attivo
fields-phase-single = monofase
fields-phase-three = trifase
fields-born = nascita { $date } { $place }
fields-supplies = { $count ->
    [0] nessuna fornitura
    [one] 1 fornitura
   *[other] { $count } forniture
}
fields-reading-alone = Senza confronto
fields-reading-unusual = { $registers }: consumo fuori dal solito.
fields-reading-unusual-text = Correggi il valore, oppure conferma di averlo riletto con il cliente.
fields-reading-confirm = Confermo i valori
fields-band-1 = lun–ven 8–19
fields-band-2 = sere e sabati
fields-band-3 = notti e festivi
fields-offer-present = la stessa di oggi
fields-offer-code = Codice dell’offerta sul contratto
fields-if-any = se c’è
fields-if-abroad = se estero
fields-row = Riga { $number }
fields-row-add = Aggiungi una riga
fields-row-remove = Togli
fields-line-what = Voce
fields-line-quantity = Quantità
fields-line-price = Prezzo unitario
fields-line-vat = IVA
fields-line-amount = Importo
fields-line-acts = Togli la voce
fields-line-net = Totale senza IVA
fields-line-total = Totale con IVA
fields-line-add = Aggiungi una voce
fields-bills-none = Non ci sono bollette tra cui scegliere: controlla il cliente.
fields-bill-choose = Scegli
fields-bill = Bolletta
fields-bill-point = Fornitura
fields-bill-due = Scadenza
fields-bill-due-on = scade il { $date }
fields-bill-amount = Importo
fields-bill-open = Da pagare
fields-bill-open-of = da pagare { $amount }
fields-contract-since = dal { $date }
fields-contract-between = dal { $from } al { $until }
fields-offered-none = Non c’è nulla tra cui scegliere: controlla il cliente.
fields-offered-not = Nessuno di questi
fields-reading-below = Più bassa
