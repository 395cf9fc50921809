package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Asset;
import com.globalbooking.local.engine.PropertyValue.AssetSource;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.resources.StoredObjects.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * {@code aws:s3/bucketObjectv2:BucketObjectv2}: stands for a file of the working tree, which is not
 * copied. Its version is a digest of its content: a new package is a new version.
 */
final class S3Object implements ResourceHandler {
  static final String TYPE = "aws:s3/bucketObjectv2:BucketObjectv2";

  private static final int VERSION_LENGTH = 32;

  private final RegionContext context;

  S3Object(RegionContext context) {
    this.context = context;
  }

  @Override
  public Created create(Resource resource) {
    Location location = location(resource.inputs());
    return new Created(location.key(), put(location, resource));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("bucket", "key");
  }

  @Override
  public Set<String> changedByUpdate(Inputs before, Inputs now) {
    return Set.of("etag", "versionId");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    return put(location(existing.inputs()), wanted);
  }

  @Override
  public void delete(Existing existing) {
    context.objects().remove(location(existing.inputs()));
  }

  @Override
  public boolean exists(Existing existing) {
    return context.objects().exists(location(existing.inputs()));
  }

  private Fields put(Location location, Resource resource) {
    Asset source =
        resource
            .inputs()
            .asset("source")
            .filter(asset -> asset.source() == AssetSource.PATH)
            .orElseThrow(
                () -> new IllegalArgumentException("'source' must be a file of the repository"));
    Path file = context.root().resolve(source.value()).normalize();
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "There is no file " + file + ". scripts/build makes the function packages");
    }
    String digest = digest(file);
    context.objects().put(location, file);
    return PropertyValue.fields(
        Map.of(
            "arn", "arn:aws:s3:::%s/%s".formatted(location.bucket(), location.key()),
            "etag", digest,
            "versionId", digest.substring(0, VERSION_LENGTH)));
  }

  private static Location location(Inputs inputs) {
    return new Location(inputs.string("bucket"), inputs.string("key"));
  }

  private static String digest(Path file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
        content.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
