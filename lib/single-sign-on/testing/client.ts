/** What the provider of the tests knows this installation by. */
export const CLIENT = { id: "nianbao", secret: "a secret of the client, long enough" };
