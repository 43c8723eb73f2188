// How things are called in generated TypeScript.
export const camelCase = (name: string): string =>
  name.replaceAll(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());

export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** By code units, so that the order is the same on every machine. */
export const byName = (a: { name: string }, b: { name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
