package io.billingcenter.writers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.coverage.CoverageFact;
import io.billingcenter.domain.coverage.WorkspaceCoverage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.files.coverage.CoverageList;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CSV and JSON that commands print: what another library reads back is what was written. */
class OutputsTest {

    private static final String CHARACTERS = "a,\"\r\n' ;\t=\u00E9\u7528\uD83D\uDCB0\\";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain,plain",
                "`a,b`,`\"a,b\"`",
                "`say \"x\"`,`\"say \"\"x\"\"\"`",
                "'=1,'=1",
                "\\,\\",
                "` a `,` a `"
            })
    void quotesAreOnlyWhereTheyAreNeeded(String cell, String written) throws IOException {
        assertThat(csv(List.of(List.of(cell, "x")))).isEqualTo(written + ",x\r\n");
    }

    @RepeatedTest(20)
    void anyCellsComeBackAsTheyWere(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(Stream.generate(() -> text(random)).limit(4).toList());
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(csv(rows))) {
            assertThat(reader.stream().map(CsvRecord::getFields)).containsExactlyElementsOf(rows);
        }
    }

    @Test
    void aTargetThatFailsIsReportedAndNotIgnored() {
        CsvOutput csv = new CsvOutput(new FullDisk());
        assertThatThrownBy(() -> {
                    csv.row(List.of("a"));
                    csv.flush();
                })
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }

    @Test
    void jsonHasAnObjectPerLineAndLineFeedsOnEverySystem() {
        StringWriter text = new StringWriter();
        JsonGenerator json = JsonOutput.to(text);
        json.writeStartArray();
        json.writeStartObject();
        json.writeStringProperty("text", "a\"\n\u7528");
        json.writeNumberProperty("number", Long.MAX_VALUE);
        json.writeEndObject();
        json.writeStartObject();
        json.writeEndObject();
        json.writeEndArray();
        json.close();
        assertThat(text.toString())
                .isEqualTo("[\n  {\"text\": \"a\\\"\\n\u7528\", \"number\": 9223372036854775807},\n  {}\n]");
    }

    @Test
    void jsonThatWasNotCompletedDoesNotLookComplete() {
        StringWriter text = new StringWriter();
        JsonGenerator json = JsonOutput.to(text);
        json.writeStartArray();
        json.writeStartObject();
        json.writeStringProperty("day", "2026-11-21");
        json.close();
        assertThatThrownBy(() -> JsonMapper.shared().readTree(text.toString())).isNotNull();
    }

    @Test
    void coverageIsTheSameInBothForms() throws IOException {
        TreeMap<BillingDay, WorkspaceCoverage.Day> days = new TreeMap<>();
        days.put(BillingDay.parse("2026-11-22"), new WorkspaceCoverage.Day(CoverageFact.MISSING, 0, 0, true));
        days.put(BillingDay.parse("2026-11-21"), new WorkspaceCoverage.Day(CoverageFact.FILE, 2, 34, false));
        WorkspaceCoverage coverage = new WorkspaceCoverage(new WorkspaceId("w1"), days);
        StringWriter csv = new StringWriter();
        CoverageList csvList = CoverageList.csv(csv);
        csvList.add(coverage);
        csvList.end();
        assertThat(csv.toString())
                .isEqualTo("workspace_id,billing_day,fact,files,records,acknowledged\r\n"
                        + "w1,2026-11-21,file,2,34,false\r\n"
                        + "w1,2026-11-22,missing,0,0,true\r\n");
        StringWriter json = new StringWriter();
        CoverageList jsonList = CoverageList.json(json);
        jsonList.add(coverage);
        jsonList.end();
        JsonNode read = JsonMapper.shared().readTree(json.toString());
        assertThat(read).hasSize(2);
        assertThat(read.get(0).get("records").asLong()).isEqualTo(34);
        assertThat(read.get(1).get("acknowledged").asBoolean()).isTrue();
        assertThat(json.toString()).endsWith("]\n");
    }

    @Test
    void coverageOfNothingIsAHeaderOrAnEmptyArray() throws IOException {
        StringWriter csv = new StringWriter();
        CoverageList.csv(csv).end();
        assertThat(csv.toString()).isEqualTo("workspace_id,billing_day,fact,files,records,acknowledged\r\n");
        StringWriter json = new StringWriter();
        CoverageList.json(json).end();
        assertThat(json.toString()).isEqualTo("[]\n");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(CHARACTERS.codePointAt(CHARACTERS.offsetByCodePoints(0, random.nextInt(14))));
        }
        return text.toString();
    }

    private static String csv(List<List<String>> rows) throws IOException {
        StringWriter text = new StringWriter();
        CsvOutput csv = new CsvOutput(text);
        for (List<String> row : rows) {
            csv.row(row);
        }
        csv.flush();
        return text.toString();
    }

    private static final class FullDisk extends Writer {

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public void close() {}
    }
}
