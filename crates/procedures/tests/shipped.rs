//! The shipped packs are read, and what is read is what is shipped.

use procedures::{read, same_digits, shipped};

#[test]
fn every_shipped_pack_is_read_without_defects() {
    let packs = shipped();
    assert!(!packs.is_empty());
    for (code, files) in packs {
        match read(&files) {
            Ok(pack) => assert_eq!(pack.code, code, "the folder has the code's name"),
            Err(defects) => {
                let list: Vec<String> = defects.iter().map(ToString::to_string).collect();
                panic!("{code}:\n{}", list.join("\n"));
            }
        }
    }
}

#[test]
fn the_hash_changes_with_every_file() {
    for (code, files) in shipped() {
        let hash = read(&files).unwrap().hash;
        assert_eq!(hash.len(), 64);
        assert_eq!(read(&files).unwrap().hash, hash, "{code}: the same files have the same hash");
        let mut renamed = files.clone();
        renamed.insert("letters/note.typ".to_owned(), String::new());
        assert_ne!(read(&renamed).unwrap().hash, hash, "{code}: one more file");
        let mut written = files.clone();
        written.get_mut("texts/it.ftl").unwrap().push_str("\n# A remark.\n");
        assert_ne!(read(&written).unwrap().hash, hash, "{code}: one more line");
    }
}

#[test]
fn every_step_of_the_wizard_has_forms_and_a_title_in_both_languages() {
    for (code, files) in shipped() {
        let pack = read(&files).unwrap();
        for step in &pack.steps {
            for lang in kernel::Lang::ALL {
                let key = format!("step-{}", step.id.replace('_', "-"));
                assert!(pack.texts.get(lang, &key, &[]).is_some(), "{code}: {key} in {}", lang.code());
            }
            for task in &step.tasks {
                assert!(pack.form_of_task(task).is_some(), "{code}: the task {task} has no form");
                assert_eq!(pack.step_of(task).map(|found| &found.id), Some(&step.id), "{code}: {task}");
            }
        }
    }
}

#[test]
fn no_two_shipped_packs_are_started_by_the_same_digit() {
    let packs: Vec<_> = shipped().into_iter().map(|(_, files)| read(&files).unwrap()).collect();
    assert_eq!(same_digits(&packs), []);
}

#[test]
fn every_shipped_procedure_says_how_it_is_called_off_opened_again_and_taken_back() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../procedures");
    for (code, _) in procedures::shipped() {
        let text = std::fs::read_to_string(folder.join(code).join("README.md")).unwrap_or_default();
        for word in ["**Cancel**", "**Reopen**", "**Undo**"] {
            assert!(text.contains(word), "procedures/{code}/README.md does not say {word}");
        }
    }
}
