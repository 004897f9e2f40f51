-- Keys of commands that move no money, codes and sessions are found by their age, to be forgotten.
ALTER TABLE "idempotency_keys" ADD COLUMN "for_good" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "idempotency_keys_passing_idx" ON "idempotency_keys" USING btree ("created_at") WHERE not "idempotency_keys"."for_good";--> statement-breakpoint
CREATE INDEX "sessions_expires_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_expires_idx" ON "sign_in_codes" USING btree ("expires_at");