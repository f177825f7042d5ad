import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { CONSENSUS_PARAMS_JSON } from '../consensus-params-json.ts';
import type { ChainGenesis } from '../../../specs/genesis.ts';
import type { ConsensusKey } from '../../../traces/setup/keys.ts';
import { timeToJson } from '../../codec/time.ts';

/** The files that a node finds in its home, by their paths in it. */
export type NodeFiles = Readonly<Record<string, string>>;

/** What the files of one node depend on. */
export interface NodeSettings {
  readonly genesis: string;
  /** The key with which the node votes. */
  readonly key: ConsensusKey;
  /** Names the node among its peers, which is not the validator: two nodes may vote with one key. */
  readonly name: string;
  /** Where the node listens for its peers. */
  readonly listen: string;
  /** `id@host:port` of each. */
  readonly peers: readonly string[];
}

/** Files of a new node (CometBFT): keys, genesis and configuration; the program writes its own configuration itself. */
export function nodeFiles({ genesis, key, name, listen, peers }: NodeSettings): NodeFiles {
  return {
    'config/genesis.json': genesis,
    'config/config.toml': configToml(listen, peers),
    'config/node_key.json': JSON.stringify({ priv_key: privateKeyJson(peerSecret(name)) }),
    'config/priv_validator_key.json': JSON.stringify({
      address: key.address.toUpperCase(),
      pub_key: { type: 'tendermint/PubKeyEd25519', value: Buffer.from(key.pubKey, 'hex').toString('base64') },
      priv_key: privateKeyJson(key.secret),
    }),
    'data/priv_validator_state.json': JSON.stringify({ height: '0', round: 0, step: 0 }),
  };
}

/** The genesis file of a chain, the same for all of its nodes. */
export function genesisText(appState: object, genesis: ChainGenesis): string {
  return JSON.stringify({
    genesis_time: timeToJson(genesis.time),
    chain_id: genesis.chainId,
    initial_height: '1',
    app_hash: '',
    consensus_params: {
      ...CONSENSUS_PARAMS_JSON,
      version: { app: '0' },
      abci: { vote_extensions_enable_height: '0' },
    },
    app_state: appState,
  });
}

/** The id by which peers know a node. */
export function peerId(name: string): string {
  return createHash('sha256')
    .update(publicKeyOf(peerSecret(name)))
    .digest('hex')
    .slice(0, 40);
}

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

function peerSecret(name: string): Buffer {
  return createHash('sha256').update(`peer ${name}`).digest();
}

function publicKeyOf(secret: Buffer): Buffer {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, secret]), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}

function privateKeyJson(secret: Buffer): { readonly type: string; readonly value: string } {
  const value = Buffer.concat([secret, publicKeyOf(secret)]).toString('base64');
  return { type: 'tendermint/PrivKeyEd25519', value };
}

/**
 * Blocks come as fast as a few nodes on one machine agree. What a node has accepted once stays in its mempool until it
 * is in a block, so that whoever broadcast it may wait for it.
 */
function configToml(listen: string, peers: readonly string[]): string {
  return `db_backend = "goleveldb"
log_level = "error"

[rpc]
laddr = "unix://rpc"

[p2p]
laddr = "tcp://${listen}"
persistent_peers = "${peers.join(',')}"
pex = false
addr_book_strict = false
allow_duplicate_ip = true
flush_throttle_timeout = "10ms"

[mempool]
recheck = false

[consensus]
timeout_propose = "1s"
timeout_propose_delta = "500ms"
timeout_prevote = "500ms"
timeout_prevote_delta = "250ms"
timeout_precommit = "500ms"
timeout_precommit_delta = "250ms"
timeout_commit = "250ms"
peer_gossip_sleep_duration = "10ms"
peer_query_maj23_sleep_duration = "250ms"

[tx_index]
indexer = "null"
`;
}
