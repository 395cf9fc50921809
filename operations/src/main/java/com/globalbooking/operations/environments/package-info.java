/** What is deployed where: environments, their committed configuration, their stacks. */
@NullMarked
package com.globalbooking.operations.environments;

import org.jspecify.annotations.NullMarked;
