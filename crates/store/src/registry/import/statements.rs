//! The statements of the import. Many keys at once travel as one JSON list.

use db::statements;

statements! {
    pub(super) const PLAN_BY_INDEX: Statement = @split {
        sqlite: "SELECT 1 AS done",
        postgres: "SELECT set_config('enable_seqscan', 'off', true) AS done"
    };
    pub(super) const DEFER_REFERENCES: Statement = @split {
        sqlite: "PRAGMA defer_foreign_keys = ON",
        postgres: "SET CONSTRAINTS ALL DEFERRED"
    };
    pub(super) const PARTIES: Statement = @split {
        sqlite: "SELECT number AS key, id, source_hash FROM party WHERE number IN (SELECT value FROM json_each($1))",
        postgres: "SELECT number AS key, id, source_hash FROM party WHERE number IN (SELECT json_array_elements_text(CAST($1 AS json)))"
    };
    pub(super) const POINTS: Statement = @split {
        sqlite: "SELECT code AS key, id, source_hash FROM supply_point WHERE code IN (SELECT value FROM json_each($1))",
        postgres: "SELECT code AS key, id, source_hash FROM supply_point WHERE code IN (SELECT json_array_elements_text(CAST($1 AS json)))"
    };
    pub(super) const CONTRACTS: Statement = @split {
        sqlite: "SELECT number AS key, id, source_hash FROM contract WHERE number IN (SELECT value FROM json_each($1))",
        postgres: "SELECT number AS key, id, source_hash FROM contract WHERE number IN (SELECT json_array_elements_text(CAST($1 AS json)))"
    };
    pub(super) const BILLS: Statement = @split {
        sqlite: "SELECT number AS key, id, source_hash FROM bill WHERE number IN (SELECT value FROM json_each($1))",
        postgres: "SELECT number AS key, id, source_hash FROM bill WHERE number IN (SELECT json_array_elements_text(CAST($1 AS json)))"
    };
    pub(super) const PAYMENTS: Statement = @split {
        sqlite: "SELECT number AS key, id, source_hash, bill_id FROM payment WHERE number IN (SELECT value FROM json_each($1))",
        postgres: "SELECT number AS key, id, source_hash, bill_id FROM payment WHERE number IN (SELECT json_array_elements_text(CAST($1 AS json)))"
    };
    pub(super) const MANDATES: Statement = @split {
        sqlite: "SELECT umr AS key, id, source_hash FROM mandate WHERE umr IN (SELECT value FROM json_each($1))",
        postgres: "SELECT umr AS key, id, source_hash FROM mandate WHERE umr IN (SELECT json_array_elements_text(CAST($1 AS json)))"
    };
    pub(super) const METERS: Statement = @split {
        sqlite: "SELECT m.id, m.serial, m.supply_point_id, m.kind, m.source_hash, r.register, r.digits FROM meter m
            LEFT JOIN meter_register r ON r.meter_id = m.id WHERE m.supply_point_id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT m.id, m.serial, m.supply_point_id, m.kind, m.source_hash, r.register, r.digits FROM meter m
            LEFT JOIN meter_register r ON r.meter_id = m.id WHERE m.supply_point_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const READINGS: Statement = @split {
        sqlite: "SELECT id, meter_id, register, read_on, kind, value, origin FROM reading
            WHERE meter_id IN (SELECT unhex(value) FROM json_each($1)) AND read_on BETWEEN $2 AND $3",
        postgres: "SELECT id, meter_id, register, read_on, kind, value, origin FROM reading
            WHERE meter_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex')) AND read_on BETWEEN $2 AND $3"
    };
    pub(super) const LAST_READINGS: Statement = @split {
        sqlite: "SELECT r.meter_id, r.register, r.read_on, r.value, r.kind FROM meter_register m
            JOIN reading r ON r.meter_id = m.meter_id AND r.register = m.register AND r.read_on =
            (SELECT MAX(b.read_on) FROM reading b WHERE b.meter_id = m.meter_id AND b.register = m.register AND b.read_on < $2)
            WHERE m.meter_id IN (SELECT unhex(value) FROM json_each($1)) ORDER BY r.value",
        postgres: "SELECT r.meter_id, r.register, r.read_on, r.value, r.kind FROM meter_register m
            JOIN reading r ON r.meter_id = m.meter_id AND r.register = m.register AND r.read_on =
            (SELECT MAX(b.read_on) FROM reading b WHERE b.meter_id = m.meter_id AND b.register = m.register AND b.read_on < $2)
            WHERE m.meter_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex')) ORDER BY r.value"
    };

    pub(super) const INSERT_HISTORY: Statement = "INSERT INTO registry_history (kind, id, part, replaced_at, replaced_by, data) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (id, kind, part, replaced_at) DO NOTHING";
    pub(super) const REPLACED_POINTS: Statement = @split {
        sqlite: "SELECT t.id AS row_id, '' AS row_part, t.* FROM supply_point t WHERE t.id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT t.id AS row_id, '' AS row_part, t.* FROM supply_point t WHERE t.id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const REPLACED_TECHNICAL: Statement = @split {
        sqlite: "SELECT t.supply_point_id AS row_id, t.valid_from AS row_part, t.* FROM supply_point_technical t WHERE t.supply_point_id IN (SELECT unhex(value) FROM json_each($1)) AND t.valid_to IS NULL",
        postgres: "SELECT t.supply_point_id AS row_id, t.valid_from AS row_part, t.* FROM supply_point_technical t WHERE t.supply_point_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex')) AND t.valid_to IS NULL"
    };
    pub(super) const REPLACED_CADASTRE: Statement = @split {
        sqlite: "SELECT t.contract_id AS row_id, '' AS row_part, t.* FROM contract_cadastre t WHERE t.contract_id IN (SELECT c.id FROM contract c WHERE c.supply_point_id IN (SELECT unhex(value) FROM json_each($1)) AND c.state <> 'ended' AND c.source_hash <> 0)",
        postgres: "SELECT t.contract_id AS row_id, '' AS row_part, t.* FROM contract_cadastre t WHERE t.contract_id IN (SELECT c.id FROM contract c WHERE c.supply_point_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex')) AND c.state <> 'ended' AND c.source_hash <> 0)"
    };
    pub(super) const REPLACED_METERS: Statement = @split {
        sqlite: "SELECT t.id AS row_id, '' AS row_part, t.* FROM meter t WHERE t.id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT t.id AS row_id, '' AS row_part, t.* FROM meter t WHERE t.id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const REPLACED_REGISTERS: Statement = @split {
        sqlite: "SELECT t.meter_id AS row_id, t.register AS row_part, t.* FROM meter_register t WHERE t.meter_id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT t.meter_id AS row_id, t.register AS row_part, t.* FROM meter_register t WHERE t.meter_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const REPLACED_DEPOSITS: Statement = @split {
        sqlite: "SELECT t.id AS row_id, '' AS row_part, t.* FROM deposit t WHERE t.contract_id IN (SELECT unhex(value) FROM json_each($1)) AND t.state = 'held'",
        postgres: "SELECT t.id AS row_id, '' AS row_part, t.* FROM deposit t WHERE t.contract_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex')) AND t.state = 'held'"
    };
    pub(super) const REPLACED_READINGS: Statement = @split {
        sqlite: "SELECT t.id AS row_id, '' AS row_part, t.* FROM reading t WHERE t.id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT t.id AS row_id, '' AS row_part, t.* FROM reading t WHERE t.id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const REPLACED_BILLS: Statement = @split {
        sqlite: "SELECT t.id AS row_id, '' AS row_part, t.* FROM bill t WHERE t.id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT t.id AS row_id, '' AS row_part, t.* FROM bill t WHERE t.id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const REPLACED_PAYMENTS: Statement = @split {
        sqlite: "SELECT t.id AS row_id, '' AS row_part, t.* FROM payment t WHERE t.id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT t.id AS row_id, '' AS row_part, t.* FROM payment t WHERE t.id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const REPLACED_MANDATES: Statement = @split {
        sqlite: "SELECT t.id AS row_id, '' AS row_part, t.* FROM mandate t WHERE t.id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT t.id AS row_id, '' AS row_part, t.* FROM mandate t WHERE t.id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };

    pub(super) const MARK_PARTY: Statement = "UPDATE party SET kind = $2, registered_on = $3, source_key = $4, source_hash = $5 WHERE id = $1";
    pub(super) const CHANGE_POINT: Statement = "UPDATE supply_point SET sector = $2, state = $3, distributor = $4, source_hash = $5, version = version + 1 WHERE id = $1";
    pub(super) const MOVE_POINT: Statement = "UPDATE supply_point SET address_id = $2 WHERE id = $1";
    pub(super) const CADASTRE_OF_POINT: Statement = "INSERT INTO contract_cadastre (contract_id, category, section, sheet, parcel, subunit, title)
        SELECT c.id, $2, '', $3, $4, $5, '' FROM contract c WHERE c.supply_point_id = $1 AND c.state <> 'ended' AND c.source_hash <> 0
        ON CONFLICT (contract_id) DO UPDATE SET category = $2, sheet = $3, parcel = $4, subunit = $5";
    pub(super) const CHANGE_METER: Statement = "UPDATE meter SET kind = $2, constant_millionths = $3, laid_on = $4, removed_on = $5, source_hash = $6 WHERE id = $1";
    pub(super) const MARK_CONTRACT: Statement = "UPDATE contract SET party_id = $2, supply_point_id = $3, starts_on = $4, web_code = $5, source_hash = $6 WHERE id = $1";
    pub(super) const CHANGE_DEPOSIT: Statement = "UPDATE deposit SET amount_cents = $2 WHERE contract_id = $1 AND state = 'held'";
    pub(super) const REFUND_DEPOSIT: Statement = "UPDATE deposit SET state = 'refunded', until = $2 WHERE contract_id = $1 AND state = 'held'";
    pub(super) const INSERT_READING: Statement = "INSERT INTO reading (id, meter_id, register, read_on, value, kind, origin, rolled_over, case_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'import', $7, NULL, $8)";
    pub(super) const CHANGE_READING: Statement = "UPDATE reading SET value = $2 WHERE id = $1";
    pub(super) const INSERT_BILL: Statement = "INSERT INTO bill (id, number, contract_id, issued_on, due_on, kind, amount_cents, paid_cents, consumption, unit, period_from, period_to, source_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10, $11, $12)";
    pub(super) const CHANGE_BILL: Statement = "UPDATE bill SET number = $2, contract_id = $3, issued_on = $4, due_on = $5, kind = $6, amount_cents = $7, consumption = $8, unit = $9,
        period_from = $10, period_to = $11, source_hash = $12 WHERE id = $1";
    pub(super) const INSERT_PAYMENT: Statement = "INSERT INTO payment (id, number, bill_id, paid_on, amount_cents, channel, till, source_hash, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    pub(super) const CHANGE_PAYMENT: Statement = "UPDATE payment SET number = $2, bill_id = $3, paid_on = $4, amount_cents = $5, channel = $6, till = $7, source_hash = $8 WHERE id = $1";
    pub(super) const PAID: Statement = @split {
        sqlite: "UPDATE bill SET paid_cents = (SELECT COALESCE(SUM(p.amount_cents), 0) FROM payment p WHERE p.bill_id = bill.id)
            WHERE id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "UPDATE bill SET paid_cents = (SELECT CAST(COALESCE(SUM(p.amount_cents), 0) AS BIGINT) FROM payment p WHERE p.bill_id = bill.id)
            WHERE id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const INSERT_MANDATE: Statement = "INSERT INTO mandate (id, umr, contract_id, iban, holder, holder_tax_code, signed_on, scheme, state, ended_on, source_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, $10)";
    pub(super) const CHANGE_MANDATE: Statement = "UPDATE mandate SET umr = $2, contract_id = $3, iban = $4, holder = $5, holder_tax_code = $6, signed_on = $7, scheme = $8, state = CASE WHEN ended_on IS NULL THEN $9 ELSE state END,
        source_hash = $10 WHERE id = $1";

    pub(super) const UNINDEXED: Statement = "SELECT p.id FROM party p WHERE p.id > $1 AND NOT EXISTS (SELECT 1 FROM party_search s WHERE s.party_id = p.id) ORDER BY p.id LIMIT $2";
    pub(super) const INDEXED: Statement = @split {
        sqlite: "SELECT party_id AS id FROM party_search WHERE party_id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT party_id AS id FROM party_search WHERE party_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const HOLDERS: Statement = "SELECT DISTINCT party_id AS id FROM contract WHERE supply_point_id = $1";
    pub(super) const NAMES: Statement = @split {
        sqlite: "SELECT id, folded_name AS folded FROM party WHERE id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT id, folded_name AS folded FROM party WHERE id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex'))"
    };
    pub(super) const PLACES: Statement = @split {
        sqlite: "SELECT p.party_id AS id, a.folded FROM party_address p JOIN address a ON a.id = p.address_id
            WHERE p.party_id IN (SELECT unhex(value) FROM json_each($1)) AND p.valid_to IS NULL
            UNION SELECT c.party_id AS id, a.folded FROM contract c JOIN supply_point s ON s.id = c.supply_point_id JOIN address a ON a.id = s.address_id
            WHERE c.party_id IN (SELECT unhex(value) FROM json_each($1)) AND c.state <> 'ended'",
        postgres: "SELECT p.party_id AS id, a.folded FROM party_address p JOIN address a ON a.id = p.address_id
            WHERE p.party_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex')) AND p.valid_to IS NULL
            UNION SELECT c.party_id AS id, a.folded FROM contract c JOIN supply_point s ON s.id = c.supply_point_id JOIN address a ON a.id = s.address_id
            WHERE c.party_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex')) AND c.state <> 'ended'"
    };
    pub(super) const PUT_TEXT: Statement = "INSERT INTO party_search (party_id, text) VALUES ($1, $2) ON CONFLICT (party_id) DO UPDATE SET text = $2";

    pub(super) const INSERT_RUN: Statement = "INSERT INTO import_run (id, profile, folder, dry_run, state, file, rows_done, started_at, ended_at, started_by, report, error)
        VALUES ($1, $2, $3, $4, 'running', '', 0, $5, $5, $6, '', '')";
    pub(super) const PROGRESS: Statement = "UPDATE import_run SET state = 'running', file = $2, rows_done = $3, ended_at = $4 WHERE id = $1 AND state IN ('running', 'interrupted')";
    pub(super) const RESUME_RUN: Statement = "UPDATE import_run SET state = 'running', ended_at = $2 WHERE id = $1 AND state IN ('running', 'interrupted', 'stopped')";
    pub(super) const END_RUN: Statement = "UPDATE import_run SET state = $2, ended_at = $3, report = $4, error = $5 WHERE id = $1";
    pub(super) const INTERRUPT: Statement = "UPDATE import_run SET state = 'interrupted' WHERE state = 'running' AND ended_at < $1";
    pub(super) const RUNS: Statement = "SELECT * FROM import_run WHERE (started_at, id) < ($1, $2) ORDER BY started_at DESC, id DESC LIMIT $3";
    pub(super) const RUN: Statement = "SELECT * FROM import_run WHERE id = $1";
    pub(super) const INSERT_ROW: Statement = "INSERT INTO import_row (import_id, file, row, reason, refused, field, value, message_it, message_en)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (import_id, file, row, reason, field) DO NOTHING";
    pub(super) const ROWS: Statement = "SELECT r.row AS row_number, r.reason, r.refused, r.field, r.value, r.message_it, r.message_en FROM import_row r
        WHERE r.import_id = $1 AND r.file = $2 AND (r.row, r.reason, r.field) > ($3, $4, $5) ORDER BY r.row, r.reason, r.field LIMIT $6";
}
