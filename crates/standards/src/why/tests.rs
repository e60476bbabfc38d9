use kernel::Lang;

use crate::{Case, CauseOfMiss, Packs, Suspension, evaluate};

fn told(id: &str, case: &Case, now: &str) -> (String, String) {
    let standard = Packs::shipped().in_force(id, case.started.date()).unwrap();
    let judged = evaluate(standard, case, now.parse().unwrap());
    (judged.why(standard, case, Lang::It), judged.why(standard, case, Lang::En))
}

fn started(at: &str) -> Case {
    Case::started(at.parse().unwrap())
}

#[test]
fn a_running_case_is_told_from_law_to_day() {
    let mut case = started("2026-03-02T10:12:00+01:00");
    case.suspended.push(Suspension {
        from: "2026-03-06T12:00:00+01:00".parse().unwrap(),
        to: Some("2026-03-16T09:00:00+01:00".parse().unwrap()),
        cause: Some("customer".into()),
    });
    let (it, en) = told("W-S14", &case, "2026-03-20T09:00:00+01:00");
    assert_eq!(
        it,
        "Preventivazione lavori con sopralluogo (W-S14): articolo 19, RQSII (del. 655/2015/R/idr, All. A), testo in vigore dal \
         1 luglio 2016. Il termine è di 20 giorni lavorativi (dal lunedì al venerdì, esclusi i festivi nazionali). Il conto parte da \
         lunedì 2 marzo 2026 (ricevimento della richiesta), giorno che non si conta. Festivi non contati: 6 aprile 2026 (Lunedì \
         dell'Angelo). Sospensione da venerdì 6 marzo 2026 a lunedì 16 marzo 2026 (in attesa del cliente): tolti 6 giorni lavorativi. \
         A venerdì 20 marzo 2026 sono trascorsi 8 giorni lavorativi su 20. Il termine scade mercoledì 8 aprile 2026."
    );
    assert!(en.contains("article 19") && en.contains("The term is due on Wednesday 8 April 2026."), "{en}");
}

#[test]
fn a_late_request_says_to_which_day_it_was_moved() {
    let (it, en) = told("W-S10", &started("2026-04-03T18:00:00+02:00"), "2026-04-04T09:00:00+02:00");
    assert!(
        it.contains("venerdì 3 aprile 2026, non prima delle 18:00: vale come di sabato 4 aprile 2026"),
        "{it}"
    );
    assert!(en.contains("it counts as of Saturday 4 April 2026"), "{en}");
}

#[test]
fn an_indemnity_is_told_with_its_state() {
    let mut case = started("2026-03-02T10:12:00+01:00");
    let now = "2026-12-01T09:00:00+01:00";
    assert!(told("W-S12", &case, now).0.contains("Indennizzo maturato finora: 90,00\u{a0}€"));
    case.stopped = Some("2026-03-10T09:00:00+01:00".parse().unwrap());
    assert!(told("W-S12", &case, now).0.contains("È dovuto un indennizzo di 30,00\u{a0}€"));
    case.in_arrears = true;
    assert!(told("W-S12", &case, now).1.contains("waits while the customer is in arrears"));
    case.cause_of_miss = Some(CauseOfMiss::ForceMajeure);
    assert!(told("W-S12", &case, now).0.contains("cause di forza maggiore"));
    case.cause_of_miss = None;
    case.already_compensated_this_year = 1;
    case.stopped = Some("2026-05-10T09:00:00+02:00".parse().unwrap());
    assert!(told("V-S01", &case, now).0.contains("nell'anno ne sono già stati pagati 1"));
    assert!(told("V-G01", &case, now).0.contains("non è dovuto alcun indennizzo"));
}

#[test]
fn an_open_suspension_says_that_the_day_is_unknown() {
    let mut case = started("2026-03-02T10:12:00+01:00");
    case.suspended.push(Suspension { from: case.started, to: None, cause: None });
    let (it, en) = told("W-S12", &case, "2026-03-05T09:00:00+01:00");
    assert!(
        it.contains("causa non indicata") && it.contains("non si conosce finché la sospensione è aperta"),
        "{it}"
    );
    assert!(en.contains("The due day is unknown while the suspension is open."), "{en}");
}

#[test]
fn every_shipped_standard_can_be_told_in_both_languages() {
    let mut case = started("2026-03-02T10:12:00+01:00");
    for stopped in [None, Some("2026-09-02T10:12:00+02:00".parse().unwrap())] {
        case.stopped = stopped;
        for standard in Packs::shipped().standards() {
            let judged = evaluate(standard, &case, "2026-10-01T10:00:00+02:00".parse().unwrap());
            for lang in [Lang::It, Lang::En] {
                let text = judged.why(standard, &case, lang);
                assert!(
                    text.contains(standard.act(lang)) && text.ends_with('.') && !text.contains("  "),
                    "{text}"
                );
            }
        }
    }
}
