-- How long an API key was made for, which its rotation must not forget. Those that there are keep what they have.
ALTER TABLE "api_keys" ADD COLUMN "made_until" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "api_keys" SET "made_until" = "expires_at";
