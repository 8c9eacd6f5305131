-- A unit answers a comment; that the answer is taken is the office's to say.
CREATE POLICY settled_by_office ON comments AS RESTRICTIVE FOR UPDATE TO nianbao_app
  USING (true) WITH CHECK (settled_at IS NULL OR nianbao.sees_all_units());
