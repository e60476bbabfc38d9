//! Messages of `texts/*/audit.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Registro`
    #[must_use]
    pub fn audit_title(&self) -> String {
        self.say("audit-title", &[])
    }

    /// `Ogni atto, chi l’ha fatto e quando. Nessuno può cambiarlo.`
    #[must_use]
    pub fn audit_lead(&self) -> String {
        self.say("audit-lead", &[])
    }

    /// `Quando`
    #[must_use]
    pub fn audit_col_when(&self) -> String {
        self.say("audit-col-when", &[])
    }

    /// `Chi`
    #[must_use]
    pub fn audit_col_who(&self) -> String {
        self.say("audit-col-who", &[])
    }

    /// `Che cosa`
    #[must_use]
    pub fn audit_col_what(&self) -> String {
        self.say("audit-col-what", &[])
    }

    /// `Su che cosa`
    #[must_use]
    pub fn audit_col_about(&self) -> String {
        self.say("audit-col-about", &[])
    }

    /// `Tipo`
    #[must_use]
    pub fn audit_by_kind(&self) -> String {
        self.say("audit-by-kind", &[])
    }

    /// `Persona`
    #[must_use]
    pub fn audit_by_who(&self) -> String {
        self.say("audit-by-who", &[])
    }

    /// `tutti`
    #[must_use]
    pub fn audit_any(&self) -> String {
        self.say("audit-any", &[])
    }

    /// `Pratica`
    #[must_use]
    pub fn audit_kind_case(&self) -> String {
        self.say("audit-kind-case", &[])
    }

    /// `Cliente`
    #[must_use]
    pub fn audit_kind_party(&self) -> String {
        self.say("audit-kind-party", &[])
    }

    /// `Utente`
    #[must_use]
    pub fn audit_kind_user(&self) -> String {
        self.say("audit-kind-user", &[])
    }

    /// `Ufficio`
    #[must_use]
    pub fn audit_kind_office(&self) -> String {
        self.say("audit-kind-office", &[])
    }

    /// `Importazione`
    #[must_use]
    pub fn audit_kind_import(&self) -> String {
        self.say("audit-kind-import", &[])
    }

    /// `Altro`
    #[must_use]
    pub fn audit_kind_other(&self) -> String {
        self.say("audit-kind-other", &[])
    }

    /// `Nessuna voce con questi filtri`
    #[must_use]
    pub fn audit_none(&self) -> String {
        self.say("audit-none", &[])
    }

    /// `Togli un filtro per vederne altre.`
    #[must_use]
    pub fn audit_none_text(&self) -> String {
        self.say("audit-none-text", &[])
    }

    /// `Filtra`
    #[must_use]
    pub fn audit_filter(&self) -> String {
        self.say("audit-filter", &[])
    }

    /// `Togli i filtri`
    #[must_use]
    pub fn audit_clear(&self) -> String {
        self.say("audit-clear", &[])
    }

    /// `Voci precedenti`
    #[must_use]
    pub fn audit_older(&self) -> String {
        self.say("audit-older", &[])
    }

    /// `Dalla più recente`
    #[must_use]
    pub fn audit_newest(&self) -> String {
        self.say("audit-newest", &[])
    }

    /// `è entrato da {address}`
    #[must_use]
    pub fn audit_sign_in(&self, address: impl std::fmt::Display) -> String {
        self.say("audit-sign-in", &[("address", self.text(address))])
    }

    /// `ha rifiutato una password sbagliata`
    #[must_use]
    pub fn audit_sign_in_failed(&self) -> String {
        self.say("audit-sign-in-failed", &[])
    }

    /// `ha creato l’utente {name}`
    #[must_use]
    pub fn audit_add_user(&self, name: impl std::fmt::Display) -> String {
        self.say("audit-add-user", &[("name", self.text(name))])
    }

    /// `ha cambiato la password`
    #[must_use]
    pub fn audit_set_password(&self) -> String {
        self.say("audit-set-password", &[])
    }

    /// `ha aperto o chiuso l’accesso`
    #[must_use]
    pub fn audit_set_active(&self) -> String {
        self.say("audit-set-active", &[])
    }

    /// `ha cambiato ruoli o ufficio`
    #[must_use]
    pub fn audit_set_roles(&self) -> String {
        self.say("audit-set-roles", &[])
    }

    /// `ha sbloccato l’accesso`
    #[must_use]
    pub fn audit_unlock(&self) -> String {
        self.say("audit-unlock", &[])
    }

    /// `ha cambiato le preferenze`
    #[must_use]
    pub fn audit_preferences(&self) -> String {
        self.say("audit-preferences", &[])
    }

    /// `ha salvato l’ufficio {name}`
    #[must_use]
    pub fn audit_office(&self, name: impl std::fmt::Display) -> String {
        self.say("audit-office", &[("name", self.text(name))])
    }

    /// `ha creato un token per le API`
    #[must_use]
    pub fn audit_token(&self) -> String {
        self.say("audit-token", &[])
    }

    /// `ha salvato la vista {name}`
    #[must_use]
    pub fn audit_view(&self, name: impl std::fmt::Display) -> String {
        self.say("audit-view", &[("name", self.text(name))])
    }

    /// `ha importato un’esportazione`
    #[must_use]
    pub fn audit_import(&self) -> String {
        self.say("audit-import", &[])
    }

    /// `Solo questo`
    #[must_use]
    pub fn audit_this_thing(&self) -> String {
        self.say("audit-this-thing", &[])
    }

    /// `Bolletta`
    #[must_use]
    pub fn audit_kind_bill(&self) -> String {
        self.say("audit-kind-bill", &[])
    }

    /// `Ricevuta`
    #[must_use]
    pub fn audit_kind_receipt(&self) -> String {
        self.say("audit-kind-receipt", &[])
    }

    /// `Cassa`
    #[must_use]
    pub fn audit_kind_till(&self) -> String {
        self.say("audit-kind-till", &[])
    }

    /// `Contratto`
    #[must_use]
    pub fn audit_kind_contract(&self) -> String {
        self.say("audit-kind-contract", &[])
    }

    /// `ha incassato {amount}, ricevuta {number}`
    #[must_use]
    pub fn audit_cash_in(&self, amount: impl std::fmt::Display, number: impl std::fmt::Display) -> String {
        self.say("audit-cash-in", &[("amount", self.text(amount)), ("number", self.text(number))])
    }

    /// `ha stornato la ricevuta {number} di {amount}: {reason}`
    #[must_use]
    pub fn audit_reversed(
        &self,
        number: impl std::fmt::Display,
        amount: impl std::fmt::Display,
        reason: impl std::fmt::Display,
    ) -> String {
        self.say(
            "audit-reversed",
            &[("number", self.text(number)), ("amount", self.text(amount)), ("reason", self.text(reason))],
        )
    }

    /// `ha stornato con {second} la ricevuta {number} di {amount}: {reason}`
    #[must_use]
    pub fn audit_reversed_second(
        &self,
        second: impl std::fmt::Display,
        number: impl std::fmt::Display,
        amount: impl std::fmt::Display,
        reason: impl std::fmt::Display,
    ) -> String {
        self.say(
            "audit-reversed-second",
            &[
                ("second", self.text(second)),
                ("number", self.text(number)),
                ("amount", self.text(amount)),
                ("reason", self.text(reason)),
            ],
        )
    }

    /// `ha aperto la cassa {number} con un fondo di {amount}`
    #[must_use]
    pub fn audit_till_opened(
        &self,
        number: impl std::fmt::Display,
        amount: impl std::fmt::Display,
    ) -> String {
        self.say("audit-till-opened", &[("number", self.text(number)), ("amount", self.text(amount))])
    }

    /// `ha chiuso la cassa {number}: contati {counted}, come attesi`
    #[must_use]
    pub fn audit_till_closed(
        &self,
        number: impl std::fmt::Display,
        counted: impl std::fmt::Display,
    ) -> String {
        self.say("audit-till-closed", &[("number", self.text(number)), ("counted", self.text(counted))])
    }

    /// `ha chiuso la cassa {number}: contati {counted}, attesi {expected}, differenza {difference}`
    #[must_use]
    pub fn audit_till_closed_off(
        &self,
        number: impl std::fmt::Display,
        counted: impl std::fmt::Display,
        expected: impl std::fmt::Display,
        difference: impl std::fmt::Display,
    ) -> String {
        self.say(
            "audit-till-closed-off",
            &[
                ("number", self.text(number)),
                ("counted", self.text(counted)),
                ("expected", self.text(expected)),
                ("difference", self.text(difference)),
            ],
        )
    }

    /// `ha versato in banca {amount} della cassa {number}`
    #[must_use]
    pub fn audit_till_deposited(
        &self,
        amount: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say("audit-till-deposited", &[("amount", self.text(amount)), ("number", self.text(number))])
    }

    /// `ha ristampato la bolletta {number}`
    #[must_use]
    pub fn audit_reprinted(&self, number: impl std::fmt::Display) -> String {
        self.say("audit-reprinted", &[("number", self.text(number))])
    }

    /// `ha ristampato il bollettino della bolletta {number}`
    #[must_use]
    pub fn audit_reprinted_slip(&self, number: impl std::fmt::Display) -> String {
        self.say("audit-reprinted-slip", &[("number", self.text(number))])
    }
}
