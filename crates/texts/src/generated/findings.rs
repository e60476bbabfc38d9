//! Messages of `texts/*/findings.ftl`. Written by `cargo xtask texts`; do not edit.

impl crate::Texts {
    /// `Manca`
    #[must_use]
    pub fn findings_required(&self) -> String {
        self.say("findings-required", &[])
    }

    /// `Non è una data. Scrivi giorno, mese e anno: 18/03/2026`
    #[must_use]
    pub fn findings_date_form(&self) -> String {
        self.say("findings-date-form", &[])
    }

    /// `È nel futuro: non può superare oggi`
    #[must_use]
    pub fn findings_date_in_future(&self) -> String {
        self.say("findings-date-in-future", &[])
    }

    /// `È già passata`
    #[must_use]
    pub fn findings_date_in_past(&self) -> String {
        self.say("findings-date-in-past", &[])
    }

    /// `Ha {found} caratteri: per una persona sono 16, per un ente 11 cifre`
    #[must_use]
    pub fn findings_tax_code_length(&self, found: impl std::fmt::Display) -> String {
        self.say("findings-tax-code-length", &[("found", self.text(found))])
    }

    /// `Al posto {position} c’è {found}: non può stare lì`
    #[must_use]
    pub fn findings_tax_code_character(
        &self,
        position: impl std::fmt::Display,
        found: impl std::fmt::Display,
    ) -> String {
        self.say(
            "findings-tax-code-character",
            &[("position", self.text(position)), ("found", self.text(found))],
        )
    }

    /// `L’ultimo carattere dovrebbe essere {expected}`
    #[must_use]
    pub fn findings_tax_code_check_character(&self, expected: impl std::fmt::Display) -> String {
        self.say("findings-tax-code-check-character", &[("expected", self.text(expected))])
    }

    /// `La data di nascita dentro il codice non esiste`
    #[must_use]
    pub fn findings_tax_code_date(&self) -> String {
        self.say("findings-tax-code-date", &[])
    }

    /// `Ha {found} cifre: una partita IVA ne ha 11`
    #[must_use]
    pub fn findings_vat_length(&self, found: impl std::fmt::Display) -> String {
        self.say("findings-vat-length", &[("found", self.text(found))])
    }

    /// `Una partita IVA ha solo cifre`
    #[must_use]
    pub fn findings_vat_character(&self) -> String {
        self.say("findings-vat-character", &[])
    }

    /// `L’ultima cifra non torna: controlla le cifre scambiate`
    #[must_use]
    pub fn findings_vat_check_digit(&self) -> String {
        self.say("findings-vat-check-digit", &[])
    }

    /// `Comincia con le due lettere del paese, per l’Italia IT`
    #[must_use]
    pub fn findings_iban_country(&self) -> String {
        self.say("findings-iban-country", &[])
    }

    /// `Ha {found} caratteri: qui sono {expected}`
    #[must_use]
    pub fn findings_iban_length(
        &self,
        found: impl std::fmt::Display,
        expected: impl std::fmt::Display,
    ) -> String {
        self.say("findings-iban-length", &[("found", self.text(found)), ("expected", self.text(expected))])
    }

    /// `Le cifre di controllo non tornano: rileggilo carattere per carattere`
    #[must_use]
    pub fn findings_iban_check(&self) -> String {
        self.say("findings-iban-check", &[])
    }

    /// `Un indirizzo ha una chiocciola e un dominio: nome@esempio.it`
    #[must_use]
    pub fn findings_email(&self) -> String {
        self.say("findings-email", &[])
    }

    /// `Scrivi solo cifre, da 6 a 15, con il prefisso se è estero`
    #[must_use]
    pub fn findings_phone(&self) -> String {
        self.say("findings-phone", &[])
    }

    /// `Scrivi un numero: 4,5`
    #[must_use]
    pub fn findings_number(&self) -> String {
        self.say("findings-number", &[])
    }

    /// `Scrivi un numero intero`
    #[must_use]
    pub fn findings_integer(&self) -> String {
        self.say("findings-integer", &[])
    }

