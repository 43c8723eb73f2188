// The edges of a program's life: signals that ask it to stop, and a parent that is gone.

/**
 * Resolves with the reason when the program should stop: SIGTERM, SIGINT or, where `withParent` is set, the end of the IPC
 * channel to the parent (so that a killed parent leaves no orphan).
 */
export function stopRequested(withParent: boolean): Promise<string> {
  return new Promise((resolve) => {
    const stop = (reason: string) => {
      // An open channel would keep the process alive after its work is done.
      if (process.connected) process.disconnect();
      resolve(reason);
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop(signal));
    if (!withParent) return;
    if (process.connected) process.once("disconnect", () => stop("the parent is gone"));
    else stop("the parent is gone");
  });
}
