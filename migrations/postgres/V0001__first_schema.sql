-- The first schema: accounts, registry, cases, process instances, jobs, outboxes, audit, import, search.
-- Ids are 16-byte UUIDv7; instants are microseconds UTC; dates are ISO 8601 text; money is in cents;
-- enumerations are text with a check; every constraint has a name. Nothing is deleted.

-- Accounts ---------------------------------------------------------------------------------------------------

CREATE TABLE office (
  id BYTEA NOT NULL, code TEXT COLLATE "C" NOT NULL, name TEXT COLLATE "C" NOT NULL, municipality TEXT COLLATE "C" NOT NULL, address TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_office PRIMARY KEY (id),
  CONSTRAINT uq_office_code UNIQUE (code)
);

CREATE TABLE app_user (
  id BYTEA NOT NULL, name TEXT COLLATE "C" NOT NULL, display_name TEXT COLLATE "C" NOT NULL, email TEXT COLLATE "C", password_hash TEXT COLLATE "C" NOT NULL,
  office_id BYTEA, lang TEXT COLLATE "C" NOT NULL, active BOOLEAN NOT NULL, shortcuts BOOLEAN NOT NULL,
  failed_count BIGINT NOT NULL, locked_until BIGINT, created_at BIGINT NOT NULL, version BIGINT NOT NULL,
  CONSTRAINT pk_app_user PRIMARY KEY (id),
  CONSTRAINT uq_app_user_name UNIQUE (name),
  CONSTRAINT fk_app_user_office FOREIGN KEY (office_id) REFERENCES office (id),
  CONSTRAINT ck_app_user_lang CHECK (lang IN ('it','en'))
);

CREATE TABLE user_role (
  user_id BYTEA NOT NULL, role TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_user_role PRIMARY KEY (user_id, role),
  CONSTRAINT fk_user_role_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT ck_user_role_role CHECK (role IN ('operator','call_centre','back_office','agent','technician','quality','supervisor','administrator'))
);

CREATE TABLE user_session (
  id BYTEA NOT NULL, token_hash BYTEA NOT NULL, user_id BYTEA NOT NULL, created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL, ended_at BIGINT, address TEXT COLLATE "C" NOT NULL, agent TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_user_session PRIMARY KEY (id),
  CONSTRAINT uq_user_session_token_hash UNIQUE (token_hash),
  CONSTRAINT fk_user_session_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);
CREATE INDEX ix_user_session_user ON user_session (user_id, expires_at);

CREATE TABLE api_token (
  id BYTEA NOT NULL, user_id BYTEA NOT NULL, name TEXT COLLATE "C" NOT NULL, token_hash BYTEA NOT NULL, created_at BIGINT NOT NULL,
  revoked_at BIGINT,
  CONSTRAINT pk_api_token PRIMARY KEY (id),
  CONSTRAINT uq_api_token_token_hash UNIQUE (token_hash),
  CONSTRAINT fk_api_token_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);

CREATE TABLE rate_window (
  bucket TEXT COLLATE "C" NOT NULL, window_start BIGINT NOT NULL, hits BIGINT NOT NULL,
  CONSTRAINT pk_rate_window PRIMARY KEY (bucket)
);

CREATE TABLE idempotency_key (
  token_id BYTEA NOT NULL, key TEXT COLLATE "C" NOT NULL, request_hash BYTEA NOT NULL, status BIGINT NOT NULL, body TEXT COLLATE "C" NOT NULL, created_at BIGINT NOT NULL,
  CONSTRAINT pk_idempotency_key PRIMARY KEY (token_id, key)
);
CREATE INDEX ix_idempotency_key_created ON idempotency_key (created_at);

CREATE TABLE setting (
  name TEXT COLLATE "C" NOT NULL, value TEXT COLLATE "C" NOT NULL, valid_from TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_setting PRIMARY KEY (name, valid_from)
);

-- Registry ---------------------------------------------------------------------------------------------------

CREATE TABLE address (
  id BYTEA NOT NULL, street TEXT COLLATE "C" NOT NULL, house_number TEXT COLLATE "C" NOT NULL, unit TEXT COLLATE "C" NOT NULL, postcode TEXT COLLATE "C" NOT NULL,
  municipality TEXT COLLATE "C" NOT NULL, istat_code TEXT COLLATE "C" NOT NULL, province TEXT COLLATE "C" NOT NULL, country TEXT COLLATE "C" NOT NULL, folded TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_address PRIMARY KEY (id)
);

