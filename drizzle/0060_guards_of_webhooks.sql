-- An administrator sets whom the district tells; whatever a person does reads it to write what is told, about their district.
-- How it went is written by what the app does by itself; an administrator lets a call be sent once more.
ALTER TABLE public.webhooks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY read_in_district ON public.webhooks FOR SELECT TO nianbao_app USING (district_id = (SELECT nianbao.district()));
--> statement-breakpoint
CREATE POLICY add_by_admin ON public.webhooks FOR INSERT TO nianbao_app
  WITH CHECK (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')));
--> statement-breakpoint
CREATE POLICY remove_by_admin ON public.webhooks FOR DELETE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON public.webhooks TO nianbao_app;
--> statement-breakpoint
ALTER TABLE public.webhook_calls ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY add_in_district ON public.webhook_calls FOR INSERT TO nianbao_app
  WITH CHECK (district_id = (SELECT nianbao.district()) AND sent_at IS NULL);
--> statement-breakpoint
CREATE POLICY read_by_admin ON public.webhook_calls FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')));
--> statement-breakpoint
CREATE POLICY reopen_by_admin ON public.webhook_calls FOR UPDATE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')))
  WITH CHECK (district_id = (SELECT nianbao.district()) AND sent_at IS NULL);
--> statement-breakpoint
CREATE POLICY by_itself ON public.webhook_calls TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.actor()) IS NULL AND (SELECT nianbao.sees_all_units()))
  WITH CHECK (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.actor()) IS NULL AND (SELECT nianbao.sees_all_units()));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (sent_at, attempts, tried_at, problem) ON public.webhook_calls TO nianbao_app;
