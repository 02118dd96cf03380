package lenswacht.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.RatedAsset;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.OnSiteVisit;
import lenswacht.casefile.Received;
import lenswacht.link.Cable;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.DeviceCard;
import lenswacht.link.Identity;
import lenswacht.link.LinkAddress;
import lenswacht.link.OrderReply;
import lenswacht.link.PairedPeers;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;

/// The practice building and the device of a demo, each a process of its own, and the console's
/// side of the visit. Keys and journal lie in the demo's folder; nothing else on this computer is
/// touched.
final class DemoStage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern LOW_PORTS = Pattern.compile("low-ports-at (\\d+)");

  private final Path out;
  private final PrintWriter err;
  private final Child building;
  private final Child device;
  private final LinkAddress address;

  private DemoStage(Path out, PrintWriter err, Child building, Child device, LinkAddress address) {
    this.out = out;
    this.err = err;
    this.building = building;
    this.device = device;
    this.address = address;
  }

  /// Starts building and device.
  ///
  /// @param buildingFile a building file, empty for the practice building
  /// @param base loopback addresses for the building
  static DemoStage open(Path out, String buildingFile, String base, PrintWriter err)
      throws IOException, CommandException, InterruptedException {
    Child building =
        Child.start(
            "practice building", Program.SIMULATOR, Map.of(), simulate(out, buildingFile, base));
    try {
      String ready = building.await("ready", PATIENCE);
      err.println("building:    " + ready);
      Matcher lowPorts = LOW_PORTS.matcher(ready);
      String shift = lowPorts.find() ? lowPorts.group(1) : "0";
      Child device =
          Child.start(
              "device agent",
              Program.AGENT,
              Map.of(),
              List.of(
                  "serve",
                  "--listen",
                  "tcp:127.0.0.1:0",
                  "--home",
                  out.resolve("device").toString(),
                  "--panel",
                  "none",
                  "--low-ports-at",
                  shift));
      String listening = device.await("listening ", PATIENCE).substring("listening ".length());
      err.println("device:      listens on " + listening + ", panel without lamps");
      return new DemoStage(out, err, building, device, LinkAddress.parse(listening));
    } catch (IOException | CommandException | InterruptedException | RuntimeException failed) {
      building.close();
      throw failed;
    }
  }

  private static List<String> simulate(Path out, String buildingFile, String base) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--base",
                base,
                "--low-ports-at",
                "auto",
                "--map",
                out.resolve("building.csv").toString(),
                "--stats",
                out.resolve("building-stats.json").toString(),
                "--until-stdin-closes"));
    if (!buildingFile.isEmpty()) {
      arguments.addAll(List.of("--building", buildingFile));
    }
    return arguments;
  }

  /// Pairs, orders, follows and receives.
  void visit(CaseFile kept) throws Exception {
    Identity console = Identity.ofConsole(out.resolve("console"), "console");
    PairedPeers peers = PairedPeers.open(out.resolve("console"));
    pair(console, peers);
    SignedMandate mandate = mandate(kept.site(), console);
    try (OnSiteVisit visit = OnSiteVisit.begin(kept, Cables.open(address), console, peers)) {
      switch (visit.order(mandate)) {
        case OrderReply.Refused(String why, String detail) ->
            throw new CommandException(ExitCode.REFUSED, "refused (" + why + "): " + detail);
        case OrderReply.Accepted(String run) -> err.println("mandate:     accepted, scan " + run);
      }
      visit.follow(new ProgressLines(err));
      Received received = visit.receive();
      err.println(
          "journal:     " + received.totalLines() + " lines, the chain is whole; nothing was lost");
    }
  }

  private void pair(Identity console, PairedPeers peers) throws Exception {
    try (Cable cable = Cables.open(address)) {
      DeviceCard card = ConsoleLink.pair(cable, console, peers, this::isSameOnDevice);
      err.println("paired:      with " + card.id());
    }
  }

  /// Does what a person does: reads the digits on the device, compares, and presses its right key.
  private boolean isSameOnDevice(String digits) {
    try {
      String shown = device.await("PANEL needs-human", PATIENCE).replaceAll("[^0-9]", "");
      boolean same = shown.equals(digits);
      err.println("pairing:     console shows " + digits + ", device shows " + shown);
      device.say(same ? "R" : "L");
      return same;
    } catch (IOException | CommandException failed) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private SignedMandate mandate(String site, Identity console)
      throws IOException, GeneralSecurityException {
    Instant now = InstantSource.system().instant();
    Mandate mandate =
        new Mandate(
            "DEMO-1",
            site,
            "Practice only",
            new ScanScope(ranges(), List.of()),
            now.minusSeconds(1),
            now.plus(Duration.ofHours(1)),
            Intrusiveness.ASK,
            10_000,
            true);
    SignedMandate signed = SignedMandate.sign(mandate, console.privateKey(), console.publicKey());
    Files.writeString(out.resolve("practice.mandate"), signed.text());
    return signed;
  }

  /// The /24 blocks in which the building has machines.
  private List<AddressRange> ranges() throws IOException {
    return map().keySet().stream()
        .map(host -> host.substring(0, host.lastIndexOf('.')) + ".0/24")
        .distinct()
        .map(AddressRange::parse)
        .toList();
  }

  /// The question sheet of the practice building, with the building's addresses filled in.
  Path answers() throws IOException {
    Map<String, String> addresses = new HashMap<>();
    map().forEach((address, row) -> addresses.put(row.getOrDefault("id", ""), address));
    Path sheet = out.resolve("answers.csv");
    try (InputStream bundled =
            Objects.requireNonNull(DemoStage.class.getResourceAsStream("practice-answers.csv"));
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(bundled);
        CsvWriter filled = CsvWriter.builder().build(sheet)) {
      filled.writeRecord("address", "field", "value");
      for (NamedCsvRecord row : csv) {
        String host = row.getField("host");
        if (host.isEmpty() || addresses.containsKey(host)) {
          filled.writeRecord(
              addresses.getOrDefault(host, ""), row.getField("field"), row.getField("value"));
        }
      }
    }
    return sheet;
  }

  /// Says how the identifications compare with what the building knows of itself.
  void compare(Assessment assessment) throws IOException {
    Map<String, Map<String, String>> truth = map();
    int video = 0;
    int found = 0;
    int maker = 0;
    for (Map.Entry<String, Map<String, String>> host : truth.entrySet()) {
      if (List.of("camera", "recorder", "encoder", "doorbell")
          .contains(host.getValue().get("kind"))) {
        video++;
        Optional<RatedAsset> rated =
            assessment.assets().stream()
                .filter(asset -> asset.address().equals(host.getKey()))
                .filter(asset -> asset.identification().identity().kind().isVideo())
                .findFirst();
        found += rated.isPresent() ? 1 : 0;
        maker +=
            rated
                    .flatMap(asset -> asset.identification().identity().maker())
                    .filter(name -> name.equals(host.getValue().get("maker")))
                    .isPresent()
                ? 1
                : 0;
      }
    }
    err.printf(
        "compared:    of %d cameras, recorders, encoders and doorbells in the building %d were"
            + " found, %d with their true maker%n",
        video, found, maker);
  }

  /// What the building says of itself, by address.
  private Map<String, Map<String, String>> map() throws IOException {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(out.resolve("building.csv"))) {
      csv.forEach(row -> rows.put(row.getField("address"), row.getFieldsAsMap()));
    }
    return rows;
  }

  @Override
  public void close() {
    device.close();
    building.close();
  }
}
