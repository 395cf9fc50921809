/**
 * An engine for tests: runs the program in this JVM and keeps every registration whole, with
 * parent, dependencies, provider and protection, which Pulumi's own mocks do not show. Claims about
 * the topology may not enter.
 */
@NullMarked
package com.globalbooking.stack.engine;

import org.jspecify.annotations.NullMarked;
