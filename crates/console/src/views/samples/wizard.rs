//! The wizard: every step of a change of holder as the reference shows it, with faults, refused, and in a procedure
//! with everything a form can ask.

mod fields;
mod lists;

use jiff::civil::date;
use kernel::{Lang, Sector};
use routes::Route;
use routes::console::{
    CaseCancel, CaseSuspend, PaperPreview, VolturaDraft, VolturaMatches, VolturaPower, VolturaStep,
};
use texts::{Texts, TimeUnit};
use web::layout::{Area, ErrorSummary, Field, FieldKind, KeyHint, Link, Note, NoteKind, Step, StepState};

use super::{Sample, case, frame};
use crate::views::form::{
    Ask, Check, CheckState, FieldPart, FieldView, Found, FoundPart, Mark, Pick, Piece, ReadingPart,
    ReadingRow, ReadingState, ReadingsView, SearchView, SectionView, Widget,
};
use crate::views::wizard::{
    Answer, ClockPreview, Missing, PaperToMake, PointSummary, PopupForm, Question, QuestionPage, WizardForm,
    WizardPage, WizardPopup, WizardSteps, WizardSummary,
};
use fields::{everything, mail, party_search, readings, sections, wrong};

/// What the procedure's pack says, in its two languages.
fn say(t: &Texts, it: &str, en: &str) -> String {
    match t.lang() {
        Lang::It => it.to_owned(),
        Lang::En => en.to_owned(),
    }
}

const STEPS: [(&str, &str, &str); 6] = [
    ("fornitura", "Fornitura", "Supply"),
    ("intestatario", "Nuovo intestatario", "New account holder"),
    ("lettura", "Lettura", "Reading"),
    ("potenza", "Potenza", "Power"),
    ("pagamento", "Contratto e pagamento", "Contract and payment"),
    ("conferma", "Conferma", "Confirmation"),
];

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let mut out = Vec::new();
    for (index, (name, ..)) in STEPS.iter().enumerate() {
        out.push(Sample::page(&format!("wizard-{name}"), &page(t, index, sections(t, index)))?);
    }
    let mut wrong = page(t, 0, wrong(t));
    wrong.form = wrong.form.with_faults();
    out.push(Sample::page("wizard-errors", &wrong)?);
    let mut refused = page(t, 5, sections(t, 5));
    refused.form.note = Some(Note {
        kind: NoteKind::Error,
        lead: t.wizard_refused(),
        text: crate::views::wording::sentence(t, "contract_changed", &[("number".into(), "C-187730".into())]),
        link: Some(Link::new(say(t, "Vai alla fornitura", "Go to the supply"), step_url("fornitura"))),
    });
    out.push(Sample::page("wizard-refused", &refused)?);
    out.push(Sample::page("wizard-everything", &page(t, 4, everything(t)))?);
    out.push(Sample::page("wizard-lists", &page(t, 4, lists::sections(t)))?);
    let mut wrong_lists = page(t, 4, lists::wrong(t));
    wrong_lists.form = wrong_lists.form.with_faults();
    out.push(Sample::page("wizard-lists-errors", &wrong_lists)?);
    out.push(Sample::part("wizard-outputs", &lists::outputs(t))?);
    let question = QuestionPage {
        t,
        frame: frame(t, say(t, "Aumento di potenza", "Power increase"), Some(Area::Cases), Vec::new()),
        back: Link::new(say(t, "Voltura", "Change of holder"), step_url("potenza")),
        popup: popup(t, false).form,
    };
    out.push(Sample::page("wizard-question", &question)?);
    out.push(Sample::part("wizard-steps", &steps(t, 2))?);
    out.push(Sample::part("wizard-form", &form(t, 2, sections(t, 2)))?);
    out.push(Sample::part("wizard-summary", &summary(t, 2))?);
    out.push(Sample::part("wizard-popup", &popup(t, true))?);
    out.push(Sample::part("wizard-found", &FoundPart { t, name: "party".into(), search: party_search(t) })?);
    out.push(Sample::part("wizard-field", &FieldPart { t, f: mail(t) })?);
    let row = readings(t).rows.into_iter().next_back();
    if let Some(row) = row {
        out.push(Sample::part(
            "wizard-reading",
            &ReadingPart { t, row, part: VolturaDraft::new(case(46)).url() },
        )?);
    }
    Ok(out)
}

