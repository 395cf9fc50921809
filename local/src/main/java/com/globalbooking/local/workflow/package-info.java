/**
 * Step Functions on one machine: runs the deployed definition itself, so that a wrong path in it
 * fails here as it would in AWS. What tasks reach is handed in as ports; nothing here knows Pulumi,
 * the product, or an engine.
 */
@NullMarked
package com.globalbooking.local.workflow;

import org.jspecify.annotations.NullMarked;
