/**
 * What differs between releases, by name (design rule 6). A release lists the features of each of its programs;
 * the model reads them and never a version number.
 */
export const FEATURES = {
  'ibc-capabilities': 'IBC ports and channels are owned through the capability module (ibc-go before v10).',
} as const satisfies Readonly<Record<string, string>>;

export type Feature = keyof typeof FEATURES;

/** The features of one program of one release. */
export type Features = ReadonlySet<Feature>;
