import type { Hex } from '../value.ts';

/** An ed25519 key in a `google.protobuf.Any`. */
export type AnyEd25519 = { readonly '@type': '/cosmos.crypto.ed25519.PubKey'; readonly key: Hex };
