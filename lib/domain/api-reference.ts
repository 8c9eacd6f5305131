/** One call of the programming interface, as the page that explains it draws it. */
export type ApiCallView = {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** Scopes of which a token needs one; empty where anybody may call. */
  scopes: readonly string[];
  parameters: readonly { name: string; where: "path" | "query"; isRequired: boolean }[];
  /** An example of what is sent and of what is answered, as indented JSON; null where there is nothing, or a file. */
  sends: string | null;
  answers: string | null;
};

export type ApiPartView = { tag: string; title: string; calls: readonly ApiCallView[] };
