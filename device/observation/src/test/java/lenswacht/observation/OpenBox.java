package lenswacht.observation;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/// A reader whose box has no lid, for tests that are not about sealing.
record OpenBox(Bytes id) implements SealRecipient, SealOpener {
  OpenBox() {
    this(Bytes.utf8("a box without a lid").sha256());
  }

  static JournalKeys keys(KeyPair device) {
    return new JournalKeys(
        device.getPrivate(),
        Bytes.of(device.getPublic().getEncoded()),
        () -> List.of(new OpenBox()));
  }

  @Override
  public Bytes seal(Bytes contentKey) {
    return contentKey;
  }

  @Override
  public Optional<Bytes> contentKey(JournalOpening opening) {
    return opening.boxes().stream()
        .filter(box -> box.to().equals(id))
        .map(JournalOpening.Box::box)
        .findFirst();
  }
}
