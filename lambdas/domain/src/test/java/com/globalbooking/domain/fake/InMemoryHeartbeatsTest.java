package com.globalbooking.domain.fake;

import com.globalbooking.domain.Region;
import com.globalbooking.domain.contract.HeartbeatsContract;
import com.globalbooking.domain.health.Heartbeats;
import com.globalbooking.domain.health.Heartbeats.Sighting.Malformed;

/** The fake keeps the contract. */
class InMemoryHeartbeatsTest extends HeartbeatsContract {
  private final InMemoryHeartbeats heartbeats = new InMemoryHeartbeats();

  @Override
  protected Heartbeats heartbeats() {
    return heartbeats;
  }

  @Override
  protected void putMalformed(Region owner) {
    heartbeats.receive(owner, new Malformed());
  }

  @Override
  protected void addWord(Region owner, String word) {
    heartbeats.addWord(owner, word);
  }

  @Override
  protected String word(Region owner) {
    return heartbeats.word(owner);
  }
}
