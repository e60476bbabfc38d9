-- Quotes and works: the price list, visits agreed with the customer, and time that is taken out by dates and
-- with proof.

-- The utility's price list, item by item and by service. Without a price the line of the quote says it.
CREATE TABLE price_item (
  code TEXT NOT NULL, sector TEXT NOT NULL, label_it TEXT NOT NULL, label_en TEXT NOT NULL, unit TEXT NOT NULL, price_cents INTEGER,
  vat_percent INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT,
  CONSTRAINT pk_price_item PRIMARY KEY (sector, code, valid_from),
  CONSTRAINT ck_price_item_sector CHECK (sector IN ('water','gas','lpg','electricity','telecom')),
  CONSTRAINT ck_price_item_price CHECK (price_cents >= 0),
  CONSTRAINT ck_price_item_vat CHECK (vat_percent BETWEEN 0 AND 100)
) STRICT;

-- What was asked for, what was offered, who wanted another time, who goes along, when somebody came, who is to blame that
-- nobody did, and when the utility said that it would not come at the moment agreed until then.
ALTER TABLE appointment ADD COLUMN asked_on TEXT;
ALTER TABLE appointment ADD COLUMN offered_from INTEGER;
ALTER TABLE appointment ADD COLUMN offered_to INTEGER;
ALTER TABLE appointment ADD COLUMN moved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE appointment ADD COLUMN crew TEXT NOT NULL DEFAULT '';
ALTER TABLE appointment ADD COLUMN arrived_at INTEGER;
ALTER TABLE appointment ADD COLUMN missed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE appointment ADD COLUMN notice_at INTEGER;
ALTER TABLE appointment ADD COLUMN notice_for INTEGER;

-- The facts that stop the clocks a suspension holds, with commas between; empty: all clocks of the case.
ALTER TABLE case_suspension ADD COLUMN stops TEXT NOT NULL DEFAULT '';
