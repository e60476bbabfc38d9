//! Answers to choose from, with the words of the procedure.

use app::cases::AskedField;

use super::Asking;
use crate::views::form::{Pick, Piece};

impl Asking<'_> {
    /// The answers of a field with their words: `choice-<field>-<answer>`, its line of explanation under `-note`, its
    /// key under `-key`. A flag has two of them when the procedure gives both words; else it is a box to tick.
    pub(super) fn picks(&self, one: &AskedField) -> Vec<Pick> {
        let values: Vec<String> = match one.kind.as_str() {
            "sex" if one.choices.is_empty() => vec!["F".to_owned(), "M".to_owned()],
            "flag" if self.say(&format!("choice-{}-true", one.name)).is_some() => {
                vec!["false".to_owned(), "true".to_owned()]
            }
            "offer" => return self.offers(one),
            _ => one.choices.clone(),
        };
        values.into_iter().map(|value| self.pick(&one.name, value)).collect()
    }

    fn pick(&self, name: &str, value: String) -> Pick {
        let key = format!("choice-{name}-{value}");
        Pick {
            label: self.say(&key).unwrap_or_else(|| value.clone()),
            note: self.say(&format!("{key}-note")).map(Piece::plain).into_iter().collect(),
            key: self.say(&format!("{key}-key")).unwrap_or_default(),
            value,
            ..Pick::default()
        }
    }

    /// The offers a contract may be made under: the present one first. There is no list of offers yet: another one
    /// comes with the case when it was chosen elsewhere.
    fn offers(&self, one: &AskedField) -> Vec<Pick> {
        let t = self.t();
        let present = self.view.contract.as_ref().map(|contract| contract.offer.clone()).unwrap_or_default();
        let chosen = self.stored(&one.name).and_then(|offer| offer.as_str()).unwrap_or_default().to_owned();
        let mut codes = vec![present.clone(), chosen];
        codes.retain(|code| !code.is_empty());
        codes.dedup();
        codes
            .into_iter()
            .enumerate()
            .map(|(place, code)| Pick {
                label: code.clone(),
                meta: if code == present { t.fields_offer_present() } else { String::new() },
                note: vec![Piece::plain(t.fields_offer_code())],
                key: (place + 1).to_string(),
                value: code,
                ..Pick::default()
            })
            .collect()
    }
}
