-- What is asked of a distributor, and the files of its answers, message by message.
CREATE TABLE distributor_request (
  id BLOB NOT NULL, code TEXT NOT NULL, number INTEGER NOT NULL, service TEXT NOT NULL, distributor TEXT NOT NULL, point_code TEXT NOT NULL, case_id BLOB NOT NULL,
  body TEXT NOT NULL, state TEXT NOT NULL, created_at INTEGER NOT NULL, sent_at INTEGER,
  CONSTRAINT pk_distributor_request PRIMARY KEY (id),
  CONSTRAINT uq_distributor_request_code UNIQUE (code),
  CONSTRAINT fk_distributor_request_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_distributor_request_state CHECK (state IN ('queued','sent','ended','withdrawn'))
) STRICT;
CREATE INDEX ix_distributor_request_case ON distributor_request (case_id);
CREATE INDEX ix_distributor_request_queued ON distributor_request (created_at, id) WHERE state = 'queued';
CREATE INDEX ix_distributor_request_point ON distributor_request (point_code, service);

CREATE TABLE distributor_file (
  id BLOB NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL, origin TEXT NOT NULL, state TEXT NOT NULL,
  received_at INTEGER NOT NULL, received_by TEXT NOT NULL, applied_at INTEGER, applied_by TEXT NOT NULL, undone_at INTEGER, undone_by TEXT NOT NULL,
  CONSTRAINT pk_distributor_file PRIMARY KEY (id),
  CONSTRAINT uq_distributor_file_sha256 UNIQUE (sha256),
  CONSTRAINT ck_distributor_file_origin CHECK (origin IN ('upload','folder')),
  CONSTRAINT ck_distributor_file_state CHECK (state IN ('preview','applied','undone'))
) STRICT;
CREATE INDEX ix_distributor_file_received ON distributor_file (received_at, id);

CREATE TABLE distributor_row (
  file_id BLOB NOT NULL, row INTEGER NOT NULL, member TEXT NOT NULL, digest TEXT NOT NULL, service TEXT NOT NULL, flow TEXT NOT NULL, sequence INTEGER NOT NULL,
  distributor TEXT NOT NULL, request_code TEXT NOT NULL, point_code TEXT NOT NULL, message TEXT NOT NULL, case_id BLOB, state TEXT NOT NULL, verdict TEXT NOT NULL,
  note_it TEXT NOT NULL, note_en TEXT NOT NULL, at INTEGER, due_at INTEGER, read_at INTEGER,
  CONSTRAINT pk_distributor_row PRIMARY KEY (file_id, row),
  CONSTRAINT fk_distributor_row_file FOREIGN KEY (file_id) REFERENCES distributor_file (id),
  CONSTRAINT fk_distributor_row_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_distributor_row_state CHECK (state IN ('preview','applied','ignored','quarantined','dismissed','undone'))
) STRICT;
CREATE UNIQUE INDEX uq_distributor_row_applied ON distributor_row (distributor, request_code, service, flow, sequence) WHERE state = 'applied';
CREATE INDEX ix_distributor_row_case ON distributor_row (case_id, at);
CREATE INDEX ix_distributor_row_quarantined ON distributor_row (at, file_id, row) WHERE state = 'quarantined';
