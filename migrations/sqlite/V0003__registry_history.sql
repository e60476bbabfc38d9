-- What an import replaced in the registry: the row as it was, as JSON. `kind` is the table, `id` the row's (of technical
-- data, registers and cadastral data that of the point, meter or contract), `part` tells rows of one id apart. A value that
-- stood for no time at all, replaced twice at one moment, is not kept.
CREATE TABLE registry_history (
  kind TEXT NOT NULL, id BLOB NOT NULL, part TEXT NOT NULL, replaced_at INTEGER NOT NULL, replaced_by TEXT NOT NULL, data TEXT NOT NULL,
  CONSTRAINT pk_registry_history PRIMARY KEY (id, kind, part, replaced_at)
) STRICT;

-- Technical data of telephone lines: kind of line and access technology as the network operator calls them, speed in kbit/s.
ALTER TABLE supply_point_technical ADD COLUMN line_kind TEXT;
ALTER TABLE supply_point_technical ADD COLUMN access_technology TEXT;
ALTER TABLE supply_point_technical ADD COLUMN speed_kbps INTEGER;
