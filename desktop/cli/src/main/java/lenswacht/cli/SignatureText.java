package lenswacht.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.casefile.Wordbook;
import lenswacht.observation.OctetRange;
import lenswacht.report.sign.SignatureAudit;

/// What came of verifying signatures, in words.
final class SignatureText {
  private final Wordbook words;

  SignatureText(Locale language) {
    this.words = new Wordbook("lenswacht.cli.signature", language);
  }

  List<String> of(String file, List<SignatureAudit> audits) {
    if (audits.isEmpty()) {
      return List.of(say("none", file));
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < audits.size(); i++) {
      lines.addAll(of(file, i + 1, audits.get(i)));
    }
    return lines;
  }

  private List<String> of(String file, int number, SignatureAudit audit) {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (audit.form()) {
          case EMBEDDED -> say("embedded", number, file);
          case DETACHED -> say("detached", file);
        });
    for (SignatureAudit.Fault fault : audit.faults()) {
      String where =
          fault.where().stream().map(OctetRange::toString).collect(Collectors.joining(", "));
      lines.add("  " + say("fault." + fault.kind().name().toLowerCase(Locale.ROOT)));
      if (!where.isEmpty()) {
        lines.add("    " + say("where", where));
      }
      lines.add("    " + say("why." + fault.why(), fault.detail()));
    }
    if (audit.faults().isEmpty()) {
      lines.add("  " + say("holds"));
    }
    Optional<SignatureAudit.Who> signer = audit.signer();
    if (signer.isPresent()) {
      lines.add("  " + say("signer", signer.get().subject(), signer.get().algorithm()));
      lines.add("  " + say("certificate", signer.get().sha256().hex(), signer.get().issuer()));
      lines.add("  " + say(vouching(audit.vouching())));
      lines.add(
          "  "
              + say(
                  validity(audit.certificate()),
                  audit.claimedAt().map(String::valueOf).orElse(say("no-time")),
                  signer.get().from(),
                  signer.get().until()));
    }
    return lines;
  }

  private static String vouching(SignatureAudit.Vouching vouching) {
    return switch (vouching) {
      case VOUCHED_FOR -> "vouched";
      case BY_NONE_OF_THESE -> "vouched.none";
      case NOT_DETERMINED -> "vouched.unknown";
    };
  }

  private static String validity(SignatureAudit.Validity validity) {
    return switch (validity) {
      case VALID -> "valid";
      case EXPIRED_SINCE -> "valid.expired-since";
      case EXPIRED_BEFORE -> "valid.expired-before";
      case NOT_YET -> "valid.not-yet";
      case NOT_DETERMINED -> "valid.unknown";
    };
  }

  private String say(String key, Object... parameters) {
    return words.say(key, parameters);
  }
}
