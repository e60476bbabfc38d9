# Why something did not happen: one sentence for each code of a refusal, and what else the edges say in general.
refusals-other = Non si può fare adesso: { $code }
refusals-appointment-over = L’appuntamento è già concluso o annullato
refusals-answer-missing = Manca una risposta: { $field }
refusals-case-already-started = La pratica è già stata avviata
refusals-case-already-suspended = La pratica è già sospesa
refusals-case-ended = La pratica è conclusa: riaprila per lavorarci
refusals-case-not-started = La pratica non è ancora avviata
refusals-case-not-suspended = La pratica non è sospesa
refusals-contract-changed = Il contratto { $number } è cambiato nel frattempo: riparti dalla fornitura
refusals-contract-made = Il nuovo contratto esiste già: non si può più annullare
refusals-contract-missing = Sul punto non c’è un contratto in corso
refusals-fact-gone = Questa data è già stata corretta: ricarica la pratica
refusals-nothing-stuck = Non c’è niente di fermo da far ripartire
refusals-nothing-to-take = Non ci sono altre pratiche da prendere in carico
refusals-own-account = Non puoi disattivare la tua stessa utenza
refusals-point-missing = Scegli la fornitura
refusals-procedure-origin = Questa procedura non si avvia da qui
refusals-procedure-role = Questa procedura la avvia un altro ruolo
refusals-process-ended = Il percorso della pratica è già finito
refusals-reason-missing = Scrivi il motivo
refusals-register-gone = Il registro { $register } non è più sul contatore: rileggi i dati del contatore
refusals-nothing-blocks = Niente impedisce la richiesta: togli il rifiuto e confermala
refusals-reading-taken = Per il registro { $register } c’è già la lettura { $value } del { $day }
refusals-step-gone = Questo passo non aspetta più: ricarica la pratica
refusals-task-gone = Il compito non c’è più: qualcuno lo ha già chiuso. Ricarica la pratica
refusals-task-of-role = Il compito è di un altro ruolo: { $role }
refusals-waiting-for-customer = La pratica aspetta il cliente
refusals-document-not-ready = Il documento non è ancora pronto: riprova fra qualche secondo
refusals-idempotency-key-reused = La stessa Idempotency-Key è già servita per una richiesta diversa: usane una nuova

refusals-missing-appointment = Questo appuntamento non esiste
refusals-missing-case = Questa pratica non esiste
refusals-missing-document = Questo documento non esiste
refusals-missing-fact = Questa data non esiste
refusals-missing-import = Questa importazione non esiste
refusals-missing-party = Questo cliente non esiste
refusals-missing-procedure = Questa procedura non esiste
refusals-missing-process = Questo percorso non esiste
refusals-missing-supply-point = Questa fornitura non esiste
refusals-missing-user = Questa utenza non esiste
refusals-missing-incident = Questo incidente non esiste
refusals-missing-contract = Questo contratto non esiste
refusals-missing-task = Questo compito non esiste

refusals-invalid-title = { $count ->
    [one] Non salvato: 1 campo da correggere
   *[other] Non salvato: { $count } campi da correggere
}
refusals-back = Torna indietro e riprova: quello che era salvato è al sicuro.
refusals-home = Vai all’inizio
refusals-conflict = Non salvato: qualcun altro ha modificato questi dati nel frattempo. Ricarica la pagina e riprova.
refusals-too-many-title = Troppi tentativi
refusals-too-many-text = { $seconds ->
    [one] Riprova fra 1 secondo.
   *[other] Riprova fra { $seconds } secondi.
}
refusals-too-large = Quello che hai inviato è troppo grande
refusals-too-large-text = Un file può avere al massimo 20 MB: mandalo più leggero o in più parti.
refusals-bad-form = Il modulo non si legge
refusals-bad-form-text = Ricarica la pagina e compila di nuovo il modulo.
refusals-method = Questa pagina non si apre così
refusals-method-text = Torna indietro e usa i pulsanti della pagina.
refusals-cross-site = La richiesta non viene da queste pagine
refusals-cross-site-text = Per sicurezza non è stata eseguita. Apri la pagina da qui e riprova; se usi un browser molto vecchio, aggiornalo.
refusals-not-signed-in = Bisogna prima accedere
refusals-password-first = Scegli prima la tua password
refusals-argument-missing = Il diagramma non dice { $argument } a questa operazione: va corretto nella procedura
refusals-assignee-cannot = Questa persona non può lavorare la pratica: scegli chi ne ha il ruolo
refusals-customer-email-missing = Il cliente non ha un indirizzo e-mail: aggiungilo all’anagrafica o scrivi per posta
refusals-document-of-other-case = Il documento è di un’altra pratica: scegline uno di questa
refusals-nobody-waits = La pratica non aspetta questa risposta: guarda a che punto è
refusals-paper-missing = La procedura non ha un documento { $kind }
refusals-procedure-missing = Non c’è una procedura { $procedure } pubblicata
refusals-too-many-views = Hai già tutte le viste che si possono salvare: togline una
refusals-missing-view = Questa vista non c’è più
