// The program's side of a contest: it gets ready, says so, and begins when it is told to, so that start-up is in nobody's figures.

export type Message = "ready" | "done" | { counted: number };

/** `prepare` does all that comes before the first event, and returns what begins with it. */
export async function contest(prepare: () => Promise<() => Promise<void>>): Promise<void> {
  // A bench that was interrupted leaves nobody behind.
  process.once("disconnect", () => process.exit());
  const begin = await prepare();
  const told = new Promise((resolve) => process.once("message", resolve));
  say("ready");
  await told;
  await begin();
}

export function say(message: Message): void {
  process.send?.(message);
}

/** Variables that `opponent.ts` has set. */
export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