    /// `Scrivi un importo: 1.284,50`
    #[must_use]
    pub fn findings_money(&self) -> String {
        self.say("findings-money", &[])
    }

    /// `Almeno {least}`
    #[must_use]
    pub fn findings_too_small(&self, least: impl std::fmt::Display) -> String {
        self.say("findings-too-small", &[("least", self.text(least))])
    }

    /// `Al massimo {most}`
    #[must_use]
    pub fn findings_too_large(&self, most: impl std::fmt::Display) -> String {
        self.say("findings-too-large", &[("most", self.text(most))])
    }

    /// `Troppo lungo: accorcialo`
    #[must_use]
    pub fn findings_too_long(&self) -> String {
        self.say("findings-too-long", &[])
    }

    /// `Il CAP ha 5 cifre`
    #[must_use]
    pub fn findings_postcode(&self) -> String {
        self.say("findings-postcode", &[])
    }

    /// `La provincia ha 2 lettere`
    #[must_use]
    pub fn findings_province(&self) -> String {
        self.say("findings-province", &[])
    }

    /// `Scegli una delle risposte`
    #[must_use]
    pub fn findings_choice_unknown(&self) -> String {
        self.say("findings-choice-unknown", &[])
    }

    /// `Questo valore non è ammesso insieme agli altri`
    #[must_use]
    pub fn findings_field_check(&self) -> String {
        self.say("findings-field-check", &[])
    }

    /// `Scrivi il motivo`
    #[must_use]
    pub fn findings_reason_missing(&self) -> String {
        self.say("findings-reason-missing", &[])
    }

    /// `Finisce prima di cominciare`
    #[must_use]
    pub fn findings_end_before_start(&self) -> String {
        self.say("findings-end-before-start", &[])
    }

    /// `Il file supera 15 MB: mandalo più leggero o in più parti`
    #[must_use]
    pub fn findings_file_too_large(&self) -> String {
        self.say("findings-file-too-large", &[])
    }

    /// `Si possono allegare PDF, JPEG e PNG`
    #[must_use]
    pub fn findings_file_kind(&self) -> String {
        self.say("findings-file-kind", &[])
    }

    /// `Scegli la fornitura`
    #[must_use]
    pub fn findings_point_missing(&self) -> String {
        self.say("findings-point-missing", &[])
    }

    /// `La fornitura è sospesa: prima va riattivata`
    #[must_use]
    pub fn findings_point_suspended(&self) -> String {
        self.say("findings-point-suspended", &[])
    }

    /// `La fornitura non è attiva: serve un subentro, non una voltura`
    #[must_use]
    pub fn findings_point_inactive(&self) -> String {
        self.say("findings-point-inactive", &[])
    }

    /// `Il punto è stato rimosso`
    #[must_use]
    pub fn findings_point_removed(&self) -> String {
        self.say("findings-point-removed", &[])
    }

    /// `Sul punto non c’è un contratto in corso`
    #[must_use]
    pub fn findings_contract_missing(&self) -> String {
        self.say("findings-contract-missing", &[])
    }

    /// `Il contratto è già cessato`
    #[must_use]
    pub fn findings_contract_ended(&self) -> String {
        self.say("findings-contract-ended", &[])
    }

    /// `Il contratto è in cessazione`
    #[must_use]
    pub fn findings_contract_ending(&self) -> String {
        self.say("findings-contract-ending", &[])
    }

    /// `Il contratto {number} è cambiato nel frattempo: riparti dalla fornitura`
    #[must_use]
    pub fn findings_contract_changed(&self, number: impl std::fmt::Display) -> String {
        self.say("findings-contract-changed", &[("number", self.text(number))])
    }

    /// `Il nuovo contratto esiste già: non si può più annullare`
    #[must_use]
    pub fn findings_contract_made(&self) -> String {
        self.say("findings-contract-made", &[])
    }

