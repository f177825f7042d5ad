import type { Codec } from '../codec/codec.ts';
import type { Observer } from '../observe/observer.ts';

/** A chain that is followed: how what it shows is read. */
export interface FollowedChain {
  readonly codec: Codec;
  readonly observer: Observer;
  /**
   * Where the rows of the chain come from: its own writes, or the model, as some writes were not recorded. Rows of the
   * model are neither compared nor judged.
   */
  readonly rowsFrom: 'writes' | 'model';
}
