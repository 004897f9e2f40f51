-- Wallets, money between people, payouts, partial refunds, holds and the chain of the ledger, what was found to differ.

CREATE TABLE "conversation_blocks" (
	"conversation_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_blocks_pkey" PRIMARY KEY("conversation_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_chain" (
	"position" bigint PRIMARY KEY NOT NULL,
	"journal_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_heads" (
	"day" date PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"state" text DEFAULT 'PENDING' NOT NULL,
	"journal_id" uuid,
	"expires_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "ledger_holds_amount_positive" CHECK ("ledger_holds"."amount_minor" > 0),
	CONSTRAINT "ledger_holds_state_known" CHECK ("ledger_holds"."state" in ('PENDING', 'POSTED', 'VOIDED', 'EXPIRED')),
	CONSTRAINT "ledger_holds_resolved_once" CHECK (("ledger_holds"."state" = 'PENDING') = ("ledger_holds"."resolved_at" is null)),
	CONSTRAINT "ledger_holds_posted_by_journal" CHECK (("ledger_holds"."state" = 'POSTED') = ("ledger_holds"."journal_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "ledger_rollups" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"balance_minor" bigint NOT NULL,
	"snapshot" "pg_snapshot" NOT NULL,
	"cluster" text NOT NULL,
	"rolled_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "money_limits" (
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"per_transfer_minor" bigint NOT NULL,
	"per_day_minor" bigint NOT NULL,
	"per_month_minor" bigint NOT NULL,
	"fee_basis_points" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "money_limits_pkey" PRIMARY KEY("country","currency"),
	CONSTRAINT "money_limits_in_order" CHECK (0 < "money_limits"."per_transfer_minor" and "money_limits"."per_transfer_minor" <= "money_limits"."per_day_minor" and "money_limits"."per_day_minor" <= "money_limits"."per_month_minor"),
	CONSTRAINT "money_limits_fee_range" CHECK ("money_limits"."fee_basis_points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "sandbox"."faults" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox"."faults_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"operation" text NOT NULL,
	"fault" text NOT NULL,
	"delay_ms" integer DEFAULT 0 NOT NULL,
	"remaining" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "faults_remaining_not_negative" CHECK ("sandbox"."faults"."remaining" >= 0),
	CONSTRAINT "faults_delay_not_negative" CHECK ("sandbox"."faults"."delay_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "provider_events" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"outcome" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_events_times_positive" CHECK ("provider_events"."times" > 0)
);
--> statement-breakpoint
CREATE TABLE "bank_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"account_ref" text NOT NULL,
	"bank_name" text NOT NULL,
	"last4" text NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "bank_accounts_last4_shape" CHECK ("bank_accounts"."last4" ~ '^[0-9A-Za-z]{4}$')
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"bank_account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"state" text DEFAULT 'PENDING' NOT NULL,
	"payout_ref" text,
	"failure_code" text,
	"asks" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payouts_amount_positive" CHECK ("payouts"."amount_minor" > 0),
	CONSTRAINT "payouts_state_known" CHECK ("payouts"."state" in ('PENDING', 'PAID', 'FAILED', 'RETURNED')),
	CONSTRAINT "payouts_failure_has_code" CHECK (("payouts"."state" in ('FAILED', 'RETURNED')) = ("payouts"."failure_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "discrepancies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"provider_ref" text,
	"subject_id" uuid,
	"detail" text NOT NULL,
	"found_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" uuid,
	"resolution" text,
	CONSTRAINT "discrepancies_about_something" CHECK (num_nonnulls("discrepancies"."provider_ref", "discrepancies"."subject_id") > 0),
	CONSTRAINT "discrepancies_resolved_by_somebody" CHECK (num_nulls("discrepancies"."resolved_at", "discrepancies"."resolved_by", "discrepancies"."resolution") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "reconciliation_days" (
	"day" date PRIMARY KEY NOT NULL,
	"theirs" integer NOT NULL,
	"ours" integer NOT NULL,
	"differences" integer NOT NULL,
	"compared_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reconciliation_days_counts" CHECK (least("reconciliation_days"."theirs", "reconciliation_days"."ours", "reconciliation_days"."differences") >= 0)
);
--> statement-breakpoint
CREATE TABLE "money_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid,
	"requester_id" uuid NOT NULL,
	"payer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"note" text,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "money_requests_amount_positive" CHECK ("money_requests"."amount_minor" > 0),
	CONSTRAINT "money_requests_two_people" CHECK ("money_requests"."requester_id" <> "money_requests"."payer_id"),
	CONSTRAINT "money_requests_state_known" CHECK ("money_requests"."state" in ('OPEN', 'PAID', 'DECLINED', 'CANCELLED', 'EXPIRED'))
);
--> statement-breakpoint
CREATE TABLE "transfer_days" (
	"person_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"sent_minor" bigint NOT NULL,
	CONSTRAINT "transfer_days_pkey" PRIMARY KEY("person_id","currency","day"),
	CONSTRAINT "transfer_days_not_negative" CHECK ("transfer_days"."sent_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid,
	"request_id" uuid,
	"sender_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"fee_minor" bigint NOT NULL,
	"wallet_minor" bigint NOT NULL,
	"card_minor" bigint NOT NULL,
	"payment_id" uuid,
	"note" text,
	"state" text NOT NULL,
	"counted_on" date NOT NULL,
	"reversal_reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transfers_amounts" CHECK ("transfers"."amount_minor" > 0 and least("transfers"."fee_minor", "transfers"."wallet_minor", "transfers"."card_minor") >= 0),
	CONSTRAINT "transfers_parts_add_up" CHECK ("transfers"."wallet_minor" + "transfers"."card_minor" = "transfers"."amount_minor" + "transfers"."fee_minor"),
	CONSTRAINT "transfers_card_is_charged" CHECK (("transfers"."card_minor" > 0) = ("transfers"."payment_id" is not null)),
	CONSTRAINT "transfers_two_people" CHECK ("transfers"."sender_id" <> "transfers"."recipient_id"),
	CONSTRAINT "transfers_state_known" CHECK ("transfers"."state" in ('PENDING', 'SUCCEEDED', 'FAILED', 'REVERSED')),
	CONSTRAINT "transfers_reversed_with_reason" CHECK (("transfers"."state" = 'REVERSED') = ("transfers"."reversal_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "sandbox"."objects" DROP CONSTRAINT "objects_type_known";--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "order_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "business_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "card_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "refusal" jsonb;--> statement-breakpoint
ALTER TABLE "ledger_postings" ADD COLUMN "debit_balance_minor" bigint;--> statement-breakpoint
ALTER TABLE "ledger_postings" ADD COLUMN "credit_balance_minor" bigint;--> statement-breakpoint
ALTER TABLE "markets" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "markets" ADD COLUMN "cash_on_delivery" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "markets" ADD COLUMN "sale_fee_basis_points" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "fee_basis_points" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "fee_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "purpose" text DEFAULT 'ORDER' NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "method" text DEFAULT 'CARD' NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "wallet_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "refunded_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "asks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "late_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "card_minor" bigint;--> statement-breakpoint
UPDATE "refunds" SET "card_minor" = amount_minor;--> statement-breakpoint
ALTER TABLE "refunds" ALTER COLUMN "card_minor" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "wallet_minor" bigint;--> statement-breakpoint
UPDATE "refunds" SET "wallet_minor" = 0;--> statement-breakpoint
ALTER TABLE "refunds" ALTER COLUMN "wallet_minor" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "fee_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "asks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "redirected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversation_blocks" ADD CONSTRAINT "conversation_blocks_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_chain" ADD CONSTRAINT "ledger_chain_journal_id_ledger_journals_id_fk" FOREIGN KEY ("journal_id") REFERENCES "public"."ledger_journals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_holds" ADD CONSTRAINT "ledger_holds_journal_id_ledger_journals_id_fk" FOREIGN KEY ("journal_id") REFERENCES "public"."ledger_journals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_holds" ADD CONSTRAINT "ledger_holds_account_fkey" FOREIGN KEY ("account_id","currency") REFERENCES "public"."ledger_accounts"("id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_rollups" ADD CONSTRAINT "ledger_rollups_account_id_ledger_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_limits" ADD CONSTRAINT "money_limits_country_markets_country_fk" FOREIGN KEY ("country") REFERENCES "public"."markets"("country") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_bank_account_id_bank_accounts_id_fk" FOREIGN KEY ("bank_account_id") REFERENCES "public"."bank_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancies" ADD CONSTRAINT "discrepancies_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_requests" ADD CONSTRAINT "money_requests_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_requests" ADD CONSTRAINT "money_requests_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_requests" ADD CONSTRAINT "money_requests_requester_id_people_id_fk" FOREIGN KEY ("requester_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_requests" ADD CONSTRAINT "money_requests_payer_id_people_id_fk" FOREIGN KEY ("payer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_days" ADD CONSTRAINT "transfer_days_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_request_id_money_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."money_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_sender_id_people_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_recipient_id_people_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_chain_journal_key" ON "ledger_chain" USING btree ("journal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_holds_pending_key" ON "ledger_holds" USING btree ("kind","subject_id") WHERE "ledger_holds"."state" = 'PENDING';--> statement-breakpoint
CREATE INDEX "ledger_holds_account_idx" ON "ledger_holds" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "ledger_holds_expiry_idx" ON "ledger_holds" USING btree ("expires_at") WHERE "ledger_holds"."state" = 'PENDING' and "ledger_holds"."expires_at" is not null;--> statement-breakpoint
CREATE INDEX "faults_operation_idx" ON "sandbox"."faults" USING btree ("operation","id");--> statement-breakpoint
CREATE INDEX "provider_events_subject_idx" ON "provider_events" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_accounts_current_key" ON "bank_accounts" USING btree ("business_id") WHERE "bank_accounts"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "payouts_business_idx" ON "payouts" USING btree ("business_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_ref_key" ON "payouts" USING btree ("payout_ref");--> statement-breakpoint
CREATE UNIQUE INDEX "discrepancies_open_key" ON "discrepancies" USING btree ("kind",coalesce("provider_ref", ''),coalesce("subject_id"::text, '')) WHERE "discrepancies"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "discrepancies_found_idx" ON "discrepancies" USING btree ("id");--> statement-breakpoint
CREATE INDEX "money_requests_conversation_idx" ON "money_requests" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "transfers_sender_idx" ON "transfers" USING btree ("sender_id","id");--> statement-breakpoint
CREATE INDEX "transfers_recipient_idx" ON "transfers" USING btree ("recipient_id","id");--> statement-breakpoint
CREATE INDEX "transfers_conversation_idx" ON "transfers" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_payment_key" ON "transfers" USING btree ("payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_request_key" ON "transfers" USING btree ("request_id") WHERE "transfers"."state" <> 'FAILED';--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_journals_sealed_idx" ON "ledger_journals" USING btree ("sealed_by");--> statement-breakpoint
ALTER TABLE "markets" ADD CONSTRAINT "markets_sale_fee_range" CHECK ("markets"."sale_fee_basis_points" between 0 and 10000);--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_fee_range" CHECK ("orders"."fee_minor" between 0 and "orders"."total_minor");--> statement-breakpoint
ALTER TABLE "sandbox"."objects" ADD CONSTRAINT "objects_type_known" CHECK ("sandbox"."objects"."type" in ('customer', 'payment_method', 'payment_intent', 'refund', 'bank_account', 'payout', 'balance_transaction'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_purpose_known" CHECK ("payments"."purpose" in ('ORDER', 'TOP_UP', 'TRANSFER'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_of_an_order" CHECK (("payments"."purpose" = 'ORDER') = ("payments"."order_id" is not null) and ("payments"."order_id" is null) = ("payments"."business_id" is null));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_parts_fit_method" CHECK (case "payments"."method"
        when 'CARD' then "payments"."wallet_minor" = 0 and "payments"."card_id" is not null
        when 'BALANCE' then "payments"."wallet_minor" = "payments"."amount_minor" and "payments"."card_id" is null
        when 'BALANCE_AND_CARD' then 0 < "payments"."wallet_minor" and "payments"."wallet_minor" < "payments"."amount_minor" and "payments"."card_id" is not null
        when 'CASH_ON_DELIVERY' then "payments"."wallet_minor" = 0 and "payments"."card_id" is null and "payments"."purpose" = 'ORDER'
        else false end);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_refunded_range" CHECK ("payments"."refunded_minor" between 0 and "payments"."amount_minor" and ("payments"."refunded_minor" = 0 or "payments"."state" = 'SUCCEEDED'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_late_is_over" CHECK ("payments"."late_at" is null or "payments"."state" in ('FAILED', 'CANCELLED'));--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_parts" CHECK (least("refunds"."card_minor", "refunds"."wallet_minor", "refunds"."fee_minor") >= 0 and "refunds"."card_minor" + "refunds"."wallet_minor" in (0, "refunds"."amount_minor"));--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_fee_range" CHECK ("refunds"."fee_minor" <= "refunds"."amount_minor");