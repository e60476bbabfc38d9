//! The sentence of a code, in the two languages: what is wrong, what was expected, what to do.
//!
//! Codes of rules have their words in the catalogue `texts/<lang>/findings.ftl`, one line each; what only a program that
//! calls the API can get wrong has its words here.

use std::{collections::HashMap, sync::LazyLock};

use kernel::Lang;

type Catalogue = HashMap<String, &'static str>;

static ITALIAN: LazyLock<Catalogue> =
    LazyLock::new(|| catalogue(include_str!("../../../../texts/it/findings.ftl")));
static ENGLISH: LazyLock<Catalogue> =
    LazyLock::new(|| catalogue(include_str!("../../../../texts/en/findings.ftl")));

/// Messages of the catalogue by code: `findings-tax-code-length` is the sentence of `tax_code_length`.
fn catalogue(text: &'static str) -> Catalogue {
    text.lines()
        .filter_map(|line| {
            let (key, words) = line.strip_prefix("findings-")?.split_once('=')?;
            Some((key.trim().replace('-', "_"), words.trim()))
        })
        .collect()
}

/// Code, Italian, English.
type Words = (&'static str, &'static str, &'static str);

/// What the request as a whole gets wrong.
const REQUEST: &[Words] = &[
    (
        "no_such_address",
        "Questo indirizzo non esiste: quelli che esistono sono elencati in /api/v1/openapi.json",
        "There is no such address: those there are are listed in /api/v1/openapi.json",
    ),
    (
        "method_not_allowed",
        "Questo indirizzo non accetta questo metodo: quelli accettati sono in Allow",
        "This address does not take this method: those it takes are in Allow",
    ),
    (
        "not_found",
        "Non esiste o non ti è visibile ({ $kind }): controlla l’identificativo",
        "It does not exist or is not yours to see ({ $kind }): check the id",
    ),
    (
        "not_signed_in",
        "Manca un token valido: manda Authorization: Bearer <token>; lo si crea con «sportello user token»",
        "A valid token is missing: send Authorization: Bearer <token>; it is made with “sportello user token”",
    ),
    (
        "denied",
        "Il ruolo di questo token non può farlo ({ $resource }, { $action }): chiedi a chi amministra le utenze",
        "The role of this token may not do this ({ $resource }, { $action }): ask who administers the accounts",
    ),
    (
        "invalid",
        "Alcuni valori non possono essere accettati: ognuno è elencato in fields con il motivo",
        "Some values cannot be taken: each is listed in fields with the reason",
    ),
    (
        "conflict",
        "Qualcun altro ha modificato questi dati: rileggili e manda If-Match con la versione letta",
        "Somebody else changed these data: read them again and send If-Match with the version read",
    ),
    (
        "too_many",
        "Troppi tentativi: riprova fra { $seconds } secondi",
        "Too many tries: again in { $seconds } seconds",
    ),
    (
        "busy",
        "C’è troppo lavoro in questo momento: riprova fra qualche secondo, nulla è stato fatto",
        "There is too much work right now: try again in a few seconds, nothing was done",
    ),
    (
        "unavailable",
        "La base dati non risponde: riprova più tardi",
        "The database does not answer: try again later",
    ),
    (
        "storage_full",
        "Non c’è più spazio per salvare: nulla è stato fatto, riprova quando è stato liberato",
        "There is no room left to save: nothing was done, try again when some was freed",
    ),
    (
        "internal",
        "Qualcosa si è rotto da parte nostra: manda il riferimento all’assistenza",
        "Something broke on our side: send the reference to the help desk",
    ),
    ("body_media_type", "Il corpo deve essere application/json", "The body must be application/json"),
    (
        "body_too_large",
        "Il corpo supera { $most } byte: manda meno dati in una volta",
        "The body is over { $most } bytes: send less at once",
    ),
    (
        "body_unread",
        "Il corpo non è arrivato intero: mandalo di nuovo",
        "The body did not arrive whole: send it again",
    ),
    (
        "body_json",
        "Il corpo non è JSON valido: riga { $line }, colonna { $column }",
        "The body is not valid JSON: line { $line }, column { $column }",
    ),
    (
        "body_shape",
        "Il corpo non ha la forma attesa: { $reason }",
        "The body does not have the expected shape: { $reason }",
    ),
    (
        "field_unknown",
        "Il campo { $name } non esiste; quelli accettati sono: { $expected }",
        "There is no field { $name }; those taken are: { $expected }",
    ),
    ("field_missing", "Manca il campo { $name }", "The field { $name } is missing"),
    (
        "query_form",
        "Un valore dell’indirizzo non si può leggere: { $reason }",
        "A value of the address cannot be read: { $reason }",
    ),
    (
        "after_form",
        "Il segno in after non è di questo elenco ({ $list }): usa il valore next della pagina prima",
        "The mark in after is not of this list ({ $list }): use the next value of the page before",
    ),
    (
        "parameter_unknown",
        "Il parametro { $name } qui non esiste; quelli che esistono sono: { $expected }",
        "There is no parameter { $name } here; those there are: { $expected }",
    ),
    (
        "parameters_not_taken",
        "Questo indirizzo non ha parametri: togli { $name }",
        "This address has no parameters: take { $name } away",
    ),
    ("query_missing", "Manca { $name } nell’indirizzo", "{ $name } is missing in the address"),
    (
        "if_match_missing",
        "Manca If-Match: manda la versione letta (ETag), per esempio If-Match: \"3\"",
        "If-Match is missing: send the version that was read (ETag), for example If-Match: \"3\"",
    ),
    (
        "if_match_form",
        "If-Match non è una versione: manda l’ETag così com’è arrivato, per esempio \"3\"",
        "If-Match is not a version: send the ETag as it came, for example \"3\"",
    ),
    (
        "idempotency_key_form",
        "Idempotency-Key deve avere da 1 a 200 caratteri ASCII visibili",
        "Idempotency-Key must be 1 to 200 visible ASCII characters",
    ),
    (
        "idempotency_key_reused",
        "Questa Idempotency-Key è già servita per un’altra richiesta: usane una nuova",
        "This Idempotency-Key was used for another request: use a new one",
    ),
];

/// What single values of a request get wrong.
const VALUES: &[Words] = &[
    (
        "id_form",
        "Non è un identificativo: serve un UUID come 01965b1e-7a4c-7c1e-9d6b-2f1f3f0a9b10",
        "Not an id: a UUID is needed, such as 01965b1e-7a4c-7c1e-9d6b-2f1f3f0a9b10",
    ),
    (
        "date_form",
        "Non è una data: serve la forma ISO, 2026-03-18",
        "Not a date: the ISO form is needed, 2026-03-18",
    ),
    (
        "moment_form",
        "Non è un momento: serve RFC 3339 con lo scarto, 2026-03-18T09:30:00+01:00",
        "Not a moment: RFC 3339 with its offset is needed, 2026-03-18T09:30:00+01:00",
    ),
    (
        "import_folder",
        "Serve il nome di una cartella dentro quella delle esportazioni del server, senza / all’inizio e senza ..",
        "The name of a folder inside the server’s folder of exports is needed, without / at its beginning and without ..",
    ),
    (
        "import_profile",
        "Serve il nome di un profilo, per esempio nav-it: lettere, cifre, - e _",
        "The name of a profile is needed, for example nav-it: letters, digits, - and _",
    ),
    ("base64_form", "Non è base64 (RFC 4648, sezione 4)", "Not base64 (RFC 4648, section 4)"),
    (
        "code_short",
        "Servono almeno tre caratteri del codice",
        "At least three characters of the code are needed",
    ),
    ("text_short", "Servono almeno due caratteri", "At least two characters are needed"),
    ("clock_case", "Il caso non può essere valutato: { $reason }", "The case cannot be judged: { $reason }"),
    (
        "document_not_ready",
        "Il documento non è ancora pronto: riprova fra qualche secondo",
        "The paper is not ready yet: try again in a few seconds",
    ),
    (
        "nobody_waits",
        "Il processo non aspetta questo messaggio: { $message }",
        "The process does not wait for this message: { $message }",
    ),
];

fn own(code: &str, lang: Lang) -> Option<&'static str> {
    let (_, it, en) = REQUEST.iter().chain(VALUES).find(|(known, ..)| *known == code)?;
    Some(match lang {
        Lang::It => it,
        Lang::En => en,
    })
}

