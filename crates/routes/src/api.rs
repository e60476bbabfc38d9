//! The JSON API, below `/api/v1`.

use kernel::{
    AppointmentId, BillId, CaseId, ContractId, Date, DocumentId, ImportId, JobId, MeterId, PartyId,
    SupplyPointId, TaskId,
};

crate::route::routes! {
    area: Api;
    /// The description of this API (OpenAPI 3.1).
    OpenApi "/api/v1/openapi.json" [Get] Open;
    /// Whose token this is and what it may do.
    Me "/api/v1/me" [Get];
    /// Search everything.
    Search "/api/v1/search" [Get];

    /// Customers.
    Parties "/api/v1/parties" [Get, Post];
    /// One customer.
    Party "/api/v1/parties/{party}" [Get, Patch] (party: PartyId);
    /// A customer's contacts with the utility.
    PartyContacts "/api/v1/parties/{party}/contacts" [Get, Post] (party: PartyId);
    /// A customer's balance and open bills.
    PartyBalance "/api/v1/parties/{party}/balance" [Get] (party: PartyId);

    /// Supply points.
    SupplyPoints "/api/v1/supply-points" [Get];
    /// One supply point.
    SupplyPoint "/api/v1/supply-points/{point}" [Get] (point: SupplyPointId);
    /// Readings of a supply point.
    Readings "/api/v1/supply-points/{point}/readings" [Get, Post] (point: SupplyPointId);
    /// One meter.
    Meter "/api/v1/meters/{meter}" [Get] (meter: MeterId);

    /// Contracts.
    Contracts "/api/v1/contracts" [Get];
    /// One contract.
    Contract "/api/v1/contracts/{contract}" [Get] (contract: ContractId);

    /// Bills.
    Bills "/api/v1/bills" [Get];
    /// One bill.
    Bill "/api/v1/bills/{bill}" [Get] (bill: BillId);
    /// Payments.
    Payments "/api/v1/payments" [Get, Post];

    /// The procedures that can be started.
    Procedures "/api/v1/procedures" [Get];
    /// One procedure: what it asks, its steps, its clocks.
    Procedure "/api/v1/procedures/{procedure}" [Get] (procedure: String);

    /// Cases: list, start.
    Cases "/api/v1/cases" [Get, Post];
    /// One case.
    Case "/api/v1/cases/{case}" [Get] (case: CaseId);
    /// What happened in a case, in order.
    CaseEvents "/api/v1/cases/{case}/events" [Get] (case: CaseId);
    /// The regulated clock of a case.
    CaseClock "/api/v1/cases/{case}/clock" [Get] (case: CaseId);
    /// The dated facts of a case: read, record, correct.
    CaseFacts "/api/v1/cases/{case}/facts" [Get, Post] (case: CaseId);
    /// Comments on a case.
    CaseComments "/api/v1/cases/{case}/comments" [Get, Post] (case: CaseId);
    /// Papers of a case.
    CaseDocuments "/api/v1/cases/{case}/documents" [Get, Post] (case: CaseId);
    /// A message for the process of a case, from another system.
    CaseMessages "/api/v1/cases/{case}/messages" [Post] (case: CaseId);
    /// Cancel a case.
    CaseCancel "/api/v1/cases/{case}/cancel" [Post] (case: CaseId);
    /// Suspend a case's clock.
    CaseSuspend "/api/v1/cases/{case}/suspend" [Post] (case: CaseId);
    /// Resume a suspended case.
    CaseResume "/api/v1/cases/{case}/resume" [Post] (case: CaseId);
    /// Give a case to somebody else.
    CaseReassign "/api/v1/cases/{case}/reassign" [Post] (case: CaseId);

    /// Tasks waiting for people.
    Tasks "/api/v1/tasks" [Get];
    /// One task.
    Task "/api/v1/tasks/{task}" [Get] (task: TaskId);
    /// Take a task.
    TaskClaim "/api/v1/tasks/{task}/claim" [Post] (task: TaskId);
    /// Complete a task with its values.
    TaskComplete "/api/v1/tasks/{task}/complete" [Post] (task: TaskId);

    /// One paper: what it is.
    Document "/api/v1/documents/{document}" [Get] (document: DocumentId);
    /// One paper: its bytes.
    DocumentContent "/api/v1/documents/{document}/content" [Get] (document: DocumentId);

    /// Appointments.
    Appointments "/api/v1/appointments" [Get, Post];
    /// One appointment.
    Appointment "/api/v1/appointments/{appointment}" [Get, Patch] (appointment: AppointmentId);

    /// Runs of the import.
    Imports "/api/v1/imports" [Get, Post];
    /// One run of the import and its report.
    Import "/api/v1/imports/{import}" [Get] (import: ImportId);

    /// Service standards in force.
    Standards "/api/v1/standards" [Get];
    /// Evaluate clocks: the input and output of `sportello quality evaluate`.
    QualityEvaluate "/api/v1/quality/evaluate" [Post];
    /// The yearly figures of a regulation.
    QualityReport "/api/v1/quality/reports/{regulation}/{year}" [Get] (regulation: String, year: i16);

    /// Background work that gave up and waits for a person.
    Incidents "/api/v1/incidents" [Get];
    /// Try a failed piece of work again.
    IncidentRetry "/api/v1/incidents/{job}/retry" [Post] (job: JobId);
    /// The audit trail.
    Audit "/api/v1/audit" [Get];
}

crate::route::query! {
    /// A page of any list: `next` of the answer before is `after` of the following request.
    PageQuery {
        /// The mark of the last row already seen.
        after "after": String,
        /// How many rows, at most 200.
        limit "limit": u32,
    }
}

crate::route::query! {
    /// Which cases to list.
    CasesQuery {
        /// The code of a procedure.
        procedure "procedure": String,
        /// The state of the case.
        state "state": String,
        /// Cases of this customer.
        party "party": PartyId,
        /// Cases at this supply point.
        point "supply_point": SupplyPointId,
        /// Started on or after this day.
        from "from": Date,
        /// Started on or before this day.
        to "to": Date,
        /// The mark of the last row already seen.
        after "after": String,
        /// How many rows, at most 200.
        limit "limit": u32,
    }
}

crate::route::query! {
    /// What to search.
    SearchQuery {
        /// The words, codes or numbers.
        text "q": String,
        /// Only one kind: `party`, `supply_point`, `case`, `bill`, `meter`, `contract`.
        kind "kind": String,
        /// How many results, at most 50.
        limit "limit": u32,
    }
}
