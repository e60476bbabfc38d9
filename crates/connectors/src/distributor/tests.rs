//! Messages as distributors write them, and as they should not.

use std::io::Write as _;

use domain::distributor::{
    Appointment, Body, Cause, Customer, DistributorFormat as _, Expected, Flow, Head, Message, Outcome,
    Problem, ReadProblem, Request, Technical,
};
use kernel::Lang;
use proptest::prelude::*;

use super::*;

/// An outcome as seen in public code, with a place to break it.
fn outcome(inner: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<Prestazione cod_servizio="A01" cod_flusso="0150">
  <IdentificativiRichiesta>
    <piva_utente>01234560157</piva_utente><piva_distr>00488410010</piva_distr>
    <cod_prat_utente>2026-A01-000123</cod_prat_utente><cod_prat_distr>D99887</cod_prat_distr>
  </IdentificativiRichiesta>
  {inner}
  <note/>
</Prestazione>"#
    )
}

const DONE: &str = "<Esito>1</Esito><DatiTecnici><cod_pdr>00881234567890</cod_pdr><matr_mis>M123456</matr_mis>\
    <anno_fabb_mis>2021</anno_fabb_mis><matr_conv/><data_attivazione>05/03/2026</data_attivazione><segn_mis>0</segn_mis>\
    <segn_conv/></DatiTecnici>";

fn read(text: &str) -> Result<Message, ReadProblem> {
    read_message("prova.xml", text.as_bytes())
}

fn wrong(text: &str) -> (String, Problem) {
    let problem = read(text).unwrap_err();
    (problem.element, problem.problem)
}

fn head(flow: Flow) -> Head {
    Head {
        service: "A01".to_owned(),
        flow,
        seller: "01234560157".parse().unwrap(),
        distributor: "00488410010".parse().unwrap(),
        request: "2026-A01-000123".to_owned(),
        distributor_code: Some("D99887".to_owned()),
        sequence: None,
    }
}

#[test]
fn an_outcome_as_distributors_write_it_is_read() {
    let message = read(&outcome(DONE)).unwrap();
    assert_eq!(message.head, head(Flow::Outcome));
    let Body::Outcome(outcome) = message.body else { panic!("{message:?}") };
    let technical = outcome.technical.unwrap();
    assert_eq!(technical.pdr.as_str(), "00881234567890");
    assert_eq!(technical.activated_on, kernel::Date::new(2026, 3, 5).unwrap());
    assert_eq!((technical.meter_year, technical.reading, technical.corrector), (Some(2021), 0, None));
    assert!(message.unknown.is_empty());
}

#[test]
fn what_is_missing_doubled_or_of_another_kind_is_named_with_its_place() {
    let ids = "Prestazione/IdentificativiRichiesta";
    let value = |found: &str, expected| Problem::Value { found: found.to_owned(), expected };
    let cases = [
        (outcome(""), "Prestazione/Esito".to_owned(), Problem::Missing),
        (outcome("<Esito>2</Esito>"), "Prestazione/Esito".to_owned(), value("2", Expected::Flag)),
        (outcome("<Esito>1</Esito>"), "Prestazione/DatiTecnici".to_owned(), Problem::Missing),
        (outcome("<Esito>0</Esito>"), "Prestazione/Causa".to_owned(), Problem::Missing),
        (outcome(&format!("{DONE}<Esito>1</Esito>")), "Prestazione/Esito".to_owned(), Problem::Twice),
        (
            outcome(&DONE.replace("05/03/2026", "2026-03-05")),
            "Prestazione/DatiTecnici/data_attivazione".to_owned(),
            value("2026-03-05", Expected::Day),
        ),
        (
            outcome(&DONE.replace("05/03/2026", "31/02/2026")),
            "Prestazione/DatiTecnici/data_attivazione".to_owned(),
            value("31/02/2026", Expected::Day),
        ),
        (
            outcome(&DONE.replace("<segn_mis>0", "<segn_mis>-1")),
            "Prestazione/DatiTecnici/segn_mis".to_owned(),
            value("-1", Expected::Number),
        ),
        (
            outcome(&DONE.replace("<matr_conv/>", "<matr_conv>C1</matr_conv>")),
            "Prestazione/DatiTecnici/segn_conv".to_owned(),
            Problem::Missing,
        ),
        (
            outcome(DONE).replace("01234560157", "01234560158"),
            format!("{ids}/piva_utente"),
            value("01234560158", Expected::VatNumber),
        ),
        (
            outcome(DONE).replace("<cod_prat_utente>2026-A01-000123</cod_prat_utente>", "<cod_prat_utente/>"),
            format!("{ids}/cod_prat_utente"),
            Problem::Missing,
        ),
        (
            outcome(DONE).replace("0150", "0300"),
            "Prestazione/@cod_flusso".to_owned(),
            value("0300", Expected::Flow),
        ),
        (
            outcome(DONE).replace("\"A01\"", "\"a 1\""),
            "Prestazione/@cod_servizio".to_owned(),
            value("a 1", Expected::Service),
        ),
        (
            outcome(DONE).replace(" cod_servizio=\"A01\"", ""),
            "Prestazione/@cod_servizio".to_owned(),
            Problem::Missing,
        ),
    ];
    for (text, element, problem) in cases {
        assert_eq!(wrong(&text), (element, problem), "{text}");
    }
    let problem = read(&outcome("<Esito>2</Esito>")).unwrap_err();
    assert_eq!((problem.line, problem.column), (7, 3));
    assert_eq!(
        sentence(&problem, Lang::It),
        "prova.xml, riga 7, carattere 3, Prestazione/Esito: contiene «2»; ci vuole 0 oppure 1."
    );
    assert!(sentence(&problem, Lang::En).contains("line 7, character 3"));
}

