-- Lists of a million cases, and figures that are kept instead of counted.
--
-- The tallies hold how many cases and contracts are in each state; the engine moves them with every row, in the same
-- transaction. Sixteen rows for each figure, told apart by the last digit of the id as the chains of the audit trail
-- are, keep writers on PostgreSQL out of each other's way.

CREATE TABLE case_tally (
  state TEXT NOT NULL, origin TEXT NOT NULL, is_open INTEGER NOT NULL, slot TEXT NOT NULL, total INTEGER NOT NULL,
  CONSTRAINT pk_case_tally PRIMARY KEY (is_open, state, origin, slot)
) STRICT;
CREATE TABLE contract_tally (
  state TEXT NOT NULL, slot TEXT NOT NULL, total INTEGER NOT NULL,
  CONSTRAINT pk_contract_tally PRIMARY KEY (state, slot)
) STRICT;

INSERT INTO case_tally (state, origin, is_open, slot, total)
  SELECT state, origin, closed_at IS NULL, lower(substr(hex(id), 32)), COUNT(*) FROM cases GROUP BY 1, 2, 3, 4;
INSERT INTO contract_tally (state, slot, total) SELECT state, lower(substr(hex(id), 32)), COUNT(*) FROM contract GROUP BY 1, 2;

CREATE TRIGGER tr_cases_tally_insert AFTER INSERT ON cases BEGIN
  INSERT INTO case_tally (state, origin, is_open, slot, total)
    VALUES (NEW.state, NEW.origin, NEW.closed_at IS NULL, lower(substr(hex(NEW.id), 32)), 1)
    ON CONFLICT (is_open, state, origin, slot) DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER tr_cases_tally_update AFTER UPDATE OF state, origin, closed_at ON cases
  WHEN NEW.state <> OLD.state OR NEW.origin <> OLD.origin OR (NEW.closed_at IS NULL) <> (OLD.closed_at IS NULL) BEGIN
  UPDATE case_tally SET total = total - 1 WHERE is_open = (OLD.closed_at IS NULL) AND state = OLD.state
    AND origin = OLD.origin AND slot = lower(substr(hex(OLD.id), 32));
  INSERT INTO case_tally (state, origin, is_open, slot, total)
    VALUES (NEW.state, NEW.origin, NEW.closed_at IS NULL, lower(substr(hex(NEW.id), 32)), 1)
    ON CONFLICT (is_open, state, origin, slot) DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER tr_cases_tally_delete AFTER DELETE ON cases BEGIN
  UPDATE case_tally SET total = total - 1 WHERE is_open = (OLD.closed_at IS NULL) AND state = OLD.state
    AND origin = OLD.origin AND slot = lower(substr(hex(OLD.id), 32));
END;
CREATE TRIGGER tr_contract_tally_insert AFTER INSERT ON contract BEGIN
  INSERT INTO contract_tally (state, slot, total) VALUES (NEW.state, lower(substr(hex(NEW.id), 32)), 1)
    ON CONFLICT (state, slot) DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER tr_contract_tally_update AFTER UPDATE OF state ON contract WHEN NEW.state <> OLD.state BEGIN
  UPDATE contract_tally SET total = total - 1 WHERE state = OLD.state AND slot = lower(substr(hex(OLD.id), 32));
  INSERT INTO contract_tally (state, slot, total) VALUES (NEW.state, lower(substr(hex(NEW.id), 32)), 1)
    ON CONFLICT (state, slot) DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER tr_contract_tally_delete AFTER DELETE ON contract BEGIN
  UPDATE contract_tally SET total = total - 1 WHERE state = OLD.state AND slot = lower(substr(hex(OLD.id), 32));
END;

-- Open cases are tens of thousands: two indexes hold all that their lists compare, so that no filter or order of them reads
-- the cases themselves before the page is known. `closed_at` is always null there; it stands in them because SQLite reads
-- the row for a column that is only in the condition of the index.
DROP INDEX ix_cases_open_risk;
DROP INDEX ix_cases_assigned;
DROP INDEX ix_cases_suspended;
DROP INDEX ix_cases_origin;
CREATE INDEX ix_cases_open ON cases (risk_rank, due_on, opened_at, id, state, procedure, origin, sector, assigned_to, suspended, step,
  office_id, standard, started_at, number, party_name, step_name, supply_point_id, party_id, closed_at) WHERE closed_at IS NULL;
CREATE INDEX ix_cases_assigned ON cases (assigned_to, risk_rank, due_on, opened_at, id, state, procedure, origin, sector, suspended, step,
  office_id, standard, started_at, number, party_name, step_name, supply_point_id, party_id, closed_at) WHERE closed_at IS NULL;

-- Ended ones are a million and hardly change any more: every order of a list of one state has its index. None of them holds
-- an open case, so that work on those does not pay for them.
DROP INDEX ix_cases_state;
CREATE INDEX ix_cases_ended_opened ON cases (state, opened_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_risk ON cases (state, risk_rank, due_on, opened_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_due ON cases (state, due_on, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_procedure ON cases (state, procedure, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_number ON cases (state, number, id, procedure, risk_rank, due_on, opened_at, party_name, step_name, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_party ON cases (state, party_name, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_step ON cases (state, step_name, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_at ON cases (closed_at, state, risk_rank, due_on, opened_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_kind ON cases (procedure, state, risk_rank, due_on, opened_at, id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_kind_number ON cases (procedure, state, number, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_ended_assigned ON cases (assigned_to, state, risk_rank, due_on, opened_at, id, closed_at) WHERE closed_at IS NOT NULL;
