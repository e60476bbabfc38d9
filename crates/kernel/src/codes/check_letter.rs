//! The check letter shared by the tax code and the Italian IBAN (decree of 23 December 1976, annex): characters
//! in odd places have their own values, those in even places count as they stand, the sum modulo 26 is a letter.

/// Values of 0-9 and of A-J, then of K-Z, in odd places.
const ODD: [u32; 26] =
    [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// Place of the character in the alphabet or among the digits; none for any other character.
fn rank(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        'A'..='Z' => Some(u32::from(c) - u32::from('A')),
        _ => None,
    }
}

/// The letter that closes `text`, whose first character is in an odd place; none when a character is neither a
/// digit nor an upper-case letter.
pub(super) fn check_letter(text: &str) -> Option<char> {
    let mut sum = 0;
    for (index, c) in text.chars().enumerate() {
        let rank = rank(c)?;
        sum += if index % 2 == 0 { *ODD.get(usize::try_from(rank).ok()?)? } else { rank };
    }
    letter(sum % 26)
}

fn letter(value: u32) -> Option<char> {
    char::from_u32(u32::from('A') + value)
}
