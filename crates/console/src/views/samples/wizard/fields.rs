//! The fields of every step: as the reference shows them, with faults, and everything a form can ask.

use super::*;

pub(super) fn mail(t: &Texts) -> FieldView {
    FieldView::line(
        8,
        Field::new(FieldKind::Email, "email", "E-mail")
            .bad(say(t, "Manca: serve per inviare il contratto. Se non c’è, scegli il recapito postale al passo 5.", "Missing: it is needed to send the contract. If there is none, choose the postal address at step 5."))
            .sends_to(VolturaDraft::new(case(46)).url()),
    )
}

pub(super) fn party_search(t: &Texts) -> SearchView {
    let detail = |code: &str, it: &str, en: &str| vec![Piece::code(code), Piece::plain(say(t, it, en))];
    let found = Found {
        legend: say(t, "1 anagrafica corrisponde, 1 somiglia", "1 registry entry matches, 1 is alike"),
        picks: vec![
            Pick {
                meta: t.wizard_customer("51907"),
                mark: Mark::SameCode(t.fields_same_code()),
                chosen: true,
                ..pick(
                    "p1",
                    "Montanari Irene".into(),
                    detail(
                        "MNTRNI91S42B819T",
                        " · nata il 02/11/1991 a Carpi · via Po 12 · 1 fornitura",
                        " · born 02 Nov 1991 in Carpi · via Po 12 · 1 supply",
                    ),
                )
            },
            Pick {
                meta: t.wizard_customer("20448"),
                mark: Mark::OnlyName(t.fields_only_name()),
                ..pick(
                    "p2",
                    "Montanari Irene".into(),
                    detail(
                        "MNTRNI58D59F257U",
                        " · nata il 19/04/1958 a Modena · via Secchia 9 · 2 forniture",
                        " · born 19 Apr 1958 in Modena · via Secchia 9 · 2 supplies",
                    ),
                )
            },
            Pick {
                key: "0".into(),
                ..pick(
                    "new",
                    say(
                        t,
                        "Nessuna delle due: crea una nuova anagrafica",
                        "Neither: create a new registry entry",
                    ),
                    vec![Piece::plain(say(
                        t,
                        "Apre la creazione guidata: dati, recapiti, collegamento al punto.",
                        "Opens the guided creation: data, contact points, link to the point.",
                    ))],
                )
            },
        ],
    };
    SearchView {
        query: "MNTRNI91S42B819T".into(),
        label: say(
            t,
            "Codice fiscale, nome, telefono o numero cliente",
            "Tax code, name, telephone or customer number",
        ),
        part: VolturaMatches::new(case(46)).url(),
        card_key: "F4".into(),
        found: Some(found),
        ..SearchView::default()
    }
}

pub(super) fn readings(t: &Texts) -> ReadingsView {
    let row =
        |register: &str, (it, en): (&str, &str), (last, value, shown): (i64, i64, &str), expected, state| {
            ReadingRow {
                name: format!("readings.{register}"),
                register: register.into(),
                about: say(t, it, en),
                last: Some(last),
                value: shown.into(),
                consumption: Some(value - last),
                expected: Some(expected),
                state,
                fault: String::new(),
                focus: false,
            }
        };
    ReadingsView {
        last_on: Some(date(2026, 2, 28)),
        rows: vec![
            row("F1", ("lun–ven 8–19", "Mon–Fri 8–19"), (8412, 8431, "8.431"), (15, 30), ReadingState::Good),
            row(
                "F2",
                ("sere e sabati", "evenings, Saturdays"),
                (6207, 6221, "6.221"),
                (10, 22),
                ReadingState::Good,
            ),
            row(
                "F3",
                ("notti e festivi", "nights, holidays"),
                (7090, 7190, "7.190"),
                (12, 28),
                ReadingState::High,
            ),
        ],
        note: Some(Note {
            kind: NoteKind::Attention,
            lead: say(
                t,
                "F3 supera di 4 volte il consumo atteso.",
                "F3 is 4 times the expected consumption.",
            ),
            text: say(
                t,
                "Sulla foto si legge 7.110. Correggi, oppure conferma di aver riletto con il cliente.",
                "The photo shows 7,110. Correct it, or confirm that it was read again with the customer.",
            ),
            link: None,
        }),
        remedies: vec![
            ("usa".into(), "readings.F3=7110".into(), say(t, "Usa 7.110", "Use 7,110")),
            ("readings_confirmed".into(), "true".into(), say(t, "Confermo 7.190", "7,190 is right")),
        ],
        part: VolturaDraft::new(case(46)).url(),
    }
}

