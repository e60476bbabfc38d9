//! Rehearsals written in packs are played; together they walk every flow of every diagram shipped.

mod small_pack;

use procedures::{Files, Pack, read, rehearse, shipped};

fn with(rehearsals: &str) -> Pack {
    let mut files: Files = small_pack::files();
    files.insert("rehearsals.toml".to_owned(), rehearsals.to_owned());
    read(&files).unwrap_or_else(|defects| panic!("{defects:?}"))
}

const GRANTED: &str = "[[rehearsal]]\nname = \"granted\"\nend = \"handed_over\"\n[[rehearsal.turn]]\nat = \"decide\"\nanswers = { grant = true }\n";
const DENIED: &str = "[[rehearsal]]\nname = \"denied\"\nend = \"turned_down\"\n[[rehearsal.turn]]\nat = \"decide\"\nanswers = { grant = false }\n";
const LOST: &str = "[[rehearsal]]\nname = \"lost\"\nend = \"turned_down\"\n[[rehearsal.turn]]\nat = \"decide\"\nanswers = { grant = true }\n[[rehearsal.turn]]\nat = \"cut\"\nerror = \"lost\"\n";

#[test]
fn every_flow_of_every_shipped_procedure_is_walked() {
    // The change of holder is played in all its combinations by the test `paths` too.
    for (code, files) in shipped() {
        let pack = read(&files).unwrap();
        let (coverage, defects) = rehearse(&pack);
        let all = coverage.walked.len() + coverage.missed.len();
        println!(
            "{code}: {} rehearsals, {} of {all} flows ({} %)",
            coverage.played,
            coverage.walked.len(),
            coverage.percent()
        );
        assert_eq!(defects, [], "{code}");
        assert!(coverage.missed.is_empty(), "{code}: never walked: {:?}", coverage.missed);
    }
}

#[test]
fn what_the_rehearsals_walk_is_counted_flow_by_flow() {
    let (coverage, defects) = rehearse(&with(GRANTED));
    assert_eq!(defects, []);
    assert_eq!((coverage.played, coverage.walked.len()), (1, 6));
    assert_eq!(coverage.missed.iter().collect::<Vec<_>>(), ["f_denied", "f_lost", "f_refused"]);
    let (coverage, defects) = rehearse(&with(&format!("{GRANTED}{DENIED}{LOST}")));
    assert_eq!((defects, coverage.percent()), (vec![], 100));
}

#[test]
fn a_rehearsal_that_ends_elsewhere_is_a_defect_with_its_name() {
    let (_, defects) = rehearse(&with(&GRANTED.replace("handed_over", "turned_down")));
    let told: Vec<String> = defects.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told.concat().starts_with("rehearsals.toml, granted: it does not come to `turned_down`"),
        "{told:?}"
    );
}

#[test]
fn a_rehearsal_of_an_element_that_is_not_drawn_is_a_defect() {
    let (_, defects) = rehearse(&with(&GRANTED.replace("\"decide\"", "\"deicde\"")));
    assert!(defects.iter().any(|defect| defect.message.contains("no element `deicde`")), "{defects:?}");
}

#[test]
fn an_operation_does_not_keep_silent_and_a_task_does_not_fail() {
    let silent = GRANTED.to_owned() + "[[rehearsal.turn]]\nat = \"cut\"\nsilence = true\n";
    let (_, defects) = rehearse(&with(&silent));
    assert!(defects.iter().any(|defect| defect.message.contains("it always answers")), "{defects:?}");
    let failing = "[[rehearsal]]\nname = \"x\"\nend = \"handed_over\"\n[[rehearsal.turn]]\nat = \"decide\"\nerror = \"lost\"\n";
    let (_, defects) = rehearse(&with(failing));
    assert!(defects.iter().any(|defect| defect.message.contains("is no operation")), "{defects:?}");
}

#[test]
fn a_line_that_cannot_be_read_is_told_with_its_number() {
    let mut files: Files = small_pack::files();
    files.insert("rehearsals.toml".to_owned(), "[[rehearsal]]\nname = \"x\"\nends = \"y\"\n".to_owned());
    let defects = read(&files).unwrap_err();
    assert!(defects.iter().any(|defect| defect.file == "rehearsals.toml"), "{defects:?}");
}
