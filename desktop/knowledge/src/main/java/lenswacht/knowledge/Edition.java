package lenswacht.knowledge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;

/// One dated edition of knowledge: a policy pack, makers, advisories and remedies. Two people with
/// the same id have the same bytes.
public final class Edition {
  private static final String PACK = "pack-nl";
  private static final int DIGITS = 16;

  private final String name;
  private final LocalDate date;
  private final String hash;
  private final PolicyPack pack;
  private final MakerRegister makers;
  private final AdvisoryBook advisories;
  private final Remedies remedies;
  private final SeparationNorm separation;
  private final Optional<Imported> imported;

  private Edition(KnowledgeFolder folder) throws PackException {
    Map<String, byte[]> kept = new LinkedHashMap<>();
    for (String file : files()) {
      kept.put(file, folder.read(file));
    }
    KnowledgeFolder once =
        file -> {
          byte[] bytes = kept.get(file);
          if (bytes == null) {
            throw new PackException(file, 0, "the file is not part of an edition");
          }
          return bytes;
        };
    Row heading = new RowReader(once).read("edition.csv", "name", "date").getFirst();
    this.name = heading.required("name");
    this.date = heading.date("date");
    this.hash = hash(kept);
    this.pack = PolicyPack.read(once, PACK);
    this.makers = MakerRegister.read(once);
    this.advisories = AdvisoryBook.read(once);
    this.remedies = Remedies.read(once, pack);
    this.separation = SeparationNorm.read(once);
    this.imported = Optional.empty();
  }

  private Edition(Edition base, Imported imported) {
    this.name = base.name;
    this.date = base.date;
    this.hash = base.hash;
    this.pack = base.pack;
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

  /// The edition that comes with the program.
  public static Edition bundled() {
    try {
      return new Edition(KnowledgeFolder.bundled());
    } catch (PackException e) {
      throw new IllegalStateException("the bundled edition cannot be used", e);
    }
  }

  /// An edition in a folder of the file system, as an auditor changes it.
  ///
  /// @throws PackException if a file is missing or says something that cannot be so
  public static Edition read(Path folder) throws PackException {
    return read(KnowledgeFolder.of(folder));
  }

  /// An edition from anywhere.
  ///
  /// @throws PackException if a file is missing or says something that cannot be so
  public static Edition read(KnowledgeFolder folder) throws PackException {
    return new Edition(folder);
  }

  /// Names of the files of an edition, in the order in which they are hashed.
  public static List<String> files() {
    List<String> files = new ArrayList<>();
    files.add("edition.csv");
    PackReader.FILES.stream().map(file -> PACK + "/" + file).forEach(files::add);
    Stream.of(MakerRegister.FILES, AdvisoryBook.FILES, Remedies.FILES, SeparationNorm.FILES)
        .flatMap(List::stream)
        .forEach(files::add);
    return List.copyOf(files);
  }

  private static String hash(Map<String, byte[]> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (file, bytes) ->
            lines.append(Bytes.of(bytes).sha256().hex()).append("  ").append(file).append('\n'));
    return Bytes.of(lines.toString().getBytes(StandardCharsets.UTF_8)).sha256().hex();
  }

  /// Name and the first digits of the hash: `2026-11-nl+0123456789abcdef`, and behind another `+`
  /// the first digits of what was imported. Printed on every report.
  public String id() {
    String own = name + "+" + hash.substring(0, DIGITS);
    return imported.map(one -> own + "+" + one.hash().substring(0, DIGITS)).orElse(own);
  }

  /// What was imported from feeds, if anything counts.
  public Optional<Imported> imported() {
    return imported;
  }

  /// Name without the hash, for example `2026-11-nl`.
  public String name() {
    return name;
  }

  /// SHA-256 over the hashes and names of all files, 64 hex digits.
  public String hash() {
    return hash;
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
}
