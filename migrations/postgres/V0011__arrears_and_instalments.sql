-- Arrears: supplies that were cut, cases that watch bills, plans of instalments, and when a payment reached us.
CREATE TABLE supply_suspension (
  id BYTEA NOT NULL, supply_point_id BYTEA NOT NULL, contract_id BYTEA, reason TEXT COLLATE "C" NOT NULL, started_on TEXT COLLATE "C" NOT NULL, ended_on TEXT COLLATE "C",
  seal TEXT COLLATE "C" NOT NULL, seal_found TEXT COLLATE "C" NOT NULL, seal_removed TEXT COLLATE "C" NOT NULL, seal_put TEXT COLLATE "C" NOT NULL, tampering_note TEXT COLLATE "C" NOT NULL,
  case_id BYTEA, ended_by_case_id BYTEA,
  CONSTRAINT pk_supply_suspension PRIMARY KEY (id),
  CONSTRAINT fk_supply_suspension_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id),
  CONSTRAINT fk_supply_suspension_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT fk_supply_suspension_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_supply_suspension_ended_by_case FOREIGN KEY (ended_by_case_id) REFERENCES cases (id),
  CONSTRAINT ck_supply_suspension_reason CHECK (reason IN ('arrears','danger','customer','fraud'))
);
CREATE UNIQUE INDEX uq_supply_suspension_open ON supply_suspension (supply_point_id) WHERE ended_on IS NULL;
CREATE INDEX ix_supply_suspension_point ON supply_suspension (supply_point_id, started_on);

CREATE TABLE bill_watch (
  bill_id BYTEA NOT NULL, case_id BYTEA NOT NULL,
  CONSTRAINT pk_bill_watch PRIMARY KEY (bill_id, case_id),
  CONSTRAINT fk_bill_watch_bill FOREIGN KEY (bill_id) REFERENCES bill (id),
  CONSTRAINT fk_bill_watch_case FOREIGN KEY (case_id) REFERENCES cases (id)
);
CREATE INDEX ix_bill_watch_case ON bill_watch (case_id);

CREATE TABLE instalment_plan (
  id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, case_id BYTEA NOT NULL, contract_id BYTEA NOT NULL, party_id BYTEA NOT NULL, right_ground TEXT COLLATE "C" NOT NULL,
  debt_cents BIGINT NOT NULL, down_cents BIGINT NOT NULL, rate BIGINT NOT NULL, year_days BIGINT NOT NULL, from_on TEXT COLLATE "C" NOT NULL,
  agreed_at BIGINT NOT NULL, state TEXT COLLATE "C" NOT NULL, ended_at BIGINT, ended_reason TEXT COLLATE "C" NOT NULL, reminded BIGINT NOT NULL,
  warned_number BIGINT, warned_on TEXT COLLATE "C", interest_paid_cents BIGINT NOT NULL, version BIGINT NOT NULL,
  CONSTRAINT pk_instalment_plan PRIMARY KEY (id),
  CONSTRAINT uq_instalment_plan_number UNIQUE (number),
  CONSTRAINT uq_instalment_plan_case UNIQUE (case_id),
  CONSTRAINT fk_instalment_plan_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_instalment_plan_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT fk_instalment_plan_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT ck_instalment_plan_state CHECK (state IN ('running','paid','missed','undone'))
);
CREATE INDEX ix_instalment_plan_contract ON instalment_plan (contract_id);
CREATE INDEX ix_instalment_plan_party ON instalment_plan (party_id);

CREATE TABLE instalment_plan_bill (
  plan_id BYTEA NOT NULL, bill_id BYTEA NOT NULL, open_cents BIGINT NOT NULL,
  CONSTRAINT pk_instalment_plan_bill PRIMARY KEY (plan_id, bill_id),
  CONSTRAINT fk_instalment_plan_bill_plan FOREIGN KEY (plan_id) REFERENCES instalment_plan (id),
  CONSTRAINT fk_instalment_plan_bill_bill FOREIGN KEY (bill_id) REFERENCES bill (id)
);
CREATE INDEX ix_instalment_plan_bill_bill ON instalment_plan_bill (bill_id);

CREATE TABLE instalment (
  plan_id BYTEA NOT NULL, number BIGINT NOT NULL, due_on TEXT COLLATE "C" NOT NULL, principal_cents BIGINT NOT NULL, interest_cents BIGINT NOT NULL,
  slip_code TEXT COLLATE "C" NOT NULL, notice_number TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_instalment PRIMARY KEY (plan_id, number),
  CONSTRAINT uq_instalment_slip_code UNIQUE (slip_code),
  CONSTRAINT uq_instalment_notice_number UNIQUE (notice_number),
  CONSTRAINT fk_instalment_plan FOREIGN KEY (plan_id) REFERENCES instalment_plan (id)
);

-- The interest of a plan that a receipt took, beside what it paid of bills.
CREATE TABLE receipt_interest (
  receipt_id BYTEA NOT NULL, plan_id BYTEA NOT NULL, interest_cents BIGINT NOT NULL,
  CONSTRAINT pk_receipt_interest PRIMARY KEY (receipt_id),
  CONSTRAINT fk_receipt_interest_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT fk_receipt_interest_plan FOREIGN KEY (plan_id) REFERENCES instalment_plan (id)
);

-- When a payment came to be known here; nothing for those from before.
ALTER TABLE payment ADD COLUMN recorded_at BIGINT;
