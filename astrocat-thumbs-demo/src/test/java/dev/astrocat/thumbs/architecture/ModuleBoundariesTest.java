package dev.astrocat.thumbs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may know whom: demo knows all, formats and cache know core, core knows nobody. */
final class ModuleBoundariesTest {

  private static final JavaClasses CORE = LibraryModule.CORE.classes();
  private static final JavaClasses FORMATS = LibraryModule.FORMATS.classes();
  private static final JavaClasses CACHE = LibraryModule.CACHE.classes();
  private static final JavaClasses DEMO =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.astrocat.thumbs.demo");

  @Test
  void coreKnowsTheJdkSlf4jAndItself() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            in(CORE)
                .or(
                    resideInAnyPackage(
                        "java..", "javax..", "org.w3c.dom..", "org.slf4j..", "org.jspecify..")))
        .check(CORE);
  }

  @Test
  void formatsKnowNeitherCacheNorDemo() {
    noClasses().should().dependOnClassesThat(in(CACHE).or(in(DEMO))).check(FORMATS);
  }

  @Test
  void cacheKnowsNeitherFormatsNorDemo() {
    noClasses().should().dependOnClassesThat(in(FORMATS).or(in(DEMO))).check(CACHE);
  }

  /** Nothing else is on the class path of a worker process. */
  @Test
  void rawWorkersKnowTheJdkAndJavaCpp() {
    String raw = "dev.astrocat.thumbs.formats.raw.";
    String[] packed = {raw + "engine..", raw + "libraw..", raw + "worker.."};
    classes()
        .that()
        .resideInAnyPackage(packed)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packed)
                .or(resideInAnyPackage("java..", "org.bytedeco.javacpp..", "org.jspecify..")))
        .check(FORMATS);
  }

  @Test
  void nobodyReachesIntoPackagesThatAreNotExported() {
    DescribedPredicate<JavaClass> hidden =
        in(CORE).and(not(exportedBy(LibraryModule.CORE))).as("core's own rooms");
    for (JavaClasses others : List.of(FORMATS, CACHE, DEMO)) {
      noClasses().should().dependOnClassesThat(hidden).check(others);
    }
  }

  @Test
  void theApiShowsOnlyWhatItsUsersCanName() {
    showsOnlyItsApi(LibraryModule.CORE, CORE);
    showsOnlyItsApi(LibraryModule.CACHE, CACHE);
    showsOnlyItsApi(LibraryModule.FORMATS, FORMATS);
  }

  private static void showsOnlyItsApi(LibraryModule module, JavaClasses classes) {
    DescribedPredicate<JavaClass> api = exportedBy(module).and(modifier(PUBLIC));
    DescribedPredicate<JavaClass> unnamable = in(classes).and(not(api)).as("hidden types");
    noCodeUnits()
        .that()
        .arePublic()
        .or()
        .areProtected()
        .and()
        .areDeclaredInClassesThat(api)
        .should()
        .haveRawReturnType(unnamable)
        .orShould()
        .haveRawParameterTypes(anyElementThat(unnamable))
        .check(classes);
  }

  private static DescribedPredicate<JavaClass> in(JavaClasses module) {
    Set<String> names = module.stream().map(JavaClass::getName).collect(Collectors.toSet());
    return describe(
        "one of " + names.size() + " classes",
        type -> names.contains(type.getBaseComponentType().getName()));
  }

  private static DescribedPredicate<JavaClass> exportedBy(LibraryModule module) {
    Set<String> packages =
        module.descriptor().exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    return describe("exported", type -> packages.contains(type.getPackageName()));
  }
}
