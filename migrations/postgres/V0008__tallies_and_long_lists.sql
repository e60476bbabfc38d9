-- Lists of a million cases, and figures that are kept instead of counted.
--
-- The tallies hold how many cases and contracts are in each state; the engine moves them with every row, in the same
-- transaction. Sixteen rows for each figure, told apart by the last digit of the id as the chains of the audit trail
-- are, keep writers on PostgreSQL out of each other's way.

CREATE TABLE case_tally (
  state TEXT NOT NULL, origin TEXT NOT NULL, is_open BOOLEAN NOT NULL, slot TEXT NOT NULL, total BIGINT NOT NULL,
  CONSTRAINT pk_case_tally PRIMARY KEY (is_open, state, origin, slot)
);
CREATE TABLE contract_tally (
  state TEXT NOT NULL, slot TEXT NOT NULL, total BIGINT NOT NULL,
  CONSTRAINT pk_contract_tally PRIMARY KEY (state, slot)
);

INSERT INTO case_tally (state, origin, is_open, slot, total)
  SELECT state, origin, closed_at IS NULL, right(encode(id, 'hex'), 1), COUNT(*) FROM cases GROUP BY 1, 2, 3, 4;
INSERT INTO contract_tally (state, slot, total) SELECT state, right(encode(id, 'hex'), 1), COUNT(*) FROM contract GROUP BY 1, 2;

-- Rows that are new in one statement are counted together; a changed row moves from one figure to another.
CREATE FUNCTION tally_new_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_tally AS kept (state, origin, is_open, slot, total)
    SELECT state, origin, closed_at IS NULL, right(encode(id, 'hex'), 1), COUNT(*) FROM new_rows GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (is_open, state, origin, slot) DO UPDATE SET total = kept.total + excluded.total;
  RETURN NULL;
END
$$;
CREATE FUNCTION tally_changed_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE case_tally SET total = total - 1 WHERE is_open = (OLD.closed_at IS NULL) AND state = OLD.state
    AND origin = OLD.origin AND slot = right(encode(OLD.id, 'hex'), 1);
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO case_tally AS kept (state, origin, is_open, slot, total)
      VALUES (NEW.state, NEW.origin, NEW.closed_at IS NULL, right(encode(NEW.id, 'hex'), 1), 1)
      ON CONFLICT (is_open, state, origin, slot) DO UPDATE SET total = kept.total + 1;
  END IF;
  RETURN NULL;
END
$$;
CREATE FUNCTION tally_new_contracts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO contract_tally AS kept (state, slot, total)
    SELECT state, right(encode(id, 'hex'), 1), COUNT(*) FROM new_rows GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (state, slot) DO UPDATE SET total = kept.total + excluded.total;
  RETURN NULL;
END
$$;
CREATE FUNCTION tally_changed_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE contract_tally SET total = total - 1 WHERE state = OLD.state AND slot = right(encode(OLD.id, 'hex'), 1);
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO contract_tally AS kept (state, slot, total) VALUES (NEW.state, right(encode(NEW.id, 'hex'), 1), 1)
      ON CONFLICT (state, slot) DO UPDATE SET total = kept.total + 1;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER tr_cases_tally_insert AFTER INSERT ON cases REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION tally_new_cases();
CREATE TRIGGER tr_cases_tally_update AFTER UPDATE ON cases FOR EACH ROW
  WHEN (NEW.state <> OLD.state OR NEW.origin <> OLD.origin OR (NEW.closed_at IS NULL) <> (OLD.closed_at IS NULL))
  EXECUTE FUNCTION tally_changed_case();
CREATE TRIGGER tr_cases_tally_delete AFTER DELETE ON cases FOR EACH ROW EXECUTE FUNCTION tally_changed_case();
CREATE TRIGGER tr_contract_tally_insert AFTER INSERT ON contract REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION tally_new_contracts();
CREATE TRIGGER tr_contract_tally_update AFTER UPDATE ON contract FOR EACH ROW WHEN (NEW.state <> OLD.state)
  EXECUTE FUNCTION tally_changed_contract();
CREATE TRIGGER tr_contract_tally_delete AFTER DELETE ON contract FOR EACH ROW EXECUTE FUNCTION tally_changed_contract();

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
