-- The first schema: accounts, registry, cases, process instances, jobs, outboxes, audit, import, search.
-- Ids are 16-byte UUIDv7; instants are microseconds UTC; dates are ISO 8601 text; money is in cents;
-- enumerations are text with a check; every constraint has a name. Nothing is deleted.

-- Accounts ---------------------------------------------------------------------------------------------------

CREATE TABLE office (
  id BLOB NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, municipality TEXT NOT NULL, address TEXT NOT NULL,
  CONSTRAINT pk_office PRIMARY KEY (id),
  CONSTRAINT uq_office_code UNIQUE (code)
) STRICT;

CREATE TABLE app_user (
  id BLOB NOT NULL, name TEXT NOT NULL, display_name TEXT NOT NULL, email TEXT, password_hash TEXT NOT NULL,
  office_id BLOB, lang TEXT NOT NULL, active INTEGER NOT NULL, shortcuts INTEGER NOT NULL,
  failed_count INTEGER NOT NULL, locked_until INTEGER, created_at INTEGER NOT NULL, version INTEGER NOT NULL,
  CONSTRAINT pk_app_user PRIMARY KEY (id),
  CONSTRAINT uq_app_user_name UNIQUE (name),
  CONSTRAINT fk_app_user_office FOREIGN KEY (office_id) REFERENCES office (id),
  CONSTRAINT ck_app_user_lang CHECK (lang IN ('it','en'))
) STRICT;

CREATE TABLE user_role (
  user_id BLOB NOT NULL, role TEXT NOT NULL,
  CONSTRAINT pk_user_role PRIMARY KEY (user_id, role),
  CONSTRAINT fk_user_role_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT ck_user_role_role CHECK (role IN ('operator','call_centre','back_office','agent','technician','quality','supervisor','administrator'))
) STRICT;

CREATE TABLE user_session (
  id BLOB NOT NULL, token_hash BLOB NOT NULL, user_id BLOB NOT NULL, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL, ended_at INTEGER, address TEXT NOT NULL, agent TEXT NOT NULL,
  CONSTRAINT pk_user_session PRIMARY KEY (id),
  CONSTRAINT uq_user_session_token_hash UNIQUE (token_hash),
  CONSTRAINT fk_user_session_user FOREIGN KEY (user_id) REFERENCES app_user (id)
) STRICT;
CREATE INDEX ix_user_session_user ON user_session (user_id, expires_at);

CREATE TABLE api_token (
  id BLOB NOT NULL, user_id BLOB NOT NULL, name TEXT NOT NULL, token_hash BLOB NOT NULL, created_at INTEGER NOT NULL,
  revoked_at INTEGER,
  CONSTRAINT pk_api_token PRIMARY KEY (id),
  CONSTRAINT uq_api_token_token_hash UNIQUE (token_hash),
  CONSTRAINT fk_api_token_user FOREIGN KEY (user_id) REFERENCES app_user (id)
) STRICT;

CREATE TABLE rate_window (
  bucket TEXT NOT NULL, window_start INTEGER NOT NULL, hits INTEGER NOT NULL,
  CONSTRAINT pk_rate_window PRIMARY KEY (bucket)
) STRICT;

CREATE TABLE idempotency_key (
  token_id BLOB NOT NULL, key TEXT NOT NULL, request_hash BLOB NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, created_at INTEGER NOT NULL,
  CONSTRAINT pk_idempotency_key PRIMARY KEY (token_id, key)
) STRICT;
CREATE INDEX ix_idempotency_key_created ON idempotency_key (created_at);

CREATE TABLE setting (
  name TEXT NOT NULL, value TEXT NOT NULL, valid_from TEXT NOT NULL,
  CONSTRAINT pk_setting PRIMARY KEY (name, valid_from)
) STRICT;

-- Registry ---------------------------------------------------------------------------------------------------

