CREATE TABLE "deliveries" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "deliveries_pkey" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"delivery_id" uuid,
	CONSTRAINT "messages_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "messages_once_key" UNIQUE("district_id","notice_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"organisation_id" uuid,
	"cycle_id" uuid,
	"submission_id" uuid,
	"report_id" uuid,
	"section_ids" text[] NOT NULL,
	"due_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	CONSTRAINT "notices_pkey" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "notice_language" text DEFAULT 'zh-CN' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "notice_choice" text DEFAULT 'daily' NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_user_fkey" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."users"("district_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_notice_fkey" FOREIGN KEY ("district_id","notice_id") REFERENCES "public"."notices"("district_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_user_fkey" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."users"("district_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_delivery_fkey" FOREIGN KEY ("district_id","delivery_id") REFERENCES "public"."deliveries"("district_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_user_idx" ON "deliveries" USING btree ("district_id","user_id","made_at");--> statement-breakpoint
CREATE INDEX "messages_delivery_idx" ON "messages" USING btree ("district_id","delivery_id");--> statement-breakpoint
CREATE INDEX "notices_told_idx" ON "notices" USING btree ("district_id","told_at");