CREATE TABLE party (
  id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, kind TEXT COLLATE "C" NOT NULL, surname TEXT COLLATE "C" NOT NULL, given_name TEXT COLLATE "C" NOT NULL,
  company_name TEXT COLLATE "C" NOT NULL, display_name TEXT COLLATE "C" NOT NULL, folded_name TEXT COLLATE "C" NOT NULL, tax_code TEXT COLLATE "C", vat_number TEXT COLLATE "C",
  birth_date TEXT COLLATE "C", birth_place TEXT COLLATE "C" NOT NULL, sex TEXT COLLATE "C" NOT NULL, lang TEXT COLLATE "C" NOT NULL, note TEXT COLLATE "C" NOT NULL, registered_on TEXT COLLATE "C" NOT NULL,
  source_key TEXT COLLATE "C", source_hash BIGINT NOT NULL, identity_verified_at BIGINT, created_at BIGINT NOT NULL, version BIGINT NOT NULL,
  CONSTRAINT pk_party PRIMARY KEY (id),
  CONSTRAINT uq_party_number UNIQUE (number),
  CONSTRAINT ck_party_kind CHECK (kind IN ('person','organisation')),
  CONSTRAINT ck_party_sex CHECK (sex IN ('','M','F')),
  CONSTRAINT ck_party_lang CHECK (lang IN ('it','en'))
);
CREATE INDEX ix_party_folded_name ON party (folded_name, id);
CREATE INDEX ix_party_tax_code ON party (tax_code);
CREATE INDEX ix_party_vat_number ON party (vat_number);

CREATE TABLE party_history (
  party_id BYTEA NOT NULL, version BIGINT NOT NULL, replaced_at BIGINT NOT NULL, replaced_by TEXT COLLATE "C" NOT NULL, data TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_party_history PRIMARY KEY (party_id, version),
  CONSTRAINT fk_party_history_party FOREIGN KEY (party_id) REFERENCES party (id)
);

CREATE TABLE party_address (
  party_id BYTEA NOT NULL, purpose TEXT COLLATE "C" NOT NULL, valid_from TEXT COLLATE "C" NOT NULL, valid_to TEXT COLLATE "C", address_id BYTEA NOT NULL,
  CONSTRAINT pk_party_address PRIMARY KEY (party_id, purpose, valid_from),
  CONSTRAINT fk_party_address_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT fk_party_address_address FOREIGN KEY (address_id) REFERENCES address (id),
  CONSTRAINT ck_party_address_purpose CHECK (purpose IN ('residence','mailing','registered_office','final_bill'))
);

CREATE TABLE contact_point (
  id BYTEA NOT NULL, party_id BYTEA NOT NULL, kind TEXT COLLATE "C" NOT NULL, value TEXT COLLATE "C" NOT NULL, folded TEXT COLLATE "C" NOT NULL,
  valid_from TEXT COLLATE "C" NOT NULL, valid_to TEXT COLLATE "C",
  CONSTRAINT pk_contact_point PRIMARY KEY (id),
  CONSTRAINT fk_contact_point_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT ck_contact_point_kind CHECK (kind IN ('phone','mobile','email','pec'))
);
CREATE INDEX ix_contact_point_party ON contact_point (party_id);
CREATE INDEX ix_contact_point_folded ON contact_point (folded);

CREATE TABLE supply_point (
  id BYTEA NOT NULL, sector TEXT COLLATE "C" NOT NULL, code TEXT COLLATE "C" NOT NULL, address_id BYTEA NOT NULL, state TEXT COLLATE "C" NOT NULL,
  distributor TEXT COLLATE "C" NOT NULL, source_hash BIGINT NOT NULL, created_at BIGINT NOT NULL, version BIGINT NOT NULL,
  CONSTRAINT pk_supply_point PRIMARY KEY (id),
  CONSTRAINT uq_supply_point_code UNIQUE (code),
  CONSTRAINT fk_supply_point_address FOREIGN KEY (address_id) REFERENCES address (id),
  CONSTRAINT ck_supply_point_sector CHECK (sector IN ('water','gas','lpg','electricity','telecom')),
  CONSTRAINT ck_supply_point_state CHECK (state IN ('active','inactive','suspended','removed'))
);

