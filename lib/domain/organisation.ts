/**
 * A `government` is a unit that has a year of its own: what it submits is the report that it publishes, and nobody fills
 * anything in for it here.
 */
export const ORGANISATION_KINDS = ["district", "office", "department", "township", "government"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A reporting unit as pages and services need it. */
export type Organisation = {
  id: string;
  kind: OrganisationKind;
  name: string;
  position: number;
  isActive: boolean;
  needsSignature: boolean;
  /** The day that an inactive unit was dissolved, as an ISO date. */
  dissolvedOn: string | null;
};

export type Office = { id: string; name: string; address: string; postcode: string; phone: string };
