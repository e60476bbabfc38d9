# Imports of billing exports.
imports-title = Importazioni
imports-meta = Anagrafiche, contratti, letture, bollette e pagamenti dal sistema di fatturazione
imports-caption = Importazioni con cartella, esito e righe
imports-more = Mostra le precedenti
imports-none = Ancora nessuna importazione
imports-trial = prova, senza scrivere
imports-for-good = definitiva
imports-col-started = Avviata
imports-col-folder = Cartella e profilo
imports-col-state = Stato
imports-col-rows = Righe
imports-col-changed = Nuove o cambiate
imports-col-would-change = Da scrivere
imports-col-unchanged = Uguali
imports-col-refused = Rifiutate
imports-col-warned = Avvisi
imports-col-by = Da chi
imports-col-file = File
imports-col-rows-of = Dettaglio
imports-state-waiting = in attesa
imports-state-running = in corso
imports-state-done = conclusa
imports-state-failed = non riuscita
imports-state-stopped = fermata
imports-state-interrupted = interrotta

imports-unavailable = L’importazione si avvia dal server con il comando «sportello import»

imports-run = Importazione del { $date }
imports-run-meta = { $kind }, { $folder }, profilo { $profile }, avviata da { $name }
imports-report = Esito come file
imports-running = In corso
imports-reading = Apertura dei file…
imports-at = File { $file }:
imports-rows-done = { $count ->
    [one] 1 riga
   *[other] { $count } righe
}
imports-leave = Puoi lasciare questa pagina: l’importazione continua e resta nell’elenco.
imports-note-trial = Prova conclusa.
imports-note-trial-text = Non è stato scritto niente. Se i rifiuti vanno bene così, ripeti «sportello import» senza --dry-run.
imports-note-done = Importazione conclusa.
imports-note-done-text = { $changed ->
    [0] Era già tutto come nei file.
    [one] Scritta 1 riga.
   *[other] Scritte { $changed } righe.
}
imports-note-failed = Non riuscita.
imports-note-stopped = Fermata.
imports-note-stopped-text = Qualcuno l’ha fermata. Ciò che era scritto resta; avviala di nuovo: completa il resto.
imports-note-interrupted = Interrotta.
imports-note-interrupted-text = Il programma si è fermato. Ciò che era scritto resta; avviala di nuovo: riprende da dove era.
imports-total-rows = Righe lette
imports-total-changed = Nuove o cambiate
imports-total-unchanged = Già uguali
imports-total-refused = Rifiutate
imports-total-share = { $percent } delle righe
imports-total-fix = da correggere nel sistema di origine
imports-total-none = nessuna
imports-files = File
imports-files-caption = File dell’importazione con righe, cambiate e rifiutate
imports-see-rows = Vedi le righe
imports-all-good = tutto bene

imports-rows = Righe rifiutate e con avviso
imports-rows-meta = Ogni riga con il motivo e che cosa fare; si correggono nel sistema di fatturazione e si importa di nuovo
imports-rows-caption = Righe con esito, campo, valore e motivo
imports-rows-shown = { $count ->
    [one] 1 riga mostrata
   *[other] { $count } righe mostrate
}
imports-rows-more = Mostra le successive
imports-by-file = File
imports-by-reason = Motivo
imports-any-reason = tutti i motivi
imports-col-row = Riga
imports-col-outcome = Esito
imports-col-field = Campo
imports-col-value = Valore nel file
imports-col-why = Perché
imports-refused = rifiutata
imports-warned = avviso
imports-blank = vuoto
imports-rows-none = Nessuna riga rifiutata
imports-rows-none-text = Tutte le righe di questo file sono state accettate.
imports-rows-filtered = Nessuna riga con questo motivo
imports-rows-filtered-text = Guarda le righe del file senza il filtro.
imports-rows-clear = Togli il filtro
imports-back = Torna all’importazione
