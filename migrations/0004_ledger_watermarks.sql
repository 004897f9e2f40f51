-- How far roll-up and chain have come; facts are found by their subject.
CREATE TABLE "ledger_watermarks" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"cluster" text NOT NULL,
	"restored_to" bigint NOT NULL,
	"chained_from" "xid8",
	"adopted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_watermarks_one_row" CHECK ("ledger_watermarks"."one")
);
--> statement-breakpoint
DROP INDEX "ledger_journals_fact_key";--> statement-breakpoint
ALTER TABLE "ledger_heads" ADD CONSTRAINT "ledger_heads_position_ledger_chain_position_fk" FOREIGN KEY ("position") REFERENCES "public"."ledger_chain"("position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_journals_fact_key" ON "ledger_journals" USING btree ("subject_id","kind");--> statement-breakpoint
ALTER TABLE "ledger_chain" ADD CONSTRAINT "ledger_chain_position_positive" CHECK ("ledger_chain"."position" > 0);--> statement-breakpoint
ALTER TABLE "ledger_chain" ADD CONSTRAINT "ledger_chain_hash_length" CHECK (length("ledger_chain"."hash") = 32);--> statement-breakpoint
ALTER TABLE "ledger_heads" ADD CONSTRAINT "ledger_heads_hash_length" CHECK (length("ledger_heads"."hash") = 32);