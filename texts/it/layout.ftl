# The frame of the console: bar, navigation, status bar, search popup, list of keys.
layout-product = Sportello
layout-skip = Vai al contenuto
layout-find = Cerca cliente, codice fiscale, POD, PDR, pratica…
layout-new-request = Nuova richiesta
layout-notices = { $count ->
    [0] Avvisi: nessuno da leggere
    [one] Avvisi: 1 da leggere
   *[other] Avvisi: { $count } da leggere
}
layout-profile = Il mio profilo
layout-sign-out = Esci
layout-close = Chiudi
layout-nav = Aree di lavoro
layout-nav-home = Il mio ruolo
layout-nav-cases = Richieste
layout-nav-customers = Clienti
layout-nav-contracts = Contratti
layout-nav-offers = Offerte
layout-nav-contacts = Contatti
layout-nav-till = Cassa
layout-nav-schedule = Agenda tecnici
layout-nav-quality = Qualità
layout-nav-processes = Processi
layout-nav-administration = Amministrazione
layout-group-counter = Sportello
layout-group-field = Campo
layout-group-steering = Governo

layout-key-ctrl = Ctrl
layout-key-shift = Maiusc
layout-key-enter = Invio
layout-key-space = Spazio
layout-key-arrows = Frecce
layout-keys = Scorciatoie da tastiera
layout-keys-short = Scorciatoie
layout-keys-here = In questa pagina
layout-keys-everywhere = Ovunque
layout-keys-search = cerca e comandi
layout-keys-new = nuova richiesta
layout-keys-rows = riga seguente, riga precedente
layout-keys-open = apri la riga
layout-keys-close = chiudi, poi togli la selezione, poi torna
layout-keys-list = questo elenco
layout-keys-profile = Lettere e cifre agiscono fuori dai campi di testo. Si spengono nel profilo:

layout-search = Cerca e comandi
layout-search-label = Cerca o scrivi un comando
layout-search-results = Risultati
layout-search-choose = scegli
layout-search-open = apri
layout-search-beside = apri accanto
layout-search-filters = Filtri:
layout-search-cases-mark = p:
layout-search-cases = pratiche,
layout-search-bills-mark = f:
layout-search-bills = fatture,
layout-search-meters-mark = m:
layout-search-meters = matricole

layout-offline = Il server non risponde. I dati scritti sono ancora qui: riprova fra poco.
layout-slow = La risposta tarda. Riprova fra poco.
layout-forbidden = Il tuo ruolo non può farlo.
layout-fault = Qualcosa si è rotto da parte nostra. Ricarica la pagina e riprova.
layout-copied = Copiato
layout-not-copied = Il browser non permette di copiare: seleziona il testo a mano.
layout-session-ends = La sessione finisce tra 2 minuti.
layout-session-last = La sessione finisce tra 2 minuti e non si può prolungare: salva, poi rientra.
layout-session-stay = Resta
layout-session-enter = Rientra
layout-session-stayed = Sessione prolungata
