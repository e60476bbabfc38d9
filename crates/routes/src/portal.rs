//! Customer pages, below `/portale`.

use kernel::{BillId, CaseId, ContractId, Date, DocumentId, SupplyPointId};

crate::route::routes! {
    area: Portal;
    /// What there is to do, requests and supplies.
    Home "/portale" [Get];
    /// The list of things to do, alone.
    HomeToDo "/portale/parti/da-fare" [Get];
    /// The list of requests, alone.
    HomeCases "/portale/parti/richieste" [Get];
    /// The list of supplies, alone.
    HomeSupplies "/portale/parti/forniture" [Get];

    /// Sign in.
    SignIn "/portale/accesso" [Get, Post] Open;
    /// First access: customer code and web code from the bill.
    FirstAccess "/portale/primo-accesso" [Get, Post] Open;
    /// First access: the code sent to the contact on record.
    FirstAccessCode "/portale/primo-accesso/codice" [Get, Post] Open;
    /// First access: user name, password and security question.
    FirstAccessCredentials "/portale/primo-accesso/credenziali" [Get, Post] Open;
    /// Ask for information without an account.
    InformationRequest "/portale/informazioni" [Get, Post] Open;
    /// Forgotten password: asks the security question.
    PasswordForgotten "/portale/password-dimenticata" [Get, Post] Open;
    /// Forgotten password: a fresh one, by the code received.
    PasswordReset "/portale/password-dimenticata/{code}" [Get, Post] (code: String) Open;
    /// Sign out.
    SignOut "/portale/esci" [Post];
    /// The session is about to end: go on.
    SessionKeep "/portale/sessione" [Post];

    /// Communicate a reading for a supply.
    ReadingNew "/portale/forniture/{point}/lettura" [Get, Post] (point: SupplyPointId);
    /// The reading form, checked while it is filled in.
    ReadingForm "/portale/forniture/{point}/lettura/modulo" [Post] (point: SupplyPointId);
    /// One supply.
    SupplyShow "/portale/forniture/{point}" [Get] (point: SupplyPointId);
    /// Consumption of a supply, chart and table.
    Consumption "/portale/forniture/{point}/consumi" [Get] (point: SupplyPointId);
    /// The chart and table, alone.
    ConsumptionView "/portale/forniture/{point}/consumi/vista" [Get] (point: SupplyPointId);
    /// Consumption as a file to take away.
    ConsumptionFile "/portale/forniture/{point}/consumi.csv" [Get] (point: SupplyPointId);

    /// Bills and balance.
    BillList "/portale/bollette" [Get];
    /// The list of bills, alone.
    BillRows "/portale/bollette/elenco" [Get];
    /// Bills by e-mail: on, off, address.
    BillEmail "/portale/bollette/email" [Post];
    /// One bill.
    BillShow "/portale/bollette/{bill}" [Get] (bill: BillId);
    /// One bill as the paper that was sent.
    BillPdf "/portale/bollette/{bill}/bolletta.pdf" [Get] (bill: BillId);
    /// Pay a bill.
    BillPay "/portale/bollette/{bill}/paga" [Get, Post] (bill: BillId);
    /// Ask for the correction of a bill.
    BillCorrection "/portale/bollette/{bill}/rettifica" [Get, Post] (bill: BillId);
    /// Direct debit: start, stop.
    DirectDebit "/portale/domiciliazione" [Get, Post];
    /// The statement of account as a paper.
    StatementPdf "/portale/estratto-conto.pdf" [Get];

    /// My requests.
    CaseList "/portale/richieste" [Get];
    /// Choose what to ask for.
    CaseNew "/portale/richieste/nuova" [Get];
    /// Ask: the form of one procedure.
    CaseStart "/portale/richieste/nuova/{procedure}" [Get, Post] (procedure: String);
    /// One request with its promise and what happened.
    CaseShow "/portale/richieste/{case}" [Get] (case: CaseId);
    /// Give what the utility asked for: the form of the open task.
    CaseAnswer "/portale/richieste/{case}/rispondi" [Post] (case: CaseId);
    /// Accept an estimate or an offer.
    CaseAccept "/portale/richieste/{case}/accetta" [Post] (case: CaseId);
    /// Withdraw a request.
    CaseWithdraw "/portale/richieste/{case}/ritira" [Post] (case: CaseId);
    /// A paper of a request.
    CaseDocument "/portale/richieste/{case}/documenti/{document}" [Get] (case: CaseId, document: DocumentId);
    /// Choose or move an appointment.
    CaseAppointment "/portale/richieste/{case}/appuntamento" [Get, Post] (case: CaseId);

    /// A signed link: one task of a case, without signing in.
    LinkShow "/l/{link}" [Get, Post] (link: String) Open;
    /// A paper that was sent with a signed link.
    LinkDocument "/l/{link}/documenti/{document}" [Get] (link: String, document: DocumentId) Open;

    /// Contracts of the customer.
    ContractShow "/portale/contratti/{contract}" [Get] (contract: ContractId);
    /// My data and how to reach me.
    Profile "/portale/profilo" [Get, Post];
    /// Change the user name or the security question.
    ProfileAccess "/portale/profilo/accesso" [Post];
    /// Change the password.
    ProfilePassword "/portale/profilo/password" [Post];
    /// The language of the pages.
    Language "/portale/lingua" [Post] Open;
    /// Help: questions, offices, telephone.
    Help "/portale/aiuto" [Get] Open;
    /// How far these pages are accessible (law 4/2004).
    Accessibility "/portale/accessibilita" [Get] Open;
    /// What is done with personal data (regulation EU 2016/679, article 13).
    Privacy "/portale/privacy" [Get] Open;
}

crate::route::query! {
    /// Which bills to list.
    BillListQuery {
        /// `paid`, `open`, `overdue`.
        state "stato": String,
        /// The year of issue.
        year "anno": i16,
        /// Only this supply.
        point "fornitura": SupplyPointId,
        /// The last row of the page before.
        after "dopo": String,
    }
}

crate::route::query! {
    /// Which consumption to show.
    ConsumptionQuery {
        /// `month`, `bill`, `day`.
        by "per": String,
        /// From this day.
        from "dal": Date,
        /// To this day.
        to "al": Date,
        /// Which register, for meters with more than one.
        register "registro": String,
    }
}

crate::route::query! {
    /// Where to go after signing in, and why the page was asked for.
    SignInQuery {
        /// A path of this portal to come back to.
        next "poi": String,
        /// A notice to show: `ended` when the session has ended.
        notice "avviso": String,
    }
}
