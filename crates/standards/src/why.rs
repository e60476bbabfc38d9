//! Why a case stands where it stands: one paragraph for a person, naming article, version of the law, start,
//! what was taken out and why, and the day.

mod words;

use calendar::Calendar;
use kernel::Lang;

use crate::case::{Case, CauseOfMiss};
use crate::clock::TakenOut;
use crate::evaluation::{Evaluation, IndemnityStatus, State};
use crate::indemnity::{MissingFact, Payee};
use crate::model::{Confidence, Kind, Sense, Standard, Unit};

/// The paragraph in both languages.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Why {
    /// In Italian.
    pub it: String,
    /// In English.
    pub en: String,
}

impl Why {
    /// The same with the papers that prove other people's time, by their titles.
    #[must_use]
    pub fn proved_by(mut self, papers: &[&str]) -> Self {
        if !papers.is_empty() {
            let list = papers.join(", ");
            self.it.push_str(&format!(" Prova delle sospensioni: {list}."));
            self.en.push_str(&format!(" Proof of the suspensions: {list}."));
        }
        self
    }
}

impl Evaluation {
    /// The paragraph in a language, for the record and the case this evaluation was made of.
    #[must_use]
    pub fn why(&self, standard: &Standard, case: &Case, lang: Lang) -> String {
        let telling = Telling { judged: self, standard, case, lang };
        let sentences = [
            Some(telling.law()),
            telling.limit(),
            Some(telling.start()),
            telling.holidays(),
            telling.suspensions(),
            telling.elapsed(),
            telling.due(),
            telling.indemnity(),
            telling.caution(),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The paragraph in both languages.
    #[must_use]
    pub fn why_both(&self, standard: &Standard, case: &Case) -> Why {
        Why { it: self.why(standard, case, Lang::It), en: self.why(standard, case, Lang::En) }
    }
}

struct Telling<'a> {
    judged: &'a Evaluation,
    standard: &'a Standard,
    case: &'a Case,
    lang: Lang,
}

impl Telling<'_> {
    fn say(&self, it: String, en: String) -> String {
        if self.lang == Lang::It { it } else { en }
    }

    /// Record, article, act and the version of the law.
    fn law(&self) -> String {
        let standard = self.standard;
        let article = standard.article.as_deref().map_or(String::new(), |article| {
            let numbered = article.starts_with(|c: char| c.is_ascii_digit());
            match (self.lang, numbered) {
                (Lang::It, true) => format!("articolo {article}, "),
                (Lang::En, true) => format!("article {article}, "),
                (_, false) => format!("{article}, "),
            }
        });
        let version = match (standard.valid_from, standard.valid_to) {
            (Some(from), None) => {
                let from = words::date(from, self.lang);
                self.say(format!("testo in vigore dal {from}"), format!("text in force from {from}"))
            }
            (Some(from), Some(to)) => {
                let (from, to) = (words::date(from, self.lang), words::date(to, self.lang));
                self.say(
                    format!("testo in vigore dal {from} al {to}"),
                    format!("text in force from {from} to {to}"),
                )
            }
            (None, Some(to)) => {
                let to = words::date(to, self.lang);
                self.say(format!("testo in vigore fino al {to}"), format!("text in force until {to}"))
            }
            (None, None) => self.say(
                "testo vigente, senza data di decorrenza registrata".into(),
                "text in force, no starting date recorded".into(),
            ),
        };
        format!(
            "{} ({}): {article}{}, {version}.",
            standard.name(self.lang),
            standard.id,
            standard.act(self.lang)
        )
    }

    /// The limit and what its unit counts.
    fn limit(&self) -> Option<String> {
        if self.standard.unit == Unit::None {
            return None;
        }
        let limit = self.judged.limit;
        let unit = words::unit(self.standard.unit, limit, self.lang);
        let meaning = words::unit_meaning(self.standard.unit, self.lang)
            .map_or(String::new(), |words| format!(" ({words})"));
        let least = self.standard.sense == Sense::AtLeast;
        let share = match (self.standard.kind, self.standard.percentage) {
            (Kind::General, Some(share)) => self.say(
                format!(", da rispettare in almeno il {share}% dei casi"),
                format!(", to be kept in at least {share}% of cases"),
            ),
            _ => String::new(),
        };
        Some(match (self.lang, least) {
            (Lang::It, false) => format!("Il termine è di {limit} {unit}{meaning}{share}."),
            (Lang::It, true) => format!("Il termine minimo è di {limit} {unit}{meaning}{share}."),
            (Lang::En, false) => format!("The limit is {limit} {unit}{meaning}{share}."),
            (Lang::En, true) => format!("The least term is {limit} {unit}{meaning}{share}."),
        })
    }

