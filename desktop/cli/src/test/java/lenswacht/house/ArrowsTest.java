package lenswacht.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.badsample.KnowsTheCaseFile;
import lenswacht.console.badsample.TalksToSqlite;
import lenswacht.probe.badsample.here.Here;
import lenswacht.probe.badsample.there.There;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The arrows of the house: who may know whom, and which library lives in which room.
class ArrowsTest {
  private static final JavaClasses SHIPPED = House.shipped();

  /// Library packages, and the only places that may touch them.
  private static final Map<String, List<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("com.fazecast..", List.of("lenswacht.link..")),
          Map.entry(
              "org.bouncycastle..",
              List.of("lenswacht.link..", "lenswacht.knowledge.feed..", "lenswacht.report.sign..")),
          Map.entry("org.bouncycastle.openpgp..", List.of("lenswacht.knowledge.feed..")),
          Map.entry("org.bytedeco..", List.of("lenswacht.footage..")),
          Map.entry("com.pi4j..", List.of("lenswacht.agent.panel.board..")),
          Map.entry("javafx..", List.of("lenswacht.console..")),
          Map.entry("dev.cel..", List.of("lenswacht.knowledge.expression..")),
          Map.entry("java.sql..", List.of("lenswacht.casefile..")),
          Map.entry("org.sqlite..", List.of("lenswacht.casefile..")),
          Map.entry("com.openhtmltopdf..", List.of("lenswacht.report..")),
          Map.entry("org.apache.poi..", List.of("lenswacht.product.sheet..")),
          Map.entry("org.dhatim..", List.of("lenswacht.report.sheet..")),
          Map.entry("org.apache.pdfbox..", List.of("lenswacht.report..")),
          Map.entry("org.apache.fontbox..", List.of("lenswacht.report..")),
          Map.entry(
              "picocli..",
              List.of("lenswacht.cli..", "lenswacht.agent..", "lenswacht.simulator..")),
          Map.entry(
              "java.lang.foreign..",
              List.of("lenswacht.probe.net..", "lenswacht.agent.service..")));

  static List<String> rooms() {
    return List.copyOf(House.ARROWS.keySet());
  }

  static List<String> libraries() {
    return List.copyOf(LIBRARIES.keySet());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_room_knows_only_what_the_arrows_allow(String room) {
    arrowsOf(room).check(SHIPPED);
  }

  @Test
  void an_arrow_that_is_not_drawn_is_rejected() {
    assertThat(House.rejects(arrowsOf("assessment"), KnowsTheCaseFile.class)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void a_library_lives_in_its_room(String library) {
    home(library).check(SHIPPED);
  }

  @Test
  void a_library_outside_its_room_is_rejected() {
    assertThat(House.rejects(home("java.sql.."), TalksToSqlite.class)).isTrue();
  }

  @Test
  void no_package_knows_one_that_knows_it() {
    noCycles().check(SHIPPED);
  }

  @Test
  void two_packages_that_know_each_other_are_rejected() {
    assertThat(House.rejects(noCycles(), Here.class, There.class)).isTrue();
  }

  @Test
  void every_package_of_ours_belongs_to_a_room() {
    classes()
        .should()
        .resideInAnyPackage(House.packages(House.ARROWS.keySet()))
        .because("the folder list is the first page of documentation")
        .check(SHIPPED);
  }

  private static ArchRule arrowsOf(String room) {
    List<String> known = new ArrayList<>(House.ARROWS.getOrDefault(room, java.util.Set.of()));
    known.add(room);
    DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> others =
        resideInAPackage("lenswacht..")
            .and(DescribedPredicate.not(resideInAnyPackage(House.packages(known))));
    return noClasses()
        .that()
        .resideInAPackage("lenswacht." + room + "..")
        .should()
        .dependOnClassesThat(others)
        .because("the device observes, the desktop judges, and nothing flows back");
  }

  private static ArchRule home(String library) {
    return noClasses()
        .that()
        .resideInAPackage("lenswacht..")
        .and()
        .resideOutsideOfPackages(LIBRARIES.get(library).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("a library can be replaced only where it is known in one place");
  }

  private static ArchRule noCycles() {
    return slices()
        .matching("lenswacht.(**)")
        .should()
        .beFreeOfCycles()
        .because("a knot of packages can only be understood as a whole");
  }
}
