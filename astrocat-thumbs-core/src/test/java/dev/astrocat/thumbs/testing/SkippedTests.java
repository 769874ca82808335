package dev.astrocat.thumbs.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints at the end of a build why tests were skipped, one line for each reason. It reads the
 * reports that Surefire writes. A reason names what is missing and how to install it.
 */
public final class SkippedTests {

  /** What stands before the reason of a test that ended itself. */
  private static final Pattern ENDED_BY_TEST =
      Pattern.compile("^[\\w.$]*Abort\\w*: (Assumption failed: )?");

  private SkippedTests() {}

  /** Prints the reasons; the arguments are folders with reports, and may be missing. */
  public static void main(String[] folders) {
    List<String> reasons = reasons(Stream.of(folders).map(Path::of).toList());
    System.out.println(reasons.isEmpty() ? "No tests were skipped." : "Skipped tests:");
    reasons.forEach(System.out::println);
  }

  /** One line for each reason: the number of classes with tests that were skipped, and why. */
  static List<String> reasons(List<Path> folders) {
    Map<String, Long> classes =
        folders.stream()
            .flatMap(SkippedTests::reports)
            .flatMap(report -> reasonsIn(report).stream())
            .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    List<String> lines = new ArrayList<>();
    classes.forEach(
        (reason, count) ->
            lines.add("%4d %s: %s".formatted(count, count == 1 ? "class" : "classes", reason)));
    return lines;
  }

  private static Stream<Path> reports(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> reasonsIn(Path report) {
    Set<String> reasons = new HashSet<>();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream bytes = Files.newInputStream(report)) {
      XMLStreamReader xml = factory.createXMLStreamReader(bytes);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("skipped")) {
          reasons.addAll(List.of(reason(xml).split(NeedsCondition.BETWEEN)));
        }
      }
      return reasons;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(report + " is no report of Surefire", e);
    }
  }

  /** A skipped class has a message, a test that an assumption ended has a stack trace. */
  private static String reason(XMLStreamReader skipped) throws XMLStreamException {
    String message = skipped.getAttributeValue(null, "message");
    String text =
        message != null ? message : skipped.getElementText().lines().findFirst().orElse("");
    return ENDED_BY_TEST.matcher(text).replaceFirst("");
  }
}
