//! Messages of `texts/*/accounts.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Utenti`
    #[must_use]
    pub fn accounts_title(&self) -> String {
        self.say("accounts-title", &[])
    }

    /// `{count} persone in archivio`
    #[must_use]
    pub fn accounts_meta(&self, count: impl crate::Count) -> String {
        self.say("accounts-meta", &[("count", crate::number(count))])
    }

    /// `Utenti con ruoli e stato`
    #[must_use]
    pub fn accounts_caption(&self) -> String {
        self.say("accounts-caption", &[])
    }

    /// `Nuovo utente`
    #[must_use]
    pub fn accounts_new(&self) -> String {
        self.say("accounts-new", &[])
    }

    /// `Nessun utente`
    #[must_use]
    pub fn accounts_none(&self) -> String {
        self.say("accounts-none", &[])
    }

    /// `Aggiungi le persone che lavorano allo sportello.`
    #[must_use]
    pub fn accounts_none_text(&self) -> String {
        self.say("accounts-none-text", &[])
    }

    /// `Persona`
    #[must_use]
    pub fn accounts_col_person(&self) -> String {
        self.say("accounts-col-person", &[])
    }

    /// `Nome utente`
    #[must_use]
    pub fn accounts_col_name(&self) -> String {
        self.say("accounts-col-name", &[])
    }

    /// `Ruoli`
    #[must_use]
    pub fn accounts_col_roles(&self) -> String {
        self.say("accounts-col-roles", &[])
    }

    /// `E-mail`
    #[must_use]
    pub fn accounts_col_email(&self) -> String {
        self.say("accounts-col-email", &[])
    }

    /// `Stato`
    #[must_use]
    pub fn accounts_col_state(&self) -> String {
        self.say("accounts-col-state", &[])
    }

    /// `attivo`
    #[must_use]
    pub fn accounts_state_active(&self) -> String {
        self.say("accounts-state-active", &[])
    }

    /// `bloccato per tentativi`
    #[must_use]
    pub fn accounts_state_locked(&self) -> String {
        self.say("accounts-state-locked", &[])
    }

    /// `disattivato`
    #[must_use]
    pub fn accounts_state_off(&self) -> String {
        self.say("accounts-state-off", &[])
    }

    /// `Operatore di sportello`
    #[must_use]
    pub fn accounts_role_operator(&self) -> String {
        self.say("accounts-role-operator", &[])
    }

    /// `Call centre`
    #[must_use]
    pub fn accounts_role_call_centre(&self) -> String {
        self.say("accounts-role-call-centre", &[])
    }

    /// `Back office`
    #[must_use]
    pub fn accounts_role_back_office(&self) -> String {
        self.say("accounts-role-back-office", &[])
    }

    /// `Agente`
    #[must_use]
    pub fn accounts_role_agent(&self) -> String {
        self.say("accounts-role-agent", &[])
    }

    /// `Tecnico`
    #[must_use]
    pub fn accounts_role_technician(&self) -> String {
        self.say("accounts-role-technician", &[])
    }

    /// `Qualità`
    #[must_use]
    pub fn accounts_role_quality(&self) -> String {
        self.say("accounts-role-quality", &[])
    }

    /// `Responsabile`
    #[must_use]
    pub fn accounts_role_supervisor(&self) -> String {
        self.say("accounts-role-supervisor", &[])
    }

    /// `Amministratore`
    #[must_use]
    pub fn accounts_role_administrator(&self) -> String {
        self.say("accounts-role-administrator", &[])
    }

    /// `Cognome e nome`
    #[must_use]
    pub fn accounts_display(&self) -> String {
        self.say("accounts-display", &[])
    }

    /// `Scrivi cognome e nome`
    #[must_use]
    pub fn accounts_display_missing(&self) -> String {
        self.say("accounts-display-missing", &[])
    }

    /// `Nome utente`
    #[must_use]
    pub fn accounts_name(&self) -> String {
        self.say("accounts-name", &[])
    }

    /// `Lettere, cifre, punto e trattino`
    #[must_use]
    pub fn accounts_name_hint(&self) -> String {
        self.say("accounts-name-hint", &[])
    }

    /// `Usa solo lettere senza accento, cifre, punto, trattino`
    #[must_use]
    pub fn accounts_name_bad(&self) -> String {
        self.say("accounts-name-bad", &[])
    }

    /// `C’è già un utente con questo nome: scegline un altro`
    #[must_use]
    pub fn accounts_name_taken(&self) -> String {
        self.say("accounts-name-taken", &[])
    }

    /// `E-mail`
    #[must_use]
    pub fn accounts_email(&self) -> String {
        self.say("accounts-email", &[])
    }

    /// `Per gli inviti agli appuntamenti`
    #[must_use]
    pub fn accounts_email_hint(&self) -> String {
        self.say("accounts-email-hint", &[])
    }

    /// `Manca qualcosa: un indirizzo è come nome@esempio.it`
    #[must_use]
    pub fn accounts_email_bad(&self) -> String {
        self.say("accounts-email-bad", &[])
    }

    /// `Sede`
    #[must_use]
    pub fn accounts_office(&self) -> String {
        self.say("accounts-office", &[])
    }

    /// `Questa sede non esiste: controlla il codice`
    #[must_use]
    pub fn accounts_office_unknown(&self) -> String {
        self.say("accounts-office-unknown", &[])
    }

    /// `Lingua delle pagine`
    #[must_use]
    pub fn accounts_lang(&self) -> String {
        self.say("accounts-lang", &[])
    }

    /// `Prima password`
    #[must_use]
    pub fn accounts_first_password(&self) -> String {
        self.say("accounts-first-password", &[])
    }

    /// `Ruoli`
    #[must_use]
    pub fn accounts_roles(&self) -> String {
        self.say("accounts-roles", &[])
    }

    /// `Scegli almeno un ruolo`
    #[must_use]
    pub fn accounts_roles_missing(&self) -> String {
        self.say("accounts-roles-missing", &[])
    }

    /// `Al primo accesso la persona sceglie la sua password.`
    #[must_use]
    pub fn accounts_new_note(&self) -> String {
        self.say("accounts-new-note", &[])
    }

    /// `Aggiungi`
    #[must_use]
    pub fn accounts_add(&self) -> String {
        self.say("accounts-add", &[])
    }

    /// `Utente {name} aggiunto`
    #[must_use]
    pub fn accounts_added(&self, name: impl std::fmt::Display) -> String {
        self.say("accounts-added", &[("name", self.text(name))])
    }

    /// `Dati`
    #[must_use]
    pub fn accounts_facts(&self) -> String {
        self.say("accounts-facts", &[])
    }

    /// `Li cambia un amministratore.`
    #[must_use]
    pub fn accounts_facts_hint(&self) -> String {
        self.say("accounts-facts-hint", &[])
    }

    /// `Nuova password`
    #[must_use]
    pub fn accounts_password(&self) -> String {
        self.say("accounts-password", &[])
    }

    /// `Le sessioni aperte di questa persona finiscono subito.`
    #[must_use]
    pub fn accounts_password_text(&self) -> String {
        self.say("accounts-password-text", &[])
    }

    /// `Nuova password`
    #[must_use]
    pub fn accounts_password_new(&self) -> String {
        self.say("accounts-password-new", &[])
    }

    /// `Password attuale`
    #[must_use]
    pub fn accounts_password_present(&self) -> String {
        self.say("accounts-password-present", &[])
    }

    /// `Nuova password, ancora una volta`
    #[must_use]
    pub fn accounts_password_again(&self) -> String {
        self.say("accounts-password-again", &[])
    }

    /// `Almeno 10 caratteri; una frase va benissimo`
    #[must_use]
    pub fn accounts_password_hint(&self) -> String {
        self.say("accounts-password-hint", &[])
    }

    /// `Troppo corta: servono almeno 10 caratteri`
    #[must_use]
    pub fn accounts_password_short(&self) -> String {
        self.say("accounts-password-short", &[])
    }

    /// `Non è la password attuale`
    #[must_use]
    pub fn accounts_password_wrong(&self) -> String {
        self.say("accounts-password-wrong", &[])
    }

    /// `Le due password non sono uguali`
    #[must_use]
    pub fn accounts_password_differs(&self) -> String {
        self.say("accounts-password-differs", &[])
    }

    /// `Assegna la password`
    #[must_use]
    pub fn accounts_password_set(&self) -> String {
        self.say("accounts-password-set", &[])
    }

    /// `Password assegnata.`
    #[must_use]
    pub fn accounts_password_was_set(&self) -> String {
        self.say("accounts-password-was-set", &[])
    }

    /// `Comunicala alla persona di persona o per telefono.`
    #[must_use]
    pub fn accounts_password_was_set_text(&self) -> String {
        self.say("accounts-password-was-set-text", &[])
    }

    /// `Cambia la password`
    #[must_use]
    pub fn accounts_password_change(&self) -> String {
        self.say("accounts-password-change", &[])
    }

    /// `Le altre sessioni finiscono e l’indirizzo del calendario cambia.`
    #[must_use]
    pub fn accounts_password_ends(&self) -> String {
        self.say("accounts-password-ends", &[])
    }

    /// `Cambia la password`
    #[must_use]
    pub fn accounts_password_save(&self) -> String {
        self.say("accounts-password-save", &[])
    }

    /// `Accesso`
    #[must_use]
    pub fn accounts_access(&self) -> String {
        self.say("accounts-access", &[])
    }

    /// `È il tuo utente: non puoi disattivarlo da qui.`
    #[must_use]
    pub fn accounts_own(&self) -> String {
        self.say("accounts-own", &[])
    }

    /// `Disattiva`
    #[must_use]
    pub fn accounts_block(&self) -> String {
        self.say("accounts-block", &[])
    }

    /// `Non potrà più entrare; il suo lavoro e le sue firme restano.`
    #[must_use]
    pub fn accounts_block_text(&self) -> String {
        self.say("accounts-block-text", &[])
    }

    /// `Riattiva`
    #[must_use]
    pub fn accounts_unblock(&self) -> String {
        self.say("accounts-unblock", &[])
    }

    /// `Non può entrare. Riattivandolo ritrova i suoi ruoli.`
    #[must_use]
    pub fn accounts_blocked_text(&self) -> String {
        self.say("accounts-blocked-text", &[])
    }

    /// `Utente disattivato`
    #[must_use]
    pub fn accounts_blocked(&self) -> String {
        self.say("accounts-blocked", &[])
    }

    /// `Utente riattivato`
    #[must_use]
    pub fn accounts_unblocked(&self) -> String {
        self.say("accounts-unblocked", &[])
    }

    /// `Profilo`
    #[must_use]
    pub fn accounts_profile(&self) -> String {
        self.say("accounts-profile", &[])
    }

    /// `Preferenze`
    #[must_use]
    pub fn accounts_preferences(&self) -> String {
        self.say("accounts-preferences", &[])
    }

    /// `Salva le preferenze`
    #[must_use]
    pub fn accounts_preferences_save(&self) -> String {
        self.say("accounts-preferences-save", &[])
    }

    /// `Preferenze salvate`
    #[must_use]
    pub fn accounts_preferences_saved(&self) -> String {
        self.say("accounts-preferences-saved", &[])
    }

    /// `Password cambiata`
    #[must_use]
    pub fn accounts_password_saved(&self) -> String {
        self.say("accounts-password-saved", &[])
    }

    /// `Tastiera`
    #[must_use]
    pub fn accounts_keys(&self) -> String {
        self.say("accounts-keys", &[])
    }

    /// `Lettere e cifre da sole sono scorciatoie`
    #[must_use]
    pub fn accounts_keys_on(&self) -> String {
        self.say("accounts-keys-on", &[])
    }

    /// `Senza, restano le combinazioni con Ctrl e i tasti funzione.`
    #[must_use]
    pub fn accounts_keys_hint(&self) -> String {
        self.say("accounts-keys-hint", &[])
    }

    /// `Calendario`
    #[must_use]
    pub fn accounts_calendar(&self) -> String {
        self.say("accounts-calendar", &[])
    }

    /// `Abbonati a questo indirizzo con il tuo programma di posta: gli appuntamenti assegnati a te si aggiornano da soli.`
    #[must_use]
    pub fn accounts_calendar_text(&self) -> String {
        self.say("accounts-calendar-text", &[])
    }

    /// `Indirizzo del calendario`
    #[must_use]
    pub fn accounts_calendar_address(&self) -> String {
        self.say("accounts-calendar-address", &[])
    }

    /// `Chi ha l’indirizzo vede i tuoi appuntamenti: non condividerlo. Cambia con la password.`
    #[must_use]
    pub fn accounts_calendar_hint(&self) -> String {
        self.say("accounts-calendar-hint", &[])
    }

    /// `Copia`
    #[must_use]
    pub fn accounts_copy(&self) -> String {
        self.say("accounts-copy", &[])
    }

    /// `Cambia i dati`
    #[must_use]
    pub fn accounts_change(&self) -> String {
        self.say("accounts-change", &[])
    }

    /// `Le sessioni aperte di questa persona finiscono: rientrando trova i nuovi ruoli.`
    #[must_use]
    pub fn accounts_change_text(&self) -> String {
        self.say("accounts-change-text", &[])
    }

    /// `Salva i dati`
    #[must_use]
    pub fn accounts_change_save(&self) -> String {
        self.say("accounts-change-save", &[])
    }

    /// `Dati salvati`
    #[must_use]
    pub fn accounts_changed(&self) -> String {
        self.say("accounts-changed", &[])
    }

    /// `Un’altra persona ha cambiato questo utente intanto: ecco i dati di adesso.`
    #[must_use]
    pub fn accounts_changed_meanwhile(&self) -> String {
        self.say("accounts-changed-meanwhile", &[])
    }

    /// `Nessuna sede`
    #[must_use]
    pub fn accounts_office_none(&self) -> String {
        self.say("accounts-office-none", &[])
    }

    /// `Troppe password sbagliate: non può entrare fino alle {time}.`
    #[must_use]
    pub fn accounts_locked_text(&self, time: impl std::fmt::Display) -> String {
        self.say("accounts-locked-text", &[("time", self.text(time))])
    }

    /// `Sblocca`
    #[must_use]
    pub fn accounts_unlock(&self) -> String {
        self.say("accounts-unlock", &[])
    }

    /// `Utente sbloccato`
    #[must_use]
    pub fn accounts_unlocked(&self) -> String {
        self.say("accounts-unlocked", &[])
    }

    /// `Non puoi toglierti il ruolo di amministratore: deve farlo un altro amministratore.`
    #[must_use]
    pub fn accounts_own_roles(&self) -> String {
        self.say("accounts-own-roles", &[])
    }

    /// `Scegli la tua password.`
    #[must_use]
    pub fn accounts_must_change(&self) -> String {
        self.say("accounts-must-change", &[])
    }

    /// `Quella che hai l’ha scelta un’altra persona: cambiala per continuare.`
    #[must_use]
    pub fn accounts_must_change_text(&self) -> String {
        self.say("accounts-must-change-text", &[])
    }

    /// `Password data da un amministratore, da cambiare al primo accesso`
    #[must_use]
    pub fn accounts_given(&self) -> String {
        self.say("accounts-given", &[])
    }
}
