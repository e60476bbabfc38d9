//! Messages of `texts/*/supply.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `{service} {code}`
    #[must_use]
    pub fn supply_title(&self, service: impl std::fmt::Display, code: impl std::fmt::Display) -> String {
        self.say("supply-title", &[("service", self.text(service)), ("code", self.text(code))])
    }

    /// `Copia il codice {code}`
    #[must_use]
    pub fn supply_copy(&self, code: impl std::fmt::Display) -> String {
        self.say("supply-copy", &[("code", self.text(code))])
    }

    /// `Nuova richiesta`
    #[must_use]
    pub fn supply_new(&self) -> String {
        self.say("supply-new", &[])
    }

    /// `Dati tecnici`
    #[must_use]
    pub fn supply_technical(&self) -> String {
        self.say("supply-technical", &[])
    }

    /// `dal {date}`
    #[must_use]
    pub fn supply_since(&self, date: impl std::fmt::Display) -> String {
        self.say("supply-since", &[("date", self.text(date))])
    }

    /// `{count} situazioni precedenti`
    #[must_use]
    pub fn supply_former(&self, count: impl crate::Count) -> String {
        self.say("supply-former", &[("count", crate::number(count))])
    }

    /// `Uso`
    #[must_use]
    pub fn supply_use(&self) -> String {
        self.say("supply-use", &[])
    }

    /// `Potenza`
    #[must_use]
    pub fn supply_power(&self) -> String {
        self.say("supply-power", &[])
    }

    /// `Tensione`
    #[must_use]
    pub fn supply_voltage(&self) -> String {
        self.say("supply-voltage", &[])
    }

    /// `Fasi`
    #[must_use]
    pub fn supply_phases(&self) -> String {
        self.say("supply-phases", &[])
    }

    /// `monofase`
    #[must_use]
    pub fn supply_phase_one(&self) -> String {
        self.say("supply-phase-one", &[])
    }

    /// `trifase`
    #[must_use]
    pub fn supply_phase_three(&self) -> String {
        self.say("supply-phase-three", &[])
    }

    /// `Classe del misuratore`
    #[must_use]
    pub fn supply_class(&self) -> String {
        self.say("supply-class", &[])
    }

    /// `Categoria d’uso`
    #[must_use]
    pub fn supply_category(&self) -> String {
        self.say("supply-category", &[])
    }

    /// `Classe di prelievo`
    #[must_use]
    pub fn supply_withdrawal(&self) -> String {
        self.say("supply-withdrawal", &[])
    }

    /// `Tipo di linea`
    #[must_use]
    pub fn supply_line_kind(&self) -> String {
        self.say("supply-line-kind", &[])
    }

    /// `Tecnologia di accesso`
    #[must_use]
    pub fn supply_access_technology(&self) -> String {
        self.say("supply-access-technology", &[])
    }

    /// `Velocità`
    #[must_use]
    pub fn supply_speed(&self) -> String {
        self.say("supply-speed", &[])
    }

    /// `Distributore`
    #[must_use]
    pub fn supply_distributor(&self) -> String {
        self.say("supply-distributor", &[])
    }

    /// `Misuratori`
    #[must_use]
    pub fn supply_meters(&self) -> String {
        self.say("supply-meters", &[])
    }

    /// `Contatore`
    #[must_use]
    pub fn supply_meter(&self) -> String {
        self.say("supply-meter", &[])
    }

    /// `Correttore`
    #[must_use]
    pub fn supply_corrector(&self) -> String {
        self.say("supply-corrector", &[])
    }

    /// `rimosso`
    #[must_use]
    pub fn supply_meter_removed(&self) -> String {
        self.say("supply-meter-removed", &[])
    }

    /// `{count} registri`
    #[must_use]
    pub fn supply_registers(&self, count: impl crate::Count) -> String {
        self.say("supply-registers", &[("count", crate::number(count))])
    }

    /// `{count} cifre`
    #[must_use]
    pub fn supply_digits(&self, count: impl std::fmt::Display) -> String {
        self.say("supply-digits", &[("count", self.text(count))])
    }

    /// `costante {value}`
    #[must_use]
    pub fn supply_constant(&self, value: impl std::fmt::Display) -> String {
        self.say("supply-constant", &[("value", self.text(value))])
    }

    /// `In questo punto non è in opera alcun misuratore.`
    #[must_use]
    pub fn supply_no_meter(&self) -> String {
        self.say("supply-no-meter", &[])
    }

    /// `Letture del misuratore {serial}`
    #[must_use]
    pub fn supply_readings_caption(&self, serial: impl std::fmt::Display) -> String {
        self.say("supply-readings-caption", &[("serial", self.text(serial))])
    }

    /// `Intestatari`
    #[must_use]
    pub fn supply_holders(&self) -> String {
        self.say("supply-holders", &[])
    }

    /// `Nessuno è mai stato servito in questo punto.`
    #[must_use]
    pub fn supply_no_holder(&self) -> String {
        self.say("supply-no-holder", &[])
    }

    /// `Il tuo ruolo non vede i contratti.`
    #[must_use]
    pub fn supply_holders_hidden(&self) -> String {
        self.say("supply-holders-hidden", &[])
    }

    /// `intestatario non in archivio`
    #[must_use]
    pub fn supply_holder_unknown(&self) -> String {
        self.say("supply-holder-unknown", &[])
    }

    /// `Pratiche`
    #[must_use]
    pub fn supply_cases(&self) -> String {
        self.say("supply-cases", &[])
    }

    /// `Pratiche su questa fornitura`
    #[must_use]
    pub fn supply_cases_caption(&self) -> String {
        self.say("supply-cases-caption", &[])
    }

    /// `Nessuna pratica`
    #[must_use]
    pub fn supply_cases_none(&self) -> String {
        self.say("supply-cases-none", &[])
    }

    /// `Le richieste su questa fornitura compaiono qui.`
    #[must_use]
    pub fn supply_cases_none_text(&self) -> String {
        self.say("supply-cases-none-text", &[])
    }

    /// `Senza intestatario.`
    #[must_use]
    pub fn supply_free(&self) -> String {
        self.say("supply-free", &[])
    }

    /// `Il punto è attivo ma nessun contratto è in vigore.`
    #[must_use]
    pub fn supply_free_text(&self) -> String {
        self.say("supply-free-text", &[])
    }

    /// `attiva`
    #[must_use]
    pub fn supply_state_active(&self) -> String {
        self.say("supply-state-active", &[])
    }

    /// `non attiva`
    #[must_use]
    pub fn supply_state_inactive(&self) -> String {
        self.say("supply-state-inactive", &[])
    }

    /// `sospesa`
    #[must_use]
    pub fn supply_state_suspended(&self) -> String {
        self.say("supply-state-suspended", &[])
    }

    /// `rimossa`
    #[must_use]
    pub fn supply_state_removed(&self) -> String {
        self.say("supply-state-removed", &[])
    }

    /// `Domestico residente`
    #[must_use]
    pub fn supply_use_resident(&self) -> String {
        self.say("supply-use-resident", &[])
    }

    /// `Domestico non residente`
    #[must_use]
    pub fn supply_use_non_resident(&self) -> String {
        self.say("supply-use-non-resident", &[])
    }

    /// `Condominio`
    #[must_use]
    pub fn supply_use_condominium(&self) -> String {
        self.say("supply-use-condominium", &[])
    }

    /// `Attività produttiva o commerciale`
    #[must_use]
    pub fn supply_use_business(&self) -> String {
        self.say("supply-use-business", &[])
    }

    /// `Servizio pubblico non disalimentabile`
    #[must_use]
    pub fn supply_use_public(&self) -> String {
        self.say("supply-use-public", &[])
    }

    /// `Altri usi`
    #[must_use]
    pub fn supply_use_other(&self) -> String {
        self.say("supply-use-other", &[])
    }
}
