//! What is wrong with a row, in a sentence a clerk understands: what stands there, what was expected, a guess of
//! the cause. In both languages.

use domain::import::{Finding, Table};
use kernel::Date;
use kernel::codes::tax_code::Expected;
use kernel::codes::{IbanError, PdrError, PodError, TaxCodeError, UmrError, VatNumberError, WaterPointError};

use super::forms::{DateForm, NotADate};

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) it: String,
    pub(super) en: String,
}

fn sentence(it: impl Into<String>, en: impl Into<String>) -> Sentence {
    Sentence { it: it.into(), en: en.into() }
}

pub(super) fn missing(field: &str) -> Sentence {
    sentence(
        format!("Manca {field}: il campo è obbligatorio."),
        format!("{field} is missing: the field must be filled."),
    )
}

pub(super) fn date(text: &str, problem: NotADate, form: &DateForm) -> Sentence {
    match problem {
        NotADate::NoSuchDay => sentence(
            format!("La data {text} non esiste nel calendario: controlla giorno e mese."),
            format!("There is no such day as {text}: check day and month."),
        ),
        NotADate::Form => sentence(
            format!("«{text}» non è una data: serve la forma {}.", form.italian()),
            format!("\"{text}\" is not a date: the form {} was expected.", form.english()),
        ),
    }
}

pub(super) fn amount(text: &str, decimal: char) -> Sentence {
    sentence(
        format!("«{text}» non è un importo: servono cifre con al più due decimali dopo «{decimal}»."),
        format!(
            "\"{text}\" is not an amount: digits with at most two decimals after \"{decimal}\" were expected."
        ),
    )
}

pub(super) fn amount_beyond(text: &str) -> Sentence {
    sentence(
        format!("«{text}» è più di un miliardo di euro: controlla l'importo."),
        format!("\"{text}\" is more than a thousand million euro: check the amount."),
    )
}

pub(super) fn to_come(text: &str, today: Date, form: &DateForm) -> Sentence {
    let today = form.write(today);
    sentence(
        format!("La data {text} deve ancora venire (oggi è il {today}): controlla l'anno."),
        format!("The day {text} is still to come (today is {today}): check the year."),
    )
}

pub(super) fn number(text: &str, scale: usize, decimal: char) -> Sentence {
    if scale == 0 {
        return sentence(
            format!("«{text}» non è un numero intero plausibile: servono solo cifre."),
            format!("\"{text}\" is not a plausible whole number: digits only were expected."),
        );
    }
    sentence(
        format!(
            "«{text}» non è un numero plausibile: servono cifre con al più {scale} decimali dopo «{decimal}»."
        ),
        format!(
            "\"{text}\" is not a plausible number: digits with at most {scale} decimals after \"{decimal}\" were expected."
        ),
    )
}

pub(super) fn unknown_word(text: &str, known: &str) -> Sentence {
    sentence(
        format!("«{text}» non è fra i valori previsti: {known}."),
        format!("\"{text}\" is none of the expected values: {known}."),
    )
}

pub(super) fn open_quote() -> Sentence {
    sentence(
        "Una virgoletta si apre e non si chiude: la riga non si può dividere in campi.",
        "A quotation mark opens and never closes: the row cannot be split into fields.",
    )
}

pub(super) fn too_long() -> Sentence {
    sentence(
        "La riga è troppo lunga per essere una riga dell'esportazione.",
        "The row is too long to be a row of an export.",
    )
}

pub(super) fn characters() -> Sentence {
    sentence(
        "La riga contiene caratteri di controllo o illeggibili: il file è rovinato in questo punto.",
        "The row holds control characters or unreadable ones: the file is damaged here.",
    )
}

pub(super) fn columns(found: usize, expected: usize) -> Sentence {
    sentence(
        format!(
            "La riga ha {found} campi, ne servono {expected}: forse un separatore manca o sta dentro un testo senza virgolette."
        ),
        format!(
            "The row has {found} fields, {expected} were expected: perhaps a separator is missing or stands in unquoted text."
        ),
    )
}

pub(super) fn duplicate(value: &str, first: u64) -> Sentence {
    sentence(
        format!("La riga ripete la riga {first} ({value}): vale la prima."),
        format!("The row repeats row {first} ({value}): the first one counts."),
    )
}

