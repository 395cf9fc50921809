/**
 * The topic by which people are told, on SNS. It exists to keep the SDK behind the port; what is
 * told and when may not enter.
 */
@NullMarked
package com.globalbooking.overbookingresolver.aws;

import org.jspecify.annotations.NullMarked;
