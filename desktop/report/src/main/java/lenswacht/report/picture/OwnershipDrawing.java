package lenswacht.report.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.fingerprint.Confidence;
import lenswacht.knowledge.Age;
import lenswacht.knowledge.Jurisdiction;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.MakerRegister;
import lenswacht.knowledge.Ownership;
import lenswacht.knowledge.Verified;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;
import lenswacht.report.picture.Sketch.Block;
import lenswacht.report.picture.Sketch.Type;

/// Who is behind a label, as a picture: from the label down to the maker and to whoever owns it, to
/// the right the state of each seat, below what is stated on the law of that state. Every arrow
/// bears its source, day and how sure it is; broken where it is a hint or was not verified, a
/// hatched box where it is not determined.
public final class OwnershipDrawing {
  private static final double WIDTH = 660;
  private static final double LEFT = 8;
  private static final double FIRM = 220;
  private static final double STATE = 150;
  private static final double PAD = 10;
  private static final double GAP = 14;
  private static final int WHOLE = 100;
  private static final double SPINE = LEFT + 24;

  private final Provenance provenance;
  private final MakerRegister register;
  private final LocalDate onDay;
  private final PictureWords words;
  private final List<String> told = new ArrayList<>();
  private final Sketch sketch = new Sketch();

  /// A statement that an arrow stands for.
  ///
  /// @param source where it was read, with its day and how well
  private record Said(String source, boolean isSure) {}

  /// @param register who owns whom
  /// @param onDay for the age of sources
  public OwnershipDrawing(
      Provenance provenance, MakerRegister register, LocalDate onDay, PictureWords words) {
    this.provenance = provenance;
    this.register = register;
    this.onDay = onDay;
    this.words = words;
  }

  /// The picture; the keys of its spots are `told-` and the number of a sentence that it tells.
  public Drawing drawing() {
    told.clear();
    List<Maker> chain = provenance.maker().map(register::chain).orElse(List.of());
    double y = firm(6, "label", provenance.label(), List.of(), labelSentence());
    y = down(y, seen());
    if (chain.isEmpty()) {
      String sentence =
          provenance
              .maker()
              .map(maker -> words.say("ownership.not-in-edition", "maker", maker))
              .orElse(words.say("ownership.maker-open"));
      y = firm(y, "maker", provenance.maker(), List.of(), sentence);
      y = down(y, new Said(words.say("ownership.no-source"), false));
      y = firm(y, "owner", Optional.empty(), List.of(), words.say("ownership.owner-open"));
    }
    for (int at = 0; at < chain.size(); at++) {
      y = link(chain, at, y);
    }
    y = laws(chain, y + GAP);
    y = legend(y + GAP);
    return new Drawing(title(), WIDTH, y + 6, sketch.shapes(), told);
  }

  private String title() {
    return provenance
        .label()
        .or(provenance::maker)
        .map(name -> words.say("ownership.title", "name", name))
        .orElse(words.say("ownership.title-open"));
  }

  /// A firm of the chain, its seat, who holds a part of it, and the arrow to who decides over it.
  private double link(List<Maker> chain, int at, double top) {
    Maker link = chain.get(at);
    Optional<Ownership> above =
        register.owners(link.name()).stream().filter(Ownership::controls).findFirst();
    List<String> more = new ArrayList<>();
    if (!link.owner().isEmpty()
        && !link.owner().equals(link.name())
        && above.map(Ownership::owner).filter(link.owner()::equals).isEmpty()) {
      more.add(words.say("ownership.firm", "firm", link.owner()));
    }
    if (link.stateShare().isPresent()) {
      more.add(words.say("ownership.state-share", "share", link.stateShare().getAsInt()));
    }
    double bottom =
        firm(top, at == 0 ? "maker" : "owner", Optional.of(link.name()), more, linkSentence(link));
    double seats = seats(link, top, bottom);
    double y = Math.max(bottom, seats);
    if (y > bottom) {
      sketch.add(Shape.line(SPINE, bottom, SPINE, y, Ink.TEXT, 1.5));
    }
    for (Ownership part : register.owners(link.name())) {
      if (!part.controls()) {
        y = holder(part, y);
      }
    }
    if (at + 1 < chain.size()) {
      Ownership owned = above.orElseThrow();
      String held = words.say("ownership.held", "share", share(owned));
      return down(y, said(held, owned.source(), owned.date(), owned.status()));
    }
    if (link.stateShare().orElse(0) == WHOLE) {
      return y;
    }
    y = down(y, new Said(words.say("ownership.no-source"), false));
    return firm(y, "owner", Optional.empty(), List.of(), words.say("ownership.end"));
  }