#[test]
fn a_file_that_is_no_message_says_what_it_is() {
    for (text, expected) in [
        ("", Problem::NotXml),
        ("COD_SERVIZIO;COD_FLUSSO\r\nA01;0150", Problem::NotXml),
        ("<html><body/></html>", Problem::Root { found: "html".to_owned() }),
    ] {
        assert_eq!(read(text).unwrap_err().problem, expected, "{text}");
    }
    for text in [
        "<Prestazione",
        "<Prestazione cod_servizio=\"A01\" cod_flusso=\"0150\">",
        "<Prestazione></Altro>",
        "<Prestazione/><Prestazione/>",
        "<Prestazione a=\"1\" a=\"2\"/>",
        "<Prestazione/>coda",
    ] {
        let problem = read(text).unwrap_err().problem;
        assert!(matches!(problem, Problem::Malformed { .. }), "{text}: {problem:?}");
    }
    let torn = outcome(DONE);
    let torn = &torn[..torn.len() - 30];
    assert!(matches!(read(torn).unwrap_err().problem, Problem::Malformed { .. }));
}

#[test]
fn document_types_and_entities_are_never_followed() {
    let doctype = r#"<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Prestazione>&x;</Prestazione>"#;
    let laughs = r#"<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Prestazione>&b;</Prestazione>"#;
    for text in [doctype, laughs, "<Prestazione>&x;</Prestazione>", "<Prestazione a=\"&x;\"/>"] {
        assert_eq!(read(text).unwrap_err().problem, Problem::Declaration, "{text}");
    }
    let message = read(&outcome(DONE).replace("<note/>", "<note>l&#39;altro &amp; <![CDATA[<b>]]></note>"));
    assert_eq!(message.unwrap().note, "l'altro & <b>");
}

#[test]
fn depth_and_number_of_elements_have_an_end() {
    let deep = format!("{}{}", "<Prestazione>".repeat(17), "</Prestazione>".repeat(17));
    assert_eq!(read(&deep).unwrap_err().problem, Problem::TooDeep { most: 16 });
    let many = format!("<Prestazione>{}</Prestazione>", "<x/>".repeat(10_000));
    assert_eq!(read(&many).unwrap_err().problem, Problem::TooManyElements { most: 10_000 });
    let long = outcome(DONE).replace("<note/>", &format!("<note>{}</note>", "x".repeat(2001)));
    assert!(matches!(
        wrong(&long).1,
        Problem::Value { expected: Expected::Text(2000), ref found } if found.len() == 40
    ));
}

