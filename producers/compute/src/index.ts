// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { Recorder } from "@audit-log/producer-core";
import type * as skeEvents from "@audit-log/schemas/compute/ske";
import type * as computeEngineEvents from "@audit-log/schemas/compute/compute-engine";

/** Compute & Runtime: Kubernetes clusters, servers, their networks and images. */
export const compute = (recorder: Pick<Recorder, "event">) => ({
  ske: {
    /** The creation of a Kubernetes cluster was started. */
    clusterCreated: recorder.event<skeEvents.ClusterCreated>("ske.cluster.create"),
    /** The creation of a Kubernetes cluster came to its end. */
    clusterCreationEnded: recorder.event<skeEvents.ClusterCreationEnded>("ske.cluster.create.end"),
    /** A Kubernetes cluster was changed; its access list and its node pools have events of their own. */
    clusterUpdated: recorder.event<skeEvents.ClusterUpdated>("ske.cluster.update"),
    /** Who may reach a cluster's API server was changed. */
    clusterAclUpdated: recorder.event<skeEvents.ClusterAclUpdated>("ske.cluster.acl.update"),
    /** The hibernation of a cluster was started by hand. */
    clusterHibernated: recorder.event<skeEvents.ClusterHibernated>("ske.cluster.hibernate"),
    /** The hibernation of a cluster, started by hand, came to its end. */
    clusterHibernationEnded: recorder.event<skeEvents.ClusterHibernationEnded>("ske.cluster.hibernate.end"),
    /** The wake-up of a hibernated cluster was started by hand. */
    clusterWokenUp: recorder.event<skeEvents.ClusterWokenUp>("ske.cluster.wake-up"),
    /** The wake-up of a cluster, started by hand, came to its end. */
    clusterWakeUpEnded: recorder.event<skeEvents.ClusterWakeUpEnded>("ske.cluster.wake-up.end"),
    /** Maintenance of a cluster was started by hand, outside its window. */
    clusterMaintained: recorder.event<skeEvents.ClusterMaintained>("ske.cluster.maintain"),
    /** The reconciliation of a cluster with its definition was started by hand. */
    clusterReconciled: recorder.event<skeEvents.ClusterReconciled>("ske.cluster.reconcile"),
    /** The rotation of a cluster's credentials was started: new ones are made, the old ones stay valid. */
    credentialsRotationStarted: recorder.event<skeEvents.CredentialsRotationStarted>("ske.credentials-rotation.start"),
    /** The second half of a rotation of a cluster's credentials was started: the old ones become invalid. */
    credentialsRotationCompleted: recorder.event<skeEvents.CredentialsRotationCompleted>(
      "ske.credentials-rotation.complete",
    ),
    /** The rotation of a cluster's credentials came to its end: only the new ones are valid. */
    credentialsRotationCompletionEnded: recorder.event<skeEvents.CredentialsRotationCompletionEnded>(
      "ske.credentials-rotation.complete.end",
    ),
    /** A kubeconfig with the rights of an administrator was issued. */
    kubeconfigIssued: recorder.event<skeEvents.KubeconfigIssued>("ske.kubeconfig.issue"),
    /** The deletion of a Kubernetes cluster was started. */
    clusterDeleted: recorder.event<skeEvents.ClusterDeleted>("ske.cluster.delete"),
    /** The deletion of a Kubernetes cluster came to its end. */
    clusterDeletionEnded: recorder.event<skeEvents.ClusterDeletionEnded>("ske.cluster.delete.end"),
    /** A node pool was added to a cluster. */
    nodePoolCreated: recorder.event<skeEvents.NodePoolCreated>("ske.node-pool.create"),
    /** A node pool was changed in anything but its size. */
    nodePoolUpdated: recorder.event<skeEvents.NodePoolUpdated>("ske.node-pool.update"),
    /** The bounds of a node pool's size were changed. */
    nodePoolScaled: recorder.event<skeEvents.NodePoolScaled>("ske.node-pool.scale"),
    /** A node pool was taken from a cluster and its nodes deleted. */
    nodePoolDeleted: recorder.event<skeEvents.NodePoolDeleted>("ske.node-pool.delete"),
    /** Scheduled maintenance of a cluster began in its window. */
    clusterAutoMaintained: recorder.event<skeEvents.ClusterAutoMaintained>("ske.cluster.auto-maintain"),
    /** Scheduled maintenance of a cluster came to its end. */
    clusterAutoMaintenanceEnded: recorder.event<skeEvents.ClusterAutoMaintenanceEnded>("ske.cluster.auto-maintain.end"),
    /** The Kubernetes version of a cluster was raised automatically. */
    clusterAutoUpgraded: recorder.event<skeEvents.ClusterAutoUpgraded>("ske.cluster.auto-upgrade"),
    /** Certificates of a cluster were renewed automatically. */
    clusterCertificatesAutoRotated: recorder.event<skeEvents.ClusterCertificatesAutoRotated>(
      "ske.cluster.certificate.auto-rotate",
    ),
    /** A cluster was sent into hibernation by its schedule. */
    clusterAutoHibernated: recorder.event<skeEvents.ClusterAutoHibernated>("ske.cluster.auto-hibernate"),
    /** A cluster was woken up by its schedule. */
    clusterAutoWokenUp: recorder.event<skeEvents.ClusterAutoWokenUp>("ske.cluster.auto-wake-up"),
    /** The autoscaler changed the number of nodes of a pool. */
    nodePoolAutoScaled: recorder.event<skeEvents.NodePoolAutoScaled>("ske.node-pool.auto-scale"),
    /** The operating system of a pool's nodes was raised automatically. */
    nodePoolAutoUpgraded: recorder.event<skeEvents.NodePoolAutoUpgraded>("ske.node-pool.auto-upgrade"),
    /** A node that did not recover was replaced by a new one. */
    nodeAutoReplaced: recorder.event<skeEvents.NodeAutoReplaced>("ske.node.auto-replace"),
  },
  computeEngine: {
    /** The creation of a server was started. */
    serverCreated: recorder.event<computeEngineEvents.ServerCreated>("compute-engine.server.create"),
    /** The creation of a server came to its end. */
    serverCreationEnded: recorder.event<computeEngineEvents.ServerCreationEnded>("compute-engine.server.create.end"),
    /** A server was renamed or relabelled. */
    serverUpdated: recorder.event<computeEngineEvents.ServerUpdated>("compute-engine.server.update"),
    /** A server was started. */
    serverStarted: recorder.event<computeEngineEvents.ServerStarted>("compute-engine.server.start"),
    /** A server was stopped; it keeps its place on a host. */
    serverStopped: recorder.event<computeEngineEvents.ServerStopped>("compute-engine.server.stop"),
    /** A server was stopped and its place on a host given up. */
    serverDeallocated: recorder.event<computeEngineEvents.ServerDeallocated>("compute-engine.server.deallocate"),
    /** A server was restarted. */
    serverRestarted: recorder.event<computeEngineEvents.ServerRestarted>("compute-engine.server.restart"),
    /** A server was booted from a rescue image, which opens its disks to whoever signs in. */
    serverRescued: recorder.event<computeEngineEvents.ServerRescued>("compute-engine.server.rescue"),
    /** A server was booted from its own disk again after a rescue. */
    serverUnrescued: recorder.event<computeEngineEvents.ServerUnrescued>("compute-engine.server.unrescue"),
    /** The resizing of a server to another machine type was started. */
    serverResized: recorder.event<computeEngineEvents.ServerResized>("compute-engine.server.resize"),
    /** The resizing of a server came to its end. */
    serverResizeEnded: recorder.event<computeEngineEvents.ServerResizeEnded>("compute-engine.server.resize.end"),
    /** Access to a server's screen and keyboard was handed out. */
    serverConsoleOpened: recorder.event<computeEngineEvents.ServerConsoleOpened>("compute-engine.server.console.open"),
    /** The log that a server writes to its console was read. */
    serverLogRead: recorder.event<computeEngineEvents.ServerLogRead>("compute-engine.server.log.read"),
    /** A server joined a network through a new network interface. */
    serverNetworkAdded: recorder.event<computeEngineEvents.ServerNetworkAdded>("compute-engine.server.network.add"),
    /** A server left a network: its interfaces there were detached and deleted. */
    serverNetworkRemoved: recorder.event<computeEngineEvents.ServerNetworkRemoved>(
      "compute-engine.server.network.remove",
    ),
    /** An existing network interface was attached to a server. */
    serverNetworkInterfaceAttached: recorder.event<computeEngineEvents.ServerNetworkInterfaceAttached>(
      "compute-engine.server.network-interface.attach",
    ),
    /** A network interface was detached from a server. */
    serverNetworkInterfaceDetached: recorder.event<computeEngineEvents.ServerNetworkInterfaceDetached>(
      "compute-engine.server.network-interface.detach",
    ),
    /** A server was made reachable under a public IP address. */
    serverPublicIpAdded: recorder.event<computeEngineEvents.ServerPublicIpAdded>("compute-engine.server.public-ip.add"),
    /** A public IP address was taken from a server. */
    serverPublicIpRemoved: recorder.event<computeEngineEvents.ServerPublicIpRemoved>(
      "compute-engine.server.public-ip.remove",
    ),
    /** A security group was applied to a server. */
    serverSecurityGroupAdded: recorder.event<computeEngineEvents.ServerSecurityGroupAdded>(
      "compute-engine.server.security-group.add",
    ),
    /** A security group was taken from a server. */
    serverSecurityGroupRemoved: recorder.event<computeEngineEvents.ServerSecurityGroupRemoved>(
      "compute-engine.server.security-group.remove",
    ),
    /** A server was allowed to act as a service account. */
    serverServiceAccountAdded: recorder.event<computeEngineEvents.ServerServiceAccountAdded>(
      "compute-engine.server.service-account.add",
    ),
    /** A server may no longer act as a service account. */
    serverServiceAccountRemoved: recorder.event<computeEngineEvents.ServerServiceAccountRemoved>(
      "compute-engine.server.service-account.remove",
    ),
    /** A volume was attached to a server. */
    serverVolumeAttached: recorder.event<computeEngineEvents.ServerVolumeAttached>(
      "compute-engine.server.volume.attach",
    ),
    /** It was changed whether an attached volume is deleted together with its server. */
    serverVolumeUpdated: recorder.event<computeEngineEvents.ServerVolumeUpdated>("compute-engine.server.volume.update"),
    /** A volume was detached from a server. */
    serverVolumeDetached: recorder.event<computeEngineEvents.ServerVolumeDetached>(
      "compute-engine.server.volume.detach",
    ),
    /** The deletion of a server was started. */
    serverDeleted: recorder.event<computeEngineEvents.ServerDeleted>("compute-engine.server.delete"),
    /** The deletion of a server came to its end. */
    serverDeletionEnded: recorder.event<computeEngineEvents.ServerDeletionEnded>("compute-engine.server.delete.end"),
    /** An affinity group was created. */
    affinityGroupCreated: recorder.event<computeEngineEvents.AffinityGroupCreated>(
      "compute-engine.affinity-group.create",
    ),
    /** An affinity group was deleted. */
    affinityGroupDeleted: recorder.event<computeEngineEvents.AffinityGroupDeleted>(
      "compute-engine.affinity-group.delete",
    ),
    /** The creation of an image was started: its data may be uploaded. */
    imageCreated: recorder.event<computeEngineEvents.ImageCreated>("compute-engine.image.create"),
    /** The creation of an image came to its end: its data is there and it can be used. */
    imageCreationEnded: recorder.event<computeEngineEvents.ImageCreationEnded>("compute-engine.image.create.end"),
    /** The creation of an image from a volume's data was started. */
    imageCaptured: recorder.event<computeEngineEvents.ImageCaptured>("compute-engine.image.capture"),
    /** The creation of an image from a volume's data came to its end. */
    imageCaptureEnded: recorder.event<computeEngineEvents.ImageCaptureEnded>("compute-engine.image.capture.end"),
    /** An image was changed. */
    imageUpdated: recorder.event<computeEngineEvents.ImageUpdated>("compute-engine.image.update"),
    /** With whom an image is shared was changed. */
    imageShareUpdated: recorder.event<computeEngineEvents.ImageShareUpdated>("compute-engine.image.share.update"),
    /** An image is no longer shared with one project. */
    imageShareConsumerRemoved: recorder.event<computeEngineEvents.ImageShareConsumerRemoved>(
      "compute-engine.image.share-consumer.remove",
    ),
    /** An image is no longer shared with anyone. */
    imageShareDeleted: recorder.event<computeEngineEvents.ImageShareDeleted>("compute-engine.image.share.delete"),
    /** An image was deleted. */
    imageDeleted: recorder.event<computeEngineEvents.ImageDeleted>("compute-engine.image.delete"),
    /** An SSH key pair was created: its public key was imported. */
    keyPairCreated: recorder.event<computeEngineEvents.KeyPairCreated>("compute-engine.key-pair.create"),
    /** A key pair was relabelled. */
    keyPairUpdated: recorder.event<computeEngineEvents.KeyPairUpdated>("compute-engine.key-pair.update"),
    /** A key pair was deleted; servers that know its public key keep it. */
    keyPairDeleted: recorder.event<computeEngineEvents.KeyPairDeleted>("compute-engine.key-pair.delete"),
    /** A security group was created. */
    securityGroupCreated: recorder.event<computeEngineEvents.SecurityGroupCreated>(
      "compute-engine.security-group.create",
    ),
    /** A security group was renamed, described or relabelled. */
    securityGroupUpdated: recorder.event<computeEngineEvents.SecurityGroupUpdated>(
      "compute-engine.security-group.update",
    ),
    /** A rule was added to a security group: it allows traffic. */
    securityGroupRuleCreated: recorder.event<computeEngineEvents.SecurityGroupRuleCreated>(
      "compute-engine.security-group.rule.create",
    ),
    /** A rule was taken from a security group: it allowed traffic. */
    securityGroupRuleDeleted: recorder.event<computeEngineEvents.SecurityGroupRuleDeleted>(
      "compute-engine.security-group.rule.delete",
    ),
    /** A security group was deleted together with its rules. */
    securityGroupDeleted: recorder.event<computeEngineEvents.SecurityGroupDeleted>(
      "compute-engine.security-group.delete",
    ),
    /** A network was created. */
    networkCreated: recorder.event<computeEngineEvents.NetworkCreated>("compute-engine.network.create"),
    /** A network was changed. */
    networkUpdated: recorder.event<computeEngineEvents.NetworkUpdated>("compute-engine.network.update"),
    /** A network was deleted. */
    networkDeleted: recorder.event<computeEngineEvents.NetworkDeleted>("compute-engine.network.delete"),
    /** A network interface was created. */
    networkInterfaceCreated: recorder.event<computeEngineEvents.NetworkInterfaceCreated>(
      "compute-engine.network-interface.create",
    ),
    /** A network interface was changed. */
    networkInterfaceUpdated: recorder.event<computeEngineEvents.NetworkInterfaceUpdated>(
      "compute-engine.network-interface.update",
    ),
    /** A network interface was deleted. */
    networkInterfaceDeleted: recorder.event<computeEngineEvents.NetworkInterfaceDeleted>(
      "compute-engine.network-interface.delete",
    ),
    /** A public IP address was reserved. */
    publicIpCreated: recorder.event<computeEngineEvents.PublicIpCreated>("compute-engine.public-ip.create"),
    /** A public IP address was pointed elsewhere or relabelled. */
    publicIpUpdated: recorder.event<computeEngineEvents.PublicIpUpdated>("compute-engine.public-ip.update"),
    /** A public IP address was given back. */
    publicIpDeleted: recorder.event<computeEngineEvents.PublicIpDeleted>("compute-engine.public-ip.delete"),
    /** A network area, shared by projects of an organization, was created. */
    networkAreaCreated: recorder.event<computeEngineEvents.NetworkAreaCreated>("compute-engine.network-area.create"),
    /** A network area was renamed or relabelled. */
    networkAreaUpdated: recorder.event<computeEngineEvents.NetworkAreaUpdated>("compute-engine.network-area.update"),
    /** A network area was set up in a region: which addresses it has there. */
    networkAreaRegionCreated: recorder.event<computeEngineEvents.NetworkAreaRegionCreated>(
      "compute-engine.network-area.region.create",
    ),
    /** The settings of a network area in a region were changed. */
    networkAreaRegionUpdated: recorder.event<computeEngineEvents.NetworkAreaRegionUpdated>(
      "compute-engine.network-area.region.update",
    ),
    /** A network area was withdrawn from a region. */
    networkAreaRegionDeleted: recorder.event<computeEngineEvents.NetworkAreaRegionDeleted>(
      "compute-engine.network-area.region.delete",
    ),
    /** Ranges of addresses were added to a network area. */
    networkAreaRangeCreated: recorder.event<computeEngineEvents.NetworkAreaRangeCreated>(
      "compute-engine.network-area.range.create",
    ),
    /** A range of addresses was taken from a network area. */
    networkAreaRangeDeleted: recorder.event<computeEngineEvents.NetworkAreaRangeDeleted>(
      "compute-engine.network-area.range.delete",
    ),
    /** Routes were added to a network area. */
    networkAreaRouteCreated: recorder.event<computeEngineEvents.NetworkAreaRouteCreated>(
      "compute-engine.network-area.route.create",
    ),
    /** A route of a network area was relabelled. */
    networkAreaRouteUpdated: recorder.event<computeEngineEvents.NetworkAreaRouteUpdated>(
      "compute-engine.network-area.route.update",
    ),
    /** A route was taken from a network area. */
    networkAreaRouteDeleted: recorder.event<computeEngineEvents.NetworkAreaRouteDeleted>(
      "compute-engine.network-area.route.delete",
    ),
    /** A network area was deleted. */
    networkAreaDeleted: recorder.event<computeEngineEvents.NetworkAreaDeleted>("compute-engine.network-area.delete"),
    /** A routing table was created in a network area. */
    routingTableCreated: recorder.event<computeEngineEvents.RoutingTableCreated>("compute-engine.routing-table.create"),
    /** A routing table was changed. */
    routingTableUpdated: recorder.event<computeEngineEvents.RoutingTableUpdated>("compute-engine.routing-table.update"),
    /** Routes were added to a routing table. */
    routingTableRouteCreated: recorder.event<computeEngineEvents.RoutingTableRouteCreated>(
      "compute-engine.routing-table.route.create",
    ),
    /** A route of a routing table was relabelled. */
    routingTableRouteUpdated: recorder.event<computeEngineEvents.RoutingTableRouteUpdated>(
      "compute-engine.routing-table.route.update",
    ),
    /** A route was taken from a routing table. */
    routingTableRouteDeleted: recorder.event<computeEngineEvents.RoutingTableRouteDeleted>(
      "compute-engine.routing-table.route.delete",
    ),
    /** A routing table was deleted. */
    routingTableDeleted: recorder.event<computeEngineEvents.RoutingTableDeleted>("compute-engine.routing-table.delete"),
    /** A request was refused because it would have exceeded a quota. */
    quotaDenied: recorder.event<computeEngineEvents.QuotaDenied>("compute-engine.quota.deny"),
    /** A server was moved to another host for the sake of the platform. */
    serverAutoMoved: recorder.event<computeEngineEvents.ServerAutoMoved>("compute-engine.server.auto-move"),
    /** A server was started on another host after its own had failed. */
    serverFailedOver: recorder.event<computeEngineEvents.ServerFailedOver>("compute-engine.server.failover"),
    /** An image was deleted at the end of its time to live. */
    imageExpired: recorder.event<computeEngineEvents.ImageExpired>("compute-engine.image.expire"),
  },
});
