//! From what was typed to ids: codes by the indexes of their tables, words by trigrams.

use domain::registry::{ContactKind, Party, party::folded_contact};
use kernel::{SupplyPointId, fold};
use store::{
    Tx,
    registry::{
        contract, meter, party,
        search::{self, Prefix},
        supply_point,
    },
};

use crate::Error;

/// Letters and digits only, upper case: codes are found however they were typed.
pub(crate) fn compact(query: &str) -> String {
    query.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase()
}

/// How a code may be stored: letters and digits only, and as it was typed, for those that keep their signs (`12-345/A`).
pub(crate) fn spellings(query: &str) -> Vec<String> {
    let (short, typed) = (compact(query), query.trim().to_uppercase());
    if short == typed { vec![short] } else { vec![short, typed] }
}

/// A VAT number without the country before it, as it is stored.
fn national(code: &str) -> &str {
    let digits = |rest: &&str| rest.len() >= 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    code.strip_prefix("IT").filter(digits).unwrap_or(code)
}

/// Supply points by the beginning of their code, however it was typed; a line's number also with the country before it.
pub(crate) fn coded_points(tx: &mut Tx<'_>, query: &str, most: i64) -> Result<Vec<SupplyPointId>, Error> {
    let mut codes = spellings(query);
    if query.trim_start().starts_with(['+', '0']) {
        codes.push(folded_contact(ContactKind::Phone, query));
    }
    codes.sort();
    codes.dedup();
    let mut found = Vec::new();
    for code in codes.iter().filter(|code| code.len() >= 3) {
        found.extend(supply_point::codes_from(tx, code, most)?.into_iter().map(|(id, ..)| id));
    }
    Ok(found)
}

/// Supply points by code, meter serial, contract number, or the holder's name or address.
pub(crate) fn points(tx: &mut Tx<'_>, query: &str, limit: usize) -> Result<Vec<SupplyPointId>, Error> {
    let mut found: Vec<SupplyPointId> = Vec::new();
    let code = compact(query);
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    if code.len() >= 4 && code.chars().any(|c| c.is_ascii_digit()) {
        found.extend(coded_points(tx, query, most)?);
        for code in spellings(query) {
            found.extend(meter::serials_from(tx, &code, most)?.into_iter().map(|(.., point)| point));
            for (id, ..) in contract::numbers_from(tx, &code, most)? {
                found.extend(contract::by_id(tx, id)?.map(|contract| contract.supply_point_id));
            }
        }
    }
    if found.is_empty() {
        for party in parties(tx, query, limit)? {
            let supplied = contract::of_party(tx, party.id)?;
            found.extend(
                supplied
                    .iter()
                    .filter(|contract| contract.ends_on.is_none())
                    .map(|contract| contract.supply_point_id),
            );
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|id| seen.insert(*id));
    found.truncate(limit);
    Ok(found)
}

/// Parties by code, number, telephone, electronic address, name or address; the closest first.
pub(crate) fn parties(tx: &mut Tx<'_>, query: &str, limit: usize) -> Result<Vec<Party>, Error> {
    let mut found: Vec<Party> = Vec::new();
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let code = compact(query);
    let digits = code.chars().filter(char::is_ascii_digit).count();
    if digits > 0 && code.len() >= 3 {
        found.extend(search::by_prefix(tx, Prefix::TaxCode, &code, most)?);
        found.extend(search::by_prefix(tx, Prefix::VatNumber, national(&code), most)?);
        for number in spellings(query) {
            found.extend(search::by_prefix(tx, Prefix::Number, &number, most)?);
        }
        let phone = folded_contact(ContactKind::Phone, query);
        if phone.len() >= 5 && digits == code.len() {
            found.extend(search::by_prefix(tx, Prefix::Contact, &phone, most)?);
        }
    }
    // The six letters a tax code begins with are a code too.
    if digits == 0 && code.len() >= 6 && code.len() <= 7 && !query.trim().contains(' ') {
        found.extend(search::by_prefix(tx, Prefix::TaxCode, &code, most)?);
    }
    if query.contains('@') {
        found.extend(search::by_prefix(tx, Prefix::Contact, &query.trim().to_lowercase(), most)?);
    }
    let folded = fold(query);
    if found.len() < limit && !folded.is_empty() {
        found.extend(search::by_prefix(tx, Prefix::Name, &folded, most)?);
        let words: Vec<&str> = folded.split(' ').collect();
        if let ([.., last], Some((rest, _))) = (words.as_slice(), folded.rsplit_once(' ')) {
            // Short names have no trigrams: the given name was said first.
            found.extend(search::by_prefix(tx, Prefix::Name, &format!("{last} {rest}"), most)?);
        }
        let mut hits = search::by_words(tx, &words, 200)?;
        hits.retain(|(_, text)| words.iter().all(|word| text.contains(word)));
        // Words that begin a word of the text, and short texts, are the closer ones.
        hits.sort_by_key(|(_, text)| {
            let inside =
                words.iter().filter(|word| !text.split(' ').any(|part| part.starts_with(**word))).count();
            (inside, text.len())
        });
        for (id, _) in hits.into_iter().take(limit) {
            if !found.iter().any(|known| known.id == id) {
                found.extend(party::by_id(tx, id)?);
            }
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|party| seen.insert(party.id));
    found.truncate(limit);
    Ok(found)
}
