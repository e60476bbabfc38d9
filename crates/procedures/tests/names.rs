//! What the elements of the shipped procedures are called.

use kernel::Lang;
use procedures::{read, shipped};

#[test]
fn everything_that_has_a_name_in_a_diagram_has_an_english_one() {
    let mut missing = Vec::new();
    for (code, files) in shipped() {
        let pack = read(&files).unwrap_or_else(|defects| panic!("{code}: {defects:?}"));
        for element in pack.executables.values().flat_map(|one| &one.elements) {
            let key = format!("element-{}", element.id.replace('_', "-"));
            // The process itself is named by the text `procedure`.
            if *element.id == *code {
                continue;
            }
            if !element.name.trim().is_empty() && pack.texts.get(Lang::En, &key, &[]).is_none() {
                missing.push(format!("{code} {key} ({})", element.name));
            }
        }
    }
    assert!(missing.is_empty(), "without an English name:\n{}", missing.join("\n"));
}
