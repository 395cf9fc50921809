package com.globalbooking.stack.routing;

import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.apigatewayv2.ApiMapping;
import com.pulumi.aws.apigatewayv2.ApiMappingArgs;
import com.pulumi.aws.apigatewayv2.DomainName;
import com.pulumi.aws.apigatewayv2.DomainNameArgs;
import com.pulumi.aws.apigatewayv2.inputs.DomainNameDomainNameConfigurationArgs;
import com.pulumi.aws.apigatewayv2.outputs.DomainNameDomainNameConfiguration;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A name by which the API of this Region can be called, with the certificate that it shows. */
final class RoutedName extends ComponentResource {

  /**
   * @param domainName the name
   * @param shared whether the stacks of other Regions ask for a certificate of the same name: ACM
   *     wants one and the same record from all of them
   */
  record Args(
      Names names,
      String domainName,
      boolean shared,
      String hostedZoneId,
      Output<String> apiId,
      Output<String> stageName) {}

  private static final String TYPE = "global-booking:routing:RoutedName";

  /** A record in the wrong zone would be waited for over an hour. */
  private static final Duration VALIDATION_MAX = Duration.ofMinutes(10);

  private static final int VALIDATION_TTL_SECONDS = 300;

  /** Where a record of this name must lead to. */
  final Output<String> target;

  /** Zone of the target. */
  final Output<String> targetZoneId;

  /** The name, once the API answers to it. */
  final Output<String> mappedName;

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;

  RoutedName(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    var domain =
        new DomainName(
            name + "-domain",
            DomainNameArgs.builder()
                .domainName(args.domainName())
                .domainNameConfiguration(
                    DomainNameDomainNameConfigurationArgs.builder()
                        .certificateArn(issuedCertificate())
                        .endpointType("REGIONAL")
                        .ipAddressType("dualstack")
                        .securityPolicy("TLS_1_2")
                        .build())
                .tags(args.names().tags(args.domainName()))
                .build(),
            child);
    var mapping =
        new ApiMapping(
            name + "-mapping",
            ApiMappingArgs.builder()
                .apiId(args.apiId())
                .domainName(domain.domainName())
                .stage(args.stageName())
                .build(),
            child);

    target =
        domain
            .domainNameConfiguration()
            .applyValue(DomainNameDomainNameConfiguration::targetDomainName)
            .applyValue(Optional::orElseThrow);
    targetZoneId =
        domain
            .domainNameConfiguration()
            .applyValue(DomainNameDomainNameConfiguration::hostedZoneId)
            .applyValue(Optional::orElseThrow);
    mappedName = Output.tuple(domain.domainName(), mapping.id()).applyValue(both -> both.t1);
    registerOutputs(Map.of("target", target));
  }

  /** ARN of the certificate once ACM has issued it; one that is pending cannot be shown. */
  private Output<String> issuedCertificate() {
    var certificate =
        new Certificate(
            name + "-certificate",
            CertificateArgs.builder()
                .domainName(args.domainName())
                .validationMethod("DNS")
                .tags(args.names().tags(args.domainName()))
                .build(),
            child);
    Output<CertificateDomainValidationOption> option =
        certificate.domainValidationOptions().applyValue(options -> options.getFirst());
    var record =
        new Record(
            name + "-validation",
            RecordArgs.builder()
                .zoneId(args.hostedZoneId())
                .name(text(option, CertificateDomainValidationOption::resourceRecordName))
                .type(
                    text(option, CertificateDomainValidationOption::resourceRecordType)
                        .applyValue(Either::ofLeft))
                .records(
                    text(option, CertificateDomainValidationOption::resourceRecordValue)
                        .applyValue(List::of))
                .ttl(VALIDATION_TTL_SECONDS)
                // Whichever stack comes second finds the record of the shared name there already,
                // and whichever goes must leave it to the certificates of the others.
                .allowOverwrite(args.shared())
                .build(),
            CustomResourceOptions.builder().parent(this).retainOnDelete(args.shared()).build());
    return new CertificateValidation(
            name + "-issued",
            CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(record.fqdn().applyValue(List::of))
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .customTimeouts(CustomTimeouts.builder().create(VALIDATION_MAX).build())
                .build())
        .certificateArn();
  }

  private static Output<String> text(
      Output<CertificateDomainValidationOption> option,
      Function<CertificateDomainValidationOption, Optional<String>> part) {
    return option.applyValue(part).applyValue(Optional::orElseThrow);
  }
}
