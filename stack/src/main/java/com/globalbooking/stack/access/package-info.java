/**
 * The parts that rights are made of: statements of policies, the roles of AWS services, the key
 * that things are encrypted under. Which function may do what stands in {@code functions}, not
 * here.
 */
@NullMarked
package com.globalbooking.stack.access;

import org.jspecify.annotations.NullMarked;
