-- As before, but the head is written once a statement and not twice an event: every change of a row within one
-- transaction leaves a copy behind that the next one has to pass, and a thousand events took seconds.
CREATE OR REPLACE FUNCTION nianbao.number_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head public.history_heads;
  last_number integer;
  last_hash text;
BEGIN
  IF NEW.actor_id IS NOT NULL THEN
    SELECT name INTO NEW.actor_name FROM public.users WHERE district_id = NEW.district_id AND id = NEW.actor_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the author of an event is a person of its district' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  IF NEW.submission_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.submissions WHERE district_id = NEW.district_id AND id = NEW.submission_id
      AND organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'an event about a submission is filed under its unit' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO head FROM public.history_heads WHERE district_id = NEW.district_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO public.history_heads (district_id, event_count, hash, seal_count) VALUES (NEW.district_id, 0, '', 0)
      ON CONFLICT (district_id) DO NOTHING;
    SELECT * INTO head FROM public.history_heads WHERE district_id = NEW.district_id FOR UPDATE;
  END IF;
  -- Events of the same statement are behind the head already; of those that the head counts it is the head that tells.
  SELECT e.number, e.hash INTO last_number, last_hash FROM public.events e
    WHERE e.district_id = NEW.district_id AND e.number > head.event_count ORDER BY e.number DESC LIMIT 1;
  NEW.number := coalesce(last_number, head.event_count) + 1;
  NEW.hash := encode(sha256(convert_to(coalesce(last_hash, head.hash) || E'\n' || jsonb_build_array(NEW.district_id, NEW.number,
    (extract(epoch FROM NEW.at) * 1000000)::bigint, NEW.actor_id, NEW.actor_name, NEW.organisation_id,
    NEW.cycle_id, NEW.submission_id, NEW.report_id, NEW.type, NEW.data)::text, 'UTF8')), 'hex');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION nianbao.move_head() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE public.history_heads h SET event_count = last.number, hash = last.hash
  FROM (SELECT DISTINCT ON (a.district_id) a.district_id, a.number, a.hash FROM added a ORDER BY a.district_id, a.number DESC) last
  WHERE h.district_id = last.district_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER move_head AFTER INSERT ON public.events REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION nianbao.move_head();
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.move_head() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.move_head() TO nianbao_app;