CREATE TABLE supply_point_technical (
  supply_point_id BYTEA NOT NULL, valid_from TEXT COLLATE "C" NOT NULL, valid_to TEXT COLLATE "C", point_use TEXT COLLATE "C" NOT NULL, power_w BIGINT, voltage_v BIGINT,
  phases BIGINT, meter_class TEXT COLLATE "C" NOT NULL, use_category TEXT COLLATE "C" NOT NULL, withdrawal_class TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_supply_point_technical PRIMARY KEY (supply_point_id, valid_from),
  CONSTRAINT fk_supply_point_technical_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id)
);

CREATE TABLE meter (
  id BYTEA NOT NULL, serial TEXT COLLATE "C" NOT NULL, supply_point_id BYTEA NOT NULL, kind TEXT COLLATE "C" NOT NULL, constant_millionths BIGINT NOT NULL,
  laid_on TEXT COLLATE "C" NOT NULL, removed_on TEXT COLLATE "C", source_hash BIGINT NOT NULL,
  CONSTRAINT pk_meter PRIMARY KEY (id),
  CONSTRAINT uq_meter_supply_point_id_serial UNIQUE (supply_point_id, serial),
  CONSTRAINT fk_meter_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id),
  CONSTRAINT ck_meter_kind CHECK (kind IN ('meter','corrector'))
);
CREATE INDEX ix_meter_serial ON meter (serial);

CREATE TABLE meter_register (
  meter_id BYTEA NOT NULL, register TEXT COLLATE "C" NOT NULL, digits BIGINT NOT NULL,
  CONSTRAINT pk_meter_register PRIMARY KEY (meter_id, register),
  CONSTRAINT fk_meter_register_meter FOREIGN KEY (meter_id) REFERENCES meter (id)
);

CREATE TABLE contract (
  id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, party_id BYTEA NOT NULL, supply_point_id BYTEA NOT NULL, offer TEXT COLLATE "C" NOT NULL,
  starts_on TEXT COLLATE "C" NOT NULL, ends_on TEXT COLLATE "C", state TEXT COLLATE "C" NOT NULL, payment TEXT COLLATE "C" NOT NULL, delivery TEXT COLLATE "C" NOT NULL, delivery_email TEXT COLLATE "C" NOT NULL,
  resident BOOLEAN NOT NULL, deposit_cents BIGINT NOT NULL, web_code TEXT COLLATE "C" NOT NULL, end_reason TEXT COLLATE "C" NOT NULL,
  previous_contract_id BYTEA, case_id BYTEA, source_hash BIGINT NOT NULL, created_at BIGINT NOT NULL, version BIGINT NOT NULL,
  CONSTRAINT pk_contract PRIMARY KEY (id),
  CONSTRAINT uq_contract_number UNIQUE (number),
  CONSTRAINT fk_contract_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT fk_contract_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id),
  CONSTRAINT fk_contract_previous FOREIGN KEY (previous_contract_id) REFERENCES contract (id),
  CONSTRAINT ck_contract_state CHECK (state IN ('draft','active','suspended','ended')),
  CONSTRAINT ck_contract_payment CHECK (payment IN ('sdd','slip','transfer','counter','pagopa')),
  CONSTRAINT ck_contract_delivery CHECK (delivery IN ('email','email_link','post','pec'))
);
CREATE INDEX ix_contract_party ON contract (party_id, starts_on);
CREATE INDEX ix_contract_supply_point ON contract (supply_point_id, starts_on);

CREATE TABLE contract_history (
  contract_id BYTEA NOT NULL, version BIGINT NOT NULL, replaced_at BIGINT NOT NULL, replaced_by TEXT COLLATE "C" NOT NULL, data TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_contract_history PRIMARY KEY (contract_id, version),
  CONSTRAINT fk_contract_history_contract FOREIGN KEY (contract_id) REFERENCES contract (id)
);

CREATE TABLE contract_cadastre (
  contract_id BYTEA NOT NULL, category TEXT COLLATE "C" NOT NULL, section TEXT COLLATE "C" NOT NULL, sheet TEXT COLLATE "C" NOT NULL, parcel TEXT COLLATE "C" NOT NULL,
  subunit TEXT COLLATE "C" NOT NULL, title TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_contract_cadastre PRIMARY KEY (contract_id),
  CONSTRAINT fk_contract_cadastre_contract FOREIGN KEY (contract_id) REFERENCES contract (id)
);

