package lenswacht.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A banner and recorded replies to bytes: FTP, SSH, Telnet and the makers' own protocols. FTP and
/// Telnet go as far as refusing a password.
final class PlainConversation implements Conversation {
  private static final int MOST_TURNS = 40;
  private static final Pattern ASKS_FOR_NAME =
      Pattern.compile("(?i)(login|username|password)\\s*(->|:)?\\s*$");
  private static final Pattern TELNET_OPTION = Pattern.compile("\\xff[\\xfb-\\xfe].");

  private enum Step {
    CONTINUE,
    END
  }

  @Override
  public void hold(Line line) throws IOException {
    SimulatedService service = line.service();
    if (service.kind().equals("trap")) {
      line.ledger().flag(Flag.TRAP_TOUCHED);
      return;
    }
    byte[] banner = Placeholders.of(line.resident()).fill(service.banner());
    if (banner.length > 0) {
      line.say(banner);
    }
    if (service.closesAfterBanner()) {
      return;
    }
    TelnetDoor door = new TelnetDoor(new String(banner, StandardCharsets.ISO_8859_1));
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      String heard = line.hear(4096);
      if (heard.isEmpty()) {
        return;
      }
      line.ledger().request(service, heard.substring(0, Math.min(60, heard.length())));
      Optional<Exchange> exchange =
          service.exchanges().stream().filter(e -> e.match().answersBytes(heard)).findFirst();
      if (exchange.isPresent()) {
        line.say(Placeholders.of(line.resident()).fill(exchange.get().reply().bytes()));
      } else if (service.kind().equals("ssh")) {
        return;
      } else if (service.kind().equals("ftp")) {
        if (refuseFtp(line, heard.strip().toUpperCase(Locale.ROOT)) == Step.END) {
          return;
        }
      } else {
        door.answer(line, heard);
      }
    }
  }

  private static Step refuseFtp(Line line, String command) throws IOException {
    if (command.startsWith("USER")) {
      say(line, "331 Password required.\r\n");
    } else if (command.startsWith("PASS")) {
      line.ledger().flag(Flag.LOGIN);
      say(line, "530 Login incorrect.\r\n");
    } else if (command.startsWith("QUIT")) {
      say(line, "221 Goodbye.\r\n");
      return Step.END;
    } else if (!command.isEmpty()) {
      say(line, "530 Please login with USER and PASS.\r\n");
    }
    return Step.CONTINUE;
  }

  private static void say(Line line, String text) throws IOException {
    line.say(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// A terminal that asks for a name and a password and believes neither.
  private static final class TelnetDoor {
    private final boolean asks;
    private boolean wantsPassword;

    TelnetDoor(String banner) {
      String end = banner.strip();
      String tail = end.substring(Math.max(0, end.length() - 14));
      asks = BoundedSearch.finds(ASKS_FOR_NAME, tail);
      wantsPassword = tail.toLowerCase(Locale.ROOT).contains("assword");
    }

    void answer(Line line, String heard) throws IOException {
      String typed = TELNET_OPTION.matcher(heard).replaceAll("").strip().replace("\0", "");
      if (!asks || typed.isEmpty()) {
        return;
      }
      if (wantsPassword) {
        line.ledger().flag(Flag.LOGIN);
        wantsPassword = false;
        say(line, "\r\nLogin incorrect\r\nlogin: ");
      } else {
        wantsPassword = true;
        say(line, "\r\nPassword: ");
      }
    }
  }
}
