package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Bad records are exported, mended, replayed and read by the next night: afterwards everything is as if they had been good
 * from the start. A broken world stands beside a clean one with the same records.
 */
class RepairTest {

    private static final String DAY = "2026-10-15";
    private static final String NEXT_DAY = "2026-10-16";
    private static final int RECORDS = 200;

    @TempDir
    private Path folder;

    private final Traffic traffic = new Traffic(DAY);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void afterTheRepairEverythingIsAsInTheCleanRun(Databases database) throws IOException {
        Workplace clean = place("clean", database);
        Workplace broken = place("broken", database);
        List<String> records = traffic.records(0, RECORDS);
        traffic.writeFile(clean, 0, records);
        Map<Integer, String> good = breakSome(records);
        traffic.writeFile(broken, 0, records);
        writeMeteringRows(clean, "\"7\"");
        writeMeteringRows(broken, "\"seven\"");
        Files.writeString(
                traffic.folder(broken, 0).resolve("MANIFEST.json"),
                "{\"files\":[{\"name\":\"traffic.csv\",\"records\":200},{\"name\":\"rows.ndjson\",\"records\":2}]}");
        run(clean, 0, "nightly", "--day", DAY);
        run(broken, 0, "nightly", "--day", DAY);
        assertThat(usage(broken)).isNotEqualTo(usage(clean));

        Path sheet = folder.resolve("mended.csv");
        assertThat(run(broken, 0, "quarantine", "export", "--day", DAY, "--to", sheet.toString()))
                .contains("8 quarantined records in ");
        mend(sheet, (line, cells) -> {
            if (cells.get("file").equals("rows.ndjson")) {
                cells.put("mended_row", cells.get("mended_row").replace("seven", "7"));
            } else {
                setFields(cells, good.get(line));
            }
        });
        String replayed = run(broken, 0, "quarantine", "replay", "--from", sheet.toString());
        assertThat(replayed).contains("7 records for ws-0/" + DAY, "1 record for ws-0/" + DAY, "repair-");
        assertThat(run(broken, 0, "quarantine", "list", "--day", DAY)).contains(", not read yet");
        run(broken, 0, "verify");

        run(clean, 0, "nightly", "--day", NEXT_DAY);
        assertThat(run(broken, 0, "nightly", "--day", NEXT_DAY)).contains("bills");
        assertThat(usage(broken)).isEqualTo(usage(clean));
        assertThat(postings(broken)).isNotEmpty().isEqualTo(postings(clean));
        assertThat(run(broken, 0, "quarantine", "--day", DAY))
                .contains("repaired by repair-")
                .doesNotContain("not read yet");
        assertThat(run(broken, 0, "bill", "--day", DAY)).contains("; 8 of these repaired");
        run(broken, 0, "reconcile", "--day", DAY);
        run(broken, 0, "verify");

        Map<String, byte[]> before = Workplace.filesBelow(broken.traffic());
        assertThat(run(broken, 0, "quarantine", "replay", "--from", sheet.toString()))
                .contains("nothing new; quarantined records that were repaired the same way before: 8");
        assertThat(Workplace.filesBelow(broken.traffic()).keySet()).isEqualTo(before.keySet());
        run(broken, 0, "rerun", "--day", DAY, "--posted-day", NEXT_DAY);
        assertThat(run(broken, 0, "quarantine", "list", "--day", DAY)).contains("repaired by repair-");
        assertThat(postings(broken)).isEqualTo(postings(clean));
        run(broken, 0, "verify");
        assertThat(run(broken, 0, "explain", "ws-0/" + DAY)).contains("repaired 8");

        jdbc(broken).update("DELETE FROM quarantine_repair");
        assertThat(run(broken, 0, "quarantine", "replay", "--from", sheet.toString()))
                .as("as after a crash between the files and the marks")
                .contains("(it existed already)");
        assertThat(Workplace.filesBelow(broken.traffic()).keySet()).isEqualTo(before.keySet());
        assertThat(run(broken, 0, "quarantine", "list", "--day", DAY)).contains("repaired by repair-");
    }

