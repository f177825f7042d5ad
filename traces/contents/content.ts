import type { Arbitrary } from 'fast-check';
import type { Message } from '../../specs/block.ts';
import type { SchemaPart } from '../actions/action.ts';
import type { World } from '../world/world.ts';

/** One kind of message that only governance may send, or the owner of a consumer: what a proposal is made of. */
export interface ContentKind<Content extends { readonly message: string }> {
  readonly message: Content['message'];
  /** The name of its generated type, for example `RemoveConsumerContent`. */
  readonly title: string;
  /** A sentence for the schema, with the message that it stands for. */
  readonly describes: string;
  /** The type of the message. */
  readonly type: string;
  /** The schema of each field but `message` and `authority`; those named in `optional` may be left out. */
  readonly fields: Readonly<Record<string, SchemaPart>>;
  readonly optional?: readonly string[];
  /** How often to draw it now, in relation to the others; 0 never. */
  weight(world: World): number;
  /** Draws one that suits the world. */
  draw(world: World): Arbitrary<Content>;
  /** The message with all of its fields, as it stands in a proposal; `authority` is the address that it names. */
  build(world: World, content: Content, authority: string): Message;
}
