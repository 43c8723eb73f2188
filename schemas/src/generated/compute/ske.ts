// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** The creation of a Kubernetes cluster was started. */
export interface ClusterCreated {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Kubernetes version asked for, e.g. 1.33.4. */
  kubernetesVersion: string;
  /** Its first node pools. */
  nodePools: NodePool[];
  /** Id of the network that its nodes join; null where it gets one of its own. */
  networkId?: string | null | undefined;
  /** From where its API server can be reached, e.g. PUBLIC or SNA; null where left to the platform. */
  controlPlaneAccess?: string | null | undefined;
  /** Whether access to its API server is limited to allowedCidrs. */
  aclEnabled: boolean;
  /** Addresses that may reach its API server, as CIDRs. */
  allowedCidrs: string[];
  /** Whether people sign in to it with their own account (identity provider). */
  idpEnabled: boolean;
  /** Whether the audit log of its API server is kept. */
  auditLogEnabled: boolean;
  /** Whether maintenance may raise its Kubernetes version. */
  autoUpdateKubernetes: boolean;
  /** Whether maintenance may raise its nodes' operating system. */
  autoUpdateMachineImage: boolean;
  /** When it sleeps; empty where never by schedule. */
  hibernationSchedules: HibernationSchedule[];
  /** Labels set. */
  labels: Record<string, string>;
}

/** A node pool as it was asked for. */
export interface NodePool {
  /** Name, its id within the cluster. */
  name: string;
  /** Flavour of its nodes, e.g. c2i.4. */
  machineType: string;
  /** Operating system of its nodes, e.g. flatcar; null where left to the platform. */
  imageName?: string | null | undefined;
  /** Version of that operating system, e.g. 4230.2.3; null where left to the platform. */
  imageVersion?: string | null | undefined;
  /** Fewest nodes. */
  minNodes: number;
  /** Most nodes. */
  maxNodes: number;
  /** Zones that it spreads over, e.g. eu01-1. */
  availabilityZones: string[];
  /** Performance class of a node's disk, e.g. storage_premium_perf2; null where left to the platform. */
  volumeType?: string | null | undefined;
  /** Size of a node's disk in GB. */
  volumeSizeGb: number;
}

/** When a cluster sleeps. */
export interface HibernationSchedule {
  /** Cron expression of the moment at which it falls asleep, e.g. 0 18 * * 1-5. */
  start: string;
  /** Cron expression of the moment at which it wakes up, e.g. 0 6 * * 1-5. */
  end: string;
  /** Time zone of both, e.g. Europe/Berlin. */
  timezone: string;
}

