-- PostgreSQL has to be told for each reference that it may wait until the end of a unit of work. Here any may, when the
-- unit of work asks for it (PRAGMA defer_foreign_keys): nothing to change.

SELECT 1;
