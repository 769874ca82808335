package dev.astrocat.thumbs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.channels.FileChannel;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the code of every module keeps to. */
final class CodeRulesTest {

  private static final String DEMO = "dev.astrocat.thumbs.demo..";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.astrocat.thumbs");

  @Test
  void nobodyLogsThroughJavaUtilLogging() {
    noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..").check(ALL);
  }

  @Test
  void onlyTheCommandLineTalksToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage(DEMO)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(ALL);
  }

  @Test
  void nothingPublicAndStaticChanges() {
    noFields()
        .that()
        .arePublic()
        .and()
        .areStatic()
        .should()
        .notBeFinal()
        .orShould()
        .haveRawType(DescribedPredicate.describe("array", JavaClass::isArray))
        .check(ALL);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Common|Impl)").check(ALL);
  }

  /** A truncated file kills the JVM's read through a mapping, at any later moment. */
  @Test
  void filesAreNotMapped() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "FileChannel.map",
                call ->
                    call.getTarget().getName().equals("map")
                        && call.getTargetOwner().isAssignableTo(FileChannel.class)))
        .check(ALL);
  }

  /** A host's thread may carry any loader; the library's own finds what the library needs. */
  @Test
  void servicesAreNotLookedUpThroughTheThread() {
    noClasses()
        .should()
        .callMethod(ServiceLoader.class, "load", Class.class)
        .orShould()
        .callMethod(Thread.class, "getContextClassLoader")
        .check(ALL);
  }
}
