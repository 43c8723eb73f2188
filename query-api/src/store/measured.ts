// How long something behind the service takes, and whether it came to something.
import type { Histogram } from "prom-client";

export async function measured<T>(seconds: Histogram<"outcome">, work: () => Promise<T>): Promise<T> {
  const stop = seconds.startTimer();
  try {
    const answer = await work();
    stop({ outcome: "ok" });
    return answer;
  } catch (fault) {
    stop({ outcome: "failed" });
    throw fault;
  }
}
