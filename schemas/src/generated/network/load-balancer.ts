// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** The creation of a load balancer was started. */
export interface LoadBalancerCreated {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Service plan, e.g. p10; null: the default plan. */
  planId?: string | null | undefined;
  /** Whether it can be reached from the private network only. */
  privateNetworkOnly: boolean;
  /** Public IP address that was asked for; null: a temporary one, or none. */
  externalAddress?: string | null | undefined;
  /** CIDRs that may connect; empty: no limit. */
  allowedCidrs: string[];
  /** Listeners: the ports that are open. */
  listeners: Listener[];
  /** Target pools. */
  targetPools: TargetPool[];
  /** Networks that it is attached to. */
  networks: NetworkAttachment[];
  /** Whether its security group is assigned to the targets. */
  targetSecurityGroupAssigned: boolean;
  /** Where its logs are sent; null: nowhere. */
  logsPushUrl?: string | null | undefined;
  /** Where its metrics are sent; null: nowhere. */
  metricsPushUrl?: string | null | undefined;
  /** Labels set. */
  labels: Record<string, string>;
}

export interface Listener {
  /** Name of the listener. */
  name: string;
  /** Protocol, e.g. PROTOCOL_TCP. */
  protocol: string;
  /** Port that it listens on. */
  port: number;
  /** Name of the target pool that it sends to. */
  targetPoolName: string;
  /** Server names (SNI) that it is limited to; empty: no limit. */
  serverNames: string[];
}

export interface TargetPool {
  /** Name of the target pool. */
  name: string;
  /** Port that the targets listen on. */
  targetPort: number;
  /** Targets in it. */
  targets: Target[];
}

export interface Target {
  /** Display name; null where it has none. */
  name?: string | null | undefined;
  /** IP address. */
  ip: string;
}

export interface NetworkAttachment {
  /** Id of the network. */
  networkId: string;
  /** Role, e.g. ROLE_LISTENERS_AND_TARGETS. */
  role: string;
}

