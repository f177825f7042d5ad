import type { Features } from '../../specs/feature.ts';
import type { Hex } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import type { Schema } from '../codec/schema.ts';
import type { BuildInfo } from './build-info.ts';
import type { Role } from './release.ts';

/** A chain program that is ready to be started, with all that is known about it. */
export interface Program {
  readonly role: Role;
  /** The executable, without symbolic links. */
  readonly path: string;
  readonly sha256: Hex;
  /** The name of the release that it was declared to be. */
  readonly release: string;
  /** The image that it was taken from and has to run in, in a container; else one is made around the executable. */
  readonly image?: { readonly reference: string; readonly program: string };
  /** Those of the release that it was declared to be. */
  readonly features: Features;
  readonly codec: Codec;
  /** In what it is not of that release, when it was opened all the same. */
  readonly misfit?: string;
  /** The messages, enums and services that its descriptors declare. */
  readonly schema: Schema;
  readonly buildInfo: BuildInfo;
  /** The name of its main package, such as `interchain-security-pd`. */
  readonly appName: string;
  /** The SDK reads settings from variables that begin with the name of the executable: `INTERCHAIN_SECURITY_PD`. */
  readonly envPrefix: string;
  /** The `app_state` that its `init` command writes, by module. Frozen: copy before changing. */
  readonly defaultGenesis: Readonly<Record<string, unknown>>;
}
