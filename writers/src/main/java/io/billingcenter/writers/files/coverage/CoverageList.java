package io.billingcenter.writers.files.coverage;

import io.billingcenter.domain.coverage.WorkspaceCoverage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.files.CsvOutput;
import io.billingcenter.writers.files.JsonOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes coverage as CSV or JSON, with an entry for each workspace and day. */
public abstract class CoverageList {

    private static final List<String> COLUMNS =
            List.of("workspace_id", "billing_day", "fact", "files", "records", "acknowledged");

    private CoverageList() {}

    /** Returns a list in CSV, with its header already written. The writer stays open. */
    public static CoverageList csv(Writer writer) throws IOException {
        return new Csv(writer);
    }

    /** Returns a list in JSON, an array of objects. The writer stays open. */
    public static CoverageList json(Writer writer) {
        return new Json(writer);
    }

    /** Writes the days of a workspace. */
    public void add(WorkspaceCoverage coverage) throws IOException {
        for (Map.Entry<BillingDay, WorkspaceCoverage.Day> entry :
                coverage.days().entrySet()) {
            add(coverage.workspace().value(), entry.getKey().toString(), entry.getValue());
        }
    }

    /** Completes the list. */
    public abstract void end() throws IOException;

    abstract void add(String workspace, String billingDay, WorkspaceCoverage.Day day) throws IOException;

    private static final class Csv extends CoverageList {

        private final CsvOutput csv;

        Csv(Writer writer) throws IOException {
            this.csv = new CsvOutput(writer);
            csv.row(COLUMNS);
        }

        @Override
        void add(String workspace, String billingDay, WorkspaceCoverage.Day day) throws IOException {
            csv.row(List.of(
                    workspace,
                    billingDay,
                    day.fact().code(),
                    Long.toString(day.files()),
                    Long.toString(day.records()),
                    Boolean.toString(day.acknowledged())));
        }

        @Override
        public void end() throws IOException {
            csv.flush();
        }
    }

    private static final class Json extends CoverageList {

        private final Writer writer;
        private final JsonGenerator json;

        Json(Writer writer) {
            this.writer = writer;
            this.json = JsonOutput.to(writer);
            json.writeStartArray();
        }

        @Override
        void add(String workspace, String billingDay, WorkspaceCoverage.Day day) {
            json.writeStartObject();
            json.writeStringProperty(COLUMNS.get(0), workspace);
            json.writeStringProperty(COLUMNS.get(1), billingDay);
            json.writeStringProperty(COLUMNS.get(2), day.fact().code());
            json.writeNumberProperty(COLUMNS.get(3), day.files());
            json.writeNumberProperty(COLUMNS.get(4), day.records());
            json.writeBooleanProperty(COLUMNS.get(5), day.acknowledged());
            json.writeEndObject();
        }

        @Override
        public void end() throws IOException {
            json.writeEndArray();
            json.close();
            writer.write('\n');
        }
    }
}
