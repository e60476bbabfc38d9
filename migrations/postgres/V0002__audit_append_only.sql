-- The audit trail takes no change and loses nothing: the engine refuses it, and the head of every chain is kept beside
-- it, so that entries taken from the end show as those from the middle do.

CREATE TABLE audit_head (
  chain BIGINT NOT NULL, seq BIGINT NOT NULL, hash BYTEA NOT NULL,
  CONSTRAINT pk_audit_head PRIMARY KEY (chain)
);

INSERT INTO audit_head (chain, seq, hash)
  SELECT a.chain, a.seq, a.hash FROM audit a WHERE a.seq = (SELECT MAX(b.seq) FROM audit b WHERE b.chain = a.chain);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only ever added to';
END
$$;
CREATE FUNCTION refuse_step_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.chain <> OLD.chain OR NEW.seq <> OLD.seq + 1 THEN
    RAISE EXCEPTION 'the head of an audit chain only moves on';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER tr_audit_update BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_audit_delete BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_audit_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_audit_head_update BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION refuse_step_back();
CREATE TRIGGER tr_audit_head_delete BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_audit_head_truncate BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
