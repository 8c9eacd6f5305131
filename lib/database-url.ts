/** `postgres://login@one:5432,two:5432/database?options` */
const PARTS = /^(postgres(?:ql)?:\/\/)((?:[^@/?]*@)?)([^/?]+)((?:\/[^?]*)?)((?:\?.*)?)$/;
/** The only one of several that is asked for: the one that takes changes. What else libpq knows is refused. */
const WANTED = ["read-write", "primary"];
/**
 * The servers that a URL names, each by a URL of its own, in their order: a primary and its standbys, of which one takes
 * changes. Null where it is not written so.
 */
export function listServers(url: string): string[] | null {
  const parts = PARTS.exec(url);
  if (!parts) return null;
  const [, scheme = "", login = "", hosts = "", path = "", query = ""] = parts;
  const options = new URLSearchParams(query);
  const sessionAttrs = options.get("target_session_attrs");
  if (sessionAttrs !== null && !WANTED.includes(sessionAttrs)) return null;
  options.delete("target_session_attrs");
  const rest = options.size > 0 ? `?${options}` : "";
  const servers = hosts.split(",").map((host) => `${scheme}${login}${host}${path}${rest}`);
  return servers.every((server) => URL.canParse(server)) ? servers : null;
}

/** The servers and database of a URL with the login of another. */
export function withLoginOf(url: string, other: string): string {
  const { username, password } = new URL(listServers(other)?.[0] ?? other);
  return withLogin(url, decodeURIComponent(username), decodeURIComponent(password));
}

/** The same servers and database with another login. */
export function withLogin(url: string, user: string, password: string): string {
  const [, scheme = "", , ...rest] = PARTS.exec(url) ?? [];
  return `${scheme}${encodeURIComponent(user)}:${encodeURIComponent(password)}@${rest.join("")}`;
}
