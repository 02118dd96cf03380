package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedPeersTest {
  @TempDir Path folder;

  private static PairedPeers.Peer peer(String name) {
    return new PairedPeers.Peer(Bytes.utf8("key of " + name), name, Instant.EPOCH);
  }

  @Test
  void peers_are_kept_replaced_and_removed() throws Exception {
    PairedPeers peers = PairedPeers.open(folder);
    assertThat(peers.keys()).isEmpty();
    peers.add(peer("one"));
    peers.add(peer("two"));
    peers.add(new PairedPeers.Peer(peer("one").key(), "eins", Instant.EPOCH));
    PairedPeers again = PairedPeers.open(folder);
    assertThat(again.all()).extracting(PairedPeers.Peer::name).containsExactly("eins", "two");
    assertThat(again.find(peer("two").key())).contains(peer("two"));
    assertThat(again.find(Bytes.utf8("another"))).isEmpty();
    again.remove(peer("two").key());
    assertThat(PairedPeers.open(folder).keys()).containsExactly(peer("one").key());
    assertThat(folder.resolve("peers.json.new")).doesNotExist();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("peers.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void damaged_list_is_refused_not_taken_for_empty() throws Exception {
    for (String damaged :
        List.of("", "{", "null", "[null]", "[{}]", "[{\"key\":\"\",\"name\":\"a\"}]", "[1]")) {
      Files.writeString(folder.resolve("peers.json"), damaged);
      assertThatIOException().as(damaged).isThrownBy(() -> PairedPeers.open(folder));
    }
  }

  @Test
  void name_of_a_stranger_is_made_fit_to_be_shown() {
    assertThat(new PairedPeers.Peer(Bytes.utf8("k"), "a\u202eb" + "c".repeat(99), Instant.EPOCH))
        .extracting(PairedPeers.Peer::name)
        .asString()
        .hasSizeLessThanOrEqualTo(60)
        .doesNotContain("\u202e");
  }
}
