package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.resources.StoredObjects.Location;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

  @Override
  public Map<String, String> generated(Resource resource) {
    return Map.of("bucket", ResourceNames.madeUp(resource).toLowerCase(Locale.ROOT));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("bucket");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return PropertyValue.fields(Map.of());
  }

  @Override
  public void delete(Existing existing) {
    List<String> objects = context.objects().keys(existing.id());
    if (!objects.isEmpty() && !existing.inputs().flag("forceDestroy")) {
      throw new IllegalArgumentException(
          "BucketNotEmpty: there are objects in %s: %s".formatted(existing.id(), objects));
    }
    objects.forEach(key -> context.objects().remove(new Location(existing.id(), key)));
  }
}