pub(super) fn sections(t: &Texts, index: usize) -> Vec<SectionView> {
    match index {
        0 => vec![plain(vec![supply(t)])],
        1 => vec![
            plain(vec![FieldView::new(
                12,
                Field::text("party", say(t, "Intestatario", "Holder")).good(say(
                    t,
                    "Codice fiscale corretto: donna, nata il 02/11/1991 a Carpi",
                    "Correct tax code: woman, born 02 Nov 1991 in Carpi",
                )),
                Widget::Search(party_search(t)),
            )]),
            conditions(t),
        ],
        2 => vec![
            plain(vec![
                FieldView::line(
                    4,
                    Field::text("read_on", say(t, "Data della lettura", "Date of the reading"))
                        .value("11/03/2026")
                        .good(say(t, "Dopo l’ultima, 28/02/2026", "After the last one, 28 Feb 2026")),
                ),
                {
                    let mut by = select(
                        "read_by",
                        say(t, "Rilevata da", "Read by"),
                        "holder",
                        &[
                            (
                                "holder",
                                say(t, "Nuovo intestatario, con foto", "New account holder, with photo"),
                            ),
                            ("technician", say(t, "Tecnico", "Technician")),
                        ],
                    );
                    by.width = 8;
                    by.field = by.field.good(say(
                        t,
                        "Foto ricevuta alle 10:19 dal portale",
                        "Photo received at 10:19 from the portal",
                    ));
                    by
                },
            ]),
            plain(vec![FieldView::new(
                12,
                Field::text("readings", say(t, "Letture per fascia oraria", "Readings by time band")),
                Widget::Readings(readings(t)),
            )]),
        ],
        3 => vec![plain(vec![
            FieldView::choice(
                12,
                Field::text("power_increase", say(t, "Aumento di potenza", "Power increase"))
                    .value("yes")
                    .sends_to(VolturaDraft::new(case(46)).url()),
                vec![
                    Pick {
                        key: "N".into(),
                        ..pick(
                            "no",
                            say(t, "No, resta 3 kW", "No, 3 kW stays"),
                            vec![Piece::plain(say(
                                t,
                                "Nessun intervento al contatore",
                                "No work at the meter",
                            ))],
                        )
                    },
                    Pick {
                        key: "S".into(),
                        ..pick(
                            "yes",
                            say(t, "Sì, aumenta la potenza", "Yes, increase the power"),
                            vec![Piece::plain(say(
                                t,
                                "Chiede potenza, tensione e fase",
                                "Asks power, voltage and phase",
                            ))],
                        )
                    },
                ],
            )
            .quiet(),
        ])],
        4 => payment(t),
        _ => vec![plain(vec![FieldView::new(
            12,
            Field::text(
                "signed",
                say(
                    t,
                    "Il cliente ha letto e confermato questi dati sullo schermo girevole.",
                    "The customer has read and confirmed these data on the turning screen.",
                ),
            )
            .value("true"),
            Widget::Flag,
        )])],
    }
}

pub(super) fn supply(t: &Texts) -> FieldView {
    let good = |it: &str, en: &str| Check { state: CheckState::Good, text: say(t, it, en), link: None };
    let search = SearchView {
        query: "IT999E00317482".into(),
        label: say(
            t,
            "POD, PDR, matricola, indirizzo o intestatario attuale",
            "POD, PDR, serial number, address or present account holder",
        ),
        part: VolturaMatches::new(case(46)).url(),
        card_key: String::new(),
        found: Some(Found {
            legend: say(t, "1 fornitura", "1 supply"),
            picks: vec![Pick {
                chosen: true,
                mark: Mark::State { class: "on", label: say(t, "attivo", "active") },
                ..pick(
                    "s1",
                    say(
                        t,
                        "Energia elettrica, via della Fornace 27 int. 4",
                        "Electricity, via della Fornace 27 int. 4",
                    ),
                    vec![Piece::plain(say(
                        t,
                        "Intestatario Casarini Aldo, cliente 11530 · contratto C-187730 dal 14/09/2008 · 3 kW, 230 V, monofase",
                        "Account holder Casarini Aldo, customer 11530 · contract C-187730 since 14 Sep 2008 · 3 kW, 230 V, single phase",
                    ))],
                )
            }],
        }),
        checks: vec![
            good("Contratto attivo e non in cessazione", "Contract active and not about to end"),
            good("Nessuna altra pratica aperta sul punto", "No other case open at the point"),
            good(
                "Nessuna bolletta insoluta e nessuna sospensione per morosità",
                "No unpaid bill and no suspension for arrears",
            ),
            good(
                "Casarini Aldo ha chiesto il recesso il 04/03/2026",
                "Casarini Aldo asked to withdraw on 04 Mar 2026",
            ),
        ],
        checks_title: say(t, "Controlli sul punto", "Checks at the point"),
    };
    FieldView::new(
        12,
        Field::text("supply_point", say(t, "Fornitura", "Supply"))
            .good(say(t, "POD corretto, energia elettrica", "Correct POD, electricity"))
            .focus(),
        Widget::Search(search),
    )
}

