//! Staff pages. Lists are in [`query`]; pages that belong together stand together.

mod query;

pub use query::{
    AgendaQuery, AuditQuery, BillListQuery, CaseListQuery, CaseNewQuery, ContactListQuery, ContractListQuery,
    CustomerListQuery, CustomerTabQuery, IncidentListQuery, QualityQuery, SearchQuery, SignInQuery,
    TillQuery,
};

use kernel::{
    AppointmentId, BillId, CaseId, CommentId, ContactId, ContractId, Date, DocumentId, FactId, ImportId,
    InstanceId, JobId, MailId, MandateId, MeterId, OfficeId, PartyId, ReceiptId, SupplyPointId, TaskId,
    TillSessionId, TokenId, UserId,
};

crate::route::routes! {
    area: Console;

    /// The role centre: cues, work by risk, queue at the counter, appointments.
    Home "/" [Get];
    /// The cue tiles, alone.
    HomeCues "/casa/riquadri" [Get];
    /// The work list, alone.
    HomeWork "/casa/lavoro" [Get];
    /// The queue at the counter, alone.
    HomeQueue "/casa/fila" [Get];
    /// Call the next customer waiting at the counter.
    HomeQueueNext "/casa/fila/prossimo" [Post];
    /// Today's appointments, alone.
    HomeAppointments "/casa/appuntamenti" [Get];
    /// Call the next ticket of the queue at the counter.
    QueueCall "/casa/fila/chiama" [Post];

    /// Sign in.
    SignIn "/accesso" [Get, Post] Open;
    /// Sign in: the second factor.
    SignInCode "/accesso/codice" [Get, Post] Open;
    /// Sign out.
    SignOut "/esci" [Post];
    /// The session is about to end: go on.
    SessionKeep "/sessione" [Post];
    /// The language of the pages.
    Language "/lingua" [Post] Open;
    /// How far these pages are accessible (law 4/2004).
    Accessibility "/accessibilita" [Get] Open;

    /// Search and commands; without script, a page.
    Search "/cerca" [Get];
    /// Search results, alone.
    SearchResults "/cerca/esiti" [Get];

    /// Customers.
    CustomerList "/clienti" [Get];
    /// Enter a customer.
    CustomerNew "/clienti/nuovo" [Get, Post];
    /// One customer, all about them.
    CustomerShow "/clienti/{party}" [Get] (party: PartyId);
    /// The registry entry: read, change.
    CustomerEdit "/clienti/{party}/anagrafica" [Get, Post] (party: PartyId);
    /// One part of the customer's page, alone: `testata`, `forniture`, `pratiche`, `cronologia`.
    CustomerPart "/clienti/{party}/parti/{part}" [Get] (party: PartyId, part: String);
    /// Join a customer entered twice with another.
    CustomerMerge "/clienti/{party}/unisci" [Get, Post] (party: PartyId);
    /// Record a contact with a customer.
    ContactNew "/clienti/{party}/contatti" [Get, Post] (party: PartyId);
    /// The statement of account.
    Statement "/clienti/{party}/estratto-conto" [Get] (party: PartyId);
    /// The statement of account as a paper.
    StatementPdf "/clienti/{party}/estratto-conto.pdf" [Get] (party: PartyId);
    /// Direct debit: enter a mandate.
    MandateNew "/clienti/{party}/domiciliazione" [Get, Post] (party: PartyId);
    /// Direct debit: one mandate, revoke it.
    MandateShow "/clienti/{party}/domiciliazione/{mandate}" [Get, Post] (party: PartyId, mandate: MandateId);
    /// Access of the customer to the portal: web code, reset, block.
    CustomerPortal "/clienti/{party}/portale" [Get, Post] (party: PartyId);

    /// One supply.
    SupplyShow "/forniture/{point}" [Get] (point: SupplyPointId);
    /// Communicate a reading.
    ReadingNew "/forniture/{point}/lettura" [Get, Post] (point: SupplyPointId);
    /// Correct the last reading.
    ReadingCorrect "/forniture/{point}/lettura/correggi" [Post] (point: SupplyPointId);
    /// Readings of a supply.
    ReadingList "/forniture/{point}/letture" [Get] (point: SupplyPointId);
    /// Cadastral data of a supply.
    SupplyCadastre "/forniture/{point}/catasto" [Get, Post] (point: SupplyPointId);
    /// One meter.
    MeterShow "/contatori/{meter}" [Get] (meter: MeterId);

    /// Contracts.
    ContractList "/contratti" [Get];
    /// Enter a contract.
    ContractNew "/contratti/nuovo" [Get, Post];
    /// One contract with its state line.
    ContractShow "/contratti/{contract}" [Get, Post] (contract: ContractId);
    /// One part of a contract, alone: `stato`, `modulo`, `controlli`, `documenti`.
    ContractPart "/contratti/{contract}/parti/{part}" [Get, Post] (contract: ContractId, part: String);
    /// Move a contract on: validate, refuse, send back.
    ContractMove "/contratti/{contract}/stato" [Post] (contract: ContractId);
    /// A contract as the paper to sign.
    ContractPdf "/contratti/{contract}/contratto.pdf" [Get] (contract: ContractId);

    /// Bills: search across customers.
    BillList "/bollette" [Get];
    /// One bill.
    BillShow "/bollette/{bill}" [Get] (bill: BillId);
    /// A bill as the paper that was sent.
    BillPdf "/bollette/{bill}/bolletta.pdf" [Get] (bill: BillId);
    /// Print bills again, with their payment slips: one request.
    BillReprint "/bollette/ristampa" [Post];
    /// Its payment slip alone.
    BillSlipPdf "/bollette/{bill}/bollettino.pdf" [Get] (bill: BillId);

    /// The work queue: cases with saved views and filters.
    CaseList "/richieste" [Get];
    /// The rows of the queue, alone.
    CaseRows "/richieste/righe" [Get];
    /// One act on all selected cases.
    CaseBulk "/richieste/azioni" [Post];
    /// Take charge of the request with most at stake that nobody has.
    CaseNext "/richieste/prossima" [Post];
    /// The queue as a file.
    CaseListFile "/richieste.xlsx" [Get];
    /// Save or remove a view of the queue.
    CaseViews "/richieste/viste" [Post];
    /// Start a request: which procedure, for whom.
    CaseNew "/richieste/nuova" [Get, Post];
    /// Start a request: the form of its procedure.
    CaseStart "/richieste/nuova/{procedure}" [Get, Post] (procedure: String);
    /// The form of a procedure, checked while it is filled in.
    CaseStartCheck "/richieste/nuova/{procedure}/controlla" [Post] (procedure: String);
    /// One case.
    CaseShow "/richieste/{case}" [Get] (case: CaseId);
    /// One part of a case, alone: `orologio`, `compito`, `date`, `documenti`, `commenti`, `registro`.
    CasePart "/richieste/{case}/parti/{part}" [Get] (case: CaseId, part: String);
    /// Complete a task.
    TaskComplete "/richieste/{case}/compiti/{task}" [Post] (case: CaseId, task: TaskId);
    /// Take charge of a task, or give it back.
    TaskClaim "/richieste/{case}/compiti/{task}/presa" [Post] (case: CaseId, task: TaskId);
    /// Record a dated fact.
    FactNew "/richieste/{case}/date" [Get, Post] (case: CaseId);
    /// Correct a dated fact, with its reason.
    FactCorrect "/richieste/{case}/date/{fact}" [Get, Post] (case: CaseId, fact: FactId);
    /// Write a comment.
    CommentNew "/richieste/{case}/commenti" [Post] (case: CaseId);
    /// Hide a comment written by mistake; the audit trail keeps it.
    CommentHide "/richieste/{case}/commenti/{comment}/nascondi" [Post] (case: CaseId, comment: CommentId);
    /// Add a paper: receive a file, or make one.
    DocumentNew "/richieste/{case}/documenti" [Get, Post] (case: CaseId);
    /// A paper of a case; `file` is the document's id and `.pdf`, or its id alone for other kinds of file.
    DocumentFile "/richieste/{case}/documenti/{file}" [Get] (case: CaseId, file: String);
    /// A paper as it would be made now; nothing of it is stored.
    PaperPreview "/richieste/{case}/anteprima/{paper}" [Get] (case: CaseId, paper: String);
    /// Send a paper again.
    DocumentSend "/richieste/{case}/documenti/{document}/invia" [Post] (case: CaseId, document: DocumentId);
    /// The drawing of the process.
    CaseDiagram "/richieste/{case}/diagramma.xml" [Get] (case: CaseId);
    /// Where the process stands, for the drawing.
    CaseDiagramState "/richieste/{case}/diagramma.json" [Get] (case: CaseId);
    /// Cancel a case.
    CaseCancel "/richieste/{case}/annulla" [Get, Post] (case: CaseId);
    /// Suspend a case.
    CaseSuspend "/richieste/{case}/sospendi" [Get, Post] (case: CaseId);
    /// Resume a suspended case.
    CaseResume "/richieste/{case}/riprendi" [Post] (case: CaseId);
    /// Open a cancelled or closed case again, with its reason.
    CaseReopen "/richieste/{case}/riapri" [Post] (case: CaseId);
    /// Open a case that follows from this one.
    CaseFollowUp "/richieste/{case}/seguito" [Get, Post] (case: CaseId);
    /// Give a case to somebody else.
    CaseReassign "/richieste/{case}/riassegna" [Get, Post] (case: CaseId);
    /// Make or move the appointment of a case.
    CaseAppointment "/richieste/{case}/appuntamento" [Get, Post] (case: CaseId);
    /// Say who is answerable for a missed standard.
    CaseCause "/richieste/{case}/causa" [Post] (case: CaseId);

    /// Change of holder: begin.
    VolturaNew "/voltura" [Get, Post];
    /// Change of holder: a step, by its word.
    VolturaStep "/voltura/{case}/{step}" [Get, Post] (case: CaseId, step: String);
    /// Change of holder: save the draft and answer with the summary.
    VolturaDraft "/voltura/{case}/bozza" [Post] (case: CaseId);
    /// Change of holder: registry entries that look like the one typed.
    VolturaMatches "/voltura/{case}/anagrafiche" [Get] (case: CaseId);
    /// Change of holder: the question about more power.
    VolturaPower "/voltura/{case}/aumento-potenza" [Get, Post] (case: CaseId);

    /// The till: bills to cash in, payment, last receipts.
    Till "/cassa" [Get, Post];
    /// One part of the till, alone: `bollette`, `incasso`, `ultimi`.
    TillPart "/cassa/parti/{part}" [Get, Post] (part: String);
    /// Open the till with its float.
    TillOpen "/cassa/apertura" [Post];
    /// Close the till.
    TillClose "/cassa/chiusura" [Get, Post];
    /// Payments of the till that is open, to find the one to take back.
    ReceiptList "/cassa/ricevute" [Get];
    /// The receipt of a payment.
    ReceiptPdf "/cassa/ricevute/{receipt}/ricevuta.pdf" [Get] (receipt: ReceiptId);
    /// Take back a payment: the question, and doing it.
    PaymentReverse "/cassa/ricevute/{receipt}/storno" [Get, Post] (receipt: ReceiptId);
    /// The sheet of a closed till, with its count and what goes to the bank.
    TillSheetPdf "/cassa/chiusure/{session}/foglio.pdf" [Get] (session: TillSessionId);

    /// The schedule of technicians.
    Agenda "/agenda" [Get];
    /// One day of it, alone.
    AgendaDay "/agenda/giorno/{date}" [Get] (date: Date);
    /// What is not yet given to anybody, alone.
    AgendaUnassigned "/agenda/da-assegnare" [Get];
    /// Give a job to a person at a time.
    AgendaAssign "/agenda/assegna" [Post];
    /// One appointment: outcome, move, call off.
    AppointmentShow "/agenda/appuntamenti/{appointment}" [Get, Post] (appointment: AppointmentId);
    /// The invitation as a calendar file.
    AppointmentFile "/agenda/appuntamenti/{appointment}/invito.ics" [Get] (appointment: AppointmentId);

    /// Quality: the regulated standards.
    Quality "/qualita" [Get];
    /// One part of it, alone: `indicatori`, `standard`, `previste`, `schede`.
    QualityPart "/qualita/parti/{part}" [Get] (part: String);
    /// The yearly sheets of a regulation.
    QualitySheet "/qualita/{regulation}/{year}/schede.xlsx" [Get] (regulation: String, year: i16);
    /// Compensation: prepared, checked, approved, credited.
    IndemnityList "/indennizzi" [Get, Post];
    /// The service standards in force.
    StandardList "/standard" [Get];
    /// Figures on the work done.
    Statistics "/statistiche" [Get];
    /// The figures as a file.
    StatisticsFile "/statistiche.xlsx" [Get];

    /// Procedures.
    ProcedureList "/processi" [Get];
    /// One procedure in the designer.
    ProcedureShow "/processi/{procedure}" [Get, Post] (procedure: String);
    /// One part of the designer, alone: `verifica`, `procedura`, `passo`, `versioni`.
    ProcedurePart "/processi/{procedure}/parti/{part}" [Get, Post] (procedure: String, part: String);
    /// The drawing of a procedure: read, save the draft.
    ProcedureDiagram "/processi/{procedure}/diagramma.xml" [Get, Put] (procedure: String);
    /// Publish the draft as a version.
    ProcedurePublish "/processi/{procedure}/pubblica" [Post] (procedure: String);
    /// A published version.
    ProcedureVersion "/processi/{procedure}/versioni/{version}" [Get] (procedure: String, version: u32);

    /// Contacts and what is to be done about them.
    ContactList "/contatti" [Get];
    /// One contact.
    ContactShow "/contatti/{contact}" [Get, Post] (contact: ContactId);
    /// To-dos: today, late, upcoming.
    TodoList "/da-fare" [Get, Post];
    /// Do, move or give away a to-do, by the number it has in the list.
    TodoShow "/da-fare/{todo}" [Post] (todo: String);
    /// Commercial opportunities.
    OpportunityList "/opportunita" [Get, Post];
    /// One opportunity.
    OpportunityShow "/opportunita/{opportunity}" [Get, Post] (opportunity: String);
    /// Offers.
    OfferList "/offerte" [Get, Post];
    /// One offer: send, accept, refuse.
    OfferShow "/offerte/{offer}" [Get, Post] (offer: String);
    /// An offer as a paper.
    OfferPdf "/offerte/{offer}/offerta.pdf" [Get] (offer: String);
    /// Telemarketing campaigns.
    CampaignList "/campagne" [Get, Post];
    /// One campaign: list, script, results.
    CampaignShow "/campagne/{campaign}" [Get, Post] (campaign: String);
    /// The next call of a campaign, and its outcome.
    CampaignCall "/campagne/{campaign}/chiamata" [Get, Post] (campaign: String);
    /// Agents and their commissions.
    AgentList "/agenti" [Get];
    /// One agent.
    AgentShow "/agenti/{user}" [Get, Post] (user: UserId);

    /// Files of distributors: bring one, see what came, what waits for a person.
    ExchangeList "/importazioni/xml" [Get, Post];
    /// One file, message by message.
    ExchangeShow "/importazioni/xml/{import}" [Get] (import: ImportId);
    /// Apply its messages.
    ExchangeApply "/importazioni/xml/{import}/applica" [Post] (import: ImportId);
    /// Take it back.
    ExchangeUndo "/importazioni/xml/{import}/annulla" [Post] (import: ImportId);
    /// What came of each message, as a file.
    ExchangeReport "/importazioni/xml/{import}/esito.csv" [Get] (import: ImportId);
    /// Give a message that waits to a case.
    ExchangeAssign "/importazioni/xml/{import}/messaggi/{row}/pratica" [Post] (import: ImportId, row: i64);
    /// Set a message that waits aside, with the reason.
    ExchangeDismiss "/importazioni/xml/{import}/messaggi/{row}/archivia" [Post] (import: ImportId, row: i64);

    /// Runs of the import.
    ImportList "/importazioni" [Get];
    /// One run: what it did.
    ImportShow "/importazioni/{import}" [Get] (import: ImportId);
    /// The rows that were refused or warned about.
    ImportRows "/importazioni/{import}/righe" [Get] (import: ImportId);
    /// The report of a run as a file.
    ImportReport "/importazioni/{import}/esito.json" [Get] (import: ImportId);

    /// Background work that gave up and processes that stopped.
    IncidentList "/incidenti" [Get];
    /// Try a failed piece of work again.
    JobRetry "/incidenti/lavori/{job}/riprova" [Post] (job: JobId);
    /// Give up a failed piece of work, with its reason.
    JobDismiss "/incidenti/lavori/{job}/archivia" [Post] (job: JobId);
    /// Try a stopped process again.
    InstanceRetry "/incidenti/processi/{instance}/riprova" [Post] (instance: InstanceId);
    /// Mails sent and waiting.
    MailList "/posta" [Get];
    /// One mail.
    MailShow "/posta/{mail}" [Get] (mail: MailId);
    /// Send a mail again.
    MailRetry "/posta/{mail}/riprova" [Post] (mail: MailId);

    /// The audit trail.
    Audit "/registro" [Get];
    /// What concerns the person who reads: cases given, comments that name them, answers arrived.
    NoticeList "/avvisi" [Get];
    /// The way to everything that is set up: accounts, offices, imports, incidents, mail, audit trail.
    Administration "/amministrazione" [Get];
    /// Staff accounts.
    UserList "/utenti" [Get];
    /// Make an account.
    UserNew "/utenti/nuovo" [Get, Post];
    /// One account: roles, office, block.
    UserShow "/utenti/{user}" [Get, Post] (user: UserId);
    /// Give an account a password to change at the first sign-in.
    UserPassword "/utenti/{user}/password" [Post] (user: UserId);
    /// Offices.
    OfficeList "/uffici" [Get, Post];
    /// One office.
    OfficeShow "/uffici/{office}" [Get, Post] (office: OfficeId);
    /// My profile: language, keys, calendar feed.
    Profile "/profilo" [Get, Post];
    /// Change my password.
    ProfilePassword "/profilo/password" [Post];
    /// My tokens for the API.
    TokenNew "/profilo/token" [Post];
    /// Revoke a token.
    TokenRevoke "/profilo/token/{token}/revoca" [Post] (token: TokenId);
    /// The keys of a page.
    Keys "/tasti" [Get];
}

impl DocumentFile {
    /// A paper as PDF.
    #[must_use]
    pub fn pdf(case: CaseId, document: DocumentId) -> Self {
        Self { case, file: format!("{document}.pdf") }
    }

    /// The document meant, whatever the ending of the file's name.
    #[must_use]
    pub fn document(&self) -> Option<DocumentId> {
        self.file.split('.').next().and_then(|id| id.parse().ok())
    }
}
