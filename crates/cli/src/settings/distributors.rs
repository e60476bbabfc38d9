//! The gas distributors as the setting names them.

use app::Distributor;

use crate::failure::Failure;

/// The distributors, each as its VAT number, how the codes of its points begin (with `/` between, `-` for nothing) and its
/// name. Their numbers are checked: a wrong one would send requests to nobody.
pub(super) fn read(named: &[String]) -> Result<Vec<Distributor>, Failure> {
    let one = |text: &String| {
        let wrong = |why: String| Failure::new(format!("distributors: «{text}»: {why}"));
        let mut words = text.split_whitespace();
        let (Some(vat_number), Some(prefixes)) = (words.next(), words.next()) else {
            return Err(wrong("VAT number, beginnings of the codes and name are wanted".to_owned()));
        };
        kernel::codes::VatNumber::parse(vat_number).map_err(|error| wrong(error.to_string()))?;
        let name = words.collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(wrong("the name is missing".to_owned()));
        }
        let prefixes: Vec<String> =
            prefixes.split('/').filter(|prefix| *prefix != "-").map(str::to_owned).collect();
        if prefixes.iter().any(|prefix| prefix.is_empty() || !prefix.chars().all(|c| c.is_ascii_digit())) {
            return Err(wrong("the beginnings of the codes are digits with / between, or -".to_owned()));
        }
        Ok(Distributor { name, vat_number: vat_number.to_owned(), prefixes })
    };
    named.iter().map(one).collect()
}

/// The same as the setting has them.
pub(super) fn shown(known: &[Distributor]) -> String {
    let one = |known: &Distributor| {
        let prefixes = if known.prefixes.is_empty() { "-".to_owned() } else { known.prefixes.join("/") };
        format!("{} {prefixes} {}", known.vat_number, known.name)
    };
    known.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Vec<Distributor>, String> {
        read(&[text.to_owned()]).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_distributor_has_a_number_the_beginnings_of_its_codes_and_a_name() {
        let read = of("00488410010 9990/0012  Rete Gas  del Dosso").unwrap();
        assert_eq!(read[0].prefixes, ["9990", "0012"]);
        assert_eq!(shown(&read), "00488410010 9990/0012 Rete Gas del Dosso");
        let unnumbered = of("00488410010 - Rete").unwrap();
        assert!(unnumbered[0].prefixes.is_empty());
        assert_eq!(shown(&unnumbered), "00488410010 - Rete");
    }

    #[test]
    fn what_would_send_requests_to_nobody_is_refused() {
        for (text, why) in [
            ("00488410011 9990 Rete", "00488410011"),
            ("00488410010", "name are wanted"),
            ("00488410010 9990", "the name is missing"),
            ("00488410010 Rete Gas", "digits"),
        ] {
            let said = of(text).unwrap_err();
            assert!(said.contains(why), "{said}");
        }
    }
}