    /// `Il distributore ha già attivato la fornitura: la pratica non si annulla più. Per chiuderla serve una disattivazione (D01)`
    #[must_use]
    pub fn findings_supply_activated(&self) -> String {
        self.say("findings-supply-activated", &[])
    }

    /// `C’è già una voltura aperta su questo punto: {number}`
    #[must_use]
    pub fn findings_same_voltura_open(&self, number: impl std::fmt::Display) -> String {
        self.say("findings-same-voltura-open", &[("number", self.text(number))])
    }

    /// `C’è un’altra pratica aperta su questo punto: {number}`
    #[must_use]
    pub fn findings_other_case_open(&self, number: impl std::fmt::Display) -> String {
        self.say("findings-other-case-open", &[("number", self.text(number))])
    }

    /// `Questa anagrafica non c’è più: cercala di nuovo`
    #[must_use]
    pub fn findings_party_gone(&self) -> String {
        self.say("findings-party-gone", &[])
    }

    /// `C’è già un’anagrafica con questo codice: {name}`
    #[must_use]
    pub fn findings_party_exists(&self, name: impl std::fmt::Display) -> String {
        self.say("findings-party-exists", &[("name", self.text(name))])
    }

    /// `È già intestatario di questa fornitura`
    #[must_use]
    pub fn findings_party_already_holder(&self) -> String {
        self.say("findings-party-already-holder", &[])
    }

    /// `È già così: scrivi almeno un dato che cambia`
    #[must_use]
    pub fn findings_nothing_changes(&self) -> String {
        self.say("findings-nothing-changes", &[])
    }

    /// `Questa variazione è per le ditte, e il cliente è una persona`
    #[must_use]
    pub fn findings_change_of_company(&self) -> String {
        self.say("findings-change-of-company", &[])
    }

    /// `Questa variazione è per le persone, e il cliente è una ditta`
    #[must_use]
    pub fn findings_change_of_person(&self) -> String {
        self.say("findings-change-of-person", &[])
    }

    /// `C’è già una pratica aperta di questo tipo: {number}`
    #[must_use]
    pub fn findings_same_case_open(&self, number: impl std::fmt::Display) -> String {
        self.say("findings-same-case-open", &[("number", self.text(number))])
    }

    /// `Al punto non risulta nessun contatore`
    #[must_use]
    pub fn findings_meter_missing(&self) -> String {
        self.say("findings-meter-missing", &[])
    }

    /// `L’anagrafica non ha codice fiscale né partita IVA`
    #[must_use]
    pub fn findings_tax_code_missing(&self) -> String {
        self.say("findings-tax-code-missing", &[])
    }

    /// `Manca il titolo sull’immobile: la richiesta resta in attesa`
    #[must_use]
    pub fn findings_title_proof_missing(&self) -> String {
        self.say("findings-title-proof-missing", &[])
    }

    /// `Sul punto ci sono {amount} non pagati: serve la dichiarazione di estraneità al debito`
    #[must_use]
    pub fn findings_debt_declaration_missing(&self, amount: impl std::fmt::Display) -> String {
        self.say("findings-debt-declaration-missing", &[("amount", self.text(amount))])
    }

    /// `Chi subentra deve {amount} per questo punto`
    #[must_use]
    pub fn findings_debt_of_occupant(&self, amount: impl std::fmt::Display) -> String {
        self.say("findings-debt-of-occupant", &[("amount", self.text(amount))])
    }

    /// `Chi cede ha {amount} non pagati: restano a suo carico`
    #[must_use]
    pub fn findings_debt_of_outgoing_holder(&self, amount: impl std::fmt::Display) -> String {
        self.say("findings-debt-of-outgoing-holder", &[("amount", self.text(amount))])
    }

    /// `La decorrenza può andare indietro di {days} giorni al massimo`
    #[must_use]
    pub fn findings_start_too_early(&self, days: impl std::fmt::Display) -> String {
        self.say("findings-start-too-early", &[("days", self.text(days))])
    }

