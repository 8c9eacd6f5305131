/** The input of a service that needs nothing but the person who asks; callers give `{}`. */
export type NoInput = Readonly<Record<string, never>>;