    /** A bad time, number, kind, text, quote; a record of another workspace, one of another day, and a conflict. */
    private static Map<Integer, String> breakSome(List<String> records) {
        Map<Integer, String> good = new HashMap<>();
        int[] broken = {3, 20, 41, 77, 99, 120};
        for (int index : broken) {
            good.put(index + 2, records.get(index).strip());
        }
        records.set(3, records.get(3).replaceFirst("2026-10-15T", "2026-10-15 "));
        records.set(20, records.get(20).replaceFirst("\\n$", "x\n"));
        records.set(41, records.get(41).replaceFirst("ws-0", "ws-1"));
        records.set(77, records.get(77).replaceFirst(",e", ",\"e" + "\"x"));
        records.set(99, records.get(99).replaceFirst("2026-10-15T", "2026-10-17T"));
        records.set(120, records.get(120).replaceFirst("^r120,", "r0,"));
        good.put(150 + 2, records.get(150).strip());
        records.set(150, records.get(150).replaceFirst("ws-0,", "ws-0,no_"));
        return good;
    }

    @Test
    void aRecordOfAnotherDayAndWorkspaceGoesWhereItBelongs() throws IOException {
        Workplace clean = place("clean", Databases.HSQLDB);
        Workplace broken = place("broken", Databases.HSQLDB);
        Traffic next = new Traffic(NEXT_DAY);
        List<String> first = traffic.records(0, 20);
        List<String> second = next.records(1, 20);
        String strayed = second.get(5);
        traffic.writeFile(clean, 0, first);
        next.writeFile(clean, 1, second);
        List<String> withStrayed = new ArrayList<>(first);
        withStrayed.add(strayed.replaceFirst("^r5,", "r5000,"));
        traffic.writeFile(broken, 0, withStrayed);
        List<String> without = new ArrayList<>(second);
        without.remove(5);
        next.writeFile(broken, 1, without);
        run(clean, 0, "nightly", "--day", NEXT_DAY);
        run(broken, 0, "nightly", "--day", NEXT_DAY);
        Path sheet = folder.resolve("mended.csv");
        run(broken, 0, "quarantine", "export", "--day", DAY, "--workspace", "ws-0", "--to", sheet.toString());
        mend(sheet, (line, cells) -> setFields(cells, strayed.strip()));
        assertThat(run(broken, 0, "quarantine", "replay", "--from", sheet.toString()))
                .contains("1 record for ws-1/" + NEXT_DAY);
        run(broken, 0, "nightly", "--day", NEXT_DAY);
        assertThat(usage(broken)).isEqualTo(usage(clean));
        assertThat(postings(broken)).isEqualTo(postings(clean));
        assertThat(run(broken, 0, "quarantine", "list", "--day", DAY)).contains("repaired by repair-");
        run(broken, 0, "reconcile", "--day", NEXT_DAY);
        run(broken, 0, "verify");
    }

    @Test
    void theLimitHoldsUntilEnoughIsRepairedAndFollowsItsSetting() throws IOException {
        Workplace place = place("place", Databases.HSQLDB);
        List<String> records = traffic.records(0, 20);
        String good = records.get(4).strip();
        records.set(4, records.get(4).replaceFirst(DAY + "T", DAY + " "));
        traffic.writeFile(place, 0, records);
        String none = "billing.metering.quarantine-limit-count=0";
        run(place, 2, "nightly", "--day", DAY, "--set", none);
        assertThat(holds(place)).contains("quarantine_limit");

        run(place, 0, "nightly", "--day", DAY);
        assertThat(holds(place)).doesNotContain("quarantine_limit");
        run(place, 0, "verify");
        run(place, 2, "nightly", "--day", DAY, "--set", none);
        assertThat(holds(place)).contains("quarantine_limit");
        run(place, 0, "nightly", "--day", DAY, "--set", "billing.metering.quarantine-limit-count=1");
        assertThat(holds(place)).doesNotContain("quarantine_limit");
        run(place, 2, "nightly", "--day", DAY, "--set", none);

        Path sheet = folder.resolve("mended.csv");
        run(place, 0, "quarantine", "export", "--day", DAY, "--to", sheet.toString());
        mend(sheet, (line, cells) -> setFields(cells, good));
        run(place, 0, "quarantine", "replay", "--from", sheet.toString(), "--set", none);
        run(place, 0, "nightly", "--day", DAY, "--set", none);
        assertThat(holds(place)).doesNotContain("quarantine_limit");
        run(place, 0, "reconcile", "--day", DAY);
        run(place, 0, "verify");

        Path repair;
        try (var files = Files.list(traffic.folder(place, 0))) {
            repair = files.filter(file -> file.getFileName().toString().startsWith("repair-"))
                    .findFirst()
                    .orElseThrow();
        }
        String name = repair.getFileName().toString();
        assertThat(run(place, 1, "quarantine", "withdraw", "--file", "traffic.csv"))
                .contains("Expected the name of a file that 'quarantine replay' has made, found 'traffic.csv'");
        assertThat(run(place, 0, "quarantine", "withdraw", "--file", name)).contains("removed " + repair);
        assertThat(run(place, 0, "quarantine", "withdraw", "--file", name)).contains("gone already: " + repair);
        assertThat(repair).doesNotExist();
        assertThat(run(place, 2, "nightly", "--day", DAY, "--set", none)).doesNotContain("vanished");
        assertThat(holds(place)).contains("quarantine_limit");
        assertThat(run(place, 0, "quarantine", "list", "--day", DAY)).contains(", not read yet");
        assertThat(run(place, 0, "quarantine", "replay", "--from", sheet.toString()))
                .contains(name);
        run(place, 0, "nightly", "--day", DAY, "--set", none);
        Files.delete(repair);
        assertThat(run(place, 2, "nightly", "--day", DAY, "--set", none))
                .contains("vanished 1 (ws-0 " + DAY + "): ws-0/" + DAY + "/" + name);
        run(place, 0, "quarantine", "replay", "--from", sheet.toString());
        run(place, 0, "nightly", "--day", DAY, "--set", none);

        Path original = traffic.folder(place, 0).resolve("traffic.csv");
        Files.writeString(original, Files.readString(original).replace(DAY + " ", DAY + "  "));
        run(place, 2, "nightly", "--day", DAY, "--set", none);
        assertThat(run(place, 0, "quarantine", "list", "--day", DAY)).doesNotContain("repaired", "repair in");
        run(place, 0, "verify");
    }

