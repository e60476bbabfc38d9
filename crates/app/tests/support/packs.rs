//! Packs of one diagram, made for a test: written, published, looked at.

use app::{
    Error,
    cases::{CaseView, show},
};
use kernel::CaseId;
use procedures::Files;
use store::cases::process;

use crate::support::World;

const TEXTS: &str = "procedure = Prova\npaper-voucher = Buono\n";

/// A pack of one diagram without forms.
pub fn pack(code: &str, manifest: &str, processes: &str) -> Files {
    let diagram = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" \
         xmlns:sportello=\"https://sportello.example/bpmn/1\" id=\"d\" targetNamespace=\"urn:test\">{processes}</definitions>"
    );
    let manifest =
        format!("code = \"{code}\"\nprocess = \"{code}\"\nsectors = [\"electricity\"]\n{manifest}");
    [
        ("procedure.toml", manifest.as_str()),
        ("process.bpmn", diagram.as_str()),
        ("letters/voucher.typ", "= Buono"),
        ("texts/it.ftl", TEXTS),
        ("texts/en.ftl", TEXTS),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .collect()
}

/// A straight process of these elements, each written without its closing.
pub fn straight(id: &str, elements: &[&str]) -> String {
    let mut text = format!("<process id=\"{id}\" isExecutable=\"true\"><startEvent id=\"{id}_start\"/>");
    let mut last = format!("{id}_start");
    for (number, element) in elements.iter().enumerate() {
        let name = format!("{id}_{number}");
        let (kind, rest) = element.split_once(' ').unwrap_or((element, ""));
        text.push_str(&format!("<{kind} id=\"{name}\" {rest}/>"));
        text.push_str(&format!("<sequenceFlow id=\"f_{name}\" sourceRef=\"{last}\" targetRef=\"{name}\"/>"));
        last = name;
    }
    text.push_str(&format!(
        "<endEvent id=\"{id}_end\"/><sequenceFlow id=\"f_{id}_end\" sourceRef=\"{last}\" targetRef=\"{id}_end\"/></process>"
    ));
    text
}

/// Makes the request.
pub const START: &str = "serviceTask sportello:operation=\"case.start\"";
/// Finds it admissible.
pub const ADMIT: &str = "serviceTask sportello:operation=\"case.admit\"";
/// Ends it.
pub const FULFIL: &str = "serviceTask sportello:operation=\"case.fulfil\"";

/// Puts a pack into force.
pub async fn publish(world: &World, files: &Files) {
    publish_version(world, files, 1).await;
}

/// Puts a version of a pack into force.
pub async fn publish_version(world: &World, files: &Files, version: i64) {
    let read = procedures::read(files).expect("the pack can be read");
    let (ctx, files) = (world.app.system("test"), serde_json::to_string(files).unwrap());
    let bundle = process::Bundle { procedure: read.code, version, hash: read.hash, files };
    world
        .app
        .db
        .write("publish", move |tx| Ok::<_, Error>(process::publish(tx, &ctx, &bundle)?))
        .await
        .unwrap();
}

/// A case with everything that hangs on it.
pub async fn seen(world: &World, case: CaseId) -> CaseView {
    show(&world.app, &world.app.system("test"), case).await.unwrap()
}
