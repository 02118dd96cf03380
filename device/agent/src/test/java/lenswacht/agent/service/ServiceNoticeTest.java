package lenswacht.agent.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceNoticeTest {
  @TempDir private Path folder;

  @Test
  void the_service_manager_hears_that_the_program_is_ready_and_lives() throws Throwable {
    Path path = folder.resolve("notify");
    try (NoticeSocket manager = new NoticeSocket(path)) {
      ServiceNotice notice =
          ServiceNotice.from(Map.of("NOTIFY_SOCKET", path.toString(), "WATCHDOG_USEC", "30000000"))
              .orElseThrow();
      notice.ready();
      notice.alive();
      notice.stopping();

      assertThat(notice.watchdog()).contains(Duration.ofSeconds(30));
      assertThat(List.of(manager.next(), manager.next(), manager.next()))
          .containsExactly("READY=1", "WATCHDOG=1", "STOPPING=1");
    }
  }

  @Test
  void the_heart_beats_on_as_long_as_nothing_hangs() throws Throwable {
    Path path = folder.resolve("notify");
    try (NoticeSocket manager = new NoticeSocket(path)) {
      Optional<ServiceNotice> notice =
          ServiceNotice.from(Map.of("NOTIFY_SOCKET", path.toString(), "WATCHDOG_USEC", "60000"));
      List<Integer> touched = new ArrayList<>();
      try (Heartbeat heart =
          new Heartbeat(
              notice,
              () -> Vitals.read(folder, folder),
              () -> touched.add(touched.size()),
              vitals -> {})) {
        assertThat(heart).isNotNull();
        assertThat(manager.next()).isEqualTo("WATCHDOG=1");
        assertThat(manager.next()).isEqualTo("WATCHDOG=1");
      }
      assertThat(touched).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void without_a_service_manager_nothing_is_told() {
    assertThat(ServiceNotice.from(Map.of())).isEmpty();
    assertThat(ServiceNotice.from(Map.of("NOTIFY_SOCKET", "relative/path"))).isEmpty();
  }

  @Test
  void a_service_manager_that_is_gone_is_said() {
    ServiceNotice notice =
        ServiceNotice.from(Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString()))
            .orElseThrow();
    assertThatThrownBy(notice::ready).isInstanceOf(IOException.class);
  }
}
