import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The group of our own artifacts, which are published nowhere else.
static final String OWN = "nl.lenswacht";

/// Writes the bill of materials of one package (CycloneDX 1.6) and lays the jars that it names
/// into a folder: what is in the bill is in the package and the other way round. A bill that the
/// standard's own schema does not accept is an error.
///
///     Bill OUT NAME VERSION ARCH JARS RUNTIME INTO PART... -- MODULE-BILL...
///
/// `JARS` is the folder with every jar; `RUNTIME` the folder of the trimmed Java runtime, or `-`
/// without one; `INTO` is where the jars go; a `PART` is `+GROUP` for that group of artifacts alone
/// or `-GROUP` for all but it; the bills of the modules are those that the CycloneDX plugin for
/// Maven writes.
void main(String[] arguments) throws IOException {
  int divider = java.util.Arrays.asList(arguments).indexOf("--");
  if (divider < 7) {
    throw new IllegalArgumentException(
        "Bill OUT NAME VERSION ARCH JARS RUNTIME INTO PART... -- BILL...");
  }
  JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  Path jars = Path.of(arguments[4]);
  Map<String, ObjectNode> components = new TreeMap<>();
  Map<String, TreeSet<String>> needs = new TreeMap<>();
  for (int i = divider + 1; i < arguments.length; i++) {
    JsonNode bill = json.readTree(Path.of(arguments[i]).toFile());
    take(bill.path("metadata").path("component"), components);
    bill.path("components").forEach(one -> take(one, components));
    for (JsonNode need : bill.path("dependencies")) {
      TreeSet<String> on = needs.computeIfAbsent(need.path("ref").asString(), r -> new TreeSet<>());
      need.path("dependsOn").forEach(one -> on.add(one.asString()));
    }
  }
  for (int i = 7; i < divider; i++) {
    String group = arguments[i].substring(1);
    boolean keep = arguments[i].startsWith("+");
    components.values().removeIf(one -> one.path("group").asString().equals(group) != keep);
  }
  StringBuilder content = new StringBuilder(String.join(" ", arguments[1], arguments[2], arguments[3]));
  for (ObjectNode component : components.values()) {
    Path jar = jars.resolve(fileName(component));
    Path laid = Path.of(arguments[6]).resolve(jar.getFileName());
    StoredJar stored = StoredJar.write(jar, laid, arguments[3]);
    String sum = sha256(Files.readAllBytes(laid));
    if (!component.path("group").asString().equals(OWN)) {
      pedigree(component, sha256(Files.readAllBytes(jar)), stored);
    }
    hash(component, sum);
    content.append(sum);
  }
  ObjectNode bill = json.createObjectNode();
  bill.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
  ObjectNode self = bill.putObject("metadata").putObject("component");
  String purl = "pkg:deb/lenswacht/" + arguments[1] + "@" + arguments[2] + "?arch=" + arguments[3];
  self.put("type", "application").put("bom-ref", purl).put("name", arguments[1]);
  self.put("version", arguments[2]).put("purl", purl);
  self.putArray("licenses").addObject().putObject("license").put("id", "EUPL-1.2");
  ArrayNode listed = bill.putArray("components");
  components.values().forEach(listed::add);
  TreeSet<String> roots = new TreeSet<>(components.keySet());
  if (!arguments[5].equals("-")) {
    ObjectNode runtime = runtime(json, Path.of(arguments[5]));
    listed.add(runtime);
    roots.add(runtime.path("bom-ref").asString());
    content.append(runtime.path("version").asString());
  }
  bill.put(
      "serialNumber",
      "urn:uuid:" + UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8)));
  ArrayNode dependencies = bill.putArray("dependencies");
  dependencies(dependencies, purl, roots);
  components.keySet().forEach(ref -> {
    TreeSet<String> on = new TreeSet<>(needs.getOrDefault(ref, new TreeSet<>()));
    on.retainAll(components.keySet());
    dependencies(dependencies, ref, on);
  });
  String text = json.writeValueAsString(bill) + "\n";
  Files.writeString(Path.of(arguments[0]), text);
  var faults = new JsonParser().validate(text, Version.VERSION_16);
  if (!faults.isEmpty()) {
    throw new IllegalStateException(arguments[0] + " is no CycloneDX 1.6: " + faults);
  }
}

void hash(ObjectNode component, String sum) {
  component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sum);
}

/// What was published and what was done to it, so that anyone can do it again and compare.
void pedigree(ObjectNode component, String published, StoredJar stored) {
  ObjectNode pedigree = component.putObject("pedigree");
  ObjectNode ancestor = pedigree.putArray("ancestors").addObject();
  for (String same : new String[] {"type", "group", "name", "version", "purl"}) {
    ancestor.set(same, component.path(same));
  }
  hash(ancestor, published);
  pedigree.put("notes", stored.notes());
}

void take(JsonNode component, Map<String, ObjectNode> into) {
  if (component instanceof ObjectNode one && one.path("purl").asString("").contains("type=jar")) {
    one.remove("externalReferences");
    one.remove("scope");
    into.put(one.path("bom-ref").asString(), one);
  }
}

void dependencies(ArrayNode all, String ref, TreeSet<String> on) {
  ObjectNode one = all.addObject().put("ref", ref);
  ArrayNode list = one.putArray("dependsOn");
  on.forEach(list::add);
}

/// `pkg:maven/org.bytedeco/opencv@4.13.0-1.5.13?classifier=linux-arm64&type=jar` is
/// `opencv-4.13.0-1.5.13-linux-arm64.jar`.
String fileName(JsonNode component) {
  String purl = component.path("purl").asString();
  var classifier = java.util.regex.Pattern.compile("classifier=([^&]+)").matcher(purl);
  String base = component.path("name").asString() + "-" + component.path("version").asString();
  return base + (classifier.find() ? "-" + classifier.group(1) : "") + ".jar";
}

/// The Java runtime as its file `release` names it.
ObjectNode runtime(JsonMapper json, Path folder) throws IOException {
  var release = new java.util.Properties();
  try (var in = Files.newBufferedReader(folder.resolve("release"))) {
    release.load(in);
  }
  String version = release.getProperty("JAVA_RUNTIME_VERSION", release.getProperty("JAVA_VERSION"));
  version = version.replace("\"", "");
  String vendor = release.getProperty("IMPLEMENTOR", "").replace("\"", "");
  ObjectNode one = json.createObjectNode();
  String purl = "pkg:generic/openjdk@" + version.replace("+", "%2B");
  one.put("type", "platform").put("bom-ref", purl);
  if (!vendor.isEmpty()) {
    one.putObject("supplier").put("name", vendor);
  }
  one.put("name", "openjdk").put("version", version);
  hash(one, sha256(Files.readAllBytes(folder.resolve("lib/modules"))));
  one.putArray("licenses").addObject().put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
  one.put("purl", purl);
  ArrayNode modules = one.putArray("components");
  for (String module : release.getProperty("MODULES", "").replace("\"", "").split(" ")) {
    modules.addObject().put("type", "library").put("bom-ref", purl + "#" + module)
        .put("name", module).put("version", version);
  }
  return one;
}

String sha256(byte[] octets) {
  try {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
  } catch (NoSuchAlgorithmException impossible) {
    throw new IllegalStateException(impossible);
  }
}
