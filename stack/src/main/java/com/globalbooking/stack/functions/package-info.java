/**
 * The fleet: packages in the code bucket, one role, one log group and one Lambda function for each
 * function of the contract. {@link com.globalbooking.stack.functions.FunctionPolicies} is the one
 * place that says what a function may do, {@link
 * com.globalbooking.stack.functions.FunctionSurroundings} what it finds around it. What triggers a
 * function may not enter.
 */
@NullMarked
package com.globalbooking.stack.functions;

import org.jspecify.annotations.NullMarked;
