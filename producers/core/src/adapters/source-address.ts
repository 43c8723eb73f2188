// Whom a request came from: the socket's peer or, behind trusted proxies, whom the outermost of them was called by.
import { isIP } from "node:net";

/**
 * X-Forwarded-For is read from its end, where the proxies of the service write; what a caller put into it stands before that and is not reached.
 * An entry that is no address ends the walk at the proxy that wrote it. Undefined where the socket is gone.
 */
export function sourceAddressOf(
  peer: string | undefined,
  forwardedFor: string | readonly string[] | undefined,
  trustedProxies: number,
): string | undefined {
  if (peer === undefined) return undefined;
  let address = withoutMapping(peer);
  if (trustedProxies <= 0 || forwardedFor === undefined) return address;
  const entries = String(forwardedFor).split(",").slice(-trustedProxies);
  for (const entry of entries.toReversed()) {
    const next = addressIn(entry.trim());
    if (next === undefined) break;
    address = next;
  }
  return address;
}

/** Also with a port, as some proxies write it: 192.0.2.1:4711, [2001:db8::1]:4711. */
function addressIn(entry: string): string | undefined {
  const address = /^\[(.+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
  return isIP(address) === 0 ? undefined : withoutMapping(address);
}

/** A socket that listens on both families shows IPv4 as ::ffff:192.0.2.1. */
const withoutMapping = (address: string): string => /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
