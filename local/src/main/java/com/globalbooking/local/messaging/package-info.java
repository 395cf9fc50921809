/**
 * Queues, topics and the event bus of a local Region: an SQS server in this process, and what SNS
 * and EventBridge are beyond it (fan-out with filter policies, order and deduplication), each
 * behind its AWS protocol. Functions are not called from here; no message's content has a meaning.
 */
@NullMarked
package com.globalbooking.local.messaging;

import org.jspecify.annotations.NullMarked;
