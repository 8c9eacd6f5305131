/** Carries the address a request comes from. `server.ts` writes it, over whatever a client sent under this name. */
export const SOURCE_HEADER = "x-nianbao-source";
