/** A text with what it is in one language. */
export interface TextRow {
  id: string;
  module: string;
  moduleTitle: string;
  text: string;
  /** What is shown: made by people, else what came with the product. */
  translation: string | null;
  /** What came with the product. */
  builtIn: string | null;
  /** Null where people have not made one. */
  translationId: number | null;
}

export interface TextModule {
  name: string;
  title: string;
}

/** The places a text keeps for values, such as `{count}`, that a translation lacks or has too many. */
export function placeFaults(text: string, translation: string): { lacks: string[]; extra: string[] } {
  const of = (one: string) => new Set([...one.matchAll(/\{\w+\}/g)].map((match) => match[0]));
  const [wanted, given] = [of(text), of(translation)];
  return {
    lacks: [...wanted].filter((place) => !given.has(place)),
    extra: [...given].filter((place) => !wanted.has(place)),
  };
}
