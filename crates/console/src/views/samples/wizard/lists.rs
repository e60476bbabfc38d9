//! Answers that are lists and answers that are worked out: filled in, with faults, with nothing to choose from.

use kernel::Money;

use super::*;
use crate::views::form::{BillRow, LineView, LinesView, Outputs, RowView, RowsView};

fn draft() -> String {
    VolturaDraft::new(case(46)).url()
}

fn heir(t: &Texts, number: usize, (name, code, share): (&str, &str, &str)) -> RowView {
    let row = format!("heirs.{number}");
    let part = |part: &str| format!("{row}.{part}");
    let left = Field::text(part("left"), say(t, "Resto", "Rest"));
    RowView {
        legend: say(t, &format!("Erede {}", number + 1), &format!("Heir {}", number + 1)),
        fields: vec![
            FieldView::line(
                6,
                Field::text(part("name"), say(t, "Nome e cognome", "Name and surname"))
                    .value(name)
                    .sends_to(draft()),
            ),
            FieldView::line(
                6,
                Field::code(part("tax_code"), say(t, "Codice fiscale", "Tax code")).value(code),
            ),
            FieldView::line(
                4,
                Field::new(FieldKind::Digits, part("share"), say(t, "Quota", "Share")).value(share).unit("%"),
            ),
            FieldView::new(4, left, Widget::Shown(vec!["40".into()])),
            FieldView::new(
                12,
                Field::text(part("resident"), say(t, "Abita nell’immobile", "Lives in the premises"))
                    .value("true"),
                Widget::Flag,
            ),
        ],
        removable: true,
        fresh: false,
        name: row,
    }
}

fn line(
    t: &Texts,
    number: usize,
    (code, quantity, price): (&str, &str, Option<&str>),
    amount: i64,
) -> LineView {
    let name = format!("lines.{number}");
    let field = |part: &str, label: String, kind| {
        Field::new(kind, format!("{name}.{part}"), label).label_hidden().sends_to(draft())
    };
    let choices = [
        ("", "–".to_owned()),
        ("scavo", say(t, "Scavo e ripristino su strada asfaltata", "Digging and restoring an asphalt road")),
        ("tubo", say(t, "Tubazione PE 32", "PE 32 pipe")),
    ];
    let choices = choices.map(|(value, label)| web::layout::Choice { value: value.into(), label });
    LineView {
        code: FieldView::line(
            12,
            field("code", t.fields_line_what(), FieldKind::Select(choices.into())).value(code),
        ),
        quantity: FieldView::line(
            12,
            field("quantity", t.fields_line_quantity(), FieldKind::Decimal).value(quantity).unit("m"),
        ),
        price: price.map(|price| {
            FieldView::line(
                12,
                field("price", t.fields_line_price(), FieldKind::Decimal).value(price).unit("€"),
            )
        }),
        fixed: if price.is_none() { t.money(Money::from_cents(8_500)) } else { String::new() },
        vat: t.percent(100),
        amount: t.money(Money::from_cents(amount)),
        fresh: false,
        name,
    }
}

fn lines(t: &Texts) -> LinesView {
    let euro = |cents: i64| t.money(Money::from_cents(cents));
    LinesView {
        lines: vec![
            line(t, 0, ("scavo", "4,5", None), 38_250),
            line(t, 1, ("tubo", "12", Some("7,20")), 8_640),
        ],
        add: t.fields_line_add(),
        part: draft(),
        taxed: true,
        sums: (euro(46_890), euro(4_689), euro(51_579)),
    }
}

fn bills(t: &Texts) -> Vec<BillRow> {
    let bill = |id: &str, number: &str, state, open: i64, on| BillRow {
        id: id.into(),
        number: number.into(),
        issued: t.till_issued(t.date(date(2025, 12, 12))),
        point: "PA 0044120".into(),
        due: t.date(date(2026, 1, 12)),
        state,
        amount: t.money(Money::from_cents(5_890)),
        open: t.money(Money::from_cents(open)),
        on,
    };
    vec![
        bill("b1", "2025/A/048812", ("bad", t.bills_state_overdue()), 3_890, true),
        bill("b2", "2026/G/004981", ("half", t.bills_state_open()), 5_890, false),
        bill("b3", "2025/A/031177", ("on", t.bills_state_paid()), 0, false),
    ]
}

