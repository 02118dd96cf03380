package lenswacht.assessment;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.Trust;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.AdvisoryBook;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.PackException;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;

/// Times how long 10,000 assets are judged against the whole edition, and how long they are judged
/// anew when the edition changed. Most of them are of makers, models and versions that the edition
/// names. Prints one line of JSON with medians and the cold first round.
final class RateBench {
  private static final int ASSETS = 10_000;
  private static final int ROUNDS = 7;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final EvidenceId SEEN = new EvidenceId("0".repeat(31) + "1");

  private RateBench() {}

  /// @param arguments folder of imported knowledge; without one the bundled edition alone
  public static void main(String[] arguments) throws PackException {
    Edition edition =
        arguments.length == 0 ? Edition.bundled() : Edition.ofThisComputer(Path.of(arguments[0]));
    Edition changed = changed(edition);
    List<SeenAsset> assets = assets(edition);
    Answers answers = new Answers(Map.of("site.class", "office", "retention.days", "28"), Map.of());
    long cold = judge(edition, assets, answers, new Remembered());
    long[] first = new long[ROUNDS];
    long[] anew = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Remembered before = new Remembered();
      first[round] = judge(edition, assets, answers, before);
      anew[round] = judge(changed, assets, answers, before);
    }
    System.out.printf(
        "{\"assets\":%d,\"advisories\":%d,\"processors\":%d,\"cold_ms\":%d,\"median_ms\":%d,"
            + "\"edition_changed_median_ms\":%d}%n",
        assets.size(),
        edition.advisories().all().size(),
        Runtime.getRuntime().availableProcessors(),
        cold,
        median(first),
        median(anew));
  }

  private static long median(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  /// Everything that a change of the edition costs is within: the rows are read anew.
  private static long judge(
      Edition edition, List<SeenAsset> assets, Answers answers, Remembered before) {
    long start = spent();
    Assessment assessment =
        new Assessor(edition)
            .assess("bench", DAY, answers, assets, List.of(), List.of(), Optional.empty(), before);
    if (assessment.assets().size() != assets.size()) {
      throw new IllegalStateException("not every asset was rated");
    }
    return (spent() - start) / 1_000_000;
  }

  /// Time that this program had a processor, with compiling and collecting garbage; what else runs
  /// on the computer is left out.
  private static long spent() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  /// The same edition with one day of listing more.
  private static Edition changed(Edition edition) throws PackException {
    KnowledgeFolder bundled = KnowledgeFolder.bundled();
    return Edition.read(
        name -> {
          byte[] bytes = bundled.read(name);
          if (!name.equals("advisories.csv")) {
            return bytes;
          }
          String text = new String(bytes, StandardCharsets.UTF_8);
          String row = edition.advisories().all().getFirst().cve();
          return (text + row + ",Axis,*,unstated,,,,no,LOW,,bench,2026-11-20\n")
              .getBytes(StandardCharsets.UTF_8);
        },
        PackChoice.DUTCH);
  }

  private static List<SeenAsset> assets(Edition edition) {
    Random random = new Random(20_261_121);
    AdvisoryBook book = edition.advisories();
    List<SeenAsset> assets = new ArrayList<>();
    for (int i = 0; i < ASSETS; i++) {
      Advisory near = book.all().get(random.nextInt(book.all().size()));
      String model = model(near.models().get(random.nextInt(near.models().size())), random);
      String version =
          near.through()
              .or(near::from)
              .or(near::fixedFrom)
              .map(text -> text.replaceAll("[<>*]", "").split("@", 2)[0])
              .filter(text -> !text.isEmpty() && !text.matches("20[0-9-]{8}"))
              .orElse("1." + random.nextInt(9) + "." + random.nextInt(30));
      assets.add(asset(i, near.maker(), model, version, random));
    }
    return assets;
  }

  /// A model number that a pattern fits.
  private static String model(String pattern, Random random) {
    StringBuilder model = new StringBuilder();
    for (char symbol : pattern.toCharArray()) {
      switch (symbol) {
        case '*' -> model.append(random.nextInt(100));
        case '?', '#' -> model.append(random.nextInt(10));
        case '@' -> model.append((char) ('A' + random.nextInt(26)));
        default -> model.append(symbol);
      }
    }
    return model.toString();
  }

  private static SeenAsset asset(
      int number, String maker, String model, String version, Random random) {
    InetAddress address =
        InetAddress.ofLiteral(
            "10." + number / 65_536 + "." + number / 256 % 256 + "." + number % 256);
    Service web = Service.tcp(address, 80);
    LocalDate built = LocalDate.of(2012 + random.nextInt(14), 1 + random.nextInt(12), 1);
    List<Claim> claims = new ArrayList<>();
    Map<Claim.Attribute, String> said = new TreeMap<>();
    said.put(Claim.Attribute.MAKER, maker);
    said.put(Claim.Attribute.MODEL, model);
    said.put(Claim.Attribute.FIRMWARE, version);
    said.forEach(
        (what, value) ->
            claims.add(
                new Claim(
                    what,
                    value,
                    Confidence.CERTAIN,
                    Trust.VENDOR_FIELD,
                    "bench",
                    Optional.empty(),
                    value,
                    SEEN)));
    return new SeenAsset(
        address.getHostAddress(),
        Trace.NONE,
        Optional.empty(),
        new Identification(
            new ProductIdentity(
                random.nextInt(8) == 0 ? AssetKind.RECORDER : AssetKind.CAMERA,
                Optional.of(maker),
                Optional.of(maker),
                Optional.of(model),
                Optional.of(version),
                random.nextBoolean() ? Optional.of(built) : Optional.empty()),
            Confidence.CERTAIN,
            claims,
            List.of()),
        observations(web, random));
  }

  private static List<Observation> observations(Service web, Random random) {
    List<Observation> seen = new ArrayList<>();
    seen.add(new Observation.Listening(web, SEEN));
    seen.add(new Observation.Listening(Service.tcp(web.address(), 554), SEEN));
    seen.add(new Observation.CloudRelay(web, random.nextBoolean(), SEEN));
    seen.add(new Observation.Activation(web, random.nextInt(20) != 0, SEEN));
    if (random.nextBoolean()) {
      seen.add(new Observation.Picture(web, 1920, 1080, 60 + random.nextInt(60), 0, 0, SEEN));
    }
    return seen;
  }
}
