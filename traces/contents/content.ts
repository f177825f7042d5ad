import type { Arbitrary } from 'fast-check';
import type { Message } from '../../specs/block.ts';
import type { SchemaPart } from '../actions/action.ts';
import type { World } from '../world/world.ts';

/** One kind of message in a proposal: only governance, or the owner of a consumer, may send it. */
export interface ContentKind<Content extends { readonly message: string }> {
  readonly message: Content['message'];
  /** The name of its generated type, for example `RemoveConsumerContent`. */
  readonly title: string;
  /** A sentence for the schema that names the message. */
  readonly describes: string;
  /** The type of the message. */
  readonly type: string;
  /** The schema of each field except `message` and `authority`. Fields named in `optional` may be left out. */
  readonly fields: Readonly<Record<string, SchemaPart>>;
  readonly optional?: readonly string[];
  /** How often to draw it now, relative to the other kinds; 0 is never. */
  weight(world: World): number;
  /** Draws a content that suits the world. */
  draw(world: World): Arbitrary<Content>;
  /** The complete message of the proposal; `authority` is the address that it names. */
  build(world: World, content: Content, authority: string): Message;
}
