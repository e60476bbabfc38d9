//! Messages of `texts/*/case.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `{code} {number}`
    #[must_use]
    pub fn case_title(&self, code: impl std::fmt::Display, number: impl std::fmt::Display) -> String {
        self.say("case-title", &[("code", self.text(code)), ("number", self.text(number))])
    }

    /// `Orologio regolato`
    #[must_use]
    pub fn case_clock(&self) -> String {
        self.say("case-clock", &[])
    }

    /// `Questa pratica non ha un termine regolato.`
    #[must_use]
    pub fn case_clock_none(&self) -> String {
        self.say("case-clock-none", &[])
    }

    /// `L’orologio parte quando la richiesta è confermata.`
    #[must_use]
    pub fn case_clock_draft(&self) -> String {
        self.say("case-clock-draft", &[])
    }

    /// `termine {weekday} {date}`
    #[must_use]
    pub fn case_clock_limit(&self, weekday: impl std::fmt::Display, date: impl std::fmt::Display) -> String {
        self.say("case-clock-limit", &[("weekday", self.text(weekday)), ("date", self.text(date))])
    }

    /// `termine {date}`
    #[must_use]
    pub fn case_clock_limit_was(&self, date: impl std::fmt::Display) -> String {
        self.say("case-clock-limit-was", &[("date", self.text(date))])
    }

    /// `termine da ricalcolare alla ripresa`
    #[must_use]
    pub fn case_clock_limit_unknown(&self) -> String {
        self.say("case-clock-limit-unknown", &[])
    }

    /// `Conclusa nei tempi il {date}`
    #[must_use]
    pub fn case_clock_kept(&self, date: impl std::fmt::Display) -> String {
        self.say("case-clock-kept", &[("date", self.text(date))])
    }

    /// `Conclusa oltre il termine il {date}`
    #[must_use]
    pub fn case_clock_missed(&self, date: impl std::fmt::Display) -> String {
        self.say("case-clock-missed", &[("date", self.text(date))])
    }

    /// `{standard}: {level}, trascorsi {spent}`
    #[must_use]
    pub fn case_clock_figures(
        &self,
        standard: impl std::fmt::Display,
        level: impl std::fmt::Display,
        spent: impl std::fmt::Display,
    ) -> String {
        self.say(
            "case-clock-figures",
            &[("standard", self.text(standard)), ("level", self.text(level)), ("spent", self.text(spent))],
        )
    }

    /// `{figures}, sospesa {days}`
    #[must_use]
    pub fn case_clock_figures_held(
        &self,
        figures: impl std::fmt::Display,
        days: impl std::fmt::Display,
    ) -> String {
        self.say("case-clock-figures-held", &[("figures", self.text(figures)), ("days", self.text(days))])
    }

    /// `versione processo {version}`
    #[must_use]
    pub fn case_version(&self, version: impl std::fmt::Display) -> String {
        self.say("case-version", &[("version", self.text(version))])
    }

    /// `richiesta allo sportello`
    #[must_use]
    pub fn case_from_counter(&self) -> String {
        self.say("case-from-counter", &[])
    }

    /// `richiesta da un contatto`
    #[must_use]
    pub fn case_from_contact(&self) -> String {
        self.say("case-from-contact", &[])
    }

    /// `richiesta interna`
    #[must_use]
    pub fn case_from_internal(&self) -> String {
        self.say("case-from-internal", &[])
    }

    /// `richiesta dal portale`
    #[must_use]
    pub fn case_from_portal(&self) -> String {
        self.say("case-from-portal", &[])
    }

    /// `richiesta per telefono`
    #[must_use]
    pub fn case_from_call_centre(&self) -> String {
        self.say("case-from-call-centre", &[])
    }

    /// `richiesta dalla rete vendita`
    #[must_use]
    pub fn case_from_sales_network(&self) -> String {
        self.say("case-from-sales-network", &[])
    }

    /// `richiesta per lettera`
    #[must_use]
    pub fn case_from_letter(&self) -> String {
        self.say("case-from-letter", &[])
    }

    /// `richiesta per e-mail`
    #[must_use]
    pub fn case_from_email(&self) -> String {
        self.say("case-from-email", &[])
    }

    /// `richiesta per PEC`
    #[must_use]
    pub fn case_from_pec(&self) -> String {
        self.say("case-from-pec", &[])
    }

    /// `richiesta dal distributore`
    #[must_use]
    pub fn case_from_distributor(&self) -> String {
        self.say("case-from-distributor", &[])
    }

    /// `richiesta dalla fatturazione`
    #[must_use]
    pub fn case_from_billing(&self) -> String {
        self.say("case-from-billing", &[])
    }

    /// `bozza`
    #[must_use]
    pub fn case_state_draft(&self) -> String {
        self.say("case-state-draft", &[])
    }

    /// `avviata`
    #[must_use]
    pub fn case_state_started(&self) -> String {
        self.say("case-state-started", &[])
    }

    /// `ammissibile`
    #[must_use]
    pub fn case_state_admissible(&self) -> String {
        self.say("case-state-admissible", &[])
    }

    /// `non ammissibile`
    #[must_use]
    pub fn case_state_inadmissible(&self) -> String {
        self.say("case-state-inadmissible", &[])
    }

    /// `evasa`
    #[must_use]
    pub fn case_state_fulfilled(&self) -> String {
        self.say("case-state-fulfilled", &[])
    }

    /// `annullata`
    #[must_use]
    pub fn case_state_cancelled(&self) -> String {
        self.say("case-state-cancelled", &[])
    }

    /// `Sospendi`
    #[must_use]
    pub fn case_suspend(&self) -> String {
        self.say("case-suspend", &[])
    }

    /// `Riprendi`
    #[must_use]
    pub fn case_resume(&self) -> String {
        self.say("case-resume", &[])
    }

    /// `Riassegna`
    #[must_use]
    pub fn case_reassign(&self) -> String {
        self.say("case-reassign", &[])
    }

    /// `Prendi in carico`
    #[must_use]
    pub fn case_take(&self) -> String {
        self.say("case-take", &[])
    }

    /// `Altre azioni`
    #[must_use]
    pub fn case_more(&self) -> String {
        self.say("case-more", &[])
    }

    /// `Annulla la pratica`
    #[must_use]
    pub fn case_cancel(&self) -> String {
        self.say("case-cancel", &[])
    }

    /// `Apri una pratica che ne segue`
    #[must_use]
    pub fn case_follow_up(&self) -> String {
        self.say("case-follow-up", &[])
    }

    /// `Fissa un appuntamento`
    #[must_use]
    pub fn case_appointment(&self) -> String {
        self.say("case-appointment", &[])
    }

    /// `Processo`
    #[must_use]
    pub fn case_process(&self) -> String {
        self.say("case-process", &[])
    }

    /// `fatto`
    #[must_use]
    pub fn case_legend_done(&self) -> String {
        self.say("case-legend-done", &[])
    }

    /// `adesso`
    #[must_use]
    pub fn case_legend_now(&self) -> String {
        self.say("case-legend-now", &[])
    }

    /// `da fare`
    #[must_use]
    pub fn case_legend_next(&self) -> String {
        self.say("case-legend-next", &[])
    }

    /// `Elenco dei passi`
    #[must_use]
    pub fn case_steps(&self) -> String {
        self.say("case-steps", &[])
    }

    /// `Adatta il diagramma alla finestra`
    #[must_use]
    pub fn case_fit(&self) -> String {
        self.say("case-fit", &[])
    }

    /// `Diagramma del processo: la pratica è al passo {step}. L’elenco dei passi è il testo equivalente.`
    #[must_use]
    pub fn case_diagram(&self, step: impl std::fmt::Display) -> String {
        self.say("case-diagram", &[("step", self.text(step))])
    }

    /// `Diagramma del processo, concluso. L’elenco dei passi è il testo equivalente.`
    #[must_use]
    pub fn case_diagram_ended(&self) -> String {
        self.say("case-diagram-ended", &[])
    }

    /// `Il diagramma non si può disegnare: usa l’elenco dei passi.`
    #[must_use]
    pub fn case_diagram_fail(&self) -> String {
        self.say("case-diagram-fail", &[])
    }

    /// `{step}, fatto`
    #[must_use]
    pub fn case_step_done(&self, step: impl std::fmt::Display) -> String {
        self.say("case-step-done", &[("step", self.text(step))])
    }

    /// `{step}, fatto il {date}`
    #[must_use]
    pub fn case_step_done_on(&self, step: impl std::fmt::Display, date: impl std::fmt::Display) -> String {
        self.say("case-step-done-on", &[("step", self.text(step)), ("date", self.text(date))])
    }

    /// `{step}, in corso`
    #[must_use]
    pub fn case_step_now(&self, step: impl std::fmt::Display) -> String {
        self.say("case-step-now", &[("step", self.text(step))])
    }

    /// `Da fare adesso: {task}`
    #[must_use]
    pub fn case_task(&self, task: impl std::fmt::Display) -> String {
        self.say("case-task", &[("task", self.text(task))])
    }

    /// `Da fare adesso`
    #[must_use]
    pub fn case_task_none(&self) -> String {
        self.say("case-task-none", &[])
    }

    /// `Niente da fare per una persona`
    #[must_use]
    pub fn case_task_empty(&self) -> String {
        self.say("case-task-empty", &[])
    }

    /// `Il processo aspetta una risposta o lavora da solo: il prossimo passo compare qui.`
    #[must_use]
    pub fn case_task_empty_text(&self) -> String {
        self.say("case-task-empty-text", &[])
    }

    /// `La pratica è chiusa`
    #[must_use]
    pub fn case_task_ended(&self) -> String {
        self.say("case-task-ended", &[])
    }

    /// `Nessun passo è più aperto.`
    #[must_use]
    pub fn case_task_ended_text(&self) -> String {
        self.say("case-task-ended-text", &[])
    }

    /// `{who}, dal {date}`
    #[must_use]
    pub fn case_task_since(&self, who: impl std::fmt::Display, date: impl std::fmt::Display) -> String {
        self.say("case-task-since", &[("who", self.text(who)), ("date", self.text(date))])
    }

    /// `per il ruolo {role}, dal {date}`
    #[must_use]
    pub fn case_task_for_role(&self, role: impl std::fmt::Display, date: impl std::fmt::Display) -> String {
        self.say("case-task-for-role", &[("role", self.text(role)), ("date", self.text(date))])
    }

    /// `Prendi in carico`
    #[must_use]
    pub fn case_claim(&self) -> String {
        self.say("case-claim", &[])
    }

    /// `Completa`
    #[must_use]
    pub fn case_complete(&self) -> String {
        self.say("case-complete", &[])
    }

    /// `Fermo, da sbloccare`
    #[must_use]
    pub fn case_incidents(&self) -> String {
        self.say("case-incidents", &[])
    }

    /// `Messaggi alla fatturazione`
    #[must_use]
    pub fn case_billing(&self) -> String {
        self.say("case-billing", &[])
    }

    /// `E-mail`
    #[must_use]
    pub fn case_mails(&self) -> String {
        self.say("case-mails", &[])
    }

    /// `Messaggio`
    #[must_use]
    pub fn case_col_message(&self) -> String {
        self.say("case-col-message", &[])
    }

    /// `Quando`
    #[must_use]
    pub fn case_col_when(&self) -> String {
        self.say("case-col-when", &[])
    }

    /// `Stato`
    #[must_use]
    pub fn case_col_state(&self) -> String {
        self.say("case-col-state", &[])
    }

    /// `Date registrate`
    #[must_use]
    pub fn case_dates(&self) -> String {
        self.say("case-dates", &[])
    }

    /// `{done} di {all}`
    #[must_use]
    pub fn case_dates_count(&self, done: impl std::fmt::Display, all: impl std::fmt::Display) -> String {
        self.say("case-dates-count", &[("done", self.text(done)), ("all", self.text(all))])
    }

    /// `{label}, {at}: correggi`
    #[must_use]
    pub fn case_date_correct(&self, label: impl std::fmt::Display, at: impl std::fmt::Display) -> String {
        self.say("case-date-correct", &[("label", self.text(label)), ("at", self.text(at))])
    }

    /// `corretta`
    #[must_use]
    pub fn case_date_corrected(&self) -> String {
        self.say("case-date-corrected", &[])
    }

    /// `entro {date}`
    #[must_use]
    pub fn case_date_until(&self, date: impl std::fmt::Display) -> String {
        self.say("case-date-until", &[("date", self.text(date))])
    }

    /// `attesa`
    #[must_use]
    pub fn case_date_awaited(&self) -> String {
        self.say("case-date-awaited", &[])
    }

    /// `Documenti`
    #[must_use]
    pub fn case_documents(&self) -> String {
        self.say("case-documents", &[])
    }

    /// `Nessun documento.`
    #[must_use]
    pub fn case_documents_none(&self) -> String {
        self.say("case-documents-none", &[])
    }

    /// `Aggiungi`
    #[must_use]
    pub fn case_document_add(&self) -> String {
        self.say("case-document-add", &[])
    }

    /// `in produzione`
    #[must_use]
    pub fn case_document_queued(&self) -> String {
        self.say("case-document-queued", &[])
    }

    /// `non prodotto`
    #[must_use]
    pub fn case_document_failed(&self) -> String {
        self.say("case-document-failed", &[])
    }

    /// `da produrre`
    #[must_use]
    pub fn case_document_to_produce(&self) -> String {
        self.say("case-document-to-produce", &[])
    }

    /// `Apri a parte`
    #[must_use]
    pub fn case_document_apart(&self) -> String {
        self.say("case-document-apart", &[])
    }

    /// `Appuntamenti`
    #[must_use]
    pub fn case_appointments(&self) -> String {
        self.say("case-appointments", &[])
    }

    /// `{subject}: file per il calendario`
    #[must_use]
    pub fn case_appointment_file(&self, subject: impl std::fmt::Display) -> String {
        self.say("case-appointment-file", &[("subject", self.text(subject))])
    }

    /// `Pratiche collegate`
    #[must_use]
    pub fn case_linked(&self) -> String {
        self.say("case-linked", &[])
    }

    /// `Commenti`
    #[must_use]
    pub fn case_comments(&self) -> String {
        self.say("case-comments", &[])
    }

    /// `Nessun commento.`
    #[must_use]
    pub fn case_comments_none(&self) -> String {
        self.say("case-comments-none", &[])
    }

    /// `Nuovo commento`
    #[must_use]
    pub fn case_comment_new(&self) -> String {
        self.say("case-comment-new", &[])
    }

    /// `Scrivi un commento`
    #[must_use]
    pub fn case_comment_hint(&self) -> String {
        self.say("case-comment-hint", &[])
    }

    /// `Registro`
    #[must_use]
    pub fn case_audit(&self) -> String {
        self.say("case-audit", &[])
    }

    /// `Tutto`
    #[must_use]
    pub fn case_audit_all(&self) -> String {
        self.say("case-audit-all", &[])
    }

    /// `Storia`
    #[must_use]
    pub fn case_history(&self) -> String {
        self.say("case-history", &[])
    }

    /// `Perché`
    #[must_use]
    pub fn case_ask_cause(&self) -> String {
        self.say("case-ask-cause", &[])
    }

    /// `Attesa del cliente`
    #[must_use]
    pub fn case_cause_customer(&self) -> String {
        self.say("case-cause-customer", &[])
    }

    /// `Attesa di un terzo`
    #[must_use]
    pub fn case_cause_third_party(&self) -> String {
        self.say("case-cause-third-party", &[])
    }

    /// `Attesa di permessi`
    #[must_use]
    pub fn case_cause_permits(&self) -> String {
        self.say("case-cause-permits", &[])
    }

    /// `Forza maggiore`
    #[must_use]
    pub fn case_cause_force_majeure(&self) -> String {
        self.say("case-cause-force-majeure", &[])
    }

    /// `Data concordata con il cliente`
    #[must_use]
    pub fn case_cause_date(&self) -> String {
        self.say("case-cause-date", &[])
    }

    /// `Nota`
    #[must_use]
    pub fn case_ask_note(&self) -> String {
        self.say("case-ask-note", &[])
    }

    /// `L’orologio si ferma adesso e riparte con Riprendi.`
    #[must_use]
    pub fn case_ask_suspend_hint(&self) -> String {
        self.say("case-ask-suspend-hint", &[])
    }

    /// `A chi`
    #[must_use]
    pub fn case_ask_to(&self) -> String {
        self.say("case-ask-to", &[])
    }

    /// `Motivo`
    #[must_use]
    pub fn case_ask_reason(&self) -> String {
        self.say("case-ask-reason", &[])
    }

    /// `La pratica si chiude: passi, appuntamenti e orologio finiscono. Nulla viene cancellato.`
    #[must_use]
    pub fn case_ask_cancel_note(&self) -> String {
        self.say("case-ask-cancel-note", &[])
    }

    /// `L’anagrafica di {name} (cliente {number}), creata con questa bozza, resta in anagrafica.`
    #[must_use]
    pub fn case_ask_cancel_party(
        &self,
        name: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say("case-ask-cancel-party", &[("name", self.text(name)), ("number", self.text(number))])
    }

    /// `File`
    #[must_use]
    pub fn case_ask_file(&self) -> String {
        self.say("case-ask-file", &[])
    }

    /// `PDF, JPEG o PNG, al massimo 15 MB`
    #[must_use]
    pub fn case_ask_file_hint(&self) -> String {
        self.say("case-ask-file-hint", &[])
    }

    /// `Che cosa è`
    #[must_use]
    pub fn case_ask_kind(&self) -> String {
        self.say("case-ask-kind", &[])
    }

    /// `È il documento che si aspetta dal cliente: la pratica riparte`
    #[must_use]
    pub fn case_ask_answers(&self) -> String {
        self.say("case-ask-answers", &[])
    }

    /// `Data e ora`
    #[must_use]
    pub fn case_ask_when(&self) -> String {
        self.say("case-ask-when", &[])
    }

    /// `Per esempio 09/03/2026 11:40`
    #[must_use]
    pub fn case_ask_when_hint(&self) -> String {
        self.say("case-ask-when-hint", &[])
    }

    /// `Correggi la data: {label}`
    #[must_use]
    pub fn case_correct_title(&self, label: impl std::fmt::Display) -> String {
        self.say("case-correct-title", &[("label", self.text(label))])
    }

    /// `Salva la correzione`
    #[must_use]
    pub fn case_correct_submit(&self) -> String {
        self.say("case-correct-submit", &[])
    }

    /// `La data di prima resta nella storia e gli orologi si ricalcolano.`
    #[must_use]
    pub fn case_correct_note(&self) -> String {
        self.say("case-correct-note", &[])
    }

    /// `Sospesa dal {date}.`
    #[must_use]
    pub fn case_who_suspended(&self, date: impl std::fmt::Display) -> String {
        self.say("case-who-suspended", &[("date", self.text(date))])
    }

    /// `completa il passo`
    #[must_use]
    pub fn case_key_complete(&self) -> String {
        self.say("case-key-complete", &[])
    }

    /// `sospendi`
    #[must_use]
    pub fn case_key_suspend(&self) -> String {
        self.say("case-key-suspend", &[])
    }

    /// `riprendi`
    #[must_use]
    pub fn case_key_resume(&self) -> String {
        self.say("case-key-resume", &[])
    }

    /// `riassegna`
    #[must_use]
    pub fn case_key_reassign(&self) -> String {
        self.say("case-key-reassign", &[])
    }

    /// `commenta`
    #[must_use]
    pub fn case_key_comment(&self) -> String {
        self.say("case-key-comment", &[])
    }

    /// `documento`
    #[must_use]
    pub fn case_key_document(&self) -> String {
        self.say("case-key-document", &[])
    }

    /// `Riprendi la compilazione`
    #[must_use]
    pub fn case_go_on(&self) -> String {
        self.say("case-go-on", &[])
    }

    /// `Altro documento`
    #[must_use]
    pub fn case_document_other(&self) -> String {
        self.say("case-document-other", &[])
    }

    /// `applicato`
    #[must_use]
    pub fn case_message_applied(&self) -> String {
        self.say("case-message-applied", &[])
    }

    /// `respinto`
    #[must_use]
    pub fn case_message_rejected(&self) -> String {
        self.say("case-message-rejected", &[])
    }

    /// `inviato`
    #[must_use]
    pub fn case_message_sent(&self) -> String {
        self.say("case-message-sent", &[])
    }

    /// `in coda`
    #[must_use]
    pub fn case_message_queued(&self) -> String {
        self.say("case-message-queued", &[])
    }

    /// `messaggio {number}, tentativi {attempts}`
    #[must_use]
    pub fn case_message_number(
        &self,
        number: impl std::fmt::Display,
        attempts: impl std::fmt::Display,
    ) -> String {
        self.say("case-message-number", &[("number", self.text(number)), ("attempts", self.text(attempts))])
    }

    /// `inviata`
    #[must_use]
    pub fn case_mail_sent(&self) -> String {
        self.say("case-mail-sent", &[])
    }

    /// `non consegnata`
    #[must_use]
    pub fn case_mail_failed(&self) -> String {
        self.say("case-mail-failed", &[])
    }

    /// `da ritentare`
    #[must_use]
    pub fn case_mail_deferred(&self) -> String {
        self.say("case-mail-deferred", &[])
    }

    /// `svolto`
    #[must_use]
    pub fn case_appointment_kept(&self) -> String {
        self.say("case-appointment-kept", &[])
    }

    /// `mancato`
    #[must_use]
    pub fn case_appointment_missed(&self) -> String {
        self.say("case-appointment-missed", &[])
    }

    /// `annullato`
    #[must_use]
    pub fn case_appointment_cancelled(&self) -> String {
        self.say("case-appointment-cancelled", &[])
    }

    /// `fissato`
    #[must_use]
    pub fn case_appointment_agreed(&self) -> String {
        self.say("case-appointment-agreed", &[])
    }

    /// `collegata`
    #[must_use]
    pub fn case_linked_how(&self) -> String {
        self.say("case-linked-how", &[])
    }

    /// `Richiesta ricevuta`
    #[must_use]
    pub fn case_fact_received(&self) -> String {
        self.say("case-fact-received", &[])
    }

    /// `Richiesta non ammessa`
    #[must_use]
    pub fn case_fact_refused(&self) -> String {
        self.say("case-fact-refused", &[])
    }

    /// `ha aperto la pratica`
    #[must_use]
    pub fn case_log_open(&self) -> String {
        self.say("case-log-open", &[])
    }

    /// `ha completato {step}`
    #[must_use]
    pub fn case_log_answer(&self, step: impl std::fmt::Display) -> String {
        self.say("case-log-answer", &[("step", self.text(step))])
    }

    /// `ha lasciato libera la pratica`
    #[must_use]
    pub fn case_log_released(&self) -> String {
        self.say("case-log-released", &[])
    }

    /// `ha assegnato la pratica a {name}`
    #[must_use]
    pub fn case_log_assign(&self, name: impl std::fmt::Display) -> String {
        self.say("case-log-assign", &[("name", self.text(name))])
    }

    /// `ha preso in carico la pratica`
    #[must_use]
    pub fn case_log_take(&self) -> String {
        self.say("case-log-take", &[])
    }

    /// `ha sospeso l’orologio: {cause}`
    #[must_use]
    pub fn case_log_suspend(&self, cause: impl std::fmt::Display) -> String {
        self.say("case-log-suspend", &[("cause", self.text(cause))])
    }

    /// `ha riavviato l’orologio`
    #[must_use]
    pub fn case_log_resume(&self) -> String {
        self.say("case-log-resume", &[])
    }

    /// `ha annullato la pratica: {reason}`
    #[must_use]
    pub fn case_log_cancel(&self, reason: impl std::fmt::Display) -> String {
        self.say("case-log-cancel", &[("reason", self.text(reason))])
    }

    /// `ha chiuso la pratica come non ammissibile: {reason}`
    #[must_use]
    pub fn case_log_refused(&self, reason: impl std::fmt::Display) -> String {
        self.say("case-log-refused", &[("reason", self.text(reason))])
    }

    /// `ha chiuso la pratica come evasa`
    #[must_use]
    pub fn case_log_fulfilled(&self) -> String {
        self.say("case-log-fulfilled", &[])
    }

    /// `ha scritto un commento`
    #[must_use]
    pub fn case_log_comment(&self) -> String {
        self.say("case-log-comment", &[])
    }

    /// `ha corretto la data {fact}`
    #[must_use]
    pub fn case_log_correct(&self, fact: impl std::fmt::Display) -> String {
        self.say("case-log-correct", &[("fact", self.text(fact))])
    }

    /// `ha aggiunto il documento {title}`
    #[must_use]
    pub fn case_log_document(&self, title: impl std::fmt::Display) -> String {
        self.say("case-log-document", &[("title", self.text(title))])
    }

    /// `ha aperto la pratica collegata {number}`
    #[must_use]
    pub fn case_log_linked(&self, number: impl std::fmt::Display) -> String {
        self.say("case-log-linked", &[("number", self.text(number))])
    }

    /// `ha riaperto la richiesta come {number}, con la stessa data`
    #[must_use]
    pub fn case_log_reclassified(&self, number: impl std::fmt::Display) -> String {
        self.say("case-log-reclassified", &[("number", self.text(number))])
    }

    /// `ha collegato la pratica {number}`
    #[must_use]
    pub fn case_log_related(&self, number: impl std::fmt::Display) -> String {
        self.say("case-log-related", &[("number", self.text(number))])
    }

    /// `ha fermato i solleciti per le bollette contestate`
    #[must_use]
    pub fn case_log_held(&self) -> String {
        self.say("case-log-held", &[])
    }

    /// `ha ripreso i solleciti per le bollette contestate`
    #[must_use]
    pub fn case_log_let_go(&self) -> String {
        self.say("case-log-let-go", &[])
    }

    /// `ha fissato un appuntamento`
    #[must_use]
    pub fn case_log_appointment(&self) -> String {
        self.say("case-log-appointment", &[])
    }

    /// `ha disdetto un appuntamento`
    #[must_use]
    pub fn case_log_appointment_off(&self) -> String {
        self.say("case-log-appointment-off", &[])
    }

    /// `non ha potuto avvisare {name} dell’appuntamento: manca l’indirizzo e-mail`
    #[must_use]
    pub fn case_log_appointment_untold(&self, name: impl std::fmt::Display) -> String {
        self.say("case-log-appointment-untold", &[("name", self.text(name))])
    }

    /// `ha creato l’anagrafica`
    #[must_use]
    pub fn case_log_party(&self) -> String {
        self.say("case-log-party", &[])
    }

    /// `ha corretto l’anagrafica {number}`
    #[must_use]
    pub fn case_log_correct_party(&self, number: impl std::fmt::Display) -> String {
        self.say("case-log-correct-party", &[("number", self.text(number))])
    }

    /// `ha corretto il contratto {number}`
    #[must_use]
    pub fn case_log_correct_contract(&self, number: impl std::fmt::Display) -> String {
        self.say("case-log-correct-contract", &[("number", self.text(number))])
    }

    /// `ha passato il contratto al nuovo intestatario`
    #[must_use]
    pub fn case_log_holder(&self) -> String {
        self.say("case-log-holder", &[])
    }

    /// `ha fatto ripartire il processo`
    #[must_use]
    pub fn case_log_retry(&self) -> String {
        self.say("case-log-retry", &[])
    }

    /// `ha registrato la data {fact}`
    #[must_use]
    pub fn case_log_fact(&self, fact: impl std::fmt::Display) -> String {
        self.say("case-log-fact", &[("fact", self.text(fact))])
    }

    /// `ha registrato un contatto`
    #[must_use]
    pub fn case_log_contact(&self) -> String {
        self.say("case-log-contact", &[])
    }

    /// `ha registrato la lettura`
    #[must_use]
    pub fn case_log_reading(&self) -> String {
        self.say("case-log-reading", &[])
    }

    /// `ha cambiato i dati del cliente`
    #[must_use]
    pub fn case_log_party_changed(&self) -> String {
        self.say("case-log-party-changed", &[])
    }

    /// `Sportello`
    #[must_use]
    pub fn case_by_program(&self) -> String {
        self.say("case-by-program", &[])
    }

    /// `Come si conta`
    #[must_use]
    pub fn case_clock_why(&self) -> String {
        self.say("case-clock-why", &[])
    }

    /// `{who}, {when}`
    #[must_use]
    pub fn case_date_by(&self, who: impl std::fmt::Display, when: impl std::fmt::Display) -> String {
        self.say("case-date-by", &[("who", self.text(who)), ("when", self.text(when))])
    }

    /// `Registra`
    #[must_use]
    pub fn case_record(&self) -> String {
        self.say("case-record", &[])
    }

    /// `Che cosa è avvenuto`
    #[must_use]
    pub fn case_ask_fact(&self) -> String {
        self.say("case-ask-fact", &[])
    }

    /// `Documento da cui risulta`
    #[must_use]
    pub fn case_ask_paper(&self) -> String {
        self.say("case-ask-paper", &[])
    }

    /// `Nessun documento`
    #[must_use]
    pub fn case_ask_paper_none(&self) -> String {
        self.say("case-ask-paper-none", &[])
    }

    /// `Documento che lo prova`
    #[must_use]
    pub fn case_ask_evidence(&self) -> String {
        self.say("case-ask-evidence", &[])
    }

    /// `Documenti ricevuti`
    #[must_use]
    pub fn case_fact_documents(&self) -> String {
        self.say("case-fact-documents", &[])
    }

    /// `Integrazione chiesta`
    #[must_use]
    pub fn case_fact_integration(&self) -> String {
        self.say("case-fact-integration", &[])
    }

    /// `Rispondi alla richiesta`
    #[must_use]
    pub fn case_task_answer(&self) -> String {
        self.say("case-task-answer", &[])
    }

    /// `Si aspettano i documenti del cliente`
    #[must_use]
    pub fn case_task_awaits(&self) -> String {
        self.say("case-task-awaits", &[])
    }

    /// `Quando arrivano, aggiungili qui: la pratica riparte e l’orologio con lei.`
    #[must_use]
    pub fn case_task_awaits_text(&self) -> String {
        self.say("case-task-awaits-text", &[])
    }

    /// `Anagrafica del nuovo intestatario`
    #[must_use]
    pub fn case_message_customer(&self) -> String {
        self.say("case-message-customer", &[])
    }

    /// `Cambio di intestatario`
    #[must_use]
    pub fn case_message_change_of_holder(&self) -> String {
        self.say("case-message-change-of-holder", &[])
    }

    /// `Attivazione della fornitura`
    #[must_use]
    pub fn case_message_activation(&self) -> String {
        self.say("case-message-activation", &[])
    }

    /// `Lettura concordata`
    #[must_use]
    pub fn case_message_reading(&self) -> String {
        self.say("case-message-reading", &[])
    }

    /// `Domiciliazione`
    #[must_use]
    pub fn case_message_mandate(&self) -> String {
        self.say("case-message-mandate", &[])
    }

    /// `{code}: {text}`
    #[must_use]
    pub fn case_billing_reason(&self, code: impl std::fmt::Display, text: impl std::fmt::Display) -> String {
        self.say("case-billing-reason", &[("code", self.text(code)), ("text", self.text(text))])
    }

    /// `Codice {code}, senza altre parole`
    #[must_use]
    pub fn case_billing_code(&self, code: impl std::fmt::Display) -> String {
        self.say("case-billing-code", &[("code", self.text(code))])
    }

    /// `La fatturazione non ha detto perché`
    #[must_use]
    pub fn case_billing_no_reason(&self) -> String {
        self.say("case-billing-no-reason", &[])
    }

    /// `Il comando non si può scrivere: {value}, {problem}`
    #[must_use]
    pub fn case_billing_unwritten(
        &self,
        value: impl std::fmt::Display,
        problem: impl std::fmt::Display,
    ) -> String {
        self.say("case-billing-unwritten", &[("value", self.text(value)), ("problem", self.text(problem))])
    }

    /// `manca`
    #[must_use]
    pub fn case_billing_missing(&self) -> String {
        self.say("case-billing-missing", &[])
    }

    /// `non è una data`
    #[must_use]
    pub fn case_billing_not_a_day(&self) -> String {
        self.say("case-billing-not-a-day", &[])
    }

    /// `non è un numero intero`
    #[must_use]
    pub fn case_billing_not_a_number(&self) -> String {
        self.say("case-billing-not-a-number", &[])
    }

    /// `la fatturazione non lo conosce`
    #[must_use]
    pub fn case_billing_not_a_sector(&self) -> String {
        self.say("case-billing-not-a-sector", &[])
    }

    /// `la fatturazione non conosce questo comando`
    #[must_use]
    pub fn case_billing_unknown_command(&self) -> String {
        self.say("case-billing-unknown-command", &[])
    }

    /// `Apri la scheda di {name}`
    #[must_use]
    pub fn case_billing_customer(&self, name: impl std::fmt::Display) -> String {
        self.say("case-billing-customer", &[("name", self.text(name))])
    }

    /// `Apri la fornitura {code}`
    #[must_use]
    pub fn case_billing_supply(&self, code: impl std::fmt::Display) -> String {
        self.say("case-billing-supply", &[("code", self.text(code))])
    }

    /// `numero cliente`
    #[must_use]
    pub fn case_billing_value_customer(&self) -> String {
        self.say("case-billing-value-customer", &[])
    }

    /// `nome`
    #[must_use]
    pub fn case_billing_value_names(&self) -> String {
        self.say("case-billing-value-names", &[])
    }

    /// `data di nascita`
    #[must_use]
    pub fn case_billing_value_birth_date(&self) -> String {
        self.say("case-billing-value-birth-date", &[])
    }

    /// `codice del punto`
    #[must_use]
    pub fn case_billing_value_point(&self) -> String {
        self.say("case-billing-value-point", &[])
    }

    /// `servizio`
    #[must_use]
    pub fn case_billing_value_sector(&self) -> String {
        self.say("case-billing-value-sector", &[])
    }

    /// `contratto di chi cede`
    #[must_use]
    pub fn case_billing_value_old_contract(&self) -> String {
        self.say("case-billing-value-old-contract", &[])
    }

    /// `ultimo giorno del contratto di chi cede`
    #[must_use]
    pub fn case_billing_value_old_ends_on(&self) -> String {
        self.say("case-billing-value-old-ends-on", &[])
    }

    /// `contratto nuovo`
    #[must_use]
    pub fn case_billing_value_new_contract(&self) -> String {
        self.say("case-billing-value-new-contract", &[])
    }

    /// `decorrenza`
    #[must_use]
    pub fn case_billing_value_starts_on(&self) -> String {
        self.say("case-billing-value-starts-on", &[])
    }

    /// `letture`
    #[must_use]
    pub fn case_billing_value_readings(&self) -> String {
        self.say("case-billing-value-readings", &[])
    }

    /// `data della lettura`
    #[must_use]
    pub fn case_billing_value_read_on(&self) -> String {
        self.say("case-billing-value-read-on", &[])
    }

    /// `riferimento del mandato`
    #[must_use]
    pub fn case_billing_value_umr(&self) -> String {
        self.say("case-billing-value-umr", &[])
    }

    /// `IBAN`
    #[must_use]
    pub fn case_billing_value_iban(&self) -> String {
        self.say("case-billing-value-iban", &[])
    }

    /// `intestatario del conto`
    #[must_use]
    pub fn case_billing_value_holder(&self) -> String {
        self.say("case-billing-value-holder", &[])
    }

    /// `data della firma`
    #[must_use]
    pub fn case_billing_value_signed_on(&self) -> String {
        self.say("case-billing-value-signed-on", &[])
    }

    /// `Documenti chiesti al cliente`
    #[must_use]
    pub fn case_mail_missing_documents(&self) -> String {
        self.say("case-mail-missing-documents", &[])
    }

    /// `Invito al tecnico`
    #[must_use]
    pub fn case_mail_invitation(&self) -> String {
        self.say("case-mail-invitation", &[])
    }

    /// `Promemoria della scadenza all’operatore`
    #[must_use]
    pub fn case_mail_deadline(&self) -> String {
        self.say("case-mail-deadline", &[])
    }

    /// `Promemoria`
    #[must_use]
    pub fn case_mail_reminder(&self) -> String {
        self.say("case-mail-reminder", &[])
    }

    /// `Visita del tecnico`
    #[must_use]
    pub fn case_appointment_visit(&self) -> String {
        self.say("case-appointment-visit", &[])
    }

    /// `Scadenza`
    #[must_use]
    pub fn case_appointment_deadline(&self) -> String {
        self.say("case-appointment-deadline", &[])
    }

    /// `Come verranno stampati, con i dati di adesso:`
    #[must_use]
    pub fn case_previews(&self) -> String {
        self.say("case-previews", &[])
    }

    /// `Il modello di questo documento ha un errore.`
    #[must_use]
    pub fn case_preview_fault(&self) -> String {
        self.say("case-preview-fault", &[])
    }

    /// `Anteprima: niente viene salvato.`
    #[must_use]
    pub fn case_preview_hint(&self) -> String {
        self.say("case-preview-hint", &[])
    }

    /// `ha preso in carico la pratica più urgente senza assegnatario, termine il {date}`
    #[must_use]
    pub fn case_log_take_due(&self, date: impl std::fmt::Display) -> String {
        self.say("case-log-take-due", &[("date", self.text(date))])
    }

    /// `ha preso in carico la pratica più urgente senza assegnatario, senza un termine`
    #[must_use]
    pub fn case_log_take_undated(&self) -> String {
        self.say("case-log-take-undated", &[])
    }

    /// `Documento che prova la data`
    #[must_use]
    pub fn case_fact_proof(&self) -> String {
        self.say("case-fact-proof", &[])
    }

    /// `Oppure carica il documento`
    #[must_use]
    pub fn case_fact_proof_file(&self) -> String {
        self.say("case-fact-proof-file", &[])
    }

    /// `PDF, JPEG o PNG. Resta tra i documenti della pratica.`
    #[must_use]
    pub fn case_fact_proof_file_hint(&self) -> String {
        self.say("case-fact-proof-file-hint", &[])
    }

    /// `ha registrato l’esito del sopralluogo`
    #[must_use]
    pub fn case_log_visit_kept(&self) -> String {
        self.say("case-log-visit-kept", &[])
    }

    /// `ha registrato che il cliente non c’era al sopralluogo`
    #[must_use]
    pub fn case_log_visit_missed(&self) -> String {
        self.say("case-log-visit-missed", &[])
    }

    /// `ha registrato la lettura verificata`
    #[must_use]
    pub fn case_log_reading_verified(&self) -> String {
        self.say("case-log-reading-verified", &[])
    }

    /// `segue da questa`
    #[must_use]
    pub fn case_linked_after(&self) -> String {
        self.say("case-linked-after", &[])
    }

    /// `questa ne segue`
    #[must_use]
    pub fn case_linked_before(&self) -> String {
        self.say("case-linked-before", &[])
    }

    /// `segue dalla pratica {number}`
    #[must_use]
    pub fn case_log_follows(&self, number: impl std::fmt::Display) -> String {
        self.say("case-log-follows", &[("number", self.text(number))])
    }

    /// `Quale procedura`
    #[must_use]
    pub fn case_follow_up_what(&self) -> String {
        self.say("case-follow-up-what", &[])
    }

    /// `La nuova pratica riparte dallo stesso cliente e dalla stessa fornitura. Le due restano collegate.`
    #[must_use]
    pub fn case_follow_up_note(&self) -> String {
        self.say("case-follow-up-note", &[])
    }

    /// `Apri la pratica`
    #[must_use]
    pub fn case_follow_up_submit(&self) -> String {
        self.say("case-follow-up-submit", &[])
    }

    /// `Lettura`
    #[must_use]
    pub fn case_reading(&self) -> String {
        self.say("case-reading", &[])
    }

    /// `del {date}, {kind}`
    #[must_use]
    pub fn case_reading_when(&self, date: impl std::fmt::Display, kind: impl std::fmt::Display) -> String {
        self.say("case-reading-when", &[("date", self.text(date)), ("kind", self.text(kind))])
    }

    /// `Comunicata`
    #[must_use]
    pub fn case_reading_value(&self) -> String {
        self.say("case-reading-value", &[])
    }

    /// `Da esaminare.`
    #[must_use]
    pub fn case_reading_held(&self) -> String {
        self.say("case-reading-held", &[])
    }

    /// `Non accettata.`
    #[must_use]
    pub fn case_reading_refused(&self) -> String {
        self.say("case-reading-refused", &[])
    }

    /// `ripartito da zero`
    #[must_use]
    pub fn case_reading_rolled_over(&self) -> String {
        self.say("case-reading-rolled-over", &[])
    }

    /// `sotto l’ultima, {last}`
    #[must_use]
    pub fn case_reading_below(&self, last: impl std::fmt::Display) -> String {
        self.say("case-reading-below", &[("last", self.text(last))])
    }

    /// `Foto`
    #[must_use]
    pub fn case_reading_photo(&self) -> String {
        self.say("case-reading-photo", &[])
    }

    /// `Storico e consumi`
    #[must_use]
    pub fn case_reading_history(&self) -> String {
        self.say("case-reading-history", &[])
    }

    /// `Che cosa cambia`
    #[must_use]
    pub fn case_changes(&self) -> String {
        self.say("case-changes", &[])
    }

    /// `Che cosa è cambiato`
    #[must_use]
    pub fn case_changed(&self) -> String {
        self.say("case-changed", &[])
    }

    /// `Dati com’erano e come diventano`
    #[must_use]
    pub fn case_changes_caption(&self) -> String {
        self.say("case-changes-caption", &[])
    }

    /// `Dato`
    #[must_use]
    pub fn case_changes_field(&self) -> String {
        self.say("case-changes-field", &[])
    }

    /// `Prima`
    #[must_use]
    pub fn case_changes_old(&self) -> String {
        self.say("case-changes-old", &[])
    }

    /// `Dopo`
    #[must_use]
    pub fn case_changes_new(&self) -> String {
        self.say("case-changes-new", &[])
    }

    /// `ha fissato il piano di rate {plan}`
    #[must_use]
    pub fn case_log_plan_agreed(&self, plan: impl std::fmt::Display) -> String {
        self.say("case-log-plan-agreed", &[("plan", self.text(plan))])
    }

    /// `ha chiuso il piano di rate {plan}`
    #[must_use]
    pub fn case_log_plan_ended(&self, plan: impl std::fmt::Display) -> String {
        self.say("case-log-plan-ended", &[("plan", self.text(plan))])
    }

    /// `ha registrato la fornitura riattivata`
    #[must_use]
    pub fn case_log_restored(&self) -> String {
        self.say("case-log-restored", &[])
    }

    /// `Chiusa il {date} senza fermare il termine`
    #[must_use]
    pub fn case_clock_unstopped(&self, date: impl std::fmt::Display) -> String {
        self.say("case-clock-unstopped", &[("date", self.text(date))])
    }

    /// `attende: {role}, dal {date}`
    #[must_use]
    pub fn case_task_awaits_role(
        &self,
        role: impl std::fmt::Display,
        date: impl std::fmt::Display,
    ) -> String {
        self.say("case-task-awaits-role", &[("role", self.text(role)), ("date", self.text(date))])
    }

    /// `ha escluso del tempo dall’orologio: {cause}`
    #[must_use]
    pub fn case_log_clock_held(&self, cause: impl std::fmt::Display) -> String {
        self.say("case-log-clock-held", &[("cause", self.text(cause))])
    }

    /// `ha registrato che non siamo andati all’appuntamento`
    #[must_use]
    pub fn case_log_visit_not_done(&self) -> String {
        self.say("case-log-visit-not-done", &[])
    }

    /// `ha aggiornato il contatore`
    #[must_use]
    pub fn case_log_meter(&self) -> String {
        self.say("case-log-meter", &[])
    }

    /// `ha aggiornato i dati tecnici della fornitura`
    #[must_use]
    pub fn case_log_point(&self) -> String {
        self.say("case-log-point", &[])
    }

    /// `ha chiesto {amount} al cliente, importo {number}`
    #[must_use]
    pub fn case_log_charge_asked(
        &self,
        amount: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say("case-log-charge-asked", &[("amount", self.text(amount)), ("number", self.text(number))])
    }

    /// `ha chiesto alla fatturazione di accreditare {amount}, importo {number}`
    #[must_use]
    pub fn case_log_charge_credited(
        &self,
        amount: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say("case-log-charge-credited", &[("amount", self.text(amount)), ("number", self.text(number))])
    }

    /// `ha registrato il pagamento di {amount} sull’importo {number}`
    #[must_use]
    pub fn case_log_charge_payment(
        &self,
        amount: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say("case-log-charge-payment", &[("amount", self.text(amount)), ("number", self.text(number))])
    }

    /// `ha registrato {amount} come acconto: l’importo {number} non era più richiesto`
    #[must_use]
    pub fn case_log_charge_on_account(
        &self,
        amount: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say(
            "case-log-charge-on-account",
            &[("amount", self.text(amount)), ("number", self.text(number))],
        )
    }

    /// `ha ritirato la richiesta di {amount}, importo {number}`
    #[must_use]
    pub fn case_log_charge_dropped(
        &self,
        amount: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say("case-log-charge-dropped", &[("amount", self.text(amount)), ("number", self.text(number))])
    }

    /// `ha riaperto l’importo {number}: stornati {amount}`
    #[must_use]
    pub fn case_log_charge_reopened(
        &self,
        number: impl std::fmt::Display,
        amount: impl std::fmt::Display,
    ) -> String {
        self.say("case-log-charge-reopened", &[("number", self.text(number)), ("amount", self.text(amount))])
    }

    /// `ha lasciato aperto il compito: l’importo {number} è pagato, ma il modulo non accetta la risposta`
    #[must_use]
    pub fn case_log_charge_not_told(&self, number: impl std::fmt::Display) -> String {
        self.say("case-log-charge-not-told", &[("number", self.text(number))])
    }

    /// `ha preparato il collegamento personale, valido fino al {date}`
    #[must_use]
    pub fn case_log_link_issued(&self, date: impl std::fmt::Display) -> String {
        self.say("case-log-link-issued", &[("date", self.text(date))])
    }

    /// `ha registrato la risposta dal collegamento personale: {name}, dall’indirizzo di rete {address}`
    #[must_use]
    pub fn case_log_link_used(
        &self,
        name: impl std::fmt::Display,
        address: impl std::fmt::Display,
    ) -> String {
        self.say("case-log-link-used", &[("name", self.text(name)), ("address", self.text(address))])
    }

    /// `Rettifica da accreditare`
    #[must_use]
    pub fn case_message_correction(&self) -> String {
        self.say("case-message-correction", &[])
    }

    /// `Lavori eseguiti`
    #[must_use]
    pub fn case_message_works(&self) -> String {
        self.say("case-message-works", &[])
    }

    /// `Stop ai solleciti`
    #[must_use]
    pub fn case_message_dunning_hold(&self) -> String {
        self.say("case-message-dunning-hold", &[])
    }

    /// `Solleciti ripresi`
    #[must_use]
    pub fn case_message_dunning_release(&self) -> String {
        self.say("case-message-dunning-release", &[])
    }

    /// `Riattivazione della fornitura`
    #[must_use]
    pub fn case_message_reconnection(&self) -> String {
        self.say("case-message-reconnection", &[])
    }

    /// `Piano di rate`
    #[must_use]
    pub fn case_message_instalment_plan(&self) -> String {
        self.say("case-message-instalment-plan", &[])
    }

    /// `Fine del piano di rate`
    #[must_use]
    pub fn case_message_instalment_plan_end(&self) -> String {
        self.say("case-message-instalment-plan-end", &[])
    }

    /// `Incasso`
    #[must_use]
    pub fn case_message_payment(&self) -> String {
        self.say("case-message-payment", &[])
    }

    /// `Storno di un incasso`
    #[must_use]
    pub fn case_message_payment_reversal(&self) -> String {
        self.say("case-message-payment-reversal", &[])
    }
}
