/**
 * Engines as processes: on ports that stay theirs, and never outliving the JVM that started them.
 * What an engine is and how it is asked anything stays out.
 */
@NullMarked
package com.globalbooking.local.processes;

import org.jspecify.annotations.NullMarked;
