import * as fc from 'fast-check';
import type { Message } from '../../specs/block.ts';
import type { Content } from '../../specs/generated/trace.ts';
import { exportsOf } from '../../specs/order.ts';
import type { SchemaPart } from '../actions/action.ts';
import type { ContentKind } from './content.ts';
import { rarely } from '../draw/index.ts';
import { ownerName } from '../format/fields.ts';
import { ownerAddress } from '../messages/owner.ts';
import type { World } from '../world/world.ts';
import * as all from './all.ts';

/** Every kind of content, in the order of the schema. */
export const CONTENT_KINDS: readonly ContentKind<Content>[] = exportsOf(all);

const byName = new Map<string, ContentKind<Content>>(CONTENT_KINDS.map((kind) => [kind.message, kind]));

/**
 * The message of a content. Its authority is `by` unless the content names another. Addresses have the prefix of the
 * chain.
 */
export function messageOf(world: World, content: Content, by: string, prefix = 'cosmos'): Message {
  const kind = byName.get(content.message);
  if (kind === undefined) throw new Error(`there is no content ${content.message}`);
  return kind.build(world, content, ownerAddress(content.authority ?? by, prefix));
}

/** A content that suits the world; sometimes its authority is not allowed to send it. */
export function someContent(world: World): fc.Arbitrary<Content> {
  const kinds = CONTENT_KINDS.map((kind) => ({
    weight: Math.round(10 * kind.weight(world)),
    arbitrary: kind.draw(world),
  })).filter(({ weight }) => weight > 0);
  return fc
    .tuple(fc.oneof(...kinds), rarely(6, fc.constantFrom('a0', 'v0', 'nobody')))
    .map(([content, authority]) => (authority === undefined ? content : { ...content, authority }));
}

/** The schema of a content, which is a union discriminated by `message`, and the schemas of its kinds. */
export function contentSchemas(): Readonly<Record<string, SchemaPart>> {
  return {
    Content: {
      title: 'Content',
      description: 'A message that only governance, or the owner of a consumer, may send.',
      type: 'object',
      discriminator: { propertyName: 'message' },
      oneOf: CONTENT_KINDS.map(({ title }) => ({ $ref: `#/$defs/${title}` })),
    },
    ...Object.fromEntries(CONTENT_KINDS.map((kind) => [kind.title, contentSchema(kind)])),
  };
}

function contentSchema({ message, title, describes, fields, optional = [] }: ContentKind<Content>): SchemaPart {
  return {
    title,
    description: describes,
    type: 'object',
    additionalProperties: false,
    required: ['message', ...Object.keys(fields).filter((field) => !optional.includes(field))],
    properties: {
      message: { const: message },
      ...fields,
      authority: { ...ownerName, description: 'The authority in the message, by default the real sender.' },
    },
  };
}
