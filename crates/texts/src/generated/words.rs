//! Messages of `texts/*/words.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `{brand}`
    #[must_use]
    pub fn words_brand(&self) -> String {
        self.say("words-brand", &[])
    }

    /// `sì`
    #[must_use]
    pub fn words_yes(&self) -> String {
        self.say("words-yes", &[])
    }

    /// `no`
    #[must_use]
    pub fn words_no(&self) -> String {
        self.say("words-no", &[])
    }

    /// `se serve`
    #[must_use]
    pub fn words_optional(&self) -> String {
        self.say("words-optional", &[])
    }

    /// `non presente`
    #[must_use]
    pub fn words_absent(&self) -> String {
        self.say("words-absent", &[])
    }

    /// `Annulla`
    #[must_use]
    pub fn words_cancel(&self) -> String {
        self.say("words-cancel", &[])
    }

    /// `Salva`
    #[must_use]
    pub fn words_save(&self) -> String {
        self.say("words-save", &[])
    }

    /// `Indietro`
    #[must_use]
    pub fn words_back(&self) -> String {
        self.say("words-back", &[])
    }

    /// `Avanti`
    #[must_use]
    pub fn words_next(&self) -> String {
        self.say("words-next", &[])
    }

    /// `Chiudi`
    #[must_use]
    pub fn words_close(&self) -> String {
        self.say("words-close", &[])
    }

    /// `Cerca`
    #[must_use]
    pub fn words_search(&self) -> String {
        self.say("words-search", &[])
    }

    /// `Apri`
    #[must_use]
    pub fn words_open(&self) -> String {
        self.say("words-open", &[])
    }

    /// `Conferma`
    #[must_use]
    pub fn words_confirm(&self) -> String {
        self.say("words-confirm", &[])
    }

    /// `Tutte`
    #[must_use]
    pub fn words_all(&self) -> String {
        self.say("words-all", &[])
    }

    /// `Nessuna`
    #[must_use]
    pub fn words_none(&self) -> String {
        self.say("words-none", &[])
    }

    /// `di {party}`
    #[must_use]
    pub fn words_of_party(&self, party: impl std::fmt::Display) -> String {
        self.say("words-of-party", &[("party", self.text(party))])
    }

    /// `{count} pratiche aperte`
    #[must_use]
    pub fn words_open_cases(&self, count: impl crate::Count) -> String {
        self.say("words-open-cases", &[("count", crate::number(count))])
    }

    /// `Acqua`
    #[must_use]
    pub fn words_sector_water(&self) -> String {
        self.say("words-sector-water", &[])
    }

    /// `Gas`
    #[must_use]
    pub fn words_sector_gas(&self) -> String {
        self.say("words-sector-gas", &[])
    }

    /// `GPL`
    #[must_use]
    pub fn words_sector_lpg(&self) -> String {
        self.say("words-sector-lpg", &[])
    }

    /// `Energia elettrica`
    #[must_use]
    pub fn words_sector_electricity(&self) -> String {
        self.say("words-sector-electricity", &[])
    }

    /// `Telefonia`
    #[must_use]
    pub fn words_sector_telecom(&self) -> String {
        self.say("words-sector-telecom", &[])
    }

    /// `in tempo`
    #[must_use]
    pub fn words_risk_ok(&self) -> String {
        self.say("words-risk-ok", &[])
    }

    /// `in scadenza`
    #[must_use]
    pub fn words_risk_soon(&self) -> String {
        self.say("words-risk-soon", &[])
    }

    /// `oggi`
    #[must_use]
    pub fn words_risk_today(&self) -> String {
        self.say("words-risk-today", &[])
    }

    /// `scaduta`
    #[must_use]
    pub fn words_risk_late(&self) -> String {
        self.say("words-risk-late", &[])
    }

    /// `sospesa`
    #[must_use]
    pub fn words_risk_hold(&self) -> String {
        self.say("words-risk-hold", &[])
    }

    /// `senza termine`
    #[must_use]
    pub fn words_risk_none(&self) -> String {
        self.say("words-risk-none", &[])
    }
}
