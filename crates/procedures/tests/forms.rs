//! From what was typed to typed answers: every kind of field, right and wrong, and what a form asks when.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod small_pack;

use std::collections::BTreeMap;

use feel::Env;
use kernel::{Date, Instant};
use procedures::{Form, Problem, read, shipped};
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};

/// 18 March 2026, 9:30 in Rome.
const ENV: Env = Env::at(Instant::from_micros(1_773_822_600_000_000));

fn today() -> Date {
    ENV.now.date()
}

/// A form written as in a pack.
fn form(toml: &str) -> Form {
    let mut files = small_pack::files();
    files.insert("forms/tried.toml".to_owned(), toml.to_owned());
    let pack = read(&files).unwrap_or_else(|defects| panic!("{defects:?}"));
    pack.form("tried").unwrap().clone()
}

/// A form with one field `asked` of a kind.
fn field(kind: &str, more: &str) -> Form {
    form(&format!("[[field]]\nname = \"asked\"\nkind = \"{kind}\"\n{more}"))
}

fn posted(pairs: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
    let mut raw: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in pairs {
        raw.entry((*name).to_owned()).or_default().push((*value).to_owned());
    }
    raw
}

fn object(value: Json) -> Map<String, Json> {
    value.as_object().unwrap().clone()
}

/// Takes what was posted in a case without other answers.
fn take(form: &Form, pairs: &[(&str, &str)]) -> (Json, Vec<Problem>) {
    let (answers, problems) = form.take(&posted(pairs), &Map::new(), today(), &ENV);
    (Json::Object(answers), problems)
}

/// Problems as `field code name=value …`.
fn told(problems: &[Problem]) -> Vec<String> {
    let args = |problem: &Problem| {
        problem.args.iter().map(|(name, value)| format!(" {name}={value}")).collect::<String>()
    };
    problems.iter().map(|problem| format!("{} {}{}", problem.field, problem.code, args(problem))).collect()
}

#[test]
fn what_is_typed_rightly_becomes_a_typed_answer() {
    let cases: &[(&str, &str, Json)] = &[
        ("text", "  Rossi  ", json!("Rossi")),
        ("text", "via\troma", json!("via roma")),
        ("text", "a\nb", json!("a b")),
        ("text", "a\u{0}b", json!("ab")),
        ("long_text", "una riga\r\naltra", json!("una riga\naltra")),
        ("flag", "on", json!(true)),
        ("flag", "sì", json!(true)),
        ("flag", "no", json!(false)),
        ("flag", "", json!(false)),
        ("date", "18/03/2026", json!("2026-03-18")),
        ("date", "2026-03-18", json!("2026-03-18")),
        ("date", "1/4", json!("2026-04-01")),
        ("date", "1.4.27", json!("2027-04-01")),
        ("date", "29-2-2028", json!("2028-02-29")),
        ("date", "oggi", json!("2026-03-18")),
        ("date", "Ieri", json!("2026-03-17")),
        ("date", "DOMANI", json!("2026-03-19")),
        ("money", "1.284,50", json!(128_450)),
        ("money", "€ 12", json!(1_200)),
        ("money", "-3,5", json!(-350)),
        ("integer", "8431", json!(8431)),
        ("integer", "8.431", json!(8431)),
        ("integer", "-7", json!(-7)),
        ("decimal", "1.284,5", json!(1284.5)),
        ("decimal", "0,125", json!(0.125)),
        ("decimal", "3.5", json!(3.5)),
        ("power", "4,5", json!(4500)),
        ("power", "6 kW", json!(6000)),
        ("power", "0.75", json!(750)),
        ("tax_code", "rssmra80a01h501u", json!("RSSMRA80A01H501U")),
        ("tax_code", "RSS MRA 80A01 H501U", json!("RSSMRA80A01H501U")),
        ("vat_number", "00743110157", json!("00743110157")),
        ("vat_number", "IT 00743110157", json!("00743110157")),
        ("iban", "it60 x054 2811 1010 0000 0123 456", json!("IT60X0542811101000000123456")),
        ("email", "ada@posta.example", json!("ada@posta.example")),
        ("phone", "+39 055 123-4567", json!("+39 055 123-4567")),
        ("sex", "F", json!("F")),
        ("party", "par_1", json!("par_1")),
        ("supply_point", "sup_1", json!("sup_1")),
        ("offer", "CASA", json!("CASA")),
        ("attachment", "doc_1", json!("doc_1")),
    ];
    for (kind, typed, expected) in cases {
        let (answers, problems) = take(&field(kind, ""), &[("asked", typed)]);
        assert_eq!(told(&problems), Vec::<String>::new(), "{kind} `{typed}`");
        assert_eq!(answers, json!({ "asked": expected }), "{kind} `{typed}`");
    }
}

