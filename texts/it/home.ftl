# The role centre.
home-title = Il mio ruolo
home-heading = Attività di sportello
home-greeting = Buongiorno { $name }.
home-at-risk = { $count ->
    [0] Nessuna pratica rischia il termine oggi.
    [one] 1 pratica rischia il termine oggi.
   *[other] { $count } pratiche rischiano il termine oggi.
}
home-accrued = { $count ->
    [one] Una ha già maturato un indennizzo.
   *[other] { $count } hanno già maturato un indennizzo.
}
home-customise = Personalizza
home-all = Tutte
home-all-contracts = Tutti
home-cues-cases = Richieste
home-cues-offers = Offerte
home-cues-contracts = Contratti
home-cue-started = Avviate
home-cue-admissible = Ammissibili
home-cue-from-contacts = Da contatti
home-cue-internal = Interne
home-cue-fulfilled = Evase
home-cue-entered = Inserite
home-cue-sent = Inviate
home-cue-held = Sospese
home-cue-active = Attivi
home-cue-suspended = Sospesi
home-cue-requested = Richiesti
home-why-none = nessuna
home-why-no-contract = nessuno
home-why-at-risk = { $count } a rischio
home-why-to-start = da avviare
home-why-last-days = ultimi { $days } gg
home-why-to-send = da inviare
home-why-today = { $count } oggi
home-why-arrears = { $count } morosità
home-why-to-activate = da attivare
home-work = Il mio lavoro
home-work-order = in ordine di rischio sul termine regolato
home-work-list = Apri come elenco
home-work-caption = Pratiche assegnate a me, dalla più urgente
home-work-empty = Nessuna pratica assegnata a te
home-work-empty-text = Puoi prendere in carico una richiesta libera.
home-work-take = Richieste da prendere in carico
home-col-risk = Rischio
home-col-due = Termine
home-col-case = Pratica
home-col-customer = Cliente e fornitura
home-col-step = Passo da fare
home-new = Nuova richiesta
home-new-for = Per chi
home-new-placeholder = Nome, CF, POD, PDR, matricola
home-new-procedure = Procedura
home-new-others = Altre procedure
home-queue = Fila allo sportello
home-queue-call = Chiama { $ticket }
home-queue-none = Nessuno in attesa
home-queue-wait = Attesa media oggi
home-queue-minutes = { $minutes } min
home-queue-standard = standard { $minutes } min
home-appointments = Appuntamenti di oggi
home-appointments-all = Agenda
home-appointments-none = Nessun appuntamento oggi
home-appointments-none-text = Quelli presi da te o per te compaiono qui.
home-appointment-without-outcome = senza esito
home-appointment-done = fatto
home-appointment-in = fra { $minutes } min
home-key-scroll = scorri
home-key-open = apri
home-key-new = nuova richiesta
home-key-call = chiama il prossimo
home-clock-why = Come si conta questo termine
home-cues-field = Lavoro sul campo
home-cue-to-do = Da eseguire
home-why-to-do = aspettano il tuo ruolo
home-cue-late = A rischio
home-why-late = scadute o entro oggi
home-cue-visits = Visite di oggi
home-why-visits = { $count } da fare
