procedure = Variazioni anagrafiche
act = Anagrafica

step-identify = Cliente
step-change = Dati nuovi
step-confirm = Conferma

element-identify = Scegliere la variazione
element-change = Scrivere i dati nuovi
element-confirm = Confrontare e confermare
element-customer-documents = Attendere il documento del cliente
element-approve = Approvare la variazione
element-resolve = Confrontare di nuovo i dati
element-billing-answer = Attendere l’esito della fatturazione
element-fix-billing = Sistemare lo scarto della fatturazione

paper-proofrequest = Richiesta di un documento
paper-notice = Avviso di variazione al vecchio recapito
paper-confirmation = Conferma della variazione
paper-refusal = Variazione non accolta

section-identify-who = Di chi sono i dati?
section-identify-what = Che cosa cambia?
section-change-names = Quali sono i dati giusti?
section-change-names-hint = Scrivi solo ciò che cambia: il resto rimane com’è.
section-change-company = Quali sono i dati della ditta?
section-change-company-hint = Scrivi solo ciò che cambia: il resto rimane com’è.
section-change-death = Che cosa si sa degli eredi?
section-change-family = Che cosa è cambiato in casa?
section-change-reach = Come lo raggiungiamo?
section-change-reach-hint = Scrivi solo ciò che cambia: il resto rimane com’è.
section-change-home = Qual è il nuovo indirizzo?
section-change-mailing = Dove va la posta?
section-change-proof = Che cosa lo prova?
section-confirm-contract = E il contratto?
section-confirm-sign = Controlla e conferma
section-approve-decision = La variazione è provata?
section-approve-decision-hint = Nome, codice fiscale e partita IVA cambiano solo con una prova.
section-resolve-compare = Quali dati valgono?
section-resolve-compare-hint = Qualcuno ha cambiato gli stessi dati mentre la pratica era aperta.
section-fix-billing-billing = Che cosa è stato corretto?

field-party = Codice fiscale, nome, telefono o numero cliente
field-change-kind = Variazione
choice-change-kind-correction = Correzione di dati
choice-change-kind-mortis-causa = Decesso dell’intestatario
choice-change-kind-separation = Separazione o divorzio
choice-change-kind-cohabitant = Convivente
choice-change-kind-company = Dati della ditta
choice-change-kind-contacts = Recapiti telefonici ed e-mail
choice-change-kind-delivery = Indirizzo di recapito
field-effective-on = Valida dal
field-effective-on-check = Una variazione vale da oggi o da prima.
field-surname = Cognome
field-given-name = Nome
field-tax-code = Codice fiscale
field-birth-date = Data di nascita
field-birth-date-check = La data è nel futuro.
field-birth-place = Luogo di nascita
field-sex = Sesso
field-company-name = Ragione sociale
field-vat-number = Partita IVA
field-company-tax-code = Codice fiscale della ditta
field-death-on = Data del decesso
field-death-on-check = La data è nel futuro.
field-heirs = Eredi
field-heirs-hint = Il primo è quello a cui scriviamo.
field-heir-name = Cognome e nome dell’erede
field-heir-tax-code = Codice fiscale dell’erede
field-heir-phone = Telefono dell’erede
field-heir-resident = Abita nell’immobile
field-order-on = Data del provvedimento
field-order-on-hint = Sentenza, omologa o accordo.
field-assigned-to = Casa assegnata a
field-cohabitant-name = Cognome e nome del convivente
field-cohabitant-tax-code = Codice fiscale del convivente
field-mobile = Cellulare
field-phone = Telefono
field-email = E-mail
field-pec = PEC
field-address = Residenza o sede
field-mailing-address = Indirizzo di recapito
field-proof-kind = Prova
choice-proof-kind-identity = Documento d’identità
choice-proof-kind-tax-card = Tessera sanitaria o codice fiscale
choice-proof-kind-death-certificate = Certificato di morte o autocertificazione
choice-proof-kind-court-order = Provvedimento di separazione o divorzio
choice-proof-kind-residence-certificate = Stato di famiglia o autocertificazione
choice-proof-kind-company-register = Visura camerale
choice-proof-kind-declared = Dichiarazione di chi chiede
field-proof-file = Copia della prova
field-proof-later = Il documento arriva dopo
field-proof-later-hint = La pratica parte e aspetta il documento per 30 giorni.
field-change-note = Nota
field-contract-passes = Il contratto passa a un’altra persona
field-contract-passes-hint = Si apre una voltura collegata: decesso, casa assegnata, convivente.
field-signed = Chi chiede ha firmato o confermato la richiesta
field-signed-check = Senza conferma la richiesta non può partire.
field-privacy = Informativa sulla privacy consegnata
field-privacy-check = Consegna l’informativa prima di confermare.
field-approval = Decisione
choice-approval-approved = Approva
choice-approval-refused = Non approvare
field-approval-note = Motivo
field-approval-note-hint = Se la variazione non è approvata, il cliente lo legge nella risposta.
field-resolve-note = Perché valgono i dati nuovi
field-billing-note = Che cosa è stato corretto

fact-request-received = Richiesta ricevuta
fact-answer-sent = Risposta inviata

reason-change-not-proved = La variazione non è provata

summary-who = Cliente
summary-what = Variazione
summary-death = Decesso
summary-family = Casa
summary-proof = Prova
answer-effective-on = valida dal { $value }
answer-death-on = il { $value }
answer-order-on = provvedimento del { $value }
answer-assigned-to = casa assegnata a { $value }
field-passing-contract = Quale contratto passa?
note-deceased = Deceduto il { $day }. Erede: { $heir }
mail-proofrequest-subject = Ci serve un documento: { $number }
mail-proofrequest = { $name },
    per la pratica { $number } ci serve ancora un documento. La lettera allegata dice quale, come mandarlo e
    entro quando.
mail-notice-subject = I dati del contratto stanno per cambiare: { $number }
mail-notice = { $name },
    con la pratica { $number } ci è stato chiesto di cambiare i dati elencati nella lettera allegata. Se non è
    stata una tua richiesta, chiamaci subito.
mail-confirmation-subject = Dati aggiornati: { $number }
mail-confirmation = { $name },
    i tuoi dati sono aggiornati. La lettera allegata li mostra com’erano e come sono. La pratica è { $number }.
mail-refusal-subject = Variazione non accolta: { $number }
mail-refusal = { $name },
    non abbiamo potuto cambiare i dati chiesti con la pratica { $number }. La lettera allegata dice perché.

comment-to-post = Da spedire per posta: { $title }
comment-not-sent = Il cliente non ha un’e-mail: non è partito nulla ({ $title })
