package lenswacht.report;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.separation.Agreement;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.Reach;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.SeparationMatrix.Bridge;
import lenswacht.assessment.separation.SeparationMatrix.Leak;
import lenswacht.assessment.separation.SeparationMatrix.SharedSwitch;
import lenswacht.observation.Service;
import lenswacht.report.picture.CellWords;

/// The separation matrix in words, the same for report, console and terminal.
public final class SeparationTale implements CellWords {
  private static final int MOST_SERVICES = 8;
  private static final int MOST_PORTS = 12;
  private static final int MOST_LEAKS = 24;

  private final Wording wording;

  /// Tells in `language`.
  public SeparationTale(Locale language) {
    this(new Wording(language));
  }

  SeparationTale(Wording wording) {
    this.wording = wording;
  }

  /// What it comes to: first whether the zones are apart, then what is not as it should be.
  public List<String> answers(SeparationMatrix matrix) {
    List<String> sentences = new ArrayList<>();
    sentences.add(wording.say("separation.logical." + matrix.logical().name()));
    sentences.add(wording.say("separation.physical." + matrix.physical().name()));
    matrix.bridges().forEach(bridge -> sentences.add(sentence(bridge)));
    matrix.switches().forEach(shared -> sentences.add(sentence(shared)));
    matrix.leaks().stream().limit(MOST_LEAKS).forEach(leak -> sentences.add(sentence(leak)));
    if (matrix.leaks().size() > MOST_LEAKS) {
      sentences.add(
          wording.say("separation.leaks.more", wording.number(matrix.leaks().size() - MOST_LEAKS)));
    }
    matrix.deviations().forEach(cell -> sentences.add(deviation(cell)));
    matrix.stands().stream()
        .filter(stand -> stand.zones().size() != 1)
        .forEach(stand -> sentences.add(uncounted(stand)));
    return List.copyOf(sentences);
  }

  /// The word in a cell of the matrix: what came of it, marked where it is not as it should be.
  @Override
  public String word(Cell cell) {
    String word = wording.say("reach", cell.reach());
    return cell.conformity() == Cell.Conformity.DEVIATING
        ? wording.say("separation.deviating", word)
        : word;
  }

  /// What should have come of it; empty where nobody said.
  @Override
  public Optional<String> expected(Cell cell) {
    return cell.agreed()
        .map(this::agreed)
        .or(
            () ->
                cell.norm()
                    .map(clause -> wording.say("separation.expected.norm", clause.control())));
  }

  /// What was tried in a cell, port by port.
  public List<String> details(Cell cell) {
    List<String> lines = new ArrayList<>();
    for (Cell.PortReach port : cell.ports()) {
      if (lines.size() == MOST_PORTS) {
        lines.add(
            wording.say("separation.ports.more", wording.number(cell.ports().size() - MOST_PORTS)));
        break;
      }
      if (!port.reached().isEmpty()) {
        lines.add(
            wording.say("separation.reached", String.valueOf(port.port()), named(port.reached())));
      }
      if (!port.closed().isEmpty()) {
        lines.add(
            wording.say("separation.closed", String.valueOf(port.port()), named(port.closed())));
      }
    }
    if (cell.ports().isEmpty()) {
      lines.add(wording.say("separation.meaning." + cell.reach().name()));
    }
    return lines;
  }

  /// Where each run stood, as a line.
  public List<String> stands(SeparationMatrix matrix) {
    return matrix.stands().stream()
        .map(
            stand ->
                wording.say(
                    "separation.stand",
                    wording.moment(stand.vantage().began()),
                    stand.zones().isEmpty()
                        ? wording.say("not-determined")
                        : String.join(", ", stand.zones()),
                    stand.vantage().spot().orElse(wording.say("separation.spot.none"))))
        .toList();
  }

  private String agreed(Agreement agreement) {
    String ports =
        agreement.ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return ports.isEmpty()
        ? wording.say("wanted", agreement.wanted())
        : wording.say("separation.expected.ports", ports);
  }

  private String deviation(Cell cell) {
    String expected = expected(cell).orElse(wording.say("not-determined"));
    String reached =
        cell.ports().stream()
            .filter(port -> port.reach().isReached())
            .limit(MOST_PORTS)
            .map(port -> String.valueOf(port.port()))
            .collect(Collectors.joining(", "));
    return cell.reach() == Reach.CLOSED || reached.isEmpty()
        ? wording.say(
            "separation.deviation",
            cell.from(),
            cell.to(),
            wording.say("reach", cell.reach()),
            expected)
        : wording.say("separation.deviation.ports", cell.from(), cell.to(), reached, expected);
  }

  private String sentence(Bridge bridge) {
    String legs =
        bridge.legs().entrySet().stream()
            .map(
                leg ->
                    wording.say(
                        "separation.leg",
                        leg.getKey(),
                        leg.getValue().stream()
                            .map(InetAddress::getHostAddress)
                            .collect(Collectors.joining(", "))))
            .collect(Collectors.joining("; "));
    String marks =
        bridge.joins().stream()
            .map(
                join ->
                    wording.say("mark", join.mark().kind())
                        + " ("
                        + wording.say("confidence", join.confidence())
                        + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return wording.say("separation.bridge", bridge.asset(), legs, marks);
  }

  private String sentence(SharedSwitch shared) {
    return wording.say("separation.switch", shared.name(), String.join(", ", shared.zones()));
  }

  private String sentence(Leak leak) {
    return wording.say(
        "separation.leak", leak.address().getHostAddress(), leak.zone(), leak.metIn(), leak.by());
  }

  private String uncounted(SeparationMatrix.Stand stand) {
    String when = wording.moment(stand.vantage().began());
    return stand.zones().isEmpty()
        ? wording.say("separation.stood-nowhere", when)
        : wording.say("separation.stood-twice", when, String.join(", ", stand.zones()));
  }

  private static String named(List<Service> services) {
    String named =
        services.stream()
            .limit(MOST_SERVICES)
            .map(service -> service.address().getHostAddress())
            .collect(Collectors.joining(", "));
    return services.size() > MOST_SERVICES ? named + " …" : named;
  }
}
