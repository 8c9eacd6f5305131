CREATE TABLE "correction_requests" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"parent_district_id" uuid NOT NULL,
	"parent_name" text NOT NULL,
	"section_id" text NOT NULL,
	"reason" text NOT NULL,
	"cells" jsonb NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answer_text" text,
	"answered_by_name" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "correction_requests_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "correction_requests_answered_whole" CHECK (("correction_requests"."answer" is null) = ("correction_requests"."answered_at" is null) and ("correction_requests"."answer" is null) = ("correction_requests"."answered_by_name" is null))
);
--> statement-breakpoint
CREATE TABLE "governments" (
	"district_id" uuid PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"parent_district_id" uuid NOT NULL,
	"parent_name" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "governments_organisation_key" UNIQUE("parent_district_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "taken_reports" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document_hash" text NOT NULL,
	"title" text NOT NULL,
	"published_by_name" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_by_name" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "taken_reports_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "taken_reports_report_key" UNIQUE("district_id","cycle_id","organisation_id","report_id")
);
--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "taken_report_id" uuid;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_report_fkey" FOREIGN KEY ("district_id","report_id") REFERENCES "public"."reports"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_reports" ADD CONSTRAINT "taken_reports_unit_fkey" FOREIGN KEY ("district_id","cycle_id","organisation_id") REFERENCES "public"."cycle_units"("district_id","cycle_id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_taken_report_fkey" FOREIGN KEY ("district_id","taken_report_id") REFERENCES "public"."taken_reports"("district_id","id") ON DELETE no action ON UPDATE no action;