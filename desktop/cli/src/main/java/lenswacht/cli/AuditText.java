package lenswacht.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.casefile.BundleAudit;
import lenswacht.casefile.CaseAudit;
import lenswacht.casefile.ContentAudit;
import lenswacht.casefile.ErasureCertificate;
import lenswacht.casefile.Wordbook;
import lenswacht.observation.JournalAudit;
import lenswacht.observation.JournalEvent;

/// What came of verifying, in words.
final class AuditText {
  private static final int MOST_NAMED = 40;

  private final Wordbook words;

  AuditText(Locale language) {
    this.words = new Wordbook("lenswacht.cli.verify", language);
  }

  List<String> of(CaseAudit audit, boolean isCase) {
    List<String> lines = new ArrayList<>();
    for (CaseAudit.OneJournal one : audit.journals()) {
      if (isCase) {
        lines.add(say("journal", one.number(), one.device()));
      }
      lines.addAll(of(one.audit()));
      one.index().forEach(trouble -> lines.add(say("index", trouble)));
      if (isCase && one.audit().unread() > one.audit().lost().size()) {
        lines.add(say("keys", one.audit().unread()));
      }
    }
    if (audit.journals().isEmpty()) {
      lines.add(say("empty"));
    }
    if (isCase) {
      lines.addAll(of(audit.content()));
    }
    if (!audit.findings().isEmpty()) {
      lines.add(say("findings", audit.findings().size()));
      audit.findings().stream()
          .limit(MOST_NAMED)
          .forEach(lost -> lines.add("  " + lost.address() + " " + lost.rule()));
    } else if (isCase && !audit.isWhole()) {
      lines.add(say("no-findings"));
    }
    return lines;
  }

  List<String> of(BundleAudit audit) {
    List<String> lines = new ArrayList<>();
    audit.faults().stream()
        .limit(MOST_NAMED)
        .forEach(
            fault ->
                lines.add(
                    say(
                        "bundle.fault." + fault.kind().name().toLowerCase(Locale.ROOT),
                        fault.where())));
    if (audit.isWhole()) {
      lines.add(say("bundle.whole", audit.parts(), audit.acts()));
    }
    audit.console().ifPresent(key -> lines.add(say("bundle.signed", key.hex())));
    return lines;
  }

  List<String> of(ErasureCertificate certificate) {
    Optional<ErasureCertificate.Told> told = certificate.verified();
    if (told.isEmpty()) {
      return List.of(say("erasure.broken"));
    }
    ErasureCertificate.Told all = told.get();
    List<String> lines = new ArrayList<>();
    lines.add(say("erasure.whole", all.site(), all.at(), all.by(), all.reason()));
    lines.add(say("erasure.case", all.file(), all.octets(), all.sha256()));
    all.journals().forEach(head -> lines.add(say("erasure.journal", head)));
    lines.add(say("erasure.custody", all.custody()));
    lines.add(say("erasure.retention", all.retention()));
    lines.add(say("erasure.limits"));
    lines.add(say("bundle.signed", certificate.console()));
    return lines;
  }

  /// Of a case that something else is compared with.
  List<String> ofCaseItself(ContentAudit content) {
    List<String> lines = new ArrayList<>(List.of(say("against.case")));
    of(content).forEach(line -> lines.add("  " + line));
    return lines;
  }

  private List<String> of(ContentAudit content) {
    List<String> lines = new ArrayList<>();
    content.faults().stream()
        .limit(MOST_NAMED)
        .forEach(fault -> lines.add(say(word(fault.kind()), fault.where())));
    if (content.faults().size() > MOST_NAMED) {
      lines.add(say("content.more", content.faults().size() - MOST_NAMED));
    }
    if (content.isWhole()) {
      String keys =
          content.keys().stream().map(key -> key.sha256().hex()).collect(Collectors.joining(", "));
      lines.add(say("content.whole", content.rows()));
      lines.add(
          content.acts() == 0 ? say("content.no-acts") : say("content.acts", content.acts(), keys));
    }
    lines.add(
        switch (content.sums()) {
          case COMPARED -> say("content.sums");
          case OLDER -> say("content.sums.older");
          case ABSENT -> say("content.sums.absent");
        });
    if (!content.unsigned().isEmpty() && content.acts() > 0) {
      lines.add(say("content.unsigned", content.unsigned().size()));
    }
    return lines;
  }

  private static String word(ContentAudit.Kind kind) {
    return switch (kind) {
      case CHANGED -> "content.fault.changed";
      case MISSING -> "content.fault.missing";
      case STRANGE -> "content.fault.strange";
      case SEALS -> "content.fault.seals";
      case CUSTODY -> "content.fault.custody";
      case SIGNATURE -> "content.fault.signature";
      case STORAGE -> "content.fault.storage";
      case FILE -> "content.fault.file";
    };
  }

  private List<String> of(JournalAudit audit) {
    List<String> lines = new ArrayList<>();
    String keys =
        audit.devices().stream().map(key -> key.sha256().hex()).collect(Collectors.joining(", "));
    lines.add(
        audit
            .broken()
            .map(here -> say("broken", here.line(), say(word(here.fault()))))
            .orElseGet(() -> say("whole", audit.lines())));
    if (!keys.isEmpty()) {
      lines.add(say("signed", keys));
    }
    if (audit.clear() > 0) {
      lines.add(say("clear", audit.clear()));
    }
    lines.add(say(audit.isClosed() ? "closed" : "open"));
    if (audit.tornTail() > 0) {
      lines.add(say("torn", audit.tornTail()));
    }
    if (!audit.lost().isEmpty()) {
      lines.add(audit.lost().size() == 1 ? say("lost.one") : say("lost", audit.lost().size()));
      audit.lost().stream().limit(MOST_NAMED).forEach(one -> lines.add("  " + told(one)));
    }
    return lines;
  }

  private static String word(JournalAudit.Fault fault) {
    return switch (fault) {
      case NO_HASH -> "fault.no-hash";
      case HASH -> "fault.hash";
      case SIGNATURE -> "fault.signature";
      case MISSING -> "fault.missing";
      case LINE_FEED -> "fault.line-feed";
      case SHAPE -> "fault.shape";
    };
  }

  private String told(JournalAudit.Lost one) {
    return one.event()
        .map(event -> say("lost.told", one.line(), told(event)))
        .orElseGet(() -> say("lost.unknown", one.line()));
  }

  private static String told(JournalEvent event) {
    String kind = event.getClass().getSimpleName();
    return switch (event) {
      case JournalEvent.Probed probed -> kind + " " + probed.probe() + " " + probed.service();
      case JournalEvent.Heard heard -> kind + " " + heard.by() + " " + heard.service();
      case JournalEvent.Asking asking -> kind + " " + asking.probe() + " " + asking.service();
      default -> kind;
    };
  }

  private String say(String key, Object... parameters) {
    return words.say(key, parameters);
  }
}
