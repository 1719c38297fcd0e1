export type TokenKind = 'key' | 'text' | 'number' | 'word' | 'plain';

export interface Token {
  kind: TokenKind;
  text: string;
}

/** More than this is shown without colours: a browser takes long for that many parts. */
const most = 100_000;

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** The parts of a JSON text, in order. */
export function highlighted(json: string): Token[] {
  if (json.length > most) {
    return [{ kind: 'plain', text: json }];
  }
  const parts: Token[] = [];
  let end = 0;
  for (const match of json.matchAll(tokens)) {
    if (match.index > end) {
      parts.push({ kind: 'plain', text: json.slice(end, match.index) });
    }
    const [all, quoted, colon, number] = match;
    if (quoted !== undefined) {
      parts.push({ kind: colon === undefined ? 'text' : 'key', text: quoted });
      if (colon !== undefined) {
        parts.push({ kind: 'plain', text: colon });
      }
    } else {
      parts.push({ kind: number === undefined ? 'word' : 'number', text: all });
    }
    end = match.index + all.length;
  }
  parts.push({ kind: 'plain', text: json.slice(end) });
  return parts.filter((part) => part.text !== '');
}

/** Indented where it is JSON; a missing resource is answered as plain text. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
