//! Answers that are lists, choices from the registry and worked out answers, in the wizard and in the task of a case: a
//! procedure of the test's own asks for one of each. Without script as a browser posts forms, and as htmx does.

use kernel::Money;
use testkit::{Answered, TestApp, Visitor, Who, bill, person, procedure, supply};

const LISTS: &str = include_str!("fields_pack/lists.toml");
const TEXTS: &str = include_str!("fields_pack/texts.ftl");

/// A draft of the procedure with who asks, and what the registry has of them.
struct Desk {
    clerk: Visitor,
    /// The id of the case.
    case: String,
    /// The address of its first step.
    step: String,
    /// Ids of two bills of the customer.
    bills: [String; 2],
    /// The id of a bill of somebody else.
    other: String,
    contract: String,
}

async fn desk(test: &TestApp) -> Desk {
    procedure(
        test,
        &[
            ("procedure.toml", include_str!("fields_pack/procedure.toml")),
            ("process.bpmn", include_str!("fields_pack/process.bpmn")),
            ("forms/lists.toml", LISTS),
            ("forms/review.toml", LISTS),
            ("forms/confirm.toml", include_str!("fields_pack/confirm.toml")),
            ("texts/it.ftl", TEXTS),
            ("texts/en.ftl", TEXTS),
        ],
    )
    .await;
    let euro = Money::from_cents;
    let holder = person(test, "40217", "Rinaldi", "Teresa", "RNLTRS72R46F257S").await;
    let supplied = supply(test, holder, "IT999E00000010", "C-1").await;
    let first = bill(test, supplied.contract, "2025/A/048812", "2026-01-12", euro(5890), euro(2000)).await;
    let second = bill(test, supplied.contract, "2026/A/009377", "2026-05-02", euro(6120), Money::ZERO).await;
    let stranger = person(test, "40218", "Neri", "Ugo", "NREGUO58D19F257O").await;
    let elsewhere = supply(test, stranger, "IT999E00000011", "C-2").await;
    let other = bill(test, elsewhere.contract, "2026/A/000001", "2026-05-02", euro(100), Money::ZERO).await;
    let clerk = test.visitor(Who::Operator).await;
    let (party, point) = (holder.to_string(), supplied.point.to_string());
    let from = [("origine", "counter"), ("cliente", party.as_str()), ("fornitura", point.as_str())];
    let begun = clerk.post("/richieste/nuova/TST", &from).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let step = begun.location().to_owned();
    let case = step.trim_start_matches("/voltura/").trim_end_matches("/lists").to_owned();
    Desk {
        clerk,
        case,
        step,
        bills: [first.to_string(), second.to_string()],
        other: other.to_string(),
        contract: supplied.contract.to_string(),
    }
}

impl Desk {
    /// Every answer of the form, with these in place of or beside the usual ones.
    fn answers<'a>(&'a self, own: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let usual = [
            ("righe", "heirs"),
            ("righe", "items"),
            ("heirs.0.name", "Anna"),
            ("heirs.0.share", "60"),
            ("disputed", ""),
            ("disputed", self.bills[0].as_str()),
            ("contract", self.contract.as_str()),
            ("items.0.code", "tubo"),
            ("items.0.quantity", "2,5"),
            ("items.0.price", "19,99"),
        ];
        let replaced = |name: &str| own.iter().any(|(known, _)| *known == name);
        usual.into_iter().filter(|(name, _)| !replaced(name)).chain(own.iter().copied()).collect()
    }
}

/// The text of the element with this id, up to its end.
fn within(page: &Answered, id: &str) -> String {
    let text = page.text();
    let mark = format!("id=\"{id}\"");
    let rest = text.split_once(&mark).map(|(_, rest)| rest).unwrap_or_default();
    rest.split_once('>').and_then(|(_, rest)| rest.split_once("</")).map_or("", |(own, _)| own).to_owned()
}

