procedure = Richiesta di rateizzazione

step-bills = Bollette
step-plan = Rate
step-confirm = Conferma
step-bills-open = da scegliere
step-plan-open = da decidere

summary-bills = Debito
summary-plan = Rate
summary-choice = Motivi
summary-choice-none = Spetta per diritto
summary-delivery = Consegna
answer-plan-count = { $value } rate
answer-first-due-on = dal { $value }
answer-down-payment = acconto { $value }
answer-guarantee = garanzia: { $value }
answer-signed-now = firmato allo sportello

element-identify = Scegliere le bollette
element-terms = Decidere rate e date
element-confirm = Mostrare il piano e confermare
element-approve = Approvare il piano
element-fix-billing = Sistemare lo scarto della fatturazione
element-end-fix = Sistemare lo scarto della fatturazione
element-undo = Decidere se annullare il piano
element-await-sign = Attendere la firma
element-plan-signed = Attendere il piano firmato
element-billing-answer = Attendere l’esito della fatturazione
element-end-answer = Attendere l’esito della fatturazione
element-await-payment = Attendere la rata
element-payment-in = Attendere la rata

paper-plan = Piano di rate
paper-slips = Bollettini delle rate
paper-late = Rata non pagata
paper-completed = Piano pagato
paper-ended = Fine del piano di rate
paper-refusal = Rateizzazione non accolta

section-identify-who = Chi chiede le rate?
section-identify-bills = Quali bollette?
section-identify-bills-hint = Una bolletta può stare in un solo piano.
section-identify-receipt = Quando è arrivata la richiesta?
section-terms-right = Spetta o si sceglie?
section-terms-right-hint = Se spetta, il piano va concesso con almeno le rate indicate.
section-terms-plan = Quante rate, e da quando?
section-terms-choice = Perché concederlo?
section-terms-choice-hint = Il cliente non ne ha diritto: oltre i limiti decide il responsabile.
section-confirm-plan = Ecco il piano
section-confirm-plan-hint = Leggilo con il cliente: ogni rata va pagata entro il suo giorno.
section-confirm-delivery = Come riceve piano e bollettini?
section-confirm-sign = Controlla e conferma
section-confirm-refusal = La richiesta non è ammissibile
section-approve-plan = Il piano chiesto
section-approve-decision = Si concede?
section-approve-changes = Con quali modifiche?
section-approve-changes-hint = Il cliente firma il piano modificato, oppure lo lascia cadere.
section-fix-billing-billing = Che cosa è stato corretto?
section-undo-undo = Il piano va annullato?
section-undo-undo-hint = Ciò che è stato pagato resta sulle bollette. Il resto torna da pagare alle scadenze di prima.

