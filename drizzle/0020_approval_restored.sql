-- As before, and: a correction that is called off gives back an approval that the history tells of.
CREATE OR REPLACE FUNCTION nianbao.guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE approved_number integer;
BEGIN
  IF NOT row_security_active('public.submissions') THEN
    RETURN NEW;
  END IF;
  IF NOT nianbao.acts_as('reviewer', 'director') THEN
    RAISE EXCEPTION 'a section is approved by the office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.approved_version_id IS NOT DISTINCT FROM OLD.approved_version_id THEN
    RETURN NEW;
  END IF;
  SELECT v.number INTO approved_number FROM public.versions v
    WHERE v.district_id = NEW.district_id AND v.id = NEW.approved_version_id AND v.submission_id = NEW.id;
  IF approved_number = NEW.latest_version AND NEW.approved_by IS NOT DISTINCT FROM nianbao.actor()
     AND nianbao.actor() NOT IN (coalesce(OLD.submitted_by, NEW.id), coalesce(OLD.signed_by, NEW.id)) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM public.events e WHERE e.district_id = NEW.district_id AND e.submission_id = NEW.id
       AND e.type = 'submission_approved' AND (e.data ->> 'version')::integer = approved_number
       AND e.actor_id = NEW.approved_by AND e.at = NEW.approved_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the newest version is approved by a second person' USING ERRCODE = 'insufficient_privilege';
END $$;
