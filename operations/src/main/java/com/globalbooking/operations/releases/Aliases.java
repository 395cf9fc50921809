package com.globalbooking.operations.releases;

import java.util.List;

/** The aliases by which the functions of one Region are called. */
public interface Aliases {
  /** The version that the alias leads to. */
  int serving(String aliasArn);

  /** Every version that can still be called, in any order. */
  List<PublishedVersion> versions(String aliasArn);

  /** Leads the alias to another version. */
  void move(String aliasArn, int version);
}
