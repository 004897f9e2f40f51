-- Balances of deferred accounts by roll-up, and the hash chain over all journals: both exact, whatever commits when.

-- Ids and times become visible out of order, so neither says what a reader has seen. Transaction ids with the snapshot
-- that they are compared to do: `sealed_by` is in the snapshot, or it is not.

-- Transaction ids mean something in one cluster only.
CREATE FUNCTION ledger_cluster() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT system_identifier::text FROM pg_control_system()
$$;
--> statement-breakpoint

-- Takes its turn at roll-up and chain, until the transaction ends; and begins anew in a cluster that the database was
-- restored in. There, journals of the old cluster may bear ids that this one has yet to give out: we read them, so
-- they are committed, and yet the snapshot does not know them. Postings up to the last of these (the sequence came with
-- the dump, so all others are later) are in the first roll-up and are never counted again as new.
CREATE FUNCTION ledger_adopt() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
    RAISE EXCEPTION 'roll-up and chain run in transactions of their own: this one has written already';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ledger_adopt'));
  IF EXISTS (SELECT FROM ledger_watermarks WHERE cluster = ledger_cluster()) THEN
    RETURN;
  END IF;
  INSERT INTO ledger_watermarks (cluster, restored_to)
  SELECT ledger_cluster(), coalesce(max(p.id), 0)
  FROM ledger_journals j JOIN ledger_postings p ON p.journal_id = j.id
  WHERE j.sealed_by >= pg_snapshot_xmin(pg_current_snapshot())
    AND NOT pg_visible_in_snapshot(j.sealed_by, pg_current_snapshot())
  ON CONFLICT (one) DO UPDATE
    SET cluster = excluded.cluster, restored_to = excluded.restored_to, chained_from = NULL, adopted_at = now();
END $$;
--> statement-breakpoint

-- The balance of an account as the caller's snapshot has it. Of a deferred one: its last roll-up and what that one had
-- not seen, or all of its postings when there is no roll-up of this cluster.
CREATE FUNCTION ledger_balance(account uuid) RETURNS bigint LANGUAGE plpgsql STABLE
  -- Each call is planned for its own roll-up: how much is newer is what the plan depends on.
  SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  is_strict boolean;
  balance bigint;
  covered pg_snapshot;
  restored bigint;
BEGIN
  SELECT a.strict, a.balance_minor INTO is_strict, balance FROM ledger_accounts a WHERE a.id = account;
  IF is_strict OR is_strict IS NULL THEN
    RETURN balance;
  END IF;
  SELECT r.balance_minor, r.snapshot, w.restored_to INTO balance, covered, restored
  FROM ledger_rollups r JOIN ledger_watermarks w ON w.cluster = r.cluster
  WHERE r.account_id = account AND r.cluster = ledger_cluster();
  IF FOUND THEN
    RETURN balance + (
      SELECT coalesce(sum(CASE WHEN p.credit_account_id = account THEN p.amount_minor ELSE -p.amount_minor END), 0)
      FROM ledger_journals j JOIN ledger_postings p ON p.journal_id = j.id
      WHERE j.sealed_by >= pg_snapshot_xmin(covered) AND NOT pg_visible_in_snapshot(j.sealed_by, covered)
        AND p.id > restored AND account IN (p.debit_account_id, p.credit_account_id));
  END IF;
  RETURN (SELECT coalesce(sum(amount_minor), 0) FROM ledger_postings WHERE credit_account_id = account)
       - (SELECT coalesce(sum(amount_minor), 0) FROM ledger_postings WHERE debit_account_id = account);
END $$;
--> statement-breakpoint

-- All deferred accounts at once, each from its last roll-up. Sum and stored snapshot are of one statement, hence the
-- same: what one has not seen the other does not say it has.
CREATE FUNCTION ledger_roll_up() RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  here text := ledger_cluster();
  oldest xid8;
