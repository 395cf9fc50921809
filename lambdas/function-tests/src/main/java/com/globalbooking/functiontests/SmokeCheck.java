package com.globalbooking.functiontests;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.SmokeEvent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Set;

/** What a deployment asks a new version before it takes over. */
public final class SmokeCheck {

  /** Checks that the function under test, without a fake, passes as {@code function}. */
  public static void passes(Function function) {
    Set<Bean<?>> beans =
        CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE);
    assertThat(beans).filteredOn(SmokeCheck::isOurs).isNotEmpty().noneMatch(Bean::isAlternative);

    String result = EventServer.post(SmokeEvent.of(function));

    assertThat(SmokeEvent.isPassedBy(function, result))
        .as("%s answers %s", function, result)
        .isTrue();
  }

  private static boolean isOurs(Bean<?> bean) {
    return bean.getBeanClass().getName().startsWith("com.globalbooking.");
  }

  private SmokeCheck() {}
}
