package io.billingcenter.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two nights and the close of their month, with a bit of everything that leaves something in a table: several accounts
 * and means of payment, packages, private tariffs, holds, bad records, duplicates, slices, late and withdrawn files,
 * another binding and another price, alerts.
 */
final class CrashStory {

    private static final String FIRST = "2026-10-14";
    private static final String SECOND = "2026-10-15";
    private static final int WORKSPACES = 14;

    /** Is read in slices. */
    private static final int LARGE = 10;

    private static final int LARGE_RECORDS = 5_000;
    private static final int RECORDS = 120;

    /** Its files of the first day are withdrawn before the second night. */
    private static final int WITHDRAWN = 12;

    private static final List<Integer> LATE = List.of(1, 3, 5, LARGE);

    /** Small chunks and little memory: many transactions. */
    static final List<String> SMALL = List.of(
            "billing.metering.chunk-size=2", "billing.invoicing.chunk-size=2", "billing.metering.table-memory-mb=1");

    private final Traffic first = new Traffic(FIRST);
    private final Traffic second = new Traffic(SECOND);

    /**
     * A command, and what comes before it.
     *
     * @param arrival lays files into a place
     */
    record Chapter(String name, Arrival arrival, List<String> command) {

        /** The command, with many transactions to be killed in. */
        String[] words() {
            return words(SMALL);
        }

        /** The command with those settings. */
        String[] words(List<String> settings) {
            List<String> words = new ArrayList<>(command);
            words.addAll(List.of("--set", "billing.metering.quarantine-limit-count=5"));
            settings.forEach(setting -> words.addAll(List.of("--set", setting)));
            return words.toArray(String[]::new);
        }
    }

    /** Lays files into a place. */
    interface Arrival {
        void at(Workplace place) throws IOException;
    }

    List<Chapter> chapters() {
        return List.of(
                new Chapter("night 1", this::firstDay, List.of("nightly", "--day", FIRST)),
                new Chapter("night 2", this::secondDay, List.of("nightly", "--day", SECOND)),
                new Chapter(
                        "close",
                        place -> {},
                        List.of("close", "--month", "2026-10", "--accept", "nights,holds", "--reason", "story")));
    }

    private void firstDay(Workplace place) throws IOException {
        reference(place, "a-lotus");
        write(place, "vouchers", """
                voucher_id,account_id,kind,amount,activated,expires
                v-full,a-lotus,full_reduction,40,2026-10-01,2027-10-01
                v-old,a-lotus,ordinary,3,2026-01-01,2026-10-15
                v-new,a-lotus,ordinary,50.5,2026-10-01,2027-01-01
                """);
        write(place, "prepaid_cards", """
                card_id,account_id,amount,purchased,expires
                c-1,a-lotus,100,2026-10-10,2027-10-10
                """);
        write(place, "recharges", """
                recharge_id,account_id,amount,day
                r-1,a-lotus,20,2026-10-13
                r-2,a-crane,1000,2026-10-13
                """);
        write(place, "packages", """
                package_id,account_id,package,from,workspaces
                p-1,a-crane,starter,2026-10-14,ws-3;ws-4
                """);
        write(place, "traffic_packs", """
                pack_id,package_id,meter,quantity,discount
                t-1,p-1,trigger,300000,0.8
                """);
        write(place, "private_tariffs", """
                workspace_id,scheme,collectors,price,maintenance,from,to
                ws-8,subscription,10,900,,2026-10-14,
                """);
        write(place, "plans", """
                workspace_id,plan,from,to
                ws-6,commercial_ingest,2026-01-01,
                ws-7,free,2026-01-01,
                ws-8,private,2026-01-01,
                """);
        write(place, "retention_policies", """
                workspace_id,data,subject,days,effective_at
                ws-0,log,s1,30,2026-01-01T00:00:00+08:00
                ws-0,log,s1,60,2026-10-15T12:00:00+08:00
                ws-1,trace,,14,2026-01-01T00:00:00+08:00
                """);
        write(place, "alert_thresholds", """
                workspace_id,meter,amount,from,to
                ws-0,,1,2026-01-01,
                ws-3,log,0,2026-01-01,
                """);
        day(first, place);
    }

