package com.globalbooking.cache;

/** As whom a connection authenticates. */
public interface CacheCredentials {
  /** The cache user. */
  String user();

  /** A password that is good now: it is asked for with every new connection. */
  String password();
}
