package com.globalbooking.local.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The certificates of ACM in all Regions of the account, each issued as soon as the record that
 * proves the ownership of its name is seen in the zone. The keys that engines show on this machine
 * are not among them. Thread-safe.
 */
public final class IssuedCertificates {
  private static final String AUTHORITY = "acm-validations.aws";

  private final HostedZones zones;
  private final Map<String, String> names = new HashMap<>();

  /**
   * @param zones where records are looked for
   */
  public IssuedCertificates(HostedZones zones) {
    this.zones = zones;
  }

  /** The record that ACM asks for: the same for the same name, in whichever Region. */
  public record Proof(String recordName, String recordValue) {
    /** Type of the record. */
    public static final String TYPE = "CNAME";
  }

  /** Takes the request for a certificate of a name; it is pending until its record is there. */
  public synchronized void request(String arn, String domainName) {
    names.put(arn, DnsRecord.normalized(domainName));
  }

  /** Deletes a certificate; none of that ARN is no failure. */
  public synchronized void delete(String arn) {
    names.remove(arn);
  }

  /** The name of a certificate; empty when there is none of that ARN. */
  public synchronized Optional<String> nameOf(String arn) {
    return Optional.ofNullable(names.get(arn));
  }

  /** What proves that the name is ours. */
  public static Proof proofOf(String domainName) {
    String name = DnsRecord.normalized(domainName);
    return new Proof(
        "_%s.%s".formatted(digest("name " + name), name),
        "_%s.%s".formatted(digest("value " + name), AUTHORITY));
  }

  /** Whether a certificate is issued: there is one, and its record is in the zone. */
  public boolean isIssued(String arn) {
    return nameOf(arn).map(IssuedCertificates::proofOf).filter(this::isSeen).isPresent();
  }

  private boolean isSeen(Proof proof) {
    return zones.records(proof.recordName(), Proof.TYPE).stream()
        .map(DnsRecord::target)
        .anyMatch(
            target ->
                target instanceof DnsRecord.Target.Values(List<String> values)
                    && values.stream()
                        .map(DnsRecord::normalized)
                        .anyMatch(proof.recordValue()::equals));
  }

  private static String digest(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString().replace("-", "");
  }
}
