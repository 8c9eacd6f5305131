-- As before, and: that a session was used is noted where anything can be written. A database that is only read, or whose
-- disk is full, still says who is there.
CREATE OR REPLACE FUNCTION nianbao.load_session(of_district uuid, wanted uuid, moment timestamptz, idle_since timestamptz, noted_since timestamptz)
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  found public.sessions;
BEGIN
  SELECT * INTO found FROM public.sessions s
    WHERE s.district_id = of_district AND s.id = wanted AND s.ended_at IS NULL AND s.ends_at > moment AND s.seen_at > idle_since;
  IF found.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF found.seen_at < noted_since AND current_setting('transaction_read_only') = 'off' THEN
    BEGIN
      UPDATE public.sessions s SET seen_at = moment
        WHERE s.district_id = of_district AND s.id = wanted AND s.ended_at IS NULL AND s.seen_at < noted_since;
    EXCEPTION WHEN disk_full THEN
      NULL;
    END;
  END IF;
  RETURN nianbao.load_actor(found.user_id, found.epoch, moment);
END $$;
