/** What a delivery holds: notices of the work, an invitation to sign in, or word to the address that was used before. */
export const DELIVERY_KINDS = ["notices", "invitation", "address_changed"] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];
