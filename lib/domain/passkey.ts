/** The most passkeys of one person. */
export const MOST_PASSKEYS = 10;
/** How long somebody may take to answer their device's question. */
export const CHALLENGE_SECONDS = 5 * 60;

/** A passkey as its person sees it. */
export type Passkey = {
  id: string;
  name: string;
  madeAt: Date;
  usedAt: Date | null;
  /** Whether it is backed up, and so outlives the device. */
  isBackedUp: boolean;
};

/** What a challenge was drawn for; an answer to one is none to another. */
export const CHALLENGE_PURPOSES = ["add", "sign_in", "second_step"] as const;
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number];

/** The host and the origin that passkeys are bound to; null where browsers offer none, without HTTPS. */
export type RelyingParty = { id: string; origin: string };

/** Passkeys are bound to the address that people open; browsers offer them over HTTPS, and on this machine itself. */
export function relyingPartyOf(address: string): RelyingParty | null {
  const { protocol, hostname, origin } = new URL(address);
  if (protocol !== "https:" && hostname !== "localhost") return null;
  return { id: hostname, origin };
}

const HANDLE = /^[0-9a-f]{64}$/;

/**
 * What a passkey calls its person: the random ids of the district and the person, 32 bytes as hexadecimal digits.
 * Nothing personal, and it says which district is asked.
 */
export function userHandleOf(of: { districtId: string; userId: string }): string {
  return `${of.districtId}${of.userId}`.replaceAll("-", "");
}

/** The district and the person that a handle names; null where it is none of ours. */
export function readUserHandle(handle: string): { districtId: string; userId: string } | null {
  if (!HANDLE.test(handle)) return null;
  const [districtId = "", userId = ""] = [handle.slice(0, 32), handle.slice(32)].map((hex) =>
    [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-"),
  );
  return { districtId, userId };
}
