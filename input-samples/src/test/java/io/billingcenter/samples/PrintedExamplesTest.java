package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every worked example of billing rules 3, printed (T) or derived (D), from what is reported to the lines of the bill,
 * with the numbers of the document.
 */
class PrintedExamplesTest {

    private static final String TODAY = "2026-10-15";
    /** A day of the prices before 2023-04-20, when DataKits were billed. */
    private static final String LEGACY = "2022-06-15";

    @TempDir
    private Path folder;

    private static List<Example> today() {
        return List.of(
                t1("T1").row("ts", 6_000)
                        .costs("series,3,6000,3.60")
                        .costs("log,7,2000000,2.40")
                        .costs("trace,3,2000000,4.00")
                        .costs("rum_pv,3,20000,1.40")
                        .costs("trigger,,20000,2.00"),
                t4(),
                t5("T5 status", "", ""),
                t5("T5 url", ";url=a", ";url=b"),
                t5("T5 host_ip", ";url=a;host_ip=1", ";url=b;host_ip=1"),
                Example.of("T6", TODAY).keeps("metric", 3).row("ts", 10 * 600).costs("series,3,6000,3.60"),
                Example.of("T7 mutation", TODAY)
                        .record("trigger,monitor.mutation,,1,,0")
                        .costs("trigger,,5,0.00"),
                Example.of("T7 outlier", TODAY)
                        .record("trigger,monitor.outlier,,1,,1800")
                        .costs("trigger,,6,0.00"),
                Example.of("T7 interval", TODAY)
                        .record("trigger,monitor.interval,,2,,3600")
                        .costs("trigger,,13,0.00"),
                Example.of("T7 host", TODAY).record("trigger,smart.host,,1,,0").costs("trigger,,10,0.00"),
                Example.of("T14", TODAY)
                        .record("scan,field-1,,1,1000000000,")
                        .record("scan,field-2,,1,1000000000,")
                        .record("scan,field-3,,1,1000000000,")
                        .costs("scan,,3000000000,0.30"),
                t15("T15 down", 14, 7, "trace,14,1000000,6.00", "trace,7,1000000,3.00"),
                t15("T15 up", 7, 14, "trace,7,1000000,3.00", "trace,14,1000000,6.00"),
                d1(),
                d4(),
                Example.of("D5", TODAY)
                        .keeps("trace", 7)
                        .record("span,,trace-1,15000000,,")
                        .costs("trace,7,1500000,4.50"),
                Example.of("D8", TODAY)
                        .row(1, "backup_log_guance_bytes", 1_200_000_000_000L)
                        .row(9, "backup_log_guance_bytes", 1_250_000_000_000L)
                        .row(23, "backup_log_guance_bytes", 1_249_000_000_000L)
                        .costs("forward_stored,,1250000000000,8.75"),
                d9(),
                Example.of("D10", TODAY)
                        .record("trigger,monitor.threshold,,1440,,300")
                        .costs("trigger,,1440,0.14"),
                Example.of("D11", TODAY).record("trigger,smart.host,,144,,600").costs("trigger,,1440,0.14"),
                Example.of("D13", TODAY).record("sms,,,25,,").costs("sms,,25,2.50"),
                t1("D14")
                        .overseas()
                        .row("ts", 6_000)
                        .costs("series,3,6000,9.60")
                        .costs("log,7,2000000,4.80")
                        .costs("trace,3,2000000,12.00")
                        .costs("rum_pv,3,20000,4.00")
                        .costs("trigger,,20000,4.00"));
    }

