package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.routing.IssuedCertificates;
import com.globalbooking.local.routing.IssuedCertificates.Proof;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code aws:acm/certificate:Certificate}: of one name, validated by a record. */
final class AcmCertificate implements ResourceHandler {
  static final String TYPE = "aws:acm/certificate:Certificate";

  private final RegionContext context;

  AcmCertificate(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    if (!inputs.optionalString("validationMethod").orElse("").equals("DNS")) {
      throw new IllegalArgumentException("local certificates are validated by DNS only");
    }
    if (!inputs.strings("subjectAlternativeNames").isEmpty()) {
      throw new IllegalArgumentException("local certificates are of one name each");
    }
    String arn = context.arn("acm", "certificate/" + UUID.randomUUID());
    context.routing().certificates().request(arn, inputs.string("domainName"));
    return new Created(arn, computed(arn, inputs));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("domainName", "subjectAlternativeNames", "validationMethod", "keyAlgorithm");
  }

  /** Nothing but tags and options can have changed. */
  @Override
  public Fields update(Existing existing, Resource wanted) {
    return computed(existing.id(), wanted.inputs());
  }

  @Override
  public void delete(Existing existing) {
    context.routing().certificates().delete(existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return context.routing().certificates().nameOf(existing.id()).isPresent();
  }

  private static Fields computed(String arn, Inputs inputs) {
    String name = inputs.string("domainName");
    Proof proof = IssuedCertificates.proofOf(name);
    return PropertyValue.fields(
        Map.of(
            "arn",
            arn,
            "status",
            "PENDING_VALIDATION",
            "domainValidationOptions",
            RoutingResources.listOf(
                Map.of(
                    "domainName",
                    name,
                    "resourceRecordName",
                    proof.recordName() + ".",
                    "resourceRecordType",
                    Proof.TYPE,
                    "resourceRecordValue",
                    proof.recordValue() + "."))));
  }
}
