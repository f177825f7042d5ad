import type { RowView } from '../rows.ts';
import { initChainHeights, valsetUpdateBlockHeights } from '../tables/provider.ts';
import type { ReceivedSlash } from './slash-packets.ts';

/** The provider height that the VSC of a slash packet maps to; `undefined` if it maps to none. */
export function infractionHeight(view: RowView, { consumerId, request }: ReceivedSlash): bigint | undefined {
  const { valsetUpdateId: id } = request;
  return id === 0n
    ? view.row(initChainHeights, consumerId)
    : view.row(valsetUpdateBlockHeights, valsetUpdateBlockHeights.key(id));
}