    private static List<Example> ofTheLegacyList() {
        return List.of(
                t1("T2", LEGACY)
                        .plan("legacy_default")
                        .row("datakit", 10)
                        .row("ts", 500)
                        .costs("datakit,,10,30.00")
                        .costs("series,3,0,0.00")
                        .costs("log,7,2000000,2.40")
                        .costs("trace,3,2000000,4.00")
                        .costs("rum_pv,3,20000,1.40")
                        .costs("trigger,,20000,2.00"),
                t1("T3", LEGACY)
                        .plan("legacy_series")
                        .row("datakit", 10)
                        .row("ts", 500)
                        .costs("series,3,500,1.50")
                        .costs("log,7,2000000,2.40")
                        .costs("trace,3,2000000,4.00")
                        .costs("rum_pv,3,20000,1.40")
                        .costs("trigger,,20000,2.00"),
                t8("T8 log 14", "log", 14, "1000000,1.50"),
                t8("T8 log 30", "log", 30, "2000000,3.00"),
                t8("T8 log 60", "log", 60, "3000000,4.50"),
                t8("T8 trace 7", "trace", 7, "1000000,3.00"),
                t8("T8 trace 14", "trace", 14, "2000000,6.00"),
                t8("T8 pv 7", "rum", 7, "1000000,100.00"),
                t8("T8 pv 14", "rum", 14, "2000000,200.00"),
                Example.of("T9", LEGACY)
                        .inPackage("starter")
                        .keeps("log", 30)
                        .keeps("trace", 14)
                        .keeps("rum", 14)
                        .row("datakit", 25)
                        .row("logging", 40_000_000)
                        .row("tracing", 5_000_000)
                        .row("rum_pv", 400_000)
                        .record("trigger,slo,,210000,,0")
                        .costs("datakit,,5,15.00")
                        .costs("log,14,40000000,60.00")
                        .costs("trace,7,5000000,15.00")
                        .costs("rum_pv,7,400000,40.00")
                        .costs("trigger,,20000,2.00"),
                t12("T12 starter", 20, 40_000_000, 5_000_000, 400_000, 190_000)
                        .costs("datakit,,20,60.00")
                        .costs("log,14,40000000,60.00")
                        .costs("trace,7,5000000,15.00")
                        .costs("rum_pv,7,400000,40.00")
                        .costs("trigger,,190000,19.00"),
                t12("T12 growth", 100, 400_000_000, 50_000_000, 2_000_000, 1_400_000)
                        .costs("datakit,,100,300.00")
                        .costs("log,14,400000000,600.00")
                        .costs("trace,7,50000000,150.00")
                        .costs("rum_pv,7,2000000,200.00")
                        .costs("trigger,,1400000,140.00"),
                t12("T12 enterprise", 200, 800_000_000, 100_000_000, 4_000_000, 2_400_000)
                        .costs("datakit,,200,600.00")
                        .costs("log,14,800000000,1200.00")
                        .costs("trace,7,100000000,300.00")
                        .costs("rum_pv,7,4000000,400.00")
                        .costs("trigger,,2400000,240.00"));
    }

    /** A million at a retention, once the quota of the starter package is used up at the default: its converted usage. */
    private static Example t8(String name, String data, int days, String convertedAndAmount) {
        Example example = Example.of(name, LEGACY).inPackage("starter");
        return switch (data) {
            case "log" ->
                example.keeps("log:kept", days)
                        .row("logging", 40_000_000)
                        .row("logging:kept", 1_000_000)
                        .costs("log,14," + convertedAndAmount);
            case "trace" ->
                example.keeps("trace", 7)
                        .keepsFrom(12, "trace", days)
                        .row(11, "tracing", 5_000_000)
                        .row(12, "tracing", 1_000_000)
                        .costs("trace,7," + convertedAndAmount);
            default ->
                example.keeps("rum", 7)
                        .keepsFrom(12, "rum", days)
                        .row(11, "rum_pv", 400_000)
                        .row(12, "rum_pv", 1_000_000)
                        .costs("rum_pv,7," + convertedAndAmount);
        };
    }

    /** What a package gives a day, bought without one. */
    private static Example t12(String name, long datakits, long logs, long traces, long views, long triggers) {
        return Example.of(name, LEGACY)
                .keeps("trace", 7)
                .keeps("rum", 7)
                .row("datakit", datakits)
                .row("logging", logs)
                .row("tracing", traces)
                .row("rum_pv", views)
                .record("trigger,slo,," + triggers + ",,0");
    }

    /** T1 without its series: also the rest of T2, T3 and D14. */
    private static Example t1(String name) {
        return t1(name, TODAY);
    }

    private static Example t1(String name, String day) {
        return Example.of(name, day)
                .keeps("metric", 3)
                .keeps("log", 7)
                .keeps("trace", 3)
                .keeps("rum", 3)
                .row("logging", 2_000_000)
                .row("tracing", 2_000_000)
                .row("rum_pv", 20_000)
                .record("trigger,slo,,20000,,0");
    }

