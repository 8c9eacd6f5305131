CREATE TABLE "api_answers" (
	"district_id" uuid NOT NULL,
	"token_id" uuid NOT NULL,
	"key" text NOT NULL,
	"user_id" uuid NOT NULL,
	"call_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" integer,
	"answer" jsonb,
	CONSTRAINT "api_answers_pkey" PRIMARY KEY("district_id","token_id","key")
);
--> statement-breakpoint
ALTER TABLE "api_answers" ADD CONSTRAINT "api_answers_token_fkey" FOREIGN KEY ("district_id","token_id") REFERENCES "public"."access_tokens"("district_id","id") ON DELETE cascade ON UPDATE no action;