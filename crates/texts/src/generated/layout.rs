//! Messages of `texts/*/layout.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Sportello`
    #[must_use]
    pub fn layout_product(&self) -> String {
        self.say("layout-product", &[])
    }

    /// `Vai al contenuto`
    #[must_use]
    pub fn layout_skip(&self) -> String {
        self.say("layout-skip", &[])
    }

    /// `Cerca cliente, codice fiscale, POD, PDR, pratica…`
    #[must_use]
    pub fn layout_find(&self) -> String {
        self.say("layout-find", &[])
    }

    /// `Nuova richiesta`
    #[must_use]
    pub fn layout_new_request(&self) -> String {
        self.say("layout-new-request", &[])
    }

    /// `Avvisi: {count} da leggere`
    #[must_use]
    pub fn layout_notices(&self, count: impl crate::Count) -> String {
        self.say("layout-notices", &[("count", crate::number(count))])
    }

    /// `Il mio profilo`
    #[must_use]
    pub fn layout_profile(&self) -> String {
        self.say("layout-profile", &[])
    }

    /// `Esci`
    #[must_use]
    pub fn layout_sign_out(&self) -> String {
        self.say("layout-sign-out", &[])
    }

    /// `Chiudi`
    #[must_use]
    pub fn layout_close(&self) -> String {
        self.say("layout-close", &[])
    }

    /// `Aree di lavoro`
    #[must_use]
    pub fn layout_nav(&self) -> String {
        self.say("layout-nav", &[])
    }

    /// `Il mio ruolo`
    #[must_use]
    pub fn layout_nav_home(&self) -> String {
        self.say("layout-nav-home", &[])
    }

    /// `Richieste`
    #[must_use]
    pub fn layout_nav_cases(&self) -> String {
        self.say("layout-nav-cases", &[])
    }

    /// `Clienti`
    #[must_use]
    pub fn layout_nav_customers(&self) -> String {
        self.say("layout-nav-customers", &[])
    }

    /// `Contratti`
    #[must_use]
    pub fn layout_nav_contracts(&self) -> String {
        self.say("layout-nav-contracts", &[])
    }

    /// `Offerte`
    #[must_use]
    pub fn layout_nav_offers(&self) -> String {
        self.say("layout-nav-offers", &[])
    }

    /// `Contatti`
    #[must_use]
    pub fn layout_nav_contacts(&self) -> String {
        self.say("layout-nav-contacts", &[])
    }

    /// `Cassa`
    #[must_use]
    pub fn layout_nav_till(&self) -> String {
        self.say("layout-nav-till", &[])
    }

    /// `Agenda tecnici`
    #[must_use]
    pub fn layout_nav_schedule(&self) -> String {
        self.say("layout-nav-schedule", &[])
    }

    /// `Qualità`
    #[must_use]
    pub fn layout_nav_quality(&self) -> String {
        self.say("layout-nav-quality", &[])
    }

    /// `Processi`
    #[must_use]
    pub fn layout_nav_processes(&self) -> String {
        self.say("layout-nav-processes", &[])
    }

    /// `Amministrazione`
    #[must_use]
    pub fn layout_nav_administration(&self) -> String {
        self.say("layout-nav-administration", &[])
    }

    /// `Sportello`
    #[must_use]
    pub fn layout_group_counter(&self) -> String {
        self.say("layout-group-counter", &[])
    }

    /// `Campo`
    #[must_use]
    pub fn layout_group_field(&self) -> String {
        self.say("layout-group-field", &[])
    }

    /// `Governo`
    #[must_use]
    pub fn layout_group_steering(&self) -> String {
        self.say("layout-group-steering", &[])
    }

    /// `Ctrl`
    #[must_use]
    pub fn layout_key_ctrl(&self) -> String {
        self.say("layout-key-ctrl", &[])
    }

    /// `Maiusc`
    #[must_use]
    pub fn layout_key_shift(&self) -> String {
        self.say("layout-key-shift", &[])
    }

    /// `Invio`
    #[must_use]
    pub fn layout_key_enter(&self) -> String {
        self.say("layout-key-enter", &[])
    }

    /// `Spazio`
    #[must_use]
    pub fn layout_key_space(&self) -> String {
        self.say("layout-key-space", &[])
    }

    /// `Frecce`
    #[must_use]
    pub fn layout_key_arrows(&self) -> String {
        self.say("layout-key-arrows", &[])
    }

    /// `Scorciatoie da tastiera`
    #[must_use]
    pub fn layout_keys(&self) -> String {
        self.say("layout-keys", &[])
    }

    /// `Scorciatoie`
    #[must_use]
    pub fn layout_keys_short(&self) -> String {
        self.say("layout-keys-short", &[])
    }

    /// `In questa pagina`
    #[must_use]
    pub fn layout_keys_here(&self) -> String {
        self.say("layout-keys-here", &[])
    }

    /// `Ovunque`
    #[must_use]
    pub fn layout_keys_everywhere(&self) -> String {
        self.say("layout-keys-everywhere", &[])
    }

    /// `cerca e comandi`
    #[must_use]
    pub fn layout_keys_search(&self) -> String {
        self.say("layout-keys-search", &[])
    }

    /// `nuova richiesta`
    #[must_use]
    pub fn layout_keys_new(&self) -> String {
        self.say("layout-keys-new", &[])
    }

    /// `riga seguente, riga precedente`
    #[must_use]
    pub fn layout_keys_rows(&self) -> String {
        self.say("layout-keys-rows", &[])
    }

    /// `apri la riga`
    #[must_use]
    pub fn layout_keys_open(&self) -> String {
        self.say("layout-keys-open", &[])
    }

    /// `chiudi, poi togli la selezione, poi torna`
    #[must_use]
    pub fn layout_keys_close(&self) -> String {
        self.say("layout-keys-close", &[])
    }

    /// `questo elenco`
    #[must_use]
    pub fn layout_keys_list(&self) -> String {
        self.say("layout-keys-list", &[])
    }

    /// `Lettere e cifre agiscono fuori dai campi di testo. Si spengono nel profilo:`
    #[must_use]
    pub fn layout_keys_profile(&self) -> String {
        self.say("layout-keys-profile", &[])
    }

    /// `Cerca e comandi`
    #[must_use]
    pub fn layout_search(&self) -> String {
        self.say("layout-search", &[])
    }

    /// `Cerca o scrivi un comando`
    #[must_use]
    pub fn layout_search_label(&self) -> String {
        self.say("layout-search-label", &[])
    }

    /// `Risultati`
    #[must_use]
    pub fn layout_search_results(&self) -> String {
        self.say("layout-search-results", &[])
    }

    /// `scegli`
    #[must_use]
    pub fn layout_search_choose(&self) -> String {
        self.say("layout-search-choose", &[])
    }

    /// `apri`
    #[must_use]
    pub fn layout_search_open(&self) -> String {
        self.say("layout-search-open", &[])
    }

    /// `apri accanto`
    #[must_use]
    pub fn layout_search_beside(&self) -> String {
        self.say("layout-search-beside", &[])
    }

    /// `Filtri:`
    #[must_use]
    pub fn layout_search_filters(&self) -> String {
        self.say("layout-search-filters", &[])
    }

    /// `p:`
    #[must_use]
    pub fn layout_search_cases_mark(&self) -> String {
        self.say("layout-search-cases-mark", &[])
    }

    /// `pratiche,`
    #[must_use]
    pub fn layout_search_cases(&self) -> String {
        self.say("layout-search-cases", &[])
    }

    /// `f:`
    #[must_use]
    pub fn layout_search_bills_mark(&self) -> String {
        self.say("layout-search-bills-mark", &[])
    }

    /// `fatture,`
    #[must_use]
    pub fn layout_search_bills(&self) -> String {
        self.say("layout-search-bills", &[])
    }

    /// `m:`
    #[must_use]
    pub fn layout_search_meters_mark(&self) -> String {
        self.say("layout-search-meters-mark", &[])
    }

    /// `matricole`
    #[must_use]
    pub fn layout_search_meters(&self) -> String {
        self.say("layout-search-meters", &[])
    }

    /// `Il server non risponde. I dati scritti sono ancora qui: riprova fra poco.`
    #[must_use]
    pub fn layout_offline(&self) -> String {
        self.say("layout-offline", &[])
    }

    /// `La risposta tarda. Riprova fra poco.`
    #[must_use]
    pub fn layout_slow(&self) -> String {
        self.say("layout-slow", &[])
    }

    /// `Il tuo ruolo non può farlo.`
    #[must_use]
    pub fn layout_forbidden(&self) -> String {
        self.say("layout-forbidden", &[])
    }

    /// `Qualcosa si è rotto da parte nostra. Ricarica la pagina e riprova.`
    #[must_use]
    pub fn layout_fault(&self) -> String {
        self.say("layout-fault", &[])
    }

    /// `Copiato`
    #[must_use]
    pub fn layout_copied(&self) -> String {
        self.say("layout-copied", &[])
    }

    /// `Il browser non permette di copiare: seleziona il testo a mano.`
    #[must_use]
    pub fn layout_not_copied(&self) -> String {
        self.say("layout-not-copied", &[])
    }

    /// `La sessione finisce tra 2 minuti.`
    #[must_use]
    pub fn layout_session_ends(&self) -> String {
        self.say("layout-session-ends", &[])
    }

    /// `La sessione finisce tra 2 minuti e non si può prolungare: salva, poi rientra.`
    #[must_use]
    pub fn layout_session_last(&self) -> String {
        self.say("layout-session-last", &[])
    }

    /// `Resta`
    #[must_use]
    pub fn layout_session_stay(&self) -> String {
        self.say("layout-session-stay", &[])
    }

    /// `Rientra`
    #[must_use]
    pub fn layout_session_enter(&self) -> String {
        self.say("layout-session-enter", &[])
    }

    /// `Sessione prolungata`
    #[must_use]
    pub fn layout_session_stayed(&self) -> String {
        self.say("layout-session-stayed", &[])
    }
}
