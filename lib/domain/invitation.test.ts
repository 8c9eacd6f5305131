import { describe, expect, it } from "vitest";
import { invitationExpiry, isInvitationOpen, listInvitable } from "@/lib/domain/invitation";

const NOW = new Date("2020-01-06T09:00:00+08:00");
const EARLIER = new Date("2020-01-01T09:00:00+08:00");
const open = { madeAt: EARLIER, expiresAt: invitationExpiry(EARLIER), sentAt: EARLIER, usedAt: null };
const person = {
  hasPassword: false,
  hasOtherWay: false,
  deactivatedAt: null,
  email: "wang@example.cn",
  invitation: null,
};

describe("an invitation", () => {
  it("is open for seven days, until it is used", () => {
    expect(isInvitationOpen(open, new Date("2020-01-08T08:59:59+08:00"))).toBe(true);
    expect(isInvitationOpen(open, new Date("2020-01-08T09:00:00+08:00"))).toBe(false);
    expect(isInvitationOpen({ ...open, usedAt: NOW }, NOW)).toBe(false);
    expect(isInvitationOpen(null, NOW)).toBe(false);
  });

  it("to all goes to whoever has no way to sign in and none that is open, and names those without an address", () => {
    const expired = { ...open, expiresAt: EARLIER };
    const invited = [person, { ...person, invitation: expired }];
    const withoutAddress = [{ ...person, email: null }];
    const others = [
      { ...person, hasPassword: true },
      { ...person, hasOtherWay: true },
      { ...person, deactivatedAt: EARLIER },
      { ...person, invitation: open },
    ];
    expect(listInvitable([...others, ...invited, ...withoutAddress], NOW)).toEqual({ invited, withoutAddress });
  });
});