#[test]
fn letters_are_read_as_the_file_says_and_never_guessed() {
    let text = outcome("<Esito>0</Esito><Causa><motivazione>Verrà più tardi</motivazione></Causa>");
    let cause = |message: Message| match message.body {
        Body::Outcome(outcome) => outcome.causes.first().map(|cause| cause.text.clone()).unwrap_or_default(),
        other => panic!("{other:?}"),
    };
    assert_eq!(cause(read(&text).unwrap()), "Verrà più tardi");
    assert_eq!(cause(read(&format!("\u{feff}{text}")).unwrap()), "Verrà più tardi");
    let latin = text.replace("UTF-8", "ISO-8859-1");
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&latin);
    assert_eq!(cause(read_message("l.xml", &bytes).unwrap()), "Verrà più tardi");
    // The same bytes under a wrong name are refused, with the line of the first wrong one.
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&text);
    let problem = read_message("l.xml", &bytes).unwrap_err();
    assert_eq!(problem.problem, Problem::Encoding { encoding: "UTF-8".to_owned() });
    assert_eq!(problem.line, 7);
    let odd = read(&text.replace("UTF-8", "EBCDIC-X")).unwrap_err();
    assert_eq!(odd.problem, Problem::Encoding { encoding: "EBCDIC-X".to_owned() });
}

#[test]
fn elements_of_a_newer_schema_are_left_out_and_named() {
    let message =
        read(&outcome(&DONE.replace("<matr_conv/>", "<matr_conv/><classe_mis>G4</classe_mis>"))).unwrap();
    assert_eq!(message.unknown, ["Prestazione/DatiTecnici/classe_mis"]);
}

#[test]
fn an_appointment_ends_after_it_begins() {
    let with = |times: &str| {
        outcome(&format!("<Appuntamento><data_app>06/03/2026</data_app>{times}</Appuntamento>"))
            .replace("0150", "0200")
    };
    let message = read(&with("<ora_inizio>08:00</ora_inizio><ora_fine>10:30</ora_fine>")).unwrap();
    let on = kernel::Date::new(2026, 3, 6).unwrap();
    assert_eq!(message.body, Body::Appointment(Appointment { on, from: Some(480), to: Some(630) }));
    assert!(read(&with("")).is_ok());
    for times in [
        "<ora_inizio>10:00</ora_inizio><ora_fine>08:00</ora_fine>",
        "<ora_inizio>10:00</ora_inizio><ora_fine>10:00</ora_fine>",
        "<ora_fine>10:00</ora_fine>",
    ] {
        let (element, problem) = wrong(&with(times));
        assert_eq!(element, "Prestazione/Appuntamento/ora_fine");
        assert!(matches!(problem, Problem::Value { expected: Expected::Later, .. }));
    }
    let (_, problem) = wrong(&with("<ora_inizio>8:00</ora_inizio>"));
    assert!(matches!(problem, Problem::Value { expected: Expected::Time, .. }));
}

#[test]
fn an_inadmissible_request_says_why() {
    let with =
        |inner: &str| outcome(&format!("<Ammissibilita>{inner}</Ammissibilita>")).replace("0150", "0100");
    let both = "<verifica_amm>0</verifica_amm><cod_causale>010</cod_causale><motivazione>PdR inesistente</motivazione>\
        <Causa><cod_causale>011</cod_causale></Causa>";
    let Body::Admissibility(answer) = read(&with(both)).unwrap().body else { panic!() };
    let cause = |code: &str, text: &str| Cause { code: code.to_owned(), text: text.to_owned() };
    assert_eq!(answer.causes, [cause("010", "PdR inesistente"), cause("011", "")]);
    let (element, problem) = wrong(&with("<verifica_amm>0</verifica_amm>"));
    assert_eq!((element.as_str(), problem), ("Prestazione/Ammissibilita/cod_causale", Problem::Missing));
}

fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_package_is_read_member_by_member_and_a_bad_one_holds_up_nobody() {
    let good = outcome(DONE);
    let bytes =
        zip_of(&[("../../a.xml", good.as_bytes()), ("b.xml", b"<a/>"), ("again/a2.xml", good.as_bytes())]);
    let rows = StandardFormat.read("flussi.zip", &bytes).unwrap();
    let files: Vec<&str> = rows.iter().map(|row| row.file.as_str()).collect();
    assert_eq!(files, ["a.xml", "b.xml", "a2.xml"]);
    assert_eq!(rows.iter().map(|row| row.message.is_ok()).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!(rows[0].digest, rows[2].digest);
    assert_eq!(rows[0].digest.len(), 64);
}

#[test]
fn a_package_that_is_broken_or_hides_another_is_refused_whole() {
    let inner = zip_of(&[("a.xml", b"<a/>")]);
    let nested = zip_of(&[("inner.zip", &inner)]);
    let problem = StandardFormat.read("x.zip", &nested).unwrap_err();
    assert_eq!((problem.file.as_str(), problem.problem), ("inner.zip", Problem::Package));
    let empty = StandardFormat.read("x.zip", &zip_of(&[])).unwrap_err();
    assert_eq!(empty.problem, Problem::Empty);
    let torn = StandardFormat.read("x.zip", &inner[..inner.len() / 2]).unwrap_err();
    assert_eq!(torn.problem, Problem::Package);
    let large = StandardFormat.read("x.xml", &vec![b' '; MOST_BYTES + 1]).unwrap_err();
    assert_eq!(large.problem, Problem::TooLarge { most: MOST_BYTES });
    // A bomb: each member is small in the package, all together are not.
    let block = vec![b' '; 1024];
    let bomb = zip_of(&[("1", &block), ("2", &block), ("3", &block)]);
    let refused = super::package::unpack("x.zip", &bomb, 3000).unwrap_err();
    assert_eq!(refused.problem, Problem::TooLarge { most: 3000 });
    assert_eq!(super::package::unpack("x.zip", &bomb, 3072).unwrap().len(), 3);
    let many: Vec<(String, &[u8])> =
        (0..=MOST_MEMBERS).map(|number| (format!("{number}.xml"), &b"<a/>"[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let refused = StandardFormat.read("x.zip", &zip_of(&many)).unwrap_err();
    assert_eq!(refused.problem, Problem::TooManyMembers { most: MOST_MEMBERS });
}

#[test]
fn the_name_of_a_file_tells_who_sends_what_to_whom() {
    let mut message = read(&outcome(DONE)).unwrap();
    let on = kernel::Date::new(2026, 3, 5).unwrap();
    assert_eq!(file_name(&message, on, 7), "00488410010_01234560157_202603_A010150_7.xml");
    message.head.flow = Flow::Request;
    message.body = Body::Request(request("Montanari", "", ""));
    assert_eq!(file_name(&message, on, 7), "01234560157_00488410010_202603_A010050_7.xml");
}

fn request(surname: &str, phone: &str, email: &str) -> Request {
    Request {
        pdr: "00881234567890".parse().unwrap(),
        meter: None,
        customer: Customer {
            surname: surname.to_owned(),
            tax_code: "MNTRNI91S42B819T".to_owned(),
            phone: phone.to_owned(),
            email: email.to_owned(),
            ..Customer::default()
        },
        asked_on: kernel::Date::new(2026, 3, 5).unwrap(),
        wanted_on: None,
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was(
        surname in "[^\\p{C}\\s]([^\\p{C}]{0,20}[^\\p{C}\\s])?",
        phone in "[0-9+]{0,12}",
        note in "([^\\p{C}\\s]([^\\p{C}]{0,60}[^\\p{C}\\s])?)?",
        reading in 0_u64..9_999_999_999,
        corrector in proptest::option::of(("[A-Z0-9]{1,12}", 0_u64..9_999_999)),
        from in 0_u16..1439,
    ) {
        let bodies = [
            Body::Request(request(&surname, &phone, "")),
            Body::Appointment(Appointment {
                on: kernel::Date::new(2026, 3, 6).unwrap(), from: Some(from), to: Some(from + 1),
            }),
            Body::Outcome(Outcome {
                done: true,
                causes: Vec::new(),
                technical: Some(Technical {
                    pdr: "00881234567890".parse().unwrap(),
                    meter: "M1".to_owned(),
                    meter_year: None,
                    corrector: corrector.clone().map(|(serial, _)| serial),
                    activated_on: kernel::Date::new(2026, 3, 6).unwrap(),
                    reading,
                    corrector_reading: corrector.map(|(_, value)| value),
                }),
            }),
        ];
        for body in bodies {
            let flow = match body {
                Body::Request(_) => Flow::Request,
                Body::Appointment(_) => Flow::Appointment,
                _ => Flow::Outcome,
            };
            let message = Message { head: head(flow), body, note: note.clone(), unknown: Vec::new() };
            let again = read_message("f.xml", &write_message(&message));
            prop_assert_eq!(again.unwrap(), message);
        }
    }

    #[test]
    fn no_bytes_bring_the_reader_down(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0_usize..600) {
        let _ = StandardFormat.read("f.xml", &bytes);
        let mut text = outcome(DONE).into_bytes();
        let at = at % text.len();
        text.splice(at..at, bytes);
        let _ = read_message("f.xml", &text);
    }
}
