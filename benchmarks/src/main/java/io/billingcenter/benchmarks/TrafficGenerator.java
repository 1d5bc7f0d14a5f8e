package io.billingcenter.benchmarks;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.TrafficKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes deterministic traffic of a chosen size, with the reference files that bill it: the same options give the same
 * bytes. Every kind is there, about 120 bytes a record, in time order.
 */
@Command(name = "generate", mixinStandardHelpOptions = true, description = "Writes traffic of a chosen size.")
public final class TrafficGenerator implements Callable<Integer> {

    private static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n";
    private static final long DAY_MILLIS = 24 * 3600 * 1000L;
    private static final TrafficKind[] KINDS = TrafficKind.values();
    private static final String[] CAUSES = {"monitor.threshold", "monitor.log", "slo", "smart.host", "query.openapi"};
    private static final int SERIES = 2_000;

    @Option(names = "--to", required = true, description = "Folder to write into; gets traffic/ and reference/.")
    private Path to = Path.of("");

    @Option(names = "--day", defaultValue = "2026-10-15", description = "Billing day (default ${DEFAULT-VALUE}).")
    private String day = "";

    @Option(names = "--workspaces", defaultValue = "200", description = "Workspaces (default ${DEFAULT-VALUE}).")
    private int workspaces;

    @Option(names = "--records", defaultValue = "5000000", description = "Records (default ${DEFAULT-VALUE}).")
    private long records;

    @Option(
            names = "--skew",
            defaultValue = "even",
            description = "even, zipf, or giant: one workspace with 90 %% (default ${DEFAULT-VALUE}).")
    private String skew = "";

    @Option(
            names = "--duplicates",
            defaultValue = "50",
            description = "Repeated records in ten thousand (default ${DEFAULT-VALUE}).")
    private int duplicates;

    @Option(names = "--seed", defaultValue = "1", description = "Seed (default ${DEFAULT-VALUE}).")
    private long seed;

