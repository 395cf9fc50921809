/** System tests: whole local Regions, the project's own program and packages, real HTTP. */
@NullMarked
package com.globalbooking.local.system;

import org.jspecify.annotations.NullMarked;
