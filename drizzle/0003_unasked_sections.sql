-- A section that a unit is no longer asked for goes, as long as nobody has begun to fill it in.
GRANT DELETE ON submissions TO nianbao_app;
--> statement-breakpoint
CREATE POLICY remove_unstarted ON submissions AS RESTRICTIVE FOR DELETE TO nianbao_app
  USING (state = 'not_started' AND latest_version = 0 AND (SELECT nianbao.sees_all_units()));