field-party = Codice fiscale, nome, telefono o numero cliente
field-party-required = Cerca e scegli il cliente
field-supply-point = Codice del punto, matricola, indirizzo o intestatario
field-supply-point-required = Cerca e scegli la fornitura
field-plan-bills = Bollette da pagare a rate
field-plan-ground = Motivo
choice-plan-ground-bill-high = Bolletta molto più alta del solito
choice-plan-ground-recalculation = Conguaglio
choice-plan-ground-meter-fault = Contatore guasto
choice-plan-ground-missed-bills = Bollette emesse in ritardo
choice-plan-ground-bonus = Bonus sociale
choice-plan-ground-arrears = Debito in mora
choice-plan-ground-condominium = Condominio in mora
choice-plan-ground-other = Altro
field-final-date = Termine ultimo scritto nella messa in mora
field-received-on = Richiesta arrivata il
field-received-on-check = La data è nel futuro.
field-request-file = La richiesta scritta
field-right-text = Che cosa dicono le regole
field-debt-to-plan = Debito
field-down-payment = Acconto subito
field-down-payment-check = L’acconto copre almeno la parte dovuta subito e meno di tutto il debito.
field-plan-count = Numero di rate
field-plan-count-check = Le rate sono almeno due e non più del massimo.
field-first-due-on = Prima scadenza
field-first-due-on-check = La prima rata scade da domani in poi.
field-plan-cadence = Ogni
choice-plan-cadence-bills = Come le bollette
choice-plan-cadence-month = Mese
choice-plan-cadence-two-months = Due mesi
field-plan-split = Importi
choice-plan-split-equal = Uguali
choice-plan-split-proportionate = In proporzione ai consumi
field-interest-waived = Senza interessi
field-plan-reason = Perché il cliente non riesce a pagare
field-income = Situazione
choice-income-not-told = Non dichiarata
choice-income-low = Reddito basso
choice-income-job-lost = Lavoro perso
choice-income-illness = Malattia
choice-income-family = Famiglia
choice-income-company-crisis = Crisi dell’azienda
field-isee = ISEE
field-isee-check = L’importo non è negativo.
field-income-file = Documento
field-guarantee = Garanzia
choice-guarantee-none = Nessuna
choice-guarantee-direct-debit = Addebito in banca
choice-guarantee-deposit = Deposito
choice-guarantee-guarantors = Garanti
choice-guarantee-surety = Fideiussione
field-guarantors = Garanti
field-guarantor-name = Cognome e nome
field-guarantor-tax-code = Codice fiscale
field-guarantor-phone = Telefono
field-guarantee-note = Numero e importo
field-schedule-text = Rate
field-plan-interest = Interessi
field-plan-total = Totale da pagare
field-delivery = Consegna
field-delivery-hint = Si usa l’indirizzo in anagrafica.
choice-delivery-email = E-mail
choice-delivery-pec = PEC
choice-delivery-post = Posta
field-signed-now = Il cliente ha firmato il piano qui
field-signed-now-hint = Se serve l’approvazione, la firma si chiede dopo.
field-signed-file = Piano firmato
field-told = Il cliente sa che una rata non pagata chiude il piano
field-told-check = Dillo al cliente prima di confermare.
field-privacy = Informativa sulla privacy consegnata
field-privacy-check = Consegna l’informativa prima di confermare.
field-refuse-request = Registra la richiesta come respinta: il cliente riceve una lettera con il motivo
field-refuse-request-check = La richiesta non è ammissibile: si può solo registrare come respinta.
field-approval = Decisione
choice-approval-approved = Approva
choice-approval-changed = Approva con modifiche
choice-approval-refused = Non approvare
field-approval-note = Motivo
field-approval-note-hint = Il cliente lo legge nella risposta.
field-changed-count = Numero di rate
field-changed-count-check = Le rate sono almeno due.
field-changed-first-due = Prima scadenza
field-changed-first-due-check = La prima rata scade da domani in poi.
field-changed-down-payment = Acconto subito
field-changed-down-payment-check = L’acconto è meno di tutto il debito.
field-undo-decision = Decisione
choice-undo-decision-undo = Annulla il piano
choice-undo-decision-keep = Il piano resta
field-undo-cause = Causa
choice-undo-cause-wrong-customer = Cliente sbagliato
choice-undo-cause-wrong-bills = Bollette sbagliate
choice-undo-cause-bills-corrected = Bollette rettificate
choice-undo-cause-customer-wish = Lo chiede il cliente
choice-undo-cause-other = Altro
field-undo-reason = Motivo
field-undo-reason-hint = Il cliente lo legge nella lettera.
field-billing-note = Che cosa è stato corretto

mail-reminder-subject = Rata in scadenza il { $due }
mail-reminder = { $name },
    la prossima rata del piano { $number } è di { $amount } e scade il { $due }. Usa il bollettino o l’avviso di quella rata: così il pagamento arriva al posto giusto. Se hai già pagato, non devi fare altro.

fact-request-received = Richiesta ricevuta
fact-answer-sent = Risposta inviata

