-- Arrears: supplies that were cut, cases that watch bills, plans of instalments, and when a payment reached us.
CREATE TABLE supply_suspension (
  id BLOB NOT NULL, supply_point_id BLOB NOT NULL, contract_id BLOB, reason TEXT NOT NULL, started_on TEXT NOT NULL, ended_on TEXT,
  seal TEXT NOT NULL, seal_found TEXT NOT NULL, seal_removed TEXT NOT NULL, seal_put TEXT NOT NULL, tampering_note TEXT NOT NULL,
  case_id BLOB, ended_by_case_id BLOB,
  CONSTRAINT pk_supply_suspension PRIMARY KEY (id),
  CONSTRAINT fk_supply_suspension_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id),
  CONSTRAINT fk_supply_suspension_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT fk_supply_suspension_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_supply_suspension_ended_by_case FOREIGN KEY (ended_by_case_id) REFERENCES cases (id),
  CONSTRAINT ck_supply_suspension_reason CHECK (reason IN ('arrears','danger','customer','fraud'))
) STRICT;
CREATE UNIQUE INDEX uq_supply_suspension_open ON supply_suspension (supply_point_id) WHERE ended_on IS NULL;
CREATE INDEX ix_supply_suspension_point ON supply_suspension (supply_point_id, started_on);

CREATE TABLE bill_watch (
  bill_id BLOB NOT NULL, case_id BLOB NOT NULL,
  CONSTRAINT pk_bill_watch PRIMARY KEY (bill_id, case_id),
  CONSTRAINT fk_bill_watch_bill FOREIGN KEY (bill_id) REFERENCES bill (id),
  CONSTRAINT fk_bill_watch_case FOREIGN KEY (case_id) REFERENCES cases (id)
) STRICT;
CREATE INDEX ix_bill_watch_case ON bill_watch (case_id);

CREATE TABLE instalment_plan (
  id BLOB NOT NULL, number TEXT NOT NULL, case_id BLOB NOT NULL, contract_id BLOB NOT NULL, party_id BLOB NOT NULL, right_ground TEXT NOT NULL,
  debt_cents INTEGER NOT NULL, down_cents INTEGER NOT NULL, rate INTEGER NOT NULL, year_days INTEGER NOT NULL, from_on TEXT NOT NULL,
  agreed_at INTEGER NOT NULL, state TEXT NOT NULL, ended_at INTEGER, ended_reason TEXT NOT NULL, reminded INTEGER NOT NULL,
  warned_number INTEGER, warned_on TEXT, interest_paid_cents INTEGER NOT NULL, version INTEGER NOT NULL,
  CONSTRAINT pk_instalment_plan PRIMARY KEY (id),
  CONSTRAINT uq_instalment_plan_number UNIQUE (number),
  CONSTRAINT uq_instalment_plan_case UNIQUE (case_id),
  CONSTRAINT fk_instalment_plan_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_instalment_plan_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT fk_instalment_plan_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT ck_instalment_plan_state CHECK (state IN ('running','paid','missed','undone'))
) STRICT;
CREATE INDEX ix_instalment_plan_contract ON instalment_plan (contract_id);
CREATE INDEX ix_instalment_plan_party ON instalment_plan (party_id);

CREATE TABLE instalment_plan_bill (
  plan_id BLOB NOT NULL, bill_id BLOB NOT NULL, open_cents INTEGER NOT NULL,
  CONSTRAINT pk_instalment_plan_bill PRIMARY KEY (plan_id, bill_id),
  CONSTRAINT fk_instalment_plan_bill_plan FOREIGN KEY (plan_id) REFERENCES instalment_plan (id),
  CONSTRAINT fk_instalment_plan_bill_bill FOREIGN KEY (bill_id) REFERENCES bill (id)
) STRICT;
CREATE INDEX ix_instalment_plan_bill_bill ON instalment_plan_bill (bill_id);

CREATE TABLE instalment (
  plan_id BLOB NOT NULL, number INTEGER NOT NULL, due_on TEXT NOT NULL, principal_cents INTEGER NOT NULL, interest_cents INTEGER NOT NULL,
  slip_code TEXT NOT NULL, notice_number TEXT NOT NULL,
  CONSTRAINT pk_instalment PRIMARY KEY (plan_id, number),
  CONSTRAINT uq_instalment_slip_code UNIQUE (slip_code),
  CONSTRAINT uq_instalment_notice_number UNIQUE (notice_number),
  CONSTRAINT fk_instalment_plan FOREIGN KEY (plan_id) REFERENCES instalment_plan (id)
) STRICT;

-- The interest of a plan that a receipt took, beside what it paid of bills.
CREATE TABLE receipt_interest (
  receipt_id BLOB NOT NULL, plan_id BLOB NOT NULL, interest_cents INTEGER NOT NULL,
  CONSTRAINT pk_receipt_interest PRIMARY KEY (receipt_id),
  CONSTRAINT fk_receipt_interest_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT fk_receipt_interest_plan FOREIGN KEY (plan_id) REFERENCES instalment_plan (id)
) STRICT;

-- When a payment came to be known here; nothing for those from before.
ALTER TABLE payment ADD COLUMN recorded_at INTEGER;