    /// `La decorrenza può andare avanti di {days} giorni al massimo`
    #[must_use]
    pub fn findings_start_too_late(&self, days: impl std::fmt::Display) -> String {
        self.say("findings-start-too-late", &[("days", self.text(days))])
    }

    /// `Il contratto di chi cede comincia il {day}`
    #[must_use]
    pub fn findings_start_before_old_contract(&self, day: impl std::fmt::Display) -> String {
        self.say("findings-start-before-old-contract", &[("day", self.text(day))])
    }

    /// `La lettura non può essere di un giorno futuro`
    #[must_use]
    pub fn findings_reading_in_future(&self) -> String {
        self.say("findings-reading-in-future", &[])
    }

    /// `Deve essere dopo l’ultima, {last_on}`
    #[must_use]
    pub fn findings_reading_not_after_last(&self, last_on: impl std::fmt::Display) -> String {
        self.say("findings-reading-not-after-last", &[("last_on", self.text(last_on))])
    }

    /// `Il contatore ha {digits} cifre: una di troppo?`
    #[must_use]
    pub fn findings_reading_digits(&self, digits: impl std::fmt::Display) -> String {
        self.say("findings-reading-digits", &[("digits", self.text(digits))])
    }

    /// `Una lettura non è mai negativa`
    #[must_use]
    pub fn findings_reading_negative(&self) -> String {
        self.say("findings-reading-negative", &[])
    }

    /// `Almeno {last}. Cifre scambiate?`
    #[must_use]
    pub fn findings_reading_below_last(&self, last: impl std::fmt::Display) -> String {
        self.say("findings-reading-below-last", &[("last", self.text(last))])
    }

    /// `Più bassa di {last}: il contatore è ripartito da zero, con consumo {consumption}? Conferma di aver riletto`
    #[must_use]
    pub fn findings_reading_roll_over(
        &self,
        last: impl std::fmt::Display,
        consumption: impl std::fmt::Display,
    ) -> String {
        self.say(
            "findings-reading-roll-over",
            &[("last", self.text(last)), ("consumption", self.text(consumption))],
        )
    }

    /// `Consumo {consumption}, atteso da {low} a {high}. Correggi o conferma di aver riletto`
    #[must_use]
    pub fn findings_reading_above_expected(
        &self,
        consumption: impl std::fmt::Display,
        low: impl std::fmt::Display,
        high: impl std::fmt::Display,
    ) -> String {
        self.say(
            "findings-reading-above-expected",
            &[("consumption", self.text(consumption)), ("low", self.text(low)), ("high", self.text(high))],
        )
    }

    /// `Il registro {register} non è più su questo contatore`
    #[must_use]
    pub fn findings_register_gone(&self, register: impl std::fmt::Display) -> String {
        self.say("findings-register-gone", &[("register", self.text(register))])
    }

    /// `Il contratto è sospeso: prima la fornitura va riattivata`
    #[must_use]
    pub fn findings_contract_suspended(&self) -> String {
        self.say("findings-contract-suspended", &[])
    }

    /// `C’è un’altra bozza di voltura su questo punto: {number}, di {operator}. Vale la prima confermata`
    #[must_use]
    pub fn findings_same_voltura_draft(
        &self,
        number: impl std::fmt::Display,
        operator: impl std::fmt::Display,
    ) -> String {
        self.say(
            "findings-same-voltura-draft",
            &[("number", self.text(number)), ("operator", self.text(operator))],
        )
    }

    /// `L’anagrafica non ha un telefono, un’e-mail né un indirizzo: aggiungi un recapito`
    #[must_use]
    pub fn findings_party_unreachable(&self) -> String {
        self.say("findings-party-unreachable", &[])
    }

    /// `C’è già {name}, cliente {number}: controlla se è la stessa persona, poi conferma che non lo è`
    #[must_use]
    pub fn findings_namesake_exists(
        &self,
        name: impl std::fmt::Display,
        number: impl std::fmt::Display,
    ) -> String {
        self.say("findings-namesake-exists", &[("name", self.text(name)), ("number", self.text(number))])
    }

