package com.globalbooking.local.provider;

import com.globalbooking.local.engine.IncompleteResourceException;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyCodec;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.engine.ResourceHandler.Created;
import com.globalbooking.local.engine.ResourceHandler.Existing;
import com.globalbooking.local.provider.KeptResources.Kept;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** Checks, makes, compares, changes, reads and deletes the resources of one Region. Thread-safe. */
final class ResourceLife {
  private static final Pattern NAMED_PROPERTY = Pattern.compile("^'(\\w+)'");

  private final Map<String, ResourceHandler> handlers;
  private final KeptResources kept;
  private final ResourceHandler unknownType = new UnknownType();

  ResourceLife(Map<String, ResourceHandler> handlers, KeptResources kept) {
    this.handlers = Map.copyOf(handlers);
    this.kept = kept;
  }

  CheckResponse check(CheckRequest request) {
    Struct given = PlainProperties.of(request.getNews());
    ResourceHandler handler = handler(request.getUrn());
    Struct inputs =
        withNames(handler, request.getUrn(), given, PlainProperties.of(request.getOlds()));
    var response = CheckResponse.newBuilder().setInputs(inputs);
    refusal(handler, resource(request.getUrn(), inputs), PlainProperties.hasUnknown(inputs))
        .ifPresent(sentence -> response.addFailures(failure(sentence)));
    return response.build();
  }

  DiffResponse diff(DiffRequest request) {
    Struct before = request.hasOldInputs() ? request.getOldInputs() : request.getOlds();
    return InputDiff.between(
        PlainProperties.of(before),
        PlainProperties.of(request.getNews()),
        handler(request.getUrn()).replacedBy(),
        request.getIgnoreChangesList());
  }

  CreateResponse create(CreateRequest request) throws InterruptedException, NotReadyException {
    String urn = request.getUrn();
    Struct inputs = PlainProperties.of(request.getProperties());
    ResourceHandler handler = handler(urn);
    Resource wanted = resource(urn, inputs);
    if (request.getPreview()) {
      return CreateResponse.newBuilder()
          .setProperties(with(inputs, preview(handler, wanted, inputs)))
          .build();
    }
    try {
      Created made = handler.create(wanted);
      Kept resource = keep(urn, made, handler, inputs, inputs);
      return CreateResponse.newBuilder()
          .setId(resource.id())
          .setProperties(resource.outputs())
          .build();
    } catch (IncompleteResourceException incomplete) {
      throw new NotReadyException(
          keep(urn, incomplete.made(), handler, inputs, inputs), incomplete);
    }
  }

  ReadResponse read(ReadRequest request) {
    Optional<Kept> resource =
        kept.find(request.getUrn(), request.getId())
            .filter(it -> handler(it.urn()).exists(it.existing()));
    return resource
        .map(
            it ->
                ReadResponse.newBuilder()
                    .setId(it.id())
                    .setProperties(it.outputs())
                    .setInputs(it.inputs())
                    .build())
        .orElseGet(ReadResponse::getDefaultInstance); // an empty id: it is gone
  }

  UpdateResponse update(UpdateRequest request) throws InterruptedException, NotReadyException {
    String urn = request.getUrn();
    Struct inputs = PlainProperties.of(request.getNews());
    ResourceHandler handler = handler(urn);
    Resource wanted = resource(urn, inputs);
    Struct computed =
        computed(PlainProperties.of(request.getOlds()), PlainProperties.of(request.getOldInputs()));
    if (request.getPreview()) {
      var foreseen = computed.toBuilder();
      handler
          .changedByUpdate(
              new Inputs(PropertyCodec.decode(PlainProperties.of(request.getOldInputs()))),
              wanted.inputs())
          .forEach(output -> foreseen.putFields(output, UnknownValues.ONE));
      Struct outputs = inputs.toBuilder().putAllFields(foreseen.getFieldsMap()).build();
      return UpdateResponse.newBuilder()
          .setProperties(with(outputs, preview(handler, wanted, inputs)))
          .build();
    }
    Existing existing =
        kept.find(urn, request.getId())
            .map(Kept::existing)
            .orElseThrow(() -> new IllegalArgumentException(gone(wanted)));
    Struct outputs = inputs.toBuilder().putAllFields(computed.getFieldsMap()).build();
    try {
      Fields changed = handler.update(existing, wanted);
      Kept resource = keep(urn, new Created(request.getId(), changed), handler, inputs, outputs);
      return UpdateResponse.newBuilder().setProperties(resource.outputs()).build();
    } catch (IncompleteResourceException incomplete) {
      throw new NotReadyException(
          keep(urn, incomplete.made(), handler, inputs, outputs), incomplete);
    }
  }

