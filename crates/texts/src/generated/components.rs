//! Messages of `texts/*/components.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Scaduta`
    #[must_use]
    pub fn components_risk_late(&self) -> String {
        self.say("components-risk-late", &[])
    }

    /// `Scade oggi`
    #[must_use]
    pub fn components_risk_today(&self) -> String {
        self.say("components-risk-today", &[])
    }

    /// `Nei tempi`
    #[must_use]
    pub fn components_risk_in_time(&self) -> String {
        self.say("components-risk-in-time", &[])
    }

    /// `Sospesa`
    #[must_use]
    pub fn components_risk_hold(&self) -> String {
        self.say("components-risk-hold", &[])
    }

    /// `Interno`
    #[must_use]
    pub fn components_risk_internal(&self) -> String {
        self.say("components-risk-internal", &[])
    }

    /// `se serve`
    #[must_use]
    pub fn components_optional(&self) -> String {
        self.say("components-optional", &[])
    }

    /// `non presente`
    #[must_use]
    pub fn components_absent(&self) -> String {
        self.say("components-absent", &[])
    }

    /// `Annulla`
    #[must_use]
    pub fn components_undo(&self) -> String {
        self.say("components-undo", &[])
    }

    /// `Caricamento in corso`
    #[must_use]
    pub fn components_loading(&self) -> String {
        self.say("components-loading", &[])
    }

    /// `Togli il filtro {field}: {value}`
    #[must_use]
    pub fn components_remove_filter(
        &self,
        field: impl std::fmt::Display,
        value: impl std::fmt::Display,
    ) -> String {
        self.say("components-remove-filter", &[("field", self.text(field)), ("value", self.text(value))])
    }

    /// `Non salvato: correggi {count} campi`
    #[must_use]
    pub fn components_error_summary(&self, count: impl crate::Count) -> String {
        self.say("components-error-summary", &[("count", crate::number(count))])
    }

    /// `Oggi`
    #[must_use]
    pub fn components_day_today(&self) -> String {
        self.say("components-day-today", &[])
    }

    /// `Trascorsi {span} su {level}`
    #[must_use]
    pub fn components_clock_elapsed(
        &self,
        count: impl crate::Count,
        span: impl std::fmt::Display,
        level: impl std::fmt::Display,
    ) -> String {
        self.say(
            "components-clock-elapsed",
            &[("count", crate::number(count)), ("span", self.text(span)), ("level", self.text(level))],
        )
    }

    /// `{clock}, sospeso per {days}`
    #[must_use]
    pub fn components_clock_held(
        &self,
        clock: impl std::fmt::Display,
        days: impl std::fmt::Display,
    ) -> String {
        self.say("components-clock-held", &[("clock", self.text(clock)), ("days", self.text(days))])
    }

    /// `{clock}, sospeso da {days}`
    #[must_use]
    pub fn components_clock_on_hold(
        &self,
        clock: impl std::fmt::Display,
        days: impl std::fmt::Display,
    ) -> String {
        self.say("components-clock-on-hold", &[("clock", self.text(clock)), ("days", self.text(days))])
    }

    /// `Restano {span}`
    #[must_use]
    pub fn components_clock_left(&self, count: impl crate::Count, span: impl std::fmt::Display) -> String {
        self.say("components-clock-left", &[("count", crate::number(count)), ("span", self.text(span))])
    }

    /// `Oltre il termine di {span}`
    #[must_use]
    pub fn components_clock_over_by(&self, span: impl std::fmt::Display) -> String {
        self.say("components-clock-over-by", &[("span", self.text(span))])
    }

    /// `L’orologio è sospeso`
    #[must_use]
    pub fn components_clock_stands(&self) -> String {
        self.say("components-clock-stands", &[])
    }

    /// `{span} trascorsi`
    #[must_use]
    pub fn components_clock_part_elapsed(&self, span: impl std::fmt::Display) -> String {
        self.say("components-clock-part-elapsed", &[("span", self.text(span))])
    }

    /// `{span} sospesi`
    #[must_use]
    pub fn components_clock_part_suspended(&self, span: impl std::fmt::Display) -> String {
        self.say("components-clock-part-suspended", &[("span", self.text(span))])
    }

    /// `{span} rimanenti`
    #[must_use]
    pub fn components_clock_part_remaining(&self, span: impl std::fmt::Display) -> String {
        self.say("components-clock-part-remaining", &[("span", self.text(span))])
    }

    /// `{span} oltre il termine`
    #[must_use]
    pub fn components_clock_part_exceeded(&self, span: impl std::fmt::Display) -> String {
        self.say("components-clock-part-exceeded", &[("span", self.text(span))])
    }

    /// `Dal {date}: {parts}.`
    #[must_use]
    pub fn components_clock_from(
        &self,
        date: impl std::fmt::Display,
        parts: impl std::fmt::Display,
    ) -> String {
        self.say("components-clock-from", &[("date", self.text(date)), ("parts", self.text(parts))])
    }

    /// `Termine: {date}.`
    #[must_use]
    pub fn components_clock_limit_on(&self, date: impl std::fmt::Display) -> String {
        self.say("components-clock-limit-on", &[("date", self.text(date))])
    }

    /// `Conclusione prevista: {date}.`
    #[must_use]
    pub fn components_clock_expected_on(&self, date: impl std::fmt::Display) -> String {
        self.say("components-clock-expected-on", &[("date", self.text(date))])
    }

    /// `Dal {date} indennizzo di {amount}.`
    #[must_use]
    pub fn components_clock_owed_from(
        &self,
        date: impl std::fmt::Display,
        amount: impl std::fmt::Display,
    ) -> String {
        self.say("components-clock-owed-from", &[("date", self.text(date)), ("amount", self.text(amount))])
    }

    /// `{count} gg`
    #[must_use]
    pub fn components_clock_units(&self, count: impl crate::Count) -> String {
        self.say("components-clock-units", &[("count", crate::number(count))])
    }

    /// `sospesa {count} gg`
    #[must_use]
    pub fn components_clock_held_units(&self, count: impl crate::Count) -> String {
        self.say("components-clock-held-units", &[("count", crate::number(count))])
    }

    /// `restano {count} gg`
    #[must_use]
    pub fn components_clock_left_units(&self, count: impl crate::Count) -> String {
        self.say("components-clock-left-units", &[("count", crate::number(count))])
    }

    /// `oggi, {date}`
    #[must_use]
    pub fn components_clock_today(&self, date: impl std::fmt::Display) -> String {
        self.say("components-clock-today", &[("date", self.text(date))])
    }

    /// `oltre il termine: indennizzo automatico`
    #[must_use]
    pub fn components_clock_past_limit(&self) -> String {
        self.say("components-clock-past-limit", &[])
    }

    /// `previsto {date}`
    #[must_use]
    pub fn components_clock_expected(&self, date: impl std::fmt::Display) -> String {
        self.say("components-clock-expected", &[("date", self.text(date))])
    }

    /// `dal {date}`
    #[must_use]
    pub fn components_clock_from_day(&self, date: impl std::fmt::Display) -> String {
        self.say("components-clock-from-day", &[("date", self.text(date))])
    }

    /// `{span} non usati`
    #[must_use]
    pub fn components_clock_part_unused(&self, span: impl std::fmt::Display) -> String {
        self.say("components-clock-part-unused", &[("span", self.text(span))])
    }

    /// `{count} gg non usati`
    #[must_use]
    pub fn components_clock_unused_units(&self, count: impl crate::Count) -> String {
        self.say("components-clock-unused-units", &[("count", crate::number(count))])
    }

    /// `conclusa, {date}`
    #[must_use]
    pub fn components_clock_stopped(&self, date: impl std::fmt::Display) -> String {
        self.say("components-clock-stopped", &[("date", self.text(date))])
    }

    /// `termine`
    #[must_use]
    pub fn components_clock_limit_word(&self) -> String {
        self.say("components-clock-limit-word", &[])
    }

    /// `chiusa, {date}`
    #[must_use]
    pub fn components_clock_closed(&self, date: impl std::fmt::Display) -> String {
        self.say("components-clock-closed", &[("date", self.text(date))])
    }
}
