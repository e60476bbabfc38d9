//! Messages of `texts/*/exchange.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Messaggi dei distributori`
    #[must_use]
    pub fn exchange_title(&self) -> String {
        self.say("exchange-title", &[])
    }

    /// `Importa i file XML con cui i distributori rispondono alle richieste`
    #[must_use]
    pub fn exchange_meta(&self) -> String {
        self.say("exchange-meta", &[])
    }

    /// `File XML o archivio zip`
    #[must_use]
    pub fn exchange_file(&self) -> String {
        self.say("exchange-file", &[])
    }

    /// `Così come è arrivato, al massimo 20 MB. Un archivio può contenere fino a 2000 file.`
    #[must_use]
    pub fn exchange_file_hint(&self) -> String {
        self.say("exchange-file-hint", &[])
    }

    /// `Scegli il file da importare`
    #[must_use]
    pub fn exchange_file_required(&self) -> String {
        self.say("exchange-file-required", &[])
    }

    /// `Importa file XML`
    #[must_use]
    pub fn exchange_bring(&self) -> String {
        self.say("exchange-bring", &[])
    }

    /// `Prima vedi che cosa farebbe ogni messaggio; niente cambia finché non confermi.`
    #[must_use]
    pub fn exchange_bring_note(&self) -> String {
        self.say("exchange-bring-note", &[])
    }

    /// `Questo file era già stato importato: ecco la prima volta`
    #[must_use]
    pub fn exchange_again(&self) -> String {
        self.say("exchange-again", &[])
    }

    /// `File letto: controlla i messaggi e conferma`
    #[must_use]
    pub fn exchange_taken(&self) -> String {
        self.say("exchange-taken", &[])
    }

    /// `Ancora nessun file`
    #[must_use]
    pub fn exchange_none(&self) -> String {
        self.say("exchange-none", &[])
    }

    /// `I file che i distributori mettono nella cartella condivisa compaiono qui da soli.`
    #[must_use]
    pub fn exchange_none_text(&self) -> String {
        self.say("exchange-none-text", &[])
    }

    /// `File arrivati`
    #[must_use]
    pub fn exchange_files(&self) -> String {
        self.say("exchange-files", &[])
    }

    /// `File dei distributori con data, stato e chi li ha portati`
    #[must_use]
    pub fn exchange_files_caption(&self) -> String {
        self.say("exchange-files-caption", &[])
    }

    /// `Arrivato`
    #[must_use]
    pub fn exchange_col_received(&self) -> String {
        self.say("exchange-col-received", &[])
    }

    /// `File`
    #[must_use]
    pub fn exchange_col_file(&self) -> String {
        self.say("exchange-col-file", &[])
    }

    /// `Esito`
    #[must_use]
    pub fn exchange_col_state(&self) -> String {
        self.say("exchange-col-state", &[])
    }

    /// `Da chi`
    #[must_use]
    pub fn exchange_col_by(&self) -> String {
        self.say("exchange-col-by", &[])
    }

    /// `N.`
    #[must_use]
    pub fn exchange_col_number(&self) -> String {
        self.say("exchange-col-number", &[])
    }

    /// `Messaggio`
    #[must_use]
    pub fn exchange_col_message(&self) -> String {
        self.say("exchange-col-message", &[])
    }

    /// `Richiesta e punto`
    #[must_use]
    pub fn exchange_col_request(&self) -> String {
        self.say("exchange-col-request", &[])
    }

    /// `Punto`
    #[must_use]
    pub fn exchange_col_point(&self) -> String {
        self.say("exchange-col-point", &[])
    }

    /// `Pratica`
    #[must_use]
    pub fn exchange_col_case(&self) -> String {
        self.say("exchange-col-case", &[])
    }

    /// `Perché`
    #[must_use]
    pub fn exchange_col_why(&self) -> String {
        self.say("exchange-col-why", &[])
    }

    /// `Che cosa fare`
    #[must_use]
    pub fn exchange_col_act(&self) -> String {
        self.say("exchange-col-act", &[])
    }

    /// `dalla cartella condivisa`
    #[must_use]
    pub fn exchange_by_folder(&self) -> String {
        self.say("exchange-by-folder", &[])
    }

    /// `caricato a mano`
    #[must_use]
    pub fn exchange_by_upload(&self) -> String {
        self.say("exchange-by-upload", &[])
    }

    /// `da confermare`
    #[must_use]
    pub fn exchange_state_preview(&self) -> String {
        self.say("exchange-state-preview", &[])
    }

    /// `applicato`
    #[must_use]
    pub fn exchange_state_applied(&self) -> String {
        self.say("exchange-state-applied", &[])
    }

    /// `annullato`
    #[must_use]
    pub fn exchange_state_undone(&self) -> String {
        self.say("exchange-state-undone", &[])
    }

    /// `Aspettano una persona`
    #[must_use]
    pub fn exchange_waiting(&self) -> String {
        self.say("exchange-waiting", &[])
    }

    /// `Messaggi che non si sono potuti applicare. Niente va perso.`
    #[must_use]
    pub fn exchange_waiting_hint(&self) -> String {
        self.say("exchange-waiting-hint", &[])
    }

    /// `Messaggi da assegnare a una pratica o da archiviare`
    #[must_use]
    pub fn exchange_waiting_caption(&self) -> String {
        self.say("exchange-waiting-caption", &[])
    }

    /// `Numero della pratica`
    #[must_use]
    pub fn exchange_case_number(&self) -> String {
        self.say("exchange-case-number", &[])
    }

    /// `Assegna`
    #[must_use]
    pub fn exchange_assign(&self) -> String {
        self.say("exchange-assign", &[])
    }

    /// `Messaggio assegnato e applicato`
    #[must_use]
    pub fn exchange_assigned(&self) -> String {
        self.say("exchange-assigned", &[])
    }

    /// `Non c’è una pratica con questo numero`
    #[must_use]
    pub fn exchange_case_missing(&self) -> String {
        self.say("exchange-case-missing", &[])
    }

    /// `Questa pratica non ha chiesto nulla al distributore per quel servizio`
    #[must_use]
    pub fn exchange_request_missing(&self) -> String {
        self.say("exchange-request-missing", &[])
    }

    /// `Motivo dell’archiviazione`
    #[must_use]
    pub fn exchange_reason(&self) -> String {
        self.say("exchange-reason", &[])
    }

    /// `Scrivi il motivo prima di archiviare`
    #[must_use]
    pub fn exchange_reason_required(&self) -> String {
        self.say("exchange-reason-required", &[])
    }

    /// `Archivia`
    #[must_use]
    pub fn exchange_dismiss(&self) -> String {
        self.say("exchange-dismiss", &[])
    }

    /// `Messaggio archiviato con il motivo`
    #[must_use]
    pub fn exchange_dismissed(&self) -> String {
        self.say("exchange-dismissed", &[])
    }

    /// `File {name}`
    #[must_use]
    pub fn exchange_file_title(&self, name: impl std::fmt::Display) -> String {
        self.say("exchange-file-title", &[("name", self.text(name))])
    }

    /// `Arrivato il {at}, {origin}, da {by}`
    #[must_use]
    pub fn exchange_file_meta(
        &self,
        at: impl std::fmt::Display,
        origin: impl std::fmt::Display,
        by: impl std::fmt::Display,
    ) -> String {
        self.say(
            "exchange-file-meta",
            &[("at", self.text(at)), ("origin", self.text(origin)), ("by", self.text(by))],
        )
    }

    /// `Messaggi`
    #[must_use]
    pub fn exchange_messages(&self) -> String {
        self.say("exchange-messages", &[])
    }

    /// `Messaggi del file con la pratica, l’esito e il motivo`
    #[must_use]
    pub fn exchange_messages_caption(&self) -> String {
        self.say("exchange-messages-caption", &[])
    }

    /// `{service} · {step}`
    #[must_use]
    pub fn exchange_message_kind(
        &self,
        service: impl std::fmt::Display,
        step: impl std::fmt::Display,
    ) -> String {
        self.say("exchange-message-kind", &[("service", self.text(service)), ("step", self.text(step))])
    }

    /// `richiesta`
    #[must_use]
    pub fn exchange_flow_request(&self) -> String {
        self.say("exchange-flow-request", &[])
    }

    /// `ammissibilità`
    #[must_use]
    pub fn exchange_flow_admissibility(&self) -> String {
        self.say("exchange-flow-admissibility", &[])
    }

    /// `appuntamento`
    #[must_use]
    pub fn exchange_flow_appointment(&self) -> String {
        self.say("exchange-flow-appointment", &[])
    }

    /// `esito`
    #[must_use]
    pub fn exchange_flow_outcome(&self) -> String {
        self.say("exchange-flow-outcome", &[])
    }

    /// `si applica`
    #[must_use]
    pub fn exchange_row_will_apply(&self) -> String {
        self.say("exchange-row-will-apply", &[])
    }

    /// `si ignora`
    #[must_use]
    pub fn exchange_row_will_pass(&self) -> String {
        self.say("exchange-row-will-pass", &[])
    }

    /// `aspetterà una persona`
    #[must_use]
    pub fn exchange_row_will_wait(&self) -> String {
        self.say("exchange-row-will-wait", &[])
    }

    /// `applicato`
    #[must_use]
    pub fn exchange_row_applied(&self) -> String {
        self.say("exchange-row-applied", &[])
    }

    /// `ignorato`
    #[must_use]
    pub fn exchange_row_ignored(&self) -> String {
        self.say("exchange-row-ignored", &[])
    }

    /// `aspetta una persona`
    #[must_use]
    pub fn exchange_row_quarantined(&self) -> String {
        self.say("exchange-row-quarantined", &[])
    }

    /// `archiviato`
    #[must_use]
    pub fn exchange_row_dismissed(&self) -> String {
        self.say("exchange-row-dismissed", &[])
    }

    /// `annullato`
    #[must_use]
    pub fn exchange_row_undone(&self) -> String {
        self.say("exchange-row-undone", &[])
    }

    /// `Alle pratiche`
    #[must_use]
    pub fn exchange_total_applied(&self) -> String {
        self.say("exchange-total-applied", &[])
    }

    /// `Ignorati`
    #[must_use]
    pub fn exchange_total_ignored(&self) -> String {
        self.say("exchange-total-ignored", &[])
    }

    /// `Per una persona`
    #[must_use]
    pub fn exchange_total_waiting(&self) -> String {
        self.say("exchange-total-waiting", &[])
    }

    /// `Conferma e applica`
    #[must_use]
    pub fn exchange_apply(&self) -> String {
        self.say("exchange-apply", &[])
    }

    /// `Messaggi applicati`
    #[must_use]
    pub fn exchange_applied(&self) -> String {
        self.say("exchange-applied", &[])
    }

    /// `Annulla l’importazione`
    #[must_use]
    pub fn exchange_undo(&self) -> String {
        self.say("exchange-undo", &[])
    }

    /// `Importazione annullata`
    #[must_use]
    pub fn exchange_undone(&self) -> String {
        self.say("exchange-undone", &[])
    }

    /// `Scarica l’esito`
    #[must_use]
    pub fn exchange_report(&self) -> String {
        self.say("exchange-report", &[])
    }

    /// `Anteprima.`
    #[must_use]
    pub fn exchange_note_preview(&self) -> String {
        self.say("exchange-note-preview", &[])
    }

    /// `Niente è ancora cambiato. Controlla a quale pratica va ogni messaggio, poi conferma.`
    #[must_use]
    pub fn exchange_note_preview_text(&self) -> String {
        self.say("exchange-note-preview-text", &[])
    }

    /// `Applicato.`
    #[must_use]
    pub fn exchange_note_applied(&self) -> String {
        self.say("exchange-note-applied", &[])
    }

    /// `Le pratiche ricevono i messaggi il {at}: fino ad allora puoi annullare tutto.`
    #[must_use]
    pub fn exchange_note_until(&self, at: impl std::fmt::Display) -> String {
        self.say("exchange-note-until", &[("at", self.text(at))])
    }

    /// `Nessuna pratica ha ancora letto i messaggi: puoi annullare tutto.`
    #[must_use]
    pub fn exchange_note_undoable(&self) -> String {
        self.say("exchange-note-undoable", &[])
    }

    /// `Non si può più annullare: dopo ne è stato applicato un altro.`
    #[must_use]
    pub fn exchange_note_later_file(&self) -> String {
        self.say("exchange-note-later-file", &[])
    }

    /// `Non si può più annullare: le pratiche sono andate avanti. Correggi dalla singola pratica.`
    #[must_use]
    pub fn exchange_note_taken_in(&self) -> String {
        self.say("exchange-note-taken-in", &[])
    }

    /// `Annullato.`
    #[must_use]
    pub fn exchange_note_undone(&self) -> String {
        self.say("exchange-note-undone", &[])
    }

    /// `Annullato da {by}: nessun messaggio di questo file vale.`
    #[must_use]
    pub fn exchange_note_undone_text(&self, by: impl std::fmt::Display) -> String {
        self.say("exchange-note-undone-text", &[("by", self.text(by))])
    }

    /// `Risponde alla richiesta di questa pratica.`
    #[must_use]
    pub fn exchange_why_fits(&self) -> String {
        self.say("exchange-why-fits", &[])
    }

    /// `Codice sconosciuto: trovata dal punto, l’unica richiesta aperta.`
    #[must_use]
    pub fn exchange_why_by_point(&self) -> String {
        self.say("exchange-why-by-point", &[])
    }

    /// `Arriva prima di un messaggio che doveva precederlo: si applica lo stesso.`
    #[must_use]
    pub fn exchange_why_early(&self) -> String {
        self.say("exchange-why-early", &[])
    }

    /// `Già arrivato uguale.`
    #[must_use]
    pub fn exchange_why_repeated(&self) -> String {
        self.say("exchange-why-repeated", &[])
    }

    /// `L’esito è già arrivato: non dice niente di nuovo.`
    #[must_use]
    pub fn exchange_why_overtaken(&self) -> String {
        self.say("exchange-why-overtaken", &[])
    }

    /// `È una richiesta nostra, non una risposta.`
    #[must_use]
    pub fn exchange_why_no_answer(&self) -> String {
        self.say("exchange-why-no-answer", &[])
    }

    /// `Dice altro rispetto al messaggio già applicato: senti il distributore.`
    #[must_use]
    pub fn exchange_why_contradicts(&self) -> String {
        self.say("exchange-why-contradicts", &[])
    }

    /// `È per un’altra partita IVA.`
    #[must_use]
    pub fn exchange_why_not_ours(&self) -> String {
        self.say("exchange-why-not-ours", &[])
    }

    /// `Il distributore non è nelle impostazioni.`
    #[must_use]
    pub fn exchange_why_distributor_unknown(&self) -> String {
        self.say("exchange-why-distributor-unknown", &[])
    }

    /// `Nessuna richiesta ha questo codice, né una sola è aperta sul punto.`
    #[must_use]
    pub fn exchange_why_request_unknown(&self) -> String {
        self.say("exchange-why-request-unknown", &[])
    }

    /// `La richiesta con questo codice è per un altro distributore o un altro servizio.`
    #[must_use]
    pub fn exchange_why_request_differs(&self) -> String {
        self.say("exchange-why-request-differs", &[])
    }

    /// `La richiesta con questo codice è per un altro punto.`
    #[must_use]
    pub fn exchange_why_point_differs(&self) -> String {
        self.say("exchange-why-point-differs", &[])
    }

    /// `La richiesta è già chiusa o ritirata.`
    #[must_use]
    pub fn exchange_why_after_the_end(&self) -> String {
        self.say("exchange-why-after-the-end", &[])
    }

    /// `La pratica è chiusa.`
    #[must_use]
    pub fn exchange_why_case_closed(&self) -> String {
        self.say("exchange-why-case-closed", &[])
    }

    /// `Il messaggio non si legge.`
    #[must_use]
    pub fn exchange_why_unreadable(&self) -> String {
        self.say("exchange-why-unreadable", &[])
    }

    /// `ha mandato al distributore la richiesta {request}`
    #[must_use]
    pub fn exchange_log_ask(&self, request: impl std::fmt::Display) -> String {
        self.say("exchange-log-ask", &[("request", self.text(request))])
    }

    /// `ha ricevuto dal distributore un messaggio {flow} sulla richiesta {request}`
    #[must_use]
    pub fn exchange_log_answered(
        &self,
        flow: impl std::fmt::Display,
        request: impl std::fmt::Display,
    ) -> String {
        self.say("exchange-log-answered", &[("flow", self.text(flow)), ("request", self.text(request))])
    }

    /// `ha assegnato un messaggio del distributore alla richiesta {request}`
    #[must_use]
    pub fn exchange_log_assign(&self, request: impl std::fmt::Display) -> String {
        self.say("exchange-log-assign", &[("request", self.text(request))])
    }

    /// `ha archiviato un messaggio del distributore: {reason}`
    #[must_use]
    pub fn exchange_log_dismiss(&self, reason: impl std::fmt::Display) -> String {
        self.say("exchange-log-dismiss", &[("reason", self.text(reason))])
    }

    /// `ha importato il file del distributore {name}`
    #[must_use]
    pub fn exchange_log_take_in(&self, name: impl std::fmt::Display) -> String {
        self.say("exchange-log-take-in", &[("name", self.text(name))])
    }

    /// `ha applicato un file del distributore`
    #[must_use]
    pub fn exchange_log_apply(&self) -> String {
        self.say("exchange-log-apply", &[])
    }

    /// `ha annullato un file del distributore`
    #[must_use]
    pub fn exchange_log_undo(&self) -> String {
        self.say("exchange-log-undo", &[])
    }

    /// `ha preparato il contratto`
    #[must_use]
    pub fn exchange_log_prepare(&self) -> String {
        self.say("exchange-log-prepare", &[])
    }

    /// `ha ritirato il contratto preparato`
    #[must_use]
    pub fn exchange_log_drop(&self) -> String {
        self.say("exchange-log-drop", &[])
    }

    /// `ha attivato la fornitura`
    #[must_use]
    pub fn exchange_log_activate(&self) -> String {
        self.say("exchange-log-activate", &[])
    }

    /// `Distributore`
    #[must_use]
    pub fn exchange_of_case(&self) -> String {
        self.say("exchange-of-case", &[])
    }

    /// `risposta avuta`
    #[must_use]
    pub fn exchange_request_answered(&self) -> String {
        self.say("exchange-request-answered", &[])
    }

    /// `ritirata`
    #[must_use]
    pub fn exchange_request_withdrawn(&self) -> String {
        self.say("exchange-request-withdrawn", &[])
    }

    /// `in arrivo`
    #[must_use]
    pub fn exchange_answer_waits(&self) -> String {
        self.say("exchange-answer-waits", &[])
    }

    /// `ricevuto`
    #[must_use]
    pub fn exchange_answer_taken(&self) -> String {
        self.say("exchange-answer-taken", &[])
    }

    /// `Il distributore dice:`
    #[must_use]
    pub fn exchange_said(&self) -> String {
        self.say("exchange-said", &[])
    }

    /// `contatore {found}; da noi risulta {known}.`
    #[must_use]
    pub fn exchange_differs_meter(
        &self,
        found: impl std::fmt::Display,
        known: impl std::fmt::Display,
    ) -> String {
        self.say("exchange-differs-meter", &[("found", self.text(found)), ("known", self.text(known))])
    }

    /// `correttore {found}; da noi risulta {known}.`
    #[must_use]
    pub fn exchange_differs_corrector(
        &self,
        found: impl std::fmt::Display,
        known: impl std::fmt::Display,
    ) -> String {
        self.say("exchange-differs-corrector", &[("found", self.text(found)), ("known", self.text(known))])
    }

    /// `lettura {found}; l’ultima nostra è {known}.`
    #[must_use]
    pub fn exchange_differs_reading(
        &self,
        found: impl std::fmt::Display,
        known: impl std::fmt::Display,
    ) -> String {
        self.say("exchange-differs-reading", &[("found", self.text(found)), ("known", self.text(known))])
    }

    /// `attivata il {day}, che deve ancora venire.`
    #[must_use]
    pub fn exchange_differs_day(&self, day: impl std::fmt::Display) -> String {
        self.say("exchange-differs-day", &[("day", self.text(day))])
    }

    /// `nessuno`
    #[must_use]
    pub fn exchange_nothing(&self) -> String {
        self.say("exchange-nothing", &[])
    }

    /// `Il file non contiene messaggi`
    #[must_use]
    pub fn exchange_messages_none(&self) -> String {
        self.say("exchange-messages-none", &[])
    }
}
