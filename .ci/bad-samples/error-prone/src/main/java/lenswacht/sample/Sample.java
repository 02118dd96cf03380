package lenswacht.sample;

class Sample {
  boolean same(String text) {
    return text.equals(text);
  }
}