    /// `Ha 11 cifre: per una persona è un codice provvisorio. Chiedi se ha già quello definitivo`
    #[must_use]
    pub fn findings_tax_code_provisional(&self) -> String {
        self.say("findings-tax-code-provisional", &[])
    }

    /// `Dopo un decesso può subentrare un erede o chi abita nell’immobile: correggi il titolo o la residenza`
    #[must_use]
    pub fn findings_mortis_causa_title(&self) -> String {
        self.say("findings-mortis-causa-title", &[])
    }

    /// `La lettura può distare al massimo {days} giorni dalla decorrenza, {day}`
    #[must_use]
    pub fn findings_reading_far_from_start(
        &self,
        days: impl std::fmt::Display,
        day: impl std::fmt::Display,
    ) -> String {
        self.say("findings-reading-far-from-start", &[("days", self.text(days)), ("day", self.text(day))])
    }

    /// `Per questo servizio l’aumento di potenza non si chiede`
    #[must_use]
    pub fn findings_power_not_offered(&self) -> String {
        self.say("findings-power-not-offered", &[])
    }

    /// `Niente impedisce la richiesta: togli il rifiuto e confermala`
    #[must_use]
    pub fn findings_nothing_blocks(&self) -> String {
        self.say("findings-nothing-blocks", &[])
    }

    /// `Per il registro {register} c’è già la lettura {value} del {day}`
    #[must_use]
    pub fn findings_reading_taken(
        &self,
        register: impl std::fmt::Display,
        value: impl std::fmt::Display,
        day: impl std::fmt::Display,
    ) -> String {
        self.say(
            "findings-reading-taken",
            &[("register", self.text(register)), ("value", self.text(value)), ("day", self.text(day))],
        )
    }

    /// `I lavori chiesti non si possono eseguire`
    #[must_use]
    pub fn findings_not_feasible(&self) -> String {
        self.say("findings-not-feasible", &[])
    }

    /// `Non è un aumento: indica più della potenza di oggi`
    #[must_use]
    pub fn findings_power_not_more(&self) -> String {
        self.say("findings-power-not-more", &[])
    }

    /// `A questa potenza serve la trifase`
    #[must_use]
    pub fn findings_phases_three_needed(&self) -> String {
        self.say("findings-phases-three-needed", &[])
    }

    /// `400 V vanno con la trifase, 230 V con la monofase`
    #[must_use]
    pub fn findings_voltage_phases(&self) -> String {
        self.say("findings-voltage-phases", &[])
    }

    /// `La pratica è già chiusa`
    #[must_use]
    pub fn findings_case_ended(&self) -> String {
        self.say("findings-case-ended", &[])
    }

    /// `La richiesta è già stata fatta`
    #[must_use]
    pub fn findings_case_already_started(&self) -> String {
        self.say("findings-case-already-started", &[])
    }

    /// `La richiesta non è ancora stata confermata`
    #[must_use]
    pub fn findings_case_not_started(&self) -> String {
        self.say("findings-case-not-started", &[])
    }

    /// `La pratica è già sospesa`
    #[must_use]
    pub fn findings_case_already_suspended(&self) -> String {
        self.say("findings-case-already-suspended", &[])
    }

    /// `La pratica non è sospesa`
    #[must_use]
    pub fn findings_case_not_suspended(&self) -> String {
        self.say("findings-case-not-suspended", &[])
    }

    /// `Il processo stesso aspetta il cliente: riparte quando arriva il documento`
    #[must_use]
    pub fn findings_waiting_for_customer(&self) -> String {
        self.say("findings-waiting-for-customer", &[])
    }

    /// `Il cliente non ha risposto nei tempi`
    #[must_use]
    pub fn findings_customer_silent(&self) -> String {
        self.say("findings-customer-silent", &[])
    }

    /// `Questa data è già stata corretta: ricarica la pagina`
    #[must_use]
    pub fn findings_fact_gone(&self) -> String {
        self.say("findings-fact-gone", &[])
    }

