//! Messages of `texts/*/home.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Il mio ruolo`
    #[must_use]
    pub fn home_title(&self) -> String {
        self.say("home-title", &[])
    }

    /// `Attività di sportello`
    #[must_use]
    pub fn home_heading(&self) -> String {
        self.say("home-heading", &[])
    }

    /// `Buongiorno {name}.`
    #[must_use]
    pub fn home_greeting(&self, name: impl std::fmt::Display) -> String {
        self.say("home-greeting", &[("name", self.text(name))])
    }

    /// `{count} pratiche rischiano il termine oggi.`
    #[must_use]
    pub fn home_at_risk(&self, count: impl crate::Count) -> String {
        self.say("home-at-risk", &[("count", crate::number(count))])
    }

    /// `{count} hanno già maturato un indennizzo.`
    #[must_use]
    pub fn home_accrued(&self, count: impl crate::Count) -> String {
        self.say("home-accrued", &[("count", crate::number(count))])
    }

    /// `Personalizza`
    #[must_use]
    pub fn home_customise(&self) -> String {
        self.say("home-customise", &[])
    }

    /// `Tutte`
    #[must_use]
    pub fn home_all(&self) -> String {
        self.say("home-all", &[])
    }

    /// `Tutti`
    #[must_use]
    pub fn home_all_contracts(&self) -> String {
        self.say("home-all-contracts", &[])
    }

    /// `Richieste`
    #[must_use]
    pub fn home_cues_cases(&self) -> String {
        self.say("home-cues-cases", &[])
    }

    /// `Offerte`
    #[must_use]
    pub fn home_cues_offers(&self) -> String {
        self.say("home-cues-offers", &[])
    }

    /// `Contratti`
    #[must_use]
    pub fn home_cues_contracts(&self) -> String {
        self.say("home-cues-contracts", &[])
    }

    /// `Avviate`
    #[must_use]
    pub fn home_cue_started(&self) -> String {
        self.say("home-cue-started", &[])
    }

    /// `Ammissibili`
    #[must_use]
    pub fn home_cue_admissible(&self) -> String {
        self.say("home-cue-admissible", &[])
    }

    /// `Da contatti`
    #[must_use]
    pub fn home_cue_from_contacts(&self) -> String {
        self.say("home-cue-from-contacts", &[])
    }

    /// `Interne`
    #[must_use]
    pub fn home_cue_internal(&self) -> String {
        self.say("home-cue-internal", &[])
    }

    /// `Evase`
    #[must_use]
    pub fn home_cue_fulfilled(&self) -> String {
        self.say("home-cue-fulfilled", &[])
    }

    /// `Inserite`
    #[must_use]
    pub fn home_cue_entered(&self) -> String {
        self.say("home-cue-entered", &[])
    }

    /// `Inviate`
    #[must_use]
    pub fn home_cue_sent(&self) -> String {
        self.say("home-cue-sent", &[])
    }

    /// `Sospese`
    #[must_use]
    pub fn home_cue_held(&self) -> String {
        self.say("home-cue-held", &[])
    }

    /// `Attivi`
    #[must_use]
    pub fn home_cue_active(&self) -> String {
        self.say("home-cue-active", &[])
    }

    /// `Sospesi`
    #[must_use]
    pub fn home_cue_suspended(&self) -> String {
        self.say("home-cue-suspended", &[])
    }

    /// `Richiesti`
    #[must_use]
    pub fn home_cue_requested(&self) -> String {
        self.say("home-cue-requested", &[])
    }

    /// `nessuna`
    #[must_use]
    pub fn home_why_none(&self) -> String {
        self.say("home-why-none", &[])
    }

    /// `nessuno`
    #[must_use]
    pub fn home_why_no_contract(&self) -> String {
        self.say("home-why-no-contract", &[])
    }

    /// `{count} a rischio`
    #[must_use]
    pub fn home_why_at_risk(&self, count: impl std::fmt::Display) -> String {
        self.say("home-why-at-risk", &[("count", self.text(count))])
    }

    /// `da avviare`
    #[must_use]
    pub fn home_why_to_start(&self) -> String {
        self.say("home-why-to-start", &[])
    }

    /// `ultimi {days} gg`
    #[must_use]
    pub fn home_why_last_days(&self, days: impl std::fmt::Display) -> String {
        self.say("home-why-last-days", &[("days", self.text(days))])
    }

    /// `da inviare`
    #[must_use]
    pub fn home_why_to_send(&self) -> String {
        self.say("home-why-to-send", &[])
    }

    /// `{count} oggi`
    #[must_use]
    pub fn home_why_today(&self, count: impl std::fmt::Display) -> String {
        self.say("home-why-today", &[("count", self.text(count))])
    }

    /// `{count} morosità`
    #[must_use]
    pub fn home_why_arrears(&self, count: impl std::fmt::Display) -> String {
        self.say("home-why-arrears", &[("count", self.text(count))])
    }

    /// `da attivare`
    #[must_use]
    pub fn home_why_to_activate(&self) -> String {
        self.say("home-why-to-activate", &[])
    }

    /// `Il mio lavoro`
    #[must_use]
    pub fn home_work(&self) -> String {
        self.say("home-work", &[])
    }

    /// `in ordine di rischio sul termine regolato`
    #[must_use]
    pub fn home_work_order(&self) -> String {
        self.say("home-work-order", &[])
    }

    /// `Apri come elenco`
    #[must_use]
    pub fn home_work_list(&self) -> String {
        self.say("home-work-list", &[])
    }

    /// `Pratiche assegnate a me, dalla più urgente`
    #[must_use]
    pub fn home_work_caption(&self) -> String {
        self.say("home-work-caption", &[])
    }

    /// `Nessuna pratica assegnata a te`
    #[must_use]
    pub fn home_work_empty(&self) -> String {
        self.say("home-work-empty", &[])
    }

    /// `Puoi prendere in carico una richiesta libera.`
    #[must_use]
    pub fn home_work_empty_text(&self) -> String {
        self.say("home-work-empty-text", &[])
    }

    /// `Richieste da prendere in carico`
    #[must_use]
    pub fn home_work_take(&self) -> String {
        self.say("home-work-take", &[])
    }

    /// `Rischio`
    #[must_use]
    pub fn home_col_risk(&self) -> String {
        self.say("home-col-risk", &[])
    }

    /// `Termine`
    #[must_use]
    pub fn home_col_due(&self) -> String {
        self.say("home-col-due", &[])
    }

    /// `Pratica`
    #[must_use]
    pub fn home_col_case(&self) -> String {
        self.say("home-col-case", &[])
    }

    /// `Cliente e fornitura`
    #[must_use]
    pub fn home_col_customer(&self) -> String {
        self.say("home-col-customer", &[])
    }

    /// `Passo da fare`
    #[must_use]
    pub fn home_col_step(&self) -> String {
        self.say("home-col-step", &[])
    }

    /// `Nuova richiesta`
    #[must_use]
    pub fn home_new(&self) -> String {
        self.say("home-new", &[])
    }

    /// `Per chi`
    #[must_use]
    pub fn home_new_for(&self) -> String {
        self.say("home-new-for", &[])
    }

    /// `Nome, CF, POD, PDR, matricola`
    #[must_use]
    pub fn home_new_placeholder(&self) -> String {
        self.say("home-new-placeholder", &[])
    }

    /// `Procedura`
    #[must_use]
    pub fn home_new_procedure(&self) -> String {
        self.say("home-new-procedure", &[])
    }

    /// `Altre procedure`
    #[must_use]
    pub fn home_new_others(&self) -> String {
        self.say("home-new-others", &[])
    }

    /// `Fila allo sportello`
    #[must_use]
    pub fn home_queue(&self) -> String {
        self.say("home-queue", &[])
    }

    /// `Chiama {ticket}`
    #[must_use]
    pub fn home_queue_call(&self, ticket: impl std::fmt::Display) -> String {
        self.say("home-queue-call", &[("ticket", self.text(ticket))])
    }

    /// `Nessuno in attesa`
    #[must_use]
    pub fn home_queue_none(&self) -> String {
        self.say("home-queue-none", &[])
    }

    /// `Attesa media oggi`
    #[must_use]
    pub fn home_queue_wait(&self) -> String {
        self.say("home-queue-wait", &[])
    }

    /// `{minutes} min`
    #[must_use]
    pub fn home_queue_minutes(&self, minutes: impl std::fmt::Display) -> String {
        self.say("home-queue-minutes", &[("minutes", self.text(minutes))])
    }

    /// `standard {minutes} min`
    #[must_use]
    pub fn home_queue_standard(&self, minutes: impl std::fmt::Display) -> String {
        self.say("home-queue-standard", &[("minutes", self.text(minutes))])
    }

    /// `Appuntamenti di oggi`
    #[must_use]
    pub fn home_appointments(&self) -> String {
        self.say("home-appointments", &[])
    }

    /// `Agenda`
    #[must_use]
    pub fn home_appointments_all(&self) -> String {
        self.say("home-appointments-all", &[])
    }

    /// `Nessun appuntamento oggi`
    #[must_use]
    pub fn home_appointments_none(&self) -> String {
        self.say("home-appointments-none", &[])
    }

    /// `Quelli presi da te o per te compaiono qui.`
    #[must_use]
    pub fn home_appointments_none_text(&self) -> String {
        self.say("home-appointments-none-text", &[])
    }

    /// `senza esito`
    #[must_use]
    pub fn home_appointment_without_outcome(&self) -> String {
        self.say("home-appointment-without-outcome", &[])
    }

    /// `fatto`
    #[must_use]
    pub fn home_appointment_done(&self) -> String {
        self.say("home-appointment-done", &[])
    }

    /// `fra {minutes} min`
    #[must_use]
    pub fn home_appointment_in(&self, minutes: impl std::fmt::Display) -> String {
        self.say("home-appointment-in", &[("minutes", self.text(minutes))])
    }

    /// `scorri`
    #[must_use]
    pub fn home_key_scroll(&self) -> String {
        self.say("home-key-scroll", &[])
    }

    /// `apri`
    #[must_use]
    pub fn home_key_open(&self) -> String {
        self.say("home-key-open", &[])
    }

    /// `nuova richiesta`
    #[must_use]
    pub fn home_key_new(&self) -> String {
        self.say("home-key-new", &[])
    }

    /// `chiama il prossimo`
    #[must_use]
    pub fn home_key_call(&self) -> String {
        self.say("home-key-call", &[])
    }

    /// `Come si conta questo termine`
    #[must_use]
    pub fn home_clock_why(&self) -> String {
        self.say("home-clock-why", &[])
    }

    /// `Lavoro sul campo`
    #[must_use]
    pub fn home_cues_field(&self) -> String {
        self.say("home-cues-field", &[])
    }

    /// `Da eseguire`
    #[must_use]
    pub fn home_cue_to_do(&self) -> String {
        self.say("home-cue-to-do", &[])
    }

    /// `aspettano il tuo ruolo`
    #[must_use]
    pub fn home_why_to_do(&self) -> String {
        self.say("home-why-to-do", &[])
    }

    /// `A rischio`
    #[must_use]
    pub fn home_cue_late(&self) -> String {
        self.say("home-cue-late", &[])
    }

    /// `scadute o entro oggi`
    #[must_use]
    pub fn home_why_late(&self) -> String {
        self.say("home-why-late", &[])
    }

    /// `Visite di oggi`
    #[must_use]
    pub fn home_cue_visits(&self) -> String {
        self.say("home-cue-visits", &[])
    }

    /// `{count} da fare`
    #[must_use]
    pub fn home_why_visits(&self, count: impl std::fmt::Display) -> String {
        self.say("home-why-visits", &[("count", self.text(count))])
    }
}
