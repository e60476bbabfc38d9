-- The cash desk: sessions of a till, receipts with their means and lines, reversals, card orders; the codes printed on
-- payment slips, and which papers belong to a bill. Nothing is deleted: what is taken back has a counter-entry.

CREATE TABLE till_session (
  id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, office_id BYTEA NOT NULL, user_id BYTEA NOT NULL, user_name TEXT COLLATE "C" NOT NULL, state TEXT COLLATE "C" NOT NULL,
  opened_at BIGINT NOT NULL, float_cents BIGINT NOT NULL, closed_at BIGINT, closed_by TEXT COLLATE "C" NOT NULL, expected_cents BIGINT NOT NULL,
  counted_cents BIGINT NOT NULL, difference_cents BIGINT NOT NULL, denominations TEXT COLLATE "C" NOT NULL, reason TEXT COLLATE "C" NOT NULL, second_name TEXT COLLATE "C" NOT NULL,
  deposit_cents BIGINT NOT NULL, deposit_slip TEXT COLLATE "C" NOT NULL, deposited_at BIGINT, document_id BYTEA, version BIGINT NOT NULL,
  CONSTRAINT pk_till_session PRIMARY KEY (id),
  CONSTRAINT uq_till_session_number UNIQUE (number),
  CONSTRAINT fk_till_session_office FOREIGN KEY (office_id) REFERENCES office (id),
  CONSTRAINT fk_till_session_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT fk_till_session_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT ck_till_session_state CHECK (state IN ('open','closed'))
);
CREATE UNIQUE INDEX uq_till_session_open ON till_session (user_id) WHERE state = 'open';
CREATE INDEX ix_till_session_office ON till_session (office_id, opened_at);

CREATE TABLE receipt (
  id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, request_key TEXT COLLATE "C" NOT NULL, session_id BYTEA NOT NULL, office_id BYTEA NOT NULL, party_id BYTEA NOT NULL,
  payer_name TEXT COLLATE "C" NOT NULL, case_id BYTEA, at BIGINT NOT NULL, paid_on TEXT COLLATE "C" NOT NULL, user_name TEXT COLLATE "C" NOT NULL, bills_cents BIGINT NOT NULL,
  stamp_cents BIGINT NOT NULL, total_cents BIGINT NOT NULL, received_cents BIGINT NOT NULL, change_cents BIGINT NOT NULL, state TEXT COLLATE "C" NOT NULL,
  document_id BYTEA,
  CONSTRAINT pk_receipt PRIMARY KEY (id),
  CONSTRAINT uq_receipt_number UNIQUE (number),
  CONSTRAINT uq_receipt_request_key UNIQUE (request_key),
  CONSTRAINT fk_receipt_session FOREIGN KEY (session_id) REFERENCES till_session (id),
  CONSTRAINT fk_receipt_office FOREIGN KEY (office_id) REFERENCES office (id),
  CONSTRAINT fk_receipt_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT fk_receipt_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_receipt_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT ck_receipt_state CHECK (state IN ('cashed','reversed')),
  CONSTRAINT ck_receipt_total CHECK (total_cents > 0)
);
CREATE INDEX ix_receipt_session ON receipt (session_id, at);
CREATE INDEX ix_receipt_party ON receipt (party_id, paid_on);

CREATE TABLE receipt_means (
  receipt_id BYTEA NOT NULL, line BIGINT NOT NULL, means TEXT COLLATE "C" NOT NULL, amount_cents BIGINT NOT NULL, reference TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_receipt_means PRIMARY KEY (receipt_id, line),
  CONSTRAINT fk_receipt_means_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT ck_receipt_means_means CHECK (means IN ('cash','card','pagopa','transfer','cheque'))
);

CREATE TABLE receipt_line (
  receipt_id BYTEA NOT NULL, line BIGINT NOT NULL, bill_id BYTEA NOT NULL, payment_id BYTEA NOT NULL, amount_cents BIGINT NOT NULL, settles BOOLEAN NOT NULL,
  CONSTRAINT pk_receipt_line PRIMARY KEY (receipt_id, line),
  CONSTRAINT fk_receipt_line_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT fk_receipt_line_bill FOREIGN KEY (bill_id) REFERENCES bill (id),
  CONSTRAINT fk_receipt_line_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
);
CREATE INDEX ix_receipt_line_bill ON receipt_line (bill_id);

CREATE TABLE receipt_reversal (
  receipt_id BYTEA NOT NULL, session_id BYTEA NOT NULL, at BIGINT NOT NULL, user_name TEXT COLLATE "C" NOT NULL, second_name TEXT COLLATE "C" NOT NULL, reason TEXT COLLATE "C" NOT NULL,
  cash_cents BIGINT NOT NULL,
  CONSTRAINT pk_receipt_reversal PRIMARY KEY (receipt_id),
  CONSTRAINT fk_receipt_reversal_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT fk_receipt_reversal_session FOREIGN KEY (session_id) REFERENCES till_session (id)
);
CREATE INDEX ix_receipt_reversal_session ON receipt_reversal (session_id);

CREATE TABLE card_order (
  request_key TEXT COLLATE "C" NOT NULL, session_id BYTEA NOT NULL, amount_cents BIGINT NOT NULL, state TEXT COLLATE "C" NOT NULL, authorisation TEXT COLLATE "C" NOT NULL,
  words TEXT COLLATE "C" NOT NULL, asked_at BIGINT NOT NULL, answered_at BIGINT, receipt_id BYTEA,
  CONSTRAINT pk_card_order PRIMARY KEY (request_key),
  CONSTRAINT fk_card_order_session FOREIGN KEY (session_id) REFERENCES till_session (id),
  CONSTRAINT fk_card_order_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT ck_card_order_state CHECK (state IN ('asked','approved','declined','given_back'))
);
CREATE INDEX ix_card_order_session ON card_order (session_id);

CREATE TABLE bill_code (
  bill_id BYTEA NOT NULL, slip_code TEXT COLLATE "C" NOT NULL, notice_number TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_bill_code PRIMARY KEY (bill_id),
  CONSTRAINT uq_bill_code_slip_code UNIQUE (slip_code),
  CONSTRAINT uq_bill_code_notice_number UNIQUE (notice_number),
  CONSTRAINT fk_bill_code_bill FOREIGN KEY (bill_id) REFERENCES bill (id)
);

CREATE TABLE bill_document (
  bill_id BYTEA NOT NULL, document_id BYTEA NOT NULL, kind TEXT COLLATE "C" NOT NULL, open_cents BIGINT NOT NULL,
  CONSTRAINT pk_bill_document PRIMARY KEY (bill_id, document_id),
  CONSTRAINT fk_bill_document_bill FOREIGN KEY (bill_id) REFERENCES bill (id),
  CONSTRAINT fk_bill_document_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT ck_bill_document_kind CHECK (kind IN ('original','copy','slip'))
);
CREATE INDEX ix_bill_due ON bill (due_on, id);
CREATE INDEX ix_mandate_holder ON mandate (holder_tax_code);
