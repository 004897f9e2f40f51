-- The charges of a business are listed by month and, within one, in their order.
DROP INDEX "fee_charges_period_idx";--> statement-breakpoint
CREATE INDEX "fee_charges_period_idx" ON "fee_charges" USING btree ("business_id","period","id");