fn step_url(step: &str) -> String {
    VolturaStep::new(case(46), step).url()
}

fn page(t: &Texts, index: usize, sections: Vec<SectionView>) -> WizardPage<'_> {
    let keys = vec![
        KeyHint::new("Ctrl ↑ ↓", t.wizard_key_step()),
        KeyHint::new(format!("Ctrl {}", t.layout_key_enter()), t.wizard_key_next()),
        KeyHint::new("Ctrl S", t.wizard_key_save()),
        KeyHint::new("F4", t.wizard_key_card()),
    ];
    let heading = say(t, "Voltura su contratto esistente", "Change of holder on an existing contract");
    let mut frame = frame(t, heading.clone(), Some(Area::Cases), keys);
    frame.rail = true;
    WizardPage {
        t,
        frame,
        heading,
        saved: t.wizard_saved("2026-01246", say(t, "alle 10:22", "at 10:22")),
        suspend: CaseSuspend::new(case(46)).url(),
        cancel: Link::new(
            t.wizard_cancel(say(t, "voltura", "change of holder")),
            CaseCancel::new(case(46)).url(),
        ),
        steps: steps(t, index),
        form: form(t, index, sections),
        summary: summary(t, index),
        popup: (index == 3).then(|| popup(t, false)),
    }
}

fn steps(t: &Texts, now: usize) -> WizardSteps<'_> {
    let notes = [
        ("IT999E00317482".to_owned(), say(t, "da cercare", "to be found")),
        ("Montanari Irene".to_owned(), say(t, "da cercare", "to be found")),
        (say(t, "28.762 kWh in tre fasce", "28,762 kWh in three bands"), say(t, "da inserire", "to enter")),
        (
            say(t, "da 3 a 4,5 kW", "from 3 to 4.5 kW"),
            say(t, "3 kW, 230 V, monofase", "3 kW, 230 V, single phase"),
        ),
        (say(t, "Luce Casa, addebito SEPA", "Luce Casa, SEPA debit"), say(t, "da scegliere", "to choose")),
        (String::new(), say(t, "4 documenti", "4 papers")),
    ];
    let steps = STEPS
        .iter()
        .zip(notes)
        .enumerate()
        .map(|(index, ((name, it, en), (after, before)))| Step {
            label: say(t, it, en),
            note: match index.cmp(&now) {
                std::cmp::Ordering::Less => after,
                std::cmp::Ordering::Equal if index == 1 => {
                    say(t, "anagrafica trovata", "registry entry found")
                }
                _ => before,
            },
            code: index == 0 && now > 0,
            state: match index.cmp(&now) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal => StepState::Now,
                std::cmp::Ordering::Greater => StepState::ToCome,
            },
            href: (index <= now).then(|| step_url(name)),
        })
        .collect();
    WizardSteps { t, oob: false, steps }
}

