package lenswacht.report;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Visit;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.Reviewed;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.asset.Caution;
import lenswacht.fingerprint.asset.Mark;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.report.content.LeftOut;

/// Takes out of every text what an audience is not told, and counts it. Assets get a number instead
/// of their address. What is known to be such a thing is looked for word by word; addresses that
/// nobody expected are known by their shape.
public final class Redaction {
  private static final Pattern SHAPES =
      Pattern.compile(
          "(?<mac>\\b[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}\\b)"
              + "|(?<four>(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?(?![\\w.]*\\w))"
              + "|(?<six>(?<![\\w:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:/\\d{1,3})?(?![\\w:]))");
  private static final int SHORTEST_NAME = 3;

  private final Audience audience;
  private final Wording wording;
  private final Map<String, String> assets = new HashMap<>();
  private final Map<String, LeftOut.Kind> words = new HashMap<>();
  private final Map<LeftOut.Kind, Set<String>> left = new EnumMap<>(LeftOut.Kind.class);
  private Pattern known = Pattern.compile("(?!)");

  /// @param contents tells which words are names, numbers and addresses
  Redaction(ReportContents contents, Audience audience, Wording wording) {
    this.audience = audience;
    this.wording = wording;
    if (audience == Audience.CONFIDENTIAL) {
      return;
    }
    people(contents);
    int number = 0;
    for (RatedAsset asset : contents.assessment().assets()) {
      number++;
      asset(asset.address(), wording.say("left-out.asset", number), asset.trace());
      serial(asset.identification());
    }
    contents.assessment().others().forEach(other -> serial(other.identification()));
    CautionTable.traces(contents.assessment())
        .flatMap(trace -> trace.cautions().stream())
        .map(Caution::words)
        .filter(said -> Mark.Kind.SERIAL.name().equals(said.get("mark")))
        .forEach(said -> word(said.getOrDefault("value", ""), LeftOut.Kind.SERIAL));
    List<String> sought = new ArrayList<>(words.keySet());
    if (audience == Audience.PUBLIC) {
      sought.addAll(assets.keySet());
    }
    known =
        sought.isEmpty()
            ? known
            : Pattern.compile(
                sought.stream()
                    .sorted(
                        Comparator.comparingInt(String::length)
                            .reversed()
                            .thenComparing(word -> word))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?<![\\w.:])(?:", ")(?![\\w:]|\\.\\w)")));
  }

  /// What `order` keeps from its readers.
  public static Redaction of(ReportContents contents, ReportOrder order) {
    return new Redaction(
        contents, order.audience(), new Wording(order.language(), contents.edition().pack()));
  }

  private void asset(String name, String label, Trace trace) {
    assets.put(name, label);
    trace.addresses().stream()
        .map(InetAddress::getHostAddress)
        .forEach(address -> assets.putIfAbsent(address, label));
  }

  private void serial(Identification identification) {
    identification.claims().stream()
        .filter(claim -> claim.attribute() == Claim.Attribute.SERIAL)
        .forEach(claim -> word(claim.value(), LeftOut.Kind.SERIAL));
  }

  private void people(ReportContents contents) {
    for (Visit visit : contents.visits()) {
      word(visit.mandate().issuedBy(), LeftOut.Kind.PERSON);
      word(visit.mandate().witness(), LeftOut.Kind.PERSON);
    }
    contents.said().review().ifPresent(this::people);
    contents
        .said()
        .remedies()
        .forEach(
            said -> {
              word(said.by(), LeftOut.Kind.PERSON);
              word(said.owner(), LeftOut.Kind.PERSON);
            });
  }

  private void people(Review review) {
    review.roles().values().forEach(name -> word(name, LeftOut.Kind.PERSON));
    review.operators().forEach(name -> word(name, LeftOut.Kind.PERSON));
    review.determination().ifPresent(one -> word(one.done().by(), LeftOut.Kind.PERSON));
    for (Reviewed one : review.statements()) {
      one.handled().ifPresent(done -> word(done.by(), LeftOut.Kind.PERSON));
      one.filings().forEach(filing -> word(filing.done().by(), LeftOut.Kind.PERSON));
      one.deviation()
          .ifPresent(
              noted -> {
                word(noted.done().by(), LeftOut.Kind.PERSON);
                word(noted.deviation().owner(), LeftOut.Kind.PERSON);
              });
    }
  }

  private void word(String word, LeftOut.Kind kind) {
    if (word.strip().length() >= SHORTEST_NAME) {
      words.put(word.strip(), kind);
    }
  }

  /// `text` as the audience may read it.
  public String of(String text) {
    if (audience == Audience.CONFIDENTIAL || text.isEmpty()) {
      return text;
    }
    String named =
        known.matcher(text).replaceAll(found -> Matcher.quoteReplacement(instead(found.group())));
    return audience == Audience.PUBLIC
        ? SHAPES.matcher(named).replaceAll(found -> Matcher.quoteReplacement(shape(found.group())))
        : named;
  }

  private String instead(String word) {
    String asset = assets.get(word);
    if (asset != null && audience == Audience.PUBLIC) {
      note(LeftOut.Kind.ADDRESS, word);
      return asset;
    }
    LeftOut.Kind kind = words.getOrDefault(word, LeftOut.Kind.ADDRESS);
    note(kind, word);
    return wording.say("left-out.instead", kind);
  }

  private String shape(String found) {
    if (found.chars().filter(letter -> letter == ':').count() == 2 && found.length() <= 8) {
      return found; // A time of day has the shape of the shortest addresses.
    }
    boolean isHardware = found.matches("[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}");
    LeftOut.Kind kind = isHardware ? LeftOut.Kind.HARDWARE : LeftOut.Kind.ADDRESS;
    note(kind, found);
    return wording.say("left-out.instead", kind);
  }

  private void note(LeftOut.Kind kind, String what) {
    left.computeIfAbsent(kind, first -> new HashSet<>()).add(what);
  }

  /// Notes a whole chapter, sheet or part that the audience is not shown.
  void withhold(LeftOut.Kind kind, String what) {
    note(kind, what);
  }

  /// The words that were taken out so far, by kind, in order: for who writes it, never for who
  /// reads it.
  public Map<LeftOut.Kind, List<String>> words() {
    Map<LeftOut.Kind, List<String>> sorted = new EnumMap<>(LeftOut.Kind.class);
    left.forEach((kind, all) -> sorted.put(kind, all.stream().sorted().toList()));
    return sorted;
  }

  /// What was taken out so far.
  public LeftOut leftOut() {
    Map<LeftOut.Kind, Integer> counts = new EnumMap<>(LeftOut.Kind.class);
    left.forEach((kind, all) -> counts.put(kind, all.size()));
    return new LeftOut(
        counts, left.getOrDefault(LeftOut.Kind.CHAPTER, Set.of()).stream().sorted().toList());
  }
}
