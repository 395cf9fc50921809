/**
 * What every implementation of a port must do, as tests. It exists so that the fakes and the real
 * engine answer to the same claims; nothing about one implementation may enter.
 */
@NullMarked
package com.globalbooking.domain.contract;

import org.jspecify.annotations.NullMarked;
