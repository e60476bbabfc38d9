# The customer: all about them.
customer-list = Clienti
customer-list-meta = Per nome, codice fiscale, partita IVA, numero cliente, telefono, e-mail o indirizzo
customer-list-search = Cerca un cliente
customer-list-caption = Clienti con numero, codice e indirizzo
customer-list-shown = { $count ->
    [one] 1 cliente
   *[other] { $count } clienti
}
customer-list-more = Mostra i successivi
customer-list-none = Nessun cliente per «{ $text }»
customer-list-none-text = Prova con una parte del nome, il codice fiscale o il numero della fornitura.
customer-list-start = Nessun cliente in archivio
customer-list-start-text = I clienti arrivano dal sistema di fatturazione con un’importazione.
customer-list-import = Vai alle importazioni
customer-list-all = Togli la ricerca
customer-company = Azienda
customer-col-name = Cliente
customer-col-number = Numero
customer-col-code = Codice fiscale o partita IVA
customer-col-address = Indirizzo
customer-col-since = Cliente dal

customer-page-title = { $name }, cliente { $number }
customer-active-since = Cliente attivo dal { $year }
customer-former = Cliente cessato
customer-without-contract = Senza contratti
customer-copy-tax-code = Copia il codice fiscale
customer-copy-vat = Copia la partita IVA
customer-born-f = nata a { $place } il { $date }
customer-born-m = nato a { $place } il { $date }
customer-born = data di nascita { $date }
customer-verified = identità verificata il { $date }
customer-vat = partita IVA { $number }
customer-to-pay = Da pagare
customer-nothing-to-pay = niente in sospeso
customer-cash-in = Incassa
customer-bills-open = { $count ->
    [one] 1 bolletta aperta
   *[other] { $count } bollette aperte
}
customer-first-due = prima scadenza { $date }
customer-overdue = scaduti { $amount }

customer-acts = Azioni rapide
customer-acts-on = Sulla fornitura
customer-act-reading = Lettura
customer-act-payment = Incasso
customer-act-reprint = Ristampa
customer-act-others = Altre

customer-tabs = Schede del cliente
customer-tab-overview = Panoramica
customer-tab-supplies = Forniture
customer-tab-contracts = Contratti
customer-tab-bills = Bollette e pagamenti
customer-tab-cases = Pratiche
customer-tab-papers = Documenti
customer-tab-readings = Letture e consumi

customer-note = Da sapere.
customer-registry = Anagrafica
customer-edit = Modifica
customer-residence = Residenza
customer-seat = Sede
customer-mailing = Recapito
customer-mailing-same = come residenza
customer-mailing-seat = come sede
customer-mobile = Cellulare
customer-phone = Telefono
customer-email = E-mail
customer-pec = PEC
customer-delivery = Bollette
customer-payment = Pagamento
customer-delivery-email = per e-mail
customer-delivery-link = avviso per e-mail
customer-delivery-post = per posta
customer-delivery-pec = per PEC
customer-pay-sdd = addebito SEPA
customer-pay-slip = bollettino
customer-pay-transfer = bonifico
customer-pay-counter = allo sportello
customer-pay-pagopa = pagoPA
customer-pay-on = { $method }: { $services }

customer-supplies = Forniture e contratti
customer-supplies-active = { $count ->
    [one] 1 attiva
   *[other] { $count } attive
}
customer-supplies-ended = { $count ->
    [one] Mostra 1 cessata
   *[other] Mostra { $count } cessate
}
customer-supplies-caption = Forniture con punto, contratto, ultima lettura e saldo
customer-supplies-none = Nessuna fornitura attiva
customer-supplies-none-text = Con una voltura o un allaccio la fornitura compare qui.
customer-no-meter = senza contatore
customer-serial = matr. { $number }
customer-due-from = dal { $date }
customer-due-since = scaduto dal { $date }
customer-col-supply = Fornitura
customer-col-point = Punto e contatore
customer-col-contract = Contratto
customer-col-reading = Ultima lettura
customer-col-balance = Saldo
customer-contract-draft = bozza
customer-contract-active = attivo
customer-contract-suspended = sospeso
customer-contract-ended = cessato

customer-cases-open = Pratiche aperte
customer-case-new = Nuova
customer-cases-caption = Pratiche del cliente con l’orologio regolato
customer-cases-none = Nessuna pratica aperta
customer-cases-none-text = Le richieste del cliente compaiono qui con il loro termine.
customer-cases-start = Nuova richiesta
customer-col-case = Pratica
customer-col-step = Passo corrente
customer-col-clock = Orologio regolato
customer-col-risk = Rischio
customer-col-opened = Aperta il
customer-clock-of = { $elapsed } di { $limit }
customer-clock-none = nessuno standard regolato
customer-clock-due = scade { $date }
customer-clock-held = sospesa { $days }
customer-clock-was-due = scaduta { $date }
customer-assigned-nobody = da assegnare
customer-case-draft = bozza
customer-case-started = avviata
customer-case-admissible = ammissibile
customer-case-inadmissible = inammissibile
customer-case-fulfilled = evasa
customer-case-cancelled = annullata

