//! Messages of `texts/*/link.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Sportello online`
    #[must_use]
    pub fn link_product(&self) -> String {
        self.say("link-product", &[])
    }

    /// `Vai al contenuto`
    #[must_use]
    pub fn link_skip(&self) -> String {
        self.say("link-skip", &[])
    }

    /// `Telefono {number}`
    #[must_use]
    pub fn link_phone(&self, number: impl std::fmt::Display) -> String {
        self.say("link-phone", &[("number", self.text(number))])
    }

    /// `Rispondi alla pratica {number}`
    #[must_use]
    pub fn link_title(&self, number: impl std::fmt::Display) -> String {
        self.say("link-title", &[("number", self.text(number))])
    }

    /// `Pratica`
    #[must_use]
    pub fn link_number(&self) -> String {
        self.say("link-number", &[])
    }

    /// `Procedura`
    #[must_use]
    pub fn link_procedure(&self) -> String {
        self.say("link-procedure", &[])
    }

    /// `Fornitura`
    #[must_use]
    pub fn link_point(&self) -> String {
        self.say("link-point", &[])
    }

    /// `Puoi rispondere fino al {date}. Il collegamento vale una volta sola.`
    #[must_use]
    pub fn link_until(&self, date: impl std::fmt::Display) -> String {
        self.say("link-until", &[("date", self.text(date))])
    }

    /// `Di che cosa si tratta`
    #[must_use]
    pub fn link_about(&self) -> String {
        self.say("link-about", &[])
    }

    /// `Documenti da leggere prima`
    #[must_use]
    pub fn link_papers(&self) -> String {
        self.say("link-papers", &[])
    }

    /// `PDF, {kilobytes} kB`
    #[must_use]
    pub fn link_paper_size(&self, kilobytes: impl std::fmt::Display) -> String {
        self.say("link-paper-size", &[("kilobytes", self.text(kilobytes))])
    }

    /// `La tua risposta`
    #[must_use]
    pub fn link_answer(&self) -> String {
        self.say("link-answer", &[])
    }

    /// `(facoltativo)`
    #[must_use]
    pub fn link_optional(&self) -> String {
        self.say("link-optional", &[])
    }

    /// `Conferma`
    #[must_use]
    pub fn link_sign(&self) -> String {
        self.say("link-sign", &[])
    }

    /// `Nome e cognome di chi risponde`
    #[must_use]
    pub fn link_name(&self) -> String {
        self.say("link-name", &[])
    }

    /// `Scrivili per intero. Per un’azienda, quelli di chi la rappresenta.`
    #[must_use]
    pub fn link_name_hint(&self) -> String {
        self.say("link-name-hint", &[])
    }

    /// `Ho letto i documenti e confermo la risposta`
    #[must_use]
    pub fn link_confirm(&self) -> String {
        self.say("link-confirm", &[])
    }

    /// `Insieme alla risposta conserviamo il nome che scrivi, data e ora, l’indirizzo di rete e il programma di navigazione. Valgono come prova della risposta.`
    #[must_use]
    pub fn link_kept(&self) -> String {
        self.say("link-kept", &[])
    }

    /// `Invia la risposta`
    #[must_use]
    pub fn link_send(&self) -> String {
        self.say("link-send", &[])
    }

    /// `Sì`
    #[must_use]
    pub fn link_yes(&self) -> String {
        self.say("link-yes", &[])
    }

    /// `No`
    #[must_use]
    pub fn link_no(&self) -> String {
        self.say("link-no", &[])
    }

    /// `Scegli una risposta`
    #[must_use]
    pub fn link_choose(&self) -> String {
        self.say("link-choose", &[])
    }

    /// `Non inviato: ci sono {count} cose da correggere`
    #[must_use]
    pub fn link_faults(&self, count: impl crate::Count) -> String {
        self.say("link-faults", &[("count", crate::number(count))])
    }

    /// `manca`
    #[must_use]
    pub fn link_fault_required(&self) -> String {
        self.say("link-fault-required", &[])
    }

    /// `scrivi nome e cognome per intero`
    #[must_use]
    pub fn link_fault_name(&self) -> String {
        self.say("link-fault-name", &[])
    }

    /// `metti la spunta per confermare`
    #[must_use]
    pub fn link_fault_confirm(&self) -> String {
        self.say("link-fault-confirm", &[])
    }

    /// `scegli una delle risposte`
    #[must_use]
    pub fn link_fault_choice(&self) -> String {
        self.say("link-fault-choice", &[])
    }

    /// `scrivi una data come 18/03/2026`
    #[must_use]
    pub fn link_fault_date(&self) -> String {
        self.say("link-fault-date", &[])
    }

    /// `scrivi un numero`
    #[must_use]
    pub fn link_fault_number(&self) -> String {
        self.say("link-fault-number", &[])
    }

    /// `scrivi un importo come 12,50`
    #[must_use]
    pub fn link_fault_money(&self) -> String {
        self.say("link-fault-money", &[])
    }

    /// `non è un indirizzo e-mail`
    #[must_use]
    pub fn link_fault_email(&self) -> String {
        self.say("link-fault-email", &[])
    }

    /// `non è un numero di telefono`
    #[must_use]
    pub fn link_fault_phone(&self) -> String {
        self.say("link-fault-phone", &[])
    }

    /// `è troppo lungo`
    #[must_use]
    pub fn link_fault_long(&self) -> String {
        self.say("link-fault-long", &[])
    }

    /// `non si può accettare così`
    #[must_use]
    pub fn link_fault_other(&self) -> String {
        self.say("link-fault-other", &[])
    }

    /// `La tua risposta è registrata`
    #[must_use]
    pub fn link_used_title(&self) -> String {
        self.say("link-used-title", &[])
    }

    /// `Abbiamo ricevuto la risposta per la pratica {number} il {date} alle {time}. Non devi fare altro: se serve qualcosa ti contattiamo noi.`
    #[must_use]
    pub fn link_used(
        &self,
        number: impl std::fmt::Display,
        date: impl std::fmt::Display,
        time: impl std::fmt::Display,
    ) -> String {
        self.say(
            "link-used",
            &[("number", self.text(number)), ("date", self.text(date)), ("time", self.text(time))],
        )
    }

    /// `Manca poco`
    #[must_use]
    pub fn link_pending_title(&self) -> String {
        self.say("link-pending-title", &[])
    }

    /// `Stiamo ancora preparando i documenti. Riapri questa pagina fra qualche minuto.`
    #[must_use]
    pub fn link_pending(&self) -> String {
        self.say("link-pending", &[])
    }

    /// `Il collegamento è scaduto`
    #[must_use]
    pub fn link_lapsed_title(&self) -> String {
        self.say("link-lapsed-title", &[])
    }

    /// `Per la pratica {number} si poteva rispondere fino al {date}. Se ti serve ancora, chiamaci: ti diciamo come fare.`
    #[must_use]
    pub fn link_lapsed(&self, number: impl std::fmt::Display, date: impl std::fmt::Display) -> String {
        self.say("link-lapsed", &[("number", self.text(number)), ("date", self.text(date))])
    }

    /// `Questo collegamento non serve più`
    #[must_use]
    pub fn link_gone_title(&self) -> String {
        self.say("link-gone-title", &[])
    }

    /// `L’indirizzo non è completo, oppure alla pratica è già stata data una risposta. Controlla di averlo copiato tutto dal messaggio, o usa il collegamento più recente che ti abbiamo mandato.`
    #[must_use]
    pub fn link_gone(&self) -> String {
        self.say("link-gone", &[])
    }

    /// `Troppe richieste`
    #[must_use]
    pub fn link_busy_title(&self) -> String {
        self.say("link-busy-title", &[])
    }

    /// `Da questo indirizzo arrivano troppe richieste. Riprova fra un minuto.`
    #[must_use]
    pub fn link_busy(&self) -> String {
        self.say("link-busy", &[])
    }

    /// `Hai bisogno di aiuto?`
    #[must_use]
    pub fn link_help(&self) -> String {
        self.say("link-help", &[])
    }

    /// `Chiamaci al {phone} o scrivi a {email}.`
    #[must_use]
    pub fn link_help_text(&self, phone: impl std::fmt::Display, email: impl std::fmt::Display) -> String {
        self.say("link-help-text", &[("phone", self.text(phone)), ("email", self.text(email))])
    }

    /// `Riprova`
    #[must_use]
    pub fn link_again(&self) -> String {
        self.say("link-again", &[])
    }
}
