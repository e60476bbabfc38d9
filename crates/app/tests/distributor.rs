//! Asking a distributor and what becomes of its answers: in order, too early, twice, contradicting, for nobody; taken back,
//! given to a case by a person. On both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use std::sync::Arc;

use app::{
    Ctx, Error,
    cases::{CaseView, Given, OpenCase, Prefill, complete_task, open, show},
    distributor::{self, FileSeen},
};
use connectors::distributor::{StandardFormat, write_message};
use domain::{
    access::Action,
    cases::{CaseState, Origin},
    distributor::{Body, Message, Outcome, Verdict},
    registry::{Contract, ContractState, Meter, MeterKind, Register, SupplyPoint, SupplyPointState},
};
use kernel::{CaseId, Date, ImportId, MeterId, Sector, SupplyPointId};
use procedures::Files;
use serde_json::json;
use store::{
    cases::{appointment, case as cases, process},
    distributor::request,
    registry::{contract, meter, supply_point},
    work::job,
};
use support::{
    World, ctx_of,
    distributor::{admitted, done, refused, visit},
    worlds,
};

const PDR: &str = "99900000000123";
const TEXTS: &str = "procedure = Prova\n";

/// Asks, then reads every answer until the end.
const DIAGRAM: &str = include_str!("support/asks-distributor.bpmn");

/// A utility with a gas point, a procedure that asks the distributor, and somebody of the back office.
struct Gas {
    world: World,
    point: SupplyPointId,
    clerk: Ctx,
}

async fn everywhere() -> Vec<Gas> {
    let mut all = Vec::new();
    for mut world in worlds().await {
        world.app = world.app.clone().with_distributor_format(Arc::new(StandardFormat));
        let files: Files = [
            ("procedure.toml", "code = \"TSG\"\nprocess = \"TSG\"\nsectors = [\"gas\"]\n"),
            ("process.bpmn", DIAGRAM),
            ("texts/it.ftl", TEXTS),
            ("texts/en.ftl", TEXTS),
        ]
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
        let read = procedures::read(&files).expect("the pack can be read");
        let (ctx, text, near) =
            (world.app.system("test"), serde_json::to_string(&files).unwrap(), world.point);
        let bundle = process::Bundle { procedure: read.code, version: 1, hash: read.hash, files: text };
        let point = world
            .app
            .db
            .write("seed-gas", move |tx| {
                process::publish(tx, &ctx, &bundle)?;
                let near = supply_point::by_id(tx, near)?.unwrap();
                let point = SupplyPoint {
                    id: ctx.id(SupplyPointId::from_bytes),
                    sector: Sector::Gas,
                    code: PDR.to_owned(),
                    state: SupplyPointState::Inactive,
                    distributor: "Rete Gas del Dosso".to_owned(),
                    ..near
                };
                supply_point::insert(tx, &ctx, &point)?;
                Ok::<_, Error>(point.id)
            })
            .await
            .unwrap();
        let clerk = ctx_of(&world.app, "paolo.conti").await;
        all.push(Gas { world, point, clerk });
    }
    all
}

impl Gas {
    async fn asked(&self) -> (CaseId, String) {
        let prefill = Prefill {
            supply_point: Some(self.point),
            party: Some(self.world.incoming),
            ..Prefill::default()
        };
        let new = OpenCase { procedure: "TSG".to_owned(), origin: Origin::Counter, prefill };
        let case = open(&self.world.app, &self.world.ctx("marta.bellini").await, new).await.unwrap().id;
        let view = self.seen(case).await;
        assert!(view.incidents.is_empty(), "{:?}", view.incidents);
        (case, view.case.number)
    }

    async fn seen(&self, case: CaseId) -> CaseView {
        show(&self.world.app, &self.world.app.system("test"), case).await.unwrap()
    }

    async fn state(&self, case: CaseId) -> CaseState {
        self.seen(case).await.case.state
    }

    async fn brought(&self, name: &str, bytes: Vec<u8>) -> ImportId {
        distributor::take_in(&self.world.app, &self.clerk, name, bytes, "upload").await.unwrap().id
    }

    /// Brings a message and applies it.
    async fn told(&self, message: &Message) -> ImportId {
        let id = self.brought("m.xml", write_message(message)).await;
        distributor::apply(&self.world.app, &self.clerk, id).await.unwrap();
        id
    }

    /// The same as from the shared folder: at once.
    async fn fell_in(&self, message: &Message) {
        let (app, bytes) = (&self.world.app, write_message(message));
        distributor::apply_from_folder(app, &app.system("distributor"), "m.xml", bytes).await.unwrap();
    }

