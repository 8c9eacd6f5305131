-- Somebody sees by whom of single sign-on they are signed in themselves, and may end it.
CREATE POLICY seen_by_oneself ON public.identities FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()));
--> statement-breakpoint
CREATE POLICY removed_by_oneself ON public.identities FOR DELETE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()));
--> statement-breakpoint
-- A subject whom nobody knows any more is looked for anew, in whichever district they then belong to. It runs as the owner:
-- the app may remove no other one.
CREATE FUNCTION nianbao.forget_subject(of_district uuid, gone text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF of_district IS DISTINCT FROM nianbao.district() THEN
    RETURN;
  END IF;
  PERFORM 1 FROM public.identities i WHERE i.district_id = of_district AND i.subject = gone;
  IF NOT FOUND THEN
    DELETE FROM public.subjects s WHERE s.subject = gone AND s.district_id = of_district;
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.forget_subject(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.forget_subject(uuid, text) TO nianbao_app;