customer-timeline = Cronologia
customer-timeline-filter = Filtra la cronologia
customer-timeline-all = Tutto
customer-timeline-contacts = Contatti
customer-timeline-cases = Pratiche
customer-timeline-papers = Documenti
customer-timeline-payments = Pagamenti
customer-timeline-none = Ancora niente da raccontare
customer-timeline-none-text = Contatti, letture, bollette e pratiche compaiono qui per giorno.
customer-event-case-opened = Pratica avviata
customer-event-case-draft = Bozza di richiesta
customer-event-case-fulfilled = Pratica evasa
customer-event-case-inadmissible = Pratica inammissibile
customer-event-case-cancelled = Pratica annullata
customer-event-paper = Documento
customer-event-bill = Bolletta { $amount }
customer-event-bill-number = bolletta { $number }
customer-event-payment = Pagamento { $amount }
customer-event-reading = Lettura { $service } { $value }
customer-event-paid-by = { $channel }, bolletta { $number }

customer-contact = Contatto
customer-contact-title = Registra un contatto
customer-contact-kind = Come
customer-contact-call-in = Chiamata in entrata
customer-contact-call-out = Chiamata in uscita
customer-contact-visit = Allo sportello
customer-contact-email = E-mail
customer-contact-letter = Lettera
customer-contact-pec = PEC
customer-contact-portal = Dal portale
customer-contact-note = Annotazione
customer-contact-subject = Di che cosa si è parlato
customer-contact-subject-hint = Una riga: è quella che si legge nella cronologia
customer-contact-subject-missing = Scrivi in una riga di che cosa si è parlato
customer-contact-kind-missing = Scegli come è avvenuto il contatto
customer-contact-body = Che cosa è stato detto
customer-contact-save = Registra
customer-contact-note-text = Data, ora e il tuo nome si aggiungono da soli.
customer-contact-saved = Contatto registrato

customer-contracts-caption = Contratti con fornitura, durata, pagamento e deposito
customer-contracts-none = Nessun contratto
customer-contracts-none-text = I contratti arrivano dal sistema di fatturazione o da una voltura.
customer-col-period = Durata
customer-col-payment = Pagamento
customer-col-delivery = Bollette
customer-col-deposit = Deposito
customer-period-from = dal { $from }
customer-period-to = { $from } – { $to }
customer-end-transfer = voltura
customer-end-termination = disdetta
customer-end-switch = cambio fornitore

customer-bills-caption = Bollette con periodo, importo e stato del pagamento
customer-bills-none = Nessuna bolletta
customer-bills-none-text = Le bollette arrivano dal sistema di fatturazione con l’importazione.
customer-total-open = Da pagare
customer-total-overdue = Scaduto
customer-total-overdue-none = niente di scaduto
customer-total-overdue-since = dal { $date }
customer-total-last = Ultima bolletta
customer-col-bill = Bolletta
customer-col-billed = Periodo
customer-col-usage = Consumo
customer-col-issued = Emessa
customer-col-due = Scadenza
customer-col-amount = Importo
customer-col-state = Stato
customer-bill-paid = pagata
customer-bill-open = da pagare
customer-bill-overdue = scaduta
customer-bill-credit = a credito
customer-bill-rest = restano { $amount }
customer-bill-ordinary = ordinaria
customer-bill-closing = di chiusura
customer-bill-credit-note = nota di credito

customer-papers-caption = Documenti mandati e ricevuti
customer-papers-none = Nessun documento
customer-papers-none-text = Ricevute, contratti e lettere compaiono qui appena sono pronti.
customer-col-paper = Documento
customer-col-way = Verso
customer-col-when = Quando
customer-col-who = Chi
customer-paper-sent = in uscita
customer-paper-received = ricevuto
customer-paper-ready = pronto
customer-paper-queued = in preparazione
customer-paper-failed = non riuscito

customer-readings = Letture
customer-readings-of = Fornitura
customer-readings-caption = Letture con consumo dalla precedente
customer-readings-none = Nessuna lettura
customer-readings-none-text = Le letture arrivano dal distributore, dal cliente o da un sopralluogo.
customer-readings-meter = matr. { $serial }, in opera dal { $date }
customer-usage-title = Consumo tra una lettura e l’altra, { $unit }
customer-usage-bar = { $value } fino al { $date }
customer-usage-read = letto
customer-usage-estimated = stimato
customer-usage-days = { $days } giorni, { $daily } al giorno
customer-col-day = Data
customer-col-register = Registro
customer-col-value = Lettura
customer-col-kind = Rilevazione
customer-col-usage-note = Nel periodo
customer-reading-actual = rilevata
customer-reading-self = autolettura
customer-reading-estimated = stimata
customer-reading-opening = iniziale
customer-reading-closing = finale
customer-reading-agreed = concordata

customer-key-acts = azioni
customer-key-tabs = schede
customer-key-contact = registra contatto
customer-key-back = torna
customer-key-search = cerca
customer-channel-direct-debit = Addebito SEPA
customer-channel-post-office = Posta
customer-channel-counter = Sportello
customer-channel-bank = Banca
customer-channel-web = Sito
customer-timeline-more = Mostra altro
customer-contract-from = attivo dal { $day }
customer-active-from = Cliente dal { $day }
customer-offer = Offerta { $code }
customer-contracts-in-force = attivi
customer-contracts-suspended = sospesi
customer-contracts-requested = richiesti
customer-bill-adjustment = conguaglio