CREATE TABLE address (
  id BLOB NOT NULL, street TEXT NOT NULL, house_number TEXT NOT NULL, unit TEXT NOT NULL, postcode TEXT NOT NULL,
  municipality TEXT NOT NULL, istat_code TEXT NOT NULL, province TEXT NOT NULL, country TEXT NOT NULL, folded TEXT NOT NULL,
  CONSTRAINT pk_address PRIMARY KEY (id)
) STRICT;

CREATE TABLE party (
  id BLOB NOT NULL, number TEXT NOT NULL, kind TEXT NOT NULL, surname TEXT NOT NULL, given_name TEXT NOT NULL,
  company_name TEXT NOT NULL, display_name TEXT NOT NULL, folded_name TEXT NOT NULL, tax_code TEXT, vat_number TEXT,
  birth_date TEXT, birth_place TEXT NOT NULL, sex TEXT NOT NULL, lang TEXT NOT NULL, note TEXT NOT NULL, registered_on TEXT NOT NULL,
  source_key TEXT, source_hash INTEGER NOT NULL, identity_verified_at INTEGER, created_at INTEGER NOT NULL, version INTEGER NOT NULL,
  CONSTRAINT pk_party PRIMARY KEY (id),
  CONSTRAINT uq_party_number UNIQUE (number),
  CONSTRAINT ck_party_kind CHECK (kind IN ('person','organisation')),
  CONSTRAINT ck_party_sex CHECK (sex IN ('','M','F')),
  CONSTRAINT ck_party_lang CHECK (lang IN ('it','en'))
) STRICT;
CREATE INDEX ix_party_folded_name ON party (folded_name, id);
CREATE INDEX ix_party_tax_code ON party (tax_code);
CREATE INDEX ix_party_vat_number ON party (vat_number);

CREATE TABLE party_history (
  party_id BLOB NOT NULL, version INTEGER NOT NULL, replaced_at INTEGER NOT NULL, replaced_by TEXT NOT NULL, data TEXT NOT NULL,
  CONSTRAINT pk_party_history PRIMARY KEY (party_id, version),
  CONSTRAINT fk_party_history_party FOREIGN KEY (party_id) REFERENCES party (id)
) STRICT;

CREATE TABLE party_address (
  party_id BLOB NOT NULL, purpose TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, address_id BLOB NOT NULL,
  CONSTRAINT pk_party_address PRIMARY KEY (party_id, purpose, valid_from),
  CONSTRAINT fk_party_address_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT fk_party_address_address FOREIGN KEY (address_id) REFERENCES address (id),
  CONSTRAINT ck_party_address_purpose CHECK (purpose IN ('residence','mailing','registered_office','final_bill'))
) STRICT;

CREATE TABLE contact_point (
  id BLOB NOT NULL, party_id BLOB NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, folded TEXT NOT NULL,
  valid_from TEXT NOT NULL, valid_to TEXT,
  CONSTRAINT pk_contact_point PRIMARY KEY (id),
  CONSTRAINT fk_contact_point_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT ck_contact_point_kind CHECK (kind IN ('phone','mobile','email','pec'))
) STRICT;
CREATE INDEX ix_contact_point_party ON contact_point (party_id);
CREATE INDEX ix_contact_point_folded ON contact_point (folded);

CREATE TABLE supply_point (
  id BLOB NOT NULL, sector TEXT NOT NULL, code TEXT NOT NULL, address_id BLOB NOT NULL, state TEXT NOT NULL,
  distributor TEXT NOT NULL, source_hash INTEGER NOT NULL, created_at INTEGER NOT NULL, version INTEGER NOT NULL,
  CONSTRAINT pk_supply_point PRIMARY KEY (id),
  CONSTRAINT uq_supply_point_code UNIQUE (code),
  CONSTRAINT fk_supply_point_address FOREIGN KEY (address_id) REFERENCES address (id),
  CONSTRAINT ck_supply_point_sector CHECK (sector IN ('water','gas','lpg','electricity','telecom')),
  CONSTRAINT ck_supply_point_state CHECK (state IN ('active','inactive','suspended','removed'))
) STRICT;