/** The creation of a load balancer came to its end. */
export interface LoadBalancerCreationEnded {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Public IP address that it was given; null: none. */
  externalAddress?: string | null | undefined;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A load balancer was changed as a whole. */
export interface LoadBalancerUpdated {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Service plan after the change; null where unchanged. */
  planId?: string | null | undefined;
  /** CIDRs that may connect, after the change; empty: no limit; null where unchanged. */
  allowedCidrs?: string[] | null | undefined;
  /** Listeners after the change; null where unchanged. */
  listeners?: Listener[] | null | undefined;
  /** Target pools after the change; null where unchanged. */
  targetPools?: TargetPool[] | null | undefined;
  /** Whether its security group is assigned to the targets; null where unchanged. */
  targetSecurityGroupAssigned?: boolean | null | undefined;
  /** Where its logs are sent after the change; null where unchanged. */
  logsPushUrl?: string | null | undefined;
  /** Where its metrics are sent after the change; null where unchanged. */
  metricsPushUrl?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** The deletion of a load balancer was started. */
export interface LoadBalancerDeleted {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Public IP address that it had; null: none. */
  externalAddress?: string | null | undefined;
}

/** The deletion of a load balancer came to its end. */
export interface LoadBalancerDeletionEnded {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A listener was created: a load balancer opened a port. */
export interface ListenerCreated {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Name of the listener. */
  listenerName: string;
  /** Protocol, e.g. PROTOCOL_TCP, PROTOCOL_TLS_PASSTHROUGH, PROTOCOL_HTTPS. */
  protocol: string;
  /** Port that it listens on. */
  port: number;
  /** Name of the target pool that it sends to. */
  targetPoolName: string;
  /** Server names (SNI) that it is limited to; empty: no limit. */
  serverNames: string[];
  /** Id of the certificate that it shows; null: it does not end TLS. */
  certificateId?: string | null | undefined;
}

/** A listener of a load balancer was changed. */
export interface ListenerUpdated {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Name of the listener. */
  listenerName: string;
  /** Protocol after the change; null where unchanged. */
  protocol?: string | null | undefined;
  /** Port after the change; null where unchanged. */
  port?: number | null | undefined;
  /** Name of the target pool that it sends to after the change; null where unchanged. */
  targetPoolName?: string | null | undefined;
  /** Server names (SNI) after the change; empty: no limit; null where unchanged. */
  serverNames?: string[] | null | undefined;
  /** Id of the certificate that it shows after the change; null where unchanged. */
  certificateId?: string | null | undefined;
}

/** A listener was deleted: a load balancer closed a port. */
export interface ListenerDeleted {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Name of the listener. */
  listenerName: string;
  /** Protocol, e.g. PROTOCOL_TCP, PROTOCOL_TLS_PASSTHROUGH, PROTOCOL_HTTPS. */
  protocol: string;
  /** Port that it listens on. */
  port: number;
}

/** An ingress rule of a load balancer was created. */
export interface IngressRuleCreated {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Id of the ingress rule; null where it was not created. */
  ingressRuleId?: string | null | undefined;
  /** CIDRs that may connect; empty: no limit. */
  allowedCidrs: string[];
  /** Whether anybody may connect: no limit, or one of 0.0.0.0/0 or ::/0. */
  openToAll: boolean;
  /** Ports that it is about. */
  ports: number[];
  /** Host name that it is about; null: every host. */
  host?: string | null | undefined;
  /** Beginning of the path that it is about; null: every path. */
  path?: string | null | undefined;
  /** Name of the target pool that it sends to; null: it only allows. */
  targetPoolName?: string | null | undefined;
}

/** An ingress rule of a load balancer was changed. */
export interface IngressRuleUpdated {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Id of the rule. */
  ingressRuleId: string;
  /** CIDRs that may connect, before the change; empty: no limit; null where unchanged. */
  previousAllowedCidrs?: string[] | null | undefined;
  /** CIDRs that may connect, after the change; empty: no limit; null where unchanged. */
  allowedCidrs?: string[] | null | undefined;
  /** Whether anybody could connect before the change. */
  previousOpenToAll: boolean;
  /** Whether anybody may connect after the change: no limit, or one of 0.0.0.0/0 or ::/0. */
  openToAll: boolean;
  /** Ports after the change; null where unchanged. */
  ports?: number[] | null | undefined;
  /** Host name after the change, * is every host; null where unchanged. */
  host?: string | null | undefined;
  /** Beginning of the path after the change; null where unchanged. */
  path?: string | null | undefined;
  /** Name of the target pool that it sends to after the change; null where unchanged. */
  targetPoolName?: string | null | undefined;
}

/** An ingress rule of a load balancer was deleted. */
export interface IngressRuleDeleted {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Id of the rule. */
  ingressRuleId: string;
  /** CIDRs that it let connect; empty: no limit. */
  allowedCidrs: string[];
  /** Ports that it was about. */
  ports: number[];
  /** Host name that it was about; null: every host. */
  host?: string | null | undefined;
  /** Beginning of the path that it was about; null: every path. */
  path?: string | null | undefined;
}

/** A target pool of a load balancer was replaced. */
export interface TargetPoolUpdated {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Name of the target pool. */
  targetPoolName: string;
  /** Port that the targets listen on, after the change. */
  targetPort: number;
  /** Targets after the change. */
  targets: Target[];
  /** Whether a client stays with one target; null where not said. */
  useSourceIpAddress?: boolean | null | undefined;
  /** Whether health checks use TLS; null where not said. */
  healthCheckTls?: boolean | null | undefined;
  /** Whether health checks take any certificate; null where not said. */
  skipCertificateValidation?: boolean | null | undefined;
}

/** Credentials with which load balancers send logs and metrics were created. */
export interface CredentialsCreated {
  /** Id of the credentials (credentialsRef), never the credentials; null where they were not created. */
  credentialsId?: string | null | undefined;
  /** Display name. */
  name?: string | null | undefined;
  /** User name at the Observability instance. */
  userName?: string | null | undefined;
}

/** Credentials with which load balancers send logs and metrics were changed. */
export interface CredentialsUpdated {
  /** Id of the credentials (credentialsRef), never the credentials. */
  credentialsId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** New user name at the Observability instance; null where unchanged. */
  userName?: string | null | undefined;
  /** Whether another password was given, never the password. */
  passwordChanged: boolean;
}

/** Credentials with which load balancers send logs and metrics were deleted. */
export interface CredentialsDeleted {
  /** Id of the credentials (credentialsRef), never the credentials. */
  credentialsId: string;
  /** Display name that they had. */
  name?: string | null | undefined;
}

/** Targets were added to or taken from a target pool by the platform. */
export interface TargetPoolAutoScaled {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Name of the target pool. */
  targetPoolName: string;
  /** Number of targets before. */
  previousTargetCount: number;
  /** Number of targets after. */
  targetCount: number;
  /** Reason, e.g. cluster-scaled, server-deleted. */
  reason: string;
}

/** A target was marked unhealthy, or healthy again, by the platform's health check. */
export interface TargetHealthAutoUpdated {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Name of the target pool. */
  targetPoolName: string;
  /** IP address of the target. */
  targetIp: string;
  /** Port that was checked. */
  targetPort: number;
  /** healthy or unhealthy. */
  status: string;
  /** What the check saw, e.g. connection refused; null where healthy. */
  reason?: string | null | undefined;
}

/** The certificate of a listener was replaced by the platform before its end. */
export interface CertificateAutoRotated {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Name of the listener. */
  listenerName: string;
  /** Id of the certificate. */
  certificateId: string;
  /** Id of the certificate that it replaces. */
  previousCertificateId?: string | null | undefined;
  /** Server names that it is for. */
  serverNames: string[];
  /** SHA-256 of the certificate (public), hex. */
  fingerprint: string;
  /** When it ends, milliseconds UTC. */
  expiresAt: number;
}

/** A load balancer was maintained by the platform. */
export interface LoadBalancerAutoMaintained {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** What was done, e.g. security-update, host-replacement. */
  kind: string;
  /** Version of its software before; null where it did not change. */
  previousVersion?: string | null | undefined;
  /** Version of its software after; null where it did not change. */
  version?: string | null | undefined;
  /** Milliseconds that the maintenance took. */
  durationMs: number;
}

/** The standby of a load balancer took over, because the active part failed. */
export interface LoadBalancerFailedOver {
  /** Name of the load balancer, its id in the API. */
  loadBalancerName: string;
  /** Availability zone of the part that failed, e.g. eu01-1. */
  previousAvailabilityZone: string;
  /** Availability zone of the part that took over, e.g. eu01-2. */
  availabilityZone: string;
  /** Reason, e.g. health-check-failed, host-lost. */
  reason: string;
  /** Milliseconds without service; null where not measured. */
  interruptionMs?: number | null | undefined;
}
