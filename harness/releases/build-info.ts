/** What the Go linker wrote into a program about its making (`debug/buildinfo`). */
export interface BuildInfo {
  /** The Go version, such as `go1.26.8`. */
  readonly go: string;
  /** The import path of the main package. */
  readonly main: string;
  /** The versions of all modules in it, with what replaced them, by module path. */
  readonly modules: Readonly<Record<string, string>>;
  /** The settings of the build, such as `vcs.revision` when it was made in a checkout. */
  readonly settings: Readonly<Record<string, string>>;
}

const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1');
/** The header's size, and the place in it of the flags; strings follow the header when the second bit is set. */
const HEADER_SIZE = 32;
const FLAGS_AT = 15;
const INLINE_STRINGS = 2;
/** The module list is framed by 16 bytes on each side. */
const FRAME = 16;

/** Reads the build information of a Go program (Go 1.18 and later); `undefined` when there is none. */
export function readBuildInfo(program: Buffer): BuildInfo | undefined {
  for (let at = program.indexOf(MAGIC); at >= 0; at = program.indexOf(MAGIC, at + 1)) {
    if (at % 16 !== 0 || ((program[at + FLAGS_AT] ?? 0) & INLINE_STRINGS) === 0) continue;
    const [version, next] = stringAt(program, at + HEADER_SIZE);
    const [modules] = stringAt(program, next);
    if (version.startsWith('go1.') || version.startsWith('devel')) return parse(version, modules.slice(FRAME, -FRAME));
  }
  return undefined;
}

function stringAt(program: Buffer, at: number): readonly [text: string, next: number] {
  let size = 0;
  let scale = 1;
  let byte: number;
  do {
    byte = program[at++] ?? 0;
    size += (byte & 0x7f) * scale;
    scale *= 128;
  } while (byte >= 0x80);
  return [program.toString('latin1', at, at + size), at + size];
}

function parse(go: string, text: string): BuildInfo {
  let main = '';
  let last = '';
  const modules: Record<string, string> = {};
  const settings: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const [kind, first = '', second = ''] = line.split('\t');
    if (kind === 'path') main = first;
    else if (kind === 'mod' || kind === 'dep') modules[(last = first)] = second;
    else if (kind === '=>') modules[last] = first === last ? second : `${first} ${second}`.trim();
    else if (kind === 'build') {
      const [name = '', ...value] = first.split('=');
      settings[name] = value.join('=');
    }
  }
  return { go, main, modules, settings };
}

const TESTED =
  /^github\.com\/cosmos\/(?:interchain-security|cosmos-sdk|ibc-go|iavl)(?:\/v\d+)?$|^github\.com\/cometbft\/cometbft$/;

/** The versions of the modules that decide how a chain behaves, for reports, by the last name of their path. */
export function testedModules(info: BuildInfo): Readonly<Record<string, string>> {
  const tested = Object.entries(info.modules).filter(([path]) => TESTED.test(path));
  return Object.fromEntries(
    tested.map(([path, version]) => [path.replace(/\/v\d+$/, '').replace(/^.*\//, ''), version]),
  );
}
