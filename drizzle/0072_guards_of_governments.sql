-- A government below is entered while it is set up, before anybody has a role in it; it and the one above see the row.
CREATE POLICY seen_by_both ON public.governments FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) OR parent_district_id = (SELECT nianbao.district()));
--> statement-breakpoint
CREATE POLICY entered_at_set_up ON public.governments FOR INSERT TO nianbao_app
  WITH CHECK (district_id = (SELECT nianbao.district()) AND parent_district_id <> district_id
    AND (SELECT nianbao.sees_all_units()) AND (SELECT nianbao.acts_as('nobody')));
--> statement-breakpoint
ALTER TABLE public.governments ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON public.governments TO nianbao_app;
--> statement-breakpoint
-- What is taken from a published report is taken by a reviewer and stays as it was taken.
CREATE POLICY read_in_office ON public.taken_reports FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.sees_all_units()));
--> statement-breakpoint
CREATE POLICY taken_by_reviewer ON public.taken_reports FOR INSERT TO nianbao_app
  WITH CHECK (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.sees_all_units())
    AND (SELECT nianbao.acts_as('reviewer')));
--> statement-breakpoint
ALTER TABLE public.taken_reports ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON public.taken_reports TO nianbao_app;
--> statement-breakpoint
CREATE FUNCTION nianbao.is_above(above uuid, below uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM 1 FROM public.governments g WHERE g.district_id = below AND g.parent_district_id = above;
  RETURN FOUND;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.is_above(uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.is_above(uuid, uuid) TO nianbao_app;
--> statement-breakpoint
-- What the government above sends back is written by its office into the rows of the district below, of which it sees these
-- alone; the district's director answers.
CREATE POLICY seen_by_both ON public.correction_requests FOR SELECT TO nianbao_app
  USING ((district_id = (SELECT nianbao.district()) OR parent_district_id = (SELECT nianbao.district()))
    AND (SELECT nianbao.sees_all_units()));
--> statement-breakpoint
CREATE POLICY asked_from_above ON public.correction_requests FOR INSERT TO nianbao_app
  WITH CHECK (parent_district_id = (SELECT nianbao.district()) AND (SELECT nianbao.sees_all_units())
    AND (SELECT nianbao.acts_as('reviewer')) AND answer IS NULL
    AND nianbao.is_above(parent_district_id, district_id));
--> statement-breakpoint
CREATE POLICY answered_by_director ON public.correction_requests FOR UPDATE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('director')))
  WITH CHECK (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('director')));
--> statement-breakpoint
ALTER TABLE public.correction_requests ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (answer, answer_text, answered_by_name, answered_at) ON public.correction_requests TO nianbao_app;
