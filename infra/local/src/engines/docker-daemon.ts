/** Whether a Docker daemon really answers. A `docker` on the PATH says nothing about that, so the daemon itself is asked. */
import { type RequestOptions, request } from "node:http";

const BOUND_MS = 1_000;

/** Where to ask, from DOCKER_HOST (unix: and tcp: are understood) or the usual socket. */
export function daemonAddress(dockerHost: string | undefined): RequestOptions | undefined {
  if (dockerHost === undefined || dockerHost === "") return { socketPath: "/var/run/docker.sock", path: "/_ping" };
  if (dockerHost.startsWith("unix://")) return { socketPath: dockerHost.slice("unix://".length), path: "/_ping" };
  if (!dockerHost.startsWith("tcp://")) return undefined;
  const { hostname, port } = new URL(dockerHost.replace("tcp:", "http:"));
  return { host: hostname, port: port === "" ? 2375 : Number(port), path: "/_ping" };
}

export async function dockerAnswers(dockerHost: string | undefined): Promise<boolean> {
  const address = daemonAddress(dockerHost);
  if (address === undefined) return false;
  return new Promise((resolve) => {
    const asked = request({ ...address, signal: AbortSignal.timeout(BOUND_MS) }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.once("error", () => resolve(false));
    asked.end();
  });
}
