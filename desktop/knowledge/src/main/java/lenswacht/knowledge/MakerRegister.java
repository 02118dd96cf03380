package lenswacht.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Makers, the states of their seats, and what is stated on those states. Answers are three-valued:
/// a maker that is not here, or whose seats differ on a question, leaves it not determined.
public final class MakerRegister {
  static final List<String> FILES =
      List.of("makers.csv", "owners.csv", "jurisdictions.csv", "listings.csv");

  private final Map<String, Maker> makers;
  private final List<Jurisdiction> jurisdictions;
  private final List<Listing> listings;
  private final List<Ownership> owners;

  private MakerRegister(
      Map<String, Maker> makers,
      List<Ownership> owners,
      List<Jurisdiction> jurisdictions,
      List<Listing> listings) {
    this.makers = Collections.unmodifiableMap(makers);
    this.owners = List.copyOf(owners);
    this.jurisdictions = List.copyOf(jurisdictions);
    this.listings = List.copyOf(listings);
  }

  /// Reads the register.
  ///
  /// @throws PackException if a file is missing or a row lacks its source or date
  public static MakerRegister read(KnowledgeFolder folder) throws PackException {
    RowReader reader = new RowReader(folder);
    Map<String, Maker> makers = new LinkedHashMap<>();
    for (Row row :
        reader.read(
            "makers.csv", "maker", "owner", "seats", "state_share", "source", "date", "status")) {
      Maker maker = maker(row);
      if (makers.put(maker.name(), maker) != null) {
        throw row.wrong("maker", "maker '" + maker.name() + "' stands here twice");
      }
    }
    List<Ownership> owners = owners(reader, makers.keySet());
    List<Jurisdiction> jurisdictions = new ArrayList<>();
    for (Row row :
        reader.read(
            "jurisdictions.csv", "state", "criterion", "nl", "en", "source", "date", "status")) {
      jurisdictions.add(jurisdiction(row));
    }
    List<Listing> listings = new ArrayList<>();
    for (Row row : reader.read("listings.csv", "maker", "state", "instrument", "source", "date")) {
      if (!makers.containsKey(row.required("maker"))) {
        throw row.wrong("maker", "there is no maker '" + row.text("maker") + "'");
      }
      listings.add(
          new Listing(
              row.required("maker"),
              row.required("state"),
              row.required("instrument"),
              row.required("source"),
              row.required("date")));
    }
    return new MakerRegister(makers, owners, jurisdictions, listings);
  }

  private static List<Row> rows(RowReader reader) throws PackException {
    return reader.read(
        "makers.csv", "maker", "owner", "seats", "state_share", "source", "date", "status");
  }

  /// Names of all makers.
  static Set<String> names(RowReader reader) throws PackException {
    Set<String> names = new HashSet<>();
    for (Row row : rows(reader)) {
      names.add(row.required("maker"));
    }
    return names;
  }

  private static Maker maker(Row row) throws PackException {
    OptionalInt share =
        row.text("state_share").isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(row.number("state_share", 0, 100));
    return new Maker(
        row.required("maker"),
        row.text("owner"),
        row.words("seats"),
        share,
        row.required("source"),
        row.required("date"),
        Verified.of(row));
  }

  private static List<Ownership> owners(RowReader reader, Set<String> makers) throws PackException {
    List<Ownership> owners = new ArrayList<>();
    Set<String> controlled = new HashSet<>();
    for (Row row :
        reader.read(
            "owners.csv", "maker", "owner", "share", "controls", "source", "date", "status")) {
      for (String heading : List.of("maker", "owner")) {
        if (!makers.contains(row.required(heading))) {
          throw row.wrong(heading, "there is no maker '" + row.text(heading) + "'");
        }
      }
      OptionalInt share =
          row.text("share").isEmpty()
              ? OptionalInt.empty()
              : OptionalInt.of(row.number("share", 0, 100));
      if (row.yes("controls") && !controlled.add(row.text("maker"))) {
        throw row.wrong("controls", "one owner controls, not two");
      }
      owners.add(
          new Ownership(
              row.text("maker"),
              row.text("owner"),
              share,
              row.yes("controls"),
              row.required("source"),
              row.required("date"),
              Verified.of(row)));
    }
    return owners;
  }

  private static Jurisdiction jurisdiction(Row row) throws PackException {
    String criterion = row.oneOf("criterion", List.of("K1", "K2"));
    return new Jurisdiction(
        row.required("state"),
        criterion.equals("K1")
            ? Jurisdiction.Criterion.COMPELLED
            : Jurisdiction.Criterion.OFFENSIVE,
        row.required("nl"),
        row.required("en"),
        row.required("source"),
        row.required("date"),
        row.oneOf("status", List.of("read", "secondary")));
  }

  /// The maker with this name.
  public Optional<Maker> maker(String name) {
    return Optional.ofNullable(makers.get(name));
  }

  /// Every maker in the order of the file.
  public Collection<Maker> makers() {
    return makers.values();
  }

