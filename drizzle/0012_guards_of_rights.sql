-- What the app's own login may do even where somebody got it to run a statement of theirs. True when the acting person
-- holds one of these roles in the acting district; while a district is being set up nobody holds any.
CREATE FUNCTION nianbao.acts_as(VARIADIC roles text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (
    SELECT FROM public.memberships m JOIN public.users u ON u.district_id = m.district_id AND u.id = m.user_id
    WHERE m.district_id = nianbao.district() AND m.user_id = nianbao.actor() AND m.role = ANY (roles)
      AND m.until_at IS NULL AND u.deactivated_at IS NULL)
  OR NOT EXISTS (SELECT FROM public.memberships m WHERE m.district_id = nianbao.district())
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.acts_as(text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.acts_as(text[]) TO nianbao_app;
--> statement-breakpoint
-- Roles are given and ended by an administrator, and a role that was given is never turned into another.
DROP POLICY add_in_office ON public.memberships;
--> statement-breakpoint
DROP POLICY change_in_office ON public.memberships;
--> statement-breakpoint
CREATE POLICY add_by_admin ON public.memberships FOR INSERT TO nianbao_app
  WITH CHECK (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')));
--> statement-breakpoint
CREATE POLICY end_by_admin ON public.memberships FOR UPDATE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')))
  WITH CHECK (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')));
--> statement-breakpoint
REVOKE UPDATE ON public.memberships FROM nianbao_app;
--> statement-breakpoint
GRANT UPDATE (until_at) ON public.memberships TO nianbao_app;
--> statement-breakpoint
-- Accounts are added by an administrator, and changed by one or by their owner.
DROP POLICY in_scope ON public.users;
--> statement-breakpoint
CREATE POLICY read_in_scope ON public.users FOR SELECT TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (id = (SELECT nianbao.actor()) OR (SELECT nianbao.sees_all_units())));
--> statement-breakpoint
CREATE POLICY add_by_admin ON public.users FOR INSERT TO nianbao_app
  WITH CHECK (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')));
--> statement-breakpoint
CREATE POLICY change_by_admin ON public.users FOR UPDATE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (id = (SELECT nianbao.actor()) OR (SELECT nianbao.acts_as('admin'))))
  WITH CHECK (district_id = (SELECT nianbao.district()) AND (id = (SELECT nianbao.actor()) OR (SELECT nianbao.acts_as('admin'))));
--> statement-breakpoint
-- The keys of a row are never changed, nor what says whose it is.
REVOKE UPDATE ON public.submissions, public.reports FROM nianbao_app;
--> statement-breakpoint
GRANT UPDATE (state, revision, latest_version, is_nil, due_at, is_extended, submitted_by, submitted_at, signed_by,
  review_begun_at, return_reason, approved_version_id, approved_by, approved_by_name, approved_at, updated_by,
  updated_by_name, updated_at) ON public.submissions TO nianbao_app;
--> statement-breakpoint
GRANT UPDATE (state, title, district_name, document, document_hash, verification_code, erratum_reason, finalised_by,
  finalised_by_name, finalised_at, published_by_name, published_at, letterhead_id, has_charts, has_unit_annexes)
  ON public.reports TO nianbao_app;
--> statement-breakpoint
-- Of a published report only that it is superseded is ever written, in any column that there is or will be. The rules of
-- who may do it hold whoever is held to the policies; the owner is not.
CREATE OR REPLACE FUNCTION nianbao.guard_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE is_held constant boolean := row_security_active('public.reports');
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'reports are never removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF is_held AND NEW.state <> 'draft' AND NOT (NEW.state = 'published' AND NEW.origin = 'imported' AND nianbao.acts_as('admin')) THEN
      RAISE EXCEPTION 'a report begins as a draft' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state IN ('published', 'superseded') THEN
    IF to_jsonb(NEW) - 'state' IS DISTINCT FROM to_jsonb(OLD) - 'state'
       OR NEW.state NOT IN ('published', 'superseded') OR (OLD.state = 'superseded' AND NEW.state <> 'superseded') THEN
      RAISE EXCEPTION 'a published report does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF is_held AND NEW.state <> OLD.state AND NOT nianbao.acts_as('director') THEN
      RAISE EXCEPTION 'a report is superseded by the director' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state = 'final' AND (NEW.title, NEW.district_name) IS DISTINCT FROM (OLD.title, OLD.district_name) THEN
    RAISE EXCEPTION 'a final report keeps its title' USING ERRCODE = 'restrict_violation';
  END IF;
  IF is_held AND NEW.state = 'published' AND (
       OLD.state <> 'final' OR NOT nianbao.acts_as('director') OR OLD.finalised_by IS NOT DISTINCT FROM nianbao.actor()) THEN
    RAISE EXCEPTION 'a final report is published by the director, a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER guard_report ON public.reports;
--> statement-breakpoint
CREATE TRIGGER guard_report BEFORE INSERT OR UPDATE OR DELETE ON public.reports FOR EACH ROW EXECUTE FUNCTION nianbao.guard_report();
--> statement-breakpoint
-- What it guarded is part of the rule above.
DROP TRIGGER guard_report_print ON public.reports;
--> statement-breakpoint
DROP FUNCTION nianbao.guard_report_print();
--> statement-breakpoint
-- Approval is a second person's, of the office, and of the newest version.
CREATE FUNCTION nianbao.guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT row_security_active('public.submissions') THEN
    RETURN NEW;
  END IF;
  IF NOT nianbao.acts_as('reviewer', 'director') THEN
    RAISE EXCEPTION 'a section is approved by the office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.approved_version_id IS DISTINCT FROM OLD.approved_version_id AND (
       nianbao.actor() IN (OLD.submitted_by, OLD.signed_by)
       OR NEW.approved_by IS DISTINCT FROM nianbao.actor()
       OR NOT EXISTS (SELECT FROM public.versions v WHERE v.district_id = NEW.district_id AND v.id = NEW.approved_version_id
            AND v.submission_id = NEW.id AND v.number = NEW.latest_version)) THEN
    RAISE EXCEPTION 'the newest version is approved by a second person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_approval BEFORE UPDATE ON public.submissions FOR EACH ROW
  WHEN ((NEW.state = 'approved' AND OLD.state <> 'approved')
    OR (NEW.approved_version_id IS NOT NULL AND NEW.approved_version_id IS DISTINCT FROM OLD.approved_version_id))
  EXECUTE FUNCTION nianbao.guard_approval();
--> statement-breakpoint
-- Figures are summed only as they came with their version: nothing is added to one that was submitted.
CREATE FUNCTION nianbao.guard_version_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF row_security_active('public.version_figures') AND EXISTS (
    SELECT FROM added a
      JOIN public.versions v ON v.district_id = a.district_id AND v.id = a.version_id
      JOIN public.submissions s ON s.district_id = v.district_id AND s.id = v.submission_id
    WHERE v.number <= s.latest_version OR v.organisation_id <> a.organisation_id) THEN
    RAISE EXCEPTION 'a submitted version is complete' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER complete AFTER INSERT ON public.version_figures REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION nianbao.guard_version_figures();
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.guard_approval(), nianbao.guard_version_figures() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.guard_approval(), nianbao.guard_version_figures() TO nianbao_app;
