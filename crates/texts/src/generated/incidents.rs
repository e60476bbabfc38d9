//! Messages of `texts/*/incidents.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Incidenti`
    #[must_use]
    pub fn incidents_title(&self) -> String {
        self.say("incidents-title", &[])
    }

    /// `Processi fermi e lavori che non sono riusciti: si sistema la causa e si riprova`
    #[must_use]
    pub fn incidents_meta(&self) -> String {
        self.say("incidents-meta", &[])
    }

    /// `Aggiorna`
    #[must_use]
    pub fn incidents_refresh(&self) -> String {
        self.say("incidents-refresh", &[])
    }

    /// `Nessun incidente`
    #[must_use]
    pub fn incidents_none(&self) -> String {
        self.say("incidents-none", &[])
    }

    /// `Tutti i processi avanzano e tutti i lavori sono riusciti.`
    #[must_use]
    pub fn incidents_none_text(&self) -> String {
        self.say("incidents-none-text", &[])
    }

    /// `Processi fermi`
    #[must_use]
    pub fn incidents_processes(&self) -> String {
        self.say("incidents-processes", &[])
    }

    /// `dal più vecchio`
    #[must_use]
    pub fn incidents_processes_hint(&self) -> String {
        self.say("incidents-processes-hint", &[])
    }

    /// `Processi fermi con pratica, passo e motivo`
    #[must_use]
    pub fn incidents_processes_caption(&self) -> String {
        self.say("incidents-processes-caption", &[])
    }

    /// `Lavori non riusciti`
    #[must_use]
    pub fn incidents_jobs(&self) -> String {
        self.say("incidents-jobs", &[])
    }

    /// `dopo l’ultimo tentativo`
    #[must_use]
    pub fn incidents_jobs_hint(&self) -> String {
        self.say("incidents-jobs-hint", &[])
    }

    /// `Lavori non riusciti con motivo`
    #[must_use]
    pub fn incidents_jobs_caption(&self) -> String {
        self.say("incidents-jobs-caption", &[])
    }

    /// `Pratica`
    #[must_use]
    pub fn incidents_col_case(&self) -> String {
        self.say("incidents-col-case", &[])
    }

    /// `Passo`
    #[must_use]
    pub fn incidents_col_step(&self) -> String {
        self.say("incidents-col-step", &[])
    }

    /// `Che cosa è successo`
    #[must_use]
    pub fn incidents_col_message(&self) -> String {
        self.say("incidents-col-message", &[])
    }

    /// `Dal`
    #[must_use]
    pub fn incidents_col_since(&self) -> String {
        self.say("incidents-col-since", &[])
    }

    /// `Azione`
    #[must_use]
    pub fn incidents_col_act(&self) -> String {
        self.say("incidents-col-act", &[])
    }

    /// `Lavoro`
    #[must_use]
    pub fn incidents_col_what(&self) -> String {
        self.say("incidents-col-what", &[])
    }

    /// `Riprova`
    #[must_use]
    pub fn incidents_retry(&self) -> String {
        self.say("incidents-retry", &[])
    }

    /// `Si riprova`
    #[must_use]
    pub fn incidents_retried(&self) -> String {
        self.say("incidents-retried", &[])
    }

    /// `apri la pratica`
    #[must_use]
    pub fn incidents_case_open(&self) -> String {
        self.say("incidents-case-open", &[])
    }

    /// `Comandi da mandare alla fatturazione`
    #[must_use]
    pub fn incidents_billing_queued(&self) -> String {
        self.say("incidents-billing-queued", &[])
    }

    /// `Comandi senza risposta`
    #[must_use]
    pub fn incidents_billing_sent(&self) -> String {
        self.say("incidents-billing-sent", &[])
    }

    /// `dal {date}`
    #[must_use]
    pub fn incidents_since(&self, date: impl std::fmt::Display) -> String {
        self.say("incidents-since", &[("date", self.text(date))])
    }

    /// `Preparare un documento`
    #[must_use]
    pub fn incidents_job_document(&self) -> String {
        self.say("incidents-job-document", &[])
    }

    /// `Mandare un’e-mail`
    #[must_use]
    pub fn incidents_job_mail(&self) -> String {
        self.say("incidents-job-mail", &[])
    }

    /// `Mandare un invito`
    #[must_use]
    pub fn incidents_job_invitation(&self) -> String {
        self.say("incidents-job-invitation", &[])
    }

    /// `Mandare un comando alla fatturazione`
    #[must_use]
    pub fn incidents_job_billing(&self) -> String {
        self.say("incidents-job-billing", &[])
    }

    /// `Mandare una richiesta al distributore`
    #[must_use]
    pub fn incidents_job_distributor(&self) -> String {
        self.say("incidents-job-distributor", &[])
    }

    /// `Far avanzare un processo a tempo`
    #[must_use]
    pub fn incidents_job_timer(&self) -> String {
        self.say("incidents-job-timer", &[])
    }

    /// `Importare un’esportazione`
    #[must_use]
    pub fn incidents_job_import(&self) -> String {
        self.say("incidents-job-import", &[])
    }

    /// `Lavoro «{kind}»`
    #[must_use]
    pub fn incidents_job_other(&self, kind: impl std::fmt::Display) -> String {
        self.say("incidents-job-other", &[("kind", self.text(kind))])
    }
}
