//! Every text a pack needs is there, in every language.

use engine::executable::Kind;
use kernel::Lang;

use crate::{Defect, FieldKind, Pack};

/// Every text the pack needs, in both languages.
pub(super) fn check(pack: &Pack, defects: &mut Vec<Defect>) {
    let mut needed: Vec<String> = vec!["procedure".to_owned()];
    let key = |text: &str| text.replace('_', "-");
    if pack.digit.is_some() {
        needed.push("act".to_owned());
    }
    for line in &pack.summary {
        needed.push(format!("summary-{}", key(&line.id)));
    }
    for step in &pack.steps {
        needed.push(format!("step-{}", key(&step.id)));
    }
    for paper in &pack.papers {
        needed.push(format!("paper-{}", key(&paper.kind)));
    }
    for element in pack.executables.values().flat_map(|executable| &executable.elements) {
        if matches!(element.kind, Kind::User | Kind::Receive) {
            needed.push(format!("element-{}", key(&element.id)));
        }
    }
    for form in pack.forms.values() {
        for section in &form.sections {
            needed.push(format!("section-{}-{}", key(&form.id), key(&section.id)));
        }
        for field in form.fields.iter().flat_map(crate::Field::with_inner) {
            needed.push(format!("field-{}", key(&field.name)));
            if field.check.is_some() {
                needed.push(format!("field-{}-check", key(&field.name)));
            }
            if field.kind == FieldKind::Choice {
                needed.extend(
                    field
                        .choices
                        .iter()
                        .map(|choice| format!("choice-{}-{}", key(&field.name), key(&choice.value))),
                );
            }
        }
    }
    needed.sort();
    needed.dedup();
    for lang in Lang::ALL {
        for text in needed.iter().filter(|text| !pack.texts.has(lang, text)) {
            let file = format!("texts/{}.ftl", lang.code());
            defects.push(Defect::new(&file, text, "the text is missing", "write it"));
        }
    }
}