CREATE TABLE supply_point_technical (
  supply_point_id BLOB NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, point_use TEXT NOT NULL, power_w INTEGER, voltage_v INTEGER,
  phases INTEGER, meter_class TEXT NOT NULL, use_category TEXT NOT NULL, withdrawal_class TEXT NOT NULL,
  CONSTRAINT pk_supply_point_technical PRIMARY KEY (supply_point_id, valid_from),
  CONSTRAINT fk_supply_point_technical_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id)
) STRICT;

CREATE TABLE meter (
  id BLOB NOT NULL, serial TEXT NOT NULL, supply_point_id BLOB NOT NULL, kind TEXT NOT NULL, constant_millionths INTEGER NOT NULL,
  laid_on TEXT NOT NULL, removed_on TEXT, source_hash INTEGER NOT NULL,
  CONSTRAINT pk_meter PRIMARY KEY (id),
  CONSTRAINT uq_meter_supply_point_id_serial UNIQUE (supply_point_id, serial),
  CONSTRAINT fk_meter_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id),
  CONSTRAINT ck_meter_kind CHECK (kind IN ('meter','corrector'))
) STRICT;
CREATE INDEX ix_meter_serial ON meter (serial);

CREATE TABLE meter_register (
  meter_id BLOB NOT NULL, register TEXT NOT NULL, digits INTEGER NOT NULL,
  CONSTRAINT pk_meter_register PRIMARY KEY (meter_id, register),
  CONSTRAINT fk_meter_register_meter FOREIGN KEY (meter_id) REFERENCES meter (id)
) STRICT;

CREATE TABLE contract (
  id BLOB NOT NULL, number TEXT NOT NULL, party_id BLOB NOT NULL, supply_point_id BLOB NOT NULL, offer TEXT NOT NULL,
  starts_on TEXT NOT NULL, ends_on TEXT, state TEXT NOT NULL, payment TEXT NOT NULL, delivery TEXT NOT NULL, delivery_email TEXT NOT NULL,
  resident INTEGER NOT NULL, deposit_cents INTEGER NOT NULL, web_code TEXT NOT NULL, end_reason TEXT NOT NULL,
  previous_contract_id BLOB, case_id BLOB, source_hash INTEGER NOT NULL, created_at INTEGER NOT NULL, version INTEGER NOT NULL,
  CONSTRAINT pk_contract PRIMARY KEY (id),
  CONSTRAINT uq_contract_number UNIQUE (number),
  CONSTRAINT fk_contract_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT fk_contract_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id),
  CONSTRAINT fk_contract_previous FOREIGN KEY (previous_contract_id) REFERENCES contract (id),
  CONSTRAINT ck_contract_state CHECK (state IN ('draft','active','suspended','ended')),
  CONSTRAINT ck_contract_payment CHECK (payment IN ('sdd','slip','transfer','counter','pagopa')),
  CONSTRAINT ck_contract_delivery CHECK (delivery IN ('email','email_link','post','pec'))
) STRICT;
CREATE INDEX ix_contract_party ON contract (party_id, starts_on);
CREATE INDEX ix_contract_supply_point ON contract (supply_point_id, starts_on);

CREATE TABLE contract_history (
  contract_id BLOB NOT NULL, version INTEGER NOT NULL, replaced_at INTEGER NOT NULL, replaced_by TEXT NOT NULL, data TEXT NOT NULL,
  CONSTRAINT pk_contract_history PRIMARY KEY (contract_id, version),
  CONSTRAINT fk_contract_history_contract FOREIGN KEY (contract_id) REFERENCES contract (id)
) STRICT;

CREATE TABLE contract_cadastre (
  contract_id BLOB NOT NULL, category TEXT NOT NULL, section TEXT NOT NULL, sheet TEXT NOT NULL, parcel TEXT NOT NULL,
  subunit TEXT NOT NULL, title TEXT NOT NULL,
  CONSTRAINT pk_contract_cadastre PRIMARY KEY (contract_id),
  CONSTRAINT fk_contract_cadastre_contract FOREIGN KEY (contract_id) REFERENCES contract (id)
) STRICT;

