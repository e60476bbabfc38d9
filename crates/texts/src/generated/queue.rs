//! Messages of `texts/*/queue.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Richieste`
    #[must_use]
    pub fn queue_title(&self) -> String {
        self.say("queue-title", &[])
    }

    /// `Richieste`
    #[must_use]
    pub fn queue_heading(&self) -> String {
        self.say("queue-heading", &[])
    }

    /// `Ordinate per rischio sul termine regolato, poi per data di avvio`
    #[must_use]
    pub fn queue_order(&self) -> String {
        self.say("queue-order", &[])
    }

    /// `Ordinate per {column}`
    #[must_use]
    pub fn queue_order_other(&self, column: impl std::fmt::Display) -> String {
        self.say("queue-order-other", &[("column", self.text(column))])
    }

    /// `Esporta`
    #[must_use]
    pub fn queue_export(&self) -> String {
        self.say("queue-export", &[])
    }

    /// `Viste salvate`
    #[must_use]
    pub fn queue_views(&self) -> String {
        self.say("queue-views", &[])
    }

    /// `Le mie`
    #[must_use]
    pub fn queue_view_mine(&self) -> String {
        self.say("queue-view-mine", &[])
    }

    /// `Da prendere in carico`
    #[must_use]
    pub fn queue_view_free(&self) -> String {
        self.say("queue-view-free", &[])
    }

    /// `Sospese`
    #[must_use]
    pub fn queue_view_held(&self) -> String {
        self.say("queue-view-held", &[])
    }

    /// `Reclami e rettifiche`
    #[must_use]
    pub fn queue_view_complaints(&self) -> String {
        self.say("queue-view-complaints", &[])
    }

    /// `Dal portale`
    #[must_use]
    pub fn queue_view_portal(&self) -> String {
        self.say("queue-view-portal", &[])
    }

    /// `Letture da esaminare`
    #[must_use]
    pub fn queue_view_readings(&self) -> String {
        self.say("queue-view-readings", &[])
    }

    /// `Tutte`
    #[must_use]
    pub fn queue_view_all(&self) -> String {
        self.say("queue-view-all", &[])
    }

    /// `Salva vista`
    #[must_use]
    pub fn queue_save_view(&self) -> String {
        self.say("queue-save-view", &[])
    }

    /// `Nome della vista`
    #[must_use]
    pub fn queue_view_name(&self) -> String {
        self.say("queue-view-name", &[])
    }

    /// `Visibile ai colleghi della sede`
    #[must_use]
    pub fn queue_view_shared(&self) -> String {
        self.say("queue-view-shared", &[])
    }

    /// `Salva la vista`
    #[must_use]
    pub fn queue_view_save(&self) -> String {
        self.say("queue-view-save", &[])
    }

    /// `Filtri attivi`
    #[must_use]
    pub fn queue_filters(&self) -> String {
        self.say("queue-filters", &[])
    }

    /// `Filtro`
    #[must_use]
    pub fn queue_filter(&self) -> String {
        self.say("queue-filter", &[])
    }

    /// `Filtra le richieste`
    #[must_use]
    pub fn queue_filter_title(&self) -> String {
        self.say("queue-filter-title", &[])
    }

    /// `Filtra`
    #[must_use]
    pub fn queue_filter_apply(&self) -> String {
        self.say("queue-filter-apply", &[])
    }

    /// `Azzera`
    #[must_use]
    pub fn queue_clear(&self) -> String {
        self.say("queue-clear", &[])
    }

    /// `Modificata rispetto alla vista salvata.`
    #[must_use]
    pub fn queue_changed(&self) -> String {
        self.say("queue-changed", &[])
    }

    /// `Aggiorna la vista`
    #[must_use]
    pub fn queue_update_view(&self) -> String {
        self.say("queue-update-view", &[])
    }

    /// `Servizio`
    #[must_use]
    pub fn queue_by_sector(&self) -> String {
        self.say("queue-by-sector", &[])
    }

    /// `Termine`
    #[must_use]
    pub fn queue_by_risk(&self) -> String {
        self.say("queue-by-risk", &[])
    }

    /// `Stato`
    #[must_use]
    pub fn queue_by_state(&self) -> String {
        self.say("queue-by-state", &[])
    }

    /// `Procedura`
    #[must_use]
    pub fn queue_by_procedure(&self) -> String {
        self.say("queue-by-procedure", &[])
    }

    /// `Assegnata a`
    #[must_use]
    pub fn queue_by_assignee(&self) -> String {
        self.say("queue-by-assignee", &[])
    }

    /// `Avviata dal`
    #[must_use]
    pub fn queue_by_from(&self) -> String {
        self.say("queue-by-from", &[])
    }

    /// `Avviata fino al`
    #[must_use]
    pub fn queue_by_to(&self) -> String {
        self.say("queue-by-to", &[])
    }

    /// `Chiuse`
    #[must_use]
    pub fn queue_by_closed(&self) -> String {
        self.say("queue-by-closed", &[])
    }

    /// `Contiene`
    #[must_use]
    pub fn queue_by_text(&self) -> String {
        self.say("queue-by-text", &[])
    }

    /// `qualsiasi`
    #[must_use]
    pub fn queue_any(&self) -> String {
        self.say("queue-any", &[])
    }

    /// `Elenco delle richieste`
    #[must_use]
    pub fn queue_list(&self) -> String {
        self.say("queue-list", &[])
    }

    /// `Richieste della vista {view}`
    #[must_use]
    pub fn queue_caption(&self, view: impl std::fmt::Display) -> String {
        self.say("queue-caption", &[("view", self.text(view))])
    }

    /// `Seleziona tutte le righe`
    #[must_use]
    pub fn queue_select_all(&self) -> String {
        self.say("queue-select-all", &[])
    }

    /// `Seleziona {number}`
    #[must_use]
    pub fn queue_select(&self, number: impl std::fmt::Display) -> String {
        self.say("queue-select", &[("number", self.text(number))])
    }

    /// `Rischio`
    #[must_use]
    pub fn queue_col_risk(&self) -> String {
        self.say("queue-col-risk", &[])
    }

    /// `Orologio`
    #[must_use]
    pub fn queue_col_clock(&self) -> String {
        self.say("queue-col-clock", &[])
    }

    /// `Termine`
    #[must_use]
    pub fn queue_col_due(&self) -> String {
        self.say("queue-col-due", &[])
    }

    /// `Procedura`
    #[must_use]
    pub fn queue_col_procedure(&self) -> String {
        self.say("queue-col-procedure", &[])
    }

    /// `Numero`
    #[must_use]
    pub fn queue_col_number(&self) -> String {
        self.say("queue-col-number", &[])
    }

    /// `Cliente`
    #[must_use]
    pub fn queue_col_customer(&self) -> String {
        self.say("queue-col-customer", &[])
    }

    /// `Passo da fare`
    #[must_use]
    pub fn queue_col_step(&self) -> String {
        self.say("queue-col-step", &[])
    }

    /// `Assegnata a`
    #[must_use]
    pub fn queue_col_assignee(&self) -> String {
        self.say("queue-col-assignee", &[])
    }

    /// `da assegnare`
    #[must_use]
    pub fn queue_unassigned(&self) -> String {
        self.say("queue-unassigned", &[])
    }

    /// `Righe {from}–{to} di {total}`
    #[must_use]
    pub fn queue_rows_shown(
        &self,
        from: impl std::fmt::Display,
        to: impl std::fmt::Display,
        total: impl std::fmt::Display,
    ) -> String {
        self.say(
            "queue-rows-shown",
            &[("from", self.text(from)), ("to", self.text(to)), ("total", self.text(total))],
        )
    }

    /// `Mostra le altre {count}`
    #[must_use]
    pub fn queue_more(&self, count: impl crate::Count) -> String {
        self.say("queue-more", &[("count", crate::number(count))])
    }

    /// `{count} righe`
    #[must_use]
    pub fn queue_rows(&self, count: impl crate::Count) -> String {
        self.say("queue-rows", &[("count", crate::number(count))])
    }

    /// `1 selezionata`
    #[must_use]
    pub fn queue_selected_one(&self) -> String {
        self.say("queue-selected-one", &[])
    }

    /// `# selezionate`
    #[must_use]
    pub fn queue_selected_many(&self) -> String {
        self.say("queue-selected-many", &[])
    }

    /// `Sulle righe spuntate`
    #[must_use]
    pub fn queue_selected_none(&self) -> String {
        self.say("queue-selected-none", &[])
    }

    /// `Azioni sulle righe selezionate`
    #[must_use]
    pub fn queue_acts(&self) -> String {
        self.say("queue-acts", &[])
    }

    /// `Assegna`
    #[must_use]
    pub fn queue_act_assign(&self) -> String {
        self.say("queue-act-assign", &[])
    }

    /// `Sospendi`
    #[must_use]
    pub fn queue_act_suspend(&self) -> String {
        self.say("queue-act-suspend", &[])
    }

    /// `Appuntamento`
    #[must_use]
    pub fn queue_act_appointment(&self) -> String {
        self.say("queue-act-appointment", &[])
    }

    /// `Scrivi`
    #[must_use]
    pub fn queue_act_write(&self) -> String {
        self.say("queue-act-write", &[])
    }

    /// `Esporta`
    #[must_use]
    pub fn queue_act_export(&self) -> String {
        self.say("queue-act-export", &[])
    }

    /// `Togli la selezione`
    #[must_use]
    pub fn queue_act_unselect(&self) -> String {
        self.say("queue-act-unselect", &[])
    }

    /// `Nessuna richiesta con questi {count} filtri`
    #[must_use]
    pub fn queue_empty_filters(&self, count: impl crate::Count) -> String {
        self.say("queue-empty-filters", &[("count", crate::number(count))])
    }

    /// `Senza il filtro {field}: {value} ce ne sono {count}.`
    #[must_use]
    pub fn queue_empty_without(
        &self,
        field: impl std::fmt::Display,
        value: impl std::fmt::Display,
        count: impl crate::Count,
    ) -> String {
        self.say(
            "queue-empty-without",
            &[("field", self.text(field)), ("value", self.text(value)), ("count", crate::number(count))],
        )
    }

    /// `Togli il filtro {value}`
    #[must_use]
    pub fn queue_empty_drop(&self, value: impl std::fmt::Display) -> String {
        self.say("queue-empty-drop", &[("value", self.text(value))])
    }

    /// `Nessuna pratica a rischio`
    #[must_use]
    pub fn queue_empty_done(&self) -> String {
        self.say("queue-empty-done", &[])
    }

    /// `La prossima scade {date}. Puoi prendere una richiesta libera.`
    #[must_use]
    pub fn queue_empty_done_text(&self, date: impl std::fmt::Display) -> String {
        self.say("queue-empty-done-text", &[("date", self.text(date))])
    }

    /// `Prendi la prossima`
    #[must_use]
    pub fn queue_empty_take(&self) -> String {
        self.say("queue-empty-take", &[])
    }

    /// `scorri`
    #[must_use]
    pub fn queue_key_scroll(&self) -> String {
        self.say("queue-key-scroll", &[])
    }

    /// `seleziona`
    #[must_use]
    pub fn queue_key_select(&self) -> String {
        self.say("queue-key-select", &[])
    }

    /// `fino a qui`
    #[must_use]
    pub fn queue_key_until(&self) -> String {
        self.say("queue-key-until", &[])
    }

    /// `filtra`
    #[must_use]
    pub fn queue_key_filter(&self) -> String {
        self.say("queue-key-filter", &[])
    }

    /// `assegna`
    #[must_use]
    pub fn queue_key_assign(&self) -> String {
        self.say("queue-key-assign", &[])
    }

    /// `anteprima`
    #[must_use]
    pub fn queue_key_preview(&self) -> String {
        self.say("queue-key-preview", &[])
    }

    /// `Prendi in carico`
    #[must_use]
    pub fn queue_act_take(&self) -> String {
        self.say("queue-act-take", &[])
    }

    /// `Commenta`
    #[must_use]
    pub fn queue_act_comment(&self) -> String {
        self.say("queue-act-comment", &[])
    }

    /// `Scegli…`
    #[must_use]
    pub fn queue_choose(&self) -> String {
        self.say("queue-choose", &[])
    }

    /// `Nessuna riga spuntata: spunta prima quelle che ti servono.`
    #[must_use]
    pub fn queue_nothing_ticked(&self) -> String {
        self.say("queue-nothing-ticked", &[])
    }

    /// `{count} pratiche`
    #[must_use]
    pub fn queue_ticked(&self, count: impl crate::Count) -> String {
        self.say("queue-ticked", &[("count", crate::number(count))])
    }

    /// `{view} (oltre 999)`
    #[must_use]
    pub fn queue_view_many(&self, view: impl std::fmt::Display) -> String {
        self.say("queue-view-many", &[("view", self.text(view))])
    }

    /// `Vista {name} salvata.`
    #[must_use]
    pub fn queue_view_saved(&self, name: impl std::fmt::Display) -> String {
        self.say("queue-view-saved", &[("name", self.text(name))])
    }

    /// `Vista non salvata. {why}`
    #[must_use]
    pub fn queue_view_not_saved(&self, why: impl std::fmt::Display) -> String {
        self.say("queue-view-not-saved", &[("why", self.text(why))])
    }

    /// `Vista aggiornata.`
    #[must_use]
    pub fn queue_view_updated(&self) -> String {
        self.say("queue-view-updated", &[])
    }

    /// `Vista tolta.`
    #[must_use]
    pub fn queue_view_removed(&self) -> String {
        self.say("queue-view-removed", &[])
    }

    /// `Togli questa vista`
    #[must_use]
    pub fn queue_view_remove(&self) -> String {
        self.say("queue-view-remove", &[])
    }

    /// `Azione sulle pratiche scelte`
    #[must_use]
    pub fn queue_bulk_title(&self) -> String {
        self.say("queue-bulk-title", &[])
    }

    /// `{count} pratiche assegnate a {name}.`
    #[must_use]
    pub fn queue_bulk_assigned(&self, count: impl crate::Count, name: impl std::fmt::Display) -> String {
        self.say("queue-bulk-assigned", &[("count", crate::number(count)), ("name", self.text(name))])
    }

    /// `{count} pratiche sospese.`
    #[must_use]
    pub fn queue_bulk_suspended(&self, count: impl crate::Count) -> String {
        self.say("queue-bulk-suspended", &[("count", crate::number(count))])
    }

    /// `Commento scritto su {count} pratiche.`
    #[must_use]
    pub fn queue_bulk_commented(&self, count: impl crate::Count) -> String {
        self.say("queue-bulk-commented", &[("count", crate::number(count))])
    }

    /// `Rimaste com’erano`
    #[must_use]
    pub fn queue_bulk_left(&self) -> String {
        self.say("queue-bulk-left", &[])
    }

    /// `Perché`
    #[must_use]
    pub fn queue_bulk_why(&self) -> String {
        self.say("queue-bulk-why", &[])
    }

    /// `Torna all’elenco`
    #[must_use]
    pub fn queue_bulk_back(&self) -> String {
        self.say("queue-bulk-back", &[])
    }

    /// `Il tuo ruolo non può farlo su questa pratica.`
    #[must_use]
    pub fn queue_bulk_denied(&self) -> String {
        self.say("queue-bulk-denied", &[])
    }

    /// `Un’altra persona l’ha cambiata in questo momento: riprova.`
    #[must_use]
    pub fn queue_bulk_conflict(&self) -> String {
        self.say("queue-bulk-conflict", &[])
    }

    /// `La pratica non c’è più, o non la puoi vedere.`
    #[must_use]
    pub fn queue_bulk_gone(&self) -> String {
        self.say("queue-bulk-gone", &[])
    }

    /// `sconosciuta`
    #[must_use]
    pub fn queue_bulk_unknown(&self) -> String {
        self.say("queue-bulk-unknown", &[])
    }

    /// `Dal`
    #[must_use]
    pub fn queue_by_from_day(&self) -> String {
        self.say("queue-by-from-day", &[])
    }

    /// `Al`
    #[must_use]
    pub fn queue_by_to_day(&self) -> String {
        self.say("queue-by-to-day", &[])
    }

    /// `Prendi la prossima`
    #[must_use]
    pub fn queue_next(&self) -> String {
        self.say("queue-next", &[])
    }

    /// `prendi la prossima`
    #[must_use]
    pub fn queue_key_next(&self) -> String {
        self.say("queue-key-next", &[])
    }

    /// `Presa in carico: era la più urgente che nessuno aveva`
    #[must_use]
    pub fn queue_next_taken(&self) -> String {
        self.say("queue-next-taken", &[])
    }

    /// `Aspetta`
    #[must_use]
    pub fn queue_by_role(&self) -> String {
        self.say("queue-by-role", &[])
    }

    /// `Fornitura`
    #[must_use]
    pub fn queue_by_point(&self) -> String {
        self.say("queue-by-point", &[])
    }

    /// `solo questa`
    #[must_use]
    pub fn queue_this_point(&self) -> String {
        self.say("queue-this-point", &[])
    }

    /// `entro 5 gg lav.`
    #[must_use]
    pub fn queue_risk_week(&self) -> String {
        self.say("queue-risk-week", &[])
    }

    /// `Colonne`
    #[must_use]
    pub fn queue_columns(&self) -> String {
        self.say("queue-columns", &[])
    }

    /// `Colonne della lista`
    #[must_use]
    pub fn queue_columns_title(&self) -> String {
        self.say("queue-columns-title", &[])
    }

    /// `Rischio e procedura ci sono sempre. Per ritrovare la scelta, salva la vista.`
    #[must_use]
    pub fn queue_columns_text(&self) -> String {
        self.say("queue-columns-text", &[])
    }

    /// `Mostra`
    #[must_use]
    pub fn queue_columns_show(&self) -> String {
        self.say("queue-columns-show", &[])
    }

    /// `Aperta il`
    #[must_use]
    pub fn queue_col_opened(&self) -> String {
        self.say("queue-col-opened", &[])
    }

    /// `Provenienza`
    #[must_use]
    pub fn queue_col_origin(&self) -> String {
        self.say("queue-col-origin", &[])
    }

    /// `sportello`
    #[must_use]
    pub fn queue_origin_counter(&self) -> String {
        self.say("queue-origin-counter", &[])
    }

    /// `contatto`
    #[must_use]
    pub fn queue_origin_contact(&self) -> String {
        self.say("queue-origin-contact", &[])
    }

    /// `interna`
    #[must_use]
    pub fn queue_origin_internal(&self) -> String {
        self.say("queue-origin-internal", &[])
    }

    /// `portale`
    #[must_use]
    pub fn queue_origin_portal(&self) -> String {
        self.say("queue-origin-portal", &[])
    }

    /// `telefono`
    #[must_use]
    pub fn queue_origin_call_centre(&self) -> String {
        self.say("queue-origin-call-centre", &[])
    }

    /// `rete vendita`
    #[must_use]
    pub fn queue_origin_sales_network(&self) -> String {
        self.say("queue-origin-sales-network", &[])
    }

    /// `lettera`
    #[must_use]
    pub fn queue_origin_letter(&self) -> String {
        self.say("queue-origin-letter", &[])
    }

    /// `e-mail`
    #[must_use]
    pub fn queue_origin_email(&self) -> String {
        self.say("queue-origin-email", &[])
    }

    /// `PEC`
    #[must_use]
    pub fn queue_origin_pec(&self) -> String {
        self.say("queue-origin-pec", &[])
    }

    /// `distributore`
    #[must_use]
    pub fn queue_origin_distributor(&self) -> String {
        self.say("queue-origin-distributor", &[])
    }

    /// `fatturazione`
    #[must_use]
    pub fn queue_origin_billing(&self) -> String {
        self.say("queue-origin-billing", &[])
    }

    /// `Sede`
    #[must_use]
    pub fn queue_by_office(&self) -> String {
        self.say("queue-by-office", &[])
    }

    /// `Standard`
    #[must_use]
    pub fn queue_by_standard(&self) -> String {
        self.say("queue-by-standard", &[])
    }
}