#[test]
fn what_is_typed_wrongly_is_told_once_with_what_was_typed_and_not_kept() {
    let long = "x".repeat(301);
    let cases: &[(&str, &str, &str)] = &[
        ("text", &long, "too_long most=300"),
        ("date", "31/4", "date_form value=31/4"),
        ("date", "29/2/2026", "date_form value=29/2/2026"),
        ("date", "1/1/1850", "date_form value=1/1/1850"),
        ("date", "18", "date_form value=18"),
        ("date", "1/2/3/4", "date_form value=1/2/3/4"),
        ("date", "fra un mese", "date_form value=fra un mese"),
        ("money", "dieci", "money value=dieci"),
        ("money", "1,234", "money value=1,234"),
        ("money", "12.50", "money value=12.50"),
        ("money", "1.28.4", "money value=1.28.4"),
        ("money", "-", "money value=-"),
        ("integer", "3.5", "integer value=3.5"),
        ("integer", "3,0", "integer value=3,0"),
        ("integer", "99999999999999999999", "integer value=99999999999999999999"),
        ("decimal", "1,2345", "number value=1,2345"),
        ("decimal", "circa 3", "number value=circa 3"),
        ("power", "-3", "number value=-3"),
        ("tax_code", "RSSMRA80A01H501", "tax_code_length found=15"),
        ("tax_code", "RSSMRA80A01H501A", "tax_code_check_character expected=U found=A"),
        ("tax_code", "RSSMRA80A32H501U", "tax_code_date"),
        ("vat_number", "0074311015", "vat_length found=10"),
        ("vat_number", "00743110158", "vat_check_digit"),
        ("vat_number", "0074311015A", "vat_character"),
        ("iban", "IT60X0542811101000000123457", "iban_check"),
        ("iban", "IT60X05428111010000001234", "iban_length found=25 expected=27"),
        ("iban", "60X0542811101000000123456", "iban_country"),
        ("email", "ada.posta.example", "email value=ada.posta.example"),
        ("email", "ada@posta", "email value=ada@posta"),
        ("email", "ada@@posta.example", "email value=ada@@posta.example"),
        ("email", "ada @posta.example", "email value=ada @posta.example"),
        ("phone", "12345", "phone value=12345"),
        ("phone", "055 123 456 int. 7", "phone value=055 123 456 int. 7"),
        ("phone", "1234567890123456", "phone value=1234567890123456"),
        ("sex", "X", "choice_unknown value=X"),
    ];
    for (kind, typed, expected) in cases {
        for more in ["", "required = true"] {
            let (answers, problems) = take(&field(kind, more), &[("asked", typed)]);
            assert_eq!(told(&problems), [format!("asked {expected}")], "{kind} `{typed}` {more}");
            assert_eq!(answers, json!({}), "{kind} `{typed}`");
        }
    }
}

#[test]
fn a_required_field_left_empty_is_told_for_every_kind() {
    for kind in [
        "text",
        "long_text",
        "choice",
        "flag",
        "date",
        "money",
        "integer",
        "decimal",
        "power",
        "tax_code",
        "vat_number",
        "iban",
        "email",
        "phone",
        "address",
        "party",
        "supply_point",
        "readings",
        "offer",
        "attachment",
        "sex",
    ] {
        let form = field(kind, "required = true");
        for pairs in [&[][..], &[("asked", "  ")], &[("asked", "\u{0}\t")]] {
            let (answers, problems) = take(&form, pairs);
            assert_eq!(told(&problems), ["asked required"], "{kind}");
            assert_eq!(answers, json!({}), "{kind}");
        }
        let stored = form.check(&object(json!({ "asked": null })), today(), &ENV);
        assert_eq!(told(&stored), ["asked required"], "{kind}");
    }
}

#[test]
fn an_unticked_box_is_an_answer_and_an_unanswered_question_is_not() {
    assert_eq!(take(&field("flag", ""), &[]).0, json!({ "asked": false }));
    assert_eq!(take(&field("flag", "required = true"), &[]).0, json!({}));
    assert_eq!(take(&field("flag", "required = true"), &[("asked", "no")]).0, json!({ "asked": false }));
}