  /// Every statement on a state.
  public List<Jurisdiction> jurisdictions() {
    return jurisdictions;
  }

  /// A maker and those who own it, the maker itself first. Ends where no owner is known.
  public List<Maker> chain(String maker) {
    List<Maker> chain = new ArrayList<>();
    Optional<Maker> next = maker(maker);
    while (next.isPresent() && !chain.contains(next.get())) {
      chain.add(next.get());
      next = controller(next.get().name()).map(Ownership::owner).flatMap(this::maker);
    }
    return List.copyOf(chain);
  }

  /// Everybody who owns `maker` or part of it, the one who decides first.
  public List<Ownership> owners(String maker) {
    return owners.stream()
        .filter(owned -> owned.maker().equals(maker))
        .sorted(Comparator.comparing(Ownership::controls).reversed())
        .toList();
  }

  private Optional<Ownership> controller(String maker) {
    return owners(maker).stream().filter(Ownership::controls).findFirst();
  }

  /// The same on one line, each with its seat, the day of its source and, where that is over a year
  /// before `onDay`, a question mark: `EZVIZ (CN, 2026-11-20) < Hikvision (CN 42 %, 2019-06-25?)`.
  public String chainText(String maker, LocalDate onDay) {
    return chain(maker).stream()
        .map(
            link ->
                "%s (%s%s, %s%s)"
                    .formatted(
                        link.name(),
                        link.seats().isEmpty() ? "?" : String.join("/", link.seats()),
                        link.stateShare().isPresent()
                            ? " " + link.stateShare().getAsInt() + " %"
                            : "",
                        link.date(),
                        Age.isOverAYear(link.date(), onDay) ? "?" : ""))
        .collect(Collectors.joining(" < "));
  }

  /// Whether a statement of this kind covers the seat of `maker` or of an owner. A state without a
  /// statement in this edition counts as not covered by it.
  public Truth meets(String maker, Jurisdiction.Criterion criterion) {
    return chain(maker).stream()
        .map(link -> covers(link.seats(), criterion))
        .reduce(Truth::or)
        .orElse(Truth.NOT_DETERMINED);
  }

  private Truth covers(List<String> seats, Jurisdiction.Criterion criterion) {
    if (seats.isEmpty()) {
      return Truth.NOT_DETERMINED;
    }
    long covered = seats.stream().filter(seat -> isCovered(seat, criterion)).count();
    if (covered == 0) {
      return Truth.NO;
    }
    return covered == seats.size() ? Truth.YES : Truth.NOT_DETERMINED;
  }

  private boolean isCovered(String state, Jurisdiction.Criterion criterion) {
    return jurisdictions.stream()
        .anyMatch(said -> said.state().equals(state) && said.criterion() == criterion);
  }

  /// The statements of this kind on the seats of `maker` and of its owners.
  public List<Jurisdiction> statements(String maker, Jurisdiction.Criterion criterion) {
    List<String> seats = chain(maker).stream().flatMap(link -> link.seats().stream()).toList();
    return jurisdictions.stream()
        .filter(said -> seats.contains(said.state()) && said.criterion() == criterion)
        .toList();
  }

  /// Whether one of `names` is `maker` or owns it. No only where the whole chain is known to have a
  /// seat; who else may be tied to the names is not in the register.
  public Truth isNamed(String maker, Set<String> names) {
    if (names.contains(maker)) {
      return Truth.YES;
    }
    List<Maker> chain = chain(maker);
    if (chain.stream().anyMatch(link -> names.contains(link.name()))) {
      return Truth.YES;
    }
    return chain.isEmpty() || chain.stream().anyMatch(link -> link.seats().isEmpty())
        ? Truth.NOT_DETERMINED
        : Truth.NO;
  }

  /// Whether the seat of `maker` or of an owner is in `state`.
  public Truth isSeated(String maker, String state) {
    return chain(maker).stream()
        .map(
            link -> {
              boolean named = link.seats().contains(state);
              boolean only = named && link.seats().size() == 1;
              return link.seats().isEmpty() || (named && !only)
                  ? Truth.NOT_DETERMINED
                  : Truth.of(only);
            })
        .reduce(Truth::or)
        .orElse(Truth.NOT_DETERMINED);
  }

  /// The share of a state in `maker`, per cent, or else in the nearest owner of which it is known.
  public OptionalInt stateShare(String maker) {
    return chain(maker).stream()
        .map(Maker::stateShare)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /// Every listing that names `maker` or an owner of it.
  public List<Listing> listings(String maker) {
    List<String> chain = new ArrayList<>(List.of(maker));
    chain(maker).forEach(link -> chain.add(link.name()));
    return listings.stream().filter(listing -> chain.contains(listing.maker())).toList();
  }

  /// Number of partner governments that name `maker` or an owner; several instruments of one count
  /// once.
  public int partnerListings(String maker) {
    return (int) listings(maker).stream().map(Listing::state).distinct().count();
  }
}