    /// `Questo passo non è più aperto: qualcuno l’ha già completato`
    #[must_use]
    pub fn findings_task_gone(&self) -> String {
        self.say("findings-task-gone", &[])
    }

    /// `Questo passo è di un altro ruolo: {role}`
    #[must_use]
    pub fn findings_task_of_role(&self, role: impl std::fmt::Display) -> String {
        self.say("findings-task-of-role", &[("role", self.text(role))])
    }

    /// `Il processo non può andare avanti da qui`
    #[must_use]
    pub fn findings_step_gone(&self) -> String {
        self.say("findings-step-gone", &[])
    }

    /// `Manca una risposta dei passi precedenti: {field}`
    #[must_use]
    pub fn findings_answer_missing(&self, field: impl std::fmt::Display) -> String {
        self.say("findings-answer-missing", &[("field", self.text(field))])
    }

    /// `Il processo è già finito`
    #[must_use]
    pub fn findings_process_ended(&self) -> String {
        self.say("findings-process-ended", &[])
    }

    /// `Non c’è più niente di fermo`
    #[must_use]
    pub fn findings_nothing_stuck(&self) -> String {
        self.say("findings-nothing-stuck", &[])
    }

    /// `Non c’è nessuna richiesta libera`
    #[must_use]
    pub fn findings_nothing_to_take(&self) -> String {
        self.say("findings-nothing-to-take", &[])
    }

    /// `L’appuntamento è già passato`
    #[must_use]
    pub fn findings_appointment_over(&self) -> String {
        self.say("findings-appointment-over", &[])
    }

    /// `Questa procedura non si può avviare da qui`
    #[must_use]
    pub fn findings_procedure_origin(&self) -> String {
        self.say("findings-procedure-origin", &[])
    }

    /// `Il tuo ruolo non può avviare questa procedura`
    #[must_use]
    pub fn findings_procedure_role(&self) -> String {
        self.say("findings-procedure-role", &[])
    }

    /// `Questo valore non può essere accettato`
    #[must_use]
    pub fn findings_other(&self) -> String {
        self.say("findings-other", &[])
    }

    /// `Scrivi un importo: 1.284,50`
    #[must_use]
    pub fn findings_amount_form(&self) -> String {
        self.say("findings-amount-form", &[])
    }

    /// `Scrivi i kW con la virgola: 4,5`
    #[must_use]
    pub fn findings_power_form(&self) -> String {
        self.say("findings-power-form", &[])
    }

    /// `Non è un IBAN corretto: rileggilo carattere per carattere`
    #[must_use]
    pub fn findings_iban(&self) -> String {
        self.say("findings-iban", &[])
    }

    /// `Non è una partita IVA corretta: 11 cifre, l’ultima di controllo`
    #[must_use]
    pub fn findings_vat_number(&self) -> String {
        self.say("findings-vat-number", &[])
    }

    /// `Questo valore non è del tipo giusto`
    #[must_use]
    pub fn findings_wrong_type(&self) -> String {
        self.say("findings-wrong-type", &[])
    }

    /// `operatore di sportello`
    #[must_use]
    pub fn findings_role_operator(&self) -> String {
        self.say("findings-role-operator", &[])
    }

    /// `call center`
    #[must_use]
    pub fn findings_role_call_centre(&self) -> String {
        self.say("findings-role-call-centre", &[])
    }

    /// `back office`
    #[must_use]
    pub fn findings_role_back_office(&self) -> String {
        self.say("findings-role-back-office", &[])
    }

    /// `agente`
    #[must_use]
    pub fn findings_role_agent(&self) -> String {
        self.say("findings-role-agent", &[])
    }

    /// `tecnico`
    #[must_use]
    pub fn findings_role_technician(&self) -> String {
        self.say("findings-role-technician", &[])
    }

    /// `qualità`
    #[must_use]
    pub fn findings_role_quality(&self) -> String {
        self.say("findings-role-quality", &[])
    }