    private void secondDay(Workplace place) throws IOException {
        reference(place, "a-crane");
        write(place, "contract_prices", """
                account_id,meter,retention_days,price,from,to
                a-lotus,trigger,,0.5,2026-10-14,
                """);
        write(place, "recharges", """
                recharge_id,account_id,amount,day
                r-1,a-lotus,20,2026-10-13
                r-2,a-crane,1000,2026-10-13
                r-3,a-crane,60000,2026-10-15
                """);
        day(second, place);
        for (int workspace : LATE) {
            lay(
                    first.folder(place, workspace).resolve("late.csv"),
                    first.records(workspace, size(workspace) + 60).subList(size(workspace) - 20, size(workspace) + 60));
        }
        lay(first.folder(place, WITHDRAWN).resolve("traffic.csv"), List.of());
        settleTimes(place);
    }

    private static void day(Traffic traffic, Workplace place) throws IOException {
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            List<String> records = new ArrayList<>(traffic.records(workspace, size(workspace)));
            int half = records.size() / 2;
            if (workspace % 4 == 1) {
                records.add(half, "r-bad,not a time,ws-" + workspace + ",log,s,e,1,1,1\n");
                records.add("r-worse\n");
            }
            if (workspace == 13) {
                records.addAll(List.of("bad\n", "b\n", "c\n", "d\n", "e\n", "f\n", "g\n"));
            }
            lay(traffic.folder(place, workspace).resolve("traffic.csv"), records);
            if (workspace % 3 == 0) {
                lay(traffic.folder(place, workspace).resolve("again.csv"), records.subList(0, half));
            }
        }
        settleTimes(place);
    }

    /**
     * Ten wallets, one account abroad that a vendor settles, one workspace without an account.
     *
     * @param moving the account to which {@code ws-11} belongs
     */
    private static void reference(Workplace place, String moving) throws IOException {
        write(place, "console_accounts", "email,name\no@example.com,Owner\n");
        write(place, "billing_accounts", """
                account_id,username,name,currency,certified
                a-crane,crane,Crane,CNY,true
                a-heron,heron,Heron,USD,true
                a-lotus,lotus,莲花科技,CNY,true
                """);
        StringBuilder workspaces =
                new StringBuilder("workspace_id,name,site,console_account,storage_type,channel,created\n");
        StringBuilder bindings = new StringBuilder("workspace_id,account_id,settlement,vendor_account,from,to\n");
        for (int i = 0; i < WORKSPACES; i++) {
            workspaces.append("ws-" + i + ",W," + (i == 5 ? "us1" : "cn1") + ",o@example.com,es,website,2026-01-01\n");
            if (i == 5) {
                bindings.append("ws-5,a-heron,aws,1234-5678,2026-01-01,\n");
            } else if (i != 9) {
                String account = i == 11 ? moving : i == 3 || i == 4 || i == 8 ? "a-crane" : "a-lotus";
                bindings.append("ws-" + i + "," + account + ",wallet,,2026-01-01,\n");
            }
        }
        write(place, "workspaces", workspaces.toString());
        write(place, "bindings", bindings.toString());
    }

    private static int size(int workspace) {
        return workspace == LARGE ? LARGE_RECORDS : RECORDS;
    }

    private static void write(Workplace place, String file, String text) throws IOException {
        Path reference = Files.createDirectories(place.reference());
        Files.writeString(reference.resolve(file + ".csv"), text, StandardCharsets.UTF_8);
    }

    private static void lay(Path file, List<String> records) throws IOException {
        Files.writeString(file, Traffic.HEADER + String.join("", records), StandardCharsets.UTF_8);
    }

    /** Times of change are part of what is compared, so they must not be those of the test. */
    private static void settleTimes(Workplace place) throws IOException {
        FileTime time = FileTime.from(Instant.parse("2026-10-16T00:00:00Z"));
        try (Stream<Path> walk = Files.walk(place.traffic())) {
            for (Path path : walk.toList()) {
                Files.setLastModifiedTime(path, time);
            }
        }
    }
}