pub(super) fn unknown_reference(table: Table, value: &str, file: &str) -> Sentence {
    let (it, en) = match table {
        Table::Customers => ("Il cliente", "Customer"),
        Table::SupplyPoints => ("Il punto di fornitura", "Supply point"),
        Table::Meters => ("Il misuratore", "Meter"),
        Table::Contracts => ("Il contratto", "Contract"),
        Table::Bills => ("La fattura", "Bill"),
        Table::Readings => ("La lettura", "Reading"),
        Table::Payments => ("Il pagamento", "Payment"),
        Table::Mandates => ("Il mandato", "Mandate"),
    };
    sentence(
        format!(
            "{it} {value} non c'è fra le righe accettate di {file}: manca, oppure la sua riga è stata rifiutata."
        ),
        format!(
            "{en} {value} is not among the accepted rows of {file}: it is missing, or its row was refused."
        ),
    )
}

pub(super) fn tax_code(problem: &TaxCodeError) -> Sentence {
    let it = match problem {
        TaxCodeError::Length { found } => {
            format!("Il codice fiscale ha {found} caratteri: ne servono 16, oppure 11 cifre per un ente.")
        }
        TaxCodeError::Character { position, found, expected } => {
            let expected = match expected {
                Expected::Letter => "una lettera",
                Expected::Digit => "una cifra",
            };
            format!("Nel codice fiscale il carattere {position} è «{found}»: serve {expected}.")
        }
        TaxCodeError::Month { found } => {
            format!(
                "Nel codice fiscale la lettera del mese è «{found}»: serve una fra A B C D E H L M P R S T."
            )
        }
        TaxCodeError::Day { found } => {
            format!(
                "Nel codice fiscale il giorno è {found:02}: serve un giorno del mese, più 40 per le donne."
            )
        }
        TaxCodeError::CheckCharacter { expected, found } => format!(
            "Il codice fiscale finisce con «{found}», ma il resto del codice chiede «{expected}»: almeno un carattere è sbagliato."
        ),
        TaxCodeError::Zero => "Il codice fiscale è fatto di soli zeri.".to_owned(),
    };
    sentence(it, format!("Tax code: {problem}."))
}

pub(super) fn vat_number(problem: &VatNumberError) -> Sentence {
    let it = match problem {
        VatNumberError::Length { found } => format!("La partita IVA ha {found} caratteri: servono 11 cifre."),
        VatNumberError::Character { position, found } => {
            format!("Nella partita IVA il carattere {position} è «{found}»: serve una cifra.")
        }
        VatNumberError::Zero => "La partita IVA è fatta di soli zeri.".to_owned(),
        VatNumberError::CheckDigit { expected, found } => format!(
            "La partita IVA finisce con {found}, ma le prime dieci cifre chiedono {expected}: almeno una cifra è sbagliata."
        ),
        VatNumberError::Office { office } => {
            format!("Le cifre da 8 a 10 della partita IVA sono {office:03}: nessun ufficio ha quel numero.")
        }
    };
    sentence(it, format!("VAT number: {problem}."))
}

pub(super) fn tax_code_missing() -> Sentence {
    sentence(
        "Manca il codice fiscale: chiedilo al cliente.",
        "The tax code is missing: ask the customer for it.",
    )
}

pub(super) fn tax_code_differs_from_name(letters: &str) -> Sentence {
    sentence(
        format!(
            "Da cognome e nome il codice fiscale dovrebbe cominciare con {letters}: controlla il nome o il codice."
        ),
        format!(
            "From surname and name the tax code should begin with {letters}: check the name or the code."
        ),
    )
}

pub(super) fn tax_code_differs_from_birth() -> Sentence {
    sentence(
        "Il codice fiscale indica un'altra data di nascita o un altro sesso: controlla i dati o il codice.",
        "The tax code says another birth date or sex: check the data or the code.",
    )
}

pub(super) fn email(text: &str) -> Sentence {
    sentence(
        format!("«{text}» non è un indirizzo e-mail: il cliente è importato senza."),
        format!("\"{text}\" is not an e-mail address: the customer is imported without it."),
    )
}

pub(super) fn pod(problem: &PodError) -> Sentence {
    let it = match problem {
        PodError::Length { found } => {
            format!("Il POD ha {found} caratteri: ne servono 14 o 15, come IT001E12345678.")
        }
        PodError::Character { position, found } => {
            format!("Nel POD il carattere {position} è «{found}»: serve la forma IT001E12345678.")
        }
    };
    sentence(it, format!("POD: {problem}."))
}

