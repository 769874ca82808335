package dev.astrocat.thumbs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.astrocat.thumbs.testing.Needs;
import dev.astrocat.thumbs.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.commons.annotation.Testable;

/** A machine without a tool skips the tests that need it, and no others. */
final class ToolRulesTest {

  /** Test classes of all modules, with what they use. */
  private static final JavaClasses TESTS = new ClassFileImporter().importPaths(testFolders());

  /** JUnit's own conditions are not inherited: classes that extend an abstract one would run. */
  private static final Pattern CONDITION = Pattern.compile("@(Enabled|Disabled)(If|On|For)");

  private static final Pattern TOOL_NAME =
      Pattern.compile("\"(chromium|chromedriver|dwebp|dcraw_emu|[cg]\\+\\+)\"");

  private static List<Path> testFolders() {
    return SourceTree.MODULES.stream()
        .map(module -> SourceTree.ROOT.resolve(module).resolve("target/test-classes"))
        .filter(Files::isDirectory)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void whoUsesAToolNamesIt(Tool tool) {
    List<JavaClass> users =
        TESTS.stream()
            .filter(ToolRulesTest::hasTests)
            .filter(test -> withAllThatItUses(test).stream().anyMatch(part -> uses(part, tool)))
            .toList();

    assertThat(users).as("their modules must be compiled").isNotEmpty();
    assertThat(users).filteredOn(test -> !needed(test).contains(tool)).isEmpty();
  }

  @Test
  void conditionsAreInherited() {
    assertThat(testFilesWith(CONDITION)).isEmpty();
  }

  @Test
  void toolsAreStartedByTheirPath() {
    assertThat(testFilesWith(TOOL_NAME))
        .allSatisfy(file -> assertThat(SourceTree.text(file)).contains("Tool."));
  }

  private static List<Path> testFilesWith(Pattern pattern) {
    return SourceTree.allFiles().stream()
        .filter(file -> file.toString().contains("/src/test/"))
        .filter(file -> !file.endsWith("Tool.java") && !file.endsWith("ToolRulesTest.java"))
        .filter(file -> pattern.matcher(SourceTree.text(file)).find())
        .toList();
  }

  private static boolean hasTests(JavaClass type) {
    return !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && type.getAllMethods().stream()
            .anyMatch(method -> method.isMetaAnnotatedWith(Testable.class));
  }

  /** Also from a class that it extends, as {@link Needs} is inherited. */
  private static Set<Tool> needed(JavaClass test) {
    return Stream.concat(Stream.of(test), test.getAllRawSuperclasses().stream())
        .flatMap(type -> type.tryGetAnnotationOfType(Needs.class).stream())
        .flatMap(needs -> Stream.of(needs.value()))
        .collect(Collectors.toSet());
  }

  /** The class and the classes beside the tests that it uses, and those that they use. */
  private static Set<JavaClass> withAllThatItUses(JavaClass test) {
    Set<JavaClass> found = new HashSet<>(Set.of(test));
    Deque<JavaClass> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      open.pop().getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(type -> TESTS.contain(type.getFullName()) && !type.isEquivalentTo(Tool.class))
          .filter(found::add)
          .forEach(open::push);
    }
    return found;
  }

  private static boolean uses(JavaClass part, Tool tool) {
    Stream<String> types =
        part.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .map(JavaClass::getName);
    boolean isByType =
        switch (tool) {
          case CHROMIUM -> types.anyMatch(name -> name.startsWith("org.openqa.selenium."));
          case LIBRAW -> types.anyMatch(name -> name.endsWith(".raw.libraw.LibRawEngine"));
          case DWEBP, DCRAW_EMU -> false; // programs, which are found by the constant
        };
    return isByType || readsConstant(part, tool);
  }

  private static boolean readsConstant(JavaClass part, Tool tool) {
    return !part.isEquivalentTo(ToolRulesTest.class)
        && part.getFieldAccessesFromSelf().stream()
            .map(access -> access.getTarget())
            .anyMatch(
                field ->
                    field.getOwner().isEquivalentTo(Tool.class)
                        && field.getName().equals(tool.name()));
  }
}
