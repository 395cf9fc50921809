package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.PropertyValue.Unknown;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.routing.CustomDomains;
import com.globalbooking.local.routing.CustomDomains.Domain;
import java.util.Map;
import java.util.Set;

/** {@code aws:apigatewayv2/domainName:DomainName}: a name by which the Region finds an API. */
final class HttpApiDomainName implements ResourceHandler {
  static final String TYPE = "aws:apigatewayv2/domainName:DomainName";

  private static final String CONFIGURATION = "domainNameConfiguration";
  private static final String TARGET = "targetDomainName";
  private static final String ZONE = "hostedZoneId";

  private final RegionContext context;

  HttpApiDomainName(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String name = resource.inputs().string("domainName");
    requireCertificate(name, configuration(resource));
    String target =
        "d-%s.execute-api.%s.amazonaws.com"
            .formatted(ResourceNames.idOf(resource), context.region());
    domains().create(new Domain(context.region(), name, target));
    return new Created(name, computed(name, configuration(resource), target));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("domainName");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    requireCertificate(existing.id(), configuration(wanted));
    String target =
        domains()
            .find(context.region(), existing.id())
            .map(Domain::target)
            .orElseThrow(
                () -> new IllegalArgumentException("there is no domain name " + existing.id()));
    return computed(existing.id(), configuration(wanted), target);
  }

  @Override
  public void delete(Existing existing) {
    domains().delete(context.region(), existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return domains().find(context.region(), existing.id()).isPresent();
  }

  @Override
  public Fields preview(Resource resource) {
    return resource
        .inputs()
        .object(CONFIGURATION)
        .map(
            it ->
                PropertyValue.fields(
                    Map.of(
                        CONFIGURATION,
                        it.fields()
                            .with(
                                PropertyValue.fields(
                                    Map.of(TARGET, new Unknown(), ZONE, new Unknown()))))))
        .orElseGet(() -> PropertyValue.fields(Map.of()));
  }

  private CustomDomains domains() {
    return context.routing().domains();
  }

  private static Inputs configuration(Resource resource) {
    return resource
        .inputs()
        .object(CONFIGURATION)
        .orElseThrow(() -> new IllegalArgumentException("'" + CONFIGURATION + "' is missing"));
  }

  private void requireCertificate(String name, Inputs configuration) {
    String arn = configuration.string("certificateArn");
    var certificates = context.routing().certificates();
    if (!arn.startsWith(context.arn("acm", "certificate/")) || !certificates.isIssued(arn)) {
      throw new IllegalArgumentException(
          "API Gateway in %s takes an issued certificate of that Region only, not %s"
              .formatted(context.region(), arn));
    }
    if (certificates.nameOf(arn).filter(name::equals).isEmpty()) {
      throw new IllegalArgumentException(
          "the certificate %s is not one of %s".formatted(arn, name));
    }
  }

  private Fields computed(String name, Inputs configuration, String target) {
    return PropertyValue.fields(
        Map.of(
            "arn",
            "arn:aws:apigateway:%s::/domainnames/%s".formatted(context.region(), name),
            "apiMappingSelectionExpression",
            "$request.basepath",
            CONFIGURATION,
            configuration
                .fields()
                .with(PropertyValue.fields(Map.of(TARGET, target, ZONE, "Z2LOCALGATEWAY")))));
  }
}