CREATE TABLE reading (
  id BYTEA NOT NULL, meter_id BYTEA NOT NULL, register TEXT COLLATE "C" NOT NULL, read_on TEXT COLLATE "C" NOT NULL, value BIGINT NOT NULL, kind TEXT COLLATE "C" NOT NULL,
  origin TEXT COLLATE "C" NOT NULL, rolled_over BOOLEAN NOT NULL, case_id BYTEA, created_at BIGINT NOT NULL,
  CONSTRAINT pk_reading PRIMARY KEY (id),
  CONSTRAINT uq_reading_meter_id_register_read_on_kind UNIQUE (meter_id, register, read_on, kind),
  CONSTRAINT fk_reading_meter FOREIGN KEY (meter_id) REFERENCES meter (id),
  CONSTRAINT ck_reading_kind CHECK (kind IN ('actual','self','estimated','opening','closing','agreed'))
);

CREATE TABLE bill (
  id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, contract_id BYTEA NOT NULL, issued_on TEXT COLLATE "C" NOT NULL, due_on TEXT COLLATE "C" NOT NULL, kind TEXT COLLATE "C" NOT NULL,
  amount_cents BIGINT NOT NULL, paid_cents BIGINT NOT NULL, consumption BIGINT, unit TEXT COLLATE "C" NOT NULL, period_from TEXT COLLATE "C", period_to TEXT COLLATE "C", source_hash BIGINT NOT NULL,
  CONSTRAINT pk_bill PRIMARY KEY (id),
  CONSTRAINT uq_bill_number UNIQUE (number),
  CONSTRAINT fk_bill_contract FOREIGN KEY (contract_id) REFERENCES contract (id)
);
CREATE INDEX ix_bill_contract ON bill (contract_id, issued_on);

CREATE TABLE payment (
  id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, bill_id BYTEA NOT NULL, paid_on TEXT COLLATE "C" NOT NULL, amount_cents BIGINT NOT NULL, channel TEXT COLLATE "C" NOT NULL,
  till TEXT COLLATE "C" NOT NULL, source_hash BIGINT NOT NULL,
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT uq_payment_number UNIQUE (number),
  CONSTRAINT fk_payment_bill FOREIGN KEY (bill_id) REFERENCES bill (id)
);
CREATE INDEX ix_payment_bill ON payment (bill_id);

CREATE TABLE mandate (
  id BYTEA NOT NULL, umr TEXT COLLATE "C" NOT NULL, contract_id BYTEA NOT NULL, iban TEXT COLLATE "C" NOT NULL, holder TEXT COLLATE "C" NOT NULL, holder_tax_code TEXT COLLATE "C" NOT NULL,
  signed_on TEXT COLLATE "C" NOT NULL, scheme TEXT COLLATE "C" NOT NULL, state TEXT COLLATE "C" NOT NULL, ended_on TEXT COLLATE "C", source_hash BIGINT NOT NULL,
  CONSTRAINT pk_mandate PRIMARY KEY (id),
  CONSTRAINT uq_mandate_umr UNIQUE (umr),
  CONSTRAINT fk_mandate_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT ck_mandate_scheme CHECK (scheme IN ('CORE','B2B')),
  CONSTRAINT ck_mandate_state CHECK (state IN ('requested','active','revoked','refused'))
);
CREATE INDEX ix_mandate_contract ON mandate (contract_id);

CREATE TABLE deposit (
  id BYTEA NOT NULL, contract_id BYTEA NOT NULL, amount_cents BIGINT NOT NULL, state TEXT COLLATE "C" NOT NULL, since TEXT COLLATE "C" NOT NULL, until TEXT COLLATE "C",
  moved_to_contract_id BYTEA,
  CONSTRAINT pk_deposit PRIMARY KEY (id),
  CONSTRAINT fk_deposit_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT fk_deposit_moved_to FOREIGN KEY (moved_to_contract_id) REFERENCES contract (id),
  CONSTRAINT ck_deposit_state CHECK (state IN ('held','moved','refund_due','refunded'))
);
CREATE INDEX ix_deposit_contract ON deposit (contract_id);

CREATE TABLE contact (
  id BYTEA NOT NULL, party_id BYTEA NOT NULL, at BIGINT NOT NULL, kind TEXT COLLATE "C" NOT NULL, subject TEXT COLLATE "C" NOT NULL, body TEXT COLLATE "C" NOT NULL, recorded_by TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_contact PRIMARY KEY (id),
  CONSTRAINT fk_contact_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT ck_contact_kind CHECK (kind IN ('call_in','call_out','visit','email','letter','pec','portal','note'))
);
CREATE INDEX ix_contact_party ON contact (party_id, at);

