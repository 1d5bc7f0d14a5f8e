package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.billingcenter.domain.usage.TrafficKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Generates malformed traffic logs, in which a char is a byte. The same seed gives the same logs. */
final class NastyTraffic {

    private static final String[] IDS = {
        "7f3c0a52-0b1e-4c59-9b0a-6a0a3a5f2c11",
        "7F3C0A52-0B1E-4C59-9B0A-6A0A3A5F2C11",
        "7f3c0a52-0b1e-4c59-9b0a-6a0a3a5f2c1g",
        "7f3c0a52-0b1e-4c59-9b0a_6a0a3a5f2c11",
        "7f3c0a52`0b1e-4c59-9b0a-6a0a3a5f2c11",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "",
        "r",
        " ",
        "r-1",
        "r\u007f",
        "x".repeat(36),
        "x".repeat(64),
        "x".repeat(65),
        "=1+1"
    };

    private static final String[] TIMES = {
        "2026-11-21T08:15:30Z",
        "2026-11-21t08:15:30z",
        "2026-11-21T16:15:30.25+08:00",
        "2026-11-21T16:15:30.123456789+08:00",
        "2026-11-21T16:15:30.1234567890+08:00",
        "2026-11-21T16:15:30.12345678+08:00",
        "2026-11-21T16:15:30.+08:00",
        "2026-11-21T00:00:00.000+08:00",
        "2026-11-20T23:59:59.999999999+08:00",
        "2026-11-21T23:59:59.999+08:00",
        "2026-11-22T00:00:00+08:00",
        "2026-11-20T16:00:00Z",
        "2026-11-20T15:59:59Z",
        "2026-11-21T15:59:59.999Z",
        "2026-11-21T16:00:00Z",
        "2026-11-20T20:30:00-03:30",
        "2026-11-20T12:29:59-03:30",
        "2026-11-20T12:30:00-03:30",
        "2026-11-21T15:29:59-00:30",
        "2026-11-21T15:30:00-00:30",
        "2026-11-22T15:59:59+23:59",
        "2026-11-21T08:15:60Z",
        "2026-11-21T08:60:00Z",
        "2026-11-21T24:00:00Z",
        "2026-11-21T08:15:30",
        "2026-11-21 08:15:30Z",
        "2026-11-21T08:15:30Zx",
        "2026-11-21T08:15:30+0800",
        "2026-02-29T08:15:30Z",
        ""
    };

    private static final String[] NUMBERS = {
        "",
        "0",
        "1",
        "7",
        "10",
        "0001",
        "99999999",
        "12345678",
        "123456789",
        "000000000000000000000000000012",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "99999999999999999999",
        "-1",
        "+1",
        "1.0",
        " 1",
        "1 ",
        "x",
        "12x",
        "1234567x",
        "12345678x",
        "10240",
        "20479",
        "20480",
        "4000000000"
    };

    private static final String[] SUBJECTS = {
        "",
        "default",
        "m",
        "cpu",
        "slo",
        "smart.rum",
        "monitor.",
        "monitor.x",
        "monitor.mutation",
        "exactly8",
        "exactly-sixteen-",
        "seventeen-letters",
        "s".repeat(130),
        "s".repeat(300),
        "\u00c3\u00a9",
        "a b"
    };

    private static final String[] ENTITIES = {"", "e", "e1", "e2", "host=h1", "\u00e4", "e".repeat(20), "e".repeat(500)
    };

    private static final String[] WORKSPACES = {
        "w", "w", "w", "w", "w", "w", "w", "w", "w", "w", "w", "W", "ww", "", " w"
    };

    private static final String ODD_BYTES = "\",\n\r\0,,\"\n\u00ff\u00c3\u00e9\t\u007f 0Zw";

    private final RandomGenerator random;
    private final List<String> written = new ArrayList<>();
    private int next;

    NastyTraffic(RandomGenerator random) {
        this.random = random;
    }

