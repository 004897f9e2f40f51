-- The ledger's guards in their second form: holds, running balances, roll-up and chain; and the markets' first limits.

-- Balances of strict accounts move with the posting, whoever writes it, and the posting keeps what they became.
CREATE OR REPLACE FUNCTION ledger_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sealed_by FROM ledger_journals WHERE id = NEW.journal_id) IS DISTINCT FROM pg_current_xact_id() THEN
    RAISE EXCEPTION 'this journal is sealed: its postings come with it or not at all'
      USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
  END IF;
  UPDATE ledger_accounts SET balance_minor = balance_minor - NEW.amount_minor
    WHERE id = NEW.debit_account_id AND strict RETURNING balance_minor INTO NEW.debit_balance_minor;
  UPDATE ledger_accounts SET balance_minor = balance_minor + NEW.amount_minor
    WHERE id = NEW.credit_account_id AND strict RETURNING balance_minor INTO NEW.credit_balance_minor;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER ledger_postings_post ON ledger_postings;
--> statement-breakpoint
CREATE TRIGGER ledger_postings_post BEFORE INSERT ON ledger_postings
  FOR EACH ROW EXECUTE FUNCTION ledger_post();
--> statement-breakpoint

-- What was posted before this migration gets its running balances, once.
ALTER TABLE ledger_postings DISABLE TRIGGER ledger_postings_append_only;
--> statement-breakpoint
WITH running AS (
  SELECT m.id, m.account_id, sum(m.amount) OVER (PARTITION BY m.account_id ORDER BY m.id) AS balance
  FROM (
    SELECT id, debit_account_id AS account_id, -amount_minor AS amount FROM ledger_postings
    UNION ALL SELECT id, credit_account_id, amount_minor FROM ledger_postings
  ) m JOIN ledger_accounts a ON a.id = m.account_id AND a.strict
)
UPDATE ledger_postings p SET
  debit_balance_minor = (SELECT balance FROM running r WHERE r.id = p.id AND r.account_id = p.debit_account_id),
  credit_balance_minor = (SELECT balance FROM running r WHERE r.id = p.id AND r.account_id = p.credit_account_id);
--> statement-breakpoint
ALTER TABLE ledger_postings ENABLE TRIGGER ledger_postings_append_only;
--> statement-breakpoint
UPDATE payments p SET refunded_minor = (
  SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r WHERE r.payment_id = p.id AND r.state <> 'FAILED'
) WHERE p.state = 'SUCCEEDED';
--> statement-breakpoint

-- A hold is made pending, resolved once and never otherwise changed; what is held of its account follows.
CREATE FUNCTION ledger_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'PENDING' THEN
      RAISE EXCEPTION 'a hold begins as pending' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
    END IF;
    UPDATE ledger_accounts SET held_minor = held_minor + NEW.amount_minor WHERE id = NEW.account_id AND strict;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'only strict accounts have holds' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'PENDING' OR NEW.state = 'PENDING' OR
     (NEW.id, NEW.account_id, NEW.currency, NEW.amount_minor, NEW.kind, NEW.subject_id)
     IS DISTINCT FROM (OLD.id, OLD.account_id, OLD.currency, OLD.amount_minor, OLD.kind, OLD.subject_id) THEN
    RAISE EXCEPTION 'a hold is resolved once and never otherwise changed'
      USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
  END IF;
  UPDATE ledger_accounts SET held_minor = held_minor - OLD.amount_minor WHERE id = OLD.account_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_holds_move BEFORE INSERT OR UPDATE ON ledger_holds
  FOR EACH ROW EXECUTE FUNCTION ledger_hold();
--> statement-breakpoint
CREATE TRIGGER ledger_holds_keep BEFORE DELETE OR TRUNCATE ON ledger_holds
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_chain_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_chain
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_heads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_heads
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint

UPDATE markets SET time_zone = m.time_zone, cash_on_delivery = m.cash, sale_fee_basis_points = m.fee
FROM (VALUES
  ('IN', 'Asia/Kolkata', true, 200),
  ('GB', 'Europe/London', false, 250),
  ('MX', 'America/Mexico_City', true, 300),
  ('ID', 'Asia/Jakarta', true, 250),
  ('CO', 'America/Bogota', true, 300),
  ('IT', 'Europe/Rome', false, 250)
) AS m (country, time_zone, cash, fee) WHERE m.country = markets.country;
--> statement-breakpoint

-- In minor units. India's are those of its instant payments for people: 100,000 rupees a day.
INSERT INTO money_limits (country, currency, per_transfer_minor, per_day_minor, per_month_minor) VALUES
  ('IN', 'INR', 10000000, 10000000, 100000000),
  ('GB', 'GBP', 100000, 200000, 1000000),
  ('MX', 'MXN', 2000000, 4000000, 20000000),
  ('ID', 'IDR', 1000000000, 2000000000, 10000000000),
  ('CO', 'COP', 500000000, 1000000000, 5000000000);
--> statement-breakpoint

-- A hold is posted before its journal is written, so that what it had set aside can be spent by it.
ALTER TABLE ledger_holds ALTER CONSTRAINT ledger_holds_journal_id_ledger_journals_id_fk DEFERRABLE INITIALLY DEFERRED;