    fn start(&self) -> String {
        let fact = &self.standard.clock_start;
        let start = words::moment(self.judged.start, self.lang);
        if self.judged.moved_by_cutoff {
            let received = words::weekday_date(self.case.started.date(), self.lang);
            let cutoff = self.standard.late_request_cutoff.unwrap_or_default().strftime("%H:%M").to_string();
            return self.say(
                format!(
                    "Fatto iniziale ({}) di {received}, non prima delle {cutoff}: vale come di {start}, giorno che non si conta.",
                    fact.name_it
                ),
                format!(
                    "Starting fact ({}) on {received}, not before {cutoff}: it counts as of {start}, a day that is not counted.",
                    fact.name_en
                ),
            );
        }
        let (skip_it, skip_en) = if matches!(self.judged.start, crate::Moment::Day(_)) {
            (", giorno che non si conta", ", a day that is not counted")
        } else {
            ("", "")
        };
        self.say(
            format!("Il conto parte da {start} ({}){skip_it}.", fact.name_it),
            format!("The clock starts on {start} ({}){skip_en}.", fact.name_en),
        )
    }

    /// The holidays that moved the due day, or the count where the due day is not known.
    fn holidays(&self) -> Option<String> {
        const SHOWN: usize = 6;
        let unit = self.standard.unit.day_unit()?;
        let end = self.judged.due.unwrap_or(self.judged.until).date();
        let found = Calendar::national().holidays_between(unit, self.judged.start.date(), end);
        if found.is_empty() {
            return None;
        }
        let name = |holiday: &calendar::Holiday| {
            if self.lang == Lang::It { holiday.name_it.clone() } else { holiday.name_en.clone() }
        };
        let mut said: Vec<String> = found
            .iter()
            .take(SHOWN)
            .map(|(day, holiday)| format!("{} ({})", words::date(*day, self.lang), name(holiday)))
            .collect();
        if found.len() > SHOWN {
            let more = found.len() - SHOWN;
            said.push(self.say(format!("altri {more}"), format!("{more} more")));
        }
        let list = said.join(", ");
        Some(self.say(format!("Festivi non contati: {list}."), format!("Holidays not counted: {list}.")))
    }

