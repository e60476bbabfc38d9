//! Messages of `texts/*/sign-in.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Accedi`
    #[must_use]
    pub fn sign_in_title(&self) -> String {
        self.say("sign-in-title", &[])
    }

    /// `Accedi alla console`
    #[must_use]
    pub fn sign_in_heading(&self) -> String {
        self.say("sign-in-heading", &[])
    }

    /// `Per il personale di {tenant}`
    #[must_use]
    pub fn sign_in_who(&self, tenant: impl std::fmt::Display) -> String {
        self.say("sign-in-who", &[("tenant", self.text(tenant))])
    }

    /// `Nome utente`
    #[must_use]
    pub fn sign_in_user(&self) -> String {
        self.say("sign-in-user", &[])
    }

    /// `Password`
    #[must_use]
    pub fn sign_in_password(&self) -> String {
        self.say("sign-in-password", &[])
    }

    /// `Accedi`
    #[must_use]
    pub fn sign_in_submit(&self) -> String {
        self.say("sign-in-submit", &[])
    }

    /// `Accedi con {provider}`
    #[must_use]
    pub fn sign_in_external(&self, provider: impl std::fmt::Display) -> String {
        self.say("sign-in-external", &[("provider", self.text(provider))])
    }

    /// `oppure`
    #[must_use]
    pub fn sign_in_or(&self) -> String {
        self.say("sign-in-or", &[])
    }

    /// `Password dimenticata? La rinnova chi amministra le utenze.`
    #[must_use]
    pub fn sign_in_forgot(&self) -> String {
        self.say("sign-in-forgot", &[])
    }

    /// `Sessione terminata.`
    #[must_use]
    pub fn sign_in_ended_lead(&self) -> String {
        self.say("sign-in-ended-lead", &[])
    }

    /// `Accedi per continuare da dove eri: le bozze sono salvate.`
    #[must_use]
    pub fn sign_in_ended(&self) -> String {
        self.say("sign-in-ended", &[])
    }

    /// `Uscita fatta.`
    #[must_use]
    pub fn sign_in_out_lead(&self) -> String {
        self.say("sign-in-out-lead", &[])
    }

    /// `Puoi chiudere la finestra.`
    #[must_use]
    pub fn sign_in_out(&self) -> String {
        self.say("sign-in-out", &[])
    }

    /// `Nome utente o password non corrispondono. Controlla le maiuscole.`
    #[must_use]
    pub fn sign_in_wrong(&self) -> String {
        self.say("sign-in-wrong", &[])
    }

    /// `Troppi tentativi: riprova dopo le {time}, oppure chiama chi amministra le utenze.`
    #[must_use]
    pub fn sign_in_blocked(&self, time: impl std::fmt::Display) -> String {
        self.say("sign-in-blocked", &[("time", self.text(time))])
    }

    /// `Non inviato: correggi {count} campi`
    #[must_use]
    pub fn sign_in_faults(&self, count: impl crate::Count) -> String {
        self.say("sign-in-faults", &[("count", crate::number(count))])
    }

    /// `Manca il nome utente`
    #[must_use]
    pub fn sign_in_missing_user(&self) -> String {
        self.say("sign-in-missing-user", &[])
    }

    /// `Manca la password`
    #[must_use]
    pub fn sign_in_missing_password(&self) -> String {
        self.say("sign-in-missing-password", &[])
    }

    /// `Codice di verifica`
    #[must_use]
    pub fn sign_in_code_title(&self) -> String {
        self.say("sign-in-code-title", &[])
    }

    /// `Scrivi il codice di verifica`
    #[must_use]
    pub fn sign_in_code_heading(&self) -> String {
        self.say("sign-in-code-heading", &[])
    }

    /// `Il codice di 6 cifre è nell’app di autenticazione del telefono.`
    #[must_use]
    pub fn sign_in_code_text(&self) -> String {
        self.say("sign-in-code-text", &[])
    }

    /// `Codice`
    #[must_use]
    pub fn sign_in_code(&self) -> String {
        self.say("sign-in-code", &[])
    }

    /// `Verifica`
    #[must_use]
    pub fn sign_in_code_submit(&self) -> String {
        self.say("sign-in-code-submit", &[])
    }

    /// `Il codice non vale più o ha una cifra diversa: scrivi quello che l’app mostra adesso`
    #[must_use]
    pub fn sign_in_code_wrong(&self) -> String {
        self.say("sign-in-code-wrong", &[])
    }

    /// `Ha {count} cifre: ne servono 6`
    #[must_use]
    pub fn sign_in_code_length(&self, count: impl crate::Count) -> String {
        self.say("sign-in-code-length", &[("count", crate::number(count))])
    }

    /// `Torna all’accesso`
    #[must_use]
    pub fn sign_in_back(&self) -> String {
        self.say("sign-in-back", &[])
    }

    /// `Sei un cliente? Vai all’area clienti`
    #[must_use]
    pub fn sign_in_customers(&self) -> String {
        self.say("sign-in-customers", &[])
    }

    /// `Accessibilità`
    #[must_use]
    pub fn sign_in_accessibility(&self) -> String {
        self.say("sign-in-accessibility", &[])
    }
}
