-- As before, with conditions that are whole: a cluster hands on a choice between values of a parameter as something else.
CREATE OR REPLACE FUNCTION nianbao.set_password(of_district uuid, of_user uuid, kind text, proof text, fresh text, moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE epoch integer;
BEGIN
  UPDATE public.credentials c SET password_hash = fresh, code_hash = CASE WHEN kind = 'code' THEN NULL ELSE c.code_hash END
  FROM public.users u
  WHERE c.district_id = of_district AND c.user_id = of_user AND u.district_id = c.district_id AND u.id = c.user_id AND u.deactivated_at IS NULL
    AND ((kind = 'password' AND c.password_hash = proof) OR (kind = 'code' AND c.code_hash = proof AND u.code_expires_at > moment));
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE public.users SET has_password = true, session_epoch = session_epoch + 1,
    code_expires_at = CASE WHEN kind = 'code' THEN NULL ELSE code_expires_at END
  WHERE district_id = of_district AND id = of_user RETURNING session_epoch INTO epoch;
  RETURN epoch;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION nianbao.is_credential(of_district uuid, of_user uuid, kind text, computed text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM 1 FROM public.credentials c WHERE c.district_id = of_district AND c.user_id = of_user
    AND ((kind = 'password' AND c.password_hash = computed) OR (kind = 'code' AND c.code_hash = computed));
  RETURN FOUND;
END $$;
