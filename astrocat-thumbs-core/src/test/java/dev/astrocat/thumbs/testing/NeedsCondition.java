package dev.astrocat.thumbs.testing;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips a class whose tools are not installed. */
final class NeedsCondition implements ExecutionCondition {

  /** Stands between the reasons of a class that lacks several tools. */
  static final String BETWEEN = "; ";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    String missing =
        AnnotationSupport.findAnnotation(test.getRequiredTestClass(), Needs.class).stream()
            .flatMap(needs -> Stream.of(needs.value()))
            .filter(tool -> !tool.isHere())
            .map(Tool::whatIsMissing)
            .collect(Collectors.joining(BETWEEN));
    return missing.isEmpty() ? enabled("all tools are here") : disabled(missing);
  }
}
