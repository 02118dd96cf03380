package lenswacht.knowledge;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;

/// One dated edition of knowledge: a policy pack, makers, advisories and remedies. Two people with
/// the same id have the same bytes.
public final class Edition {
  private static final int DIGITS = 16;

  private final String name;
  private final LocalDate date;
  private final String hash;
  private final SealedFiles files;
  private final String hashBesidesAdvisories;
  private final List<String> packs;
  private final PolicyPack pack;
  private final MakerRegister makers;
  private final AdvisoryBook advisories;
  private final Remedies remedies;
  private final SeparationNorm separation;
  private final Questionnaire questionnaire;
  private final Optional<Imported> imported;

  private Edition(KnowledgeFolder folder, PackChoice choice) throws PackException {
    KnowledgeFolder once = folder.once();
    this.files = SealedFiles.of(once, "", files());
    Row heading = new RowReader(once).read("edition.csv", "name", "date").getFirst();
    this.name = heading.required("name");
    this.date = heading.date("date");
    this.packs = packs(once);
    this.pack = pack(once, choice, packs);
    this.hash = hash(files.hash(), pack);
    this.hashBesidesAdvisories = hash(besidesAdvisories(once), pack);
    this.makers = MakerRegister.read(once);
    this.advisories = AdvisoryBook.read(once);
    this.remedies = Remedies.read(once, pack, choice instanceof PackChoice.Own);
    this.separation = SeparationNorm.read(once);
    this.questionnaire = Questionnaire.read(once, pack);
    this.imported = Optional.empty();
  }

  private Edition(Edition base, Imported imported) {
    this.name = base.name;
    this.date = base.date;
    this.hash = base.hash;
    this.files = base.files;
    this.hashBesidesAdvisories = base.hashBesidesAdvisories;
    this.packs = base.packs;
    this.pack = base.pack;
    this.questionnaire = base.questionnaire;
    this.makers = base.makers;
    this.advisories = base.advisories.with(imported);
    this.remedies = base.remedies;
    this.separation = base.separation;
    this.imported = Optional.of(imported);
  }

  /// This edition, extended by what was imported.
  public Edition with(Imported extension) {
    if (imported.isPresent()) {
      throw new IllegalStateException("the edition is extended already");
    }
    return new Edition(this, extension);
  }

  /// The bundled edition, extended by what was imported on this computer, if anything was.
  ///
  /// @param home folder of knowledge of this computer
  /// @throws PackException if what was imported cannot be read
  public static Edition ofThisComputer(Path home) throws PackException {
    Edition bundled = bundled();
    return Imported.current(home).map(bundled::with).orElse(bundled);
  }

  private static List<String> packs(KnowledgeFolder folder) throws PackException {
    List<String> packs = new ArrayList<>();
    for (Row row : new RowReader(folder).read("packs.csv", "pack")) {
      packs.add(row.required("pack"));
    }
    return List.copyOf(packs);
  }

  private static PolicyPack pack(KnowledgeFolder folder, PackChoice choice, List<String> packs)
      throws PackException {
    return switch (choice) {
      case PackChoice.Named(String id) -> {
        if (!packs.contains(id)) {
          throw new PackException(
              "packs.csv", 0, "there is no pack '" + id + "'; there are " + packs);
        }
        yield PolicyPack.read(folder, PackReader.folderOf(id));
      }
      case PackChoice.Own(Path own) -> {
        String place = own.toString().replace('\\', '/');
        yield PolicyPack.read(folder.with(place, KnowledgeFolder.of(own)).once(), place);
      }
    };
  }

  private static String besidesAdvisories(KnowledgeFolder folder) throws PackException {
    StringBuilder lines = new StringBuilder();
    for (String file : files()) {
      if (!AdvisoryBook.FILES.contains(file)) {
        SealedFiles.add(lines, Bytes.of(folder.read(file)).sha256().hex(), file);
      }
    }
    return SealedFiles.hash(lines);
  }