#[test]
fn of_a_name_posted_twice_the_last_counts() {
    assert_eq!(
        take(&field("flag", ""), &[("asked", "false"), ("asked", "true")]).0,
        json!({ "asked": true })
    );
}

#[test]
fn readings_are_taken_by_register() {
    let form = field("readings", "");
    let (answers, problems) =
        take(&form, &[("asked.F1", "8.431"), ("asked.F2", "0"), ("asked.F3", " "), ("other.F1", "7")]);
    assert_eq!((answers, told(&problems)), (json!({ "asked": { "F1": 8431, "F2": 0 } }), vec![]));
    let (answers, problems) = take(&form, &[("asked.F1", "-1"), ("asked.F2", "tanto"), ("asked.F3", "3")]);
    assert_eq!(answers, json!({}));
    assert_eq!(told(&problems), ["asked.F1 reading_negative", "asked.F2 integer value=tanto"]);
    for (stored, expected) in [
        (json!({ "F1": 1 }), &[][..]),
        (json!({ "F1": -1 }), &["asked.F1 reading_negative"]),
        (json!({ "F1": "1" }), &["asked wrong_type"]),
        (json!(1), &["asked wrong_type"]),
    ] {
        assert_eq!(told(&form.check(&object(json!({ "asked": stored })), today(), &ENV)), expected);
    }
}

#[test]
fn an_address_is_taken_in_parts_and_each_part_is_checked() {
    let form = field("address", "required = true");
    let (answers, problems) = take(
        &form,
        &[
            ("asked.street", "Via Roma"),
            ("asked.house_number", "1"),
            ("asked.postcode", "50100"),
            ("asked.municipality", "Firenze"),
            ("asked.province", "fi"),
            ("asked.country", "it"),
            ("asked.planet", "Mars"),
        ],
    );
    assert_eq!(told(&problems), Vec::<String>::new());
    let expected = json!({ "asked": { "street": "Via Roma", "house_number": "1", "postcode": "50100",
        "municipality": "Firenze", "province": "FI", "country": "IT" } });
    assert_eq!(answers, expected);
    for (pairs, expected) in [
        (&[("asked.municipality", "Firenze")][..], "asked.street required"),
        (&[("asked.street", "Via Roma")], "asked.municipality required"),
        (
            &[("asked.street", "a"), ("asked.municipality", "b"), ("asked.postcode", "501")],
            "asked.postcode postcode",
        ),
        (
            &[("asked.street", "a"), ("asked.municipality", "b"), ("asked.province", "F1")],
            "asked.province province",
        ),
    ] {
        assert_eq!(told(&take(&form, pairs).1), [expected]);
    }
    let abroad = [
        ("asked.street", "a"),
        ("asked.municipality", "b"),
        ("asked.postcode", "SW1A 1AA"),
        ("asked.country", "GB"),
    ];
    assert_eq!(told(&take(&form, &abroad).1), Vec::<String>::new());
}

#[test]
fn a_stored_answer_of_another_type_is_told() {
    for (kind, wrong) in [
        ("text", json!(1)),
        ("flag", json!("true")),
        ("date", json!(20_260_318)),
        ("money", json!("12,50")),
        ("money", json!(12.5)),
        ("integer", json!(1.5)),
        ("decimal", json!("1,5")),
        ("power", json!(true)),
        ("tax_code", json!(["RSSMRA80A01H501U"])),
        ("address", json!("Via Roma 1")),
        ("address", json!({ "street": 1 })),
        ("party", json!({ "id": "par_1" })),
    ] {
        let problems = field(kind, "").check(&object(json!({ "asked": wrong })), today(), &ENV);
        assert_eq!(told(&problems), ["asked wrong_type"], "{kind} {wrong}");
    }
}

#[test]
fn a_stored_answer_is_checked_like_a_typed_one() {
    for (kind, stored, expected) in [
        ("date", json!("18/03/2026"), "asked date_form"),
        ("date", json!("oggi"), "asked date_form"),
        ("date", json!("2026-02-30"), "asked date_form"),
        ("tax_code", json!("RSSMRA80A01H501A"), "asked tax_code_check_character expected=U found=A"),
        ("vat_number", json!("00743110158"), "asked vat_check_digit"),
        ("email", json!("ada"), "asked email value=ada"),
        ("phone", json!("1"), "asked phone value=1"),
    ] {
        let problems = field(kind, "").check(&object(json!({ "asked": stored })), today(), &ENV);
        assert_eq!(told(&problems), [expected], "{kind} {stored}");
    }
}

