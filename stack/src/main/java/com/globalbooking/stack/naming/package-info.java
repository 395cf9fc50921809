/**
 * How things are called and labelled: Regions, environments, physical names, tags, ARNs of things
 * that another Region's stack creates. Exists so that a name is composed in one place only; no
 * resource may enter.
 */
@NullMarked
package com.globalbooking.stack.naming;

import org.jspecify.annotations.NullMarked;
