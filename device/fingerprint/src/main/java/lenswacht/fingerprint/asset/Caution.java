package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lenswacht.fingerprint.Confidence;
import lenswacht.observation.EvidenceId;

/// Why an answer cannot be taken at its word, or does not tell the whole.
///
/// @param kind what is the matter
/// @param confidence how sure that is
/// @param addresses where, in order
/// @param words what goes into the sentence, by name
/// @param evidence the bytes it was read from
public record Caution(
    Kind kind,
    Confidence confidence,
    List<InetAddress> addresses,
    SortedMap<String, String> words,
    List<EvidenceId> evidence) {
  static final Comparator<Caution> ORDER =
      Comparator.comparing(Caution::kind)
          .thenComparing(caution -> caution.words.toString())
          .thenComparing(caution -> caution.addresses.toString());

  public Caution {
    addresses = List.copyOf(addresses);
    words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    evidence = evidence.stream().distinct().sorted(Comparator.comparing(EvidenceId::hex)).toList();
  }

  /// What can be the matter. Each says which words go into its sentence.
  public enum Kind {
    /// A router answers for others: hardware address `mac` is that of the router, and says nothing
    /// of what stands behind.
    ANSWERED_BY_ROUTER,
    /// Two different assets have the same hardware address `mac`.
    HARDWARE_ADDRESS_TWICE,
    /// Several hardware addresses `macs` answer for one address in turn.
    ADDRESS_CONFLICT,
    /// Answers as several makers `makers`; not believed.
    ANSWERS_AS_SEVERAL_MAKERS,
    /// Accepts connections on nearly every port that was asked: `ports` of them.
    OPENS_EVERY_PORT,
    /// Several assets answer at one address, each on ports of its own: `names`.
    SEVERAL_AT_ONE_ADDRESS,
    /// Says that its own address is `own`: it stands behind a translation of addresses, or has a
    /// second address.
    SAYS_ANOTHER_ADDRESS,
    /// Was seen through the asset at this address, which passed its words on; its own address is
    /// `own`.
    SEEN_THROUGH_ANOTHER,
    /// Was seen through the asset `recorder`, which says that it delivers to its channels
    /// `channels`; it was not looked at itself.
    SEEN_ON_CHANNEL,
    /// Has `channels` channels. What is on `direct` of them was seen directly too, on `through` of
    /// them only through it; `free` are said to be free, and of `unseen` nothing was seen.
    CHANNELS_BEHIND,
    /// Its address changed from `from` to `to`.
    ADDRESS_CHANGED,
    /// Another asset answered at this address before or after: at `address`, since `since`.
    ADDRESS_CHANGED_HANDS,
    /// Shares `mark`, which several assets have, and which therefore proves nothing.
    MARK_SHARED
  }
}