#[test]
fn choices_are_compared_as_stored_whether_text_or_number() {
    let letters = field("choice", "choices = [\"a\", \"b\"]");
    let numbers = field("integer", "choices = [\"230\", \"400\"]");
    for (form, typed, expected, problem) in [
        (&letters, "a", json!("a"), None),
        (&letters, "c", json!("c"), Some("asked choice_unknown")),
        (&numbers, "230", json!(230), None),
        (&numbers, "400", json!(400), None),
        (&numbers, "231", json!(231), Some("asked choice_unknown")),
    ] {
        let (answers, problems) = take(form, &[("asked", typed)]);
        assert_eq!(answers, json!({ "asked": expected }));
        assert_eq!(told(&problems), problem.into_iter().collect::<Vec<_>>(), "{typed}");
    }
    // A choice is not taken by its likeness: the text "230" is not the number.
    assert_eq!(told(&numbers.check(&object(json!({ "asked": "230" })), today(), &ENV)), ["asked wrong_type"]);
}

#[test]
fn a_choice_is_offered_only_when_its_condition_holds() {
    let form = form(
        "[[field]]\nname = \"business\"\nkind = \"flag\"\n
         [[field]]\nname = \"asked\"\nkind = \"choice\"\nchoices = [\"home\", { value = \"shop\", when = 'business = true' }]",
    );
    for (business, asked, expected) in
        [("no", "home", &[][..]), ("no", "shop", &["asked choice_unknown"]), ("yes", "shop", &[])]
    {
        assert_eq!(told(&take(&form, &[("business", business), ("asked", asked)]).1), expected);
    }
}

#[test]
fn a_check_sees_all_answers_and_its_own_as_value() {
    let form = form(
        "[[field]]\nname = \"most\"\nkind = \"integer\"\n
         [[field]]\nname = \"asked\"\nkind = \"integer\"\ncheck = 'value > 0 and value <= most'",
    );
    for (pairs, expected) in [
        (&[("most", "3"), ("asked", "3")][..], &[][..]),
        (&[("most", "3"), ("asked", "4")], &["asked field_check"]),
        (&[("most", "3"), ("asked", "0")], &["asked field_check"]),
        // What cannot be decided does not hold.
        (&[("asked", "1")], &["asked field_check"]),
        // Nothing given: nothing to check.
        (&[("most", "3")], &[]),
    ] {
        assert_eq!(told(&take(&form, pairs).1), expected, "{pairs:?}");
    }
    let (answers, problems) =
        form.take(&posted(&[("asked", "5")]), &object(json!({ "most": 9 })), today(), &ENV);
    assert_eq!(
        told(&problems),
        ["asked field_check"],
        "an emptied field does not keep its stored answer: {answers:?}"
    );
}

#[test]
fn an_answer_of_another_form_counts() {
    let form = field("text", "required_when = 'kind_of_use = \"shop\"'");
    for (use_, expected) in [("shop", &["asked required"][..]), ("home", &[])] {
        let answers = object(json!({ "kind_of_use": use_ }));
        assert_eq!(told(&form.take(&posted(&[]), &answers, today(), &ENV).1), expected);
    }
}

/// Paying by direct debit asks for the account, and an account abroad for its country.
fn payment() -> Form {
    form(
        "[[section]]\nid = \"abroad\"\nwhen = 'abroad = true'\n
         [[field]]\nname = \"payment\"\nkind = \"choice\"\nrequired = true\nchoices = [\"debit\", \"slip\"]\n
         [[field]]\nname = \"iban\"\nkind = \"iban\"\nrequired = true\nwhen = 'payment = \"debit\"'\n
         [[field]]\nname = \"abroad\"\nkind = \"flag\"\nwhen = 'payment = \"debit\"'\n
         [[field]]\nname = \"bank_country\"\nkind = \"text\"\nsection = \"abroad\"\nrequired = true",
    )
}