CREATE TABLE reading (
  id BLOB NOT NULL, meter_id BLOB NOT NULL, register TEXT NOT NULL, read_on TEXT NOT NULL, value INTEGER NOT NULL, kind TEXT NOT NULL,
  origin TEXT NOT NULL, rolled_over INTEGER NOT NULL, case_id BLOB, created_at INTEGER NOT NULL,
  CONSTRAINT pk_reading PRIMARY KEY (id),
  CONSTRAINT uq_reading_meter_id_register_read_on_kind UNIQUE (meter_id, register, read_on, kind),
  CONSTRAINT fk_reading_meter FOREIGN KEY (meter_id) REFERENCES meter (id),
  CONSTRAINT ck_reading_kind CHECK (kind IN ('actual','self','estimated','opening','closing','agreed'))
) STRICT;

CREATE TABLE bill (
  id BLOB NOT NULL, number TEXT NOT NULL, contract_id BLOB NOT NULL, issued_on TEXT NOT NULL, due_on TEXT NOT NULL, kind TEXT NOT NULL,
  amount_cents INTEGER NOT NULL, paid_cents INTEGER NOT NULL, consumption INTEGER, unit TEXT NOT NULL, period_from TEXT, period_to TEXT, source_hash INTEGER NOT NULL,
  CONSTRAINT pk_bill PRIMARY KEY (id),
  CONSTRAINT uq_bill_number UNIQUE (number),
  CONSTRAINT fk_bill_contract FOREIGN KEY (contract_id) REFERENCES contract (id)
) STRICT;
CREATE INDEX ix_bill_contract ON bill (contract_id, issued_on);

CREATE TABLE payment (
  id BLOB NOT NULL, number TEXT NOT NULL, bill_id BLOB NOT NULL, paid_on TEXT NOT NULL, amount_cents INTEGER NOT NULL, channel TEXT NOT NULL,
  till TEXT NOT NULL, source_hash INTEGER NOT NULL,
  CONSTRAINT pk_payment PRIMARY KEY (id),
  CONSTRAINT uq_payment_number UNIQUE (number),
  CONSTRAINT fk_payment_bill FOREIGN KEY (bill_id) REFERENCES bill (id)
) STRICT;
CREATE INDEX ix_payment_bill ON payment (bill_id);

CREATE TABLE mandate (
  id BLOB NOT NULL, umr TEXT NOT NULL, contract_id BLOB NOT NULL, iban TEXT NOT NULL, holder TEXT NOT NULL, holder_tax_code TEXT NOT NULL,
  signed_on TEXT NOT NULL, scheme TEXT NOT NULL, state TEXT NOT NULL, ended_on TEXT, source_hash INTEGER NOT NULL,
  CONSTRAINT pk_mandate PRIMARY KEY (id),
  CONSTRAINT uq_mandate_umr UNIQUE (umr),
  CONSTRAINT fk_mandate_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT ck_mandate_scheme CHECK (scheme IN ('CORE','B2B')),
  CONSTRAINT ck_mandate_state CHECK (state IN ('requested','active','revoked','refused'))
) STRICT;
CREATE INDEX ix_mandate_contract ON mandate (contract_id);

CREATE TABLE deposit (
  id BLOB NOT NULL, contract_id BLOB NOT NULL, amount_cents INTEGER NOT NULL, state TEXT NOT NULL, since TEXT NOT NULL, until TEXT,
  moved_to_contract_id BLOB,
  CONSTRAINT pk_deposit PRIMARY KEY (id),
  CONSTRAINT fk_deposit_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT fk_deposit_moved_to FOREIGN KEY (moved_to_contract_id) REFERENCES contract (id),
  CONSTRAINT ck_deposit_state CHECK (state IN ('held','moved','refund_due','refunded'))
) STRICT;
CREATE INDEX ix_deposit_contract ON deposit (contract_id);

CREATE TABLE contact (
  id BLOB NOT NULL, party_id BLOB NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, recorded_by TEXT NOT NULL,
  CONSTRAINT pk_contact PRIMARY KEY (id),
  CONSTRAINT fk_contact_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT ck_contact_kind CHECK (kind IN ('call_in','call_out','visit','email','letter','pec','portal','note'))
) STRICT;
CREATE INDEX ix_contact_party ON contact (party_id, at);