BEGIN
  PERFORM ledger_adopt();
  SELECT pg_snapshot_xmin(snapshot) INTO oldest FROM ledger_rollups WHERE cluster = here
    ORDER BY pg_snapshot_xmin(snapshot) LIMIT 1;
  INSERT INTO ledger_rollups AS old (account_id, balance_minor, snapshot, cluster, rolled_at)
  WITH rolled AS (
    SELECT r.account_id, r.balance_minor, r.snapshot, w.restored_to
    FROM ledger_rollups r JOIN ledger_watermarks w ON w.cluster = r.cluster WHERE r.cluster = here
  ), since AS (
    SELECT m.account_id, sum(m.amount) AS amount
    FROM ledger_journals j
    JOIN ledger_postings p ON p.journal_id = j.id
    CROSS JOIN LATERAL (VALUES (p.credit_account_id, p.amount_minor), (p.debit_account_id, -p.amount_minor))
      AS m (account_id, amount)
    JOIN rolled r ON r.account_id = m.account_id
    WHERE j.sealed_by >= oldest AND NOT pg_visible_in_snapshot(j.sealed_by, r.snapshot) AND p.id > r.restored_to
    GROUP BY m.account_id
  )
  SELECT a.id,
         CASE WHEN r.account_id IS NULL THEN ledger_balance(a.id) ELSE r.balance_minor + coalesce(s.amount, 0) END,
         pg_current_snapshot(), here, clock_timestamp()
  FROM ledger_accounts a LEFT JOIN rolled r ON r.account_id = a.id LEFT JOIN since s ON s.account_id = a.id
  WHERE NOT a.strict
  ON CONFLICT (account_id) DO UPDATE
    SET balance_minor = excluded.balance_minor, snapshot = excluded.snapshot, cluster = excluded.cluster,
        rolled_at = excluded.rolled_at;
END $$;
--> statement-breakpoint

-- What the chain says of a journal: all of it that is a fact, in a form that no setting of a session changes.
CREATE FUNCTION ledger_journal_text(journal uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(
    j.id, j.kind, j.subject_id, j.description, (extract(epoch FROM j.created_at) * 1000)::bigint,
    (SELECT jsonb_agg(jsonb_build_array(
       p.id, p.debit_account_id, p.credit_account_id, p.currency, p.amount_minor, p.debit_balance_minor,
       p.credit_balance_minor, (extract(epoch FROM p.created_at) * 1000)::bigint) ORDER BY p.id)
     FROM ledger_postings p WHERE p.journal_id = j.id))::text
  FROM ledger_journals j WHERE j.id = journal
$$;
--> statement-breakpoint

CREATE FUNCTION ledger_link(previous bytea, journal uuid) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(coalesce(previous, '') || convert_to(ledger_journal_text(journal), 'UTF8'))
$$;
--> statement-breakpoint

-- Chains committed journals that are not in the chain, `most` at a time; returns how many. They are looked for from a
-- watermark that no unfinished transaction is before, and what is chained already is left out, so a journal is found
-- whenever it commits. The snapshot is taken before they are read: all that it knows as finished are seen.
CREATE FUNCTION ledger_chain_extend(most integer) RETURNS integer LANGUAGE plpgsql
  SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  known pg_snapshot;
  head record;
  one record;
  chained xid8;
  taken integer := 0;
BEGIN
  PERFORM ledger_adopt();
  known := pg_current_snapshot();
  SELECT chained_from INTO chained FROM ledger_watermarks;
  SELECT position, hash INTO head FROM ledger_chain ORDER BY position DESC LIMIT 1;
  FOR one IN
    SELECT j.id, j.sealed_by FROM ledger_journals j
    -- Without a watermark all are looked at, those too that a dump has brought with ids which are still to come.
    WHERE (chained IS NULL OR (j.sealed_by >= chained AND j.sealed_by < pg_snapshot_xmax(known)))
      AND NOT EXISTS (SELECT FROM ledger_chain c WHERE c.journal_id = j.id)
    ORDER BY j.sealed_by, j.id LIMIT most
  LOOP
    head.hash := ledger_link(head.hash, one.id);
    head.position := coalesce(head.position, 0) + 1;
    INSERT INTO ledger_chain (position, journal_id, hash, created_at)
      VALUES (head.position, one.id, head.hash, clock_timestamp());
    taken := taken + 1;
  END LOOP;
  IF taken < most THEN
    UPDATE ledger_watermarks SET chained_from = pg_snapshot_xmin(known);
  ELSIF chained IS NOT NULL THEN
    UPDATE ledger_watermarks SET chained_from = least(pg_snapshot_xmin(known), one.sealed_by);
  END IF;
  RETURN taken;
END $$;
--> statement-breakpoint

-- Fixes the head of each day that is over (UTC) and in which the chain grew; returns those that are new. The chain
-- grows in turns, so that nothing joins such a day later.
CREATE FUNCTION ledger_publish_heads() RETURNS SETOF ledger_heads LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ledger_adopt();
  RETURN QUERY
    INSERT INTO ledger_heads (day, position, hash)
    SELECT DISTINCT ON (d.day) d.day, c.position, c.hash
    FROM ledger_chain c CROSS JOIN LATERAL (SELECT (c.created_at AT TIME ZONE 'UTC')::date AS day) d
    WHERE c.position > coalesce((SELECT max(position) FROM ledger_heads), 0)
      AND d.day < (clock_timestamp() AT TIME ZONE 'UTC')::date
    ORDER BY d.day, c.position DESC
    ON CONFLICT (day) DO NOTHING
    RETURNING *;
END $$;