    @Test
    void aLateFileThatIsWithdrawnLeavesNoHold() throws IOException {
        Workplace place = place("place", Databases.HSQLDB);
        traffic.writeFile(place, 0, traffic.records(0, 20));
        run(place, 0, "nightly", "--day", DAY);
        String window = "billing.metering.late-window-days=5";
        Path late = traffic.folder(place, 0).resolve("late.csv");
        Files.writeString(late, Traffic.HEADER);
        Path never = Files.createDirectories(place.traffic().resolve("ws-1").resolve(DAY))
                .resolve("late.csv");
        Files.writeString(never, Traffic.HEADER);
        run(place, 2, "nightly", "--day", "2026-10-25", "--no-catch-up", "--set", window);
        assertThat(holds(place)).contains("ws-0", "ws-1", "late_window");
        run(place, 2, "nightly", "--day", "2026-10-26", "--set", window);
        Files.delete(late);
        run(place, 2, "nightly", "--day", "2026-10-27", "--set", window);
        assertThat(holds(place)).contains("ws-1", "late_window").doesNotContain("ws-0");
        Files.delete(never);
        Files.delete(never.getParent());
        run(place, 0, "nightly", "--day", "2026-10-28", "--set", window);
        assertThat(holds(place)).doesNotContain("late_window");
        run(place, 0, "verify");
    }

