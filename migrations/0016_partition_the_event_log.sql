-- The event log in partitions by position, each of some time: what is too old goes by the partition, without a row being
-- looked at. What there is becomes the first of them as it stands, and nothing is copied.
ALTER TABLE "event_log" RENAME TO "event_log_from_1";--> statement-breakpoint
ALTER INDEX "event_log_pkey" RENAME TO "event_log_from_1_pkey";--> statement-breakpoint
ALTER INDEX "event_log_id_key" RENAME TO "event_log_from_1_id_key";--> statement-breakpoint
ALTER INDEX "event_log_subject_key" RENAME TO "event_log_from_1_subject_key";--> statement-breakpoint
ALTER INDEX "event_log_topics_idx" RENAME TO "event_log_from_1_topics_idx";--> statement-breakpoint
CREATE TABLE "event_log" (LIKE "event_log_from_1" INCLUDING DEFAULTS) PARTITION BY RANGE ("position");--> statement-breakpoint
ALTER TABLE "event_log" ADD CONSTRAINT "event_log_pkey" PRIMARY KEY ("position");--> statement-breakpoint
CREATE INDEX "event_log_topics_idx" ON "event_log" USING gin ("topics");--> statement-breakpoint
ALTER TABLE "event_log" ATTACH PARTITION "event_log_from_1" FOR VALUES FROM (MINVALUE) TO (MAXVALUE);--> statement-breakpoint

ALTER TABLE "event_log_head" ADD COLUMN "oldest" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "event_log_head" ADD COLUMN "stamped_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE event_log_head h
SET oldest = coalesce(l.oldest, h.position + 1), stamped_at = coalesce(l.stamped_at, h.stamped_at)
FROM (SELECT min(position) AS oldest, max(stamped_at) AS stamped_at FROM event_log) l;--> statement-breakpoint
ALTER TABLE "event_log_head" ADD CONSTRAINT "event_log_head_oldest_in_range" CHECK ("event_log_head"."oldest" between 1 and "event_log_head"."position" + 1);--> statement-breakpoint

-- The partitions, and the position before which each ends: null for the open one, to which everything new is added.
CREATE VIEW event_log_partitions AS
SELECT c.relname::text AS name, b.bounds, substring(b.bounds FROM 'TO \(''?(\d+)')::bigint AS ends_before
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
CROSS JOIN LATERAL (SELECT pg_get_expr(c.relpartbound, c.oid) AS bounds) b
WHERE i.inhparent = 'event_log'::regclass;--> statement-breakpoint

-- Ends the open partition behind the head of the log, and opens the next one: the position that it begins with, or null
-- when the open one is empty. Whoever reads or stamps waits meanwhile, for about 0.15 s with a million events in it; for
-- who reads, this waits half a second. It runs with the rights of who migrates: who runs the server need not own tables.
CREATE FUNCTION event_log_cut() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE
  ending record;
  beginning bigint;
  opened text;
BEGIN
  -- The log before its head, as those who stamp take them.
  LOCK TABLE ONLY event_log IN ACCESS EXCLUSIVE MODE;
  SELECT h.position + 1 INTO STRICT beginning FROM event_log_head h;
  SELECT p.name, p.bounds INTO STRICT ending FROM event_log_partitions p WHERE p.ends_before IS NULL;
  opened := format('event_log_from_%s', beginning);
  IF ending.name = opened OR beginning = 1 THEN
    RETURN NULL;
  END IF;
  EXECUTE format('ALTER TABLE event_log DETACH PARTITION %I', ending.name);
  EXECUTE format('ALTER TABLE event_log ATTACH PARTITION %I %s', ending.name,
                 replace(ending.bounds, '(MAXVALUE)', format('(%s)', beginning)));
  EXECUTE format('CREATE TABLE %I (LIKE event_log INCLUDING ALL)', opened);
  EXECUTE format('CREATE UNIQUE INDEX %I ON %I (id)', opened || '_id_key', opened);
  EXECUTE format('CREATE UNIQUE INDEX %I ON %I (subject_id, sequence)', opened || '_subject_key', opened);
  EXECUTE format('ALTER TABLE event_log ATTACH PARTITION %I FOR VALUES FROM (%s) TO (MAXVALUE)', opened, beginning);
  RETURN beginning;
END $$;--> statement-breakpoint

-- Drops the oldest partition when all of it was stamped before that time: how many events it held, or null when there is
-- nothing to drop. The open one stays.
CREATE FUNCTION event_log_forget(stamped_before timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE
  eldest record;
  newest timestamptz;
  forgotten bigint;
BEGIN
  LOCK TABLE ONLY event_log IN ACCESS EXCLUSIVE MODE;
  SELECT p.name, p.ends_before INTO eldest FROM event_log_partitions p
  WHERE p.ends_before IS NOT NULL ORDER BY p.ends_before LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT l.stamped_at INTO newest FROM event_log l WHERE l.position = eldest.ends_before - 1;
  IF newest >= stamped_before THEN
    RETURN NULL;
  END IF;
  SELECT eldest.ends_before - h.oldest INTO STRICT forgotten FROM event_log_head h;
  EXECUTE format('DROP TABLE %I', eldest.name);
  UPDATE event_log_head SET oldest = eldest.ends_before;
  RETURN forgotten;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION event_log_cut(), event_log_forget(timestamptz) FROM PUBLIC;
