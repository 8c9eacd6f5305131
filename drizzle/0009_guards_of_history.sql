-- The owner is not held to the policies any more: it owns the rows anyway, a dump and the verification read them as the
-- owner, and the functions of the owner below name what they read. The app's role is held as before.
DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', found.tablename);
  END LOOP;
  FOR found IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' AND policyname = 'owner_reads' LOOP
    EXECUTE format('DROP POLICY owner_reads ON public.%I', found.tablename);
  END LOOP;
END $$;
--> statement-breakpoint
-- Events that are there already get their numbers and hashes in the order of their ids.
ALTER TABLE public.events DISABLE TRIGGER append_only;
--> statement-breakpoint
DO $$
DECLARE
  district uuid;
  event public.events;
  so_far text;
  counted bigint;
BEGIN
  FOR district IN SELECT DISTINCT district_id FROM public.events LOOP
    so_far := '';
    counted := 0;
    FOR event IN SELECT * FROM public.events e WHERE e.district_id = district ORDER BY e.id LOOP
      counted := counted + 1;
      so_far := encode(sha256(convert_to(so_far || E'\n' || jsonb_build_array(event.district_id, counted,
        (extract(epoch FROM event.at) * 1000000)::bigint, event.actor_id, event.actor_name, event.organisation_id,
        event.cycle_id, event.submission_id, event.report_id, event.type, event.data)::text, 'UTF8')), 'hex');
      UPDATE public.events e SET number = counted, hash = so_far WHERE e.district_id = district AND e.id = event.id;
    END LOOP;
    INSERT INTO public.history_heads (district_id, event_count, hash, seal_count)
      VALUES (district, counted, so_far, (SELECT count(*) FROM public.seals s WHERE s.district_id = district));
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE public.events ENABLE TRIGGER append_only;
--> statement-breakpoint
ALTER TABLE public.events ADD CONSTRAINT events_number_key UNIQUE (district_id, number);
--> statement-breakpoint
ALTER TABLE public.history_heads ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY in_office ON public.history_heads FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.sees_all_units()));
--> statement-breakpoint
GRANT SELECT ON public.history_heads TO nianbao_app;
--> statement-breakpoint
-- Numbers an event, chains it to the one before and writes its author's name as it is stored. It runs as the owner: the
-- app can neither choose these nor touch the head. The head stays locked until the transaction ends, so that numbers
-- have no gaps; events are therefore the last thing a transaction writes.
CREATE FUNCTION nianbao.number_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head public.history_heads;
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
  INSERT INTO public.history_heads AS h (district_id, event_count, hash, seal_count) VALUES (NEW.district_id, 1, '', 0)
    ON CONFLICT (district_id) DO UPDATE SET event_count = h.event_count + 1
    RETURNING * INTO head;
  NEW.number := head.event_count;
  NEW.hash := encode(sha256(convert_to(head.hash || E'\n' || jsonb_build_array(NEW.district_id, NEW.number,
    (extract(epoch FROM NEW.at) * 1000000)::bigint, NEW.actor_id, NEW.actor_name, NEW.organisation_id,
    NEW.cycle_id, NEW.submission_id, NEW.report_id, NEW.type, NEW.data)::text, 'UTF8')), 'hex');
  UPDATE public.history_heads SET hash = NEW.hash WHERE district_id = NEW.district_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER number_event BEFORE INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION nianbao.number_event();
--> statement-breakpoint
CREATE FUNCTION nianbao.number_seal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE counted integer;
BEGIN
  UPDATE public.history_heads SET seal_count = seal_count + 1 WHERE district_id = NEW.district_id RETURNING seal_count INTO counted;
  IF counted IS DISTINCT FROM NEW.number THEN
    RAISE EXCEPTION 'seals are numbered one after the other' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER number_seal BEFORE INSERT ON public.seals FOR EACH ROW EXECUTE FUNCTION nianbao.number_seal();
--> statement-breakpoint
-- An event is written by whoever acts, in their district and about their units; what concerns only their own account
-- names no unit and no work.
DROP POLICY add_in_district ON public.events;
--> statement-breakpoint
CREATE POLICY add_as_actor ON public.events FOR INSERT TO nianbao_app WITH CHECK (
  district_id = (SELECT nianbao.district())
  AND actor_id IS NOT DISTINCT FROM (SELECT nianbao.actor())
  AND ((SELECT nianbao.sees_all_units())
    OR organisation_id = ANY ((SELECT nianbao.units())::uuid[])
    OR (organisation_id IS NULL AND cycle_id IS NULL AND submission_id IS NULL AND report_id IS NULL)));
--> statement-breakpoint
-- The newest seal is printed on every receipt.
CREATE POLICY read_in_district ON public.seals FOR SELECT TO nianbao_app USING (district_id = (SELECT nianbao.district()));
--> statement-breakpoint
-- Districts that have an event before a moment which no seal covers yet.
CREATE FUNCTION nianbao.list_unsealed(before timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT h.district_id FROM public.history_heads h WHERE EXISTS (
    SELECT FROM public.events e WHERE e.district_id = h.district_id AND e.at < before AND e.id > coalesce(
      (SELECT max(s.up_to_event_id) FROM public.seals s WHERE s.district_id = h.district_id), 0))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.number_event(), nianbao.number_seal(), nianbao.list_unsealed(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.number_event(), nianbao.number_seal(), nianbao.list_unsealed(timestamptz) TO nianbao_app;