fn form(t: &Texts, index: usize, sections: Vec<SectionView>) -> WizardForm<'_> {
    let titles = [
        ("Quale fornitura cambia intestatario?", "Which supply changes account holder?"),
        ("Chi diventa intestatario?", "Who becomes the account holder?"),
        ("Quanto segna il contatore?", "What does the meter read?"),
        ("Serve un aumento di potenza?", "Is more power needed?"),
        ("Come paga e dove riceve le bollette?", "How to pay and where to receive bills?"),
        ("Controlla e conferma", "Check and confirm"),
    ];
    let metas = [
        vec![Piece::plain(say(
            t,
            "Il POD è sulla bolletta, in alto a destra, e sul display del contatore.",
            "The POD is on the bill, top right, and on the meter’s display.",
        ))],
        vec![Piece::plain(say(
            t,
            "Cerca sempre prima di creare: una persona ha una sola anagrafica.",
            "Always search before creating: one person, one registry entry.",
        ))],
        vec![
            Piece::plain(say(t, "Contatore ", "Meter ")),
            Piece::code("E2-00317755"),
            Piece::plain(say(
                t,
                ", orario, letture cumulate in kWh. L’ultima bolletta di Casarini Aldo si chiude con questi valori.",
                ", by time band, cumulative readings in kWh. The last bill of Casarini Aldo closes with these values.",
            )),
        ],
        vec![Piece::plain(say(
            t,
            "Oggi il punto ha 3 kW, 230 V, monofase. Potenza massima prelevata negli ultimi 12 mesi: 2,9 kW.",
            "Today the point has 3 kW, 230 V, single phase. Highest power drawn in the last 12 months: 2.9 kW.",
        ))],
        vec![Piece::plain(say(
            t,
            "Il contratto nuovo parte dalle condizioni di quello vecchio; il cliente può scegliere un’altra offerta.",
            "The new contract starts from the terms of the old one; the customer may choose another offer.",
        ))],
        vec![Piece::plain(say(
            t,
            "Alla conferma il contratto viene duplicato: nuovo intestatario, stesso POD. La pratica passa al tecnico per l’aumento di potenza.",
            "On confirmation the contract is duplicated: new account holder, same POD. The case goes to the technician for the power increase.",
        ))],
    ];
    let (it, en) = titles.get(index).copied().unwrap_or_default();
    let next = STEPS.get(index + 1).map_or_else(
        || say(t, "Conferma la voltura", "Confirm the change"),
        |(_, it, en)| t.wizard_next(say(t, it, en).to_lowercase()),
    );
    let name = STEPS.get(index).map_or("", |(name, ..)| name);
    WizardForm {
        t,
        oob: false,
        action: step_url(name),
        draft: VolturaDraft::new(case(46)).url(),
        version: 7,
        window: "w-7".to_owned(),
        element: name.to_owned(),
        title: say(t, it, en),
        meta: metas.into_iter().nth(index).unwrap_or_default(),
        note: None,
        twins: Vec::new(),
        errors: ErrorSummary::default(),
        sections,
        findings: Vec::new(),
        answers: if index == 5 { answers(t) } else { Vec::new() },
        changes: None,
        question: (index == 3).then(|| Question {
            label: say(t, "Richiesta", "Request"),
            value: say(t, "da compilare", "to fill in"),
            button: say(t, "Compila l’aumento", "Fill in the increase"),
            href: VolturaPower::new(case(46)).url(),
        }),
        place: (index + 1, STEPS.len()),
        back: index.checked_sub(1).and_then(|before| STEPS.get(before)).map(|(name, ..)| step_url(name)),
        next,
        opens: (index == 3).then_some("aumento"),
        heading: index == 5,
        file: false,
    }
}

fn pick(value: &str, label: String, note: Vec<Piece>) -> Pick {
    Pick { value: value.into(), label, note, ..Pick::default() }
}

fn plain(fields: Vec<FieldView>) -> SectionView {
    SectionView { fields, ..SectionView::default() }
}

fn select(name: &str, label: String, value: &str, choices: &[(&str, String)]) -> FieldView {
    let width = 4;
    let picks = choices.iter().map(|(value, label)| pick(value, label.clone(), Vec::new())).collect();
    FieldView::choice(width, Field::text(name, label).value(value), picks)
}

