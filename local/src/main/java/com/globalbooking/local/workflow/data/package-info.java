/**
 * Data inside a workflow: paths, payload templates, intrinsic functions, and the failures they end
 * in, as the Amazon States Language has them. Knows no state and no execution.
 */
@NullMarked
package com.globalbooking.local.workflow.data;

import org.jspecify.annotations.NullMarked;
