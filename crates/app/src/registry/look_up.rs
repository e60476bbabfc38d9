//! From what was typed to ids: codes by the indexes of their tables, words by trigrams.

use domain::registry::Party;
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

/// Supply points by code, meter serial, contract number, or the holder's name or address.
pub(crate) fn points(tx: &mut Tx<'_>, query: &str, limit: usize) -> Result<Vec<SupplyPointId>, Error> {
    let mut found: Vec<SupplyPointId> = Vec::new();
    let code = compact(query);
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    if code.len() >= 4 && code.chars().any(|c| c.is_ascii_digit()) {
        found.extend(supply_point::codes_from(tx, &code, most)?.into_iter().map(|(id, ..)| id));
        found.extend(meter::serials_from(tx, &code, most)?.into_iter().map(|(.., point)| point));
        for (id, ..) in contract::numbers_from(tx, &code, most)? {
            found.extend(contract::by_id(tx, id)?.map(|contract| contract.supply_point_id));
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
        for by in [Prefix::TaxCode, Prefix::VatNumber, Prefix::Number] {
            found.extend(search::by_prefix(tx, by, &code, most)?);
        }
        let phone = domain::registry::party::folded_contact(domain::registry::ContactKind::Phone, query);
        if phone.len() >= 5 && digits == code.len() {
            found.extend(search::by_prefix(tx, Prefix::Contact, &phone, most)?);
        }
    }
    if query.contains('@') {
        found.extend(search::by_prefix(tx, Prefix::Contact, &query.trim().to_lowercase(), most)?);
    }
    let folded = fold(query);
    if found.len() < limit && !folded.is_empty() {
        found.extend(search::by_prefix(tx, Prefix::Name, &folded, most)?);
        let words: Vec<&str> = folded.split(' ').collect();
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
