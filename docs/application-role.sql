-- Grants for a role that may run Bottega and can't change what the ledger has booked. Apply it as the owner of the
-- database, after every migration (see operators.md):
--
--   create role bottega_app login password '...';      -- once; not the owner of anything
--   psql "$OWNER_DATABASE_URL" --single-transaction -f docs/application-role.sql
--
-- Triggers refuse such changes to anybody; but an owner can switch triggers off, and this role can't.

grant usage on schema public, sandbox, pgboss, drizzle to bottega_app;
grant select, insert, update, delete on all tables in schema public, sandbox, pgboss to bottega_app;
grant select on all tables in schema drizzle to bottega_app;
grant usage, select on all sequences in schema public, sandbox, pgboss to bottega_app;
grant execute on all functions in schema public, pgboss to bottega_app;

-- What is booked stays: rows can be added and read.
revoke update, delete on ledger_journals, ledger_postings, ledger_chain, ledger_heads from bottega_app;
-- An account keeps its owner, kind and currency; its balances move with postings and holds.
revoke update, delete on ledger_accounts from bottega_app;
grant update (balance_minor, held_minor) on ledger_accounts to bottega_app;
-- A hold is resolved and stays.
revoke update, delete on ledger_holds from bottega_app;
grant update (state, journal_id, resolved_at) on ledger_holds to bottega_app;
revoke delete on ledger_rollups, ledger_watermarks from bottega_app;
