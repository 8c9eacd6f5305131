-- A proposal is seen where its unit is, is made in one's own name, and never changes.
DO $$
DECLARE
  in_unit constant text := 'district_id = (SELECT nianbao.district()) AND ((SELECT nianbao.sees_all_units()) OR organisation_id = ANY ((SELECT nianbao.units())::uuid[]))';
BEGIN
  EXECUTE format('CREATE POLICY read_in_scope ON public.proposed_unit_reports FOR SELECT TO nianbao_app USING (%s)', in_unit);
  EXECUTE format('CREATE POLICY propose_oneself ON public.proposed_unit_reports FOR INSERT TO nianbao_app WITH CHECK (%s AND proposed_by = (SELECT nianbao.actor()))', in_unit);
  EXECUTE format('CREATE POLICY settle_in_scope ON public.proposed_unit_reports FOR DELETE TO nianbao_app USING (%s)', in_unit);
  EXECUTE format('CREATE POLICY lock_in_scope ON public.proposed_unit_reports FOR UPDATE TO nianbao_app USING (%s) WITH CHECK (false)', in_unit);
END $$;
--> statement-breakpoint
ALTER TABLE public.proposed_unit_reports ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Locking a row takes a right to change one of its columns.
GRANT SELECT, INSERT, DELETE, UPDATE (id) ON public.proposed_unit_reports TO nianbao_app;
--> statement-breakpoint
-- A unit's report names the unit, or somebody of the office lets in, unchanged, what another person proposed. The name is
-- folded as in the migration of folded names; a mark behind a blank tells names apart that were alike before.
CREATE FUNCTION nianbao.guard_unit_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named constant text := lower(regexp_replace(normalize(concat(NEW.report ->> 'organisation', ' ', NEW.report ->> 'title'), NFKC),
    '[[:space:][:cntrl:]\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]', '', 'g'));
BEGIN
  IF NOT row_security_active('public.unit_reports') THEN
    RETURN NEW;
  END IF;
  IF NEW.confirmed_by IS NULL THEN
    IF NEW.imported_by IS DISTINCT FROM nianbao.actor() OR NOT EXISTS (
         SELECT FROM public.organisations o WHERE o.district_id = NEW.district_id AND o.id = NEW.organisation_id
           AND position(split_part(o.folded_name, ' ', 1) IN named) > 0) THEN
      RAISE EXCEPTION 'another body''s report needs a second person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.confirmed_by IS DISTINCT FROM nianbao.actor() OR NOT nianbao.acts_as('admin', 'reviewer') OR NOT EXISTS (
       SELECT FROM public.proposed_unit_reports p WHERE p.district_id = NEW.district_id
         AND p.organisation_id = NEW.organisation_id AND p.year = NEW.year AND p.report = NEW.report
         AND p.hash = NEW.hash AND p.body = NEW.other_body AND p.proposed_by = NEW.imported_by) THEN
    RAISE EXCEPTION 'another body''s report needs a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_unit_report BEFORE INSERT OR UPDATE ON public.unit_reports FOR EACH ROW EXECUTE FUNCTION nianbao.guard_unit_report();
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.guard_unit_report() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.guard_unit_report() TO nianbao_app;
