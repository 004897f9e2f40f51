-- Features of markets, fees and invoices, tickets, locks, sales channels, imports and the bot. What Drizzle has no words
-- for (triggers, references that would tie domains in a knot, first rows) stands at the end.

CREATE TABLE "bot_answers" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"reply_id" uuid,
	"answered_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bot_answers_not_itself" CHECK ("bot_answers"."reply_id" is null or "bot_answers"."reply_id" <> "bot_answers"."message_id")
);
--> statement-breakpoint
CREATE TABLE "bot_conversations" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"handed_over_at" timestamp (3) with time zone,
	"greeted_on" date,
	"away_on" date,
	"language" text,
	"challenged_payment_id" uuid,
	"offered" jsonb,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bot_settings" (
	"business_id" uuid PRIMARY KEY NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"greeting" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"away" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"replies" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opening_hours" (
	"business_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"opens_at" integer NOT NULL,
	"closes_at" integer NOT NULL,
	CONSTRAINT "opening_hours_pkey" PRIMARY KEY("business_id","weekday","opens_at"),
	CONSTRAINT "opening_hours_weekday_range" CHECK ("opening_hours"."weekday" between 1 and 7),
	CONSTRAINT "opening_hours_in_order" CHECK (0 <= "opening_hours"."opens_at" and "opening_hours"."opens_at" < "opening_hours"."closes_at" and "opening_hours"."closes_at" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "product_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_fetched_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "conversation_locks" (
	"person_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_locks_pkey" PRIMARY KEY("person_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "business_plans" (
	"business_id" uuid NOT NULL,
	"plan" text NOT NULL,
	"from_period" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "business_plans_pkey" PRIMARY KEY("business_id","from_period"),
	CONSTRAINT "business_plans_first_of_month" CHECK (extract(day from "business_plans"."from_period") = 1)
);
--> statement-breakpoint
CREATE TABLE "fee_charges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"service" text NOT NULL,
	"rule_id" uuid,
	"subject_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"period" date NOT NULL,
	"charged_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"journal_id" uuid,
	"invoice_id" uuid,
	CONSTRAINT "fee_charges_subject_key" UNIQUE("service","subject_id"),
	CONSTRAINT "fee_charges_booked" CHECK (("fee_charges"."amount_minor" = 0) = ("fee_charges"."journal_id" is null)),
	CONSTRAINT "fee_charges_quantity_positive" CHECK ("fee_charges"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "fee_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"service" text NOT NULL,
	"plan" text,
	"currency" text NOT NULL,
	"share_basis_points" integer DEFAULT 0 NOT NULL,
	"fixed_minor" bigint DEFAULT 0 NOT NULL,
	"free_per_month" integer DEFAULT 0,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fee_rules_effective_key" UNIQUE NULLS NOT DISTINCT("country","service","plan","effective_from"),
	CONSTRAINT "fee_rules_share_range" CHECK ("fee_rules"."share_basis_points" between 0 and 10000),
	CONSTRAINT "fee_rules_fixed_range" CHECK ("fee_rules"."fixed_minor" between 0 and 1000000000000),
	CONSTRAINT "fee_rules_free_not_negative" CHECK ("fee_rules"."free_per_month" >= 0)
);
--> statement-breakpoint
CREATE TABLE "invoice_counter" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"next" bigint NOT NULL,
	CONSTRAINT "invoice_counter_one_row" CHECK ("invoice_counter"."one")
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"service" text NOT NULL,
	"rule_id" uuid,
	"is_credit" boolean NOT NULL,
	"quantity" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "invoice_lines_pkey" PRIMARY KEY("invoice_id","position"),
	CONSTRAINT "invoice_lines_credit_is_negative" CHECK (not "invoice_lines"."is_credit" or "invoice_lines"."amount_minor" <= 0)
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"business_id" uuid NOT NULL,
	"period" date NOT NULL,
	"currency" text NOT NULL,
	"subtotal_minor" bigint NOT NULL,
	"tax_basis_points" integer NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"tax_journal_id" uuid,
	"issued_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_total_adds_up" CHECK ("invoices"."total_minor" = "invoices"."subtotal_minor" + "invoices"."tax_minor"),
	CONSTRAINT "invoices_tax_booked" CHECK (("invoices"."tax_minor" = 0) = ("invoices"."tax_journal_id" is null)),
	CONSTRAINT "invoices_period_first_of_month" CHECK (extract(day from "invoices"."period") = 1)
);
--> statement-breakpoint
CREATE TABLE "message_usage" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"category" text NOT NULL,
	"inside_window" boolean NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"charge_id" uuid
);
--> statement-breakpoint
CREATE TABLE "catalog_import_errors" (
	"import_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"line" bigint NOT NULL,
	"column" text,
	"code" text NOT NULL,
	"value" text,
	"message" text NOT NULL,
	CONSTRAINT "catalog_import_errors_pkey" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "catalog_import_pieces" (
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "catalog_import_pieces_pkey" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "catalog_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"size" bigint NOT NULL,
	"state" text DEFAULT 'RUNNING' NOT NULL,
	"failure" text,
	"rows_read" bigint DEFAULT 0 NOT NULL,
	"created" bigint DEFAULT 0 NOT NULL,
	"updated" bigint DEFAULT 0 NOT NULL,
	"unchanged" bigint DEFAULT 0 NOT NULL,
	"rejected" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "catalog_imports_state_known" CHECK ("catalog_imports"."state" in ('RUNNING', 'FINISHED', 'FAILED')),
	CONSTRAINT "catalog_imports_rows_add_up" CHECK ("catalog_imports"."rows_read" = "catalog_imports"."created" + "catalog_imports"."updated" + "catalog_imports"."unchanged" + "catalog_imports"."rejected"),
	CONSTRAINT "catalog_imports_finished_at" CHECK (("catalog_imports"."state" = 'RUNNING') = ("catalog_imports"."finished_at" is null))
);
--> statement-breakpoint
CREATE TABLE "chat_lock_passwords" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chat_lock_passwords_tries_limit" CHECK ("chat_lock_passwords"."tries" between 0 and 20)
);
--> statement-breakpoint
CREATE TABLE "screen_locks" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"auto_lock_seconds" integer NOT NULL,
	"locked_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "screen_locks_auto_lock_range" CHECK ("screen_locks"."auto_lock_seconds" between 60 and 28800),
	CONSTRAINT "screen_locks_tries_limit" CHECK ("screen_locks"."tries" between 0 and 20)
);
--> statement-breakpoint
CREATE TABLE "market_feature_switches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"feature" text NOT NULL,
	"from_state" text NOT NULL,
	"from_share_percent" integer,
	"to_state" text NOT NULL,
	"to_share_percent" integer,
	"reason" text NOT NULL,
	"person_id" uuid NOT NULL,
	"switched_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "market_features" (
	"country" text NOT NULL,
	"feature" text NOT NULL,
	"state" text NOT NULL,
	"share_percent" integer,
	"reason" text NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "market_features_pkey" PRIMARY KEY("country","feature"),
	CONSTRAINT "market_features_state_known" CHECK ("market_features"."state" in ('OFF', 'ANNOUNCED', 'PILOT', 'ON')),
	CONSTRAINT "market_features_share_of_pilot" CHECK (("market_features"."state" = 'PILOT') = ("market_features"."share_percent" is not null) and "market_features"."share_percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "pilot_members" (
	"country" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pilot_members_pkey" PRIMARY KEY("country","person_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_transitions" (
	"ticket_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"action" text NOT NULL,
	"state" text NOT NULL,
	"person_id" uuid,
	"occurred_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_transitions_pkey" PRIMARY KEY("ticket_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"desk" text NOT NULL,
	"business_id" uuid NOT NULL,
	"opener_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"priority" text DEFAULT 'NORMAL' NOT NULL,
	"assignee_id" uuid,
	"conversation_id" uuid NOT NULL,
	"order_id" uuid,
	"context" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"first_answer_due_at" timestamp (3) with time zone NOT NULL,
	"first_answered_at" timestamp (3) with time zone,
	"resolution_due_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"waiting_since" timestamp (3) with time zone,
	"waited_ms" bigint DEFAULT 0 NOT NULL,
	"reopenings" integer DEFAULT 0 NOT NULL,
	"rating" integer,
	"rating_comment" text,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tickets_desk_known" CHECK ("tickets"."desk" in ('BUSINESS', 'PLATFORM')),
	CONSTRAINT "tickets_state_known" CHECK ("tickets"."state" in ('OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED')),
	CONSTRAINT "tickets_priority_known" CHECK ("tickets"."priority" in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
	CONSTRAINT "tickets_waiting_has_begun" CHECK (("tickets"."state" = 'WAITING') = ("tickets"."waiting_since" is not null)),
	CONSTRAINT "tickets_resolved_at" CHECK (("tickets"."state" in ('RESOLVED', 'CLOSED')) = ("tickets"."resolved_at" is not null)),
	CONSTRAINT "tickets_closed_at" CHECK (("tickets"."state" = 'CLOSED') = ("tickets"."closed_at" is not null)),
	CONSTRAINT "tickets_rating_range" CHECK ("tickets"."rating" between 1 and 5),
	CONSTRAINT "tickets_rated_when_resolved" CHECK ("tickets"."rating" is null or "tickets"."resolved_at" is not null or "tickets"."reopenings" > 0)
);
--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_business_key";--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_two_sides";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "channels" text[] DEFAULT '{"CHAT","FACEBOOK_SHOP","INSTAGRAM_SHOP","PARTNER"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "ticket_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "platform" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "customer_wrote_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "markets" ADD COLUMN "calling_code" text DEFAULT '1' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "fee_rule_id" uuid;--> statement-breakpoint
ALTER TABLE "bot_answers" ADD CONSTRAINT "bot_answers_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_answers" ADD CONSTRAINT "bot_answers_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_answers" ADD CONSTRAINT "bot_answers_reply_id_messages_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_conversations" ADD CONSTRAINT "bot_conversations_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_settings" ADD CONSTRAINT "bot_settings_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_feeds" ADD CONSTRAINT "product_feeds_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_locks" ADD CONSTRAINT "conversation_locks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_locks" ADD CONSTRAINT "conversation_locks_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_plans" ADD CONSTRAINT "business_plans_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_charges" ADD CONSTRAINT "fee_charges_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_charges" ADD CONSTRAINT "fee_charges_rule_id_fee_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."fee_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_charges" ADD CONSTRAINT "fee_charges_journal_id_ledger_journals_id_fk" FOREIGN KEY ("journal_id") REFERENCES "public"."ledger_journals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_charges" ADD CONSTRAINT "fee_charges_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_rules" ADD CONSTRAINT "fee_rules_country_markets_country_fk" FOREIGN KEY ("country") REFERENCES "public"."markets"("country") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_rules" ADD CONSTRAINT "fee_rules_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_rule_id_fee_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."fee_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tax_journal_id_ledger_journals_id_fk" FOREIGN KEY ("tax_journal_id") REFERENCES "public"."ledger_journals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_usage" ADD CONSTRAINT "message_usage_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_usage" ADD CONSTRAINT "message_usage_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_import_errors" ADD CONSTRAINT "catalog_import_errors_import_id_catalog_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."catalog_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_import_pieces" ADD CONSTRAINT "catalog_import_pieces_import_id_catalog_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."catalog_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_imports" ADD CONSTRAINT "catalog_imports_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_imports" ADD CONSTRAINT "catalog_imports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_lock_passwords" ADD CONSTRAINT "chat_lock_passwords_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screen_locks" ADD CONSTRAINT "screen_locks_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_feature_switches" ADD CONSTRAINT "market_feature_switches_country_markets_country_fk" FOREIGN KEY ("country") REFERENCES "public"."markets"("country") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_features" ADD CONSTRAINT "market_features_country_markets_country_fk" FOREIGN KEY ("country") REFERENCES "public"."markets"("country") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_members" ADD CONSTRAINT "pilot_members_country_markets_country_fk" FOREIGN KEY ("country") REFERENCES "public"."markets"("country") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_transitions" ADD CONSTRAINT "ticket_transitions_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_transitions" ADD CONSTRAINT "ticket_transitions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_opener_id_people_id_fk" FOREIGN KEY ("opener_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bot_answers_conversation_idx" ON "bot_answers" USING btree ("conversation_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "product_feeds_secret_key" ON "product_feeds" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "product_feeds_business_idx" ON "product_feeds" USING btree ("business_id","id");--> statement-breakpoint
CREATE INDEX "fee_charges_period_idx" ON "fee_charges" USING btree ("business_id","period");--> statement-breakpoint
CREATE INDEX "fee_charges_invoice_idx" ON "fee_charges" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "fee_charges_journal_idx" ON "fee_charges" USING btree ("journal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number_key" ON "invoices" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_period_key" ON "invoices" USING btree ("business_id","period");--> statement-breakpoint
CREATE INDEX "message_usage_open_idx" ON "message_usage" USING btree ("business_id","sent_at") WHERE "message_usage"."charge_id" is null;--> statement-breakpoint
CREATE INDEX "message_usage_charge_idx" ON "message_usage" USING btree ("charge_id");--> statement-breakpoint
CREATE INDEX "catalog_imports_business_idx" ON "catalog_imports" USING btree ("business_id","id");--> statement-breakpoint
CREATE INDEX "market_feature_switches_country_idx" ON "market_feature_switches" USING btree ("country","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_number_key" ON "tickets" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_conversation_key" ON "tickets" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "tickets_queue_idx" ON "tickets" USING btree ("desk","business_id","state","id");--> statement-breakpoint
CREATE INDEX "tickets_platform_idx" ON "tickets" USING btree ("state","id") WHERE "tickets"."desk" = 'PLATFORM';--> statement-breakpoint
CREATE INDEX "tickets_opener_idx" ON "tickets" USING btree ("opener_id","id");--> statement-breakpoint
CREATE INDEX "tickets_assignee_idx" ON "tickets" USING btree ("assignee_id","id");--> statement-breakpoint
CREATE INDEX "tickets_order_idx" ON "tickets" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_business_key" ON "conversations" USING btree ("person_id","business_id") WHERE "conversations"."ticket_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_ticket_key" ON "conversations" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "orders_channel_idx" ON "orders" USING btree ("business_id","channel","placed_at");--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_channels_known" CHECK ("products"."channels" <@ array['CHAT', 'FACEBOOK_SHOP', 'INSTAGRAM_SHOP', 'PARTNER']);--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_platform_by_ticket" CHECK (not "conversations"."platform" or "conversations"."ticket_id" is not null);--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_two_sides" CHECK (num_nonnulls("conversations"."business_id", "conversations"."other_person_id") + "conversations"."platform"::int = 1);--> statement-breakpoint
ALTER TABLE "markets" ADD CONSTRAINT "markets_calling_code_shape" CHECK ("markets"."calling_code" ~ '^[1-9][0-9]{0,2}$');--> statement-breakpoint

ALTER TABLE orders ADD CONSTRAINT orders_fee_rule_fkey FOREIGN KEY (fee_rule_id) REFERENCES fee_rules (id);
--> statement-breakpoint
ALTER TABLE message_usage ADD CONSTRAINT message_usage_charge_fkey FOREIGN KEY (charge_id) REFERENCES fee_charges (id);
--> statement-breakpoint
-- A ticket and its thread are made together, each with the id of the other.
ALTER TABLE conversations ADD CONSTRAINT conversations_ticket_fkey
  FOREIGN KEY (ticket_id) REFERENCES tickets (id) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE market_feature_switches ADD CONSTRAINT market_feature_switches_person_fkey
  FOREIGN KEY (person_id) REFERENCES people (id);
--> statement-breakpoint
ALTER TABLE pilot_members ADD CONSTRAINT pilot_members_person_fkey FOREIGN KEY (person_id) REFERENCES people (id);
--> statement-breakpoint
ALTER TABLE bot_conversations ADD CONSTRAINT bot_conversations_payment_fkey
  FOREIGN KEY (challenged_payment_id) REFERENCES payments (id);
--> statement-breakpoint
ALTER SEQUENCE tickets_number_seq RESTART WITH 101;
--> statement-breakpoint

-- Rules, switches and what was invoiced are history: rows are added, and the past does not move.
CREATE FUNCTION history_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is history: add a row instead', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER fee_rules_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fee_rules
  FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change();
--> statement-breakpoint
CREATE TRIGGER market_feature_switches_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON market_feature_switches
  FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change();
--> statement-breakpoint
CREATE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoices
  FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change();
--> statement-breakpoint
CREATE TRIGGER invoice_lines_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoice_lines
  FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change();
--> statement-breakpoint
-- A charge is put on its invoice once, and never otherwise changed.
CREATE FUNCTION fee_charge_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.invoice_id IS NOT NULL OR NEW.invoice_id IS NULL
    OR (to_jsonb(OLD) - 'invoice_id') IS DISTINCT FROM (to_jsonb(NEW) - 'invoice_id') THEN
    RAISE EXCEPTION 'a charge is invoiced once and never otherwise changed'
      USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER fee_charges_keep BEFORE UPDATE ON fee_charges
  FOR EACH ROW EXECUTE FUNCTION fee_charge_keep();
--> statement-breakpoint
CREATE TRIGGER fee_charges_append_only BEFORE DELETE OR TRUNCATE ON fee_charges
  FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change();
--> statement-breakpoint

UPDATE conversations c SET customer_wrote_at = (
  SELECT max(m.sent_at) FROM messages m WHERE m.conversation_id = c.id AND m.sender_kind = 'PERSON'
) WHERE business_id IS NOT NULL;
--> statement-breakpoint
UPDATE markets SET calling_code = m.code
FROM (VALUES ('IN', '91'), ('GB', '44'), ('MX', '52'), ('ID', '62'), ('CO', '57'), ('IT', '39')) AS m (country, code)
WHERE m.country = markets.country;
--> statement-breakpoint
UPDATE markets SET languages = '{en-IN,hi-IN}' WHERE country = 'IN';
--> statement-breakpoint

-- India is open; four countries try it out with some of their people; Italy is announced; everything else is off.
INSERT INTO market_features (country, feature, state, share_percent, reason)
SELECT m.country, f.feature,
  CASE WHEN f.feature = 'CASH_ON_DELIVERY' AND NOT m.cash_on_delivery THEN 'OFF' ELSE s.state END,
  CASE WHEN f.feature = 'CASH_ON_DELIVERY' AND NOT m.cash_on_delivery THEN NULL ELSE s.share END,
  CASE WHEN f.feature = 'CASH_ON_DELIVERY' AND NOT m.cash_on_delivery THEN 'Cash is not taken at the door here.' ELSE s.reason END
FROM markets m
JOIN (VALUES
  ('IN', 'ON', NULL::int, 'Open to everybody.'),
  ('GB', 'PILOT', 25, 'A pilot with a quarter of the people; more will follow.'),
  ('MX', 'PILOT', 25, 'A pilot with a quarter of the people; more will follow.'),
  ('ID', 'PILOT', 25, 'A pilot with a quarter of the people; more will follow.'),
  ('CO', 'PILOT', 25, 'A pilot with a quarter of the people; more will follow.'),
  ('IT', 'ANNOUNCED', NULL, 'It comes to Italy next.')
) AS s (country, state, share, reason) ON s.country = m.country
CROSS JOIN (VALUES ('CATALOG'), ('CART'), ('CARD_PAYMENT'), ('WALLET'), ('SEND_MONEY'), ('CASH_ON_DELIVERY'), ('BOT'),
  ('FACEBOOK_SHOP'), ('INSTAGRAM_SHOP')) AS f (feature);
--> statement-breakpoint

-- The first fee rules: the shares of sales as they stood in the markets, and what messages, plans and taxes cost.
INSERT INTO fee_rules (id, country, service, plan, currency, share_basis_points, fixed_minor, free_per_month, effective_from, note)
SELECT gen_random_uuid(), m.country, r.service, r.plan, m.currency, r.share, r.fixed, r.free, '2020-01-01', 'From the start.'
FROM markets m CROSS JOIN LATERAL (
  SELECT 'SALE' AS service, NULL AS plan, m.sale_fee_basis_points AS share, 0::bigint AS fixed, 0 AS free
  UNION ALL SELECT 'SALE', 'PLUS', m.sale_fee_basis_points / 2, 0, 0
  UNION ALL SELECT 'MONEY_TRANSFER', NULL, l.fee_basis_points, 0, 0 FROM money_limits l
    WHERE l.country = m.country AND l.currency = m.currency AND l.fee_basis_points > 0
  UNION ALL SELECT p.service, p.plan, p.share, p.fixed, p.free FROM (VALUES
    ('IN', 'MESSAGE_MARKETING', NULL, 0, 88, 0), ('IN', 'MESSAGE_UTILITY', NULL, 0, 13, NULL),
    ('IN', 'MESSAGE_SERVICE', NULL, 0, 10, 1000), ('IN', 'SUBSCRIPTION', 'PLUS', 0, 99900, 0), ('IN', 'TAX', NULL, 1800, 0, 0),
    ('GB', 'MESSAGE_MARKETING', NULL, 0, 5, 0), ('GB', 'MESSAGE_UTILITY', NULL, 0, 2, NULL),
    ('GB', 'MESSAGE_SERVICE', NULL, 0, 1, 1000), ('GB', 'SUBSCRIPTION', 'PLUS', 0, 1900, 0), ('GB', 'TAX', NULL, 2000, 0, 0),
    ('MX', 'MESSAGE_MARKETING', NULL, 0, 80, 0), ('MX', 'MESSAGE_UTILITY', NULL, 0, 15, NULL),
    ('MX', 'MESSAGE_SERVICE', NULL, 0, 10, 1000), ('MX', 'SUBSCRIPTION', 'PLUS', 0, 29900, 0), ('MX', 'TAX', NULL, 1600, 0, 0),
    ('ID', 'MESSAGE_MARKETING', NULL, 0, 60000, 0), ('ID', 'MESSAGE_UTILITY', NULL, 0, 30000, NULL),
    ('ID', 'MESSAGE_SERVICE', NULL, 0, 10000, 1000), ('ID', 'SUBSCRIPTION', 'PLUS', 0, 19900000, 0), ('ID', 'TAX', NULL, 1100, 0, 0),
    ('CO', 'MESSAGE_MARKETING', NULL, 0, 6000, 0), ('CO', 'MESSAGE_UTILITY', NULL, 0, 300, NULL),
    ('CO', 'MESSAGE_SERVICE', NULL, 0, 300, 1000), ('CO', 'SUBSCRIPTION', 'PLUS', 0, 6990000, 0), ('CO', 'TAX', NULL, 1900, 0, 0),
    ('IT', 'MESSAGE_MARKETING', NULL, 0, 6, 0), ('IT', 'MESSAGE_UTILITY', NULL, 0, 3, NULL),
    ('IT', 'MESSAGE_SERVICE', NULL, 0, 1, 1000), ('IT', 'SUBSCRIPTION', 'PLUS', 0, 2200, 0), ('IT', 'TAX', NULL, 2200, 0, 0)
  ) AS p (country, service, plan, share, fixed, free) WHERE p.country = m.country
) AS r;
--> statement-breakpoint

INSERT INTO invoice_counter (next) VALUES (1);
