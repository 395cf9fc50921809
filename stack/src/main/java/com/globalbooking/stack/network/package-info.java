/**
 * The VPC of a Region: zones, subnets, ways out, endpoints and security groups. What runs in it may
 * not enter; who reaches what follows from the contract.
 */
@NullMarked
package com.globalbooking.stack.network;

import org.jspecify.annotations.NullMarked;
