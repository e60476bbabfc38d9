-- What is asked of a distributor, and the files of its answers, message by message.
CREATE TABLE distributor_request (
  id BYTEA NOT NULL, code TEXT COLLATE "C" NOT NULL, number BIGINT NOT NULL, service TEXT COLLATE "C" NOT NULL, distributor TEXT COLLATE "C" NOT NULL, point_code TEXT COLLATE "C" NOT NULL, case_id BYTEA NOT NULL,
  body TEXT COLLATE "C" NOT NULL, state TEXT COLLATE "C" NOT NULL, created_at BIGINT NOT NULL, sent_at BIGINT,
  CONSTRAINT pk_distributor_request PRIMARY KEY (id),
  CONSTRAINT uq_distributor_request_code UNIQUE (code),
  CONSTRAINT fk_distributor_request_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_distributor_request_state CHECK (state IN ('queued','sent','ended','withdrawn'))
);
CREATE INDEX ix_distributor_request_case ON distributor_request (case_id);
CREATE INDEX ix_distributor_request_queued ON distributor_request (created_at, id) WHERE state = 'queued';
CREATE INDEX ix_distributor_request_point ON distributor_request (point_code, service);

CREATE TABLE distributor_file (
  id BYTEA NOT NULL, name TEXT COLLATE "C" NOT NULL, sha256 TEXT COLLATE "C" NOT NULL, content BYTEA NOT NULL, origin TEXT COLLATE "C" NOT NULL, state TEXT COLLATE "C" NOT NULL,
  received_at BIGINT NOT NULL, received_by TEXT COLLATE "C" NOT NULL, applied_at BIGINT, applied_by TEXT COLLATE "C" NOT NULL, undone_at BIGINT, undone_by TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_distributor_file PRIMARY KEY (id),
  CONSTRAINT uq_distributor_file_sha256 UNIQUE (sha256),
  CONSTRAINT ck_distributor_file_origin CHECK (origin IN ('upload','folder')),
  CONSTRAINT ck_distributor_file_state CHECK (state IN ('preview','applied','undone'))
);
CREATE INDEX ix_distributor_file_received ON distributor_file (received_at, id);

CREATE TABLE distributor_row (
  file_id BYTEA NOT NULL, row BIGINT NOT NULL, member TEXT COLLATE "C" NOT NULL, digest TEXT COLLATE "C" NOT NULL, service TEXT COLLATE "C" NOT NULL, flow TEXT COLLATE "C" NOT NULL, sequence BIGINT NOT NULL,
  distributor TEXT COLLATE "C" NOT NULL, request_code TEXT COLLATE "C" NOT NULL, point_code TEXT COLLATE "C" NOT NULL, message TEXT COLLATE "C" NOT NULL, case_id BYTEA, state TEXT COLLATE "C" NOT NULL, verdict TEXT COLLATE "C" NOT NULL,
  note_it TEXT COLLATE "C" NOT NULL, note_en TEXT COLLATE "C" NOT NULL, at BIGINT, due_at BIGINT, read_at BIGINT,
  CONSTRAINT pk_distributor_row PRIMARY KEY (file_id, row),
  CONSTRAINT fk_distributor_row_file FOREIGN KEY (file_id) REFERENCES distributor_file (id),
  CONSTRAINT fk_distributor_row_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_distributor_row_state CHECK (state IN ('preview','applied','ignored','quarantined','dismissed','undone'))
);
CREATE UNIQUE INDEX uq_distributor_row_applied ON distributor_row (distributor, request_code, service, flow, sequence) WHERE state = 'applied';
CREATE INDEX ix_distributor_row_case ON distributor_row (case_id, at);
CREATE INDEX ix_distributor_row_quarantined ON distributor_row (at, file_id, row) WHERE state = 'quarantined';