  private static String hash(String files, PolicyPack pack) {
    StringBuilder lines = new StringBuilder();
    SealedFiles.add(lines, files, "edition");
    pack.below().ifPresent(below -> SealedFiles.add(lines, below.hash(), "pack " + below.id()));
    SealedFiles.add(lines, pack.hash(), "pack " + pack.id());
    return SealedFiles.hash(lines);
  }

  /// The edition that comes with the program, with the Dutch pack.
  public static Edition bundled() {
    try {
      return bundled(PackChoice.DUTCH);
    } catch (PackException e) {
      throw new IllegalStateException("the bundled edition cannot be used", e);
    }
  }

  /// The edition that comes with the program, with another pack.
  ///
  /// @throws PackException if there is no such pack, or it says something that cannot be so
  public static Edition bundled(PackChoice choice) throws PackException {
    return read(KnowledgeFolder.bundled(), choice);
  }

  /// An edition in a folder of the file system, as an auditor changes it.
  ///
  /// @throws PackException if a file is missing or says something that cannot be so
  public static Edition read(Path folder, PackChoice choice) throws PackException {
    return read(KnowledgeFolder.of(folder), choice);
  }

  /// An edition from anywhere.
  ///
  /// @throws PackException if a file is missing or says something that cannot be so
  public static Edition read(KnowledgeFolder folder, PackChoice choice) throws PackException {
    return new Edition(folder, choice);
  }

  /// Names of the files of an edition besides its packs, in the order in which they are hashed.
  public static List<String> files() {
    return Stream.of(
            List.of("edition.csv", "packs.csv"),
            MakerRegister.FILES,
            AdvisoryBook.FILES,
            Remedies.FILES,
            SeparationNorm.FILES,
            Questionnaire.FILES)
        .flatMap(List::stream)
        .toList();
  }

  /// Names of the files of one pack of the bundled edition, with its folder.
  ///
  /// @throws PackException if there is no such pack
  public static List<String> files(String pack) throws PackException {
    return bundled(new PackChoice.Named(pack)).pack().files().stream()
        .map(file -> PackReader.folderOf(pack) + "/" + file)
        .toList();
  }

  /// Name, pack and the first digits of the hash: `2026-11-nl+0123456789abcdef`, and behind another
  /// `+` the first digits of what was imported. Printed on every report.
  public String id() {
    String own = name + "-" + pack.id() + "+" + hash.substring(0, DIGITS);
    return imported.map(one -> own + "+" + one.hash().substring(0, DIGITS)).orElse(own);
  }

  /// What was imported from feeds, if anything counts.
  public Optional<Imported> imported() {
    return imported;
  }

  /// Name without pack and hash, for example `2026-11`.
  public String name() {
    return name;
  }

  /// SHA-256 over the hashes of its files, of the pack and of the pack below, 64 hex digits.
  public String hash() {
    return hash;
  }

  /// The same without the advisories and what was imported: editions that differ only in these
  /// have the same.
  public String hashBesidesAdvisories() {
    return hashBesidesAdvisories;
  }

  /// SHA-256 over the hashes and names of its files besides the packs: what is signed, 64 hex
  /// digits.
  public String filesHash() {
    return files.hash();
  }

  /// The signature beside its files, which holds; empty where nobody signed. Packs have their own.
  public Optional<Seal> seal() {
    return files.seal();
  }

  /// Ids of the packs that the edition holds.
  public List<String> packs() {
    return packs;
  }

  /// Day of the edition.
  public LocalDate date() {
    return date;
  }

  /// The policy pack.
  public PolicyPack pack() {
    return pack;
  }

  /// The makers and what is stated on their states.
  public MakerRegister makers() {
    return makers;
  }

  /// The advisories.
  public AdvisoryBook advisories() {
    return advisories;
  }

  /// The remedies.
  public Remedies remedies() {
    return remedies;
  }

  /// Between which kinds of zones the norm wants no traffic.
  public SeparationNorm separation() {
    return separation;
  }

  /// What only people know.
  public Questionnaire questionnaire() {
    return questionnaire;
  }
}
