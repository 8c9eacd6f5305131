-- A person sees and ends their own sessions. Only the function below notes that somebody was there.
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own ON sessions TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()))
  WITH CHECK (district_id = (SELECT nianbao.district()) AND user_id = (SELECT nianbao.actor()));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (ended_at) ON sessions TO nianbao_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON guesses TO nianbao_app;
--> statement-breakpoint
-- Who a session is for, as `load_actor` says; null when it was ended, has run out or lay idle. That it was used is noted
-- where the last note is older than `noted_since`.
CREATE FUNCTION nianbao.load_session(of_district uuid, wanted uuid, moment timestamptz, idle_since timestamptz, noted_since timestamptz)
RETURNS jsonb LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE sessions s SET seen_at = moment
  WHERE s.district_id = of_district AND s.id = wanted AND s.ended_at IS NULL AND s.ends_at > moment
    AND s.seen_at > idle_since AND s.seen_at < noted_since;
  SELECT nianbao.load_actor(s.user_id, s.epoch, moment) FROM sessions s
  WHERE s.district_id = of_district AND s.id = wanted AND s.ended_at IS NULL AND s.ends_at > moment AND s.seen_at > idle_since;
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.load_session(uuid, uuid, timestamptz, timestamptz, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.load_session(uuid, uuid, timestamptz, timestamptz, timestamptz) TO nianbao_app;
