-- An account that was made by mistake may go, with the roles it never took up; one that ever had a password stays.
CREATE POLICY remove_unused ON users AS RESTRICTIVE FOR DELETE TO nianbao_app
  USING ((SELECT nianbao.sees_all_units()) AND password_hash IS NULL);
--> statement-breakpoint
-- A unit goes only while nothing refers to it: the keys of the other tables refuse the rest.
GRANT DELETE ON organisations, users TO nianbao_app;
