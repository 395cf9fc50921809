/**
 * The ports of the domain on DynamoDB. It exists so that every condition on which the promises rest
 * stands in one place, as whole expressions that tests pin. No decision of the trade and nothing of
 * HTTP or Quarkus may enter.
 */
@NullMarked
package com.globalbooking.store;

import org.jspecify.annotations.NullMarked;