/// The value of the control with this id.
fn value(page: &Answered, id: &str) -> String {
    let text = page.text();
    let mark = format!("id=\"{id}\"");
    let tag = text.split('<').find(|tag| tag.contains(&mark)).unwrap_or_default();
    tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn every_kind_of_field_has_its_control() {
    for test in TestApp::everywhere().await {
        let desk = desk(&test).await;
        let page = desk.clerk.get(&desk.step).await;
        assert_eq!(page.status, 200, "{}", page.text());
        for control in [
            "name=\"heirs.0.name\"",
            "Aggiungi un erede",
            "name=\"items.0.quantity\"",
            "2025/A/048812",
            "2026/A/009377",
            "C-1",
        ] {
            assert!(page.shows(control), "{control} is missing: {}", page.text());
        }
        assert!(!page.shows("2026/A/000001"), "bills of somebody else are not offered");
        assert!(!page.shows("name=\"heirs.0.since\""), "a blank row asks nothing that hangs on an answer");
        assert!(!page.shows("name=\"shared\""), "what is worked out cannot be typed");
    }
}

#[tokio::test]
async fn without_script_buttons_add_and_remove_rows_and_keep_what_was_typed() {
    for test in TestApp::everywhere().await {
        let desk = desk(&test).await;
        let more = desk.clerk.post(&desk.step, &desk.answers(&[("aggiungi", "heirs")])).await;
        assert_eq!(more.status, 200, "{}", more.text());
        assert_eq!(value(&more, "heirs.0.name"), "Anna");
        assert!(more.shows("name=\"heirs.1.name\"") && !more.shows("name=\"heirs.2.name\""));
        assert_eq!((within(&more, "heirs.0.left"), within(&more, "shared")), ("40".into(), "60".into()));

        let two = [("heirs.1.name", "Ugo"), ("heirs.1.share", "metà")];
        let full =
            desk.clerk.post(&desk.step, &desk.answers(&[&two[..], &[("aggiungi", "heirs")]].concat())).await;
        assert_eq!(value(&full, "heirs.1.share"), "metà", "what cannot be read stays where it was typed");
        assert!(full.shows("name=\"heirs.2.name\""));
        assert!(!full.shows("Aggiungi un erede"), "three are the most");

        let less =
            desk.clerk.post(&desk.step, &desk.answers(&[&two[..], &[("togli", "heirs.0")]].concat())).await;
        assert_eq!((less.status, value(&less, "heirs.0.name")), (200, "Ugo".to_owned()), "{}", less.text());
        assert!(!less.shows("name=\"heirs.1.name\""));
        assert!(less.shows(&format!("value=\"{}\" checked", desk.bills[0])), "the other answers stay");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_row_and_field() {
    for test in TestApp::everywhere().await {
        let desk = desk(&test).await;
        let wrong = desk.answers(&[
            ("heirs.3.name", "Ugo"),
            ("heirs.3.share", "120"),
            ("items.0.quantity", "0"),
            ("disputed", desk.other.as_str()),
        ]);
        let refused = desk.clerk.post(&desk.step, &wrong).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert_eq!(value(&refused, "heirs.1.share"), "120", "rows close up, what was typed stays");
        assert!(refused.shows("id=\"heirs.1.share-nota\""), "{}", refused.text());
        assert!(refused.shows("href=\"#heirs.1.share\"") && refused.shows("Erede 2, Quota: Tra 1 e 100"));
        assert!(refused.shows("href=\"#items.0.quantity\""), "{}", refused.text());
        assert!(refused.shows("id=\"disputed-nota\""), "a bill of somebody else is not taken");
        assert_eq!(value(&refused, "heirs.0.name"), "Anna");
    }
}

#[tokio::test]
async fn a_row_asks_what_its_own_answers_ask() {
    let test = TestApp::sqlite().await;
    let desk = desk(&test).await;
    let case = desk.case.as_str();
    let fields = desk.answers(&[("heirs.0.resident", "true"), ("compito", "lists"), ("finestra", "w")]);
    let path = format!("/voltura/{case}/bozza");
    let part = desk.clerk.post_changed(&path, "heirs.0.resident", &fields).await;
    assert_eq!((part.status, part.header("hx-retarget")), (200, "[id='heirs-campo']"), "{}", part.text());
    assert!(part.shows("name=\"heirs.0.since\"") && !part.shows("id=\"p-modulo\""), "the list alone");
}

#[tokio::test]
async fn while_somebody_types_only_the_field_and_the_sums_come_back() {
    let test = TestApp::sqlite().await;
    let desk = desk(&test).await;
    let path = format!("/voltura/{}/bozza", desk.case);
    let fields = desk.answers(&[("compito", "lists"), ("finestra", "w")]);
    let part = desk.clerk.post_changed(&path, "heirs.0.share", &fields).await;
    assert_eq!((part.status, part.header("hx-retarget")), (200, ""), "{}", part.text());
    assert!(part.text().trim_start().starts_with("<div class=\"field"), "the field first: {}", part.text());
    assert!(!part.shows("name=\"heirs.0.name\""), "nothing is taken from under the fingers");
    assert_eq!(within(&part, "shared"), "60");
    assert_eq!(within(&part, "fee"), "15,00\u{a0}€");
    // 2.5 × 19.99 = 49.975, and halves go away from zero.
    assert_eq!(within(&part, "items.0-importo"), "49,98\u{a0}€");
    let added = desk
        .clerk
        .post_changed(
            &path,
            "aggiungi",
            &desk.answers(&[("compito", "lists"), ("finestra", "w"), ("aggiungi", "items")]),
        )
        .await;
    assert_eq!(added.header("hx-retarget"), "[id='items-campo']");
    assert!(added.shows("name=\"items.1.code\"") && added.shows("data-new"), "{}", added.text());
}

#[tokio::test]
async fn lists_and_choices_are_summed_up_in_words_and_asked_again_on_the_case() {
    for test in TestApp::everywhere().await {
        let desk = desk(&test).await;
        let next = desk.clerk.post(&desk.step, &desk.answers(&[])).await;
        assert_eq!(next.status, 303, "{}", next.text());
        let confirm = desk.clerk.get(next.location()).await;
        for words in ["Anna, 60, 40", "2025/A/048812", "C-1", "tubo × 2,5", "15,00\u{a0}€"] {
            assert!(confirm.shows(words), "{words} is missing: {}", confirm.text());
        }
        assert!(!confirm.shows(&format!("<dd>{}", desk.bills[0])), "nobody reads ids");
        let made = desk.clerk.post(next.location(), &[("agreed", "true")]).await;
        let page = format!("/richieste/{}", desk.case);
        assert_eq!((made.status, made.location()), (303, page.as_str()), "{}", made.text());

        let shown = desk.clerk.get(&page).await;
        assert_eq!(value(&shown, "heirs.0.name"), "Anna", "{}", shown.text());
        let text = shown.text();
        let mut actions = text.split("action=\"").filter_map(|part| part.split('"').next());
        let task = actions.find(|path| path.contains("/compiti/") && !path.ends_with("/presa"));
        let task = task.unwrap_or_default().to_owned();
        let more = desk.clerk.post(&task, &desk.answers(&[("aggiungi", "heirs")])).await;
        assert_eq!(more.status, 200, "{}", more.text());
        assert!(more.shows("name=\"heirs.1.name\""), "{}", more.text());
        let part =
            desk.clerk.post_changed(&task, "heirs.0.share", &desk.answers(&[("heirs.0.share", "70")])).await;
        assert_eq!((part.status, within(&part, "shared")), (200, "70".to_owned()), "{}", part.text());
        let wrong = desk.clerk.post(&task, &desk.answers(&[("heirs.0.share", "x")])).await;
        assert_eq!((wrong.status, value(&wrong, "heirs.0.share")), (422, "x".to_owned()), "{}", wrong.text());
        let done = desk.clerk.post(&task, &desk.answers(&[])).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
}

#[tokio::test]
async fn a_list_that_two_people_changed_is_chosen_whole() {
    let test = TestApp::sqlite().await;
    let desk = desk(&test).await;
    let colleague = test.visitor(Who::Operator).await;
    let page = desk.clerk.get(&desk.step).await;
    let version = page.text();
    let version = version.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let version = version.unwrap_or_default().to_owned();
    let path = format!("/voltura/{}/bozza", desk.case);
    let theirs = desk.answers(&[("heirs.0.name", "Bruna"), ("compito", "lists"), ("finestra", "loro")]);
    assert_eq!(colleague.post_part(&path, &theirs).await.status, 200);

    let mine = desk.answers(&[("version", version.as_str()), ("finestra", "mia")]);
    let asked = desk.clerk.post(&desk.step, &mine).await;
    assert_eq!(asked.status, 409, "{}", asked.text());
    assert!(asked.shows("Bruna, 60, 40") && asked.shows("Anna, 60, 40"), "{}", asked.text());
    let again = mine.iter().filter(|(name, _)| *name != "version").copied();
    let chosen: Vec<_> = again.chain([("scelta.heirs", "altrui")]).collect();
    let next = desk.clerk.post(&desk.step, &chosen).await;
    assert_eq!(next.status, 303, "{}", next.text());
    assert_eq!(value(&desk.clerk.get(&desk.step).await, "heirs.0.name"), "Bruna");
}
