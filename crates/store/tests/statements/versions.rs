//! Of several who change the same thing as they read it, one succeeds and the others are told.

use db::DbError;
use domain::registry::{Party, PartyKind, PartyNames, Sex};
use kernel::{Lang, PartyId};
use store::{Db, registry::party};

use crate::{ctx, engines};

fn somebody() -> Party {
    Party {
        id: ctx().id(PartyId::from_bytes),
        number: "11530".to_owned(),
        kind: PartyKind::Person,
        names: PartyNames {
            surname: "Casarini".to_owned(),
            given_name: "Aldo".to_owned(),
            company_name: String::new(),
        },
        tax_code: None,
        vat_number: None,
        birth_date: None,
        birth_place: String::new(),
        sex: Sex::Unknown,
        lang: Lang::It,
        note: String::new(),
        registered_on: "2014-05-01".parse().unwrap(),
        identity_verified_at: None,
        version: 1,
    }
}

/// Stores the party with another note, as somebody who read it before would.
async fn change(db: Db, read: Party, note: String) -> bool {
    loop {
        let (before, note, ctx) = (read.clone(), note.clone(), ctx());
        let stored = db
            .write("change", move |tx| {
                let mut after = Party { note: note.clone(), ..before.clone() };
                party::update(tx, &ctx, &before, &mut after)
            })
            .await;
        match stored {
            Ok(changed) => return changed,
            Err(DbError::Busy) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_eight_changes_to_one_version_exactly_one_is_kept() {
    for fresh in engines().await {
        let (read, ctx) = (somebody(), ctx());
        let new = read.clone();
        fresh.db.write("insert", move |tx| party::insert(tx, &ctx, &new)).await.unwrap();
        let rivals: Vec<_> = (0..8)
            .map(|number| tokio::spawn(change(fresh.db.clone(), read.clone(), format!("note {number}"))))
            .collect();
        let mut kept = Vec::new();
        for (number, rival) in rivals.into_iter().enumerate() {
            if rival.await.unwrap() {
                kept.push(format!("note {number}"));
            }
        }
        let id = read.id;
        let stored = fresh.db.read("look", move |tx| party::by_id(tx, id)).await.unwrap().unwrap();
        assert_eq!(kept, [stored.note], "{:?}", fresh.db.engine());
        assert_eq!(stored.version, 2, "{:?}", fresh.db.engine());
    }
}