  /// A box with a caption and a name; hatched where there is no name. Gives where it ends.
  private double firm(
      double top, String caption, Optional<String> name, List<String> more, String sentence) {
    double inner = FIRM - 2 * PAD;
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.of(words.say("ownership." + caption), Type.SMALL, inner));
    blocks.add(Block.of(name.orElse(words.say("level.not-determined")), Type.STRONG, inner));
    more.forEach(line -> blocks.add(Block.of(line, Type.SMALL, inner)));
    return box(LEFT, top, FIRM, blocks, name.isPresent(), sentence);
  }

  private double box(
      double x, double top, double width, List<Block> blocks, boolean isKnown, String sentence) {
    double height = Sketch.height(blocks) + 2 * PAD;
    if (isKnown) {
      sketch.add(new Shape.Box(x, top, width, height, Ink.SOFT, Ink.LINE, false));
    } else {
      sketch.unknown(x, top, width, height);
    }
    sketch.write(x + PAD, top + PAD - 2, blocks);
    if (!told.contains(sentence)) {
      told.add(sentence);
    }
    sketch.add(new Shape.Spot(x, top, width, height, "told-" + told.indexOf(sentence), sentence));
    return top + height;
  }

  /// An arrow downwards with its source beside it; gives where it ends.
  private double down(double top, Said said) {
    Block source = Block.of(said.source(), Type.SMALL, WIDTH - SPINE - 24);
    double height = source.height() + 14;
    sketch.arrow(SPINE, top, SPINE, top + height, !said.isSure());
    sketch.write(SPINE + 14, top + 6, List.of(source));
    return top + height;
  }

  /// An arrow to each state of a seat, with the source above it; gives where it ends.
  private double seats(Maker link, double top, double bottom) {
    double from = LEFT + FIRM;
    double to = WIDTH - LEFT - STATE;
    Said said = said(words.say("ownership.seat"), link.source(), link.date(), link.status());
    Block source = Block.of(said.source(), Type.SMALL, to - from - 22);
    double turn = to - 10;
    double line = Math.min(bottom, top + 20);
    sketch.write(from + 8, line + 3, List.of(source));
    double y = top;
    List<String> seats = link.seats().isEmpty() ? List.of("") : link.seats();
    sketch.add(
        new Shape.Path(List.of(from, line, turn, line), Ink.TEXT, 1.5, !said.isSure(), Ink.NONE));
    for (String seat : seats) {
      String name = seat.isEmpty() ? words.say("level.not-determined") : state(seat);
      List<Block> blocks =
          List.of(
              Block.of(words.say("ownership.state"), Type.SMALL, STATE - 2 * PAD),
              Block.of(name, Type.STRONG, STATE - 2 * PAD));
      double end = box(to, y, STATE, blocks, !seat.isEmpty(), seatSentence(link));
      if (y > line) {
        sketch.add(Shape.line(turn, line, turn, y + 20, Ink.TEXT, 1.5));
      }
      sketch.arrow(turn, y == top ? line : y + 20, to, y == top ? line : y + 20, !said.isSure());
      y = end + 6;
    }
    return Math.max(y - 6, line + 3 + source.height());
  }

  /// Who holds a part and does not decide.
  private double holder(Ownership part, double top) {
    String owner = part.owner() + share(part);
    Said said = said(words.say("ownership.part-held"), part.source(), part.date(), part.status());
    double width = FIRM - 30;
    List<Block> blocks =
        List.of(
            Block.of(words.say("ownership.holder"), Type.SMALL, width - 2 * PAD),
            Block.of(owner, Type.STRONG, width - 2 * PAD));
    String sentence =
        words.say(
            "ownership.told.holder",
            "owner",
            owner,
            "maker",
            part.maker(),
            "source",
            said.source());
    double bottom = box(LEFT + 40, top + GAP, width, blocks, true, sentence);
    double middle = top + GAP + 20;
    sketch.arrow(SPINE, middle, LEFT + 40, middle, !said.isSure());
    Block source = Block.of(said.source(), Type.SMALL, WIDTH - (LEFT + 40 + width) - 20);
    double written = sketch.write(LEFT + 48 + width, top + GAP + 4, List.of(source));
    double end = Math.max(bottom, written) + 4;
    sketch.add(Shape.line(SPINE, top, SPINE, end, Ink.TEXT, 1.5));
    return end;
  }

  /// What is stated on the law of each state, and on its programmes.
  private double laws(List<Maker> chain, double top) {
    Set<String> states =
        chain.stream()
            .flatMap(link -> link.seats().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    double y = top;
    for (String state : states) {
      List<Jurisdiction> stated =
          register.jurisdictions().stream().filter(said -> said.state().equals(state)).toList();
      if (stated.isEmpty()) {
        y = law(state, Optional.empty(), y) + 8;
      }
      for (Jurisdiction said : stated) {
        y = law(state, Optional.of(said), y) + 8;
      }
    }
    return y;
  }

  private double law(String state, Optional<Jurisdiction> stated, double top) {
    double own = 116;
    double from = LEFT + own;
    double to = 316;
    double wide = WIDTH - LEFT - to;
    String text =
        stated
            .map(said -> words.language().getLanguage().equals("nl") ? said.nl() : said.en())
            .orElse(words.say("ownership.no-statement"));
    Said said =
        stated
            .map(
                it ->
                    said(
                        words.word("ownership.criterion", it.criterion()),
                        it.source(),
                        it.date(),
                        it.status().equals("read") ? Verified.READ : Verified.SECONDARY))
            .orElse(new Said(words.say("ownership.no-source"), false));
    String sentence =
        words.say(
            "ownership.told.law", "state", state(state), "text", text, "source", said.source());
    Block name = Block.of(state(state), Type.STRONG, own - 2 * PAD);
    Block source = Block.of(said.source(), Type.SMALL, to - from - 24);
    List<Block> law = List.of(Block.of(text, Type.PLAIN, wide - 2 * PAD));
    double left = box(LEFT, top, own, List.of(name), true, sentence);
    double right = box(to, top, wide, law, stated.isPresent(), sentence);
    sketch.arrow(from, top + 12, to, top + 12, !said.isSure());
    double written = sketch.write(from + 8, top + 15, List.of(source));
    return Math.max(written, Math.max(left, right));
  }

  private double legend(double top) {
    sketch.arrow(LEFT, top + 8, LEFT + 34, top + 8, false);
    double x = LEFT + 42;
    x = legend(x, top, "ownership.legend.sourced") + 20;
    sketch.arrow(x, top + 8, x + 34, top + 8, true);
    x = legend(x + 42, top, "ownership.legend.unverified") + 20;
    sketch.add(new Shape.Box(x, top + 2, 26, 13, Ink.GROUND, Ink.MUTED, true));
    legend(x + 34, top, "level.not-determined");
    return top + 20;
  }

  private double legend(double x, double top, String key) {
    Block block = Block.of(words.say(key), Type.SMALL, 240);
    sketch.write(x, top + 1, List.of(block));
    return x + block.width();
  }

  private Said seen() {
    if (provenance.confidence().isEmpty()) {
      return new Said(words.say("ownership.nothing-says"), false);
    }
    Confidence confidence = provenance.confidence().get();
    List<String> parts = new ArrayList<>();
    parts.add(words.word("ownership.confidence", confidence));
    parts.add(
        provenance.fromList()
            ? words.say("ownership.from-list")
            : words.say(
                "ownership.signs",
                "signs",
                provenance.signs().stream()
                    .map(sign -> words.word("ownership.sign", sign))
                    .collect(Collectors.joining(", "))));
    provenance.day().ifPresent(day -> parts.add(day.toString()));
    return new Said(String.join("; ", parts), confidence != Confidence.HINT);
  }

  private Said said(String what, String source, String date, Verified read) {
    List<String> parts = new ArrayList<>(List.of(what + ": " + source, date));
    parts.add(words.word("ownership.read", read));
    if (Age.isOverAYear(date, onDay)) {
      parts.add(words.say("ownership.over-a-year"));
    }
    return new Said(String.join("; ", parts), read != Verified.GENERAL);
  }

  private String labelSentence() {
    String open = words.say("level.not-determined");
    return words.say(
        "ownership.told.label",
        "label",
        provenance.label().orElse(open),
        "maker",
        provenance.maker().orElse(open),
        "source",
        seen().source());
  }

  private String linkSentence(Maker link) {
    return register.owners(link.name()).stream()
        .filter(Ownership::controls)
        .findFirst()
        .map(
            owned ->
                words.say(
                    "ownership.told.owner",
                    "maker",
                    link.name(),
                    "owner",
                    owned.owner() + share(owned),
                    "source",
                    said(
                            words.say("ownership.source"),
                            owned.source(),
                            owned.date(),
                            owned.status())
                        .source()))
        .orElse(
            words.say(
                link.stateShare().orElse(0) == WHOLE
                    ? "ownership.told.state"
                    : "ownership.told.end",
                "maker",
                link.name()));
  }

  private String seatSentence(Maker link) {
    String seats =
        link.seats().isEmpty()
            ? words.say("level.not-determined")
            : link.seats().stream().map(this::state).collect(Collectors.joining(", "));
    String share =
        link.stateShare().isPresent()
            ? " " + words.say("ownership.told.share", "share", link.stateShare().getAsInt())
            : "";
    return words.say(
            "ownership.told.seat",
            "maker",
            link.name(),
            "seats",
            seats,
            "source",
            said(words.say("ownership.source"), link.source(), link.date(), link.status()).source())
        + share;
  }

  private static String share(Ownership owned) {
    return owned.share().isPresent() ? " (" + owned.share().getAsInt() + " %)" : "";
  }

  private String state(String code) {
    String name = Locale.of("", code).getDisplayCountry(words.language());
    return name.equals(code) ? code : name + " (" + code + ")";
  }
}
