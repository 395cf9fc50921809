package com.globalbooking.local.provider;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.engine.IncompleteResourceException;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.engine.ResourceProvider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A type of resource to try the protocol with: a box of a colour, that may be broken or jammed. */
final class Boxes implements ResourceHandler {
  static final String TYPE = "test:index/box:Box";

  final Map<String, String> colours = new ConcurrentHashMap<>();

  /** Every creation waits for all those that this counts. */
  volatile CountDownLatch together = new CountDownLatch(0);

  /** Opens the provider of a Region that has boxes, and a function that echoes a text. */
  ProviderHost serve() {
    return ProviderHost.start(
        new RegionName("us-west-2"),
        new ResourceProvider(
            Map.of(TYPE, this),
            (token, arguments) ->
                token.equals("test:index/echo:echo")
                    ? Optional.of(PropertyValue.fields(Map.of("text", arguments.string("text"))))
                    : Optional.empty(),
            stack -> Optional.empty()));
  }

  @Override
  public Map<String, String> generated(Resource resource) {
    return Map.of("name", resource.name() + "-made-up");
  }

  @Override
  public void check(Resource resource) {
    if (resource.inputs().string("colour").equals("loud")) {
      throw new IllegalArgumentException("'colour' must not\n be loud");
    }
  }

  @Override
  public Created create(Resource resource) throws InterruptedException {
    together.countDown();
    together.await();
    String name = resource.inputs().string("name");
    if (resource.inputs().flag("broken")) {
      throw new IllegalArgumentException("the box is broken");
    }
    if (colours.putIfAbsent(name, resource.inputs().string("colour")) != null) {
      throw new IllegalArgumentException("there is a box " + name + " already");
    }
    var made = new Created(name, PropertyValue.fields(Map.of("arn", "arn:" + name, "weight", 1)));
    if (resource.inputs().flag("jammed")) {
      throw new IncompleteResourceException(
          made, "the lid does not open", new IllegalStateException("rust"));
    }
    return made;
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("name");
  }

  @Override
  public Set<String> changedByUpdate(Inputs before, Inputs now) {
    return Set.of("weight");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    if (wanted.inputs().flag("broken")) {
      throw new IllegalArgumentException("the box is broken");
    }
    colours.put(existing.id(), wanted.inputs().string("colour"));
    return PropertyValue.fields(Map.of("weight", 2));
  }

  @Override
  public void delete(Existing existing) {
    colours.remove(existing.id());
  }

  @Override
  public boolean exists(Existing existing) {
    return colours.containsKey(existing.id());
  }
}
