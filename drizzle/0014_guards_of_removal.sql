-- An account that was made by mistake may go, with the roles it never took up; one that has a password stays.
CREATE POLICY remove_unused ON users FOR DELETE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')) AND password_hash IS NULL);
--> statement-breakpoint
-- A unit goes only while nothing refers to it: the keys of the other tables refuse the rest.
GRANT DELETE ON organisations, users TO nianbao_app;
