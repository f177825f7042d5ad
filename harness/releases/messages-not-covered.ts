/** Why no action sends messages, by how their names begin; the first that fits counts. None of Interchain Security's. */
const REASONS: readonly (readonly [prefix: string, reason: string])[] = [
  ['cosmos.auth.v1beta1.MsgUpdateParams', 'limits of transactions, which no trace comes near'],
  ['cosmos.authz.', 'only consumers have it; what it carries out happens as if the one who allowed it had sent it'],
  ['cosmos.bank.v1beta1.MsgMultiSend', 'it moves coins as MsgSend does'],
  ['cosmos.bank.', 'whether a coin may be sent at all; every coin of a trace may'],
  ['cosmos.circuit.', 'declared by the SDK; no program has the module'],
  ['cosmos.consensus.', 'the parameters of consensus, which stay as the genesis has them'],
  ['cosmos.crisis.', 'it checks invariants, which the comparison of all rows makes needless'],
  ['cosmos.evidence.', 'no program has a handler for evidence that an account submits'],
  ['cosmos.feegrant.', 'only consumers have it; who pays a fee decides nothing in the protocol'],
  ['cosmos.gov.v1.MsgExecLegacyContent', 'proposals of an older form'],
  ['cosmos.gov.v1beta1.', 'proposals of an older form'],
  ['cosmos.group.', 'declared by the SDK; no program has the module'],
  ['cosmos.mint.', 'how much is minted; a trace sets it at the genesis'],
  ['cosmos.vesting.', 'accounts that are made later with coins that they may not move yet'],
  ['ibc.applications.fee.', 'declared by ibc-go; no program has the module'],
  ['ibc.applications.interchain_accounts.', 'declared by ibc-go; no program has the module'],
  ['ibc.core.channel.v1.MsgChannelUpgrade', 'a CCV channel is never upgraded, and nobody but governance begins it'],
  ['ibc.core.channel.v1.MsgPruneAcknowledgements', 'only for channels that were upgraded'],
  ['ibc.core.channel.v1.MsgUpdateParams', 'only for channels that are upgraded'],
  ['ibc.core.channel.v2.', 'packets without a channel, which CCV does not send'],
  ['ibc.core.client.v1.MsgDeleteClientCreator', 'only for packets without a channel'],
  ['ibc.core.client.v1.MsgIBCSoftwareUpgrade', 'another program, which ends the trace'],
  ['ibc.core.client.v1.MsgUpdateParams', 'which kinds of light clients there are; all of a trace are of one kind'],
  ['ibc.core.client.v1.MsgUpgradeClient', 'the other chain never becomes another program'],
  ['ibc.core.client.v2.', 'only for packets without a channel'],
  [
    'ibc.core.connection.v1.MsgUpdateParams',
    'how long a block is expected to take; no channel of a trace waits for it',
  ],
  ['testpb.', 'declared by a test of the SDK; no program has the module'],
];

/** Why no action sends a message; `null` when nobody has said. */
export function reasonNotCovered(name: string): string | null {
  return REASONS.find(([prefix]) => name.startsWith(prefix))?.[1] ?? null;
}
