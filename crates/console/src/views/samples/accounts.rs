//! Accounts: the list, a new one with errors, one, a blocked one; the profile, and a password that was not taken.

use kernel::{Lang, UserId};
use texts::Texts;
use web::layout::{Area, Choice, Empty, ErrorSummary, Field, FieldKind, KeyHint, Note, NoteKind};

use super::{Sample, bytes, frame};
use crate::views::accounts::{
    ProfilePage, UserListPage, UserNewPage, UserRow, UserShowPage, own_password_fields, password_field,
};

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let keys = || vec![KeyHint::new("J K", t.queue_key_scroll())];
    let framed = || frame(t, t.accounts_title(), Some(Area::Administration), keys());
    let list = |rows| UserListPage {
        t,
        frame: framed(),
        rows,
        empty: Empty {
            icon: "users",
            title: t.accounts_none(),
            text: t.accounts_none_text(),
            link: None,
            main: false,
        },
    };
    let show = |user: UserRow, own: bool| UserShowPage {
        t,
        frame: framed(),
        user,
        fields: vec![
            Field::text("display_name", t.accounts_display()).value("Bellini Marta"),
            Field::new(FieldKind::Email, "email", t.accounts_email())
                .value("m.bellini@example.org")
                .optional(),
        ],
        roles: vec![(Choice { value: "operator".into(), label: t.accounts_role_operator() }, true)],
        roles_error: String::new(),
        changes: ErrorSummary::default(),
        version: 3,
        locked: (!own).then(|| t.accounts_locked_text("10:39")),
        given: !own,
        own,
        note: own.then(|| Note {
            kind: NoteKind::Done,
            lead: t.accounts_password_was_set(),
            text: t.accounts_password_was_set_text(),
            link: None,
        }),
        errors: ErrorSummary::default(),
        password: password_field(t),
    };
    Ok(vec![
        Sample::page("accounts", &list(users(t)))?,
        Sample::page("accounts-empty", &list(Vec::new()))?,
        Sample::page("account-new", &new(t, framed()))?,
        Sample::page(
            "account",
            &show(user(t, 1, "Bellini Marta", "m.bellini", &t.accounts_role_operator(), 0), true),
        )?,
        Sample::page(
            "account-off",
            &show(user(t, 4, "Conti Sara", "s.conti", &t.accounts_role_call_centre(), 2), false),
        )?,
        Sample::page("profile", &profile(t, false))?,
        Sample::page("profile-error", &profile(t, true))?,
    ])
}

fn user(t: &Texts, number: u8, display: &str, name: &str, roles: &str, state: u8) -> UserRow {
    UserRow {
        id: UserId::from_bytes(bytes(number)),
        display: display.into(),
        initials: display.split(' ').filter_map(|word| word.chars().next()).take(2).collect(),
        name: name.into(),
        roles: roles.into(),
        email: if state == 2 { String::new() } else { format!("{name}@example.org") },
        state: match state {
            0 => ("on", t.accounts_state_active()),
            1 => ("bad", t.accounts_state_locked()),
            _ => ("", t.accounts_state_off()),
        },
        off: state == 2,
    }
}

fn users(t: &Texts) -> Vec<UserRow> {
    let both = format!("{}, {}", t.accounts_role_supervisor(), t.accounts_role_administrator());
    vec![
        user(t, 1, "Bellini Marta", "m.bellini", &t.accounts_role_operator(), 0),
        user(t, 2, "Vezzali Anna", "a.vezzali", &both, 0),
        user(t, 3, "Ferrari Luca", "l.ferrari", &t.accounts_role_technician(), 1),
        user(t, 4, "Conti Sara", "s.conti", &t.accounts_role_call_centre(), 2),
    ]
}

fn new(t: &Texts, frame: web::layout::Frame) -> UserNewPage<'_> {
    let name = Field::code("name", t.accounts_name()).value("m bellini").bad(t.accounts_name_bad());
    let password = Field::new(FieldKind::Password, "password", t.accounts_first_password())
        .bad(t.accounts_password_short());
    UserNewPage {
        t,
        frame,
        errors: ErrorSummary::of([&name, &password]),
        fields: vec![
            Field::text("display_name", t.accounts_display()).value("Bellini Marta").focus(),
            name,
            Field::new(FieldKind::Email, "email", t.accounts_email())
                .hint(t.accounts_email_hint())
                .optional(),
            Field::text("office", t.accounts_office()).optional(),
            Field::select(
                "lang",
                t.accounts_lang(),
                vec![Choice { value: "it".into(), label: "Italiano".into() }],
            ),
            password,
        ],
        roles: vec![
            (Choice { value: "operator".into(), label: t.accounts_role_operator() }, true),
            (Choice { value: "back_office".into(), label: t.accounts_role_back_office() }, false),
            (Choice { value: "technician".into(), label: t.accounts_role_technician() }, false),
        ],
        roles_error: t.accounts_roles_missing(),
    }
}

fn profile(t: &Texts, wrong: bool) -> ProfilePage<'_> {
    let mut passwords = own_password_fields(t);
    let mut errors = ErrorSummary::default();
    if wrong {
        passwords = passwords
            .into_iter()
            .map(|field| if field.name == "present" { field.bad(t.accounts_password_wrong()) } else { field })
            .collect();
        errors = ErrorSummary::of(&passwords);
    }
    ProfilePage {
        t,
        frame: frame(t, t.accounts_profile(), None, Vec::new()),
        facts: vec![
            (t.accounts_display(), "Bellini Marta".into()),
            (t.accounts_col_name(), "m.bellini".into()),
            (t.accounts_roles(), t.accounts_role_operator()),
            (t.accounts_email(), "m.bellini@example.org".into()),
        ],
        lang: Lang::It,
        shortcuts: true,
        feed:
            "https://sportello.example/calendario/01999999-0000-7000-8000-000000000001-5f2c9a0b77de41aa.ics"
                .into(),
        note: None,
        errors,
        passwords,
    }
}
