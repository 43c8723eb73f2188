// What kafkajs 2.2.4 keeps under symbols of its own: reached through one client's objects, never through its modules' state, so that other
// users of kafkajs in the process are not touched.

/** A method and the symbol that it is kept under, e.g. "private:Broker:sendRequest". Throws where kafkajs has it no more. */
export function privateOf<T extends (...args: never[]) => unknown>(owner: object, description: string): [symbol, T] {
  for (let at: object | null = owner; at !== null; at = Object.getPrototypeOf(at)) {
    const name = Object.getOwnPropertySymbols(at).find((symbol) => symbol.description === description);
    const method: unknown = name && Reflect.get(owner, name);
    if (name !== undefined && typeof method === "function") return [name, method as T];
  }
  throw new Error(`kafkajs has no "${description}" any more: it is not 2.2.4`);
}
