/** A JSON token (RFC 8259). Matches nothing where no token begins. */
const TOKEN =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const SPACE = /[ \t\n\r]*/uy;

type Expecting = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/** The offset of the first JSON syntax error: of the first unexpected token. `undefined` if the text is JSON. */
export function whereJsonBreaks(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  for (let at = skip(text, 0); ; at = skip(text, at)) {
    if (expecting === 'comma-or-end' && open.length === 0) return at === text.length ? undefined : at;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    const next: Expecting | undefined = token === undefined ? undefined : after(token, expecting, open);
    if (token === undefined || next === undefined) return at;
    expecting = next;
    at += token.length;
  }
}

/** What is expected after a token; `undefined` if the token itself was not expected. */
function after(token: string, expecting: Expecting, open: ('{' | '[')[]): Expecting | undefined {
  const inside = open.at(-1);
  switch (expecting) {
    case 'value':
    case 'value-or-end':
      if (token === ']' && expecting === 'value-or-end') return close(open);
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'key-or-end' : 'value-or-end';
      }
      return /^[}\],:]$/u.test(token) ? undefined : 'comma-or-end';
    case 'key':
    case 'key-or-end':
      if (token === '}' && expecting === 'key-or-end') return close(open);
      return token.startsWith('"') ? 'colon' : undefined;
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'comma-or-end':
      if (token === ',') return inside === '{' ? 'key' : 'value';
      return token === (inside === '{' ? '}' : ']') ? close(open) : undefined;
    default:
      return expecting satisfies never;
  }
}

function close(open: ('{' | '[')[]): Expecting {
  open.pop();
  return 'comma-or-end';
}

function skip(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}
