package com.globalbooking.stack.functions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an executable or library asks of the machine that it runs on.
 *
 * @param processor number of the instruction set, as in the ELF header ({@code e_machine})
 * @param glibcMinor the newest version of the C library that it needs, 2.{@code n}; 0 when none
 */
record ElfFile(int processor, int glibcMinor) {

  private static final int HEADER_BYTES = 64;
  private static final int PROGRAM_HEADER_BYTES = 56;
  private static final int MAGIC = 0x464c457f;
  private static final int LOADABLE = 1;

  /** What the linker writes for each version of the C library that symbols are needed of. */
  private static final Pattern GLIBC = Pattern.compile("GLIBC_2\\.([0-9]{1,3})");

  /**
   * Reads a 64-bit little-endian ELF file up to the end of its first loadable segment, which holds
   * the names that the dynamic linker looks up.
   *
   * @return empty when the file is no such file, but a script for example
   */
  static Optional<ElfFile> read(InputStream file) throws IOException {
    byte[] header = file.readNBytes(HEADER_BYTES);
    if (header.length < HEADER_BYTES || little(header).getInt(0) != MAGIC) {
      return Optional.empty();
    }
    int processor = little(header).getShort(18);
    long tableOffset = little(header).getLong(32);
    int entries = little(header).getShort(56);
    int tableEnd = Math.toIntExact(tableOffset + (long) entries * PROGRAM_HEADER_BYTES);
    byte[] table = file.readNBytes(tableEnd - HEADER_BYTES);
    int segmentEnd = tableEnd;
    for (int entry = 0; entry < entries; entry++) {
      int at = Math.toIntExact(tableOffset) - HEADER_BYTES + entry * PROGRAM_HEADER_BYTES;
      boolean first = little(table).getInt(at) == LOADABLE && little(table).getLong(at + 8) == 0;
      if (first) {
        segmentEnd = Math.max(segmentEnd, Math.toIntExact(little(table).getLong(at + 32)));
      }
    }
    byte[] segment = file.readNBytes(segmentEnd - tableEnd);
    return Optional.of(new ElfFile(processor, newestGlibc(segment)));
  }

  private static int newestGlibc(byte[] segment) {
    Matcher versions = GLIBC.matcher(new String(segment, ISO_8859_1));
    int newest = 0;
    while (versions.find()) {
      newest = Math.max(newest, Integer.parseInt(versions.group(1)));
    }
    return newest;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