  /** What is not here any more needs no deletion, so that a destroy can be repeated. */
  void delete(DeleteRequest request) throws InterruptedException {
    Optional<Kept> resource = kept.find(request.getUrn(), request.getId());
    if (resource.isPresent()) {
      handler(request.getUrn()).delete(resource.get().existing());
      kept.remove(request.getUrn(), request.getId());
    }
  }

  private Kept keep(
      String urn, Created made, ResourceHandler handler, Struct inputs, Struct outputs) {
    var resource =
        new Kept(urn, made.id(), handler.treatment(), inputs, with(outputs, made.computed()));
    kept.put(resource);
    return resource;
  }

  private ResourceHandler handler(String urn) {
    return handlers.getOrDefault(Urn.parse(urn).type(), unknownType);
  }

  private static Resource resource(String urn, Struct inputs) {
    Urn parsed = Urn.parse(urn);
    return new Resource(
        parsed.type(), parsed.name(), urn, new Inputs(PropertyCodec.decode(inputs)));
  }

  /** A name that was made up once stays, even when the resource has moved within the program. */
  private static Struct withNames(ResourceHandler handler, String urn, Struct given, Struct olds) {
    var inputs = given.toBuilder();
    handler
        .generated(resource(urn, given))
        .forEach(
            (property, madeUp) -> {
              if (!given.containsFields(property)) {
                inputs.putFields(
                    property,
                    olds.getFieldsOrDefault(
                        property, Value.newBuilder().setStringValue(madeUp).build()));
              }
            });
    return inputs.build();
  }

  /** Inputs that are not known yet are not refused for what they might be. */
  private static Optional<String> refusal(
      ResourceHandler handler, Resource resource, boolean hasUnknown) {
    try {
      handler.check(resource);
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return hasUnknown ? Optional.empty() : Optional.of(Sentences.of(refused));
    }
  }

  private static CheckFailure failure(String sentence) {
    Matcher property = NAMED_PROPERTY.matcher(sentence);
    return CheckFailure.newBuilder()
        .setProperty(property.find() ? property.group(1) : "")
        .setReason(sentence)
        .build();
  }

  /** What a handler foresees from inputs of which some are unknown is a bonus, not a duty. */
  private static Fields preview(ResourceHandler handler, Resource wanted, Struct inputs) {
    try {
      return handler.preview(wanted);
    } catch (IllegalArgumentException unreadable) {
      if (PlainProperties.hasUnknown(inputs)) {
        return new Fields(Map.of());
      }
      throw unreadable;
    }
  }

  private static Struct computed(Struct outputs, Struct inputs) {
    var computed = outputs.toBuilder();
    inputs.getFieldsMap().keySet().forEach(computed::removeFields);
    return computed.build();
  }

  private static Struct with(Struct properties, Fields computed) {
    return properties.toBuilder()
        .putAllFields(PropertyCodec.encode(computed).getFieldsMap())
        .build();
  }

  private static String gone(Resource wanted) {
    return "there is no such resource here any more, as the local host was started anew; refresh"
        + " the stack (scripts/pulumi refresh), then '%s' is made again".formatted(wanted.name());
  }
}
