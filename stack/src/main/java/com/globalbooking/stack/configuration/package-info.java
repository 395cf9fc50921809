/**
 * Reads and checks the stack's name and configuration, so that a wrong value ends the program with
 * a sentence before the first resource is registered. No resource and no output may enter: what
 * stands here is known before anything is deployed.
 */
@NullMarked
package com.globalbooking.stack.configuration;

import org.jspecify.annotations.NullMarked;
