/**
 * The database engine of a local Region: DynamoDB Local in a process of its own, because it brings
 * an older SDK and because a Region that stops must take its data along. Starting, waiting for and
 * stopping the process belong here; tables and data do not.
 */
@NullMarked
package com.globalbooking.local.dynamodb;

import org.jspecify.annotations.NullMarked;
