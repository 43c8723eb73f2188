// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** The creation of a server was started. */
export interface ServerCreated {
  /** Id of the server; null where it was not created. */
  serverId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Flavour, e.g. c2i.4. */
  machineType: string;
  /** Zone asked for, e.g. eu01-1; null where left to the platform. */
  availabilityZone?: string | null | undefined;
  /** What it boots from: image, volume, snapshot or backup. */
  bootSourceType: string;
  /** Id of that image, volume, snapshot or backup. */
  bootSourceId: string;
  /** Id of the network that it joins; null where existing network interfaces were given. */
  networkId?: string | null | undefined;
  /** Name of the SSH key pair that may sign in; null where none. */
  keyPairName?: string | null | undefined;
  /** Id of its affinity group; null where none. */
  affinityGroupId?: string | null | undefined;
  /** Its first security groups, by id or name. */
  securityGroups: string[];
  /** E-mails of the service accounts that it may act as. */
  serviceAccountEmails: string[];
  /** Whether a start script (user data) was given; its text is never recorded. */
  userDataGiven: boolean;
  /** Labels set. */
  labels: Record<string, string>;
}

/** The creation of a server came to its end. */
export interface ServerCreationEnded {
  /** Id of the server. */
  serverId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A server was renamed or relabelled. */
export interface ServerUpdated {
  /** Id of the server. */
  serverId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** A server was started. */
export interface ServerStarted {
  /** Id of the server. */
  serverId: string;
}

/** A server was stopped; it keeps its place on a host. */
export interface ServerStopped {
  /** Id of the server. */
  serverId: string;
}

/** A server was stopped and its place on a host given up. */
export interface ServerDeallocated {
  /** Id of the server. */
  serverId: string;
}

/** A server was restarted. */
export interface ServerRestarted {
  /** Id of the server. */
  serverId: string;
  /** Whether it was switched off and on instead of asked to reboot. */
  hard: boolean;
}

/** A server was booted from a rescue image, which opens its disks to whoever signs in. */
export interface ServerRescued {
  /** Id of the server. */
  serverId: string;
  /** Id of the rescue image. */
  imageId: string;
}

/** A server was booted from its own disk again after a rescue. */
export interface ServerUnrescued {
  /** Id of the server. */
  serverId: string;
}

/** The resizing of a server to another machine type was started. */
export interface ServerResized {
  /** Id of the server. */
  serverId: string;
  /** Flavour after the change, e.g. c2i.8. */
  machineType: string;
  /** Flavour before the change; null where not known. */
  previousMachineType?: string | null | undefined;
}

/** The resizing of a server came to its end. */
export interface ServerResizeEnded {
  /** Id of the server. */
  serverId: string;
  /** Flavour asked for, e.g. c2i.8. */
  machineType: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** Access to a server's screen and keyboard was handed out. */
export interface ServerConsoleOpened {
  /** Id of the server. */
  serverId: string;
}

/** The log that a server writes to its console was read. */
export interface ServerLogRead {
  /** Id of the server. */
  serverId: string;
  /** Most lines asked for, counted from the end; null where left to the platform. */
  lines?: number | null | undefined;
}

/** A server joined a network through a new network interface. */
export interface ServerNetworkAdded {
  /** Id of the server. */
  serverId: string;
  /** Id of the network. */
  networkId: string;
}

/** A server left a network: its interfaces there were detached and deleted. */
export interface ServerNetworkRemoved {
  /** Id of the server. */
  serverId: string;
  /** Id of the network. */
  networkId: string;
}

/** An existing network interface was attached to a server. */
export interface ServerNetworkInterfaceAttached {
  /** Id of the server. */
  serverId: string;
  /** Id of the network interface. */
  networkInterfaceId: string;
}

/** A network interface was detached from a server. */
export interface ServerNetworkInterfaceDetached {
  /** Id of the server. */
  serverId: string;
  /** Id of the network interface. */
  networkInterfaceId: string;
}

/** A server was made reachable under a public IP address. */
export interface ServerPublicIpAdded {
  /** Id of the server. */
  serverId: string;
  /** Id of the public IP address. */
  publicIpId: string;
  /** The address, e.g. 203.0.113.10; null where not known. */
  ip?: string | null | undefined;
}

/** A public IP address was taken from a server. */
export interface ServerPublicIpRemoved {
  /** Id of the server. */
  serverId: string;
  /** Id of the public IP address. */
  publicIpId: string;
  /** The address, e.g. 203.0.113.10; null where not known. */
  ip?: string | null | undefined;
}

/** A security group was applied to a server. */
export interface ServerSecurityGroupAdded {
  /** Id of the server. */
  serverId: string;
  /** Id of the security group. */
  securityGroupId: string;
}

/** A security group was taken from a server. */
export interface ServerSecurityGroupRemoved {
  /** Id of the server. */
  serverId: string;
  /** Id of the security group. */
  securityGroupId: string;
}

/** A server was allowed to act as a service account. */
export interface ServerServiceAccountAdded {
  /** Id of the server. */
  serverId: string;
  /** E-mail of the service account. */
  serviceAccountEmail: string;
}

/** A server may no longer act as a service account. */
export interface ServerServiceAccountRemoved {
  /** Id of the server. */
  serverId: string;
  /** E-mail of the service account. */
  serviceAccountEmail: string;
}

/** A volume was attached to a server. */
export interface ServerVolumeAttached {
  /** Id of the server. */
  serverId: string;
  /** Id of the volume. */
  volumeId: string;
  /** Whether the volume is deleted together with the server; null where left to the platform. */
  deleteOnTermination?: boolean | null | undefined;
}

/** It was changed whether an attached volume is deleted together with its server. */
export interface ServerVolumeUpdated {
  /** Id of the server. */
  serverId: string;
  /** Id of the volume. */
  volumeId: string;
  /** Whether the volume is deleted together with the server after the change. */
  deleteOnTermination: boolean;
}

/** A volume was detached from a server. */
export interface ServerVolumeDetached {
  /** Id of the server. */
  serverId: string;
  /** Id of the volume. */
  volumeId: string;
}

/** The deletion of a server was started. */
export interface ServerDeleted {
  /** Id of the server. */
  serverId: string;
}

/** The deletion of a server came to its end. */
export interface ServerDeletionEnded {
  /** Id of the server. */
  serverId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** An affinity group was created. */
export interface AffinityGroupCreated {
  /** Id of the affinity group; null where it was not created. */
  affinityGroupId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** How its servers are placed, e.g. anti-affinity. */
  policy: string;
}

/** An affinity group was deleted. */
export interface AffinityGroupDeleted {
  /** Id of the affinity group. */
  affinityGroupId: string;
}

/** The creation of an image was started: its data may be uploaded. */
export interface ImageCreated {
  /** Id of the image; null where it was not created. */
  imageId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Format of the data, e.g. qcow2. */
  diskFormat: string;
  /** Least size of a disk that it needs, in GB; null where any. */
  minDiskSizeGb?: number | null | undefined;
  /** Least memory that it needs, in MB; null where any. */
  minRamMb?: number | null | undefined;
  /** Whether it is protected against deletion. */
  deletionProtection: boolean;
  /** Labels set. */
  labels: Record<string, string>;
}

/** The creation of an image came to its end: its data is there and it can be used. */
export interface ImageCreationEnded {
  /** Id of the image. */
  imageId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** The creation of an image from a volume's data was started. */
export interface ImageCaptured {
  /** Id of the image; null where it was not created. */
  imageId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Id of the volume that it was made of. */
  volumeId: string;
  /** Format of the data, e.g. qcow2; null where left to the platform. */
  diskFormat?: string | null | undefined;
  /** Whether it is protected against deletion. */
  deletionProtection: boolean;
}

/** The creation of an image from a volume's data came to its end. */
export interface ImageCaptureEnded {
  /** Id of the image. */
  imageId: string;
  /** Id of the volume that it was made of. */
  volumeId: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** An image was changed. */
export interface ImageUpdated {
  /** Id of the image. */
  imageId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** Whether it is protected against deletion after the change; null where unchanged. */
  deletionProtection?: boolean | null | undefined;
  /** New least size of a disk that it needs, in GB; null where unchanged. */
  minDiskSizeGb?: number | null | undefined;
  /** New least memory that it needs, in MB; null where unchanged. */
  minRamMb?: number | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** With whom an image is shared was changed. */
export interface ImageShareUpdated {
  /** Id of the image. */
  imageId: string;
  /** Whether every project of the organization may use it after the change; null where unchanged. */
  parentOrganization?: boolean | null | undefined;
  /** Ids of the projects that were named as its users; null where unchanged. */
  projectIds?: string[] | null | undefined;
}

/** An image is no longer shared with one project. */
export interface ImageShareConsumerRemoved {
  /** Id of the image. */
  imageId: string;
  /** Id of the project that used it. */
  consumerProjectId: string;
}

/** An image is no longer shared with anyone. */
export interface ImageShareDeleted {
  /** Id of the image. */
  imageId: string;
}

/** An image was deleted. */
export interface ImageDeleted {
  /** Id of the image. */
  imageId: string;
}

/** An SSH key pair was created: its public key was imported. */
export interface KeyPairCreated {
  /** Name of the key pair, its id. */
  keyPairName: string;
  /** Algorithm of the key, e.g. ssh-ed25519; null where not known. */
  algorithm?: string | null | undefined;
  /** Fingerprint of the public key, e.g. SHA256:…; null where it was not imported. */
  fingerprint?: string | null | undefined;
  /** Labels set. */
  labels: Record<string, string>;
}

/** A key pair was relabelled. */
export interface KeyPairUpdated {
  /** Name of the key pair, its id. */
  keyPairName: string;
  /** Labels after the change. */
  labels: Record<string, string>;
}

/** A key pair was deleted; servers that know its public key keep it. */
export interface KeyPairDeleted {
  /** Name of the key pair, its id. */
  keyPairName: string;
}

/** A security group was created. */
export interface SecurityGroupCreated {
  /** Id of the security group; null where it was not created. */
  securityGroupId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Description given; null where none. */
  description?: string | null | undefined;
  /** Whether answers to allowed traffic are allowed without a rule. */
  stateful: boolean;
  /** Labels set. */
  labels: Record<string, string>;
}

/** A security group was renamed, described or relabelled. */
export interface SecurityGroupUpdated {
  /** Id of the security group. */
  securityGroupId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** New description; null where unchanged. */
  description?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** A rule was added to a security group: it allows traffic. */
export interface SecurityGroupRuleCreated {
  /** Id of the security group. */
  securityGroupId: string;
  /** Id of the rule; null where it was not created. */
  securityGroupRuleId?: string | null | undefined;
  /** ingress: traffic to its servers; egress: traffic from them. */
  direction: string;
  /** IPv4 or IPv6; null where left to the platform. */
  ethertype?: string | null | undefined;
  /** Name or number of the protocol, e.g. tcp or 47; any where all. */
  protocol: string;
  /** Lowest port allowed; null where all or where the protocol has none. */
  portMin?: number | null | undefined;
  /** Highest port allowed; null where all or where the protocol has none. */
  portMax?: number | null | undefined;
  /** The ports as text: one, a range or all, e.g. 443, 8000-8100. */
  portRange: string;
  /** ICMP type allowed; null where all or not ICMP. */
  icmpType?: number | null | undefined;
  /** ICMP code allowed; null where all or not ICMP. */
  icmpCode?: number | null | undefined;
  /** What the other side is: ip-range, security-group or any. */
  remoteType: string;
  /** The other side: a CIDR, the id of a security group, or any. */
  remote: string;
  /** Description given; null where none. */
  description?: string | null | undefined;
}

/** A rule was taken from a security group: it allowed traffic. */
export interface SecurityGroupRuleDeleted {
  /** Id of the security group. */
  securityGroupId: string;
  /** Id of the rule. */
  securityGroupRuleId: string;
  /** What the rule said: ingress or egress; null where not known. */
  direction?: string | null | undefined;
  /** What the rule said: IPv4 or IPv6; null where not known. */
  ethertype?: string | null | undefined;
  /** Protocol that it allowed, e.g. tcp; any where all; null where not known. */
  protocol?: string | null | undefined;
  /** Lowest port that it allowed; null where all or not known. */
  portMin?: number | null | undefined;
  /** Highest port that it allowed; null where all or not known. */
  portMax?: number | null | undefined;
  /** What the other side was: ip-range, security-group or any; null where not known. */
  remoteType?: string | null | undefined;
  /** The other side: a CIDR, the id of a security group, or any; null where not known. */
  remote?: string | null | undefined;
}

/** A security group was deleted together with its rules. */
export interface SecurityGroupDeleted {
  /** Id of the security group. */
  securityGroupId: string;
}

/** A network was created. */
export interface NetworkCreated {
  /** Id of the network; null where it was not created. */
  networkId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Whether it is connected to others; false: isolated. */
  routed: boolean;
  /** Whether its servers get their addresses by DHCP. */
  dhcp: boolean;
  /** Its IPv4 addresses as a CIDR; null where none. */
  ipv4Prefix?: string | null | undefined;
  /** Its IPv6 addresses as a CIDR; null where none. */
  ipv6Prefix?: string | null | undefined;
  /** Name servers that its servers use; empty where left to the platform. */
  nameservers: string[];
  /** Id of its routing table; null where the area's default. */
  routingTableId?: string | null | undefined;
  /** Labels set. */
  labels: Record<string, string>;
}

/** A network was changed. */
export interface NetworkUpdated {
  /** Id of the network. */
  networkId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** Whether its servers get their addresses by DHCP after the change; null where unchanged. */
  dhcp?: boolean | null | undefined;
  /** New address of its gateway; null where unchanged. */
  gateway?: string | null | undefined;
  /** Name servers after the change; null where unchanged. */
  nameservers?: string[] | null | undefined;
  /** Id of its new routing table; null where unchanged. */
  routingTableId?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** A network was deleted. */
export interface NetworkDeleted {
  /** Id of the network. */
  networkId: string;
}

/** A network interface was created. */
export interface NetworkInterfaceCreated {
  /** Id of the network. */
  networkId: string;
  /** Id of the network interface; null where it was not created. */
  networkInterfaceId?: string | null | undefined;
  /** Display name; null where none. */
  name?: string | null | undefined;
  /** Its IPv4 address; null where none. */
  ipv4?: string | null | undefined;
  /** Its IPv6 address; null where none. */
  ipv6?: string | null | undefined;
  /** Whether security groups guard it; false: all traffic passes. */
  securityGroupsEnforced: boolean;
  /** Ids of the security groups that guard it. */
  securityGroupIds: string[];
  /** Further addresses that it may send from, as addresses or CIDRs. */
  allowedAddresses: string[];
  /** Labels set. */
  labels: Record<string, string>;
}

/** A network interface was changed. */
export interface NetworkInterfaceUpdated {
  /** Id of the network. */
  networkId: string;
  /** Id of the network interface. */
  networkInterfaceId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** Whether security groups guard it after the change; null where unchanged. */
  securityGroupsEnforced?: boolean | null | undefined;
  /** Ids of the security groups that guard it after the change; null where unchanged. */
  securityGroupIds?: string[] | null | undefined;
  /** Further addresses that it may send from after the change; null where unchanged. */
  allowedAddresses?: string[] | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** A network interface was deleted. */
export interface NetworkInterfaceDeleted {
  /** Id of the network. */
  networkId: string;
  /** Id of the network interface. */
  networkInterfaceId: string;
}

/** A public IP address was reserved. */
export interface PublicIpCreated {
  /** Id of the public IP address; null where it was not created. */
  publicIpId?: string | null | undefined;
  /** The address, e.g. 203.0.113.10; null where none was reserved. */
  ip?: string | null | undefined;
  /** Id of the network interface that it points to; null where none. */
  networkInterfaceId?: string | null | undefined;
  /** Labels set. */
  labels: Record<string, string>;
}

/** A public IP address was pointed elsewhere or relabelled. */
export interface PublicIpUpdated {
  /** Id of the public IP address. */
  publicIpId: string;
  /** The address, e.g. 203.0.113.10; null where not known. */
  ip?: string | null | undefined;
  /** Id of the network interface that it points to after the change; null where unchanged or detached. */
  networkInterfaceId?: string | null | undefined;
  /** Whether it was taken from its network interface. */
  detached: boolean;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** A public IP address was given back. */
export interface PublicIpDeleted {
  /** Id of the public IP address. */
  publicIpId: string;
  /** The address, e.g. 203.0.113.10; null where not known. */
  ip?: string | null | undefined;
}

/** A network area, shared by projects of an organization, was created. */
export interface NetworkAreaCreated {
  /** Id of the network area; null where it was not created. */
  networkAreaId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Labels set. */
  labels: Record<string, string>;
}

/** A network area was renamed or relabelled. */
export interface NetworkAreaUpdated {
  /** Id of the network area. */
  networkAreaId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** A network area was set up in a region: which addresses it has there. */
export interface NetworkAreaRegionCreated {
  /** Id of the network area. */
  networkAreaId: string;
  /** Addresses for its networks, as CIDRs. */
  networkRanges: string[];
  /** Addresses of the network between the projects, as a CIDR. */
  transferNetwork: string;
  /** Prefix length of a network where none is asked for; null where left to the platform. */
  defaultPrefixLength?: number | null | undefined;
  /** Shortest prefix that a network may have; null where left to the platform. */
  minPrefixLength?: number | null | undefined;
  /** Longest prefix that a network may have; null where left to the platform. */
  maxPrefixLength?: number | null | undefined;
  /** Name servers of networks that name none; empty where left to the platform. */
  nameservers: string[];
}

/** The settings of a network area in a region were changed. */
export interface NetworkAreaRegionUpdated {
  /** Id of the network area. */
  networkAreaId: string;
  /** New prefix length of a network where none is asked for; null where unchanged. */
  defaultPrefixLength?: number | null | undefined;
  /** New shortest prefix that a network may have; null where unchanged. */
  minPrefixLength?: number | null | undefined;
  /** New longest prefix that a network may have; null where unchanged. */
  maxPrefixLength?: number | null | undefined;
  /** Name servers after the change of networks that name none; null where unchanged. */
  nameservers?: string[] | null | undefined;
}

/** A network area was withdrawn from a region. */
export interface NetworkAreaRegionDeleted {
  /** Id of the network area. */
  networkAreaId: string;
}

/** Ranges of addresses were added to a network area. */
export interface NetworkAreaRangeCreated {
  /** Id of the network area. */
  networkAreaId: string;
  /** The added addresses, as CIDRs. */
  networkRanges: string[];
  /** Ids of the ranges in the same order; empty where none was added. */
  networkRangeIds: string[];
}

/** A range of addresses was taken from a network area. */
export interface NetworkAreaRangeDeleted {
  /** Id of the network area. */
  networkAreaId: string;
  /** Id of the range. */
  networkRangeId: string;
  /** Its addresses as a CIDR; null where not known. */
  networkRange?: string | null | undefined;
}

/** Routes were added to a network area. */
export interface NetworkAreaRouteCreated {
  /** Id of the network area. */
  networkAreaId: string;
  /** The added routes. */
  routes: Route[];
}

/** Where traffic to some addresses is sent. */
export interface Route {
  /** Id of the route; null where it was not created. */
  routeId?: string | null | undefined;
  /** Addresses that it leads to, as a CIDR. */
  destination: string;
  /** Kind of the next hop, e.g. ipv4, internet or blackhole. */
  nextHopType: string;
  /** Address of the next hop; null where its kind says it all. */
  nextHop?: string | null | undefined;
  /** Labels set. */
  labels: Record<string, string>;
}

/** A route of a network area was relabelled. */
export interface NetworkAreaRouteUpdated {
  /** Id of the network area. */
  networkAreaId: string;
  /** Id of the route. */
  routeId: string;
  /** Labels after the change. */
  labels: Record<string, string>;
}

/** A route was taken from a network area. */
export interface NetworkAreaRouteDeleted {
  /** Id of the network area. */
  networkAreaId: string;
  /** Id of the route. */
  routeId: string;
  /** Addresses that it leads to, as a CIDR; null where not known. */
  destination?: string | null | undefined;
}

/** A network area was deleted. */
export interface NetworkAreaDeleted {
  /** Id of the network area. */
  networkAreaId: string;
}

/** A routing table was created in a network area. */
export interface RoutingTableCreated {
  /** Id of the network area. */
  networkAreaId: string;
  /** Id of the routing table; null where it was not created. */
  routingTableId?: string | null | undefined;
  /** Display name. */
  name: string;
  /** Description given; null where none. */
  description?: string | null | undefined;
  /** Whether it has the routes that the platform makes between projects. */
  systemRoutes: boolean;
  /** Whether it learns routes, e.g. from a VPN. */
  dynamicRoutes: boolean;
  /** Labels set. */
  labels: Record<string, string>;
}

/** A routing table was changed. */
export interface RoutingTableUpdated {
  /** Id of the network area. */
  networkAreaId: string;
  /** Id of the routing table. */
  routingTableId: string;
  /** New display name; null where unchanged. */
  name?: string | null | undefined;
  /** New description; null where unchanged. */
  description?: string | null | undefined;
  /** Whether it has the routes that the platform makes between projects after the change; null where unchanged. */
  systemRoutes?: boolean | null | undefined;
  /** Whether it learns routes after the change; null where unchanged. */
  dynamicRoutes?: boolean | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** Routes were added to a routing table. */
export interface RoutingTableRouteCreated {
  /** Id of the network area. */
  networkAreaId: string;
  /** Id of the routing table. */
  routingTableId: string;
  /** The added routes. */
  routes: Route[];
}

/** A route of a routing table was relabelled. */
export interface RoutingTableRouteUpdated {
  /** Id of the network area. */
  networkAreaId: string;
  /** Id of the routing table. */
  routingTableId: string;
  /** Id of the route. */
  routeId: string;
  /** Labels after the change. */
  labels: Record<string, string>;
}

/** A route was taken from a routing table. */
export interface RoutingTableRouteDeleted {
  /** Id of the network area. */
  networkAreaId: string;
  /** Id of the routing table. */
  routingTableId: string;
  /** Id of the route. */
  routeId: string;
  /** Addresses that it leads to, as a CIDR; null where not known. */
  destination?: string | null | undefined;
}

/** A routing table was deleted. */
export interface RoutingTableDeleted {
  /** Id of the network area. */
  networkAreaId: string;
  /** Id of the routing table. */
  routingTableId: string;
}

/** A request was refused because it would have exceeded a quota. */
export interface QuotaDenied {
  /** What is limited, e.g. vcpu, ram-mb, public-ip. */
  quota: string;
  /** How much more was asked for, in the quota's unit. */
  requested: number;
  /** How much was in use, in the quota's unit. */
  used: number;
  /** How much is allowed, in the quota's unit. */
  limit: number;
  /** Name of the event that did not happen, e.g. compute-engine.server.create. */
  attemptedOperation: string;
}

/** A server was moved to another host for the sake of the platform. */
export interface ServerAutoMoved {
  /** Id of the server. */
  serverId: string;
  /** Why, e.g. host-maintenance or rebalancing. */
  reason: string;
  /** Whether it kept running. */
  live: boolean;
  /** Milliseconds for which it did not run; null where not measured. */
  interruptionMs?: number | null | undefined;
}

/** A server was started on another host after its own had failed. */
export interface ServerFailedOver {
  /** Id of the server. */
  serverId: string;
  /** What failed, e.g. host-failure or storage-path-failure. */
  reason: string;
  /** Milliseconds for which it did not run; null where not measured. */
  interruptionMs?: number | null | undefined;
}

/** An image was deleted at the end of its time to live. */
export interface ImageExpired {
  /** Id of the image. */
  imageId: string;
  /** End of its time to live, milliseconds UTC. */
  expiredAt: number;
}
