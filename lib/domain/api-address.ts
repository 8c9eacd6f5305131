/** Below it programs call the product. */
export const API_PREFIX = "/api/v1";
