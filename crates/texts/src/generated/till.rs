//! Messages of `texts/*/till.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Cassa`
    #[must_use]
    pub fn till_crumb(&self) -> String {
        self.say("till-crumb", &[])
    }

    /// `Incasso`
    #[must_use]
    pub fn till_crumb_here(&self) -> String {
        self.say("till-crumb-here", &[])
    }

    /// `Incasso da sportello`
    #[must_use]
    pub fn till_heading(&self) -> String {
        self.say("till-heading", &[])
    }

    /// `Cassa, incasso da sportello`
    #[must_use]
    pub fn till_title(&self) -> String {
        self.say("till-title", &[])
    }

    /// `Cassa, incasso di {name}`
    #[must_use]
    pub fn till_title_of(&self, name: impl std::fmt::Display) -> String {
        self.say("till-title-of", &[("name", self.text(name))])
    }

    /// `Storna un incasso`
    #[must_use]
    pub fn till_reverse_one(&self) -> String {
        self.say("till-reverse-one", &[])
    }

    /// `Prossimo`
    #[must_use]
    pub fn till_next(&self) -> String {
        self.say("till-next", &[])
    }

    /// `Chiudi cassa`
    #[must_use]
    pub fn till_close(&self) -> String {
        self.say("till-close", &[])
    }

    /// `Cliente`
    #[must_use]
    pub fn till_customer(&self) -> String {
        self.say("till-customer", &[])
    }

    /// `Cliente, codice sull’avviso o codice a barre`
    #[must_use]
    pub fn till_search(&self) -> String {
        self.say("till-search", &[])
    }

    /// `cliente {number}`
    #[must_use]
    pub fn till_customer_number(&self, number: impl std::fmt::Display) -> String {
        self.say("till-customer-number", &[("number", self.text(number))])
    }

    /// `Clienti trovati`
    #[must_use]
    pub fn till_found(&self) -> String {
        self.say("till-found", &[])
    }

    /// `Nessun cliente per «{text}»`
    #[must_use]
    pub fn till_nobody(&self, text: impl std::fmt::Display) -> String {
        self.say("till-nobody", &[("text", self.text(text))])
    }

    /// `Prova con il codice fiscale, il numero della bolletta o il codice del bollettino.`
    #[must_use]
    pub fn till_nobody_text(&self) -> String {
        self.say("till-nobody-text", &[])
    }

    /// `Incassato, ricevuta {number}`
    #[must_use]
    pub fn till_done(&self, number: impl std::fmt::Display) -> String {
        self.say("till-done", &[("number", self.text(number))])
    }

    /// `Incassato`
    #[must_use]
    pub fn till_cashed_label(&self) -> String {
        self.say("till-cashed-label", &[])
    }

    /// `Resto da dare`
    #[must_use]
    pub fn till_change_label(&self) -> String {
        self.say("till-change-label", &[])
    }

    /// `Apri la ricevuta`
    #[must_use]
    pub fn till_open_receipt(&self) -> String {
        self.say("till-open-receipt", &[])
    }

    /// `Paga anche le bollette di qualcun altro?`
    #[must_use]
    pub fn till_others(&self) -> String {
        self.say("till-others", &[])
    }

    /// `Aggiungi {name}`
    #[must_use]
    pub fn till_add_other(&self, name: impl std::fmt::Display) -> String {
        self.say("till-add-other", &[("name", self.text(name))])
    }

    /// `Nome, codice o bolletta di un altro cliente`
    #[must_use]
    pub fn till_other_search(&self) -> String {
        self.say("till-other-search", &[])
    }

    /// `Aggiungi`
    #[must_use]
    pub fn till_other_add(&self) -> String {
        self.say("till-other-add", &[])
    }

    /// `La cassa è chiusa`
    #[must_use]
    pub fn till_open_title(&self) -> String {
        self.say("till-open-title", &[])
    }

    /// `Apri la cassa`
    #[must_use]
    pub fn till_open(&self) -> String {
        self.say("till-open", &[])
    }

    /// `Fondo cassa`
    #[must_use]
    pub fn till_float(&self) -> String {
        self.say("till-float", &[])
    }

    /// `L’ultima chiusura ha lasciato {amount}: conta e conferma.`
    #[must_use]
    pub fn till_float_left(&self, amount: impl std::fmt::Display) -> String {
        self.say("till-float-left", &[("amount", self.text(amount))])
    }

    /// `Foglio della chiusura {number}`
    #[must_use]
    pub fn till_sheet(&self, number: impl std::fmt::Display) -> String {
        self.say("till-sheet", &[("number", self.text(number))])
    }

    /// `Cassa {number} aperta`
    #[must_use]
    pub fn till_opened(&self, number: impl std::fmt::Display) -> String {
        self.say("till-opened", &[("number", self.text(number))])
    }

    /// `Scegli chi paga: compaiono le sue bollette, le scadute già incluse.`
    #[must_use]
    pub fn till_choose_customer(&self) -> String {
        self.say("till-choose-customer", &[])
    }

    /// `Cassa {number} aperta alle {time}, in cassa {amount}`
    #[must_use]
    pub fn till_status(
        &self,
        number: impl std::fmt::Display,
        time: impl std::fmt::Display,
        amount: impl std::fmt::Display,
    ) -> String {
        self.say(
            "till-status",
            &[("number", self.text(number)), ("time", self.text(time)), ("amount", self.text(amount))],
        )
    }

    /// `Cassa chiusa`
    #[must_use]
    pub fn till_status_closed(&self) -> String {
        self.say("till-status-closed", &[])
    }

    /// `cliente`
    #[must_use]
    pub fn till_key_customer(&self) -> String {
        self.say("till-key-customer", &[])
    }

    /// `Spazio`
    #[must_use]
    pub fn till_key_space(&self) -> String {
        self.say("till-key-space", &[])
    }

    /// `includi bolletta`
    #[must_use]
    pub fn till_key_include(&self) -> String {
        self.say("till-key-include", &[])
    }

    /// `metodo`
    #[must_use]
    pub fn till_key_method(&self) -> String {
        self.say("till-key-method", &[])
    }

    /// `incassa`
    #[must_use]
    pub fn till_key_cash(&self) -> String {
        self.say("till-key-cash", &[])
    }

    /// `prossimo`
    #[must_use]
    pub fn till_key_next(&self) -> String {
        self.say("till-key-next", &[])
    }

    /// `chiudi cassa`
    #[must_use]
    pub fn till_key_close(&self) -> String {
        self.say("till-key-close", &[])
    }

    /// `Da pagare`
    #[must_use]
    pub fn till_to_pay(&self) -> String {
        self.say("till-to-pay", &[])
    }

    /// `dalla più vecchia`
    #[must_use]
    pub fn till_oldest_first(&self) -> String {
        self.say("till-oldest-first", &[])
    }

    /// `Tutte`
    #[must_use]
    pub fn till_all(&self) -> String {
        self.say("till-all", &[])
    }

    /// `Solo scadute`
    #[must_use]
    pub fn till_only_overdue(&self) -> String {
        self.say("till-only-overdue", &[])
    }

    /// `Bollette da pagare`
    #[must_use]
    pub fn till_bills_caption(&self) -> String {
        self.say("till-bills-caption", &[])
    }

    /// `Includi tutte`
    #[must_use]
    pub fn till_include_all(&self) -> String {
        self.say("till-include-all", &[])
    }

    /// `Includi la bolletta {number}`
    #[must_use]
    pub fn till_include(&self, number: impl std::fmt::Display) -> String {
        self.say("till-include", &[("number", self.text(number))])
    }

    /// `Paga ora {number}`
    #[must_use]
    pub fn till_pay_now(&self, number: impl std::fmt::Display) -> String {
        self.say("till-pay-now", &[("number", self.text(number))])
    }

    /// `Bolletta`
    #[must_use]
    pub fn till_col_bill(&self) -> String {
        self.say("till-col-bill", &[])
    }

    /// `Fornitura`
    #[must_use]
    pub fn till_col_supply(&self) -> String {
        self.say("till-col-supply", &[])
    }

    /// `Scadenza`
    #[must_use]
    pub fn till_col_due(&self) -> String {
        self.say("till-col-due", &[])
    }

    /// `Importo`
    #[must_use]
    pub fn till_col_amount(&self) -> String {
        self.say("till-col-amount", &[])
    }

    /// `Già pagato`
    #[must_use]
    pub fn till_col_paid(&self) -> String {
        self.say("till-col-paid", &[])
    }

    /// `Paga ora`
    #[must_use]
    pub fn till_col_pay(&self) -> String {
        self.say("till-col-pay", &[])
    }

    /// `Ora`
    #[must_use]
    pub fn till_col_time(&self) -> String {
        self.say("till-col-time", &[])
    }

    /// `Ricevuta`
    #[must_use]
    pub fn till_col_receipt(&self) -> String {
        self.say("till-col-receipt", &[])
    }

    /// `Cliente`
    #[must_use]
    pub fn till_col_customer(&self) -> String {
        self.say("till-col-customer", &[])
    }

    /// `Dettagli`
    #[must_use]
    pub fn till_col_detail(&self) -> String {
        self.say("till-col-detail", &[])
    }

    /// `Metodo`
    #[must_use]
    pub fn till_col_method(&self) -> String {
        self.say("till-col-method", &[])
    }

    /// `Azioni`
    #[must_use]
    pub fn till_col_acts(&self) -> String {
        self.say("till-col-acts", &[])
    }

    /// `Bollette`
    #[must_use]
    pub fn till_col_bills(&self) -> String {
        self.say("till-col-bills", &[])
    }

    /// `{on} di {all} incluse`
    #[must_use]
    pub fn till_included(&self, on: impl std::fmt::Display, all: impl std::fmt::Display) -> String {
        self.say("till-included", &[("on", self.text(on)), ("all", self.text(all))])
    }

    /// `# di ## incluse`
    #[must_use]
    pub fn till_included_words(&self) -> String {
        self.say("till-included-words", &[])
    }

    /// `Niente da pagare`
    #[must_use]
    pub fn till_nothing_due(&self) -> String {
        self.say("till-nothing-due", &[])
    }

    /// `Tutte le bollette di questo cliente sono pagate.`
    #[must_use]
    pub fn till_nothing_due_text(&self) -> String {
        self.say("till-nothing-due-text", &[])
    }

    /// `Scaduta`
    #[must_use]
    pub fn till_overdue(&self) -> String {
        self.say("till-overdue", &[])
    }

    /// `del {date}`
    #[must_use]
    pub fn till_issued(&self, date: impl std::fmt::Display) -> String {
        self.say("till-issued", &[("date", self.text(date))])
    }

    /// `Metodo`
    #[must_use]
    pub fn till_method(&self) -> String {
        self.say("till-method", &[])
    }

    /// `Contanti`
    #[must_use]
    pub fn till_cash(&self) -> String {
        self.say("till-cash", &[])
    }

    /// `Carta, POS`
    #[must_use]
    pub fn till_card(&self) -> String {
        self.say("till-card", &[])
    }

    /// `pagoPA`
    #[must_use]
    pub fn till_pagopa(&self) -> String {
        self.say("till-pagopa", &[])
    }

    /// `Bonifico`
    #[must_use]
    pub fn till_transfer(&self) -> String {
        self.say("till-transfer", &[])
    }

    /// `Assegno`
    #[must_use]
    pub fn till_cheque(&self) -> String {
        self.say("till-cheque", &[])
    }

    /// `Da incassare`
    #[must_use]
    pub fn till_due(&self) -> String {
        self.say("till-due", &[])
    }

    /// `Ricevuto`
    #[must_use]
    pub fn till_received(&self) -> String {
        self.say("till-received", &[])
    }

    /// `Resto`
    #[must_use]
    pub fn till_change(&self) -> String {
        self.say("till-change", &[])
    }

    /// `Tagli rapidi`
    #[must_use]
    pub fn till_cuts(&self) -> String {
        self.say("till-cuts", &[])
    }

    /// `Esatto`
    #[must_use]
    pub fn till_exact(&self) -> String {
        self.say("till-exact", &[])
    }

    /// `{amount} €`
    #[must_use]
    pub fn till_euro(&self, amount: impl std::fmt::Display) -> String {
        self.say("till-euro", &[("amount", self.text(amount))])
    }

    /// `Numero dell’assegno o riferimento del pagamento`
    #[must_use]
    pub fn till_reference(&self) -> String {
        self.say("till-reference", &[])
    }

    /// `Incassa {amount}`
    #[must_use]
    pub fn till_cash_in(&self, amount: impl std::fmt::Display) -> String {
        self.say("till-cash-in", &[("amount", self.text(amount))])
    }

    /// `Incassa #`
    #[must_use]
    pub fn till_cash_in_words(&self) -> String {
        self.say("till-cash-in-words", &[])
    }

    /// `Manda la ricevuta anche a {email}`
    #[must_use]
    pub fn till_mail_to(&self, email: impl std::fmt::Display) -> String {
        self.say("till-mail-to", &[("email", self.text(email))])
    }

    /// `Dividi tra più metodi`
    #[must_use]
    pub fn till_split(&self) -> String {
        self.say("till-split", &[])
    }

    /// `Ricalcola`
    #[must_use]
    pub fn till_compute(&self) -> String {
        self.say("till-compute", &[])
    }

    /// `Anteprima della ricevuta`
    #[must_use]
    pub fn till_paper(&self) -> String {
        self.say("till-paper", &[])
    }

    /// `{number} acconto`
    #[must_use]
    pub fn till_part_of(&self, number: impl std::fmt::Display) -> String {
        self.say("till-part-of", &[("number", self.text(number))])
    }

    /// `Totale euro`
    #[must_use]
    pub fn till_total(&self) -> String {
        self.say("till-total", &[])
    }

    /// `Marca da bollo`
    #[must_use]
    pub fn till_stamp(&self) -> String {
        self.say("till-stamp", &[])
    }

    /// `C’è la marca da bollo: l’importo senza IVA supera la soglia.`
    #[must_use]
    pub fn till_stamp_note(&self) -> String {
        self.say("till-stamp-note", &[])
    }

    /// `P. IVA {number}`
    #[must_use]
    pub fn till_vat(&self, number: impl std::fmt::Display) -> String {
        self.say("till-vat", &[("number", self.text(number))])
    }

    /// `Ultimi incassi`
    #[must_use]
    pub fn till_last(&self) -> String {
        self.say("till-last", &[])
    }

    /// `Incassi di oggi`
    #[must_use]
    pub fn till_receipts(&self) -> String {
        self.say("till-receipts", &[])
    }

    /// `Gli incassi della cassa aperta. Uno stornato resta in elenco.`
    #[must_use]
    pub fn till_receipts_meta(&self) -> String {
        self.say("till-receipts-meta", &[])
    }

    /// `Nessun incasso ancora`
    #[must_use]
    pub fn till_receipts_none(&self) -> String {
        self.say("till-receipts-none", &[])
    }

    /// `Gli incassi compaiono qui appena la cassa è aperta.`
    #[must_use]
    pub fn till_receipts_none_text(&self) -> String {
        self.say("till-receipts-none-text", &[])
    }

    /// `Ristampa`
    #[must_use]
    pub fn till_reprint(&self) -> String {
        self.say("till-reprint", &[])
    }

    /// `Storna`
    #[must_use]
    pub fn till_reverse(&self) -> String {
        self.say("till-reverse", &[])
    }

    /// `Stornato`
    #[must_use]
    pub fn till_state_reversed(&self) -> String {
        self.say("till-state-reversed", &[])
    }

    /// `Incassati {amount}, ricevuta {number}`
    #[must_use]
    pub fn till_cashed(&self, amount: impl std::fmt::Display, number: impl std::fmt::Display) -> String {
        self.say("till-cashed", &[("amount", self.text(amount)), ("number", self.text(number))])
    }

    /// `Non incassato.`
    #[must_use]
    pub fn till_not_cashed(&self) -> String {
        self.say("till-not-cashed", &[])
    }

    /// `Stornare questo incasso?`
    #[must_use]
    pub fn till_reverse_title(&self) -> String {
        self.say("till-reverse-title", &[])
    }

    /// `Storno della ricevuta {number}`
    #[must_use]
    pub fn till_reverse_of(&self, number: impl std::fmt::Display) -> String {
        self.say("till-reverse-of", &[("number", self.text(number))])
    }

    /// `Storna l’incasso`
    #[must_use]
    pub fn till_reverse_do(&self) -> String {
        self.say("till-reverse-do", &[])
    }

    /// `Ricevuta {number} stornata`
    #[must_use]
    pub fn till_reversed(&self, number: impl std::fmt::Display) -> String {
        self.say("till-reversed", &[("number", self.text(number))])
    }

    /// `Già stornato.`
    #[must_use]
    pub fn till_reversed_before(&self) -> String {
        self.say("till-reversed-before", &[])
    }

    /// `Non stornato.`
    #[must_use]
    pub fn till_not_reversed(&self) -> String {
        self.say("till-not-reversed", &[])
    }

    /// `Perché lo storni?`
    #[must_use]
    pub fn till_reason(&self) -> String {
        self.say("till-reason", &[])
    }

    /// `Che cosa succede`
    #[must_use]
    pub fn till_effects(&self) -> String {
        self.say("till-effects", &[])
    }

    /// `Le bollette tornano da pagare per la parte stornata.`
    #[must_use]
    pub fn till_effect_bills(&self) -> String {
        self.say("till-effect-bills", &[])
    }

    /// `La fatturazione riceve lo storno.`
    #[must_use]
    pub fn till_effect_billing(&self) -> String {
        self.say("till-effect-billing", &[])
    }

    /// `Restituisci {amount} in contanti dalla tua cassa.`
    #[must_use]
    pub fn till_effect_cash(&self, amount: impl std::fmt::Display) -> String {
        self.say("till-effect-cash", &[("amount", self.text(amount))])
    }

    /// `{amount} tornano sulla carta.`
    #[must_use]
    pub fn till_effect_card(&self, amount: impl std::fmt::Display) -> String {
        self.say("till-effect-card", &[("amount", self.text(amount))])
    }

    /// `{means}: il rimborso si fa a parte, la cassa non lo paga.`
    #[must_use]
    pub fn till_effect_other(&self, means: impl std::fmt::Display) -> String {
        self.say("till-effect-other", &[("means", self.text(means))])
    }

    /// `Seconda persona`
    #[must_use]
    pub fn till_second(&self) -> String {
        self.say("till-second", &[])
    }

    /// `Nome utente del responsabile`
    #[must_use]
    pub fn till_second_name(&self) -> String {
        self.say("till-second-name", &[])
    }

    /// `Password del responsabile`
    #[must_use]
    pub fn till_second_password(&self) -> String {
        self.say("till-second-password", &[])
    }

    /// `Sopra {amount} serve anche un responsabile.`
    #[must_use]
    pub fn till_second_hint(&self, amount: impl std::fmt::Display) -> String {
        self.say("till-second-hint", &[("amount", self.text(amount))])
    }

    /// `Serve solo se la differenza supera {amount}.`
    #[must_use]
    pub fn till_close_second(&self, amount: impl std::fmt::Display) -> String {
        self.say("till-close-second", &[("amount", self.text(amount))])
    }

    /// `Chiusura di cassa`
    #[must_use]
    pub fn till_close_title(&self) -> String {
        self.say("till-close-title", &[])
    }

    /// `Conta il denaro`
    #[must_use]
    pub fn till_count(&self) -> String {
        self.say("till-count", &[])
    }

    /// `pezzi per ogni taglio`
    #[must_use]
    pub fn till_count_meta(&self) -> String {
        self.say("till-count-meta", &[])
    }

    /// `Taglio`
    #[must_use]
    pub fn till_denomination(&self) -> String {
        self.say("till-denomination", &[])
    }

    /// `Pezzi`
    #[must_use]
    pub fn till_pieces(&self) -> String {
        self.say("till-pieces", &[])
    }

    /// `Pezzi da {amount}`
    #[must_use]
    pub fn till_pieces_of(&self, amount: impl std::fmt::Display) -> String {
        self.say("till-pieces-of", &[("amount", self.text(amount))])
    }

    /// `Contato`
    #[must_use]
    pub fn till_counted(&self) -> String {
        self.say("till-counted", &[])
    }

    /// `Atteso in contanti`
    #[must_use]
    pub fn till_expected(&self) -> String {
        self.say("till-expected", &[])
    }

    /// `Differenza`
    #[must_use]
    pub fn till_difference(&self) -> String {
        self.say("till-difference", &[])
    }

    /// `Perché c’è una differenza?`
    #[must_use]
    pub fn till_difference_why(&self) -> String {
        self.say("till-difference-why", &[])
    }

    /// `Restituito per storni`
    #[must_use]
    pub fn till_given_back(&self) -> String {
        self.say("till-given-back", &[])
    }

    /// `Da versare in banca`
    #[must_use]
    pub fn till_deposit(&self) -> String {
        self.say("till-deposit", &[])
    }

    /// `Il resto è il fondo della prossima apertura.`
    #[must_use]
    pub fn till_deposit_hint(&self) -> String {
        self.say("till-deposit-hint", &[])
    }

    /// `Numero della distinta`
    #[must_use]
    pub fn till_deposit_slip(&self) -> String {
        self.say("till-deposit-slip", &[])
    }

    /// `Cassa {number} chiusa, differenza {amount}`
    #[must_use]
    pub fn till_closed_now(&self, number: impl std::fmt::Display, amount: impl std::fmt::Display) -> String {
        self.say("till-closed-now", &[("number", self.text(number)), ("amount", self.text(amount))])
    }

    /// `Non chiusa.`
    #[must_use]
    pub fn till_not_closed(&self) -> String {
        self.say("till-not-closed", &[])
    }

    /// `Fra {days} gg`
    #[must_use]
    pub fn till_in_days(&self, days: impl crate::Count) -> String {
        self.say("till-in-days", &[("days", crate::number(days))])
    }

    /// `{date}, da {days} gg`
    #[must_use]
    pub fn till_since(&self, date: impl std::fmt::Display, days: impl std::fmt::Display) -> String {
        self.say("till-since", &[("date", self.text(date)), ("days", self.text(days))])
    }

    /// `{count} oggi`
    #[must_use]
    pub fn till_last_count(&self, count: impl crate::Count) -> String {
        self.say("till-last-count", &[("count", crate::number(count))])
    }

    /// `{means}, {count} ric.`
    #[must_use]
    pub fn till_taken(&self, means: impl std::fmt::Display, count: impl std::fmt::Display) -> String {
        self.say("till-taken", &[("means", self.text(means)), ("count", self.text(count))])
    }

    /// `Rata {number} del piano {plan}`
    #[must_use]
    pub fn till_instalment(&self, number: impl std::fmt::Display, plan: impl std::fmt::Display) -> String {
        self.say("till-instalment", &[("number", self.text(number)), ("plan", self.text(plan))])
    }

    /// `Interessi della rata`
    #[must_use]
    pub fn till_interest(&self) -> String {
        self.say("till-interest", &[])
    }

    /// `chiesto il {date}`
    #[must_use]
    pub fn till_charge_asked(&self, date: impl std::fmt::Display) -> String {
        self.say("till-charge-asked", &[("date", self.text(date))])
    }

    /// `Lavori`
    #[must_use]
    pub fn till_charge_works(&self) -> String {
        self.say("till-charge-works", &[])
    }

    /// `Altro`
    #[must_use]
    pub fn till_charge_other(&self) -> String {
        self.say("till-charge-other", &[])
    }

    /// `Atteso`
    #[must_use]
    pub fn till_charge_awaited(&self) -> String {
        self.say("till-charge-awaited", &[])
    }

    /// `senza scadenza`
    #[must_use]
    pub fn till_charge_no_day(&self) -> String {
        self.say("till-charge-no-day", &[])
    }
}
