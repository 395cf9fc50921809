package com.globalbooking.local.network;

import com.globalbooking.local.RegionName;
import java.io.IOException;

/** A message could not cross, because the link between the two Regions is cut. */
public final class LinkCutException extends IOException {
  private static final long serialVersionUID = 1L;

  LinkCutException(RegionName from, RegionName to) {
    super("the link between " + from + " and " + to + " is cut");
  }
}
