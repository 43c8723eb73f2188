// The words for what the worker finds out about an event: columns client_kind and network_class of audit.events.

/**
 * The program that a request came from, of its user agent. PORTAL: the platform's own web console, where it says so; BROWSER: any other
 * browser; SDK: a library inside of somebody's program; OTHER: a user agent that is none of these. '' where there is no user agent.
 */
export const CLIENT_KINDS = ["PORTAL", "BROWSER", "CLI", "TERRAFORM", "SDK", "OTHER"] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

/**
 * Where an address lives. PUBLIC: the internet; PRIVATE: somebody's own network (RFC 1918, RFC 4193, RFC 6598); LOOPBACK, LINK_LOCAL: the
 * machine itself or its wire; RESERVED: documentation, multicast and whatever else no one calls from. '' where there is no address.
 */
export const NETWORK_CLASSES = ["PUBLIC", "PRIVATE", "LOOPBACK", "LINK_LOCAL", "RESERVED"] as const;
export type NetworkClass = (typeof NETWORK_CLASSES)[number];
