package lenswacht.casefile.log;

import java.nio.charset.StandardCharsets;

/// Where the parts of one line stand. Used again for every line.
final class Fields {
  /// Most octets that a time takes.
  static final int LONGEST_TIME = 40;

  private static final int LONGEST_CLIENT = 64;
  private static final int LONGEST_ANSWERS = 2048;
  private static final byte[] NOTHING = {};

  private byte[] nameIn = NOTHING;
  private int nameFrom;
  private int nameTo;
  private byte[] clientIn = NOTHING;
  private int clientFrom;
  private int clientTo;
  private byte[] timeIn = NOTHING;
  private int timeFrom;
  private int timeTo;
  private byte[] answersIn = NOTHING;
  private int answersFrom;
  private int answersTo;

  void name(byte[] text, int from, int to) {
    nameIn = text;
    nameFrom = from;
    nameTo = to;
  }

  void client(byte[] text, int from, int to) {
    clientIn = text;
    clientFrom = from;
    clientTo = Math.min(to, from + LONGEST_CLIENT);
  }

  void time(byte[] text, int from, int to) {
    timeIn = text;
    timeFrom = from;
    timeTo = Math.max(from, Math.min(to, from + LONGEST_TIME));
  }

  /// The addresses that a name was answered with, separated by commas.
  void answers(byte[] text, int from, int to) {
    answersIn = text;
    answersFrom = from;
    answersTo = Math.min(to, from + LONGEST_ANSWERS);
  }

  void clear() {
    client(NOTHING, 0, 0);
    answers(NOTHING, 0, 0);
    time(NOTHING, 0, 0);
  }

  byte[] nameIn() {
    return nameIn;
  }

  int nameFrom() {
    return nameFrom;
  }

  int nameTo() {
    return nameTo;
  }

  String name() {
    return new String(nameIn, nameFrom, nameTo - nameFrom, StandardCharsets.ISO_8859_1);
  }

  String client() {
    return new String(clientIn, clientFrom, clientTo - clientFrom, StandardCharsets.ISO_8859_1);
  }

  String answers() {
    return new String(answersIn, answersFrom, answersTo - answersFrom, StandardCharsets.ISO_8859_1);
  }

  String time() {
    return new String(timeIn, timeFrom, timeTo - timeFrom, StandardCharsets.ISO_8859_1);
  }
}
