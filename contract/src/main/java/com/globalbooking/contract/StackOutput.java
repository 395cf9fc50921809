package com.globalbooking.contract;

/**
 * The outputs of a Region's stack. They are an API for other teams and test harnesses: never rename
 * one.
 */
public final class StackOutput {
  /** The Region of this stack. */
  public static final String REGION = "region";

  /** {@code primary} or {@code replica}. */
  public static final String ROLE = "role";

  /** Base URL of the booking API of this Region, by its own name where there is a domain. */
  public static final String API_ENDPOINT = "apiEndpoint";

  /** Table names. */
  public static final String INVENTORY_TABLE_NAME = "inventoryTableName";

  public static final String BOOKINGS_TABLE_NAME = "bookingsTableName";
  public static final String OUTBOX_TABLE_NAME = "outboxTableName";

  /** Stream ARNs of this Region's copies of the tables. */
  public static final String INVENTORY_STREAM_ARN = "inventoryStreamArn";

  public static final String BOOKINGS_STREAM_ARN = "bookingsStreamArn";
  public static final String OUTBOX_STREAM_ARN = "outboxStreamArn";

  /** Name of the control table. */
  public static final String CONTROL_TABLE_NAME = "controlTableName";

  /** ARN of the topic that carries every event. */
  public static final String TOPIC_ARN = "topicArn";

  /** ARN of the topic that pages the on-call; subscribe to it. */
  public static final String ALARM_TOPIC_ARN = "alarmTopicArn";

  /** Name of the event bus that carries every event. */
  public static final String EVENT_BUS_NAME = "eventBusName";

  /** Object: queue name without the stack's prefix, for example {@code audit}, to its URL. */
  public static final String QUEUE_URLS = "queueUrls";

  /** Object: queue or function id to the URL of its dead-letter queue. */
  public static final String DEAD_LETTER_QUEUE_URLS = "deadLetterQueueUrls";

  /** {@code rediss://host:port} of the cache. */
  public static final String CACHE_ENDPOINT = "cacheEndpoint";

  /** JDBC URL of the audit database, without credentials. */
  public static final String AUDIT_DATABASE_URL = "auditDatabaseUrl";

  /** ARN of the secret with the PMS signing keys; put the keys there. */
  public static final String PMS_SECRET_ARN = "pmsSecretArn";

  /** ARN of the state machine that audits and repairs. */
  public static final String RECONCILIATION_STATE_MACHINE_ARN = "reconciliationStateMachineArn";

  /** Object: function id to function ARN. */
  public static final String FUNCTION_ARNS = "functionArns";

  /** Object: function id to the number of the version that serves. */
  public static final String FUNCTION_VERSIONS = "functionVersions";

  /** Object: function id to the SHA-256 of its package, in hexadecimal digits. */
  public static final String PACKAGE_DIGESTS = "packageDigests";

  /** State of the sources that was deployed; empty when whoever deployed did not say. */
  public static final String COMMIT = "commit";

  /** Every Region of the deployment, the primary one first. */
  public static final String REGIONS = "regions";

  /**
   * Base URL of the booking API by which guests reach the nearest healthy Region. Without a domain
   * the same as {@link #API_ENDPOINT}.
   */
  public static final String GLOBAL_ENDPOINT = "globalEndpoint";

  /** Id of the health check by which Route 53 leads guests here; empty without a domain. */
  public static final String HEALTH_CHECK_ID = "healthCheckId";

  /** The hosted zone that holds the names; empty without a domain. */
  public static final String HOSTED_ZONE_ID = "hostedZoneId";

  /** Issuer of the tokens that the API accepts. */
  public static final String JWT_ISSUER = "jwtIssuer";

  /** List: a token must name one of these. */
  public static final String JWT_AUDIENCE = "jwtAudience";

  /** What stands before the contract's scopes in a token; mostly nothing. */
  public static final String SCOPE_PREFIX = "scopePrefix";

  /** Where a client gets a token; empty unless the stack made a user pool. */
  public static final String TOKEN_ENDPOINT = "tokenEndpoint";

  /** Id of the client of the user pool; empty unless the stack made one. */
  public static final String TOKEN_CLIENT_ID = "tokenClientId";

  /** Secret of that client; a secret output, empty unless the stack made a user pool. */
  public static final String TOKEN_CLIENT_SECRET = "tokenClientSecret";

  /** Name of the regions table. */
  public static final String REGIONS_TABLE_NAME = "regionsTableName";

  /** Name of the alarm that says whether guests can book in this Region. */
  public static final String REGION_ALARM_NAME = "regionAlarmName";

  /** What the names of all alarms of this Region begin with. */
  public static final String ALARM_NAME_PREFIX = "alarmNamePrefix";

  /** Where to look at the Region's page. */
  public static final String DASHBOARD_URL = "dashboardUrl";

  /** Host name of the audit database's reader. */
  public static final String AUDIT_READER_ENDPOINT = "auditReaderEndpoint";

  /** ARN of the secret of the audit database's master user. */
  public static final String AUDIT_MASTER_SECRET_ARN = "auditMasterSecretArn";

  /** Name of the bucket of function packages. */
  public static final String CODE_BUCKET = "codeBucket";

  /** Id of the VPC. */
  public static final String VPC_ID = "vpcId";

  /** List: the subnets that nothing leaves but by endpoints. */
  public static final String PRIVATE_SUBNET_IDS = "privateSubnetIds";

  /** List: public addresses that calls to hotels' systems come from, for their allow lists. */
  public static final String EGRESS_ADDRESSES = "egressAddresses";

  private StackOutput() {}
}
