-- The sandbox's lists, by type and time and by payment.
CREATE INDEX "objects_type_created_idx" ON "sandbox"."objects" USING btree ("type","created_at","id");--> statement-breakpoint
CREATE INDEX "objects_refunds_idx" ON "sandbox"."objects" USING btree (("data" ->> 'payment_intent')) WHERE "sandbox"."objects"."type" = 'refund';