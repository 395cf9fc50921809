/**
 * What the control table keeps about PMSs: circuits, how far each event has come, which property
 * has which. It exists to hold the expressions that make these safe for several instances at once;
 * no rule about when to call may enter.
 */
@NullMarked
package com.globalbooking.pms.control;

import org.jspecify.annotations.NullMarked;
