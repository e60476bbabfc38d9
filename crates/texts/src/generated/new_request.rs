//! Messages of `texts/*/new-request.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Nuova richiesta`
    #[must_use]
    pub fn new_request_title(&self) -> String {
        self.say("new-request-title", &[])
    }

    /// `Nuova`
    #[must_use]
    pub fn new_request_crumb(&self) -> String {
        self.say("new-request-crumb", &[])
    }

    /// `Per chi`
    #[must_use]
    pub fn new_request_who(&self) -> String {
        self.say("new-request-who", &[])
    }

    /// `Si può anche avviare subito: chi e quale fornitura si chiedono al primo passo.`
    #[must_use]
    pub fn new_request_who_hint(&self) -> String {
        self.say("new-request-who-hint", &[])
    }

    /// `Cliente o fornitura`
    #[must_use]
    pub fn new_request_field(&self) -> String {
        self.say("new-request-field", &[])
    }

    /// `Nome, CF, POD, PDR, matricola`
    #[must_use]
    pub fn new_request_placeholder(&self) -> String {
        self.say("new-request-placeholder", &[])
    }

    /// `Cambia`
    #[must_use]
    pub fn new_request_other(&self) -> String {
        self.say("new-request-other", &[])
    }

    /// `Fornitura`
    #[must_use]
    pub fn new_request_supply(&self) -> String {
        self.say("new-request-supply", &[])
    }

    /// `Nessuno con questo nome o codice`
    #[must_use]
    pub fn new_request_none(&self) -> String {
        self.say("new-request-none", &[])
    }

    /// `Controlla le cifre, oppure avvia la procedura: un’anagrafica nuova si crea lì.`
    #[must_use]
    pub fn new_request_none_text(&self) -> String {
        self.say("new-request-none-text", &[])
    }

    /// `Arrivata da`
    #[must_use]
    pub fn new_request_origin(&self) -> String {
        self.say("new-request-origin", &[])
    }

    /// `Procedura`
    #[must_use]
    pub fn new_request_procedure(&self) -> String {
        self.say("new-request-procedure", &[])
    }

    /// `Termine`
    #[must_use]
    pub fn new_request_term(&self) -> String {
        self.say("new-request-term", &[])
    }

    /// `Avvia`
    #[must_use]
    pub fn new_request_start(&self) -> String {
        self.say("new-request-start", &[])
    }

    /// `Fornitura e intestatario`
    #[must_use]
    pub fn new_request_group_supply(&self) -> String {
        self.say("new-request-group-supply", &[])
    }

    /// `Altre procedure`
    #[must_use]
    pub fn new_request_group_other(&self) -> String {
        self.say("new-request-group-other", &[])
    }

    /// `sportello`
    #[must_use]
    pub fn new_request_origin_counter(&self) -> String {
        self.say("new-request-origin-counter", &[])
    }

    /// `telefono`
    #[must_use]
    pub fn new_request_origin_call_centre(&self) -> String {
        self.say("new-request-origin-call-centre", &[])
    }

    /// `lettera`
    #[must_use]
    pub fn new_request_origin_letter(&self) -> String {
        self.say("new-request-origin-letter", &[])
    }

    /// `e-mail`
    #[must_use]
    pub fn new_request_origin_email(&self) -> String {
        self.say("new-request-origin-email", &[])
    }

    /// `PEC`
    #[must_use]
    pub fn new_request_origin_pec(&self) -> String {
        self.say("new-request-origin-pec", &[])
    }

    /// `interno`
    #[must_use]
    pub fn new_request_origin_internal(&self) -> String {
        self.say("new-request-origin-internal", &[])
    }

    /// `Contratti e offerte`
    #[must_use]
    pub fn new_request_group_contract(&self) -> String {
        self.say("new-request-group-contract", &[])
    }

    /// `Bollette e pagamenti`
    #[must_use]
    pub fn new_request_group_bills(&self) -> String {
        self.say("new-request-group-bills", &[])
    }

    /// `Letture e contatori`
    #[must_use]
    pub fn new_request_group_meter(&self) -> String {
        self.say("new-request-group-meter", &[])
    }

    /// `Preventivi e lavori`
    #[must_use]
    pub fn new_request_group_works(&self) -> String {
        self.say("new-request-group-works", &[])
    }

    /// `Reclami e informazioni`
    #[must_use]
    pub fn new_request_group_service(&self) -> String {
        self.say("new-request-group-service", &[])
    }

    /// `Anagrafica`
    #[must_use]
    pub fn new_request_group_registry(&self) -> String {
        self.say("new-request-group-registry", &[])
    }

    /// `Non riguarda il servizio di questa fornitura`
    #[must_use]
    pub fn new_request_not_for_service(&self) -> String {
        self.say("new-request-not-for-service", &[])
    }

    /// `Prima scegli per chi`
    #[must_use]
    pub fn new_request_choose_first(&self) -> String {
        self.say("new-request-choose-first", &[])
    }

    /// `termini secondo il servizio`
    #[must_use]
    pub fn new_request_term_by_service(&self) -> String {
        self.say("new-request-term-by-service", &[])
    }
}
