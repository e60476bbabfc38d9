//! Messages of `texts/*/search.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Cerca`
    #[must_use]
    pub fn search_title(&self) -> String {
        self.say("search-title", &[])
    }

    /// `Cerca`
    #[must_use]
    pub fn search_heading(&self) -> String {
        self.say("search-heading", &[])
    }

    /// `Nome, codice fiscale, POD, PDR, numero di pratica, matricola`
    #[must_use]
    pub fn search_lead(&self) -> String {
        self.say("search-lead", &[])
    }

    /// `Cerca`
    #[must_use]
    pub fn search_submit(&self) -> String {
        self.say("search-submit", &[])
    }

    /// `Clienti`
    #[must_use]
    pub fn search_group_customers(&self) -> String {
        self.say("search-group-customers", &[])
    }

    /// `Pratiche`
    #[must_use]
    pub fn search_group_cases(&self) -> String {
        self.say("search-group-cases", &[])
    }

    /// `Fatture`
    #[must_use]
    pub fn search_group_bills(&self) -> String {
        self.say("search-group-bills", &[])
    }

    /// `Matricole`
    #[must_use]
    pub fn search_group_meters(&self) -> String {
        self.say("search-group-meters", &[])
    }

    /// `Forniture`
    #[must_use]
    pub fn search_group_supplies(&self) -> String {
        self.say("search-group-supplies", &[])
    }

    /// `Comandi`
    #[must_use]
    pub fn search_group_commands(&self) -> String {
        self.say("search-group-commands", &[])
    }

    /// `{count} forniture`
    #[must_use]
    pub fn search_supplies(&self, count: impl crate::Count) -> String {
        self.say("search-supplies", &[("count", crate::number(count))])
    }

    /// `Nuova richiesta per`
    #[must_use]
    pub fn search_command_new(&self) -> String {
        self.say("search-command-new", &[])
    }

    /// `Incasso da sportello per`
    #[must_use]
    pub fn search_command_payment(&self) -> String {
        self.say("search-command-payment", &[])
    }

    /// `Niente corrisponde a “{text}”`
    #[must_use]
    pub fn search_nothing(&self, text: impl std::fmt::Display) -> String {
        self.say("search-nothing", &[("text", self.text(text))])
    }

    /// `Controlla come è scritto. Bastano due parole del nome, o la fine di un codice.`
    #[must_use]
    pub fn search_nothing_text(&self) -> String {
        self.say("search-nothing-text", &[])
    }

    /// `Crea una nuova anagrafica`
    #[must_use]
    pub fn search_nothing_new(&self) -> String {
        self.say("search-nothing-new", &[])
    }

    /// `Mostra altri {count}`
    #[must_use]
    pub fn search_more(&self, count: impl std::fmt::Display) -> String {
        self.say("search-more", &[("count", self.text(count))])
    }

    /// `{count} risultati`
    #[must_use]
    pub fn search_found(&self, count: impl crate::Count) -> String {
        self.say("search-found", &[("count", crate::number(count))])
    }

    /// `Scrivi almeno due lettere`
    #[must_use]
    pub fn search_start(&self) -> String {
        self.say("search-start", &[])
    }

    /// `Apri una nuova richiesta`
    #[must_use]
    pub fn search_nothing_request(&self) -> String {
        self.say("search-nothing-request", &[])
    }

    /// `Scorri i clienti`
    #[must_use]
    pub fn search_nothing_customers(&self) -> String {
        self.say("search-nothing-customers", &[])
    }
}
