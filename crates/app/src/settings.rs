//! What the utility has set, as operations need it.

mod arrears;

pub use arrears::{ArrearsSettings, Dated, InstalmentSettings};
use domain::voltura::Rules;
use kernel::Money;

use crate::Error;

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
    /// How often one network address, or all together one link, may open signed links in a minute.
    pub links_per_minute: i64,
    /// The key that signs links; all servers of one database share it.
    pub link_key: LinkKey,
    /// Local rules of the change of holder.
    pub voltura: Rules,
    /// How many days the customer has to hand in what is missing before the request is refused.
    pub customer_days: i64,
    /// For how many days the answer to a write with an `Idempotency-Key` is kept.
    pub idempotency_days: i64,
    /// Accounts the utility is paid on, as they are printed on payment slips.
    pub payments: PaymentAccounts,
    /// Local rules of the till.
    pub till: TillSettings,
    /// For how many seconds a distributor's file that a person applied can be taken back.
    pub distributor_undo_seconds: i64,
    /// Gas distributors the utility works with.
    pub distributors: Vec<Distributor>,
    /// Local rules of arrears and reconnection.
    pub arrears: ArrearsSettings,
    /// Local rules of plans of instalments.
    pub instalments: InstalmentSettings,
}

/// A gas distributor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distributor {
    /// Its name, as supply points carry it.
    pub name: String,
    /// Its VAT number, eleven digits.
    pub vat_number: String,
    /// How the codes of its points begin.
    pub prefixes: Vec<String>,
}

/// The key that signs links. It is never shown: not in a log, not by `check`.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkKey(Vec<u8>);

impl std::fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkKey(***)")
    }
}

impl LinkKey {
    /// The fewest characters: 32, as many as the code that is made with it has bytes (RFC 2104, section 3).
    pub const LEAST: usize = 32;

    /// A key out of a text; none when it is shorter than [`LinkKey::LEAST`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        (text.len() >= Self::LEAST).then(|| Self(text.as_bytes().to_vec()))
    }

    /// A new key as a text: 256 random bits.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system gives no random numbers.
    pub fn make() -> Result<String, Error> {
        crate::accounts::random_token()
    }

    /// A key that ends with this process: what is signed with it is worth nothing afterwards.
    fn of_this_process() -> Self {
        Self(Self::make().unwrap_or_default().into_bytes())
    }

    /// The bytes.
    ///
    /// # Errors
    /// [`Error::Internal`] when there is no key.
    pub(crate) fn bytes(&self) -> Result<&[u8], Error> {
        if self.0.is_empty() {
            return Err(Error::Internal("the server has no key to sign links with".to_owned()));
        }
        Ok(&self.0)
    }
}

/// Accounts the utility is paid on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentAccounts {
    /// The postal account; zero: none, and no postal slip is printed.
    pub postal_account: u64,
    /// In whose name it is.
    pub postal_holder: String,
    /// Number and day of the post's leave to print slips. Without it a slip is a facsimile that cannot be paid.
    pub postal_authorisation: String,
    /// The bank account for transfers; empty: none.
    pub iban: String,
    /// The code of the biller in home banking (CBILL); empty: none.
    pub cbill: String,
    /// The code of the company at the interbank network (SIA); empty: none.
    pub sia: String,
    /// Whether the utility is public or publicly controlled and is paid through pagoPA.
    pub pagopa: bool,
    /// The utility's tax code, eleven digits, as pagoPA knows it.
    pub creditor_tax_code: String,
    /// The two digits that tell our notices from those of the utility's other offices.
    pub segregation: u8,
}

/// Local rules of the till; limits and amounts of the law are in `standards/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TillSettings {
    /// Kinds of bill, in the billing system's words, that bear no VAT.
    pub vat_free_kinds: Vec<String>,
    /// Taking a payment back above this amount needs a second person.
    pub second_person_above: Money,
    /// A difference at closing above this amount needs a second person.
    pub difference_above: Money,
    /// Bills due within so many days are proposed together with the overdue ones.
    pub propose_days: i32,
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
            links_per_minute: 30,
            link_key: LinkKey::of_this_process(),
            voltura: Rules::default(),
            customer_days: 30,
            idempotency_days: 7,
            payments: PaymentAccounts {
                postal_account: 12_345_678,
                postal_holder: "Fontebruna Servizi S.p.A.".to_owned(),
                postal_authorisation: String::new(),
                iban: "IT60X0542811101000000123456".to_owned(),
                cbill: "BFS12".to_owned(),
                sia: "BFS12".to_owned(),
                pagopa: true,
                creditor_tax_code: "01234560157".to_owned(),
                segregation: 1,
            },
            till: TillSettings {
                vat_free_kinds: vec!["deposit".to_owned(), "interest".to_owned()],
                second_person_above: Money::from_cents(10_000),
                difference_above: Money::from_cents(500),
                propose_days: 7,
            },
            distributor_undo_seconds: 120,
            distributors: vec![Distributor {
                name: "Rete Gas del Dosso".to_owned(),
                vat_number: "00488410010".to_owned(),
                prefixes: vec!["9990".to_owned()],
            }],
            arrears: ArrearsSettings::default(),
            instalments: InstalmentSettings::default(),
        }
    }
}
