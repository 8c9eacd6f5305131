CREATE TABLE "credentials" (
	"district_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"password_hash" text,
	"code_hash" text,
	CONSTRAINT "credentials_pkey" PRIMARY KEY("district_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "has_password" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_fkey" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."users"("district_id","id") ON DELETE cascade ON UPDATE no action;