    /** Returns a log of a few records, most of them valid, with random damage. */
    byte[] log() {
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\u00ef\u00bb\u00bf" : "");
        text.append(random.nextInt(30) == 0 ? "record_id,time" : Traffic.HEADER).append(lineEnd());
        int records = random.nextInt(12);
        for (int number = 0; number < records; number++) {
            text.append(line()).append(lineEnd());
        }
        if (random.nextInt(3) == 0 && text.length() > 0) {
            text.setLength(text.length() - 1);
        }
        int damages = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
        for (int number = 0; number < damages; number++) {
            damage(text);
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    /** Returns a header followed by random bytes that have a meaning in a log. */
    byte[] soup() {
        StringBuilder text = new StringBuilder(Traffic.HEADER + "\n");
        random.ints(random.nextInt(80), 0, ODD_BYTES.length()).forEach(c -> text.append(ODD_BYTES.charAt(c)));
        return text.toString().getBytes(ISO_8859_1);
    }

    /** Returns the log compressed, sometimes in several parts, truncated or with a byte changed. */
    byte[] compressed(byte[] log, boolean gzip) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int cut = random.nextInt(log.length + 1);
        for (byte[] part : List.of(Arrays.copyOf(log, cut), Arrays.copyOfRange(log, cut, log.length))) {
            file.writeBytes(gzip ? Traffic.gzip(part) : Traffic.zstd(part));
        }
        byte[] bytes = file.toByteArray();
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            default -> bytes;
        };
    }

    private String line() {
        if (!written.isEmpty() && random.nextInt(6) == 0) {
            return written.get(random.nextInt(written.size()));
        }
        if (random.nextInt(15) == 0) {
            return "";
        }
        boolean good = random.nextInt(3) > 0;
        String[] columns = good ? goodColumns() : anyColumns();
        boolean quoted = random.nextInt(8) == 0;
        String line = String.join(",", columns);
        String found = quoted ? "\"" + line.replace(",", "\",\"") + "\"" : line;
        written.add(found);
        return found;
    }

    private String[] goodColumns() {
        next++;
        TrafficKind kind = TrafficKind.values()[random.nextInt(TrafficKind.values().length)];
        return new String[] {
            random.nextInt(6) == 0 ? "r-" + random.nextInt(5) : String.format("%08x-0b1e-4c59-9b0a-6a0a3a5f2c11", next),
            TIMES[random.nextInt(4)],
            "w",
            kind.code(),
            kind == TrafficKind.TRIGGER ? "slo" : pick(SUBJECTS),
            kind.needsEntity() ? "e" + random.nextInt(4) : pick(ENTITIES),
            random.nextBoolean() ? "" : Integer.toString(1 + random.nextInt(1_000_000_000)),
            Integer.toString(random.nextInt(1_000_000)),
            Integer.toString(random.nextInt(1_000_000))
        };
    }

    private String[] anyColumns() {
        TrafficKind kind = TrafficKind.values()[random.nextInt(TrafficKind.values().length)];
        return new String[] {
            random.nextBoolean() ? "r-" + random.nextInt(100) : pick(IDS),
            random.nextBoolean() ? TIMES[0] : pick(TIMES),
            pick(WORKSPACES),
            random.nextInt(6) == 0 ? kind.code() + "x" : kind.code(),
            pick(SUBJECTS),
            pick(ENTITIES),
            random.nextBoolean() ? "1" : pick(NUMBERS),
            random.nextBoolean() ? "1" : pick(NUMBERS),
            random.nextBoolean() ? "1" : pick(NUMBERS)
        };
    }

    private void damage(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        char odd = ODD_BYTES.charAt(random.nextInt(ODD_BYTES.length()));
        switch (random.nextInt(3)) {
            case 0 -> text.insert(at, odd);
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
            default -> text.replace(at, Math.min(text.length(), at + 1), String.valueOf(odd));
        }
    }

    private String lineEnd() {
        return random.nextInt(4) == 0 ? "\r\n" : "\n";
    }

    private String pick(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