    private static Example t4() {
        Example example = Example.of("T4", TODAY);
        for (int twice = 0; twice < 2; twice++) {
            example.record("metric,cpu,cpu_use_pencent;Hangzhou_test1;Guance,,,")
                    .record("metric,cpu,cpu_use_pencent;Ningxia_test1;Guance,,,")
                    .record("metric,cpu,cpu_use_pencent;Singapore_test1;Guance_oversea,,,");
        }
        return example.costs("series,7,3,0.00");
    }

    private static Example t5(String name, String firstTags, String secondTags) {
        Example example = Example.of(name, TODAY);
        for (String status : List.of("A;200", "A;404", "B;200", "B;404", "B;500")) {
            example.record("metric,http,http_response;" + status + firstTags + ",,,")
                    .record("metric,http,http_response;" + status + secondTags + ",,,");
        }
        return example.costs(name.equals("T5 status") ? "series,7,5,0.00" : "series,7,10,0.01");
    }

    private static Example t15(String name, int before, int after, String... lines) {
        Example example = Example.of(name, TODAY)
                .keeps("trace", before)
                .keepsFrom(12, "trace", after)
                .row(11, "tracing", 1_000_000)
                .row(12, "tracing", 1_000_000);
        List.of(lines).forEach(example::costs);
        return example;
    }

    /** Oversize splitting: 1; 1; 1; 1; 2; 3. */
    private static Example d1() {
        Example example = Example.of("D1", TODAY);
        for (int bytes : new int[] {1, 10_240, 10_241, 20_479, 20_480, 35_840}) {
            example.record("log,,,1," + bytes + ",");
        }
        return example.costs("log,14,9,0.00");
    }

    /** Sessions of 4 h; 4 h 1 min; 7 h 59 min; 8 h; 25 h: 1; 1; 1; 2; 6. */
    private static Example d4() {
        Example example = Example.of("D4", TODAY);
        for (int minutes : new int[] {240, 241, 479, 480, 1_500}) {
            example.record("session_replay,,session-" + minutes + ",1,," + minutes * 60);
        }
        return example.costs("session_replay,,11,0.03");
    }

    private static Example d9() {
        Example example = Example.of("D9", TODAY);
        for (int hour = 0; hour < 24; hour++) {
            example.row(hour, "backup_log_s3_bytes", 10_000_000_000L);
        }
        return example.costs("forward_external,,240000000000,84.00");
    }

    @Test
    void ofToday() throws IOException {
        assertBills(TODAY, today());
    }

    @Test
    void ofTheLegacyListAndItsPackages() throws IOException {
        assertBills(LEGACY, ofTheLegacyList());
    }

    @ParameterizedTest
    @CsvSource({
        "T1, 13.40",
        "T2, 39.80",
        "T3, 11.30",
        "T9, 132.00",
        "D14, 34.40",
        "T12 starter, 194.00",
        "T12 growth, 1390.00",
        "T12 enterprise, 2740.00"
    })
    void addUpToWhatIsPrinted(String name, BigDecimal printed) {
        Example example = Stream.concat(today().stream(), ofTheLegacyList().stream())
                .filter(any -> any.name.equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(total(example.expected)).isEqualTo(printed);
    }

    /** T12: the value of a package, 372 days at list price. */
    @ParameterizedTest
    @CsvSource({"194, 72168", "1390, 517080", "2740, 1019280"})
    void packagesAreWorthWhatIsPrinted(int day, int year) {
        assertThat(day * 372).isEqualTo(year);
    }

    private void assertBills(String day, List<Example> examples) throws IOException {
        Workplace place = new Workplace(folder, Databases.HSQLDB.address(folder));
        Example.write(examples, place);
        Workplace.Answer answer = place.billing("nightly", "--day", day);
        assertThat(answer.status()).as(answer.text()).isZero();
        Map<String, List<String>> bills = bills(place.out().resolve(day + "/r1/bill-lines.csv"));
        for (Example example : examples) {
            assertThat(bills.get(example.workspace()))
                    .as(example.name)
                    .containsExactlyElementsOf(sorted(example.expected));
        }
    }

    /** Meter, retention, quantity and amount of every line, by workspace. */
    private static Map<String, List<String>> bills(Path file) throws IOException {
        Map<String, List<String>> bills = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            bills.computeIfAbsent(cells[3], any -> new ArrayList<>())
                    .add(String.join(",", cells[4], cells[5], cells[7], cells[11]));
        }
        bills.replaceAll((workspace, lines) -> sorted(lines));
        return bills;
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static BigDecimal total(List<String> lines) {
        return lines.stream()
                .map(line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