/// The sentence of a code; a code without one of its own says that the value cannot be taken.
#[must_use]
pub fn sentence(lang: Lang, code: &str, args: &[(String, String)]) -> String {
    let rules = match lang {
        Lang::It => &*ITALIAN,
        Lang::En => &*ENGLISH,
    };
    let words = own(code, lang).or_else(|| rules.get(code).copied()).or_else(|| rules.get("other").copied());
    fill(words.unwrap_or(code), args)
}

/// Puts values where `{ $name }` stands.
fn fill(words: &str, args: &[(String, String)]) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let name = name.trim().trim_start_matches('$');
        out.push_str(args.iter().find(|(known, _)| known == name).map_or("?", |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What a status means, in a few words.
#[must_use]
pub const fn title(lang: Lang, status: u16) -> &'static str {
    let (it, en) = match status {
        401 => ("Accesso richiesto", "Sign-in needed"),
        403 => ("Non permesso", "Not allowed"),
        404 => ("Non trovato", "Not found"),
        405 => ("Metodo non accettato", "Method not taken"),
        409 => ("Non possibile ora", "Not possible now"),
        412 => ("Modificato da altri", "Changed by others"),
        413 => ("Troppo grande", "Too large"),
        415 => ("Formato non accettato", "Format not taken"),
        422 => ("Valori da correggere", "Values to put right"),
        428 => ("Versione richiesta", "Version needed"),
        429 => ("Troppe richieste", "Too many requests"),
        500 => ("Errore del programma", "Fault of the program"),
        503 => ("Non disponibile ora", "Not available now"),
        _ => ("Richiesta non valida", "Request not valid"),
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words_in_both_languages_with_the_same_values() {
        let values = |words: &str| -> Vec<String> {
            let mut names: Vec<String> = words
                .split('{')
                .skip(1)
                .map(|part| part.split('}').next().unwrap().trim().to_owned())
                .collect();
            names.sort();
            names
        };
        for (code, it, en) in REQUEST.iter().chain(VALUES) {
            assert_eq!(values(it), values(en), "{code}");
        }
        assert!(ITALIAN.len() > 80, "the catalogue is read");
        for (code, it) in ITALIAN.iter() {
            let en = ENGLISH.get(code).unwrap_or_else(|| panic!("{code} has no English words"));
            assert_eq!(values(it), values(en), "{code}");
        }
    }

    #[test]
    fn values_stand_where_the_sentence_wants_them() {
        let args = vec![("found".to_owned(), "15".to_owned())];
        assert!(sentence(Lang::En, "tax_code_length", &args).starts_with("It has 15 characters"));
        assert_eq!(sentence(Lang::En, "never_heard_of", &[]), "This value cannot be taken");
    }
}
