// The edges of a program's life: where its log goes, signals that ask it to stop, and a parent that is gone.

/** For `pino.destination`: standard output, line by line, so that no line is lost or late when the program exits. */
export const LOG_DESTINATION = { dest: 1, sync: true };

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
