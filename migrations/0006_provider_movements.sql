-- A copy of the provider's own books, which the reconciler compares with ours.
CREATE TABLE "provider_movements" (
	"movement_ref" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source_ref" text,
	"subject_id" uuid,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "provider_movements_subject_idx" ON "provider_movements" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "provider_movements_at_idx" ON "provider_movements" USING btree ("at");