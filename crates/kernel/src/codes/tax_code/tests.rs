use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const CONTROL: TaxCodeError = TaxCodeError::CheckCharacter { expected: 'U', found: 'A' };

#[test]
fn sound_codes_are_read_with_spaces_and_lower_case() {
    for text in [
        "RSSMRA80A01H501U",
        "BNCNNA75D50F205F",
        "RSSMRA80A01H50MM",
        "RSSMRA85T10A562S",
        "RSSMRA85T10A56NH",
        "RSSMRAURTMLARSNL",
        "RSSMRA45D25F205N",
        " rssmra 80a01 h501u ",
        "01234560157",
        "98162450179",
    ] {
        assert!(TaxCode::parse(text).is_ok(), "{text}");
    }
}

#[test]
fn unsound_codes_are_refused_with_place_and_expectation() {
    let character = |position, found, expected| TaxCodeError::Character { position, found, expected };
    let cases = [
        ("RSSMRA80A01H501A", CONTROL),
        ("BNCNNA75D50F205X", TaxCodeError::CheckCharacter { expected: 'F', found: 'X' }),
        ("RSSMRA80A32H501U", TaxCodeError::Day { found: 32 }),
        ("RSSMRA80A00H501U", TaxCodeError::Day { found: 0 }),
        ("RSSMRA80A40H501U", TaxCodeError::Day { found: 40 }),
        ("RSSMRA80B30H501U", TaxCodeError::Day { found: 30 }),
        ("RSSMRA81B29H501U", TaxCodeError::Day { found: 29 }),
        ("RSSMRA80A72H501U", TaxCodeError::Day { found: 72 }),
        ("RSSMRA80F01H501U", TaxCodeError::Month { found: 'F' }),
        ("RSSMR180A01H501U", character(6, '1', Expected::Letter)),
        ("RSSMRA8AA01H501U", character(8, 'A', Expected::Digit)),
        ("RSSMRA80A01H501é", character(16, 'É', Expected::Letter)),
        ("RSSMRA80A01", TaxCodeError::Length { found: 11 }),
        ("RSSMRA80A01H501", TaxCodeError::Length { found: 15 }),
        ("", TaxCodeError::Length { found: 0 }),
        ("01234560158", TaxCodeError::CheckCharacter { expected: '7', found: '8' }),
        ("00000000000", TaxCodeError::Zero),
    ];
    for (text, error) in cases {
        assert_eq!(TaxCode::parse(text), Err(error), "{text}");
    }
}

#[test]
fn the_wrong_day_would_also_ask_for_another_check_character() {
    assert_eq!(TaxCode::expected_check_character("RSSMRA80A32H501U"), Some('C'));
    assert_eq!(TaxCode::expected_check_character("RSSMRA"), None);
}

#[test]
fn a_code_says_birth_sex_and_place_also_with_replaced_digits() {
    let today = date(2026, 3, 20);
    for (text, born, sex, place) in [
        ("RSSMRA80A01H501U", date(1980, 1, 1), Sex::Male, "H501"),
        ("BNCNNA75D50F205F", date(1975, 4, 10), Sex::Female, "F205"),
        ("RSSMRAURTMLARSNL", date(1985, 12, 10), Sex::Male, "A562"),
    ] {
        let code = TaxCode::parse(text).unwrap();
        assert_eq!(code.birth_date(today), Some(born), "{text}");
        assert_eq!(code.matches_birth_date(born), Some(true), "{text}");
        assert_eq!(code.matches_birth_date(born.tomorrow().unwrap()), Some(false), "{text}");
        assert_eq!((code.sex(), code.place_code().as_deref()), (Some(sex), Some(place)), "{text}");
    }
    let numeric = TaxCode::parse("01234560157").unwrap();
    assert!(numeric.is_numeric() && numeric.matches_name("Rossi", "Mario"));
    assert_eq!((numeric.sex(), numeric.place_code(), numeric.birth_date(today)), (None, None, None));
    assert!(TaxCode::parse("RSSMRA80A01H50MM").unwrap().has_replaced_digits());
    assert!(!TaxCode::parse("RSSMRA80A01H501U").unwrap().has_replaced_digits());
}

#[test]
fn the_century_is_the_latest_that_is_not_in_the_future() {
    let code = TaxCode::compute("Rossi", "Mario", date(2010, 5, 6), Sex::Male, "H501").unwrap();
    assert_eq!(code.birth_date(date(2026, 1, 1)), Some(date(2010, 5, 6)));
    assert_eq!(code.birth_date(date(2009, 1, 1)), Some(date(1910, 5, 6)));
}

#[test]
fn names_give_their_letters() {
    for (surname, name, letters) in [
        ("Rossi", "Mario", "RSSMRA"),
        ("Fo", "Ai", "FOXAIX"),
        ("D'Amico", "Gianfranco", "DMCGFR"),
        ("De Luca", "Niccolò", "DLCNCL"),
        ("Aiello", "Ugo", "LLAGUO"),
        ("Lo Russo", "Anna Maria", "LRSNMR"),
    ] {
        assert_eq!(TaxCode::name_letters(surname, name), letters, "{surname} {name}");
    }
    let code = TaxCode::parse("RSSMRA80A01H501U").unwrap();
    assert!(code.matches_name("ROSSI", "mario"));
    assert!(!code.matches_name("Bianchi", "Mario"));
}

#[test]
fn a_place_code_of_another_form_is_refused() {
    let built = |place| TaxCode::compute("Rossi", "Mario", date(1980, 1, 1), Sex::Male, place);
    assert_eq!(built("h501").map(|code| code.to_string()), Ok("RSSMRA80A01H501U".to_owned()));
    assert_eq!(built("H50"), Err(TaxCodeError::Length { found: 15 }));
    assert!(matches!(built("1501"), Err(TaxCodeError::Character { position: 12, .. })));
    assert!(matches!(built("H5_1"), Err(TaxCodeError::Character { position: 14, .. })));
}

#[test]
fn a_stored_code_is_checked_again_when_it_is_read() {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};
    let read = |text: &'static str| {
        let source: StrDeserializer<'_, Error> = text.into_deserializer();
        TaxCode::deserialize(source)
    };
    assert_eq!(read("RSSMRA80A01H501U").map(|code| code.to_string()), Ok("RSSMRA80A01H501U".to_owned()));
    assert!(read("RSSMRA80A01H501A").is_err());
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".*") {
        let _ = TaxCode::parse(&text);
        let _ = TaxCode::expected_check_character(&text);
    }

    #[test]
    fn a_computed_code_says_what_it_was_built_from(
        surname in "[A-Za-zàèù' ]{1,20}", name in "[A-Za-zé ]{1,20}",
        days in 0_i32..36_000, female in any::<bool>(), place in "[A-Z][0-9]{3}",
    ) {
        let born = date(1927, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let sex = if female { Sex::Female } else { Sex::Male };
        let code = TaxCode::compute(&surname, &name, born, sex, &place).unwrap();
        prop_assert_eq!(code.birth_date(date(2026, 12, 31)), Some(born));
        prop_assert_eq!(code.sex(), Some(sex));
        prop_assert_eq!(code.place_code(), Some(place));
        prop_assert!(code.matches_name(&surname, &name));
    }
}
