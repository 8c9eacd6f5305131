-- Whoever acts writes what is to be told of it, in their own name and about their units. Whom it is told, and what was
-- sent, is read and written only by what the app does by itself, which acts for nobody; an administrator sees what waits.
DO $$
DECLARE
  one text;
  in_district constant text := 'district_id = (SELECT nianbao.district())';
  by_itself constant text := in_district || ' AND (SELECT nianbao.actor()) IS NULL AND (SELECT nianbao.sees_all_units())';
BEGIN
  EXECUTE format('CREATE POLICY tell_oneself ON public.notices FOR INSERT TO nianbao_app WITH CHECK (%s AND actor_id IS NOT DISTINCT FROM (SELECT nianbao.actor()) AND ((SELECT nianbao.sees_all_units()) OR organisation_id = ANY ((SELECT nianbao.units())::uuid[])))', in_district);
  EXECUTE format('CREATE POLICY read_by_itself ON public.notices FOR SELECT TO nianbao_app USING (%s)', by_itself);
  EXECUTE format('CREATE POLICY change_by_itself ON public.notices FOR UPDATE TO nianbao_app USING (%s) WITH CHECK (%s)', by_itself, by_itself);
  EXECUTE format('CREATE POLICY remove_by_itself ON public.notices FOR DELETE TO nianbao_app USING (%s)', by_itself);
  FOREACH one IN ARRAY ARRAY['messages', 'deliveries'] LOOP
    EXECUTE format('CREATE POLICY by_itself ON public.%I TO nianbao_app USING (%s) WITH CHECK (%s)', one, by_itself, by_itself);
  END LOOP;
  EXECUTE format('CREATE POLICY read_as_administrator ON public.deliveries FOR SELECT TO nianbao_app USING (%s AND (SELECT nianbao.actor()) IS NOT NULL AND (SELECT nianbao.acts_as(''admin'')))', in_district);
  FOREACH one IN ARRAY ARRAY['notices', 'messages', 'deliveries'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON public.%I TO nianbao_app', one);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT UPDATE (told_at) ON public.notices TO nianbao_app;
--> statement-breakpoint
GRANT UPDATE (delivery_id) ON public.messages TO nianbao_app;
--> statement-breakpoint
GRANT UPDATE (sent_at) ON public.deliveries TO nianbao_app;
--> statement-breakpoint
GRANT INSERT (email, notice_language, notice_choice), UPDATE (email, notice_language, notice_choice) ON public.users TO nianbao_app;
--> statement-breakpoint
-- What is done by the clock goes through every district, each in a transaction of its own.
CREATE FUNCTION nianbao.list_districts() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT id FROM public.organisations WHERE id = district_id ORDER BY id $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.list_districts() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.list_districts() TO nianbao_app;
