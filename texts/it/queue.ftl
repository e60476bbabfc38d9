# The work queue: requests with saved views and filters.
queue-title = Richieste
queue-heading = Richieste
queue-order = Ordinate per rischio sul termine regolato, poi per data di avvio
queue-order-other = Ordinate per { $column }
queue-export = Esporta
queue-views = Viste salvate
queue-view-mine = Le mie
queue-view-free = Da prendere in carico
queue-view-held = Sospese
queue-view-complaints = Reclami e rettifiche
queue-view-portal = Dal portale
queue-view-readings = Letture da esaminare
queue-view-all = Tutte
queue-save-view = Salva vista
queue-view-name = Nome della vista
queue-view-shared = Visibile ai colleghi della sede
queue-view-save = Salva la vista
queue-filters = Filtri attivi
queue-filter = Filtro
queue-filter-title = Filtra le richieste
queue-filter-apply = Filtra
queue-clear = Azzera
queue-changed = Modificata rispetto alla vista salvata.
queue-update-view = Aggiorna la vista
queue-by-sector = Servizio
queue-by-risk = Termine
queue-by-state = Stato
queue-by-procedure = Procedura
queue-by-assignee = Assegnata a
queue-by-from = Avviata dal
queue-by-to = Avviata fino al
queue-by-closed = Chiuse
queue-by-text = Contiene
queue-any = qualsiasi
queue-list = Elenco delle richieste
queue-caption = Richieste della vista { $view }
queue-select-all = Seleziona tutte le righe
queue-select = Seleziona { $number }
queue-col-risk = Rischio
queue-col-clock = Orologio
queue-col-due = Termine
queue-col-procedure = Procedura
queue-col-number = Numero
queue-col-customer = Cliente
queue-col-step = Passo da fare
queue-col-assignee = Assegnata a
queue-unassigned = da assegnare
queue-rows-shown = Righe { $from }–{ $to } di { $total }
queue-more = { $count ->
    [one] Mostra l’ultima
   *[other] Mostra le altre { $count }
}
queue-rows = { $count ->
    [0] nessuna riga
    [one] 1 riga
   *[other] { $count } righe
}
queue-selected-one = 1 selezionata
queue-selected-many = # selezionate
queue-selected-none = Sulle righe spuntate
queue-acts = Azioni sulle righe selezionate
queue-act-assign = Assegna
queue-act-suspend = Sospendi
queue-act-appointment = Appuntamento
queue-act-write = Scrivi
queue-act-export = Esporta
queue-act-unselect = Togli la selezione
queue-empty-filters = { $count ->
    [one] Nessuna richiesta con questo filtro
   *[other] Nessuna richiesta con questi { $count } filtri
}
queue-empty-without = Senza il filtro { $field }: { $value } { $count ->
    [one] ce n’è 1
   *[other] ce ne sono { $count }
}.
queue-empty-drop = Togli il filtro { $value }
queue-empty-done = Nessuna pratica a rischio
queue-empty-done-text = La prossima scade { $date }. Puoi prendere una richiesta libera.
queue-empty-take = Prendi la prossima
queue-key-scroll = scorri
queue-key-select = seleziona
queue-key-until = fino a qui
queue-key-filter = filtra
queue-key-assign = assegna
queue-key-preview = anteprima
queue-act-take = Prendi in carico
queue-act-comment = Commenta
queue-choose = Scegli…
queue-nothing-ticked = Nessuna riga spuntata: spunta prima quelle che ti servono.
queue-ticked = { $count ->
    [one] 1 pratica
   *[other] { $count } pratiche
}
queue-view-many = { $view } (oltre 999)
queue-view-saved = Vista { $name } salvata.
queue-view-not-saved = Vista non salvata. { $why }
queue-view-updated = Vista aggiornata.
queue-view-removed = Vista tolta.
queue-view-remove = Togli questa vista
queue-bulk-title = Azione sulle pratiche scelte
queue-bulk-assigned = { $count ->
    [one] 1 pratica assegnata a { $name }.
   *[other] { $count } pratiche assegnate a { $name }.
}
queue-bulk-suspended = { $count ->
    [one] 1 pratica sospesa.
   *[other] { $count } pratiche sospese.
}
queue-bulk-commented = { $count ->
    [one] Commento scritto su 1 pratica.
   *[other] Commento scritto su { $count } pratiche.
}
queue-bulk-left = Rimaste com’erano
queue-bulk-why = Perché
queue-bulk-back = Torna all’elenco
queue-bulk-denied = Il tuo ruolo non può farlo su questa pratica.
queue-bulk-conflict = Un’altra persona l’ha cambiata in questo momento: riprova.
queue-bulk-gone = La pratica non c’è più, o non la puoi vedere.
queue-bulk-unknown = sconosciuta
queue-by-from-day = Dal
queue-by-to-day = Al
queue-next = Prendi la prossima
queue-key-next = prendi la prossima
queue-next-taken = Presa in carico: era la più urgente che nessuno aveva
queue-by-role = Aspetta
queue-by-point = Fornitura
queue-this-point = solo questa
queue-risk-week = entro 5 gg lav.
queue-columns = Colonne
queue-columns-title = Colonne della lista
queue-columns-text = Rischio e procedura ci sono sempre. Per ritrovare la scelta, salva la vista.
queue-columns-show = Mostra
queue-col-opened = Aperta il
queue-col-origin = Provenienza
queue-origin-counter = sportello
queue-origin-contact = contatto
queue-origin-internal = interna
queue-origin-portal = portale
queue-origin-call-centre = telefono
queue-origin-sales-network = rete vendita
queue-origin-letter = lettera
queue-origin-email = e-mail
queue-origin-pec = PEC
queue-origin-distributor = distributore
queue-origin-billing = fatturazione
queue-by-office = Sede
queue-by-standard = Standard
