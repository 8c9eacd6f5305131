CREATE TABLE "identities" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"issuer" text NOT NULL,
	"state" text NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	CONSTRAINT "identities_pkey" PRIMARY KEY("district_id","id"),
	CONSTRAINT "identities_subject_key" UNIQUE("district_id","subject"),
	CONSTRAINT "identities_linked_to_person" CHECK (("identities"."state" = 'linked') = ("identities"."user_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "subjects" (
	"subject" text PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "is_proved_twice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_fkey" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."users"("district_id","id") ON DELETE cascade ON UPDATE no action;