// A checker's findings as sentences: how many there are of each kind, and the first of them.

const SHOWN = 5;

/** Empty where all is well. */
export function inWords<K extends string>(
  found: Readonly<Record<NoInfer<K>, readonly string[]>>,
  meaning: Readonly<Record<K, string>>,
): string[] {
  return (Object.keys(meaning) as K[]).flatMap((kind) => {
    const list = found[kind];
    return list.length === 0 ? [] : [`${list.length} ${meaning[kind]}: ${list.slice(0, SHOWN).join("; ")}`];
  });
}
