//! Remainders of long numbers written as text (ISO/IEC 7064 modulo 97, and modulo 93 of postal slips).

/// The number modulo 97, letters counting A=10 to Z=35; none when another character occurs.
pub(super) fn mod_97(characters: impl Iterator<Item = char>) -> Option<u32> {
    let mut rest = 0_u32;
    for c in characters {
        let value = c.to_digit(36)?;
        rest = if value < 10 { rest * 10 + value } else { rest * 100 + value } % 97;
    }
    Some(rest)
}

/// The number modulo 93; none when a character is not a digit.
pub(super) fn mod_93(digits: &str) -> Option<u32> {
    digits.chars().try_fold(0_u32, |rest, c| Some((rest * 10 + c.to_digit(10)?) % 93))
}
