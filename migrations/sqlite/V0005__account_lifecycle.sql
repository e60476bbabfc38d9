-- Accounts through their life: passwords to be changed, wrong passwords counted by the name that was typed. Saved views
-- of the queue, and what lists, search and the audit trail look up.

ALTER TABLE app_user ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;

-- Of the typed name only its SHA-256: somebody may type a password there.
CREATE TABLE sign_in_failure (
  name_hash BLOB NOT NULL, failures INTEGER NOT NULL, locked_until INTEGER, at INTEGER NOT NULL,
  CONSTRAINT pk_sign_in_failure PRIMARY KEY (name_hash)
) STRICT;
CREATE INDEX ix_sign_in_failure_at ON sign_in_failure (at);

CREATE TABLE saved_view (
  id BLOB NOT NULL, user_id BLOB NOT NULL, office_id BLOB, name TEXT NOT NULL, query TEXT NOT NULL, created_at INTEGER NOT NULL,
  CONSTRAINT pk_saved_view PRIMARY KEY (id),
  CONSTRAINT fk_saved_view_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT fk_saved_view_office FOREIGN KEY (office_id) REFERENCES office (id)
) STRICT;
CREATE INDEX ix_saved_view_user ON saved_view (user_id, created_at);
CREATE INDEX ix_saved_view_office ON saved_view (office_id, created_at);

-- People know a case or a bill by the end of its number.
CREATE INDEX ix_cases_number_end ON cases (substr(number, length(number) - 3));
CREATE INDEX ix_bill_number_end ON bill (substr(number, length(number) - 3));
CREATE INDEX ix_cases_suspended ON cases (suspended, risk_rank, due_on, opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX ix_cases_origin ON cases (origin, risk_rank, due_on, opened_at, id) WHERE closed_at IS NULL;

CREATE INDEX ix_audit_at ON audit (at, chain, seq);
CREATE INDEX ix_audit_kind ON audit (subject_kind, at, chain, seq);
-- The stored actor begins with its kind and, for people, the account's id.
CREATE INDEX ix_audit_actor ON audit (substr(actor, 1, 57), at, chain, seq);
