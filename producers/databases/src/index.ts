// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
import type { Recorder } from "@audit-log/producer-core";
import type * as postgresFlexEvents from "@audit-log/schemas/databases/postgres-flex";
import type * as mongodbFlexEvents from "@audit-log/schemas/databases/mongodb-flex";
import type * as mariadbEvents from "@audit-log/schemas/databases/mariadb";
import type * as sqlserverFlexEvents from "@audit-log/schemas/databases/sqlserver-flex";
import type * as redisEvents from "@audit-log/schemas/databases/redis";

/** Databases: Managed databases: instances, users, backups. */
export const databases = (recorder: Pick<Recorder, "event">) => ({
  postgresFlex: {
    /** The creation of a database instance was started. */
    instanceCreated: recorder.event<postgresFlexEvents.InstanceCreated>("postgres-flex.instance.create"),
    /** The creation of a database instance came to its end. */
    instanceCreationEnded: recorder.event<postgresFlexEvents.InstanceCreationEnded>(
      "postgres-flex.instance.create.end",
    ),
    /** A change of a database instance was started. */
    instanceUpdated: recorder.event<postgresFlexEvents.InstanceUpdated>("postgres-flex.instance.update"),
    /** A change of a database instance came to its end. */
    instanceUpdateEnded: recorder.event<postgresFlexEvents.InstanceUpdateEnded>("postgres-flex.instance.update.end"),
    /** The deletion protection of a database instance was switched on or off. */
    instanceProtectionUpdated: recorder.event<postgresFlexEvents.InstanceProtectionUpdated>(
      "postgres-flex.instance.protection.update",
    ),
    /** The cloning of a database instance, as it was at a point in time, was started. */
    instanceCloned: recorder.event<postgresFlexEvents.InstanceCloned>("postgres-flex.instance.clone"),
    /** The cloning of a database instance came to its end. */
    instanceCloneEnded: recorder.event<postgresFlexEvents.InstanceCloneEnded>("postgres-flex.instance.clone.end"),
    /** A database instance was deleted. */
    instanceDeleted: recorder.event<postgresFlexEvents.InstanceDeleted>("postgres-flex.instance.delete"),
    /** A database was created. */
    databaseCreated: recorder.event<postgresFlexEvents.DatabaseCreated>("postgres-flex.database.create"),
    /** A database was renamed or given to another owner. */
    databaseUpdated: recorder.event<postgresFlexEvents.DatabaseUpdated>("postgres-flex.database.update"),
    /** A database was deleted. */
    databaseDeleted: recorder.event<postgresFlexEvents.DatabaseDeleted>("postgres-flex.database.delete"),
    /** A database user was created. */
    userCreated: recorder.event<postgresFlexEvents.UserCreated>("postgres-flex.user.create"),
    /** A database user was changed. */
    userUpdated: recorder.event<postgresFlexEvents.UserUpdated>("postgres-flex.user.update"),
    /** The password of a database user was replaced by a new one. */
    userPasswordReset: recorder.event<postgresFlexEvents.UserPasswordReset>("postgres-flex.user.password.reset"),
    /** A database user was deleted. */
    userDeleted: recorder.event<postgresFlexEvents.UserDeleted>("postgres-flex.user.delete"),
    /** The connection credentials of a database user were read. */
    credentialsRead: recorder.event<postgresFlexEvents.CredentialsRead>("postgres-flex.credentials.read"),
    /** A manual backup of a database instance was started. */
    backupCreated: recorder.event<postgresFlexEvents.BackupCreated>("postgres-flex.backup.create"),
    /** A manual backup came to its end. */
    backupCreationEnded: recorder.event<postgresFlexEvents.BackupCreationEnded>("postgres-flex.backup.create.end"),
    /** A scheduled backup of a database instance was made, or failed: see the outcome. */
    backupAutoCreated: recorder.event<postgresFlexEvents.BackupAutoCreated>("postgres-flex.backup.auto-create"),
    /** A backup of a database instance was deleted at the end of its retention. */
    backupExpired: recorder.event<postgresFlexEvents.BackupExpired>("postgres-flex.backup.expire"),
    /** The platform maintained a database instance. */
    instanceAutoMaintained: recorder.event<postgresFlexEvents.InstanceAutoMaintained>(
      "postgres-flex.instance.auto-maintain",
    ),
    /** The platform upgraded a database instance to a newer minor version of PostgreSQL. */
    instanceAutoUpgraded: recorder.event<postgresFlexEvents.InstanceAutoUpgraded>(
      "postgres-flex.instance.auto-upgrade",
    ),
    /** The platform replaced the TLS certificate of a database instance. */
    instanceCertificateAutoRotated: recorder.event<postgresFlexEvents.InstanceCertificateAutoRotated>(
      "postgres-flex.instance.certificate.auto-rotate",
    ),
    /** Another node of a database instance took over as its primary. */
    instanceFailedOver: recorder.event<postgresFlexEvents.InstanceFailedOver>("postgres-flex.instance.failover"),
    /** The platform enlarged the storage of a database instance that was running full. */
    instanceStorageAutoResized: recorder.event<postgresFlexEvents.InstanceStorageAutoResized>(
      "postgres-flex.instance.storage.auto-resize",
    ),
  },
  mongodbFlex: {
    /** The creation of a database instance was started. */
    instanceCreated: recorder.event<mongodbFlexEvents.InstanceCreated>("mongodb-flex.instance.create"),
    /** The creation of a database instance came to its end. */
    instanceCreationEnded: recorder.event<mongodbFlexEvents.InstanceCreationEnded>("mongodb-flex.instance.create.end"),
    /** A change of a database instance was started. */
    instanceUpdated: recorder.event<mongodbFlexEvents.InstanceUpdated>("mongodb-flex.instance.update"),
    /** A change of a database instance came to its end. */
    instanceUpdateEnded: recorder.event<mongodbFlexEvents.InstanceUpdateEnded>("mongodb-flex.instance.update.end"),
    /** The cloning of a database instance, as it was at a point in time, was started. */
    instanceCloned: recorder.event<mongodbFlexEvents.InstanceCloned>("mongodb-flex.instance.clone"),
    /** The cloning of a database instance came to its end. */
    instanceCloneEnded: recorder.event<mongodbFlexEvents.InstanceCloneEnded>("mongodb-flex.instance.clone.end"),
    /** The restore of a database instance from a backup was started. */
    instanceRestored: recorder.event<mongodbFlexEvents.InstanceRestored>("mongodb-flex.instance.restore"),
    /** The restore of a database instance came to its end. */
    instanceRestoreEnded: recorder.event<mongodbFlexEvents.InstanceRestoreEnded>("mongodb-flex.instance.restore.end"),
    /** A database instance was deleted. */
    instanceDeleted: recorder.event<mongodbFlexEvents.InstanceDeleted>("mongodb-flex.instance.delete"),
    /** A database user was created. */
    userCreated: recorder.event<mongodbFlexEvents.UserCreated>("mongodb-flex.user.create"),
    /** A database user was changed. */
    userUpdated: recorder.event<mongodbFlexEvents.UserUpdated>("mongodb-flex.user.update"),
    /** The password of a database user was replaced by a new one. */
    userPasswordReset: recorder.event<mongodbFlexEvents.UserPasswordReset>("mongodb-flex.user.password.reset"),
    /** A database user was deleted. */
    userDeleted: recorder.event<mongodbFlexEvents.UserDeleted>("mongodb-flex.user.delete"),
    /** The connection credentials of a database user were read. */
    credentialsRead: recorder.event<mongodbFlexEvents.CredentialsRead>("mongodb-flex.credentials.read"),
    /** A manual backup of a database instance was started. */
    backupCreated: recorder.event<mongodbFlexEvents.BackupCreated>("mongodb-flex.backup.create"),
    /** A manual backup came to its end. */
    backupCreationEnded: recorder.event<mongodbFlexEvents.BackupCreationEnded>("mongodb-flex.backup.create.end"),
    /** The backup schedule and the retention of backups of a database instance were changed. */
    backupScheduleUpdated: recorder.event<mongodbFlexEvents.BackupScheduleUpdated>(
      "mongodb-flex.backup.schedule.update",
    ),
    /** A scheduled backup of a database instance was made, or failed: see the outcome. */
    backupAutoCreated: recorder.event<mongodbFlexEvents.BackupAutoCreated>("mongodb-flex.backup.auto-create"),
    /** A backup of a database instance was deleted at the end of its retention. */
    backupExpired: recorder.event<mongodbFlexEvents.BackupExpired>("mongodb-flex.backup.expire"),
    /** The platform maintained a database instance. */
    instanceAutoMaintained: recorder.event<mongodbFlexEvents.InstanceAutoMaintained>(
      "mongodb-flex.instance.auto-maintain",
    ),
    /** The platform upgraded a database instance to a newer minor version of MongoDB. */
    instanceAutoUpgraded: recorder.event<mongodbFlexEvents.InstanceAutoUpgraded>("mongodb-flex.instance.auto-upgrade"),
    /** The platform replaced the TLS certificate of a database instance. */
    instanceCertificateAutoRotated: recorder.event<mongodbFlexEvents.InstanceCertificateAutoRotated>(
      "mongodb-flex.instance.certificate.auto-rotate",
    ),
    /** Another node of a database instance took over as its primary. */
    instanceFailedOver: recorder.event<mongodbFlexEvents.InstanceFailedOver>("mongodb-flex.instance.failover"),
    /** The platform enlarged the storage of a database instance that was running full. */
    instanceStorageAutoResized: recorder.event<mongodbFlexEvents.InstanceStorageAutoResized>(
      "mongodb-flex.instance.storage.auto-resize",
    ),
  },
  mariadb: {
    /** The creation of a database instance was started. */
    instanceCreated: recorder.event<mariadbEvents.InstanceCreated>("mariadb.instance.create"),
    /** The creation of a database instance came to its end. */
    instanceCreationEnded: recorder.event<mariadbEvents.InstanceCreationEnded>("mariadb.instance.create.end"),
    /** A database instance was changed. */
    instanceUpdated: recorder.event<mariadbEvents.InstanceUpdated>("mariadb.instance.update"),
    /** A database instance was restarted. */
    instanceRestarted: recorder.event<mariadbEvents.InstanceRestarted>("mariadb.instance.restart"),
    /** The recreation of a database instance was started: its nodes are made anew. */
    instanceRecreated: recorder.event<mariadbEvents.InstanceRecreated>("mariadb.instance.recreate"),
    /** The recreation of a database instance came to its end. */
    instanceRecreationEnded: recorder.event<mariadbEvents.InstanceRecreationEnded>("mariadb.instance.recreate.end"),
    /** The restore of a database instance from a backup was started. */
    instanceRestored: recorder.event<mariadbEvents.InstanceRestored>("mariadb.instance.restore"),
    /** The restore of a database instance came to its end. */
    instanceRestoreEnded: recorder.event<mariadbEvents.InstanceRestoreEnded>("mariadb.instance.restore.end"),
    /** A database instance was deleted. */
    instanceDeleted: recorder.event<mariadbEvents.InstanceDeleted>("mariadb.instance.delete"),
    /** Connection credentials of a database instance were created. */
    credentialsCreated: recorder.event<mariadbEvents.CredentialsCreated>("mariadb.credentials.create"),
    /** Connection credentials of a database instance were read. */
    credentialsRead: recorder.event<mariadbEvents.CredentialsRead>("mariadb.credentials.read"),
    /** Connection credentials of a database instance were deleted. */
    credentialsDeleted: recorder.event<mariadbEvents.CredentialsDeleted>("mariadb.credentials.delete"),
    /** A manual backup of a database instance was started. */
    backupCreated: recorder.event<mariadbEvents.BackupCreated>("mariadb.backup.create"),
    /** A manual backup came to its end. */
    backupCreationEnded: recorder.event<mariadbEvents.BackupCreationEnded>("mariadb.backup.create.end"),
    /** A backup was downloaded. */
    backupDownloaded: recorder.event<mariadbEvents.BackupDownloaded>("mariadb.backup.download"),
    /** The backup configuration of a database instance was changed. */
    backupConfigUpdated: recorder.event<mariadbEvents.BackupConfigUpdated>("mariadb.backup.config.update"),
    /** A scheduled backup of a database instance was made, or failed: see the outcome. */
    backupAutoCreated: recorder.event<mariadbEvents.BackupAutoCreated>("mariadb.backup.auto-create"),
    /** A backup of a database instance was deleted at the end of its retention. */
    backupExpired: recorder.event<mariadbEvents.BackupExpired>("mariadb.backup.expire"),
    /** The platform maintained a database instance. */
    instanceAutoMaintained: recorder.event<mariadbEvents.InstanceAutoMaintained>("mariadb.instance.auto-maintain"),
    /** The platform upgraded a database instance to a newer minor version of MariaDB. */
    instanceAutoUpgraded: recorder.event<mariadbEvents.InstanceAutoUpgraded>("mariadb.instance.auto-upgrade"),
    /** The platform replaced the TLS certificate of a database instance. */
    instanceCertificateAutoRotated: recorder.event<mariadbEvents.InstanceCertificateAutoRotated>(
      "mariadb.instance.certificate.auto-rotate",
    ),
    /** Another node of a database instance took over as its primary. */
    instanceFailedOver: recorder.event<mariadbEvents.InstanceFailedOver>("mariadb.instance.failover"),
    /** The platform stopped a node of a database instance because a disk reached the instance's threshold. */
    instanceNodeAutoStopped: recorder.event<mariadbEvents.InstanceNodeAutoStopped>("mariadb.instance.node.auto-stop"),
  },
  sqlserverFlex: {
    /** The creation of a database instance was started. */
    instanceCreated: recorder.event<sqlserverFlexEvents.InstanceCreated>("sqlserver-flex.instance.create"),
    /** The creation of a database instance came to its end. */
    instanceCreationEnded: recorder.event<sqlserverFlexEvents.InstanceCreationEnded>(
      "sqlserver-flex.instance.create.end",
    ),
    /** A change of a database instance was started. */
    instanceUpdated: recorder.event<sqlserverFlexEvents.InstanceUpdated>("sqlserver-flex.instance.update"),
    /** A change of a database instance came to its end. */
    instanceUpdateEnded: recorder.event<sqlserverFlexEvents.InstanceUpdateEnded>("sqlserver-flex.instance.update.end"),
    /** The deletion protection of a database instance was switched on or off. */
    instanceProtectionUpdated: recorder.event<sqlserverFlexEvents.InstanceProtectionUpdated>(
      "sqlserver-flex.instance.protection.update",
    ),
    /** A database instance was deleted. */
    instanceDeleted: recorder.event<sqlserverFlexEvents.InstanceDeleted>("sqlserver-flex.instance.delete"),
    /** A database was created. */
    databaseCreated: recorder.event<sqlserverFlexEvents.DatabaseCreated>("sqlserver-flex.database.create"),
    /** The restore of a database, from a backup, to a point in time or from an external bucket, was started. */
    databaseRestored: recorder.event<sqlserverFlexEvents.DatabaseRestored>("sqlserver-flex.database.restore"),
    /** The restore of a database came to its end. */
    databaseRestoreEnded: recorder.event<sqlserverFlexEvents.DatabaseRestoreEnded>(
      "sqlserver-flex.database.restore.end",
    ),
    /** A database was deleted. */
    databaseDeleted: recorder.event<sqlserverFlexEvents.DatabaseDeleted>("sqlserver-flex.database.delete"),
    /** A database user was created. */
    userCreated: recorder.event<sqlserverFlexEvents.UserCreated>("sqlserver-flex.user.create"),
    /** The password of a database user was replaced by a new one. */
    userPasswordReset: recorder.event<sqlserverFlexEvents.UserPasswordReset>("sqlserver-flex.user.password.reset"),
    /** A database user was deleted. */
    userDeleted: recorder.event<sqlserverFlexEvents.UserDeleted>("sqlserver-flex.user.delete"),
    /** The connection credentials of a database user were read. */
    credentialsRead: recorder.event<sqlserverFlexEvents.CredentialsRead>("sqlserver-flex.credentials.read"),
    /** A manual backup of a database was started. */
    backupCreated: recorder.event<sqlserverFlexEvents.BackupCreated>("sqlserver-flex.backup.create"),
    /** A manual backup came to its end. */
    backupCreationEnded: recorder.event<sqlserverFlexEvents.BackupCreationEnded>("sqlserver-flex.backup.create.end"),
    /** A scheduled backup of a database was made, or failed: see the outcome. */
    backupAutoCreated: recorder.event<sqlserverFlexEvents.BackupAutoCreated>("sqlserver-flex.backup.auto-create"),
    /** A backup of a database was deleted at the end of its retention. */
    backupExpired: recorder.event<sqlserverFlexEvents.BackupExpired>("sqlserver-flex.backup.expire"),
    /** The platform maintained a database instance. */
    instanceAutoMaintained: recorder.event<sqlserverFlexEvents.InstanceAutoMaintained>(
      "sqlserver-flex.instance.auto-maintain",
    ),
    /** The platform upgraded a database instance to a newer minor version of SQL Server. */
    instanceAutoUpgraded: recorder.event<sqlserverFlexEvents.InstanceAutoUpgraded>(
      "sqlserver-flex.instance.auto-upgrade",
    ),
    /** The platform replaced the TLS certificate of a database instance. */
    instanceCertificateAutoRotated: recorder.event<sqlserverFlexEvents.InstanceCertificateAutoRotated>(
      "sqlserver-flex.instance.certificate.auto-rotate",
    ),
    /** Another node of a database instance took over as its primary. */
    instanceFailedOver: recorder.event<sqlserverFlexEvents.InstanceFailedOver>("sqlserver-flex.instance.failover"),
    /** The platform enlarged the storage of a database instance that was running full. */
    instanceStorageAutoResized: recorder.event<sqlserverFlexEvents.InstanceStorageAutoResized>(
      "sqlserver-flex.instance.storage.auto-resize",
    ),
  },
  redis: {
    /** The creation of a database instance was started. */
    instanceCreated: recorder.event<redisEvents.InstanceCreated>("redis.instance.create"),
    /** The creation of a database instance came to its end. */
    instanceCreationEnded: recorder.event<redisEvents.InstanceCreationEnded>("redis.instance.create.end"),
    /** A database instance was changed. */
    instanceUpdated: recorder.event<redisEvents.InstanceUpdated>("redis.instance.update"),
    /** A database instance was restarted. */
    instanceRestarted: recorder.event<redisEvents.InstanceRestarted>("redis.instance.restart"),
    /** The recreation of a database instance was started: its nodes are made anew. */
    instanceRecreated: recorder.event<redisEvents.InstanceRecreated>("redis.instance.recreate"),
    /** The recreation of a database instance came to its end. */
    instanceRecreationEnded: recorder.event<redisEvents.InstanceRecreationEnded>("redis.instance.recreate.end"),
    /** The restore of a database instance from a backup was started. */
    instanceRestored: recorder.event<redisEvents.InstanceRestored>("redis.instance.restore"),
    /** The restore of a database instance came to its end. */
    instanceRestoreEnded: recorder.event<redisEvents.InstanceRestoreEnded>("redis.instance.restore.end"),
    /** A database instance was deleted. */
    instanceDeleted: recorder.event<redisEvents.InstanceDeleted>("redis.instance.delete"),
    /** Connection credentials of a database instance were created. */
    credentialsCreated: recorder.event<redisEvents.CredentialsCreated>("redis.credentials.create"),
    /** Connection credentials of a database instance were read. */
    credentialsRead: recorder.event<redisEvents.CredentialsRead>("redis.credentials.read"),
    /** Connection credentials of a database instance were deleted. */
    credentialsDeleted: recorder.event<redisEvents.CredentialsDeleted>("redis.credentials.delete"),
    /** A manual backup of a database instance was started. */
    backupCreated: recorder.event<redisEvents.BackupCreated>("redis.backup.create"),
    /** A manual backup came to its end. */
    backupCreationEnded: recorder.event<redisEvents.BackupCreationEnded>("redis.backup.create.end"),
    /** A backup was downloaded. */
    backupDownloaded: recorder.event<redisEvents.BackupDownloaded>("redis.backup.download"),
    /** The backup configuration of a database instance was changed. */
    backupConfigUpdated: recorder.event<redisEvents.BackupConfigUpdated>("redis.backup.config.update"),
    /** A scheduled backup of a database instance was made, or failed: see the outcome. */
    backupAutoCreated: recorder.event<redisEvents.BackupAutoCreated>("redis.backup.auto-create"),
    /** A backup of a database instance was deleted at the end of its retention. */
    backupExpired: recorder.event<redisEvents.BackupExpired>("redis.backup.expire"),
    /** The platform maintained a database instance. */
    instanceAutoMaintained: recorder.event<redisEvents.InstanceAutoMaintained>("redis.instance.auto-maintain"),
    /** The platform upgraded a database instance to a newer minor version of Redis. */
    instanceAutoUpgraded: recorder.event<redisEvents.InstanceAutoUpgraded>("redis.instance.auto-upgrade"),
    /** The platform replaced the TLS certificate of a database instance. */
    instanceCertificateAutoRotated: recorder.event<redisEvents.InstanceCertificateAutoRotated>(
      "redis.instance.certificate.auto-rotate",
    ),
    /** Another node of a database instance took over as its primary. */
    instanceFailedOver: recorder.event<redisEvents.InstanceFailedOver>("redis.instance.failover"),
    /** The platform stopped a node of a database instance because a disk reached the instance's threshold. */
    instanceNodeAutoStopped: recorder.event<redisEvents.InstanceNodeAutoStopped>("redis.instance.node.auto-stop"),
  },
});
