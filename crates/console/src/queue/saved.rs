//! Saved views: the filters and columns of the queue under a name.

use app::{Error, cases};
use axum::http::Uri;
use kernel::SavedViewId;
use routes::{
    Route,
    console::{CaseList, CaseListQuery},
};
use web::{Answer, Form, PageCtx};

use crate::views::{queue_columns::QueueColumn, wording::sentence};

/// Filters as they are kept: without the view and the place in the list.
pub(super) fn kept(query: &CaseListQuery) -> String {
    let bare = CaseListQuery { view: None, after: None, ..query.clone() };
    let url = CaseList::new().with(&bare);
    url.split_once('?').map(|(_, filters)| filters.to_owned()).unwrap_or_default()
}

/// Reads kept filters; what is not understood any more is left out.
pub(super) fn filters(kept: &str) -> CaseListQuery {
    let uri: Result<Uri, _> = format!("/?{kept}").parse();
    uri.ok()
        .and_then(|uri| axum::extract::Query::try_from_uri(&uri).ok())
        .map_or_else(CaseListQuery::default, |axum::extract::Query(query)| query)
}

/// Saves, updates or removes a view, or chooses the columns, and shows the list.
pub(super) async fn submit(cx: PageCtx, form: Form) -> Answer {
    let query = kept(&filters(form.text("filtri")));
    let t = cx.t;
    let shown = |view: String| CaseList::new().with(&CaseListQuery { view: Some(view), ..filters(&query) });
    if form.text("azione") == "colonne" {
        let columns = QueueColumn::written(form.all("colonna"));
        let view = Some(form.text("vista")).filter(|view| !view.is_empty()).map(str::to_owned);
        return Ok(cx.go(&CaseList::new().with(&CaseListQuery { view, columns, ..filters(&query) })));
    }
    if form.text("azione") == "salva" {
        let (name, shared) = (form.text("nome").to_owned(), form.all("condivisa").last() == Some("true"));
        return match cases::save_view(&cx.app, &cx.ctx, &name, query.clone(), shared).await {
            Ok(id) => Ok(cx.done(&shown(id.to_string()), t.queue_view_saved(name.trim()))),
            Err(Error::Invalid(problems)) => {
                let why = problems.first().map(|problem| sentence(t, &problem.code, &problem.args));
                let back = CaseList::new().with(&filters(&query));
                let text = t.queue_view_not_saved(why.unwrap_or_default());
                Ok(cx.go_with(&back, &web::layout::Toast { text, icon: "alert", undo: None }))
            }
            Err(error) => Err(error.into()),
        };
    }
    let id: Option<SavedViewId> = form.parsed("vista", "choice_unknown")?;
    let id = id.ok_or_else(|| Error::field("vista", "required"))?;
    if form.text("azione") == "aggiorna" {
        cases::change_view(&cx.app, &cx.ctx, id, Some(query.clone())).await?;
        return Ok(cx.done(&shown(id.to_string()), t.queue_view_updated()));
    }
    cases::change_view(&cx.app, &cx.ctx, id, None).await?;
    Ok(cx.done(&CaseList::new().url(), t.queue_view_removed()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_filters_come_back_as_they_were() {
        let query = CaseListQuery {
            text: Some("è & 100%".to_owned()),
            state: Some("started,admissible".to_owned()),
            view: Some("mie".to_owned()),
            after: Some("51!x".to_owned()),
            ..CaseListQuery::default()
        };
        let expected = CaseListQuery { view: None, after: None, ..query.clone() };
        assert_eq!(filters(&kept(&query)), expected);
        assert_eq!(filters("dal=ieri&altro=1"), CaseListQuery::default());
    }
}