#[test]
fn answers_of_fields_not_shown_are_dropped_with_all_that_hangs_on_them() {
    let iban = "IT60X0542811101000000123456";
    let all = [("payment", "debit"), ("iban", iban), ("abroad", "on"), ("bank_country", "Italia")];
    let form = payment();
    let (answers, problems) = take(&form, &all);
    assert_eq!(
        answers,
        json!({ "payment": "debit", "iban": iban, "abroad": true, "bank_country": "Italia" })
    );
    assert_eq!(told(&problems), Vec::<String>::new());
    let by_slip = [("payment", "slip"), ("iban", iban), ("abroad", "on"), ("bank_country", "Italia")];
    assert_eq!(take(&form, &by_slip), (json!({ "payment": "slip" }), vec![]));
    // What is wrong in a field not shown is nobody's business, in a shown one it is.
    let wrong = [("payment", "slip"), ("iban", "IT00")];
    assert_eq!(take(&form, &wrong), (json!({ "payment": "slip" }), vec![]));
    let wrong = [("payment", "debit"), ("iban", "IT00"), ("abroad", "on")];
    assert_eq!(
        told(&take(&form, &wrong).1),
        ["iban iban_length found=4 expected=27", "bank_country required"]
    );
}

#[test]
fn stored_answers_of_fields_not_shown_are_not_asked_for() {
    let form = payment();
    let check = |answers: Json| told(&form.check(&object(answers), today(), &ENV));
    assert_eq!(check(json!({ "payment": "slip", "iban": 7 })), Vec::<String>::new());
    assert_eq!(check(json!({ "payment": "slip", "abroad": true })), Vec::<String>::new());
    assert_eq!(check(json!({ "payment": "debit" })), ["iban required"]);
}

#[test]
fn the_fields_shown_follow_the_answers() {
    let form = payment();
    let shown = |answers: Json| -> Vec<String> {
        form.visible(&object(answers), &ENV).iter().map(|field| field.name.clone()).collect()
    };
    assert_eq!(shown(json!({})), ["payment"]);
    assert_eq!(shown(json!({ "payment": "debit" })), ["payment", "iban", "abroad"]);
    assert_eq!(
        shown(json!({ "payment": "debit", "abroad": true })),
        ["payment", "iban", "abroad", "bank_country"]
    );
    assert_eq!(shown(json!({ "payment": "slip", "abroad": true })), ["payment"]);
}

#[test]
fn proposals_come_from_the_answers_and_the_day() {
    for (kind, default, answers, expected) in [
        ("choice", "'\"existing\"'", json!({}), Some(json!("existing"))),
        ("integer", "'230'", json!({}), Some(json!(230))),
        ("date", "'string(today())'", json!({}), Some(json!("2026-03-18"))),
        ("text", "'name'", json!({ "name": "Ada" }), Some(json!("Ada"))),
        ("text", "'name'", json!({}), None),
    ] {
        let form = field(kind, &format!("default = {default}"));
        let proposed = form.proposal(&form.fields[0], &object(answers), &ENV);
        assert_eq!(proposed, expected, "{default}");
        if let Some(proposed) = proposed {
            let stored = object(json!({ "asked": proposed }));
            assert_eq!(
                told(&form.check(&stored, today(), &ENV)),
                Vec::<String>::new(),
                "{default} fits its field"
            );
        }
    }
    let none = field("text", "");
    assert_eq!(none.proposal(&none.fields[0], &Map::new(), &ENV), None);
}

#[test]
fn conditions_and_checks_may_call_functions() {
    let form = form(
        "[[field]]\nname = \"read_on\"\nkind = \"date\"\ncheck = 'value <= string(today())'\n
         [[field]]\nname = \"late\"\nkind = \"text\"\nrequired = true\nwhen = 'contains(note, \"late\")'",
    );
    let check = |answers: Json| told(&form.check(&object(answers), today(), &ENV));
    assert_eq!(check(json!({ "read_on": "2026-03-18" })), Vec::<String>::new());
    assert_eq!(check(json!({ "read_on": "2026-03-19" })), ["read_on field_check"]);
    assert_eq!(check(json!({ "note": "too late" })), ["late required"]);
    assert_eq!(check(json!({ "note": "in time" })), Vec::<String>::new());
}

#[test]
fn what_shipped_forms_propose_can_be_taken() {
    for (code, files) in shipped() {
        let pack = read(&files).unwrap();
        for form in pack.forms.values() {
            for field in &form.fields {
                if field.default.is_none() {
                    continue;
                }
                // Who asks is known where the request was begun from the page of a customer.
                // What follows something that happened comes after it, today at the latest.
                let day = today().to_string();
                let later = "2099-01-31";
                let known = object(json!({
                    "asking_party": "01890000-0000-7000-8000-000000000000", "accepted_on": day, "permits_asked_on": day,
                    "works_on": day, "received_on": day, "total": 0,
                    "offered_on": day, "agreed_on": day, "offered_band": "08-11", "agreed_band": "08-11",
                    "debt_bills": ["01890000-0000-7000-8000-000000000001"], "plan_usual": 5, "plan_count": 5,
                    "plan_first_due": later, "plan_down_cents": 0, "first_due_on": later, "down_payment": 0,
                    "debt_to_plan": 20000, "plan_most": 12,
                }));
                let proposed = form.proposal(field, &known, &ENV);
                let proposed =
                    proposed.unwrap_or_else(|| panic!("{code} {}: {} proposes nothing", form.id, field.name));
                let mut stored = known.clone();
                stored.insert(field.name.clone(), proposed);
                let problems = form.check(&stored, today(), &ENV);
                assert!(
                    problems.iter().all(|problem| problem.field != field.name),
                    "{code} {}: {problems:?}",
                    form.id
                );
            }
        }
    }
}

