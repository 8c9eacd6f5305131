-- Hashes move where the app's login has no right at all. What it may do with them are the functions below.
INSERT INTO public.credentials (district_id, user_id, password_hash, code_hash)
  SELECT district_id, id, password_hash, code_hash FROM public.users;
--> statement-breakpoint
UPDATE public.users SET has_password = password_hash IS NOT NULL;
--> statement-breakpoint
ALTER TABLE public.credentials ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY nobody ON public.credentials TO nianbao_app USING (false) WITH CHECK (false);
--> statement-breakpoint
REVOKE UPDATE ON public.users FROM nianbao_app;
--> statement-breakpoint
GRANT UPDATE (name, deactivated_at, session_epoch) ON public.users TO nianbao_app;
--> statement-breakpoint
REVOKE INSERT ON public.users FROM nianbao_app;
--> statement-breakpoint
GRANT INSERT (district_id, id, account, folded_account, name, has_password, code_expires_at, session_epoch, deactivated_at, created_at)
  ON public.users TO nianbao_app;
--> statement-breakpoint
-- An account that was made by mistake may go; one that ever had a password stays.
DROP POLICY remove_unused ON public.users;
--> statement-breakpoint
CREATE POLICY remove_unused ON public.users FOR DELETE TO nianbao_app
  USING (district_id = (SELECT nianbao.district()) AND (SELECT nianbao.acts_as('admin')) AND NOT has_password);
--> statement-breakpoint
DROP FUNCTION nianbao.sign_in_lookup(text);
--> statement-breakpoint
-- The part of an Argon2 text that says how to compute the rest: parameters and salt, without the hash.
CREATE FUNCTION nianbao.salt_of(hash text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT substring(hash FROM '^(\$argon2id\$v=\d+\$[^$]+\$[^$]+)\$[^$]+$') $$;
--> statement-breakpoint
CREATE FUNCTION nianbao.sign_in_lookup(wanted text)
RETURNS TABLE (district_id uuid, user_id uuid, name text, password_salt text, code_salt text, code_expires_at timestamptz, session_epoch integer, is_active boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT u.district_id, u.id, u.name, nianbao.salt_of(c.password_hash), nianbao.salt_of(c.code_hash), u.code_expires_at,
    u.session_epoch, u.deactivated_at IS NULL
  FROM public.users u LEFT JOIN public.credentials c ON c.district_id = u.district_id AND c.user_id = u.id
  WHERE u.account = wanted
$$;
--> statement-breakpoint
-- Whether a hash that was computed from what somebody typed is the stored one.
CREATE FUNCTION nianbao.is_credential(of_user uuid, kind text, computed text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM public.credentials c WHERE c.user_id = of_user
    AND computed = CASE kind WHEN 'password' THEN c.password_hash WHEN 'code' THEN c.code_hash END)
$$;
--> statement-breakpoint
-- Sets another password for whoever proves the present one, or an unused code. Every session ends; null without proof.
CREATE FUNCTION nianbao.set_password(of_user uuid, kind text, proof text, fresh text, moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE epoch integer;
BEGIN
  UPDATE public.credentials c SET password_hash = fresh, code_hash = CASE kind WHEN 'code' THEN NULL ELSE c.code_hash END
  FROM public.users u
  WHERE c.user_id = of_user AND u.district_id = c.district_id AND u.id = c.user_id AND u.deactivated_at IS NULL
    AND ((kind = 'password' AND c.password_hash = proof) OR (kind = 'code' AND c.code_hash = proof AND u.code_expires_at > moment));
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE public.users SET has_password = true, session_epoch = session_epoch + 1,
    code_expires_at = CASE kind WHEN 'code' THEN NULL ELSE code_expires_at END
  WHERE id = of_user RETURNING session_epoch INTO epoch;
  RETURN epoch;
END $$;
--> statement-breakpoint
-- An administrator gives somebody of the district a one-time code; the password and all sessions end.
CREATE FUNCTION nianbao.give_code(of_user uuid, computed text, expires timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'a code is given by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.users SET has_password = false, code_expires_at = expires, 
    session_epoch = session_epoch + (SELECT count(*)::integer FROM public.credentials c WHERE c.district_id = nianbao.district() AND c.user_id = of_user)
    WHERE district_id = nianbao.district() AND id = of_user;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody of this district' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.credentials (district_id, user_id, password_hash, code_hash) VALUES (nianbao.district(), of_user, NULL, computed)
    ON CONFLICT (district_id, user_id) DO UPDATE SET password_hash = NULL, code_hash = excluded.code_hash;
END $$;
--> statement-breakpoint
-- The password of an account that never had one or a code: the first administrator's, and those of the demonstration.
CREATE FUNCTION nianbao.give_first_password(of_user uuid, computed text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'a password is given by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.credentials (district_id, user_id, password_hash)
    SELECT district_id, id, computed FROM public.users WHERE district_id = nianbao.district() AND id = of_user;
  UPDATE public.users SET has_password = true WHERE district_id = nianbao.district() AND id = of_user;
END $$;
--> statement-breakpoint
-- A code that nobody used ends with the account.
CREATE FUNCTION nianbao.forget_code(of_user uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT nianbao.acts_as('admin') THEN
    RAISE EXCEPTION 'a code is taken back by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.users SET code_expires_at = NULL WHERE district_id = nianbao.district() AND id = of_user;
  UPDATE public.credentials SET code_hash = NULL WHERE district_id = nianbao.district() AND user_id = of_user;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION nianbao.salt_of(text), nianbao.sign_in_lookup(text), nianbao.is_credential(uuid, text, text),
  nianbao.set_password(uuid, text, text, text, timestamptz), nianbao.give_code(uuid, text, timestamptz),
  nianbao.give_first_password(uuid, text), nianbao.forget_code(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION nianbao.sign_in_lookup(text), nianbao.is_credential(uuid, text, text),
  nianbao.set_password(uuid, text, text, text, timestamptz), nianbao.give_code(uuid, text, timestamptz),
  nianbao.give_first_password(uuid, text), nianbao.forget_code(uuid) TO nianbao_app;
