package lenswacht.casefile.log;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The forms of logs that are read.
public enum LogFormat {
  /// Query log of BIND.
  BIND,
  /// Log of dnsmasq with `log-queries`.
  DNSMASQ,
  /// Log of Unbound with `log-queries` or `log-replies`.
  UNBOUND,
  /// Debug log of the DNS server of Windows.
  WINDOWS_DNS,
  /// Access log of Squid in its own form.
  SQUID,
  /// Log of Zeek in columns: dns, ssl, http, conn.
  ZEEK,
  /// Log of Zeek as JSON, a line each.
  ZEEK_JSON,
  /// Columns under a heading, separated by commas, semicolons or tabs.
  CSV;

  /// The word for it: `windows-dns`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The form that `word` stands for.
  public static Optional<LogFormat> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /// A reader of such lines, at its first line.
  LineShape shape() {
    return switch (this) {
      case BIND -> new BindLine();
      case DNSMASQ -> new DnsmasqLine();
      case UNBOUND -> new UnboundLine();
      case WINDOWS_DNS -> new WindowsDnsLine();
      case SQUID -> new SquidLine();
      case ZEEK -> new ZeekLine();
      case ZEEK_JSON -> new ZeekJsonLine();
      case CSV -> new CsvLine();
    };
  }
}
