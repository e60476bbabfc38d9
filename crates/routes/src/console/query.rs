//! What stands after the question mark in staff pages. Several values of one filter are separated by commas.

use kernel::{BillId, CaseId, ChargeId, Date, OfficeId, PartyId, ReceiptId, SupplyPointId, UserId};

use crate::route::query;

query! {
    /// Where to go after signing in, and why the page was asked for.
    SignInQuery {
        /// A path of the console to come back to.
        next "poi": String,
        /// A notice to show: `ended` when the session has ended.
        notice "avviso": String,
    }
}

query! {
    /// What to search. `p:`, `f:` and `m:` at the start narrow to cases, bills and meters.
    SearchQuery {
        /// The words, codes or numbers.
        text "q": String,
        /// Only one kind of thing.
        kind "tipo": String,
    }
}

query! {
    /// Which customers to list.
    CustomerListQuery {
        /// Words of a name, a code, an address.
        text "q": String,
        /// Only holders of contracts in this state: `attivi`, `sospesi`, `richiesti`.
        contracts "contratti": String,
        /// The mark of the last row already seen.
        after "dopo": String,
    }
}

query! {
    /// Which part of a customer's page, and which events of the timeline.
    CustomerTabQuery {
        /// The tab.
        tab "scheda": String,
        /// The supply in view.
        point "fornitura": SupplyPointId,
        /// Kinds of events in the timeline.
        kind "tipo": String,
        /// The mark of the last row already seen.
        after "dopo": String,
    }
}

query! {
    /// Which contracts to list.
    ContractListQuery {
        /// Words or a number.
        text "q": String,
        /// States.
        state "stato": String,
        /// The agent who brought it.
        agent "agente": UserId,
        /// The mark of the last row already seen.
        after "dopo": String,
    }
}

query! {
    /// Which cases the queue lists, in which order.
    CaseListQuery {
        /// A saved view.
        view "vista": String,
        /// Words or a number.
        text "q": String,
        /// Codes of procedures.
        procedure "procedura": String,
        /// States.
        state "stato": String,
        /// Risk of the clock: `late`, `today`, `soon`, `ok`, `hold`, `none`.
        risk "rischio": String,
        /// Roles that the next step waits for.
        role "ruolo": String,
        /// Sectors.
        sector "settore": String,
        /// Where the request came from.
        origin "origine": String,
        /// Cases of this person; `me` for one's own.
        assignee "assegnata": String,
        /// Cases of this office.
        office "ufficio": OfficeId,
        /// Cases of this customer.
        party "cliente": PartyId,
        /// Cases at this supply.
        point "fornitura": SupplyPointId,
        /// Cases under this service standard, by its id.
        standard "standard": String,
        /// The columns shown, by name.
        columns "colonne": String,
        /// Ended within so many days.
        closed "chiuse": i64,
        /// Started on or after this day.
        from "dal": Date,
        /// Started on or before this day.
        to "al": Date,
        /// The column to sort by; `-` before it turns the order round.
        sort "ordine": String,
        /// The mark of the last row already seen.
        after "dopo": String,
    }
}

query! {
    /// For whom a request is started.
    CaseNewQuery {
        /// The customer.
        party "cliente": PartyId,
        /// The supply.
        point "fornitura": SupplyPointId,
        /// The case it arises from.
        parent "da": CaseId,
        /// Where the request came from: counter, telephone, letter.
        origin "origine": String,
        /// The code of the procedure, when it is chosen already.
        procedure "procedura": String,
    }
}

query! {
    /// Which days and people of the schedule.
    AgendaQuery {
        /// The day.
        date "giorno": Date,
        /// The crew or the technician.
        user "tecnico": UserId,
        /// The office.
        office "ufficio": OfficeId,
        /// The job being placed.
        case "pratica": CaseId,
    }
}

query! {
    /// Which period and scope of the standards.
    QualityQuery {
        /// The regulation.
        regulation "regolazione": String,
        /// The year.
        year "anno": i16,
        /// The sector.
        sector "settore": String,
        /// The municipality or plant.
        place "luogo": String,
    }
}

query! {
    /// Which contacts to list.
    ContactListQuery {
        /// Contacts with this customer.
        party "cliente": PartyId,
        /// Only what is still to be done.
        open "aperti": String,
        /// The mark of the last row already seen.
        after "dopo": String,
    }
}

query! {
    /// Which incidents to list.
    IncidentListQuery {
        /// The kind of work.
        kind "tipo": String,
        /// The mark of the last row already seen.
        after "dopo": String,
    }
}

query! {
    /// Which rows of the audit trail.
    AuditQuery {
        /// Who acted.
        user "utente": UserId,
        /// What was touched: kind and id.
        subject "oggetto": String,
        /// From this day.
        from "dal": Date,
        /// To this day.
        to "al": Date,
        /// The mark of the last row already seen.
        after "dopo": String,
    }
}

query! {
    /// Which bills to list.
    BillListQuery {
        /// The beginning of a number, or the code of a slip.
        text "q": String,
        /// Bills of this customer.
        party "cliente": PartyId,
        /// `open` or `overdue`.
        state "stato": String,
        /// The mark of the last row already seen.
        after "dopo": String,
    }
}

query! {
    /// Who stands at the till.
    TillQuery {
        /// Words of a name, a number, the code of a slip or of a notice.
        text "q": String,
        /// The customer who pays.
        party "cliente": PartyId,
        /// Other customers whose bills are paid too, separated by commas.
        others "anche": String,
        /// A bill to be paid, whatever its last day.
        bill "bolletta": BillId,
        /// The code of an instalment's slip or notice, whose amount is to be paid.
        code "rata": String,
        /// A charge of a case to be paid.
        charge "addebito": ChargeId,
        /// The receipt of the payment just made.
        receipt "ricevuta": ReceiptId,
    }
}
