package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Locale;
import java.util.Map;

/** {@code aws:s3/bucket:Bucket} and its V2: a name; the objects in it stand for files. */
final class S3Bucket implements ResourceHandler {
  static final String TYPE = "aws:s3/bucket:Bucket";
  static final String TYPE_V2 = "aws:s3/bucketV2:BucketV2";

  private final RegionContext context;

  S3Bucket(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    String name =
        resource
            .inputs()
            .optionalString("bucket")
            .orElseGet(() -> ResourceNames.nameOf(resource).toLowerCase(Locale.ROOT));
    return new Created(
        name,
        PropertyValue.fields(
            Map.of(
                "bucket",
                name,
                "arn",
                "arn:aws:s3:::" + name,
                "region",
                context.region().value(),
                "bucketDomainName",
                name + ".s3.amazonaws.com",
                "bucketRegionalDomainName",
                "%s.s3.%s.amazonaws.com".formatted(name, context.region()))));
  }
}
