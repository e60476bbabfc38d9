-- Amounts a case asks of its customer, what is paid on them, and signed links for one task of a case.
--
-- A charge is no bill: billing knows nothing of it until it is paid or billed. Its codes are those of a payment slip, from
-- the same running number as those of bills, so that no two slips have one code.

CREATE TABLE charge (
  id BLOB NOT NULL, case_id BLOB NOT NULL, party_id BLOB NOT NULL, number TEXT NOT NULL, what TEXT NOT NULL, amount_cents INTEGER NOT NULL,
  task TEXT NOT NULL, asked_at INTEGER NOT NULL, asked_by TEXT NOT NULL, state TEXT NOT NULL, paid_on TEXT, receipt_id BLOB, document_id BLOB,
  slip_code TEXT, notice_number TEXT,
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
) STRICT;
CREATE INDEX ix_charge_case ON charge (case_id);
CREATE INDEX ix_charge_party ON charge (party_id, state);

CREATE TABLE charge_payment (
  id BLOB NOT NULL, number TEXT NOT NULL, charge_id BLOB NOT NULL, paid_on TEXT NOT NULL, amount_cents INTEGER NOT NULL, channel TEXT NOT NULL,
  document_id BLOB, at INTEGER NOT NULL, by_name TEXT NOT NULL,
  CONSTRAINT pk_charge_payment PRIMARY KEY (id),
  CONSTRAINT uq_charge_payment_number UNIQUE (number),
  CONSTRAINT fk_charge_payment_charge FOREIGN KEY (charge_id) REFERENCES charge (id),
  CONSTRAINT fk_charge_payment_document FOREIGN KEY (document_id) REFERENCES document (id)
) STRICT;
CREATE INDEX ix_charge_payment_charge ON charge_payment (charge_id, at);

CREATE TABLE receipt_charge (
  receipt_id BLOB NOT NULL, line INTEGER NOT NULL, charge_id BLOB NOT NULL, payment_id BLOB NOT NULL, amount_cents INTEGER NOT NULL, settles INTEGER NOT NULL,
  CONSTRAINT pk_receipt_charge PRIMARY KEY (receipt_id, line),
  CONSTRAINT fk_receipt_charge_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT fk_receipt_charge_charge FOREIGN KEY (charge_id) REFERENCES charge (id),
  CONSTRAINT fk_receipt_charge_payment FOREIGN KEY (payment_id) REFERENCES charge_payment (id)
) STRICT;
CREATE INDEX ix_receipt_charge_charge ON receipt_charge (charge_id);

-- Nothing secret is in it: the address is made again from the row and the key of the server.
CREATE TABLE link (
  id BLOB NOT NULL, case_id BLOB NOT NULL, task TEXT NOT NULL, asks TEXT NOT NULL, shows TEXT NOT NULL, sets TEXT NOT NULL, day_field TEXT NOT NULL,
  proof_field TEXT NOT NULL, issued_at INTEGER NOT NULL, last_day TEXT NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER, withdrawn_at INTEGER,
  CONSTRAINT pk_link PRIMARY KEY (id),
  CONSTRAINT fk_link_case FOREIGN KEY (case_id) REFERENCES cases (id)
) STRICT;
CREATE INDEX ix_link_case ON link (case_id, issued_at);

-- A paper of one case that belongs to another one too: the acceptance of a quote is a paper of its works.
CREATE TABLE case_document (
  case_id BLOB NOT NULL, document_id BLOB NOT NULL,
  CONSTRAINT pk_case_document PRIMARY KEY (case_id, document_id),
  CONSTRAINT fk_case_document_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_case_document_document FOREIGN KEY (document_id) REFERENCES document (id)
) STRICT;
