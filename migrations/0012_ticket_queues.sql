-- The queues of the desks in their order: the most urgent first, then what is due first.
DROP INDEX "tickets_queue_idx";--> statement-breakpoint
DROP INDEX "tickets_platform_idx";--> statement-breakpoint
CREATE INDEX "tickets_queue_idx" ON "tickets" USING btree ("desk","business_id","state",(case "priority" when 'URGENT' then 1 when 'HIGH' then 2 when 'NORMAL' then 3 else 4 end),"resolution_due_at","id");--> statement-breakpoint
CREATE INDEX "tickets_platform_idx" ON "tickets" USING btree ("state",(case "priority" when 'URGENT' then 1 when 'HIGH' then 2 when 'NORMAL' then 3 else 4 end),"resolution_due_at","id") WHERE "tickets"."desk" = 'PLATFORM';