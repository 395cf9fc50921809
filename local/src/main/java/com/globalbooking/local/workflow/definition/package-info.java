/**
 * A state machine as its definition (Amazon States Language, JSONPath) declares it: read strictly,
 * so that whatever AWS would refuse or this interpreter does not know is refused at deployment.
 * Nothing that runs may enter.
 */
@NullMarked
package com.globalbooking.local.workflow.definition;

import org.jspecify.annotations.NullMarked;