fn group(t: &Texts, rows: Vec<RowView>) -> FieldView {
    let list = RowsView { rows, add: say(t, "Aggiungi un erede", "Add an heir"), part: draft() };
    FieldView::new(12, Field::text("heirs", say(t, "Eredi", "Heirs")), Widget::Rows(list))
}

/// Every list, filled in.
pub(super) fn sections(t: &Texts) -> Vec<SectionView> {
    let rows = vec![
        heir(t, 0, ("Montanari Irene", "MNTRNI91S42B819T", "60")),
        heir(t, 1, ("Montanari Ugo", "MNTGUO58D19F257U", "40")),
    ];
    let contracts = vec![Pick {
        note: vec![
            Piece::code("IT999E00317482"),
            Piece::plain(format!(" · {}", t.fields_contract_since(t.date(date(2008, 9, 14))))),
        ],
        chosen: true,
        value: "c1".into(),
        label: "C-187730".into(),
        ..Pick::default()
    }];
    let field = |name: &str, it: &str, en: &str| Field::text(name, say(t, it, en));
    vec![SectionView {
        title: String::new(),
        meta: String::new(),
        fields: vec![
            group(t, rows),
            FieldView::new(
                4,
                field("total_share", "Quote in tutto", "Shares together"),
                Widget::Shown(vec!["100".into()]),
            ),
            FieldView::new(
                8,
                field("comparison", "Che cosa cambia", "What changes"),
                Widget::Shown(Vec::new()),
            ),
            FieldView::new(12, field("contract", "Contratto", "Contract"), Widget::Picks(contracts)),
            FieldView::new(
                12,
                field("disputed_bills", "Bollette contestate", "Disputed bills"),
                Widget::Bills(bills(t)),
            ),
            FieldView::new(
                12,
                field("other_bills", "Altre bollette", "Other bills").optional(),
                Widget::Bills(Vec::new()),
            ),
            FieldView::new(
                12,
                field("lines", "Voci del preventivo", "Items of the quote"),
                Widget::Lines(lines(t)),
            ),
        ],
    }]
}

/// Every list, with faults: of the list, of a row, of a field in it.
pub(super) fn wrong(t: &Texts) -> Vec<SectionView> {
    let sentence = |code: &str, name: &str, value: &str| {
        crate::views::wording::sentence(t, code, &[(name.to_owned(), value.to_owned())])
    };
    let mut row = heir(t, 0, ("Montanari Irene", "MNTRNI91S42B819X", "60"));
    if let Some(code) = row.fields.get_mut(1) {
        code.field = code.field.clone().bad(sentence("tax_code_check_character", "expected", "T"));
    }
    row.removable = false;
    let mut heirs = group(t, vec![row]);
    heirs.field = heirs.field.bad(sentence("rows_few", "least", "2"));
    let mut list = lines(t);
    if let Some(first) = list.lines.first_mut() {
        first.quantity.field = first.quantity.field.clone().value("0").bad(sentence("quantity_none", "", ""));
        first.fresh = true;
    }
    let bad =
        |name: &str, it: &str, en: &str| Field::text(name, say(t, it, en)).bad(sentence("required", "", ""));
    vec![SectionView {
        title: String::new(),
        meta: String::new(),
        fields: vec![
            heirs,
            FieldView::new(
                12,
                bad("disputed_bills", "Bollette contestate", "Disputed bills"),
                Widget::Bills(bills(t)),
            ),
            FieldView::new(
                12,
                Field::text("lines", say(t, "Voci del preventivo", "Items of the quote")),
                Widget::Lines(list),
            ),
        ],
    }]
}

/// What is worked out, sent along.
pub(super) fn outputs(t: &Texts) -> Outputs<'_> {
    let left = Field::text("heirs.0.left", say(t, "Resto", "Rest"));
    Outputs { t, fields: vec![(left, vec!["40".into()], "c4".into())], amounts: lines(t).amounts("lines") }
}
