package com.globalbooking.local.aws;

import com.globalbooking.local.loopback.Answer;
import java.util.List;

/** One AWS service behind the endpoint. */
public interface AwsService {
  /** The service's name in the scope of a signature, for example {@code dynamodb}. */
  String signingName();

  /**
   * The permissions that the request needs, all of them.
   *
   * @throws AwsFault when the request is not understood
   */
  List<Permission> permissions(AwsRequest request) throws AwsFault;

  /**
   * Answers an authorised request.
   *
   * @throws AwsFault when the service refuses the request or cannot be reached
   */
  Answer answer(AwsRequest request) throws AwsFault, InterruptedException;

  /** A fault in the shape that the service's clients parse. */
  Answer shape(AwsFault fault);
}