-- Cases ------------------------------------------------------------------------------------------------------

CREATE TABLE number_sequence (
  name TEXT NOT NULL, last INTEGER NOT NULL,
  CONSTRAINT pk_number_sequence PRIMARY KEY (name)
) STRICT;

CREATE TABLE procedure_bundle (
  procedure TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL, published_at INTEGER NOT NULL, published_by TEXT NOT NULL, files TEXT NOT NULL,
  CONSTRAINT pk_procedure_bundle PRIMARY KEY (procedure, version),
  CONSTRAINT uq_procedure_bundle_procedure_hash UNIQUE (procedure, hash)
) STRICT;

CREATE TABLE cases (
  id BLOB NOT NULL, number TEXT NOT NULL, procedure TEXT NOT NULL, bundle_version INTEGER NOT NULL, state TEXT NOT NULL, outcome TEXT NOT NULL,
  suspended INTEGER NOT NULL, suspension_cause TEXT NOT NULL, origin TEXT NOT NULL, sector TEXT, party_id BLOB, supply_point_id BLOB, contract_id BLOB,
  party_name TEXT NOT NULL, point_label TEXT NOT NULL, office_id BLOB, assigned_to BLOB, opened_by TEXT NOT NULL, opened_at INTEGER NOT NULL,
  started_at INTEGER, closed_at INTEGER, step TEXT NOT NULL, step_name TEXT NOT NULL, data TEXT NOT NULL,
  risk_rank INTEGER NOT NULL, due_on TEXT NOT NULL, standard TEXT NOT NULL, clock TEXT NOT NULL, changed_at INTEGER NOT NULL, version INTEGER NOT NULL,
  CONSTRAINT pk_cases PRIMARY KEY (id),
  CONSTRAINT uq_cases_number UNIQUE (number),
  CONSTRAINT fk_cases_party FOREIGN KEY (party_id) REFERENCES party (id),
  CONSTRAINT fk_cases_point FOREIGN KEY (supply_point_id) REFERENCES supply_point (id),
  CONSTRAINT fk_cases_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
  CONSTRAINT fk_cases_assigned FOREIGN KEY (assigned_to) REFERENCES app_user (id),
  CONSTRAINT ck_cases_state CHECK (state IN ('draft','started','admissible','inadmissible','fulfilled','cancelled')),
  CONSTRAINT ck_cases_origin CHECK (origin IN ('counter','contact','internal','portal','call_centre','sales_network','letter','email','pec','distributor','billing'))
) STRICT;
CREATE INDEX ix_cases_open_risk ON cases (risk_rank, due_on, opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX ix_cases_assigned ON cases (assigned_to, risk_rank, due_on, opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX ix_cases_state ON cases (state, opened_at, id);
CREATE INDEX ix_cases_opened ON cases (opened_at, id);
CREATE INDEX ix_cases_closed ON cases (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_cases_party ON cases (party_id, opened_at);
CREATE INDEX ix_cases_supply_point ON cases (supply_point_id, opened_at);

CREATE TABLE case_link (
  case_id BLOB NOT NULL, linked_case_id BLOB NOT NULL, kind TEXT NOT NULL,
  CONSTRAINT pk_case_link PRIMARY KEY (case_id, linked_case_id),
  CONSTRAINT fk_case_link_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_case_link_linked FOREIGN KEY (linked_case_id) REFERENCES cases (id),
  CONSTRAINT ck_case_link_kind CHECK (kind IN ('follow_up','related'))
) STRICT;
CREATE INDEX ix_case_link_linked ON case_link (linked_case_id);

CREATE TABLE document (
  id BLOB NOT NULL, case_id BLOB, party_id BLOB, kind TEXT NOT NULL, title TEXT NOT NULL, direction TEXT NOT NULL, media_type TEXT NOT NULL,
  lang TEXT NOT NULL, state TEXT NOT NULL, template TEXT NOT NULL, data TEXT NOT NULL, size INTEGER NOT NULL, sha256 BLOB, created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL, produced_at INTEGER, error TEXT NOT NULL,
  CONSTRAINT pk_document PRIMARY KEY (id),
  CONSTRAINT fk_document_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_document_direction CHECK (direction IN ('out','in')),
  CONSTRAINT ck_document_state CHECK (state IN ('queued','ready','failed'))
) STRICT;
CREATE INDEX ix_document_case ON document (case_id, created_at);
CREATE INDEX ix_document_party ON document (party_id, created_at);

CREATE TABLE document_content (
  document_id BLOB NOT NULL, content BLOB NOT NULL,
  CONSTRAINT pk_document_content PRIMARY KEY (document_id),
  CONSTRAINT fk_document_content_document FOREIGN KEY (document_id) REFERENCES document (id)
) STRICT;

CREATE TABLE case_fact (
  id BLOB NOT NULL, case_id BLOB NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, recorded_by TEXT NOT NULL,
  document_id BLOB, note TEXT NOT NULL, corrects BLOB, corrected INTEGER NOT NULL,
  CONSTRAINT pk_case_fact PRIMARY KEY (id),
  CONSTRAINT fk_case_fact_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_case_fact_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT fk_case_fact_corrects FOREIGN KEY (corrects) REFERENCES case_fact (id)
) STRICT;
CREATE INDEX ix_case_fact_case ON case_fact (case_id, recorded_at);

CREATE TABLE case_suspension (
  id BLOB NOT NULL, case_id BLOB NOT NULL, cause TEXT NOT NULL, from_at INTEGER NOT NULL, to_at INTEGER, element TEXT NOT NULL, recorded_by TEXT NOT NULL,
  document_id BLOB, note TEXT NOT NULL,
  CONSTRAINT pk_case_suspension PRIMARY KEY (id),
  CONSTRAINT fk_case_suspension_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_case_suspension_cause CHECK (cause IN ('customer','third_party','permits','force_majeure','date'))
) STRICT;
CREATE INDEX ix_case_suspension_case ON case_suspension (case_id, from_at);

CREATE TABLE comment (
  id BLOB NOT NULL, case_id BLOB NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL, body TEXT NOT NULL,
  CONSTRAINT pk_comment PRIMARY KEY (id),
  CONSTRAINT fk_comment_case FOREIGN KEY (case_id) REFERENCES cases (id)
) STRICT;
CREATE INDEX ix_comment_case ON comment (case_id, at);

CREATE TABLE appointment (
  id BLOB NOT NULL, case_id BLOB NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, place TEXT NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL,
  assigned_to BLOB, uid TEXT NOT NULL, sequence INTEGER NOT NULL, state TEXT NOT NULL, created_at INTEGER NOT NULL, version INTEGER NOT NULL,
  CONSTRAINT pk_appointment PRIMARY KEY (id),
  CONSTRAINT uq_appointment_uid UNIQUE (uid),
  CONSTRAINT fk_appointment_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT fk_appointment_assigned FOREIGN KEY (assigned_to) REFERENCES app_user (id),
  CONSTRAINT ck_appointment_kind CHECK (kind IN ('visit','deadline')),
  CONSTRAINT ck_appointment_state CHECK (state IN ('agreed','kept','missed','cancelled'))
) STRICT;
CREATE INDEX ix_appointment_day ON appointment (starts_at, id);
CREATE INDEX ix_appointment_case ON appointment (case_id);

-- Processes --------------------------------------------------------------------------------------------------

CREATE TABLE process_instance (
  id BLOB NOT NULL, case_id BLOB NOT NULL, procedure TEXT NOT NULL, bundle_version INTEGER NOT NULL, process TEXT NOT NULL, parent_id BLOB, parent_token INTEGER,
  state TEXT NOT NULL, data BLOB NOT NULL, steps INTEGER NOT NULL, created_at INTEGER NOT NULL, ended_at INTEGER, version INTEGER NOT NULL,
  CONSTRAINT pk_process_instance PRIMARY KEY (id),
  CONSTRAINT fk_process_instance_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_process_instance_state CHECK (state IN ('active','completed','failed','error','terminated','cancelled'))
) STRICT;
CREATE INDEX ix_process_instance_case ON process_instance (case_id);

CREATE TABLE process_step (
  instance_id BLOB NOT NULL, step INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, command TEXT NOT NULL, events BLOB NOT NULL,
  CONSTRAINT pk_process_step PRIMARY KEY (instance_id, step),
  CONSTRAINT fk_process_step_instance FOREIGN KEY (instance_id) REFERENCES process_instance (id)
) STRICT;

CREATE TABLE task (
  id BLOB NOT NULL, instance_id BLOB NOT NULL, case_id BLOB NOT NULL, token INTEGER NOT NULL, element TEXT NOT NULL, name TEXT NOT NULL, form TEXT NOT NULL,
  role TEXT NOT NULL, assigned_to BLOB, state TEXT NOT NULL, created_at INTEGER NOT NULL, ended_at INTEGER, ended_by TEXT NOT NULL, version INTEGER NOT NULL,
  CONSTRAINT pk_task PRIMARY KEY (id),
  CONSTRAINT uq_task_instance_id_token UNIQUE (instance_id, token),
  CONSTRAINT fk_task_instance FOREIGN KEY (instance_id) REFERENCES process_instance (id),
  CONSTRAINT fk_task_case FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT ck_task_state CHECK (state IN ('open','completed','cancelled'))
) STRICT;
CREATE INDEX ix_task_case ON task (case_id, created_at);
CREATE INDEX ix_task_assigned ON task (assigned_to, created_at) WHERE state = 'open';

CREATE TABLE subscription (
  instance_id BLOB NOT NULL, token INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, correlation TEXT NOT NULL,
  CONSTRAINT pk_subscription PRIMARY KEY (instance_id, token, kind, name),
  CONSTRAINT fk_subscription_instance FOREIGN KEY (instance_id) REFERENCES process_instance (id),
  CONSTRAINT ck_subscription_kind CHECK (kind IN ('message','signal'))
) STRICT;
CREATE INDEX ix_subscription_name ON subscription (kind, name, correlation);

-- Work in the background -------------------------------------------------------------------------------------

CREATE TABLE job (
  id BLOB NOT NULL, kind TEXT NOT NULL, key TEXT, payload TEXT NOT NULL, state TEXT NOT NULL, run_at INTEGER NOT NULL, lease_until INTEGER, owner TEXT NOT NULL,
  attempts INTEGER NOT NULL, last_error TEXT NOT NULL, case_id BLOB, created_at INTEGER NOT NULL, ended_at INTEGER,
  CONSTRAINT pk_job PRIMARY KEY (id),
  CONSTRAINT uq_job_key UNIQUE (key),
  CONSTRAINT ck_job_state CHECK (state IN ('waiting','running','done','failed','cancelled'))
) STRICT;
CREATE INDEX ix_job_due ON job (run_at, id) WHERE state = 'waiting';
CREATE INDEX ix_job_lease ON job (lease_until) WHERE state = 'running';
CREATE INDEX ix_job_failed ON job (created_at, id) WHERE state = 'failed';
CREATE INDEX ix_job_case ON job (case_id);

CREATE TABLE incident (
  id BLOB NOT NULL, case_id BLOB, instance_id BLOB, token INTEGER, job_id BLOB, element TEXT NOT NULL, message TEXT NOT NULL, state TEXT NOT NULL,
  created_at INTEGER NOT NULL, ended_at INTEGER, ended_by TEXT NOT NULL,
  CONSTRAINT pk_incident PRIMARY KEY (id),
  CONSTRAINT ck_incident_state CHECK (state IN ('open','resolved'))
) STRICT;
CREATE INDEX ix_incident_open ON incident (created_at, id) WHERE state = 'open';

CREATE TABLE billing_message (
  id BLOB NOT NULL, key TEXT NOT NULL, system TEXT NOT NULL, kind TEXT NOT NULL, aggregate TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL,
  state TEXT NOT NULL, attempts INTEGER NOT NULL, case_id BLOB, created_at INTEGER NOT NULL, sent_at INTEGER, answered_at INTEGER, answer_code TEXT NOT NULL, answer_text TEXT NOT NULL,
  CONSTRAINT pk_billing_message PRIMARY KEY (id),
  CONSTRAINT uq_billing_message_key UNIQUE (key),
  CONSTRAINT uq_billing_message_system_aggregate_seq UNIQUE (system, aggregate, seq),
  CONSTRAINT ck_billing_message_state CHECK (state IN ('queued','sent','applied','rejected'))
) STRICT;
CREATE INDEX ix_billing_message_open ON billing_message (state, created_at, id) WHERE state IN ('queued','sent');
CREATE INDEX ix_billing_message_case ON billing_message (case_id);

CREATE TABLE mail (
  id BLOB NOT NULL, case_id BLOB, party_id BLOB, kind TEXT NOT NULL, subject TEXT NOT NULL, text_body TEXT NOT NULL, calendar TEXT NOT NULL,
  calendar_method TEXT NOT NULL, document_id BLOB, created_at INTEGER NOT NULL,
  CONSTRAINT pk_mail PRIMARY KEY (id)
) STRICT;
CREATE INDEX ix_mail_case ON mail (case_id, created_at);

CREATE TABLE mail_recipient (
  mail_id BLOB NOT NULL, address TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, answer TEXT NOT NULL, changed_at INTEGER NOT NULL,
  CONSTRAINT pk_mail_recipient PRIMARY KEY (mail_id, address),
  CONSTRAINT fk_mail_recipient_mail FOREIGN KEY (mail_id) REFERENCES mail (id),
  CONSTRAINT ck_mail_recipient_state CHECK (state IN ('queued','sent','deferred','failed'))
) STRICT;

-- Audit ------------------------------------------------------------------------------------------------------

CREATE TABLE audit (
  chain INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, operation TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_id BLOB NOT NULL,
  details TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL,
  CONSTRAINT pk_audit PRIMARY KEY (chain, seq)
) STRICT;
CREATE INDEX ix_audit_subject ON audit (subject_id, at);

-- Import -----------------------------------------------------------------------------------------------------

CREATE TABLE import_run (
  id BLOB NOT NULL, profile TEXT NOT NULL, folder TEXT NOT NULL, dry_run INTEGER NOT NULL, state TEXT NOT NULL, file TEXT NOT NULL, rows_done INTEGER NOT NULL,
  started_at INTEGER NOT NULL, ended_at INTEGER, started_by TEXT NOT NULL, report TEXT NOT NULL, error TEXT NOT NULL,
  CONSTRAINT pk_import_run PRIMARY KEY (id),
  CONSTRAINT ck_import_run_state CHECK (state IN ('running','done','failed','stopped','interrupted'))
) STRICT;
CREATE INDEX ix_import_run_started ON import_run (started_at, id);

CREATE TABLE import_row (
  import_id BLOB NOT NULL, file TEXT NOT NULL, row INTEGER NOT NULL, reason TEXT NOT NULL, refused INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
  message_it TEXT NOT NULL, message_en TEXT NOT NULL,
  CONSTRAINT pk_import_row PRIMARY KEY (import_id, file, row, reason, field),
  CONSTRAINT fk_import_row_import FOREIGN KEY (import_id) REFERENCES import_run (id)
) STRICT;

-- Search -----------------------------------------------------------------------------------------------------

CREATE TABLE party_search (
  id INTEGER NOT NULL, party_id BLOB NOT NULL, text TEXT NOT NULL,
  CONSTRAINT pk_party_search PRIMARY KEY (id),
  CONSTRAINT uq_party_search_party_id UNIQUE (party_id)
) STRICT;
CREATE VIRTUAL TABLE party_fts USING fts5(text, content='', contentless_delete=1, tokenize='trigram');
