//! The buttons of a list: one row more, one row less. The rows of a form that was sent close up first, as the operation
//! closes them up: what is said of row 2 is said of the second row shown.

use web::Form;

/// The field that says which names are lists.
const LISTS: &str = "righe";
/// The buttons that add a row to a list and take one away: their values are `heirs` and `heirs.2`.
const ADD: &str = "aggiungi";
const REMOVE: &str = "togli";

/// What a button of a list asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edited {
    /// The list.
    pub list: String,
    /// The place of the row that was added.
    pub added: Option<usize>,
}

/// The place of a row and the rest of the name, of a name that belongs to a list: `heirs.2.name`.
fn of_row<'n>(list: &str, name: &'n str) -> Option<(usize, &'n str)> {
    let (number, rest) = name.strip_prefix(list)?.strip_prefix('.')?.split_once('.')?;
    Some((number.parse().ok()?, rest))
}

/// The numbers of the rows of a list in which something was typed, in order.
pub(super) fn numbers(form: &Form, list: &str) -> Vec<usize> {
    let filled = form.fields().iter().filter(|(_, value)| !value.trim().is_empty());
    let mut found: Vec<usize> = filled.filter_map(|(name, _)| Some(of_row(list, name)?.0)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a list was part of the form that was sent.
pub(super) fn has_list(form: &Form, list: &str) -> bool {
    form.all(LISTS).any(|known| known == list)
}

/// The form with the rows of its lists closed up, blank ones left out, and with what its button asked for done.
pub(crate) fn rows(form: Form) -> (Form, Option<Edited>) {
    let lists: Vec<String> = form.all(LISTS).map(str::to_owned).collect();
    let removed = form.given(REMOVE).and_then(|row| {
        let (list, number) = row.rsplit_once('.')?;
        Some((list.to_owned(), number.parse::<usize>().ok()?))
    });
    let mut edited = removed.clone().map(|(list, _)| Edited { list, added: None });
    let mut fields = form.fields().to_vec();
    for list in &lists {
        let mut kept = numbers(&form, list);
        if let Some((of, number)) = &removed
            && of == list
        {
            kept.retain(|known| known != number);
        }
        if form.given(ADD) == Some(list) {
            edited = Some(Edited { list: list.clone(), added: Some(kept.len()) });
        }
        fields = fields
            .into_iter()
            .filter_map(|(name, value)| {
                let Some((number, rest)) = of_row(list, &name) else { return Some((name, value)) };
                let place = kept.iter().position(|known| *known == number)?;
                Some((format!("{list}.{place}.{rest}"), value))
            })
            .collect();
    }
    (form.with_fields(fields), edited)
}

#[cfg(test)]
mod tests {
    use web::Form;

    use super::{Edited, rows};

    const SENT: [(&str, &str); 8] = [
        ("righe", "heirs"),
        ("heirs.0.name", ""),
        ("heirs.1.name", "Anna"),
        ("heirs.1.share", "60"),
        ("heirs.4.name", "Ugo"),
        ("heirs.5.name", "  "),
        ("note", "x"),
        ("heirsome.1.name", "no row of this list"),
    ];

    fn sent(button: &[(&str, &str)]) -> (Vec<(String, String)>, Option<Edited>) {
        let (form, edited) = rows(Form::of(&[&SENT[..], button].concat()));
        let of_heirs = form.fields().iter().filter(|(name, _)| name.starts_with("heirs."));
        (of_heirs.cloned().collect(), edited)
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn rows_close_up_and_blank_ones_go() {
        let (fields, edited) = sent(&[]);
        let expected = pairs(&[("heirs.0.name", "Anna"), ("heirs.0.share", "60"), ("heirs.1.name", "Ugo")]);
        assert_eq!((fields, edited), (expected, None));
    }

    #[test]
    fn a_row_is_taken_away_by_the_number_it_was_sent_with() {
        let (fields, edited) = sent(&[("togli", "heirs.1")]);
        assert_eq!(fields, pairs(&[("heirs.0.name", "Ugo")]));
        assert_eq!(edited, Some(Edited { list: "heirs".into(), added: None }));
    }

    #[test]
    fn a_row_is_added_behind_the_last_one_that_is_filled() {
        let (_, edited) = sent(&[("aggiungi", "heirs")]);
        assert_eq!(edited, Some(Edited { list: "heirs".into(), added: Some(2) }));
    }

    #[test]
    fn a_button_that_names_no_list_of_the_form_changes_nothing() {
        let (fields, edited) = sent(&[("aggiungi", "others")]);
        assert_eq!((fields.len(), edited), (3, None));
    }
}
