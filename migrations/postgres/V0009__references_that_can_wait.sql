-- What an import writes may point at rows that come later in the same unit of work, as SQLite allows for every table:
-- a trial of an import writes each batch and takes it back, so the rows of earlier batches are not there.

ALTER TABLE party_history ALTER CONSTRAINT fk_party_history_party DEFERRABLE;
ALTER TABLE party_address ALTER CONSTRAINT fk_party_address_party DEFERRABLE;
ALTER TABLE party_address ALTER CONSTRAINT fk_party_address_address DEFERRABLE;
ALTER TABLE contact_point ALTER CONSTRAINT fk_contact_point_party DEFERRABLE;
ALTER TABLE supply_point ALTER CONSTRAINT fk_supply_point_address DEFERRABLE;
ALTER TABLE supply_point_technical ALTER CONSTRAINT fk_supply_point_technical_point DEFERRABLE;
ALTER TABLE meter ALTER CONSTRAINT fk_meter_point DEFERRABLE;
ALTER TABLE meter_register ALTER CONSTRAINT fk_meter_register_meter DEFERRABLE;
ALTER TABLE contract ALTER CONSTRAINT fk_contract_party DEFERRABLE;
ALTER TABLE contract ALTER CONSTRAINT fk_contract_point DEFERRABLE;
ALTER TABLE contract_history ALTER CONSTRAINT fk_contract_history_contract DEFERRABLE;
ALTER TABLE contract_cadastre ALTER CONSTRAINT fk_contract_cadastre_contract DEFERRABLE;
ALTER TABLE reading ALTER CONSTRAINT fk_reading_meter DEFERRABLE;
ALTER TABLE bill ALTER CONSTRAINT fk_bill_contract DEFERRABLE;
ALTER TABLE payment ALTER CONSTRAINT fk_payment_bill DEFERRABLE;
ALTER TABLE mandate ALTER CONSTRAINT fk_mandate_contract DEFERRABLE;
ALTER TABLE deposit ALTER CONSTRAINT fk_deposit_contract DEFERRABLE;