# What the assessment finds: what blocks, then what only warns.
finding-nothing-open = Le bollette scelte sono già pagate.
finding-bill-in-plan = La bolletta { $number } è già in un piano di rate.
finding-bill-of-another = La bolletta { $number } è di un altro cliente.
finding-debt-small = Il debito è sotto l’importo minimo per le rate.
finding-plan-broken = Un piano per le stesse bollette è già finito per una rata non pagata.
finding-asked-late = La richiesta è arrivata dopo il { $day }: le rate non spettano più, si possono concedere.
finding-plan-running = Il cliente ha già un piano in corso.
finding-bill-disputed = La bolletta { $number } è contestata.
finding-bill-two-years = La bolletta { $number } contiene consumi di oltre due anni: il cliente può eccepire la prescrizione.
finding-direct-debit = Le bollette sono addebitate in banca: gli addebiti di queste vanno fermati.

# Why the rules give the right, in a line each.
right-water-high-bill = Acqua: la bolletta supera di oltre l’{ $percent } % la media degli ultimi dodici mesi. Chiesta entro il { $until }.
right-water-arrears = Acqua: debito in mora, piano di almeno dodici mesi. Chiesto entro il { $until }.
right-water-condominium = Condominio: metà subito, il resto entro sei mesi.
right-energy-recalculation = Energia: il conguaglio supera di oltre il { $percent } % gli addebiti stimati.
right-energy-meter-fault = Energia: consumi ricostruiti per contatore guasto.
right-energy-missed-bills = Energia: bollette non emesse con la cadenza dovuta.
right-energy-bonus = Energia: titolare di bonus sociale in ritardo.
right-none = Nessuna regola lo impone: si può concedere.

# Why a request was refused, in the letter.
refusal-nothing-open = Le bollette indicate sono già pagate.
refusal-bill-in-plan = Le bollette indicate sono già in un piano di rate.
refusal-bill-of-another = Le bollette indicate non sono intestate a chi chiede.
refusal-debt-small = Il debito è sotto l’importo minimo per le rate.
refusal-plan-broken = Un piano per le stesse bollette è finito perché una rata non è stata pagata.
refusal-not-approved = La richiesta non rientra nelle condizioni con cui concediamo le rate.
refusal-plan-not-signed = Il piano non è tornato firmato entro quindici giorni.
reason-nothing-open = Bollette già pagate
reason-bill-in-plan = Bollette già in un piano
reason-bill-of-another = Bollette di un altro cliente
reason-debt-small = Debito troppo piccolo
reason-plan-broken = Piano precedente non rispettato
reason-not-approved = Non approvata
reason-plan-not-signed = Piano non firmato
reason-plan-missed = Rata non pagata: piano finito, debito aperto
reason-plan-undone = Piano annullato

# What undoing it means, shown before confirming.
undo = Un piano in corso si annulla dalla pratica: serve il responsabile. I pagamenti già fatti restano sulle bollette, il resto torna da pagare alle scadenze di prima, la fatturazione e il cliente sono avvisati. Una richiesta chiusa non si riapre: se il motivo non c’è più se ne apre una nuova, collegata.

# Letters by mail, and what our own people are told about them.
mail-plan-subject = Piano di rate { $number } da firmare
mail-plan = { $name },
    in allegato il piano di rate. Ce lo restituisca firmato entro quindici giorni: senza firma non parte.
mail-slips-subject = I bollettini del piano { $number }
mail-slips = { $name },
    il piano è attivo. In allegato un bollettino per ogni rata.
mail-late-subject = Rata non pagata del piano { $number }
mail-late = { $name },
    una rata è scaduta. In allegato quanto manca e fino a quando si può ancora pagare.
mail-completed-subject = Piano { $number } pagato
mail-completed = { $name },
    tutte le rate sono pagate. In allegato la conferma.
mail-ended-subject = Fine del piano { $number }
mail-ended = { $name },
    il piano di rate è finito. In allegato il motivo e quanto resta da pagare.
mail-refusal-subject = Richiesta { $number } non accolta
mail-refusal = { $name },
    in allegato il motivo per cui non concediamo le rate.
comment-to-post = Da spedire per posta: { $title }
comment-not-sent = Il cliente non ha un’e-mail: non è partito nulla ({ $title })

# What a slip pays.
slip-subject = Rata { $number } di { $count }, piano { $plan }
slip-down = Acconto, piano { $plan }
