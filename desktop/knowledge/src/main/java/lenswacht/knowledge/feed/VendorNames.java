package lenswacht.knowledge.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.MakerRegister;

/// Which maker of the register a feed means by the name of a vendor.
final class VendorNames {
  private static final int LONGEST = 200;
  private static final Pattern FORM =
      Pattern.compile(
          " (?:inc|ltd|co|corp|corporation|gmbh|ag|ab|llc|company|limited|technology|technologies"
              + "|systems|electronics|communications|international|digital|security|vision|kg)$");

  private final Map<String, String> makers = new HashMap<>();

  /// @param register whose spelling counts
  VendorNames(MakerRegister register) {
    for (Maker maker : register.makers()) {
      makers.put(plain(maker.name()), maker.name());
    }
    for (String line : aliases().split("\n")) {
      String[] cells = line.split(",", 2);
      if (cells.length == 2 && !line.startsWith("#")) {
        String maker = cells[1].strip();
        if (register.maker(maker).isEmpty()) {
          throw new IllegalStateException("vendors.csv: there is no maker '" + maker + "'");
        }
        makers.put(plain(cells[0]), maker);
      }
    }
  }

  private static String aliases() {
    try (InputStream in =
        VendorNames.class.getResourceAsStream("/lenswacht/knowledge/feed/vendors.csv")) {
      if (in == null) {
        throw new IllegalStateException("vendors.csv is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("vendors.csv cannot be read", e);
    }
  }

  /// The maker that `vendor` names, with or without the legal form of the firm.
  Optional<String> maker(String vendor) {
    if (vendor.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(vendor);
    String shorter = plain;
    do {
      plain = shorter;
      String known = makers.get(plain);
      if (known != null) {
        return Optional.of(known);
      }
      shorter = FORM.matcher(plain).replaceFirst("");
    } while (!shorter.equals(plain));
    return Optional.empty();
  }

  /// Lower case without accents; every run of other signs is one blank.
  private static String plain(String text) {
    return Normalizer.normalize(text.replace("\u00c3\u00bc", "u"), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }
}
