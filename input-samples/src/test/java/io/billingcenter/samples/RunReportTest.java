package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of a run says what the delivered files say, whatever names customers give themselves. */
class RunReportTest {

    private static final String FIRST = "2026-10-15";
    private static final String SECOND = "2026-10-16";
    private static final String HOSTILE = "</title><script>alert('x')</script>&\"<b>";
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void saysWhatTheDeliveredFilesSay(Databases database) throws Exception {
        Workplace place = place(database);
        nightly(place, FIRST);
        nightly(place, SECOND);
        Path report = place.out().resolve("reports/nightly-2026-10-16-1");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(report.resolve("report.json")));

        List<Map<String, String>> lines = rows(place, SECOND + "/r1/bill-lines.csv");
        assertThat(json.at("/billed/0/amount").asString())
                .isEqualTo(sum(lines, "amount").toPlainString());
        assertThat(json.at("/billed/0/lines").asInt()).isEqualTo(lines.size());
        BigDecimal usage = sum(rows(place, SECOND + "/r1/usage.csv"), "quantity");
        BigDecimal told = BigDecimal.ZERO;
        for (JsonNode meter : json.get("usage")) {
            for (String outcome : List.of("charged", "free", "held")) {
                told = told.add(new BigDecimal(meter.get(outcome).asString()));
            }
        }
        assertThat(told).isEqualByComparingTo(usage);
        assertThat(json.at("/held/0/reason").asString()).isEqualTo("no_binding");
        assertThat(json.at("/held/0/of_period").asLong())
                .isEqualTo(rows(place, SECOND + "/r1/holds.csv").stream()
                        .map(row -> row.get("workspace_id"))
                        .distinct()
                        .count());
        assertThat(json.at("/held/0/earlier").asLong()).isEqualTo(1);
        assertThat(json.at("/quarantine/reasons/0/records").asLong()).isEqualTo(1);
        assertThat(json.at("/quarantine/files/0/file").asString()).isEqualTo("bad.csv");
        JsonNode read = json.get("period");
        assertThat(read.get("records").asLong())
                .isEqualTo(read.get("accepted").asLong()
                        + read.get("duplicates").asLong()
                        + read.get("conflicts").asLong()
                        + read.get("quarantined").asLong())
                .isEqualTo(2 * 60 + 20 + 1 + 1);
        assertThat(json.at("/read/bytes").asLong()).isEqualTo(sizeOfTraffic(place, SECOND));
        assertThat(json.at("/run/seal").asString()).hasSize(64);
        assertThat(json.get("balance"))
                .isNotEmpty()
                .allMatch(line -> line.get("differences").asLong() == 0);
        assertMovers(json, place, lines);
        assertPage(report.resolve("report.html"));
    }

    /** The only day before is the average. */
    private static void assertMovers(JsonNode json, Workplace place, List<Map<String, String>> now) throws IOException {
        List<Map<String, String>> before = rows(place, FIRST + "/r1/bill-lines.csv");
        assertThat(json.at("/movers/compared_with").asInt()).isEqualTo(1);
        JsonNode top = json.at("/movers/movers/0");
        String workspace = top.get("id").asString();
        assertThat(workspace).isEqualTo("ws-0");
        assertThat(top.get("name").asString()).isEqualTo(HOSTILE);
        assertThat(new BigDecimal(top.get("amount").asString())).isEqualByComparingTo(of(now, workspace));
        assertThat(new BigDecimal(top.get("average").asString())).isEqualByComparingTo(of(before, workspace));
    }

    /** A page that is well-formed, holds no script and nothing from outside, and of which every link leads to a file. */
    private static void assertPage(Path page) throws Exception {
        String html = Files.readString(page);
        assertThat(html)
                .doesNotContainIgnoringCase("<script", "http:", "https:", "<link", "<img", "<b>")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;", "prefers-color-scheme: dark");
        Document document = parse(html);
        int charts = document.getElementsByTagName("svg").getLength();
        assertThat(charts).isGreaterThan(2);
        assertThat(document.getElementsByTagName("desc").getLength()).isEqualTo(charts);
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            links.add(link.group(1));
        }
        assertThat(links).hasSizeGreaterThan(8).allMatch(target -> Files.isRegularFile(page.resolveSibling(target)));
    }

    private static Document parse(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        String xml = html.replaceFirst("<!DOCTYPE html>", "");
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isNumberedAndNoDeliveredFile() throws IOException {
        Workplace place = place(Databases.HSQLDB);
        nightly(place, FIRST);
        Map<String, byte[]> once = place.delivered();
        nightly(place, FIRST);
        assertThat(place.close("2026-10").text()).contains("reports/closeMonth-2026-10-1/report.html");
        assertThat(place.billing("rerun", "--day", FIRST).text()).contains("report ");
        assertThat(place.out().resolve("reports"))
                .isDirectoryContaining(path -> path.endsWith("nightly-2026-10-15-1"))
                .isDirectoryContaining(path -> path.endsWith("nightly-2026-10-15-2"))
                .isDirectoryContaining(path -> path.endsWith("rerun-2026-10-15-1"));
        assertThat(place.delivered()).containsAllEntriesOf(once);
        Workplace.Answer verified = place.billing("verify");
        assertThat(verified.status()).as(verified.text()).isZero();
        assertThat(place.out().resolve("reports/closeMonth-2026-10-1/report.json"))
                .content()
                .contains("\"invoices\" : 1", "\"first\" : \"INV-2026-000001\"");
    }

    @Test
    void aReportThatCannotBeWrittenIsToldAndWrittenLater() throws IOException {
        Workplace place = place(Databases.HSQLDB);
        Files.createDirectories(place.out());
        Path inTheWay = place.out().resolve("reports");
        Files.writeString(inTheWay, "in the way");
        Workplace.Answer answer = place.billing("nightly", "--day", FIRST);
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.text()).contains("Expected to write the report of the run into " + inTheWay);
        assertThat(place.out().resolve(FIRST + "/r1/.done")).exists();
        Files.delete(inTheWay);
        nightly(place, FIRST);
        assertThat(inTheWay.resolve("nightly-2026-10-15-1")).doesNotExist();
        assertThat(inTheWay.resolve("nightly-2026-10-15-2/report.html")).exists();
    }

    @Test
    void aRunThatFailedLeavesOneToo() throws IOException {
        Workplace place = place(Databases.HSQLDB);
        nightly(place, FIRST);
        assertThat(place.close("2026-10").status()).isZero();
        Files.writeString(
                new Traffic(FIRST).folder(place, 0).resolve("late.csv"),
                Traffic.HEADER + "late,2026-10-15T10:00:00+08:00,ws-0,sms,,,500,,\n");
        Workplace.Answer answer = place.billing("nightly", "--day", FIRST);
        assertThat(answer.status()).isEqualTo(5);
        Path page = place.out().resolve("reports/nightly-2026-10-15-2/report.html");
        assertThat(answer.text()).contains("A report of the failed run is at " + page);
        assertThat(page).content().contains(">failed<", "2026-10 closed");
    }

    @Test
    void aGateThatStopsARunShowsWhatDiffers() throws IOException {
        Workplace place = place(Databases.HSQLDB);
        Files.writeString(
                new Traffic(FIRST).folder(place, 1).resolve("MANIFEST.json"),
                "{\"files\":[{\"name\":\"traffic.csv\",\"records\":61}]}");
        Workplace.Answer answer = place.billing("nightly", "--day", FIRST);
        assertThat(answer.status()).as(answer.text()).isEqualTo(3);
        assertThat(place.out().resolve(FIRST)).doesNotExist();
        assertThat(place.out().resolve("reports/nightly-2026-10-15-1/report.html"))
                .content()
                .contains(">failed<", ">differs<", "The first pairs that differ", "producer", "ws-1/2026-10-15")
                .contains("Nothing was delivered.");
        assertThat(place.billing("runs").text()).contains("nightly 2026-10-15 #1", "failed", "found 1 difference");
    }

    /** ws-0 has a name that is none, and uses more on the second day; ws-2 is bound to nobody. */
    private Workplace place(Databases database) throws IOException {
        Workplace place = new Workplace(folder, database.address(folder));
        for (String day : List.of(FIRST, SECOND)) {
            Traffic traffic = new Traffic(day);
            traffic.writeReference(place, 3);
            for (int workspace = 0; workspace < 2; workspace++) {
                traffic.writeFile(place, workspace, traffic.records(workspace, 60));
            }
            traffic.writeFile(place, 2, traffic.records(2, 20));
        }
        Traffic second = new Traffic(SECOND);
        Files.writeString(
                second.folder(place, 0).resolve("more.csv"),
                Traffic.HEADER + "r1000,2026-10-16T10:00:00+08:00,ws-0,sms,,,5000,,\n");
        Files.writeString(second.folder(place, 1).resolve("bad.csv"), Traffic.HEADER + "x,bad\n");
        Path workspaces = place.reference().resolve("workspaces.csv");
        Files.writeString(
                workspaces,
                Files.readString(workspaces).replaceFirst("ws-0,W", "ws-0,\"" + HOSTILE.replace("\"", "\"\"") + "\""));
        Path bindings = place.reference().resolve("bindings.csv");
        Files.writeString(bindings, Files.readString(bindings).replaceFirst("ws-2.*\n", ""));
        return place;
    }

    private static void nightly(Workplace place, String day) {
        Workplace.Answer answer = place.billing("nightly", "--day", day);
        assertThat(answer.status()).as(answer.text()).isIn(0, 2);
        assertThat(answer.text()).contains("  report       " + place.out().resolve("reports/nightly-" + day));
    }

    private static long sizeOfTraffic(Workplace place, String day) throws IOException {
        try (Stream<Path> files = Files.walk(place.traffic())) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().contains("/" + day + "/"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static List<Map<String, String>> rows(Workplace place, String path) throws IOException {
        List<String> lines = Files.readAllLines(place.out().resolve(path));
        String[] header = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> new BigDecimal(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal of(List<Map<String, String>> lines, String workspace) {
        return sum(
                lines.stream()
                        .filter(line -> line.get("workspace_id").equals(workspace))
                        .toList(),
                "amount");
    }
}