    async fn file(&self, id: ImportId) -> FileSeen {
        distributor::show(&self.world.app, &self.clerk, id).await.unwrap()
    }

    async fn verdicts(&self, id: ImportId) -> Vec<(String, Verdict)> {
        let seen = self.file(id).await;
        seen.rows.into_iter().map(|row| (row.row.state, row.verdict.unwrap())).collect()
    }

    /// The time for taking back passes, and the worker tells the processes.
    async fn later(&self) {
        self.world.clock.advance(121);
        let now = kernel::Clock::now(&*self.world.clock);
        let due = self
            .world
            .app
            .db
            .write("claim", move |tx| Ok::<_, Error>(job::claim(tx, now, now.plus_seconds(60), "test", 50)?))
            .await
            .unwrap();
        for job in due.into_iter().filter(|job| job.kind == "deliver_message") {
            let told: serde_json::Value = serde_json::from_str(&job.payload).unwrap();
            let ctx = self.world.app.system("message");
            let word = |name: &str| told.get(name).and_then(serde_json::Value::as_str).unwrap();
            let (name, key) = (word("name"), word("correlation"));
            app::processes::deliver_thrown(&self.world.app, &ctx, name, key, serde_json::Map::new())
                .await
                .unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_leaves_with_its_step_and_names_the_case_the_point_and_the_customer() {
    for gas in everywhere().await {
        let (case, number) = gas.asked().await;
        let read = move |tx: &mut store::Tx<'_>| Ok::<_, Error>(request::of_case(tx, case)?);
        let asked = gas.world.app.db.read("requests", read).await.unwrap();
        assert_eq!(asked.len(), 1);
        assert_eq!((asked[0].code.as_str(), asked[0].state.as_str()), (number.as_str(), "queued"));
        let written: Message = serde_json::from_str(&asked[0].body).unwrap();
        let Body::Request(body) = written.body else { panic!("no request") };
        assert_eq!((body.pdr.as_str(), body.customer.surname.as_str()), (PDR, "Montanari"));
        assert_eq!(body.customer.tax_code, "MNTRNI91S42B819T");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_in_their_order_move_the_case_to_its_end() {
    for gas in everywhere().await {
        let (case, number) = gas.asked().await;
        gas.fell_in(&admitted(&number)).await;
        assert_eq!(gas.state(case).await, CaseState::Admissible);
        for hour in [9, 14] {
            gas.fell_in(&visit(&number, hour)).await;
        }
        let read = move |tx: &mut store::Tx<'_>| Ok::<_, Error>(appointment::of_case(tx, case)?);
        let visits = gas.world.app.db.read("visits", read).await.unwrap();
        assert_eq!(visits.len(), 1, "a second appointment moves the first");
        assert_eq!(visits[0].starts_at, "2026-03-12T14:00:00+01:00".parse().unwrap());
        gas.fell_in(&done(&number, PDR)).await;
        let view = gas.seen(case).await;
        assert_eq!(view.case.state, CaseState::Fulfilled);
        assert_eq!(view.case.data["activated_on"], "2026-03-11");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_inadmissible_request_ends_with_the_distributors_reason() {
    for gas in everywhere().await {
        let (case, number) = gas.asked().await;
        gas.fell_in(&refused(&number)).await;
        let view = gas.seen(case).await;
        assert_eq!(view.case.state, CaseState::Inadmissible);
        assert_eq!(view.case.outcome, "010 PdR inesistente");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outcome_that_overtakes_the_admissibility_is_taken_and_the_late_one_passed_over() {
    for gas in everywhere().await {
        let (case, number) = gas.asked().await;
        let early = gas.brought("m.xml", write_message(&done(&number, PDR))).await;
        assert_eq!(gas.verdicts(early).await, [("preview".to_owned(), Verdict::Early)]);
        distributor::apply(&gas.world.app, &gas.clerk, early).await.unwrap();
        gas.later().await;
        assert_eq!(gas.state(case).await, CaseState::Fulfilled);
        let late = gas.told(&admitted(&number)).await;
        assert_eq!(gas.verdicts(late).await, [("ignored".to_owned(), Verdict::Overtaken)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_is_taken_in_once_and_the_same_message_applied_once() {
    for gas in everywhere().await {
        let (case, number) = gas.asked().await;
        let bytes = write_message(&admitted(&number));
        let first = gas.brought("a.xml", bytes.clone()).await;
        let again = distributor::take_in(&gas.world.app, &gas.clerk, "b.xml", bytes.clone(), "upload").await;
        let again = again.unwrap();
        assert_eq!((again.id, again.again), (first, true));
        distributor::apply(&gas.world.app, &gas.clerk, first).await.unwrap();
        distributor::apply(&gas.world.app, &gas.clerk, first).await.unwrap();
        // Another message of the same step: it does not replace the first.
        let mut other = admitted(&number);
        other.note = "altro".to_owned();
        let other = gas.told(&other).await;
        assert_eq!(gas.verdicts(other).await, [("quarantined".to_owned(), Verdict::Contradicts)]);
        gas.later().await;
        assert_eq!(gas.state(case).await, CaseState::Admissible);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_changes_nothing_and_what_is_applied_can_be_taken_back_until_the_cases_have_it() {
    for gas in everywhere().await {
        let (case, number) = gas.asked().await;
        let id = gas.brought("m.xml", write_message(&refused(&number))).await;
        let seen = gas.file(id).await;
        assert_eq!(seen.rows[0].case_number.as_deref(), Some(number.as_str()));
        assert_eq!(gas.state(case).await, CaseState::Started);

        distributor::apply(&gas.world.app, &gas.clerk, id).await.unwrap();
        assert_eq!(gas.file(id).await.undoable, Ok(()));
        distributor::undo(&gas.world.app, &gas.clerk, id).await.unwrap();
        gas.later().await;
        assert_eq!(gas.state(case).await, CaseState::Started, "nothing of it counts");

        // The request waits for an answer again, and takes another one.
        let id = gas.told(&admitted(&number)).await;
        gas.later().await;
        assert_eq!(gas.state(case).await, CaseState::Admissible);
        assert_eq!(gas.file(id).await.undoable, Err("taken_in"));
        let error = distributor::undo(&gas.world.app, &gas.clerk, id).await.unwrap_err();
        assert_eq!(error.code(), "distributor_undo_taken_in");
        assert_eq!(gas.state(case).await, CaseState::Admissible);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_nobody_waits_for_a_person_who_gives_it_to_a_case_or_sets_it_aside() {
    for gas in everywhere().await {
        let (case, number) = gas.asked().await;
        let app = &gas.world.app;
        let lost = gas.told(&admitted("CRM-1")).await;
        assert_eq!(gas.verdicts(lost).await, [("quarantined".to_owned(), Verdict::RequestUnknown)]);
        assert_eq!(distributor::quarantined(app, &gas.clerk).await.unwrap().len(), 1);

        let error = distributor::assign(app, &gas.clerk, lost, 1, "2026-XXX-1").await.unwrap_err();
        assert!(matches!(error, Error::Invalid(_)));
        distributor::assign(app, &gas.clerk, lost, 1, &number).await.unwrap();
        assert_eq!(gas.state(case).await, CaseState::Admissible);
        assert!(distributor::quarantined(app, &gas.clerk).await.unwrap().is_empty());

        let wrong = gas.told(&done(&number, "99900000000124")).await;
        assert_eq!(gas.verdicts(wrong).await, [("quarantined".to_owned(), Verdict::PointDiffers)]);
        let error = distributor::assign(app, &gas.clerk, wrong, 1, &number).await.unwrap_err();
        assert_eq!(error.code(), "message_does_not_fit");
        assert!(distributor::dismiss(app, &gas.clerk, wrong, 1, " ").await.is_err());
        distributor::dismiss(app, &gas.clerk, wrong, 1, "Punto di un altro venditore").await.unwrap();
        assert!(distributor::quarantined(app, &gas.clerk).await.unwrap().is_empty());
        assert_eq!(gas.state(case).await, CaseState::Admissible);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outcome_with_an_unknown_code_finds_the_only_open_request_on_its_point() {
    for gas in everywhere().await {
        let (case, number) = gas.asked().await;
        gas.fell_in(&admitted(&number)).await;
        let id = gas.told(&done("scritto male", PDR)).await;
        assert_eq!(gas.verdicts(id).await, [("applied".to_owned(), Verdict::FitsByPoint)]);
        gas.later().await;
        assert_eq!(gas.state(case).await, CaseState::Fulfilled);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_read_is_kept_with_its_reason_and_only_the_office_may_bring_files() {
    for gas in everywhere().await {
        let id = gas.brought("x.xml", b"<Prestazione>".to_vec()).await;
        let seen = gas.file(id).await;
        assert_eq!(seen.rows[0].verdict, Some(Verdict::Unreadable));
        assert!(seen.rows[0].row.note_it.starts_with("x.xml, riga 1"), "{}", seen.rows[0].row.note_it);
        let operator = gas.world.ctx("marta.bellini").await;
        let denied = distributor::take_in(&gas.world.app, &operator, "x.xml", Vec::new(), "upload").await;
        assert!(matches!(denied, Err(Error::Denied(_))), "{denied:?}");
    }
}

/// The same with the contract that waits and what changes when gas flows; a person answers where the data do not agree.
fn activation() -> String {
    DIAGRAM
        .replace("TSG", "TSH")
        .replace(
            r#"<serviceTask id="begin""#,
            r#"<userTask id="ask"/><serviceTask id="prepare" sportello:operation="activation.prepare"/>
            <serviceTask id="activate" sportello:operation="activation.activate"/><userTask id="resolve"/>
            <exclusiveGateway id="agrees" default="yes"/>
            <serviceTask id="drop" sportello:operation="activation.drop"/>
            <sequenceFlow id="a1" sourceRef="ask" targetRef="begin"/>
            <sequenceFlow id="a2" sourceRef="prepare" targetRef="submit"/>
            <sequenceFlow id="a3" sourceRef="activate" targetRef="agrees"/>
            <sequenceFlow id="yes" sourceRef="agrees" targetRef="fulfil"/>
            <sequenceFlow id="no" sourceRef="agrees" targetRef="resolve"><conditionExpression xsi:type="tFormalExpression">activation_outcome = "conflict"</conditionExpression></sequenceFlow>
            <sequenceFlow id="a4" sourceRef="resolve" targetRef="activate"/>
            <sequenceFlow id="a5" sourceRef="drop" targetRef="refuse"/>
            <serviceTask id="begin""#,
        )
        .replace(r#"sourceRef="start" targetRef="begin""#, r#"sourceRef="start" targetRef="ask""#)
        .replace(r#"sourceRef="begin" targetRef="submit""#, r#"sourceRef="begin" targetRef="prepare""#)
        .replace(r#"sourceRef="step" targetRef="fulfil""#, r#"sourceRef="step" targetRef="activate""#)
        .replace(r#"sourceRef="step" targetRef="refuse""#, r#"sourceRef="step" targetRef="drop""#)
}

impl Gas {
    /// A meter at the point, and a case of the activation that has asked the distributor.
    async fn activating(&self) -> (CaseId, String) {
        let files: Files = [
            ("procedure.toml", "code = \"TSH\"\nprocess = \"TSH\"\nsectors = [\"gas\"]\n".to_owned()),
            ("process.bpmn", activation()),
            ("texts/it.ftl", TEXTS.to_owned()),
            ("texts/en.ftl", TEXTS.to_owned()),
        ]
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text))
        .collect();
        let read = procedures::read(&files).expect("the pack can be read");
        let (ctx, text, point) =
            (self.world.app.system("test"), serde_json::to_string(&files).unwrap(), self.point);
        let bundle = process::Bundle { procedure: read.code, version: 1, hash: read.hash, files: text };
        let known = Meter {
            id: ctx.id(MeterId::from_bytes),
            serial: "M1".to_owned(),
            supply_point_id: point,
            kind: MeterKind::Meter,
            constant_millionths: 1_000_000,
            laid_on: Date::new(2020, 1, 1).unwrap(),
            removed_on: None,
            registers: vec![Register { code: "T".to_owned(), digits: 5 }],
        };
        let seed = move |tx: &mut store::Tx<'_>| {
            process::publish(tx, &ctx, &bundle)?;
            Ok::<_, Error>(meter::insert(tx, &known)?)
        };
        self.world.app.db.write("seed-meter", seed).await.unwrap();
        let prefill = Prefill {
            supply_point: Some(self.point),
            party: Some(self.world.incoming),
            ..Prefill::default()
        };
        let new = OpenCase { procedure: "TSH".to_owned(), origin: Origin::Counter, prefill };
        let case = open(&self.world.app, &self.world.ctx("marta.bellini").await, new).await.unwrap().id;
        self.answered(
            case,
            &[("payment", json!("slip")), ("deposit", json!(5000)), ("offer", json!("GAS CASA"))],
        )
        .await;
        self.complete(case).await;
        let view = self.seen(case).await;
        assert!(view.incidents.is_empty(), "{:?}", view.incidents);
        (case, view.case.number)
    }

    /// Writes answers down that a form would have asked for.
    async fn answered(&self, case: CaseId, answers: &[(&str, serde_json::Value)]) {
        let (ctx, point, party) = (self.world.app.system("test"), self.point, self.world.incoming);
        let mut all = vec![("supply_point".to_owned(), json!(point)), ("party".to_owned(), json!(party))];
        all.extend(answers.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        let give = move |tx: &mut store::Tx<'_>| {
            let store::Lookup::Found(found) = cases::for_action(tx, &ctx, case, Action::Update)? else {
                panic!("the case is gone")
            };
            let mut found = found.into_inner();
            found.data.extend(all.clone());
            assert!(cases::update(tx, &mut found, &ctx)?);
            Ok::<_, Error>(())
        };
        self.world.app.db.write("answered", give).await.unwrap();
    }

    async fn complete(&self, case: CaseId) {
        let view = self.seen(case).await;
        let task = view.tasks.iter().find(|task| task.state == "open").expect("a task is open").id;
        let ctx = self.world.ctx("marta.bellini").await;
        complete_task(&self.world.app, &ctx, task, Given::default()).await.unwrap();
    }

    async fn contracts(&self) -> Vec<Contract> {
        let point = self.point;
        let read = move |tx: &mut store::Tx<'_>| Ok::<_, Error>(contract::of_point(tx, point)?);
        self.world.app.db.read("contracts", read).await.unwrap()
    }

    async fn point_state(&self) -> SupplyPointState {
        let point = self.point;
        let read = move |tx: &mut store::Tx<'_>| Ok::<_, Error>(supply_point::by_id(tx, point)?);
        self.world.app.db.read("point", read).await.unwrap().unwrap().state
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contract_waits_for_the_distributor_and_is_in_force_from_the_day_gas_flows() {
    for gas in everywhere().await {
        let (case, number) = gas.activating().await;
        let waiting = gas.contracts().await;
        assert_eq!(waiting.len(), 1);
        assert_eq!((waiting[0].state, waiting[0].deposit.cents()), (ContractState::Draft, 5000));
        assert_eq!(gas.point_state().await, SupplyPointState::Inactive);

        gas.fell_in(&admitted(&number)).await;
        gas.fell_in(&done(&number, PDR)).await;
        let view = gas.seen(case).await;
        assert!(view.incidents.is_empty(), "{:?}", view.incidents);
        assert_eq!(view.case.state, CaseState::Fulfilled);
        let active = gas.contracts().await;
        assert_eq!(active[0].state, ContractState::Active);
        assert_eq!(active[0].starts_on, Date::new(2026, 3, 11).unwrap());
        assert_eq!(gas.point_state().await, SupplyPointState::Active);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contract_whose_activation_is_refused_ends_without_having_begun() {
    for gas in everywhere().await {
        let (case, number) = gas.activating().await;
        gas.fell_in(&refused(&number)).await;
        assert_eq!(gas.state(case).await, CaseState::Inadmissible);
        let dropped = gas.contracts().await;
        assert_eq!(
            (dropped[0].state, dropped[0].end_reason.as_str()),
            (ContractState::Ended, "not_activated")
        );
        assert_eq!(gas.point_state().await, SupplyPointState::Inactive);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_meter_than_the_known_one_is_taken_only_when_a_person_says_so() {
    for gas in everywhere().await {
        let (case, number) = gas.activating().await;
        gas.fell_in(&admitted(&number)).await;
        let mut other = done(&number, PDR);
        let Body::Outcome(Outcome { technical: Some(technical), .. }) = &mut other.body else { panic!() };
        technical.meter = "M2".to_owned();
        gas.fell_in(&other).await;
        let view = gas.seen(case).await;
        assert_eq!(view.case.data["activation_difference"], "meter");
        assert_eq!(gas.point_state().await, SupplyPointState::Inactive, "nothing is written");
        assert_eq!(gas.contracts().await[0].state, ContractState::Draft);

        gas.answered(case, &[("resolution", json!("take_distributor"))]).await;
        gas.complete(case).await;
        assert_eq!(gas.state(case).await, CaseState::Fulfilled);
        let point = gas.point;
        let read = move |tx: &mut store::Tx<'_>| Ok::<_, Error>(meter::of_point(tx, point)?);
        let meters = gas.world.app.db.read("meters", read).await.unwrap();
        let place = |serial: &str| meters.iter().find(|meter| meter.serial == serial).unwrap().removed_on;
        assert_eq!((place("M1"), place("M2")), (Some(Date::new(2026, 3, 11).unwrap()), None));
    }
}