    /** Runs the generator. */
    public static void main(String... args) {
        System.exit(new CommandLine(new TrafficGenerator()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        BillingDay billingDay = BillingDay.parse(day);
        writeReference();
        long[] shares = shares();
        IntStream.range(0, workspaces).parallel().forEach(number -> {
            try {
                writeWorkspace(number, shares[number], billingDay);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return 0;
    }

    private long[] shares() {
        long[] weights = IntStream.range(0, workspaces).mapToLong(this::weight).toArray();
        long total = IntStream.range(0, workspaces).mapToLong(i -> weights[i]).sum();
        long[] shares = new long[workspaces];
        long given = 0;
        for (int i = 1; i < workspaces; i++) {
            shares[i] = Math.multiplyExact(records, weights[i]) / total;
            given += shares[i];
        }
        shares[0] = records - given;
        return shares;
    }

    private long weight(int number) {
        return switch (skew) {
            case "zipf" -> 1_000_000L / (number + 1);
            case "giant" -> number == 0 ? 9L * Math.max(1, workspaces - 1) : 1;
            default -> 1;
        };
    }

    private void writeReference() throws IOException {
        Path reference = Files.createDirectories(to.resolve("reference"));
        StringBuilder rows = new StringBuilder("workspace_id,name,site,console_account,storage_type,channel,created\n");
        StringBuilder bindings = new StringBuilder("workspace_id,account_id,settlement,vendor_account,from,to\n");
        StringBuilder accounts = new StringBuilder("account_id,username,name,currency,certified\n");
        for (int number = 0; number < workspaces; number++) {
            rows.append(workspaceId(number)).append(",Workspace ").append(number);
            rows.append(",cn1,owner@example.com,es,website,2026-01-01\n");
            String account = "acct-" + number / 10;
            bindings.append(workspaceId(number)).append(',').append(account).append(",wallet,,2026-01-01,\n");
            if (number % 10 == 0) {
                accounts.append(account).append(',').append(account).append(",Account,CNY,true\n");
            }
        }
        Files.writeString(reference.resolve("console_accounts.csv"), "email,name\nowner@example.com,Owner\n");
        Files.writeString(reference.resolve("billing_accounts.csv"), accounts);
        Files.writeString(reference.resolve("workspaces.csv"), rows);
        Files.writeString(reference.resolve("bindings.csv"), bindings);
    }

    private void writeWorkspace(int number, long count, BillingDay billingDay) throws IOException {
        Path folder = Files.createDirectories(
                to.resolve("traffic").resolve(workspaceId(number)).resolve(billingDay.toString()));
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        StringBuilder line = new StringBuilder(200);
        try (Writer file = Files.newBufferedWriter(folder.resolve("traffic.csv"), StandardCharsets.UTF_8)) {
            file.write(HEADER);
            for (long i = 0; i < count; i++) {
                boolean repeats = i > 0 && random.nextInt(10_000) < duplicates;
                if (!repeats) {
                    line.setLength(0);
                    appendRecord(line, random, number, i, count, billingDay);
                }
                file.append(line);
            }
        }
    }

    private void appendRecord(
            StringBuilder line, SplittableRandom random, int number, long i, long count, BillingDay billingDay) {
        TrafficKind kind = KINDS[random.nextInt(KINDS.length)];
        appendUuid(line, random.nextLong(), random.nextLong());
        line.append(',').append(billingDay).append('T');
        appendTime(line, Math.floorDiv(Math.multiplyExact(DAY_MILLIS, i), count));
        line.append("+08:00,")
                .append(workspaceId(number))
                .append(',')
                .append(kind.code())
                .append(',');
        line.append(subject(kind, random))
                .append(',')
                .append(entity(kind, random))
                .append(',');
        line.append(kind == TrafficKind.FORWARD_STORED ? 1 : 1 + random.nextInt(50))
                .append(',');
        line.append(kind.needsBytes() ? Integer.toString(random.nextInt(40_000)) : "")
                .append(',');
        line.append(kind.needsSeconds() ? Integer.toString(random.nextInt(86_400)) : "")
                .append('\n');
    }

    private static String subject(TrafficKind kind, SplittableRandom random) {
        return switch (kind) {
            case METRIC -> "m" + random.nextInt(20);
            case LOG -> random.nextInt(4) == 0 ? "" : "index" + random.nextInt(3);
            case TRIGGER -> CAUSES[random.nextInt(CAUSES.length)];
            case FORWARD_EXTERNAL, FORWARD_STORED, SCAN -> "rule" + random.nextInt(5);
            default -> "";
        };
    }

    private static String entity(TrafficKind kind, SplittableRandom random) {
        return switch (kind) {
            case METRIC -> "host=h" + random.nextInt(SERIES);
            case SPAN -> String.format(Locale.ROOT, "%032x", random.nextLong() >>> 40);
            case SESSION_REPLAY -> "s" + random.nextInt(5_000);
            case NETWORK, DATAKIT -> "h" + random.nextInt(300);
            default -> "";
        };
    }

    private static void appendTime(StringBuilder line, long millis) {
        appendDigits(line, millis / 3_600_000, 2);
        line.append(':');
        appendDigits(line, millis / 60_000 % 60, 2);
        line.append(':');
        appendDigits(line, millis / 1_000 % 60, 2);
        line.append('.');
        appendDigits(line, millis % 1_000, 3);
    }

    private static void appendDigits(StringBuilder line, long value, int digits) {
        String text = Long.toString(value);
        line.append("0".repeat(Math.max(0, digits - text.length()))).append(text);
    }

    private static void appendUuid(StringBuilder line, long high, long low) {
        String hex = String.format(Locale.ROOT, "%016x%016x", high, low);
        line.append(hex, 0, 8)
                .append('-')
                .append(hex, 8, 12)
                .append('-')
                .append(hex, 12, 16)
                .append('-');
        line.append(hex, 16, 20).append('-').append(hex, 20, 32);
    }

    private static String workspaceId(int number) {
        return String.format(Locale.ROOT, "wksp_%06d", number);
    }
}
