//! Messages of `texts/*/agenda.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Agenda tecnici`
    #[must_use]
    pub fn agenda_title(&self) -> String {
        self.say("agenda-title", &[])
    }

    /// `{count} appuntamenti, {open} da assegnare`
    #[must_use]
    pub fn agenda_summary(&self, count: impl crate::Count, open: impl std::fmt::Display) -> String {
        self.say("agenda-summary", &[("count", crate::number(count)), ("open", self.text(open))])
    }

    /// `Giorno`
    #[must_use]
    pub fn agenda_day(&self) -> String {
        self.say("agenda-day", &[])
    }

    /// `Vai`
    #[must_use]
    pub fn agenda_go(&self) -> String {
        self.say("agenda-go", &[])
    }

    /// `Giorno precedente`
    #[must_use]
    pub fn agenda_before(&self) -> String {
        self.say("agenda-before", &[])
    }

    /// `Giorno seguente`
    #[must_use]
    pub fn agenda_after(&self) -> String {
        self.say("agenda-after", &[])
    }

    /// `Oggi`
    #[must_use]
    pub fn agenda_today(&self) -> String {
        self.say("agenda-today", &[])
    }

    /// `Tecnici`
    #[must_use]
    pub fn agenda_technicians(&self) -> String {
        self.say("agenda-technicians", &[])
    }

    /// `Per orario`
    #[must_use]
    pub fn agenda_by_time(&self) -> String {
        self.say("agenda-by-time", &[])
    }

    /// `Appuntamenti del giorno con orario, luogo e tecnico`
    #[must_use]
    pub fn agenda_caption(&self) -> String {
        self.say("agenda-caption", &[])
    }

    /// `Orario`
    #[must_use]
    pub fn agenda_col_time(&self) -> String {
        self.say("agenda-col-time", &[])
    }

    /// `Lavoro`
    #[must_use]
    pub fn agenda_col_subject(&self) -> String {
        self.say("agenda-col-subject", &[])
    }

    /// `Luogo`
    #[must_use]
    pub fn agenda_col_place(&self) -> String {
        self.say("agenda-col-place", &[])
    }

    /// `Chi va`
    #[must_use]
    pub fn agenda_col_who(&self) -> String {
        self.say("agenda-col-who", &[])
    }

    /// `Stato`
    #[must_use]
    pub fn agenda_col_state(&self) -> String {
        self.say("agenda-col-state", &[])
    }

    /// `termine`
    #[must_use]
    pub fn agenda_deadline(&self) -> String {
        self.say("agenda-deadline", &[])
    }

    /// `nessuno ancora`
    #[must_use]
    pub fn agenda_nobody(&self) -> String {
        self.say("agenda-nobody", &[])
    }

    /// `Assegna`
    #[must_use]
    pub fn agenda_assign(&self) -> String {
        self.say("agenda-assign", &[])
    }

    /// `Da assegnare`
    #[must_use]
    pub fn agenda_unassigned(&self) -> String {
        self.say("agenda-unassigned", &[])
    }

    /// `Ogni lavoro del giorno ha chi lo fa.`
    #[must_use]
    pub fn agenda_unassigned_none(&self) -> String {
        self.say("agenda-unassigned-none", &[])
    }

    /// `fissato`
    #[must_use]
    pub fn agenda_state_agreed(&self) -> String {
        self.say("agenda-state-agreed", &[])
    }

    /// `in corso`
    #[must_use]
    pub fn agenda_state_now(&self) -> String {
        self.say("agenda-state-now", &[])
    }

    /// `fatto`
    #[must_use]
    pub fn agenda_state_kept(&self) -> String {
        self.say("agenda-state-kept", &[])
    }

    /// `mancato`
    #[must_use]
    pub fn agenda_state_missed(&self) -> String {
        self.say("agenda-state-missed", &[])
    }

    /// `senza esito`
    #[must_use]
    pub fn agenda_state_unrecorded(&self) -> String {
        self.say("agenda-state-unrecorded", &[])
    }

    /// `{count} lavori`
    #[must_use]
    pub fn agenda_jobs(&self, count: impl crate::Count) -> String {
        self.say("agenda-jobs", &[("count", crate::number(count))])
    }

    /// `Nessun appuntamento`
    #[must_use]
    pub fn agenda_none(&self) -> String {
        self.say("agenda-none", &[])
    }

    /// `Sopralluoghi e interventi delle pratiche compaiono qui appena hanno una data.`
    #[must_use]
    pub fn agenda_none_text(&self) -> String {
        self.say("agenda-none-text", &[])
    }

    /// `{count} appuntamenti senza esito.`
    #[must_use]
    pub fn agenda_missed(&self, count: impl crate::Count) -> String {
        self.say("agenda-missed", &[("count", crate::number(count))])
    }

    /// `La fascia è passata: registra l’esito nella pratica o sposta l’appuntamento.`
    #[must_use]
    pub fn agenda_missed_text(&self) -> String {
        self.say("agenda-missed-text", &[])
    }

    /// `Giorno`
    #[must_use]
    pub fn agenda_when(&self) -> String {
        self.say("agenda-when", &[])
    }

    /// `Dalle`
    #[must_use]
    pub fn agenda_from(&self) -> String {
        self.say("agenda-from", &[])
    }

    /// `Alle`
    #[must_use]
    pub fn agenda_to(&self) -> String {
        self.say("agenda-to", &[])
    }

    /// `Chi va`
    #[must_use]
    pub fn agenda_who(&self) -> String {
        self.say("agenda-who", &[])
    }

    /// `Scrivi un giorno come 18/3, domani o 18/03/2026`
    #[must_use]
    pub fn agenda_when_bad(&self) -> String {
        self.say("agenda-when-bad", &[])
    }

    /// `Scrivi un’ora come 9:00`
    #[must_use]
    pub fn agenda_time_bad(&self) -> String {
        self.say("agenda-time-bad", &[])
    }

    /// `Quest’ora non esiste: quella notte l’orologio va avanti di un’ora`
    #[must_use]
    pub fn agenda_time_gap(&self) -> String {
        self.say("agenda-time-gap", &[])
    }

    /// `La fine deve venire dopo l’inizio`
    #[must_use]
    pub fn agenda_end_before_start(&self) -> String {
        self.say("agenda-end-before-start", &[])
    }

    /// `Chi va e chi non va più riceve l’invito aggiornato; di una visita concordata è avvisato anche il cliente.`
    #[must_use]
    pub fn agenda_told(&self) -> String {
        self.say("agenda-told", &[])
    }

    /// `Salva`
    #[must_use]
    pub fn agenda_save(&self) -> String {
        self.say("agenda-save", &[])
    }

    /// `Disdici`
    #[must_use]
    pub fn agenda_cancel(&self) -> String {
        self.say("agenda-cancel", &[])
    }

    /// `Appuntamento aggiornato`
    #[must_use]
    pub fn agenda_moved(&self) -> String {
        self.say("agenda-moved", &[])
    }

    /// `Appuntamento disdetto`
    #[must_use]
    pub fn agenda_cancelled(&self) -> String {
        self.say("agenda-cancelled", &[])
    }

    /// `Nessuna e-mail a {name}, che non ha un indirizzo: avvisa tu.`
    #[must_use]
    pub fn agenda_untold(&self, name: impl std::fmt::Display) -> String {
        self.say("agenda-untold", &[("name", self.text(name))])
    }

    /// `Non si può più spostare.`
    #[must_use]
    pub fn agenda_over(&self) -> String {
        self.say("agenda-over", &[])
    }

    /// `L’appuntamento è già stato fatto, mancato o disdetto.`
    #[must_use]
    pub fn agenda_over_text(&self) -> String {
        self.say("agenda-over-text", &[])
    }

    /// `Qualcuno lo ha appena cambiato.`
    #[must_use]
    pub fn agenda_changed(&self) -> String {
        self.say("agenda-changed", &[])
    }

    /// `Sotto ci sono i dati di adesso: controlla e salva di nuovo.`
    #[must_use]
    pub fn agenda_changed_text(&self) -> String {
        self.say("agenda-changed-text", &[])
    }

    /// `Il tuo ruolo vede gli appuntamenti ma non li sposta.`
    #[must_use]
    pub fn agenda_read_only(&self) -> String {
        self.say("agenda-read-only", &[])
    }

    /// `File per il calendario`
    #[must_use]
    pub fn agenda_file(&self) -> String {
        self.say("agenda-file", &[])
    }

    /// `giorno`
    #[must_use]
    pub fn agenda_key_day(&self) -> String {
        self.say("agenda-key-day", &[])
    }

    /// `oggi`
    #[must_use]
    pub fn agenda_key_today(&self) -> String {
        self.say("agenda-key-today", &[])
    }

    /// `assegna`
    #[must_use]
    pub fn agenda_key_assign(&self) -> String {
        self.say("agenda-key-assign", &[])
    }

    /// `scorri`
    #[must_use]
    pub fn agenda_key_rows(&self) -> String {
        self.say("agenda-key-rows", &[])
    }

    /// `{street}, {jobs}`
    #[must_use]
    pub fn agenda_zone(&self, street: impl std::fmt::Display, jobs: impl std::fmt::Display) -> String {
        self.say("agenda-zone", &[("street", self.text(street)), ("jobs", self.text(jobs))])
    }

    /// `fascia di puntualità`
    #[must_use]
    pub fn agenda_band(&self) -> String {
        self.say("agenda-band", &[])
    }

    /// `lavori vicini`
    #[must_use]
    pub fn agenda_near(&self) -> String {
        self.say("agenda-near", &[])
    }

    /// `Chi lo chiede`
    #[must_use]
    pub fn agenda_by(&self) -> String {
        self.say("agenda-by", &[])
    }

    /// `noi`
    #[must_use]
    pub fn agenda_by_utility(&self) -> String {
        self.say("agenda-by-utility", &[])
    }

    /// `il cliente`
    #[must_use]
    pub fn agenda_by_customer(&self) -> String {
        self.say("agenda-by-customer", &[])
    }

    /// `Motivo`
    #[must_use]
    pub fn agenda_reason(&self) -> String {
        self.say("agenda-reason", &[])
    }
}
