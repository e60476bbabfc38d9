-- Bills kept out of reminders and arrears while a case about them is open.
CREATE TABLE bill_hold (
  bill_id BYTEA NOT NULL, case_id BYTEA NOT NULL, reason TEXT COLLATE "C" NOT NULL, held_at BIGINT NOT NULL, released_at BIGINT,
  CONSTRAINT pk_bill_hold PRIMARY KEY (bill_id, case_id),
  CONSTRAINT fk_bill_hold_bill FOREIGN KEY (bill_id) REFERENCES bill (id),
  CONSTRAINT fk_bill_hold_case FOREIGN KEY (case_id) REFERENCES cases (id)
);
CREATE INDEX ix_bill_hold_open ON bill_hold (bill_id) WHERE released_at IS NULL;
CREATE INDEX ix_bill_hold_case ON bill_hold (case_id);
