package com.globalbooking.local.metrics;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An alarm over the states of other alarms, as the program declares it.
 *
 * @param rule CloudWatch's: {@code ALARM("name")}, {@code OK}, {@code INSUFFICIENT_DATA}, joined by
 *     {@code AND}, {@code OR}, {@code NOT}
 * @param alarmActions ARNs of topics that are told when it goes off
 * @param okActions ARNs of topics that are told when it is over
 */
public record CompositeAlarm(
    String arn,
    String name,
    String description,
    String rule,
    List<String> alarmActions,
    List<String> okActions) {

  public CompositeAlarm {
    alarmActions = List.copyOf(alarmActions);
    okActions = List.copyOf(okActions);
  }

  /**
   * Its state.
   *
   * @param states of other alarms by name
   * @throws IllegalArgumentException when the rule cannot be read, or names an alarm that is not
   *     there
   */
  AlarmState state(Function<String, AlarmState> states) {
    try {
      boolean alarm = new Expression(rule, language(states)).evaluate().getBooleanValue();
      return alarm ? AlarmState.ALARM : AlarmState.OK;
    } catch (EvaluationException | ParseException wrong) {
      throw new IllegalArgumentException(
          "the rule of the alarm %s cannot be evaluated: %s".formatted(name, wrong.getMessage()),
          wrong);
    }
  }

  private static ExpressionConfiguration language(Function<String, AlarmState> states) {
    return ExpressionConfiguration.defaultConfiguration()
        .withAdditionalOperators(
            Map.entry("AND", new InfixAndOperator()),
            Map.entry("OR", new InfixOrOperator()),
            Map.entry("NOT", new PrefixNotOperator()))
        .withAdditionalFunctions(
            Map.entry("ALARM", new IsIn(AlarmState.ALARM, states)),
            Map.entry("OK", new IsIn(AlarmState.OK, states)),
            Map.entry("INSUFFICIENT_DATA", new IsIn(AlarmState.INSUFFICIENT_DATA, states)));
  }

  /** Whether the alarm of this name is in a state. */
  @FunctionParameter(name = "alarm")
  private static final class IsIn extends AbstractFunction {
    private final AlarmState wanted;
    private final Function<String, AlarmState> states;

    IsIn(AlarmState wanted, Function<String, AlarmState> states) {
      this.wanted = wanted;
      this.states = states;
    }

    @Override
    public EvaluationValue evaluate(
        Expression expression, Token token, EvaluationValue... parameters) {
      AlarmState state = states.apply(parameters[0].getStringValue());
      return EvaluationValue.of(state == wanted, expression.getConfiguration());
    }
  }
}