fn answers(t: &Texts) -> Vec<Answer> {
    let line = |label: String, value: Vec<Piece>, step: &str, what: String| Answer {
        label,
        value,
        href: step_url(step),
        what,
    };
    vec![
        line(
            say(t, "Fornitura", "Supply"),
            vec![
                Piece::plain(say(
                    t,
                    "Energia elettrica, via della Fornace 27 int. 4, ",
                    "Electricity, via della Fornace 27 int. 4, ",
                )),
                Piece::code("IT999E00317482"),
            ],
            "fornitura",
            say(t, "la fornitura", "the supply"),
        ),
        line(
            say(t, "Nuovo intestatario", "New account holder"),
            vec![
                Piece::plain(say(t, "Montanari Irene, cliente 51907, ", "Montanari Irene, customer 51907, ")),
                Piece::code("MNTRNI91S42B819T"),
            ],
            "intestatario",
            say(t, "l’intestatario", "the account holder"),
        ),
        line(
            say(t, "Decorrenza", "Start"),
            vec![Piece::plain(t.date(date(2026, 3, 18)))],
            "intestatario",
            say(t, "la decorrenza", "the start"),
        ),
        line(
            say(t, "Lettura", "Reading"),
            vec![Piece::plain(say(
                t,
                "F1 8.431, F2 6.221, F3 7.110 kWh, rilevata l’11/03/2026",
                "F1 8,431, F2 6,221, F3 7,110 kWh, read on 11 Mar 2026",
            ))],
            "lettura",
            say(t, "la lettura", "the reading"),
        ),
        line(
            say(t, "Potenza", "Power"),
            vec![Piece::plain(say(
                t,
                "da 3 a 4,5 kW, 230 V, monofase; contributo 102,31 € in bolletta",
                "from 3 to 4.5 kW, 230 V, single phase; €102.31 on the bill",
            ))],
            "potenza",
            say(t, "la potenza", "the power"),
        ),
        line(
            say(t, "Contratto", "Contract"),
            vec![Piece::plain(say(
                t,
                "Luce Casa bioraria, domestico residente",
                "Luce Casa bioraria, household, resident",
            ))],
            "pagamento",
            say(t, "il contratto", "the contract"),
        ),
        line(
            say(t, "Pagamento", "Payment"),
            vec![
                Piece::plain(say(t, "Addebito SEPA, ", "SEPA debit, ")),
                Piece::code("IT37 N999 9866 7100 0000 2204 918"),
            ],
            "pagamento",
            say(t, "il pagamento", "the payment"),
        ),
    ]
}

fn summary(t: &Texts, index: usize) -> WizardSummary<'_> {
    let person = |name: &str, number: &str| (name.to_owned(), t.wizard_customer(number));
    let gap = |it: &str, en: &str, step: usize| Missing {
        label: say(t, it, en),
        href: STEPS.get(step - 1).filter(|_| step <= index + 1).map(|(name, ..)| step_url(name)),
        step,
    };
    let missing = [
        gap("E-mail del nuovo intestatario", "E-mail of the new account holder", 2),
        gap("Lettura F1, F2, F3", "Reading F1, F2, F3", 3),
        gap("Metodo di pagamento", "Way of payment", 5),
    ];
    let paper = |it: &str, en: &str, signed, contract| PaperToMake {
        title: say(t, it, en),
        signed,
        contract,
        preview: (index == 5 && signed).then(|| PaperPreview::new(case(46), "contract").url()),
    };
    WizardSummary {
        t,
        oob: false,
        open: false,
        point: Some(PointSummary {
            sector: Sector::Electricity,
            kind: "POD".into(),
            code: "IT999E00317482".into(),
            outgoing: Some(person("Casarini Aldo", "11530")),
            incoming: (index > 0).then(|| person("Montanari Irene", "51907")),
            incoming_step: 2,
            changes: if index >= 4 {
                vec![(say(t, "Potenza", "Power"), say(t, "da 3 a 4,5 kW", "from 3 to 4.5 kW"))]
            } else {
                Vec::new()
            },
            note: say(
                t,
                "via della Fornace 27 int. 4, Fontebruna. Nessuna bolletta insoluta sul punto.",
                "via della Fornace 27 int. 4, Fontebruna. No unpaid bill at the point.",
            ),
        }),
        clocks: vec![ClockPreview {
            name: say(t, "Esecuzione della voltura", "Change of holder carried out"),
            level: 5,
            unit: TimeUnit::WorkingDay,
            days: vec![
                date(2026, 3, 12),
                date(2026, 3, 13),
                date(2026, 3, 16),
                date(2026, 3, 17),
                date(2026, 3, 18),
            ],
            note: say(
                t,
                "Risposta al cliente entro lun 16/03. È un obbligo senza indennizzo: il ritardo va nel registro.",
                "Answer to the customer by Mon 16 Mar. An obligation without compensation: a delay is recorded.",
            ),
            why: say(
                t,
                "Il termine è di 5 giorni lavorativi dalla richiesta completa.",
                "The term is 5 working days from the complete request.",
            ),
        }],
        missing: missing.into_iter().filter(|gap| gap.step > index.max(1)).collect(),
        papers: vec![
            paper("Contratto di fornitura", "Supply contract", true, true),
            paper("Modulo di voltura", "Change of holder form", true, false),
            paper("Dichiarazione sull’immobile", "Declaration on the premises", true, false),
            paper("Informativa privacy", "Privacy notice", false, false),
        ],
    }
}

