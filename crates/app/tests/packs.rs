//! The shipped packs are proved against the operations of this program.

#[test]
fn every_shipped_pack_is_proved() {
    let catalogue = app::processes::catalogue();
    for (code, files) in procedures::shipped() {
        let pack = procedures::read(&files).unwrap();
        let defects: Vec<String> =
            procedures::prove(&pack, &catalogue).iter().map(ToString::to_string).collect();
        assert!(defects.is_empty(), "{code}:\n{}", defects.join("\n"));
    }
}
