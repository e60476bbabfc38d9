//! Messages of `texts/*/customer.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Clienti`
    #[must_use]
    pub fn customer_list(&self) -> String {
        self.say("customer-list", &[])
    }

    /// `Per nome, codice fiscale, partita IVA, numero cliente, telefono, e-mail o indirizzo`
    #[must_use]
    pub fn customer_list_meta(&self) -> String {
        self.say("customer-list-meta", &[])
    }

    /// `Cerca un cliente`
    #[must_use]
    pub fn customer_list_search(&self) -> String {
        self.say("customer-list-search", &[])
    }

    /// `Clienti con numero, codice e indirizzo`
    #[must_use]
    pub fn customer_list_caption(&self) -> String {
        self.say("customer-list-caption", &[])
    }

    /// `{count} clienti`
    #[must_use]
    pub fn customer_list_shown(&self, count: impl crate::Count) -> String {
        self.say("customer-list-shown", &[("count", crate::number(count))])
    }

    /// `Mostra i successivi`
    #[must_use]
    pub fn customer_list_more(&self) -> String {
        self.say("customer-list-more", &[])
    }

    /// `Nessun cliente per «{text}»`
    #[must_use]
    pub fn customer_list_none(&self, text: impl std::fmt::Display) -> String {
        self.say("customer-list-none", &[("text", self.text(text))])
    }

    /// `Prova con una parte del nome, il codice fiscale o il numero della fornitura.`
    #[must_use]
    pub fn customer_list_none_text(&self) -> String {
        self.say("customer-list-none-text", &[])
    }

    /// `Nessun cliente in archivio`
    #[must_use]
    pub fn customer_list_start(&self) -> String {
        self.say("customer-list-start", &[])
    }

    /// `I clienti arrivano dal sistema di fatturazione con un’importazione.`
    #[must_use]
    pub fn customer_list_start_text(&self) -> String {
        self.say("customer-list-start-text", &[])
    }

    /// `Vai alle importazioni`
    #[must_use]
    pub fn customer_list_import(&self) -> String {
        self.say("customer-list-import", &[])
    }

    /// `Togli la ricerca`
    #[must_use]
    pub fn customer_list_all(&self) -> String {
        self.say("customer-list-all", &[])
    }

    /// `Azienda`
    #[must_use]
    pub fn customer_company(&self) -> String {
        self.say("customer-company", &[])
    }

    /// `Cliente`
    #[must_use]
    pub fn customer_col_name(&self) -> String {
        self.say("customer-col-name", &[])
    }

    /// `Numero`
    #[must_use]
    pub fn customer_col_number(&self) -> String {
        self.say("customer-col-number", &[])
    }

    /// `Codice fiscale o partita IVA`
    #[must_use]
    pub fn customer_col_code(&self) -> String {
        self.say("customer-col-code", &[])
    }

    /// `Indirizzo`
    #[must_use]
    pub fn customer_col_address(&self) -> String {
        self.say("customer-col-address", &[])
    }

    /// `Cliente dal`
    #[must_use]
    pub fn customer_col_since(&self) -> String {
        self.say("customer-col-since", &[])
    }

    /// `{name}, cliente {number}`
    #[must_use]
    pub fn customer_page_title(
        &self,
        name: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say("customer-page-title", &[("name", self.text(name)), ("number", self.text(number))])
    }

    /// `Cliente attivo dal {year}`
    #[must_use]
    pub fn customer_active_since(&self, year: impl std::fmt::Display) -> String {
        self.say("customer-active-since", &[("year", self.text(year))])
    }

    /// `Cliente cessato`
    #[must_use]
    pub fn customer_former(&self) -> String {
        self.say("customer-former", &[])
    }

    /// `Senza contratti`
    #[must_use]
    pub fn customer_without_contract(&self) -> String {
        self.say("customer-without-contract", &[])
    }

    /// `Copia il codice fiscale`
    #[must_use]
    pub fn customer_copy_tax_code(&self) -> String {
        self.say("customer-copy-tax-code", &[])
    }

    /// `Copia la partita IVA`
    #[must_use]
    pub fn customer_copy_vat(&self) -> String {
        self.say("customer-copy-vat", &[])
    }

    /// `nata a {place} il {date}`
    #[must_use]
    pub fn customer_born_f(&self, place: impl std::fmt::Display, date: impl std::fmt::Display) -> String {
        self.say("customer-born-f", &[("place", self.text(place)), ("date", self.text(date))])
    }

    /// `nato a {place} il {date}`
    #[must_use]
    pub fn customer_born_m(&self, place: impl std::fmt::Display, date: impl std::fmt::Display) -> String {
        self.say("customer-born-m", &[("place", self.text(place)), ("date", self.text(date))])
    }

    /// `data di nascita {date}`
    #[must_use]
    pub fn customer_born(&self, date: impl std::fmt::Display) -> String {
        self.say("customer-born", &[("date", self.text(date))])
    }

    /// `identità verificata il {date}`
    #[must_use]
    pub fn customer_verified(&self, date: impl std::fmt::Display) -> String {
        self.say("customer-verified", &[("date", self.text(date))])
    }

    /// `partita IVA {number}`
    #[must_use]
    pub fn customer_vat(&self, number: impl std::fmt::Display) -> String {
        self.say("customer-vat", &[("number", self.text(number))])
    }

    /// `Da pagare`
    #[must_use]
    pub fn customer_to_pay(&self) -> String {
        self.say("customer-to-pay", &[])
    }

    /// `niente in sospeso`
    #[must_use]
    pub fn customer_nothing_to_pay(&self) -> String {
        self.say("customer-nothing-to-pay", &[])
    }

    /// `Incassa`
    #[must_use]
    pub fn customer_cash_in(&self) -> String {
        self.say("customer-cash-in", &[])
    }

    /// `{count} bollette aperte`
    #[must_use]
    pub fn customer_bills_open(&self, count: impl crate::Count) -> String {
        self.say("customer-bills-open", &[("count", crate::number(count))])
    }

    /// `prima scadenza {date}`
    #[must_use]
    pub fn customer_first_due(&self, date: impl std::fmt::Display) -> String {
        self.say("customer-first-due", &[("date", self.text(date))])
    }

    /// `scaduti {amount}`
    #[must_use]
    pub fn customer_overdue(&self, amount: impl std::fmt::Display) -> String {
        self.say("customer-overdue", &[("amount", self.text(amount))])
    }

    /// `Azioni rapide`
    #[must_use]
    pub fn customer_acts(&self) -> String {
        self.say("customer-acts", &[])
    }

    /// `Sulla fornitura`
    #[must_use]
    pub fn customer_acts_on(&self) -> String {
        self.say("customer-acts-on", &[])
    }

    /// `Lettura`
    #[must_use]
    pub fn customer_act_reading(&self) -> String {
        self.say("customer-act-reading", &[])
    }

    /// `Incasso`
    #[must_use]
    pub fn customer_act_payment(&self) -> String {
        self.say("customer-act-payment", &[])
    }

    /// `Bollette`
    #[must_use]
    pub fn customer_act_bills(&self) -> String {
        self.say("customer-act-bills", &[])
    }

    /// `Ristampa`
    #[must_use]
    pub fn customer_act_reprint(&self) -> String {
        self.say("customer-act-reprint", &[])
    }

    /// `Altre`
    #[must_use]
    pub fn customer_act_others(&self) -> String {
        self.say("customer-act-others", &[])
    }

    /// `Schede del cliente`
    #[must_use]
    pub fn customer_tabs(&self) -> String {
        self.say("customer-tabs", &[])
    }

    /// `Panoramica`
    #[must_use]
    pub fn customer_tab_overview(&self) -> String {
        self.say("customer-tab-overview", &[])
    }

    /// `Forniture`
    #[must_use]
    pub fn customer_tab_supplies(&self) -> String {
        self.say("customer-tab-supplies", &[])
    }

    /// `Contratti`
    #[must_use]
    pub fn customer_tab_contracts(&self) -> String {
        self.say("customer-tab-contracts", &[])
    }

    /// `Bollette e pagamenti`
    #[must_use]
    pub fn customer_tab_bills(&self) -> String {
        self.say("customer-tab-bills", &[])
    }

    /// `Pratiche`
    #[must_use]
    pub fn customer_tab_cases(&self) -> String {
        self.say("customer-tab-cases", &[])
    }

    /// `Documenti`
    #[must_use]
    pub fn customer_tab_papers(&self) -> String {
        self.say("customer-tab-papers", &[])
    }

    /// `Letture e consumi`
    #[must_use]
    pub fn customer_tab_readings(&self) -> String {
        self.say("customer-tab-readings", &[])
    }

    /// `Da sapere.`
    #[must_use]
    pub fn customer_note(&self) -> String {
        self.say("customer-note", &[])
    }

    /// `Anagrafica`
    #[must_use]
    pub fn customer_registry(&self) -> String {
        self.say("customer-registry", &[])
    }

    /// `Modifica`
    #[must_use]
    pub fn customer_edit(&self) -> String {
        self.say("customer-edit", &[])
    }

    /// `Residenza`
    #[must_use]
    pub fn customer_residence(&self) -> String {
        self.say("customer-residence", &[])
    }

    /// `Sede`
    #[must_use]
    pub fn customer_seat(&self) -> String {
        self.say("customer-seat", &[])
    }

    /// `Recapito`
    #[must_use]
    pub fn customer_mailing(&self) -> String {
        self.say("customer-mailing", &[])
    }

    /// `come residenza`
    #[must_use]
    pub fn customer_mailing_same(&self) -> String {
        self.say("customer-mailing-same", &[])
    }

    /// `come sede`
    #[must_use]
    pub fn customer_mailing_seat(&self) -> String {
        self.say("customer-mailing-seat", &[])
    }

    /// `Cellulare`
    #[must_use]
    pub fn customer_mobile(&self) -> String {
        self.say("customer-mobile", &[])
    }

    /// `Telefono`
    #[must_use]
    pub fn customer_phone(&self) -> String {
        self.say("customer-phone", &[])
    }

    /// `E-mail`
    #[must_use]
    pub fn customer_email(&self) -> String {
        self.say("customer-email", &[])
    }

    /// `PEC`
    #[must_use]
    pub fn customer_pec(&self) -> String {
        self.say("customer-pec", &[])
    }

    /// `Bollette`
    #[must_use]
    pub fn customer_delivery(&self) -> String {
        self.say("customer-delivery", &[])
    }

    /// `Pagamento`
    #[must_use]
    pub fn customer_payment(&self) -> String {
        self.say("customer-payment", &[])
    }

    /// `per e-mail`
    #[must_use]
    pub fn customer_delivery_email(&self) -> String {
        self.say("customer-delivery-email", &[])
    }

    /// `avviso per e-mail`
    #[must_use]
    pub fn customer_delivery_link(&self) -> String {
        self.say("customer-delivery-link", &[])
    }

    /// `per posta`
    #[must_use]
    pub fn customer_delivery_post(&self) -> String {
        self.say("customer-delivery-post", &[])
    }

    /// `per PEC`
    #[must_use]
    pub fn customer_delivery_pec(&self) -> String {
        self.say("customer-delivery-pec", &[])
    }

    /// `addebito SEPA`
    #[must_use]
    pub fn customer_pay_sdd(&self) -> String {
        self.say("customer-pay-sdd", &[])
    }

    /// `bollettino`
    #[must_use]
    pub fn customer_pay_slip(&self) -> String {
        self.say("customer-pay-slip", &[])
    }

    /// `bonifico`
    #[must_use]
    pub fn customer_pay_transfer(&self) -> String {
        self.say("customer-pay-transfer", &[])
    }

    /// `allo sportello`
    #[must_use]
    pub fn customer_pay_counter(&self) -> String {
        self.say("customer-pay-counter", &[])
    }

    /// `pagoPA`
    #[must_use]
    pub fn customer_pay_pagopa(&self) -> String {
        self.say("customer-pay-pagopa", &[])
    }

    /// `{method}: {services}`
    #[must_use]
    pub fn customer_pay_on(
        &self,
        method: impl std::fmt::Display,
        services: impl std::fmt::Display,
    ) -> String {
        self.say("customer-pay-on", &[("method", self.text(method)), ("services", self.text(services))])
    }

    /// `Forniture e contratti`
    #[must_use]
    pub fn customer_supplies(&self) -> String {
        self.say("customer-supplies", &[])
    }

    /// `{count} attive`
    #[must_use]
    pub fn customer_supplies_active(&self, count: impl crate::Count) -> String {
        self.say("customer-supplies-active", &[("count", crate::number(count))])
    }

    /// `Mostra {count} cessate`
    #[must_use]
    pub fn customer_supplies_ended(&self, count: impl crate::Count) -> String {
        self.say("customer-supplies-ended", &[("count", crate::number(count))])
    }

    /// `Forniture con punto, contratto, ultima lettura e saldo`
    #[must_use]
    pub fn customer_supplies_caption(&self) -> String {
        self.say("customer-supplies-caption", &[])
    }

    /// `Nessuna fornitura attiva`
    #[must_use]
    pub fn customer_supplies_none(&self) -> String {
        self.say("customer-supplies-none", &[])
    }

    /// `Contratti non visibili al tuo ruolo`
    #[must_use]
    pub fn customer_supplies_hidden(&self) -> String {
        self.say("customer-supplies-hidden", &[])
    }

    /// `Forniture e contratti li vede chi lavora allo sportello e in ufficio.`
    #[must_use]
    pub fn customer_supplies_hidden_text(&self) -> String {
        self.say("customer-supplies-hidden-text", &[])
    }

    /// `Con una voltura o un allaccio la fornitura compare qui.`
    #[must_use]
    pub fn customer_supplies_none_text(&self) -> String {
        self.say("customer-supplies-none-text", &[])
    }

    /// `senza contatore`
    #[must_use]
    pub fn customer_no_meter(&self) -> String {
        self.say("customer-no-meter", &[])
    }

    /// `matr. {number}`
    #[must_use]
    pub fn customer_serial(&self, number: impl std::fmt::Display) -> String {
        self.say("customer-serial", &[("number", self.text(number))])
    }

    /// `dal {date}`
    #[must_use]
    pub fn customer_due_from(&self, date: impl std::fmt::Display) -> String {
        self.say("customer-due-from", &[("date", self.text(date))])
    }

    /// `scaduto dal {date}`
    #[must_use]
    pub fn customer_due_since(&self, date: impl std::fmt::Display) -> String {
        self.say("customer-due-since", &[("date", self.text(date))])
    }

    /// `Fornitura`
    #[must_use]
    pub fn customer_col_supply(&self) -> String {
        self.say("customer-col-supply", &[])
    }

    /// `Punto e contatore`
    #[must_use]
    pub fn customer_col_point(&self) -> String {
        self.say("customer-col-point", &[])
    }

    /// `Contratto`
    #[must_use]
    pub fn customer_col_contract(&self) -> String {
        self.say("customer-col-contract", &[])
    }

    /// `Ultima lettura`
    #[must_use]
    pub fn customer_col_reading(&self) -> String {
        self.say("customer-col-reading", &[])
    }

    /// `Saldo`
    #[must_use]
    pub fn customer_col_balance(&self) -> String {
        self.say("customer-col-balance", &[])
    }

    /// `bozza`
    #[must_use]
    pub fn customer_contract_draft(&self) -> String {
        self.say("customer-contract-draft", &[])
    }

    /// `attivo`
    #[must_use]
    pub fn customer_contract_active(&self) -> String {
        self.say("customer-contract-active", &[])
    }

    /// `sospeso`
    #[must_use]
    pub fn customer_contract_suspended(&self) -> String {
        self.say("customer-contract-suspended", &[])
    }

    /// `cessato`
    #[must_use]
    pub fn customer_contract_ended(&self) -> String {
        self.say("customer-contract-ended", &[])
    }

    /// `Pratiche aperte`
    #[must_use]
    pub fn customer_cases_open(&self) -> String {
        self.say("customer-cases-open", &[])
    }

    /// `Nuova`
    #[must_use]
    pub fn customer_case_new(&self) -> String {
        self.say("customer-case-new", &[])
    }

    /// `Pratiche del cliente con l’orologio regolato`
    #[must_use]
    pub fn customer_cases_caption(&self) -> String {
        self.say("customer-cases-caption", &[])
    }

    /// `Nessuna pratica aperta`
    #[must_use]
    pub fn customer_cases_none(&self) -> String {
        self.say("customer-cases-none", &[])
    }

    /// `Le richieste del cliente compaiono qui con il loro termine.`
    #[must_use]
    pub fn customer_cases_none_text(&self) -> String {
        self.say("customer-cases-none-text", &[])
    }

    /// `Nuova richiesta`
    #[must_use]
    pub fn customer_cases_start(&self) -> String {
        self.say("customer-cases-start", &[])
    }

    /// `Pratica`
    #[must_use]
    pub fn customer_col_case(&self) -> String {
        self.say("customer-col-case", &[])
    }

    /// `Passo corrente`
    #[must_use]
    pub fn customer_col_step(&self) -> String {
        self.say("customer-col-step", &[])
    }

    /// `Orologio regolato`
    #[must_use]
    pub fn customer_col_clock(&self) -> String {
        self.say("customer-col-clock", &[])
    }

    /// `Rischio`
    #[must_use]
    pub fn customer_col_risk(&self) -> String {
        self.say("customer-col-risk", &[])
    }

    /// `Aperta il`
    #[must_use]
    pub fn customer_col_opened(&self) -> String {
        self.say("customer-col-opened", &[])
    }

    /// `{elapsed} di {limit}`
    #[must_use]
    pub fn customer_clock_of(
        &self,
        elapsed: impl std::fmt::Display,
        limit: impl std::fmt::Display,
    ) -> String {
        self.say("customer-clock-of", &[("elapsed", self.text(elapsed)), ("limit", self.text(limit))])
    }

    /// `nessuno standard regolato`
    #[must_use]
    pub fn customer_clock_none(&self) -> String {
        self.say("customer-clock-none", &[])
    }

    /// `scade {date}`
    #[must_use]
    pub fn customer_clock_due(&self, date: impl std::fmt::Display) -> String {
        self.say("customer-clock-due", &[("date", self.text(date))])
    }

    /// `sospesa {days}`
    #[must_use]
    pub fn customer_clock_held(&self, days: impl std::fmt::Display) -> String {
        self.say("customer-clock-held", &[("days", self.text(days))])
    }

    /// `scaduta {date}`
    #[must_use]
    pub fn customer_clock_was_due(&self, date: impl std::fmt::Display) -> String {
        self.say("customer-clock-was-due", &[("date", self.text(date))])
    }

    /// `da assegnare`
    #[must_use]
    pub fn customer_assigned_nobody(&self) -> String {
        self.say("customer-assigned-nobody", &[])
    }

    /// `bozza`
    #[must_use]
    pub fn customer_case_draft(&self) -> String {
        self.say("customer-case-draft", &[])
    }

    /// `avviata`
    #[must_use]
    pub fn customer_case_started(&self) -> String {
        self.say("customer-case-started", &[])
    }

    /// `ammissibile`
    #[must_use]
    pub fn customer_case_admissible(&self) -> String {
        self.say("customer-case-admissible", &[])
    }

    /// `inammissibile`
    #[must_use]
    pub fn customer_case_inadmissible(&self) -> String {
        self.say("customer-case-inadmissible", &[])
    }

    /// `evasa`
    #[must_use]
    pub fn customer_case_fulfilled(&self) -> String {
        self.say("customer-case-fulfilled", &[])
    }

    /// `annullata`
    #[must_use]
    pub fn customer_case_cancelled(&self) -> String {
        self.say("customer-case-cancelled", &[])
    }

    /// `Cronologia`
    #[must_use]
    pub fn customer_timeline(&self) -> String {
        self.say("customer-timeline", &[])
    }

    /// `Filtra la cronologia`
    #[must_use]
    pub fn customer_timeline_filter(&self) -> String {
        self.say("customer-timeline-filter", &[])
    }

    /// `Tutto`
    #[must_use]
    pub fn customer_timeline_all(&self) -> String {
        self.say("customer-timeline-all", &[])
    }

    /// `Contatti`
    #[must_use]
    pub fn customer_timeline_contacts(&self) -> String {
        self.say("customer-timeline-contacts", &[])
    }

    /// `Pratiche`
    #[must_use]
    pub fn customer_timeline_cases(&self) -> String {
        self.say("customer-timeline-cases", &[])
    }

    /// `Documenti`
    #[must_use]
    pub fn customer_timeline_papers(&self) -> String {
        self.say("customer-timeline-papers", &[])
    }

    /// `Pagamenti`
    #[must_use]
    pub fn customer_timeline_payments(&self) -> String {
        self.say("customer-timeline-payments", &[])
    }

    /// `Ancora niente da raccontare`
    #[must_use]
    pub fn customer_timeline_none(&self) -> String {
        self.say("customer-timeline-none", &[])
    }

    /// `Contatti, letture, bollette e pratiche compaiono qui per giorno.`
    #[must_use]
    pub fn customer_timeline_none_text(&self) -> String {
        self.say("customer-timeline-none-text", &[])
    }

    /// `Pratica avviata`
    #[must_use]
    pub fn customer_event_case_opened(&self) -> String {
        self.say("customer-event-case-opened", &[])
    }

    /// `Bozza di richiesta`
    #[must_use]
    pub fn customer_event_case_draft(&self) -> String {
        self.say("customer-event-case-draft", &[])
    }

    /// `Pratica evasa`
    #[must_use]
    pub fn customer_event_case_fulfilled(&self) -> String {
        self.say("customer-event-case-fulfilled", &[])
    }

    /// `Pratica inammissibile`
    #[must_use]
    pub fn customer_event_case_inadmissible(&self) -> String {
        self.say("customer-event-case-inadmissible", &[])
    }

    /// `Pratica annullata`
    #[must_use]
    pub fn customer_event_case_cancelled(&self) -> String {
        self.say("customer-event-case-cancelled", &[])
    }

    /// `Documento`
    #[must_use]
    pub fn customer_event_paper(&self) -> String {
        self.say("customer-event-paper", &[])
    }

    /// `Bolletta {amount}`
    #[must_use]
    pub fn customer_event_bill(&self, amount: impl std::fmt::Display) -> String {
        self.say("customer-event-bill", &[("amount", self.text(amount))])
    }

    /// `bolletta {number}`
    #[must_use]
    pub fn customer_event_bill_number(&self, number: impl std::fmt::Display) -> String {
        self.say("customer-event-bill-number", &[("number", self.text(number))])
    }

    /// `Pagamento {amount}`
    #[must_use]
    pub fn customer_event_payment(&self, amount: impl std::fmt::Display) -> String {
        self.say("customer-event-payment", &[("amount", self.text(amount))])
    }

    /// `Lettura {service} {value}`
    #[must_use]
    pub fn customer_event_reading(
        &self,
        service: impl std::fmt::Display,
        value: impl std::fmt::Display,
    ) -> String {
        self.say("customer-event-reading", &[("service", self.text(service)), ("value", self.text(value))])
    }

    /// `{channel}, bolletta {number}`
    #[must_use]
    pub fn customer_event_paid_by(
        &self,
        channel: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say("customer-event-paid-by", &[("channel", self.text(channel)), ("number", self.text(number))])
    }

    /// `Contatto`
    #[must_use]
    pub fn customer_contact(&self) -> String {
        self.say("customer-contact", &[])
    }

    /// `Registra un contatto`
    #[must_use]
    pub fn customer_contact_title(&self) -> String {
        self.say("customer-contact-title", &[])
    }

    /// `Come`
    #[must_use]
    pub fn customer_contact_kind(&self) -> String {
        self.say("customer-contact-kind", &[])
    }

    /// `Chiamata in entrata`
    #[must_use]
    pub fn customer_contact_call_in(&self) -> String {
        self.say("customer-contact-call-in", &[])
    }

    /// `Chiamata in uscita`
    #[must_use]
    pub fn customer_contact_call_out(&self) -> String {
        self.say("customer-contact-call-out", &[])
    }

    /// `Allo sportello`
    #[must_use]
    pub fn customer_contact_visit(&self) -> String {
        self.say("customer-contact-visit", &[])
    }

    /// `E-mail`
    #[must_use]
    pub fn customer_contact_email(&self) -> String {
        self.say("customer-contact-email", &[])
    }

    /// `Lettera`
    #[must_use]
    pub fn customer_contact_letter(&self) -> String {
        self.say("customer-contact-letter", &[])
    }

    /// `PEC`
    #[must_use]
    pub fn customer_contact_pec(&self) -> String {
        self.say("customer-contact-pec", &[])
    }

    /// `Dal portale`
    #[must_use]
    pub fn customer_contact_portal(&self) -> String {
        self.say("customer-contact-portal", &[])
    }

    /// `Annotazione`
    #[must_use]
    pub fn customer_contact_note(&self) -> String {
        self.say("customer-contact-note", &[])
    }

    /// `Di che cosa si è parlato`
    #[must_use]
    pub fn customer_contact_subject(&self) -> String {
        self.say("customer-contact-subject", &[])
    }

    /// `Una riga: è quella che si legge nella cronologia`
    #[must_use]
    pub fn customer_contact_subject_hint(&self) -> String {
        self.say("customer-contact-subject-hint", &[])
    }

    /// `Scrivi in una riga di che cosa si è parlato`
    #[must_use]
    pub fn customer_contact_subject_missing(&self) -> String {
        self.say("customer-contact-subject-missing", &[])
    }

    /// `Scegli come è avvenuto il contatto`
    #[must_use]
    pub fn customer_contact_kind_missing(&self) -> String {
        self.say("customer-contact-kind-missing", &[])
    }

    /// `Che cosa è stato detto`
    #[must_use]
    pub fn customer_contact_body(&self) -> String {
        self.say("customer-contact-body", &[])
    }

    /// `Registra`
    #[must_use]
    pub fn customer_contact_save(&self) -> String {
        self.say("customer-contact-save", &[])
    }

    /// `Data, ora e il tuo nome si aggiungono da soli.`
    #[must_use]
    pub fn customer_contact_note_text(&self) -> String {
        self.say("customer-contact-note-text", &[])
    }

    /// `Contatto registrato`
    #[must_use]
    pub fn customer_contact_saved(&self) -> String {
        self.say("customer-contact-saved", &[])
    }

    /// `Contratti con fornitura, durata, pagamento e deposito`
    #[must_use]
    pub fn customer_contracts_caption(&self) -> String {
        self.say("customer-contracts-caption", &[])
    }

    /// `Nessun contratto`
    #[must_use]
    pub fn customer_contracts_none(&self) -> String {
        self.say("customer-contracts-none", &[])
    }

    /// `I contratti arrivano dal sistema di fatturazione o da una voltura.`
    #[must_use]
    pub fn customer_contracts_none_text(&self) -> String {
        self.say("customer-contracts-none-text", &[])
    }

    /// `Durata`
    #[must_use]
    pub fn customer_col_period(&self) -> String {
        self.say("customer-col-period", &[])
    }

    /// `Pagamento`
    #[must_use]
    pub fn customer_col_payment(&self) -> String {
        self.say("customer-col-payment", &[])
    }

    /// `Bollette`
    #[must_use]
    pub fn customer_col_delivery(&self) -> String {
        self.say("customer-col-delivery", &[])
    }

    /// `Deposito`
    #[must_use]
    pub fn customer_col_deposit(&self) -> String {
        self.say("customer-col-deposit", &[])
    }

    /// `dal {from}`
    #[must_use]
    pub fn customer_period_from(&self, from: impl std::fmt::Display) -> String {
        self.say("customer-period-from", &[("from", self.text(from))])
    }

    /// `{from} – {to}`
    #[must_use]
    pub fn customer_period_to(&self, from: impl std::fmt::Display, to: impl std::fmt::Display) -> String {
        self.say("customer-period-to", &[("from", self.text(from)), ("to", self.text(to))])
    }

    /// `voltura`
    #[must_use]
    pub fn customer_end_transfer(&self) -> String {
        self.say("customer-end-transfer", &[])
    }

    /// `disdetta`
    #[must_use]
    pub fn customer_end_termination(&self) -> String {
        self.say("customer-end-termination", &[])
    }

    /// `cambio fornitore`
    #[must_use]
    pub fn customer_end_switch(&self) -> String {
        self.say("customer-end-switch", &[])
    }

    /// `mai attivato`
    #[must_use]
    pub fn customer_end_not_activated(&self) -> String {
        self.say("customer-end-not-activated", &[])
    }

    /// `Bollette con periodo, importo e stato del pagamento`
    #[must_use]
    pub fn customer_bills_caption(&self) -> String {
        self.say("customer-bills-caption", &[])
    }

    /// `Nessuna bolletta`
    #[must_use]
    pub fn customer_bills_none(&self) -> String {
        self.say("customer-bills-none", &[])
    }

    /// `Le bollette arrivano dal sistema di fatturazione con l’importazione.`
    #[must_use]
    pub fn customer_bills_none_text(&self) -> String {
        self.say("customer-bills-none-text", &[])
    }

    /// `Da pagare`
    #[must_use]
    pub fn customer_total_open(&self) -> String {
        self.say("customer-total-open", &[])
    }

    /// `Scaduto`
    #[must_use]
    pub fn customer_total_overdue(&self) -> String {
        self.say("customer-total-overdue", &[])
    }

    /// `niente di scaduto`
    #[must_use]
    pub fn customer_total_overdue_none(&self) -> String {
        self.say("customer-total-overdue-none", &[])
    }

    /// `dal {date}`
    #[must_use]
    pub fn customer_total_overdue_since(&self, date: impl std::fmt::Display) -> String {
        self.say("customer-total-overdue-since", &[("date", self.text(date))])
    }

    /// `Ultima bolletta`
    #[must_use]
    pub fn customer_total_last(&self) -> String {
        self.say("customer-total-last", &[])
    }

    /// `Bolletta`
    #[must_use]
    pub fn customer_col_bill(&self) -> String {
        self.say("customer-col-bill", &[])
    }

    /// `Periodo`
    #[must_use]
    pub fn customer_col_billed(&self) -> String {
        self.say("customer-col-billed", &[])
    }

    /// `Consumo`
    #[must_use]
    pub fn customer_col_usage(&self) -> String {
        self.say("customer-col-usage", &[])
    }

    /// `Emessa`
    #[must_use]
    pub fn customer_col_issued(&self) -> String {
        self.say("customer-col-issued", &[])
    }

    /// `Scadenza`
    #[must_use]
    pub fn customer_col_due(&self) -> String {
        self.say("customer-col-due", &[])
    }

    /// `Importo`
    #[must_use]
    pub fn customer_col_amount(&self) -> String {
        self.say("customer-col-amount", &[])
    }

    /// `Stato`
    #[must_use]
    pub fn customer_col_state(&self) -> String {
        self.say("customer-col-state", &[])
    }

    /// `pagata`
    #[must_use]
    pub fn customer_bill_paid(&self) -> String {
        self.say("customer-bill-paid", &[])
    }

    /// `da pagare`
    #[must_use]
    pub fn customer_bill_open(&self) -> String {
        self.say("customer-bill-open", &[])
    }

    /// `scaduta`
    #[must_use]
    pub fn customer_bill_overdue(&self) -> String {
        self.say("customer-bill-overdue", &[])
    }

    /// `a credito`
    #[must_use]
    pub fn customer_bill_credit(&self) -> String {
        self.say("customer-bill-credit", &[])
    }

    /// `restano {amount}`
    #[must_use]
    pub fn customer_bill_rest(&self, amount: impl std::fmt::Display) -> String {
        self.say("customer-bill-rest", &[("amount", self.text(amount))])
    }

    /// `ordinaria`
    #[must_use]
    pub fn customer_bill_ordinary(&self) -> String {
        self.say("customer-bill-ordinary", &[])
    }

    /// `di chiusura`
    #[must_use]
    pub fn customer_bill_closing(&self) -> String {
        self.say("customer-bill-closing", &[])
    }

    /// `nota di credito`
    #[must_use]
    pub fn customer_bill_credit_note(&self) -> String {
        self.say("customer-bill-credit-note", &[])
    }

    /// `Documenti mandati e ricevuti`
    #[must_use]
    pub fn customer_papers_caption(&self) -> String {
        self.say("customer-papers-caption", &[])
    }

    /// `Nessun documento`
    #[must_use]
    pub fn customer_papers_none(&self) -> String {
        self.say("customer-papers-none", &[])
    }

    /// `Ricevute, contratti e lettere compaiono qui appena sono pronti.`
    #[must_use]
    pub fn customer_papers_none_text(&self) -> String {
        self.say("customer-papers-none-text", &[])
    }

    /// `Documento`
    #[must_use]
    pub fn customer_col_paper(&self) -> String {
        self.say("customer-col-paper", &[])
    }

    /// `Verso`
    #[must_use]
    pub fn customer_col_way(&self) -> String {
        self.say("customer-col-way", &[])
    }

    /// `Quando`
    #[must_use]
    pub fn customer_col_when(&self) -> String {
        self.say("customer-col-when", &[])
    }

    /// `Chi`
    #[must_use]
    pub fn customer_col_who(&self) -> String {
        self.say("customer-col-who", &[])
    }

    /// `in uscita`
    #[must_use]
    pub fn customer_paper_sent(&self) -> String {
        self.say("customer-paper-sent", &[])
    }

    /// `ricevuto`
    #[must_use]
    pub fn customer_paper_received(&self) -> String {
        self.say("customer-paper-received", &[])
    }

    /// `pronto`
    #[must_use]
    pub fn customer_paper_ready(&self) -> String {
        self.say("customer-paper-ready", &[])
    }

    /// `in preparazione`
    #[must_use]
    pub fn customer_paper_queued(&self) -> String {
        self.say("customer-paper-queued", &[])
    }

    /// `non riuscito`
    #[must_use]
    pub fn customer_paper_failed(&self) -> String {
        self.say("customer-paper-failed", &[])
    }

    /// `Letture`
    #[must_use]
    pub fn customer_readings(&self) -> String {
        self.say("customer-readings", &[])
    }

    /// `Fornitura`
    #[must_use]
    pub fn customer_readings_of(&self) -> String {
        self.say("customer-readings-of", &[])
    }

    /// `Letture con consumo dalla precedente`
    #[must_use]
    pub fn customer_readings_caption(&self) -> String {
        self.say("customer-readings-caption", &[])
    }

    /// `Nessuna lettura`
    #[must_use]
    pub fn customer_readings_none(&self) -> String {
        self.say("customer-readings-none", &[])
    }

    /// `Le letture arrivano dal distributore, dal cliente o da un sopralluogo.`
    #[must_use]
    pub fn customer_readings_none_text(&self) -> String {
        self.say("customer-readings-none-text", &[])
    }

    /// `matr. {serial}, in opera dal {date}`
    #[must_use]
    pub fn customer_readings_meter(
        &self,
        serial: impl std::fmt::Display,
        date: impl std::fmt::Display,
    ) -> String {
        self.say("customer-readings-meter", &[("serial", self.text(serial)), ("date", self.text(date))])
    }

    /// `tolto il {date}`
    #[must_use]
    pub fn customer_readings_removed(&self, date: impl std::fmt::Display) -> String {
        self.say("customer-readings-removed", &[("date", self.text(date))])
    }

    /// `Comunica una lettura`
    #[must_use]
    pub fn customer_readings_give(&self) -> String {
        self.say("customer-readings-give", &[])
    }

    /// `Consumo tra una lettura e l’altra, {unit}`
    #[must_use]
    pub fn customer_usage_title(&self, unit: impl std::fmt::Display) -> String {
        self.say("customer-usage-title", &[("unit", self.text(unit))])
    }

    /// `{value} fino al {date}`
    #[must_use]
    pub fn customer_usage_bar(&self, value: impl std::fmt::Display, date: impl std::fmt::Display) -> String {
        self.say("customer-usage-bar", &[("value", self.text(value)), ("date", self.text(date))])
    }

    /// `letto`
    #[must_use]
    pub fn customer_usage_read(&self) -> String {
        self.say("customer-usage-read", &[])
    }

    /// `stimato`
    #[must_use]
    pub fn customer_usage_estimated(&self) -> String {
        self.say("customer-usage-estimated", &[])
    }

    /// `{days} giorni, {daily} al giorno`
    #[must_use]
    pub fn customer_usage_days(&self, days: impl std::fmt::Display, daily: impl std::fmt::Display) -> String {
        self.say("customer-usage-days", &[("days", self.text(days)), ("daily", self.text(daily))])
    }

    /// `Data`
    #[must_use]
    pub fn customer_col_day(&self) -> String {
        self.say("customer-col-day", &[])
    }

    /// `Registro`
    #[must_use]
    pub fn customer_col_register(&self) -> String {
        self.say("customer-col-register", &[])
    }

    /// `Lettura`
    #[must_use]
    pub fn customer_col_value(&self) -> String {
        self.say("customer-col-value", &[])
    }

    /// `Rilevazione`
    #[must_use]
    pub fn customer_col_kind(&self) -> String {
        self.say("customer-col-kind", &[])
    }

    /// `Nel periodo`
    #[must_use]
    pub fn customer_col_usage_note(&self) -> String {
        self.say("customer-col-usage-note", &[])
    }

    /// `rilevata`
    #[must_use]
    pub fn customer_reading_actual(&self) -> String {
        self.say("customer-reading-actual", &[])
    }

    /// `autolettura`
    #[must_use]
    pub fn customer_reading_self(&self) -> String {
        self.say("customer-reading-self", &[])
    }

    /// `stimata`
    #[must_use]
    pub fn customer_reading_estimated(&self) -> String {
        self.say("customer-reading-estimated", &[])
    }

    /// `iniziale`
    #[must_use]
    pub fn customer_reading_opening(&self) -> String {
        self.say("customer-reading-opening", &[])
    }

    /// `finale`
    #[must_use]
    pub fn customer_reading_closing(&self) -> String {
        self.say("customer-reading-closing", &[])
    }

    /// `concordata`
    #[must_use]
    pub fn customer_reading_agreed(&self) -> String {
        self.say("customer-reading-agreed", &[])
    }

    /// `azioni`
    #[must_use]
    pub fn customer_key_acts(&self) -> String {
        self.say("customer-key-acts", &[])
    }

    /// `schede`
    #[must_use]
    pub fn customer_key_tabs(&self) -> String {
        self.say("customer-key-tabs", &[])
    }

    /// `registra contatto`
    #[must_use]
    pub fn customer_key_contact(&self) -> String {
        self.say("customer-key-contact", &[])
    }

    /// `torna`
    #[must_use]
    pub fn customer_key_back(&self) -> String {
        self.say("customer-key-back", &[])
    }

    /// `cerca`
    #[must_use]
    pub fn customer_key_search(&self) -> String {
        self.say("customer-key-search", &[])
    }

    /// `Addebito SEPA`
    #[must_use]
    pub fn customer_channel_direct_debit(&self) -> String {
        self.say("customer-channel-direct-debit", &[])
    }

    /// `Posta`
    #[must_use]
    pub fn customer_channel_post_office(&self) -> String {
        self.say("customer-channel-post-office", &[])
    }

    /// `Sportello`
    #[must_use]
    pub fn customer_channel_counter(&self) -> String {
        self.say("customer-channel-counter", &[])
    }

    /// `Banca`
    #[must_use]
    pub fn customer_channel_bank(&self) -> String {
        self.say("customer-channel-bank", &[])
    }

    /// `Sito`
    #[must_use]
    pub fn customer_channel_web(&self) -> String {
        self.say("customer-channel-web", &[])
    }

    /// `Mostra altro`
    #[must_use]
    pub fn customer_timeline_more(&self) -> String {
        self.say("customer-timeline-more", &[])
    }

    /// `attivo dal {day}`
    #[must_use]
    pub fn customer_contract_from(&self, day: impl std::fmt::Display) -> String {
        self.say("customer-contract-from", &[("day", self.text(day))])
    }

    /// `Cliente dal {day}`
    #[must_use]
    pub fn customer_active_from(&self, day: impl std::fmt::Display) -> String {
        self.say("customer-active-from", &[("day", self.text(day))])
    }

    /// `Offerta {code}`
    #[must_use]
    pub fn customer_offer(&self, code: impl std::fmt::Display) -> String {
        self.say("customer-offer", &[("code", self.text(code))])
    }

    /// `attivi`
    #[must_use]
    pub fn customer_contracts_in_force(&self) -> String {
        self.say("customer-contracts-in-force", &[])
    }

    /// `sospesi`
    #[must_use]
    pub fn customer_contracts_suspended(&self) -> String {
        self.say("customer-contracts-suspended", &[])
    }

    /// `richiesti`
    #[must_use]
    pub fn customer_contracts_requested(&self) -> String {
        self.say("customer-contracts-requested", &[])
    }

    /// `conguaglio`
    #[must_use]
    pub fn customer_bill_adjustment(&self) -> String {
        self.say("customer-bill-adjustment", &[])
    }
}