pub(super) fn conditions(t: &Texts) -> SectionView {
    SectionView {
        title: say(t, "Controlla con il cliente", "Check with the customer"),
        meta: say(
            t,
            "Dall’anagrafica 51907; ciò che cambi qui aggiorna l’anagrafica",
            "From registry entry 51907; what changes here updates it",
        ),
        fields: vec![
            FieldView::line(
                4,
                Field::new(FieldKind::Phone, "phone", say(t, "Cellulare", "Mobile")).value("333 555 0119"),
            ),
            mail(t),
            select(
                "title",
                say(t, "Titolo sull’immobile", "Title over the premises"),
                "lease",
                &[
                    ("lease", say(t, "Locazione registrata", "Registered lease")),
                    ("owner", say(t, "Proprietà", "Ownership")),
                ],
            ),
            select(
                "use",
                say(t, "Uso", "Use"),
                "resident",
                &[
                    ("resident", say(t, "Domestico residente", "Household, resident")),
                    ("other", say(t, "Domestico non residente", "Household, not resident")),
                ],
            ),
            FieldView::line(
                4,
                Field::new(FieldKind::Date, "starts_on", say(t, "Decorrenza", "Start")).value("18/03/2026"),
            ),
        ],
    }
}

pub(super) fn payment(t: &Texts) -> Vec<SectionView> {
    let offer = |value: &str, label: &str, meta: String, it: &str, en: &str, key: &str| Pick {
        meta,
        key: key.into(),
        chosen: key == "1",
        ..pick(value, label.into(), vec![Piece::plain(say(t, it, en))])
    };
    let offers = vec![
        offer(
            "o1",
            "Luce Casa bioraria",
            say(t, "la stessa di oggi", "the same as today"),
            "F1 0,128 €/kWh, F23 0,109 €/kWh, quota fissa 9,00 € al mese",
            "F1 €0.128/kWh, F23 €0.109/kWh, standing charge €9.00 a month",
            "1",
        ),
        offer(
            "o2",
            "Luce Fissa 12",
            String::new(),
            "0,121 €/kWh per 12 mesi, quota fissa 9,00 € al mese",
            "€0.121/kWh for 12 months, standing charge €9.00 a month",
            "2",
        ),
    ];
    let ways = vec![
        pick("sepa", say(t, "Addebito SEPA", "SEPA debit"), Vec::new()),
        pick("pagopa", say(t, "Avviso pagoPA", "pagoPA notice"), Vec::new()),
        pick("slip", say(t, "Bollettino", "Payment slip"), Vec::new()),
    ];
    let mut delivery = select(
        "delivery",
        say(t, "Bolletta", "Bill"),
        "mail",
        &[
            ("mail", say(t, "Per e-mail, allegato PDF", "By e-mail, PDF attached")),
            ("post", say(t, "Per posta", "By post")),
        ],
    );
    delivery.width = 8;
    vec![
        plain(vec![
            FieldView::new(12, Field::text("offer", say(t, "Offerta", "Offer")), Widget::Picks(offers)),
            FieldView::choice(12, Field::text("payment", say(t, "Pagamento", "Payment")).value("sepa"), ways),
        ]),
        plain(vec![
            FieldView::line(
                8,
                Field::code("iban", "IBAN").value("IT37 N999 9866 7100 0000 2204 918").good(say(
                    t,
                    "IBAN corretto",
                    "Correct IBAN",
                )),
            ),
            FieldView::line(
                4,
                Field::text("iban_holder", say(t, "Titolare del conto", "Holder of the account"))
                    .value("Montanari Irene"),
            ),
            delivery,
            select(
                "lang",
                say(t, "Lingua", "Language"),
                "it",
                &[("it", "Italiano".into()), ("en", "English".into())],
            ),
        ]),
    ]
}

