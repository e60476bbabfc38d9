//! Messages of `texts/*/fields.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Oppure`
    #[must_use]
    pub fn fields_or(&self) -> String {
        self.say("fields-or", &[])
    }

    /// `Leggi tessera`
    #[must_use]
    pub fn fields_read_card(&self) -> String {
        self.say("fields-read-card", &[])
    }

    /// `gg/mm/aaaa`
    #[must_use]
    pub fn fields_date_form(&self) -> String {
        self.say("fields-date-form", &[])
    }

    /// `Stesso codice fiscale`
    #[must_use]
    pub fn fields_same_code(&self) -> String {
        self.say("fields-same-code", &[])
    }

    /// `Stessa partita IVA`
    #[must_use]
    pub fn fields_same_vat(&self) -> String {
        self.say("fields-same-vat", &[])
    }

    /// `Solo il nome`
    #[must_use]
    pub fn fields_only_name(&self) -> String {
        self.say("fields-only-name", &[])
    }

    /// `Fascia`
    #[must_use]
    pub fn fields_reading_register(&self) -> String {
        self.say("fields-reading-register", &[])
    }

    /// `Ultima`
    #[must_use]
    pub fn fields_reading_last(&self) -> String {
        self.say("fields-reading-last", &[])
    }

    /// `Ultima, {date}`
    #[must_use]
    pub fn fields_reading_last_on(&self, date: impl std::fmt::Display) -> String {
        self.say("fields-reading-last-on", &[("date", self.text(date))])
    }

    /// `Nuova`
    #[must_use]
    pub fn fields_reading_new(&self) -> String {
        self.say("fields-reading-new", &[])
    }

    /// `Consumo`
    #[must_use]
    pub fn fields_reading_consumption(&self) -> String {
        self.say("fields-reading-consumption", &[])
    }

    /// `Atteso`
    #[must_use]
    pub fn fields_reading_expected(&self) -> String {
        self.say("fields-reading-expected", &[])
    }

    /// `Controllo`
    #[must_use]
    pub fn fields_reading_check(&self) -> String {
        self.say("fields-reading-check", &[])
    }

    /// `Nuova lettura {register}`
    #[must_use]
    pub fn fields_reading_new_of(&self, register: impl std::fmt::Display) -> String {
        self.say("fields-reading-new-of", &[("register", self.text(register))])
    }

    /// `Da inserire`
    #[must_use]
    pub fn fields_reading_open(&self) -> String {
        self.say("fields-reading-open", &[])
    }

    /// `In linea`
    #[must_use]
    pub fn fields_reading_good(&self) -> String {
        self.say("fields-reading-good", &[])
    }

    /// `Più alto`
    #[must_use]
    pub fn fields_reading_high(&self) -> String {
        self.say("fields-reading-high", &[])
    }

    /// `Più basso`
    #[must_use]
    pub fn fields_reading_low(&self) -> String {
        self.say("fields-reading-low", &[])
    }

    /// `Da correggere`
    #[must_use]
    pub fn fields_reading_bad(&self) -> String {
        self.say("fields-reading-bad", &[])
    }

    /// `Via o piazza`
    #[must_use]
    pub fn fields_street(&self) -> String {
        self.say("fields-street", &[])
    }

    /// `Numero`
    #[must_use]
    pub fn fields_house_number(&self) -> String {
        self.say("fields-house-number", &[])
    }

    /// `Interno`
    #[must_use]
    pub fn fields_unit(&self) -> String {
        self.say("fields-unit", &[])
    }

    /// `CAP`
    #[must_use]
    pub fn fields_postcode(&self) -> String {
        self.say("fields-postcode", &[])
    }

    /// `Comune`
    #[must_use]
    pub fn fields_municipality(&self) -> String {
        self.say("fields-municipality", &[])
    }

    /// `Provincia`
    #[must_use]
    pub fn fields_province(&self) -> String {
        self.say("fields-province", &[])
    }

    /// `Paese`
    #[must_use]
    pub fn fields_country(&self) -> String {
        self.say("fields-country", &[])
    }

    /// `{count} forniture`
    #[must_use]
    pub fn fields_found_points(&self, count: impl crate::Count) -> String {
        self.say("fields-found-points", &[("count", crate::number(count))])
    }

    /// `{count} anagrafiche somigliano`
    #[must_use]
    pub fn fields_found_parties(&self, count: impl crate::Count) -> String {
        self.say("fields-found-parties", &[("count", crate::number(count))])
    }

    /// `{same} anagrafiche corrispondono, {alike} somigliano`
    #[must_use]
    pub fn fields_found_same(&self, same: impl crate::Count, alike: impl crate::Count) -> String {
        self.say("fields-found-same", &[("same", crate::number(same)), ("alike", crate::number(alike))])
    }

    /// `Controlli sul punto`
    #[must_use]
    pub fn fields_point_checks(&self) -> String {
        self.say("fields-point-checks", &[])
    }

    /// `Contratto attivo, nessun’altra pratica aperta, nessuna bolletta insoluta`
    #[must_use]
    pub fn fields_point_clear(&self) -> String {
        self.say("fields-point-clear", &[])
    }

    /// `Intestatario {name}, cliente {number} · contratto {contract} dal {date}`
    #[must_use]
    pub fn fields_point_holder(
        &self,
        name: impl std::fmt::Display,
        number: impl std::fmt::Display,
        contract: impl std::fmt::Display,
        date: impl std::fmt::Display,
    ) -> String {
        self.say(
            "fields-point-holder",
            &[
                ("name", self.text(name)),
                ("number", self.text(number)),
                ("contract", self.text(contract)),
                ("date", self.text(date)),
            ],
        )
    }

    /// `attivo`
    #[must_use]
    pub fn fields_point_active(&self) -> String {
        self.say("fields-point-active", &[])
    }

    /// `sospeso`
    #[must_use]
    pub fn fields_point_suspended(&self) -> String {
        self.say("fields-point-suspended", &[])
    }

    /// `non attivo`
    #[must_use]
    pub fn fields_point_inactive(&self) -> String {
        self.say("fields-point-inactive", &[])
    }

    /// `monofase`
    #[must_use]
    pub fn fields_phase_single(&self) -> String {
        self.say("fields-phase-single", &[])
    }

    /// `trifase`
    #[must_use]
    pub fn fields_phase_three(&self) -> String {
        self.say("fields-phase-three", &[])
    }

    /// `nascita {date} {place}`
    #[must_use]
    pub fn fields_born(&self, date: impl std::fmt::Display, place: impl std::fmt::Display) -> String {
        self.say("fields-born", &[("date", self.text(date)), ("place", self.text(place))])
    }

    /// `{count} forniture`
    #[must_use]
    pub fn fields_supplies(&self, count: impl crate::Count) -> String {
        self.say("fields-supplies", &[("count", crate::number(count))])
    }

    /// `Senza confronto`
    #[must_use]
    pub fn fields_reading_alone(&self) -> String {
        self.say("fields-reading-alone", &[])
    }

    /// `{registers}: consumo fuori dal solito.`
    #[must_use]
    pub fn fields_reading_unusual(&self, registers: impl std::fmt::Display) -> String {
        self.say("fields-reading-unusual", &[("registers", self.text(registers))])
    }

    /// `Correggi il valore, oppure conferma di averlo riletto con il cliente.`
    #[must_use]
    pub fn fields_reading_unusual_text(&self) -> String {
        self.say("fields-reading-unusual-text", &[])
    }

    /// `Confermo i valori`
    #[must_use]
    pub fn fields_reading_confirm(&self) -> String {
        self.say("fields-reading-confirm", &[])
    }

    /// `lun–ven 8–19`
    #[must_use]
    pub fn fields_band_1(&self) -> String {
        self.say("fields-band-1", &[])
    }

    /// `sere e sabati`
    #[must_use]
    pub fn fields_band_2(&self) -> String {
        self.say("fields-band-2", &[])
    }

    /// `notti e festivi`
    #[must_use]
    pub fn fields_band_3(&self) -> String {
        self.say("fields-band-3", &[])
    }

    /// `la stessa di oggi`
    #[must_use]
    pub fn fields_offer_present(&self) -> String {
        self.say("fields-offer-present", &[])
    }

    /// `Codice dell’offerta sul contratto`
    #[must_use]
    pub fn fields_offer_code(&self) -> String {
        self.say("fields-offer-code", &[])
    }

    /// `se c’è`
    #[must_use]
    pub fn fields_if_any(&self) -> String {
        self.say("fields-if-any", &[])
    }

    /// `se estero`
    #[must_use]
    pub fn fields_if_abroad(&self) -> String {
        self.say("fields-if-abroad", &[])
    }

    /// `Riga {number}`
    #[must_use]
    pub fn fields_row(&self, number: impl std::fmt::Display) -> String {
        self.say("fields-row", &[("number", self.text(number))])
    }

    /// `Aggiungi una riga`
    #[must_use]
    pub fn fields_row_add(&self) -> String {
        self.say("fields-row-add", &[])
    }

    /// `Togli`
    #[must_use]
    pub fn fields_row_remove(&self) -> String {
        self.say("fields-row-remove", &[])
    }

    /// `Voce`
    #[must_use]
    pub fn fields_line_what(&self) -> String {
        self.say("fields-line-what", &[])
    }

    /// `Quantità`
    #[must_use]
    pub fn fields_line_quantity(&self) -> String {
        self.say("fields-line-quantity", &[])
    }

    /// `Prezzo unitario`
    #[must_use]
    pub fn fields_line_price(&self) -> String {
        self.say("fields-line-price", &[])
    }

    /// `IVA`
    #[must_use]
    pub fn fields_line_vat(&self) -> String {
        self.say("fields-line-vat", &[])
    }

    /// `Importo`
    #[must_use]
    pub fn fields_line_amount(&self) -> String {
        self.say("fields-line-amount", &[])
    }

    /// `Togli la voce`
    #[must_use]
    pub fn fields_line_acts(&self) -> String {
        self.say("fields-line-acts", &[])
    }

    /// `Totale senza IVA`
    #[must_use]
    pub fn fields_line_net(&self) -> String {
        self.say("fields-line-net", &[])
    }

    /// `Totale con IVA`
    #[must_use]
    pub fn fields_line_total(&self) -> String {
        self.say("fields-line-total", &[])
    }

    /// `Aggiungi una voce`
    #[must_use]
    pub fn fields_line_add(&self) -> String {
        self.say("fields-line-add", &[])
    }

    /// `Non ci sono bollette tra cui scegliere: controlla il cliente.`
    #[must_use]
    pub fn fields_bills_none(&self) -> String {
        self.say("fields-bills-none", &[])
    }

    /// `Scegli`
    #[must_use]
    pub fn fields_bill_choose(&self) -> String {
        self.say("fields-bill-choose", &[])
    }

    /// `Bolletta`
    #[must_use]
    pub fn fields_bill(&self) -> String {
        self.say("fields-bill", &[])
    }

    /// `Fornitura`
    #[must_use]
    pub fn fields_bill_point(&self) -> String {
        self.say("fields-bill-point", &[])
    }

    /// `Scadenza`
    #[must_use]
    pub fn fields_bill_due(&self) -> String {
        self.say("fields-bill-due", &[])
    }

    /// `scade il {date}`
    #[must_use]
    pub fn fields_bill_due_on(&self, date: impl std::fmt::Display) -> String {
        self.say("fields-bill-due-on", &[("date", self.text(date))])
    }

    /// `Importo`
    #[must_use]
    pub fn fields_bill_amount(&self) -> String {
        self.say("fields-bill-amount", &[])
    }

    /// `Da pagare`
    #[must_use]
    pub fn fields_bill_open(&self) -> String {
        self.say("fields-bill-open", &[])
    }

    /// `da pagare {amount}`
    #[must_use]
    pub fn fields_bill_open_of(&self, amount: impl std::fmt::Display) -> String {
        self.say("fields-bill-open-of", &[("amount", self.text(amount))])
    }

    /// `dal {date}`
    #[must_use]
    pub fn fields_contract_since(&self, date: impl std::fmt::Display) -> String {
        self.say("fields-contract-since", &[("date", self.text(date))])
    }

    /// `dal {from} al {until}`
    #[must_use]
    pub fn fields_contract_between(
        &self,
        from: impl std::fmt::Display,
        until: impl std::fmt::Display,
    ) -> String {
        self.say("fields-contract-between", &[("from", self.text(from)), ("until", self.text(until))])
    }

    /// `Non c’è nulla tra cui scegliere: controlla il cliente.`
    #[must_use]
    pub fn fields_offered_none(&self) -> String {
        self.say("fields-offered-none", &[])
    }

    /// `Nessuno di questi`
    #[must_use]
    pub fn fields_offered_not(&self) -> String {
        self.say("fields-offered-not", &[])
    }

    /// `Più bassa`
    #[must_use]
    pub fn fields_reading_below(&self) -> String {
        self.say("fields-reading-below", &[])
    }
}
