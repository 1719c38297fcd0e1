export interface JsonPiece {
  kind: 'name' | 'text' | 'plain';
  text: string;
}

const first = ['key', 'name', 'title', 'type', 'interface', 'description', 'collectionName'];
const last = ['uiSchema', 'fields'];

const rank = (key: string): number => {
  const early = first.indexOf(key);
  return early >= 0 ? early - first.length : last.indexOf(key) + 1;
};

/** What it is comes first, the long parts come last; everything else keeps its order. */
function arranged(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(arranged);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).toSorted(([one], [other]) => rank(one) - rank(other));
  return Object.fromEntries(entries.map(([key, part]) => [key, arranged(part)]));
}

const quoted = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/** A definition as indented JSON, and the same in pieces to colour. */
export function readableJson(definition: object): { text: string; pieces: JsonPiece[] } {
  const text = JSON.stringify(arranged(definition), null, 2);
  const pieces: JsonPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(quoted)) {
    pieces.push({ kind: 'plain', text: text.slice(end, match.index) });
    pieces.push({ kind: match[1] ? 'name' : 'text', text: match[0] });
    end = match.index + match[0].length;
  }
  pieces.push({ kind: 'plain', text: text.slice(end) });
  return { text, pieces };
}
