//! Messages of `texts/*/wizard.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Nuova`
    #[must_use]
    pub fn wizard_crumb(&self) -> String {
        self.say("wizard-crumb", &[])
    }

    /// `Bozza {number} salvata {when}`
    #[must_use]
    pub fn wizard_saved(&self, number: impl std::fmt::Display, when: impl std::fmt::Display) -> String {
        self.say("wizard-saved", &[("number", self.text(number)), ("when", self.text(when))])
    }

    /// `Sospendi`
    #[must_use]
    pub fn wizard_suspend(&self) -> String {
        self.say("wizard-suspend", &[])
    }

    /// `Annulla {what}`
    #[must_use]
    pub fn wizard_cancel(&self, what: impl std::fmt::Display) -> String {
        self.say("wizard-cancel", &[("what", self.text(what))])
    }

    /// `Passi della richiesta`
    #[must_use]
    pub fn wizard_steps(&self) -> String {
        self.say("wizard-steps", &[])
    }

    /// `I passi sono obbligatori e in ordine. Si può tornare indietro senza perdere i dati.`
    #[must_use]
    pub fn wizard_steps_note(&self) -> String {
        self.say("wizard-steps-note", &[])
    }

    /// `Passo {place} di {of}`
    #[must_use]
    pub fn wizard_position(&self, place: impl std::fmt::Display, of: impl std::fmt::Display) -> String {
        self.say("wizard-position", &[("place", self.text(place)), ("of", self.text(of))])
    }

    /// `Avanti: {step}`
    #[must_use]
    pub fn wizard_next(&self, step: impl std::fmt::Display) -> String {
        self.say("wizard-next", &[("step", self.text(step))])
    }

    /// `Salva la bozza`
    #[must_use]
    pub fn wizard_save_draft(&self) -> String {
        self.say("wizard-save-draft", &[])
    }

    /// `Cambia`
    #[must_use]
    pub fn wizard_change(&self) -> String {
        self.say("wizard-change", &[])
    }

    /// `Riepilogo in tempo reale`
    #[must_use]
    pub fn wizard_summary(&self) -> String {
        self.say("wizard-summary", &[])
    }

    /// `Stesso punto, nuovo intestatario`
    #[must_use]
    pub fn wizard_same_point(&self) -> String {
        self.say("wizard-same-point", &[])
    }

    /// `Stesso {kind}`
    #[must_use]
    pub fn wizard_same(&self, kind: impl std::fmt::Display) -> String {
        self.say("wizard-same", &[("kind", self.text(kind))])
    }

    /// `Cede`
    #[must_use]
    pub fn wizard_outgoing(&self) -> String {
        self.say("wizard-outgoing", &[])
    }

    /// `Subentra`
    #[must_use]
    pub fn wizard_incoming(&self) -> String {
        self.say("wizard-incoming", &[])
    }

    /// `da cercare`
    #[must_use]
    pub fn wizard_incoming_missing(&self) -> String {
        self.say("wizard-incoming-missing", &[])
    }

    /// `al passo {step}`
    #[must_use]
    pub fn wizard_at_step(&self, step: impl std::fmt::Display) -> String {
        self.say("wizard-at-step", &[("step", self.text(step))])
    }

    /// `cliente {number}`
    #[must_use]
    pub fn wizard_customer(&self, number: impl std::fmt::Display) -> String {
        self.say("wizard-customer", &[("number", self.text(number))])
    }

    /// `Orologio regolato`
    #[must_use]
    pub fn wizard_clock(&self) -> String {
        self.say("wizard-clock", &[])
    }

    /// `parte alla conferma`
    #[must_use]
    pub fn wizard_clock_starts(&self) -> String {
        self.say("wizard-clock-starts", &[])
    }

    /// `Questa procedura non ha un termine regolato.`
    #[must_use]
    pub fn wizard_clock_none(&self) -> String {
        self.say("wizard-clock-none", &[])
    }

    /// `{span}: da {from} a {to}`
    #[must_use]
    pub fn wizard_clock_words(
        &self,
        span: impl std::fmt::Display,
        from: impl std::fmt::Display,
        to: impl std::fmt::Display,
    ) -> String {
        self.say(
            "wizard-clock-words",
            &[("span", self.text(span)), ("from", self.text(from)), ("to", self.text(to))],
        )
    }

    /// `Dati mancanti`
    #[must_use]
    pub fn wizard_missing(&self) -> String {
        self.say("wizard-missing", &[])
    }

    /// `Nessuno, si può confermare`
    #[must_use]
    pub fn wizard_missing_none(&self) -> String {
        self.say("wizard-missing-none", &[])
    }

    /// `passo {step}`
    #[must_use]
    pub fn wizard_step(&self, step: impl std::fmt::Display) -> String {
        self.say("wizard-step", &[("step", self.text(step))])
    }

    /// `Documenti da produrre`
    #[must_use]
    pub fn wizard_papers(&self) -> String {
        self.say("wizard-papers", &[])
    }

    /// `firma`
    #[must_use]
    pub fn wizard_paper_sign(&self) -> String {
        self.say("wizard-paper-sign", &[])
    }

    /// `consegna`
    #[must_use]
    pub fn wizard_paper_hand(&self) -> String {
        self.say("wizard-paper-hand", &[])
    }

    /// `Il riepilogo a destra si aggiorna subito`
    #[must_use]
    pub fn wizard_question_hint(&self) -> String {
        self.say("wizard-question-hint", &[])
    }

    /// `passo`
    #[must_use]
    pub fn wizard_key_step(&self) -> String {
        self.say("wizard-key-step", &[])
    }

    /// `avanti`
    #[must_use]
    pub fn wizard_key_next(&self) -> String {
        self.say("wizard-key-next", &[])
    }

    /// `salva bozza`
    #[must_use]
    pub fn wizard_key_save(&self) -> String {
        self.say("wizard-key-save", &[])
    }

    /// `leggi tessera`
    #[must_use]
    pub fn wizard_key_card(&self) -> String {
        self.say("wizard-key-card", &[])
    }

    /// `Non si può andare avanti.`
    #[must_use]
    pub fn wizard_refused(&self) -> String {
        self.say("wizard-refused", &[])
    }

    /// `Impedisce la richiesta.`
    #[must_use]
    pub fn wizard_blocks(&self) -> String {
        self.say("wizard-blocks", &[])
    }

    /// `Da sapere.`
    #[must_use]
    pub fn wizard_warns(&self) -> String {
        self.say("wizard-warns", &[])
    }

    /// `Correggi`
    #[must_use]
    pub fn wizard_mend(&self) -> String {
        self.say("wizard-mend", &[])
    }

    /// `Ha già questo codice: una persona ha una sola anagrafica.`
    #[must_use]
    pub fn wizard_twin_code(&self) -> String {
        self.say("wizard-twin-code", &[])
    }

    /// `Ha lo stesso nome: è la stessa persona?`
    #[must_use]
    pub fn wizard_twin_name(&self) -> String {
        self.say("wizard-twin-name", &[])
    }

    /// `Usa questa anagrafica`
    #[must_use]
    pub fn wizard_twin_use(&self) -> String {
        self.say("wizard-twin-use", &[])
    }

    /// `Bozza salvata`
    #[must_use]
    pub fn wizard_kept(&self) -> String {
        self.say("wizard-kept", &[])
    }

    /// `Conferma la richiesta`
    #[must_use]
    pub fn wizard_confirm(&self) -> String {
        self.say("wizard-confirm", &[])
    }

    /// `Richiesta`
    #[must_use]
    pub fn wizard_question_label(&self) -> String {
        self.say("wizard-question-label", &[])
    }

    /// `da compilare`
    #[must_use]
    pub fn wizard_question_open(&self) -> String {
        self.say("wizard-question-open", &[])
    }

    /// `Compila l’aumento`
    #[must_use]
    pub fn wizard_question_button(&self) -> String {
        self.say("wizard-question-button", &[])
    }

    /// `punto`
    #[must_use]
    pub fn wizard_point(&self) -> String {
        self.say("wizard-point", &[])
    }

    /// `Potenza`
    #[must_use]
    pub fn wizard_power(&self) -> String {
        self.say("wizard-power", &[])
    }

    /// `da {from} a {to}`
    #[must_use]
    pub fn wizard_power_change(&self, from: impl std::fmt::Display, to: impl std::fmt::Display) -> String {
        self.say("wizard-power-change", &[("from", self.text(from)), ("to", self.text(to))])
    }

    /// `oggi {power}`
    #[must_use]
    pub fn wizard_power_today(&self, power: impl std::fmt::Display) -> String {
        self.say("wizard-power-today", &[("power", self.text(power))])
    }

    /// `{count} registri letti`
    #[must_use]
    pub fn wizard_readings(&self, count: impl crate::Count) -> String {
        self.say("wizard-readings", &[("count", crate::number(count))])
    }

    /// `risposto`
    #[must_use]
    pub fn wizard_step_done(&self) -> String {
        self.say("wizard-step-done", &[])
    }

    /// `da compilare`
    #[must_use]
    pub fn wizard_step_open(&self) -> String {
        self.say("wizard-step-open", &[])
    }

    /// `nuova anagrafica`
    #[must_use]
    pub fn wizard_new_party(&self) -> String {
        self.say("wizard-new-party", &[])
    }

    /// `Se confermi oggi: entro {day}.`
    #[must_use]
    pub fn wizard_clock_due(&self, day: impl std::fmt::Display) -> String {
        self.say("wizard-clock-due", &[("day", self.text(day))])
    }

    /// `Oltre, indennizzo automatico di {amount}.`
    #[must_use]
    pub fn wizard_clock_indemnity(&self, amount: impl std::fmt::Display) -> String {
        self.say("wizard-clock-indemnity", &[("amount", self.text(amount))])
    }

    /// `Oltre, indennizzo automatico.`
    #[must_use]
    pub fn wizard_clock_indemnity_some(&self) -> String {
        self.say("wizard-clock-indemnity-some", &[])
    }

    /// `Senza indennizzo: il ritardo va nel registro.`
    #[must_use]
    pub fn wizard_clock_no_indemnity(&self) -> String {
        self.say("wizard-clock-no-indemnity", &[])
    }

    /// `Come si conta`
    #[must_use]
    pub fn wizard_clock_why(&self) -> String {
        self.say("wizard-clock-why", &[])
    }

    /// `Il termine dipende dal servizio: scegli la fornitura.`
    #[must_use]
    pub fn wizard_clock_open(&self) -> String {
        self.say("wizard-clock-open", &[])
    }

    /// `{count} documenti`
    #[must_use]
    pub fn wizard_papers_count(&self, count: impl crate::Count) -> String {
        self.say("wizard-papers-count", &[("count", crate::number(count))])
    }

    /// `POD`
    #[must_use]
    pub fn wizard_power_point(&self) -> String {
        self.say("wizard-power-point", &[])
    }

    /// `Più dei {present} di oggi`
    #[must_use]
    pub fn wizard_power_hint(&self, present: impl std::fmt::Display) -> String {
        self.say("wizard-power-hint", &[("present", self.text(present))])
    }

    /// `Conferma aumento`
    #[must_use]
    pub fn wizard_power_confirm(&self) -> String {
        self.say("wizard-power-confirm", &[])
    }

    /// `Dati compatibili con il punto.`
    #[must_use]
    pub fn wizard_power_fits(&self) -> String {
        self.say("wizard-power-fits", &[])
    }

    /// `Potenza {power}.`
    #[must_use]
    pub fn wizard_power_fits_text(&self, power: impl std::fmt::Display) -> String {
        self.say("wizard-power-fits-text", &[("power", self.text(power))])
    }

    /// `Dati da rivedere.`
    #[must_use]
    pub fn wizard_power_does_not_fit(&self) -> String {
        self.say("wizard-power-does-not-fit", &[])
    }

    /// `Nuova scadenza in agenda.`
    #[must_use]
    pub fn wizard_power_diary(&self) -> String {
        self.say("wizard-power-diary", &[])
    }

    /// `Alla conferma si apre la pratica collegata «{procedure}», da chiudere entro {day}.`
    #[must_use]
    pub fn wizard_power_diary_text(
        &self,
        procedure: impl std::fmt::Display,
        day: impl std::fmt::Display,
    ) -> String {
        self.say("wizard-power-diary-text", &[("procedure", self.text(procedure)), ("day", self.text(day))])
    }

    /// `anteprima`
    #[must_use]
    pub fn wizard_preview(&self) -> String {
        self.say("wizard-preview", &[])
    }

    /// `Aprili per leggerli con il cliente: sono come verrebbero stampati ora.`
    #[must_use]
    pub fn wizard_preview_hint(&self) -> String {
        self.say("wizard-preview-hint", &[])
    }

    /// `Anteprima: non è ancora tra i documenti`
    #[must_use]
    pub fn wizard_preview_note(&self) -> String {
        self.say("wizard-preview-note", &[])
    }

    /// `Apri {number}`
    #[must_use]
    pub fn wizard_open_case(&self, number: impl std::fmt::Display) -> String {
        self.say("wizard-open-case", &[("number", self.text(number))])
    }
}
