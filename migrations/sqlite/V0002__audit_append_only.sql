-- The audit trail takes no change and loses nothing: the engine refuses it, and the head of every chain is kept beside
-- it, so that entries taken from the end show as those from the middle do.

CREATE TABLE audit_head (
  chain INTEGER NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL,
  CONSTRAINT pk_audit_head PRIMARY KEY (chain)
) STRICT;

INSERT INTO audit_head (chain, seq, hash)
  SELECT a.chain, a.seq, a.hash FROM audit a WHERE a.seq = (SELECT MAX(b.seq) FROM audit b WHERE b.chain = a.chain);

CREATE TRIGGER tr_audit_insert BEFORE INSERT ON audit
  WHEN EXISTS (SELECT 1 FROM audit WHERE chain = NEW.chain AND seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
CREATE TRIGGER tr_audit_update BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
CREATE TRIGGER tr_audit_delete BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
CREATE TRIGGER tr_audit_head_update BEFORE UPDATE ON audit_head
  WHEN NEW.chain <> OLD.chain OR NEW.seq <> OLD.seq + 1
  BEGIN SELECT RAISE(ABORT, 'the head of an audit chain only moves on'); END;
CREATE TRIGGER tr_audit_head_delete BEFORE DELETE ON audit_head
  BEGIN SELECT RAISE(ABORT, 'the head of an audit chain only moves on'); END;
