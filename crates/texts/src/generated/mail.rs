//! Messages of `texts/*/mail.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `{subject}: {when}`
    #[must_use]
    pub fn mail_invitation_subject(
        &self,
        subject: impl std::fmt::Display,
        when: impl std::fmt::Display,
    ) -> String {
        self.say("mail-invitation-subject", &[("subject", self.text(subject)), ("when", self.text(when))])
    }

    /// `{subject} – cambiato: {when}`
    #[must_use]
    pub fn mail_invitation_changed_subject(
        &self,
        subject: impl std::fmt::Display,
        when: impl std::fmt::Display,
    ) -> String {
        self.say(
            "mail-invitation-changed-subject",
            &[("subject", self.text(subject)), ("when", self.text(when))],
        )
    }

    /// `{subject} – annullato: {when}`
    #[must_use]
    pub fn mail_invitation_cancelled_subject(
        &self,
        subject: impl std::fmt::Display,
        when: impl std::fmt::Display,
    ) -> String {
        self.say(
            "mail-invitation-cancelled-subject",
            &[("subject", self.text(subject)), ("when", self.text(when))],
        )
    }

    /// `Buongiorno {name}, ti è stato assegnato un appuntamento della richiesta {number}. Quando: {when} Dove: {place} Accettalo dal calendario: se non puoi, rifiutalo e avvisa chi segue la richiesta.`
    #[must_use]
    pub fn mail_invitation_text(
        &self,
        name: impl std::fmt::Display,
        number: impl std::fmt::Display,
        when: impl std::fmt::Display,
        place: impl std::fmt::Display,
    ) -> String {
        self.say(
            "mail-invitation-text",
            &[
                ("name", self.text(name)),
                ("number", self.text(number)),
                ("when", self.text(when)),
                ("place", self.text(place)),
            ],
        )
    }

    /// `Buongiorno {name}, un tuo appuntamento della richiesta {number} è cambiato. Ora vale questo: Quando: {when} Dove: {place} Il calendario si aggiorna quando accetti.`
    #[must_use]
    pub fn mail_invitation_changed_text(
        &self,
        name: impl std::fmt::Display,
        number: impl std::fmt::Display,
        when: impl std::fmt::Display,
        place: impl std::fmt::Display,
    ) -> String {
        self.say(
            "mail-invitation-changed-text",
            &[
                ("name", self.text(name)),
                ("number", self.text(number)),
                ("when", self.text(when)),
                ("place", self.text(place)),
            ],
        )
    }

    /// `Buongiorno {name}, questo appuntamento della richiesta {number} non è più tuo, o non si fa più: Quando: {when} Dove: {place} Non devi fare altro: il calendario lo toglie.`
    #[must_use]
    pub fn mail_invitation_cancelled_text(
        &self,
        name: impl std::fmt::Display,
        number: impl std::fmt::Display,
        when: impl std::fmt::Display,
        place: impl std::fmt::Display,
    ) -> String {
        self.say(
            "mail-invitation-cancelled-text",
            &[
                ("name", self.text(name)),
                ("number", self.text(number)),
                ("when", self.text(when)),
                ("place", self.text(place)),
            ],
        )
    }

    /// `{subject}: tra {days} giorni, {when}`
    #[must_use]
    pub fn mail_reminder_subject(
        &self,
        days: impl crate::Count,
        subject: impl std::fmt::Display,
        when: impl std::fmt::Display,
    ) -> String {
        self.say(
            "mail-reminder-subject",
            &[("days", crate::number(days)), ("subject", self.text(subject)), ("when", self.text(when))],
        )
    }

    /// `Buongiorno {name}, ti ricordiamo un appuntamento della richiesta {number}. Quando: {when} Dove: {place}`
    #[must_use]
    pub fn mail_reminder_text(
        &self,
        name: impl std::fmt::Display,
        number: impl std::fmt::Display,
        when: impl std::fmt::Display,
        place: impl std::fmt::Display,
    ) -> String {
        self.say(
            "mail-reminder-text",
            &[
                ("name", self.text(name)),
                ("number", self.text(number)),
                ("when", self.text(when)),
                ("place", self.text(place)),
            ],
        )
    }

    /// `Promemoria`
    #[must_use]
    pub fn mail_alarm(&self) -> String {
        self.say("mail-alarm", &[])
    }
}