    fn suspensions(&self) -> Option<String> {
        let said: Vec<String> = self.judged.taken_out.iter().map(|taken| self.suspension(taken)).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    fn suspension(&self, taken: &TakenOut) -> String {
        let amount = words::measure(taken.taken, self.taken_unit(), self.lang);
        let causes: Vec<&str> = taken.causes.iter().map(|cause| words::cause(cause, self.lang)).collect();
        let causes = if causes.is_empty() {
            self.say("causa non indicata".into(), "no cause given".into())
        } else {
            causes.join("; ")
        };
        let from = words::moment(taken.from, self.lang);
        match taken.to.map(|to| words::moment(to, self.lang)) {
            Some(to) if taken.taken.raw() == 0 => self.say(
                format!("La sospensione da {from} a {to} ({causes}) finora non toglie nulla: cade in giorni non contati."),
                format!("The suspension from {from} to {to} ({causes}) takes nothing out so far: it lies in days that are not counted."),
            ),
            Some(to) => self.say(
                format!("Sospensione da {from} a {to} ({causes}): tolti {amount}."),
                format!("Suspension from {from} to {to} ({causes}): {amount} taken out."),
            ),
            None => self.say(
                format!("Sospensione aperta da {from} ({causes}): finora tolti {amount}."),
                format!("Suspension open since {from} ({causes}): {amount} taken out so far."),
            ),
        }
    }

    /// Months are taken out in calendar days.
    fn taken_unit(&self) -> Unit {
        if self.standard.unit == Unit::Month { Unit::CalendarDay } else { self.standard.unit }
    }

    fn elapsed(&self) -> Option<String> {
        let judged = self.judged;
        let until = words::moment(judged.until, self.lang);
        if !self.standard.unit.is_clocked() && judged.steps.is_empty() {
            return Some(match (self.standard.kind, judged.stopped) {
                (Kind::IndemnityOnly, true) => self
                    .say(format!("Il fatto è avvenuto: {until}."), format!("The event happened on {until}.")),
                (Kind::IndemnityOnly, false) => {
                    self.say("Il fatto non è registrato.".into(), "The event is not recorded.".into())
                }
                _ => self.say(
                    "Il livello si misura su un periodo, non con un termine sul singolo caso.".into(),
                    "The level is measured over a period, not by a clock on one case.".into(),
                ),
            });
        }
        let elapsed = words::measure(judged.elapsed, self.standard.unit, self.lang);
        let limit = judged.limit;
        Some(match (judged.stopped, judged.state) {
            (true, State::Missed) => self.say(
                format!(
                    "Concluso {until} ({}): trascorsi {elapsed} su {limit}, oltre il termine.",
                    self.standard.clock_stop.name_it
                ),
                format!(
                    "Stopped on {until} ({}): {elapsed} elapsed of {limit}, beyond the limit.",
                    self.standard.clock_stop.name_en
                ),
            ),
            (true, _) => self.say(
                format!(
                    "Concluso {until} ({}): trascorsi {elapsed} su {limit}, entro il termine.",
                    self.standard.clock_stop.name_it
                ),
                format!(
                    "Stopped on {until} ({}): {elapsed} elapsed of {limit}, within the limit.",
                    self.standard.clock_stop.name_en
                ),
            ),
            (false, State::Missed) => self.say(
                format!("A {until} sono trascorsi {elapsed} su {limit}: oltre il termine."),
                format!("On {until}, {elapsed} of {limit} have elapsed: beyond the limit."),
            ),
            (false, _) => self.say(
                format!("A {until} sono trascorsi {elapsed} su {limit}."),
                format!("On {until}, {elapsed} of {limit} have elapsed."),
            ),
        })
    }

    fn due(&self) -> Option<String> {
        let judged = self.judged;
        let Some(due) = judged.due else {
            return judged.taken_out.iter().any(|taken| taken.to.is_none()).then(|| {
                self.say(
                    "Il giorno di scadenza non si conosce finché la sospensione è aperta.".into(),
                    "The due day is unknown while the suspension is open.".into(),
                )
            });
        };
        let due = words::moment(due, self.lang);
        let passed = judged.stopped || judged.state == State::Missed;
        Some(match (self.lang, passed) {
            (Lang::It, true) => format!("Il termine scadeva {due}."),
            (Lang::It, false) => format!("Il termine scade {due}."),
            (Lang::En, true) => format!("The term was due on {due}."),
            (Lang::En, false) => format!("The term is due on {due}."),
        })
    }

    fn indemnity(&self) -> Option<String> {
        let owed = self.judged.indemnity;
        if owed.multiple == 0 {
            return None;
        }
        let Some(escalation) = self.standard.escalation.as_ref() else {
            return Some(self.say(
                "Per questo livello non è dovuto alcun indennizzo al cliente.".into(),
                "Nothing is owed to the customer for this level.".into(),
            ));
        };
        if let Some(missing) = owed.missing {
            return Some(self.missing(missing));
        }
        let amount = owed.amount.show(self.lang);
        let supplier = self.standard.indemnity.as_ref().is_some_and(|rule| rule.payee == Payee::Supplier);
        let (to_it, to_en) = if supplier { (" al venditore", " to the supplier") } else { ("", "") };
        let how = if self.lang == Lang::It { &escalation.description_it } else { &escalation.description_en };
        Some(match owed.status {
            IndemnityStatus::None => return None,
            IndemnityStatus::Accruing => self.say(
                format!("Indennizzo maturato finora{to_it}: {amount} ({how})."),
                format!("Indemnity accrued so far{to_en}: {amount} ({how})."),
            ),
            IndemnityStatus::Due => self.say(
                format!("È dovuto{to_it} un indennizzo di {amount} ({how})."),
                format!("An indemnity of {amount} is owed{to_en} ({how})."),
            ),
            IndemnityStatus::SuspendedArrears => self.say(
                format!("L'indennizzo di {amount} ({how}) resta sospeso finché il cliente è moroso."),
                format!("The indemnity of {amount} ({how}) waits while the customer is in arrears."),
            ),
            IndemnityStatus::NotDue => self.not_due(),
        })
    }

    fn not_due(&self) -> String {
        match self.case.cause_of_miss {
            Some(CauseOfMiss::ForceMajeure) => self.say(
                "Nessun indennizzo: il ritardo dipende da cause di forza maggiore.".into(),
                "No indemnity: the delay is due to force majeure.".into(),
            ),
            Some(CauseOfMiss::CustomerOrThirdParty) => self.say(
                "Nessun indennizzo: il ritardo dipende dall'utente finale o da terzi.".into(),
                "No indemnity: the delay is due to the customer or a third party.".into(),
            ),
            Some(CauseOfMiss::Operator) | None => {
                let cap = self.standard.max_per_calendar_year;
                self.say(
                    format!("Nessun indennizzo: nell'anno ne sono già stati pagati {cap} per questo livello, il massimo previsto."),
                    format!("No indemnity: {cap} already paid in the year for this level, the most there is."),
                )
            }
        }
    }

    fn missing(&self, missing: MissingFact) -> String {
        match missing {
            MissingFact::MeterClass => self.say(
                "L'importo dell'indennizzo dipende dalla classe del misuratore, che non è indicata o non è prevista.".into(),
                "The indemnity depends on the meter class, which is absent or not listed.".into(),
            ),
            MissingFact::CustomerClass => self.say(
                "L'importo dell'indennizzo dipende dal tipo di cliente, che non è indicato o non è previsto.".into(),
                "The indemnity depends on the class of customer, which is absent or not listed.".into(),
            ),
        }
    }

    /// What a reader must know before relying on the figure.
    fn caution(&self) -> Option<String> {
        (self.standard.confidence == Confidence::Uncertain).then(|| {
            self.say(
                "Il valore di questo livello è incerto: va verificato nell'atto.".into(),
                "The figure of this level is uncertain: verify it in the act.".into(),
            )
        })
    }
}

#[cfg(test)]
mod tests;
