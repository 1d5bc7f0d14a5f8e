package io.billingcenter.writers.files.coverage;

import io.billingcenter.domain.coverage.WorkspaceCoverage;
import java.io.IOException;
import java.io.Writer;

/** Writes coverage as CSV or JSON, with an entry for each workspace and day. */
public final class CoverageList {

    private static final String CSV_END = "\r\n";

    private final Writer writer;
    private final boolean json;
    private boolean any;

    private CoverageList(Writer writer, boolean json) {
        this.writer = writer;
        this.json = json;
    }

    /** Returns a list in CSV, with its header already written. */
    public static CoverageList csv(Writer writer) throws IOException {
        writer.write("workspace_id,billing_day,fact,files,records,acknowledged" + CSV_END);
        return new CoverageList(writer, false);
    }

    /** Returns a list in JSON, an array of objects. */
    public static CoverageList json(Writer writer) throws IOException {
        writer.write("[");
        return new CoverageList(writer, true);
    }

    /** Writes the days of a workspace. */
    public void add(WorkspaceCoverage coverage) throws IOException {
        for (var entry : coverage.days().entrySet()) {
            WorkspaceCoverage.Day day = entry.getValue();
            if (json) {
                writer.write((any ? ",\n  " : "\n  ") + "{\"workspace_id\": \"" + coverage.workspace()
                        + "\", \"billing_day\": \"" + entry.getKey() + "\", \"fact\": \""
                        + day.fact().code() + "\", \"files\": " + day.files() + ", \"records\": " + day.records()
                        + ", \"acknowledged\": " + day.acknowledged() + "}");
            } else {
                writer.write(coverage.workspace() + "," + entry.getKey() + ","
                        + day.fact().code() + "," + day.files() + "," + day.records() + "," + day.acknowledged()
                        + CSV_END);
            }
            any = true;
        }
    }

    /** Completes the list. */
    public void end() throws IOException {
        if (json) {
            writer.write(any ? "\n]\n" : "]\n");
        }
    }
}
