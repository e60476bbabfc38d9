# Work that gave up.
incidents-title = Incidenti
incidents-meta = Processi fermi e lavori che non sono riusciti: si sistema la causa e si riprova
incidents-refresh = Aggiorna
incidents-none = Nessun incidente
incidents-none-text = Tutti i processi avanzano e tutti i lavori sono riusciti.
incidents-processes = Processi fermi
incidents-processes-hint = dal più vecchio
incidents-processes-caption = Processi fermi con pratica, passo e motivo
incidents-jobs = Lavori non riusciti
incidents-jobs-hint = dopo l’ultimo tentativo
incidents-jobs-caption = Lavori non riusciti con motivo
incidents-col-case = Pratica
incidents-col-step = Passo
incidents-col-message = Che cosa è successo
incidents-col-since = Dal
incidents-col-act = Azione
incidents-col-what = Lavoro
incidents-attempts = { $count ->
    [one] 1 tentativo
   *[other] { $count } tentativi
}
incidents-retry = Riprova
incidents-retried = Si riprova
incidents-case-unknown = senza pratica
incidents-case-open = apri la pratica
incidents-billing-queued = Comandi da mandare alla fatturazione
incidents-billing-sent = Comandi senza risposta
incidents-since = dal { $date }
incidents-job-document = Preparare un documento
incidents-job-mail = Mandare un’e-mail
incidents-job-invitation = Mandare un invito
incidents-job-billing = Mandare un comando alla fatturazione
incidents-job-timer = Far avanzare un processo a tempo
incidents-job-import = Importare un’esportazione
incidents-job-other = Lavoro «{ $kind }»
