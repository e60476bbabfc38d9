//! What is wrong with a file, in words: the file, the place, the element, what was expected, what to do.

use domain::distributor::{Expected, Problem, ReadProblem};
use kernel::Lang;

/// One sentence, for people.
#[must_use]
pub fn sentence(problem: &ReadProblem, lang: Lang) -> String {
    let mut place = problem.file.clone();
    if problem.line > 0 {
        place.push_str(&match lang {
            Lang::It => format!(", riga {}, carattere {}", problem.line, problem.column),
            Lang::En => format!(", line {}, character {}", problem.line, problem.column),
        });
    }
    if !problem.element.is_empty() {
        place.push_str(&format!(", {}", problem.element));
    }
    format!("{place}: {}", words(&problem.problem, lang))
}

fn words(problem: &Problem, lang: Lang) -> String {
    match lang {
        Lang::It => italian(problem),
        Lang::En => english(problem),
    }
}

const MEGA: usize = 1024 * 1024;

fn italian(problem: &Problem) -> String {
    match problem {
        Problem::TooLarge { most } => {
            format!(
                "è troppo grande: si prendono al massimo {} MB. Dividerlo e caricarne le parti.",
                most / MEGA
            )
        }
        Problem::TooManyMembers { most } => {
            format!("contiene troppi file: al massimo {most}. Dividere l’archivio.")
        }
        Problem::Package => {
            "l’archivio zip è rovinato o ne contiene un altro. Caricare i file XML che vi sono dentro."
                .to_owned()
        }
        Problem::Empty => "l’archivio zip non contiene nessun file.".to_owned(),
        Problem::NotXml => "non è un file XML. Caricare il file come è arrivato dal distributore.".to_owned(),
        Problem::Encoding { encoding } => format!(
            "il file dichiara la codifica {encoding}, ma contiene byte che non lo sono. Chiedere di nuovo il file al distributore."
        ),
        Problem::Malformed { words } => {
            format!("l’XML è interrotto o scritto male ({words}). Chiedere di nuovo il file al distributore.")
        }
        Problem::Declaration => {
            "contiene un tipo di documento o un’entità: non si leggono, per sicurezza.".to_owned()
        }
        Problem::TooDeep { most } => format!("ha più di {most} elementi uno dentro l’altro."),
        Problem::TooManyElements { most } => format!("ha più di {most} elementi."),
        Problem::Root { found } => {
            format!("comincia con «{found}»; un messaggio del distributore comincia con «Prestazione».")
        }
        Problem::Missing => "manca, e deve esserci.".to_owned(),
        Problem::Twice => "c’è due volte, e può esserci una volta sola.".to_owned(),
        Problem::Value { found, expected } => format!("contiene «{found}»; ci vuole {}.", it(*expected)),
    }
}

fn it(expected: Expected) -> String {
    match expected {
        Expected::Service => "il codice di una prestazione, per esempio A01".to_owned(),
        Expected::Flow => "uno fra 0050, 0100, 0200 e 0150".to_owned(),
        Expected::VatNumber => "una partita IVA di undici cifre".to_owned(),
        Expected::Pdr => "un PDR di quattordici cifre".to_owned(),
        Expected::Day => "un giorno scritto gg/mm/aaaa".to_owned(),
        Expected::Time => "un’ora scritta hh:mm".to_owned(),
        Expected::Later => "un’ora dopo l’inizio della fascia".to_owned(),
        Expected::Flag => "0 oppure 1".to_owned(),
        Expected::Number => "un numero intero, non negativo".to_owned(),
        Expected::Year => "un anno di quattro cifre".to_owned(),
        Expected::Text(most) => format!("un testo di al massimo {most} caratteri"),
    }
}

fn english(problem: &Problem) -> String {
    match problem {
        Problem::TooLarge { most } => {
            format!("it is too large: at most {} MB are taken. Split it and hand in the parts.", most / MEGA)
        }
        Problem::TooManyMembers { most } => {
            format!("it holds too many files: at most {most}. Split the archive.")
        }
        Problem::Package => {
            "the zip archive is broken or holds another one. Hand in the XML files inside it.".to_owned()
        }
        Problem::Empty => "the zip archive holds no file.".to_owned(),
        Problem::NotXml => "it is no XML file. Hand in the file as it came from the distributor.".to_owned(),
        Problem::Encoding { encoding } => format!(
            "the file says its encoding is {encoding}, but holds bytes that are not. Ask the distributor for the file again."
        ),
        Problem::Malformed { words } => {
            format!(
                "the XML breaks off or is badly written ({words}). Ask the distributor for the file again."
            )
        }
        Problem::Declaration => {
            "it holds a document type or an entity: these are not read, for safety.".to_owned()
        }
        Problem::TooDeep { most } => format!("it has more than {most} elements one within another."),
        Problem::TooManyElements { most } => format!("it has more than {most} elements."),
        Problem::Root { found } => {
            format!("it begins with “{found}”; a distributor’s message begins with “Prestazione”.")
        }
        Problem::Missing => "it is missing and must be there.".to_owned(),
        Problem::Twice => "it is there twice and may be there once.".to_owned(),
        Problem::Value { found, expected } => format!("it holds “{found}”; expected is {}.", en(*expected)),
    }
}

fn en(expected: Expected) -> String {
    match expected {
        Expected::Service => "the code of a service, A01 for example".to_owned(),
        Expected::Flow => "one of 0050, 0100, 0200 and 0150".to_owned(),
        Expected::VatNumber => "a VAT number of eleven digits".to_owned(),
        Expected::Pdr => "a PDR of fourteen digits".to_owned(),
        Expected::Day => "a day written dd/mm/yyyy".to_owned(),
        Expected::Time => "a time written hh:mm".to_owned(),
        Expected::Later => "a time after the beginning of the band".to_owned(),
        Expected::Flag => "0 or 1".to_owned(),
        Expected::Number => "a whole number, not negative".to_owned(),
        Expected::Year => "a year of four digits".to_owned(),
        Expected::Text(most) => format!("a text of at most {most} characters"),
    }
}
