package lenswacht.agent.update;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import lenswacht.link.Identity;
import lenswacht.link.update.PackageManifest;
import lenswacht.link.update.SignedPackage;

/// Packages for tests: the agent itself, or a program of its name that does not do.
final class Programs {
  private static final ClassDesc MAIN = ClassDesc.of("lenswacht.agent.AgentMain");
  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");

  private Programs() {}

  /// What a program does.
  enum Kind {
    /// It is the agent.
    AGENT,
    /// It ends at once.
    CRASHES,
    /// It does nothing for ever.
    HANGS
  }

  /// A package of `version` in `folder`.
  static SignedPackage make(Path folder, String version, Kind kind, Identity publisher)
      throws Exception {
    Path files = Files.createTempDirectory(folder, "files");
    jar(files.resolve("agent.jar"), kind);
    Files.writeString(
        files.resolve("java.options"),
        "-XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED\n");
    return sign(files, version, architecture(), publisher);
  }

  /// Everything in `files`, signed.
  static SignedPackage sign(Path files, String version, String architecture, Identity publisher)
      throws Exception {
    return sign(files, version, architecture, List.of(), 25, "0", publisher);
  }

  static SignedPackage sign(
      Path files,
      String version,
      String architecture,
      List<String> boards,
      int java,
      String from,
      Identity publisher)
      throws Exception {
    List<PackageManifest.File> list = new ArrayList<>();
    try (Stream<Path> all = Files.list(files)) {
      for (Path file : all.sorted().toList()) {
        list.add(SignedPackage.fileOf(file));
      }
    }
    Path to = files.resolveSibling(files.getFileName() + SignedPackage.SUFFIX);
    SignedPackage.write(
        to,
        new PackageManifest(
            PackageManifest.Kind.PROGRAM, version, architecture, boards, java, from, list),
        files,
        publisher.privateKey(),
        publisher.publicKey());
    return SignedPackage.open(to);
  }

  /// That of this computer.
  static String architecture() {
    return OwnProgram.architecture(System.getProperty("os.arch"));
  }

  /// A jar that stands for the whole class path of this test, or that holds one class of its own.
  private static void jar(Path jar, Kind kind) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (kind == Kind.AGENT) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream jarred = new JarOutputStream(out, manifest)) {
      if (kind != Kind.AGENT) {
        jarred.putNextEntry(new JarEntry("lenswacht/agent/AgentMain.class"));
        jarred.write(program(kind));
      }
    }
  }

  private static byte[] program(Kind kind) {
    return ClassFile.of()
        .build(
            MAIN,
            program ->
                program.withMethodBody(
                    "main",
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType()),
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    code -> {
                      if (kind == Kind.CRASHES) {
                        code.loadConstant(3)
                            .invokestatic(
                                SYSTEM,
                                "exit",
                                MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
                      } else {
                        code.loadConstant(1L << 40)
                            .invokestatic(
                                THREAD,
                                "sleep",
                                MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
                      }
                      code.return_();
                    }));
  }

  private static String classPath() {
    StringBuilder path = new StringBuilder();
    String whole =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String part : whole.split(":")) {
      path.append(path.isEmpty() ? "" : " ").append(Path.of(part).toUri());
    }
    return path.toString();
  }
}