/// The names a form may be posted with: its fields, their parts, and others.
fn names(form: &Form) -> Vec<String> {
    let parts = ["", ".street", ".country", ".postcode", ".F1", ".", ".F1.x"];
    let of_fields = form.fields.iter().flat_map(|field| parts.map(|part| format!("{}{part}", field.name)));
    of_fields.chain(["", "value", "other"].map(str::to_owned)).collect()
}

/// Every form that is shipped, and one with every kind of field.
fn all_forms() -> Vec<Form> {
    let kinds = [
        "text",
        "long_text",
        "choice",
        "flag",
        "date",
        "money",
        "integer",
        "decimal",
        "power",
        "tax_code",
        "vat_number",
        "iban",
        "email",
        "phone",
        "address",
        "party",
        "supply_point",
        "readings",
        "offer",
        "attachment",
        "sex",
    ];
    let every: String =
        kinds.map(|kind| format!("[[field]]\nname = \"a_{kind}\"\nkind = \"{kind}\"\n")).concat();
    let shipped = shipped().into_iter().flat_map(|(_, files)| read(&files).unwrap().forms.into_values());
    shipped.chain([form(&every)]).collect()
}

/// Anything at all, and things near to what is meant.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[-+ ]?[0-9.,' ]{0,24}[a-zA-Z €]{0,3}",
        "[0-9]{0,5}[/. -][0-9]{0,5}[/. -]?[0-9]{0,5}",
        "[A-Z0-9àè]{10,30}",
        "[a-z.@ ]{0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is posted is taken or told, and what was taken without a problem is found right when it is read again.
    #[test]
    fn nothing_typed_stops_the_program_and_what_is_taken_stays_right(
        values in prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec(typed(), 0..3)), 0..24),
    ) {
        thread_local!(static FORMS: Vec<Form> = all_forms());
        FORMS.with(|forms| {
            for form in forms {
                let names = names(form);
                let raw: BTreeMap<String, Vec<String>> =
                    values.iter().map(|(name, values)| (name.get(&names).clone(), values.clone())).collect();
                let (answers, problems) = form.take(&raw, &Map::new(), today(), &ENV);
                let wrong: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
                let again = form.check(&answers, today(), &ENV);
                for problem in &again {
                    prop_assert!(
                        wrong.iter().any(|field| *field == problem.field || field.starts_with(&format!("{}.", problem.field))),
                        "{}: {problem:?} of {answers:?}, not told at first: {problems:?}", form.id
                    );
                }
                for name in answers.keys() {
                    prop_assert!(form.fields.iter().any(|field| field.name == *name));
                }
            }
            Ok(())
        })?;
    }

    /// A day typed in any of the usual ways is the same day.
    #[test]
    fn a_day_is_the_same_however_it_is_typed(year in 1900_i16..2100, month in 1_i8..=12, number in 1_i8..=28) {
        let day = Date::new(year, month, number).unwrap();
        let form = field("date", "");
        let (y, m, d) = (day.year(), day.month(), day.day());
        for text in [format!("{d}/{m}/{y}"), format!("{d:02}.{m:02}.{y}"), format!("{d} {m} {y}"), day.to_string()] {
            prop_assert_eq!(take(&form, &[("asked", &text)]).0, json!({ "asked": day.to_string() }), "{}", text);
        }
    }

    /// An amount shown in Italian is read as the same amount.
    #[test]
    fn an_amount_is_read_as_it_is_shown(cents in -100_000_000_000_i64..100_000_000_000) {
        let shown = kernel::Money::from_cents(cents).show(kernel::Lang::It);
        prop_assert_eq!(take(&field("money", ""), &[("asked", &shown)]).0, json!({ "asked": cents }), "{}", shown);
    }
}
