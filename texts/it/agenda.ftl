# The technicians' schedule.
agenda-title = Agenda tecnici
agenda-summary = { $count ->
    [one] 1 appuntamento
   *[other] { $count } appuntamenti
}, { $open } da assegnare
agenda-day = Giorno
agenda-go = Vai
agenda-before = Giorno precedente
agenda-after = Giorno seguente
agenda-today = Oggi
agenda-technicians = Tecnici
agenda-by-time = Per orario
agenda-caption = Appuntamenti del giorno con orario, luogo e tecnico
agenda-col-time = Orario
agenda-col-subject = Lavoro
agenda-col-place = Luogo
agenda-col-who = Chi va
agenda-col-state = Stato
agenda-deadline = termine
agenda-nobody = nessuno ancora
agenda-assign = Assegna
agenda-unassigned = Da assegnare
agenda-unassigned-none = Ogni lavoro del giorno ha chi lo fa.
agenda-state-agreed = fissato
agenda-state-now = in corso
agenda-state-kept = fatto
agenda-state-missed = mancato
agenda-state-unrecorded = senza esito
agenda-jobs = { $count ->
    [one] 1 lavoro
   *[other] { $count } lavori
}
agenda-none = Nessun appuntamento
agenda-none-text = Sopralluoghi e interventi delle pratiche compaiono qui appena hanno una data.
agenda-missed = { $count ->
    [one] 1 appuntamento senza esito.
   *[other] { $count } appuntamenti senza esito.
}
agenda-missed-text = La fascia è passata: registra l’esito nella pratica o sposta l’appuntamento.
agenda-when = Giorno
agenda-from = Dalle
agenda-to = Alle
agenda-who = Chi va
agenda-when-bad = Scrivi un giorno come 18/3, domani o 18/03/2026
agenda-time-bad = Scrivi un’ora come 9:00
agenda-time-gap = Quest’ora non esiste: quella notte l’orologio va avanti di un’ora
agenda-end-before-start = La fine deve venire dopo l’inizio
agenda-told = Chi va e chi non va più riceve l’invito aggiornato; di una visita concordata è avvisato anche il cliente.
agenda-save = Salva
agenda-cancel = Disdici
agenda-moved = Appuntamento aggiornato
agenda-cancelled = Appuntamento disdetto
agenda-untold = Nessuna e-mail a { $name }, che non ha un indirizzo: avvisa tu.
agenda-over = Non si può più spostare.
agenda-over-text = L’appuntamento è già stato fatto, mancato o disdetto.
agenda-changed = Qualcuno lo ha appena cambiato.
agenda-changed-text = Sotto ci sono i dati di adesso: controlla e salva di nuovo.
agenda-read-only = Il tuo ruolo vede gli appuntamenti ma non li sposta.
agenda-file = File per il calendario
agenda-key-day = giorno
agenda-key-today = oggi
agenda-key-assign = assegna
agenda-key-rows = scorri
agenda-zone = { $street }, { $jobs }
agenda-band = fascia di puntualità
agenda-near = lavori vicini
agenda-by = Chi lo chiede
agenda-by-utility = noi
agenda-by-customer = il cliente
agenda-reason = Motivo
