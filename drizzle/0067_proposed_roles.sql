ALTER TABLE "identities" ADD COLUMN "proposed_role" text;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "proposed_unit" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "webhook_calls_kept_idx" ON "webhook_calls" USING btree ("district_id","at");--> statement-breakpoint
CREATE INDEX "webhook_calls_unsent_idx" ON "webhook_calls" USING btree ("district_id","at") WHERE "webhook_calls"."sent_at" is null;