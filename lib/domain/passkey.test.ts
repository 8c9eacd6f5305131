import { describe, expect, it } from "vitest";
import { readUserHandle, relyingPartyOf, userHandleOf } from "@/lib/domain/passkey";

describe("passkeys", () => {
  it("are bound to the host that people open, where browsers offer them", () => {
    expect(relyingPartyOf("https://nianbao.example.gov.cn/")).toEqual({
      id: "nianbao.example.gov.cn",
      origin: "https://nianbao.example.gov.cn",
    });
    expect(relyingPartyOf("http://localhost:3000")).toEqual({ id: "localhost", origin: "http://localhost:3000" });
    expect(relyingPartyOf("http://10.0.0.5:3000")).toBeNull();
  });

  it("name their person by random ids alone", () => {
    const of = { districtId: "0b7d3a52-6c1f-4f0e-9a44-2f1f7b6b8c11", userId: "f3c1a9de-8b2a-4c55-8d0a-9e3f21b6aa02" };
    expect(userHandleOf(of)).toHaveLength(64);
    expect(readUserHandle(userHandleOf(of))).toEqual(of);
    for (const foreign of ["", "王芳", "x".repeat(64)]) expect(readUserHandle(foreign)).toBeNull();
  });
});
