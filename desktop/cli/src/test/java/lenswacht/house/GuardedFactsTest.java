package lenswacht.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import lenswacht.assessment.badsample.LooksAtTheClock;
import lenswacht.console.badsample.SceneViewModel;
import lenswacht.knowledge.badsample.OpensASocket;
import lenswacht.knowledge.badsample.WritesAFile;
import lenswacht.report.badsample.LooksUpAName;
import org.junit.jupiter.api.Test;

/// Facts on safety and honesty that no review should have to look for.
class GuardedFactsTest {
  private static final JavaClasses SHIPPED = House.shipped();

  @Test
  void sockets_are_opened_only_behind_the_doors() {
    sockets().check(SHIPPED);
  }

  @Test
  void a_socket_elsewhere_is_rejected() {
    assertThat(House.rejects(sockets(), OpensASocket.class)).isTrue();
  }

  @Test
  void files_are_written_only_where_keeping_is_the_job() {
    files().check(SHIPPED);
  }

  @Test
  void a_file_written_elsewhere_is_rejected() {
    assertThat(House.rejects(files(), WritesAFile.class)).isTrue();
  }

  @Test
  void judging_and_identifying_read_no_clock() {
    clocks().check(SHIPPED);
  }

  @Test
  void judging_by_the_clock_is_rejected() {
    assertThat(House.rejects(clocks(), LooksAtTheClock.class)).isTrue();
  }

  @Test
  void a_view_model_sees_no_scene() {
    viewModels().check(SHIPPED);
  }

  @Test
  void a_view_model_with_a_scene_is_rejected() {
    assertThat(House.rejects(viewModels(), SceneViewModel.class)).isTrue();
  }

  @Test
  void nobody_asks_a_name_server() {
    names().check(SHIPPED);
  }

  @Test
  void asking_a_name_server_is_rejected() {
    assertThat(House.rejects(names(), LooksUpAName.class)).isTrue();
  }

  private static ArchRule sockets() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            "lenswacht.probe.net..", "lenswacht.link..", "lenswacht.simulator..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            Socket.class,
            ServerSocket.class,
            DatagramSocket.class,
            SocketChannel.class,
            ServerSocketChannel.class,
            DatagramChannel.class,
            AsynchronousSocketChannel.class,
            URLConnection.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .because("what cannot be opened cannot leave the mandate");
  }

  private static ArchRule files() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("lenswacht.observation.Journal")
        .and()
        .doNotHaveFullyQualifiedName("lenswacht.agent.RunNotes")
        .and()
        .doNotHaveFullyQualifiedName("lenswacht.console.Picture")
        .and()
        .doNotHaveFullyQualifiedName("lenswacht.agent.service.FilterGate")
        .and()
        .doNotHaveFullyQualifiedName("lenswacht.agent.service.BoxLook")
        .and()
        .doNotHaveFullyQualifiedName("lenswacht.agent.PanelSettings")
        .and()
        .resideOutsideOfPackages(
            "lenswacht.casefile..",
            "lenswacht.report..",
            "lenswacht.cli..",
            "lenswacht.link..",
            "lenswacht.agent.update..",
            "lenswacht.knowledge.feed..",
            "lenswacht.footage..",
            "lenswacht.simulator..",
            "lenswacht.console.setting..",
            "lenswacht.console.desk..")
        .should()
        .callMethodWhere(
            target(owner(JavaClass.Predicates.type(Files.class)))
                .and(
                    target(
                        nameMatching(
                            "write.*|newOutputStream|newBufferedWriter|newByteChannel|copy|move"))))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            FileOutputStream.class, FileWriter.class, RandomAccessFile.class, FileChannel.class)
        .because("findings are a map of a building's weak spots: they lie where they are meant to");
  }

  private static ArchRule clocks() {
    return noClasses()
        .that()
        .resideInAnyPackage(House.packages("assessment", "fingerprint", "observation"))
        .should()
        .callMethodWhere(
            target(
                    nameMatching(
                        "now|currentTimeMillis|nanoTime|systemUTC|systemDefaultZone|system"))
                .and(
                    target(
                        owner(
                            JavaClass.Predicates.resideInAnyPackage("java.time..", "java.lang")))))
        .because("an old visit judged again gives the same bytes");
  }

  private static ArchRule viewModels() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
        .because("what a screen knows can be tested without a screen");
  }

  private static ArchRule names() {
    return noClasses()
        .that()
        .resideInAPackage("lenswacht..")
        .and()
        .resideOutsideOfPackages("lenswacht.link..")
        .should()
        .callMethodWhere(
            target(owner(JavaClass.Predicates.type(java.net.InetAddress.class)))
                .and(
                    target(
                        nameMatching("getByName|getAllByName|getHostName|getCanonicalHostName"))))
        .because("a question to a name server tells others what is being looked at");
  }
}
