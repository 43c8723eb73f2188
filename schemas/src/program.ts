// The edges of a program's life: signals that ask it to stop, and a parent that is gone.

/**
 * Resolves with the reason when the program should stop: SIGTERM, SIGINT or, where `withParent` is set, the end of the IPC
 * channel to the parent (so that a killed parent leaves no orphan).
 */
export function stopRequested(withParent: boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
    if (!withParent) return;
    if (process.connected) process.once("disconnect", () => resolve("the parent is gone"));
    else resolve("the parent is gone");
  });
}
