/**
 * Topic, event bus and control table as AWS offers them: sizes of batches and what their answers
 * mean. No order of events and no rule of what to do after a failure may enter.
 */
@NullMarked
package com.globalbooking.eventpublisher.aws;

import org.jspecify.annotations.NullMarked;
