-- An administrator sets when units are reminded and on which days the office works; what the app does by itself reads both
-- and notes the day that it went through. Everybody's dates follow the days.
DO $$
DECLARE
  one text;
  in_district constant text := 'district_id = (SELECT nianbao.district())';
  by_itself constant text := '((SELECT nianbao.actor()) IS NULL AND (SELECT nianbao.sees_all_units()))';
BEGIN
  EXECUTE format('CREATE POLICY read_in_office ON public.reminder_plans FOR SELECT TO nianbao_app USING (%s AND (SELECT nianbao.sees_all_units()))', in_district);
  EXECUTE format('CREATE POLICY read_in_district ON public.calendar_days FOR SELECT TO nianbao_app USING (%s)', in_district);
  FOREACH one IN ARRAY ARRAY['reminder_plans', 'calendar_days'] LOOP
    EXECUTE format('CREATE POLICY add_by_admin ON public.%I FOR INSERT TO nianbao_app WITH CHECK (%s AND (%s OR (SELECT nianbao.acts_as(''admin''))))', one, in_district, by_itself);
    EXECUTE format('CREATE POLICY change_by_admin ON public.%I FOR UPDATE TO nianbao_app USING (%s AND (%s OR (SELECT nianbao.acts_as(''admin'')))) WITH CHECK (%s)', one, in_district, by_itself, in_district);
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO nianbao_app', one);
  END LOOP;
  EXECUTE format('CREATE POLICY remove_by_admin ON public.calendar_days FOR DELETE TO nianbao_app USING (%s AND (SELECT nianbao.acts_as(''admin'')))', in_district);
END $$;
--> statement-breakpoint
GRANT UPDATE (days_before, is_overdue_daily, done_on) ON public.reminder_plans TO nianbao_app;
--> statement-breakpoint
GRANT UPDATE (is_working), DELETE ON public.calendar_days TO nianbao_app;
--> statement-breakpoint
-- An administrator adds and removes the robots of groups; what the app does by itself reads them. What they hold is sealed
-- by the app before it comes here.
DO $$
DECLARE
  in_district constant text := 'district_id = (SELECT nianbao.district())';
  by_itself constant text := '((SELECT nianbao.actor()) IS NULL AND (SELECT nianbao.sees_all_units()))';
BEGIN
  EXECUTE format('CREATE POLICY read_by_admin ON public.robots FOR SELECT TO nianbao_app USING (%s AND (%s OR ((SELECT nianbao.actor()) IS NOT NULL AND (SELECT nianbao.acts_as(''admin'')))))', in_district, by_itself);
  EXECUTE format('CREATE POLICY add_by_admin ON public.robots FOR INSERT TO nianbao_app WITH CHECK (%s AND (SELECT nianbao.acts_as(''admin'')))', in_district);
  EXECUTE format('CREATE POLICY remove_by_admin ON public.robots FOR DELETE TO nianbao_app USING (%s AND (SELECT nianbao.acts_as(''admin'')))', in_district);
END $$;
--> statement-breakpoint
ALTER TABLE public.robots ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON public.robots TO nianbao_app;
