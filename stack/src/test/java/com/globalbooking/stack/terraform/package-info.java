/**
 * The resource graph before the checks of the real AWS provider: translated to Terraform JSON by
 * the provider's own schema, because {@code com.pulumi:aws} wraps the Terraform provider and lets
 * it check what a program registers. Nothing here talks to AWS.
 */
@NullMarked
package com.globalbooking.stack.terraform;

import org.jspecify.annotations.NullMarked;
