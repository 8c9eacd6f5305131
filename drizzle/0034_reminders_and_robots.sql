CREATE TABLE "calendar_days" (
	"district_id" uuid NOT NULL,
	"day" date NOT NULL,
	"is_working" boolean NOT NULL,
	CONSTRAINT "calendar_days_pkey" PRIMARY KEY("district_id","day")
);
--> statement-breakpoint
CREATE TABLE "reminder_plans" (
	"district_id" uuid NOT NULL,
	"days_before" integer[] NOT NULL,
	"is_overdue_daily" boolean NOT NULL,
	"done_on" date,
	CONSTRAINT "reminder_plans_pkey" PRIMARY KEY("district_id")
);
--> statement-breakpoint
CREATE TABLE "robots" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sealed_address" text NOT NULL,
	"sealed_secret" text,
	"added_by_name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "robots_pkey" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "robot_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "robot_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_robot_fkey" FOREIGN KEY ("district_id","robot_id") REFERENCES "public"."robots"("district_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_robot_fkey" FOREIGN KEY ("district_id","robot_id") REFERENCES "public"."robots"("district_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_once_for_robot_key" UNIQUE("district_id","notice_id","robot_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_one_recipient" CHECK (num_nonnulls("deliveries"."user_id", "deliveries"."robot_id") = 1);--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_one_recipient" CHECK (num_nonnulls("messages"."user_id", "messages"."robot_id") = 1);