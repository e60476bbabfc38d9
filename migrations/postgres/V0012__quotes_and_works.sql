-- Quotes and works: the price list, visits agreed with the customer, and time that is taken out by dates and
-- with proof.

-- The utility's price list, item by item and by service. Without a price the line of the quote says it.
CREATE TABLE price_item (
  code TEXT COLLATE "C" NOT NULL, sector TEXT COLLATE "C" NOT NULL, label_it TEXT COLLATE "C" NOT NULL, label_en TEXT COLLATE "C" NOT NULL, unit TEXT COLLATE "C" NOT NULL, price_cents BIGINT,
  vat_percent BIGINT NOT NULL, valid_from TEXT COLLATE "C" NOT NULL, valid_to TEXT COLLATE "C",
  CONSTRAINT pk_price_item PRIMARY KEY (sector, code, valid_from),
  CONSTRAINT ck_price_item_sector CHECK (sector IN ('water','gas','lpg','electricity','telecom')),
  CONSTRAINT ck_price_item_price CHECK (price_cents >= 0),
  CONSTRAINT ck_price_item_vat CHECK (vat_percent BETWEEN 0 AND 100)
);

-- What was asked for, what was offered, who wanted another time, who goes along, when somebody came, who is to blame that
-- nobody did, and when the utility said that it would not come at the moment agreed until then.
ALTER TABLE appointment ADD COLUMN asked_on TEXT COLLATE "C";
ALTER TABLE appointment ADD COLUMN offered_from BIGINT;
ALTER TABLE appointment ADD COLUMN offered_to BIGINT;
ALTER TABLE appointment ADD COLUMN moved_by TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE appointment ADD COLUMN crew TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE appointment ADD COLUMN arrived_at BIGINT;
ALTER TABLE appointment ADD COLUMN missed_by TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE appointment ADD COLUMN notice_at BIGINT;
ALTER TABLE appointment ADD COLUMN notice_for BIGINT;

-- The facts that stop the clocks a suspension holds, with commas between; empty: all clocks of the case.
ALTER TABLE case_suspension ADD COLUMN stops TEXT COLLATE "C" NOT NULL DEFAULT '';
