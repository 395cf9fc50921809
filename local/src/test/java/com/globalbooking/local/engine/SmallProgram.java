package com.globalbooking.local.engine;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.asset.AssetOrArchive;
import com.pulumi.asset.FileAsset;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.resources.StackReference;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A Pulumi program for tests: a component with a thing in it, an unknown thing, a reference. */
public final class SmallProgram {
  static final String THING = "test:index:Thing";
  static final String STRANGE_THING = "test:index:StrangeThing";

  private SmallProgram() {}

  public static void main(String[] args) {
    Pulumi.run(SmallProgram::define);
  }

  private static void define(Context context) {
    var config = context.config();
    var group = new ComponentResource("test:group:Group", "group", ComponentResourceOptions.Empty);
    var inside = CustomResourceOptions.builder().parent(group).build();
    var thing =
        new Thing(
            THING,
            "thing",
            new ThingArgs(
                Output.of(config.require("size")), config.requireSecret("password"), true),
            inside);
    new Thing(
        STRANGE_THING, "strange", new ThingArgs(thing.address(), Output.of("x"), false), null);
    context.log().info("the program says hello");
    context.export("address", thing.address());
    context.export("password", thing.password());
    context.export("size", thing.size().applyValue(Integer::parseInt));
    if (config.getBoolean("refer").orElse(false)) {
      var other = new StackReference("organization/test/other");
      context.export("fromOther", other.requireOutput("greeting"));
    }
    if (config.getBoolean("fail").orElse(false)) {
      throw new IllegalStateException("the program does not like its configuration");
    }
    if (config.getBoolean("hang").orElse(false)) {
      context.export("never", Output.of(new CompletableFuture<String>()));
    }
    context.export("tags", Output.of(Map.of("a", "b")));
  }

  /** Inputs of a thing. */
  @SuppressWarnings("unused") // read by the SDK through reflection
  static final class ThingArgs extends ResourceArgs {
    @Import(name = "size")
    private final Output<String> size;

    @Import(name = "password")
    private final Output<String> password;

    @Import(name = "content")
    private final @Nullable Output<AssetOrArchive> content;

    ThingArgs(Output<String> size, Output<String> password, boolean withContent) {
      this.size = size;
      this.password = password;
      this.content = withContent ? Output.of(new FileAsset("pom.xml")) : null;
    }
  }

  /** A resource with one computed output, {@code address}. */
  @ResourceType(type = THING)
  static final class Thing extends CustomResource {
    @Export(name = "address", refs = String.class)
    private Output<String> address;

    @Export(name = "password", refs = String.class)
    private Output<String> password;

    @Export(name = "size", refs = String.class)
    private Output<String> size;

    @SuppressWarnings("NullAway.Init") // the SDK fills the outputs in
    Thing(String type, String name, ThingArgs args, @Nullable CustomResourceOptions options) {
      super(type, name, args, options);
    }

    Output<String> address() {
      return address;
    }

    Output<String> password() {
      return password;
    }

    Output<String> size() {
      return size;
    }
  }
}
