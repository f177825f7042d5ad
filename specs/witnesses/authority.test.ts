import { CCV_MESSAGES, type CcvMessage } from '../ccv-messages.ts';
import { proposals, type ProposalRow } from '../tables/gov.ts';
import { consumer, provider, sends, testWitnesses, type Case } from '../testing/witnesses.ts';
import { put, type Happening } from '../testing/story.ts';
import { AUTHORITY_WITNESSES } from './authority.ts';
import { GOVERNANCE } from './partial-set.ts';

const ACCOUNT = 'cosmos1qyqszqgpqyqszqgpqyqszqgpqyqszqgpjnp7du';
const ITS_OPERATOR = 'cosmosvaloper1qyqszqgpqyqszqgpqyqszqgpqyqszqgpvxat0z';
const OTHER_OPERATOR = 'cosmosvaloper1qgpqyqszqgpqyqszqgpqyqszqgpqyqszl97q2d';

testWitnesses(
  AUTHORITY_WITNESSES,
  Object.fromEntries(CCV_MESSAGES.flatMap((message) => Object.entries(casesOf(message)))),
);

function casesOf(message: CcvMessage): Record<string, Case> {
  const { name, type, entitled, on, notEntitled, malformed } = message;
  const blocks = on === 'provider' ? provider : consumer;
  const isGoverned = entitled === 'governance';
  const isOfOperator = entitled === 'the operator';
  const own = isOfOperator ? { signer: ACCOUNT, provider_addr: ITS_OPERATOR } : {};
  const strange = isOfOperator ? { signer: ACCOUNT, provider_addr: OTHER_OPERATOR } : {};
  const sent = (refusal: string, fields = {}): Happening => sends(type, refusal, fields);
  return {
    [`${name}-accepted`]: isGoverned
      ? { yes: blocks(decided('PASSED', type)), no: blocks(decided('PASSED', type, '/other')) }
      : { yes: blocks(sent('', own)), no: blocks(sent('sdk/8', own)) },
    [`${name}-forged`]: isGoverned
      ? { yes: blocks(sent('sdk/9', { authority: GOVERNANCE })), no: blocks(sent('sdk/9', { authority: ACCOUNT })) }
      : { yes: blocks(sent('sdk/8', own)), no: blocks(sent('sdk/4', own)) },
    ...(notEntitled !== undefined && {
      [`${name}-unauthorized`]: {
        yes: blocks(sent(notEntitled.join('/'), strange)),
        no: blocks(sent(isOfOperator ? notEntitled.join('/') : 'provider/27', own)),
      },
    }),
    [`${name}-malformed`]:
      malformed === undefined
        ? { yes: blocks(decided('FAILED', type)), no: blocks(decided('REJECTED', type)) }
        : {
            yes: blocks(sent(malformed.join('/'), own)),
            no: blocks(sent(isOfOperator ? malformed.join('/') : '', strange)),
          },
  };
}

/** Governance decided on a proposal of these messages. */
function decided(status: 'PASSED' | 'FAILED' | 'REJECTED', ...types: readonly string[]): Happening {
  const messages = types.map((type) => ({ '@type': type }));
  const row: Partial<ProposalRow> = { status: `PROPOSAL_STATUS_${status}`, messages };
  return { rows: [put(proposals, proposals.key(1n), row as ProposalRow)] };
}