-- Cases ------------------------------------------------------------------------------------------------------

CREATE TABLE number_sequence (
  name TEXT COLLATE "C" NOT NULL, last BIGINT NOT NULL,
  CONSTRAINT pk_number_sequence PRIMARY KEY (name)
);

CREATE TABLE procedure_bundle (
  procedure TEXT COLLATE "C" NOT NULL, version BIGINT NOT NULL, hash TEXT COLLATE "C" NOT NULL, published_at BIGINT NOT NULL, published_by TEXT COLLATE "C" NOT NULL, files TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_procedure_bundle PRIMARY KEY (procedure, version),
  CONSTRAINT uq_procedure_bundle_procedure_hash UNIQUE (procedure, hash)
);

CREATE TABLE cases (
  id BYTEA NOT NULL, number TEXT COLLATE "C" NOT NULL, procedure TEXT COLLATE "C" NOT NULL, bundle_version BIGINT NOT NULL, state TEXT COLLATE "C" NOT NULL, outcome TEXT COLLATE "C" NOT NULL,
  suspended BOOLEAN NOT NULL, suspension_cause TEXT COLLATE "C" NOT NULL, origin TEXT COLLATE "C" NOT NULL, sector TEXT COLLATE "C", party_id BYTEA, supply_point_id BYTEA, contract_id BYTEA,
  party_name TEXT COLLATE "C" NOT NULL, point_label TEXT COLLATE "C" NOT NULL, office_id BYTEA, assigned_to BYTEA, opened_by TEXT COLLATE "C" NOT NULL, opened_at BIGINT NOT NULL,
  started_at BIGINT, closed_at BIGINT, step TEXT COLLATE "C" NOT NULL, step_name TEXT COLLATE "C" NOT NULL, data TEXT COLLATE "C" NOT NULL,
  risk_rank BIGINT NOT NULL, due_on TEXT COLLATE "C" NOT NULL, standard TEXT COLLATE "C" NOT NULL, clock TEXT COLLATE "C" NOT NULL, changed_at BIGINT NOT NULL, version BIGINT NOT NULL,
  CONSTRAINT pk_cases PRIMARY KEY (id),
  CONSTRAINT uq_cases_number UNIQUE (number),
  CONSTRAINT fk_cases_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT fk_cases_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id),
  CONSTRAINT fk_cases_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT fk_cases_assigned FOREIGN KEY (assigned_to) REFERENCES app_user (id),
  CONSTRAINT ck_cases_state CHECK (state IN ('draft','started','admissible','inadmissible','fulfilled','cancelled')),
  CONSTRAINT ck_cases_origin CHECK (origin IN ('counter','contact','internal','portal','call_centre','sales_network','letter','email','pec','distributor','billing'))
);
CREATE INDEX ix_cases_open_risk ON cases (risk_rank, due_on, opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX ix_cases_assigned ON cases (assigned_to, risk_rank, due_on, opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX ix_cases_state ON cases (state, opened_at, id);
CREATE INDEX ix_cases_opened ON cases (opened_at, id);
CREATE INDEX ix_cases_closed ON cases (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_party ON cases (party_id, opened_at);
CREATE INDEX ix_cases_supply_point ON cases (supply_point_id, opened_at);

CREATE TABLE case_link (
  case_id BYTEA NOT NULL, linked_case_id BYTEA NOT NULL, kind TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_case_link PRIMARY KEY (case_id, linked_case_id),
  CONSTRAINT fk_case_link_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_case_link_linked FOREIGN KEY (linked_case_id) REFERENCES cases (id),
  CONSTRAINT ck_case_link_kind CHECK (kind IN ('follow_up','related'))
);
CREATE INDEX ix_case_link_linked ON case_link (linked_case_id);

CREATE TABLE document (
  id BYTEA NOT NULL, case_id BYTEA, party_id BYTEA, kind TEXT COLLATE "C" NOT NULL, title TEXT COLLATE "C" NOT NULL, direction TEXT COLLATE "C" NOT NULL, media_type TEXT COLLATE "C" NOT NULL,
  lang TEXT COLLATE "C" NOT NULL, state TEXT COLLATE "C" NOT NULL, template TEXT COLLATE "C" NOT NULL, data TEXT COLLATE "C" NOT NULL, size BIGINT NOT NULL, sha256 BYTEA, created_at BIGINT NOT NULL,
  created_by TEXT COLLATE "C" NOT NULL, produced_at BIGINT, error TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_document PRIMARY KEY (id),
  CONSTRAINT fk_document_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_document_direction CHECK (direction IN ('out','in')),
  CONSTRAINT ck_document_state CHECK (state IN ('queued','ready','failed'))
);
CREATE INDEX ix_document_case ON document (case_id, created_at);
CREATE INDEX ix_document_party ON document (party_id, created_at);

CREATE TABLE document_content (
  document_id BYTEA NOT NULL, content BYTEA NOT NULL,
  CONSTRAINT pk_document_content PRIMARY KEY (document_id),
  CONSTRAINT fk_document_content_document FOREIGN KEY (document_id) REFERENCES document (id)
);

CREATE TABLE case_fact (
  id BYTEA NOT NULL, case_id BYTEA NOT NULL, kind TEXT COLLATE "C" NOT NULL, at BIGINT NOT NULL, recorded_at BIGINT NOT NULL, recorded_by TEXT COLLATE "C" NOT NULL,
  document_id BYTEA, note TEXT COLLATE "C" NOT NULL, corrects BYTEA, corrected BOOLEAN NOT NULL,
  CONSTRAINT pk_case_fact PRIMARY KEY (id),
  CONSTRAINT fk_case_fact_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_case_fact_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT fk_case_fact_corrects FOREIGN KEY (corrects) REFERENCES case_fact (id)
);
CREATE INDEX ix_case_fact_case ON case_fact (case_id, recorded_at);

CREATE TABLE case_suspension (
  id BYTEA NOT NULL, case_id BYTEA NOT NULL, cause TEXT COLLATE "C" NOT NULL, from_at BIGINT NOT NULL, to_at BIGINT, element TEXT COLLATE "C" NOT NULL, recorded_by TEXT COLLATE "C" NOT NULL,
  document_id BYTEA, note TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_case_suspension PRIMARY KEY (id),
  CONSTRAINT fk_case_suspension_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_case_suspension_cause CHECK (cause IN ('customer','third_party','permits','force_majeure','date'))
);
CREATE INDEX ix_case_suspension_case ON case_suspension (case_id, from_at);

CREATE TABLE comment (
  id BYTEA NOT NULL, case_id BYTEA NOT NULL, at BIGINT NOT NULL, author TEXT COLLATE "C" NOT NULL, body TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_comment PRIMARY KEY (id),
  CONSTRAINT fk_comment_case FOREIGN KEY (case_id) REFERENCES cases (id)
);
CREATE INDEX ix_comment_case ON comment (case_id, at);

CREATE TABLE appointment (
  id BYTEA NOT NULL, case_id BYTEA NOT NULL, kind TEXT COLLATE "C" NOT NULL, subject TEXT COLLATE "C" NOT NULL, place TEXT COLLATE "C" NOT NULL, starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL,
  assigned_to BYTEA, uid TEXT COLLATE "C" NOT NULL, sequence BIGINT NOT NULL, state TEXT COLLATE "C" NOT NULL, created_at BIGINT NOT NULL, version BIGINT NOT NULL,
  CONSTRAINT pk_appointment PRIMARY KEY (id),
  CONSTRAINT uq_appointment_uid UNIQUE (uid),
  CONSTRAINT fk_appointment_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_appointment_assigned FOREIGN KEY (assigned_to) REFERENCES app_user (id),
  CONSTRAINT ck_appointment_kind CHECK (kind IN ('visit','deadline')),
  CONSTRAINT ck_appointment_state CHECK (state IN ('agreed','kept','missed','cancelled'))
);
CREATE INDEX ix_appointment_day ON appointment (starts_at, id);
CREATE INDEX ix_appointment_case ON appointment (case_id);

-- Processes --------------------------------------------------------------------------------------------------

CREATE TABLE process_instance (
  id BYTEA NOT NULL, case_id BYTEA NOT NULL, procedure TEXT COLLATE "C" NOT NULL, bundle_version BIGINT NOT NULL, process TEXT COLLATE "C" NOT NULL, parent_id BYTEA, parent_token BIGINT,
  state TEXT COLLATE "C" NOT NULL, data BYTEA NOT NULL, steps BIGINT NOT NULL, created_at BIGINT NOT NULL, ended_at BIGINT, version BIGINT NOT NULL,
  CONSTRAINT pk_process_instance PRIMARY KEY (id),
  CONSTRAINT fk_process_instance_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_process_instance_state CHECK (state IN ('active','completed','failed','error','terminated','cancelled'))
);
CREATE INDEX ix_process_instance_case ON process_instance (case_id);

CREATE TABLE process_step (
  instance_id BYTEA NOT NULL, step BIGINT NOT NULL, at BIGINT NOT NULL, actor TEXT COLLATE "C" NOT NULL, command TEXT COLLATE "C" NOT NULL, events BYTEA NOT NULL,
  CONSTRAINT pk_process_step PRIMARY KEY (instance_id, step),
  CONSTRAINT fk_process_step_instance FOREIGN KEY (instance_id) REFERENCES process_instance (id)
);

CREATE TABLE task (
  id BYTEA NOT NULL, instance_id BYTEA NOT NULL, case_id BYTEA NOT NULL, token BIGINT NOT NULL, element TEXT COLLATE "C" NOT NULL, name TEXT COLLATE "C" NOT NULL, form TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL, assigned_to BYTEA, state TEXT COLLATE "C" NOT NULL, created_at BIGINT NOT NULL, ended_at BIGINT, ended_by TEXT COLLATE "C" NOT NULL, version BIGINT NOT NULL,
  CONSTRAINT pk_task PRIMARY KEY (id),
  CONSTRAINT uq_task_instance_id_token UNIQUE (instance_id, token),
  CONSTRAINT fk_task_instance FOREIGN KEY (instance_id) REFERENCES process_instance (id),
  CONSTRAINT fk_task_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_task_state CHECK (state IN ('open','completed','cancelled'))
);
CREATE INDEX ix_task_case ON task (case_id, created_at);
CREATE INDEX ix_task_assigned ON task (assigned_to, created_at) WHERE state = 'open';

CREATE TABLE subscription (
  instance_id BYTEA NOT NULL, token BIGINT NOT NULL, kind TEXT COLLATE "C" NOT NULL, name TEXT COLLATE "C" NOT NULL, correlation TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_subscription PRIMARY KEY (instance_id, token, kind, name),
  CONSTRAINT fk_subscription_instance FOREIGN KEY (instance_id) REFERENCES process_instance (id),
  CONSTRAINT ck_subscription_kind CHECK (kind IN ('message','signal'))
);
CREATE INDEX ix_subscription_name ON subscription (kind, name, correlation);

-- Work in the background -------------------------------------------------------------------------------------

CREATE TABLE job (
  id BYTEA NOT NULL, kind TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C", payload TEXT COLLATE "C" NOT NULL, state TEXT COLLATE "C" NOT NULL, run_at BIGINT NOT NULL, lease_until BIGINT, owner TEXT COLLATE "C" NOT NULL,
  attempts BIGINT NOT NULL, last_error TEXT COLLATE "C" NOT NULL, case_id BYTEA, created_at BIGINT NOT NULL, ended_at BIGINT,
  CONSTRAINT pk_job PRIMARY KEY (id),
  CONSTRAINT uq_job_key UNIQUE (key),
  CONSTRAINT ck_job_state CHECK (state IN ('waiting','running','done','failed','cancelled'))
);
CREATE INDEX ix_job_due ON job (run_at, id) WHERE state = 'waiting';
CREATE INDEX ix_job_lease ON job (lease_until) WHERE state = 'running';
CREATE INDEX ix_job_failed ON job (created_at, id) WHERE state = 'failed';
CREATE INDEX ix_job_case ON job (case_id);

CREATE TABLE incident (
  id BYTEA NOT NULL, case_id BYTEA, instance_id BYTEA, token BIGINT, job_id BYTEA, element TEXT COLLATE "C" NOT NULL, message TEXT COLLATE "C" NOT NULL, state TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL, ended_at BIGINT, ended_by TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_incident PRIMARY KEY (id),
  CONSTRAINT ck_incident_state CHECK (state IN ('open','resolved'))
);
CREATE INDEX ix_incident_open ON incident (created_at, id) WHERE state = 'open';

CREATE TABLE billing_message (
  id BYTEA NOT NULL, key TEXT COLLATE "C" NOT NULL, system TEXT COLLATE "C" NOT NULL, kind TEXT COLLATE "C" NOT NULL, aggregate TEXT COLLATE "C" NOT NULL, seq BIGINT NOT NULL, body TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL, attempts BIGINT NOT NULL, case_id BYTEA, created_at BIGINT NOT NULL, sent_at BIGINT, answered_at BIGINT, answer_code TEXT COLLATE "C" NOT NULL, answer_text TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_billing_message PRIMARY KEY (id),
  CONSTRAINT uq_billing_message_key UNIQUE (key),
  CONSTRAINT uq_billing_message_system_aggregate_seq UNIQUE (system, aggregate, seq),
  CONSTRAINT ck_billing_message_state CHECK (state IN ('queued','sent','applied','rejected'))
);
CREATE INDEX ix_billing_message_open ON billing_message (state, created_at, id) WHERE state IN ('queued','sent');
CREATE INDEX ix_billing_message_case ON billing_message (case_id);

CREATE TABLE mail (
  id BYTEA NOT NULL, case_id BYTEA, party_id BYTEA, kind TEXT COLLATE "C" NOT NULL, subject TEXT COLLATE "C" NOT NULL, text_body TEXT COLLATE "C" NOT NULL, calendar TEXT COLLATE "C" NOT NULL,
  calendar_method TEXT COLLATE "C" NOT NULL, document_id BYTEA, created_at BIGINT NOT NULL,
  CONSTRAINT pk_mail PRIMARY KEY (id)
);
CREATE INDEX ix_mail_case ON mail (case_id, created_at);

CREATE TABLE mail_recipient (
  mail_id BYTEA NOT NULL, address TEXT COLLATE "C" NOT NULL, name TEXT COLLATE "C" NOT NULL, state TEXT COLLATE "C" NOT NULL, attempts BIGINT NOT NULL, answer TEXT COLLATE "C" NOT NULL, changed_at BIGINT NOT NULL,
  CONSTRAINT pk_mail_recipient PRIMARY KEY (mail_id, address),
  CONSTRAINT fk_mail_recipient_mail FOREIGN KEY (mail_id) REFERENCES mail (id),
  CONSTRAINT ck_mail_recipient_state CHECK (state IN ('queued','sent','deferred','failed'))
);

-- Audit ------------------------------------------------------------------------------------------------------

CREATE TABLE audit (
  chain BIGINT NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL, actor TEXT COLLATE "C" NOT NULL, operation TEXT COLLATE "C" NOT NULL, subject_kind TEXT COLLATE "C" NOT NULL, subject_id BYTEA NOT NULL,
  details TEXT COLLATE "C" NOT NULL, previous BYTEA NOT NULL, hash BYTEA NOT NULL,
  CONSTRAINT pk_audit PRIMARY KEY (chain, seq)
);
CREATE INDEX ix_audit_subject ON audit (subject_id, at);

-- Import -----------------------------------------------------------------------------------------------------

CREATE TABLE import_run (
  id BYTEA NOT NULL, profile TEXT COLLATE "C" NOT NULL, folder TEXT COLLATE "C" NOT NULL, dry_run BOOLEAN NOT NULL, state TEXT COLLATE "C" NOT NULL, file TEXT COLLATE "C" NOT NULL, rows_done BIGINT NOT NULL,
  started_at BIGINT NOT NULL, ended_at BIGINT, started_by TEXT COLLATE "C" NOT NULL, report TEXT COLLATE "C" NOT NULL, error TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_import_run PRIMARY KEY (id),
  CONSTRAINT ck_import_run_state CHECK (state IN ('running','done','failed','stopped','interrupted'))
);
CREATE INDEX ix_import_run_started ON import_run (started_at, id);

CREATE TABLE import_row (
  import_id BYTEA NOT NULL, file TEXT COLLATE "C" NOT NULL, row BIGINT NOT NULL, reason TEXT COLLATE "C" NOT NULL, refused BOOLEAN NOT NULL, field TEXT COLLATE "C" NOT NULL, value TEXT COLLATE "C" NOT NULL,
  message_it TEXT COLLATE "C" NOT NULL, message_en TEXT COLLATE "C" NOT NULL,
  CONSTRAINT pk_import_row PRIMARY KEY (import_id, file, row, reason, field),
  CONSTRAINT fk_import_row_import FOREIGN KEY (import_id) REFERENCES import_run (id)
);

-- Search -----------------------------------------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE party_search (
  id BIGINT NOT NULL GENERATED BY DEFAULT AS IDENTITY, party_id BYTEA NOT NULL, text TEXT NOT NULL,
  CONSTRAINT pk_party_search PRIMARY KEY (id),
  CONSTRAINT uq_party_search_party_id UNIQUE (party_id)
);
CREATE INDEX ix_party_search_text ON party_search USING gin (text gin_trgm_ops);
