//! What the utility has set, as operations need it.

use domain::voltura::Rules;

/// Settings of one utility.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The utility's name on papers and pages.
    pub utility: String,
    /// Its address on one line.
    pub utility_address: String,
    /// Its VAT number.
    pub utility_vat: String,
    /// Its telephone for customers.
    pub utility_phone: String,
    /// Its mail address for customers.
    pub utility_email: String,
    /// The service mailbox invitations come from: never a person's.
    pub organizer: String,
    /// The public address of the console, for links in mails; without a slash at its end.
    pub base_url: String,
    /// The name of the billing system commands are kept for.
    pub billing_system: String,
    /// How long an unused session lasts, in seconds.
    pub session_seconds: i64,
    /// How long a session lasts however much it is used, in seconds.
    pub session_most_seconds: i64,
    /// After how many wrong passwords an account is locked.
    pub lock_after: i64,
    /// For how long, in seconds.
    pub lock_seconds: i64,
    /// How many sign-ins one network address may try in a minute.
    pub sign_ins_per_minute: i64,
    /// Local rules of the change of holder.
    pub voltura: Rules,
    /// How many days the customer has to hand in what is missing before the request is refused.
    pub customer_days: i64,
    /// For how many days the answer to a write with an `Idempotency-Key` is kept.
    pub idempotency_days: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            utility: "Fontebruna Servizi".to_owned(),
            utility_address: "via della Fonte 1, 41099 Fontebruna (MO)".to_owned(),
            utility_vat: "01234560157".to_owned(),
            utility_phone: "059 555 0100".to_owned(),
            utility_email: "clienti@fontebruna.example".to_owned(),
            organizer: "agenda@fontebruna.example".to_owned(),
            base_url: "http://127.0.0.1:8080".to_owned(),
            billing_system: "nav".to_owned(),
            session_seconds: 2 * 3600,
            session_most_seconds: 12 * 3600,
            lock_after: 5,
            lock_seconds: 15 * 60,
            sign_ins_per_minute: 20,
            voltura: Rules::default(),
            customer_days: 30,
            idempotency_days: 7,
        }
    }
}