    /// `responsabile`
    #[must_use]
    pub fn findings_role_supervisor(&self) -> String {
        self.say("findings-role-supervisor", &[])
    }

    /// `amministratore`
    #[must_use]
    pub fn findings_role_administrator(&self) -> String {
        self.say("findings-role-administrator", &[])
    }

    /// `Servono almeno {least} righe`
    #[must_use]
    pub fn findings_rows_few(&self, least: impl std::fmt::Display) -> String {
        self.say("findings-rows-few", &[("least", self.text(least))])
    }

    /// `Non più di {most} righe`
    #[must_use]
    pub fn findings_rows_many(&self, most: impl std::fmt::Display) -> String {
        self.say("findings-rows-many", &[("most", self.text(most))])
    }

    /// `La quantità deve essere più di zero`
    #[must_use]
    pub fn findings_quantity_none(&self) -> String {
        self.say("findings-quantity-none", &[])
    }

    /// `Quest’ora non esiste: quella notte l’orologio va avanti di un’ora`
    #[must_use]
    pub fn findings_time_gap(&self) -> String {
        self.say("findings-time-gap", &[])
    }

    /// `Viene prima dell’inizio del termine: controlla le due date`
    #[must_use]
    pub fn findings_fact_before_start(&self) -> String {
        self.say("findings-fact-before-start", &[])
    }

    /// `Viene dopo la fine del termine: controlla le due date`
    #[must_use]
    pub fn findings_fact_after_stop(&self) -> String {
        self.say("findings-fact-after-stop", &[])
    }

    /// `Questo documento non è della pratica: scegline uno che ne fa parte`
    #[must_use]
    pub fn findings_document_of_other_case(&self) -> String {
        self.say("findings-document-of-other-case", &[])
    }

    /// `La procedura non accetta questo messaggio dall’esterno: manda uno di quelli che dichiara`
    #[must_use]
    pub fn findings_message_not_from_outside(&self) -> String {
        self.say("findings-message-not-from-outside", &[])
    }

    /// `Questo messaggio non può portare questo valore: toglilo`
    #[must_use]
    pub fn findings_message_variable_unknown(&self) -> String {
        self.say("findings-message-variable-unknown", &[])
    }

    /// `Il cliente non ha un indirizzo email: aggiungilo e riprova`
    #[must_use]
    pub fn findings_customer_email_missing(&self) -> String {
        self.say("findings-customer-email-missing", &[])
    }

    /// `Questo collega non può lavorare sulle pratiche`
    #[must_use]
    pub fn findings_assignee_cannot(&self) -> String {
        self.say("findings-assignee-cannot", &[])
    }

    /// `Hai già 30 viste: togline una`
    #[must_use]
    pub fn findings_too_many_views(&self) -> String {
        self.say("findings-too-many-views", &[])
    }

    /// `Hai già una vista con questo nome`
    #[must_use]
    pub fn findings_name_taken(&self) -> String {
        self.say("findings-name-taken", &[])
    }

    /// `Non c’è una pratica {number}: controlla il numero`
    #[must_use]
    pub fn findings_case_missing(&self, number: impl std::fmt::Display) -> String {
        self.say("findings-case-missing", &[("number", self.text(number))])
    }

    /// `È il numero di questa stessa pratica`
    #[must_use]
    pub fn findings_case_same(&self) -> String {
        self.say("findings-case-same", &[])
    }

    /// `La pratica {number} aspetta già la risposta di questa: scegli l’altra come capofila`
    #[must_use]
    pub fn findings_case_waits_for_this(&self, number: impl std::fmt::Display) -> String {
        self.say("findings-case-waits-for-this", &[("number", self.text(number))])
    }

    /// `Non c’è niente da pagare su queste bollette`
    #[must_use]
    pub fn findings_plan_nothing_owed(&self) -> String {
        self.say("findings-plan-nothing-owed", &[])
    }

    /// `L’acconto deve essere meno di tutto il debito, e non sotto zero`
    #[must_use]
    pub fn findings_plan_down_payment(&self) -> String {
        self.say("findings-plan-down-payment", &[])
    }

