-- What Drizzle has no words for: triggers, a foreign key that would tie two domains in a knot, first rows.

-- The ledger is append-only.
CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger rows are never changed: correct with a new journal'
    USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_journals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_journals
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_postings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_postings
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint

-- A journal is sealed by the transaction that made it; strict balances move with the posting, whoever writes it.
CREATE FUNCTION ledger_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sealed_by FROM ledger_journals WHERE id = NEW.journal_id) IS DISTINCT FROM pg_current_xact_id() THEN
    RAISE EXCEPTION 'this journal is sealed: its postings come with it or not at all'
      USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
  END IF;
  UPDATE ledger_accounts
    SET balance_minor = balance_minor + CASE WHEN id = NEW.credit_account_id THEN NEW.amount_minor ELSE -NEW.amount_minor END
    WHERE strict AND id IN (NEW.debit_account_id, NEW.credit_account_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_postings_post AFTER INSERT ON ledger_postings
  FOR EACH ROW EXECUTE FUNCTION ledger_post();
--> statement-breakpoint

-- What a hold belongs to; the catalogue's tables can't import those of the orders, which import them.
ALTER TABLE stock_holds ADD CONSTRAINT stock_holds_order_fkey
  FOREIGN KEY (order_id) REFERENCES orders (id);
--> statement-breakpoint

-- An order number has at least four digits.
ALTER SEQUENCE orders_number_seq RESTART WITH 1001;
--> statement-breakpoint

INSERT INTO event_log_head DEFAULT VALUES;
--> statement-breakpoint

INSERT INTO markets (country, name, currency, languages) VALUES
  ('IN', 'India', 'INR', '{en-IN,hi-IN}'),
  ('GB', 'United Kingdom', 'GBP', '{en-GB}'),
  ('MX', 'Mexico', 'MXN', '{es-MX}'),
  ('ID', 'Indonesia', 'IDR', '{id-ID}'),
  ('CO', 'Colombia', 'COP', '{es-CO}'),
  ('IT', 'Italy', 'EUR', '{it-IT}');
