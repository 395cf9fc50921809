package com.globalbooking.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.aws.AccessControl.Decision;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessControlTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/r";
  private static final String TABLE = "arn:aws:dynamodb:eu-west-1:123456789012:table/t";

  private final AccessControl access = new AccessControl();

  @ParameterizedTest
  @CsvSource({
    "dynamodb:PutItem, arn:aws:dynamodb:eu-west-1:123456789012:table/t, true",
    "dynamodb:putitem, arn:aws:dynamodb:eu-west-1:123456789012:table/t, true",
    "dynamodb:*, arn:aws:dynamodb:eu-west-1:123456789012:table/t, true",
    "dynamodb:Put*, arn:aws:dynamodb:*:*:table/t, true",
    "*, *, true",
    "dynamodb:Pu?Item, arn:aws:dynamodb:eu-west-1:123456789012:table/?, true",
    "dynamodb:Put, arn:aws:dynamodb:eu-west-1:123456789012:table/t, false",
    "dynamodb:GetItem, arn:aws:dynamodb:eu-west-1:123456789012:table/t, false",
    "dynamodb:PutItem, arn:aws:dynamodb:eu-west-1:123456789012:table/t/index/*, false",
    "dynamodb:PutItem, arn:aws:dynamodb:eu-west-1:123456789012:table/T, false",
    "dynamodb:PutItem, arn:aws:dynamodb:us-west-2:*:table/t, false",
    "sqs:*, *, false",
    "dynamodb.PutItem, *, false",
  })
  void anActionIsAllowedWhenActionAndResourceMatch(
      String action, String resource, boolean allowed) {
    access.putRolePolicy(ROLE, "p", policy("Allow", action, resource));

    Decision decision = access.check(ROLE, "dynamodb:PutItem", TABLE);

    assertThat(decision).isEqualTo(allowed ? new Decision.Allowed() : new Decision.Denied(false));
  }

  @Test
  void nothingIsAllowedWithoutAPolicy() {
    assertThat(access.check(ROLE, "dynamodb:PutItem", TABLE)).isEqualTo(new Decision.Denied(false));
  }

  @Test
  void aPolicyCountsForItsRoleOnly() {
    access.putRolePolicy(ROLE, "p", policy("Allow", "*", "*"));

    assertThat(access.check(ROLE + "2", "dynamodb:PutItem", TABLE))
        .isEqualTo(new Decision.Denied(false));
  }

  @Test
  void aDenialWins() {
    access.putRolePolicy(ROLE, "all", policy("Allow", "*", "*"));
    access.putRolePolicy(ROLE, "but", policy("Deny", "dynamodb:Put*", "*"));

    assertThat(access.check(ROLE, "dynamodb:PutItem", TABLE)).isEqualTo(new Decision.Denied(true));
    assertThat(access.check(ROLE, "dynamodb:GetItem", TABLE)).isEqualTo(new Decision.Allowed());
    assertThat(access.granted(ROLE)).containsExactly("*");
  }

  @Test
  void aPolicyOfTheSameNameReplacesTheOld() {
    access.putRolePolicy(ROLE, "p", policy("Allow", "dynamodb:*", "*"));
    access.putRolePolicy(ROLE, "p", policy("Allow", "sqs:*", "*"));

    assertThat(access.granted(ROLE)).containsExactly("sqs:*");
  }

  @Test
  void listsOfActionsAndResourcesAreAlternatives() {
    access.putRolePolicy(
        ROLE,
        "p",
        """
        {"Version":"2012-10-17","Statement":{"Sid":"one","Effect":"Allow",
         "Action":["dynamodb:GetItem","dynamodb:PutItem"],"Resource":["x","%s"]}}
        """
            .formatted(TABLE));

    assertThat(access.check(ROLE, "dynamodb:PutItem", TABLE)).isEqualTo(new Decision.Allowed());
    assertThat(access.granted(ROLE)).containsExactly("dynamodb:GetItem", "dynamodb:PutItem");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "{\"Statement\":[{\"Effect\":\"Maybe\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"NotAction\":\"x\",\"Resource\":\"*\"}]}",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\"}]}",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[],\"Resource\":\"*\"}]}",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{}}]}",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"a\":\"b\"}}}]}",
      })
  void whatCannotBeEvaluatedIsRefused(String policy) {
    assertThatThrownBy(() -> access.putRolePolicy(ROLE, "odd", policy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("odd");
  }

  @ParameterizedTest
  @CsvSource({
    "ForAllValues:StringEquals, '[\"eu-west-1\"]', eu-west-1, true",
    "ForAllValues:StringEquals, '[\"eu-west-1\"]', us-west-2, false",
    "ForAllValues:StringEquals, '[\"eu-west-1\"]', eu-west-1|us-west-2, false",
    "ForAllValues:StringEquals, '[\"eu-west-1\"]', , false",
    "StringEquals, '\"eu-west-1\"', eu-west-1, true",
    "ArnEquals, '\"eu-*\"', eu-west-1, true",
  })
  void aConditionMustHold(String operator, String values, String asked, boolean allowed) {
    access.putRolePolicy(
        ROLE,
        "own",
        """
        {"Statement":{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"*",
         "Condition":{"%s":{"dynamodb:LeadingKeys":%s}}}}
        """
            .formatted(operator, values));
    Permission permission = new Permission("dynamodb:PutItem", TABLE);
    if (asked != null) {
      permission = permission.with("dynamodb:LeadingKeys", Set.of(asked.split("\\|")));
    }

    assertThat(access.check(ROLE, permission))
        .isEqualTo(allowed ? new Decision.Allowed() : new Decision.Denied(false));
  }

  @Test
  void remembersWhatFunctionsAskedFor() {
    access.observe("f", "dynamodb:PutItem");
    access.observe("f", "dynamodb:PutItem");
    access.observe("f", "dynamodb:GetItem");

    assertThat(access.observed())
        .containsOnlyKeys("f")
        .containsValue(Set.of("dynamodb:GetItem", "dynamodb:PutItem"));
  }

  private static String policy(String effect, String action, String resource) {
    return """
        {"Version":"2012-10-17",
         "Statement":[{"Effect":"%s","Action":"%s","Resource":"%s"}]}
        """
        .formatted(effect, action, resource);
  }
}
