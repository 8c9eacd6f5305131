-- Everybody's checks follow what the office decided of a rule. An administrator proposes in their own name; a second person,
-- an administrator or the director, decides; what was decided never changes.
DO $$
DECLARE
  in_district constant text := 'district_id = (SELECT nianbao.district())';
BEGIN
  EXECUTE format('CREATE POLICY read_in_district ON public.rule_settings FOR SELECT TO nianbao_app USING (%s)', in_district);
  EXECUTE format('CREATE POLICY propose_oneself ON public.rule_settings FOR INSERT TO nianbao_app WITH CHECK (%s AND state = ''proposed'' AND proposed_by = (SELECT nianbao.actor()) AND nianbao.acts_as(''admin''))', in_district);
  EXECUTE format('CREATE POLICY decide_oneself ON public.rule_settings FOR UPDATE TO nianbao_app USING (%s) WITH CHECK (%s AND decided_by = (SELECT nianbao.actor()) AND ((state = ''withdrawn'' AND proposed_by = decided_by) OR (state IN (''confirmed'', ''declined'') AND proposed_by <> decided_by AND nianbao.acts_as(''admin'', ''director''))))', in_district, in_district);
END $$;
--> statement-breakpoint
ALTER TABLE public.rule_settings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_by_name, decided_at) ON public.rule_settings TO nianbao_app;
--> statement-breakpoint
CREATE FUNCTION nianbao.guard_rule_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'proposed' THEN
    RAISE EXCEPTION 'what was decided of a rule does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_rule_setting BEFORE UPDATE ON public.rule_settings FOR EACH ROW EXECUTE FUNCTION nianbao.guard_rule_setting();
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.guard_rule_setting() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.guard_rule_setting() TO nianbao_app;
