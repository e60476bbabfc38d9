-- Amounts a case asks of its customer, what is paid on them, and signed links for one task of a case.
--
-- A charge is no bill: billing knows nothing of it until it is paid or billed. Its codes are those of a payment slip, from
-- the same running number as those of bills, so that no two slips have one code.

CREATE TABLE charge (
  id BYTEA NOT NULL, case_id BYTEA NOT NULL, party_id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, what TEXT COLLATE "C" NOT NULL, amount_cents BIGINT NOT NULL,
  task TEXT COLLATE "C" NOT NULL, asked_at BIGINT NOT NULL, asked_by TEXT COLLATE "C" NOT NULL, state TEXT COLLATE "C" NOT NULL, paid_on TEXT COLLATE "C", receipt_id BYTEA, document_id BYTEA,
  slip_code TEXT COLLATE "C", notice_number TEXT COLLATE "C",
  CONSTRAINT pk_charge PRIMARY KEY (id),
  CONSTRAINT uq_charge_number UNIQUE (number),
  CONSTRAINT uq_charge_slip_code UNIQUE (slip_code),
  CONSTRAINT uq_charge_notice_number UNIQUE (notice_number),
  CONSTRAINT fk_charge_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_charge_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT fk_charge_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT fk_charge_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT ck_charge_state CHECK (state IN ('open','paid','dropped','billed')),
  CONSTRAINT ck_charge_amount CHECK (amount_cents <> 0)
);
CREATE INDEX ix_charge_case ON charge (case_id);
CREATE INDEX ix_charge_party ON charge (party_id, state);

CREATE TABLE charge_payment (
  id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, charge_id BYTEA NOT NULL, paid_on TEXT COLLATE "C" NOT NULL, amount_cents BIGINT NOT NULL, channel TEXT COLLATE "C" NOT NULL,
  document_id BYTEA, at BIGINT NOT NULL, by_name TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_charge_payment PRIMARY KEY (id),
  CONSTRAINT uq_charge_payment_number UNIQUE (number),
  CONSTRAINT fk_charge_payment_charge FOREIGN KEY (charge_id) REFERENCES charge (id),
  CONSTRAINT fk_charge_payment_document FOREIGN KEY (document_id) REFERENCES document (id)
);
CREATE INDEX ix_charge_payment_charge ON charge_payment (charge_id, at);

CREATE TABLE receipt_charge (
  receipt_id BYTEA NOT NULL, line BIGINT NOT NULL, charge_id BYTEA NOT NULL, payment_id BYTEA NOT NULL, amount_cents BIGINT NOT NULL, settles BOOLEAN NOT NULL,
  CONSTRAINT pk_receipt_charge PRIMARY KEY (receipt_id, line),
  CONSTRAINT fk_receipt_charge_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT fk_receipt_charge_charge FOREIGN KEY (charge_id) REFERENCES charge (id),
  CONSTRAINT fk_receipt_charge_payment FOREIGN KEY (payment_id) REFERENCES charge_payment (id)
);
CREATE INDEX ix_receipt_charge_charge ON receipt_charge (charge_id);

-- Nothing secret is in it: the address is made again from the row and the key of the server.
CREATE TABLE link (
  id BYTEA NOT NULL, case_id BYTEA NOT NULL, task TEXT COLLATE "C" NOT NULL, asks TEXT COLLATE "C" NOT NULL, shows TEXT COLLATE "C" NOT NULL, sets TEXT COLLATE "C" NOT NULL, day_field TEXT COLLATE "C" NOT NULL,
  proof_field TEXT COLLATE "C" NOT NULL, issued_at BIGINT NOT NULL, last_day TEXT COLLATE "C" NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT, withdrawn_at BIGINT,
  CONSTRAINT pk_link PRIMARY KEY (id),
  CONSTRAINT fk_link_case FOREIGN KEY (case_id) REFERENCES cases (id)
);
CREATE INDEX ix_link_case ON link (case_id, issued_at);

-- A paper of one case that belongs to another one too: the acceptance of a quote is a paper of its works.
CREATE TABLE case_document (
  case_id BYTEA NOT NULL, document_id BYTEA NOT NULL,
  CONSTRAINT pk_case_document PRIMARY KEY (case_id, document_id),
  CONSTRAINT fk_case_document_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_case_document_document FOREIGN KEY (document_id) REFERENCES document (id)
);
