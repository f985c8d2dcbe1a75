/** What a trust has filled in, by the name of the entry: HTML of the language's own making. */
export type LocalDetails = Readonly<Record<string, string>>;
