package com.globalbooking.regionhealth;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.globalbooking.contract.Route;
import com.globalbooking.domain.Region;
import com.globalbooking.httpapi.ApiFrame;
import com.globalbooking.httpapi.ApiFrame.Endpoint;
import com.globalbooking.httpapi.HealthAnswer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers {@code GET /health}. */
@Singleton
public class RegionHealthHandler implements RequestStreamHandler {
  private final ApiFrame frame;

  RegionHealthHandler(@ConfigProperty(name = "aws.region") String region) {
    this.frame =
        new ApiFrame(
            Map.of(Route.HEALTH, (Endpoint.Open) event -> HealthAnswer.up(new Region(region))));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    frame.handle(input, output);
  }
}
