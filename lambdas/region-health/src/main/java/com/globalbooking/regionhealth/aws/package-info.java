/** The alarm of this Region in CloudWatch. No rule about what follows from its state may enter. */
@NullMarked
package com.globalbooking.regionhealth.aws;

import org.jspecify.annotations.NullMarked;
