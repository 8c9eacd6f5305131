-- The office's own words: its reviewers keep them, everybody of the office reads them, no unit does.
DO $$
DECLARE
  in_office constant text := 'district_id = (SELECT nianbao.district()) AND (SELECT nianbao.sees_all_units())';
  by_reviewer constant text := in_office || ' AND nianbao.acts_as(''reviewer'')';
BEGIN
  EXECUTE format('CREATE POLICY read_in_office ON public.return_reasons FOR SELECT TO nianbao_app USING (%s)', in_office);
  EXECUTE format('CREATE POLICY add_oneself ON public.return_reasons FOR INSERT TO nianbao_app WITH CHECK (%s AND updated_by = (SELECT nianbao.actor()))', by_reviewer);
  EXECUTE format('CREATE POLICY change_oneself ON public.return_reasons FOR UPDATE TO nianbao_app USING (%s) WITH CHECK (%s AND updated_by = (SELECT nianbao.actor()))', by_reviewer, by_reviewer);
  EXECUTE format('CREATE POLICY remove ON public.return_reasons FOR DELETE TO nianbao_app USING (%s)', by_reviewer);
END $$;
--> statement-breakpoint
ALTER TABLE public.return_reasons ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (body, updated_by, updated_by_name, updated_at) ON public.return_reasons TO nianbao_app;
