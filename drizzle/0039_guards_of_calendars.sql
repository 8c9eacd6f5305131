-- A person makes and ends the address of their own calendar; an administrator ends it with the account.
ALTER TABLE public.calendar_feeds ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own ON public.calendar_feeds TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()))
  WITH CHECK (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()));
--> statement-breakpoint
CREATE POLICY seen_by_admin ON public.calendar_feeds FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')));
--> statement-breakpoint
CREATE POLICY ended_by_admin ON public.calendar_feeds FOR DELETE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (id, made_at) ON public.calendar_feeds TO nianbao_app;
--> statement-breakpoint
-- Whose calendar an address names, as `load_actor` says of them now, and in which language they are told things.
CREATE FUNCTION nianbao.load_calendar(wanted uuid, moment timestamptz, OUT actor jsonb, OUT language text) RETURNS SETOF record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT nianbao.load_actor(u.id, u.session_epoch, moment), u.notice_language
  FROM public.calendar_feeds f JOIN public.users u ON u.district_id = f.district_id AND u.id = f.user_id
  WHERE f.id = wanted
$$;
--> statement-breakpoint
-- When each person of the acting district was last there: an administrator sees who was not for long.
CREATE FUNCTION nianbao.last_seen(OUT user_id uuid, OUT seen_at timestamptz) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'who was there is seen by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT s.user_id, max(s.seen_at) FROM public.sessions s
    WHERE s.district_id = nianbao.district() GROUP BY s.user_id;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.load_calendar(uuid, timestamptz), nianbao.last_seen() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.load_calendar(uuid, timestamptz), nianbao.last_seen() TO nianbao_app;
