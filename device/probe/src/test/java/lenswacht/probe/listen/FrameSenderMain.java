package lenswacht.probe.listen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import lenswacht.probe.net.Wire;

/// A neighbour for tests: puts frames on a cable, each a line of hex on standard input. It needs a
/// packet socket that sends, which the program itself has not got.
final class FrameSenderMain {
  private FrameSenderMain() {}

  public static void main(String[] arguments) throws Throwable {
    int index =
        Wire.up().stream()
            .filter(wire -> wire.name().equals(arguments[0]))
            .findFirst()
            .orElseThrow()
            .index();
    MethodHandle socket =
        call("socket", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    MethodHandle sendTo =
        Linker.nativeLinker()
            .downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("sendto"),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      int descriptor = (int) socket.invokeExact(17, 3, 0);
      MemorySegment to = arena.allocate(20, 4);
      to.set(ValueLayout.JAVA_SHORT, 0, (short) 17);
      to.set(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) 3);
      to.set(ValueLayout.JAVA_INT, 4, index);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        byte[] frame = HexFormat.of().parseHex(line);
        MemorySegment octets = arena.allocateFrom(ValueLayout.JAVA_BYTE, frame);
        long sent = (long) sendTo.invokeExact(descriptor, octets, (long) frame.length, 0, to, 20);
        if (sent != frame.length) {
          throw new IOException("a frame could not be sent");
        }
      }
    }
  }

  private static MethodHandle call(String name, ValueLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(
            Linker.nativeLinker().defaultLookup().findOrThrow(name),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
  }
}
