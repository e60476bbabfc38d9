//! Messages of `texts/*/standing.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `da {days} gg`
    #[must_use]
    pub fn standing_since(&self, days: impl crate::Count) -> String {
        self.say("standing-since", &[("days", crate::number(days))])
    }

    /// `attesa cliente`
    #[must_use]
    pub fn standing_waits_customer(&self) -> String {
        self.say("standing-waits-customer", &[])
    }

    /// `attesa terzi`
    #[must_use]
    pub fn standing_waits_third_party(&self) -> String {
        self.say("standing-waits-third-party", &[])
    }

    /// `attesa permessi`
    #[must_use]
    pub fn standing_waits_permits(&self) -> String {
        self.say("standing-waits-permits", &[])
    }

    /// `forza maggiore`
    #[must_use]
    pub fn standing_waits_force_majeure(&self) -> String {
        self.say("standing-waits-force-majeure", &[])
    }

    /// `data concordata`
    #[must_use]
    pub fn standing_waits_date(&self) -> String {
        self.say("standing-waits-date", &[])
    }

    /// `rispettato`
    #[must_use]
    pub fn standing_kept(&self) -> String {
        self.say("standing-kept", &[])
    }

    /// `un collega`
    #[must_use]
    pub fn standing_colleague(&self) -> String {
        self.say("standing-colleague", &[])
    }

    /// `{count} richieste prese in carico`
    #[must_use]
    pub fn standing_taken(&self, count: impl crate::Count) -> String {
        self.say("standing-taken", &[("count", crate::number(count))])
    }
}
