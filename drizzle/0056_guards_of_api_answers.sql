-- What a token was answered is kept and read while its person acts, and forgotten by what the app does by itself.
ALTER TABLE public.api_answers ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY read_own ON public.api_answers FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()));
--> statement-breakpoint
CREATE POLICY add_own ON public.api_answers FOR INSERT TO nianbao_app
  WITH CHECK (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()));
--> statement-breakpoint
CREATE POLICY change_own ON public.api_answers FOR UPDATE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()))
  WITH CHECK (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()));
--> statement-breakpoint
CREATE POLICY read_by_itself ON public.api_answers FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.actor()) IS NULL AND (SELECT nianbao.sees_all_units()));
--> statement-breakpoint
CREATE POLICY remove_by_itself ON public.api_answers FOR DELETE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.actor()) IS NULL AND (SELECT nianbao.sees_all_units()));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (call_hash, at, status, answer) ON public.api_answers TO nianbao_app;
--> statement-breakpoint
-- A token's 256 random bits cannot be found from its hash.
GRANT SELECT ON public.access_tokens TO nianbao_app;
