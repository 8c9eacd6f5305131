CREATE TABLE "adjustments" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"cell_key" text NOT NULL,
	"amount" numeric NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "adjustments_pkey" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"version_number" integer NOT NULL,
	"anchor" text NOT NULL,
	"quote" text NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"resolved_by_name" text,
	CONSTRAINT "comments_pkey" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "cycle_units" (
	"district_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"exempt_reason" text,
	CONSTRAINT "cycle_units_pkey" PRIMARY KEY("district_id","cycle_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "cycles" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"format" jsonb NOT NULL,
	"format_hash" text NOT NULL,
	"state" text NOT NULL,
	"tables_due_at" timestamp with time zone NOT NULL,
	"narrative_due_at" timestamp with time zone NOT NULL,
	"statutory_due_at" timestamp with time zone NOT NULL,
	"previous_report_id" uuid,
	"preface" text DEFAULT '' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "cycles_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "cycles_year_key" UNIQUE("district_id","year")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"district_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"organisation_id" uuid,
	"cycle_id" uuid,
	"submission_id" uuid,
	"report_id" uuid,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "explanations" (
	"district_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"finding_id" text NOT NULL,
	"rule" text NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"accepted_by_name" text,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "explanations_pkey" PRIMARY KEY("district_id","submission_id","finding_id")
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"district_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"cell_key" text NOT NULL,
	"found" text,
	"value" numeric,
	"updated_by" uuid NOT NULL,
	"updated_by_name" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "figures_pkey" PRIMARY KEY("district_id","submission_id","cell_key")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"district_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"key" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"label" text NOT NULL,
	"unit" text NOT NULL,
	"is_approximate" boolean NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "indicators_pkey" PRIMARY KEY("district_id","cycle_id","key")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"needs_signature" boolean DEFAULT false NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	CONSTRAINT "organisations_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "organisations_name_key" UNIQUE("district_id","name")
);
--> statement-breakpoint
CREATE TABLE "outline_headings" (
	"district_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"key" text NOT NULL,
	"section_id" text NOT NULL,
	"position" integer NOT NULL,
	"level" integer NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"owners" uuid[] NOT NULL,
	CONSTRAINT "outline_headings_pkey" PRIMARY KEY("district_id","cycle_id","key")
);
--> statement-breakpoint
CREATE TABLE "paragraphs" (
	"district_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"heading_key" text NOT NULL,
	"body" text NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_by_name" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "paragraphs_pkey" PRIMARY KEY("district_id","submission_id","heading_key")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "report_texts" (
	"district_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"heading_key" text NOT NULL,
	"body" text NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_by_name" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_texts_pkey" PRIMARY KEY("district_id","cycle_id","heading_key")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cycle_id" uuid,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"title" text NOT NULL,
	"district_name" text NOT NULL,
	"document" jsonb,
	"document_hash" text,
	"verification_code" text,
	"erratum_reason" text,
	"finalised_by" uuid,
	"finalised_by_name" text,
	"finalised_at" timestamp with time zone,
	"published_by_name" text,
	"published_at" timestamp with time zone,
	CONSTRAINT "reports_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "reports_version_key" UNIQUE("district_id","year","version")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"district_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"result" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "requests_pkey" PRIMARY KEY("district_id","user_id","id")
);
--> statement-breakpoint
CREATE TABLE "seals" (
	"district_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"up_to_event_id" bigint NOT NULL,
	"event_count" integer NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seals_pkey" PRIMARY KEY("district_id","number")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"section_id" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"latest_version" integer DEFAULT 0 NOT NULL,
	"is_nil" boolean DEFAULT false NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"is_extended" boolean DEFAULT false NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"signed_by" uuid,
	"review_begun_at" timestamp with time zone,
	"return_reason" text,
	"approved_version_id" uuid,
	"approved_by" uuid,
	"approved_by_name" text,
	"approved_at" timestamp with time zone,
	"updated_by" uuid,
	"updated_by_name" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "submissions_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "submissions_section_key" UNIQUE("district_id","cycle_id","organisation_id","section_id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"code_hash" text,
	"code_expires_at" timestamp with time zone,
	"session_epoch" integer DEFAULT 1 NOT NULL,
	"deactivated_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "users_account_key" UNIQUE("account")
);
--> statement-breakpoint
CREATE TABLE "version_figures" (
	"district_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"cell_key" text NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "version_figures_pkey" PRIMARY KEY("district_id","version_id","cell_key")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"cycle_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"is_nil" boolean NOT NULL,
	"receipt" text NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_by_name" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "versions_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "versions_number_key" UNIQUE("district_id","submission_id","number")
);
--> statement-breakpoint
ALTER TABLE "adjustments" ADD CONSTRAINT "adjustments_cycle_fkey" FOREIGN KEY ("district_id","cycle_id") REFERENCES "public"."cycles"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_submission_fkey" FOREIGN KEY ("district_id","submission_id") REFERENCES "public"."submissions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_units" ADD CONSTRAINT "cycle_units_cycle_fkey" FOREIGN KEY ("district_id","cycle_id") REFERENCES "public"."cycles"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_units" ADD CONSTRAINT "cycle_units_organisation_fkey" FOREIGN KEY ("district_id","organisation_id") REFERENCES "public"."organisations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_submission_fkey" FOREIGN KEY ("district_id","submission_id") REFERENCES "public"."submissions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_submission_fkey" FOREIGN KEY ("district_id","submission_id") REFERENCES "public"."submissions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_cycle_fkey" FOREIGN KEY ("district_id","cycle_id") REFERENCES "public"."cycles"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_fkey" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."users"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_fkey" FOREIGN KEY ("district_id","organisation_id") REFERENCES "public"."organisations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_parent_fkey" FOREIGN KEY ("district_id","parent_id") REFERENCES "public"."organisations"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outline_headings" ADD CONSTRAINT "outline_headings_cycle_fkey" FOREIGN KEY ("district_id","cycle_id") REFERENCES "public"."cycles"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraphs" ADD CONSTRAINT "paragraphs_submission_fkey" FOREIGN KEY ("district_id","submission_id") REFERENCES "public"."submissions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_cycle_fkey" FOREIGN KEY ("district_id","cycle_id") REFERENCES "public"."cycles"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_unit_fkey" FOREIGN KEY ("district_id","cycle_id","organisation_id") REFERENCES "public"."cycle_units"("district_id","cycle_id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_figures" ADD CONSTRAINT "version_figures_version_fkey" FOREIGN KEY ("district_id","version_id") REFERENCES "public"."versions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_submission_fkey" FOREIGN KEY ("district_id","submission_id") REFERENCES "public"."submissions"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adjustments_cycle_idx" ON "adjustments" USING btree ("district_id","cycle_id");--> statement-breakpoint
CREATE INDEX "comments_submission_idx" ON "comments" USING btree ("district_id","submission_id");--> statement-breakpoint
CREATE INDEX "events_submission_idx" ON "events" USING btree ("district_id","submission_id","id");--> statement-breakpoint
CREATE INDEX "events_unit_idx" ON "events" USING btree ("district_id","organisation_id","id");--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("district_id","user_id");--> statement-breakpoint
CREATE INDEX "memberships_organisation_idx" ON "memberships" USING btree ("district_id","organisation_id");--> statement-breakpoint
CREATE INDEX "reports_public_idx" ON "reports" USING btree ("state","year");--> statement-breakpoint
CREATE INDEX "reports_code_idx" ON "reports" USING btree ("verification_code");--> statement-breakpoint
CREATE INDEX "submissions_state_idx" ON "submissions" USING btree ("district_id","cycle_id","state");--> statement-breakpoint
CREATE INDEX "versions_cycle_idx" ON "versions" USING btree ("district_id","cycle_id","organisation_id");