pub(super) fn pdr(problem: &PdrError) -> Sentence {
    let it = match problem {
        PdrError::Length { found } => {
            format!("Il PDR ha {found} cifre: ne servono 14, zeri iniziali compresi.")
        }
        PdrError::Character { position, found } => {
            format!("Nel PDR il carattere {position} è «{found}»: serve una cifra.")
        }
    };
    sentence(it, format!("PDR: {problem}."))
}

pub(super) fn water_point(problem: &WaterPointError) -> Sentence {
    let it = match problem {
        WaterPointError::Length { found } => {
            format!("Il codice utenza acqua ha {found} cifre: ne servono 16.")
        }
        WaterPointError::Character { position, found } => {
            format!("Nel codice utenza acqua il carattere {position} è «{found}»: serve una cifra.")
        }
        WaterPointError::Region { found } => {
            format!("Il codice utenza acqua comincia con {found:02}: serve una regione ISTAT da 01 a 20.")
        }
        WaterPointError::Municipality { municipality, expected, found } => format!(
            "Nel codice utenza acqua il comune ISTAT {municipality} è della regione {expected:02}, non della {found:02}."
        ),
    };
    sentence(it, format!("Water supply code: {problem}."))
}

pub(super) fn iban(problem: &IbanError) -> Sentence {
    let it = match problem {
        IbanError::Country { found } => {
            format!("L'IBAN comincia con «{found}»: servono le due lettere di un paese.")
        }
        IbanError::UnknownCountry { country } => format!("Il paese {country} non ha IBAN conosciuti."),
        IbanError::Length { country, expected, found } => {
            format!("L'IBAN ha {found} caratteri: per {country} ne servono {expected}.")
        }
        IbanError::Character { position, found } => {
            format!("Nell'IBAN il carattere {position} è «{found}»: lì non può stare.")
        }
        IbanError::CheckDigits { expected, found } => format!(
            "Le cifre di controllo dell'IBAN sono {found}, ma il resto chiede {expected}: almeno un carattere è sbagliato."
        ),
        IbanError::Cin { expected, found } => {
            format!("Il CIN dell'IBAN è {found}, ma banca, sportello e conto chiedono {expected}.")
        }
        IbanError::Structure { country } => {
            format!("L'IBAN non ha la lunghezza o la forma prevista per {country}.")
        }
    };
    sentence(it, format!("IBAN: {problem}."))
}

pub(super) fn mandate_reference(problem: &UmrError) -> Sentence {
    let it = match problem {
        UmrError::Length { found } => {
            format!("Il riferimento del mandato ha {found} caratteri: ne servono da 1 a 35.")
        }
        UmrError::Character { position, found } => {
            format!("Nel riferimento del mandato il carattere {position} è «{found}»: non è ammesso.")
        }
        UmrError::Slash => {
            "Nel riferimento del mandato una barra sta all'inizio, alla fine o accanto a un'altra.".to_owned()
        }
    };
    sentence(it, format!("Mandate reference: {problem}."))
}

/// What came to light when the row met what is stored.
pub(super) fn finding(finding: &Finding, form: &DateForm) -> Sentence {
    match finding {
        Finding::ContractEndedHere { number, ends_on } => {
            let day = ends_on.map(|day| form.write(day));
            let (il, on) =
                day.map_or_else(Default::default, |day| (format!(" il {day}"), format!(" on {day}")));
            sentence(
                format!(
                    "Il contratto {number} è cessato qui{il} con una pratica: stato, date e intestatario restano così. Aggiorna il sistema di fatturazione."
                ),
                format!(
                    "A case ended contract {number} here{on}: its state, dates and holder stay so. Bring the billing system up to date."
                ),
            )
        }
        Finding::ContractMadeHere { number } => sentence(
            format!(
                "Il contratto {number} è nato qui con una pratica ed è di un altro cliente: la riga non lo cambia. Controlla il numero nel sistema di fatturazione."
            ),
            format!(
                "A case began contract {number} here, and it is another customer's: the row does not change it. Check the number in the billing system."
            ),
        ),
        Finding::ReadingBelowLast { value, last, last_on } => {
            let day = form.write(*last_on);
            sentence(
                format!(
                    "La lettura {value} è più bassa di {last}, letto il {day}, e il contatore non è ripartito da zero: controlla la lettura."
                ),
                format!(
                    "The reading {value} is below {last}, read on {day}, and the dial did not start again from zero: check the reading."
                ),
            )
        }
    }
}
