//! Messages of `texts/*/imports.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Importazioni`
    #[must_use]
    pub fn imports_title(&self) -> String {
        self.say("imports-title", &[])
    }

    /// `Anagrafiche, contratti, letture, bollette e pagamenti dal sistema di fatturazione`
    #[must_use]
    pub fn imports_meta(&self) -> String {
        self.say("imports-meta", &[])
    }

    /// `Importazioni con cartella, esito e righe`
    #[must_use]
    pub fn imports_caption(&self) -> String {
        self.say("imports-caption", &[])
    }

    /// `Mostra le precedenti`
    #[must_use]
    pub fn imports_more(&self) -> String {
        self.say("imports-more", &[])
    }

    /// `Ancora nessuna importazione`
    #[must_use]
    pub fn imports_none(&self) -> String {
        self.say("imports-none", &[])
    }

    /// `prova, senza scrivere`
    #[must_use]
    pub fn imports_trial(&self) -> String {
        self.say("imports-trial", &[])
    }

    /// `definitiva`
    #[must_use]
    pub fn imports_for_good(&self) -> String {
        self.say("imports-for-good", &[])
    }

    /// `Avviata`
    #[must_use]
    pub fn imports_col_started(&self) -> String {
        self.say("imports-col-started", &[])
    }

    /// `Cartella e profilo`
    #[must_use]
    pub fn imports_col_folder(&self) -> String {
        self.say("imports-col-folder", &[])
    }

    /// `Stato`
    #[must_use]
    pub fn imports_col_state(&self) -> String {
        self.say("imports-col-state", &[])
    }

    /// `Righe`
    #[must_use]
    pub fn imports_col_rows(&self) -> String {
        self.say("imports-col-rows", &[])
    }

    /// `Nuove o cambiate`
    #[must_use]
    pub fn imports_col_changed(&self) -> String {
        self.say("imports-col-changed", &[])
    }

    /// `Da scrivere`
    #[must_use]
    pub fn imports_col_would_change(&self) -> String {
        self.say("imports-col-would-change", &[])
    }

    /// `Uguali`
    #[must_use]
    pub fn imports_col_unchanged(&self) -> String {
        self.say("imports-col-unchanged", &[])
    }

    /// `Rifiutate`
    #[must_use]
    pub fn imports_col_refused(&self) -> String {
        self.say("imports-col-refused", &[])
    }

    /// `Avvisi`
    #[must_use]
    pub fn imports_col_warned(&self) -> String {
        self.say("imports-col-warned", &[])
    }

    /// `Da chi`
    #[must_use]
    pub fn imports_col_by(&self) -> String {
        self.say("imports-col-by", &[])
    }

    /// `File`
    #[must_use]
    pub fn imports_col_file(&self) -> String {
        self.say("imports-col-file", &[])
    }

    /// `Dettaglio`
    #[must_use]
    pub fn imports_col_rows_of(&self) -> String {
        self.say("imports-col-rows-of", &[])
    }

    /// `in attesa`
    #[must_use]
    pub fn imports_state_waiting(&self) -> String {
        self.say("imports-state-waiting", &[])
    }

    /// `in corso`
    #[must_use]
    pub fn imports_state_running(&self) -> String {
        self.say("imports-state-running", &[])
    }

    /// `conclusa`
    #[must_use]
    pub fn imports_state_done(&self) -> String {
        self.say("imports-state-done", &[])
    }

    /// `non riuscita`
    #[must_use]
    pub fn imports_state_failed(&self) -> String {
        self.say("imports-state-failed", &[])
    }

    /// `fermata`
    #[must_use]
    pub fn imports_state_stopped(&self) -> String {
        self.say("imports-state-stopped", &[])
    }

    /// `interrotta`
    #[must_use]
    pub fn imports_state_interrupted(&self) -> String {
        self.say("imports-state-interrupted", &[])
    }

    /// `L’importazione si avvia dal server con il comando «sportello import»`
    #[must_use]
    pub fn imports_unavailable(&self) -> String {
        self.say("imports-unavailable", &[])
    }

    /// `Importazione del {date}`
    #[must_use]
    pub fn imports_run(&self, date: impl std::fmt::Display) -> String {
        self.say("imports-run", &[("date", self.text(date))])
    }

    /// `{kind}, {folder}, profilo {profile}, avviata da {name}`
    #[must_use]
    pub fn imports_run_meta(
        &self,
        kind: impl std::fmt::Display,
        folder: impl std::fmt::Display,
        profile: impl std::fmt::Display,
        name: impl std::fmt::Display,
    ) -> String {
        self.say(
            "imports-run-meta",
            &[
                ("kind", self.text(kind)),
                ("folder", self.text(folder)),
                ("profile", self.text(profile)),
                ("name", self.text(name)),
            ],
        )
    }

    /// `Esito come file`
    #[must_use]
    pub fn imports_report(&self) -> String {
        self.say("imports-report", &[])
    }

    /// `In corso`
    #[must_use]
    pub fn imports_running(&self) -> String {
        self.say("imports-running", &[])
    }

    /// `Apertura dei file…`
    #[must_use]
    pub fn imports_reading(&self) -> String {
        self.say("imports-reading", &[])
    }

    /// `File {file}:`
    #[must_use]
    pub fn imports_at(&self, file: impl std::fmt::Display) -> String {
        self.say("imports-at", &[("file", self.text(file))])
    }

    /// `{count} righe`
    #[must_use]
    pub fn imports_rows_done(&self, count: impl crate::Count) -> String {
        self.say("imports-rows-done", &[("count", crate::number(count))])
    }

    /// `Puoi lasciare questa pagina: l’importazione continua e resta nell’elenco.`
    #[must_use]
    pub fn imports_leave(&self) -> String {
        self.say("imports-leave", &[])
    }

    /// `Prova conclusa.`
    #[must_use]
    pub fn imports_note_trial(&self) -> String {
        self.say("imports-note-trial", &[])
    }

    /// `Non è stato scritto niente. Se i rifiuti vanno bene così, ripeti «sportello import» senza --dry-run.`
    #[must_use]
    pub fn imports_note_trial_text(&self) -> String {
        self.say("imports-note-trial-text", &[])
    }

    /// `Importazione conclusa.`
    #[must_use]
    pub fn imports_note_done(&self) -> String {
        self.say("imports-note-done", &[])
    }

    /// `Scritte {changed} righe.`
    #[must_use]
    pub fn imports_note_done_text(&self, changed: impl crate::Count) -> String {
        self.say("imports-note-done-text", &[("changed", crate::number(changed))])
    }

    /// `Non riuscita.`
    #[must_use]
    pub fn imports_note_failed(&self) -> String {
        self.say("imports-note-failed", &[])
    }

    /// `Fermata.`
    #[must_use]
    pub fn imports_note_stopped(&self) -> String {
        self.say("imports-note-stopped", &[])
    }

    /// `Qualcuno l’ha fermata. Ciò che era scritto resta; avviala di nuovo: completa il resto.`
    #[must_use]
    pub fn imports_note_stopped_text(&self) -> String {
        self.say("imports-note-stopped-text", &[])
    }

    /// `Interrotta.`
    #[must_use]
    pub fn imports_note_interrupted(&self) -> String {
        self.say("imports-note-interrupted", &[])
    }

    /// `Il programma si è fermato. Ciò che era scritto resta; avviala di nuovo: riprende da dove era.`
    #[must_use]
    pub fn imports_note_interrupted_text(&self) -> String {
        self.say("imports-note-interrupted-text", &[])
    }

    /// `Righe lette`
    #[must_use]
    pub fn imports_total_rows(&self) -> String {
        self.say("imports-total-rows", &[])
    }

    /// `Nuove o cambiate`
    #[must_use]
    pub fn imports_total_changed(&self) -> String {
        self.say("imports-total-changed", &[])
    }

    /// `Già uguali`
    #[must_use]
    pub fn imports_total_unchanged(&self) -> String {
        self.say("imports-total-unchanged", &[])
    }

    /// `Rifiutate`
    #[must_use]
    pub fn imports_total_refused(&self) -> String {
        self.say("imports-total-refused", &[])
    }

    /// `{percent} delle righe`
    #[must_use]
    pub fn imports_total_share(&self, percent: impl std::fmt::Display) -> String {
        self.say("imports-total-share", &[("percent", self.text(percent))])
    }

    /// `da correggere nel sistema di origine`
    #[must_use]
    pub fn imports_total_fix(&self) -> String {
        self.say("imports-total-fix", &[])
    }

    /// `nessuna`
    #[must_use]
    pub fn imports_total_none(&self) -> String {
        self.say("imports-total-none", &[])
    }

    /// `File`
    #[must_use]
    pub fn imports_files(&self) -> String {
        self.say("imports-files", &[])
    }

    /// `File dell’importazione con righe, cambiate e rifiutate`
    #[must_use]
    pub fn imports_files_caption(&self) -> String {
        self.say("imports-files-caption", &[])
    }

    /// `Vedi le righe`
    #[must_use]
    pub fn imports_see_rows(&self) -> String {
        self.say("imports-see-rows", &[])
    }

    /// `tutto bene`
    #[must_use]
    pub fn imports_all_good(&self) -> String {
        self.say("imports-all-good", &[])
    }

    /// `Righe rifiutate e con avviso`
    #[must_use]
    pub fn imports_rows(&self) -> String {
        self.say("imports-rows", &[])
    }

    /// `Ogni riga con il motivo e che cosa fare; si correggono nel sistema di fatturazione e si importa di nuovo`
    #[must_use]
    pub fn imports_rows_meta(&self) -> String {
        self.say("imports-rows-meta", &[])
    }

    /// `Righe con esito, campo, valore e motivo`
    #[must_use]
    pub fn imports_rows_caption(&self) -> String {
        self.say("imports-rows-caption", &[])
    }

    /// `{count} righe mostrate`
    #[must_use]
    pub fn imports_rows_shown(&self, count: impl crate::Count) -> String {
        self.say("imports-rows-shown", &[("count", crate::number(count))])
    }

    /// `Mostra le successive`
    #[must_use]
    pub fn imports_rows_more(&self) -> String {
        self.say("imports-rows-more", &[])
    }

    /// `File`
    #[must_use]
    pub fn imports_by_file(&self) -> String {
        self.say("imports-by-file", &[])
    }

    /// `Motivo`
    #[must_use]
    pub fn imports_by_reason(&self) -> String {
        self.say("imports-by-reason", &[])
    }

    /// `tutti i motivi`
    #[must_use]
    pub fn imports_any_reason(&self) -> String {
        self.say("imports-any-reason", &[])
    }

    /// `Riga`
    #[must_use]
    pub fn imports_col_row(&self) -> String {
        self.say("imports-col-row", &[])
    }

    /// `Esito`
    #[must_use]
    pub fn imports_col_outcome(&self) -> String {
        self.say("imports-col-outcome", &[])
    }

    /// `Campo`
    #[must_use]
    pub fn imports_col_field(&self) -> String {
        self.say("imports-col-field", &[])
    }

    /// `Valore nel file`
    #[must_use]
    pub fn imports_col_value(&self) -> String {
        self.say("imports-col-value", &[])
    }

    /// `Perché`
    #[must_use]
    pub fn imports_col_why(&self) -> String {
        self.say("imports-col-why", &[])
    }

    /// `rifiutata`
    #[must_use]
    pub fn imports_refused(&self) -> String {
        self.say("imports-refused", &[])
    }

    /// `avviso`
    #[must_use]
    pub fn imports_warned(&self) -> String {
        self.say("imports-warned", &[])
    }

    /// `vuoto`
    #[must_use]
    pub fn imports_blank(&self) -> String {
        self.say("imports-blank", &[])
    }

    /// `Nessuna riga rifiutata`
    #[must_use]
    pub fn imports_rows_none(&self) -> String {
        self.say("imports-rows-none", &[])
    }

    /// `Tutte le righe di questo file sono state accettate.`
    #[must_use]
    pub fn imports_rows_none_text(&self) -> String {
        self.say("imports-rows-none-text", &[])
    }

    /// `Nessuna riga con questo motivo`
    #[must_use]
    pub fn imports_rows_filtered(&self) -> String {
        self.say("imports-rows-filtered", &[])
    }

    /// `Guarda le righe del file senza il filtro.`
    #[must_use]
    pub fn imports_rows_filtered_text(&self) -> String {
        self.say("imports-rows-filtered-text", &[])
    }

    /// `Togli il filtro`
    #[must_use]
    pub fn imports_rows_clear(&self) -> String {
        self.say("imports-rows-clear", &[])
    }

    /// `Torna all’importazione`
    #[must_use]
    pub fn imports_back(&self) -> String {
        self.say("imports-back", &[])
    }
}
