/**
 * How guests find a healthy Region: records, health checks, custom domain names and certificates of
 * the account, evaluated as Route 53, API Gateway and ACM do, and the proxy that leads requests on
 * one machine by them. Everything in it is declared by a program; nothing that decides by itself
 * which Region is healthy may enter, and nothing that looks into requests.
 */
@NullMarked
package com.globalbooking.local.routing;

import org.jspecify.annotations.NullMarked;
