package io.billingcenter.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two nights of a few workspaces, of which the second fails in some step and is given again after its input has changed. On the
 * second night a voucher, a card and cash pay one account and are not enough; a cloud account pays another.
 */
final class RetryStory {

    static final String FIRST = "2026-10-14";
    static final String SECOND = "2026-10-15";

    private static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n";

    private RetryStory() {}

    /** Changes between two tries, each with what is added to the command. */
    enum Change {
        NOTHING,
        PRICE_UP,
        PRICE_DOWN,
        BINDING_MOVED,
        PRICE_BOOK,
        LATE_FILE,
        LATE_FILE_OF_THE_DAY_BEFORE,
        OVERSIZE("--set", "billing.rules.oversize=floor-1000"),
        UNITS("--set", "billing.rules.units=truncate-2"),
        VOUCHER,
        RECHARGE,
        CARD,
        WITHDRAWN,
        WITHDRAWN_OF_THE_DAY_BEFORE;

        private final List<String> words;

        Change(String... words) {
            this.words = List.of(words);
        }

        /** The night of the second day under the change. */
        String[] night(Workplace place) {
            return RetryStory.night(place, SECOND, words.toArray(String[]::new));
        }

        /** Brings the change into the files of a place. */
        void apply(Workplace place) throws IOException {
            switch (this) {
                case NOTHING, OVERSIZE, UNITS -> {}
                case PRICE_UP -> contract(place, "9");
                case PRICE_DOWN -> contract(place, "0.1");
                case BINDING_MOVED -> bindings(place, "a-2");
                case PRICE_BOOK -> book(place);
                case LATE_FILE -> traffic(place, "ws-1", SECOND, "late.csv", "late", 3_000_000);
                case LATE_FILE_OF_THE_DAY_BEFORE -> traffic(place, "ws-1", FIRST, "late.csv", "late", 3_000_000);
                case VOUCHER ->
                    reference(
                            place,
                            "vouchers",
                            "voucher_id,account_id,kind,amount,activated,expires",
                            "v-1,a-1,ordinary,18,2026-10-01,2027-10-01",
                            "v-3,a-3,ordinary,0.6,2026-10-01,2027-10-01",
                            "v-2,a-1,ordinary,30,2026-10-15,2027-10-01",
                            "v-4,a-3,ordinary,30,2026-10-15,2027-10-01");
                case RECHARGE ->
                    reference(
                            place,
                            "recharges",
                            "recharge_id,account_id,amount,day",
                            "r-1,a-1,2,2026-10-13",
                            "r-2,a-2,140,2026-10-13",
                            "r-3,a-1,50,2026-10-15");
                case CARD ->
                    reference(
                            place,
                            "prepaid_cards",
                            "card_id,account_id,amount,purchased,expires",
                            "c-1,a-1,100,2026-10-10,2027-10-10",
                            "c-2,a-1,100,2026-10-15,2027-10-10");
                case WITHDRAWN -> withdraw(place, SECOND);
                case WITHDRAWN_OF_THE_DAY_BEFORE -> withdraw(place, FIRST);
            }
        }
    }

    /** The command of a night. */
    static String[] night(Workplace place, String day, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "nightly",
                "--day",
                day,
                "--price-books",
                place.root().resolve("books").toString(),
                "--set",
                "billing.invoicing.chunk-size=1",
                "--set",
                "billing.metering.chunk-size=1",
                "--set",
                "billing.metering.threads=1"));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    /** Lays everything into a place. */
    static void begin(Workplace place) throws IOException {
        Workplace.copy(
                Workplace.HOME.resolve("config/price-books"), place.root().resolve("books"));
        reference(place, "console_accounts", "email,name", "o@example.com,Owner");
        reference(
                place,
                "billing_accounts",
                "account_id,username,name,currency,certified",
                "a-1,one,One,CNY,true",
                "a-2,two,Two,CNY,true",
                "a-3,three,Three,USD,true");
        reference(
                place,
                "workspaces",
                "workspace_id,name,site,console_account,storage_type,channel,created",
                "ws-1,W,cn1,o@example.com,es,website,2026-01-01",
                "ws-2,W,cn1,o@example.com,es,website,2026-01-01",
                "ws-3,W,cn1,o@example.com,es,website,2026-01-01",
                "ws-4,W,us1,o@example.com,es,website,2026-01-01");
        bindings(place, "a-1");
        reference(
                place,
                "vouchers",
                "voucher_id,account_id,kind,amount,activated,expires",
                "v-1,a-1,ordinary,18,2026-10-01,2027-10-01",
                "v-3,a-3,ordinary,0.6,2026-10-01,2027-10-01");
        reference(
                place,
                "prepaid_cards",
                "card_id,account_id,amount,purchased,expires",
                "c-1,a-1,100,2026-10-10,2027-10-10");
        reference(
                place,
                "recharges",
                "recharge_id,account_id,amount,day",
                "r-1,a-1,2,2026-10-13",
                "r-2,a-2,140,2026-10-13");
        reference(place, "alert_thresholds", "workspace_id,meter,amount,from,to", "ws-1,,1,2026-01-01,");
        for (String day : List.of(FIRST, SECOND)) {
            for (String workspace : List.of("ws-1", "ws-2", "ws-3", "ws-4")) {
                traffic(place, workspace, day, "traffic.csv", "r", 2_001_234);
            }
        }
    }

    private static void contract(Workplace place, String price) throws IOException {
        reference(
                place,
                "contract_prices",
                "account_id,meter,retention_days,price,from,to",
                "a-1,log,14," + price + ",2026-10-15,");
    }

    private static void bindings(Workplace place, String second) throws IOException {
        reference(
                place,
                "bindings",
                "workspace_id,account_id,settlement,vendor_account,from,to",
                "ws-1,a-1,wallet,,2026-01-01,",
                "ws-2," + second + ",wallet,,2026-01-01,",
                "ws-3,a-2,wallet,,2026-01-01,",
                "ws-4,a-3,aws,1234-5678,2026-01-01,");
    }

    /** From the second day on a log costs twice as much. */
    private static void book(Workplace place) throws IOException {
        Path books = place.root().resolve("books");
        StringBuilder doubled = new StringBuilder();
        for (String line : Files.readAllLines(books.resolve("2024-11-06.csv"))) {
            doubled.append(line.startsWith("log,14,") ? "log,14,1000000,3,8,0.5,1.2" : line)
                    .append('\n');
        }
        Files.writeString(books.resolve(SECOND + ".csv"), doubled);
    }

    private static void reference(Workplace place, String file, String... lines) throws IOException {
        Path reference = Files.createDirectories(place.reference());
        Files.writeString(reference.resolve(file + ".csv"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private static void traffic(Workplace place, String workspace, String day, String file, String id, int logs)
            throws IOException {
        Path folder = Files.createDirectories(place.traffic().resolve(workspace).resolve(day));
        List<String> lines = new ArrayList<>(List.of(
                id + "1," + day + "T10:00:00+08:00," + workspace + ",log,s,," + logs + ",20300,\n",
                id + "2," + day + "T12:00:00+08:00," + workspace + ",report,,,2,,\n"));
        boolean isAbroad = workspace.equals("ws-4");
        if (!isAbroad) {
            lines.add(id + "3," + day + "T11:00:00+08:00," + workspace + ",sms,,,400,,\n");
        }
        Files.writeString(folder.resolve(file), HEADER + String.join("", lines));
    }

    private static void withdraw(Workplace place, String day) throws IOException {
        Files.writeString(place.traffic().resolve("ws-1").resolve(day).resolve("traffic.csv"), HEADER);
    }
}
