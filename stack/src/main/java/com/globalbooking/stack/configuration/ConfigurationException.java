package com.globalbooking.stack.configuration;

import com.pulumi.exceptions.RunException;

/**
 * The stack's name or configuration is wrong. Its message is one sentence for the person at the
 * command line and names the key; Pulumi prints it without a stack trace.
 */
public final class ConfigurationException extends RunException {

  private static final long serialVersionUID = 1L;

  ConfigurationException(String message) {
    super(message);
  }

  static ConfigurationException of(String key, String problem) {
    return new ConfigurationException("Configuration global-booking:" + key + ": " + problem + ".");
  }
}
