//! The accounts.

use web::{
    Answer, PageCtx,
    layout::{Area, Empty, KeyHint},
};

use super::show::rows;
use crate::views::accounts::UserListPage;

/// `/utenti`.
pub(super) async fn show(cx: PageCtx) -> Answer {
    let t = cx.t;
    let mut rows: Vec<_> = rows(&cx).await?.into_iter().map(|known| known.row).collect();
    rows.sort_by_key(|row| row.off);
    let mut frame = cx.frame(t.accounts_title(), Some(Area::Administration));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    cx.page(&UserListPage {
        t,
        frame,
        rows,
        empty: Empty {
            icon: "users",
            title: t.accounts_none(),
            text: t.accounts_none_text(),
            link: None,
            main: false,
        },
    })
}
