//! Codes as people read them; the same in every language.

fn without_spaces(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase()
}

/// An IBAN in groups of four: `IT60 X054 2811 1010 0000 0123 456`.
#[must_use]
pub fn iban_grouped(iban: &str) -> String {
    let mut out = String::new();
    for (index, c) in without_spaces(iban).chars().enumerate() {
        if index > 0 && index.is_multiple_of(4) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// An IBAN with all but its first and last four characters hidden: `IT60 **** 3456`.
#[must_use]
pub fn iban_masked(iban: &str) -> String {
    let iban = without_spaces(iban);
    let count = iban.chars().count();
    if count <= 8 {
        return "****".to_owned();
    }
    let head: String = iban.chars().take(4).collect();
    let tail: String = iban.chars().skip(count - 4).collect();
    format!("{head} **** {tail}")
}

/// An Italian telephone number in its usual groups: `333 555 0142`, `059 555 0187`; a prefix of another country is kept apart.
#[must_use]
pub fn phone(number: &str) -> String {
    let kept: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let national = kept.strip_prefix("+39").unwrap_or(&kept);
    if national.starts_with('+') || national.len() < 7 {
        return kept;
    }
    let group = |from: usize, to: usize| national.get(from..to).unwrap_or_default();
    let rest = national.get(6..).unwrap_or_default();
    format!("{} {} {rest}", group(0, 3), group(3, 6))
}
