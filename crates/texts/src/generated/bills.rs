//! Messages of `texts/*/bills.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Bollette`
    #[must_use]
    pub fn bills_title(&self) -> String {
        self.say("bills-title", &[])
    }

    /// `Bollette di {name}`
    #[must_use]
    pub fn bills_title_of(&self, name: impl std::fmt::Display) -> String {
        self.say("bills-title-of", &[("name", self.text(name))])
    }

    /// `Cerca per numero, o con il codice del bollettino`
    #[must_use]
    pub fn bills_meta(&self) -> String {
        self.say("bills-meta", &[])
    }

    /// `Numero della bolletta o codice del bollettino`
    #[must_use]
    pub fn bills_search(&self) -> String {
        self.say("bills-search", &[])
    }

    /// `Cerca`
    #[must_use]
    pub fn bills_search_go(&self) -> String {
        self.say("bills-search-go", &[])
    }

    /// `Bollette con scadenza e stato`
    #[must_use]
    pub fn bills_caption(&self) -> String {
        self.say("bills-caption", &[])
    }

    /// `Tutte`
    #[must_use]
    pub fn bills_all(&self) -> String {
        self.say("bills-all", &[])
    }

    /// `Da pagare`
    #[must_use]
    pub fn bills_open(&self) -> String {
        self.say("bills-open", &[])
    }

    /// `Scadute`
    #[must_use]
    pub fn bills_overdue(&self) -> String {
        self.say("bills-overdue", &[])
    }

    /// `Bolletta`
    #[must_use]
    pub fn bills_col_bill(&self) -> String {
        self.say("bills-col-bill", &[])
    }

    /// `Intestatario`
    #[must_use]
    pub fn bills_col_holder(&self) -> String {
        self.say("bills-col-holder", &[])
    }

    /// `Fornitura`
    #[must_use]
    pub fn bills_col_supply(&self) -> String {
        self.say("bills-col-supply", &[])
    }

    /// `Emessa`
    #[must_use]
    pub fn bills_col_issued(&self) -> String {
        self.say("bills-col-issued", &[])
    }

    /// `Scadenza`
    #[must_use]
    pub fn bills_col_due(&self) -> String {
        self.say("bills-col-due", &[])
    }

    /// `Importo`
    #[must_use]
    pub fn bills_col_amount(&self) -> String {
        self.say("bills-col-amount", &[])
    }

    /// `Resta`
    #[must_use]
    pub fn bills_col_open(&self) -> String {
        self.say("bills-col-open", &[])
    }

    /// `Stato`
    #[must_use]
    pub fn bills_col_state(&self) -> String {
        self.say("bills-col-state", &[])
    }

    /// `Nessuna bolletta`
    #[must_use]
    pub fn bills_none(&self) -> String {
        self.say("bills-none", &[])
    }

    /// `Cambia la ricerca, o cerca il cliente.`
    #[must_use]
    pub fn bills_none_text(&self) -> String {
        self.say("bills-none-text", &[])
    }

    /// `Mostra le successive`
    #[must_use]
    pub fn bills_more(&self) -> String {
        self.say("bills-more", &[])
    }

    /// `Ristampa`
    #[must_use]
    pub fn bills_reprint(&self) -> String {
        self.say("bills-reprint", &[])
    }

    /// `Solo il bollettino`
    #[must_use]
    pub fn bills_slip_only(&self) -> String {
        self.say("bills-slip-only", &[])
    }

    /// `Manda per e-mail`
    #[must_use]
    pub fn bills_mail(&self) -> String {
        self.say("bills-mail", &[])
    }

    /// `Scegli la bolletta {number}`
    #[must_use]
    pub fn bills_include(&self, number: impl std::fmt::Display) -> String {
        self.say("bills-include", &[("number", self.text(number))])
    }

    /// `Scegli tutte`
    #[must_use]
    pub fn bills_include_all(&self) -> String {
        self.say("bills-include-all", &[])
    }

    /// `Originale dall’archivio; se non c’è, copia ricostruita. Il bollettino è sempre dell’importo da pagare.`
    #[must_use]
    pub fn bills_reprint_meta(&self) -> String {
        self.say("bills-reprint-meta", &[])
    }

    /// `Bolletta {number}`
    #[must_use]
    pub fn bills_page_title(&self, number: impl std::fmt::Display) -> String {
        self.say("bills-page-title", &[("number", self.text(number))])
    }

    /// `La bolletta`
    #[must_use]
    pub fn bills_data(&self) -> String {
        self.say("bills-data", &[])
    }

    /// `Numero`
    #[must_use]
    pub fn bills_number(&self) -> String {
        self.say("bills-number", &[])
    }

    /// `Emessa il`
    #[must_use]
    pub fn bills_issued(&self) -> String {
        self.say("bills-issued", &[])
    }

    /// `Scadenza`
    #[must_use]
    pub fn bills_due(&self) -> String {
        self.say("bills-due", &[])
    }

    /// `Periodo`
    #[must_use]
    pub fn bills_period(&self) -> String {
        self.say("bills-period", &[])
    }

    /// `dal {from} al {to}`
    #[must_use]
    pub fn bills_period_words(&self, from: impl std::fmt::Display, to: impl std::fmt::Display) -> String {
        self.say("bills-period-words", &[("from", self.text(from)), ("to", self.text(to))])
    }

    /// `Consumo`
    #[must_use]
    pub fn bills_consumption(&self) -> String {
        self.say("bills-consumption", &[])
    }

    /// `Totale`
    #[must_use]
    pub fn bills_amount(&self) -> String {
        self.say("bills-amount", &[])
    }

    /// `Pagato`
    #[must_use]
    pub fn bills_paid(&self) -> String {
        self.say("bills-paid", &[])
    }

    /// `Resta da pagare`
    #[must_use]
    pub fn bills_left(&self) -> String {
        self.say("bills-left", &[])
    }

    /// `Contestata con`
    #[must_use]
    pub fn bills_held_by(&self) -> String {
        self.say("bills-held-by", &[])
    }

    /// `Intestatario`
    #[must_use]
    pub fn bills_holder(&self) -> String {
        self.say("bills-holder", &[])
    }

    /// `Contratto`
    #[must_use]
    pub fn bills_contract(&self) -> String {
        self.say("bills-contract", &[])
    }

    /// `Fornitura`
    #[must_use]
    pub fn bills_point(&self) -> String {
        self.say("bills-point", &[])
    }

    /// `Codice del bollettino`
    #[must_use]
    pub fn bills_code(&self) -> String {
        self.say("bills-code", &[])
    }

    /// `Codice avviso pagoPA`
    #[must_use]
    pub fn bills_notice(&self) -> String {
        self.say("bills-notice", &[])
    }

    /// `Pagamenti`
    #[must_use]
    pub fn bills_payments(&self) -> String {
        self.say("bills-payments", &[])
    }

    /// `Nessun pagamento`
    #[must_use]
    pub fn bills_payments_none(&self) -> String {
        self.say("bills-payments-none", &[])
    }

    /// `Compaiono qui appena la bolletta è pagata, anche in parte.`
    #[must_use]
    pub fn bills_payments_none_text(&self) -> String {
        self.say("bills-payments-none-text", &[])
    }

    /// `Data`
    #[must_use]
    pub fn bills_col_on(&self) -> String {
        self.say("bills-col-on", &[])
    }

    /// `Come`
    #[must_use]
    pub fn bills_col_channel(&self) -> String {
        self.say("bills-col-channel", &[])
    }

    /// `Numero`
    #[must_use]
    pub fn bills_col_number(&self) -> String {
        self.say("bills-col-number", &[])
    }

    /// `Stampe`
    #[must_use]
    pub fn bills_papers(&self) -> String {
        self.say("bills-papers", &[])
    }

    /// `Mai ristampata`
    #[must_use]
    pub fn bills_papers_none(&self) -> String {
        self.say("bills-papers-none", &[])
    }

    /// `Premi Ristampa: la prima copia compare qui.`
    #[must_use]
    pub fn bills_papers_none_text(&self) -> String {
        self.say("bills-papers-none-text", &[])
    }

    /// `Che cosa`
    #[must_use]
    pub fn bills_col_paper(&self) -> String {
        self.say("bills-col-paper", &[])
    }

    /// `Quando`
    #[must_use]
    pub fn bills_col_when(&self) -> String {
        self.say("bills-col-when", &[])
    }

    /// `Chi`
    #[must_use]
    pub fn bills_col_who(&self) -> String {
        self.say("bills-col-who", &[])
    }

    /// `Originale`
    #[must_use]
    pub fn bills_paper_original(&self) -> String {
        self.say("bills-paper-original", &[])
    }

    /// `Copia`
    #[must_use]
    pub fn bills_paper_copy(&self) -> String {
        self.say("bills-paper-copy", &[])
    }

    /// `Bollettino di {amount}`
    #[must_use]
    pub fn bills_paper_slip(&self, amount: impl std::fmt::Display) -> String {
        self.say("bills-paper-slip", &[("amount", self.text(amount))])
    }

    /// `Apri`
    #[must_use]
    pub fn bills_open_paper(&self) -> String {
        self.say("bills-open-paper", &[])
    }

    /// `Incassa`
    #[must_use]
    pub fn bills_cash_in(&self) -> String {
        self.say("bills-cash-in", &[])
    }

    /// `Niente da pagare: il bollettino non serve.`
    #[must_use]
    pub fn bills_nothing_open(&self) -> String {
        self.say("bills-nothing-open", &[])
    }

    /// `Pagata`
    #[must_use]
    pub fn bills_state_paid(&self) -> String {
        self.say("bills-state-paid", &[])
    }

    /// `Da pagare`
    #[must_use]
    pub fn bills_state_open(&self) -> String {
        self.say("bills-state-open", &[])
    }

    /// `Scaduta`
    #[must_use]
    pub fn bills_state_overdue(&self) -> String {
        self.say("bills-state-overdue", &[])
    }

    /// `Contestata`
    #[must_use]
    pub fn bills_state_held(&self) -> String {
        self.say("bills-state-held", &[])
    }

    /// `A credito`
    #[must_use]
    pub fn bills_state_credit(&self) -> String {
        self.say("bills-state-credit", &[])
    }

    /// `Spedita a {email}, pratica {case}`
    #[must_use]
    pub fn bills_mailed(&self, email: impl std::fmt::Display, case: impl std::fmt::Display) -> String {
        self.say("bills-mailed", &[("email", self.text(email)), ("case", self.text(case))])
    }

    /// `Ristampa pronta, pratica {case}`
    #[must_use]
    pub fn bills_reprinted(&self, case: impl std::fmt::Display) -> String {
        self.say("bills-reprinted", &[("case", self.text(case))])
    }

    /// `sportello`
    #[must_use]
    pub fn bills_channel_counter(&self) -> String {
        self.say("bills-channel-counter", &[])
    }

    /// `bonifico`
    #[must_use]
    pub fn bills_channel_bank(&self) -> String {
        self.say("bills-channel-bank", &[])
    }

    /// `posta`
    #[must_use]
    pub fn bills_channel_post(&self) -> String {
        self.say("bills-channel-post", &[])
    }

    /// `addebito diretto`
    #[must_use]
    pub fn bills_channel_debit(&self) -> String {
        self.say("bills-channel-debit", &[])
    }

    /// `portale`
    #[must_use]
    pub fn bills_channel_web(&self) -> String {
        self.say("bills-channel-web", &[])
    }

    /// `ristampa`
    #[must_use]
    pub fn bills_key_reprint(&self) -> String {
        self.say("bills-key-reprint", &[])
    }

    /// `bollettino`
    #[must_use]
    pub fn bills_key_slip(&self) -> String {
        self.say("bills-key-slip", &[])
    }

    /// `In rate`
    #[must_use]
    pub fn bills_state_planned(&self) -> String {
        self.say("bills-state-planned", &[])
    }

    /// `Nel piano di rate`
    #[must_use]
    pub fn bills_in_plan(&self) -> String {
        self.say("bills-in-plan", &[])
    }
}
