// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { Recorder } from "@audit-log/producer-core";
import type * as loadBalancerEvents from "@audit-log/schemas/network/load-balancer";
import type * as dnsEvents from "@audit-log/schemas/network/dns";

/** Network: Load balancers and DNS. */
export const network = (recorder: Pick<Recorder, "event">) => ({
  loadBalancer: {
    /** The creation of a load balancer was started. */
    loadBalancerCreated: recorder.event<loadBalancerEvents.LoadBalancerCreated>("load-balancer.instance.create"),
    /** The creation of a load balancer came to its end. */
    loadBalancerCreationEnded: recorder.event<loadBalancerEvents.LoadBalancerCreationEnded>(
      "load-balancer.instance.create.end",
    ),
    /** A load balancer was changed as a whole. */
    loadBalancerUpdated: recorder.event<loadBalancerEvents.LoadBalancerUpdated>("load-balancer.instance.update"),
    /** The deletion of a load balancer was started. */
    loadBalancerDeleted: recorder.event<loadBalancerEvents.LoadBalancerDeleted>("load-balancer.instance.delete"),
    /** The deletion of a load balancer came to its end. */
    loadBalancerDeletionEnded: recorder.event<loadBalancerEvents.LoadBalancerDeletionEnded>(
      "load-balancer.instance.delete.end",
    ),
    /** A listener was created: a load balancer opened a port. */
    listenerCreated: recorder.event<loadBalancerEvents.ListenerCreated>("load-balancer.listener.create"),
    /** A listener of a load balancer was changed. */
    listenerUpdated: recorder.event<loadBalancerEvents.ListenerUpdated>("load-balancer.listener.update"),
    /** A listener was deleted: a load balancer closed a port. */
    listenerDeleted: recorder.event<loadBalancerEvents.ListenerDeleted>("load-balancer.listener.delete"),
    /** An ingress rule of a load balancer was created. */
    ingressRuleCreated: recorder.event<loadBalancerEvents.IngressRuleCreated>("load-balancer.ingress-rule.create"),
    /** An ingress rule of a load balancer was changed. */
    ingressRuleUpdated: recorder.event<loadBalancerEvents.IngressRuleUpdated>("load-balancer.ingress-rule.update"),
    /** An ingress rule of a load balancer was deleted. */
    ingressRuleDeleted: recorder.event<loadBalancerEvents.IngressRuleDeleted>("load-balancer.ingress-rule.delete"),
    /** A target pool of a load balancer was replaced. */
    targetPoolUpdated: recorder.event<loadBalancerEvents.TargetPoolUpdated>("load-balancer.target-pool.update"),
    /** Credentials with which load balancers send logs and metrics were created. */
    credentialsCreated: recorder.event<loadBalancerEvents.CredentialsCreated>("load-balancer.credentials.create"),
    /** Credentials with which load balancers send logs and metrics were changed. */
    credentialsUpdated: recorder.event<loadBalancerEvents.CredentialsUpdated>("load-balancer.credentials.update"),
    /** Credentials with which load balancers send logs and metrics were deleted. */
    credentialsDeleted: recorder.event<loadBalancerEvents.CredentialsDeleted>("load-balancer.credentials.delete"),
    /** Targets were added to or taken from a target pool by the platform. */
    targetPoolAutoScaled: recorder.event<loadBalancerEvents.TargetPoolAutoScaled>(
      "load-balancer.target-pool.auto-scale",
    ),
    /** A target was marked unhealthy, or healthy again, by the platform's health check. */
    targetHealthAutoUpdated: recorder.event<loadBalancerEvents.TargetHealthAutoUpdated>(
      "load-balancer.target-health.auto-update",
    ),
    /** The certificate of a listener was replaced by the platform before its end. */
    certificateAutoRotated: recorder.event<loadBalancerEvents.CertificateAutoRotated>(
      "load-balancer.certificate.auto-rotate",
    ),
    /** A load balancer was maintained by the platform. */
    loadBalancerAutoMaintained: recorder.event<loadBalancerEvents.LoadBalancerAutoMaintained>(
      "load-balancer.instance.auto-maintain",
    ),
    /** The standby of a load balancer took over, because the active part failed. */
    loadBalancerFailedOver: recorder.event<loadBalancerEvents.LoadBalancerFailedOver>(
      "load-balancer.instance.failover",
    ),
  },
  dns: {
    /** A zone was created. */
    zoneCreated: recorder.event<dnsEvents.ZoneCreated>("dns.zone.create"),
    /** A zone was changed. */
    zoneUpdated: recorder.event<dnsEvents.ZoneUpdated>("dns.zone.update"),
    /** A zone was cloned with all its record sets to a new zone of another name. */
    zoneCloned: recorder.event<dnsEvents.ZoneCloned>("dns.zone.clone"),
    /** A label of a zone was created or changed. */
    zoneLabelUpdated: recorder.event<dnsEvents.ZoneLabelUpdated>("dns.zone.label.update"),
    /** A label of a zone was deleted. */
    zoneLabelDeleted: recorder.event<dnsEvents.ZoneLabelDeleted>("dns.zone.label.delete"),
    /** All record sets of a zone were exported; ACCESS, because DNS gives out one name at a time and nobody from outside can list them all. */
    zoneExported: recorder.event<dnsEvents.ZoneExported>("dns.zone.export"),
    /** The import of record sets into a zone was started. */
    zoneImported: recorder.event<dnsEvents.ZoneImported>("dns.zone.import"),
    /** The import of record sets into a zone came to its end. */
    zoneImportEnded: recorder.event<dnsEvents.ZoneImportEnded>("dns.zone.import.end"),
    /** The transfer of a secondary zone from its primary was requested by hand. */
    zoneTransferred: recorder.event<dnsEvents.ZoneTransferred>("dns.zone.transfer"),
    /** A code was created with which a zone can be moved to another project. */
    zoneMoveCodeCreated: recorder.event<dnsEvents.ZoneMoveCodeCreated>("dns.zone.move-code.create"),
    /** A code to move a zone was tried, without moving the zone. */
    zoneMoveCodeVerified: recorder.event<dnsEvents.ZoneMoveCodeVerified>("dns.zone.move-code.verify"),
    /** The code with which a zone could be moved to another project was made invalid. */
    zoneMoveCodeDeleted: recorder.event<dnsEvents.ZoneMoveCodeDeleted>("dns.zone.move-code.delete"),
    /** A zone was moved into this project with a move code. */
    zoneMoved: recorder.event<dnsEvents.ZoneMoved>("dns.zone.move"),
    /** The deletion of a zone was started: it no longer answers, but can still be restored. */
    zoneDeleted: recorder.event<dnsEvents.ZoneDeleted>("dns.zone.delete"),
    /** A deleted zone was restored. */
    zoneRestored: recorder.event<dnsEvents.ZoneRestored>("dns.zone.restore"),
    /** A record set was created. */
    recordSetCreated: recorder.event<dnsEvents.RecordSetCreated>("dns.record-set.create"),
    /** A record set was changed, or single records were added to it or taken from it. */
    recordSetUpdated: recorder.event<dnsEvents.RecordSetUpdated>("dns.record-set.update"),
    /** A record set was deleted. */
    recordSetDeleted: recorder.event<dnsEvents.RecordSetDeleted>("dns.record-set.delete"),
    /** A deleted record set was restored. */
    recordSetRestored: recorder.event<dnsEvents.RecordSetRestored>("dns.record-set.restore"),
    /** A secondary zone was transferred from its primary, by schedule or because the primary announced a change. */
    zoneAutoTransferred: recorder.event<dnsEvents.ZoneAutoTransferred>("dns.zone.auto-transfer"),
    /** A zone left this project, because another project moved it away with a move code. */
    zoneReleased: recorder.event<dnsEvents.ZoneReleased>("dns.zone.release"),
    /** A DNSSEC key of a zone was replaced by the platform. */
    zoneDnssecKeyAutoRotated: recorder.event<dnsEvents.ZoneDnssecKeyAutoRotated>("dns.zone.dnssec-key.auto-rotate"),
    /** The grace period of a deleted zone ended: the platform deleted it for good, with its record sets. */
    zoneDeletionEnded: recorder.event<dnsEvents.ZoneDeletionEnded>("dns.zone.delete.end"),
  },
});
