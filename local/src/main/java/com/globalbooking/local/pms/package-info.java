/**
 * Hotels' property management systems, played on loopback: two integrations, signatures verified,
 * reservations kept, and the bad days of real ones at the flick of a switch. Nothing of ours that
 * talks to a PMS may enter: what speaks and what listens must be able to disagree.
 */
@NullMarked
package com.globalbooking.local.pms;

import org.jspecify.annotations.NullMarked;
