CREATE TABLE "rule_settings" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule" text NOT NULL,
	"rule_version" integer NOT NULL,
	"effect" text NOT NULL,
	"holds_from" date NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "rule_settings_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "rule_settings_need_second_person" CHECK (("rule_settings"."state" = 'proposed') = ("rule_settings"."decided_by" is null) and ("rule_settings"."state" not in ('confirmed', 'declined') or "rule_settings"."decided_by" <> "rule_settings"."proposed_by"))
);
--> statement-breakpoint
CREATE INDEX "rule_settings_rule_idx" ON "rule_settings" USING btree ("district_id","rule");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_settings_waiting_key" ON "rule_settings" USING btree ("district_id","rule") WHERE "rule_settings"."state" = 'proposed';