    /// `Servono almeno {least} rate`
    #[must_use]
    pub fn findings_plan_too_few(&self, least: impl std::fmt::Display) -> String {
        self.say("findings-plan-too-few", &[("least", self.text(least))])
    }

    /// `Non più di {most} rate`
    #[must_use]
    pub fn findings_plan_too_many(&self, most: impl std::fmt::Display) -> String {
        self.say("findings-plan-too-many", &[("most", self.text(most))])
    }

    /// `La prima rata scade prima dell’inizio del piano: scegli un giorno più avanti`
    #[must_use]
    pub fn findings_plan_first_due_early(&self) -> String {
        self.say("findings-plan-first-due-early", &[])
    }

    /// `La prima rata scade troppo tardi: gli interessi fino ad allora superano una rata`
    #[must_use]
    pub fn findings_plan_first_due_late(&self) -> String {
        self.say("findings-plan-first-due-late", &[])
    }

    /// `Con questo ritmo le rate vanno oltre il calendario: mettine meno, o più vicine`
    #[must_use]
    pub fn findings_plan_rhythm(&self) -> String {
        self.say("findings-plan-rhythm", &[])
    }

    /// `Le rate in proporzione non si possono calcolare: scegli importi uguali`
    #[must_use]
    pub fn findings_plan_proportions(&self) -> String {
        self.say("findings-plan-proportions", &[])
    }

    /// `Le rate sarebbero sotto il minimo di {smallest}: mettine meno`
    #[must_use]
    pub fn findings_plan_too_small(&self, smallest: impl std::fmt::Display) -> String {
        self.say("findings-plan-too-small", &[("smallest", self.text(smallest))])
    }

    /// `Questa pratica non ha un piano di rate`
    #[must_use]
    pub fn findings_plan_missing(&self) -> String {
        self.say("findings-plan-missing", &[])
    }

    /// `Il piano non è ancora calcolato: torna al passo delle rate`
    #[must_use]
    pub fn findings_schedule_missing(&self) -> String {
        self.say("findings-schedule-missing", &[])
    }

    /// `La bolletta {number} è già in un piano di rate`
    #[must_use]
    pub fn findings_bill_in_plan(&self, number: impl std::fmt::Display) -> String {
        self.say("findings-bill-in-plan", &[("number", self.text(number))])
    }

    /// `Una delle bollette scelte non c’è più`
    #[must_use]
    pub fn findings_bill_missing(&self) -> String {
        self.say("findings-bill-missing", &[])
    }

    /// `La bolletta {number} è di un altro cliente`
    #[must_use]
    pub fn findings_bill_of_another(&self, number: impl std::fmt::Display) -> String {
        self.say("findings-bill-of-another", &[("number", self.text(number))])
    }

    /// `La fornitura è stata sospesa il {day}: non può essere tornata prima`
    #[must_use]
    pub fn findings_restored_before_cut(&self, day: impl std::fmt::Display) -> String {
        self.say("findings-restored-before-cut", &[("day", self.text(day))])
    }

    /// `{code} non è una voce in vigore del listino`
    #[must_use]
    pub fn findings_price_unknown(&self, code: impl std::fmt::Display) -> String {
        self.say("findings-price-unknown", &[("code", self.text(code))])
    }

    /// `Il prezzo di {code} è quello del listino: non si scrive`
    #[must_use]
    pub fn findings_price_fixed(&self, code: impl std::fmt::Display) -> String {
        self.say("findings-price-fixed", &[("code", self.text(code))])
    }

    /// `Scrivi il prezzo: per {code} il listino non ne ha uno`
    #[must_use]
    pub fn findings_price_open(&self, code: impl std::fmt::Display) -> String {
        self.say("findings-price-open", &[("code", self.text(code))])
    }

    /// `Il prezzo non può essere negativo`
    #[must_use]
    pub fn findings_price_negative(&self) -> String {
        self.say("findings-price-negative", &[])
    }
}
