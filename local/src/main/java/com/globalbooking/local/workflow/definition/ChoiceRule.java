package com.globalbooking.local.workflow.definition;

/** A rule of a Choice: where to go on when the condition holds. */
public record ChoiceRule(Condition condition, String next) {}
