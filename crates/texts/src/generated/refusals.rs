//! Messages of `texts/*/refusals.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Non si può fare adesso: {code}`
    #[must_use]
    pub fn refusals_other(&self, code: impl std::fmt::Display) -> String {
        self.say("refusals-other", &[("code", self.text(code))])
    }

    /// `L’appuntamento è già concluso o annullato`
    #[must_use]
    pub fn refusals_appointment_over(&self) -> String {
        self.say("refusals-appointment-over", &[])
    }

    /// `Manca una risposta: {field}`
    #[must_use]
    pub fn refusals_answer_missing(&self, field: impl std::fmt::Display) -> String {
        self.say("refusals-answer-missing", &[("field", self.text(field))])
    }

    /// `La pratica è già stata avviata`
    #[must_use]
    pub fn refusals_case_already_started(&self) -> String {
        self.say("refusals-case-already-started", &[])
    }

    /// `La pratica è già sospesa`
    #[must_use]
    pub fn refusals_case_already_suspended(&self) -> String {
        self.say("refusals-case-already-suspended", &[])
    }

    /// `La pratica è conclusa: riaprila per lavorarci`
    #[must_use]
    pub fn refusals_case_ended(&self) -> String {
        self.say("refusals-case-ended", &[])
    }

    /// `La pratica non è ancora avviata`
    #[must_use]
    pub fn refusals_case_not_started(&self) -> String {
        self.say("refusals-case-not-started", &[])
    }

    /// `La pratica non è sospesa`
    #[must_use]
    pub fn refusals_case_not_suspended(&self) -> String {
        self.say("refusals-case-not-suspended", &[])
    }

    /// `Il contratto {number} è cambiato nel frattempo: riparti dalla fornitura`
    #[must_use]
    pub fn refusals_contract_changed(&self, number: impl std::fmt::Display) -> String {
        self.say("refusals-contract-changed", &[("number", self.text(number))])
    }

    /// `Il nuovo contratto esiste già: non si può più annullare`
    #[must_use]
    pub fn refusals_contract_made(&self) -> String {
        self.say("refusals-contract-made", &[])
    }

    /// `Il distributore ha già attivato la fornitura: la pratica non si annulla più. Per chiuderla serve una disattivazione (D01)`
    #[must_use]
    pub fn refusals_supply_activated(&self) -> String {
        self.say("refusals-supply-activated", &[])
    }

    /// `Sul punto non c’è un contratto in corso`
    #[must_use]
    pub fn refusals_contract_missing(&self) -> String {
        self.say("refusals-contract-missing", &[])
    }

    /// `Questa data è già stata corretta: ricarica la pratica`
    #[must_use]
    pub fn refusals_fact_gone(&self) -> String {
        self.say("refusals-fact-gone", &[])
    }

    /// `Non c’è niente di fermo da far ripartire`
    #[must_use]
    pub fn refusals_nothing_stuck(&self) -> String {
        self.say("refusals-nothing-stuck", &[])
    }

    /// `Non ci sono altre pratiche da prendere in carico`
    #[must_use]
    pub fn refusals_nothing_to_take(&self) -> String {
        self.say("refusals-nothing-to-take", &[])
    }

    /// `Non puoi disattivare la tua stessa utenza`
    #[must_use]
    pub fn refusals_own_account(&self) -> String {
        self.say("refusals-own-account", &[])
    }

    /// `Il diagramma chiede di dire alla fatturazione «{kind}», che nessuno conosce: va corretto nella procedura`
    #[must_use]
    pub fn refusals_billing_kind_unknown(&self, kind: impl std::fmt::Display) -> String {
        self.say("refusals-billing-kind-unknown", &[("kind", self.text(kind))])
    }

    /// `Scegli la fornitura`
    #[must_use]
    pub fn refusals_point_missing(&self) -> String {
        self.say("refusals-point-missing", &[])
    }

    /// `Questa procedura nasce da un’altra azione: l’incasso dalla cassa, la ristampa dalla bolletta`
    #[must_use]
    pub fn refusals_procedure_by_act(&self) -> String {
        self.say("refusals-procedure-by-act", &[])
    }

    /// `Questa procedura non si avvia da qui`
    #[must_use]
    pub fn refusals_procedure_origin(&self) -> String {
        self.say("refusals-procedure-origin", &[])
    }

    /// `Questa procedura la avvia un altro ruolo`
    #[must_use]
    pub fn refusals_procedure_role(&self) -> String {
        self.say("refusals-procedure-role", &[])
    }

    /// `Il percorso della pratica è già finito`
    #[must_use]
    pub fn refusals_process_ended(&self) -> String {
        self.say("refusals-process-ended", &[])
    }

    /// `Scrivi il motivo`
    #[must_use]
    pub fn refusals_reason_missing(&self) -> String {
        self.say("refusals-reason-missing", &[])
    }

    /// `Il registro {register} non è più sul contatore: rileggi i dati del contatore`
    #[must_use]
    pub fn refusals_register_gone(&self, register: impl std::fmt::Display) -> String {
        self.say("refusals-register-gone", &[("register", self.text(register))])
    }

    /// `Niente impedisce la richiesta: togli il rifiuto e confermala`
    #[must_use]
    pub fn refusals_nothing_blocks(&self) -> String {
        self.say("refusals-nothing-blocks", &[])
    }

    /// `Per il registro {register} c’è già la lettura {value} del {day}`
    #[must_use]
    pub fn refusals_reading_taken(
        &self,
        register: impl std::fmt::Display,
        value: impl std::fmt::Display,
        day: impl std::fmt::Display,
    ) -> String {
        self.say(
            "refusals-reading-taken",
            &[("register", self.text(register)), ("value", self.text(value)), ("day", self.text(day))],
        )
    }

    /// `Questo passo non aspetta più: ricarica la pratica`
    #[must_use]
    pub fn refusals_step_gone(&self) -> String {
        self.say("refusals-step-gone", &[])
    }

    /// `Il compito non c’è più: qualcuno lo ha già chiuso. Ricarica la pratica`
    #[must_use]
    pub fn refusals_task_gone(&self) -> String {
        self.say("refusals-task-gone", &[])
    }

    /// `Il compito è di un altro ruolo: {role}`
    #[must_use]
    pub fn refusals_task_of_role(&self, role: impl std::fmt::Display) -> String {
        self.say("refusals-task-of-role", &[("role", self.text(role))])
    }

    /// `La pratica aspetta il cliente`
    #[must_use]
    pub fn refusals_waiting_for_customer(&self) -> String {
        self.say("refusals-waiting-for-customer", &[])
    }

    /// `La pratica è già stata riaperta come {number}`
    #[must_use]
    pub fn refusals_already_reclassified(&self, number: impl std::fmt::Display) -> String {
        self.say("refusals-already-reclassified", &[("number", self.text(number))])
    }

    /// `Una delle bollette scelte non c’è più: sceglila di nuovo`
    #[must_use]
    pub fn refusals_bill_missing(&self) -> String {
        self.say("refusals-bill-missing", &[])
    }

    /// `La bolletta {number} non è di questo cliente né di questo contratto`
    #[must_use]
    pub fn refusals_bill_of_another(&self, number: impl std::fmt::Display) -> String {
        self.say("refusals-bill-of-another", &[("number", self.text(number))])
    }

    /// `Non c’è una pratica {number}: controlla il numero`
    #[must_use]
    pub fn refusals_case_missing(&self, number: impl std::fmt::Display) -> String {
        self.say("refusals-case-missing", &[("number", self.text(number))])
    }

    /// `Una pratica non si collega a sé stessa`
    #[must_use]
    pub fn refusals_case_same(&self) -> String {
        self.say("refusals-case-same", &[])
    }

    /// `La pratica {number} aspetta già la risposta di questa`
    #[must_use]
    pub fn refusals_case_waits_for_this(&self, number: impl std::fmt::Display) -> String {
        self.say("refusals-case-waits-for-this", &[("number", self.text(number))])
    }

    /// `Nessuno può avere il ruolo {role}: correggi il percorso della procedura`
    #[must_use]
    pub fn refusals_role_unknown(&self, role: impl std::fmt::Display) -> String {
        self.say("refusals-role-unknown", &[("role", self.text(role))])
    }

    /// `Il documento non è ancora pronto: riprova fra qualche secondo`
    #[must_use]
    pub fn refusals_document_not_ready(&self) -> String {
        self.say("refusals-document-not-ready", &[])
    }

    /// `La stessa Idempotency-Key è già servita per una richiesta diversa: usane una nuova`
    #[must_use]
    pub fn refusals_idempotency_key_reused(&self) -> String {
        self.say("refusals-idempotency-key-reused", &[])
    }

    /// `Scegli almeno una bolletta`
    #[must_use]
    pub fn refusals_bill_none(&self) -> String {
        self.say("refusals-bill-none", &[])
    }

    /// `Scegli al massimo 24 bollette per volta`
    #[must_use]
    pub fn refusals_bill_too_many(&self) -> String {
        self.say("refusals-bill-too-many", &[])
    }

    /// `Le bollette scelte sono di clienti diversi: ristampale una per volta`
    #[must_use]
    pub fn refusals_bill_of_several(&self) -> String {
        self.say("refusals-bill-of-several", &[])
    }

    /// `Su questa bolletta non c’è niente da pagare: il bollettino non serve`
    #[must_use]
    pub fn refusals_bill_nothing_to_pay(&self) -> String {
        self.say("refusals-bill-nothing-to-pay", &[])
    }

    /// `Non c’è ancora una stampa da aprire: premi Ristampa`
    #[must_use]
    pub fn refusals_bill_not_reprinted(&self) -> String {
        self.say("refusals-bill-not-reprinted", &[])
    }

    /// `Il cliente non ha un indirizzo e-mail: aggiungilo in anagrafica o stampa`
    #[must_use]
    pub fn refusals_mail_address_missing(&self) -> String {
        self.say("refusals-mail-address-missing", &[])
    }

    /// `Il documento non si è potuto preparare: chi amministra vede perché negli incidenti`
    #[must_use]
    pub fn refusals_document_failed(&self) -> String {
        self.say("refusals-document-failed", &[])
    }

    /// `La cassa è chiusa: aprila prima di incassare`
    #[must_use]
    pub fn refusals_till_closed(&self) -> String {
        self.say("refusals-till-closed", &[])
    }

    /// `Hai già una cassa aperta`
    #[must_use]
    pub fn refusals_till_open(&self) -> String {
        self.say("refusals-till-open", &[])
    }

    /// `La tua utenza non ha un ufficio: chiedi a chi amministra`
    #[must_use]
    pub fn refusals_till_no_office(&self) -> String {
        self.say("refusals-till-no-office", &[])
    }

    /// `Nel frattempo qualcosa è stato incassato: conta di nuovo`
    #[must_use]
    pub fn refusals_till_moved(&self) -> String {
        self.say("refusals-till-moved", &[])
    }

    /// `Il versamento è già registrato`
    #[must_use]
    pub fn refusals_till_deposited(&self) -> String {
        self.say("refusals-till-deposited", &[])
    }

    /// `Un numero di pezzi non si legge: scrivi cifre intere`
    #[must_use]
    pub fn refusals_till_count_unread(&self) -> String {
        self.say("refusals-till-count-unread", &[])
    }

    /// `Scegli almeno una bolletta da pagare`
    #[must_use]
    pub fn refusals_cash_nothing(&self) -> String {
        self.say("refusals-cash-nothing", &[])
    }

    /// `Una bolletta è stata pagata nel frattempo: controlla l’elenco`
    #[must_use]
    pub fn refusals_cash_bill_paid(&self) -> String {
        self.say("refusals-cash-bill-paid", &[])
    }

    /// `Un importo non si legge: scrivi per esempio 182,65`
    #[must_use]
    pub fn refusals_cash_amount_unread(&self) -> String {
        self.say("refusals-cash-amount-unread", &[])
    }

    /// `La carta è stata rifiutata: prova con un’altra o cambia metodo`
    #[must_use]
    pub fn refusals_card_declined(&self) -> String {
        self.say("refusals-card-declined", &[])
    }

    /// `Il POS non ha risposto: premi di nuovo Incassa per sapere l’esito. La carta non viene addebitata due volte`
    #[must_use]
    pub fn refusals_card_unknown(&self) -> String {
        self.say("refusals-card-unknown", &[])
    }

    /// `L’importo era cambiato: il primo addebito è tornato sulla carta. Premi Incassa per l’importo nuovo`
    #[must_use]
    pub fn refusals_card_given_back(&self) -> String {
        self.say("refusals-card-given-back", &[])
    }

    /// `Il POS non ha restituito l’importo alla carta: riprova o chiama chi assiste il POS`
    #[must_use]
    pub fn refusals_card_not_given_back(&self) -> String {
        self.say("refusals-card-not-given-back", &[])
    }

    /// `A questa cassa non c’è un POS: scegli un altro metodo`
    #[must_use]
    pub fn refusals_card_terminal_missing(&self) -> String {
        self.say("refusals-card-terminal-missing", &[])
    }

    /// `Questo incasso è già stornato`
    #[must_use]
    pub fn refusals_receipt_reversed(&self) -> String {
        self.say("refusals-receipt-reversed", &[])
    }

    /// `Nome o password del responsabile sono sbagliati`
    #[must_use]
    pub fn refusals_second_person_wrong(&self) -> String {
        self.say("refusals-second-person-wrong", &[])
    }

    /// `Questa persona non può approvare: serve un responsabile`
    #[must_use]
    pub fn refusals_second_person_may_not(&self) -> String {
        self.say("refusals-second-person-may-not", &[])
    }

    /// `La seconda persona deve essere un’altra`
    #[must_use]
    pub fn refusals_second_person_same(&self) -> String {
        self.say("refusals-second-person-same", &[])
    }

    /// `Scrivi un importo maggiore di zero per la bolletta {number}`
    #[must_use]
    pub fn refusals_cash_not_positive(&self, number: impl std::fmt::Display) -> String {
        self.say("refusals-cash-not-positive", &[("number", self.text(number))])
    }

    /// `Sulla bolletta {number} restano da pagare solo {open}`
    #[must_use]
    pub fn refusals_cash_too_much(
        &self,
        number: impl std::fmt::Display,
        open: impl std::fmt::Display,
    ) -> String {
        self.say("refusals-cash-too-much", &[("number", self.text(number)), ("open", self.text(open))])
    }

    /// `Mancano {missing}: chiedi il resto dell’importo o riduci le bollette`
    #[must_use]
    pub fn refusals_cash_not_enough(&self, missing: impl std::fmt::Display) -> String {
        self.say("refusals-cash-not-enough", &[("missing", self.text(missing))])
    }

    /// `Ci sono {excess} di troppo: il resto si dà solo sui contanti`
    #[must_use]
    pub fn refusals_cash_no_change(&self, excess: impl std::fmt::Display) -> String {
        self.say("refusals-cash-no-change", &[("excess", self.text(excess))])
    }

    /// `In contanti si accettano meno di {limit} al giorno dalla stessa persona; oggi ne ha già dati {before}. Usa la carta o il bonifico`
    #[must_use]
    pub fn refusals_cash_limit(
        &self,
        limit: impl std::fmt::Display,
        before: impl std::fmt::Display,
    ) -> String {
        self.say("refusals-cash-limit", &[("limit", self.text(limit)), ("before", self.text(before))])
    }

    /// `{means}: scrivi il numero o il riferimento`
    #[must_use]
    pub fn refusals_cash_reference_missing(&self, means: impl std::fmt::Display) -> String {
        self.say("refusals-cash-reference-missing", &[("means", self.text(means))])
    }

    /// `{means}: l’importo non può essere negativo`
    #[must_use]
    pub fn refusals_cash_negative(&self, means: impl std::fmt::Display) -> String {
        self.say("refusals-cash-negative", &[("means", self.text(means))])
    }

    /// `Il conteggio differisce di {difference}: scrivi perché`
    #[must_use]
    pub fn refusals_till_difference_reason(&self, difference: impl std::fmt::Display) -> String {
        self.say("refusals-till-difference-reason", &[("difference", self.text(difference))])
    }

    /// `Il conteggio differisce di {difference}: serve un responsabile`
    #[must_use]
    pub fn refusals_till_difference_second(&self, difference: impl std::fmt::Display) -> String {
        self.say("refusals-till-difference-second", &[("difference", self.text(difference))])
    }

    /// `Si possono versare al massimo {counted}`
    #[must_use]
    pub fn refusals_till_deposit_too_large(&self, counted: impl std::fmt::Display) -> String {
        self.say("refusals-till-deposit-too-large", &[("counted", self.text(counted))])
    }

    /// `Sopra {above} serve anche un responsabile`
    #[must_use]
    pub fn refusals_second_person_missing(&self, above: impl std::fmt::Display) -> String {
        self.say("refusals-second-person-missing", &[("above", self.text(above))])
    }

    /// `Questo appuntamento non esiste`
    #[must_use]
    pub fn refusals_missing_appointment(&self) -> String {
        self.say("refusals-missing-appointment", &[])
    }

    /// `Questa pratica non esiste`
    #[must_use]
    pub fn refusals_missing_case(&self) -> String {
        self.say("refusals-missing-case", &[])
    }

    /// `Questo documento non esiste`
    #[must_use]
    pub fn refusals_missing_document(&self) -> String {
        self.say("refusals-missing-document", &[])
    }

    /// `Questa data non esiste`
    #[must_use]
    pub fn refusals_missing_fact(&self) -> String {
        self.say("refusals-missing-fact", &[])
    }

    /// `Questa importazione non esiste`
    #[must_use]
    pub fn refusals_missing_import(&self) -> String {
        self.say("refusals-missing-import", &[])
    }

    /// `Questo cliente non esiste`
    #[must_use]
    pub fn refusals_missing_party(&self) -> String {
        self.say("refusals-missing-party", &[])
    }

    /// `Questa procedura non esiste`
    #[must_use]
    pub fn refusals_missing_procedure(&self) -> String {
        self.say("refusals-missing-procedure", &[])
    }

    /// `Questo percorso non esiste`
    #[must_use]
    pub fn refusals_missing_process(&self) -> String {
        self.say("refusals-missing-process", &[])
    }

    /// `Questa fornitura non esiste`
    #[must_use]
    pub fn refusals_missing_supply_point(&self) -> String {
        self.say("refusals-missing-supply-point", &[])
    }

    /// `Questa utenza non esiste`
    #[must_use]
    pub fn refusals_missing_user(&self) -> String {
        self.say("refusals-missing-user", &[])
    }

    /// `Questo incidente non esiste`
    #[must_use]
    pub fn refusals_missing_incident(&self) -> String {
        self.say("refusals-missing-incident", &[])
    }

    /// `Questo contratto non esiste`
    #[must_use]
    pub fn refusals_missing_contract(&self) -> String {
        self.say("refusals-missing-contract", &[])
    }

    /// `Questo compito non esiste`
    #[must_use]
    pub fn refusals_missing_task(&self) -> String {
        self.say("refusals-missing-task", &[])
    }

    /// `Non salvato: {count} campi da correggere`
    #[must_use]
    pub fn refusals_invalid_title(&self, count: impl crate::Count) -> String {
        self.say("refusals-invalid-title", &[("count", crate::number(count))])
    }

    /// `Torna indietro e riprova: quello che era salvato è al sicuro.`
    #[must_use]
    pub fn refusals_back(&self) -> String {
        self.say("refusals-back", &[])
    }

    /// `Vai all’inizio`
    #[must_use]
    pub fn refusals_home(&self) -> String {
        self.say("refusals-home", &[])
    }

    /// `Non salvato: qualcun altro ha modificato questi dati nel frattempo. Ricarica la pagina e riprova.`
    #[must_use]
    pub fn refusals_conflict(&self) -> String {
        self.say("refusals-conflict", &[])
    }

    /// `Troppi tentativi`
    #[must_use]
    pub fn refusals_too_many_title(&self) -> String {
        self.say("refusals-too-many-title", &[])
    }

    /// `Riprova fra {seconds} secondi.`
    #[must_use]
    pub fn refusals_too_many_text(&self, seconds: impl crate::Count) -> String {
        self.say("refusals-too-many-text", &[("seconds", crate::number(seconds))])
    }

    /// `Quello che hai inviato è troppo grande`
    #[must_use]
    pub fn refusals_too_large(&self) -> String {
        self.say("refusals-too-large", &[])
    }

    /// `Un file può avere al massimo 20 MB: mandalo più leggero o in più parti.`
    #[must_use]
    pub fn refusals_too_large_text(&self) -> String {
        self.say("refusals-too-large-text", &[])
    }

    /// `Il modulo non si legge`
    #[must_use]
    pub fn refusals_bad_form(&self) -> String {
        self.say("refusals-bad-form", &[])
    }

    /// `Ricarica la pagina e compila di nuovo il modulo.`
    #[must_use]
    pub fn refusals_bad_form_text(&self) -> String {
        self.say("refusals-bad-form-text", &[])
    }

    /// `Questa pagina non si apre così`
    #[must_use]
    pub fn refusals_method(&self) -> String {
        self.say("refusals-method", &[])
    }

    /// `Torna indietro e usa i pulsanti della pagina.`
    #[must_use]
    pub fn refusals_method_text(&self) -> String {
        self.say("refusals-method-text", &[])
    }

    /// `La richiesta non viene da queste pagine`
    #[must_use]
    pub fn refusals_cross_site(&self) -> String {
        self.say("refusals-cross-site", &[])
    }

    /// `Per sicurezza non è stata eseguita. Apri la pagina da qui e riprova; se usi un browser molto vecchio, aggiornalo.`
    #[must_use]
    pub fn refusals_cross_site_text(&self) -> String {
        self.say("refusals-cross-site-text", &[])
    }

    /// `Bisogna prima accedere`
    #[must_use]
    pub fn refusals_not_signed_in(&self) -> String {
        self.say("refusals-not-signed-in", &[])
    }

    /// `Scegli prima la tua password`
    #[must_use]
    pub fn refusals_password_first(&self) -> String {
        self.say("refusals-password-first", &[])
    }

    /// `Il diagramma non dice {argument} a questa operazione: va corretto nella procedura`
    #[must_use]
    pub fn refusals_argument_missing(&self, argument: impl std::fmt::Display) -> String {
        self.say("refusals-argument-missing", &[("argument", self.text(argument))])
    }

    /// `Questa persona non può lavorare la pratica: scegli chi ne ha il ruolo`
    #[must_use]
    pub fn refusals_assignee_cannot(&self) -> String {
        self.say("refusals-assignee-cannot", &[])
    }

    /// `Il cliente non ha un indirizzo e-mail: aggiungilo all’anagrafica o scrivi per posta`
    #[must_use]
    pub fn refusals_customer_email_missing(&self) -> String {
        self.say("refusals-customer-email-missing", &[])
    }

    /// `Il documento è di un’altra pratica: scegline uno di questa`
    #[must_use]
    pub fn refusals_document_of_other_case(&self) -> String {
        self.say("refusals-document-of-other-case", &[])
    }

    /// `La pratica non aspetta questa risposta: guarda a che punto è`
    #[must_use]
    pub fn refusals_nobody_waits(&self) -> String {
        self.say("refusals-nobody-waits", &[])
    }

    /// `La procedura non ha un documento {kind}`
    #[must_use]
    pub fn refusals_paper_missing(&self, kind: impl std::fmt::Display) -> String {
        self.say("refusals-paper-missing", &[("kind", self.text(kind))])
    }

    /// `Non c’è una procedura {procedure} pubblicata`
    #[must_use]
    pub fn refusals_procedure_missing(&self, procedure: impl std::fmt::Display) -> String {
        self.say("refusals-procedure-missing", &[("procedure", self.text(procedure))])
    }

    /// `Hai già tutte le viste che si possono salvare: togline una`
    #[must_use]
    pub fn refusals_too_many_views(&self) -> String {
        self.say("refusals-too-many-views", &[])
    }

    /// `Questa vista non c’è più`
    #[must_use]
    pub fn refusals_missing_view(&self) -> String {
        self.say("refusals-missing-view", &[])
    }

    /// `Questa ricevuta non esiste`
    #[must_use]
    pub fn refusals_missing_receipt(&self) -> String {
        self.say("refusals-missing-receipt", &[])
    }

    /// `Questa bolletta non esiste`
    #[must_use]
    pub fn refusals_missing_bill(&self) -> String {
        self.say("refusals-missing-bill", &[])
    }

    /// `Questa cassa non esiste`
    #[must_use]
    pub fn refusals_missing_till(&self) -> String {
        self.say("refusals-missing-till", &[])
    }

    /// `Questo comando per la fatturazione non esiste`
    #[must_use]
    pub fn refusals_missing_command(&self) -> String {
        self.say("refusals-missing-command", &[])
    }

    /// `Questo passo spetta a una persona diversa da chi ha fatto il precedente: passalo a un collega.`
    #[must_use]
    pub fn refusals_task_of_second_person(&self) -> String {
        self.say("refusals-task-of-second-person", &[])
    }

    /// `Non si sa che cosa sia l’arrivo « {origin} »: il processo dà un canale che il programma non ha. Avvisa chi cura le procedure.`
    #[must_use]
    pub fn refusals_origin_unknown(&self, origin: impl std::fmt::Display) -> String {
        self.say("refusals-origin-unknown", &[("origin", self.text(origin))])
    }

    /// `Il file non si può usare: {reason}`
    #[must_use]
    pub fn refusals_distributor_file_unreadable(&self, reason: impl std::fmt::Display) -> String {
        self.say("refusals-distributor-file-unreadable", &[("reason", self.text(reason))])
    }

    /// `Non si può annullare: dopo è stato applicato un altro file`
    #[must_use]
    pub fn refusals_distributor_undo_later_file(&self) -> String {
        self.say("refusals-distributor-undo-later-file", &[])
    }

    /// `Questo file non è applicato: non c’è niente da annullare`
    #[must_use]
    pub fn refusals_distributor_undo_not_applied(&self) -> String {
        self.say("refusals-distributor-undo-not-applied", &[])
    }

    /// `Non si può annullare: le pratiche sono già andate avanti`
    #[must_use]
    pub fn refusals_distributor_undo_taken_in(&self) -> String {
        self.say("refusals-distributor-undo-taken-in", &[])
    }

    /// `Il distributore {name} non è nelle impostazioni`
    #[must_use]
    pub fn refusals_distributor_unknown(&self, name: impl std::fmt::Display) -> String {
        self.say("refusals-distributor-unknown", &[("name", self.text(name))])
    }

    /// `Il messaggio non va con la richiesta di questa pratica`
    #[must_use]
    pub fn refusals_message_does_not_fit(&self) -> String {
        self.say("refusals-message-does-not-fit", &[])
    }

    /// `Un messaggio che non si legge non si può assegnare`
    #[must_use]
    pub fn refusals_message_unreadable(&self) -> String {
        self.say("refusals-message-unreadable", &[])
    }

    /// `Il codice {code} non è un PDR di 14 cifre`
    #[must_use]
    pub fn refusals_point_code_wrong(&self, code: impl std::fmt::Display) -> String {
        self.say("refusals-point-code-wrong", &[("code", self.text(code))])
    }

    /// `L’impostazione {setting} non è una partita IVA`
    #[must_use]
    pub fn refusals_setting_wrong(&self, setting: impl std::fmt::Display) -> String {
        self.say("refusals-setting-wrong", &[("setting", self.text(setting))])
    }

    /// `Questo messaggio non c’è, o qualcuno se ne è già occupato`
    #[must_use]
    pub fn refusals_missing_message(&self) -> String {
        self.say("refusals-missing-message", &[])
    }

    /// `Il punto ha già un intestatario: serve una voltura`
    #[must_use]
    pub fn refusals_point_has_holder(&self) -> String {
        self.say("refusals-point-has-holder", &[])
    }

    /// `La pratica {procedure} che segue chiede ancora i dati della richiesta: la procedura deve riconoscere che ne segue un’altra`
    #[must_use]
    pub fn refusals_case_open_still_draft(&self, procedure: impl std::fmt::Display) -> String {
        self.say("refusals-case-open-still-draft", &[("procedure", self.text(procedure))])
    }

    /// `«{cause}» non è una causa di sospensione: va corretto nella procedura`
    #[must_use]
    pub fn refusals_cause_unknown(&self, cause: impl std::fmt::Display) -> String {
        self.say("refusals-cause-unknown", &[("cause", self.text(cause))])
    }

    /// `Il periodo finisce ({to}) prima di cominciare ({from}): controlla le due date`
    #[must_use]
    pub fn refusals_hold_backwards(
        &self,
        to: impl std::fmt::Display,
        from: impl std::fmt::Display,
    ) -> String {
        self.say("refusals-hold-backwards", &[("to", self.text(to)), ("from", self.text(from))])
    }

    /// `«{band}» non è una fascia oraria come 08-11`
    #[must_use]
    pub fn refusals_band_unknown(&self, band: impl std::fmt::Display) -> String {
        self.say("refusals-band-unknown", &[("band", self.text(band))])
    }

    /// `La fascia è troppo larga: al massimo {hours} ore`
    #[must_use]
    pub fn refusals_band_too_wide(&self, hours: impl std::fmt::Display) -> String {
        self.say("refusals-band-too-wide", &[("hours", self.text(hours))])
    }

    /// `Il giorno concordato è già passato`
    #[must_use]
    pub fn refusals_date_past(&self) -> String {
        self.say("refusals-date-past", &[])
    }

    /// `Il giorno concordato è festivo: scegline un altro`
    #[must_use]
    pub fn refusals_date_not_worked(&self) -> String {
        self.say("refusals-date-not-worked", &[])
    }

    /// `«{arrived}» non è un’ora come 09:40`
    #[must_use]
    pub fn refusals_arrived_unknown(&self, arrived: impl std::fmt::Display) -> String {
        self.say("refusals-arrived-unknown", &[("arrived", self.text(arrived))])
    }

    /// `Il contatore {serial} non è su questo punto: controlla la matricola`
    #[must_use]
    pub fn refusals_meter_unknown(&self, serial: impl std::fmt::Display) -> String {
        self.say("refusals-meter-unknown", &[("serial", self.text(serial))])
    }

    /// `Il contatore {serial} è già posato sul punto {point}: controlla la matricola`
    #[must_use]
    pub fn refusals_meter_there(
        &self,
        serial: impl std::fmt::Display,
        point: impl std::fmt::Display,
    ) -> String {
        self.say("refusals-meter-there", &[("serial", self.text(serial)), ("point", self.text(point))])
    }

    /// `Manca la lettura del quadrante {register}`
    #[must_use]
    pub fn refusals_register_missing(&self, register: impl std::fmt::Display) -> String {
        self.say("refusals-register-missing", &[("register", self.text(register))])
    }

    /// `Un importo richiesto da una pratica è già pagato o non è più dovuto.`
    #[must_use]
    pub fn refusals_cash_charge_closed(&self) -> String {
        self.say("refusals-cash-charge-closed", &[])
    }

    /// `L’importo {number} è già stato pagato.`
    #[must_use]
    pub fn refusals_charge_paid(&self, number: impl std::fmt::Display) -> String {
        self.say("refusals-charge-paid", &[("number", self.text(number))])
    }

    /// `La pratica non ha un cliente.`
    #[must_use]
    pub fn refusals_customer_missing(&self) -> String {
        self.say("refusals-customer-missing", &[])
    }

    /// `«{amount}» non è un importo in centesimi.`
    #[must_use]
    pub fn refusals_argument_no_amount(&self, amount: impl std::fmt::Display) -> String {
        self.say("refusals-argument-no-amount", &[("amount", self.text(amount))])
    }

    /// `«{day}» non è una data.`
    #[must_use]
    pub fn refusals_argument_no_day(&self, day: impl std::fmt::Display) -> String {
        self.say("refusals-argument-no-day", &[("day", self.text(day))])
    }

    /// `Il collegamento varrebbe fino al {day}, che è già passato.`
    #[must_use]
    pub fn refusals_link_until_past(&self, day: impl std::fmt::Display) -> String {
        self.say("refusals-link-until-past", &[("day", self.text(day))])
    }

    /// `Il collegamento chiede qualcosa che il modulo del compito {task} non ha.`
    #[must_use]
    pub fn refusals_link_fields(&self, task: impl std::fmt::Display) -> String {
        self.say("refusals-link-fields", &[("task", self.text(task))])
    }

    /// `Questo importo richiesto non esiste`
    #[must_use]
    pub fn refusals_missing_charge(&self) -> String {
        self.say("refusals-missing-charge", &[])
    }

    /// `Questo modulo non esiste`
    #[must_use]
    pub fn refusals_missing_form(&self) -> String {
        self.say("refusals-missing-form", &[])
    }

    /// `Il processo dà « {on} » dove serve un giorno o un momento: avvisa chi cura le procedure`
    #[must_use]
    pub fn refusals_argument_no_moment(&self, on: impl std::fmt::Display) -> String {
        self.say("refusals-argument-no-moment", &[("on", self.text(on))])
    }

    /// `La bolletta {number} è già in un piano di rate: togli la bolletta o chiudi quel piano`
    #[must_use]
    pub fn refusals_bill_in_plan(&self, number: impl std::fmt::Display) -> String {
        self.say("refusals-bill-in-plan", &[("number", self.text(number))])
    }

    /// `Il processo chiude il piano con un motivo che non esiste: avvisa chi cura le procedure`
    #[must_use]
    pub fn refusals_plan_end_reason(&self) -> String {
        self.say("refusals-plan-end-reason", &[])
    }

    /// `Questa pratica non ha un piano di rate: calcolalo prima`
    #[must_use]
    pub fn refusals_plan_missing(&self) -> String {
        self.say("refusals-plan-missing", &[])
    }

    /// `La fornitura è stata sospesa il {day}: non può essere tornata prima. Controlla la data`
    #[must_use]
    pub fn refusals_restored_before_cut(&self, day: impl std::fmt::Display) -> String {
        self.say("refusals-restored-before-cut", &[("day", self.text(day))])
    }

    /// `Il piano non è ancora calcolato: torna al passo delle rate`
    #[must_use]
    pub fn refusals_schedule_missing(&self) -> String {
        self.say("refusals-schedule-missing", &[])
    }

    /// `Questo piano di rate non c’è`
    #[must_use]
    pub fn refusals_missing_plan(&self) -> String {
        self.say("refusals-missing-plan", &[])
    }
}
