/**
 * How people are told: the alarm topic and every alarm of a Region. An alarm looks at what is
 * published, under the dimensions that it is published with; thresholds that decide anything but an
 * alarm may not enter.
 */
@NullMarked
package com.globalbooking.stack.alarms;

import org.jspecify.annotations.NullMarked;
