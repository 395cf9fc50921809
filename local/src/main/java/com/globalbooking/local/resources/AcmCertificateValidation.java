package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.routing.IssuedCertificates;
import java.util.Map;
import java.util.Set;

/**
 * {@code aws:acm/certificateValidation:CertificateValidation}: there once the certificate is
 * issued. AWS looks for the record over and over; here it is in the zone or never will be.
 */
final class AcmCertificateValidation implements ResourceHandler {
  static final String TYPE = "aws:acm/certificateValidation:CertificateValidation";

  private final RegionContext context;

  AcmCertificateValidation(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String arn = resource.inputs().string("certificateArn");
    IssuedCertificates certificates = context.routing().certificates();
    String name =
        certificates
            .nameOf(arn)
            .orElseThrow(() -> new IllegalArgumentException("there is no certificate " + arn));
    if (!certificates.isIssued(arn)) {
      throw new IllegalArgumentException(
          "the certificate of %s is not issued: there is no record %s in a hosted zone"
              .formatted(name, IssuedCertificates.proofOf(name).recordName()));
    }
    return new Created(arn, PropertyValue.fields(Map.of()));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("certificateArn", "validationRecordFqdns");
  }

  /** It is a wait, and leaves nothing behind. */
  @Override
  public void delete(Existing existing) {
    // The certificate is deleted as a resource of its own.
  }
}
