CREATE TABLE "proposed_unit_reports" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"reason" text NOT NULL,
	"report" jsonb NOT NULL,
	"hash" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposed_unit_reports_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "proposed_unit_reports_year_key" UNIQUE("district_id","organisation_id","year")
);
--> statement-breakpoint
ALTER TABLE "unit_reports" ADD COLUMN "other_body" text;--> statement-breakpoint
ALTER TABLE "unit_reports" ADD COLUMN "confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "unit_reports" ADD COLUMN "confirmed_by_name" text;--> statement-breakpoint
ALTER TABLE "proposed_unit_reports" ADD CONSTRAINT "proposed_unit_reports_organisation_fkey" FOREIGN KEY ("district_id","organisation_id") REFERENCES "public"."organisations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_reports" ADD CONSTRAINT "unit_reports_other_body_needs_second_person" CHECK (("unit_reports"."other_body" is null) = ("unit_reports"."confirmed_by" is null) and "unit_reports"."confirmed_by" is distinct from "unit_reports"."imported_by");