//! Messages of `texts/*/errors.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Questa pagina non esiste`
    #[must_use]
    pub fn errors_not_found_title(&self) -> String {
        self.say("errors-not-found-title", &[])
    }

    /// `Il numero può essere stato scritto male, oppure appartiene a un’altra sede.`
    #[must_use]
    pub fn errors_not_found_text(&self) -> String {
        self.say("errors-not-found-text", &[])
    }

    /// `Questa parte è di un altro ruolo`
    #[must_use]
    pub fn errors_forbidden_title(&self) -> String {
        self.say("errors-forbidden-title", &[])
    }

    /// `Il tuo ruolo non può vederla. Può abilitarla chi amministra le utenze.`
    #[must_use]
    pub fn errors_forbidden_text(&self) -> String {
        self.say("errors-forbidden-text", &[])
    }

    /// `Il tuo ruolo non può farlo. Abilita: {who}.`
    #[must_use]
    pub fn errors_forbidden_ask(&self, who: impl std::fmt::Display) -> String {
        self.say("errors-forbidden-ask", &[("who", self.text(who))])
    }

    /// `Qualcosa si è rotto da parte nostra`
    #[must_use]
    pub fn errors_broken_title(&self) -> String {
        self.say("errors-broken-title", &[])
    }

    /// `Quello che era già salvato è al sicuro. Riprova; se succede ancora, chiama l’assistenza.`
    #[must_use]
    pub fn errors_broken_text(&self) -> String {
        self.say("errors-broken-text", &[])
    }

    /// `C’è troppo lavoro in questo momento`
    #[must_use]
    pub fn errors_busy_title(&self) -> String {
        self.say("errors-busy-title", &[])
    }

    /// `Aspetta qualche secondo e riprova: nulla è andato perso.`
    #[must_use]
    pub fn errors_busy_text(&self) -> String {
        self.say("errors-busy-text", &[])
    }

    /// `Gli archivi non rispondono`
    #[must_use]
    pub fn errors_down_title(&self) -> String {
        self.say("errors-down-title", &[])
    }

    /// `Quello che era già salvato è al sicuro, l’ultima modifica non è stata salvata. Torna indietro e riprova tra qualche secondo; se dura, chiama l’assistenza.`
    #[must_use]
    pub fn errors_down_text(&self) -> String {
        self.say("errors-down-text", &[])
    }

    /// `Non c’è più spazio per salvare`
    #[must_use]
    pub fn errors_full_title(&self) -> String {
        self.say("errors-full-title", &[])
    }

    /// `Quello che era già salvato è al sicuro, l’ultima modifica non è stata salvata. Aspettare non serve: chiama l’assistenza, che deve liberare spazio sul disco.`
    #[must_use]
    pub fn errors_full_text(&self) -> String {
        self.say("errors-full-text", &[])
    }

    /// `Per l’assistenza, il codice è`
    #[must_use]
    pub fn errors_reference(&self) -> String {
        self.say("errors-reference", &[])
    }

    /// `Riprova`
    #[must_use]
    pub fn errors_retry(&self) -> String {
        self.say("errors-retry", &[])
    }

    /// `Copia il codice`
    #[must_use]
    pub fn errors_copy(&self) -> String {
        self.say("errors-copy", &[])
    }

    /// `Torna alle richieste`
    #[must_use]
    pub fn errors_back_to_cases(&self) -> String {
        self.say("errors-back-to-cases", &[])
    }

    /// `Cerca`
    #[must_use]
    pub fn errors_search(&self) -> String {
        self.say("errors-search", &[])
    }

    /// `Modificato da due persone`
    #[must_use]
    pub fn errors_conflict_title(&self) -> String {
        self.say("errors-conflict-title", &[])
    }

    /// `Non salvato.`
    #[must_use]
    pub fn errors_conflict_lead(&self) -> String {
        self.say("errors-conflict-lead", &[])
    }

    /// `{who} ha modificato questi dati {when}. Scegli campo per campo quale valore resta.`
    #[must_use]
    pub fn errors_conflict_text(&self, who: impl std::fmt::Display, when: impl std::fmt::Display) -> String {
        self.say("errors-conflict-text", &[("who", self.text(who)), ("when", self.text(when))])
    }

    /// `salvato da {who}`
    #[must_use]
    pub fn errors_conflict_theirs(&self, who: impl std::fmt::Display) -> String {
        self.say("errors-conflict-theirs", &[("who", self.text(who))])
    }

    /// `scritto da te`
    #[must_use]
    pub fn errors_conflict_yours(&self) -> String {
        self.say("errors-conflict-yours", &[])
    }

    /// `I campi che non compaiono qui non sono cambiati`
    #[must_use]
    pub fn errors_conflict_hint(&self) -> String {
        self.say("errors-conflict-hint", &[])
    }

    /// `Salva la scelta`
    #[must_use]
    pub fn errors_conflict_save(&self) -> String {
        self.say("errors-conflict-save", &[])
    }
}