/** The creation of a Kubernetes cluster came to its end. */
export interface ClusterCreationEnded {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A Kubernetes cluster was changed; its access list and its node pools have events of their own. */
export interface ClusterUpdated {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** New Kubernetes version; null where unchanged. */
  kubernetesVersion?: string | null | undefined;
  /** From where its API server can be reached after the change, e.g. PUBLIC or SNA; null where unchanged. */
  controlPlaneAccess?: string | null | undefined;
  /** Whether people sign in to it with their own account after the change; null where unchanged. */
  idpEnabled?: boolean | null | undefined;
  /** Whether the audit log of its API server is kept after the change; null where unchanged. */
  auditLogEnabled?: boolean | null | undefined;
  /** Whether maintenance may raise its Kubernetes version after the change; null where unchanged. */
  autoUpdateKubernetes?: boolean | null | undefined;
  /** Whether maintenance may raise its nodes' operating system after the change; null where unchanged. */
  autoUpdateMachineImage?: boolean | null | undefined;
  /** New start of its daily maintenance window, e.g. 01:00:00Z; null where unchanged. */
  maintenanceStart?: string | null | undefined;
  /** New end of its daily maintenance window, e.g. 03:00:00Z; null where unchanged. */
  maintenanceEnd?: string | null | undefined;
  /** When it sleeps after the change; null where unchanged. */
  hibernationSchedules?: HibernationSchedule[] | null | undefined;
  /** Labels after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** Who may reach a cluster's API server was changed. */
export interface ClusterAclUpdated {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Whether access is limited to allowedCidrs after the change; false: anyone may connect. */
  aclEnabled: boolean;
  /** Addresses that may connect after the change, as CIDRs. */
  allowedCidrs: string[];
  /** Addresses that might connect before the change; null where not known. */
  previousAllowedCidrs?: string[] | null | undefined;
}

/** The hibernation of a cluster was started by hand. */
export interface ClusterHibernated {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
}

/** The hibernation of a cluster, started by hand, came to its end. */
export interface ClusterHibernationEnded {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** The wake-up of a hibernated cluster was started by hand. */
export interface ClusterWokenUp {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
}

/** The wake-up of a cluster, started by hand, came to its end. */
export interface ClusterWakeUpEnded {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** Maintenance of a cluster was started by hand, outside its window. */
export interface ClusterMaintained {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
}

/** The reconciliation of a cluster with its definition was started by hand. */
export interface ClusterReconciled {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
}

/** The rotation of a cluster's credentials was started: new ones are made, the old ones stay valid. */
export interface CredentialsRotationStarted {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
}

/** The second half of a rotation of a cluster's credentials was started: the old ones become invalid. */
export interface CredentialsRotationCompleted {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
}

/** The rotation of a cluster's credentials came to its end: only the new ones are valid. */
export interface CredentialsRotationCompletionEnded {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A kubeconfig with the rights of an administrator was issued. */
export interface KubeconfigIssued {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Lifetime asked for, in seconds; null where left to the platform. */
  validForSeconds?: number | null | undefined;
  /** When it becomes invalid, milliseconds UTC; null where none was issued. */
  expiresAt?: number | null | undefined;
}

/** The deletion of a Kubernetes cluster was started. */
export interface ClusterDeleted {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
}

/** The deletion of a Kubernetes cluster came to its end. */
export interface ClusterDeletionEnded {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** A node pool was added to a cluster. */
export interface NodePoolCreated {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Name of the node pool, its id within the cluster. */
  nodePoolName: string;
  /** Flavour of its nodes, e.g. c2i.4. */
  machineType: string;
  /** Operating system of its nodes, e.g. flatcar; null where left to the platform. */
  imageName?: string | null | undefined;
  /** Version of that operating system, e.g. 4230.2.3; null where left to the platform. */
  imageVersion?: string | null | undefined;
  /** Fewest nodes. */
  minNodes: number;
  /** Most nodes. */
  maxNodes: number;
  /** Zones that it spreads over, e.g. eu01-1. */
  availabilityZones: string[];
  /** Performance class of a node's disk, e.g. storage_premium_perf2; null where left to the platform. */
  volumeType?: string | null | undefined;
  /** Size of a node's disk in GB. */
  volumeSizeGb: number;
  /** Kubernetes labels of its nodes. */
  labels: Record<string, string>;
}

/** A node pool was changed in anything but its size. */
export interface NodePoolUpdated {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Name of the node pool, its id within the cluster. */
  nodePoolName: string;
  /** New flavour of its nodes; null where unchanged. */
  machineType?: string | null | undefined;
  /** New operating system of its nodes; null where unchanged. */
  imageName?: string | null | undefined;
  /** New version of their operating system; null where unchanged. */
  imageVersion?: string | null | undefined;
  /** Zones that it spreads over after the change; null where unchanged. */
  availabilityZones?: string[] | null | undefined;
  /** New performance class of a node's disk; null where unchanged. */
  volumeType?: string | null | undefined;
  /** New size of a node's disk in GB; null where unchanged. */
  volumeSizeGb?: number | null | undefined;
  /** Kubernetes labels of its nodes after the change; null where unchanged. */
  labels?: Record<string, string> | null | undefined;
}

/** The bounds of a node pool's size were changed. */
export interface NodePoolScaled {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Name of the node pool, its id within the cluster. */
  nodePoolName: string;
  /** Fewest nodes after the change. */
  minNodes: number;
  /** Most nodes after the change. */
  maxNodes: number;
  /** Fewest nodes before the change; null where not known. */
  previousMinNodes?: number | null | undefined;
  /** Most nodes before the change; null where not known. */
  previousMaxNodes?: number | null | undefined;
}

/** A node pool was taken from a cluster and its nodes deleted. */
export interface NodePoolDeleted {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Name of the node pool, its id within the cluster. */
  nodePoolName: string;
}

/** Scheduled maintenance of a cluster began in its window. */
export interface ClusterAutoMaintained {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Whether a newer Kubernetes version is due. */
  raisesKubernetes: boolean;
  /** Whether a newer operating system of its nodes is due. */
  raisesMachineImage: boolean;
}

/** Scheduled maintenance of a cluster came to its end. */
export interface ClusterAutoMaintenanceEnded {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Milliseconds from the start to the end. */
  durationMs: number;
}

/** The Kubernetes version of a cluster was raised automatically. */
export interface ClusterAutoUpgraded {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Version before, e.g. 1.32.9. */
  previousKubernetesVersion: string;
  /** Version after, e.g. 1.33.5. */
  kubernetesVersion: string;
  /** Why: auto-update, or version-expired where it was forced. */
  reason: string;
}

/** Certificates of a cluster were renewed automatically. */
export interface ClusterCertificatesAutoRotated {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Which ones, e.g. kube-apiserver, etcd. */
  certificateNames: string[];
  /** When the first of the new ones becomes invalid, milliseconds UTC. */
  expiresAt: number;
}

/** A cluster was sent into hibernation by its schedule. */
export interface ClusterAutoHibernated {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Cron expression that fell due, e.g. 0 18 * * 1-5. */
  schedule: string;
  /** Time zone of the schedule, e.g. Europe/Berlin. */
  timezone: string;
}

/** A cluster was woken up by its schedule. */
export interface ClusterAutoWokenUp {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Cron expression that fell due, e.g. 0 18 * * 1-5. */
  schedule: string;
  /** Time zone of the schedule, e.g. Europe/Berlin. */
  timezone: string;
}

/** The autoscaler changed the number of nodes of a pool. */
export interface NodePoolAutoScaled {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Name of the node pool, its id within the cluster. */
  nodePoolName: string;
  /** Nodes before. */
  previousNodeCount: number;
  /** Nodes after. */
  nodeCount: number;
  /** Why, e.g. pods-pending or nodes-underused. */
  reason: string;
}

/** The operating system of a pool's nodes was raised automatically. */
export interface NodePoolAutoUpgraded {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Name of the node pool, its id within the cluster. */
  nodePoolName: string;
  /** Operating system, e.g. flatcar. */
  imageName: string;
  /** Version after, e.g. 4230.2.4. */
  imageVersion: string;
  /** Version before; null where not known. */
  previousImageVersion?: string | null | undefined;
  /** Why: auto-update, or version-expired where it was forced. */
  reason: string;
}

/** A node that did not recover was replaced by a new one. */
export interface NodeAutoReplaced {
  /** Name of the cluster, its id within the project and region. */
  clusterName: string;
  /** Name of the node pool, its id within the cluster. */
  nodePoolName: string;
  /** Name of the node that is gone. */
  nodeName: string;
  /** Name of the new node; null where it is not there yet. */
  replacementNodeName?: string | null | undefined;
  /** Why, e.g. not-ready or host-failure. */
  reason: string;
}
