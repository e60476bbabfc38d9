# The wizard of a procedure.
wizard-crumb = Nuova
wizard-saved = Bozza { $number } salvata { $when }
wizard-suspend = Sospendi
wizard-cancel = Annulla { $what }
wizard-steps = Passi della richiesta
wizard-steps-note = I passi sono obbligatori e in ordine. Si può tornare indietro senza perdere i dati.
wizard-position = Passo { $place } di { $of }
wizard-next = Avanti: { $step }
wizard-save-draft = Salva la bozza
wizard-change = Cambia
wizard-summary = Riepilogo in tempo reale
wizard-same-point = Stesso punto, nuovo intestatario
wizard-same = Stesso { $kind }
wizard-outgoing = Cede
wizard-incoming = Subentra
wizard-incoming-missing = da cercare
wizard-at-step = al passo { $step }
wizard-customer = cliente { $number }
wizard-clock = Orologio regolato
wizard-clock-starts = parte alla conferma
wizard-clock-none = Questa procedura non ha un termine regolato.
wizard-clock-words = { $span }: da { $from } a { $to }
wizard-missing = Dati mancanti
wizard-missing-none = Nessuno, si può confermare
wizard-step = passo { $step }
wizard-papers = Documenti da produrre
wizard-paper-sign = firma
wizard-paper-hand = consegna
wizard-question-hint = Il riepilogo a destra si aggiorna subito
wizard-key-step = passo
wizard-key-next = avanti
wizard-key-save = salva bozza
wizard-key-card = leggi tessera
wizard-refused = Non si può andare avanti.
wizard-blocks = Impedisce la richiesta.
wizard-warns = Da sapere.
wizard-mend = Correggi
wizard-twin-code = Ha già questo codice: una persona ha una sola anagrafica.
wizard-twin-name = Ha lo stesso nome: è la stessa persona?
wizard-twin-use = Usa questa anagrafica
wizard-kept = Bozza salvata
wizard-confirm = Conferma la richiesta
wizard-question-label = Richiesta
wizard-question-open = da compilare
wizard-question-button = Compila l’aumento
wizard-point = punto
wizard-power = Potenza
wizard-power-change = da { $from } a { $to }
wizard-power-today = oggi { $power }
wizard-readings = { $count ->
    [one] 1 registro letto
   *[other] { $count } registri letti
}
wizard-step-done = risposto
wizard-step-open = da compilare
wizard-new-party = nuova anagrafica
wizard-clock-due = Se confermi oggi: entro { $day }.
wizard-clock-indemnity = Oltre, indennizzo automatico di { $amount }.
wizard-clock-indemnity-some = Oltre, indennizzo automatico.
wizard-clock-no-indemnity = Senza indennizzo: il ritardo va nel registro.
wizard-clock-why = Come si conta
wizard-clock-open = Il termine dipende dal servizio: scegli la fornitura.
wizard-papers-count = { $count ->
    [one] 1 documento
   *[other] { $count } documenti
}
wizard-power-point = POD
wizard-power-hint = Più dei { $present } di oggi
wizard-power-confirm = Conferma aumento
wizard-power-fits = Dati compatibili con il punto.
wizard-power-fits-text = Potenza { $power }.
wizard-power-does-not-fit = Dati da rivedere.
wizard-power-diary = Nuova scadenza in agenda.
wizard-power-diary-text = Alla conferma si apre la pratica collegata «{ $procedure }», da chiudere entro { $day }.
wizard-preview = anteprima
wizard-preview-hint = Aprili per leggerli con il cliente: sono come verrebbero stampati ora.
wizard-preview-note = Anteprima: non è ancora tra i documenti
