import { rateLimits } from "@/db/schema";

/** The table that rate-limiter-flexible keeps its counters in; it writes the statements itself. */
export const rateLimitTable = rateLimits;