fn popup(t: &Texts, oob: bool) -> WizardPopup<'_> {
    let fields = vec![
        FieldView::line(4, {
            let mut power =
                Field::new(FieldKind::Decimal, "power_w", say(t, "Potenza richiesta", "Power wanted"))
                    .value("4,5")
                    .unit("kW")
                    .hint(say(t, "da 3,5 a 6 in passi di 0,5", "3.5 to 6 in steps of 0.5"))
                    .focus();
            power.large = true;
            power
        }),
        FieldView::choice(
            8,
            Field::text("voltage_v", say(t, "Tensione", "Voltage")).value("230"),
            vec![pick("230", "230 V".into(), Vec::new()), pick("400", "400 V".into(), Vec::new())],
        ),
        FieldView::choice(
            12,
            Field::text("phases", say(t, "Fase", "Phase")).value("1"),
            vec![
                pick(
                    "1",
                    say(t, "Monofase", "Single phase"),
                    vec![Piece::plain(say(t, "ammessa fino a 10 kW", "allowed up to 10 kW"))],
                ),
                pick(
                    "3",
                    say(t, "Trifase", "Three phases"),
                    vec![Piece::plain(say(
                        t,
                        "richiede la sostituzione del contatore",
                        "the meter must be replaced",
                    ))],
                ),
            ],
        ),
    ];
    let note = |kind, it: (&str, &str), en: (&str, &str)| Note {
        kind,
        lead: say(t, it.0, en.0),
        text: say(t, it.1, en.1),
        link: None,
    };
    let form = PopupForm {
        t,
        ask: Ask {
            id: "aumento",
            title: say(t, "Aumento di potenza", "Power increase"),
            meta: String::new(),
            action: VolturaPower::new(case(46)).url(),
            fields,
            kept: Vec::new(),
            note: None,
            submit: say(t, "Conferma aumento", "Confirm the increase"),
            style: "btn-1",
            file: false,
        },
        about: vec![
            Piece::plain(format!("{} · POD ", t.date(super::TODAY))),
            Piece::code("IT999E00317482"),
            Piece::plain(say(t, " · oggi 3 kW, 230 V, monofase", " · today 3 kW, 230 V, single phase")),
        ],
        errors: ErrorSummary::default(),
        notes: vec![
            note(
                NoteKind::Done,
                (
                    "Dati compatibili con il punto.",
                    "Potenza disponibile 4,95 kW. Contributo 102,31 € nella prima bolletta.",
                ),
                ("Data fit the point.", "Available power 4.95 kW. €102.31 on the first bill."),
            ),
            note(
                NoteKind::Info,
                (
                    "Nuova scadenza in agenda.",
                    "Intervento del tecnico entro mercoledì 18/03; primo posto libero venerdì 13/03, fascia 9:00–12:00.",
                ),
                (
                    "New deadline in the schedule.",
                    "Technician by Wednesday 18 Mar; first free place Friday 13 Mar, 9:00–12:00.",
                ),
            ),
        ],
    };
    WizardPopup { oob, id: "aumento", form }
}
