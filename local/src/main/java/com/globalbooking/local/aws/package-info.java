/**
 * The AWS endpoint that functions talk to: who calls (access key), what for (action and resource),
 * whether the role allows it, and the way over the network to the Region that answers. Engines stay
 * behind {@link com.globalbooking.local.aws.AwsService}; no state of a service may enter.
 */
@NullMarked
package com.globalbooking.local.aws;

import org.jspecify.annotations.NullMarked;
