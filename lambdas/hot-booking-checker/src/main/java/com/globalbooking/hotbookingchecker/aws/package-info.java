/**
 * The queue of the resolver on SQS. It exists to keep the SDK behind the port; what a conflict is
 * may not enter.
 */
@NullMarked
package com.globalbooking.hotbookingchecker.aws;

import org.jspecify.annotations.NullMarked;
