-- The cash desk: sessions of a till, receipts with their means and lines, reversals, card orders; the codes printed on
-- payment slips, and which papers belong to a bill. Nothing is deleted: what is taken back has a counter-entry.

CREATE TABLE till_session (
  id BLOB NOT NULL, number TEXT NOT NULL, office_id BLOB NOT NULL, user_id BLOB NOT NULL, user_name TEXT NOT NULL, state TEXT NOT NULL,
  opened_at INTEGER NOT NULL, float_cents INTEGER NOT NULL, closed_at INTEGER, closed_by TEXT NOT NULL, expected_cents INTEGER NOT NULL,
  counted_cents INTEGER NOT NULL, difference_cents INTEGER NOT NULL, denominations TEXT NOT NULL, reason TEXT NOT NULL, second_name TEXT NOT NULL,
  deposit_cents INTEGER NOT NULL, deposit_slip TEXT NOT NULL, deposited_at INTEGER, document_id BLOB, version INTEGER NOT NULL,
  CONSTRAINT pk_till_session PRIMARY KEY (id),
  CONSTRAINT uq_till_session_number UNIQUE (number),
  CONSTRAINT fk_till_session_office FOREIGN KEY (office_id) REFERENCES office (id),
  CONSTRAINT fk_till_session_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT fk_till_session_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT ck_till_session_state CHECK (state IN ('open','closed'))
) STRICT;
CREATE UNIQUE INDEX uq_till_session_open ON till_session (user_id) WHERE state = 'open';
CREATE INDEX ix_till_session_office ON till_session (office_id, opened_at);

CREATE TABLE receipt (
  id BLOB NOT NULL, number TEXT NOT NULL, request_key TEXT NOT NULL, session_id BLOB NOT NULL, office_id BLOB NOT NULL, party_id BLOB NOT NULL,
  payer_name TEXT NOT NULL, case_id BLOB, at INTEGER NOT NULL, paid_on TEXT NOT NULL, user_name TEXT NOT NULL, bills_cents INTEGER NOT NULL,
  stamp_cents INTEGER NOT NULL, total_cents INTEGER NOT NULL, received_cents INTEGER NOT NULL, change_cents INTEGER NOT NULL, state TEXT NOT NULL,
  document_id BLOB,
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
) STRICT;
CREATE INDEX ix_receipt_session ON receipt (session_id, at);
CREATE INDEX ix_receipt_party ON receipt (party_id, paid_on);

CREATE TABLE receipt_means (
  receipt_id BLOB NOT NULL, line INTEGER NOT NULL, means TEXT NOT NULL, amount_cents INTEGER NOT NULL, reference TEXT NOT NULL,
  CONSTRAINT pk_receipt_means PRIMARY KEY (receipt_id, line),
  CONSTRAINT fk_receipt_means_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT ck_receipt_means_means CHECK (means IN ('cash','card','pagopa','transfer','cheque'))
) STRICT;

CREATE TABLE receipt_line (
  receipt_id BLOB NOT NULL, line INTEGER NOT NULL, bill_id BLOB NOT NULL, payment_id BLOB NOT NULL, amount_cents INTEGER NOT NULL, settles INTEGER NOT NULL,
  CONSTRAINT pk_receipt_line PRIMARY KEY (receipt_id, line),
  CONSTRAINT fk_receipt_line_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT fk_receipt_line_bill FOREIGN KEY (bill_id) REFERENCES bill (id),
  CONSTRAINT fk_receipt_line_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) STRICT;
CREATE INDEX ix_receipt_line_bill ON receipt_line (bill_id);

CREATE TABLE receipt_reversal (
  receipt_id BLOB NOT NULL, session_id BLOB NOT NULL, at INTEGER NOT NULL, user_name TEXT NOT NULL, second_name TEXT NOT NULL, reason TEXT NOT NULL,
  cash_cents INTEGER NOT NULL,
  CONSTRAINT pk_receipt_reversal PRIMARY KEY (receipt_id),
  CONSTRAINT fk_receipt_reversal_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT fk_receipt_reversal_session FOREIGN KEY (session_id) REFERENCES till_session (id)
) STRICT;
CREATE INDEX ix_receipt_reversal_session ON receipt_reversal (session_id);

CREATE TABLE card_order (
  request_key TEXT NOT NULL, session_id BLOB NOT NULL, amount_cents INTEGER NOT NULL, state TEXT NOT NULL, authorisation TEXT NOT NULL,
  words TEXT NOT NULL, asked_at INTEGER NOT NULL, answered_at INTEGER, receipt_id BLOB,
  CONSTRAINT pk_card_order PRIMARY KEY (request_key),
  CONSTRAINT fk_card_order_session FOREIGN KEY (session_id) REFERENCES till_session (id),
  CONSTRAINT fk_card_order_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
  CONSTRAINT ck_card_order_state CHECK (state IN ('asked','approved','declined','given_back'))
) STRICT;
CREATE INDEX ix_card_order_session ON card_order (session_id);

CREATE TABLE bill_code (
  bill_id BLOB NOT NULL, slip_code TEXT NOT NULL, notice_number TEXT NOT NULL,
  CONSTRAINT pk_bill_code PRIMARY KEY (bill_id),
  CONSTRAINT uq_bill_code_slip_code UNIQUE (slip_code),
  CONSTRAINT uq_bill_code_notice_number UNIQUE (notice_number),
  CONSTRAINT fk_bill_code_bill FOREIGN KEY (bill_id) REFERENCES bill (id)
) STRICT;

CREATE TABLE bill_document (
  bill_id BLOB NOT NULL, document_id BLOB NOT NULL, kind TEXT NOT NULL, open_cents INTEGER NOT NULL,
  CONSTRAINT pk_bill_document PRIMARY KEY (bill_id, document_id),
  CONSTRAINT fk_bill_document_bill FOREIGN KEY (bill_id) REFERENCES bill (id),
  CONSTRAINT fk_bill_document_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT ck_bill_document_kind CHECK (kind IN ('original','copy','slip'))
) STRICT;
CREATE INDEX ix_bill_due ON bill (due_on, id);
CREATE INDEX ix_mandate_holder ON mandate (holder_tax_code);
