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

    /// `Scegli la fornitura`
    #[must_use]
    pub fn refusals_point_missing(&self) -> String {
        self.say("refusals-point-missing", &[])
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
}