    @Test
    void whatIsWronglyMendedIsRefusedAsAWhole() throws IOException {
        Workplace place = place("place", Databases.HSQLDB);
        List<String> records = traffic.records(0, 20);
        records.set(4, records.get(4).replaceFirst(DAY + "T", DAY + " "));
        records.set(5, records.get(5).replaceFirst(DAY + "T", DAY + " "));
        traffic.writeFile(place, 0, records);
        Files.writeString(traffic.folder(place, 0).resolve("broken.csv.gz"), "no gzip");
        run(place, 2, "nightly", "--day", DAY);
        Path sheet = folder.resolve("sheet.csv");
        run(place, 0, "quarantine", "export", "--day", DAY, "--to", sheet.toString());
        refused(place, "found one there", "quarantine", "export", "--day", DAY, "--to", sheet.toString());
        refused(place, "Missing required option: '--day=DAY'", "quarantine");
        refused(place, "Missing required option: '--to=FILE'", "quarantine", "export", "--day", DAY);
        refused(place, "Missing required option: '--from=FILE'", "quarantine", "replay");
        refused(place, "Expected a workspace id", "quarantine", "list", "--day", DAY, "--workspace", "../x");
        refused(
                place,
                "correct --from",
                "quarantine",
                "replay",
                "--from",
                folder.resolve("none.csv").toString());
        refused(
                place,
                "create it or set another --to",
                "quarantine",
                "export",
                "--day",
                DAY,
                "--to",
                folder.resolve("none/sheet.csv").toString());
        assertThat(run(place, 0, "quarantine", "replay", "--from", sheet.toString()))
                .contains("nothing: no row has the action repair");

        wrong(
                place,
                sheet,
                "unreadable",
                (line, cells) -> cells.put("action", line == 0 ? "repair" : ""),
                "cannot be repaired row by row");
        wrong(
                place,
                sheet,
                "unchanged",
                (line, cells) -> cells.put("action", line == 6 ? "repair" : ""),
                "line ",
                "expected a repaired record that counts in ws-0/" + DAY,
                "bad_time");
        wrong(place, sheet, "action", (line, cells) -> cells.put("action", "mend"), "column action", "'mend'");
        wrong(
                place,
                sheet,
                "same id",
                (line, cells) -> {
                    cells.put("action", line == 0 ? "" : "repair");
                    setFields(cells, records.get(0).strip().replaceFirst(",[^,]*$", ",77"));
                },
                "conflict: first at traffic.csv:2");
        wrong(
                place,
                sheet,
                "other bytes",
                (line, cells) -> {
                    cells.put("action", line == 0 ? "" : "repair");
                    cells.put("raw_sha256", "0");
                },
                "export the day again");
        wrong(
                place,
                sheet,
                "other place",
                (line, cells) -> {
                    cells.put("action", line == 0 ? "" : "repair");
                    cells.put("line", "9");
                },
                "a record that is in quarantine now");
        wrong(
                place,
                sheet,
                "a workspace that nobody knows",
                (line, cells) -> {
                    cells.put("action", line == 0 ? "" : "repair");
                    cells.put("mended_time", DAY + "T10:00:00+08:00");
                    cells.put("mended_workspace_id", "ws-77");
                },
                "column mended_workspace_id",
                "another workspace of the reference data",
                "'ws-77'");
        wrong(
                place,
                sheet,
                "a day to come",
                (line, cells) -> {
                    cells.put("action", line == 0 ? "" : "repair");
                    cells.put("mended_time", "2062-10-15T10:00:00+08:00");
                },
                "column mended_time",
                "a time up to " + DAY);
        mendedInTwoRounds(place, sheet);
        refused(
                place,
                "outside of the traffic folder",
                "quarantine",
                "export",
                "--day",
                DAY,
                "--to",
                place.traffic().resolve("ws-0").resolve(DAY).resolve("bad.csv").toString());
        Path header = Files.writeString(folder.resolve("header.csv"), "workspace_id;billing_day\n");
        refused(place, "fields between commas", "quarantine", "replay", "--from", header.toString());
        Path latin = Files.write(folder.resolve("latin.csv"), "workspace\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        refused(place, "text in UTF-8", "quarantine", "replay", "--from", latin.toString());
    }

    private void mendedInTwoRounds(Workplace place, Path sheet) throws IOException {
        Path first = Files.copy(sheet, folder.resolve("first.csv"));
        mend(first, (line, cells) -> {
            cells.put("action", line == 6 ? "repair" : "");
            cells.put("mended_time", DAY + "T10:00:00+08:00");
        });
        assertThat(run(place, 0, "quarantine", "replay", "--from", first.toString()))
                .contains("1 record for ws-0/");
        Path both = Files.copy(sheet, folder.resolve("both.csv"));
        mend(both, (line, cells) -> {
            cells.put("action", line == 0 ? "" : "repair");
            cells.put("mended_time", DAY + "T10:00:00+08:00");
        });
        assertThat(run(place, 0, "quarantine", "replay", "--from", both.toString()))
                .contains("1 record for ws-0/", "quarantined records that were repaired the same way before: 1");
        wrong(
                place,
                sheet,
                "otherwise",
                (line, cells) -> {
                    cells.put("action", line == 6 ? "repair" : "");
                    cells.put("mended_time", DAY + "T11:00:00+08:00");
                },
                "a record that was not repaired otherwise in ws-0/" + DAY + "/repair-",
                "delete that file to repair its records anew");
    }

    private void wrong(
            Workplace place, Path sheet, String name, BiConsumer<Integer, Map<String, String>> mending, String... told)
            throws IOException {
        Path wrong = Files.copy(sheet, folder.resolve("wrong " + name + ".csv"));
        mend(wrong, mending);
        Map<String, byte[]> before = Workplace.filesBelow(place.traffic());
        Workplace.Answer answer = place.billing("quarantine", "replay", "--from", wrong.toString());
        assertThat(answer.text())
                .as(name)
                .contains(told)
                .contains("Nothing was written")
                .doesNotContain("\tat ");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(Workplace.filesBelow(place.traffic()).keySet()).isEqualTo(before.keySet());
    }

    private static void refused(Workplace place, String told, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.text()).contains(told).doesNotContain("\tat ");
        assertThat(answer.status()).as(answer.text()).isEqualTo(1);
    }

