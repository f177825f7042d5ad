import type { Feature } from '../../specs/feature.ts';
import { SENT_MESSAGES } from '../../traces/actions/sent-messages.ts';
import { requestsOf } from './messages.ts';
import type { Program } from './program.ts';
import type { Release } from './release.ts';

type Examined = Pick<Program, 'role' | 'schema' | 'buildInfo' | 'features' | 'defaultGenesis'>;

const MODULE = /^github\.com\/cosmos\/interchain-security(?:\/v\d+)?$/u;
/** A version that somebody has tagged. What Go makes up for other commits (`v7.0.2-0.20260102030405-0123456789ab`) is none. */
const TAGGED = /^v\d+\.\d+\.\d+(?:-[a-z]+[.\w]*)?$/u;
const MADE_UP = /\d{14}-[0-9a-f]{12}$/u;

/** What a program declares exactly when it has a feature. */
const SIGNS: readonly { readonly feature: Feature; readonly has: (program: Examined) => boolean }[] = [
  { feature: 'ibc-channel-upgrades', has: (program) => declares(program, 'ibc.core.channel.v1.MsgChannelUpgradeInit') },
  { feature: 'ibc-client-creator', has: (program) => declares(program, 'ibc.core.client.v1.MsgDeleteClientCreator') },
  { feature: 'ibc-capabilities', has: ({ defaultGenesis }) => Object.hasOwn(defaultGenesis, 'capability') },
];
/** The same of consumers alone: every other program has governance of its own. */
const CONSUMER_SIGNS: typeof SIGNS = [
  { feature: 'democracy', has: ({ defaultGenesis }) => Object.hasOwn(defaultGenesis, 'gov') },
];

/**
 * In what a program is not of a release, in words; `undefined` when nothing speaks against it. A tagged version of
 * Interchain Security has to be that of the release. Of a program without one, such as one built in a checkout, only
 * the major version, the messages and the modules can tell.
 */
export function misfitOf(program: Examined, release: Release): string | undefined {
  const { modules } = program.buildInfo;
  const path = Object.keys(modules).find((name) => MODULE.test(name));
  if (path !== undefined) {
    const version = taggedVersion(modules[path] ?? '');
    if (path !== release.module || (version !== undefined && version !== release.version)) {
      return `it is made of ${shortName(path)} ${version ?? modules[path]}, not ${shortName(release.module)} ${release.version}`;
    }
  }
  const missing = [...SENT_MESSAGES].map((type) => type.slice(1)).find((name) => !declares(program, name));
  if (missing !== undefined) return `it has no message ${missing}`;
  const signs = program.role === 'consumer' ? [...SIGNS, ...CONSUMER_SIGNS] : SIGNS;
  const wrong = signs.find(({ feature, has }) => has(program) !== program.features.has(feature));
  if (wrong === undefined) return undefined;
  const [mine, theirs] = wrong.has(program) ? ['it has', 'lacks'] : ['it lacks', 'has'];
  return `${mine} the feature ${wrong.feature}, which ${release.name} ${theirs}`;
}

/** The tagged version in what Go notes of a module; `undefined` of a checkout, a commit or a replacement by another module. */
function taggedVersion(noted: string): string | undefined {
  const version = noted.replace(/\+(?:dirty|incompatible).*$/u, '');
  return TAGGED.test(version) && !MADE_UP.test(version) ? version : undefined;
}

function shortName(path: string): string {
  return path.replace('github.com/cosmos/', '');
}

function declares({ schema }: Examined, name: string): boolean {
  return requestsOf(schema).includes(name);
}
