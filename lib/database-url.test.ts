import { describe, expect, it } from "vitest";
import { listServers, withLogin, withLoginOf } from "./database-url";

describe("the address of the database", () => {
  it("may name several servers, of which one takes changes", () => {
    expect(listServers("postgres://me:p%40ss@one:5432,two/nianbao?target_session_attrs=read-write&x=1")).toEqual([
      "postgres://me:p%40ss@one:5432/nianbao?x=1",
      "postgres://me:p%40ss@two/nianbao?x=1",
    ]);
    expect(listServers("postgres://me:pass@[::1]:5433/nianbao")).toEqual(["postgres://me:pass@[::1]:5433/nianbao"]);
  });

  it.each(["mysql://me@one/nianbao", "one:5432", "postgres://", "postgres://me@one/x?target_session_attrs=standby"])(
    "is refused as %s",
    (url) => {
      expect(listServers(url)).toBeNull();
    },
  );

  it("takes the login of another for a replica", () => {
    const app = "postgres://nianbao_app:a%2Fb@one:1,two:2/nianbao?target_session_attrs=read-write";
    expect(withLoginOf("postgres://three:3/nianbao", app)).toBe("postgres://nianbao_app:a%2Fb@three:3/nianbao");
    expect(withLoginOf("postgres://owner:x@three/nianbao", app)).toBe("postgres://nianbao_app:a%2Fb@three/nianbao");
  });

  it("takes another login for all of them", () => {
    expect(withLogin("postgres://me:pass@one:1,two:2/nianbao?x=1", "app", "a/b")).toBe(
      "postgres://app:a%2Fb@one:1,two:2/nianbao?x=1",
    );
  });
});