    private Workplace place(String name, Databases database) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        String address = database.address(root);
        Workplace place = new Workplace(root, address);
        addresses.put(place, address);
        traffic.writeReference(place, 2);
        return place;
    }

    private final Map<Workplace, String> addresses = new HashMap<>();

    private static void writeMeteringRows(Workplace place, String number) throws IOException {
        Files.writeString(new Traffic(DAY).folder(place, 0).resolve("rows.ndjson"), """
                {"time":1792029600000,"__docid":"m-1","workspaceUUID":"ws-0","project":"logging","hour_count":"420000"}
                {"time":1792029600000,"__docid":"m-2","workspaceUUID":"ws-0","project":"logging","hour_count":%s}
                """.formatted(number));
    }

    private static String run(Workplace place, int status, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }

    static void setFields(Map<String, String> cells, String record) {
        List<String> fields = CsvReader.builder().ofSingleCsvRecord(record).getFields();
        List<String> columns = cells.keySet().stream()
                .filter(column -> column.startsWith("mended_"))
                .toList();
        for (int index = 0; index < fields.size(); index++) {
            cells.put(columns.get(index), fields.get(index));
        }
    }

    /** Mends every row: the line of the bad record, and the cells by column; they are repaired unless it is said otherwise. */
    static void mend(Path sheet, BiConsumer<Integer, Map<String, String>> mending) throws IOException {
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(sheet)) {
            rows = reader.stream().toList();
        }
        List<String> columns = rows.get(0).getFields();
        StringBuilder mended = new StringBuilder(String.join(",", columns)).append('\n');
        for (CsvRecord row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new java.util.LinkedHashMap<>();
            for (int index = 0; index < columns.size(); index++) {
                cells.put(columns.get(index), row.getField(index));
            }
            cells.put("action", "repair");
            mending.accept(Integer.valueOf(cells.get("line")), cells);
            mended.append(cells.values().stream()
                            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        Files.writeString(sheet, mended);
    }

    /** The rows of the last delivered file of usage, without the number of the revision. */
    private Map<String, BigDecimal> usage(Workplace place) {
        Map<String, BigDecimal> usage = new TreeMap<>();
        jdbc(place).query("""
                        SELECT u.* FROM usage u JOIN rated_day r ON r.workspace_id = u.workspace_id
                          AND r.billing_day = u.billing_day AND r.rating = u.rating AND r.is_current = TRUE""", row -> {
            usage.put(
                    row.getString("workspace_id")
                            + row.getString("billing_day")
                            + row.getString("meter")
                            + row.getInt("retention_days"),
                    row.getBigDecimal("quantity").stripTrailingZeros());
        });
        return usage;
    }

    /** What was posted of each line, the first time and afterwards together. */
    private Map<String, BigDecimal> postings(Workplace place) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        jdbc(place).query("SELECT * FROM posting", row -> {
            amounts.merge(
                    row.getString("account_id")
                            + row.getString("workspace_id")
                            + row.getString("billing_day")
                            + row.getString("meter")
                            + row.getInt("retention_days"),
                    row.getBigDecimal("amount"),
                    BigDecimal::add);
        });
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return amounts;
    }

    private JdbcTemplate jdbc(Workplace place) {
        String address = addresses.get(place);
        boolean isUrl = address.startsWith("jdbc:");
        return new JdbcTemplate(
                isUrl
                        ? new DriverManagerDataSource(address)
                        : new DriverManagerDataSource("jdbc:hsqldb:file:" + address + ";shutdown=true", "SA", ""));
    }

    /** The rows of the holds that were delivered last for the day. */
    private static String holds(Workplace place) throws IOException {
        Path day = place.out().resolve(DAY);
        int revision = 1;
        while (Files.exists(day.resolve("r" + (revision + 1)))) {
            revision++;
        }
        return Files.readString(day.resolve("r" + revision + "/holds.csv"));
    }
}