pub(super) fn wrong(t: &Texts) -> Vec<SectionView> {
    let sentence = |code: &str, args: &[(&str, &str)]| {
        let args: Vec<(String, String)> =
            args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        crate::views::wording::sentence(t, code, &args)
    };
    let mut point = supply(t);
    if let Widget::Search(search) = &mut point.widget {
        search.found = None;
        search.checks.clear();
        search.query = "IT999E0031748".into();
    }
    point.field = point.field.bad(sentence("point_missing", &[]));
    let mut registers = readings(t);
    registers.note = None;
    registers.remedies.clear();
    if let Some(row) = registers.rows.first_mut() {
        row.state = ReadingState::Below(sentence("reading_below_last", &[("last", "8412")]));
    }
    vec![plain(vec![
        point,
        FieldView::line(
            6,
            Field::code("tax_code", say(t, "Codice fiscale", "Tax code"))
                .value("MRCLNE84L54F257T")
                .bad(sentence("tax_code_check_character", &[("expected", "S")])),
        ),
        FieldView::line(
            6,
            Field::new(FieldKind::Date, "starts_on", say(t, "Decorrenza", "Start"))
                .value("30/02/2026")
                .bad(sentence("date_form", &[])),
        ),
        FieldView::choice(
            12,
            Field::text("payment", say(t, "Pagamento", "Payment")).bad(sentence("required", &[])),
            vec![
                pick("sepa", say(t, "Addebito SEPA", "SEPA debit"), Vec::new()),
                pick("slip", say(t, "Bollettino", "Payment slip"), Vec::new()),
            ],
        ),
        FieldView::new(
            12,
            Field::text("readings", say(t, "Letture", "Readings")),
            Widget::Readings(registers),
        ),
    ])]
}

/// Everything a form can ask, with long names.
pub(super) fn everything(t: &Texts) -> Vec<SectionView> {
    let part = |name: &str, label: String, value: &str, width: u8| {
        (Field::text(format!("address.{name}"), label).value(value), width)
    };
    let address = vec![
        part("street", t.fields_street(), "via dei Caduti per la Libertà e delle Formazioni Partigiane", 6),
        part("house_number", t.fields_house_number(), "127/bis", 2),
        part("unit", t.fields_unit(), "4", 2),
        part("postcode", t.fields_postcode(), "41012", 2),
        part("municipality", t.fields_municipality(), "San Giovanni in Persiceto", 6),
        part("province", t.fields_province(), "BO", 2),
        part("country", t.fields_country(), "Italia", 4),
    ];
    let six: Vec<Pick> = ["a", "b", "c", "d", "e", "f"]
        .iter()
        .map(|value| {
            pick(value, say(t, &format!("Risposta {value}"), &format!("Answer {value}")), Vec::new())
        })
        .collect();
    let file = Widget::Attachment {
        accept: "application/pdf,image/jpeg,image/png".into(),
        there: vec![say(t, "Contratto di locazione", "Lease")],
    };
    vec![plain(vec![
        FieldView::line(
            6,
            Field::text("last_name", say(t, "Cognome o denominazione", "Surname or company name")).value(
                "Consorzio Cooperativo Agroalimentare Interprovinciale della Bassa Pianura Società Agricola",
            ),
        ),
        FieldView::line(6, Field::text("first_name", say(t, "Nome", "First name")).optional()),
        FieldView::line(
            4,
            Field::code("vat_number", say(t, "Partita IVA", "VAT number")).value("12345678903"),
        ),
        FieldView::line(
            4,
            Field::new(FieldKind::Decimal, "power_w", say(t, "Potenza richiesta", "Power wanted"))
                .value("4,5")
                .unit("kW")
                .hint(say(t, "da 3,5 a 6 in passi di 0,5", "3.5 to 6 in steps of 0.5")),
        ),
        FieldView::line(
            4,
            Field::new(FieldKind::Decimal, "deposit", say(t, "Deposito cauzionale", "Security deposit"))
                .value("51,16")
                .unit("€")
                .warn(say(t, "Diverso da quello calcolato", "Differs from the computed one")),
        ),
        FieldView::choice(
            12,
            Field::text("six", say(t, "Più di cinque risposte", "More than five answers")),
            six,
        ),
        FieldView::new(
            12,
            Field::text("address", say(t, "Recapito", "Mailing address")),
            Widget::Address(address),
        ),
        FieldView::line(
            12,
            Field::new(FieldKind::Lines, "note", say(t, "Nota", "Note")).optional().hint(say(
                t,
                "La legge anche il tecnico",
                "The technician reads it too",
            )),
        ),
        FieldView::new(
            8,
            Field::text("title_paper", say(t, "Titolo sull’immobile", "Title over the premises")),
            file,
        ),
        FieldView::new(
            12,
            Field::text("consent", say(t, "Consenso alle comunicazioni commerciali", "Consent to marketing")),
            Widget::Flag,
        ),
    ])]
}
