-- Contracts of a state by number, and open tasks by the role they wait for.
CREATE INDEX ix_contract_state ON contract (state, number);
CREATE INDEX ix_task_role ON task (role, case_id) WHERE state = 'open';
